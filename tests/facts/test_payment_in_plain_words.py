"""Terms of payment in plain English: order forms, lists, tables, notices, consumer style, and what only looks like one."""

from __future__ import annotations

import pytest
from one_clause import facts_of, shown
from presign.facts.payment.facts import read
from presign.values import Money, Quantity, Record


def _number(value: object) -> str:
    assert isinstance(value, Quantity)
    return f"{value.amount.normalize():f}"


def _step(one: Record) -> str:
    share, amount, days = one.get("pct"), one.get("amount"), one.get("days")
    what = f"{_number(share)}%" if isinstance(share, Quantity) else ""
    what = what or (f"{amount.amount.normalize():f}" if isinstance(amount, Money) else "")
    when = f"+{_number(days)}" if isinstance(days, Quantity) else ""
    return f"{what or ('rest' if one.get('balance') else 'all')}@{one.get('anchor') or '?'}{when}"


def _steps(clause: str) -> str:
    """The instalments in short: `30%@sign, 60%@delivery+15`; what isn't stated is shown as its reason."""
    fact = facts_of(read, clause)["payment.instalments"]
    if not isinstance(fact.value, tuple):
        return str(shown(fact))
    return ", ".join(_step(one) for one in fact.value if isinstance(one, Record))


STEPS: list[tuple[str, str]] = [
    # Shares and what they wait for, with no verb or a plain one.
    ("Payment: 45% up front, balance on completion.", "45%@?, rest@acceptance+0"),
    ("Half up front and half on delivery.", "50%@?, 50%@delivery+0"),
    ("Deposit: 35%. Balance: before delivery.", "35%@?, rest@delivery"),
    ("Deposit: 35%\nBalance: 16 days after delivery", "35%@?, rest@delivery+16"),
    ("A 35% deposit is required to secure the date; the remaining balance is due upon pickup.", "35%@?, rest@delivery+0"),
    ("PAYMENT: 55% WITH ORDER AND BALANCE BEFORE DISPATCH.", "55%@sign, rest@delivery"),
    ("35% down with the purchase order and balance net 40 days.", "35%@sign, rest@invoice_date+40"),
    ("Payment terms: 45% T/T in advance / 55% T/T against B/L", "45%@delivery, 55%@sight+0"),
    ("Payment terms\na. 65% deposit is required upon placement of the order.\nb. 25% progress payment is required prior to"
     " delivery.\nc. Final 10% is due on the day of project completion.",
     "65%@sign, 25%@delivery, 10%@acceptance+0"),
    ("Payment milestones\n25% - Order\n65% - Shipment\n10% - Installation",
     "25%@sign, 65%@delivery+0, 10%@acceptance+0"),
    ("Payment schedule\n- 35% before kick-off\n- 45% after approval of the first draft\n- 20% before the final files are"
     " delivered", "35%@delivery, 45%@buyer_approval, 20%@delivery"),
    ("Milestone\tPayment\nContract signature\t15%\nDesign approval\t35%\nFinal acceptance\t50%",
     "15%@sign, 35%@buyer_approval+0, 50%@acceptance+0"),
    ("The price is payable by 4 equal parts: 10% on exchange; 40% at second fix; 40% at first fix; 10% on practical"
     " completion.", "10%@?, 40%@?, 40%@?, 10%@acceptance+0"),
    ("One third with order, one third when the goods are ready for shipment and one third 40 days after delivery of the"
     " goods is payable.", "33.33%@sign, 33.33%@delivery, 33.33%@delivery+40"),
    # A number of equal parts in one sentence, their times in the next.
    ("The price is payable in two equal installments. The first is due at the time of purchase and the second is due on"
     " May 4.", "50%@sign, 50%@fixed_date"),
    ("The fee shall be paid in two installments:\n- USD 3,500 within 20 days of execution of this Agreement; and\n"
     "- USD 4,500 within 25 days of delivery.", "3500@sign+20, 4500@delivery+25"),
    ("The fee of EUR 70,000 is paid as follows: EUR 20,000 upon commencement, EUR 20,000 upon delivery of the interim"
     " report and EUR 30,000 upon acceptance of the final report.",
     "20000@sign, 20000@delivery+0, 30000@acceptance+0"),
    ("The Buyer shall pay 40% of the price on delivery and 60% on commissioning, each within 12 days of the Seller's"
     " invoice.", "40%@invoice_date+12, 60%@invoice_date+12"),
    ("25% of the price upon signature; 45% of the price no later than 29 April 2027; 30% of the price no later than 10"
     " June 2027.", "25%@sign, 45%@fixed_date, 30%@fixed_date"),
    ("Stage 1: 35% on order. Stage 2: 45% on delivery. Stage 3: 20% on commissioning.",
     "35%@sign, 45%@delivery+0, 20%@acceptance+0"),
    ("Payment plan: first instalment EUR 12,000 due 1 March 2027; second instalment EUR 13,000 due 1 June 2027.",
     "12000@fixed_date, 13000@fixed_date"),
    ("35% of the fee is invoiced on delivery and 65% on acceptance. Invoices are payable 40 days from receipt.",
     "35%@invoice_receipt+40, 65%@invoice_receipt+40"),
    ("25% is payable upon receipt of the order confirmation, 65% upon notice of readiness for dispatch and the remainder"
     " within 20 days of commissioning.", "25%@sign+0, 65%@delivery, rest@acceptance+20"),
    ("Fifteen percent (15%) shall be paid as interest-free advance within 20 days of signing; 85% on issue of the"
     " completion certificate.", "15%@sign+20, 85%@acceptance+0"),
    ("The fee is payable in the following instalments:\n35% on the Effective Date;\n40% upon delivery of the beta; and\n"
     "25% forty (40) days after go-live.", "35%@sign, 40%@delivery+0, 25%@acceptance+40"),
    ("The Buyer shall pay a fixed fee of USD 7,000 upon execution of this Agreement, and USD 7,000 upon completion.",
     "7000@sign, 7000@acceptance+0"),
    ("Payment terms \"1/2 down. Final payment due upon completion.\"", "50%@?, rest@acceptance+0"),
    ("Terms of payment: cash against documents.", "all@sight+0"),
    ("An upfront payment of $67,000 (representing six months) is due within fifteen (15) days of execution.",
     "67000@sign+15"),
    ("A 45% deposit is due upon signing. The remaining balance is due on the day of service.", "45%@sign, rest@?"),
    ("45% is due on signing and the remaining 55% on delivery. Nothing is handed over until final payment is received.",
     "45%@sign, 55%@delivery+0"),
    ("Payment: 100% after receipt of the goods.\nSecurity Deposit: 3% of the contract price, valid till 90 days after"
     " completion.", "100%@receipt"),
    ("The Buyer shall pay the purchase price as follows:\nA. $17,000 deposit\nB. $11,000 on 1 March 2027,\nC. $75,000 by"
     " bank draft on delivery", "17000@?, 11000@fixed_date, 75000@delivery+0"),
    ("Payment is to be made in cash, 35% along with the purchase order and the remainder on delivery.",
     "35%@sign, rest@delivery+0"),
    ("Retention of 5% applies to each payment. 50% of retention shall be released at completion. The balance shall be"
     " released at the expiry of the Defects Liability Period. Payment is made 35 days after each invoice.",
     "rest@invoice_date+35, 5%@warranty_end"),
    ("Of the price, GBP 31,000 is payable on signing, GBP 31,000 on delivery and the balance on completion.",
     "31000@sign, 31000@delivery+0, rest@acceptance+0"),
    ("The Buyer shall pay the advance payment of 15% within 42 days after issuing the Letter of Acceptance.", "15%@sign+42"),
    ("The Seller's drafts at 70 days sight for 100% of the invoice value are drawn under the credit.", "100%@sight+70"),
    # A period in the sentence with retention belongs to the price.
    ("The Buyer shall pay within 75 days of invoice and retainage of 10% applies.", "rest@invoice_date+75, 10%@?"),
    ("Payment: 80% within 20 days of delivery; 20% payable against pro forma invoice before dispatch.",
     "80%@delivery+20, 20%@delivery"),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "steps"), STEPS)
def test_the_steps_of_a_plain_schedule(clause: str, steps: str) -> None:
    assert _steps(clause) == steps


CREDIT: list[tuple[str, str, str]] = [
    ("Terms: NET35", "35", "invoice_date"),
    ("Our standard terms are 35 days from invoice.", "35", "invoice_date"),
    ("The Buyer is on 35-day terms from the date of invoice.", "35", "invoice_date"),
    ("O/A 75 days after B/L date.", "75", "bl_date"),
    ("Each bill must be settled within 18 days of being issued.", "18", "invoice_date"),
    ("Payment terms\n50 days from GRN, against a clean receipt note.", "50", "receipt"),
    ("Payment shall be due by the 12th day of each month for goods supplied in the preceding month.", "12", "month_end"),
    ("Tax invoices received by the 20th of a month are paid by the end of the following month.", "30", "month_end"),
    ("Payments are made quarterly within 50 days following the end of each applicable calendar quarter.",
     "50", "month_end"),
    ("Undisputed sums are paid within 22 days of receipt of a complete application for payment.",
     "22", "invoice_receipt"),
    ("All amounts are payable within 20 business days of receipt of the Seller's monthly statement of account.",
     "20", "statement"),
    ("The Seller invoices for the term in advance, on a yearly basis, and such invoices shall be paid within 35 days of"
     " the date of invoice.", "35", "invoice_date"),
    ("All invoices are payable within thirty-five(35) days of the date of invoice or by such other method as is agreed in"
     " advance.", "35", "invoice_date"),
    ("Upon delivery of the goods, the Buyer shall pay the price in full.", "0", "delivery"),
    ("Payment is due when the work is complete.", "0", "acceptance"),
    ("The Seller shall submit its invoice, which is immediately due and payable.", "0", "invoice_receipt"),
    ("For supply-only orders (no installation), payment is due upon collection.", "0", "delivery"),
    ("The Buyer must pay each invoice:\n(a) within 35 days of the date of the invoice;\n(b) in cleared funds.",
     "35", "invoice_date"),
    ("Payment conditions\n35 days net\n14 days 2% discount", "35", "invoice_date"),
    ("Invoices are due sixty-five (65) days after shipment. The Buyer may deduct 1% for payment within 15 days.",
     "65", "delivery"),
    ("Fees are billed annually in advance and are due upon receipt of invoice.", "0", "invoice_receipt"),
    ("The Buyer shall pay the full price, without any deduction of any kind (other than amounts on a specific invoice that"
     " the Buyer disputes in good faith because of an error in it), not later than 55 days after the bill of lading date.",
     "55", "bl_date"),
    ("The Buyer's duty to pay is expressly contingent upon its receipt of payment from the owner. Payment is made within 55"
     " days after the Buyer receives payment from the owner.", "55", "third_party_payment"),
    ("- Invoices are monthly in arrears and due 35 days after receipt of an undisputed invoice.",
     "35", "invoice_receipt"),
    ("The Buyer shall pay the price by wire transfer concurrently with execution of this Agreement.", "0", "sign"),
    ("Net 35 days from invoice date. USD 4,000 becomes billable upon acceptance of the design.", "35", "invoice_date"),
    ("The Buyer shall certify payment within 12 days. Payment shall be made within 35 days of receipt of the invoice.",
     "35", "invoice_receipt"),
    # The terms, beside others that may take their place one day.
    ("The Seller's payment term is net 35 days from the date of invoice. Terms may be extended to net 65 only in writing.",
     "35", "invoice_date"),
    ("Payment is due 35 days from the date of invoice, but the Seller may at any time require payment in advance.",
     "35", "invoice_date"),
    ("If we have granted you credit, payment is due 35 days from the date of invoice. Otherwise you must pay before"
     " delivery.", "35", "invoice_date"),
    ("The Buyer must pay each invoice within 35 days of receipt. The Buyer is not required to pay invoices issued more"
     " than 90 days after delivery.", "35", "invoice_receipt"),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "days", "anchor"), CREDIT)
def test_the_credit_in_plain_words(clause: str, days: str, anchor: str) -> None:
    facts = facts_of(read, clause)
    assert (shown(facts["payment.net_days"]), shown(facts["payment.anchor_event"])) == (days, anchor)


@pytest.mark.parametrize(
    "clause",
    [
        "Full payment is required prior to dispatch or collection.",
        "Full payment is due at booking.",
        "Payment is taken when you place your order.",
        "All orders must be prepaid.",
        "T/T in advance.",
        "Payment: wire transfer prior to shipment.",
        "You must pay us in advance. We will not ship until your payment clears.",
        "We will only despatch goods once cleared funds have been received.",
        "Payment is due upon receipt of the pro forma invoice.",
    ],
)
def test_all_of_it_is_paid_ahead(clause: str) -> None:
    facts = facts_of(read, clause)
    assert (shown(facts["payment.prepay_pct"]), shown(facts["payment.net_days"])) == ("100", "0")


OTHER: list[tuple[str, str, object]] = [
    ("The Buyer shall withhold not less than five percent (5%) of the price until final acceptance.",
     "payment.retention_pct", "5"),
    ("The Buyer will hold back ten percent (10%) of each payment until substantial completion.",
     "payment.retention_pct", "10"),
    ("The Buyer shall pay within 35 days of invoice, less any amounts retained.", "payment.retention_pct", "absent"),
    ("The Seller is paid when the Buyer is paid.", "payment.back_to_back", True),
    ("Payment by the owner is a condition precedent to the Buyer's duty to pay.", "payment.back_to_back", True),
    ("The Buyer pays within 12 days after it has collected the amount from the end user.",
     "payment.anchor_event", "third_party_payment"),
    ("The invoice is paid when the deposit is paid.", "payment.back_to_back", "absent"),
    ("We accept Visa, Mastercard, PayPal and bank transfers.", "payment.methods", ("transfer", "card", "other")),
    ("The following forms of payment are accepted: cash, personal checks and debit cards.",
     "payment.methods", ("cash", "cheque", "card")),
    ("Cash payments are not accepted.", "payment.methods", "absent"),
    ("The Company is responsible for paying cash and equity compensation.", "payment.methods", "absent"),
    ("Please check the goods upon receipt and pay the invoice.", "payment.methods", "absent"),
    ("Payment is by company check or e-transfer.", "payment.methods", ("transfer", "cheque")),
    ("Payment is made by the Buyer's drafts payable at 90 days.", "payment.bill_tenor_months", "3"),
    ("The Buyer reserves the right at all times to deduct from any sum due to the Seller any amount the Seller owes it.",
     "payment.setoff_by_buyer", True),
    ("All claims for money due from the Buyer are subject to deduction or set-off by the Buyer.",
     "payment.setoff_by_buyer", True),
    ("The Seller shall not be entitled to set off any amount. The Buyer may set off what the Seller owes it.",
     "payment.setoff_by_buyer", True),
    ("Amounts owed by the Seller to the Buyer may be offset against invoices.", "payment.setoff_by_buyer", True),
    ("The Buyer shall have a right of setoff against payments due under this Order.", "payment.setoff_by_buyer", True),
    ("The Buyer shall have no right of set-off against payments due.", "payment.setoff_by_buyer", False),
    ("The Buyer is entitled to retain 5% of each progress payment.", "payment.retention_pct", "5"),
    ("5% of each payment is retained. The retention shall be released on the expiry of ten months from completion.",
     "payment.retention_months", "10"),
    ("No payment falls due until the Seller has delivered a proper VAT invoice.", "payment.invoice_first", True),
    ("Payment by confirmed documentary LC at sight.", "payment.methods", ("letter_of_credit",)),
    ("The Buyer pays 15% as a deposit on signing and, after crediting the deposit, the balance on delivery.",
     "payment.prepay_pct", "15"),
    ("Payment is made to the account on the signature page.", "payment.anchor_event", "absent"),
    ("Payment methods\nWe accept:\n- Check\n- ACH transfer\n- Credit card (processing fees may apply)",
     "payment.methods", ("transfer", "cheque", "card")),
    ("The Buyer is not permitted to offset, deduct or withhold any amount.", "payment.setoff_by_buyer", False),
    ("The Buyer may deduct 1% for payment within 15 days of the invoice date.", "payment.setoff_by_buyer", "absent"),
    ("The Buyer is not obliged to pay until it has received a valid tax invoice.", "payment.invoice_first", True),
    ("Payment is made against the Seller's invoice.", "payment.invoice_first", True),
    ("If the Buyer fails to pay any undisputed invoice within 40 days of the due date, all sums fall due.",
     "payment.invoice_first", "absent"),
    ("A retainer is payable on signing and will be credited against the final invoice.", "payment.invoice_first", "absent"),
    ("The Buyer authorises the Seller to collect the fees by direct debit.", "payment.methods", ("transfer",)),
    ("Payment shall be by irrevocable letter of credit or bank guarantee.", "payment.methods", ("letter_of_credit",)),
    ("The Buyer must pay:\n(a) within 35 days of invoice; and\n(b) to the bank account named by the Seller.",
     "payment.methods", ("transfer",)),
    ("The Seller shall pay its subcontractors within 12 days of receipt of their invoices.",
     "payment.invoice_first", "absent"),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "name", "value"), OTHER)
def test_other_facts_in_plain_words(clause: str, name: str, value: object) -> None:
    assert shown(facts_of(read, clause)[name]) == value


NO_TERM = [
    "Engagements typically follow a structure (e.g., 50% deposit upon kick-off, 50% upon sign-off).",
    "Rejection of a shipment entitles the Buyer to a credit of 80% of the invoice amount.",
    "The Buyer shall pay, within 60 days after the end of a year, an amount equal to the price of the shortfall.",
    "The Seller may, at its option, require payment in advance if the Buyer's finances worsen.",
    "Notices are given three business days after posting, postage fee prepaid, upon receipt.",
    "Accounts are reconciled at the end of every quarter and the Buyer shall confirm the balance.",
    "On termination the Buyer shall pay all outstanding invoices immediately.",
    "Otherwise, payment is due 10 days before delivery.",
    "As liquidated damages the Buyer owes a placement fee, paid within 30 days of the Seller's written demand.",
    "If the Buyer fails to pay an invoice within 40 days of the due date, all sums become immediately due.",
]


@pytest.mark.parametrize("clause", NO_TERM)
def test_what_only_looks_like_a_term(clause: str) -> None:
    facts = facts_of(read, clause)
    assert (facts["payment.net_days"].value, facts["payment.instalments"].value) == (None, None)
