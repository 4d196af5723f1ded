"""What the ledger gives a check: facts with its name on them, behind the case file and never instead of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from presign.facts.fact import Fact, FactBook, stated
from presign.ledger.derived import derive
from presign.ledger.store.conflicts import written
from presign.ledger.store.facts import FromLedger, ledger_facts
from presign.ledger.store.ledger import Ledger
from presign.messages import advise, say
from presign.policylang.core import (
    ALWAYS,
    FactDeclaration,
    Members,
    Parameter,
    ParameterVersion,
    Program,
    Sort,
    Source,
    Texts,
    Type,
)
from presign.values import Money, Quantity, State, Unit, Value

DAY = date(2026, 3, 2)
MONEY, TEXT, DATE, NUMBER = (Type(sort) for sort in (Sort.MONEY, Sort.TEXT, Sort.DATE, Sort.NUMBER))
TYPES = {
    "customer.name": TEXT,
    "customer.uscc": TEXT,
    "customer.grade": Type(Sort.SCALE, "grade"),
    "customer.is_new": Type(Sort.YES_NO),
    "credit.limit": MONEY,
    "credit.exposure": MONEY,
    "credit.max_days": Type(Sort.DAYS),
    "history.overdue_amount": MONEY,
    "history.overdue_max_days": Type(Sort.DAYS),
    "history.avg_days_late": Type(Sort.DAYS),
    "history.on_time_ratio": Type(Sort.PERCENT),
    "history.ar_share": Type(Sort.PERCENT),
    "deal.window_count": NUMBER,
    "deal.window_total": MONEY,
}
WINDOW = ParameterVersion(ALWAYS, None, (((), Quantity(Decimal(30), Unit.DAYS)),))
PROGRAM = Program(
    parameters={"split_days": Parameter("split_days", Type(Sort.DAYS), (), (WINDOW,))},
    members={"grade": Members("grade", True, ("D", "C", "B", "A"))},
    facts={name: FactDeclaration(name, kind, Texts(name, name), Source.CASE) for name, kind in TYPES.items()},
)


def contract(**values: str) -> FactBook:
    return FactBook().with_facts(*(stated(name.replace("__", "."), value) for name, value in values.items()))


BUYER = contract(party__buyer_name="Acme Ltd", contract__number="HT-9")


def case(**values: Value) -> dict[str, Fact]:
    named = {name.replace("__", "."): value for name, value in values.items()}
    return {name: Fact(name, State.STATED, value, origin="case.yaml:4") for name, value in named.items()}


def cny(amount: str) -> Money:
    return Money(Decimal(amount), "CNY")


@pytest.fixture
def acme(book: Ledger, load) -> Ledger:
    load(
        "customers", "name,tax id,grade,credit limit,max days", "Acme Ltd,91340100MA00000001,B,1000,45", "Beta Ltd,,A,,"
    )
    load("invoices", "customer,number,issued on,due on,amount", "Acme Ltd,F1,2026-01-01,2026-02-20,300")
    load("payments", "customer,reference,invoice,paid on,amount", "Acme Ltd,P1,F1,2026-02-20,200")
    load(
        "orders",
        "customer,number,order date,amount,delivered,invoiced,status",
        "Acme Ltd,HT-7,2026-02-10,150,0,0,open",
        "Acme Ltd,HT-8,2026-01-31,999,0,0,cancelled",
        "Acme Ltd,HT-5,2026-01-31,80,80,80,closed",
        "Acme Ltd,HT-9,2026-03-01,400,0,0,open",
    )
    return book


def values(found: FromLedger) -> dict[str, Value | None]:
    assert all(fact.origin == "ledger" and fact.state is State.STATED for fact in found.facts)
    return {fact.name: fact.value for fact in found.facts}


def test_the_ledger_gives_the_facts_of_the_contracts_buyer(acme: Ledger) -> None:
    found = ledger_facts(acme, None, BUYER, case(deal__amount_base=cny("400")), PROGRAM, DAY)
    assert found.notes == ()
    assert values(found) == {
        "customer.name": "Acme Ltd",
        "customer.uscc": "91340100MA00000001",
        "customer.grade": "B",
        "customer.is_new": False,
        "credit.limit": cny("1000.00"),
        "credit.max_days": Quantity(Decimal(45), Unit.DAYS),
        # 100 of F1 and the open order of 150; HT-9 is this deal, which isn't there yet.
        "credit.exposure": cny("250.00"),
        "history.overdue_amount": cny("100.00"),
        "history.overdue_max_days": Quantity(Decimal(10), Unit.DAYS),
        # 200 in time, 100 late by 10 days so far: 1,000 over 300.
        "history.avg_days_late": Quantity(Decimal("3.33"), Unit.DAYS),
        "history.on_time_ratio": Quantity(Decimal("66.67"), Unit.PERCENT),
        "history.ar_share": Quantity(Decimal("100.00"), Unit.PERCENT),
        # HT-7 within 30 days and this deal; HT-9 is this deal, HT-8 was cancelled, HT-5 is exactly 30 days old.
        "deal.window_count": Quantity(Decimal(2), Unit.NUMBER),
        "deal.window_total": cny("550.00"),
    }


def test_the_limit_is_used_up_by_what_the_ledger_knows_and_the_deal(acme: Ledger) -> None:
    given = case(deal__amount_base=cny("400"))
    found = ledger_facts(acme, None, BUYER, given, PROGRAM, DAY)
    derived = derive(BUYER.with_facts(*given.values(), *found.facts))
    (used,) = (fact for fact in derived if fact.name == "credit.utilisation_after")
    # (250 + 400) of 1,000.
    assert (used.value, used.origin) == (Quantity(Decimal(65), Unit.PERCENT), "ledger")


def test_the_case_file_stands_and_the_difference_is_told(acme: Ledger) -> None:
    given = case(
        customer__grade="A",
        history__overdue_amount=cny("0"),
        history__avg_days_late=Quantity(Decimal(3), Unit.DAYS),
        customer__name="Acme  Ltd",
        customer__uscc="91340100MA00000002",
    )
    found = ledger_facts(acme, "Acme Ltd", BUYER, given, PROGRAM, DAY)
    assert not {"customer.grade", "history.overdue_amount"} & set(values(found))
    told = [say(note.key, "en", note.values) for note in found.notes]
    # 3 days is 3.33 as people write it, and two blanks make no other name.
    assert told == [
        "`customer.uscc` is `**************0002` in case.yaml:4 and `**************0001` in the ledger: "
        "the case file stands",
        "`customer.grade` is `A` in case.yaml:4 and `B` in the ledger: the case file stands",
        "`history.overdue_amount` is `CNY 0` in case.yaml:4 and `CNY 100.00` in the ledger: the case file stands",
    ]


def test_who_isnt_found_gives_no_facts_and_the_reason(acme: Ledger) -> None:
    def note(book: FactBook, words: str | None = None, **given: Value) -> str:
        found = ledger_facts(acme, words, book, case(**given), PROGRAM, DAY)
        assert found.facts == ()
        return say(found.notes[0].key, "en", found.notes[0].values)

    assert note(contract()) == "the contract names no buyer to look for in the ledger"
    assert note(contract(party__buyer_name="Zeta")) == "the ledger has no customer `Zeta`, by number or exact name"
    alike = note(contract(party__buyer_name="ACME Limited", party__buyer_uscc="91340100MA00000077"))
    assert alike == (
        "the ledger has no customer `ACME Limited` (**************0077), by number or exact name, "
        "but has `Acme Ltd` (**************0001)"
    )
    both = contract(party__buyer_name="Beta Ltd", party__buyer_uscc="91340100MA00000001")
    assert note(both).startswith("the number **************0001 and the name `Beta Ltd` are two customers")
    assert note(BUYER, "Nobody") == "the ledger has no customer `Nobody`, by number or exact name"
    assert advise("ledger.customer_alike", "zh", ())


def test_a_department_signs_and_the_case_file_says_for_whom(acme: Ledger) -> None:
    book = contract(party__buyer_name="Acme Ltd, Riverside Project Department")
    found = ledger_facts(acme, None, book, case(customer__name="Acme Ltd"), PROGRAM, DAY)
    assert values(found)["credit.limit"] == cny("1000.00")


def test_a_grade_of_another_scale_isnt_a_grade(acme: Ledger, load) -> None:
    load("customers", "name,grade", "Gamma Ltd,AAA")
    found = ledger_facts(acme, "Gamma Ltd", BUYER, {}, PROGRAM, DAY)
    assert "customer.grade" not in values(found)


def test_without_the_deals_amount_there_is_a_count_and_no_total(acme: Ledger) -> None:
    found = values(ledger_facts(acme, None, BUYER, {}, PROGRAM, DAY))
    assert found["deal.window_count"] == Quantity(Decimal(2), Unit.NUMBER) and "deal.window_total" not in found
    foreign = case(deal__amount_base=Money(Decimal(5), "USD"))
    assert "deal.window_total" not in values(ledger_facts(acme, None, BUYER, foreign, PROGRAM, DAY))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "yes"),
        (cny("1234.50"), "CNY 1,234.50"),
        (Quantity(Decimal(30), Unit.PERCENT), "30%"),
        (Quantity(Decimal(2), Unit.NUMBER), "2"),
        (Quantity(Decimal(45), Unit.DAYS), "45 days"),
        (DAY, "2026-03-02"),
        ("B", "B"),
    ],
)
def test_values_are_told_as_a_case_file_writes_them(value: Value, text: str) -> None:
    assert written(value) == text
