"""Stops without an object, charges for either party's delay, silence and laws said in passing, each beside a near miss."""

from __future__ import annotations

import pytest
from in_chinese import read_clause
from one_clause import facts_of, shown
from presign.facts.contract import blanks
from presign.facts.parties.read import read_parties
from presign.facts.remedies import default
from presign.facts.security import title_and_credit
from presign.facts.signing import signature
from written_contract import by_name, written

_SUSPEND = "remedy.suspend_right"
_END = "remedy.termination_for_nonpayment"
_CHARGE = "remedy.late_fee_present"
_DAYS = "acceptance.period_days"
_SILENT = "acceptance.deemed"
_CLAUSE = "acceptance.clause"
_MODE = "dispute.mode"
_LAW = "dispute.governing_law"
_WARRANTY = "aftersales.warranty_months"


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("The Seller may suspend or terminate if sums are outstanding for more than 21 days.", True),
        ("If an invoice is more than 14 days overdue we may suspend until it is paid.", True),
        ("The Seller reserves the right to suspend where payment is late.", True),
        ("If any payment is overdue, the Seller may suspend this Agreement until it is paid.", True),
        ("In the event of late payment the Seller may cease trading with the Buyer.", True),
        ("Goods will not be dispatched while the Buyer's account is in arrears.", True),
        ("If an amount is overdue, no further goods will be supplied until it is paid.", True),
        (
            "Where the Buyer fails to pay on the due date, the Seller may:\n- charge interest on the sum until it is"
            " paid; and suspend all Services until the account is cleared.",
            True,
        ),
        ("The Seller retains the right to withhold delivery of final files until all invoices are paid.", True),
        ("The Buyer may withhold acceptance until the defects are settled.", "absent"),
        ("The Seller may suspend the meeting until the price is settled.", "absent"),
        ("The Seller may suspend or terminate if the Buyer breaches its confidentiality obligations.", "absent"),
        ("Neither party may suspend or terminate if a payment is in dispute or overdue.", "absent"),
        ("The Buyer may suspend or terminate if the Seller is late.", "absent"),
        ("If the Seller's invoice is overdue, the Buyer may suspend or terminate.", "absent"),
        ("The obligation to pay shall not be suspended if an invoice is overdue.", "absent"),
        ("The Seller may suspend or terminate if the Buyer discloses a trade secret.", "absent"),
    ],
)
def test_what_is_held_back_need_not_be_said(clause: str, expected: object) -> None:
    assert read_clause(_SUSPEND, clause) == expected


def test_who_acts_is_who_stands_before_the_right() -> None:
    text = written(
        "TERMS OF BUSINESS\n"
        'Alder Advisory will serve you ("the Client") as agreed.\n'
        "If the Client fails to pay Alder Advisory on the due date, Alder Advisory may suspend all services.\n",
        "en",
    )
    facts = by_name(_default_facts(text))
    assert shown(facts[_SUSPEND]) is True
    text = written(
        "TERMS OF BUSINESS\n"
        'Alder Advisory will serve you ("the Client") as agreed.\n'
        "If the Client fails to pay Alder Advisory on the due date, the Client may suspend all services.\n",
        "en",
    )
    assert shown(by_name(_default_facts(text))[_SUSPEND]) == "absent"


def _default_facts(text: object) -> object:
    return default.read(text, read_parties(text))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("The Seller may suspend or terminate if sums are outstanding for more than 21 days.", True),
        ("If the Buyer fails to pay, the Seller may cease or terminate the provision of the Services.", True),
        ("We may end our agreement with you if you do not pay us when due.", True),
        ("If the Buyer fails to pay by the due date, the booking is automatically forfeited and cancelled.", True),
        ("Late payment does not entitle the Buyer to terminate this agreement.", "absent"),
    ],
)
def test_the_end_for_non_payment(clause: str, expected: object) -> None:
    assert read_clause(_END, clause) == expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("Each party answers for its breach. In case of delay, a penalty of 400 per day shall be applicable.", True),
        ("In the event of any delay by either party, a penalty of INR 500 per day shall be levied.", True),
        ("Each party in delay shall pay the other a penalty of 0.1% per day of delay.", True),
        ("In case of delay, the party at fault shall pay the other party 0.05% for each day of delay.", True),
        ("Late payments are subject to a fee of 5% of the invoice total.", True),
        ("Interest @ 18% p.a. will be charged on bills not paid within the due date.", True),
        ("Overdue sums aside, orders are subject to a delivery fee.", "absent"),
        ("In case of delay, a penalty of 400 per day shall be applicable.", "absent"),
        ("In case of delay in delivery, a penalty of 0.5% per day shall be applicable.", "absent"),
        ("In case of delay by the Seller, a penalty of 0.5% per week shall apply.", "absent"),
        ("In case of delay by either party in completing the works, a penalty of 1% per week applies.", "absent"),
    ],
)
def test_a_charge_for_either_partys_delay_is_one_for_late_payment(clause: str, expected: object) -> None:
    assert read_clause(_CHARGE, clause) == expected


@pytest.mark.parametrize(
    ("name", "clause", "expected"),
    [
        (_DAYS, "The Buyer shall have nine (9) days from the date of delivery to inspect and test the vehicle.", "9"),
        (_DAYS, "You have 14 days from receipt to check the goods and tell us about any fault.", "14"),
        (_DAYS, "The Buyer will test each deliverable within [5/7/10] business days of delivery.", "blank"),
        (_DAYS, "买方有质量异议的，应在提取货物后的伍日内以书面方式向卖方提出。", "5"),
        (_DAYS, "Claims, if any, should be intimated within 24 hours of receipt of the material.", "1"),
        (_DAYS, "甲方收到货物后有质量问题请在四天内提出，过期不予受理。", "4"),
        (
            _DAYS,
            "买方有质量异议的，应在提取货物后的伍日内以书面方式向卖方提出。\n"
            "如卖方已开具发票，买方在收到后48小时内未提出异议的，视为货物无质量问题。",
            "5",
        ),
        (
            _SILENT,
            "The Buyer shall inspect the machine. Failure to give timely notice shall constitute acceptance of its"
            " physical condition.",
            True,
        ),
        (_SILENT, "Cutting the fabric is the Buyer's choice and constitutes its final acceptance of quality.", True),
        (_SILENT, "The Buyer is taken to have accepted the goods unless it notifies defects within 7 days.", True),
        (_SILENT, "The Buyer is taken to have accepted and is bound by these terms once it orders goods.", "absent"),
        (
            _SILENT,
            "Failure to give a timely notice of dispute shall constitute acceptance of all work tickets on the invoice.",
            "absent",
        ),
        (_CLAUSE, "If the Distributor rejects a new addition to the product list, others may sell it.", "absent"),
        (_CLAUSE, "The Buyer may inspect the goods and reject substitutes that are defective.", True),
        (_CLAUSE, "All orders sent by the Buyer are subject to acceptance by the Seller.", "absent"),
        (_CLAUSE, "The Buyer may reject any product that is damaged on arrival.", True),
        (_WARRANTY, "标的物质保期为 年，自验收合格之日起计算。", "blank"),
        (_WARRANTY, "设备保修期 个月，自交货之日起。", "blank"),
        (_WARRANTY, "质保期年限见技术协议。", "unclear"),
    ],
)
def test_acceptance_and_warranty(name: str, clause: str, expected: object) -> None:
    assert read_clause(name, clause) == expected


@pytest.mark.parametrize(
    ("name", "clause", "expected"),
    [
        (_MODE, "This engagement will be subject to Scots law and jurisdiction.", "court"),
        (_LAW, "This engagement will be subject to Scots law and jurisdiction.", "Scots law"),
        (_MODE, "English law and jurisdiction apply.", "court"),
        (_LAW, "English law and jurisdiction apply.", "English law"),
        (_MODE, "Law and jurisdiction: England and Wales.", "court"),
        (_LAW, "Law and jurisdiction: England and Wales.", "England and Wales"),
        (_MODE, "These terms are subject to Scottish law.", "absent"),
        (_MODE, "The Buyer is subject to Scots law and regulation.", "absent"),
        (_MODE, "Jurisdiction: This clause is left out on purpose.", "absent"),
        (_LAW, "The prices are subject to UK tax law.", "absent"),
        (_LAW, "This Agreement shall be construed in accordance with the {{governing_law}}.", "blank"),
        (_LAW, "This Agreement shall be governed by [applicable law].", "blank"),
        (_LAW, "The fees are governed by {{rateCard}}.", "absent"),
        (_LAW, "Prices are governed by [Country] tariffs.", "absent"),
        (_LAW, "All orders are subject to French law requirements on packaging.", "absent"),
        (_MODE, "协商不成的，任何一方都可以在本合同签约地提请司法诉讼。", "court"),
        (_MODE, "双方应协商解决，协商不成，按民法典有关规定起诉。", "court"),
        (_MODE, "纠纷协商解决不了的，由需方所在地司法机关裁决。", "court"),
        (_MODE, "协商不成的，向甲方所在地仲裁委员会申请仲裁，不得提起诉讼。", "arbitration"),
        (_MODE, "发生争议由双方协商，协商不成的可到甲方所在地起诉。", "court"),
        (_MODE, "Any disputes shall be resolved in accordance with Philippine law and jurisdiction.", "court"),
        (_MODE, "诉讼期间，双方应继续履行合同。", "absent"),
        (_MODE, "买方应承担卖方提起诉讼的费用。", "absent"),
    ],
)
def test_law_and_forum(name: str, clause: str, expected: object) -> None:
    assert read_clause(name, clause) == expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("卖方在收到买方本合同全额货款后，向需方转移货权。", True),
        ("甲方付清货款后，乙方转让货物的产权。", True),
        ("款到货权转移。", True),
        ("买方未付清款项的，卖方对货物保留所有权。", True),
        ("付款后卖方移交产权证书。", "absent"),
        ("货物交付后，乙方向甲方转移货权，甲方于30日内付款。", "absent"),
    ],
)
def test_title_moves_once_the_price_is_in(clause: str, expected: object) -> None:
    assert shown(facts_of(title_and_credit.read, clause)["security.rot_clause"]) == expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("大写金额：", True),
        ("合计金额（大写）：", True),
        ("大写金额：伍万元整", "absent"),
        ("Port of Discharge:", True),
        ("Port of Discharge: Alderhaven", "absent"),
    ],
)
def test_a_sum_in_words_left_empty_is_a_blank(clause: str, expected: object) -> None:
    assert shown(facts_of(blanks.read, clause)["contract.has_blanks"]) == expected


_BODY = "\n".join(["The work is done with care and by the agreed day."] * 12)


@pytest.mark.parametrize(
    ("end", "buyer", "seller"),
    [
        ("I accept the fee proposal and its terms.\nName: ________\nSignature: ____________\nDate: ______", True, None),
        ("The engineer shall accept the site as found.\nSignature: ____________\nDate: ______", None, None),
        ("Bank details\nName - Halloway Dryers\nAccount 0011\n\nFor Halloway Dryers.\nAlder Road 7", None, True),
        ("For Alder Road access.\nPlease ring the bell.", None, None),
    ],
)
def test_who_signs_a_proposal(end: str, buyer: bool | None, seller: bool | None) -> None:
    text = written("FEE PROPOSAL\nThe Client shall pay the fee.\n" + _BODY + "\n" + end, "en")
    facts = by_name(signature.read(text, read_parties(text)))
    assert facts["sign.buyer_block"].value is buyer
    assert facts["sign.seller_block"].value is seller


def test_of_two_lines_the_other_is_the_other_partys() -> None:
    lines = 'SUPPLY OF PRODUCE\n{{buyer.name}} (the "Buyer") takes the crop as weighed and shall pay for it.\n' + _BODY
    both = written(f"{lines}\nFOR THE BUYER\nSigned at: {{{{a}}}}\n\nFOR THE GROWER\nSigned at: {{{{b}}}}", "en")
    facts = by_name(signature.read(both, read_parties(both)))
    assert facts["sign.buyer_block"].value is True
    assert facts["sign.seller_block"].value is True
    witness = written(f"{lines}\nFOR THE BUYER\nSigned at: {{{{a}}}}\n\nFOR THE WITNESS\nSigned: {{{{b}}}}", "en")
    assert by_name(signature.read(witness, read_parties(witness)))["sign.seller_block"].value is None
