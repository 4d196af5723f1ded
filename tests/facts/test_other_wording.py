"""Wording the readers once missed, each in words of our own."""

from __future__ import annotations

import pytest
from one_clause import Read, facts_of, shown
from presign.facts.contract import goods, price, price_table
from presign.facts.disputes import resolution as disputes
from presign.facts.parties import facts as party_facts
from presign.facts.parties.read import read_parties
from presign.facts.payment import facts as payment_facts
from presign.facts.performance import acceptance, aftersales
from presign.facts.remedies import default as default_remedies
from presign.facts.remedies import late_payment
from presign.facts.security import deposit, guarantee
from written_contract import by_name, written

CASES: tuple[tuple[Read, str, str, object], ...] = (
    # The guarantee's terms stand in paragraphs of their own.
    (guarantee.read, "7.1 丙方为乙方的付款义务提供连带责任保证。\n7.2 双方另行约定。\n7.3 另议。\n7.4 无。\n7.5 保证期间为债务到期之日起两年。",
     "security.guarantee_period_months", "24"),
    (guarantee.read, "丙方为甲方的付款提供连带责任保证。\n担保范围包括货款、利息、违约金和律师费。", "security.guarantee_scope_full", True),
    (guarantee.read, "丙方为甲方的付款提供连带责任保证。双方变更交货时间的，丙方预先同意继续承担保证责任。",
     "security.guarantor_consents_changes", True),
    (guarantee.read, "长乐市高新区管理委员会对甲方的货款支付提供担保。", "security.guarantor_kind", "gov"),
    (guarantee.read, "本产品的质量保证期为一年。", "security.guarantee_present", "absent"),
    # Words between the period and what it is for.
    (acceptance.read, "甲方应在货物签收后12日内，依据附件二《检验规程》所列的强度、尺寸和外观要求进行检验。", "acceptance.period_days", "12"),
    (acceptance.read, "The deliverables are accepted when the bank's technical adviser confirms them.", "acceptance.clause", True),
    (acceptance.read, "The reports are accepted when the lender's adviser confirms in writing.", "acceptance.by_third_party", True),
    (aftersales.read, "质保期12个月，质保范围为电机本体的制造缺陷。", "aftersales.scope_defined", True),
    (aftersales.read, "The Seller warrants the units against defects in material for 12 months.", "aftersales.scope_defined", True),
    # A ban on handing over debts is none on receivables; what "is not" force majeure isn't.
    (default_remedies.read, "任何一方不得转让本合同项下的债务。", "remedy.anti_assignment_receivable", "absent"),
    (default_remedies.read, "乙方不得转让本合同项下的债权。", "remedy.anti_assignment_receivable", True),
    (default_remedies.read, "Neither party is liable for force majeure; lack of funds is not such an event.", "remedy.fm_includes_funding", False),
    (default_remedies.read, "The defaulting party pays the costs of enforcement including lawyers' fees.", "remedy.cost_recovery", True),
    (deposit.read, "合同价30%为定金。交货期自乙方收到定金之日起算。", "security.deposit_paid_before_start", True),
    (deposit.read, "A deposit of 20% is due on signing. The Seller starts work after the deposit has arrived.", "security.deposit_paid_before_start", True),
    (default_remedies.read, "甲方任一到期款逾期超过5日的，乙方可通知暂停供货。", "remedy.suspend_right", True),
    (disputes.read, "由合同签订地（苏州市虎丘区）人民法院管辖。", "dispute.court_place", "signing_place"),
    (late_payment.read, "Late payment does not entitle the Seller to interest.", "remedy.interest_waiver", True),
    (late_payment.read, "Late payment does not entitle the Seller to interest.", "remedy.late_fee_present", False),
    (price.read, "The total price is USD 12,000.00, to which value added tax is added.", "contract.amount_tax_incl", False),
    (price.read, "The total price is USD 12,000.00; it is stated net of sales tax.", "contract.amount_tax_incl", False),
    # Who deducts is told before the verb; lots paid late are told from the newer one.
    (payment_facts.read, "甲方有权从应付货款中直接扣除乙方应承担的费用。", "payment.setoff_by_buyer", True),
    (payment_facts.read, "下一批货物到场后，甲方支付上一批货款。", "payment.rolling_arrears", True),
    (payment_facts.read, "乙方接受电子债权凭证即视为甲方已完成付款。", "payment.bill_discharges_debt", True),
)  # fmt: skip


@pytest.mark.parametrize(
    ("read", "clause", "name", "expected"), CASES, ids=[f"{case[2]}-{at}" for at, case in enumerate(CASES)]
)
def test_other_wording(read: Read, clause: str, name: str, expected: object) -> None:
    assert shown(facts_of(read, clause)[name]) == expected


def test_a_total_row_by_another_name_is_no_line() -> None:
    table = "品名\t数量\t单价（元）\t金额（元）\n槽钢\t10\t100.00\t1,000.00\n角钢\t20\t50.00\t1,000.00\n暂定总价\t2,000.00\n"
    assert facts_of(price_table.read, table)["contract.line_total"].value.amount == 2000  # type: ignore[union-attr]


def test_a_bank_account_told_in_a_sentence_is_whole() -> None:
    text = written(
        'SUPPLY AGREEMENT\nThis Agreement is made between Norvale Steel Limited (the "Seller") and Hartwin Tools Inc. '
        '(the "Buyer").\nThe price is paid to Norvale Steel Limited, Severn Bank plc, account number 55120934.\n',
        "en",
    )
    parties = read_parties(text)
    facts = by_name(party_facts.read(text, parties))
    assert facts["party.payee_account_complete"].value is True
    assert facts["party.payee_is_seller"].value is True


def test_a_specification_in_an_annex_completes_the_goods() -> None:
    text = "Item\tDescription\tQuantity\tAmount (GBP)\n1\tPump\t2\t400.00\nSchedule 2 – Specification: as in data sheet P-2.\n"
    facts = facts_of(goods.read_goods, text)
    assert facts["contract.goods_spec_complete"].value is True
