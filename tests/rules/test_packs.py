"""The shipped packs: complete, bilingual, sourced, and in step with what the readers state."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from presign.checker.examples import run_policy_examples
from presign.checker.reading import pattern_reader
from presign.checker.run import Refusal
from presign.facts.read import read_facts
from presign.parsers.document import Document
from presign.parsers.read import read_document
from presign.policylang.core import Expected, Program, Rule, Source, Texts
from presign.policylang.load import load_program
from presign.policylang.slots import fits
from presign.rules.packs import choose
from presign.values import State

SAMPLES = sorted(
    path
    for path in (Path(__file__).parents[2] / "samples").iterdir()
    if path.suffix in {".docx", ".pdf", ".txt", ".md"} and path.name != "README.md"
)
# One example of every kind of date a contract under review carries.
DATES = (date(2021, 6, 1), date(2024, 6, 1), date(2026, 3, 2), date(2027, 6, 1))
_RULE_ID = re.compile(r"(?:SIG|PTY|CRT|PAY|SEC|REM|ACC|DIS|APR|CCA|COL|TRU)-\d{2}")
# Words that show a value; what is left of a message must still read as lower case.
_SHOWN = re.compile(r"\{[^}]*\}")
_NAMES = re.compile(r"Altman Z'|\b(?:LPR|UCP|CISG)\b|\bgrade D\b")


@cache
def program() -> Program:
    loaded = load_program(list(choose(()).paths))
    assert loaded.diagnostics == ()
    assert loaded.program is not None
    return loaded.program


def rules() -> tuple[Rule, ...]:
    return program().rules


def both(text: Texts) -> bool:
    """Whether a text stands in both languages, each in its own script."""
    return (
        bool(text.en.strip())
        and re.search(r"[\u4e00-\u9fff]", text.zh) is not None
        and re.search(r"[A-Za-z]", text.en) is not None
    )


def test_the_whole_catalogue_ships_and_no_id_twice() -> None:
    ids = [rule.id for rule in rules()]
    assert len([one for one in ids if _RULE_ID.fullmatch(one)]) == 173
    assert [one for one, times in Counter(ids).items() if times > 1] == []
    beyond = {one for one in ids if _RULE_ID.fullmatch(one) is None}
    assert {one.split("-")[0] for one in beyond} == {"EUL", "TPL", "UCC"}


def test_every_rule_is_complete_in_both_languages() -> None:
    gaps: list[str] = []
    for rule in rules():
        texts = {
            "title": rule.title,
            "message": rule.message,
            "why": rule.why,
            "remedy": rule.remedy,
            "clause avoid": rule.avoid,
            "clause prefer": rule.prefer,
        }
        gaps += [f"{rule.id}: {name}" for name, text in texts.items() if not both(text)]
        for name in ("basis", "blockers", "countermeasures", "owner"):
            if not getattr(rule, name):
                gaps.append(f"{rule.id}: {name}")
    assert gaps == []


def test_messages_are_short_lower_case_and_show_the_same_values() -> None:
    wrong: list[str] = []
    for rule in rules():
        en, zh = rule.message.en, rule.message.zh
        words = _NAMES.sub("", _SHOWN.sub("", en))
        if words != words.lower() or en.endswith(".") or zh.endswith("。"):
            wrong.append(f"{rule.id}: {en}")
        if len(_SHOWN.sub("", en)) > 130:
            wrong.append(f"{rule.id}: too long")
        if set(_SHOWN.findall(zh)) != set(_SHOWN.findall(en)):
            wrong.append(f"{rule.id}: shows other values in Chinese")
    assert wrong == []


def test_every_rule_has_an_example_each_way() -> None:
    expected: defaultdict[str, set[Expected]] = defaultdict(set)
    for example in program().examples:
        for rule, verdict in example.expected:
            expected[rule].add(verdict)
    sound = {Expected.SATISFIED, Expected.NOT_APPLICABLE}
    lacking = [
        rule.id
        for rule in rules()
        if not ({Expected.VIOLATED, Expected.UNDECIDED} <= expected[rule.id] and expected[rule.id] & sound)
    ]
    assert lacking == []


def test_all_examples_come_out_as_they_say() -> None:
    results = run_policy_examples(())
    assert not isinstance(results, Refusal)
    assert len(results) >= 3 * len(rules())
    assert [result for result in results if not result.passed] == []


def test_every_parameter_is_sourced_labelled_and_dated() -> None:
    for parameter in program().parameters.values():
        assert both(parameter.label), parameter.name
        for version in parameter.versions:
            assert version.source.strip(), parameter.name
            assert version.rows, parameter.name
        days = [version.period for version in parameter.versions]
        assert all(any(period.covers(day) for period in days) for day in DATES[1:]), parameter.name
        assert all(sum(period.covers(day) for period in days) <= 1 for day in DATES), parameter.name
        last = parameter.versions[-1]
        assert last.review_by is not None and last.review_by >= date(2026, 12, 31), parameter.name


def test_every_pack_says_where_it_comes_from() -> None:
    assert len(program().packs) >= 10
    for pack in program().packs:
        assert pack.owner and pack.source and pack.jurisdiction and pack.version, pack.path


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_what_the_readers_state_is_declared_and_fits(path: Path) -> None:
    document = read_document(path, isolated=False)
    assert isinstance(document, Document)
    book = read_facts(document, pattern_reader(program()))
    undeclared, misfits = [], []
    for name, fact in book.items():
        declaration = program().facts.get(name)
        if declaration is None:
            undeclared.append(name)
        elif fact.state is State.STATED and not fits(fact.value, declaration.type, program()):
            misfits.append(f"{name} = {fact.value!r}")
    assert undeclared == []
    assert misfits == []


def test_a_contract_never_speaks_for_the_company() -> None:
    """No reader states what only the company's own records can know, such as its credit limits."""
    document = read_document(SAMPLES[0], isolated=False)
    assert isinstance(document, Document)
    book = read_facts(document, pattern_reader(program()))
    records = {name for name, fact in program().facts.items() if fact.source is Source.CASE}
    internal = {name for name in records if name.split(".")[0] in {"customer", "credit", "history", "fin", "collect"}}
    assert {name for name in book if name in internal and book[name].state is State.STATED} == set()
