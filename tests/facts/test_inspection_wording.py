"""Checking what was delivered and what is warranted, in the words of surveyors, sign-offs, findings and forms."""

from __future__ import annotations

import pytest
from one_clause import facts_of, shown
from presign.facts.performance import acceptance, aftersales


@pytest.mark.parametrize(
    "clause",
    [
        "Buyer may appoint SGS or another inspection company to attend loading.",
        "The Buyer is free to engage an independent surveyor at the discharge port.",
        "The Buyer is entitled to have the cargo surveyed by an independent inspector.",
        "Pre-shipment inspection by an independent agency shall be arranged by Buyer at its expense.",
        "The Buyer shall sign an acceptance note upon completion of the commissioning.",
        "Goods are subject to Buyer's incoming quality control.",
        "The Buyer shall confirm in writing, within five working days of delivery, that the Goods meet the specification.",
        "The Buyer shall give written notice of its finding that the System conforms to the requirements.",
        "If on inspection any goods are found to be faulty, the Buyer shall notify the Seller.",
        "Any claim that the goods are not of the quality ordered must reach the Seller within 8 days of arrival.",
        "The Buyer shall sign off each deliverable or give written reasons for refusing it.",
        "The Buyer shall have a right of inspection at Seller's works before dispatch.",
        "The Buyer must check the quantity and condition of the goods on unloading.",
        "Weight claims shall be supported by a certificate of the port authority.",
        "如发现数量与送货单不符，甲方须在四日内书面告知乙方。",
        "到货短缺的，买方应于收货后5日内通知卖方补发。",
        "异议期：收货后6天。",
    ],
)
def test_there_is_an_inspection(clause: str) -> None:
    assert shown(facts_of(acceptance.read, clause)["acceptance.clause"]) is True


@pytest.mark.parametrize(
    "clause",
    [
        "Sums the Buyer has not questioned are deemed accepted and fall due.",
        "An invoice not disputed within 7 days is deemed accepted.",
        "Terms in the Buyer's order other than the quantity and the date shall not be binding on the Seller.",
        "If the Buyer does not object to the new price within 14 days, the price shall be deemed accepted.",
        "买方如对本合同条款有异议，应在签订前书面提出。",
        "对结算金额有异议的，应在5个工作日内以书面形式提出。",
        "乙方对甲方修订的平台规则有异议的，可书面通知甲方解除本协议。",
        "乙方提出异议后继续使用平台的，视为接受该等变更。",
    ],
)
def test_sums_prices_and_rules_are_no_goods(clause: str) -> None:
    facts = facts_of(acceptance.read, clause)
    assert shown(facts["acceptance.clause"]) == "absent"
    assert shown(facts["acceptance.deemed"]) == "absent"


@pytest.mark.parametrize(
    ("clause", "days"),
    [
        ("Claims as to quality shall be lodged no later than 15 days from the date of discharge.", "15"),
        (
            "The Buyer shall confirm in writing, within 11 days of delivery, that the Goods meet the specification.",
            "11",
        ),
        ("The inspection shall be completed within 12 days following arrival at site.", "12"),
        ("Notification of defects: 9 days from receipt of the goods.", "9"),
        ("到货型号与订单不符的，甲方需在三（3）个工作日内书面告知乙方。", "3"),
        ("甲方须在四个工作日内将不符情况书面告知乙方。", "4"),
        ("Should the System not conform, the Buyer shall within [Time frame] of delivery notify the Seller.", "blank"),
        ("The Buyer shall confirm that the Goods conform within [number of days] days of delivery.", "blank"),
        ("3、验收标准、方法及提出异议期限：[请编写验收标准及期限]", "blank"),
        ("六、验收标准、方法及提出异议期限：                    。", "blank"),
        ("验收期限：____个工作日。", "blank"),
        # Two years are the limit of 民法典 621, no time to inspect in.
        ("甲方应在{{days}}天内提出书面异议；自收到货物之日起两年内未通知乙方的，视为质量合乎约定。", "blank"),
    ],
)
def test_time_to_check(clause: str, days: str) -> None:
    assert shown(facts_of(acceptance.read, clause)["acceptance.period_days"]) == days


@pytest.mark.parametrize(
    "clause",
    [
        "The Buyer's silence for 8 days after receipt of the goods counts as approval of them.",
        "The absence of a complaint within 7 days of receipt shall be conclusive evidence that the goods were in order.",
        "甲方怠于通知的，视为产品合乎约定。",
    ],
)
def test_silence_accepts(clause: str) -> None:
    assert shown(facts_of(acceptance.read, clause)["acceptance.deemed"]) is True


@pytest.mark.parametrize(
    ("clause", "stages"),
    [
        ("The price is due after delivery, installation, trial run, final acceptance and registration.", "5"),
        ("Payment follows final acceptance of the goods.", "1"),
    ],
)
def test_stages_in_a_list(clause: str, stages: str) -> None:
    assert shown(facts_of(acceptance.read, clause)["acceptance.stages"]) == stages


@pytest.mark.parametrize(
    ("clause", "months"),
    [
        (
            "For a period of 18 months after delivery the machine shall perform in accordance with the specification.",
            "18",
        ),
        ("The software will operate in accordance with the documentation for 6 months after the Delivery Date.", "6"),
        ("The goods shall be free from defects in material and workmanship for 24 months from receipt.", "24"),
        ("The Seller repairs or replaces free of charge any part found defective within one year of delivery.", "12"),
        ("Seller's liability for defects ends 30 months after delivery of the goods.", "30"),
        (
            "The system shall work in accordance with the documentation for [Time frame] after handover.",
            "blank",
        ),
        ("序号\t名称\t质保期限(天)\n{{no}}\t{{name}}\t{{shelfLife}}", "blank"),
        ("The Seller shall perform the Services in accordance with the specifications for 12 months.", "absent"),
        ("The Buyer shall buy its goods from the Seller for 12 months from the date of this Agreement.", "absent"),
    ],
)
def test_length_of_the_warranty(clause: str, months: str) -> None:
    assert shown(facts_of(aftersales.read, clause)["aftersales.warranty_months"]) == months
