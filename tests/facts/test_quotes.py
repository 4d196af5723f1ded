"""Every stated fact of the samples has quotes that stand where they say and hold the value."""

from __future__ import annotations

from pathlib import Path

import pytest
from presign.benchmarks.corpus.quotes import misplaced, unproven
from presign.checker.run import Refusal, load
from presign.facts.fact import FactBook, stated
from presign.facts.read import read_facts
from presign.parsers.document import Document, Unreadable
from presign.parsers.read import read_document
from presign.policylang.core import Source

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.*"))
CONTRACTS = [path for path in SAMPLES if path.suffix in (".docx", ".pdf", ".txt", ".md") and path.stem != "README"]


def read(path: Path) -> tuple[Document, FactBook]:
    document = read_document(path, isolated=False)
    assert not isinstance(document, Unreadable)
    return document, read_facts(document)


@pytest.mark.parametrize("path", CONTRACTS, ids=lambda path: path.name)
def test_the_quotes_of_a_sample(path: Path) -> None:
    loaded = load(())
    assert not isinstance(loaded, Refusal) and loaded.program is not None
    derived = frozenset(fact.name for fact in loaded.program.facts.values() if fact.source is Source.DERIVED)
    document, book = read(path)
    assert sum(bool(fact.evidence) for fact in book.facts.values()) > 8
    assert list(misplaced(document, book)) == []
    assert list(unproven(book, derived)) == []


def test_the_check_notices_a_quote_that_proves_nothing() -> None:
    document, book = read(next(path for path in CONTRACTS if path.name == "en-sound-supply.docx"))
    days = book["payment.net_days"]
    other = book["party.buyer_name"].evidence
    wrong = book.with_facts(stated("payment.net_days", days.value or "", *other))
    assert "payment.net_days" in list(unproven(wrong, frozenset()))
    moved = book.with_facts(stated("x.y", True, *(each for each in other)))
    assert list(misplaced(Document(document.path, "", document.media, document.blocks[1:]), moved)) != []
