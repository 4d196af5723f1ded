"""The events a payment hangs on, as English contracts name them: one expression an event, tried in this order."""

from __future__ import annotations

from ..vocabulary import alternatives
from .paid_first import PAYS_AHEAD, STARTED_ONCE_PAID, WORK_BEGINS

_FILE = "payment"
_DEAL = alternatives(_FILE, "deal_en")
_WORKS = alternatives(_FILE, "works_en")
DRAFTS = alternatives(_FILE, "drafts_en")
"""What is shown to the buyer for approval."""
# Payment for goods accepted: which goods are paid for, no event.
_ACCEPTED = r"(?<!goods accept)(?<!services accept)(?<!products accept)(?<!items accept)(?<!quantities accept)ed"
_UPON = r"\b(?:upon|on|at|with|after|following|before|until|by|of|from|to)"
_THE = r"(?:the |each |all |any |such |its |our |your |their |this |said |an? )?"
# Asking to be paid by another name than an invoice.
_BILL = (
    r"(?:applications? for (?:progress |interim |stage |final )?payments?|pay(?:ment)? applications?|(?:payment"
    r"|draw|disbursement) requests?|requests? for payment|requisitions?|fee notes?|claims? for payment|payment claims?"
    r"|bills?)"
)
# The goods leave only once they are paid for.
RELEASED_WHEN_PAID = (
    r"\b(?:goods|products?|equipment|machine(?:ry)?|consignments?|shipments?|deliver(?:y|ies)|orders?|materials?)\b"
    r"[^.;]{0,30}\b(?:released?|(?:de|di)spatched|shipped|delivered|handed over|made|manufactured"
    r"|processed)\b[^.;]{0,40}"
    r"\b(?:only (?:after|upon|on|against|when|once)|until|unless|before)\b(?=[^.;]{0,60}\b(?:paid|payment)\b)"
    # We won't ship until your payment clears: said of the seller, and not of what is overdue.
    r"|\b(?:only|not|never|won't)\b[^.;]{0,20}\b(?:ship|(?:de|di)spatch|release|deliver|hand over|send)\b[^.;]{0,50}?"
    r"\b(?:until|unless|once|when|after|before)\b(?=[^.;]{0,60}\b(?:paid|payment|cleared|funds)\b)"
    r"(?![^.;]{0,80}\b(?:deposit|outstanding|overdue|arrears|past due|previous|sums due|amounts due|default)\b)"
)
EVENTS_EN: tuple[tuple[str, str], ...] = (
    ("audit", r"\baudit(?:ed|or'?s)?\b"),
    (
        "warranty_end",
        (
            r"\b(?:expir\w+|end|lapse|completion|conclusion)\b[^,.;]{0,30}?\b(?:warranty|defects|guarantee|maintenance"
            r"|liability)\b|\b(?:warranty|defects liability|guarantee) period\b[^,.;]{0,20}?\b(?:ends|expires?|expired"
            r"|lapses|over)\b"
        ),
    ),
    (
        "acceptance",
        (
            r"(?:\b(?:receipt|delivery|inspection) and )?"
            rf"(?<!order )(?<!award )(?<!letter of )(?<!contract )(?<!proposal )(?<!quote )"
            rf"\baccept(?:ance|s|{_ACCEPTED})\b"
            rf"(?!\s+(?:bills?|drafts?|of {_THE}(?:[a-z]+ )?{_DEAL}))|\bcommissioning\b"
            r"|\binstallation\b(?! (?:services?|component|charges?|costs?|fees?|work|price|manual|instructions|team))"
            r"|\b(?:after|upon|following|on) (?:(?:the|final|satisfactory|its|their|successful) )*inspection\b"
            rf"|{_UPON} {_THE}(?:(?:project|job|practical|satisfactory|substantial|successful|final|full|mechanical"
            r"|actual) )*completion\b(?! (?:of (?:the |each |all )?(?:sale|purchase|warranty|transaction"
            r"|deliver(?:y|ies)|shipments?|supply)|date of sale))"
            rf"|\b{_WORKS}(?:'s?)? completion\b|\b{_WORKS} (?:is|are|has been|have been) (?:[a-z]+ly )?(?:complete"
            r"|finished|done|concluded)\b"
            r"|\b(?:is|are|been|being) (?:[a-z]+ly )?(?:installed|tested|commissioned|completed)\b"
            r"|\bsign(?:ed)?[- ]off\b"
            r"|\b(?:up)?on (?:the )?(?:day|date) of [a-z ]{0,12}completion\b"
            r"|\btaking[- ]over\b(?! (?:of )?(?:payment|debt|liabilit))|\bgo(?:es|ing|ne)?[- ]live\b|\bcut-?over\b"
            rf"|\bcompletion of {_THE}(?:[a-z-]+ ){{0,3}}?{_WORKS}\b|(?-i:\b(?:UAT|FAT|SAT|PAC|FAC)\b)"
            rf"|\bstart-?up\b(?! (?:company|costs?|fees?))|\b(?:website|site|app|system|software"
            rf"|product)(?:'s)? launch(?:es)?\b|{_UPON} launch\b"
        ),
    ),
    (
        "month_end",
        (
            r"\b(?:end|last day|close) of (?:(?:the|each|that|such|a|every|any|applicable|relevant|calendar|fiscal"
            r"|billing) ){0,4}(?:month|quarter)\b"
            r"|\bmonth[- ]end\b|\bE\.?O\.?M\b"
            r"|\b(?:following|next|succeeding) (?:calendar )?month\b|\bmonth following\b"
            r"|(?<!of )(?<!'s )(?<!our )\bmonthly statement\b"
        ),
    ),
    ("statement", r"(?<!billing )\bstatements?(?: of account)?\b(?! of work)"),
    ("bl_date", r"\bbills? of lading\b|\bB/L\b|\bairway bill date\b"),
    (
        "sight",
        (
            r"\bat sight\b|\bsight (?:draft|L/C|letter)|\b(?:against|presentation of) (?:the |a )?(?:presentation of "
            r"|copy of "
            r"|copies of |scan(?:ned)? |full set of |original |the )*(?:shipping "
            r"|following |required |despatch |dispatch |export |negotiable |title )?documents\b"
            r"|\bcash against documents\b|\b(?:presentation|presentment) of (?:the |its |a )?(?:[a-z]+ )?drafts?\b"
            r"|\breceipt of (?:the |a full set of )?(?:original )?shipping documents\b"
            r"|\bagainst (?:the |a )?(?:presentation of |copy of |copies of |scanned |original |the |a )*"
            r"(?:bills? of lading|B/?L|airway bill|AWB|docs)\b(?! date)|\b(?:up)?on (?:copy |shipping "
            r"|export )?(?:documents|docs)\b"
        ),
    ),
    (
        "invoice_receipt",
        (
            r"\b(?:receipt|receiv\w+|delivery(?= of)|presentation|submission)\b(?:[^,.;]{0,50}?|\sof (?:an?|the|each"
            r"|such|any) "
            r"(?:[a-z-]+,? (?:and )?){1,6}?)\binvoices?\b(?! (?:price|value|amount|total)\b)"
            r"|\binvoices?\b[^.;]{0,60}\b(?:it|they) (?:is|are|was|were|has been|have been) received\b"
            r"|\b(?:providing|submitting|delivering|sending|presenting|furnishing)\b[^,.;]{0,40}?\b(?:invoices?"
            r"|bills?)\b"
            r"|\b(?:receipt of|receiving) (?:the |each |a |its )?billing statements?\b"
            rf"|\b(?:submission|submitting|presentation|receipt|receiving|received"
            rf"|receives?)(?: of)? {_THE}(?:[a-z.]+ )"
            rf"{{0,3}}?{_BILL}\b(?! of)"
            r"|\binvoices?\b[^,.;]{0,24}?\b(?:received|receipt|presentation|presented|rendered)\b"
            r"|\binvoices?\b[^.;]{0,60}\b(?:(?:immediately|forthwith) (?:due|payable)|(?:due|payable) (?:immediately"
            r"|forthwith))\b"
            r"|\bon being (?:invoiced|billed)\b|\b(?:receipt of|receiving) (?:the |a |such "
            r"|its |our |each )?(?:tax )?bills?\b(?! of)"
        ),
    ),
    (
        "invoice_date",
        (
            r"(?<=\bof )its date\b|(?<=\bfrom )its date\b|\b(?:of|after|from|on) (?:being|its|their) (?:issued?|dated"
            r"|raised"
            r"|rendered)\b|\binvoices?\b[^.;]{0,60}\b(?:it|they) (?:is|are|was|were"
            r"|has been|have been) (?:issued|dated|raised"
            r"|rendered"
            r"|sent)\b|\binvoice date\b|\bbilling date\b|\bdate of (?:the |each |such )?bill(?:ing)?\b(?! of)"
            r"|\bdate\b[^,.;]{0,24}?\binvoices?\b|\binvoice\b[^,.;]{0,12}?\b(?:is |are )?(?:dated"
            r"|issued|date)\b|\b(?:days? of|month of|from|after|on|upon|following) (?:the |each |such |an? |any "
            r"|its |our |seller'?s "
            r"|supplier'?s )?(?:[a-z]+ ){0,2}?(?:invoices?|invoicing)\b|\bnet\s+\w+(?:\s\(\d+\))?\s+(?:days?\s+)?(?:of"
            r"|from|after)?\s?(?:the\s)?invoice"
        ),
    ),
    (
        "receipt",
        (
            r"\bGRN\b|\bgoods?[- ]receive?d? notes?\b|\bgoods[- ]receipt(?: notes?)?\b"
            r"|\b(?:receipt|receiv\w+)\b[^,.;]{0,30}?\b(?:goods|products?|shipments?|equipment|materials?|deliver(?:y"
            r"|ies|ables?)|merchandise|items|ingredients?)\b|\b(?:goods|products?"
            r"|equipment)\b[^,.;]{0,16}?\breceived\b"
        ),
    ),
    (
        "delivery",
        (
            rf"{RELEASED_WHEN_PAID}|(?-i:\bLR\b)|\blorry receipts?\b"
            r"|\bdeliver(?:y|ies|ed)\b(?! of (?:this|the agreement))|\bship(?:ment|ments|ped|ping|s)?\b(?! documents)"
            r"|\b(?:dispatch|despatch)(?:ed)?\b|\barriv(?:al|ed|es)\b(?! date of)|\bleav(?:ing|es?) the\b"
            r"|\bcollection of the goods\b"
            r"|\b(?:on|upon|before|prior to|at) (?:the |your |customer )?(?:collection|pick-?up|check-?in|drop-?off)\b"
            r"|\b(?:after|following|upon|end of|completion of) (?:the |your |each )?(?:performance|event|function"
            r"|session|show|shoot"
            r"|course|wedding|concert|rental|hire)\b"
            r"|\b(?:event day|day of (?:the |your )?(?:event|function|wedding|performance|show|move|hire))\b"
            r"|\b(?:of|after|from|following) (?:completion of )?(?:the )?(?:collection|pick-?up|discharge|unloading)\b"
            r"|\b(?:before|prior to|in advance of) (?:the |your |any |each )?(?:scheduled |actual )?(?:events?|set-?up"
            r"|function|pick[- ]?up|rental|hire|performance|course|services|works?|production|manufactur\w+|fabrication"
            r"|release|departure|travel|loading|unloading|discharge|hand-?over)\b(?! order)"
            r"|\b(?:before|prior to|in advance of) (?:(?!days?\b|weeks?\b)[a-z']+ ){0,3}?(?:commenc\w+|begin(?:s|ning)?"
            rf"|starts?|starting|kick-?off|{WORK_BEGINS})\b(?! date)"
            r"|\b(?:goods|equipment|products?) (?:leave|are collected|are released)\b"
            r"|\bC\.?O\.?D\b|\b(?:cash|payments?|paid|payable|prepayment|T/?T|wire|transfer|funds|pay)"
            rf" (?:(?:us|to us|the seller|in full|100 ?%|fully) )?(?:in (?:full in )?advance|up-?front|up front)\b"
            rf"|{PAYS_AHEAD}|{STARTED_ONCE_PAID}"
            r"|\b(?:orders?|purchases?|sales?)\b[^.;,]{0,24}\bpre-?paid\b"
            r"|\b(?:release|hand-?over|handing over) of (?:the )?(?:[a-z]+ ){0,2}(?:goods|products|equipment|files"
            r"|deliverables|keys|vehicle|machine\w*)\b"
            r"|\bon (?:an? )?(?:prepaid|pre-?payment|cash[- ]in[- ]advance) basis\b|(?-i:\bCIA\b)"
            r"|\b(?:notified|notification|notice) (?:of|that) [^,.;]{0,30}?\bavailab\w+"
            r"|\bavailable for (?:collection|dispatch|pick-?up)\b"
            r"|\bready (?:for|to be) (?:shipment|dispatch|delivery|collection|shipped|dispatched)\b|\breadiness\b"
        ),
    ),
    (
        "sign",
        (
            r"\b(?:(?<!proper )(?<!due )(?<!faithful )execution|signature(?! (?:page|block|line)s?\b)|signing|executing"
            r"|(?:is|are|been|being) (?:executed|signed)(?! off))\b"
            rf"|\b(?:effective|commencement) date\b|\b(?:acceptance|award) of {_THE}(?:[a-z]+ )?{_DEAL}"
            r"|\bletters? of (?:acceptance|award|intent)\b"
            rf"|\b{_DEAL} (?:acceptance|approval|award|confirmation|placement)\b|\baward acceptance\b"
            rf"|{_UPON} (?:contract )?award\b"
            r"|\b(?:placement|placing|acceptance|receipt|confirmation|issuance|issue)\b[^,.;]{0,24}?\b(?:orders?|PO"
            r"|quotation|quote|proposal|estimate)\b|\bwhen (?:you |customer |the buyer )?(?:place|confirm|submit"
            r"|make|book|order)s?\b|\bwhen (?:an?|the|your) (?:order|booking|reservation) is (?:placed|made"
            r"|confirmed)\b"
            rf"|{_UPON} (?:the |your |each )?(?:time of )?(?:initial )?(?:booking|reservation|registration|enrol?ment"
            r"|purchase|checkout|ordering|sign-?up|engagement|order confirmation)\b(?! (?:orders?|price|value|agreement"
            r"|forms?|fees?|terms?|of (?!this)))"
            r"|(?<!specified )(?<!stated )(?<!shown )(?<!set out )"
            r"(?<!indicated )(?<!described )\b(?:with|upon|on|at) (?:the |each |such |its "
            r"|customer'?s )?(?:purchase |order |written )?(?:order|PO)\b"
            rf"|\b(?:at|on|upon|after|following) (?:the )?(?:project |contract |work )?(?:kick-?off|commencement"
            rf"|mobili[sz]ation"
            r"|inception|outset|start)\b(?! (?:of|date)|-?up)"
            r"|\bdate of (?:this|the) (?:agreement|contract)\b"
            r"|\b(?:contract|agreement) date\b|\bdate hereof\b"
            r"|\b(?:time|date) of (?:the |each |placing the |an? )?(?:[a-z]+'s )?(?:purchase )?(?:order|ordering)\b"
            r"|\battached to the (?:purchase )?order\b"
            r"|\baccompan(?:y|ies|ied|ying)\b[^,.;]{0,20}\border\b"
            r"|(?-i:\bCWO\b)"
        ),
    ),
)
