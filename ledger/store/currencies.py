"""Dealings in several currencies: settled in each by itself, then told in the customer's own by dated rates.

Rounding comes last, so that an invoice paid in full stays paid. What can't be converted is never added: without a rate,
or where money of one currency went to an invoice of another, nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from .dealings import Dealings
from .problems import LedgerProblem, ledger_problem
from .punctuality import broken_promises
from .rates import Rate, Rates, converted
from .settlement import Part, Settled, settle

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class InOne:
    """The dealings in one currency. `rates` are those that were used, by currency; none where nothing was converted."""

    dealings: Dealings
    currency: str
    settled: Settled
    broken: int
    rates: Mapping[str, Rate] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unconverted:
    """Why the dealings can't be told in one currency: those without a rate, else money that crossed currencies."""

    currencies: tuple[str, ...]
    into: str
    crossed: bool = False


def currencies_of(dealings: Dealings) -> tuple[str, ...]:
    """The currencies of all items, in order."""
    of = (dealings.invoices, dealings.payments, dealings.orders, dealings.promises)
    return tuple(sorted({item.currency for items in of for item in items}))


def by_currency(dealings: Dealings) -> Iterator[Dealings]:
    """The dealings in each currency by themselves."""
    for code in currencies_of(dealings):
        yield replace(
            dealings,
            invoices=tuple(each for each in dealings.invoices if each.currency == code),
            payments=tuple(each for each in dealings.payments if each.currency == code),
            orders=tuple(each for each in dealings.orders if each.currency == code),
            promises=tuple(each for each in dealings.promises if each.currency == code),
            usual=code,
        )


def in_one(dealings: Dealings, rates: Rates) -> InOne | Unconverted:
    """The dealings in the customer's own currency; those in one other currency stay in it where there is no rate."""
    found = currencies_of(dealings)
    if not found or found == (dealings.usual,):
        return _as_it_is(dealings, dealings.usual)
    into = dealings.usual
    used = {code: rate for code in found if code != into and (rate := rates.rate(code, into)) is not None}
    missing = tuple(code for code in found if code != into and code not in used)
    if len(found) == 1 and missing:
        return _as_it_is(dealings, found[0])
    if missing:
        return Unconverted(missing, into)
    if crossed(dealings):
        return Unconverted(found, into, crossed=True)
    return _converted(dealings, into, used)


def _as_it_is(dealings: Dealings, currency: str) -> InOne:
    return InOne(dealings, currency, settle(dealings), _broken(dealings))


def crossed(dealings: Dealings) -> bool:
    """Whether money of one currency is for an invoice of another, or for none where no invoice has its currency."""
    billed = {each.number: each.currency for each in dealings.invoices}
    codes = set(billed.values())
    return any(
        billed.get(each.invoice_number, each.currency) != each.currency or (bool(codes) and each.currency not in codes)
        for each in dealings.payments
    )


def _broken(dealings: Dealings) -> int:
    return broken_promises(dealings.promises, dealings.payments, dealings.as_of, _MONTHS)


def _converted(dealings: Dealings, into: str, used: Mapping[str, Rate]) -> InOne:
    parts: list[Part] = []
    advance = broken = 0
    for own in by_currency(dealings):
        settled, rate = settle(own), used.get(own.usual)
        broken += _broken(own)
        parts += [part if rate is None else part._replace(e4=converted(part.e4, rate)) for part in settled.parts]
        advance += settled.advance_e4 if rate is None else converted(settled.advance_e4, rate)

    def into_one(e4: int, currency: str) -> int:
        return e4 if currency == into else converted(e4, used[currency])

    def maybe(e4: int | None, currency: str) -> int | None:
        return None if e4 is None else into_one(e4, currency)

    told = replace(
        dealings,
        invoices=tuple(each._replace(e4=into_one(each.e4, each.currency), currency=into) for each in dealings.invoices),
        payments=tuple(each._replace(e4=into_one(each.e4, each.currency), currency=into) for each in dealings.payments),
        promises=tuple(each._replace(e4=into_one(each.e4, each.currency), currency=into) for each in dealings.promises),
        orders=tuple(
            each._replace(
                e4=into_one(each.e4, each.currency),
                delivered_e4=maybe(each.delivered_e4, each.currency),
                invoiced_e4=maybe(each.invoiced_e4, each.currency),
                currency=into,
            )
            for each in dealings.orders
        ),
    )
    return InOne(told, into, Settled(tuple(parts), advance), broken, used)


def all_receivables(dealings: Dealings, into: str, rates: Rates) -> int:
    """What all customers owed, in one currency; 0 where some of it can't be converted."""
    total = 0
    for code, e4 in dealings.all_receivables.items():
        rate = rates.rate(code, into) if e4 else None
        if e4 and rate is None:
            return 0
        total += converted(e4, rate) if rate is not None else 0
    return total


def currency_notes(one: InOne | Unconverted) -> Iterator[LedgerProblem]:
    """What there is to tell: each rate that was used, or why amounts weren't added."""
    match one:
        case InOne(currency=into, rates=used):
            for code, rate in used.items():
                shown = f"{rate.value:.6f}".rstrip("0").rstrip(".")
                key = "ledger.converted" if rate.on is None else "ledger.converted_on"
                yield ledger_problem(key, currency=code, rate=shown, into=into, on=rate.on or "")
        case Unconverted(currencies=codes, into=into, crossed=True):
            yield ledger_problem("ledger.crossed", currencies=", ".join(codes), into=into)
        case Unconverted(currencies=codes, into=into):
            yield ledger_problem("ledger.no_rate", currencies=", ".join(codes), into=into)
