"""The score by the shipped tables: each criterion by hand, ranges where facts aren't known, a company's own tables."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from customer_facts import EARNED, MIDDLING, Book, cny, days, number, percent, shipped
from presign.assessment.score import Contribution, Score, score
from presign.facts.fact import FactBook
from presign.policylang.core import Program
from presign.values import Money, Value

DAY = date(2026, 3, 2)


def scored(facts: FactBook, program: Program) -> tuple[Score, dict[str, Contribution]]:
    found = score(facts, program, DAY)
    assert found is not None
    return found, {each.table: each for each in found.contributions}


def test_the_shipped_weights_make_a_hundred(program: Program, book: Book) -> None:
    found, criteria = scored(book({}), program)
    assert found.maximum == 100 and len(criteria) == 15
    # Nothing is known: everything is possible.
    assert (found.low, found.high) == (percent("0.00"), percent("100.00"))
    assert all(not each.settled and each.missing == each.facts for each in criteria.values())


def test_each_criterion_earns_what_its_row_says(program: Program, book: Book) -> None:
    found, criteria = scored(book(MIDDLING), program)
    assert {name: each.low for name, each in criteria.items()} == {name: Decimal(each) for name, each in EARNED.items()}
    assert all(each.settled and not each.missing for each in criteria.values())
    assert found.low == found.high == percent("54.70")


@pytest.mark.parametrize(
    ("fact", "value", "earned"),
    [
        ("history.avg_days_late", days("0"), "12"),
        ("history.avg_days_late", days("0.01"), "9.6"),
        ("history.avg_days_late", days("5"), "9.6"),
        ("history.avg_days_late", days("5.01"), "7.2"),
        ("history.avg_days_late", days("30.5"), "0"),
        ("history.on_time_ratio", percent("95"), "8"),
        ("history.on_time_ratio", percent("94.99"), "6.4"),
        ("fin.z_score", number("1.23"), "6"),
        ("fin.z_score", number("1.22"), "0"),
        ("fin.z_score", number("2.9"), "12"),
        ("customer.enforcement_amount", cny("0.01"), "0"),
        ("customer.abnormal_list", True, "0"),
        ("history.broken_promises_12m", number(3), "0"),
    ],
)
def test_the_edges_of_the_ranges(program: Program, book: Book, fact: str, value: Value, earned: str) -> None:
    _, criteria = scored(book({fact: value}), program)
    (one,) = (each for each in criteria.values() if fact in each.facts)
    assert (one.low, one.high) == (Decimal(earned), Decimal(earned))


def test_what_is_not_known_earns_between_its_rows(program: Program, book: Book) -> None:
    facts = {name: value for name, value in MIDDLING.items() if name not in ("fin.z_score", "customer.age")}
    found, criteria = scored(book(facts), program)
    # 54.7 - 6 - 3, and 12 + 6 on top of that.
    assert (found.low, found.high) == (percent("45.70"), percent("63.70"))
    assert (criteria["score_z"].low, criteria["score_z"].high) == (0, 12)
    assert criteria["score_z"].missing == ("fin.z_score",)


def test_an_amount_in_another_currency_is_no_guess(program: Program, book: Book) -> None:
    _, criteria = scored(book({**MIDDLING, "customer.paid_in_capital": Money(Decimal(1_000_000), "USD")}), program)
    capital = criteria["score_capital"]
    assert (capital.low, capital.high, capital.missing, capital.uncovered) == (0, 6, (), True)
    assert not capital.settled


COMPANY = """\
# language: en
policy "Acme" version "1"
  owner "Credit"  source "Board"  jurisdiction "CN"
use "credit-policy"

amend parameter weight_z
  source "Board minutes 2"
  in force from 2026-01-01  review by 2027-12-31
  | 24 |

table score_branch: number
  given customer.registered_capital, customer.severe_illegal_list
  hit first
  label en "branch" zh "行业"
  source "Board minutes 3"
  in force from 2026-01-01  review by 2027-12-31
  | any              | yes => -5 |
  | up to CNY 100    | no  =>  1 |
  | over CNY 100     | no  =>  4 |

parameter weight_branch: number
  label en "weight of branch" zh "行业权重"
  source "Board minutes 3"
  in force from 2026-01-01  review by 2027-12-31
  | 8 |
"""


def test_a_company_changes_weights_and_adds_tables(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "acme.policy"
    path.write_text(COMPANY, encoding="utf-8")
    program = shipped(str(path))
    facts = {**MIDDLING, "customer.registered_capital": cny(50), "customer.severe_illegal_list": False}
    found, criteria = scored(book(facts), program)
    assert found.maximum == 100 + 12 + 8
    # Half of 24; 1 of 4 points, worth 8. Together 54.7 + 6 + 2 = 62.7 of 120.
    assert criteria["score_z"].low == 12 and criteria["score_branch"].low == 2
    assert found.low == percent("52.25")
    # The list alone takes points away, and leaves nothing open.
    _, listed = scored(book({"customer.severe_illegal_list": True}), program)
    assert (listed["score_branch"].low, listed["score_branch"].high) == (-10, -10)
    assert listed["score_branch"].settled and listed["score_branch"].missing == ("customer.registered_capital",)
    # One of its two facts leaves the two rows that may fit.
    _, half = scored(book({"customer.severe_illegal_list": False}), program)
    assert (half["score_branch"].low, half["score_branch"].high) == (2, 8)


def test_a_table_counts_from_its_first_day(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "acme.policy"
    path.write_text(COMPANY, encoding="utf-8")
    found = score(book(MIDDLING), shipped(str(path)), date(2025, 12, 31))
    assert found is not None and found.maximum == 100
    assert "score_branch" not in {each.table for each in found.contributions}


def test_without_tables_there_is_no_score(book: Book) -> None:
    assert score(book(MIDDLING), Program(), DAY) is None
