"""Which customer of the ledger a name or a number means: the same one, or nobody. Never the nearest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, select

from ...values import Money
from .amounts import money
from .names import core_key, name_key, number_key
from .schema import customers

_DEFAULT_CURRENCY = "CNY"
_MOST_ALIKE = 5
_LEAST_SHARED = 4


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer's own row."""

    id: int
    name: str
    uscc: str | None
    grade: str | None
    currency: str
    limit: Money | None
    limit_expiry: date | None
    max_days: int | None
    on_hold: bool | None
    established_on: date | None
    bank_account: str | None = None


@dataclass(frozen=True, slots=True)
class NotFound:
    """No customer is certain. `alike` are those that somebody may have meant: to be asked about, never to be taken."""

    alike: tuple[Customer, ...] = ()
    contradict: bool = False
    """The number is one customer's, the name another's."""


def find_customer(connection: Connection, name: str | None, number: str | None) -> Customer | NotFound:
    """By registration number; where the ledger doesn't know it, by exact name; where that leaves a doubt, nobody.

    A customer of the same name that is kept under another registration number is another company, and so is one of
    the same number and a name that is another customer's.
    """
    numbered = _one(connection, customers.c.uscc == number_key(number)) if number else None
    named = _one(connection, customers.c.name_key == name_key(name)) if name else None
    if numbered is not None:
        if named is not None and named.id != numbered.id:
            return NotFound((numbered, named), contradict=True)
        return numbered
    if named is not None and not (number and named.uscc):
        return named
    return NotFound(_alike(connection, name) if name else ())


def named_customer(connection: Connection, words: str) -> Customer | NotFound:
    """What a user calls a customer: a registration number or an exact name."""
    found = find_customer(connection, None, words)
    return found if isinstance(found, Customer) else find_customer(connection, words, None)


def _alike(connection: Connection, name: str) -> tuple[Customer, ...]:
    """The customers whose names hold one another, but for case, punctuation and the words for the company's form."""
    wanted = core_key(name)
    names = connection.execute(select(customers.c.id, customers.c.name).order_by(customers.c.name))
    ids = [each for each, kept in names if _hold(wanted, core_key(kept))][:_MOST_ALIKE]
    found = (_one(connection, customers.c.id == each) for each in ids)
    return tuple(each for each in found if each is not None)


def _hold(first: str, second: str) -> bool:
    shorter, longer = sorted((first, second), key=len)
    return first == second != "" or (len(shorter) >= _LEAST_SHARED and shorter in longer)


def _one(connection: Connection, wanted: ColumnElement[bool]) -> Customer | None:
    row = connection.execute(select(customers).where(wanted)).mappings().first()
    if row is None:
        return None
    currency = row["currency"] or _DEFAULT_CURRENCY
    limit = row["credit_limit_e4"]
    return Customer(
        row["id"],
        row["name"],
        row["uscc"],
        row["grade"],
        currency,
        None if limit is None else money(limit, currency),
        row["limit_expiry"],
        row["max_days"],
        row["on_hold"],
        row["established_on"],
        row["bank_account"],
    )
