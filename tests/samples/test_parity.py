"""One contract, one result: as DOCX, as PDF made from it and as text it gives the same facts and verdicts."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from presign.checker.report import DocumentReport
from presign.checker.run import Prepared, Refusal, Request, judge, prepare
from presign.facts.fact import Fact
from presign.facts.parties.read import read_parties
from presign.facts.text import Text
from presign.parsers.document import Document
from presign.parsers.read import read_document

SAMPLES = Path(__file__).parents[2] / "samples"
sys.path.insert(0, str(SAMPLES))

from making.plain import plain_text  # noqa: E402
from making.source import INLINE, Item, read_source  # noqa: E402

CONTRACTS = sorted(path.stem for path in (SAMPLES / "sources").glob("*.src"))
OTHER_FORMS = ("pdf", "txt", "drawn")
PAIRS = [*((contract, form) for contract in CONTRACTS for form in OTHER_FORMS), ("en-purchase-order", "md")]
ALL = [*((contract, "docx") for contract in CONTRACTS), *PAIRS]

# What a form rightly tells otherwise than the DOCX: (contract, form, fact) and why. The rules that look at these facts
# may then end otherwise, too.
DIFFERENT: dict[tuple[str, str, str], str] = {}

# Where a form still breaks the text otherwise than the source. Facts and verdicts are the same all the same.
CUT_ROWS = {("bilingual-export-sale", "pdf"): "a table row cut by the end of the page is read as two"}
CUT_PARAGRAPHS = {("zh-dangerous-construction-supply", "pdf"): "the lines of a text box are read as paragraphs"}
WHOLE_ROWS = [each for each in ALL if each not in CUT_ROWS]
WHOLE_PARAGRAPHS = [each for each in ALL if each not in CUT_PARAGRAPHS]

_NUMBERS = 9
"""A line may have a clause's number (two, where a change moved it) and the mark of a footnote besides its words."""


@dataclass(frozen=True, slots=True)
class Form:
    """A contract read in one form, and judged."""

    document: Document
    text: Text
    report: DocumentReport


@cache
def prepared() -> tuple[Prepared, Request]:
    request = Request((), as_of=date(2026, 3, 2))
    found = prepare(request)
    assert not isinstance(found, Refusal)
    return found, request


@cache
def form_of(contract: str, form: str, folder: Path) -> Form:
    """The contract in a form; `drawn` is a text whose tables are ruled with characters."""
    path = SAMPLES / f"{contract}.{form}"
    if form == "drawn":
        path = folder / f"{contract}.txt"
        source = read_source(SAMPLES / "sources" / f"{contract}.src")
        path.write_text(plain_text(source, drawn=True), encoding="utf-8")
    elif not path.exists():
        path = SAMPLES / "parity" / path.name
    document = read_document(path, isolated=False)
    assert isinstance(document, Document)
    return Form(document, Text(document), judge(document, *prepared()))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("parity")


def test_every_contract_is_there_in_every_form() -> None:
    kept = {path.name for place in (SAMPLES, SAMPLES / "parity") for path in place.iterdir()}
    assert len(CONTRACTS) >= 9
    assert {f"{name}.{form}" for name in CONTRACTS for form in ("docx", "pdf", "txt")} <= kept


def test_what_differs_is_of_a_contract_and_a_form() -> None:
    assert {(contract, form) for contract, form, _ in DIFFERENT} <= set(PAIRS)
    assert all(DIFFERENT.values())


@pytest.mark.parametrize(("contract", "form"), PAIRS)
def test_the_facts_are_the_same(contract: str, form: str, folder: Path) -> None:
    word, other = (form_of(contract, each, folder).report.facts for each in ("docx", form))
    names = prepared()[0].program.facts
    assert len(names) > 250
    found = {name: (_told(word[name]), _told(other[name])) for name in names if _told(word[name]) != _told(other[name])}
    assert set(found) == {name for of, medium, name in DIFFERENT if (of, medium) == (contract, form)}, found


def _told(fact: Fact) -> tuple[object, ...]:
    return fact.state, fact.value, fact.reason


@pytest.mark.parametrize(("contract", "form"), PAIRS)
def test_the_verdicts_are_the_same(contract: str, form: str, folder: Path) -> None:
    word, other = (form_of(contract, each, folder).report for each in ("docx", form))
    free = {name for of, medium, name in DIFFERENT if (of, medium) == (contract, form)}
    assert len(word.findings) > 100
    for one, two in zip(word.findings, other.findings, strict=True):
        if free.isdisjoint(name for name, _ in (*one.facts, *two.facts)):
            assert one.outcome == two.outcome, one.rule.id


@pytest.mark.parametrize(("contract", "form"), PAIRS)
def test_kind_language_and_parties_are_the_same_in_the_same_order(contract: str, form: str, folder: Path) -> None:
    word, other = (form_of(contract, each, folder) for each in ("docx", form))
    assert (other.report.kind, other.document.language) == (word.report.kind, word.document.language)
    assert _parties(other.text) == _parties(word.text)
    assert len(_parties(word.text)) >= 2


def _parties(text: Text) -> list[tuple[object, str | None, tuple[str, ...]]]:
    return [(party.role, party.name, party.words) for party in read_parties(text).parties]


@pytest.mark.parametrize(("contract", "form"), WHOLE_ROWS)
def test_clauses_and_tables_stand_in_the_order_of_the_source(contract: str, form: str, folder: Path) -> None:
    source = read_source(SAMPLES / "sources" / f"{contract}.src")
    read = form_of(contract, form, folder)
    text = _bare(read.text.text)
    at = 0
    for words in (_bare(_shown(words)) for item in source.items for words in _words(item)):
        here = text.find(words, at)
        assert here >= 0, f"`{words}` isn't after `{text[max(0, at - 40) : at]}`"
        at = here + len(words)


@pytest.mark.parametrize(("contract", "form"), WHOLE_PARAGRAPHS)
def test_every_heading_and_paragraph_is_a_line_of_its_own(contract: str, form: str, folder: Path) -> None:
    source = read_source(SAMPLES / "sources" / f"{contract}.src")
    lines = {_bare(line) for line in form_of(contract, form, folder).text.text.split("\n")}
    for item in source.items:
        words = _bare(_shown(item.text))
        assert not words or any(words in line and len(line) - len(words) <= _NUMBERS for line in lines), words


@pytest.mark.parametrize(("contract", "form"), WHOLE_ROWS)
def test_tables_have_their_rows_and_cells(contract: str, form: str, folder: Path) -> None:
    source = read_source(SAMPLES / "sources" / f"{contract}.src")
    tables = iter(list(_tables(form_of(contract, form, folder).document)))
    for wanted in (item.rows for item in source.items if item.kind == "table"):
        if form == "txt" and len(wanted) == 1:
            continue  # A single line with a tab in it is a line.
        rows = [[_bare(cell) for cell in row] for row in wanted]
        assert any(found == rows for found in tables), rows


def _words(item: Item) -> Iterable[str]:
    """What a line of the source says, piece by piece; notes and text boxes have no place of their own in the text."""
    if item.kind == "box":
        return ()
    # The two columns of a signature table are row by row in one form and column by column in the other.
    return (
        [row[0] for row in item.rows] if item.kind == "sign" else [c for row in item.rows for c in row] or [item.text]
    )


def _shown(words: str) -> str:
    return INLINE.sub(lambda match: match["ins"] or match["sdt"] or "", words)


def _bare(words: str) -> str:
    """Letters and digits only: spaces, rules and blanks are set differently in each form."""
    return re.sub(r"[\W_]+|\[\d+\]", "", words)


def _tables(document: Document) -> Iterator[list[list[str]]]:
    for table in document.tables:
        rows: dict[int, list[str]] = {}
        for cell in table.cells:
            rows.setdefault(cell.row, []).append(_bare(document.blocks[cell.block].text))
        yield [[cell for cell in row if cell] for row in rows.values()]
