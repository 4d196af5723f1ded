"""Ending for breach, charges of both sides, one late day, courts at a party's place, blanks for a forum, notices."""

from __future__ import annotations

import pytest
from one_clause import facts_of, shown
from presign.facts.disputes import notices, resolution
from presign.facts.payment import facts as payment_facts
from presign.facts.remedies import default, late_payment
from presign.facts.security import deposit, guarantee


@pytest.mark.parametrize(
    "clause",
    [
        "If a party commits a fundamental breach, the other may declare the contract avoided.",
        "In case of serious breach by one party, the other party has the right to terminate the contract.",
        "Grounds for termination by the Seller:\n(a) non-payment by Buyer of goods delivered;\n(b) insolvency.",
        'The party that has kept its word (the "Non-Breaching Party") may terminate an order where the other party has '
        "failed (except under Section 4.2) to perform any of its material obligations for 20 days.",
        "This Agreement may be terminated by Seller upon any of the following: (i) if Buyer ceases to trade; or (ii) if "
        "Buyer breaches any provision of this Agreement and fails to cure the breach within 10 days of notice.",
        "This contract may be ended only: (a) by either party's right to terminate for substantial breach of any material "
        "provision of it.",
    ],
)
def test_the_seller_may_end_the_contract(clause: str) -> None:
    assert shown(facts_of(default.read, clause)["remedy.termination_for_nonpayment"]) is True


@pytest.mark.parametrize(
    ("clause", "share"),
    [
        ("任一期逾期一日，全部货款立即到期。", "0"),
        ("Any instalment one day late makes all sums due.", "0"),
        ("If a payment is late by even one day, all outstanding sums become immediately due and payable.", "0"),
        ("买方未付到期货款达到全部价款五分之一的，卖方有权要求支付全部货款并立即到期。", "20"),
    ],
)
def test_how_much_must_be_unpaid(clause: str, share: str) -> None:
    facts = facts_of(default.read, clause)
    assert shown(facts["remedy.acceleration"]) is True
    assert shown(facts["remedy.acceleration_threshold_pct"]) == share


@pytest.mark.parametrize(
    "clause",
    [
        "供方拒绝换货的，需方可以解除合同，供方应返还需方支付的全部款项，并承担合同总价15%的违约责任。",
        "卖方违约的，买方有权要求卖方返还已支付的全部货款。",
    ],
)
def test_money_the_seller_gives_back_is_no_acceleration(clause: str) -> None:
    assert shown(facts_of(default.read, clause)["remedy.acceleration"]) == "absent"


@pytest.mark.parametrize(
    ("clause", "seller", "buyer"),
    [
        ("Seller's delay 0.2% per day; Buyer's 0.01%.", "73", "3.65"),
        ("Late delivery by the Seller: 0.2% per day. Late payment by the Buyer: 0.01% per day.", "73", "3.65"),
        ("The Seller pays 0.2% per day for late delivery, and the Buyer 1% per month for late payment.", "73", "12"),
    ],
)
def test_charges_of_both_sides_in_one_breath(clause: str, seller: str, buyer: str) -> None:
    facts = facts_of(late_payment.read, clause)
    assert shown(facts["remedy.seller_delay_annual"]) == seller
    assert shown(facts["remedy.late_fee_annual"]) == buyer


@pytest.mark.parametrize(
    "clause",
    [
        "The Seller grants 2% per year discount; for late orders the Buyer is owed 1%.",
        "The Seller may deliver 5% late each month, the Buyer takes 95%.",
    ],
)
def test_other_shares_side_by_side_are_no_charges(clause: str) -> None:
    assert shown(facts_of(late_payment.read, clause)["remedy.seller_delay_annual"]) == "absent"


@pytest.mark.parametrize(
    ("clause", "place"),
    [
        ("The courts at the registered office of Buyer have exclusive jurisdiction.", "buyer"),
        ("Place of jurisdiction is the registered office of the Buyer.", "buyer"),
        ("The competent court at the seat of the Buyer shall have sole jurisdiction.", "buyer"),
        ("Venue is exclusively at the principal place of business of the Buyer.", "buyer"),
        ("All disputes shall be decided by the courts having jurisdiction at the Buyer's registered office.", "buyer"),
        ("The court where the Buyer has its registered office shall have exclusive jurisdiction.", "buyer"),
        ("Disputes shall be brought before the competent courts at the place where the Buyer is domiciled.", "buyer"),
        ("The exclusive place of jurisdiction shall be the place of business of the Buyer.", "buyer"),
        ("The courts at the registered office of Hartwin Tools Inc. have exclusive jurisdiction.", "buyer"),
        ("The courts at the registered office of the Seller have exclusive jurisdiction.", "seller"),
        ("The court competent for the Seller's registered office has exclusive jurisdiction.", "seller"),
        ("Exclusive venue shall be the courts located at Seller's principal place of business.", "seller"),
        (
            "The courts of the place where the Seller has its principal office have jurisdiction over any dispute.",
            "seller",
        ),
        ("发生争议，任何一方可向甲方注册地人民法院起诉。", "buyer"),
        ("争议由买方主要经营地的法院管辖。", "buyer"),
        ("协商不成的，依法向乙方工商注册地有管辖权的法院起诉。", "seller"),
        ("由卖方主要办事机构所在地人民法院管辖。", "seller"),
        ("These courts have exclusive jurisdiction over all disputes.", "unnamed"),
    ],
)
def test_whose_courts(clause: str, place: str) -> None:
    assert shown(facts_of(resolution.read, clause)["dispute.court_place"]) == place


def test_a_court_at_a_place_is_printed_whole() -> None:
    facts = facts_of(resolution.read, "The courts at the registered office of the Buyer have exclusive jurisdiction.")
    assert facts["dispute.forum"].value == "courts at the registered office of the Buyer"


def test_a_court_that_arbitrates_is_a_court() -> None:
    facts = facts_of(resolution.read, "协商不成的，由签约地所在的人民法院仲裁。")
    assert facts["dispute.mode"].value == "court"
    assert facts["dispute.forum"].value == "签约地所在的人民法院"


@pytest.mark.parametrize(
    ("clause", "name"),
    [
        ("Disputes shall be submitted to the courts of ________.", "dispute.forum"),
        ("The state courts located in [County], [State] have exclusive jurisdiction.", "dispute.forum"),
        ("This contract is governed by the laws of the State of [State].", "dispute.governing_law"),
        ("Governing law: [Jurisdiction].", "dispute.governing_law"),
    ],
)
def test_a_forum_or_law_to_be_filled_in(clause: str, name: str) -> None:
    assert shown(facts_of(resolution.read, clause)[name]) == "blank"


@pytest.mark.parametrize(
    ("clause", "there"),
    [
        ("Formal notices must go to the registered office of the recipient, for the attention of the secretary.", True),
        (
            "All correspondence relating to this order shall be sent to the following address: 12 Mill Lane, Leeds.",
            True,
        ),
        ("通知送达：通过特快专递寄往对方登记地址的，签收之日为送达之日。", True),
        ("双方此前签署的任何文件、传真、电子数据自本合同签订起失效，以本合同为准。", "absent"),
        ("The Seller may raise the price by giving the Buyer thirty days' written notice.", "absent"),
    ],
)
def test_notices(clause: str, there: object) -> None:
    assert shown(facts_of(notices.read, clause)["evidence.notice_clause"]) == there


@pytest.mark.parametrize(
    ("clause", "word", "share"),
    [
        ("Terms of payment: 25% advance against proforma invoice, balance against documents.", "prepay", "25"),
        ("The Buyer pays an advance of 35% upon signature.", "prepay", "35"),
        ("Payment: 45% up front, balance on delivery.", "prepay", "45"),
        ("The Seller shall refund any charges paid in advance for goods not delivered.", "absent", "not_applicable"),
        ("The Buyer gives 30% advance notice of any change.", "absent", "not_applicable"),
    ],
)
def test_money_in_advance(clause: str, word: str, share: str) -> None:
    facts = facts_of(deposit.read, clause)
    assert shown(facts["security.deposit_word"]) == word
    assert shown(facts["security.deposit_pct"]) == share


_WITH_GUARANTOR = (
    '\nThis deed is made between Norvale Steel Limited (the "Seller"), Hartwin Tools Inc. (the "Buyer") and Hartwin '
    'Group plc (the "Guarantor", "H").\n'
)


@pytest.mark.parametrize(
    ("clause", "mode"),
    [
        ("H will pay if Buyer is unable to pay.", "general"),
        ("H shall pay where the Buyer cannot pay, if it is unable to pay.", "general"),
        ("H guarantees payment of the price jointly and severally.", "joint"),
    ],
)
def test_a_guarantor_called_by_one_letter(clause: str, mode: str) -> None:
    facts = facts_of(guarantee.read, _WITH_GUARANTOR + clause)
    assert shown(facts["security.guarantee_present"]) is True
    assert shown(facts["security.guarantee_mode"]) == mode


def test_a_guarantee_of_the_principal_price_only() -> None:
    facts = facts_of(guarantee.read, _WITH_GUARANTOR + "H guarantees the principal price only.")
    assert shown(facts["security.guarantee_scope_full"]) is False


@pytest.mark.parametrize(
    "clause",
    [
        "All reminder and debt collection charges are for the Buyer's account.",
        "The Buyer bears the cost of any legal proceedings needed to recover the debt.",
        "The losing party pays the costs of the arbitration.",
    ],
)
def test_who_bears_the_costs(clause: str) -> None:
    assert shown(facts_of(default.read, clause)["remedy.cost_recovery"]) is True


def test_costs_of_unloading_are_no_costs_of_recovery() -> None:
    clause = "The Buyer bears the cost of unloading and the Seller pays the costs of transport."
    assert shown(facts_of(default.read, clause)["remedy.cost_recovery"]) == "absent"


@pytest.mark.parametrize(
    ("clause", "name"),
    [
        ("If payment is late the Seller is released from its duty to deliver until it is paid.", "suspend_right"),
        (
            "On late payment of one instalment, the whole of the remaining price becomes due without notice.",
            "acceleration",
        ),
        (
            "On default in payment the Seller may demand immediate settlement of all outstanding accounts.",
            "acceleration",
        ),
        (
            "The Buyer loses the benefit of the payment term for all invoices if one of them is paid late.",
            "acceleration",
        ),
    ],
)
def test_what_late_payment_opens(clause: str, name: str) -> None:
    assert shown(facts_of(default.read, clause)[f"remedy.{name}"]) is True


@pytest.mark.parametrize(
    ("clause", "may"),
    [
        ("The Buyer may withhold and apply against the price the cost of making good defects.", True),
        ("Any sum payable by the Seller may be recovered by the Buyer from monies due to the Seller.", True),
        ("The Buyer can net any claims it has against invoices.", True),
        ("The Buyer is not entitled to withhold payment by reason of any claim against the Seller.", False),
        ("Set-off by the Buyer is excluded unless its counterclaim is undisputed.", False),
        ("The Seller may withhold further deliveries until it is paid.", "absent"),
    ],
)
def test_what_the_buyer_may_take_off(clause: str, may: object) -> None:
    assert shown(facts_of(payment_facts.read, clause)["payment.setoff_by_buyer"]) == may
