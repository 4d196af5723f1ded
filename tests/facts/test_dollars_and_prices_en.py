"""Prices and their currency in English papers: whose dollars, plain words for a total, sums said in words below."""

from __future__ import annotations

from decimal import Decimal

import pytest
from presign.facts.contract import price
from presign.facts.fact import Fact
from presign.facts.parties.read import read_parties
from presign.facts.quantities.dollars import dollars_of
from presign.facts.quantities.money import find_money
from presign.facts.quantities.money_words import find_money_words
from presign.values import Money
from written_contract import by_name, written

PARTIES = 'This Agreement is made between Elm Foods ("Customer") and Ash Works ("Supplier").\n'


def facts_of(lines: str) -> dict[str, Fact]:
    text = written(lines, "en")
    return by_name(price.read(text, read_parties(text)))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The fee is $5.", "USD"),
        ("All dollar amounts are in Canadian dollars. The fee is $5.", "CAD"),
        ("Elm Pty Ltd ABN 12 345 678 901, Sydney NSW, Australia: the fee is $5.", "AUD"),
        ("Elm Ltd, Toronto, Ontario, under the laws of Canada: $5.", "CAD"),
        ("Elm Ltd, Auckland, New Zealand. The laws of New Zealand govern. $5", "NZD"),
        # US dollars are spoken of, two countries, one mention only, or a place that trades in US dollars.
        ("Elm Pty Ltd, NSW, Australia: all prices in US$. $5", "USD"),
        ("Elm Pty Ltd, Queensland, and Ash Ltd, Ontario: $5", "USD"),
        ("shipped via Canada: $5", "USD"),
        ("Elm Pte. Ltd., Singapore, and Ash Pte. Ltd., Singapore: $5", "USD"),
        ("amounts in United States dollars, not in Canadian dollars: $5", "USD"),
        ("加拿大 Ontario, Canada: $5", "USD"),
    ],
)
def test_whose_dollars(text: str, code: str) -> None:
    assert dollars_of(text) == code


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Currency: NOK\nPayment: net 30", "NOK"),
        ("Currency\nGBP\nPayment: net 30", "GBP"),
        ("All amounts payable hereunder shall be made in United States currency.", "USD"),
        ("All references to currency are to lawful money of the United States.", "USD"),
        ("The Customer, Cape Town, South Africa, shall pay R12 500 per pallet.", "ZAR"),
        ("Goods: 40 pumps at S$1,250 each. Total S$50,000.", "SGD"),
        ("The Customer shall pay a fee of AUS $1.00 per unit and a price of AUS $40.", "AUD"),
        ("The total contract price is NPR 450,000.", "NPR"),
        ("The total contract price is BD Tk 125,000.", "BDT"),
        ("The total contract price is PHP 1,250,000.", "PHP"),
        ("The total contract sum is N18,500,000.00. Delivery to Lagos.", "NGN"),
        ("The total contract price is P1,250,000.00, Philippine currency.", "PHP"),
        ("Total price: 12,500,000 FCFA. Delivery to Douala, Cameroon.", "XAF"),
        ("Total price: 12,500,000 FCFA. Delivery to Dakar.", "XOF"),
    ],
)
def test_currency(line: str, code: str) -> None:
    assert facts_of(PARTIES + line)["contract.currency"].value == code


@pytest.mark.parametrize(
    "line",
    [
        "The liability of the Supplier shall not exceed R12 500.",
        "Supplier shall keep insurance of $1,000,000 for each event.",
        "The rate R12 of resistor is 500 ohm; made in South Africa.",
    ],
)
def test_no_currency(line: str) -> None:
    assert facts_of(PARTIES + line)["contract.currency"].value is None


@pytest.mark.parametrize(
    ("line", "amount"),
    [
        ("Customer agrees to pay Supplier a flat fee of $4,500 for the Services.", 4500),
        ("The Customer shall pay the Supplier a fee of $24,000 plus VAT.", 24000),
        ("Customer shall pay for the services a total amount not to exceed $215,000.", 215000),
        ("Customer shall pay a price of $1,250 net within 30 days of delivery.", 1250),
        ("Total, excl. VAT $140,400.00", 140400),
    ],
)
def test_plain_words_for_a_total(line: str, amount: int) -> None:
    assert facts_of(PARTIES + line)["contract.amount"].value == Money(Decimal(amount), "USD")


@pytest.mark.parametrize(
    "line",
    [
        "Customer shall pay a monthly fee of $4,500.",
        "If Customer cancels, it shall pay a cancellation fee of $500.",
        "Customer shall reimburse travel expenses for a total amount not to exceed $2,000.",
        "Customer shall pay a deposit and a fee of $500 per day.",
        "The total liability of Supplier shall not exceed $215,000.",
        "Customer shall pay subscription fees of $48,000 per annum.",
    ],
)
def test_no_total(line: str) -> None:
    assert facts_of(PARTIES + line)["contract.amount"].value is None


def test_a_total_said_in_words_on_the_line_below() -> None:
    facts = facts_of(PARTIES + "TOTAL VALUE: USD 42,000.00\nSAY: U.S. DOLLARS FORTY-TWO THOUSAND ONLY")
    assert facts["contract.amount_words"].value == Money(Decimal(42000), "USD")


def test_words_and_figures_are_the_same_dollars() -> None:
    facts = facts_of(
        "Elm Pty Ltd ABN 12 345 678 901, NSW, Australia.\nThe total contract price is $80,000 (eighty thousand dollars)."
    )
    assert facts["contract.amount"].value == facts["contract.amount_words"].value == Money(Decimal(80000), "AUD")


SELLER_AND_BUYER = (
    'This Agreement is made on 4 May 2025 between Elm Ltd (the "Seller") and Ash Ltd (the "Buyer").\n1. Price\n'
)


@pytest.mark.parametrize(
    ("line", "amount"),
    [
        # The sum stands in brackets behind its words.
        ("The Buyer shall pay the Seller the sum of Fifty Thousand Dollars ($50,000.00) for the pumps.", "50000"),
        ("For and in consideration of the sum of FIFTY THOUSAND DOLLARS ($50,000.00), the Seller sells the pumps.", "50000"),
        ("The purchase price shall be Fifty Thousand United States Dollars (US$50,000).", "50000"),
        ("The Buyer shall pay a total sale consideration of Rs. 75,00,000 (Rupees Seventy Five Lakh only).\nThe Buyer has paid a sum of Rs. 2,00,000 as token.", "7500000"),
        ("The Buyer will pay the Seller a lump sum of $9,000 on completion.", "9000"),
        ("The Seller agrees to sell and the Buyer agrees to purchase the above vehicle for $24,500.", "24500"),
        ("Order Total: $9,300.50", "9300.50"),
        ("Net total  $3,400.00\nVAT 20%  $680.00\nTotal incl. VAT  $4,080.00", "4080"),
        # The heads of a table are no label of the figures below.
        ("Item\tQuantity\tUnit Price\tTotal Price\n1\t2\t$5,400.00\t$10,800.00\nGRAND TOTAL\t$10,800.00", "10800"),
        ("Item: lens\nTotal Price: $9,600.00\nSubtotal: $9,600.00\nVAT: $1,824.00\nGrand Total: $11,424.00", "11424"),
        ("The purchase price for the goods is R185,000. The goods stay in South Africa.", "185000"),
    ],
)  # fmt: skip
def test_the_price_in_many_words(line: str, amount: str) -> None:
    value = facts_of(SELLER_AND_BUYER + line)["contract.amount"].value
    assert isinstance(value, Money)
    assert value.amount == Decimal(amount)


@pytest.mark.parametrize(
    "line",
    [
        "The Buyer shall pay the Seller $4,000 per month.",
        "Part no. R185,000 is delivered. Form P1,000 is filled in.",
    ],
)
def test_what_is_no_price(line: str) -> None:
    assert facts_of(SELLER_AND_BUYER + line)["contract.amount"].value is None


@pytest.mark.parametrize(("place", "code"), [("Abidjan", "XOF"), ("Douala, Cameroon", "XAF")])
def test_francs_in_words_are_those_of_the_figures_beside_them(place: str, code: str) -> None:
    words = f"The price is five million FCFA (5,000,000 FCFA), payable in {place}."
    for found in (find_money_words(words), find_money(words)):
        assert [one.value for one in found] == [Money(Decimal(5_000_000), code)]
