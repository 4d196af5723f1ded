"""English places to sign whose parties no word tells apart, and dates of papers that are no delivery."""

from __future__ import annotations

from datetime import date

import pytest
from one_clause import facts_of, shown
from presign.facts.contract.goods import read_goods
from presign.facts.parties.read import read_parties
from presign.facts.signing import signature
from written_contract import by_name, written

_NOBODY = (
    "COOPERATION\nThe two firms keep each other's drawings secret for five years and share the cost of the hall.\n"
)
_WITNESS = "IN WITNESS WHEREOF the parties have signed.\n"


def _blocks(lines: str) -> tuple[object, object]:
    text = written(_NOBODY + lines, "en")
    facts = by_name(signature.read(text, read_parties(text)))
    return shown(facts["sign.buyer_block"]), shown(facts["sign.seller_block"])


@pytest.mark.parametrize(
    ("lines", "both"),
    [
        (_WITNESS + "By: /s/ A. Reed     By: /s/ B. Moss\nTitle: Director     Title: Manager", (True, True)),
        (_WITNESS + "For and on behalf of: ________     ________\nDate: ______     Date: ______", (True, True)),
        (_WITNESS + "Signature: ________\nSignature: ________", (True, True)),
        # What a witness signs is no second party's.
        (_WITNESS + "Signature: ________\nWitness signature: ________", ("absent", "absent")),
        (_WITNESS + "By: ________\nName: Ann Reed", ("absent", "absent")),
        ("Kindly confirm by signing below.\nClient Signature: ________\nDate: ______", (True, "absent")),
        ("Signed below.\nSupplier's authorised signature: ________\nDate: ______", ("absent", True)),
    ],
)
def test_places_that_no_word_tells_apart(lines: str, both: tuple[object, object]) -> None:
    assert _blocks(lines) == both


def test_blocks_run_together_into_one_line() -> None:
    names = "Ann Maria Reed of the Northern Warehouse Corporation LLC, a company of the State of Ohio, its president"
    line = f"{_WITNESS.strip()} {names} Date: 4 August 2026 Bo Moss of the Coffee Growers Union, its secretary Date:"
    assert _blocks(line) == (True, True)


def test_a_party_of_two_that_signs_without_its_name() -> None:
    facts = facts_of(signature.read, _WITNESS + "For Hartwin Tools Inc.\nBy: ________\nPrincipal\nBy: ________")
    assert shown(facts["sign.buyer_block"]) is True
    assert shown(facts["sign.seller_block"]) is True


@pytest.mark.parametrize(
    ("clause", "delivered"),
    [
        ("Seller delivers the plant described in its technical proposal No. 7 of 2 December 2025.", "absent"),
        ("The goods of purchase order PO-18 dated 5 May 2026 are delivered on 9 June 2026.", date(2026, 6, 9)),
        ("Delivery follows the drawings dated 3 March 2026.", "absent"),
        ("The goods are delivered on 9 June 2026.", date(2026, 6, 9)),
    ],
)
def test_the_date_of_a_paper_is_no_delivery(clause: str, delivered: object) -> None:
    assert shown(facts_of(read_goods, clause)["contract.last_delivery_date"]) == delivered


_SALE = (
    "SALES CONTRACT\nBuyer: Hartwin Tools Inc.\nSeller: Norvale Steel Limited\nForty pumps, GBP 900, payable in 30 days.\n"
    + "The pumps are packed in crates of four, each crate with a list of what is in it.\n" * 6
)


@pytest.mark.parametrize(
    ("lines", "both"),
    [
        ("Signature of Buyer: ________\nSignature of Seller: ________", (True, True)),
        ("SIGNATURE OF BUYER\tSIGNATURE OF SELLER\nName:\tName:", (True, True)),
        ("Accepted and agreed by (Buyer)\n________\nPrepared & issued by\n________", (True, True)),
        ("Customer's signature: ________", (True, "absent")),
        # One signs an order; that there are two dates on it makes nobody else sign.
        ("Authorised signature of Buyer: ________\nDate: ________\nDelivery Date: ________", (True, "absent")),
        ("Accepted by the Buyer when the goods arrive in good order, the price falls due.", ("absent", "absent")),
    ],
)
def test_signed_by_trade(lines: str, both: tuple[object, object]) -> None:
    text = written(_SALE + lines, "en")
    facts = by_name(signature.read(text, read_parties(text)))
    assert (shown(facts["sign.buyer_block"]), shown(facts["sign.seller_block"])) == both
