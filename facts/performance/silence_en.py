"""English words by which silence, use or the lapse of a time accepts what was delivered."""

from __future__ import annotations

from .. import regexes as re
from ..roles import Parties
from ..vocabulary import alternatives
from .inspection_en import is_of_accounts

_NOT_BEFORE = r"(?<!not be )(?<!not been )(?<!never be )(?<!not )"
_HELD = (
    r"(?:deemed|considered|conclusively presumed|presumed|assumed|taken (?:as|to)|regarded as|counts? as|treated as"
    r"|construed as"
    r"|understood)"
)
_GOOD = (
    r"(?:accept(?:ed|ance)|approved?|approval|conforming|conform|(?:in )?good (?:order|condition)|satisfactor(?:y|ily)"
    r"|satisfied|signed[- ]off"
    r"|(?:in )?(?:full )?(?:compliance|accordance|conformity|line) with(?! the previous| the preceding| this section)"
    r"|(?:to have )?compl(?:y|ied) (?:with|as to|in (?:all|every))"
    r"|consent(?:ed)? (?:for|to) (?:these|those|the|such) (?:goods|products|services|deliver))"
)
_KIND = (
    r"(?:(?:an?|the|its|your|[\w-]+'s) ){0,2}(?:(?:irrevocable|unconditional|final|unqualified|full|conclusive|complete"
    r"|deemed|absolute) (?:and )?)*"
)
SILENCE_EN = re.compile(
    rf"\b{_NOT_BEFORE}{_HELD}\b(?! acceptable| (?:as )?confidential)[^.;]{{0,50}}?\b{_GOOD}(?![A-Za-z])"
    r"|\b(?:treat|deem|consider|regard)\b[^.;]{0,40}?\b(?:accepted|approved)\b"
    r"|\bacceptance\b[^.;]{0,30}?\b(?:deemed|presumed|implied|assumed)\b(?! (?:terms|warrant))"
    rf"|\b{_NOT_BEFORE}(?:constitutes?|constitute|deemed) {_KIND}acceptance\b"
    r"|\bfail(?:s|ed|ure)?\b[^.;]{0,120}?\b(?:is|shall be|means|equals|amounts? to|operates? as) "
    rf"{_KIND}acceptance\b(?! (?:test|criteri|period))"
    r"|\b(?:not rejected|failing which|unless (?:\w+ ){0,6}?(?:reject|object|notif|complain|dispute)\w*|if no|if not"
    r"|if (?:\w+ ){1,4}?(?:neither|does not|do not|doesn't|has not|fails? to)|absent|in the absence of"
    r"|without)\b[^.;]{0,110}?\b(?:is|are|shall be|will be"
    r"|stands?|become) (?:deemed )?(?:automatically )?(?:accepted|approved)\b"
    rf"|{alternatives('acceptance', 'goods_en')}[^.;]{{0,24}}? (?:is|are|shall be|will be|stands?) (?:automatically )?"
    r"(?:accepted|approved) (?:unless|if no|if not|absent|in the absence|automatically|by default"
    r"|\w+ (?:\(\d+\) )?(?:\w+ )?(?:days|hours|weeks) after)\b"
    r"|\bautomatically (?:accept(?:ed|s)?|approve[ds]?|agrees? to the completion)\b"
    r"|\bassum\w+\b[^.;]{0,40}?\b(?:satisfied|accept(?:ed|ance)|approv\w+)\b"
    r"|\baccept(?:ed|ance)\b[^.;]{0,60}?\b(?:earlier|earliest|sooner|first) "
    r"(?:of|to occur)\b"
    r"|\bfinal and binding\b[^.;]{0,30}?\bacceptance|\bconclusive (?:evidence|proof) (?:of|that)\b[^.;]{0,40}?\baccept"
    rf"|\b{_NOT_BEFORE}(?:deemed|considered|presumed|treated as|taken (?:as"
    r"|to be))\b[^.;]{0,60}?\b(?:delivered in (?:full|(?:the )?correct quantity)"
    r"|undamaged|complete and undamaged|free (?:from|of) (?:any )?(?:\w+ )?(?:defects?|faults?|damage))\b"
    r"|\bsilence\b[^.;]{0,60}?\b(?:counts? as|means|is|shall be|constitutes?|amounts? to|treated as|taken as)\b"
    r"[^.;]{0,24}?\b(?:accept\w*|approv\w+)"
    r"|\babsence of (?:a |any )?(?:complaint|objection|notice|claim)\w*\b[^.;]{0,80}?\bconclusive\b"
    # The buyer that didn't speak in time can't reject or claim any more.
    r"|\b(?:waives?|waived|waiver|loses?|lost|forfeits?|forfeited)\b[^.;]{0,40}?\bright\w* (?:to|of) reject"
    r"|\b(?:(?:claims?|complaints?|objections?)\b[^.;]{0,60}?\b)?(?:defects?|non-?conform\w+|shortages?|quality"
    r"|quantity"
    r"|damages?|goods|products?|deliverables?|weight)\b[^.;]{0,120}?\bwaived\b(?= unless\b| if\b"
    r"|[^.;]{0,40}?\b(?:within|barred)\b|\W*$)|\b(?:claims?|complaints?|defects?|shortages?|quality"
    r"|quantity)\b[^.;]{0,140}?"
    r"\b(?:failing which|otherwise)\b[^.;]{0,50}?\b(?:waived|barred)\b"
    r"|\bwaives? (?:any|all|every|its|the) (?:claims?|objections?|complaints?)\b[^.;]{0,80}?\b(?:if|unless)\b"
    r"[^.;]{0,120}?\b(?:within|lodged|notified|in writing)\b"
    r"|\bfail\w*\b[^.;]{0,120}?\b(?:waiver|waive[sd]?)\b[^.;]{0,50}?\b(?:claims?|defects?|objections?|non-?conform\w+"
    r"|shortages?)",
    re.IGNORECASE,
)
NO_SILENCE_EN = re.compile(
    r"\b(?:silence|passage of time|lapse of time|inaction|failure to (?:object|notify|respond|reject"
    r"|inspect))\b[^.;]{0,60}?"
    r"\b(?:not|never)\b[^.;]{0,40}?\baccept|\bnot be deemed\b[^.;]{0,60}?\bby (?:reason of|virtue of"
    r"|mere)?[^.;]{0,60}?"
    r"\b(?:silence|passage of time|lapse of time|failure)\b|\bno deemed acceptance\b",
    re.IGNORECASE,
)
# "neither receipt nor payment shall be deemed acceptance", "no inspection shall constitute acceptance"
_NEITHER = re.compile(
    r"(?i)(?:\b(?:neither|nor)\b (?:the |any |such |its |\w+'s )?(?:\w+ )?(?:inspection|payment|receipt|approval"
    r"|test\w*"
    r"|delivery|use|failure|acceptance|delay|silence)\b|\bnothing\b|\bno (?:\w+ )?(?:inspection|payment|receipt"
    r"|approval"
    r"|test\w*|delay|act|use)\b|\bnot (?:be )?(?:constitute|imply|mean|operate as)\b"
    r"|\bin no event\b|\bnone of\b)[^.;]{0,160}$"
)
NOT_GOODS_EN = re.compile(
    r"\b(?:purchase orders?|orders? (?:is|are|shall|not)|accepted the order|statement(?!s? of work)|amendment"
    r"|terms (?:and conditions)?[^.;]{0,20}?accept|offer|invoice|agreement (?:shall|is)|assignment|forecast"
    r"|change order|advertis\w*|marketing|promotional|fee increase|plans?)\b",
    re.IGNORECASE,
)
# What is accepted and is no goods: terms, a contract, a change, a price; who "is bound" accepted a contract.
_OF_TERMS = re.compile(
    r"(?i)^\W{0,3}(?:and|or) (?:(?:is|are|be|been|becomes?|agrees?|agreed|shall|will|to|have|has|hereby) ){1,4}"
    r"(?:\w+ly )?(?:bound|abide|comply)\b"
    r"|^\W{0,3}(?:(?:of|by|to|with) )?(?:(?:all|any|these|this|the|our|its|such|said|new|revised|purchase|change"
    r"|work|updated|modified"
    r"|other|amended|foregoing|above|your|general|following|each|an?|(?:seller|supplier|company|vendor)'s"
    r"|\w+ (?:and|or|&)) ){0,4}(?:(?:terms|conditions|agreement|contract|offer|orders?|quotation|quote|proposal"
    r"|polic(?:y|ies)|changes?|amendments?|modifications?|revisions?|updates?|schedule|prices?|fees?|rates?"
    r"|invoices?|increase|sow"
    r"|statement of work|appointment|obligations?|rules|notice|privacy|liability|risk)\b"
    r"|(?<=by )(?:seller|supplier|vendor)\b|(?<=by the )(?:seller|supplier|vendor)\b)"
)
_OF_ACCOUNTS = re.compile(
    r"(?i) of (?:\w+ ){0,7}?(?:invoices?|invoiced|charges|time entries|tickets|accounts|statements?|bills?|fees|prices?"
    r"|pricing|balances?)\b"
)
_PAPERS = re.compile(
    r"(?i)\b(?:(?:purchase |change )orders?|quotation|quote|proposal|polic(?:y|ies)|changes|amendments?|modifications?"
    r"|revised (?:terms|prices?)|registration|minutes|nomination|resignation|variation|increase)\b[^.;,]{0,60}$"
    r"|\b(?:terms|agreement|contract|requests?|counterparts?|signatures?|facsimile|notices?|communications?|orders?)"
    r"(?: (?:sent|given))? (?:shall|will|is|are|may|which)\b[^.;,]{0,20}$"
)
# "failure to give timely notice shall constitute acceptance": what wasn't said accepts.
_NO_NOTICE = re.compile(
    r"(?i)\b(?:fail(?:s|ed|ure|ing)?|omits?|omission|neglects?) to (?:timely |promptly )?(?:provide|give|serve|send"
    r"|deliver|furnish|submit) (?:\w+ ){0,4}?notices?\b[^.;,]{0,50}$"
    r"|\b(?:absence|lack) of (?:\w+ ){0,3}?notices?\b[^.;,]{0,50}$"
)
# The day of an invoice only starts a time.
_BESIDE = re.compile(
    r"(?i)\b(?:date|receipt|day|presentation) of (?:the |its |such |each )?(?:[\w']+ ){0,2}?invoices?\b"
)
_OWN = re.Template(r"{seller}(?:'s silence)?\s(?:shall|will|is|are)\s(?:be\s)?$", re.IGNORECASE)
_OWN_ANSWER = re.Template(
    r"\b(?:if|unless|where|should)\s(?:the\s)?{seller}\s(?:does\snot|doesn't|fails\sto|fail\sto|has\snot|hasn't)\s"
    r"(?:\w+\s){{0,2}}?(?:object|reject|respond|confirm|reply|accept|answer)",
    re.IGNORECASE,
)
# Of a party that is called after its trade it's plain without its name.
_SELLER = re.compile(
    r"(?i)\b(?:vendor|seller|supplier|contractor|manufacturer|licensor|franchisor)(?:'s silence\b|\s(?:shall|will"
    r"|is)\s"
    r"(?:be\s)?(?=deemed|considered|taken))"
)
# The words of a title are nobody's promise; what it stands over may be an order.
_TITLE = re.compile(r"(?i)\W*(?:\w{1,3}[.)]\W*){0,3}deemed (?:acceptance|approval)\W*")
_ADVERTISED = re.compile(r"(?i)\b(?:advertis|promotion|marketing|artwork)")
_NEAR = 120


def silence(parties: Parties, words: str, previous: str) -> re.Match[str] | None:
    """Where a sentence lets silence accept the goods, given the words in front of it."""
    match = SILENCE_EN.search(words)
    # The seller that is deemed to approve a draft of the buyer's accepts no goods.
    if match is None or _NEITHER.search(words, 0, match.start() + 1) or _by_seller(parties, words, match.start()):
        return None
    if _TITLE.fullmatch(words):
        return None
    before = _BESIDE.sub(" ", words[max(0, match.start() - _NEAR) : match.start()])
    if is_of_accounts(before, len(before)) or NOT_GOODS_EN.search(before + match[0]) is not None:
        return None
    approved = re.search(r"(?i)(?:accept|approv)\w*$", match[0])
    if approved and (_OF_TERMS.search(words[match.end() :]) or _OF_ACCOUNTS.match(words[match.end() :])):
        return None
    papers = _PAPERS.search(words, max(0, match.start() - 90), match.start())
    if papers is not None and _NO_NOTICE.search(words, max(0, match.start() - 90), match.start()) is None:
        return None
    if "materials" in words and _ADVERTISED.search(previous):
        return None
    return match if _of_goods(previous[-300:] + words) else None


def _by_seller(parties: Parties, words: str, at: int) -> bool:
    own = _OWN.filled(seller=parties.seller)
    return (
        own.search(words, max(0, at - 60), at) is not None
        or _OWN_ANSWER.filled(seller=parties.seller).search(words, max(0, at - 180), at + 1) is not None
        or _SELLER.search(words, max(0, at - 40), at + 8) is not None
    )


def _of_goods(words: str) -> bool:
    return _GOODS.search(words) is not None


_GOODS = re.compile(
    rf"(?i){alternatives('acceptance', 'goods_en')}|\b(?:inspect|deliver|defect|shortage|reject|respon(?:d|se)"
    rf"|feedback|quality|quantity"
    rf"|non-?conform)"
    r"|\bacceptance (?:within|period|test\w*)|\bspecifications?\b|\bdeficienc|\bsign[- ]?off\b|\b(?:phases?"
    r"|websites?|work"
    r" product)\b"
)
