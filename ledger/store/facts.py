"""What the ledger knows of a contract's customer becomes facts of the case, as of a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import Connection

from ...facts.fact import Fact, FactBook, unknown
from ...policylang.core import Program, Sort, Source
from ...policylang.parameter_values import named_value
from ...values import Money, Quantity, Reason, State, Unit, Value
from .amounts import money
from .approvals import Approval, Contract
from .conflicts import conflicts
from .currencies import InOne, Unconverted, currency_notes, in_one
from .dealings import Dealings, read_dealings
from .figures import Figures, figures
from .find import Customer, NotFound, find_customer, named_customer
from .ledger import Ledger
from .privacy import masked
from .problems import LedgerProblem, Stopped, ledger_problem
from .rates import NO_RATES, Rates, converted, rates_on

ORIGIN = "ledger"
WINDOW = "split_days"
"""The company's parameter: how far back orders of the same customer belong to one deal that may have been split."""


_IN_MONEY = frozenset(
    (
        "credit.exposure",
        "deal.window_total",
        "history.overdue_amount",
        "history.overdue_max_days",
        "history.avg_days_late",
        "history.on_time_ratio",
        "history.broken_promises_12m",
        "history.avg_monthly_sales",
        "history.max_past_order",
        "history.ar_share",
    )
)
"""The facts that follow from sums of money, or from which money paid what."""


@dataclass(frozen=True, slots=True)
class CustomerFile:
    """A customer of the ledger with its dealings and figures as of a day, and how they came into one currency."""

    customer: Customer
    dealings: Dealings
    figures: Figures
    one: InOne | Unconverted


@dataclass(frozen=True, slots=True)
class FromLedger:
    """The facts the ledger gave for one contract; and notes: why it gave none, or where the case file differs.

    `approvals` are those of the `contract`, as approvals know it.
    """

    facts: tuple[Fact, ...] = ()
    notes: tuple[LedgerProblem, ...] = ()
    approvals: tuple[Approval, ...] = ()
    contract: Contract | None = None


def customer_file(
    connection: Connection, customer: Customer, as_of: date, judged: str | None = None, rates: Rates = NO_RATES
) -> CustomerFile:
    """All the ledger says of a customer as of a day, without the order that is the contract `judged`, if it has one."""
    dealings = read_dealings(connection, customer.id, as_of, customer.currency)
    if judged is not None:
        # The deal is added to the exposure when it is judged: its order mustn't stand there already.
        dealings = replace(dealings, orders=tuple(each for each in dealings.orders if each.number != judged))
    one = in_one(dealings, rates)
    return CustomerFile(customer, dealings, figures(dealings, rates, one), one)


def ledger_facts(
    ledger: Ledger, words: str | None, book: FactBook, given: Mapping[str, Fact], program: Program, as_of: date
) -> FromLedger:
    """The facts of the customer the user names in `words`, else of the buyer the contract or the case names.

    `given` are the facts of the case file: they stand, and the deal's amount is taken from them.
    """
    number, name = _text(book, given, "uscc"), _text(book, given, "name")
    rates = rates_on(program, given, as_of)
    try:
        with ledger.reading() as connection:
            customer = _found(connection, words, name, number, given)
            if isinstance(customer, NotFound):
                return FromLedger(notes=(not_found(customer, words, name, number),))
            contract = book["contract.number"].value
            judged = contract if isinstance(contract, str) else None
            found = customer_file(connection, customer, as_of, judged, rates)
    except Stopped as stopped:
        return FromLedger(notes=(stopped.problem,))
    amount = given.get("deal.amount_base")
    values = {**dict(_customer(found.customer)), **dict(_figures(found.figures))}
    deal = amount.value if amount else None
    values |= _window(found.dealings, deal, named_value(program, WINDOW, (), as_of), rates)
    facts = (*_declared(values, given, program), *_unconverted(found.one, values, given, program))
    return FromLedger(facts, (*conflicts(values, given), *currency_notes(found.one)))


def _found(
    connection: Connection, words: str | None, name: str | None, number: str | None, given: Mapping[str, Fact]
) -> Customer | NotFound:
    """The customer the user names; else the contract's buyer; else the customer the case file names."""
    if words:
        return named_customer(connection, words)
    found = find_customer(connection, name, number)
    own = given.get("customer.name")
    if isinstance(found, Customer) or found.contradict or own is None:
        return found
    # A project department signs, the company owes.
    again = find_customer(connection, str(own.value), number)
    return again if isinstance(again, Customer) else found


def _text(book: FactBook, given: Mapping[str, Fact], field: str) -> str | None:
    for fact in (book[f"party.buyer_{field}"], given.get(f"customer.{field}")):
        if fact is not None and fact.state is State.STATED and isinstance(fact.value, str):
            return fact.value
    return None


def not_found(found: NotFound, words: str | None, name: str | None, number: str | None) -> LedgerProblem:
    """Why no customer is certain, with those to choose from."""
    alike = ", ".join(f"`{each.name}`" + (f" ({masked(each.uscc)})" if each.uscc else "") for each in found.alike)
    if found.contradict:
        return ledger_problem("ledger.customer_contradicts", alike=alike, number=masked(number or ""), name=name)
    if not words and not name and not number:
        return ledger_problem("ledger.no_buyer")
    parts = (f"`{words or name}`" if words or name else "", f"({masked(number)})" if number and not words else "")
    told = " ".join(filter(None, parts))
    if alike:
        return ledger_problem("ledger.customer_alike", name=told, alike=alike)
    return ledger_problem("ledger.customer_unknown" if words else "ledger.customer_not_found", name=told)


def _customer(customer: Customer) -> Iterator[tuple[str, Value | None]]:
    yield "customer.name", customer.name
    yield "customer.uscc", customer.uscc
    yield "customer.grade", customer.grade
    yield "customer.established_date", customer.established_on
    yield "credit.limit", customer.limit
    yield "credit.limit_expiry", customer.limit_expiry
    yield "credit.max_days", None if customer.max_days is None else Quantity(Decimal(customer.max_days), Unit.DAYS)
    yield "credit.on_hold", customer.on_hold


def _figures(found: Figures) -> Iterator[tuple[str, Value | None]]:
    yield "customer.is_new", found.is_new
    yield "credit.exposure", found.exposure
    yield "history.overdue_amount", found.overdue
    yield "history.overdue_max_days", _quantity(found.overdue_max_days, Unit.DAYS)
    yield "history.avg_days_late", _quantity(found.average_days_late, Unit.DAYS)
    yield "history.on_time_ratio", _quantity(found.on_time_percent, Unit.PERCENT)
    yield "history.broken_promises_12m", _quantity(found.broken_promises, Unit.NUMBER)
    yield "history.returned_bills_12m", _quantity(found.returned_bills, Unit.NUMBER)
    yield "history.avg_monthly_sales", found.average_monthly_sales
    yield "history.max_past_order", found.largest_order
    yield "history.ar_share", _quantity(found.receivables_share, Unit.PERCENT)
    yield "history.disputes_open", _quantity(found.open_disputes, Unit.NUMBER)


def _quantity(number: int | Decimal | None, unit: Unit) -> Quantity | None:
    """A figure to two decimals: what a report shows is what a rule compares."""
    if number is None:
        return None
    return Quantity(Decimal(number) if isinstance(number, int) else round(number, 2), unit)


def _window(dealings: Dealings, deal: Value | None, window: Value | None, rates: Rates) -> dict[str, Value | None]:
    """Deals with the customer within the window, this one included: what a split deal adds up to.

    Internal control asks for it (split deals that evade an approver's limit). Without the deal's amount there is a
    count and no total; without the company's window neither.
    """
    if not dealings.kept.orders or not isinstance(window, Quantity):
        return {}
    since = dealings.as_of - timedelta(int(window.amount))
    others = [order for order in dealings.orders if order.status != "cancelled" and order.ordered_on > since]
    total: Money | None = None
    if isinstance(deal, Money):
        used = {each.currency: rates.rate(each.currency, deal.currency) for each in others}
        known = {code: rate for code, rate in used.items() if rate is not None}
        if len(known) == len(used):
            e4 = sum(converted(each.e4, known[each.currency]) for each in others)
            total = Money(deal.amount + money(e4, deal.currency).amount, deal.currency)
    return {"deal.window_count": _quantity(len(others) + 1, Unit.NUMBER), "deal.window_total": total}


def _unconverted(
    one: InOne | Unconverted, values: Mapping[str, Value | None], given: Mapping[str, Fact], program: Program
) -> Iterator[Fact]:
    """The figures that amounts in several currencies don't give: unknown for that reason, not for want of a record."""
    if isinstance(one, Unconverted):
        for name, value in values.items():
            if value is None and name in _IN_MONEY and name not in given and name in program.facts:
                yield unknown(name, Reason.NOT_COMPUTABLE)


def _declared(values: Mapping[str, Value | None], given: Mapping[str, Fact], program: Program) -> Iterator[Fact]:
    """The values the vocabulary takes, without those the case file gives itself."""
    members = dict(program.members)
    for name, value in values.items():
        declaration = program.facts.get(name)
        if value is None or name in given or declaration is None or declaration.source is Source.CONTRACT:
            continue
        wanted = declaration.type
        # A grade of another scale than the policy's isn't one of the policy's grades.
        if wanted.sort in (Sort.SCALE, Sort.KINDS) and value not in members[wanted.name].members:
            continue
        yield Fact(name, State.STATED, value, origin=ORIGIN)
