"""Guarantees, retention of title, deposits and credits in wordings the first tests don't have."""

from __future__ import annotations

import pytest
from one_clause import facts_of, shown
from presign.facts.security import deposit, guarantee, title_and_credit


@pytest.mark.parametrize(
    ("clause", "present", "mode"),
    [
        ("The directors of the Buyer jointly and severally guarantee all sums owed by the Buyer.", True, "joint"),
        ("The Guarantor shall on first written demand pay any amount the Buyer fails to pay.", True, "joint"),
        (
            "The Buyer shall procure that its parent company gives a guarantee of its payment obligations.",
            True,
            "unspecified",
        ),
        ("A standby letter of credit securing payment by the Buyer shall be issued.", True, "unspecified"),
        (
            "Hartwin Group plc guarantees collection of the Buyer's debts and is liable only after the Seller has "
            "exhausted its remedies.",
            True,
            "general",
        ),
        ("丙方同意对甲方欠付乙方的货款承担连带给付责任。", True, "joint"),
        ("甲方股东承诺甲方未按期付款的，由其代为清偿货款。", True, "unspecified"),
        ("The Seller's parent shall guarantee the Seller's performance.", "absent", "not_applicable"),
        ("The Seller shall provide an advance payment guarantee.", "absent", "not_applicable"),
        # What may be asked for isn't given.
        ("The Seller may at any time require the Buyer to provide a bank guarantee.", "absent", "not_applicable"),
        ("No guarantee of payment is given by any shareholder of the Buyer.", "absent", "not_applicable"),
    ],
)
def test_guarantee_in_other_words(clause: str, present: object, mode: str) -> None:
    facts = facts_of(guarantee.read, clause)
    assert shown(facts["security.guarantee_present"]) == present
    assert shown(facts["security.guarantee_mode"]) == mode


def test_how_long_a_guarantor_answers() -> None:
    facts = facts_of(guarantee.read, "担保人对甲方应付货款承担无限连带责任，直至货款全部付清。")
    assert shown(facts["security.guarantee_period_kind"]) == "until_paid"


@pytest.mark.parametrize(
    ("clause", "kept"),
    [
        ("Property in the goods shall not pass until the price has been paid in full.", True),
        ("The goods remain the Seller's property pending full settlement.", True),
        ("The goods shall belong to the Seller until the Buyer has discharged its debts.", True),
        ("Until title passes the Buyer holds the goods as bailee of the Seller.", True),
        ("Title passes to the Buyer on delivery whether or not payment has been made.", False),
        ("All drawings remain the property of the Seller.", "absent"),
        ("Title passes to the Buyer upon delivery to the carrier.", "absent"),
        ("乙方保留货物所有权直至甲方付清全款。", True),
        ("甲方付清全部价款后方取得货物的所有权。", True),
        ("甲方未履行支付价款义务的，标的物属于乙方所有。", True),
        ("货物所有权自交付时起转移。", "absent"),
    ],
)
def test_title_in_other_words(clause: str, kept: object) -> None:
    assert shown(facts_of(title_and_credit.read, clause)["security.rot_clause"]) == kept


def test_letters_of_credit_refused() -> None:
    facts = facts_of(title_and_credit.read, "Letters of credit will not be accepted.")
    assert facts["security.lc_present"].value is False


@pytest.mark.parametrize(
    ("clause", "word", "share"),
    [
        ("乙方收到订金后发货。甲方支付货款的20%作为预付款。", "prepay", "20"),
        ("乙方支付合同总价15%的履约定金。", "dingjin_penal", "15"),
        ("Payment: 30% T/T in advance, balance against documents.", "prepay", "30"),
        ("The Seller must receive the agreed deposit before production.", "deposit", "unclear"),
        ("The Buyer shall prepay 35% of the price.", "prepay", "35"),
        ("Letters are sent by first-class post, postage prepaid.", "absent", "not_applicable"),
        # What the seller may ask for once the buyer has failed is no term of payment.
        ("If the Buyer fails to pay, the Seller may require payment in advance.", "absent", "not_applicable"),
        ("首期款支付{downpayment}元。", "absent", "not_applicable"),
    ],
)
def test_deposit_in_other_words(clause: str, word: str, share: str) -> None:
    facts = facts_of(deposit.read, clause)
    assert shown(facts["security.deposit_word"]) == word
    assert shown(facts["security.deposit_pct"]) == share


def test_a_right_to_pay_early_is_no_advance() -> None:
    facts = facts_of(deposit.read, "The Buyer may prepay all of the remaining instalments at any time.")
    assert shown(facts["security.deposit_word"]) == "absent"
