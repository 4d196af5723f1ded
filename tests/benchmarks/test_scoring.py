"""The corpus scorer: what counts as right."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from presign.facts.fact import absent, not_applicable, stated, unknown
from presign.values import Money, Per, Quantity, Rate, Reason, Record, Unit, Value

from benchmarks.corpus.equality import keys_right, same, same_exactly
from benchmarks.corpus.labels import Label, labelled_files
from benchmarks.corpus.scoring import Outcome, Tally, judge


def days(number: int) -> Quantity:
    return Quantity(Decimal(number), Unit.DAYS)


def percent(number: int) -> Quantity:
    return Quantity(Decimal(number), Unit.PERCENT)


@pytest.mark.parametrize(
    ("name", "labelled", "read", "expected"),
    [
        ("contract.amount", {"amount": "1200.00", "currency": "CNY"}, Money(Decimal(1200), "CNY"), True),
        ("contract.amount", {"amount": "1200.00", "currency": "CNY"}, Money(Decimal(1200), "USD"), False),
        ("payment.net_days", 30, days(30), True),
        ("payment.net_days", 30, days(60), False),
        ("aftersales.warranty_months", 24, Quantity(Decimal(2), Unit.YEARS), True),
        ("contract.sign_date", "2026-03-02", date(2026, 3, 2), True),
        ("party.buyer_name", "Acme Co., Ltd.", "ACME Co. Ltd", True),
        ("party.buyer_name", "甲公司", "乙公司", False),
        ("remedy.late_fee_rate", {"pct": 0.05, "per": "day"}, Rate(Decimal("0.05"), Per.DAY), True),
        ("remedy.late_fee_rate", {"pct": 0.05, "per": "day"}, Rate(Decimal("0.05"), Per.MONTH), False),
        ("payment.methods", ["cash", "transfer"], ("transfer", "cash"), True),
        ("payment.methods", ["cash"], ("transfer", "cash"), False),
        ("dispute.forum", "甲方所在地人民法院", "合同约定由甲方所在地人民法院管辖", True),
        ("dispute.governing_law", "laws of the PRC", "中华人民共和国法律", True),
        ("dispute.governing_law", "laws of England", "中华人民共和国法律", False),
        ("sign.buyer_block", True, True, True),
        ("sign.buyer_block", True, False, False),
    ],
)
def test_equal_values(name: str, labelled: Any, read: Value, expected: bool) -> None:
    assert same(name, labelled, read) is expected


def test_instalments_are_compared_one_by_one() -> None:
    labelled = [{"pct": 30, "anchor": "sign"}, {"pct": 70, "anchor": "delivery", "days": 30, "day_type": "business"}]
    read = (
        Record((("pct", percent(30)), ("anchor", "sign"))),
        Record((("pct", percent(70)), ("anchor", "delivery"), ("days", days(30)), ("day_type", "unstated"))),
    )
    assert same("payment.instalments", labelled, read)
    assert not same_exactly(labelled, read)
    assert keys_right(labelled, read) == (5, 6)
    assert not same("payment.instalments", labelled, read[:1])
    assert keys_right(labelled, read[:1]) == (2, 6)


@pytest.mark.parametrize(
    ("label", "fact", "outcome"),
    [
        (Label("stated", 30), stated("f", days(30)), Outcome.RIGHT),
        (Label("stated", 30), stated("f", days(60)), Outcome.WRONG),
        (Label("stated", 30), absent("f"), Outcome.MISSED),
        (Label("stated", 30), unknown("f", Reason.CONTRADICTION), Outcome.MISSED),
        (Label("absent"), stated("f", days(30)), Outcome.INVENTED),
        (Label("absent"), absent("f"), Outcome.SILENT),
        (Label("absent"), not_applicable("f"), Outcome.SILENT),
        (Label("absent"), unknown("f", Reason.UNCLEAR), Outcome.UNSURE),
        (Label("absent"), stated("f", False), Outcome.SILENT),
        (Label("stated", False), absent("f"), Outcome.RIGHT),
        (Label("blank"), unknown("f", Reason.BLANK), Outcome.BLANK),
        (Label("blank"), absent("f"), Outcome.BLANK_MISSED),
        (Label("blank"), stated("f", days(30)), Outcome.INVENTED),
        (Label("unclear"), stated("f", days(30)), Outcome.NOT_COUNTED),
    ],
)
def test_outcomes(label: Label, fact: Any, outcome: Outcome) -> None:
    assert judge("f", label, fact) is outcome


def test_precision_and_recall() -> None:
    tally = Tally()
    tally.add("f", Label("stated", 30), stated("f", days(30)))
    tally.add("f", Label("stated", 30), stated("f", days(60)))
    tally.add("f", Label("stated", 30), absent("f"))
    tally.add("f", Label("absent"), stated("f", days(30)))
    assert tally.precision == pytest.approx(1 / 3)
    assert tally.recall == pytest.approx(1 / 3)
    assert Tally().precision is None


def test_the_three_thirds_hold_every_file_once(tmp_path: Path) -> None:
    folder = tmp_path / "zh" / "labels"
    folder.mkdir(parents=True)
    for at in range(9):
        content = f"file: c{at}.txt\nfacts:\n  payment.net_days:\n    state: absent\n"
        (folder / f"c{at}.yaml").write_text(content, encoding="utf-8")
    thirds = [[item.path.name for item in labelled_files(tmp_path, third=third)] for third in (0, 1, 2)]
    assert sorted(name for third in thirds for name in third) == [f"c{at}.txt" for at in range(9)]
    assert [item.language for item in labelled_files(tmp_path, "en")] == []
