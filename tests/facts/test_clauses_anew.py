"""Clauses beside the payment terms in further wordings: remedies, security, acceptance, disputes, dates, sums, parties."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import pytest
from one_clause import Read, facts_of, shown
from presign.facts.contract import price
from presign.facts.contract.dates import read_dates
from presign.facts.contract.goods import read_goods
from presign.facts.disputes import resolution
from presign.facts.fact import Fact
from presign.facts.parties import facts as party_facts
from presign.facts.parties.read import declared, read_parties
from presign.facts.performance import acceptance, aftersales
from presign.facts.quantities.money import find_money
from presign.facts.quantities.money_words import find_money_words
from presign.facts.remedies import default, late_payment
from presign.facts.roles import Parties
from presign.facts.security import guarantee, title_and_credit
from presign.facts.text import Text
from presign.values import Money
from written_contract import by_name, written

REMEDIES: list[tuple[Read, str, str, object]] = [
    (late_payment.read, "The Buyer shall pay interest on arrears at 11% p.a., compounded monthly.", "late_fee_rate", "11/year"),
    (late_payment.read, "If payment is not received by the due date the Buyer will owe a surcharge of 2% of the overdue amount"
     " for every month.", "late_fee_rate", "2/month"),
    (late_payment.read, "Fees are invoiced monthly in arrears.", "late_fee_present", "absent"),
    (default.read, "If the Buyer fails to pay within 20 days of notice, the Seller may bring this Agreement to an end forthwith.",
     "termination_for_nonpayment", True),
    (default.read, "Deliveries may be interrupted by the Seller in the event of late payment until the account is brought up to"
     " date.", "suspend_right", True),
    (default.read, "Failure to make payment when due is a material breach entitling the Seller to suspend performance.",
     "suspend_right", True),
    (default.read, "If the Buyer is more than 16 days in arrears with an instalment, the entire residual claim becomes due at"
     " once.", "acceleration", True),
    (default.read, "Whenever an invoice is overdue the Seller need not make further deliveries.", "suspend_right", True),
    (default.read, "The Seller need not make further deliveries after the end of the term.", "suspend_right", "absent"),
    (default.read, "This order may not be assigned by the Seller.", "anti_assignment_receivable", True),
    (default.read, "Should the Buyer become insolvent all sums owed become payable immediately.", "acceleration", True),
    (default.read, "Costs of the arbitration shall be borne by the losing party.", "cost_recovery", True),
    (default.read, "In any litigation the loser pays the winner's legal costs.", "cost_recovery", True),
    (default.read, "The Seller's liability for all claims is capped at 60% of the order value.", "seller_liability_capped", True),
    (default.read, "Neither party shall be liable for more than twice the annual charges.", "seller_liability_capped", True),
    (default.read, "The limitation of liability does not apply to gross negligence.", "seller_liability_capped", "absent"),
    (default.read, "Neither this contract nor any claim arising from it may be transferred or assigned by the Seller without"
     " prior approval of the Buyer.", "anti_assignment_receivable", True),
]  # fmt: skip


@pytest.mark.parametrize(("read", "clause", "name", "value"), REMEDIES)
def test_remedies(read: Read, clause: str, name: str, value: object) -> None:
    assert shown(facts_of(read, clause)[f"remedy.{name}"]) == value


OTHER: list[tuple[Read, str, str, object]] = [
    (title_and_credit.read, "Property in the Equipment remains vested in the Seller pending receipt of all sums due.",
     "security.rot_clause", True),
    (title_and_credit.read, "Until payment the Buyer holds the Goods as the Seller's bailee and stores them separately.",
     "security.rot_clause", True),
    (title_and_credit.read, "Full title to the Goods transfers to the Buyer upon loading at the port of shipment named in the"
     " order, regardless of payment.", "security.rot_clause", False),
    (acceptance.read, "Acceptance occurs upon signature of the acceptance protocol by both parties.", "acceptance.clause", True),
    (acceptance.read, "Nothing herein shall be deemed acceptance of non-conforming goods.", "acceptance.deemed", "absent"),
    (aftersales.read, "Guarantee: 20 months from delivery.", "aftersales.warranty_months", "20"),
    (aftersales.read, "The warranty period is one and a half years from shipment.", "aftersales.warranty_months", "18"),
    (aftersales.read, "The bank guarantee is valid for 20 months from delivery.", "aftersales.warranty_months", "absent"),
]  # fmt: skip


@pytest.mark.parametrize(("read", "clause", "name", "value"), OTHER)
def test_security_and_performance(read: Read, clause: str, name: str, value: object) -> None:
    assert shown(facts_of(read, clause)[name]) == value


def _disputes(text: Text, parties: Parties) -> Iterable[Fact]:
    return resolution.read(text, parties)


LAWS: list[tuple[str, object]] = [
    ("The Contract is subject exclusively to Swiss law.", "Swiss law"),
    ("The law applicable to this contract is that of the Netherlands.", "that of the Netherlands"),
    ("This Agreement shall be construed in accordance with the laws of Ontario and the federal laws of Canada applicable"
     " therein.", "laws of Ontario and the federal laws of Canada"),
    ("The Seller shall comply with the laws of France when exporting.", "absent"),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "law"), LAWS)
def test_governing_law(clause: str, law: object) -> None:
    assert shown(facts_of(_disputes, clause)["dispute.governing_law"]) == law


def test_the_venue_named_after_arbitration_is_its_seat() -> None:
    clause = (
        "All disputes are referred to a sole arbitrator appointed under the Arbitration Act; the venue shall be Nagpur."
    )
    assert shown(facts_of(_disputes, clause)["dispute.mode"]) == "arbitration"


def _dates(text: Text, parties: Parties) -> Iterable[Fact]:
    return [*read_dates(text), *read_goods(text, parties)]


DATES: list[tuple[str, str, object]] = [
    # The day until which delivery is waited for isn't the day of delivery.
    ("Delivery shall take place on 3 June 2026; should delivery not have occurred by 28 September 2026 (the long-stop"
     " date), either party may terminate.", "contract.last_delivery_date", date(2026, 6, 3)),
    ("If the Goods have not been delivered by 28 September 2026 the Buyer may cancel the order.",
     "contract.last_delivery_date", "absent"),
    ("乙方应于2026年5月22日前将全部货物运至甲方仓库。", "contract.last_delivery_date", date(2026, 5, 22)),
    ("The Agreement is valid until 29 April 2027 and renews automatically.", "contract.end_date", date(2027, 4, 29)),
    ("The letter of credit shall be valid until 15 June 2026.", "contract.end_date", "absent"),
    ("This offer is valid until 29 April 2026.", "contract.end_date", "absent"),
    # A guarantee ends, the contract goes on.
    ("The parent company guarantee expires on 30 March 2028. This Agreement shall continue until 30 December 2027.",
     "contract.end_date", date(2027, 12, 30)),
    ("保证期间至2028年3月30日止。", "contract.end_date", "absent"),
    ("Term: 1 February 2026 to 31 January 2029", "contract.end_date", date(2029, 1, 31)),
    ("The term of this Agreement runs from February 1, 2026 through and including January 31, 2027.",
     "contract.end_date", date(2027, 1, 31)),
    ("合同有效期一年，自2026年4月1日至2027年3月31日。", "contract.end_date", date(2027, 3, 31)),
    ("This Agreement shall take effect from 6 April 2026 and expire on 5 April 2029.",
     "contract.effective_date", date(2026, 4, 6)),
    ("This Agreement comes into force on 2 March 2026 and continues for three years.",
     "contract.effective_date", date(2026, 3, 2)),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "name", "value"), DATES)
def test_dates(clause: str, name: str, value: object) -> None:
    assert shown(facts_of(_dates, clause)[name]) == value


MONEY: list[tuple[str, list[Money]]] = [
    ("Price: INR 12,50,000 plus GST", [Money(Decimal(1250000), "INR")]),
    ("Rs. 1,25,00,000/- only", [Money(Decimal(12500000), "INR")]),
    ("a fee of Rs 2.5 lakhs", [Money(Decimal(250000), "INR")]),
    ("RM 48,000.00", [Money(Decimal(48000), "MYR")]),
    ("CHF 98'500.-", [Money(Decimal(98500), "CHF")]),
    # A room, a weight and a row's number are no money.
    ("deliver to rm 204", []),
    ("1\tGBP 31,000", [Money(Decimal(31000), "GBP")]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "found"), MONEY)
def test_sums_as_they_are_written_elsewhere(words: str, found: list[Money]) -> None:
    assert [one.value for one in find_money(words)] == found


def test_sums_in_indian_number_words() -> None:
    found = find_money_words("Rupees Twelve Lakh Fifty Thousand only; Rupees Two Crore Five Lakhs")
    assert [one.value for one in found] == [Money(Decimal(1250000), "INR"), Money(Decimal(20500000), "INR")]


def test_a_sum_in_words_far_behind_its_label_is_read_whole() -> None:
    clause = (
        "The total price of the Equipment, including packing and freight, is US$ 1,263,000.00 (say US Dollars one million"
        " two hundred and sixty-three thousand only)."
    )
    assert facts_of(price.read, clause)["contract.amount_words"].value == Money(Decimal(1263000), "USD")


PARTIES: list[tuple[str, str, str]] = [
    ("CONSULTANCY AGREEMENT\nbetween\nBrightmoor Advisory Pte. Ltd. (UEN 201812345K)\nas Consultant\nand\nSelat Marine"
     " Services Pte. Ltd.\nas Client\nThe Client shall pay the Consultant SGD 9,000 a month.",
     "Brightmoor Advisory Pte. Ltd.", "Selat Marine Services Pte. Ltd."),
    ("SALES AGREEMENT\nMade at Rotterdam, the undersigned:\n1. Veldkamp Tulips B.V., having its seat at Lisse, hereinafter"
     " to be called: 'Seller';\n2. Rosewood Garden Centres Ltd, having its seat at Reading, hereinafter to be called:"
     " 'Buyer';\nhave agreed as follows: Buyer pays 14 days after delivery.",
     "Veldkamp Tulips B.V.", "Rosewood Garden Centres Ltd"),
    ("SERVICE AGREEMENT\nParties: Redfern Hosting B.V., registered at Utrecht under number 30112233, hereinafter:"
     " \"Supplier\", and the company Alderwick Media Group N.V., hereinafter: \"Client\".\nThe Client pays the Supplier.",
     "Redfern Hosting B.V.", "Alderwick Media Group N.V."),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "seller", "buyer"), PARTIES)
def test_parties(lines: str, seller: str, buyer: str) -> None:
    text = written(lines, "en")
    facts = by_name(party_facts.read(text, read_parties(text)))
    assert (facts["party.seller_name"].value, facts["party.buyer_name"].value) == (seller, buyer)


def test_a_subsidiary_is_named_without_what_it_is() -> None:
    text = written(
        'This Outsourcing Agreement dated as of June 29, 2010 is by and among (i) Trellis Bancshares, Inc. ("Trellis"), (ii)'
        ' its wholly-owned subsidiary Trellis Bank, N.A. (the "Bank"), and (iii) Corvane Data Services LLC ("Provider").',
        "en",
    )
    names = [mention.name.text for mention in declared(text) if mention.name is not None]
    assert names == ["Trellis Bancshares, Inc.", "Trellis Bank, N.A.", "Corvane Data Services LLC"]


GUARANTORS: list[tuple[str, object]] = [
    ("Hartwin Holdings plc, as guarantor, unconditionally guarantees payment by the Buyer of all sums due.",
     "Hartwin Holdings plc"),
    ("The Buyer shall procure a guarantee from its parent, Hartwin Group AG, for all amounts payable by the Buyer.",
     "Hartwin Group AG"),
    ("武汉东岭控股集团有限公司为甲方在本合同项下的付款义务承担连带责任保证。", "武汉东岭控股集团有限公司"),
    ("丙方（保证人）：襄阳和畅实业有限公司\n丙方对甲方的付款义务提供连带责任担保。", "襄阳和畅实业有限公司"),
    # Nobody is named, or more than one.
    ("The Buyer's parent guarantees payment by the Buyer of all sums due.", "unclear"),
    ("Arlen Trust plc and Bexley Trust plc guarantee payment by the Buyer of all sums due.", "unclear"),
    ("The Seller guarantees the quality of the Goods.", "not_applicable"),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "name"), GUARANTORS)
def test_the_name_of_the_guarantor(clause: str, name: object) -> None:
    assert shown(facts_of(guarantee.read, clause)["security.guarantor_name"]) == name
