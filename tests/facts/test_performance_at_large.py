"""English inspection, silence, warranty and notices by their concepts, each with the near miss that isn't one."""

from __future__ import annotations

import pytest
from one_clause import facts_of, shown
from presign.facts.disputes import notices
from presign.facts.performance import acceptance, aftersales


@pytest.mark.parametrize(
    "clause",
    [
        "The Buyer evaluates each milestone and lists what is missing.",
        "The Buyer has nine days from the handover to review and approve every draft.",
        "Written sign-off closes each phase.",
        "UAT takes place on the Buyer's own servers.",
        "Within four days of unloading the Buyer reports breakages and missing cartons.",
        "Deliverables are subject to client review.",
        "The Buyer must test the pumps received from Seller's works within seven days of their arrival.",
        "Complaints concerning short delivery may be raised until the third day.",
        "The Buyer must tell us about any broken tiles or missing boxes that are damaged in transit.",
        "The Buyer advises the Seller of any difference between invoiced and actual weights.",
        "Carriage damage is entered as a reservation on the consignment note.",
        "The Buyer's manager signs off each sprint at its demonstration.",
        "The Buyer has a right of rejection.",
    ],
)
def test_it_is_an_inspection(clause: str) -> None:
    assert shown(facts_of(acceptance.read, clause)["acceptance.clause"]) is True


@pytest.mark.parametrize(
    "clause",
    [
        "The Buyer holds the Seller harmless against losses, claims, damages and costs to which it may become subject.",
        "The costs of the land survey, the printing and delivery of the deeds are borne by the Buyer.",
        "Confidential matter covers formulas, test data and other know-how of the goods.",
        "The Seller may accept or reject any registration for the loyalty scheme.",
        "Upon acceptance, this Agreement shall be deemed a binding contract.",
        "The Buyer shall approve or reject the proposed extension project within 30 days.",
        "The time spent will count towards the monthly allowance of support services.",
        "The Buyer has 8 days to review and approve each invoice.",
        "The quantity named above is the Final Forecast Quantity.",
        "The Buyer has the right to inspect such premises, all plant and machinery used there.",
        "The Seller reserves the right to reject any credit application.",
    ],
)
def test_it_is_no_inspection(clause: str) -> None:
    assert shown(facts_of(acceptance.read, clause)["acceptance.clause"]) == "absent"


@pytest.mark.parametrize(
    ("clause", "days"),
    [
        ("The Buyer shall have a review period of up to 12 business days to evaluate the work.", "12"),
        ("User acceptance testing (UAT) period: 2 weeks.", "14"),
        ("The acceptance period will be one week.", "7"),
        ("The Buyer shall within 6 days of notification inspect the works jointly with the Seller.", "6"),
        ("The Buyer declares acceptance of the works in writing within 9 days of the date of handover.", "9"),
        ("The Buyer may reject goods within 2 days of receipt. It keeps rejected goods not longer than 8 days.", "2"),
        ('The Buyer inspects the goods on 6 days after delivery at the latest (the "Inspection Period").', "6"),
        (
            "The Buyer has 9 days to check them.\nGoods not rejected in writing within that period are deemed accepted.",
            "9",
        ),
        ("Goods are deemed accepted on the earlier of the Buyer's approval and 4 days after delivery.", "4"),
        ("Visible defects are reported within 5 days of receipt, hidden defects within 40 days of receipt.", "5"),
        ("The Buyer reports hidden defects in the goods within 40 days of delivery.", "40"),
        ("The Buyer shall report within 3 days of discovery any defect of the goods.", "absent"),
        (
            "The Buyer may reject goods. Defects that appear within 300 days of installation are reported to the Seller.",
            "absent",
        ),
        ("The Buyer may reject the goods. The price is due within 45 days after final acceptance.", "absent"),
        ("The Buyer may reject the goods. The Buyer shall approve the budget within 20 days.", "absent"),
        (
            "If sign-off isn't received within 5 days, the phase is considered approved and the next invoice is sent.",
            "5",
        ),
    ],
)
def test_time_to_inspect(clause: str, days: str) -> None:
    assert shown(facts_of(acceptance.read, clause)["acceptance.period_days"]) == days


@pytest.mark.parametrize(
    "clause",
    [
        "If the Buyer neither signs nor reports a fault within 8 days the software is accepted.",
        "Absent written findings within 15 days the deliverables are automatically accepted.",
        "Goods not objected to in time will be assumed to be accepted.",
        "Without feedback for 14 days we assume that the Buyer is satisfied with the goods.",
        "Thereafter the goods are deemed to be in line with the contract.",
        "Shortages not notified within 3 days are waived.",
        "A claim as to quality that is late shall be deemed waived and barred.",
        "The Buyer that doesn't complain in 7 days loses its right to reject the goods.",
        "Failure to give notice in time is a waiver of all claims for defects in the goods.",
        "The Buyer waives any claim for goods delivered if that claim isn't lodged within 36 hours of receipt.",
        "The goods shall be deemed to comply as to quality unless claims reach the Seller within 4 days.",
        "The services are deemed satisfactorily performed unless the Buyer objects within 12 days.",
        "Goods for which no fault is told within 6 days of receipt of the Seller's invoice are deemed accepted.",
        "Goods not rejected by notice within 10 days are conclusively presumed to conform.",
    ],
)
def test_silence_accepts(clause: str) -> None:
    assert shown(facts_of(acceptance.read, clause)["acceptance.deemed"]) is True


@pytest.mark.parametrize(
    "clause",
    [
        "The Buyer's continued use of the services constitutes acceptance of the revised terms.",
        "The log of the click is conclusive evidence of acceptance of this Agreement.",
        "The Buyer shall be deemed to have accepted the new fees for the services.",
        "The Seller shall be deemed to have accepted any purchase order it doesn't reject within 2 days.",
        "If the Seller does not object to the Buyer's specification in 9 days it is deemed to have accepted it.",
        "The Seller's silence constitutes approval of other contractors' work.",
        "Information disclosed with the goods is treated as confidential in accordance with clause 9.",
        "Delivery of the titles shall be deemed complete if they are on the server in accordance with the previous sentence.",
        "Steps taken before or after approval of the products are no marketing.",
        "Charges that aren't disputed within 10 days of the statement are deemed accepted.",
        "Neither payment nor use shall be deemed acceptance of the goods.",
        "The lien claim or charge is expressly waived.",
        "The advertising rules apply. Where the Seller is silent for 20 days it has approved the materials, deemed approved.",
    ],
)
def test_silence_accepts_no_goods(clause: str) -> None:
    assert shown(facts_of(acceptance.read, clause)["acceptance.deemed"]) == "absent"


@pytest.mark.parametrize(
    ("clause", "months"),
    [
        (
            "Unless agreed otherwise the warranty will continue for a period of 2 years from the date of the sales invoice.",
            "24",
        ),
        ("The Seller guarantees for a period of 14 months, that the product has no defects.", "14"),
        ("Warranty coverage: 16 months from commissioning.", "16"),
        ("Full parts warranty - 3 years.", "36"),
        ("The machines are guaranteed against faulty castings for 40 months, fair wear excepted.", "40"),
        ("The Seller replaces, free of charge, any product that fails within 15 months of shipment.", "15"),
        (
            "The warranty period of the goods is the shorter of 9 months from use and 15 months from delivery.",
            "unclear",
        ),
        ("The Seller guarantees the availability of spare parts for 10 years after delivery of the goods.", "absent"),
        (
            "Its parent guarantees the payment obligations of the Buyer. The guarantee remains in force for 30 months.",
            "absent",
        ),
        ("The Seller gives a 60-day warranty during which bugs are fixed free of charge.", "2"),
        ("The Seller fixes any bugs free of charge for 3 months after go-live.", "3"),
        ("Errors are corrected at no cost for 90 days following acceptance.", "3"),
        ("The maintenance period is 12 months for all works.", "12"),
        ("Three-year limited warranty on parts and workmanship.", "36"),
        ("The warranty period is 24 months. Replaced parts are warranted for 6 months from replacement.", "24"),
        ("Goods are warranted for 18 months. Batteries carry a warranty of 3 months.", "18"),
        ("Defects found in the warranty period are repaired within 30 days of notice.", "unclear"),
        ("Support of the software goes on for five years after the warranty period of the goods.", "unclear"),
        ("Faults of the goods are corrected free of charge within 30 days of the report.", "absent"),
        ("A performance guarantee for the goods is valid for 12 months.", "absent"),
        ("The Seller makes no warranty of any kind for the goods supplied over 12 months.", "absent"),
        ("Options and warrants for goods shares may be used for a period of 12 months.", "absent"),
    ],
)
def test_warranty(clause: str, months: str) -> None:
    assert shown(facts_of(aftersales.read, clause)["aftersales.warranty_months"]) == months


@pytest.mark.parametrize(
    ("clause", "there"),
    [
        ("Notices. To you, by e-mail to your account. To us, by e-mail to the help desk.", True),
        (
            "Legal notices and formal communications under this Agreement must be sent by post.",
            True,
        ),
        ("NOTICES\nSeller: 4 Mill Lane, e-mail office@norvale.example\nBuyer: 9 Dock Road", True),
        ("Notices in writing (courier, certified mail).", True),
        ("The parties choose as their domicilium the addresses at the head of this Agreement.", True),
        ("All correspondence shall be addressed to the Seller's registered office.", True),
        ("A party gives notice under this contract by recorded delivery.", True),
        ("Any communication a party has to make about this contract is made by letter to the other.", True),
        ("All letters and demands under this contract shall be delivered by hand.", True),
        ("Seller, notices: office@norvale.example.", True),
        ("To give us formal notice, write to 4 Mill Lane.", True),
        ("Legal notices go to the directors of the other party.", True),
        ("Communications shall be in English and in text form.", True),
        ("If no such notice is received, the goods shall be deemed accepted.", "absent"),
        ("The Buyer shall give notice of any latent defect; the goods shall be returned by courier.", "absent"),
        ("NOTICE & TERMINATION\nEither party may end this Agreement by 60 days prior written notice.", "absent"),
        ("A six (6) months notice must be given by either party that means to end this Agreement.", "absent"),
        ("After notice of the breach a notice period of ten days shall be given.", "absent"),
        ("Together with notification of the hot line the serial number has to be provided.", "absent"),
        ("If notice is given to one surety it is given to all.", "absent"),
    ],
)
def test_notices(clause: str, there: object) -> None:
    assert shown(facts_of(notices.read, clause)["evidence.notice_clause"]) == there


@pytest.mark.parametrize(
    ("clause", "days"),
    [
        (
            "Within 6 days of receipt of the shipment the Buyer shall notify damage of the goods.\nWithin 20 days after the"
            " receipt of such notice, Seller will look into the shortages.",
            "6",
        ),
        (
            "No claim for shortages of the goods is heard unless the Seller receives notice from the Buyer within 3 days.",
            "3",
        ),
        (
            "The Buyer shall notify the Seller by post, return receipt requested, within 5 days of any defect of the goods.",
            "5",
        ),
        ("The Buyer notifies the Seller within (i) 2 days of delivery of damage to the goods.", "2"),
        ("Time for inspection of the goods: 8 days.", "8"),
        (
            "If the quality of the goods is found not in conformity with the sample within 15 days after discharge, the Buyer"
            " may claim.",
            "15",
        ),
        ("Damages or shortages must be brought to our attention within 4 days of delivery.", "4"),
        ("A rejection of the goods takes effect if notice of it is given within 7 days after their arrival.", "7"),
        ("The Buyer gives feedback on each draft within 5 days of receipt.", "5"),
        ("If the Buyer doesn't sign for 9 days without giving reasons, the works are taken as accepted.", "9"),
    ],
)
def test_whose_time_it_is(clause: str, days: str) -> None:
    assert shown(facts_of(acceptance.read, clause)["acceptance.period_days"]) == days


@pytest.mark.parametrize(
    ("name", "clause", "value"),
    [
        ("delivery.place_defined", "Ship To: 40 Tanner Row, York", True),
        ("delivery.place_defined", "Delivery point: Berth 9, Varn Terminal.", True),
        ("delivery.place_defined", "The Buyer picks up the goods at the Seller's plant.", True),
        ("delivery.place_defined", "Shipping address: ____________", "blank"),
        ("delivery.place_defined", "Notices are delivered to the address stated above.", "absent"),
        ("delivery.place_defined", "It meets 21 CFR Part 11 and was DATED IN ROME by the FAS Support Desk.", "absent"),
        ("delivery.risk_transfer_defined", "All risk of loss is with the Buyer from the moment of loading.", True),
        ("delivery.risk_transfer_defined", "After shipment the Buyer carries the risk of loss of the goods.", True),
        (
            "delivery.risk_transfer_defined",
            "The credit risk is with the Seller until its review is complete.",
            "absent",
        ),
        (
            "aftersales.warranty_start_defined",
            "The warranty period is 9 months and begins when they are handed over.",
            True,
        ),
        (
            "aftersales.warranty_start_defined",
            "The Seller warrants that as of the Effective Date it has paid all taxes on the goods.",
            "absent",
        ),
        ("aftersales.response_hours", "Response time for faults that stop the line: 5 hours.", "5"),
        ("aftersales.response_hours", "A technician attends within 30 hours of a breakdown.", "30"),
        ("aftersales.response_hours", "The Buyer shall respond within 48 hours to each support query.", "absent"),
        ("aftersales.response_hours", "The Seller acknowledges each order within 24 hours.", "absent"),
        (
            "acceptance.deemed",
            "Deemed Acceptance. If the Seller doesn't answer, the Buyer may deem the Purchase Order confirmed.",
            "absent",
        ),
        (
            "acceptance.deemed",
            "A Buyer that is silent for 30 days will automatically agree to the completion of the website.",
            True,
        ),
    ],
)
def test_other_facts_of_performance(name: str, clause: str, value: object) -> None:
    read = aftersales.read if name.startswith("aftersales") else acceptance.read
    assert shown(facts_of(read, clause)[name]) == value
