"""Remedies for non-payment and their look-alikes, in wordings taken from how sellers' and buyers' terms speak."""

from __future__ import annotations

import pytest
from one_clause import facts_of, shown
from presign.facts.remedies import default as default_remedies
from presign.facts.remedies import late_payment


@pytest.mark.parametrize(
    ("clause", "present", "rate"),
    [
        ("甲方没有如数支付任何一期货款的，应赔偿所欠款项日计千分之二的违约金。", True, "0.2/day"),
        ("每晚付一天，乙方可按欠款的千分之四收取滞纳金。", True, "0.4/day"),
        ("甲方拖欠货款的，按月息一分二计息。", True, "1.2/month"),
        ("任何一方迟延履行付款义务的，按日万分之二承担违约责任。", True, "0.02/day"),
        ("甲方逾期付款，按欠款每日万分之三点五计付。", True, "0.035/day"),
        ("甲方欠付的款项按2%计付月利息。", True, "2/month"),
        ("甲方逾期付款的，违约金为逾期一日按逾期金额的万分之二计。", True, "0.02/day"),
        ("甲方逾期付款不承担任何违约责任。", False, "absent"),
        # The seller's own freedom from blame says nothing of the buyer's.
        ("甲方逾期付款的，乙方交货期顺延且乙方不承担延误责任。", "absent", "absent"),
        ("乙方逾期退还定金的，按日万分之三支付利息。", "absent", "absent"),
        ("甲方有权顺延付款，直至乙方补齐发票。", "absent", "absent"),
        ("Past the date of payment a finance fee of 2% per month applies.", True, "2/month"),
        ("Should the Buyer be in arrears, it owes interest at 11% p.a. from the due date.", True, "11/year"),
        ("Late payments incur a fee of [X]% per week.", True, "blank"),
        (
            "Default interest at nine percentage points above the base rate accrues on any sum overdue.",
            True,
            "unclear",
        ),
        ("If payment is delayed, the Seller is entitled to interest at EURIBOR plus 4%.", True, "unclear"),
        ("If the Seller fails to refund a sum, that sum bears interest at 6% per annum.", "absent", "absent"),
    ],
)
def test_late_payment_in_other_words(clause: str, present: object, rate: str) -> None:
    facts = facts_of(late_payment.read, clause)
    assert shown(facts["remedy.late_fee_present"]) == present
    assert shown(facts["remedy.late_fee_rate"]) == rate


def test_a_cap_beside_a_rate() -> None:
    facts = facts_of(
        late_payment.read,
        "In case of late payment the Buyer shall pay a penalty of 0.2% for each day of delay, up to a maximum of 8%.",
    )
    assert shown(facts["remedy.late_fee_cap_pct"]) == "8"
    daily = facts_of(late_payment.read, "甲方逾期付款的，违约金不超过日万分之五。")
    assert shown(daily["remedy.late_fee_cap_pct"]) == "absent"


@pytest.mark.parametrize(
    ("clause", "right"),
    [
        ("甲方欠款超过信用额度的，乙方可停发货物。", True),
        ("甲方拖欠加工费的，乙方有权拒接新单。", True),
        ("乙方在甲方付清拖欠款项之前可以停止后续供货。", True),
        ("乙方不得以甲方未付款为由暂停供货。", False),
        ("The Seller shall be under no obligation to ship while any invoice is overdue.", True),
        ("Seller may put all orders on hold if the Buyer's account is past due.", True),
        ("If the Buyer fails to pay, the Seller shall suspend further deliveries.", True),
        (
            "If any of the events below occurs the Seller may withhold deliveries:\n"
            "(a) the Buyer enters liquidation;\n"
            "(b) the Buyer defaults in any payment.",
            True,
        ),
        ("The Buyer may suspend payment if the goods are defective.", "absent"),
    ],
)
def test_suspension_in_other_words(clause: str, right: object) -> None:
    assert shown(facts_of(default_remedies.read, clause)["remedy.suspend_right"]) == right


@pytest.mark.parametrize(
    ("clause", "right"),
    [
        ("守约方有权在违约方收到催告后十日内仍不纠正时解除合同。", True),
        ("乙方逾期交货超过十日的，甲方有权解除合同。", "absent"),
        ("Failure to pay is a breach entitling the Seller to treat the contract as repudiated.", True),
        ("The Seller may by notice determine the contract if the Buyer fails to pay any sum.", True),
        ("Should the Buyer fail to pay an invoice, the Seller is at liberty to terminate.", True),
        (
            "The Seller may terminate this Agreement if:\nthe Buyer fails to make a payment in time\nthe Buyer moves",
            True,
        ),
        ("Either party may terminate on ninety days' notice without cause.", "absent"),
    ],
)
def test_termination_in_other_words(clause: str, right: object) -> None:
    assert shown(facts_of(default_remedies.read, clause)["remedy.termination_for_nonpayment"]) == right


@pytest.mark.parametrize(
    ("clause", "present"),
    [
        ("甲方任何一期逾期的，乙方有权要求甲方支付全部货款。", True),
        ("甲方应在验收后支付全部货款。", "absent"),
        ("If the Buyer defaults, every unpaid instalment shall forthwith become payable.", True),
        ("If a payment is not made in time, the Seller may demand immediate payment of the entire balance.", True),
        ("The Buyer shall pay all invoices within 30 days.", "absent"),
    ],
)
def test_acceleration_in_other_words(clause: str, present: object) -> None:
    assert shown(facts_of(default_remedies.read, clause)["remedy.acceleration"]) == present


@pytest.mark.parametrize(
    ("clause", "present"),
    [
        ("由违约一方承担对方的诉讼费及律师代理费。", True),
        ("催收费用（含律师费）由欠款方承担。", True),
        ("各方承担各自的律师费。", False),
        ("运输费用由甲方承担。", "absent"),
        ("All costs of recovery shall be borne by the Buyer.", True),
        ("The Buyer bears all expenses of collection, legal fees included.", True),
        ("The Buyer shall reimburse all costs incurred in instructing solicitors to recover an overdue sum.", True),
        ("The parties shall each bear their own legal costs.", False),
        ("The Seller shall indemnify the Buyer against third party claims, including legal fees.", "absent"),
    ],
)
def test_cost_recovery_in_other_words(clause: str, present: object) -> None:
    assert shown(facts_of(default_remedies.read, clause)["remedy.cost_recovery"]) == present
