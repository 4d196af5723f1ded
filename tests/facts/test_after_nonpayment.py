"""What an English contract lets the seller do when the buyer doesn't pay, in the many ways it is said."""

from __future__ import annotations

import pytest
from one_clause import facts_of, shown
from presign.facts.remedies import default, late_payment

SUSPENDS = [
    # The act, in other verbs and about other things.
    "Where an invoice is more than ten days overdue the Seller may pause production of further lots.",
    "If the Buyer's account falls into arrears, the Seller is free to put pending orders on hold.",
    "Should a payment be missed, the Seller reserves the express right, without further notice and without any liability"
    " for late completion, to restrict access to the portal.",
    "Non-payment may result in work stoppage.",
    # Whom it is given to is told by the verb.
    "Failure to make due payment under a contract between the Buyer and the Seller entitles the Seller to delay deliveries.",
    "The Seller may refuse to deliver the goods in the event of the Buyer -\n1. breaching any of these conditions;\n2. being"
    " wound up.",
    # An item that names the unpaid sums itself goes on from the right before its list.
    "If any fee owed by the Buyer is overdue, the Seller may: (i) charge interest; (ii) suspend the support until the overdue"
    " fee is paid; or (iii) sue.",
    "Work is put on hold while an invoice is open past its due date.",
    "Should an invoice go unpaid, the Seller's obligation to supply is excused until it is settled.",
    "If a charge is declined we may lock the workspace.",
    "If the fee is still unpaid after a week the website is liable to be suspended.",
    "Late payment can lead to suspension of the maintenance.",
    "Failure to pay on time entitles the Seller to withhold despatch.",
    "Failure to make payment when due is a breach entitling the Seller to halt the works.",
    "As long as payment is outstanding, all work stops.",
    "If the Buyer does not pay, it will lose access to the software.",
    # The condition, told by what the Seller doesn't get.
    "If the Seller does not receive payment in accordance with clause 4, it may, on seven days' notice, stop the deliveries.",
    "If your payment method is declined we may suspend the service.",
    # The sentence lives on the one before it.
    "In case of late payment the Seller charges a fee. The Seller may also suspend further deliveries.",
    "Late sums bear interest at 9% per annum. In addition, the Seller may defer delivery until they are paid.",
    # A list under the condition, and a condition in a list.
    "If the Buyer is late with a payment:\n(a) the Seller may charge interest; and\n(b) the Seller may suspend the services.",
    "The Seller may suspend the services if (a) the law so requires; (b) the system is attacked; or (c) any invoice is"
    " more than thirty days overdue.",
    "The Seller may withhold further deliveries on any of the events in clause 9.2.\n9.2 The events are:\n9.2.1 the Buyer"
    " fails to pay any sum when due;\n9.2.2 the Buyer is wound up.",
    # The clause's own heading is the condition.
    "7. Suspension for non-payment\nThe Seller may on five days' notice suspend the services.",
    "No delivery will take place while payments under any order are outstanding.",
    "Should an invoice not be honoured at maturity, the Seller's outstanding obligations are suspended.",
    "The Seller shall not stop work for any reason, except that if a payment is overdue it may stop work.",
    "If the Buyer delays to open the L/C in time, the Seller may postpone shipment.",
    # Notified, the Buyer isn't the one who suspends.
    "If payment is overdue the Seller may, having notified the Buyer in writing, suspend his performance.",
]
NO_SUSPENSION = [
    # What was agreed from the start is payment in advance.
    "The Seller will not ship the goods until the price has been paid.",
    "The Seller may suspend the services for planned maintenance.",
    "The Seller may refuse to deliver the goods in the event of:\n1. a strike;\n2. a storm.",
    "Failure to pay the agents of the Seller entitles the Buyer to suspend the services.",
    "If an invoice is overdue, the Buyer may not withhold payment for the services.",
    "Where the Seller is late, the Buyer may suspend the services of the agent.",
    "The Buyer may withhold payment of the fees for the services until a valid invoice is received.",
    "In case of force majeure or unpaid strikes either party may suspend performance.",
    "A reduction of 2% is made for each week that the shipment is delayed.\nOverdue sums bear interest at 5% per annum.",
]


@pytest.mark.parametrize("clause", SUSPENDS)
def test_the_seller_may_stop_supplying(clause: str) -> None:
    assert shown(facts_of(default.read, clause)["remedy.suspend_right"]) is True


def test_a_stop_that_is_forbidden() -> None:
    clause = "The Seller shall not be entitled to suspend the Work for any reason, a dispute as to payment included."
    assert shown(facts_of(default.read, clause)["remedy.suspend_right"]) is False


@pytest.mark.parametrize("clause", NO_SUSPENSION)
def test_a_stop_for_another_reason_or_of_the_other_side(clause: str) -> None:
    assert shown(facts_of(default.read, clause)["remedy.suspend_right"]) == "absent"


TERMINATES = [
    "The booking shall stand cancelled if the remaining amount is not paid in time.",
    "Seller and Buyer will each be entitled to terminate this Agreement if the other party is in material breach.",
    "Non-payment of any amount is a material breach. Upon such breach the Seller may, at its choice: (a) cancel this Agreement.",
    "Failure to pay may result in termination of the contract.",
    "If you don't pay our bill we terminate the order.",
    "After a month of non-payment your subscription is cancelled.",
    "Should the Buyer fall behind with his instalments the Seller shall have the right to rescind the contract.",
    "If the letter of credit is not opened in time, the Seller has the right to:\n(a) extend the time for shipment;\n(b) declare"
    " the Buyer in default and cancel this contract.",
    "If the Buyer is overdue with a payment:\n(a) the Seller may charge interest; or\n(b) the Seller may terminate the order.",
    "If the Buyer fails to cure a default (a failure to pay included) within ten days, this Agreement shall terminate at the"
    " Seller's option.",
    "The Seller may end this Agreement at once if:\nthe Buyer fails to pay an invoice in time\nthe Buyer insults its staff",
    "Should the Buyer fail to open the credit in time, the Seller may rescind the contract.",
    "If the delay in payment exceeds thirty days, the Seller may refuse to perform the contract.",
    "Either party may terminate for good cause with immediate effect.",
    "If the hire is unpaid for ten days the Seller may retake the plant and determine the hiring.",
    "Where an invoice has not been settled for forty days the Seller may treat the engagement as at an end.",
    "The letter of credit must reach the Seller by 1 May, failing which the Seller reserves the right to cancel this contract.",
    "If the Buyer fails to pay an amount due, the Seller may terminate its employment under this contract.",
    "If the Buyer does not take up the documents, the Seller may consider the contract as cancelled.",
]
NO_TERMINATION = [
    "Either party may end this Agreement on six months' notice for any reason other than breach.",
    "If the Seller should fail to perform any of its obligations, the Buyer shall have the right to terminate this Agreement.",
    "Signing this Agreement does not conflict with, result in a breach of, or create in any party the right to terminate,"
    " any other contract.",
    "This Agreement shall not end or terminate for any other reason, even in the event of a material breach.",
    "Upon default in payment the Seller may cancel any discount granted.",
    "12. Termination for cause ......... 14",
    "If the Buyer terminates this Agreement in the case of the Seller's breach, the Seller refunds what was paid.",
]


@pytest.mark.parametrize("clause", TERMINATES)
def test_the_seller_may_end_the_contract(clause: str) -> None:
    assert shown(facts_of(default.read, clause)["remedy.termination_for_nonpayment"]) is True


@pytest.mark.parametrize("clause", NO_TERMINATION)
def test_an_end_for_another_reason_or_of_the_other_side(clause: str) -> None:
    assert shown(facts_of(default.read, clause)["remedy.termination_for_nonpayment"]) == "absent"


@pytest.mark.parametrize(
    ("clause", "value"),
    [
        ("On an Event of Default the Seller may declare all rent for the rest of the term immediately due.\nEach of these is"
         " an Event of Default: (a) the Buyer fails to pay an instalment; (b) the Buyer is wound up.", True),
        ("If an amount is fourteen days overdue, the Seller may accelerate the Buyer's unpaid fees.", True),
        ("If the Buyer misses an instalment, the Seller may without notice make all moneys owing on any account whatsoever by"
         " the Buyer immediately due and payable.", True),
        ("Upon default in any payment the whole of the balance then owing shall fall due, whether or not due before.", True),
        ("If the Buyer fails to pay, the Seller may: stop; treat all the Buyer's invoices as immediately payable.", True),
        ("Failure to meet a due date results in immediate payment of the whole debt.", True),
        ("Any delay in a payment entails the expiry of the period of payment of all other invoices.", True),
        ("Should the Buyer be late in paying, the Seller may make mature the entire price.", True),
        ("If an account stays overdue, any other payments that would fall due later will be considered accelerated.", True),
        ("Overdue sums bear interest. All invoices shall be payable in euros within ten days.", "absent"),
        ("All fees payable to the Seller shall be payable in immediately available funds, also upon termination.", "absent"),
        ("All costs and payments the Seller incurs in curing a default shall be immediately due.", "absent"),
    ],
)  # fmt: skip
def test_everything_falls_due(clause: str, value: object) -> None:
    assert shown(facts_of(default.read, clause)["remedy.acceleration"]) == value


@pytest.mark.parametrize(
    ("clause", "value"),
    [
        ("In the event of default the undersigned agrees to be responsible for all costs of collection.", True),
        ("I agree to pay a collection fee of 20% if the debt is placed with a collection agency.", True),
        ("The Seller may recover the reasonable costs of collecting an overdue amount, including debt recovery and legal costs.",
         True),
        ("Should it be necessary to incur legal and/or other expenses in enforcement of its rights, the Buyer undertakes to"
         " reimburse the Seller the whole amount of such expenses.", True),
        ("Any reminder costs are borne by the Buyer.", True),
        ("If the Buyer fails to make a payment, the Seller may do any of these: stop work; claim its full legal costs.", True),
        ("The prevailing party is entitled to its legal fees, whether incurred prior to or in preparation for the hearing.", True),
        ("If the Buyer fails to pay, the Seller shall stop its deliveries to the Buyer and make a claim for costs in recovery.",
         True),
        ("If an invoice is unpaid after a month, debt recovery costs will be charged.", True),
        ("If the Buyer defaults in payment, the Buyer shall indemnify the Seller against all legal costs of pursuing the debt.",
         True),
        ("Debt recovery costs of the Seller's other business will be charged to its parent.", "absent"),
        ("Each side pays its own lawyers.", False),
        ("Disputes go to arbitration.\n- Costs: Each party bears its own costs", False),
        ("The Buyer shall pay the Seller's legal fees for the preparation of this Agreement.", "absent"),
    ],
)  # fmt: skip
def test_costs_of_collecting(clause: str, value: object) -> None:
    assert shown(facts_of(default.read, clause)["remedy.cost_recovery"]) == value


@pytest.mark.parametrize(
    ("clause", "present", "rate"),
    [
        ("Payments made later than the due date will accrue interest at the lesser of 15% per annum and the lawful maximum.",
         True, "15/year"),
        ("Late payments will be subject to a 2% monthly penalty.", True, "2/month"),
        ("Late payments are subject to a late fee of .75% per month.", True, "0.75/month"),
        ("If the payment is delayed, the Buyer shall pay 0.3% of the total contract value per month as liquidated damages.",
         True, "0.3/month"),
        ("If the delivery is delayed, the Seller shall pay 0.3% of the total contract value per month as liquidated damages.",
         "absent", "absent"),
        ("The Buyer shall settle the bills within 15 days, failing which penal interest of 11% per annum is due.", True,
         "11/year"),
        ("In case of a delay in payment penalties shall be applied at three times the legal rate.", True, "unclear"),
        ("Interest @ 16% pa will be charged if the bill is not paid in time.", True, "16/year"),
        ("If the Buyer pays late, a penalty of 0.2% of the delayed amount is due for each day of delay, but not more than 10%.\n"
         "Late payments are recorded.", True, "0.2/day"),
        ("Late payments accrue prime + 5% interest.", True, "unclear"),
        ("In case of late payment the Buyer is in default. The Seller reserves the right to charge statutory interest.",
         True, "unclear"),
        ("If the Seller does not receive payment in time it may stop. It shall be entitled to financing charges at the annual"
         " rate of the central bank.", True, "unclear"),
        ("Overdue accounts: a surcharge of 4% of the invoice will be added.", True, "4/once"),
        ("Hire charges in arrears shall carry interest at 1.5 per cent per calendar month.", True, "1.5/month"),
        ("Overdue sums bear 1 - 1/2% per month.", True, "1.5/month"),
        ("The sole remedy for late payment is interest at SOFR plus 2%.", True, "unclear"),
        ("The fee is payable monthly in arrears and bears no tax.", "absent", "absent"),
        ("Interest is not charged on late payments.", False, "absent"),
        ("The Seller has an interest in prompt payment.", "absent", "absent"),
    ],
)  # fmt: skip
def test_charges_for_late_payment(clause: str, present: object, rate: str) -> None:
    facts = facts_of(late_payment.read, clause)
    assert (shown(facts["remedy.late_fee_present"]), shown(facts["remedy.late_fee_rate"])) == (present, rate)
