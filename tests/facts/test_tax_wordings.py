"""Whether a price holds the tax, in the ways commercial English says it."""

from __future__ import annotations

import pytest
from one_clause import facts_of, shown
from presign.facts.contract import price


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
        (".", "absent"),
        (" for 4 pumps.", "absent"),
    ],
)
def test_tax_in_the_price(words: str, found: object) -> None:
    facts = facts_of(price.read, f"1. Price\nThe total price is GBP 4,800.00{words}")
    assert shown(facts["contract.amount_tax_incl"]) == found
