"""Acceptance, warranty and delivery in wordings the first tests don't have."""

from __future__ import annotations

import pytest
from one_clause import facts_of, shown
from presign.facts.performance import acceptance, aftersales


@pytest.mark.parametrize(
    ("clause", "days", "deemed"),
    [
        ("The Buyer has ten Business Days from delivery to test the goods.", "10", "absent"),
        ("The Buyer shall be deemed to have accepted the goods 48 hours after delivery.", "2", True),
        ("The Buyer shall within 12 days either accept the report or return it with reasons.", "12", "absent"),
        ("Complaints must be received within 6 days after receipt of the shipment.", "6", "absent"),
        ("You must inspect the goods; otherwise you are deemed to have accepted them.", "absent", True),
        ("Goods shall not be deemed accepted by passage of time.", "absent", False),
        ("The goods shall not be deemed accepted until tested.", "absent", "absent"),
        ("The Buyer will have [7/14] days to review and test the goods.", "blank", "absent"),
        ("The Buyer must within 5 days collect or accept delivery and may inspect the goods.", "absent", "absent"),
        ("需方如有异议十日内提出，供方包换。", "10", "absent"),
        ("甲方收货后五天内没有反馈的，当作合格处理。", "5", True),
        ("甲方应在三天内对货物提出异议，过期视为无异议。", "3", True),
        ("甲方应自收到乙方验收申请之日起六个工作日内组织验收。", "6", "absent"),
        ("买方应在收货后2日内检验，否则视为买方对质量的认可。", "2", True),
        ("甲方应在到货后一个月内组织验收。", "unclear", "absent"),
        ("未经甲方书面确认，不得视为验收合格。", "absent", False),
    ],
)
def test_acceptance_in_other_words(clause: str, days: str, deemed: object) -> None:
    facts = facts_of(acceptance.read, clause)
    assert facts["acceptance.clause"].value is True
    assert shown(facts["acceptance.period_days"]) == days
    assert shown(facts["acceptance.deemed"]) == deemed


@pytest.mark.parametrize("clause", ["乙方负责安装前查验相关检测报告。", "乙方交货时应附出厂检验合格证。"])
def test_no_acceptance_clause(clause: str) -> None:
    assert shown(facts_of(acceptance.read, clause)["acceptance.clause"]) == "absent"


@pytest.mark.parametrize(
    ("clause", "months"),
    [
        ("质保：自装运之日起15个月。", "15"),
        ("服务器硬件包修三年。", "36"),
        ("乙方对所供产品实行三包，期限为交货后十二个月。", "12"),
        ("自验收合格之日起9个月内，因质量造成的故障由乙方免费维修。", "9"),
        ("易损件质保3个月，其余部件质保12个月。", "12"),
        ("质保{{ years }}年。", "blank"),
        ("保修金在一年后返还。", "absent"),
        ('"Defects Period" means the period of 24 months from acceptance.', "24"),
        ("The goods carry a two-year manufacturer's warranty.", "24"),
        ("Warranty: 18 months ex works.", "18"),
        ("The Seller warrants the goods for ninety (90) days from delivery.", "3"),
        ("The Seller shall repair any goods which prove defective within one year of delivery.", "12"),
        ("The warranty runs 18 months from shipment or 12 months from start-up, whichever ends first.", "unclear"),
        ("The goods are covered by a {months}-month limited warranty.", "blank"),
        ("The Seller warrants that it has authority for a term of 24 months.", "absent"),
    ],
)
def test_warranty_in_other_words(clause: str, months: str) -> None:
    assert shown(facts_of(aftersales.read, clause)["aftersales.warranty_months"]) == months


@pytest.mark.parametrize(
    ("name", "clause", "value"),
    [
        ("delivery.risk_transfer_defined", "The goods are at the Buyer's risk from delivery.", True),
        ("delivery.risk_transfer_defined", "The goods are at the risk of the Buyer once loaded.", True),
        ("delivery.place_defined", "Delivery shall be made to the Buyer's warehouse at Leith.", True),
        ("delivery.place_defined", "Goods are delivered to such place as the Buyer may designate.", "unclear"),
        ("delivery.place_defined", "卖方送货至昆山市玉山镇的工厂。", True),
    ],
)
def test_delivery_in_other_words(name: str, clause: str, value: object) -> None:
    assert shown(facts_of(acceptance.read, clause)[name]) == value


def test_a_sentence_that_the_page_broke_before_a_capital() -> None:
    clause = (
        "The Buyer shall examine the goods and claims shall be made to the\nSeller within nine days after delivery."
    )
    assert shown(facts_of(acceptance.read, clause)["acceptance.period_days"]) == "9"


@pytest.mark.parametrize(
    "clause",
    [
        "The Seller shall be deemed to have approved the Buyer's artwork for the goods after ten days.",
        "Delivery of the goods shall be deemed complete when the Seller hands them to the carrier.",
        "The goods shall be considered acceptable if they conform to the sample.",
    ],
)
def test_what_only_sounds_like_silence(clause: str) -> None:
    assert shown(facts_of(acceptance.read, clause)["acceptance.deemed"]) == "absent"
