from __future__ import annotations

import pytest
from one_clause import facts_of, shown
from presign.facts.performance import acceptance, aftersales


@pytest.mark.parametrize(
    ("clause", "present", "days"),
    [
        ("甲方应在收到货物后7日内进行验收。", True, "7"),
        ("买方收货后三个工作日内完成检验，不合格的，卖方应在5日内换货。", True, "3"),
        ("甲方应在货物送达后48小时内完成验收。", True, "2"),
        ("数量异议应在收货当日提出，质量异议应在收货后15日内提出。", True, "15"),
        ("质量异议期为7天，自收货之日起算。", True, "7"),
        ("货到目的口岸90天内经商检局复验，如品质与合同不符，买方可凭检验证书索赔。", True, "90"),
        ("甲方收到货物后应及时验收。", True, "unclear"),
        ("甲方应在到货后____日内组织验收。", True, "blank"),
        ("质量异议应于到货后3个月内提出，数量异议应于到货后30天内提出。", True, "unclear"),
        ("第三条 验收标准及提出异议的期限\n______________", True, "blank"),
        ("货到现场后由甲乙双方共同验收。", True, "absent"),
        # Acceptance as the moment a payment waits for: there is one, and nothing says by when.
        ("设备验收合格后10日内，甲方支付合同总价的30%。", True, "absent"),
        ("The balance is due within 60 days after final acceptance of the works by the Owner.", True, "absent"),
        ("Goods subject to Buyer's inspection.", True, "absent"),
        ("货物由甲方验收。", True, "absent"),
        ("Buyer shall inspect the Goods within fourteen (14) days after delivery.", True, "14"),
        (
            "Claims for shortages or defects must be notified to Seller within 10 days of receipt of the goods.",
            True,
            "10",
        ),
        ("The Buyer may inspect the Goods promptly after arrival.", True, "unclear"),
        ("The Buyer shall have the right to test the Products at its own cost.", True, "absent"),
        ("Seller may inspect the Buyer's books and records on reasonable notice.", "absent", "not_applicable"),
    ],
)
def test_clause_and_period(clause: str, present: object, days: str) -> None:
    facts = facts_of(acceptance.read, clause)
    assert shown(facts["acceptance.clause"]) == present
    assert shown(facts["acceptance.period_days"]) == days


def test_a_sentence_broken_over_two_lines() -> None:
    clause = "第四条 甲方在货物运抵其位于武汉市汉阳区的仓库并完成卸货之后的十\n五日内应当书面提出质量异议。"
    assert shown(facts_of(acceptance.read, clause)["acceptance.period_days"]) == "15"


@pytest.mark.parametrize(
    ("clause", "deemed"),
    [
        ("甲方应在收货后7日内验收，逾期未提出书面异议的，视为验收合格。", True),
        ("甲方收到货物之日起五日内提出质量异议，否则视为合格。", True),
        ("甲方未提出异议的，以乙方检验结果为准。", True),
        ("甲方未提出异议的，以甲方检验结果为准。", "absent"),
        ("甲方收到对账单后5日内未回复的，视为认可对账金额。", "absent"),
        ("通知发出后三日视为送达。", "absent"),
        ("Goods not rejected within that period are deemed accepted.", True),
        ("An order not rejected within 5 days is deemed accepted.", "absent"),
    ],
)
def test_silence(clause: str, deemed: object) -> None:
    assert shown(facts_of(acceptance.read, clause)["acceptance.deemed"]) == deemed


@pytest.mark.parametrize(
    ("name", "clause", "value"),
    [
        ("acceptance.by_third_party", "甲方应组织验收，以业主最终验收合格为准。", True),
        ("acceptance.receipt_signers_named", "甲方指定收货人为：王建国，电话：13900000000。", True),
        ("acceptance.receipt_signers_named", "收货人：__________", "blank"),
        ("acceptance.return_unconditional", "甲方可无条件退货。", True),
        ("acceptance.return_unconditional", "货物一经签收，恕不退换。", False),
        ("acceptance.stages", "设备到货后甲方组织初验，运行30日后组织终验。", "2"),
        ("acceptance.standard_defined", "甲方应按国家标准验收。", True),
        ("delivery.place_defined", "交货地点：武汉市汉阳区龙阳大道88号仓库。", True),
        ("delivery.place_defined", "交货地点：__________", "blank"),
        ("delivery.place_defined", "乙方将货物送至甲方指定地点。", "unclear"),
        ("delivery.risk_transfer_defined", "货物毁损的风险自交付时转移。", True),
        ("delivery.risk_transfer_defined", "Delivery FOB Rotterdam (Incoterms 2020).", True),
        ("delivery.risk_transfer_defined", "Prices are firm.", "absent"),
    ],
)
def test_terms_of_acceptance_and_delivery(name: str, clause: str, value: object) -> None:
    assert shown(facts_of(acceptance.read, clause)[name]) == value


@pytest.mark.parametrize(
    ("clause", "months"),
    [
        ("产品质保期为两年，自验收合格之日起计算。", "24"),
        ("整机保修期12个月，易损件保修期3个月。", "12"),
        ("设备保修三年，终身维护。", "36"),
        ("卖方保证货物自到货之日起12个月内无质量缺陷。", "12"),
        ("保密期限为合同终止后三年。", "absent"),
        (
            "Seller warrants that it has full authority to enter into this Agreement for a period of five years.",
            "absent",
        ),
        ("乙方提供两年质保服务。", "24"),
        ("质保期内出现质量问题，乙方免费维修。", "unclear"),
        ("质保期为____个月。", "blank"),
        ("质量保证金为合同总价5%，一年后返还。", "absent"),
        (
            "Seller warrants the Goods against defects for a period of eighteen (18) months from the date of shipment.",
            "18",
        ),
        ("The warranty period is three years from acceptance of the equipment.", "36"),
        ("The warranties in this Agreement survive termination for two years.", "absent"),
    ],
)
def test_warranty(clause: str, months: str) -> None:
    assert shown(facts_of(aftersales.read, clause)["aftersales.warranty_months"]) == months


def test_after_sales() -> None:
    facts = facts_of(
        aftersales.read,
        "质保期一年，自验收之日起算。乙方提供7×24小时支持，接到通知后2小时内响应，24小时内到场免费维修故障设备。",
    )
    assert shown(facts["aftersales.response_hours"]) == "2"
    assert facts["aftersales.warranty_start_defined"].value is True
    blocked = facts_of(aftersales.read, "质保期内出现质量问题的，甲方有权暂停支付全部货款。")
    assert blocked["aftersales.blocks_payment"].value is True
