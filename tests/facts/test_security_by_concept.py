"""Title, guarantees, deposits and credits in English: what secures the price, and what only sounds like it."""

from __future__ import annotations

import pytest
from one_clause import facts_of, shown
from presign.facts.security import deposit, guarantee, title_and_credit


@pytest.mark.parametrize(
    ("clause", "kept"),
    [
        ("The Seller remains the owner of the Goods until full and unconditional payment of the price.", True),
        ("Title to the goods stays with us until they are paid for in full.", True),
        (
            "Title is deemed to be transferred to the Buyer only upon receipt by the Seller of the entire contract value.",
            True,
        ),
        ("The Seller shall retain the full legal ownership in the Goods until receipt of the invoice value.", True),
        (
            "Ownership of the Goods does not pass until:\n(a) they are delivered; and\n(b) the Buyer has paid all it owes.",
            True,
        ),
        (
            "Ownership of the Goods does not pass until:\n(a) they are delivered; and\n(b) they have been approved.",
            "absent",
        ),
        ("Title passes upon the earlier of payment and delivery.", "absent"),
        ("Title passes on payment or delivery, whichever is the earlier.", "absent"),
        ("Property in the goods shall not pass until they have been tested and approved.", "absent"),
    ],
)
def test_title_until_payment(clause: str, kept: object) -> None:
    assert shown(facts_of(title_and_credit.read, clause)["security.rot_clause"]) == kept


@pytest.mark.parametrize(
    "clause",
    [
        "The obligations of the Buyer shall be jointly and severally guaranteed by its two owners.",
        "The performance of the Buyer's obligations is personally guaranteed by Mary Elling.",
        "The directors signing below guarantee to the Seller the punctual payment of all moneys owing by the Buyer.",
        "The Buyer shall procure that its holding company gives a guarantee of the Buyer's payment obligations.",
        "Elling Holdings plc hereby irrevocably guarantees the payment of every sum due from the Buyer.",
        "The undersigned guarantees all debts of the Buyer to the Seller.",
        "The signatory binds himself as surety for the payment of all that the Buyer owes.",
    ],
)
def test_a_third_person_answers(clause: str) -> None:
    assert shown(facts_of(guarantee.read, clause)["security.guarantee_present"]) is True


@pytest.mark.parametrize(
    "clause",
    [
        # The seller's own word, its warranty and its bonds.
        "The Company guarantees that files which don't work are corrected free of charge to the Buyer.",
        "The Seller guarantees the quality of the goods and the payment of customs duties to the Buyer.",
        "Performance guarantee: if the goal isn't met the Seller works on without payment by the Buyer.",
        "Up to 10% of the price is paid against an equal advance payment guarantee.",
        "The Seller shall provide a performance bond and a bank guarantee for the warranty period.",
        "The guarantor has agreed to guarantee the obligations of the Seller and its payments.",
        "We, Bank of Alder, issue the guarantee on behalf of the Seller and undertake to pay to the Buyer any amount.",
        "The Parent Company Guarantee of the Buyer in Schedule 7 is not used.",
        "The Seller shall deliver a parent company guarantee of its obligations to the Buyer.",
        "The payment guarantees are returned when the last wagon is taken over by the Buyer.",
        # The buyer's own promise, and none at all.
        "The Buyer guarantees a minimum annual payment of 50,000 euros.",
        "No bank payment guarantee is provided by the Buyer.",
        "The obligations of the Buyer are not guaranteed by its shareholders.",
    ],
)
def test_no_third_person_answers(clause: str) -> None:
    assert shown(facts_of(guarantee.read, clause)["security.guarantee_present"]) == "absent"


@pytest.mark.parametrize(
    ("clause", "word", "share"),
    [
        ("Payment: 35% T/T deposit with the order, balance against copy of the bill of lading.", "deposit", "35"),
        ("By advance telegraphic transfer of 20% of the price.", "prepay", "20"),
        ("The Seller begins once a 45% upfront deposit is received from the Buyer.", "deposit", "45"),
        ("If its view of the Buyer worsens, the Seller may require payment in advance.", "absent", "not_applicable"),
        ("If the Buyer fails to pay, the Seller may forfeit the down payment of 15%.", "prepay", "15"),
        ("Notices are sent postage prepaid; prepaid fees are refunded.", "absent", "not_applicable"),
    ],
)
def test_money_ahead(clause: str, word: str, share: str) -> None:
    facts = facts_of(deposit.read, clause)
    assert (shown(facts["security.deposit_word"]), shown(facts["security.deposit_pct"])) == (word, share)


@pytest.mark.parametrize(
    ("clause", "credit"),
    [
        ("Payment by a confirmed irrevocable documentary credit at sight.", True),
        ("No documentary credit is required under this Contract.", False),
        ("An L/C is not accepted.", False),
        ("The Seller presents the documents under the LC.", True),
        ("The goods are appraised by Alder Financial, LC.", "absent"),
    ],
)
def test_credit_or_none(clause: str, credit: object) -> None:
    assert shown(facts_of(title_and_credit.read, clause)["security.lc_present"]) == credit
