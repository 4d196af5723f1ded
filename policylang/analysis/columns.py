"""A table's column cut into the parts in which all its cells answer alike, each part with one value out of it.

| type | parts |
|---|---|
| scale, kinds, yes/no | the members |
| text | the texts written, and one more |
| money | per currency written: the bounds, and what lies between them; from zero |
| rate | by the year and `once`, likewise |
| days, working days | likewise, whole ones where all bounds are whole |
| percent, months, years, hours, number | likewise, fractions too |
| date | the bounds, and the days between them |

Exact for these domains. Less than nothing counts only where a cell speaks of it, other currencies not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ...values import Money, Per, Quantity, Rate, Unit, Value
from ..calendar import yearly
from ..core import Among, Anything, Between, Cell, Members, Sort, Type
from ..parameter_values import takes
from ..slots import PLAIN
from .samples import another_text, round_number, usual


@dataclass(frozen=True, slots=True)
class Column:
    """The parts of a column: a value of each, and the rows (bit i: row i) that take it."""

    samples: tuple[Value, ...]
    rows: tuple[int, ...]

    def parts_of(self, row: int) -> int:
        """The parts (bit k: part k) a row takes."""
        return sum(1 << part for part, mask in enumerate(self.rows) if mask >> row & 1)


def column(cells: Sequence[Cell], type: Type, members: Mapping[str, Members]) -> Column:
    """The column of a key of a type."""
    samples = tuple(_samples(cells, type, members))
    rows = tuple(
        sum(1 << row for row, cell in enumerate(cells) if takes(cell, sample, type, members)) for sample in samples
    )
    return Column(samples, rows)


def written(cells: Iterable[Cell]) -> Iterator[Value]:
    """The values cells are written with, bounds included."""
    for cell in cells:
        match cell:
            case Among(values):
                yield from values
            case Between(low, _, high, _):
                yield from (bound for bound in (low, high) if bound is not None)
            case Anything():
                pass
            case _:
                yield cell


def _samples(cells: Sequence[Cell], type: Type, members: Mapping[str, Members]) -> Iterator[Value]:
    values = list(written(cells))
    match type.sort:
        case Sort.SCALE | Sort.KINDS:
            yield from members[type.name].members
        case Sort.YES_NO:
            yield from (True, False)
        case Sort.TEXT:
            texts = sorted({each for each in values if isinstance(each, str)})
            yield from (*texts, another_text(texts))
        case _ if not values:
            ordinary = usual(type)
            yield from () if ordinary is None else (ordinary,)
        case Sort.DATE:
            yield from _dates(sorted({each.toordinal() for each in values if isinstance(each, date)}))
        case Sort.MONEY:
            amounts = [each for each in values if isinstance(each, Money)]
            for currency in sorted({each.currency for each in amounts}):
                numbers = [each.amount for each in amounts if each.currency == currency]
                yield from (Money(number, currency) for number in _line(numbers))
        case Sort.RATE:
            yield from _rates([each for each in values if isinstance(each, Rate)])
        case sort if sort in PLAIN:
            numbers = [each.amount for each in values if isinstance(each, Quantity)]
            whole = sort in (Sort.DAYS, Sort.WORKING_DAYS) and all(each == each.to_integral_value() for each in numbers)
            yield from (Quantity(number, Unit(sort.value)) for number in _line(numbers, whole=whole))


def _rates(rates: Sequence[Rate]) -> Iterator[Value]:
    """By the year, and once; a bound as it is written, so that what is shown is familiar."""
    for per in (Per.YEAR, Per.ONCE):
        kept = {yearly(each).percent: each for each in rates if yearly(each).per is per}
        yield from (kept.get(number) or Rate(number, per) for number in _line(list(kept)))


def _line(numbers: Sequence[Decimal], *, whole: bool = False) -> Iterator[Decimal]:
    """The numbers and one out of each stretch before, between and after them, from zero unless one is below it."""
    bounds = sorted(set(numbers))
    if bounds and bounds[0] > 0:
        first = round_number(Decimal(0), bounds[0], whole=whole)
        yield Decimal(0) if first is None else first
    elif bounds and bounds[0] < 0:
        yield from _found(round_number(None, bounds[0], whole=whole))
    for bound, following in zip(bounds, [*bounds, None][1:], strict=True):
        yield bound
        yield from _found(round_number(bound, following, whole=whole))


def _found(number: Decimal | None) -> tuple[Decimal, ...]:
    return () if number is None else (number,)


def _dates(bounds: Sequence[int]) -> Iterator[date]:
    """The days and the next day of each stretch before, between and after them."""
    if bounds[0] > 1:
        yield date.fromordinal(bounds[0] - 1)
    for bound, following in zip(bounds, (*bounds[1:], date.max.toordinal() + 1), strict=True):
        yield date.fromordinal(bound)
        if following > bound + 1:
            yield date.fromordinal(bound + 1)
