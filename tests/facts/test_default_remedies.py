from __future__ import annotations

import pytest
from one_clause import facts_of, shown
from presign.facts.remedies import default as default_remedies


@pytest.mark.parametrize(
    ("clause", "right"),
    [
        ("甲方未按期付款的，乙方有权停止供货并顺延交货期。", True),
        ("信用证未按时开到的，卖方可以推迟装运。", True),
        ("因甲方未按约支付进度款的，乙方有权停工，工期顺延。", True),
        ("甲方有权要求乙方暂停发货。", "absent"),
        ("甲方未付款的，乙方不得停止供货。", False),
        ("乙方产品质量不合格的，甲方有权暂停支付货款。", "absent"),
        ("发票不合格的，甲方有权拒绝支付货款，乙方不得停工。", "absent"),
        ("Seller reserves the right to withhold shipments if Buyer fails to pay any invoice.", True),
        ("Seller shall have no obligation to make further deliveries while any amount is overdue.", True),
        ("Buyer may withhold payment if Seller fails to deliver the goods.", "absent"),
    ],
)
def test_suspension(clause: str, right: object) -> None:
    assert shown(facts_of(default_remedies.read, clause)["remedy.suspend_right"]) == right


def test_a_step_of_the_default_named_before() -> None:
    clause = "甲方逾期付款的，按日支付违约金；逾期超过20日，乙方有权暂停发货。"
    assert facts_of(default_remedies.read, clause)["remedy.suspend_right"].value is True


@pytest.mark.parametrize(
    ("clause", "right"),
    [
        ("甲方逾期付款超过30日，乙方可以单方解除合同。", True),
        ("有下列情形之一的，乙方有权解除合同：\n（1）甲方逾期付款超过30日的；\n（2）甲方进入破产程序的。", True),
        ("任何一方违反本合同约定，经催告后十五日内未改正的，守约方有权解除本合同。", True),
        ("乙方逾期交货超过30日，甲方有权解除合同。", "absent"),
        ("因不可抗力致使合同不能履行的，任何一方可以解除合同。", "absent"),
        (
            "Seller may terminate this Agreement: (a) if Buyer becomes insolvent; (b) if Buyer fails to make any payment when due.",
            True,
        ),
        (
            "Either party may terminate on these events: (i) insolvency of the other; (ii) breach by the other of any material term.",
            True,
        ),
        ("Seller may cancel this contract if payment is not made within 14 days of the due date.", True),
        (
            "If either party commits a material breach and does not remedy it within 20 days, the other party may terminate.",
            True,
        ),
        ("Buyer may terminate this Agreement if Seller materially breaches it.", "absent"),
        ("Either party may terminate this Agreement on 60 days' written notice.", "absent"),
    ],
)
def test_termination(clause: str, right: object) -> None:
    assert shown(facts_of(default_remedies.read, clause)["remedy.termination_for_nonpayment"]) == right


@pytest.mark.parametrize(
    ("clause", "due"),
    [
        ("甲方逾期付款的，全部未付货款视为提前到期。", True),
        ("Upon any default in payment the entire unpaid balance shall become immediately due and payable.", True),
        ("本合同到期后，甲方应一次性付清全部货款。", "absent"),
        ("If Buyer defaults, Seller may declare all outstanding invoices immediately due and payable.", True),
        ("All invoices are due and payable within 30 days.", "absent"),
        ("All costs of curing a breach shall be immediately due.", "absent"),
    ],
)
def test_acceleration(clause: str, due: object) -> None:
    assert shown(facts_of(default_remedies.read, clause)["remedy.acceleration"]) == due


def test_the_share_that_triggers_acceleration() -> None:
    clause = "甲方未支付到期价款的数额达到全部价款的20%的，乙方可以要求甲方一次性支付全部剩余价款。"
    assert shown(facts_of(default_remedies.read, clause)["remedy.acceleration_threshold_pct"]) == "20"


@pytest.mark.parametrize(
    ("clause", "borne"),
    [
        ("因甲方违约引起诉讼的，甲方应承担乙方支出的律师费、诉讼费及保全费。", True),
        ("双方因诉讼发生的律师费由各自承担。", False),
        ("乙方产品侵权的，乙方应承担甲方因此支出的律师费。", "absent"),
        ("仲裁费由败诉方承担。双方的律师费各自承担。", False),
        ("Buyer shall be liable for all costs of collection, including attorney fees.", True),
        (
            "In any action to enforce this Agreement, the prevailing party shall be entitled to its attorneys' fees.",
            True,
        ),
        ("Each party shall bear its own costs of any audit.", "absent"),
        (
            "Seller shall indemnify Buyer against all third party claims, including reasonable attorneys' fees.",
            "absent",
        ),
    ],
)
def test_costs(clause: str, borne: object) -> None:
    assert shown(facts_of(default_remedies.read, clause)["remedy.cost_recovery"]) == borne


@pytest.mark.parametrize(
    ("name", "clause", "value"),
    [
        ("cross_default", "甲方在其他合同项下逾期付款的，视为本合同项下违约。", True),
        ("principal_first", "甲方的付款应先抵充违约金及利息，再抵充货款本金。", False),
        ("principal_first", "甲方的付款应先抵充本金。", True),
        ("fm_includes_funding", "不可抗力包括地震、洪水、政策调整及甲方资金未到位。", True),
        ("fm_includes_funding", "不可抗力不包括任何一方资金短缺。", False),
        ("fm_includes_funding", "Force majeure does not excuse any obligation to pay money.", False),
        ("anti_assignment_receivable", "未经甲方书面同意，乙方不得将本合同项下的应收账款转让给第三方。", True),
        ("anti_assignment_receivable", "未经乙方同意，甲方不得转让本合同项下的权利义务。", "absent"),
        ("seller_liability_capped", "乙方的赔偿责任累计不超过合同总价的30%。", True),
        ("seller_liability_capped", "Seller's total liability under this contract shall not exceed the price.", True),
    ],
)
def test_other_terms(name: str, clause: str, value: object) -> None:
    assert shown(facts_of(default_remedies.read, clause)[f"remedy.{name}"]) == value
