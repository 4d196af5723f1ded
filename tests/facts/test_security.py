from __future__ import annotations

from datetime import date

import pytest
from one_clause import facts_of, shown
from presign.facts.security import deposit, guarantee, title_and_credit
from presign.values import Reason, State


@pytest.mark.parametrize(
    ("clause", "word", "share"),
    [
        ("合同签订后3日内，甲方支付合同总额的20%作为定金，余款80%货到付清。", "dingjin_penal", "20"),
        ("签约当日甲方支付合同总价款的30%（即9万元）作为定金。", "dingjin_penal", "30"),
        ("甲方应于签约当日支付订金5万元。", "dingjin_earnest", "unclear"),
        ("合同签订后，甲方预付30%货款，余款发货前付清。", "prepay", "30"),
        ("甲方应支付合同总价____%的预付款。", "prepay", "blank"),
        ("本合同暂定金额为人民币100万元，不收取定金。", "absent", "not_applicable"),
        ("甲方不支付预付款。", "absent", "not_applicable"),
        ("质量保证金为合同总价的5%，质保期满后返还。", "absent", "not_applicable"),
        ("乙方应向甲方交纳履约保证金10万元。", "absent", "not_applicable"),
        ("Buyer shall pay a deposit of 30% of the price on signature.", "deposit", "30"),
        ("The Buyer shall make an advance payment of 25% of the contract price.", "prepay", "25"),
        ("No deposit is required.", "absent", "not_applicable"),
        ("Notices are effective three days after deposit in the mail.", "absent", "not_applicable"),
    ],
)
def test_deposit(clause: str, word: str, share: str) -> None:
    facts = facts_of(deposit.read, clause)
    assert shown(facts["security.deposit_word"]) == word
    assert shown(facts["security.deposit_pct"]) == share


def test_two_words_that_differ_in_law() -> None:
    word = facts_of(deposit.read, "甲方支付合同价10%的定金。\n甲方所付订金在尾款中扣除。")["security.deposit_word"]
    assert (word.state, word.reason, len(word.evidence)) == (State.UNKNOWN, Reason.CONTRADICTION, 2)


def test_work_that_waits_for_the_deposit() -> None:
    facts = facts_of(deposit.read, "乙方收到定金后三日内安排生产。")
    assert facts["security.deposit_paid_before_start"].value is True


@pytest.mark.parametrize(
    ("clause", "present", "mode"),
    [
        ("甲方股东刘某自愿为甲方的付款义务提供连带责任保证，保证期间为主债务到期后两年。", True, "joint"),
        # 担保制度解释 25: "cannot perform" makes it general, "has not performed" joint.
        ("担保人在甲方不能履行付款义务时承担保证责任。", True, "general"),
        ("甲方法定代表人李某对甲方在本合同项下的付款义务承担无限连带责任。", True, "joint"),
        ("甲方到期未付款的，担保人应立即无条件承担保证责任。", True, "joint"),
        ("Hartwin Holdings guarantees the payment obligations of the Buyer.", True, "unspecified"),
        ("乙方保证所供产品质量符合国家标准，并承担保证责任。", "absent", "not_applicable"),
        ("如需担保，双方另行签订担保合同。", "absent", "not_applicable"),
        ("Seller guarantees the quality of the goods for one year.", "absent", "not_applicable"),
        ("Seller shall furnish a performance bank guarantee for 10% of the price.", "absent", "not_applicable"),
        (
            "Hartwin Group plc, the Buyer's parent company, guarantees the due payment of all invoices.",
            True,
            "unspecified",
        ),
        ("第五条 担保\n____________________", "blank", "blank"),
    ],
)
def test_guarantee(clause: str, present: object, mode: str) -> None:
    facts = facts_of(guarantee.read, clause)
    assert shown(facts["security.guarantee_present"]) == present
    assert shown(facts["security.guarantee_mode"]) == mode


def test_guarantee_period() -> None:
    fixed = facts_of(guarantee.read, "担保人对甲方的全部货款承担连带保证责任，保证期间为债务到期之日起两年。")
    assert shown(fixed["security.guarantee_period_kind"]) == "stated"
    assert shown(fixed["security.guarantee_period_months"]) == "24"
    open_ended = facts_of(guarantee.read, "担保人对甲方的全部货款承担连带保证责任，保证期间直至货款付清之日止。")
    assert shown(open_ended["security.guarantee_period_kind"]) == "until_paid"
    assert open_ended["security.guarantee_period_months"].reason is Reason.UNCLEAR


@pytest.mark.parametrize(
    ("clause", "kept"),
    [
        ("甲方付清全部货款前，货物的所有权仍属于乙方。", True),
        ("货物所有权自买方付清全款之日起转移。", True),
        ("买方未付清全部价款的，标的物的所有权属于卖方。", True),
        ("货物交付甲方后，所有权即转移至甲方。", "absent"),
        ("付款后，开发成果的知识产权归甲方所有。", "absent"),
        ("Ownership of the goods remains with Seller until the price has been paid in full.", True),
        ("Title and risk pass to Buyer on delivery.", "absent"),
    ],
)
def test_retention_of_title(clause: str, kept: object) -> None:
    assert shown(facts_of(title_and_credit.read, clause)["security.rot_clause"]) == kept


def test_letter_of_credit() -> None:
    facts = facts_of(
        title_and_credit.read,
        "Payment by irrevocable letter of credit subject to UCP 600, valid until 30 days after shipment.",
    )
    assert [
        shown(facts[f"security.{name}"]) for name in ("lc_present", "lc_irrevocable", "lc_ucp600", "lc_expiry_ok")
    ] == [
        True,
        True,
        True,
        True,
    ]


def test_a_short_credit_is_left_open() -> None:
    facts = facts_of(title_and_credit.read, "买方开立信用证，有效期为装船后10天。")
    assert facts["security.lc_expiry_ok"].reason is Reason.NOT_COMPUTABLE


def test_no_letter_of_credit() -> None:
    facts = facts_of(title_and_credit.read, "双方不采用信用证方式结算。")
    assert facts["security.lc_present"].value is False
    assert facts["security.lc_irrevocable"].state is State.NOT_APPLICABLE


def test_pledge_and_bank_guarantee() -> None:
    pledged = facts_of(title_and_credit.read, "甲方以其名下位于武汉的厂房为本合同货款提供抵押担保。")
    assert pledged["security.mortgage_or_pledge"].value is True
    forbidden = facts_of(title_and_credit.read, "甲方不得将货物抵押、质押。")
    assert forbidden["security.mortgage_or_pledge"].state is State.ABSENT
    secured = facts_of(title_and_credit.read, "甲方应提供付款保函，保函有效期至2026年9月30日。")
    assert secured["security.bank_guarantee_expiry"].value == date(2026, 9, 30)
