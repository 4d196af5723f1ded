"""English words of a warranty, and whether a length of time in a sentence is how long it lasts."""

from __future__ import annotations

from ...values import Unit
from .. import regexes as re
from ..quantities.found import Found
from ..quantities.periods import Period
from ..sentence_tools import Passage
from ..vocabulary import alternatives

_MADE_GOOD = (
    r"(?:fix(?:es|ed)?|correct(?:s|ed)?|repair(?:s|ed)?|remed(?:y|ies|ied)|rectif(?:y|ies|ied)|resolv(?:e|es|ed)"
    r"|replac(?:e|es|ed)|make good|made good|support)"
)
_AT_NO_COST = (
    r"(?:free of charge|free|at no (?:\w+ ){0,2}?(?:charge|cost|expense)|without (?:\w+ )?(?:charge|cost)"
    r"|at (?:its|their|our|his|\w+'s) (?:own |sole )?(?:cost|expense))"
)
_FAULTS = r"(?:bugs?|errors?|faults?|defects?|defective|failures?|malfunctions?|issues?)"
# Mending at no cost, in either order: a warranty without its name.
_MENDED = re.compile(
    rf"\b{_MADE_GOOD}\b[^.;]{{0,90}}?\b{_FAULTS}\b[^.;]{{0,120}}?\b{_AT_NO_COST}\b"
    rf"|\b{_FAULTS}\b[^.;]{{0,120}}?\b{_MADE_GOOD}\b[^.;]{{0,60}}?\b{_AT_NO_COST}\b"
    rf"|\b{_AT_NO_COST}[^.;]{{0,20}}?\b(?:bug[- ]fix\w*|{_MADE_GOOD})\b[^.;]{{0,60}}?\b{_FAULTS}\b"
    rf"|\b{_MADE_GOOD}\b[^.;]{{0,20}}?\b{_AT_NO_COST}\b[^.;]{{0,60}}?\b(?:fails?|breaks? down|proves?)\b"
    r"|\bbug[- ]fix\w*\b[^.;]{0,40}?\b(?:period|warranty|free)\b|\bfree bug[- ]fix\w*\b",
    re.IGNORECASE,
)
_WARRANTED = re.compile(r"(?i)\b(?:warrant|guarant)")
WARRANT = re.compile(
    r"\b(?:warrant(?:s|y|ies|ed)?|guarantee[sd]?|defects? (?:liability |notification |correction "
    r"|rectification )?period|maintenance period|limitation period"
    r"|liability for defects|(?:remed(?:y|ies)|repairs?|replaces?|rectif(?:y|ies)"
    r"|makes? good)\b[^.;]{0,60}?\bdefect\w*)\b"
    # How the goods shall be or work, for a time: a warranty without its name.
    r"|\b(?:goods|products?|deliverables?|equipment|software|systems?|machine\w*|applications?|parts?|items|units?"
    r"|devices?|plant|installation)\b (?:\w+ ){0,3}?(?:shall|will) (?:\w+ (?:to )?)?(?:operate|function|perform"
    r"|work|conform)\b[^.;]{0,40}?"
    r"\b(?:according to|in accordance with|in conformity with|to|with) (?:the |its |their )?(?:agreed |applicable "
    r"|technical )?(?:specifications?|documentation|manual)\b"
    r"|\bfree (?:from|of) (?:any |all )?(?:\w+ )?(?:defects?|faults?)\b",
    re.IGNORECASE,
)
_GOODS = re.compile(
    rf"(?i){alternatives('acceptance', 'goods_en')}|\b(?:applications?|programs?|code|website|workmanship|labou?r"
    rf"|hardware|parts?|machine\w*|bugs?|faults?)\b|\bdefects?\b|\bconform"
    rf"|\bmanufacturer"
)
_NOT_GOODS = re.compile(
    r"(?i)\b(?:availability of (?:spare )?parts|parts? (?:availability|supply)"
    r"|insurance|surviv\w+|records?|authority|shelf[- ]life|expiry dating|confidential"
    r"|statute|claims? may be brought|indemnif\w+|term of this agreement|initial term|minimum(?! (?:warranty|of|period"
    r"|\w+ (?:year|month|day)))"
    r"|sales (?:targets?|quota|volume|commitment|forecast|minimum)|purchase commitment|guarantor|payment guarantee"
    r"|(?:bank|parent|parent company|performance|advance payment|price|money[- ]?back|satisfaction|delivery|uptime"
    r"|availability|employment|loan|rent\w*) guarantees?|guarantee (?:fund|fee|deposit|amount)|performance (?:bond"
    r"|security)|warrants to (?:purchase|subscribe|buy)|options and warrants|organi[sz]ed and (?:validly )?existing"
    r"|good standing)\b"
)
PERIOD_LABEL = re.compile(
    r"\b(?:warranty|guarantee|defects?(?: liability| notification| correction| rectification)?) (?:period|term)\b"
    r"|\b(?:period|term|duration) of (?:the )?(?:guarantee|warranty)\b"
    r"|\bwarranty\b[^.;]{0,30}?\b(?:period|expires?)\b|\blimitation period\b[^.;]{0,40}?\bdefects?\b"
    r"|\bwarranty (?:runs|starts|begins|commences|(?:is|shall be|remains|will be) (?:valid|effective|available|given"
    r"|provided|offered))\b|^\W*(?:\d[\d.]*\s)?(?:warranty|guarantee)\s?[:\t-]"
    r"|\bliability for defects\b",
    re.IGNORECASE,
)
_OWED = re.compile(
    r"(?i)\bguarantors?\b|\b(?:payment|debts?|obligations|indebtedness|liabilities)\b[^.;]{0,40}?\b(?:of|by) (?:the )?"
    r"(?:customer|buyer|purchaser|client|debtor)\b|\bjointly and severally\b|\bsuret(?:y|ies)\b|\bdue dates?\b"
    r"|\b(?:bank|parent|demand|payment) guarantee\b|\bguarantees? (?:the |all |any )?(?:\w+ )?"
    r"(?:payments?|sums?|debts?)\b"
)
# Wider: what a length of time that stands beside it is the length of.
_LABEL = re.compile(
    r"\b(?:warranty|guarantee) (?:(?:shall|will|is to) )?(?:runs?|starts?|begins?|commences?|continues?|lasts?|applies"
    r"|apply|extends?|remains?|expires?|ends?|covers?|be for|is for|of"
    r"|(?:is |shall be |remains? |will be |be )?(?:valid|effective|available|given|provided|offered|limited"
    r"|in force))\b"
    r"|^\W*(?:\d[\d.]*\s)?(?:(?:\w+ ){0,3}(?:warranty|guarantee)|(?:guarantee|warranty)\s?/\s?(?:warranty|guarantee))"
    r"(?: (?:period|terms?|coverage|cover|duration))?\s?[:\t-]|\bmaintenance period\b"
    r"|\b(?:\d+|one|two|three|five|six|ten|twelve|eighteen|twenty[- ]four|thirty|sixty|ninety)\)?[- ](?:calendar )?"
    r"(?:day|month|year)s?'?[- ](?:[\w'-]+[- ]){0,3}?(?:warranty|guarantee)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\bwarrant(?:y|ies)\b|\bguarantees?\b|\bdefects? liability\b", re.IGNORECASE)
_LEAD = re.compile(
    r"(?i)\b(?:for|period of|within|during|period is|period:|term of|shall be|is|expires?|ends?|lapses?|lasts?"
    r"|runs?|of|has"
    r"|have|carr(?:y|ies)|with|means|or|the"
    r"|a|an|not less than|warranted|guaranteed"
    r"|no less than|at least)\s(?:a\s|the\s)?(?:(?:minimum|limited|full|period|of|standard|first|initial|total)\s)*$"
    r"|[:\t-]\s?$|[({\"]$|^\W*$|\b(?:shorter|longer|earlier|later|lesser|greater) of\b[^.;]{0,60}?\b(?:and|or)\s$"
)
_TAIL = re.compile(
    r"(?i)^[\s'-]*(?:from|after|following|of|warrant|commencing|beginning|starting|limited|period"
    r"|manufacturer|parts|ex works|calculated|,? that\b"
    r"|as (?:of|from)|once|counting|against|guarantee|on (?:all|the|any|each|every|parts|goods|products)\b"
    r"|to (?:be (?!agreed|confirmed|determined|fixed)|conform|comply|operate"
    r"|function|perform|work|meet)|\(?\"?warranty|during which|in (?:respect|accordance))|^\s*[.;,)]?\s*$"
)
# a 12-month limited warranty
_NAME_BEHIND = re.compile(
    r"(?i)\s(?:(?:limited|full|standard|manufacturer's|manufacturer|parts|labou?r|product|on-?site|comprehensive"
    r"|replacement"
    r"|express|workmanship|bug[- ]?fix\w*|free|hardware|software|written|return-to-base)\s(?:and\s)?){0,3}"
    r"(?:warranty|guarantee)\b"
)
_CALLED = re.compile(
    r"(?i)\b(?:(?:warranty|defects?(?: liability| notification| correction| rectification)?|guarantee|maintenance) "
    r"(?:period|term)|(?:period|term|duration) of (?:the )?(?:guarantee|warranty))\b(?: \(\w{2,5}\))?[\s\"':)-]{1,6}"
    r"(?:is |of |shall be |means |for |will be |lasts )?(?:the |a )?(?:period of )?$"
)
# The time in which a fault that was told is mended, or what comes when the warranty is over.
_OTHER_TIME = re.compile(
    r"(?i)^\W{0,3}(?:of|after|from|following)\s(?:(?:the|its|such|such a|any|a|written|being|receiving|receipt of"
    r"|date of|end of|expiry of|expiration of)\s){0,5}(?:notice|notif\w+|discover\w*|request|reports?|claims?"
    r"|complaints?"
    r"|return\w*|call|inform\w*|replacement|repair|warranty|defects? liability)\b"
)
_FROM_DELIVERY = re.compile(
    r"(?i)^\W{0,3}(?:of|after|from|following|post)[\s-](?:(?:the|its|such|each|final|date|project|actual|successful"
    r"|initial"
    r"|day|of|software|site|website|production|system|full)\s){0,5}(?:deliver|launch|go[- ]?live|accept|complet|hand"
    r"|install"
    r"|commission|deploy|release|purchase|ship|invoice|sign-?off|publication|receipt)"
)
# What was mended has a warranty of its own, and so have batteries and what is bought in addition.
_OF_PARTS = re.compile(
    r"(?i)\b(?:repaired|replaced|replacement|rectified|corrected|re-?performed|remedied)\b[^.;]{0,60}?\b(?:parts?"
    r"|goods"
    r"|products?|items?|components?|equipment|services?|units?|works?)\b|\b(?:extended|additional|optional|further)"
    r" (?:\w+ )?warrant|\b(?:batter(?:y|ies)|consumables?|wear(?:ing)? parts?|spare parts?|lamps?|accessor(?:y|ies)"
    r"|adapters?)\b"
)


def is_spoken_of(words: str, previous: Passage | None) -> bool:
    """Whether a sentence speaks of a warranty of goods or work, by its own words or under that title."""
    under_title = previous is not None and len(previous.text) < 40 and _TITLE.search(previous.text) is not None
    mended = _MENDED.search(words) is not None
    if WARRANT.search(words) is None and not mended and not under_title:
        return False
    if _NOT_GOODS.search(words) is not None or _is_of_payment(words, previous):
        return False
    return mended or _GOODS.search(words) is not None or _is_labelled(words)


def _is_of_payment(words: str, previous: Passage | None) -> bool:
    """Whether a guarantee is somebody's for what the buyer owes: "The guarantee remains in force for 36 months"."""
    if "arrant" in words or "efect" in words or _GOODS.search(words) is not None:
        return False
    return _OWED.search(words) is not None or (previous is not None and _OWED.search(previous.text) is not None)


def _is_labelled(words: str) -> bool:
    return PERIOD_LABEL.search(words) is not None or _LABEL.search(words) is not None


def is_of_parts(words: str) -> bool:
    """Whether a sentence is on the warranty of mended or wearing parts, or on one that is bought in addition."""
    return _OF_PARTS.search(words) is not None


def is_length(words: str, period: Found[Period]) -> bool:
    """Whether a length of time in a sentence on a warranty is how long that lasts."""
    before, after = words[max(0, period.start - 70) : period.start], words[period.end : period.end + 80]
    if _OTHER_TIME.match(after) is not None:
        return False
    if _NAME_BEHIND.match(after) or _CALLED.search(before):
        return True
    labelled = _is_labelled(words)
    lead = _LEAD.search(before)
    if WARRANT.search(words) is None and not labelled and _MENDED.search(words) is not None:
        return lead is not None and _FROM_DELIVERY.match(after) is not None
    warranted = _WARRANTED.search(words) and re.search(r"(?i)\bfor (?:a period of )?$", before)
    in_days = period.value.quantity.unit is Unit.DAYS
    if in_days and not warranted and not labelled and _FROM_DELIVERY.match(after) is None:
        return False
    return lead is not None and (
        _TAIL.search(after) is not None
        or labelled
        or (warranted and after.startswith(","))
        or re.match(r"(?i)\s*for\b", words) is not None
    )
