"""`read` patterns run over a text."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal

import pytest
from presign.facts.fact import Fact
from presign.facts.patterns.reader import PatternReader
from presign.facts.text import Text
from presign.parsers.document import Block, Document, Kind, Location, Media
from presign.policylang.core import Sort, Type
from presign.policylang.patterns import Pattern, parse_pattern
from presign.values import Money, Per, Quantity, Rate, Reason, State, Unit


def document(*paragraphs: str) -> Text:
    blocks = tuple(Block(at, Kind.PARAGRAPH, text, Location(paragraph=at + 1)) for at, text in enumerate(paragraphs))
    return Text(Document("draft.txt", "0" * 64, Media.TEXT, blocks))


def read(text: str, sort: Sort, *patterns: str) -> Fact:
    parts = [parse_pattern(pattern) for pattern in patterns]
    reader = PatternReader([("f", Type(sort), "zh", part) for part in parts if isinstance(part, Pattern)])
    return reader.read(document(*text.split("\n")))[0]


@pytest.mark.parametrize(
    ("text", "pattern", "days"),
    [
        ("买方应在验收合格后30日内付款。", "验收合格后{}内", 30),
        ("买方应在验收合格后30日内付款。", "验收合格后{}日内", 30),
        ("月结六十天。", "月结{}", 60),
        ("Terms: NET 30 from invoice.", "net {}", 30),
        ("within thirty (30) days of receipt of the invoice", "within {} (of|after) [receipt of] [the] invoice", 30),
        ("Within 45 days after invoice", "within {} (of|after) [receipt of] [the] invoice", 45),
        ("应在45日内付清", "{}内付清", 45),
        ("收到全部合格的增值税专用发票后45日内", "收到…发票后{}", 45),
    ],
)
def test_days(text: str, pattern: str, days: int) -> None:
    fact = read(text, Sort.DAYS, pattern)
    assert fact.value == Quantity(Decimal(days), Unit.DAYS)


def test_every_type_of_value() -> None:
    assert read("预付款为合同总价的30%。", Sort.PERCENT, "预付款…{}").value == Quantity(Decimal(30), Unit.PERCENT)
    assert read("总价人民币120万元", Sort.MONEY, "总价{}").value == Money(Decimal(1200000), "CNY")
    assert read("自2026年3月2日起生效", Sort.DATE, "自{}起生效").value == date(2026, 3, 2)
    assert read("违约金:每日0.05%", Sort.RATE, "违约金:每日{}").value == Rate(Decimal("0.05"), Per.DAY)
    assert read("质保期2年", Sort.MONTHS, "质保期{}").value == Quantity(Decimal(24), Unit.MONTHS)
    assert read("联系人:Wang Wei。电话", Sort.TEXT, "联系人:{}").value == "Wang Wei"


def test_evidence_quotes_the_original() -> None:
    fact = read("货款在验收合格后３０日内付清。", Sort.DAYS, "验收合格后{}内")
    assert [item.quote for item in fact.evidence] == ["验收合格后３０日内"]


def test_a_number_with_another_unit_is_not_taken() -> None:
    assert read("Terms: net 30% upfront", Sort.DAYS, "net {}").state is State.ABSENT
    unclear = read("验收合格后2个月内付款", Sort.DAYS, "验收合格后{}内")
    assert (unclear.state, unclear.reason) == (State.UNKNOWN, Reason.UNCLEAR)


def test_two_values_contradict_each_other() -> None:
    fact = read("验收合格后30日内付款。\n余款在验收合格后60日内付款。", Sort.DAYS, "验收合格后{}内")
    assert (fact.state, fact.reason) == (State.UNKNOWN, Reason.CONTRADICTION)
    assert [item.quote for item in fact.evidence] == ["验收合格后30日内", "验收合格后60日内"]


def test_the_same_value_twice_is_one() -> None:
    assert read("月结30天。\n月结三十天。", Sort.DAYS, "月结{}").state is State.STATED


@pytest.mark.parametrize("blank", ["____", "[ ]", "{{days}}", "[●]", "***"])
def test_a_blank_in_the_place_of_the_value(blank: str) -> None:
    fact = read(f"验收合格后{blank}日内付款", Sort.DAYS, "验收合格后{}内")
    assert (fact.state, fact.reason) == (State.UNKNOWN, Reason.BLANK)


def test_nothing_found_is_absent() -> None:
    assert read("双方友好协商。", Sort.DAYS, "月结{}").state is State.ABSENT


@pytest.mark.parametrize(
    ("text", "pattern", "value"),
    [
        ("买方支付定金。", "定金", True),
        ("本合同不收取定金。", "定金", False),
        ("无需提供保函。", "保函", False),
        ("No deposit is required.", "deposit", False),
        ("A deposit is required.", "deposit", True),
    ],
)
def test_yes_and_no(text: str, pattern: str, value: bool) -> None:
    assert read(text, Sort.YES_NO, pattern).value is value


def test_a_condition_denies_nothing() -> None:
    assert read("如不支付定金,合同不生效", Sort.YES_NO, "定金").state is State.ABSENT


def test_latin_words_match_whole_words() -> None:
    assert read("the contractor pays", Sort.YES_NO, "contract").state is State.ABSENT
    assert read("按INCOTERMS执行", Sort.YES_NO, "incoterms").value is True


def test_a_match_stays_inside_its_sentence() -> None:
    assert read("货物验收。余款30日内付清", Sort.DAYS, "验收…{}").state is State.ABSENT


def test_hostile_patterns_stay_cheap() -> None:
    text = document("a " * 4_000 + "30 days")
    for pattern in ("a…a…a…a…{}", "[a][a][a](a|a|a)…a{}"):
        parts = parse_pattern(pattern)
        assert isinstance(parts, Pattern)
        start = time.perf_counter()
        PatternReader([("f", Type(Sort.DAYS), "en", parts)]).read(text)
        assert time.perf_counter() - start < 60, "a hang, not a slow machine"


@pytest.mark.parametrize(
    ("text", "pattern", "expected"),
    [
        ("The deposit is forfeited.", "deposit … forfeited", True),
        ("The deposit shall not be forfeited.", "deposit … forfeited", Reason.UNCLEAR),
        ("The goods not accepted are returned.", "not accepted … returned", True),
        ("定金一律没收。", "定金…没收", True),
        ("定金在任何情况下不予没收。", "定金…没收", Reason.UNCLEAR),
        ("定金不仅没收，还须赔偿。", "定金…没收", True),
    ],
)
def test_a_denial_in_a_gap_is_no_reading(text: str, pattern: str, expected: object) -> None:
    fact = read(text, Sort.YES_NO, pattern.replace(" … ", "…"))
    assert (fact.value if fact.value is not None else fact.reason) == expected
