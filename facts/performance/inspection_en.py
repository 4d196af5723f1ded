"""English words by which a buyer checks what it got: inspection, tests, review, sign-off, findings, claims."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from .. import regexes as re
from ..roles import Parties, Role
from ..sentence_tools import subject
from ..vocabulary import alternatives

_GOODS = alternatives("acceptance", "goods_en")
_DELIVERED = rf"(?:{_GOODS}|\b(?:cargo|consignments?|delivery|deliveries|lots?|parcels?)\b)"
_BUILT = r"\b(?:software|systems?|application|website|machine|plant|installation|code|deliverables?|milestones?)\b"
_CONFORMS = r"(?:conform\w*|compl(?:y|ies)|meets?|(?:is|are) (?:in (?:accordance|conformity)|free))"
_DUTY = r"(?:must|shall|should|will|may|can|are to|is to|have to|has to|needs? to|to be|only)"
_CLAIM = r"(?:claims?|complaints?|objections?)"
_AS_TO = (
    r"(?:for|of|as to|about|on account of|concerning|regarding|relating to|related to|in respect of|with respect to"
    r"|with regard to|due to|based on|arising (?:from|out of)|because of|that)"
)
_OF_GOODS = (
    r"(?:quality|quantity|weights?|shortages?|short delivery|damages?|condition|defects?|defective|analysis"
    r"|non-?conform\w+|discrepanc\w+|deficienc\w+|loss)"
)
_FAULTS = (
    r"(?:defects?|defective|shortages?|short delivery|non-?conform\w+|discrepanc\w+|deficienc\w+|deviations?|faults?"
    r"|faulty|flaws?|bugs?|errors?|breakages?|damages?|damaged|missing|incorrect|imperfections?"
    r"|fails? to (?:meet|conform|comply))"
)
_RECEIVED = (
    r"\b(?:deliver\w*|receipt|received|receiving|arrival|arrives?|handover|submission|completion|install\w*|discharge"
    r"|unloading|landing|destination|shipment|dispatch|despatch|collection)\b"
)
_TESTED = r"(?:inspection|rejection|evaluation|testing|acceptance|test|verification|user acceptance|UAT)"
# A measure of how the buyer checks: its modal verb in front, or the third person.
_CHECKS = (
    r"(?:inspect(?:s|ing)?|examin(?:e|es|ing)|reject(?:s|ing)?|verif(?:y|ies)|validat(?:e|es)"
    rf"|(?:{_DUTY}|(?<!subject )to|and|or|can)(?:, [^.;]{{3,50}},)? (?:\w+ ){{0,2}}?(?:test|sample|analyse|analyze"
    rf"|assay"
    r"|survey|weigh|count(?! (?:toward|as|for|against|from)))|testing of)"
)
INSPECTED = re.compile(
    rf"\b{_CHECKS}\b[^.;]{{0,70}}?{_DELIVERED}"
    rf"|\b(?:{_DUTY}|(?<!subject )to|and|or)(?:, [^.;]{{3,50}},)? (?:\w+ ){{0,2}}?(?:review|evaluate|assess|check)\b"
    rf"[^.;]{{0,30}}?{_DELIVERED}|\b(?:reviews|checks|evaluates) (?:each|every|the|all|any) (?:\w+ )?{_DELIVERED}"
    rf"|{_GOODS}[^.;]{{0,60}}?\b(?:inspected|examined|tested|evaluated|rejected|surveyed|sampled|analysed|analyzed"
    r"|assayed|checked|verified|counted|weighed|subject to (?:inspection|acceptance|testing|(?:\w+ )?review)"
    r"|conform)\b"
    r"|\b(?:cargo|consignments?|delivery|deliveries|parcels?)\b[^.;]{0,20}?\b(?:surveyed|sampled|analysed|analyzed"
    r"|assayed|inspected|examined|checked)\b"
    r"|\bsubject to (?:(?:the )?[\w']+(?:'s)? ){0,2}(?:final |prior |count,? (?:and )?)?"
    r"(?:inspection|testing|acceptance)\b"
    rf"|\b(?:acceptance|inspection|testing|quality|quantity)\b[^.;]{{0,12}}?\bwithin"
    rf" \w{{1,12}}(?: \(\d+\))? (?:\w+ )?days?\b"
    r"|\b(?:client|customer|buyer|purchaser|principal)\b[^.;]{0,40}?\b(?:provide|give|send|submit|return"
    r"|communicate)s?\b[^.;]{0,30}?\b(?:feedback|comments|approval|acceptance"
    r"|punch list|(?:revision|change) requests|list of (?:\w+ )?(?:changes|defects|errors|corrections|revisions))\b"
    r"[^.;]{0,40}?\bwithin\b"
    rf"|(?:{_GOODS}|\b(?:quality|quantity|weight"
    rf"|specifications?)\b)[^.;]{{0,80}}?\bfound (?:to be )?(?:not (?:to be )?"
    r"(?:in conformity|in accordance|conform\w*)|defective|inferior|damaged|faulty)\b"
    rf"|\brejected {_GOODS}|\brejection of (?:the |any |all )?{_GOODS}|\bfailure to inspect\b"
    r"|\b(?:has|have|gets?|given|allowed|granted)\b[^.;]{0,40}?\b(?:days|hours"
    r"|weeks?)\b[^.;]{0,60}?\bto (?:\w+ ){0,2}?"
    r"(?:review|inspect|inspection|test|testing|evaluat(?:e|ion)|examine|approve|accept|reject)\b"
    r"|\b(?:inspect|examine|check)\w* (?:them |it )?(?:up)?on (?:arrival|receipt|delivery)\b"
    r"|\b(?:inspections?|examination|measurements?|sampling|evaluation), tests?(?:ing)?\b"
    rf"|\b{_TESTED} (?:\(\w+\) )?(?:period|phase|window)\b|\bUAT\b|\bacceptance tests?\b"
    rf"|\b(?:(?:period|time limit|deadline) (?:for|of)|time for) (?:the |any )?(?:{_TESTED}|complaints?)\b"
    rf"|\breview (?:period|window)\b[^.;]{{0,60}}?{_GOODS}|{_GOODS}[^.;]{{0,60}}?\breview (?:period|window)\b"
    r"|\bsamples?\b[^.;]{0,60}?\b(?:for testing|to test|tested)\b|\binspection certificate\b"
    r"|\binspection and (?:acceptance|claims)\b|\b(?:quality|inspection|acceptance) and (?:inspection|claims?"
    r"|rejection)\b|\bacceptance (?:testing"
    r"|criteria|period|certificate|procedures?|process|protocol|report)\b"
    rf"|\bacceptance of (?:the |each |any |all )?(?:goods|products?|deliverables?|equipment|services|software|system"
    r"|milestones?)\b|\bcertificate of acceptance\b"
    rf"|{_GOODS} (?:is|are|shall be|will be) accepted (?:when|if|once|upon|only|unless|by)\b"
    r"|\b(?:weights?|quality|quantity|inspections?|survey\w*|analys[ei]s)\b[^.;]{0,100}?\b(?:(?:is|are|be|as|and|or"
    r"|considered|deemed|regarded as|held) (?<!not )(?<!not be )(?:final|conclusive|binding)"
    r"|(?<!not )(?<!not be )final"
    r" (?:and|as|at|for|on)|, ?final)\b"
    rf"|\b(?:accept|approve)\b[^.;]{{0,30}}?{_GOODS}[^.;]{{0,40}}?\bor\b[^.;]{{0,30}}?\b(?:reject|return|refuse)\b"
    rf"|\b(?:accept|approve)\w*\b[^.;]{{0,40}}?\b(?:or|and)\b[^.;]{{0,30}}?\b(?:reject|return|refuse)\w*\b"
    rf"[^.;]{{0,60}}?{_GOODS}"
    rf"|{_GOODS}[^.;]{{0,60}}?\b(?:accept|approve)\w*\b[^.;]{{0,40}}?\bor\b[^.;]{{0,30}}?\b(?:reject|return|refuse)"
    r"|\b(?:accept|approve)\w* (?:it|them|the same|such|each|any|all)\b[^.;]{0,40}?\bor\b[^.;]{0,30}?\b(?:reject"
    r"|return"
    r"|refuse)\b|\bright of rejection\b"
    r"|\bacceptance\b[^.;]{0,30}?\b(?:is|shall be|will be|may be) (?:at|subject to|conditional|confirmed|evidenced"
    r"|deemed|recorded|in writing)\b"
    r"|\btaking delivery\b[^.;]{0,60}?\bexamine\b",
    re.IGNORECASE,
)
REPORTED = re.compile(
    r"\b(?:notif(?:y|ies)|advises?|informs?|reports?)\b[^.;]{0,40}?\b(?:differences?|discrepanc\w+|deviations?)\b"
    r"[^.;]{0,60}?\b(?:weights?|quality|quantit(?:y|ies))\b"
    rf"|\b(?:tells?|lets? (?:us|\w+) know|contacts? us)\b[^.;]{{0,30}}?\b(?:of|about|if|that)\b"
    rf"[^.;]{{0,60}}?\b{_FAULTS}\b"
    r"|\bnotified\b[^.;]{0,60}?\b(?:such |any )defects?\b(?: by (?:the )?\w+)?|\b(?:notif(?:y|ies)|reports?"
    r"|informs?)\b[^.;]{0,60}?\bdamages?\b[^.;]{0,40}?\b(?:within|upon"
    r"|on (?:delivery|receipt)|immediately)\b|"
    r"\b(?:notif(?:y|ies)|notice|claims? for|reports?|informs?)\b[^.;]{0,80}?\b(?:defects?|defective"
    r"|shortages?"
    r"|non-?conform\w+|fails? to (?:meet|conform))\b|\b(?:defects?|shortages?"
    r"|non-?conform\w+)\b[^.;]{0,60}?\bnotif"
    r"|\b(?:damages?|damaged|missing|defects?|defective|shortages?|discrepanc\w+|faults?|faulty)\b[^.;]{0,40}?"
    r"\b(?:must|shall|should|to) be (?:noted|notified|reported|advised|communicated|claimed|intimated|raised"
    r"|brought to)\b"
    r"|\brejections?\b[^.;]{0,30}?\b(?:must|shall|should|will|to) be (?:intimated|notified|communicated|advised"
    r"|informed|made)\b"
    r"|\b(?:complaints?|claims?|objections?)\b[^.;]{0,150}?\b(?:admissible|made|notified|intimated|informed|communicated|received|lodged|submitted"
    r"|raised|reported|presented|given|considered|accepted|allowed|entertained|filed)\b"
    rf"[^.;]{{0,60}}?\b(?:within|days|immediately|without delay|not later than|no later than)\b[^.;]{{0,60}}?"
    rf"(?:{_RECEIVED}|\b(?:goods|products)\b)"
    # A fault found is told by a time that runs from the delivery.
    rf"|\b(?:report|notif|inform|advise|raise|claim|complain|contact)\w*\b[^.;]{{0,90}}?\b"
    rf"{_FAULTS}\b[^.;]{{0,80}}?\b(?:within|not later than|no later than|before)\b[^.;]{{0,60}}?{_RECEIVED}"
    rf"|\b(?:report|notif|inform|advise)\w*\b[^.;]{{0,60}}?\bwithin\b[^.;]{{0,60}}?{_RECEIVED}"
    rf"[^.;]{{0,60}}?\b{_FAULTS}\b"
    rf"|\b(?:within|not later than|no later than)\b[^.;]{{0,60}}?{_RECEIVED}[^.;]{{0,80}}?\b(?:report|notif|inform"
    rf"|advise|raise|claim|complain|contact|writ)\w*\b[^.;]{{0,90}}?\b{_FAULTS}\b",
    re.IGNORECASE,
)
CHECKED = re.compile(
    rf"\b(?:appoint|engage|nominate|instruct|retain|employ|send|bring)\w*\b[^.;]{{0,50}}?\b(?:surveyors?|inspectors?"
    rf"|superintendents?|inspection (?:company|companies|agency|agencies|body|firm)|assayers?)\b"
    r"|\bpre-?(?:shipment|dispatch|delivery) (?:inspection|testing|survey)\b"
    r"|(?<!such )\b(?:inspections?|acceptance tests?|testing|acceptance)\b (?:shall|must|will|is to|are to"
    r"|to) be (?:completed"
    r"|carried out|conducted|made|performed|effected|held|undertaken|in writing)\b"
    r"|\bsubject to\b[^.;]{0,40}?\bquality (?:control|checks?|inspection)\b|\bincoming (?:goods )?(?:inspection"
    r"|control"
    r"|checks?)\b"
    r"|\b(?:rights?|opportunity) (?:of|to|for) inspect(?:ion)?\b"
    r"|\b(?:sign|signs|signed|issue|issues|countersign)\b[^.;]{0,30}?\b(?:acceptance|handover|hand-over|commissioning"
    r"|completion|take-?over|taking[- ]over) (?:note|protocol|certificate|report|form|sheet|minutes|record)\b"
    r"|\b(?:written|final|formal|client|customer|buyer|project|phase|milestone|uat)(?:'s)? sign[ -]?off\b"
    r"|\b(?:to|shall|will|must|may) sign[ -]?off\b"
    r"|\bsigns?[ -]?off (?:on )?(?:each|every|the|all) (?:\w+ )?(?:sprints?|phases?|stages?|milestones?|deliver\w+)\b"
    rf"|\bsigns?[ -]?off\b[^.;]{{0,40}}?{_GOODS}|{_GOODS}[^.;]{{0,30}}?\bsigns?[ -]?off\b"
    rf"|\b(?:must|shall|should|will|to) (?:\w+ )?(?:check|count(?! (?:toward|as|for|against))"
    rf"|verify)\b[^.;]{{0,60}}?\b(?:{_OF_GOODS}|{_GOODS})"
    r"|\b(?:on|upon|after|during|following) (?:its |their |such |the )?inspection\b[^.;]{0,80}?\b(?:faulty|defective"
    r"|found|defects?|reject\w*|discrepanc\w+)\b"
    rf"|\b(?:finding|confirm(?:s|ed|ation)?|certif(?:y|ies)|notice)\b[^.;]{{0,60}}?\bthat\b[^.;]{{0,30}}?{_GOODS}"
    rf"[^.;]{{0,20}}?\b(?:{_CONFORMS})\b"
    rf"|\bthat\b[^.;]{{0,20}}?{_BUILT}[^.;]{{0,20}}?\b{_CONFORMS}\b"
    rf"|(?:{_GOODS}|{_BUILT})[^.;]{{0,20}}?\bnot (?:conform"
    r"|comply|meet)\b[^;]{0,90}?\b(?:notif\w+|tell|inform\w*|reject\w*)\b"
    rf"|\b{_OF_GOODS} {_CLAIM}\b[^.;]{{0,60}}?\b{_DUTY}\b"
    rf"|\b{_CLAIM} {_AS_TO} [^.;]{{0,40}}?\b{_OF_GOODS}\b[^.;]{{0,60}}?\b{_DUTY}\b"
    r"|\bnotification of (?:\w+ )?(?:defects|damage|shortages?)\b"
    r"|\breservations?\b[^.;]{0,50}?\b(?:delivery (?:note|slip|docket|receipt)|waybill|consignment note|CMR)\b"
    r"|\b(?:declare|certify|grant|refuse|withhold)\w* (?:the |its |final |written )*acceptance\b[^.;]{0,60}?"
    r"\b(?:within|only|if|in writing)\b",
    re.IGNORECASE,
)
_NOT_GOODS = re.compile(
    r"\b(?:books|records?|premises|facilit(?:y|ies)|audits?|purchase orders?|orders? (?:not|is|are"
    r"|shall|will)|orders?\b[^.;]{0,20}?\b(?:accept|reject|confirm)"
    r"|orders?\b[^.;]{0,50}?\bsubject to (?:the )?(?:\w+ )?(?:acceptance|approval)|acceptance of (?:this"
    r"|the) (?:agreement|order|purchase)|confidential|invoices?|trademarks?|advertis\w*|marketing"
    r"|promotional|sales literature|fee increase|clinical|personal injury|disapprov\w+"
    r"|information provided|insurance polic(?:y|ies)|certificates? of insurance|offer|proposal|amendment|recall"
    r"|royalt(?:y|ies)"
    r"|accountants?|accounting"
    r"|(?:claims?|suits?|actions?|rights?|demands?) (?:of|by|from|against) (?:any |a |such )?third part(?:y|ies)"
    r"|third[- ]party (?:claims?|suits?|rights?|actions?|intellectual))\b"
    # Whom or what else somebody accepts, reviews or rejects.
    r"|\b(?:accept(?!ance)|reject|refuse|review|approve|verif|evaluat|assess|inspect|replac|audit)\w*\b"
    r"(?:[ ,]+(?!and\b|or\b)[\w'-]+){0,5}?"
    r"[ ,]+(?:registrations?|rights|personnel|employees?|subcontractors?|candidates?|forecasts?|budgets?"
    r"|applications?(?: for\b)?"
    r"|plans?|terms|conditions|nominations?|requests?|projects?|drawings?|minutes|changes?|variations?|quotations?"
    r"|additions?|catalogues?|extensions?)\b"
    r"|\bacceptance[ ,]+(?:\w+ )?(?:this|the) (?:agreement|contract|offer|order)\b",
    re.IGNORECASE,
)
# Where the goods are inspected isn't what is inspected, and the day of an invoice only starts a time.
_BESIDE = re.compile(
    r"(?i)\b(?:at|in|to) (?:the |its |their |such |any |each )?"
    r"(?:(?!inspect|examin|audit|visit|enter)[\w']+ ){0,3}?(?:premises|facilit(?:y|ies))\b"
    r"|\b(?:date|receipt|day|presentation) of (?:the |its |such |each )?(?:[\w']+ ){0,2}?invoices?\b|\binvoice date\b"
)
_BUYER = re.Template("{buyer}", re.IGNORECASE)
_NEAR = 60
_MOST = 4
"""Places in a sentence that are looked at."""
# What stands in front of "shall be deemed accepted" and is no goods: sums that nobody disputed, a new price.
_ACCOUNTS = re.compile(
    r"\b(?:amounts?|charges?|sums?|invoices?|statements?|accounts?|fees?|prices?|bills?|items? of account|balances?)\b"
    r"[^.;]{0,90}$",
    re.IGNORECASE,
)


def inspection(parties: Parties, words: str) -> re.Match[str] | None:
    """Where a sentence lets the buyer inspect, test or reject what was delivered, or report its faults."""
    for match in _places(words):
        if not is_beside_goods(words, match) and _by_the_buyer(parties, words, match):
            return match
    return None


def _places(words: str) -> Iterator[re.Match[str]]:
    for pattern in (INSPECTED, REPORTED, CHECKED):
        yield from islice(pattern.finditer(words), _MOST)


def is_beside_goods(words: str, match: re.Match[str]) -> bool:
    """Whether what is inspected or accepted is no goods but books, premises, an order, an invoice, a person."""
    return is_beside(words, match.start(), match.end(), _NEAR)


def is_beside(words: str, start: int, end: int, near: int) -> bool:
    """Whether there are words of such other things between two positions or up to `near` characters beside them."""
    own = _BESIDE.sub(lambda place: " " * len(place[0]), words)
    return _NOT_GOODS.search(own, max(0, start - near), min(len(own), end + near)) is not None


def _by_the_buyer(parties: Parties, words: str, match: re.Match[str]) -> bool:
    # The seller's own tests and its review of the buyer's drafts are no acceptance.
    if subject(parties, words, match.start() + 1) is not Role.SELLER:
        return True
    return _BUYER.filled(buyer=parties.buyer).search(match[0]) is not None


def is_of_accounts(words: str, at: int) -> bool:
    """Whether what is deemed accepted at a position is a sum, an invoice or a price, and no goods."""
    return _ACCOUNTS.search(words, max(0, at - 120), at) is not None
