"""Whom an assessment is about, and all that is known of them: from a ledger, a case file, or both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ..facts.fact import Fact, FactBook
from ..ledger.derived import derive as derive_records
from ..ledger.store.facts import CustomerFile, FromLedger, customer_file, ledger_facts, not_found
from ..ledger.store.find import Customer, NotFound, find_customer, named_customer
from ..ledger.store.ledger import Ledger
from ..ledger.store.names import name_key, number_key
from ..ledger.store.problems import LedgerProblem, Stopped, ledger_problem
from ..ledger.store.rates import Rates, rates_on
from ..policylang.core import Program
from ..values import State
from .derived import derive


@dataclass(frozen=True, slots=True)
class Subject:
    """A customer with its facts. `file` is None where no ledger knows it; `notes` say why, and where records differ."""

    name: str
    book: FactBook
    file: CustomerFile | None
    notes: tuple[LedgerProblem, ...]


def subject(
    words: str | None, ledger: Ledger | None, given: Mapping[str, Fact], program: Program, as_of: date
) -> Subject | LedgerProblem:
    """The customer `words` (a number or an exact name) call, else the one the case file names.

    A ledger that doesn't know the customer is a note when the case file does, else the answer. A case file of somebody
    else is refused: two customers never make one file.
    """
    name, number = _text(given, "customer.name"), _text(given, "customer.uscc")
    if not (words or name or number):
        return ledger_problem("assessment.nobody")
    kept: CustomerFile | NotFound = NotFound()
    if ledger is not None:
        try:
            kept = _kept(ledger, words, name, number, as_of, rates_on(program, given, as_of))
        except Stopped as stopped:
            return stopped.problem
    customer = kept.customer if isinstance(kept, CustomerFile) else None
    if not _same(words, customer, name, number):
        return ledger_problem("assessment.other_case", name=words or "", case=name or "")
    found = FromLedger()
    if isinstance(kept, CustomerFile) and ledger is not None:
        found = ledger_facts(ledger, kept.customer.uscc or kept.customer.name, FactBook(), given, program, as_of)
    elif ledger is not None:
        problem = not_found(kept, words, name, number) if isinstance(kept, NotFound) else None
        if problem is not None and not given:
            return problem
        found = FromLedger(notes=(problem,) if problem is not None else ())
    called = customer.name if customer is not None else name or words or ""
    facts = (*given.values(), *found.facts, Fact("ref.today", State.STATED, as_of))
    file = kept if isinstance(kept, CustomerFile) else None
    return Subject(called, _book(facts, program, as_of), file, found.notes)


def _kept(
    ledger: Ledger, words: str | None, name: str | None, number: str | None, as_of: date, rates: Rates
) -> CustomerFile | NotFound:
    """The customer's file in the ledger. Raises `Stopped` when the database fails."""
    with ledger.reading() as connection:
        found = named_customer(connection, words) if words else find_customer(connection, name, number)
        return customer_file(connection, found, as_of, rates=rates) if isinstance(found, Customer) else found


def _same(words: str | None, customer: Customer | None, name: str | None, number: str | None) -> bool:
    """Whether the case file is about the customer asked for; one that names nobody is."""
    if not (name or number):
        return True
    if customer is not None and customer.uscc and number:
        return number_key(number) == customer.uscc
    names = {name_key(each) for each in (words, customer.name if customer else None) if each}
    numbers = {number_key(words)} if words else set()
    if customer is not None and customer.uscc:
        numbers.add(customer.uscc)
    if not (names or numbers):
        return True
    return bool(name and name_key(name) in names) or bool(number and number_key(number) in numbers)


def _book(facts: tuple[Fact, ...], program: Program, as_of: date) -> FactBook:
    from ..checker.run import with_reasons

    book = FactBook({fact.name: fact for fact in facts})
    book = book.with_facts(*derive_records(book))
    book = book.with_facts(*derive(book, as_of))
    return with_reasons(book, program)


def _text(given: Mapping[str, Fact], name: str) -> str | None:
    fact = given.get(name)
    return fact.value if fact is not None and isinstance(fact.value, str) else None
