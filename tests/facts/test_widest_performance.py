"""Acceptance and warranty in still other words: times without a verb, in a label, in brackets, and those that mend."""

from __future__ import annotations

import pytest
from one_clause import facts_of, shown
from presign.facts.performance import acceptance, aftersales


@pytest.mark.parametrize(
    ("clause", "days"),
    [
        ("Acceptance within 75 days of arrival.", "75"),
        ("Number and looks on arrival, quality within 6 days by written notice, otherwise deemed conforming.", "6"),
        ("The Buyer may inspect the Goods during the twelve (12) day period following delivery.", "12"),
        ("The inspection period shall be 16 days from receipt of the Goods.", "16"),
        ("Inspection Period: 4 business days after delivery of each lot.", "4"),
        ("Buyer may, for a period of 21 days after installation, test the System against the Specifications.", "21"),
        ("Buyer reserves the right, for 25 days after receipt, to inspect and reject goods.", "25"),
        ("Buyer shall have a nine (9) business day review period to evaluate each Deliverable.", "9"),
        (
            "No claim shall be considered unless submitted in writing within 13 days after the material is received.",
            "13",
        ),
        ("The Buyer must check the goods on delivery and any visible damage must be advised within 3 days.", "3"),
        (
            "The Buyer will have {{time}} to inspect the product.\nDefects are notified within 80 days of delivery.",
            "blank",
        ),
        ("Buyer may reject Goods. Buyer shall return rejected Goods within 35 days of authorisation.", "absent"),
        ("Goods are subject to inspection by the Buyer. Seller repairs rejected goods within 11 days.", "absent"),
    ],
)
def test_time_to_inspect(clause: str, days: str) -> None:
    facts = facts_of(acceptance.read, clause)
    assert facts["acceptance.clause"].value is True
    assert shown(facts["acceptance.period_days"]) == days


@pytest.mark.parametrize(
    ("clause", "deemed"),
    [
        ("Acceptance within 8 days; delay or use counts as acceptance.", True),
        ("Buyer has 5 days to test the Products; failure to object in that time is acceptance of the Products.", True),
        ("If Buyer is silent for 4 days the goods shall be presumed to be in accordance with the contract.", True),
        ("Products of which no defect is reported in time are deemed approved.", True),
        ("Neither receipt nor payment shall be deemed acceptance of the Goods.", "absent"),
        ("No inspection of the Goods by Buyer shall constitute acceptance of the Goods.", "absent"),
    ],
)
def test_silence(clause: str, deemed: object) -> None:
    assert shown(facts_of(acceptance.read, clause)["acceptance.deemed"]) == deemed


def test_stages_of_a_trial_and_a_filing_count() -> None:
    facts = facts_of(acceptance.read, "到货验收、安装验收、试运行3个月、终验、竣工备案后付款。")
    assert shown(facts["acceptance.stages"]) == "5"


@pytest.mark.parametrize(
    ("clause", "months", "defined"),
    [
        ("The warranty period shall be not less than 15 months from delivery or completion.", "15", True),
        ("质保期自项目整体竣工之日起算。", "unclear", False),
        ("Warranty runs from completion of the whole project.", "unclear", False),
        ("质保期24个月，自验收合格之日起算。", "24", True),
    ],
)
def test_warranty_start(clause: str, months: str, defined: object) -> None:
    facts = facts_of(aftersales.read, clause)
    assert shown(facts["aftersales.warranty_months"]) == months
    assert shown(facts["aftersales.warranty_start_defined"]) == defined


@pytest.mark.parametrize(
    ("clause", "days", "deemed"),
    [
        (
            "Any claim that goods were delivered damaged will be notified to Seller within 17 days of their delivery.",
            "17",
            "absent",
        ),
        (
            "A complaint is only admissible when it is made in writing within 19 days after delivery of the goods.",
            "19",
            "absent",
        ),
        (
            "Buyer will have six (6) days following receipt of a Deliverable to provide written notice, failing which the Deliverable is accepted.",
            "6",
            True,
        ),
        ("Work not rejected in writing within nine days of completion is accepted.", "9", True),
        ("终验应在乙方提出申请之日起25天内完成。", "25", "absent"),
        ("甲方收到货物四天之内如对质量有疑问，应通知乙方到场核实。", "4", "absent"),
    ],
)
def test_claims_and_applications(clause: str, days: str, deemed: object) -> None:
    facts = facts_of(acceptance.read, clause)
    assert shown(facts["acceptance.period_days"]) == days
    assert shown(facts["acceptance.deemed"]) == deemed
