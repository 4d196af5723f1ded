"""Terms as other lawyers write them: set-off, warranty, invoices, late fees, courts, costs, suspension, inspection."""

from __future__ import annotations

import pytest
from one_clause import Read, facts_of, shown
from presign.facts.disputes import notices, resolution
from presign.facts.payment import facts as payment
from presign.facts.performance import acceptance, aftersales
from presign.facts.remedies import default, late_payment

_ROOMS: dict[str, tuple[Read, ...]] = {
    "payment": (payment.read,),
    "remedy": (default.read, late_payment.read),
    "acceptance": (acceptance.read,),
    "aftersales": (aftersales.read,),
    "dispute": (resolution.read,),
    "evidence": (notices.read,),
}


def _read(clause: str, name: str) -> object:
    for read in _ROOMS[name.split(".")[0]]:
        facts = facts_of(read, clause)
        if name in facts:
            return shown(facts[name])
    raise AssertionError(name)


@pytest.mark.parametrize(
    ("clause", "value"),
    [
        ("The Buyer is entitled to deduct from any invoice all sums which the Seller owes it.", True),
        ("Buyer can offset any debt of the Seller against sums payable to the Seller.", True),
        ("The Buyer may, without notice, set off what the Seller owes it against what it owes the Seller.", True),
        ("Buyer shall be at liberty to deduct from the bills of the Seller any sum due from the Seller.", True),
        ("Amounts owed to the Buyer by the Seller may be deducted from payments due to the Seller.", True),
        ("Any sum recoverable from the Seller may be deducted by the Buyer from any money then due to it.", True),
        ("Seller may deduct any amounts owed by the Buyer from credits due to the Buyer.", "absent"),
        ("供货方承担的费用，由甲方在当月结算款内扣减。", True),
        ("因乙方原因产生的罚款，由甲方自应付乙方的货款中直接扣除。", True),
        ("乙方在甲方欠款中扣除已收的定金。", "absent"),
    ],
)
def test_setoff(clause: str, value: object) -> None:
    assert _read(clause, "payment.setoff_by_buyer") == value


@pytest.mark.parametrize(
    ("clause", "months"),
    [
        ("The equipment is guaranteed for 24 months to be free of faults.", "24"),
        ("All parts are warranted for a period of two years to be fit for purpose.", "24"),
        ("Seller's products are warranted for one (1) year to conform to the drawings.", "12"),
        ("All goods are covered by the Seller's 12-month limited warranty.", "12"),
        ("The Seller gives a warranty of 36 months on all parts.", "36"),
        ("Warranty is valid for 6 months from invoice date.", "6"),
        ("The warranty period is 12 months from start-up or 18 months from shipment, whichever ends first.", "unclear"),
        ("质保期：到货后12个月或验收后24个月，以后到者为准。", "unclear"),
        ("质保期限为：（   ）个月。", "blank"),
        ("灯具保质期为：（  ）年，从签收那天算。", "blank"),
        ("设备质保期（   ）年，自验收之日起。", "blank"),
    ],
)
def test_warranty_length(clause: str, months: str) -> None:
    assert _read(clause, "aftersales.warranty_months") == months


@pytest.mark.parametrize(
    ("clause", "value"),
    [
        ("甲方付款之前应先收到乙方开具的增值税专用发票。", True),
        ("支付每笔款项前，甲方须先取得乙方的合格发票。", True),
        ("甲方付款以收到乙方发票为前提。", True),
        ("甲方以取得乙方开具的等额发票作为付款条件。", True),
        ("乙方收到货款前不开具发票。", "absent"),
        (
            "Buyer shall transfer the balance upon receipt packing list and bill of lading, from origin in Chile.",
            "absent",
        ),
    ],
)
def test_invoice_before_the_money(clause: str, value: object) -> None:
    assert _read(clause, "payment.invoice_first") == value


@pytest.mark.parametrize(
    ("clause", "rate"),
    [
        ("甲方每拖延付款一天，按迟付货款的3‰付违约金。", "0.3/day"),
        ("甲方拖延付款一天，按欠款的千分之二支付违约金。", "0.2/day"),
        ("甲方每推迟付款一日，应付未付款额0.05%的违约金。", "0.05/day"),
        ("每拖欠一日，甲方按拖欠货款的0.1%支付滞纳金。", "0.1/day"),
        ("每延误付款一天，甲方应支付延误部分0.2%的违约金。", "0.2/day"),
        ("甲方逾期付款的，应支付合同总额5%的违约金。", "5/once"),
        ("每月5日前支付货款，逾期的按欠款5%支付违约金。", "5/once"),
        ("Overdue amounts attract interest @ 24% p.a.", "24/year"),
    ],
)
def test_late_fee_rate(clause: str, rate: str) -> None:
    assert _read(clause, "remedy.late_fee_rate") == rate


@pytest.mark.parametrize(
    ("clause", "law"),
    [
        ("买卖双方约定，本合同适用于中国法律。", "中国法律"),
        ("与本合同有关的一切事宜适用于新加坡法律。", "新加坡法律"),
        ("本条款适用于往来函件及诉讼各阶段法律文书的送达。", "absent"),
        (
            "This contract is governed by the laws and court decisions of Ontario.",
            "laws and court decisions of Ontario",
        ),
        (
            "This Agreement is governed by the laws and regulations of the Republic of Zambia.",
            "laws and regulations of the Republic of Zambia",
        ),
        ("This Contract shall be construed according to the common law of England.", "common law of England"),
        ("Ohio law controls.", "Ohio law"),
        ("The parties comply with the laws and regulations of the State of Ohio.", "absent"),
    ],
)
def test_governing_law(clause: str, law: str) -> None:
    assert _read(clause, "dispute.governing_law") == law


@pytest.mark.parametrize(
    ("clause", "forum"),
    [
        ("可向本合同履行地法院起诉。", "本合同履行地法院"),
        ("谈不拢的，向本合同签约所在地人民法院起诉。", "本合同签约所在地人民法院"),
        ("双方同意由本合同签署地有管辖权的人民法院管辖。", "本合同签署地有管辖权的人民法院"),
        ("Jurisdiction and venue for all disputes are proper in Travis County, Texas.", "Travis County, Texas"),
        (
            "Venue for any action arising out of this order shall be in Marion County, Indiana.",
            "Marion County, Indiana",
        ),
        ("Buyer consents to jurisdiction and venue in Cook County, Illinois.", "Cook County, Illinois"),
        ("All disputes are subject to Mumbai jurisdiction only.", "Mumbai"),
        ("The place of performance and jurisdiction is Hamburg.", "Hamburg"),
        ("Any legal action shall be brought in Denver, Colorado.", "Denver, Colorado"),
        ("The parties agree that any lawsuit will be filed in King County, Washington.", "King County, Washington"),
    ],
)
def test_court_by_its_place(clause: str, forum: str) -> None:
    assert _read(clause, "dispute.forum") == forum
    assert _read(clause, "dispute.mode") == "court"


@pytest.mark.parametrize(
    ("clause", "value"),
    [
        ("The contract renews for a year unless a party gives notice, which notice must be given at least 15 days before.",
         "absent"),
        ("The Buyer may end this Agreement by notice; such notice must be given at least 60 days before expiry.", "absent"),
        ("Any notice under this contract must be written and sent by email or courier to the address above.", True),
        ("Notice is given when a letter or e-mail reaches the other party at its last known address.", True),
        ("Formal notices are to be hand-delivered or sent by speed post A.D. to the registered office.", True),
    ],
)  # fmt: skip
def test_notice_clause(clause: str, value: object) -> None:
    assert _read(clause, "evidence.notice_clause") == value


@pytest.mark.parametrize(
    "clause",
    [
        "Buyer is responsible for all collection costs, including attorney fees.",
        "Buyer shall be responsible for the Seller's costs of collection.",
        "All costs of recovering overdue amounts are for the account of the Buyer.",
        "Should the Buyer fail to pay, all lawyer's fees and tracing costs will be charged to the Buyer.",
        "Any expense of debt collection will be added to the Buyer's account.",
    ],
)
def test_costs_of_recovery(clause: str) -> None:
    assert _read(clause, "remedy.cost_recovery") is True


@pytest.mark.parametrize(
    ("clause", "value"),
    [
        ("Non-payment will lead to suspension of services.", True),
        ("Late payment may result in delivery being withheld.", True),
        ("Failure to pay an invoice when due shall result in suspension of further shipments.", True),
        ("If the Buyer is in arrears, further consignments may be held back.", True),
        ("Seller may suspend deliveries if Buyer breaches any provision of this Contract.", True),
        ("If Buyer is in breach of this Agreement, Seller may suspend performance.", True),
        ("In the event of any default by the Buyer, the Seller is entitled to withhold further deliveries.", True),
        ("Buyer may suspend performance if Seller fails to comply with this Agreement.", "absent"),
        ("Seller may suspend deliveries if Buyer fails to give a forecast.", "absent"),
        ("在甲方付清欠款前，乙方有权拒绝继续发货。", True),
        ("甲方结清前期货款之前，乙方有权暂停供货。", True),
        ("甲方付款前，乙方应保证质量。", "absent"),
        ("在甲方付清全部货款前，货物所有权归乙方。", "absent"),
    ],
)
def test_right_to_suspend(clause: str, value: object) -> None:
    assert _read(clause, "remedy.suspend_right") == value


@pytest.mark.parametrize(
    "clause",
    [
        "Failure by Buyer to make any payment when due shall be ground for cancellation by Seller of the undelivered part.",
        "Buyer's failure to pay within ten days of demand gives Seller the right to terminate.",
        "In case of persistent delay in payment, Seller may revoke the order.",
    ],
)
def test_termination_for_nonpayment(clause: str) -> None:
    assert _read(clause, "remedy.termination_for_nonpayment") is True


@pytest.mark.parametrize(
    ("clause", "days"),
    [
        ("Within ten days of the arrival of a lot at the facility named by Buyer, Buyer shall inspect and test the lot.",
         "10"),
        ("The consignee shall inspect the consignment within 14 days of its arrival.", "14"),
        ("Rejection, if any, shall be intimated within 30 days of receipt of material at site.", "30"),
    ],
)  # fmt: skip
def test_days_to_inspect(clause: str, days: str) -> None:
    assert _read(clause, "acceptance.period_days") == days


@pytest.mark.parametrize(
    ("clause", "pct"),
    [
        ("Buyer shall wire not less than 30% of the order price on acceptance of the order.", "30"),
        (
            "No less than forty percent (40%) of the price shall be transferred to the Seller upon placing the order.",
            "40",
        ),
        ("At least 35% of the total price is to be deposited with the Seller on signing.", "35"),
        ("Buyer shall purchase at least 25% of the total order volume from Seller.", "absent"),
        ("The Seller's liability shall be at least 25% of the total order price.", "absent"),
        ("合同签订后5日内甲方支付全部货款，乙方安排生产。", "100"),
    ],
)
def test_paid_ahead(clause: str, pct: str) -> None:
    assert _read(clause, "payment.prepay_pct") == pct


@pytest.mark.parametrize(
    ("clause", "methods"),
    [
        ("付款方式：____（1.电汇 2.银行承兑汇票 3.现金）。", "blank"),
        ("结算方式：【 】（①电汇；②支票；③承兑）。", "blank"),
        ("货款按下列第____种方式支付：1、现金；2、转账。", "blank"),
        ("货款以电汇方式支付，支付____元。", ("transfer",)),
        ("Payment method: ____ (1. wire transfer 2. letter of credit)", "blank"),
    ],
)
def test_methods_only_offered(clause: str, methods: object) -> None:
    assert _read(clause, "payment.methods") == methods


@pytest.mark.parametrize(
    ("clause", "days", "anchor"),
    [
        ("Payment terms: 20% deposit on order, balance 30 days from invoice.", "30", "invoice_date"),
        ("Invoices are payable within 10 days less 3% cash discount, 60 days net of invoice.", "60", "invoice_date"),
        ("Payment: 50% advance, 50% against delivery.", "0", "delivery"),
        ("Payment within 15 days from the date of receipt and acceptance of the goods.", "15", "acceptance"),
    ],
)
def test_credit_of_the_rest(clause: str, days: str, anchor: str) -> None:
    assert _read(clause, "payment.net_days") == days
    assert _read(clause, "payment.anchor_event") == anchor
