"""What the seller may do when the buyer doesn't pay: suspend, call everything due, end the contract."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...values import Quantity, Unit
from .. import regexes as re
from ..fact import Fact
from ..quantities.percents import find_percents
from ..roles import Parties
from ..sentence_tools import Hit, Passage, decide, passages, search_all, yes_no
from ..text import Text
from ..vocabulary import alternatives
from . import cost_recovery, risk_allocation
from .lists import ITEM, NEW_CLAUSE
from .nonpayment import Default, payment_defaults
from .termination import terminations

_HOLD = alternatives("remedy", "hold_zh")
_SUPPLY = alternatives("remedy", "supply_zh")

_ALL_DUE_ZH = re.compile(
    r"(?:货款|价款|款项|欠款|债务|费用|租金|本息|到期的|金额|余款)[^。;]{0,24}?(?:提前到期"
    r"|加速到期|立即到期|即(?:时|刻)?到期|随即到期|视为到期|均?到期)(?![日之后的前])"
    r"|(?:提前到期|加速到期|立即到期)[^。;]{0,24}(?:货款|价款|款项|欠款|债务|费用|租金)"
    r"|(?:要求|有权)[^。;]{0,20}(?:立即|一次性|提前)(?:付清|支付|清偿|结清|偿还)[^。;]{0,10}(?:全部|所有|剩余|未到期)"
    r"|(?:要求|有权)[^。;]{0,24}(?:支付|付清|清偿|偿还)[^,。;]{0,4}(?:剩余|未到期|未付)(?:的)?(?:全部"
    r"|所有)?(?:货款|价款|款项)"
    r"|(?:全部|所有|剩余|未到期)[^。;,]{0,16}(?:货款|价款|款项|欠款|债务)[^。;,]{0,8}(?:立即"
    r"|一次性|提前)(?:付清|支付|清偿|结清|偿还)"
)
_ALL_DUE_EN = re.compile(
    r"\b(?:all|any and all|entire|every|any other|whole|full|remaining|unpaid|outstanding|total)\b[^.;]{0,110}?"
    r"\b(?:becomes?|be|are|is|declare[ds]?|fall|falls)\b[^.;]{0,30}?\b(?:(?:immediately|forthwith"
    r"|at once)[^.;]{0,12}?(?:due|payable)|(?:due|payable)[^.;]{0,14}?(?:immediately|forthwith|at once"
    r"|for immediate payment))"
    r"|\b(?:all|entire|every|whole|full|remaining|unpaid|outstanding)\b[^.;]{0,80}?\b(?:immediately"
    r"|forthwith|at once)\b[^.;]{0,12}?"
    r"\b(?:becomes?|be|falls?)\b[^.;]{0,14}?\b(?:due|payable|repayable)\b"
    r"|\bimmediately (?:pay|settle|discharge)\b[^.;]{0,30}?\b(?:all|any)\b[^.;]{0,40}?\b(?:unpaid"
    r"|outstanding|remaining)\b[^.;]{0,30}"
    r"|\b(?:demand|require)\b[^.;]{0,30}?\bimmediate (?:payment|settlement)\b[^.;]{0,60}?\b(?:all|entire|whole|full"
    r"|outstanding|balance)\b"
    r"[^.;]{0,40}"
    r"|\b(?:all|entire|whole|full|remaining)\b[^.;]{0,60}?\b(?:price|balance|sum|debt|amounts?|invoices)\b[^.;]{0,20}?"
    r"\b(?:becomes?|falls?) due(?: and payable)? (?:without|in full)\b"
    r"|\blos(?:es?|ing) the benefit of (?:the |any |its )?(?:\w+ )?(?:terms?|period|instal\w+)\b[^.;]{0,60}"
    r"|\bdeclare\b[^.;]{0,40}?\b(?:all|entire|any|unpaid|outstanding)\b[^.;]{0,60}?\bdue\b"
    r"|\baccelerat(?:e|es|ed|ion)\b[^.;]{0,60}?\b(?:payments?|amounts?|balance|sums?|due|obligations?|instal\w+)\b"
    r"|\b(?:payments?|amounts?|balance|sums?|due dates?)\b[^.;]{0,30}?\baccelerated\b"
    r"|\b(?:makes?|renders?)\b[^.;]{0,12}?\b(?:all|every|the whole|the entire|any other)\b[^.;]{0,60}?\b(?:due"
    r"|payable)\b"
    r"|\b(?:claim|demand) (?:the whole|all|the entire|the full)(?: (?:of the )?(?:price|balance|sum|amounts?"
    r"|debts?))\b",
    re.IGNORECASE,
)
# Of one price paid in parts, the whole is asked for when a part is late.
_WHOLE_ZH = re.compile(
    r"(?:要求|有权)[^。;]{0,24}(?:支付|付清|清偿|偿还)[^,。;]{0,6}(?:全部|所有)(?:货款|价款|款项|价金|余款)"
)
_IN_PARTS_ZH = re.compile(r"任[何一意]+(?:一)?期|分期|连续[两二三]期|五分之一|1/5|20%|各期|每期|其余各期")
_DEBT_EN = re.compile(
    r"(?i)\b(?:amounts?|sums?|payments?|balance|invoices?|fees|price|instal\w+|obligations?"
    r"|indebtedness|debts?|claims?|accounts|royalt\w+|monies|money|due dates?|principal)\b"
)
# Everything falls due after one late day, however little is unpaid.
_SINGLE_DAY = re.compile(
    r"逾期(?:达)?(?:一|1|壹)(?:个)?(?:日|天)(?:的|,|,?即|以上)"
    r"|\b(?:one|1|a single) day(?:'s)? (?:late|overdue|delay)\b|\b(?:late|overdue|delayed) by (?:even )?(?:one|1"
    r"|a single) day\b",
    re.IGNORECASE,
)
# 应退还需方支付的全部款项: what the seller pays back.
_GIVEN_BACK_ZH = re.compile(r"(?:退还|返还|退回|归还|双倍返还|退款)[^,。;]{0,24}")
_SHARE_ZH = re.compile(r"(?:达到|超过|达|逾|占)[^,。;]{0,24}$")
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
_HOLD_EN = (
    r"(?:may|shall(?! not)(?: have the right| be entitled)?|(?:is|are) entitled|has the right|have the right"
    r"|reserves the right|will be entitled|can|option|right to)\b[^.;]{0,110}?"
    r"\b(?:suspend|withhold|stop|cease|discontinue|postpone|delay|defer|refuse|hold|halt|interrupt|decline|pause"
    r"|restrict|deactivate|disable|block|limit|put|place)\b"
    r"[^.;]{0,60}?\b(?:deliver(?:y|ies)?|shipments?|shipping|ship|performance|perform|services?"
    r"|suppl(?:y|ies)|work|access|orders?|goods|products?|account (?:on|to) (?:stop|hold)|licen[cs]es?)\b"
)
_HOLDS_EN = (
    r"(?:suspend|withhold|stop|cease|discontinue|postpone|defer|refuse|halt)\b[^.;]{0,60}?\b(?:deliver(?:y|ies)?"
    r"|shipments?|performance|services?|suppl(?:y|ies)|work|orders?|goods|products?)\b"
)
# "services will be suspended", "work will cease": what the buyer's default does to the seller's duty.
_HELD_EN = re.compile(
    r"\b(?:services?|deliver(?:y|ies)|shipments?|consignments?|work|performance|suppl(?:y|ies)|access|accounts?|orders)\b[^.;]{0,30}?"
    r"\b(?:will|shall|may|can) (?:be (?:\w+ )?(?:suspended|withheld|stopped|interrupted|deferred|postponed"
    r"|held back|refused|discontinued|halted|disconnected"
    r"|ceased|placed on"
    r"|put on)|cease|stop)\b"
    # "will result in the interruption of services", "may lead to delivery being withheld"
    r"|\b(?:results? in|leads? to|causes?|entails?|triggers?|means?)\b[^.;]{0,40}?\b(?:interruption|suspension"
    r"|discontinu(?:ation|ance)|cessation|stoppage|withholding|disconnection)\b[^.;]{0,30}?\b(?:services?"
    r"|deliver(?:y|ies)|shipments?|work|performance|suppl(?:y|ies)|access|accounts?|orders)\b"
    r"|\b(?:results? in|leads? to)\b[^.;]{0,30}?\b(?:services?|deliver(?:y|ies)|shipments?|work|performance"
    r"|suppl(?:y|ies)|access|accounts?|orders)\b(?: \w+)? (?:being )?(?:suspended|withheld|stopped|interrupted|refused"
    r"|discontinued|disconnected|halted|held back|put on hold|placed on hold|suspension|interruption"
    r"|discontinuation)\b",
    re.IGNORECASE,
)
_NO_DUTY_EN = (
    r"(?:needs? not|(?:shall|will|is|are) (?:be )?under no obligation|(?:shall|will|is|has|have"
    r"|be) (?:have )?(?:no|not)(?: be)? "
    r"(?:obligat\w+|obliged|required|duty|bound))\b[^.;]{0,40}?"
    r"\b(?:deliver\w*|ship\w*|perform\w*|suppl\w+|provide)\b"
    r"|(?:is|are|be) (?:released|relieved|excused|exempt(?:ed)?) from (?:its|the|any) (?:duty|duties"
    r"|obligations?)\b[^.;]{0,24}?"
    r"\b(?:deliver\w*|ship\w*|perform\w*|suppl\w+|provide)\b"
)
_NO_HOLD_EN = re.compile(
    r"\b(?:shall|may|will) not\b[^.;]{0,40}?\b(?:suspend|withhold|stop"
    r"|cease)\b[^.;]{0,60}?\b(?:deliver|ship|perform|suppl|service)",
    re.IGNORECASE,
)
# The buyer's breach of any of its duties has the non-payment in it; a breach of one other duty hasn't.
_ANY_BREACH_EN = (
    r"(?:{buyer}\b[^.;]{{0,30}}?\b(?:fails? to (?:comply with|perform|observe|fulfil|fulfill|meet|discharge)"
    r" (?:any|one|all|its|the)\b[^.;]{{0,20}}?\b(?:terms?|conditions?|provisions?|obligations?|covenants?|duties)"
    r"|(?:materially )?(?:breach(?:es)?|violates?|defaults? (?:under|in|on)) (?:any|one|its|this|the)\b[^.;]{{0,24}}?"
    r"\b(?:terms?|conditions?|provisions?|obligations?|covenants?|agreement|contract|order)"
    r"|(?:is|be|are) (?:itself )?in (?:material )?(?:breach|default)(?! of (?:clause|section|article)))\b"
    r"|\b(?:breach|default|violation) (?:of (?:this|the|any)[^.;]{{0,30}}? )?(?:by|of|on the part of) (?:the )?{buyer})"
)
_AT_ONCE = 6
"""How far behind the party that may do something the words for it begin."""
# 一方违约…可以中止履行: either side's breach opens it, so the seller's right to stop is in it.
_BREACH_STOPS_ZH = re.compile(
    r"(?:任何一方|任一方|一方|对方|违约方)[^。;]{0,40}?(?:违约|违反|不履行|未履行|丧失[^,。;]{0,6}能力)[^。;]{0,50}?"
    r"(?:有权|可以?|得以?)[^,。;]{0,16}?(?:中止|暂停|停止)(?:履行|执行|提供|供)"
)
_CROSS_ZH = re.compile(
    r"(?:其他|任何其它|其它|另一)[^。;]{0,10}(?:合同|协议|债务|交易)[^。;]{0,20}(?:违约|逾期"
    r"|未(?:按|能)|不履行)[^。;]{0,40}(?:视为|即为|构成|有权|同时)|交叉违约"
)
_CROSS_EN = re.compile(
    r"\bcross[- ]default\b|\bdefault(?:s)?\b[^.;]{0,20}?\b(?:under|in|of) (?:any|another"
    r"|other)\b[^.;]{0,14}?\b(?:agreement|contract|obligation|indebtedness)",
    re.IGNORECASE,
)


_TROUBLE_EN = re.compile(
    r"\b(?:default|fail|overdue|past due|not paid|non-?payment|terminat|insolven|breach|delay|late|unpaid)",
    re.IGNORECASE,
)
_POINTS_DOWN_EN = re.compile(
    r"\b(?:events?|circumstances|cases|occurrences?|conditions)\b[^.;]{0,60}?\b(?:below|following|set out|occurs?)\b"
    r"|\b(?:any|one) of the following\b|:\s*$",
    re.IGNORECASE,
)


def read(text: Text, parties: Parties) -> Iterator[Fact]:
    """The facts of the seller's remedies for non-payment, of recovering costs and of how risk is shared."""
    defaults = list(payment_defaults(text, parties))
    due = list(_acceleration(text, defaults))
    yield yes_no("remedy.acceleration", text, due)
    yield decide("remedy.acceleration_threshold_pct", text, [share for hit in due for share in _threshold(hit)])
    yield yes_no("remedy.suspend_right", text, _suspensions(text, parties, defaults), _no_suspension(text))
    yield yes_no("remedy.termination_for_nonpayment", text, terminations(text, parties, defaults))
    yield yes_no("remedy.cross_default", text, [*search_all(text, _CROSS_ZH), *search_all(text, _CROSS_EN)])
    yield from cost_recovery.read(text, parties)
    yield from risk_allocation.read(text, parties)


def _acceleration(text: Text, defaults: list[Default]) -> Iterator[Hit]:
    named = {default.passage.index: default.start for default in defaults}
    for passage in passages(text):
        owed = _GIVEN_BACK_ZH.sub(lambda back: "-" * len(back[0]), passage.text)
        chinese = _ALL_DUE_ZH.search(owed)
        if chinese is None and _IN_PARTS_ZH.search(owed):
            chinese = _WHOLE_ZH.search(owed)
        if chinese is not None and (passage.index in named or re.search(r"违约|破产|停业", passage.text)):
            yield Hit(passage, chinese.start(), chinese.end())
            continue
        english = _ALL_DUE_EN.search(passage.text)
        if english is None or _DEBT_EN.search(english[0]) is None:
            continue
        if passage.index in named or _TROUBLE_EN.search(passage.text) or _lists_default(text, passage, set(named)):
            yield Hit(passage, english.start(), english.end())


def _lists_default(text: Text, lead: Passage, unpaid: set[int]) -> bool:
    """Whether a sentence points to a list of events below it, non-payment among them."""
    if _POINTS_DOWN_EN.search(lead.text) is None:
        return False
    listed = lead.text.rstrip().endswith(":")
    for item in passages(text)[lead.index + 1 : lead.index + 9]:
        if NEW_CLAUSE.match(item.text):
            return False
        if item.index in unpaid and (listed or ITEM.match(item.text)):
            return True
        listed = listed or item.text.rstrip().endswith(":")
    return False


def _threshold(hit: Hit) -> Iterator[Hit]:
    words = hit.passage.text
    for share in find_percents(words):
        if _SHARE_ZH.search(words, max(0, share.start - 30), share.start) or re.match(
            r"\s?(?:以上|或以上)", words[share.end : share.end + 4]
        ):
            yield Hit(hit.passage, share.start, share.end, Quantity(share.value, Unit.PERCENT))
            return
    single = _SINGLE_DAY.search(words)
    if single is not None:
        yield Hit(hit.passage, single.start(), single.end(), Quantity(Decimal(0), Unit.PERCENT))
        return
    fifth = re.search(r"五分之一|one[- ]fifth", words)
    if fifth is not None:
        yield Hit(hit.passage, fifth.start(), fifth.end(), Quantity(Decimal(20), Unit.PERCENT))


def _suspensions(text: Text, parties: Parties, defaults: list[Default]) -> Iterator[Hit]:
    english = re.compile(
        rf"(?:{parties.seller}|\bwe)\b[^.;]{{0,60}}?\b(?:{_HOLD_EN}|{_NO_DUTY_EN})"
        rf"|\b(?:entitl\w+|permit\w*|allow\w*) (?:the )?{parties.seller} to {_HOLDS_EN}",
        re.IGNORECASE,
    )
    any_breach = re.compile(_ANY_BREACH_EN.format(buyer=parties.buyer), re.IGNORECASE)
    buyer_first = re.compile(rf"{parties.buyer}[^,。;]{{0,6}}$")
    until_paid = re.compile(
        rf"{parties.buyer}[^,。;]{{0,10}}?(?:付清|结清|缴清|付讫|支付|偿还)[^,。;]{{0,14}}前,?[^,。;]{{0,4}}{parties.seller}"
    )
    for hit in search_all(text, until_paid):
        held = _HOLD_ZH.search(hit.passage.text, hit.start)
        if held is not None and held.start() - hit.end <= _AT_ONCE:
            yield Hit(hit.passage, hit.start, held.end())
    for default in defaults:
        words = default.passage.text
        chinese = _HOLD_ZH.search(words, default.start) or _HOLD_ZH.search(words)
        if chinese is not None and not buyer_first.search(words[: chinese.start()]) and "不得" not in chinese[0][:4]:
            yield Hit(default.passage, default.start, chinese.end())
            continue
        match = english.search(words) or _HELD_EN.search(words)
        if match is not None and _NO_HOLD_EN.search(words) is None:
            yield Hit(default.passage, match.start(), match.end())
    yield from search_all(text, _BREACH_STOPS_ZH, unless=re.compile(r"(?:不得|无权)[^,。;]{0,10}(?:中止|暂停|停止)"))
    unpaid = {default.passage.index for default in defaults}
    for hit in search_all(text, english, unless=_NO_HOLD_EN):
        if hit.passage.index in unpaid:
            continue
        if any_breach.search(hit.passage.text) or _lists_default(text, hit.passage, unpaid):
            yield hit


def _no_suspension(text: Text) -> Iterator[Hit]:
    yield from search_all(text, _NO_HOLD_ZH, unless=re.compile(r"无故|擅自|无正当理由|任何一方"))
    for hit in search_all(text, _NO_HOLD_EN):
        if re.search(r"(?i)\b(?:non-?payment|unpaid|overdue|payment|dispute)", hit.passage.text):
            yield hit
