"""The currency an English paper names beside prices that are still open, and beside sums that are no price."""

from __future__ import annotations

import pytest
from presign.facts.contract.currency import read_currency
from presign.facts.fact import absent
from written_contract import written

HEAD = "SALES AGREEMENT\nSeller: Larkfield Joinery Ltd\nBuyer: Orchard Lane Homes Ltd\n"


def currency(words: str) -> object:
    nothing = absent("contract.amount")
    return read_currency(written(HEAD + words, "en"), nothing, nothing).value


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The Client shall pay a deposit of £{{deposit}} with the order.", "GBP"),
        ("Machine price: ${{price}} plus freight from Omaha.", "USD"),
        ("You pay €[PRICE] per cabinet.", "EUR"),
        ("Amount € ______", "EUR"),
        ("Deposit $500, balance $1500 on the day of fitting.", "USD"),
        ("A late fee of $25 is charged. The retainer is $1,000.", "USD"),
    ],
)
def test_a_mark_beside_an_open_price_or_a_part_of_it(words: str, expected: str) -> None:
    assert currency(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "The total is ${total}.",
        "The Seller keeps insurance of £2,000,000 for each event.",
        "The liability of the Seller is limited to £50,000. The Buyer pays on time.",
        "The Buyer shall pay a royalty of £2 for each cabinet it copies.",
        "Payment is due. Liability ends at £1,000.",
    ],
)
def test_no_mark_and_sums_that_are_no_price(words: str) -> None:
    assert currency(words) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Attendance on site is subject to a minimum order value of £500.00.", "GBP"),
        ("Survey and report of findings £{{fee}}", "GBP"),
        ("Extra work is charged at $55 CAD per hour, set-up at $175.", "CAD"),
        ("Gifts above $50 are refused.", None),
        ("The cap is $1,000 for all claims together.", None),
        ("The minimum order is £500; overseas orders are charged in full above €900.", None),
    ],
)
def test_the_only_mark_of_a_text_beside_words_of_price(words: str, expected: str | None) -> None:
    assert currency(words) == expected
