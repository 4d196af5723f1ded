"""What the seller may do when the buyer doesn't pay: suspend, call everything due, end the contract."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from ...values import Quantity, Unit
from .. import regexes as re
from ..fact import Fact
from ..quantities.percents import find_percents
from ..roles import Parties
from ..sentence_tools import Hit, decide, passages, search_all, yes_no
from ..text import Text
from . import cost_recovery, risk_allocation, suspension
from .nonpayment import Default, payment_defaults
from .termination import terminations
from .under_default import Under, under_default

_ALL_DUE_ZH = re.compile(
    r"(?:货款|价款|款项|欠款|债务|费用|租金|本息|借款|贷款|到期的|金额|余款)[^。;]{0,24}?(?:提前到期"
    r"|加速到期|立即到期|即(?:时|刻)?到期|随即到期|视为到期|均?到期)(?![日之后的前])"
    r"|(?:提前到期|加速到期|立即到期)[^。;]{0,24}(?:货款|价款|款项|欠款|债务|费用|租金)"
    r"|(?:要求|有权)[^。;]{0,20}(?:立即|一次性|提前)(?:付清|支付|清偿|结清|偿还)[^。;]{0,10}(?:全部|所有|剩余|未到期)"
    r"|(?:要求|有权)[^。;]{0,24}(?:支付|付清|清偿|偿还)[^,。;]{0,4}(?:剩余|未到期|未付)(?:的)?(?:全部"
    r"|所有)?(?:货款|价款|款项)"
    r"|(?:全部|所有|剩余|未到期)[^。;,]{0,16}(?:货款|价款|款项|欠款|债务)[^。;,]{0,8}(?:立即"
    r"|一次性|提前)(?:付清|支付|清偿|结清|偿还)"
)
_ALL_DUE_EN = re.compile(
    r"\b(?:all|any and all|entire|every|any other|whole|full|remaining|unpaid|outstanding|total)\b(?:[^.;]"
    r"|\.(?=\d)){0,240}?"
    r"\b(?:becomes?|be|are|is|declare[ds]?|fall|falls|due)\b[^.;]{0,40}?\b(?:(?:immediately|forthwith"
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
    r"|\baccelerat(?:e|es|ed|ion)\b[^.;]{0,60}?\b(?:payments?|amounts?|balance|sums?|due|obligations?|rents?|rentals?"
    r"|fees|charges|invoices"
    r"|indebtedness|instal\w+)\b"
    r"|\b(?:payments?|amounts?|balance|sums?|due dates?)\b[^.;]{0,80}?\baccelerated\b"
    r"|\b(?:makes?|renders?)\b[^.;]{0,12}?\b(?:all|every|the whole|the entire|any other)\b[^.;]{0,140}?\b(?:due"
    r"|payable)\b"
    r"|\btreat\b[^.;]{0,40}?\b(?:all|every|any)\b[^.;]{0,80}?\bas (?:being )?(?:immediately |now )?(?:due|payable"
    r"|overdue)\b"
    r"|\bimmediate (?:payment|settlement) of (?:the |its )?(?:all|entire|whole|full|total|remaining)\b[^.;]{0,40}"
    r"|\b(?:expiry|expiration|loss|forfeiture|cancellation|lapse) of (?:the |any |all )?(?:\w+ )?(?:periods?|terms?"
    r"|deadlines?"
    r"|benefit) (?:of|for) (?:the )?(?:payments?|terms?|credit|instal\w+)\b[^.;]{0,50}"
    r"|\bmak(?:e|es|ing) mature (?:the|all|any)\b[^.;]{0,20}?\b(?:total|entire|whole|outstanding)\b[^.;]{0,30}"
    r"|\b(?:whole|entire|all)\b[^.;]{0,60}?\bmatures? (?:at once|immediately|forthwith)\b"
    r"|\b(?:claim|demand) (?:the whole|all|the entire|the full)(?: (?:of the )?(?:price|balance|sum|amounts?"
    r"|debts?))\b",
    re.IGNORECASE,
)
# What the seller spent is no part of the price, and funds at hand are no date.
_OTHER_DUE_EN = re.compile(
    r"(?i)\bimmediately available\b|\b(?:costs?|expenses|damages)\b(?!,? (?:fees|charges"
    r"|interest))[^.;]{0,160}\bdue\b(?<!fees due)"
)
# In a sentence on default it needs no "immediately".
_ALL_DUE_THEN_EN = re.compile(
    r"\b(?:all|any and all|entire|whole|full|remaining)\b[^.;]{0,60}?\b(?:sums?|amounts?|fees|balance|invoices?|price"
    r"|indebtedness"
    r"|instal\w+|payments?|charges|monies|moneys|obligations)\b[^.;]{0,100}?\b(?:shall|will|may|must"
    r"|to)\b[^.;]{0,30}?\b(?:become|fall|be (?:deemed|declared))(?: \w+){0,2}? (?:due|payable|accelerated)\b"
    r"(?! (?:in|within|by|upon|net|monthly|under|hereunder|\d))"
    r"|\bcall(?:s|ed)? (?:in|due)\b[^.;]{0,40}?\b(?:all|entire|whole|balance|outstanding)\b",
    re.IGNORECASE,
)
# Of one price paid in parts, the whole is asked for when a part is late.
_WHOLE_ZH = re.compile(
    r"(?:要求|有权)[^。;]{0,24}(?:支付|付清|清偿|偿还)[^,。;]{0,6}(?:全部|所有)(?:货款|价款|款项|价金|余款)"
)
_IN_PARTS_ZH = re.compile(r"任[何一意]+(?:一)?期|分期|连续[两二三]期|五分之一|1/5|20%|各期|每期|其余各期")
_DEBT_EN = re.compile(
    r"(?i)\b(?:amounts?|sums?|payments?|balance|invoices?|fees|price|instal\w+|obligations?"
    r"|indebtedness|debts?|claims?|accounts|moneys|charges|rents?|rentals?|subscriptions?|royalt\w+|monies|money"
    r"|due dates?|principal)\b"
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


def read(text: Text, parties: Parties) -> Iterator[Fact]:
    """The facts of the seller's remedies for non-payment, of recovering costs and of how risk is shared."""
    defaults = payment_defaults(text, parties)
    under = under_default(text, parties)
    due = list(_acceleration(text, defaults, under))
    yield yes_no("remedy.acceleration", text, due)
    yield decide("remedy.acceleration_threshold_pct", text, [share for hit in due for share in _threshold(hit)])
    yield suspension.read(text, parties, defaults, under)
    yield yes_no("remedy.termination_for_nonpayment", text, terminations(text, parties, defaults, under))
    yield yes_no("remedy.cross_default", text, [*search_all(text, _CROSS_ZH), *search_all(text, _CROSS_EN)])
    yield from cost_recovery.read(text, parties)
    yield from risk_allocation.read(text, parties)


def _acceleration(text: Text, defaults: Sequence[Default], under: Mapping[int, Under]) -> Iterator[Hit]:
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
        if english is None and passage.index in under:
            english = _ALL_DUE_THEN_EN.search(passage.text)
        if (
            english is None
            or _DEBT_EN.search(english[0]) is None
            or _OTHER_DUE_EN.search(passage.text, english.start(), english.end() + 30)
        ):
            continue
        if passage.index in under or _TROUBLE_EN.search(passage.text):
            yield Hit(passage, english.start(), english.end())


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
