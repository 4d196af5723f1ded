"""Altman's Z′ and the other ratios from the accounts, worked out by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from customer_facts import Book, cny, number, percent
from presign.assessment.altman import Accounts, z_score
from presign.assessment.derived import COMPUTED, derive
from presign.values import Money, Value

DAY = date(2026, 3, 2)
FIGURES: dict[str, Value] = {
    "fin.total_assets": cny(1000),
    "fin.total_liabilities": cny(400),
    "fin.current_assets": cny(500),
    "fin.current_liabilities": cny(300),
    "fin.retained_earnings": cny(300),
    "fin.ebit": cny(150),
    "fin.sales": cny(1500),
}


def accounts(*figures: int) -> Accounts:
    return Accounts(*(Decimal(each) for each in figures))


def test_each_term_has_its_weight() -> None:
    # 0.717 × 0.2 + 0.847 × 0.3 + 3.107 × 0.15 + 0.420 × 600/400 + 0.998 × 1.5
    # = 0.1434 + 0.2541 + 0.46605 + 0.63 + 1.497 = 2.99055
    assert z_score(accounts(200, 300, 150, 600, 1500, 1000, 400)) == Decimal("2.99")


@pytest.mark.parametrize(
    ("figures", "z"),
    [
        ((100, 0, 0, 0, 0, 100, 100), "0.72"),
        ((0, 100, 0, 0, 0, 100, 100), "0.85"),
        ((0, 0, 100, 0, 0, 100, 100), "3.11"),
        ((0, 0, 0, 100, 0, 100, 100), "0.42"),
        ((0, 0, 0, 0, 100, 100, 100), "1.00"),
        # Losses and negative equity count against the firm: -0.3585 - 0.847 - 0.3107 - 0.21 + 0.499
        ((-50, -100, -10, -50, 50, 100, 100), "-1.23"),
    ],
)
def test_one_term_alone(figures: tuple[int, ...], z: str) -> None:
    assert z_score(accounts(*figures)) == Decimal(z)


@pytest.mark.parametrize("figures", [(1, 1, 1, 1, 1, 0, 1), (1, 1, 1, 1, 1, 1, 0)])
def test_nothing_is_divided_by_nothing(figures: tuple[int, ...]) -> None:
    assert z_score(accounts(*figures)) is None


def test_the_ratios_come_from_the_figures(book: Book) -> None:
    found = {fact.name: fact for fact in derive(book(FIGURES), DAY)}
    # Equity isn't given: 1000 - 400 = 600.
    assert found["fin.z_score"].value == number("2.99")
    assert found["fin.debt_ratio"].value == percent("40.00")
    assert found["fin.current_ratio"].value == number("1.67")
    assert {fact.note for fact in found.values()} == {COMPUTED}


def test_equity_that_is_given_is_used(book: Book) -> None:
    found = {fact.name: fact for fact in derive(book({**FIGURES, "fin.equity": cny(500)}), DAY)}
    # 2.36055 without equity + 0.420 × 500/400
    assert found["fin.z_score"].value == number("2.89")


def test_what_a_record_states_is_left_alone(book: Book) -> None:
    stated = book({**FIGURES, "fin.z_score": number("1.1"), "fin.debt_ratio": percent(55)})
    assert {fact.name for fact in derive(stated, DAY)} == {"fin.current_ratio"}


def test_part_of_the_accounts_gives_part_of_the_ratios(book: Book) -> None:
    part = {name: value for name, value in FIGURES.items() if name not in ("fin.ebit", "fin.current_assets")}
    assert {fact.name for fact in derive(book(part), DAY)} == {"fin.debt_ratio"}


def test_two_currencies_give_no_ratio(book: Book) -> None:
    assert derive(book({**FIGURES, "fin.sales": Money(Decimal(1500), "USD")}), DAY) == ()


@pytest.mark.parametrize(
    ("since", "months"),
    [
        (date(2024, 3, 2), 24),
        (date(2024, 3, 3), 23),
        (date(2026, 3, 2), 0),
        (date(2023, 4, 30), 34),
    ],
)
def test_the_age_is_in_whole_months(book: Book, since: date, months: int) -> None:
    (age,) = derive(book({"customer.established_date": since}), DAY)
    assert age.name == "customer.age" and age.value is not None
    assert getattr(age.value, "amount", None) == months


def test_a_company_of_tomorrow_has_no_age(book: Book) -> None:
    assert derive(book({"customer.established_date": date(2026, 3, 3)}), DAY) == ()
