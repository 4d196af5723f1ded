"""Guarantees, remedies and disputes in still other words, each with the trap it was met in."""

from __future__ import annotations

import pytest
from one_clause import facts_of, shown
from presign.facts.disputes import notices, resolution
from presign.facts.remedies import default, late_payment
from presign.facts.security import deposit, guarantee


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("某街道办事处为甲方提供保证。", "gov"),
        ("某上市公司出具担保函，未公告。", "listed_company"),
        ("Guarantee by a sub-district office.", "gov"),
        ("Letter of guarantee by a listed company, no announcement.", "listed_company"),
    ],
)
def test_guarantee_told_by_who_gives_it(clause: str, kind: str) -> None:
    facts = facts_of(guarantee.read, clause)
    assert facts["security.guarantee_present"].value is True
    assert shown(facts["security.guarantor_kind"]) == kind


@pytest.mark.parametrize(
    "clause",
    [
        "乙方应提供银行出具的履约担保函。",
        "甲方不为乙方提供担保。",
        "Guarantee by the manufacturer: all parts are free from defects.",
    ],
)
def test_no_guarantee_of_the_debt(clause: str) -> None:
    assert facts_of(guarantee.read, clause)["security.guarantee_present"].value is not True


@pytest.mark.parametrize(
    ("clause", "word"),
    [
        ("Buyer pays 25% as dingjin (penal deposit).", "dingjin_penal"),
        ("Seller starts at signing; deposit due before shipment.", "deposit"),
    ],
)
def test_deposit_word(clause: str, word: str) -> None:
    assert shown(facts_of(deposit.read, clause)["security.deposit_word"]) == word


@pytest.mark.parametrize(
    ("clause", "name", "value"),
    [
        ("如甲方未按时支付安装款，乙方有权暂停免费保养责任。", "suspend_right", True),
        ("任何一方有证据表明对方将要违约的，可以中止履行本合同。", "suspend_right", True),
        ("任何一方不得因对方违约而中止履行本合同。", "suspend_right", "absent"),
        ("若对方继续不履行或者违反本合同，该方可以解除本合同。", "termination_for_nonpayment", True),
        (
            "If Buyer is in default in the payment of the price, Seller may cancel contract.",
            "termination_for_nonpayment",
            True,
        ),
        ("Any instalment one day late makes all sums due.", "acceleration", True),
        # Travelling costs of a second visit aren't costs of collecting.
        ("连续延误七天的，甲方承担乙方的二次进场费及差旅费。", "cost_recovery", "absent"),
        ("甲方逾期付款的，应承担乙方追索货款的差旅费。", "cost_recovery", True),
    ],
)
def test_remedies(clause: str, name: str, value: object) -> None:
    assert shown(facts_of(default.read, clause)[f"remedy.{name}"]) == value


@pytest.mark.parametrize(
    ("clause", "rate"),
    [
        ("Beyond date of payment a finance fee of 1.25% per month will be charged.", "1.25/month"),
        ("甲方迟延付款按日万分之零点五。", "0.005/day"),
    ],
)
def test_late_fee_without_a_verb(clause: str, rate: str) -> None:
    assert shown(facts_of(late_payment.read, clause)["remedy.late_fee_rate"]) == rate


@pytest.mark.parametrize(
    ("clause", "mode"),
    [
        ("Disputes may be arbitrated or litigated.", "both"),
        ("Arbitration by the local commission.", "arbitration"),
        ("Courts at the place of the innocent party.", "court"),
        ("Disputes to the courts at Buyer's domicile.", "court"),
        ("Each party makes any legal claim only in the state courts nearest to the other.", "court"),
    ],
)
def test_mode_without_a_verb(clause: str, mode: str) -> None:
    assert shown(facts_of(resolution.read, clause)["dispute.mode"]) == mode


def test_law_that_decides() -> None:
    facts = facts_of(
        resolution.read, "All matters of this order shall be decided in accordance with the Laws of the State of Ohio."
    )
    assert shown(facts["dispute.governing_law"]) == "Laws of the State of Ohio"


def test_courts_joined_by_and_or() -> None:
    facts = facts_of(
        resolution.read,
        "Buyer submits to the jurisdiction of the federal and/or state courts located in Cook County, Illinois.",
    )
    assert shown(facts["dispute.forum"]) == "federal and/or state courts located in Cook County, Illinois"


@pytest.mark.parametrize(
    ("clause", "name"),
    [
        ("If payment is not received within 40 days of the due date, services will be suspended.", "suspend_right"),
        (
            "If payment is not received within 40 days of the due date, the contract will be terminated.",
            "termination_for_nonpayment",
        ),
        ("If Buyer fails to comply with the terms of payment, Seller may defer further shipments.", "suspend_right"),
        ("甲方拖欠维保费的，乙方有权中止电梯维保服务。", "suspend_right"),
        ("甲方未付清前批货款的，乙方可拒绝发送下批货物。", "suspend_right"),
    ],
)
def test_what_late_payment_brings(clause: str, name: str) -> None:
    assert facts_of(default.read, clause)[f"remedy.{name}"].value is True


@pytest.mark.parametrize(
    ("clause", "rate"),
    [
        ("Payments not received by the 5th of each month will incur a 7% late fee.", "7/once"),
        ("保证按合同及时支付货款，如违约，甲方应支付每天3‰的违约金。", "0.3/day"),
    ],
)
def test_rate_beside_a_date_or_a_promise(clause: str, rate: str) -> None:
    assert shown(facts_of(late_payment.read, clause)["remedy.late_fee_rate"]) == rate


def test_court_at_the_place_of_signing() -> None:
    facts = facts_of(resolution.read, "Disputes go to the court at the place of signing (Leiden).")
    assert shown(facts["dispute.court_place"]) == "signing_place"


@pytest.mark.parametrize(
    "clause",
    [
        "A notice given under these conditions takes effect when it is left at the other party's address.",
        "本合同载明的地址、电话为双方有效联络方式，变更应提前告知对方。",
    ],
)
def test_notices(clause: str) -> None:
    assert facts_of(notices.read, clause)["evidence.notice_clause"].value is True
