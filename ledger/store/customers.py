"""Whose row it is: the customers of the ledger as an import needs them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from .cells import Wrong, wrong
from .names import name_key, number_key
from .schema import customers


@dataclass(frozen=True, slots=True)
class Customers:
    """Who is in the ledger: the id by comparable name and by registration number, the currency by id."""

    by_name: Mapping[str, int]
    by_number: Mapping[str, int]
    currency: Mapping[int, str]
    numbered: frozenset[int] = field(init=False)
    """Those with a registration number."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "numbered", frozenset(self.by_number.values()))

    def named(self, name: str, number: str) -> int | Wrong:
        """The customer of a row: by its number first, then by its exact name; never by a likeness."""
        by_number = self.by_number.get(number_key(number)) if number else None
        by_name = self.by_name.get(name_key(name)) if name else None
        if by_number is not None and by_name is not None and by_number != by_name:
            return wrong("ledger.two_customers", name, number=number, private=("number",))
        found = by_number if by_number is not None else by_name
        if found is None:
            if not name and not number:
                return Wrong("ledger.no_owner")
            return wrong("ledger.no_customer", name or number, private=() if name else ("text",))
        # A customer of this name with another number is another company.
        if number and by_number is None and found in self.numbered:
            return wrong("ledger.no_customer", number, private=("text",))
        return found


def known_customers(connection: Connection) -> Customers:
    """All customers of the ledger."""
    rows = connection.execute(
        select(customers.c.id, customers.c.name_key, customers.c.uscc, customers.c.currency)
    ).all()
    return Customers(
        {name: each for each, name, _, _ in rows},
        {number: each for each, _, number, _ in rows if number},
        {each: currency for each, _, _, currency in rows if currency},
    )
