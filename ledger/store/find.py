"""Which customer of the ledger a name or a number means: the same one, or nobody. Never the nearest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, select

from ...values import Money
from .amounts import money
from .names import name_key, number_key
from .schema import customers

_DEFAULT_CURRENCY = "CNY"


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
    bank_account: str | None


def find_customer(connection: Connection, name: str | None, number: str | None) -> Customer | None:
    """By registration number; where the ledger doesn't know it, by exact name.

    A customer of the same name that is kept under another registration number is another company.
    """
    if number and (found := _one(connection, customers.c.uscc == number_key(number))):
        return found
    named = _one(connection, customers.c.name_key == name_key(name)) if name else None
    return None if named is not None and number and named.uscc else named


def named_customer(connection: Connection, words: str) -> Customer | None:
    """What a user calls a customer: a registration number or an exact name."""
    return find_customer(connection, None, words) or find_customer(connection, words, None)


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
