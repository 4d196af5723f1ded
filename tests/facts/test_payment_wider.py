"""Terms of payment in wording the readers weren't made on: counted instalments, definitions, references, amounts."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from presign.facts import derived
from presign.facts.contract import price
from presign.facts.fact import Fact
from presign.facts.payment.equal import find_count
from presign.facts.payment.facts import read
from presign.facts.performance import acceptance
from presign.facts.roles import Parties, Party, Role
from presign.values import Money, Quantity, Reason, Record, State
from written_contract import by_name, written

ZH = Parties((Party(Role.BUYER, ("买方", "甲方")), Party(Role.SELLER, ("卖方", "乙方"))))
EN = Parties((Party(Role.BUYER, ("Buyer", "Client")), Party(Role.SELLER, ("Seller", "Supplier"))))


def facts_of(lines: str) -> dict[str, Fact]:
    """The payment, price, acceptance and derived facts of some lines."""
    latin = lines.isascii()
    text, parties = written(lines, "en" if latin else "zh"), EN if latin else ZH
    facts = by_name([*price.read(text, parties), *acceptance.read(text, parties), *read(text, parties)])
    return {**facts, **{fact.name: fact for fact in derived.derive(facts)}}


def number(fact: Fact) -> Decimal | None:
    return fact.value.amount if isinstance(fact.value, Quantity) else None


def steps(lines: str) -> list[tuple[Any, ...]]:
    """Share, event and days of each instalment."""
    value = facts_of(lines)["payment.instalments"].value
    assert isinstance(value, tuple)
    rows: list[tuple[Any, ...]] = []
    for one in value:
        assert isinstance(one, Record)
        pct, days = one.get("pct"), one.get("days")
        rows.append(
            (
                pct.amount if isinstance(pct, Quantity) else None,
                one.get("anchor"),
                days.amount if isinstance(days, Quantity) else None,
            )
        )
    return rows


STEPS: list[tuple[str, list[tuple[Any, ...]]]] = [
    ("货款分两期等额支付，第一期于合同生效后8日内支付，第二期于交货后20日内支付。", [(50, "sign", 8), (50, "delivery", 20)]),
    (
        "The price is payable in two equal instalments: the first on signature of this Agreement and the second "
        "within 25 days after delivery.",
        [(50, "sign", None), (50, "delivery", 25)],
    ),
    ("第一条 定义\n“账期”指自甲方收到发票之日起75日。\n第八条 付款\n甲方应于账期内以电汇方式支付货款。", [(None, "invoice_receipt", 75)]),
    ("Supplier grants a credit period of 35 days from the invoice date.", [(None, "invoice_date", 35)]),
    ("第五条 货款结算\n首批订货款到发货；此后甲方享有账期50天，自发货之日起算。", [(None, "delivery", 50)]),
    (
        "Payment of 80% of the price is due 14 days after the documents referred to in Clause 7.3 are issued; 20% is "
        "due 30 days after the invoice date.\n7.3 The completion certificate is issued when the plant has been "
        "accepted by the Buyer.",
        [(80, "acceptance", 14), (20, "invoice_date", 30)],
    ),
    (
        "Payment of the price is due 14 days after the documents referred to in Clause 7.3 are issued.\n"
        "7.3 The documents are the packing list and the certificate of origin.",
        [(None, "undefined", 14)],
    ),
    (
        "4. Fees\nThe fee is payable on these milestones:\n(a) 40% upon execution of this Agreement;\n"
        "(b) 60% sixty (60) days after go-live.",
        [(40, "sign", None), (60, "acceptance", 60)],
    ),
    ("余款70%凭提单复印件在6个工作日内付清，预付30%。", [(70, "sight", 6), (30, None, None)]),
    (
        "Payment schedule\nMilestone\tShare\tAmount (EUR)\tPayable\n"
        "Kick-off meeting\t45%\t45,000.00\t20 days after invoice\n"
        "Draft study\t55%\t55,000.00\twhen the lender has released the funds",
        [(45, "invoice_date", 20), (55, "third_party_payment", None)],
    ),
    (
        "4. Fees\n70% is payable upon acceptance of the study and 30% upon execution of this Agreement.\n"
        "Each invoice is due within 21 days after receipt.",
        [(70, "acceptance", 21), (30, "sign", None)],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), STEPS)
def test_instalments_of_wider_wording(lines: str, expected: list[tuple[Any, ...]]) -> None:
    assert steps(lines) == expected


SAID: list[tuple[str, str, object]] = [
    ("Client shall pay promptly after its board has approved the invoice.", "payment.internal_approval_condition", True),
    ("The Seller's account is paid on approval by the Buyer's bank of the draft.", "payment.internal_approval_condition", None),
    ("The Buyer may withhold any amount disputed in good faith but pays the rest when due.", "payment.withhold_all_on_dispute", None),
    ("The Buyer may withhold any amounts due if a defect is claimed.", "payment.withhold_all_on_dispute", True),
    ("The Seller hands in the invoice, a delivery note and any other documents the Buyer may require.", "payment.docs_closed_list", False),
    ("The Seller keeps books, invoices and such other records as auditors may require.", "payment.docs_closed_list", None),
    ("甲方按照乙方的订货通知铺货。", "payment.rolling_arrears", None),
    ("银行放款后5日内，甲方支付全部货款。", "payment.back_to_back", True),
    ("Buyer shall retain 10% of each invoice until 12 months after completion and final approval by Buyer.", "payment.retention_release_clear", False),
    ("余款5%待甲方确认无任何质量问题后无息支付。", "payment.retention_release_clear", False),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "name", "expected"), SAID)
def test_conditions_of_wider_wording(lines: str, name: str, expected: object) -> None:
    assert facts_of(lines)[name].value is expected


@pytest.mark.parametrize("lines", ["货款分六期支付，每月10日前支付一期。", "分六期付款。"])
def test_more_instalments_than_are_told_leave_the_last_day_unknown(lines: str) -> None:
    facts = facts_of(lines)
    assert number(facts["remedy.instalment_count"]) == 6
    for name in ("payment.instalments", "payment.net_days", "payment.due_date_determinable"):
        assert facts[name].state is State.UNKNOWN, name


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("payable in three (3) equal monthly instalments", (3, True)),
        ("共分四次付清", (4, False)),
        ("分十二期等额支付", (12, True)),
        ("货物分三批交付", None),
        ("payable in instalments", None),
    ],
)
def test_a_count_of_instalments(words: str, expected: tuple[int, bool] | None) -> None:
    found = find_count(words)
    assert (None if found is None else (found.number, found.even)) == expected


def test_three_equal_shares_make_a_whole() -> None:
    lines = "货款分三期等额支付，第一期于签约后5日内支付，第二期于交货后5日内支付，第三期于交货后60日内支付。"
    assert [pct for pct, _, _ in steps(lines)] == [Decimal("33.33"), Decimal("33.33"), Decimal("33.34")]
    assert number(facts_of(lines)["payment.pct_sum"]) == 100


def test_a_deposit_in_money_is_a_share_of_the_known_price() -> None:
    facts = facts_of(
        "合同总价为人民币190,000元。\n合同签订后3日内，甲方支付定金人民币30,000元，余款于货到后30日内付清。"
    )
    share = number(facts["payment.prepay_pct"])
    assert share is not None and round(share, 2) == Decimal("15.79")
    assert facts["payment.before_delivery_pct"].value == facts["payment.prepay_pct"].value
    assert number(facts["payment.pct_sum"]) == 100
    assert facts["payment.peak_exposure"].value == Money(Decimal("160000.00"), "CNY")
    quotes = " ".join(item.quote for item in facts["payment.prepay_pct"].evidence)
    assert "30,000" in quotes and "190,000" in quotes


@pytest.mark.parametrize(
    "lines",
    [
        "合同签订后3日内，甲方支付定金人民币30,000元，余款于货到后30日内付清。",
        "合同总价为USD 190,000。\n合同签订后3日内，甲方支付定金人民币30,000元，余款于货到后30日内付清。",
    ],
)
def test_a_deposit_in_money_gives_no_share_without_a_price_in_its_currency(lines: str) -> None:
    fact = facts_of(lines)["payment.prepay_pct"]
    assert (fact.state, fact.reason) == (State.UNKNOWN, Reason.UNCLEAR)


def test_a_sum_paid_at_signing_is_a_share_paid_ahead() -> None:
    facts = facts_of(
        "The Purchase Price is USD 850,000. The Buyer shall pay USD 85,000 upon signing of this Agreement."
    )
    assert number(facts["payment.prepay_pct"]) == 10


def test_payments_that_exceed_the_price_give_no_share() -> None:
    facts = facts_of(
        "The Buyer pays a fixed fee of USD 5,000 upon execution of this Agreement, and USD 5,000 on delivery."
    )
    assert facts["payment.prepay_pct"].state is State.UNKNOWN


def test_a_price_paid_month_by_month_is_never_outstanding_whole() -> None:
    facts = facts_of("服务费总额为人民币240,000元。\n服务费用\n甲方按月支付服务费，收到发票后15日内支付。")
    assert facts["payment.peak_exposure"].state is State.UNKNOWN


def test_the_price_beside_a_share_is_not_its_amount() -> None:
    facts = facts_of("The price of USD 400,000 shall be paid as to 30% on order and as to 70% 10 days after delivery.")
    value = facts["payment.instalments"].value
    assert isinstance(value, tuple) and isinstance(value[0], Record)
    assert value[0].get("amount") is None


def test_the_same_days_are_not_counted_as_inspection_and_credit() -> None:
    facts = facts_of("The Buyer shall pay 100% of the price within 30 days after completion of the acceptance test.")
    assert number(facts["payment.effective_credit_days"]) == 30
