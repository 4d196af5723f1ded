"""English times to inspect in: what a length of time in a sentence on acceptance is for."""

from __future__ import annotations

from .. import regexes as re
from ..quantities.found import Found
from ..quantities.periods import Period
from ..roles import Parties, Role
from ..sentence_tools import subject
from . import silence_en
from .inspection_en import is_beside

_USE = re.compile(
    r"\b(?:notif|reject|confirm|inspect|accept|claim|complain|objection|object|report|inform|intimat|damage|defect"
    r"|notice|review|test|examin|conform|quality|shortage|verif|evaluat|approv|sign[ -]?off|feedback|discrepanc|fault"
    r"|check(?:s|ing)? (?:the|all|each|every|it|them|that)\b)",
    re.IGNORECASE,
)
# In the sentence behind one on inspection a notice or a report may be of anything.
_USE_PLAINLY = re.compile(
    r"\b(?:reject|inspect|accept|defect|non-?conform|shortage|examin|test|review"
    r"|to check|claims?|complain|object|damage|faulty"
    r"|discrepanc)",
    re.IGNORECASE,
)
# A time to collect goods, to pay, or in which the seller acts is no time to inspect.
_OTHER_USE = re.compile(
    r"(?i)\b(?:pay|invoice|RMA|term|collect)\b|\b(?:accept|take|taking) delivery\b|\breturn\b(?!ed)(?<!or return)"
)
_ACCEPT_OR = re.compile(r"(?i)\baccept it or\b|\baccept\b[^.;]{0,20}\bor\b")
_ARTICLES = (
    r"(?:(?:\([ivx\da-d]{1,3}\)|the|a|an|said|first|next|following|further|maximum|period|of|additional|initial"
    r"|agreed) )*"
)
_LEAD = re.compile(
    r"(?i)\b(?:within|(?:not|no) (?:later|more) than|period of|than|later than|at (?:the )?(?:most|latest)|maximum of"
    rf"|before the (?:expiry|expiration|end|lapse) of|inside(?: of)?|on or before)\s{_ARTICLES}$"
)
_LEAD_TO_ARRIVAL = re.compile(rf"(?i)\b(?:in|up to|by|after)\s{_ARTICLES}$")
# "without giving reasons for five days, the works are taken as accepted"
_SO_LONG = re.compile(rf"(?i)\bfor\s{_ARTICLES}$")
# "has ten days to test", "accepted 48 hours after delivery": no preposition in front of the time.
_ALLOWED = re.compile(
    r"(?i)\b(?:has|have|had|allow(?:s|ed)?|given|gives?|granted|grants?|gets?|with)\s(?:\w+ )?"
    rf"(?:up to |at least )?{_ARTICLES}$"
)
_TO_INSPECT = re.compile(
    r"(?i)^[^.;]{0,80}?\b(?:(?:in which |within which )?to|during which|in which|for) (?:\w+ ){0,4}?(?:inspect|test"
    r"|examin|review|evaluat|verif|accept|reject|check|approv|notify|object|report|complain|sign[ -]?off|request|raise"
    r"|validat|try|provide (?:\w+ ){0,3}?(?:notice|feedback|comments|acceptance|approval)|give (?:\w+ ){0,2}?notice"
    r"|submit (?:\w+ ){0,3}?(?:claim|comments|list))"
)
_AFTER_DELIVERY = re.compile(
    r"(?i)^\s?(?:after|from|of|following|upon) (?:(?:the|its|such|each|actual|physical) )*(?:(?:date|day|time) of )?"
    r"(?:(?:the|its|such|each|actual|physical) )*(?:deliver|receipt|arrival|completion|handover|install|submission"
    r"|commission|without|silence)"
)
_NAME = (
    r"(?:inspection|acceptance|rejection|review|evaluation|testing|test|examination|verification|approval|claims?"
    r"|complaints?|objection|sign-off|feedback|UAT|user acceptance(?: test(?:ing)?)?|acceptance test(?:ing)?)"
)
_TIME = rf"{_NAME}(?: (?:and|&|or|/) {_NAME})?(?: ?\([\w\s\"']{{2,20}}\))? (?:period|time|window|phase|deadline|term)"
# "inspection period: 5 days", "a ten day review period": the time has the name of what it is for.
_NAMED = re.compile(
    rf"(?i)\b(?:{_TIME}|(?:(?:period|time limit|deadline) (?:for|of)|time for) (?:the "
    rf"|any )?{_NAME}(?: of (?:the )?\w+)?"
    rf"|notification of (?:\w+ )?defects|(?:{_NAME}"
    rf"|notice of defects)(?=\s?[:\t]))\W{{0,6}}"
    rf"(?:(?:shall be|is|of|means|will be|lasts?|runs? for|a period of|up to|not more than|no more than|limited to"
    rf"|(?:shall |will )?(?:begins?|starts?|commences?)[^.;\d]{{0,60}}? (?:and|for)(?: (?:shall|will))?"
    rf"(?: (?:last|run|continue|end|expire))?(?: for)?)\W{{1,3}}){{0,3}}(?:within |the |a |period of |at least "
    rf"|up to )*$"
)
_NAME_BEHIND = re.compile(
    rf"(?i)^\W{{0,3}}(?:(?:business|working|calendar) )?(?:days?\W)?(?:\w+ )?{_TIME}\b"
    rf"|^[^.;]{{0,110}}?\(\W{{0,3}}(?:the |an? )?\W?(?:\w+ )?{_TIME}\W{{0,3}}\)"
)
_CHECKED_WITHIN = re.compile(
    r"(?i)\b(?:acceptance|inspection|testing|quality|quantity|appearance)\s(?:to be )?within\s$"
)
_DURING = re.compile(r"(?i)\b(?:during|for|has|have)\s(?:(?:the|a|an|up to|period of|first)\s){0,4}$")
_AFTER_ARRIVAL = re.compile(
    r"(?i)^\W{0,3}(?:(?:day )?period )?(?:after|from|of|following)\b[^.;]{0,24}?"
    r"\b(?:deliver\w*|receipt|arrival|completion|handover|install\w*|commissioning)\b"
)
_CHECKS = re.compile(
    r"(?i)\b(?:inspect|test|examine|evaluate|verify|reject|review)(?:s|ing)?\b|\b(?:accept|approve)(?:s|ing)? or\b"
)
_MENDS = re.compile(r"(?i)\bwarrant|\brepair|\breplac|\bremed|\bfree (?:from|of)\b")
# Of the verbs in front of a time the last one says what it is for.
_VERB_BEFORE = re.compile(
    r"(?i)\b(?:(?P<mend>return(?:s|ed)?(?! or| receipt)|repair(?:s|ed)?|replac(?:e|es|ed)|correct(?:s|ed)?"
    r"|remed(?:y|ies|ied)"
    r"|refund(?:s|ed)?|credit(?:s|ed)?|re-?perform\w*|cures?d?|collect(?:s|ed)?|deliver(?:s|ed)?|ship(?:s|ped)?"
    r"|re-?submit\w*|rectif(?:y|ies|ied)|re-?deliver\w*|fix(?:es|ed)?|make good|pays?|paid|payable|reduced? to writing"
    r"|disclos\w+|dispos\w+|remov(?:e|es|ed)|holds?|held"
    r"|retain(?:s|ed)?|keeps?|kept|stor(?:e|es|ed))"
    r"|(?P<check>inspects?|tests?|examines?|rejects?|accepts?|notif(?:y|ies|ied)|reports?|inform\w*|claims?|notice"
    r"|objects?|complain\w*|reviews?|lodge\w*|raised?|made|submitted|advised?|receives?|received|gives?|given|verif\w+"
    r"|evaluat\w+|approv\w+|confirm\w*|checks?|signs?))\b"
)
# Faults nobody can see on delivery have a time of their own, and so has a warranty.
_HIDDEN = re.compile(
    r"(?i)\b(?:latent|hidden|concealed|non-?apparent|non-?visible|not (?:\w+ ){0,2}?(?:apparent|visible|discoverable"
    r"|detectable|detected|discovered)|undetectable)\b[^.;]{0,90}$"
)
_FROM_DISCOVERY = re.compile(
    r"(?i)^\s?(?:of|after|from|following)(?:(?!deliver|receipt|arrival)[^.;]){0,40}?\b(?:discover|detect"
    r"|becom\w+ (?:aware|apparent)|aware|appear|knowledge|first finding|found)"
)
_FOUND_WITHIN = re.compile(
    r"(?i)\b(?:discovered|arising|arises?|appears?|appearing|occurs?|occurring|found|manifest\w*|develops?|fails?"
    r"|failing|emerge\w*)\s(?:(?:by|to|in) (?:the )?\w+ )?(?:within|during|in)\s[^.;]{0,12}$"
)
# The seller is told in that time: "unless the seller receives notice within three days".
_TOLD = re.compile(
    r"(?i)\b(?:receiv(?:e|es|ed)|reach(?:es|ed)?|(?:is|are|been|be) (?:notified|informed|advised|told))\b[^.;]{0,80}$"
)
_AFTER_ANOTHER_STEP = re.compile(
    r"(?i)^\s?(?:after|from|of|following|upon) (?:(?:the|its|such|said|that|a|any|date of|receipt of|receiving"
    r"|written) )*"
    r"(?:(?:final |provisional )?acceptance|notice|notification|claim|complaint|report|rejection|objection"
    r"|resubmission)\b"
)
# Told that the works are ready the buyer inspects them in that time.
_TOLD_TO_INSPECT = re.compile(
    r"(?i)^\s?(?:after|from|of|following|upon) (?:(?:the|such|receipt of|receiving|written|seller's|supplier's"
    r"|contractor's) )*(?:notice|notification)(?: (?:of|that)[^.;,]{0,50}?)?,? (?:(?:and|jointly|to) )*"
    r"(?:inspect|test|examine|check|verify|review|attend)"
)
_MODAL = re.compile(r"(?i)\b(?:shall|will|must|may|should)\b")
_ANAPHORA = re.compile(
    r"(?i)\b(?:that|such|this|said|aforesaid|foregoing|above|same|those|these) (?:\(?\w+\)?[- ]){0,3}?"
    r"(?:time ?frames?|time|periods?|window|deadline|term|days?|hours)\b"
)


def refers_back(words: str) -> bool:
    """Whether a sentence speaks of a time that an earlier one names: "not rejected within that period"."""
    return _ANAPHORA.search(words) is not None


def is_named(words: str, start: int, end: int) -> bool:
    """Whether a length of time between two positions is called after what it is for: "inspection period of 9 days"."""
    before, rest = words[max(0, start - 130) : start], words[end : end + 140]
    return (
        _NAMED.search(before) is not None
        or _NAME_BEHIND.match(rest) is not None
        or _CHECKED_WITHIN.search(before) is not None
    )


def is_for_hidden(words: str, start: int) -> bool:
    """Whether the length of time at a position is that of faults nobody can see on delivery."""
    return _HIDDEN.search(words, max(0, start - 120), start) is not None


def is_used(parties: Parties, words: str, period: Found[Period], plainly: bool = False) -> bool:
    """Whether the buyer inspects, rejects or objects in a length of time; `plainly` in a sentence that stands alone."""
    before = words[max(0, period.start - 90) : period.start]
    rest = words[period.end : period.end + 60]
    if _is_mending(before) or _is_found_later(before, rest) or is_beside(words, period.start, period.end, 50):
        return False
    if not _leads(before, rest, words, period):
        return False
    told = _TOLD.search(before) is not None
    if (_actor(parties, words, period) is Role.SELLER and not told) or (
        _AFTER_ANOTHER_STEP.match(rest) and not _TOLD_TO_INSPECT.match(words[period.end : period.end + 120])
    ):
        return False
    if silence_en.SILENCE_EN.search(words, period.end, period.end + 110) is not None:
        return True
    if _OTHER_USE.search(rest) is not None and _ACCEPT_OR.search(rest) is None:
        return False
    around = words[max(0, period.start - 240) : period.start] + words[period.end : period.end + 120]
    return (_USE_PLAINLY if plainly else _USE).search(around) is not None


def _actor(parties: Parties, words: str, period: Found[Period]) -> Role | None:
    """Who acts in a length of time: the party named before it, or before the verb of a sentence that it opens."""
    role = subject(parties, words, period.start)
    verb = _MODAL.search(words, period.end, period.end + 160) if role is None else None
    return subject(parties, words, verb.start()) if verb is not None else role


def _leads(before: str, rest: str, words: str, period: Found[Period]) -> bool:
    if _LEAD.search(before) is not None:
        return True
    if _ALLOWED.search(before) is not None and _TO_INSPECT.search(words[period.end : period.end + 200]) is not None:
        return True
    if _AFTER_DELIVERY.match(rest) is not None and (
        _LEAD_TO_ARRIVAL.search(before) is not None
        or silence_en.SILENCE_EN.search(words, max(0, period.start - 200), period.start) is not None
    ):
        return True
    if _SO_LONG.search(before) and silence_en.SILENCE_EN.search(words, period.end, period.end + 110):
        return True
    return _checks_meanwhile(words, period)


def _is_found_later(before: str, rest: str) -> bool:
    return _FOUND_WITHIN.search(before) is not None or _FROM_DISCOVERY.match(rest) is not None


def _is_mending(before: str) -> bool:
    """Whether the last verb in front of a time sends the goods back or mends them."""
    verbs = list(_VERB_BEFORE.finditer(before))
    return bool(verbs) and verbs[-1]["mend"] is not None and not verbs[-1]["mend"].lower().startswith("deliver")


def _checks_meanwhile(words: str, period: Found[Period]) -> bool:
    """Whether a sentence lets the goods be checked for a time that runs from their arrival, outside a warranty."""
    return (
        _DURING.search(words, max(0, period.start - 40), period.start) is not None
        and _AFTER_ARRIVAL.match(words[period.end : period.end + 60]) is not None
        and _CHECKS.search(words) is not None
        and _MENDS.search(words) is None
    )
