"""Facts that follow from the records of a case."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from presign.facts.fact import Fact, FactBook
from presign.ledger.derived import derive
from presign.values import Money, Quantity, Record, State, Unit, Value


def book(**facts: Value) -> FactBook:
    return FactBook().with_facts(*(Fact(name.replace("__", "."), State.STATED, value) for name, value in facts.items()))


def derived(given: FactBook) -> dict[str, Value | None]:
    return {fact.name: fact.value for fact in derive(given)}


def days(number: int) -> Quantity:
    return Quantity(Decimal(number), Unit.DAYS)


def approval(role: str, person: str, decision: str = "approve", **more: Value) -> Record:
    return Record((("role", role), ("person", person), ("decision", decision), *more.items()))


def test_who_approved_decides_credit_finance_and_legal() -> None:
    records = (
        approval("sales_manager", "何琳", on=date(2026, 2, 25)),
        approval("credit_manager", "沈维", on=date(2026, 2, 26), days_limit=days(60)),
        approval("legal", "顾言", "reject", on=date(2026, 2, 27)),
    )
    found = derived(book(approval__records=records, deal__requested_by="何琳"))
    assert found["approval.has_credit"] is True
    assert found["approval.has_finance"] is False
    assert found["approval.has_legal"] is False, "a rejection is no approval"
    assert found["approval.credit_by_sales"] is False
    assert found["approval.self_approved"] is True
    assert found["approval.joint_sign"] is True
    assert found["approval.latest_date"] == date(2026, 2, 26)
    assert found["approval.final_limit_days"] == days(60)


def test_sales_alone_approving_is_credit_by_sales() -> None:
    found = derived(book(approval__records=(approval("sales_manager", "马骁"),), deal__requested_by="李雷"))
    assert found["approval.credit_by_sales"] is True
    assert found["approval.self_approved"] is False
    assert found["approval.joint_sign"] is False


def test_limits_in_two_currencies_have_no_largest() -> None:
    records = (
        approval("finance_director", "a", amount_limit=Money(Decimal(5), "CNY")),
        approval("board", "b", amount_limit=Money(Decimal(5), "USD")),
    )
    assert "approval.final_limit_amount" not in derived(book(approval__records=records))


def step(offset: int, action: str) -> Record:
    return Record((("offset", Quantity(Decimal(offset), Unit.NUMBER)), ("action", action)))


def test_the_ladder_gives_its_offsets_and_gaps() -> None:
    ladder = (step(30, "letter"), step(-7, "reminder"), step(3, "phone"), step(60, "suit"))
    facts = {fact.name: fact for fact in derive(book(collect__ladder=ladder))}
    assert facts["collect.pre_due_reminder"].value is True
    assert facts["collect.first_step_offset"].value == days(3)
    assert facts["collect.max_gap_days"].value == days(30)
    assert facts["collect.letter_offset"].value == days(30)
    assert facts["collect.legal_offset"].value == days(60)
    assert facts["collect.stop_ship_offset"].state is State.ABSENT


def test_utilisation_is_exposure_plus_deal_over_limit() -> None:
    found = derived(
        book(
            credit__limit=Money(Decimal(2_500_000), "CNY"),
            credit__exposure=Money(Decimal(420_000), "CNY"),
            deal__amount_base=Money(Decimal(1_081_000), "CNY"),
        )
    )
    # (420,000 + 1,081,000) / 2,500,000 = 60.04 %
    assert found["credit.utilisation_after"] == Quantity(Decimal("60.04"), Unit.PERCENT)


def test_utilisation_against_no_limit_cannot_be_computed() -> None:
    zero = Money(Decimal(0), "CNY")
    facts = {
        fact.name: fact for fact in derive(book(credit__limit=zero, credit__exposure=zero, deal__amount_base=zero))
    }
    assert facts["credit.utilisation_after"].state is State.UNKNOWN


def test_what_the_case_says_itself_is_left_alone() -> None:
    given = book(approval__records=(approval("legal", "a"),), approval__has_legal=False)
    assert "approval.has_legal" not in derived(given)
