"""The price as quotations, estimates, proposals and short sale forms name it, and the fees beside it that are no price."""

from __future__ import annotations

from decimal import Decimal

import pytest
from presign.facts.contract.price import read
from presign.facts.fact import Fact
from presign.facts.parties.read import read_parties
from presign.values import Money, Reason
from written_contract import by_name, written

HEAD = "SALE OF A COFFEE MACHINE\nSeller: Larkfield Vending Ltd\nBuyer: Orchard Lane Gym Ltd\n"


def amount_of(words: str) -> Fact:
    text = written(HEAD + words, "en")
    return by_name(read(text, read_parties(text)))["contract.amount"]


@pytest.mark.parametrize(
    ("words", "currency", "amount"),
    [
        ("Machine price: $4,500.00", "USD", "4500"),
        ("The sale price of the van has been fixed at Rs 3,25,000.", "INR", "325000"),
        ("AMC charges for the period: Rs. 24,000 + GST", "INR", "24000"),
        ("Our fee for the above services is £3,250 plus VAT.", "GBP", "3250"),
        ("Estimate total: £6,540.00", "GBP", "6540"),
        ("Quote total  £1,985.50", "GBP", "1985.50"),
        ("The total investment is £18,000.", "GBP", "18000"),
        ("Programme fee £1,500", "GBP", "1500"),
        ("The Consultant's fee will be capped at £9,000.", "GBP", "9000"),
    ],
)
def test_the_price_of_a_short_form(words: str, currency: str, amount: str) -> None:
    assert amount_of(words).value == Money(Decimal(amount), currency)


@pytest.mark.parametrize(
    "words",
    [
        "Call-out charges: £75",
        "Unit price: £12",
        "Service fee: £40 per month",
        "The late fee is set at £25.",
        "Our fee for each visit is £80.",
        "Design retainer: £2,500",
    ],
)
def test_fees_that_are_no_price(words: str) -> None:
    assert amount_of(words).value is None


def test_a_price_left_open() -> None:
    assert amount_of("Machine price: £{{price}}").reason is Reason.BLANK


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Contract sum: GBP 44,000 (forty-four thousand pounds)", "GBP"),
        ("Contract sum: GBP 44,000 (forty-four thousand euros)", "EUR"),
    ],
)
def test_plain_money_in_words_beside_figures(words: str, said: str) -> None:
    text = written(HEAD + words, "en")
    spelled = by_name(read(text, read_parties(text)))["contract.amount_words"].value
    assert spelled == Money(Decimal(44000), said)
