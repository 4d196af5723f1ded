"""Every payment fact of a contract, from its schedule and its clauses."""

from __future__ import annotations

from collections.abc import Iterator

from ..fact import Fact
from ..roles import Parties
from ..text import Text
from . import accounts as payment_accounts
from . import bills as payment_bills
from . import conditions as payment_conditions
from . import credit as payment_credit
from . import invoice as payment_invoice
from . import methods as payment_methods
from . import parts as payment_parts
from .blanks import find_open_terms
from .schedule import read_schedule


def read(text: Text, parties: Parties) -> Iterator[Fact]:
    """All `payment.` facts but the derived ones, and `remedy.instalment_count`, each in some state."""
    schedule = read_schedule(text, parties)
    open_terms = find_open_terms(text, parties)
    yield from payment_credit.read(text, parties, schedule, open_terms)
    yield from payment_parts.read(text, parties, schedule, open_terms)
    yield payment_methods.read(text, parties, open_terms)
    yield from payment_bills.read(text)
    yield from payment_conditions.read(text, parties, schedule)
    yield from payment_invoice.read(text, parties, schedule)
    yield from payment_accounts.read(text, parties)
