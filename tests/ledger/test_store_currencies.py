"""Dealings in several currencies: told in the customer's own by dated rates, never added without one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from presign.checker.run import load
from presign.collection.open_items import debtors, open_invoices
from presign.facts.fact import Fact, FactBook, stated
from presign.ledger.store.facts import FromLedger, ledger_facts
from presign.ledger.store.ledger import Ledger
from presign.messages import say
from presign.policylang.core import Program
from presign.policylang.load import Loaded
from presign.values import Money, Quantity, Reason, Record, State, Unit

DAY = date(2026, 3, 2)
BUYER = FactBook().with_facts(stated("party.buyer_name", "Acme Ltd"))
TREASURY = """\
policy "Own" version "1"
  owner "Treasury"  source "minutes"  jurisdiction "ANY"

use "internal-control"

amend parameter exchange_rate
  source "Treasury, month-end rates"
  in force from 2026-02-28 until 2026-03-30
  | "CNY" | 1    |
  | "USD" | 7.20 |
"""


def program_of(path: Path, policy: str = TREASURY) -> Program:
    path.write_text(policy, encoding="utf-8")
    loaded = load((str(path),))
    assert isinstance(loaded, Loaded) and loaded.program is not None, loaded
    return loaded.program


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return program_of(tmp_path / "own.policy")


def rate(currency: str, value: str, on: date, into: str = "CNY") -> Record:
    number = Quantity(Decimal(value), Unit.NUMBER)
    return Record((("currency", currency), ("into", into), ("rate", number), ("on", on)))


def case(*rates: Record) -> dict[str, Fact]:
    return {"deal.exchange_rates": Fact("deal.exchange_rates", State.STATED, rates, origin="case.yaml:3")}


@pytest.fixture
def acme(book: Ledger, load) -> Ledger:
    load("customers", "name,currency", "Acme Ltd,CNY", "Other Ltd,CNY")
    load(
        "invoices",
        "customer,number,issued on,due on,amount,currency",
        "Acme Ltd,F1,2026-01-02,2026-02-01,1000.00,CNY",
        "Acme Ltd,F2,2025-12-02,2026-01-01,100.00,EUR",
        "Acme Ltd,F3,2026-02-25,2026-03-30,200.00,USD",
        "Other Ltd,F4,2026-02-25,2026-03-30,2440.00,CNY",
    )
    load(
        "payments",
        "customer,reference,invoice,paid on,amount,currency",
        "Acme Ltd,P1,F2,2026-01-11,33.33,EUR",
        "Acme Ltd,P2,F2,2026-01-21,66.67,EUR",
    )
    load(
        "orders",
        "customer,number,ordered on,amount,currency,delivered,invoiced,status",
        "Acme Ltd,D1,2026-02-20,1000,EUR,0,0,open",
    )
    load("promises", "customer,made on,promised on,amount,currency", "Acme Ltd,2026-01-05,2026-01-22,100.00,EUR")
    return book


def told(found: FromLedger) -> dict[str, object]:
    return {fact.name: fact.value for fact in found.facts}


def test_each_amount_at_its_rate_of_the_day(acme: Ledger, program: Program) -> None:
    given = case(rate("EUR", "7.85", date(2026, 2, 27)), rate("EUR", "7.60", date(2026, 1, 30)))
    found = ledger_facts(acme, None, BUYER, given, program, DAY)
    values = told(found)
    # Receivables 1,000 + 200 × 7.20 = 2,440; the order 1,000 × 7.85 = 7,850.
    assert values["credit.exposure"] == Money(Decimal("10290.00"), "CNY")
    assert values["history.overdue_amount"] == Money(Decimal("1000.00"), "CNY")
    assert values["history.overdue_max_days"] == Quantity(Decimal(29), Unit.DAYS)
    # Half of all that is owed: 2,440 of 4,880.
    assert values["history.ar_share"] == Quantity(Decimal("50.00"), Unit.PERCENT)
    # (33.33 × 7.85 × 10 + 66.67 × 7.85 × 20 + 1,000 × 29) ÷ (785 + 1,000), the parts 261.6405 and 523.3595.
    assert values["history.avg_days_late"] == Quantity(Decimal("23.58"), Unit.DAYS)
    assert values["history.broken_promises_12m"] == Quantity(Decimal(0), Unit.NUMBER)
    # (1,000 + 785 + 1,440) ÷ 12.
    assert values["history.avg_monthly_sales"] == Money(Decimal("268.75"), "CNY")
    notes = [say(note.key, "en", note.values) for note in found.notes]
    assert notes == [
        "amounts in EUR are in the figures at 7.85 CNY, the case's rate of 2026-02-27",
        "amounts in USD are in the figures at 7.2 CNY, by the company's table `exchange_rate`",
    ]


def test_without_a_rate_nothing_is_added_and_the_reason_is_told(acme: Ledger, program: Program) -> None:
    # A rate of tomorrow is none, and the table has no euro.
    given = case(rate("EUR", "7.85", date(2026, 3, 3)))
    found = ledger_facts(acme, None, BUYER, given, program, DAY)
    facts = {fact.name: fact for fact in found.facts}
    for name in ("credit.exposure", "history.overdue_amount", "history.avg_days_late", "history.ar_share"):
        assert (facts[name].state, facts[name].reason) == (State.UNKNOWN, Reason.NOT_COMPUTABLE)
    assert [(note.key, dict(note.values)["currencies"]) for note in found.notes] == [("ledger.no_rate", "EUR")]


def test_a_table_out_of_force_gives_no_rate(acme: Ledger, program: Program) -> None:
    given = case(rate("EUR", "7.85", date(2026, 2, 27)))
    found = ledger_facts(acme, None, BUYER, given, program, date(2026, 3, 31))
    assert [dict(note.values)["currencies"] for note in found.notes] == ["USD"]
    assert told(found)["credit.exposure"] is None


def test_a_rate_the_other_way_round_and_one_across_two_rows(acme: Ledger, tmp_path: Path) -> None:
    policy = TREASURY.replace('  | "USD" | 7.20 |\n', '  | "USD" | 7.20 |\n  | "EUR" | 7.85 |\n')
    program = program_of(tmp_path / "both.policy", policy)
    # 1 CNY = 0.125 EUR, said by the case, goes before the table's 7.85: 1 EUR = 8 CNY.
    given = case(rate("CNY", "0.125", date(2026, 3, 1), into="EUR"))
    assert told(ledger_facts(acme, None, BUYER, given, program, DAY))["credit.exposure"] == Money(
        Decimal("10440.00"), "CNY"
    )
    assert told(ledger_facts(acme, None, BUYER, {}, program, DAY))["credit.exposure"] == Money(
        Decimal("10290.00"), "CNY"
    )


def test_money_that_crossed_currencies_is_not_guessed_at(acme: Ledger, program: Program, load) -> None:
    load("payments", "customer,reference,invoice,paid on,amount,currency", "Acme Ltd,P9,F3,2026-02-26,1440.00,CNY")
    found = ledger_facts(acme, None, BUYER, case(rate("EUR", "7.85", DAY)), program, DAY)
    assert [note.key for note in found.notes] == ["ledger.crossed"]
    assert told(found)["credit.exposure"] is None


def test_split_deals_in_two_currencies_add_up_by_rate(acme: Ledger, program: Program) -> None:
    amount = {
        "deal.amount_base": Fact("deal.amount_base", State.STATED, Money(Decimal(150), "CNY"), origin="case.yaml:2")
    }
    given = case(rate("EUR", "7.85", DAY)) | amount
    values = told(ledger_facts(acme, None, BUYER, given, program, DAY))
    assert values["deal.window_total"] == Money(Decimal("8000.00"), "CNY")
    without = ledger_facts(acme, None, BUYER, amount, program, DAY)
    window = next(fact for fact in without.facts if fact.name == "deal.window_total")
    assert (window.state, window.reason) == (State.UNKNOWN, Reason.NOT_COMPUTABLE)


def test_open_invoices_are_known_in_their_own_currency_without_any_rate(acme: Ledger) -> None:
    with acme.reading() as connection:
        files = {file.customer.name: file for file in debtors(connection, DAY)}
    opened = open_invoices(files["Acme Ltd"])
    assert [(each.number, each.amount.amount, each.amount.currency) for each in opened] == [
        ("F1", Decimal("1000.00"), "CNY"),
        ("F3", Decimal("200.00"), "USD"),
    ]
