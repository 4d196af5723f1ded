"""Whether a price holds the tax, in the ways commercial English says it."""

from __future__ import annotations

import pytest
from presign.facts.contract import price
from presign.facts.parties.read import read_parties
from presign.facts.text import Text
from presign.parsers.document import Document, Limits, Media
from presign.parsers.plain.read import read_plain
from presign.values import State


def tax_included(words: str) -> bool | State:
    """What is read of `contract.amount_tax_incl`: its value, or its state."""
    body = f"SALE CONTRACT\n\n1. Price\nThe total price is GBP 4,800.00{words}"
    document = read_plain("contract.txt", body.encode(), "", Limits(), Media.TEXT)
    assert isinstance(document, Document)
    text = Text(document)
    fact = next(each for each in price.read(text, read_parties(text)) if each.name == "contract.amount_tax_incl")
    return fact.value if isinstance(fact.value, bool) else fact.state


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (", VAT excluded.", False),
        (" ex VAT.", False),
        (" excl. GST.", False),
        (", excluding all applicable taxes.", False),
        (" plus GST.", False),
        (" before tax.", False),
        ("; VAT is extra.", False),
        ("; sales tax will be charged in addition.", False),
        (" incl. VAT.", True),
        (", including all applicable taxes.", True),
        ("; GST is included.", True),
        (" (VAT inclusive).", True),
        (".", State.ABSENT),
        (" for 4 pumps.", State.ABSENT),
    ],
)
def test_tax_in_the_price(words: str, found: bool | State) -> None:
    assert tax_included(words) == found
