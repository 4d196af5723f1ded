"""Facts that follow from others: Z′, debt ratio and current ratio from the accounts, age from the register."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from ..facts.fact import Fact, FactBook
from ..values import Money, Quantity, State, Unit, Value
from .altman import Accounts, z_score

COMPUTED = "assessment.computed"
"""The note of a fact that was computed here."""
_AGE = "customer.age"
_CENT = Decimal("0.01")


def derive(book: FactBook, as_of: date) -> tuple[Fact, ...]:
    """The derived facts of a customer as of a day; a fact a record states itself is left alone."""
    found = (*_of_accounts(book), *_age(book, as_of))
    return tuple(fact for fact in found if book[fact.name].state is not State.STATED)


def _of_accounts(book: FactBook) -> Iterator[Fact]:
    """The ratios the given figures allow. Figures in two currencies give none."""
    names = ("assets", "liabilities", "current_assets", "current_liabilities", "retained_earnings", "ebit", "sales")
    facts = ("total_assets", "total_liabilities", *names[2:])
    values = {name: book[f"fin.{fact}"].value for name, fact in zip(names, facts, strict=True)}
    values["equity"] = book["fin.equity"].value
    given = {name: value for name, value in values.items() if isinstance(value, Money)}
    if len({value.currency for value in given.values()}) != 1:
        return
    figures = {name: value.amount for name, value in given.items()}
    origin = next(
        book[f"fin.{fact}"].origin for fact in (*facts, "equity") if book[f"fin.{fact}"].state is State.STATED
    )
    for name, value in (
        ("fin.debt_ratio", _ratio(figures, "liabilities", "assets", 100, Unit.PERCENT)),
        ("fin.current_ratio", _ratio(figures, "current_assets", "current_liabilities", 1, Unit.NUMBER)),
        ("fin.z_score", _z(figures)),
    ):
        if value is not None:
            yield _computed(name, value, origin)


def _ratio(figures: dict[str, Decimal], above: str, below: str, times: int, unit: Unit) -> Quantity | None:
    """One figure over another, to two decimals."""
    if above not in figures or figures.get(below, Decimal(0)) <= 0:
        return None
    return Quantity((figures[above] * times / figures[below]).quantize(_CENT, ROUND_HALF_UP), unit)


def _z(figures: dict[str, Decimal]) -> Quantity | None:
    needed = ("assets", "liabilities", "current_assets", "current_liabilities", "retained_earnings", "ebit", "sales")
    if not all(name in figures for name in needed):
        return None
    assets, debts = figures["assets"], figures["liabilities"]
    found = z_score(
        Accounts(
            figures["current_assets"] - figures["current_liabilities"],
            figures["retained_earnings"],
            figures["ebit"],
            # What is left of the assets after the debts is the book value of equity.
            figures.get("equity", assets - debts),
            figures["sales"],
            assets,
            debts,
        )
    )
    return None if found is None else Quantity(found, Unit.NUMBER)


def _age(book: FactBook, as_of: date) -> Iterator[Fact]:
    """Whole months since the company was established."""
    since = book["customer.established_date"]
    if isinstance(since.value, date) and since.value <= as_of:
        day = since.value
        months = (as_of.year - day.year) * 12 + as_of.month - day.month - (as_of.day < day.day)
        yield _computed(_AGE, Quantity(Decimal(months), Unit.MONTHS), since.origin)


def _computed(name: str, value: Value, origin: str) -> Fact:
    return Fact(name, State.STATED, value, note=COMPUTED, origin=origin)
