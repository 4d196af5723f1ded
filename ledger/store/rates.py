"""What a unit of one currency is worth in another on a day: by the case's own rates, else by the company's table.

A rate has a day and a source, or there is none: amounts that can't be converted stay unknown (IAS 21.23 has monetary
items at the rate of the closing day).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from ...facts.fact import Fact
from ...policylang.core import Program
from ...policylang.parameter_values import named_value
from ...values import Quantity, Record

TABLE = "exchange_rate"
CASE = "deal.exchange_rates"


@dataclass(frozen=True, slots=True)
class Rate:
    """One unit of a currency in another. `on` is the day of the case's rate; None: by the company's table."""

    value: Decimal
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Rates:
    """The rates of a day."""

    own: Mapping[tuple[str, str], Rate] = field(default_factory=dict)
    program: Program | None = None
    day: date = date.min

    def rate(self, currency: str, into: str) -> Rate | None:
        """What one unit of `currency` is in `into`; None without a rate for both on the day."""
        if currency == into:
            return Rate(Decimal(1))
        if (said := self.own.get((currency, into))) is not None:
            return said
        if (back := self.own.get((into, currency))) is not None:
            return Rate(1 / back.value, back.on)
        one, other = self._listed(currency), self._listed(into)
        return Rate(one / other) if one is not None and other is not None else None

    def _listed(self, currency: str) -> Decimal | None:
        """The currency in the unit all rates of the company's table are in."""
        value = named_value(self.program, TABLE, (currency,), self.day) if self.program is not None else None
        return value.amount if isinstance(value, Quantity) and value.amount > 0 else None


NO_RATES = Rates()


def rates_on(program: Program, given: Mapping[str, Fact], day: date) -> Rates:
    """The rates of a day: of each pair of currencies the case's last one up to the day."""
    own: dict[tuple[str, str], Rate] = {}
    fact = given.get(CASE)
    for record in fact.value if fact is not None and isinstance(fact.value, tuple) else ():
        if not isinstance(record, Record):
            continue
        currency, into, value, on = (record.get(name) for name in ("currency", "into", "rate", "on"))
        sound = isinstance(value, Quantity) and value.amount > 0 and isinstance(on, date) and on <= day
        if not sound or not isinstance(currency, str) or not isinstance(value, Quantity) or not isinstance(on, date):
            continue
        pair = currency.upper(), into.upper() if isinstance(into, str) else "CNY"
        known = own.get(pair)
        if known is None or known.on is None or known.on <= on:
            own[pair] = Rate(value.amount, on)
    return Rates(own, program, day)


def converted(e4: int, rate: Rate) -> int:
    """An amount in ten-thousandths by a rate, rounded half up."""
    return int((Decimal(e4) * rate.value).quantize(Decimal(1), ROUND_HALF_UP))
