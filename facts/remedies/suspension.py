"""Whether the seller may stop supplying while the buyer doesn't pay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from .. import regexes as re
from ..fact import Fact
from ..roles import Parties, Role
from ..sentence_tools import Hit, Passage, passages, search_all, yes_no
from ..text import Text
from ..vocabulary import alternatives
from .lists import ITEM, NEW_CLAUSE
from .nonpayment import Default
from .sides import BUYER_FIRST_ZH, actor, with_pronouns
from .under_default import Under

_HOLD = alternatives("remedy", "hold_zh")
_SUPPLY = alternatives("remedy", "supply_zh")
_HOLD_ZH = re.compile(
    rf"(?:有权|(?<!不)可以?|(?<!不)得|将|即)[^。;]{{0,30}}?"
    rf"(?:(?:{_HOLD}|不予?|不再|拒)[^,。;]{{0,16}}?{_SUPPLY}|停工|停供|停发|停货|拒接|扣货|关停|停用|停机|断供)"
    rf"|(?<!不得)(?<!不能)(?<!擅自)(?<!无故)(?<!要求)(?:不予|暂不|不再|停止|暂停|中止){_SUPPLY}"
)
_NO_HOLD_ZH = re.compile(
    rf"不得[^。;]{{0,12}}(?:未付款|未支付|付款|支付|拖欠|欠款|货款)[^。;]{{0,20}}(?:为由|而"
    rf"|原因)[^。;]{{0,10}}{_HOLD}[^。;]{{0,10}}{_SUPPLY}"
    rf"|不得以?(?:任何|其他)?(?:理由|借口|原因|方式)?[^,。;]{{0,4}}{_HOLD}[^,。;]{{0,6}}(?:供货"
    rf"|发货|供应|装运|施工|服务)"
)
# 一方违约…可以中止履行: either side's breach opens it, so the seller's right to stop is in it.
_BREACH_STOPS_ZH = re.compile(
    r"(?:任何一方|任一方|一方|对方|违约方)[^。;]{0,40}?(?:违约|违反|不履行|未履行|丧失[^,。;]{0,6}能力)[^。;]{0,50}?"
    r"(?:有权|可以?|得以?)[^,。;]{0,16}?(?:中止|暂停|停止)(?:履行|执行|提供|供)"
)
_NO_STOP_ZH = re.compile(r"(?:不得|无权)[^,。;]{0,10}(?:中止|暂停|停止)")
_NO_GROUND_ZH = re.compile(r"无故|擅自|无正当理由|任何一方")
_UNTIL_PAID_ZH = re.Template(
    r"{buyer}[^,。;]{{0,10}}?(?:付清|结清|缴清|付讫|支付|偿还)[^,。;]{{0,14}}前,?[^,。;]{{0,4}}{seller}"
)
_AT_ONCE = 6
"""How far behind the party that may do something the words for it begin."""

_IN = r"(?:[^.;]|\.(?=\S))"
_HOLD_EN = alternatives("remedy", "hold_en")
_SUPPLY_EN = alternatives("remedy", "supply_en")
# Between the holding and what is held stands no payment and no consent: "withhold payment for the services".
_TO = (
    r"(?:(?!\b(?:may|shall|will)\b|(?<!until )(?<!pending )(?<!until full )(?<!against )\b(?:payments?|paying|fees?"
    r"|amounts?|sums?"
    r"|price|tax(?:es)?|consent|approval|refunds?)\b)" + _IN + r"){0,90}?"
)
# "may suspend or terminate if sums are outstanding": what is held back need not be said.
_HOLD_ALL_EN = (
    r"\b(?:suspend|pause)(?:,? (?:and/or|and|or) (?:to )?(?:terminate|cancel|stop|withdraw|discontinue))?"
    r"(?: (?:this|the|these|any) (?:agreement|contract|arrangement|appointment))?"
    r"(?: (?:forthwith|immediately|at once|without (?:further |prior )?notice))?"
    r"(?=\s*(?:[.,;:]|$|\b(?:if|when|where|whenever|until|while|upon|in the event|in case|should|without)\b))"
)
_HELD_BACK_EN = re.compile(
    rf"\b{_HOLD_EN}\b{_TO}\b{_SUPPLY_EN}\b|{_HOLD_ALL_EN}"
    rf"|\b(?:shipping|delivery|shipment|credit|account|supply|service) (?:hold|stop"
    rf"|suspension)\b|\bsuspension\b|\b(?:work|supply|service|delivery) (?:stoppage|interruption)\b"
    rf"|\b(?:limit|limiting|put|puts|putting|place|places|placing)\b(?:(?!\b(?:may|shall"
    rf"|will)\b)[^.;]){{0,40}}?\b(?:access|services?|deliver(?:y|ies)|(?:on|to) (?:\w+ )?(?:hold|stop))\b",
    re.IGNORECASE,
)
# "may withhold the final files until the price is paid": the condition stands behind.
_UNTIL_PAID_EN = re.compile(
    r"\b(?:withhold|withholding|suspend|suspending|hold back|stop|halt|pause|cease)\b(?:(?!\bpayments?\b)[^.;]){0,90}?"
    r"\b(?:un?till?|unless|pending)\b[^.;]{0,60}?\b(?:paid|payments? (?:in full|(?:is|are|has|have) )|full payment"
    r"|settled|cleared)\b",
    re.IGNORECASE,
)
_MAY_EN = re.compile(
    r"\b(?:may|can|shall|will|must|rights?|entitl\w*|allow\w*|permit\w*|authori[sz]\w+|option|discretion|reserves?"
    r"|at liberty"
    r"|free to|elects?|results? in|leads? to|causes?|entails?|triggers?|means?|subject to)\b(?! not\b)|[^.;\w]'ll\b",
    re.IGNORECASE,
)
# "services will be suspended", "work will cease": what the buyer's default does to the seller's duty.
_HELD_EN = re.compile(
    rf"\b{_SUPPLY_EN}\b{_IN}{{0,60}}?\b(?:will|shall|may|can|must|liable to) (?:then |immediately |automatically "
    rf"|also )?(?:be "
    r"|being )?(?:\w+ ){0,2}?(?:suspended|withheld|stopped|interrupted|deferred|postponed|delayed|held(?: back)?"
    r"|refused|discontinued"
    r"|halted|disconnected|ceased|paused|restricted|deactivated|disabled|blocked|frozen|locked|limited|revoked"
    r"|(?:placed|put) on)\b"
    rf"|\b(?:services?|deliver(?:y|ies)|shipments?|work|performance|suppl(?:y|ies)|access|production)\b{_IN}{{0,30}}?"
    r"\b(?:(?:will|shall|may) (?:cease|stop|pause)|stops|ceases|pauses)\b"
    r"|\b(?:services?|deliver(?:y|ies)|shipments?|work|performance|suppl(?:y|ies)|access|obligations) (?:is"
    r"|are) (?:then |thereby )?(?:suspended"
    r"|stopped|halted|paused|withheld|interrupted|blocked|(?:(?:put|placed) )?on (?:hold|pause))\b"
    r"|\b(?:los(?:es?|ing)|forfeits?) (?:\w+ ){0,2}?access\b"
    r"|\b(?:results? in|leads? to)\b[^.;]{0,40}?\b(?:services?|deliver(?:y|ies)|shipments?|work|performance"
    r"|suppl(?:y|ies)|access|accounts?|orders)\b(?: \w+)? (?:being )?(?:suspended|withheld|stopped|interrupted|refused"
    r"|discontinued|disconnected|halted|held back|put on hold|placed on hold|suspension|interruption"
    r"|discontinuation)\b"
    r"|\b(?:on|of) (?:credit|shipping|stop) hold\b",
    re.IGNORECASE,
)
_NO_DUTY_EN = re.compile(
    r"\b(?:needs? not|(?:shall|will|is|are) (?:be )?under no obligation|(?:shall|will|is|has|have|be"
    r"|are) (?:have )?(?:no|not)"
    r"(?: be)? (?:(?:any|further) )?(?:obligat\w+|obliged|required|duty|bound))\b[^.;]{0,50}?"
    r"\b(?:deliver\w*|ship\w*|perform\w*|suppl\w+|provid\w+|continu\w+|commence|resume|work|release)\b"
    r"|\b(?:is|are|be) (?:released|relieved|excused|exempt(?:ed)?|discharged) from (?:its|the|any|all)"
    r" (?:\w+ )?(?:duty|duties|obligations?)\b[^.;]{0,24}?\b(?:deliver\w*|ship\w*|perform\w*|suppl\w+|provide)\b"
    r"|\b(?:duty|duties|obligations?) to (?:deliver|ship|perform|supply|provide|continue|render|work)\b[^.;]{0,40}?"
    r"\b(?:is|are|shall be|will be) (?:\w+ )?(?:excused|suspended|released|discharged|deferred|stayed)\b"
    r"|\b(?:will|shall|may) not (?:\w+ )?(?:deliver|ship|dispatch|release|supply|perform|continue|resume|begin|start)\b"
    r"[^.;]{0,80}?\bun?till?\b"
    r"|\bno (?:further |more |new )?(?:delivery|deliveries|shipments?|works?|services?|goods|products|orders"
    r"|supplies) (?:will|shall|may) (?:take place|be (?:made|provided|carried out|performed|supplied|accepted"
    r"|processed|dispatched|despatched|delivered|shipped|released))\b"
    r"|\b(?:goods|products|orders?|works?|services?|supplies|deliver(?:y|ies)|shipments?) (?:will|shall|may) not be"
    r" (?:\w+ )?(?:dispatched|despatched|delivered|shipped|released|supplied|provided|commenced|started|resumed"
    r"|continued|made|performed|processed|handed over)\b[^.;]{0,80}?\b(?:un?till?|while|so long as|as long as)\b",
    re.IGNORECASE,
)
_NO_HOLD_EN = re.compile(
    rf"\b(?:shall|may|will|must|can) not\b[^.;]{{0,40}}?\b(?:suspend|withhold|stop|cease)\b{_TO}\b(?:deliver|ship"
    rf"|works?\b"
    rf"|perform|suppl"
    r"|service)|\bno right to (?:suspend|withhold|stop)\b",
    re.IGNORECASE,
)
_NEITHER_EN = re.compile(
    r"\b(?:neither|no) party\b[^.;:]{0,20}? (?:may|shall|will|can|is entitled to)\b[^.;:]{0,40}$", re.IGNORECASE
)
_EXCEPT = re.compile(r"\b(?:except|unless|save (?:that|where|if)|provided that)\b", re.IGNORECASE)
_ABOUT_PAYMENT = re.compile(r"\b(?:non-?payment|unpaid|overdue|payment|dispute)", re.IGNORECASE)
_OTHER_CAUSE_EN = re.compile(r"\bforce majeure\b|\bbeyond\b[^.;]{0,40}?\bcontrol\b", re.IGNORECASE)
# The buyer's breach of any of its duties has the non-payment in it; a breach of one other duty hasn't.
_BUT_ONE_DUTY = (
    r"(?:(?!confidential|non-?disclosure|secrecy|insurance|safety|data protection|privacy|non-?compet|exclusiv)"
    r"[^.;]){{0,24}}?"
)
_ANY_BREACH_EN = re.Template(
    r"(?:(?:{buyer}|the other(?: party)?|either party|a party)\b[^.;]{{0,40}}?\b(?:fails? to (?:comply with|perform"
    r"|observe|fulfil"
    r"|fulfill|meet|discharge|adhere to) (?:any|one|all|its|the|their|your|these|our|this)\b"
    + _BUT_ONE_DUTY
    + r"\b(?:terms?"
    r"|conditions?"
    r"|provisions?|obligations?|covenants?|duties|agreement|contract)"
    r"|(?:commits? (?:a|any) )?(?:materially )?(?:breach(?:es)?|violates?|defaults? (?:under|in|on))(?: of)? (?:any"
    r"|one|its|this|the"
    r"|these|our)\b"
    + _BUT_ONE_DUTY
    + r"\b(?:terms?|conditions?|provisions?|obligations?|covenants?|agreement|contract|order)"
    r"|(?:is|be|are) (?:itself )?in (?:material )?(?:breach|default)(?! of (?:clause|section|article)))\b"
    r"|\b(?:breach|default|violation) (?:of (?:this|the|any)[^.;]{{0,30}}? )?(?:by|of|on the part of) (?:the )?{buyer}"
    r"|{buyer}(?:'s|s'|') (?:material )?(?:breach|default)\b"
    r"|\bfailure to (?:comply with|adhere to|observe|meet) (?:any |all )?(?:of )?(?:our|these|the"
    r"|this) (?:payment )?(?:terms|agreement)\b)",
    re.IGNORECASE,
)
_ITEM_BREACH_EN = re.compile(
    r"^\W*(?:\w{1,3}[.)]\s*)?(?:(?:the )?\w+ )?(?:is |being )?(?:(?:in )?breach(?:es|ing)?|violat(?:es"
    r"|ing))(?: of)? (?:any|one)"
    r" (?:or more )?(?:of )?(?:these|the|its|this|our|his)\b[^.;]{0,20}?\b(?:terms|conditions|obligations|agreement"
    r"|contract)",
    re.IGNORECASE,
)
_POINTS_DOWN = re.compile(r"(?::|[-\u2013\u2014]|\bif|\bwhere)\s*$", re.IGNORECASE)
_ITEMS = 6
_MOST_IN_A_SENTENCE = 6


def read(text: Text, parties: Parties, defaults: Sequence[Default], under: Mapping[int, Under]) -> Fact:
    """`remedy.suspend_right`: whether the seller may hold its supply back for non-payment."""
    granted = [*_chinese(text, parties, defaults), *_english(text, with_pronouns(parties), defaults, under)]
    return yes_no("remedy.suspend_right", text, granted, _denied(text, with_pronouns(parties)))


def _chinese(text: Text, parties: Parties, defaults: Sequence[Default]) -> Iterator[Hit]:
    buyer_first = BUYER_FIRST_ZH.filled(buyer=parties.buyer)
    until_paid = _UNTIL_PAID_ZH.filled(buyer=parties.buyer, seller=parties.seller)
    for hit in search_all(text, until_paid):
        held = _HOLD_ZH.search(hit.passage.text, hit.start)
        if held is not None and held.start() - hit.end <= _AT_ONCE:
            yield Hit(hit.passage, hit.start, held.end())
    for default in defaults:
        words = default.passage.text
        chinese = _HOLD_ZH.search(words, default.start) or _HOLD_ZH.search(words)
        if chinese is not None and not buyer_first.search(words[: chinese.start()]) and "不得" not in chinese[0][:4]:
            yield Hit(default.passage, default.start, chinese.end())
    yield from search_all(text, _BREACH_STOPS_ZH, unless=_NO_STOP_ZH)


def _english(text: Text, parties: Parties, defaults: Sequence[Default], under: Mapping[int, Under]) -> Iterator[Hit]:
    any_breach = _ANY_BREACH_EN.filled(buyer=parties.buyer)
    credit = {default.passage.index for default in defaults if default.credit}
    every = passages(text)
    for passage in every:
        at = under.get(passage.index)
        named = (
            passage.index in credit
            or any_breach.search(passage.text) is not None
            or _UNTIL_PAID_EN.search(passage.text) is not None
        )
        if at is None and not named and not _lists_any_breach(every, passage):
            continue
        words = passage.text
        if _is_refused(words) or _OTHER_CAUSE_EN.search(words) is not None:
            continue
        held = _held(parties, words, at.lead if at is not None else "")
        if held is not None:
            yield Hit(passage, *held.span())


def _lists_any_breach(every: Sequence[Passage], lead: Passage) -> bool:
    """Whether a list below a sentence has the breach of any condition among its cases."""
    if _POINTS_DOWN.search(lead.text) is None or re.search(_HOLD_EN, lead.text, re.IGNORECASE) is None:
        return False
    for item in every[lead.index + 1 : lead.index + 1 + _ITEMS]:
        if NEW_CLAUSE.match(item.text) or not ITEM.match(item.text):
            return False
        if _ITEM_BREACH_EN.search(item.text) is not None:
            return True
    return False


def _held(parties: Parties, words: str, lead: str) -> re.Match[str] | None:
    """Where a sentence lets somebody else than the buyer hold the supply back."""
    for pattern in (_HELD_BACK_EN, _NO_DUTY_EN):
        for match in islice(pattern.finditer(words), _MOST_IN_A_SENTENCE):
            before = lead + words[: match.start()]
            if _NEITHER_EN.search(before[-80:]) is not None:
                continue
            if pattern is _HELD_BACK_EN and _MAY_EN.search(before[-360:]) is None:
                continue
            if actor(parties, before, len(before)) is not Role.BUYER or _gives(before):
                return match
    return _HELD_EN.search(words)


def _gives(before: str) -> bool:
    """Whether the words before give a right by what the buyer does: its failure "may result in" a stop."""
    return (
        re.search(
            r"(?i)\b(?:results? in|leads? to|causes?|entails?|triggers?|means?|subject (?:\w+ )?to)\b[^.;]{0,80}$",
            before,
        )
        is not None
    )


def _is_refused(words: str) -> bool:
    """Whether a sentence forbids the stop, and makes no exception: "shall not stop work, except if payment is late"."""
    refused = _NO_HOLD_EN.search(words)
    return refused is not None and _EXCEPT.search(words, refused.end()) is None


def _denied(text: Text, parties: Parties) -> Iterator[Hit]:
    yield from search_all(text, _NO_HOLD_ZH, unless=_NO_GROUND_ZH)
    for hit in search_all(text, _NO_HOLD_EN):
        words = hit.passage.text
        if _is_refused(words) and _ABOUT_PAYMENT.search(words) and actor(parties, words, hit.start) is not Role.BUYER:
            yield hit
