"""The score of a customer by the company's tables.

A table `score_…` gives points for one criterion; the parameter `weight_…` of the same name says how many points of the
whole the criterion is worth, and its best row earns all of them. A criterion whose facts aren't known earns between its
worst and its best row: the score is then a range, never a guess.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from ..facts.fact import FactBook
from ..policylang.core import Parameter, Program
from ..policylang.parameter_values import parameter_value, version_on
from ..values import Quantity, State, Unit, Value
from .possible import possible_values

PREFIX, WEIGHT = "score_", "weight_"
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one criterion gives: `low` and `high` are alike where it is settled. `missing` are facts that aren't known.

    `uncovered`: every fact is known, and no row takes them (an amount in another currency).
    """

    table: str
    facts: tuple[str, ...]
    low: Decimal
    high: Decimal
    maximum: Decimal
    missing: tuple[str, ...]
    uncovered: bool

    @property
    def settled(self) -> bool:
        """Whether what isn't known makes no difference."""
        return self.low == self.high and not self.uncovered


@dataclass(frozen=True, slots=True)
class Score:
    """All contributions, and their sums in percent of what all criteria together can give.

    `low` counts nothing better than the worst row for what isn't known, `high` the best.
    """

    contributions: tuple[Contribution, ...]
    low: Quantity
    high: Quantity
    maximum: Decimal


def score(book: FactBook, program: Program, day: date) -> Score | None:
    """The score as of a day; None when no table is in force."""
    tables = [table for name, table in program.parameters.items() if name.startswith(PREFIX)]
    found = [_contribution(table, book, program, day) for table in tables]
    contributions = tuple(each for each in found if each is not None)
    maximum = sum((each.maximum for each in contributions), Decimal(0))
    if maximum <= 0:
        return None
    low, high = (
        sum((getattr(each, end) for each in contributions), Decimal(0)) * 100 / maximum for end in ("low", "high")
    )
    return Score(contributions, percent(low), percent(high), maximum)


def percent(amount: Decimal) -> Quantity:
    """A share to two decimals: what a report shows is what the table of grades compares."""
    return Quantity(amount.quantize(_CENT, ROUND_HALF_UP), Unit.PERCENT)


def keys_of(table: Parameter, book: FactBook) -> tuple[Value | None, ...]:
    """The values of a table's keys; None for those that aren't stated."""
    facts = (book[key.name] for key in table.keys)
    return tuple(fact.value if fact.state is State.STATED else None for fact in facts)


def missing_keys(table: Parameter, keys: tuple[Value | None, ...]) -> tuple[str, ...]:
    """The facts of a table that aren't known."""
    return tuple(fact.name for fact, key in zip(table.keys, keys, strict=True) if key is None)


def _contribution(table: Parameter, book: FactBook, program: Program, day: date) -> Contribution | None:
    version = version_on(table, day)
    points = [value.amount for _, value in version.rows if isinstance(value, Quantity)] if version is not None else []
    if not points:
        return None
    keys = keys_of(table, book)
    missing = missing_keys(table, keys)
    possible = possible_values(table, keys, day, program.members)
    earned = [value.amount for value in possible if isinstance(value, Quantity)]
    weight, top = _weight(table.name, program, day), max(points)
    worth = weight if weight is not None else max(top, Decimal(0))
    scale = worth / top if top > 0 else Decimal(1)
    ends = earned or points
    return Contribution(
        table.name,
        tuple(key.name for key in table.keys),
        min(ends) * scale,
        max(ends) * scale,
        worth if top > 0 else Decimal(0),
        missing,
        not earned and not missing,
    )


def _weight(table: str, program: Program, day: date) -> Decimal | None:
    parameter = program.parameters.get(WEIGHT + table.removeprefix(PREFIX))
    value = parameter_value(parameter, (), day, program.members) if parameter and not parameter.keys else None
    return value.amount if isinstance(value, Quantity) else None
