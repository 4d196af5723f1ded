"""Terms of payment in further wordings: shares told at once, days told elsewhere, what follows in time, what is no term."""

from __future__ import annotations

import pytest
from one_clause import facts_of, shown
from presign.facts.payment.facts import read
from presign.values import Money, Quantity, Record


def _steps(clause: str) -> str:
    """The instalments in short: `30%@sign, 60%@delivery+15`; what isn't stated is shown as its reason."""
    fact = facts_of(read, clause)["payment.instalments"]
    if not isinstance(fact.value, tuple):
        return str(shown(fact))
    return ", ".join(_step(one) for one in fact.value if isinstance(one, Record))


def _step(one: Record) -> str:
    share, amount, days = one.get("pct"), one.get("amount"), one.get("days")
    what = f"{shown_number(share)}%" if isinstance(share, Quantity) else ""
    what += f"{amount.amount.normalize():f}" if isinstance(amount, Money) else ""
    when = f"+{shown_number(days)}" if isinstance(days, Quantity) else ""
    return f"{what or ('rest' if one.get('balance') else 'all')}@{one.get('anchor') or '?'}{when}"


def shown_number(quantity: Quantity) -> str:
    return f"{quantity.amount.normalize():f}"


STEPS: list[tuple[str, str]] = [
    # A ratio, its instalments told by number, step by step, or not at all.
    ("付款方式：按3：6：1的比例支付，签订合同后6日内付第一笔，货到现场后16日内付第二笔，质保期满后9日内付第三笔。",
     "30%@sign+6, 60%@delivery+16, 10%@warranty_end+9"),
    ("Payment: 25/65/10 - deposit with order, on delivery, and 40 days after commissioning respectively.",
     "25%@sign, 65%@delivery+0, 10%@acceptance+40"),
    ("付款比例为2:7:1，各期付款时间另行商定。", "unclear"),
    # Equal parts that one list times.
    ("The contract price shall be paid in two equal instalments, on signing and on delivery respectively.",
     "50%@sign, 50%@delivery+0"),
    ("合同价款分三期等额支付，分别于签约、到货、验收合格后8日内支付。",
     "33.33%@sign+8, 33.33%@delivery+8, 33.34%@acceptance+8"),
    # Shares that make a whole need no verb.
    ("Fifteen percent (15%) upon contract signature; seventy-five percent (75%) within 25 days of delivery to site; ten"
     " percent (10%) on final acceptance, to be settled no later than 50 days from that date.",
     "15%@sign, 75%@delivery+25, 10%@acceptance+50"),
    ("40% of the Price shall accompany the Purchase Order; the remaining 60% shall be paid 20 days after delivery.",
     "40%@sign, 60%@delivery+20"),
    # Sums, one after the other in a sentence, and in a table.
    ("An initial payment of US$90,000 is due on the Effective Date, a second payment of US$70,000 is due on delivery of"
     " the prototype and the final payment of US$40,000 is due 35 days after acceptance.",
     "90000@sign, 70000@delivery+0, 40000@acceptance+35"),
    ("Payment Schedule\nInstalment\tAmount\tPayable\n1\tGBP 31,000\ton signing\n2\tGBP 52,000\twithin 28 days of delivery",
     "31000@sign, 52000@delivery+28"),
    ("The price is paid in two tranches: the first, of EUR 310,000, 10 days after signing; the second, of EUR 190,000,"
     " within 21 days of the provisional acceptance certificate.", "310000@sign+10, 190000@acceptance+21"),
    ("A booking fee of USD 4,000 is payable on order; the outstanding sum of USD 36,000 is payable 9 days after delivery.",
     "4000@sign, 36000@delivery+9"),
    ("Customer agrees to pay on the following schedule: $9,000 at kick-off; $14,000 on delivery of beta; $23,000 within"
     " 29 days of final sign-off.", "9000@sign, 14000@delivery+0, 23000@acceptance+29"),
    # A comma in a sum parts no steps.
    ("Buyer shall pay a first instalment of 30% of the Price (EUR 63,000) within 11 days of the Effective Date and the"
     " second instalment of 70% (EUR 147,000) within 31 days of Delivery.", "30%63000@sign+11, 70%147000@delivery+31"),
    ("Payment: 20% with order, 80% net 55 days after B/L date, by T/T.", "20%@sign, 80%@bl_date+55"),
    ("Upon delivery the Buyer shall pay 95% of the price; 5% may be retained as a guarantee until the end of the 24 month"
     " warranty period.", "95%@delivery+0, 5%@warranty_end"),
    ("Payment Terms: 45% of the total on order confirmation; remaining 55% within 17 days of invoice after delivery.",
     "45%@sign, 55%@invoice_date+17"),
    # Fractions in words.
    ("Half of the fee is due at signing; the other half is due upon delivery of the report.",
     "50%@sign, 50%@delivery+0"),
    ("Buyer pays one-third of the price with its order, one-third on notification of readiness for shipment and the"
     " remaining third within 24 days after delivery.", "33.33%@sign, 33.33%@delivery, 33.33%@delivery+24"),
    ("The Fee is payable as to 20% on the date of this Agreement, as to 55% on completion of user acceptance testing and"
     " as to the balance on the date falling two months after go-live.",
     "20%@sign, 55%@acceptance+0, rest@acceptance+60"),
    ("Purchaser shall deposit 12% of the Purchase Price on execution of this Agreement and shall pay the remainder at"
     " the closing.", "12%@sign, rest@?"),
    ("Buyer shall advance 15% of the Price against an equivalent bank guarantee, 75% pro rata on shipment and 10% thirty"
     " days after taking over.", "15%@?, 75%@delivery+0, 10%@acceptance+30"),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "steps"), STEPS)
def test_the_steps_of_a_schedule(clause: str, steps: str) -> None:
    assert _steps(clause) == steps


CREDIT: list[tuple[str, str, str]] = [
    ("The Purchaser shall discharge each undisputed invoice not later than the last Business Day of the month following"
     " that in which it was raised.", "30", "month_end"),
    ("Our terms are net monthly account.", "30", "month_end"),
    ("The Buyer shall accept drafts drawn at seventy (70) days after sight for the invoice value.", "70", "sight"),
    ("The amounts shown on each monthly statement shall be paid on or before the twelfth day after the statement is"
     " received.", "12", "statement"),
    ("Buyer agrees to remit the Purchase Price by certified check or wire transfer upon delivery.", "0", "delivery"),
    ("Credit terms are fifty days from date of shipment, subject to a credit limit of US$400,000.", "50", "delivery"),
    ("Buyer has been granted open-account terms of forty days, counted from the invoice date.", "40", "invoice_date"),
    ("All prices are ex works and payment is strictly 35 days nett.", "35", "invoice_date"),
    ("Invoices are payable on presentation.", "0", "invoice_receipt"),
    ("Credit: 65 days from B/L date.", "65", "bl_date"),
    ("D/A 75 days after the date of the bill of lading.", "75", "bl_date"),
    ("Payment is released within 40 days of submission of the bill along with the signed delivery challan.",
     "40", "invoice_receipt"),
    ("Payment is made within 32 days after the Buyer's quality department has approved the delivery.",
     "32", "buyer_approval"),
    ("Each invoice becomes payable on the fortieth day after it is issued.", "40", "invoice_date"),
    ("TERMS: Payable 100% within 42 days of GRN date.", "42", "receipt"),
    ("Payment will be initiated on the first payment run following the 50th day after the invoice is received.",
     "50", "invoice_receipt"),
    ("Payment shall be made no earlier than 55 days and no later than 70 days after receipt of the Goods.",
     "70", "receipt"),
    ("Buyer shall have 27 days from receipt of a conforming invoice to pay.", "27", "invoice_receipt"),
    ("Early settlement: 3% discount if paid within 8 days, otherwise 33 days net.", "33", "invoice_date"),
    ("Invoices are due within nine days after the Buyer receives them.", "9", "invoice_receipt"),
    ("The balance shall be paid within 24 banking days from the contract date.", "24", "sign"),
    ("Payment is due 16 days after final inspection.", "16", "acceptance"),
    ("Standard terms: 34 days from date of invoice.", "34", "invoice_date"),
    ("Customer pays all fees in advance on a quarterly basis, net 31 from the invoice date.", "31", "invoice_date"),
    ("The remaining balance of $17,500 shall be paid in certified funds on the day of pick-up.", "0", "delivery"),
    ("Final payment, constituting the entire unpaid balance, is due 37 days after substantial completion.",
     "37", "acceptance"),
    ("Owner shall make progress payments within 23 days of the Architect's certificate for payment.", "23", "undefined"),
    ("100% TT against scanned copy of original documents.", "0", "sight"),
    ("Seller renders an invoice on completion of each lot, and Buyer shall settle that invoice within 26 days of its"
     " date.", "26", "invoice_date"),
    ("The Seller grants the Buyer eighty (80) days' credit from date of delivery.", "80", "delivery"),
    ("Balance shall be paid within 61 days of delivery on submission of invoice and delivery note.", "61", "delivery"),
    ("Buyer shall pay by letter of credit 54 days from bill of lading date, to be opened 14 days before shipment.",
     "54", "bl_date"),
    ("Payments fall due 29 days from the last day of the month in which the services were performed.", "29", "month_end"),
    # The days in one sentence, what they run from in another.
    ("The Seller shall invoice the Buyer on dispatch of each lot. Payment falls due 48 days thereafter.",
     "48", "invoice_date"),
    ("The credit term is 66 days. It runs from the bill of lading date.", "66", "bl_date"),
    ("Credit Period means fifty-two (52) days. The Buyer pays each invoice before the end of the Credit Period, which"
     " starts on the date of the invoice.", "52", "invoice_date"),
    ("账期为72天。账期自货物验收合格之日起算。甲方应在账期届满前付清货款。", "72", "acceptance"),
    ("甲方应在货物验收合格后付款。付款期限为36天。", "36", "acceptance"),
    # Terms that others take the place of: the longest counts.
    ("For the first six months invoices are due 18 days from the invoice date, and thereafter 38 days from the invoice"
     " date.", "38", "invoice_date"),
    ("Until 31 March 2027 invoices are payable 25 days from the date of invoice; thereafter 55 days.",
     "55", "invoice_date"),
    ("合同签订后前半年，甲方收到发票后28日内付款；此后为收到发票后58日内付款。", "58", "invoice_receipt"),
    ("剩余款项于系统上线后26日内支付。", "26", "acceptance"),
    ("甲方收到乙方开具的等额发票及验收单后31个自然日内完成支付。", "31", "invoice_receipt"),
    ("甲方收到发票后付款，账期最长不超过77日。", "77", "invoice_receipt"),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "days", "anchor"), CREDIT)
def test_the_credit_and_its_event(clause: str, days: str, anchor: str) -> None:
    facts = facts_of(read, clause)
    assert (shown(facts["payment.net_days"]), shown(facts["payment.anchor_event"])) == (days, anchor)


AHEAD: list[tuple[str, str]] = [
    ("The price includes delivery DAP Rotterdam and is payable 45% in advance and 55% at 30 days from delivery.", "45"),
    ("Buyer pays a non-refundable deposit equal to one quarter of the Contract Price on placing its order, with the"
     " remainder falling due prior to shipment.", "100"),
    ("Goods will be released to the Buyer's forwarder only after payment in full has been credited to the Seller.", "100"),
    ("No goods will be dispatched until the full price has been paid.", "100"),
    ("The Buyer shall not be required to pay any deposit.", "0"),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "share"), AHEAD)
def test_what_is_paid_ahead(clause: str, share: str) -> None:
    assert shown(facts_of(read, clause)["payment.prepay_pct"]) == share


NO_TERM = [
    "If the Seller overcharges the Buyer it shall refund the excess within 33 days.",
    "The Seller shall pay its subcontractors within 33 days of receiving their invoices.",
    "The difference after a price adjustment shall be settled by a credit note within 33 days.",
    "Disputes over any account shall be settled by negotiation within 33 days.",
    "The alloy contains 60% copper on delivery and 40% zinc upon receipt.",
    "Half of the goods shall be delivered on signing and half on 1 June.",
    "Item\tAmount (USD)\tDelivery due\nPump\t12,000.00\t33 days after order",
    "The Seller is entitled to 33 days' credit from its own suppliers.",
    "混凝土配合比为3:6:1。",
    "Copper and zinc are alloyed 60/40.",
]


@pytest.mark.parametrize("clause", NO_TERM)
def test_what_is_no_term_of_payment(clause: str) -> None:
    facts = facts_of(read, clause)
    assert (facts["payment.net_days"].value, facts["payment.instalments"].value) == (None, None)


OTHER: list[tuple[str, str, object]] = [
    ("The Seller shall send a statement showing all unpaid invoices by the 6th of each month.",
     "payment.reconciliation_clause", True),
    ("The parties will agree the outstanding balance in writing at the end of each quarter.",
     "payment.reconciliation_clause", True),
    ("双方每月24日核对当月供货数量及金额并签字确认。", "payment.reconciliation_clause", True),
    ("每季度末双方财务人员对往来款余额进行确认。", "payment.reconciliation_clause", True),
    ("双方核对图纸数量并签字确认。", "payment.reconciliation_clause", "absent"),
    ("The parties shall agree the balance sheet by 31 March.", "payment.reconciliation_clause", "absent"),
    ("The Buyer must not make any deduction on account of alleged claims.", "payment.setoff_by_buyer", False),
    ("The statement of work describes the services.", "payment.reconciliation_clause", "absent"),
    ("Neither party shall exercise any right of set-off against sums due under this Agreement.",
     "payment.setoff_by_buyer", False),
    ("The Purchaser has no right of retention or set-off.", "payment.setoff_by_buyer", False),
    ("D/P at sight.", "payment.methods", ("collection",)),
    ("The Buyer shall accept drafts drawn at 30 days after sight.", "payment.methods", ("draft",)),
    ("Payment is made by letter of credit against the Seller's drafts drawn at sight.",
     "payment.methods", ("letter_of_credit",)),
    ("The Buyer shall pay each undisputed invoice, in full and without delay, within 30 days of its date and in cleared"
     " funds, to the bank account named by the Seller.", "payment.methods", ("transfer",)),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "name", "value"), OTHER)
def test_accounts_and_methods(clause: str, name: str, value: object) -> None:
    assert shown(facts_of(read, clause)[name]) == value
