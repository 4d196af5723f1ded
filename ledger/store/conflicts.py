"""Where the case file says otherwise than the ledger: the case file stands, and the difference is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from ...facts.fact import Fact
from ...values import Money, Quantity, Unit, Value
from .names import name_key, number_key
from .privacy import masked
from .problems import LedgerProblem, ledger_problem


def conflicts(values: Mapping[str, Value | None], given: Mapping[str, Fact]) -> Iterator[LedgerProblem]:
    """A note on every fact that both the ledger and the case file give, with different values."""
    for name, kept in values.items():
        fact = given.get(name)
        if fact is None or fact.value is None or kept is None or _agree(name, fact.value, kept):
            continue
        said = [masked(str(each)) if name == "customer.uscc" else written(each) for each in (fact.value, kept)]
        yield ledger_problem("ledger.differs", fact=name, said=said[0], kept=said[1], origin=fact.origin)


def _agree(name: str, said: Value, kept: Value) -> bool:
    """Whether both say the same; the ledger counts days and percentages finer than people write them."""
    if isinstance(said, Quantity) and isinstance(kept, Quantity) and said.unit == kept.unit:
        decimals = -int(said.amount.as_tuple().exponent)
        return round(kept.amount, max(decimals, 0)) == said.amount
    if isinstance(said, str) and isinstance(kept, str) and name in ("customer.name", "customer.uscc"):
        same = name_key if name == "customer.name" else number_key
        return same(said) == same(kept)
    return said == kept


def written(value: Value) -> str:
    """A value as a case file writes it."""
    match value:
        case bool():
            return "yes" if value else "no"
        case Money(amount, currency):
            return f"{currency} {amount:,}"
        case Quantity(amount, Unit.PERCENT):
            return f"{amount}%"
        case Quantity(amount, Unit.NUMBER):
            return f"{amount}"
        case Quantity(amount, unit):
            return f"{amount} {unit.value}"
        case date():
            return value.isoformat()
        case _:
            return str(value)
