"""Typed words stand against recognised ones."""

from __future__ import annotations

from presign.facts.fact import Fact
from presign.facts.read import read_facts
from presign.parsers.document import Block, Document, Kind, Location, Media
from presign.values import Reason, State

HEAD = "设备买卖合同"
PARTIES = "甲方（买方）：扬州顺和机床有限公司 乙方（卖方）：无锡德成传动设备有限公司"
AMOUNT = "合同总价为人民币{}元。"


def _document(*lines: tuple[str, float | None]) -> Document:
    blocks = tuple(
        Block(at, Kind.PARAGRAPH, text, Location(page=at + 1, paragraph=at + 1), confidence=confidence)
        for at, (text, confidence) in enumerate(lines)
    )
    return Document("c.pdf", "0" * 64, Media.PDF, blocks, pages=len(lines))


def _amount(*lines: tuple[str, float | None]) -> Fact:
    return read_facts(_document((HEAD, None), (PARTIES, None), *lines))["contract.amount"]


def _value(text: str) -> object:
    return _amount((AMOUNT.format(text), None)).value


def test_a_recognised_statement_has_its_confidence() -> None:
    fact = _amount((AMOUNT.format("350,000"), 0.93))

    assert fact.state is State.STATED and [each.confidence for each in fact.evidence] == [0.93]


def test_typed_statements_have_none() -> None:
    assert [each.confidence for each in _amount((AMOUNT.format("350,000"), None)).evidence] == [None]


def test_the_typed_statement_stands_wherever_it_comes() -> None:
    typed, recognised = (AMOUNT.format("350,000"), None), (AMOUNT.format("850,000"), 0.99)

    for lines in ((typed, recognised), (recognised, typed)):
        fact = _amount(*lines)
        assert fact.state is State.STATED and fact.value == _value("350,000")
        assert [each.confidence for each in fact.evidence] == [None]


def test_the_conflict_with_a_recognised_statement_is_not_reported() -> None:
    lines = ((HEAD, None), (PARTIES, None), (AMOUNT.format("350,000"), None), (AMOUNT.format("850,000"), 0.99))

    assert read_facts(_document(*lines))["contract.conflicts"].state is State.ABSENT


def test_two_typed_statements_still_contradict_each_other() -> None:
    fact = _amount((AMOUNT.format("350,000"), None), (AMOUNT.format("850,000"), None))

    assert fact.reason is Reason.CONTRADICTION


def test_two_recognised_statements_contradict_each_other() -> None:
    fact = _amount((AMOUNT.format("350,000"), 0.9), (AMOUNT.format("850,000"), 0.9))

    assert fact.reason is Reason.CONTRADICTION


def test_what_only_the_scan_says_is_kept_in_a_mixed_document() -> None:
    facts = read_facts(
        _document(
            (HEAD, None), (PARTIES, None), (AMOUNT.format("350,000"), None), ("争议由卖方所在地人民法院管辖。", 0.95)
        )
    )

    assert facts["dispute.mode"].state is State.STATED and facts["dispute.mode"].evidence[0].confidence == 0.95
