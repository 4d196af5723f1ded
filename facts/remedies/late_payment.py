"""What late payment costs the buyer: a charge or none, its rate, its cap, and whether the seller gave it up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ...values import Per, Quantity, Rate, Reason, Unit, Value
from .. import regexes as re
from ..fact import Fact, absent, stated, unknown
from ..quantities.percents import find_percents
from ..quantities.rates import find_colloquial_rates, find_rates, find_reference_rates
from ..roles import Parties, Role
from ..sentence_tools import (
    Hit,
    Passage,
    decide,
    doubtful,
    evidence,
    first_blank,
    in_one_clause,
    passages,
    subject,
    yes_no,
)
from ..text import Text
from ..vocabulary import alternatives
from .either_delay import either_delays
from .nonpayment import Default, payment_defaults
from .paired_rates import paired_rates
from .rate_rows import rate_rows
from .under_default import under_default

_CHARGE_ZH = re.compile(
    alternatives("remedy", "charge_zh")
    + r"(?!保函)|(?:同理|同样|亦应?|参照|比照)[^,。;]{0,8}承担(?:相应)?(?:的)?违约责任"
    r"|(?:每日|每天|按日|日|每月|月)[^,。;]{0,6}(?:万分|千分|百分|\d[\d.]*\s?[‰%])[^,。;]{0,16}(?:计付|计收"
    r"|计算|支付|偿付|计)"
    r"|按[^,。;]{0,10}银行[^,。;]{0,8}利率[^,。;]{0,6}(?:偿付|支付|计付|赔偿|补偿)"
    r"|按(?:每)?[日天月](?:的)?(?:万分|千分|百分)之"
    r"|\d[\d.]*\s?[‰%](?:的标准)?(?:计付|计算|计收|支付|收取|加收)?[日月年]利?[息率]"
    r"|(?:万分|千分|百分|‰|%)[^,。;]{0,16}(?:承担(?:相应的?)?(?:违约|赔偿)责任|加收|赔偿|补偿)"
)
_CHARGE_EN = re.compile(
    r"\bsubject to (?:an? |the )?(?:(?!deliver|freight|handl|restock|cancel|minimum|set-?up)[\w$%.]+ ){0,3}?"
    r"(?:fee|charge|penalty|surcharge)\b(?! (?:increase|schedule))|\binterest @ ?\d"
    r"|\b(?:bears?|carr(?:y|ies)|attracts?|accrues?|pay|charged?|incur|subject to|add|assess|entitled to|plus|claim"
    r"|recover)\b[^.;]{0,60}?\binterest\b(?! in\b)"
    r"|(?<!security )(?<!ownership )\binterest\b(?! in\b)[^.;]{0,50}?(?:\baccru|\bat (?:a|the|an|SOFR|LIBOR|EURIBOR"
    r"|SONIA|prime|base) "
    r"|\b(?:of|at) \d|\b(?:be|is) (?:paid|payable|charged|due)|\bcharges?\b)"
    r"|\blate (?:payment )?(?:fees?|charges?|penalt(?:y|ies)|interest)\b|\bdefault interest\b"
    r"|\b(?:late |late payment |overdue )?surcharges?\b(?! for (?:fuel|freight|delivery))|\b(?:service|financ(?:e"
    r"|ing)|carrying|delinquency|default|late payment|administrati(?:ve|on)) (?:charges?"
    r"|fees?|surcharges?)\b"
    r"|\bstatutory interest\b|\binterest under\b"
    r"|\b(?:incurs?|attracts?|owes?)\b[^.;]{0,30}?\b(?:fee|charge|penalty|surcharge|interest)\b"
    r"|\b(?:penal|penalty|moratory) interest\b|\bpenalt(?:y|ies) (?:shall|will|may|is|are)\b[^.;]{0,30}?\b(?:applied"
    r"|charged"
    r"|payable|due|imposed|levied)\b|\bcharged? \d[\d.]* ?%|\bpenalty of\b"
    r"|\b\d[\d.]* ?% (?:\([^()]{1,30}\) )?(?:(?:daily|weekly|monthly|annual"
    r"|yearly) )?(?:late )?(?:penalty|interest|surcharge|charge|fee)\b|\b\d[\d.]* ?(?:%|per ?cent)[^.;]{0,20}? (?:per|a"
    r"|each) (?:month|week|day|annum|year)"
    r"|\bpays? (?:\w+ ){0,3}?\d[\d.]* ?%[^.;]{0,60}?\bas (?:an? )?(?:liquidated damages|penalty|late fee|compensation"
    r"|interest)\b",
    re.IGNORECASE,
)
# What an item of a list, or the sentence behind the condition, charges.
_INTEREST_EN = re.compile(
    r"\b(?:charge|charged|accrues?|claim|pay|bears?|impose|apply|levy|add|assess|incur|attracts?|subject to"
    r"|entitled to)\b[^.;]{0,60}?"
    r"(?:\binterest\b(?! in\b)|\blate (?:payment )?(?:fees?|charges?|penalt\w+)|\bfinanc(?:e|ing) charge)"
    r"|\bstatutory (?:\w+ )?interest\b|\binterest (?:shall|will|may) (?:be (?:charged|payable|due|added)|accrue)\b",
    re.IGNORECASE,
)
_DENIED_ZH = re.compile(
    r"(?:不(?!按|超过|能|足|影响|免除)|免除?|放弃|无需|无须|无权|不得)[^,。;]{0,14}(?:主张|计|收取"
    r"|承担|支付|追究|加收|要求|计算|索赔|追索)?[^,。;]{0,16}?"
    r"(?:违约金|利息|滞纳金|罚息|逾期(?:付款)?(?:违约)?责任)|(?:违约金|利息|滞纳金)[^,。;]{0,6}(?:免除|不计|不予|不收)"
)
_NO_LIABILITY_ZH = re.compile(
    r"(?:不|无需|无须|免于)(?:需|必|再|予)?(?:承担|负)[^,。;]{0,10}责任|免除[^,。;]{0,10}责任"
)
_DENIED_EN = re.compile(
    r"\b(?:no|without(?: any)?) (?:late (?:payment )?(?:fees?|charges?)|(?:default )?interest)\b"
    r"|\binterest (?:shall|will|is|may) not\b"
    r"|\bnot (?:be )?(?:bear|accrue|liable (?:for|to pay)|required to pay|subject to|charged?"
    r"|entitled to|claim|obligated to pay)[^.;]{0,40}?(?:\binterest\b|\blate (?:fee|charge))"
    r"|\bnot entitle\b[^.;]{0,40}?\binterest\b"
    r"|\bwaives?\b[^.;]{0,40}?(?:\binterest\b|\blate (?:fee|charge|payment))",
    re.IGNORECASE,
)
_BUYERS_RIGHT = re.compile(r"有权|可以|可(?=顺延|延)|否则|\bmay withhold|\bentitled to withhold", re.IGNORECASE)
_LIMIT = re.compile(
    r"(?:不得?超过|不高于|最高|上限|封顶|为限|不低于|not (?:to )?exceed\w*"
    r"|not (?:be )?(?:more|higher|greater) than|maximum|up to"
    r"|limited to|capped at"
    r"|cap of|no more than)[^,。;%]{0,24}$",
    re.IGNORECASE,
)
# "prime + 5%": what is added to a published rate is no rate by itself.
_ON_TOP = re.compile(
    r"\b(?:prime|base|LIBOR|EURIBOR|SONIA|bank|discount|lending|repo)(?: lending)?(?: rate)?\s?(?:\+|plus)\s?$",
    re.IGNORECASE,
)
_SELLER_PAYS = re.Template(r"{seller}\s?(?:应|须|需|向|shall pay|must pay)")
_RATE_FOLLOWS = re.compile(
    r"^\s*(?:\d[\d.]*\s)?(?:such|the|this|said) (?:late |default )?(?:interest|rate|charge)\b"
    r"|^\s*(?:上述|前述|该)?(?:违约金|利率|利息)(?:标准|按|计算)?",
    re.IGNORECASE,
)
# 按3%计付月利息: the period stands behind the share.
_PERIOD_BEHIND_ZH = re.compile(r"\d[\d.]*\s?[‰%](?:的标准)?(?:计付|计算|计收|支付|收取|加收)(?P<per>[日月年])利?[息率]")
# 每拖欠一日,甲方按拖欠货款的…: the period stands in front of the condition.
_EACH_ZH = re.compile(
    r"每(?:逾期|迟延|延迟|延期|拖延|拖欠|推迟|延误|超期|超过|欠付|迟|晚)"
    rf"(?:(?!{alternatives('remedy', 'other_duty_zh')})[^。;%‰]){{0,24}}$"
)
_EACH_REACH = 30
_A_DAY_LATE_ZH = re.compile(
    r"(?:逾期|迟延|延迟|延期|拖延|拖欠|推迟|延误|迟付|晚付|欠付)(?:付款|支付|结算|付)?(?:达|满)?(?:一|1|壹)个?(?P<per>[日天月年])"
)
_PERIOD_ZH = {"日": Per.DAY, "月": Per.MONTH, "年": Per.YEAR}
# "not received by the 1st of each month will incur 10%": a date, no period of the charge.
_DAY_OF_MONTH = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)|first|last|end)(?: day)? of (?:each|every) month\b", re.IGNORECASE
)
_ENDING = re.compile(r"解除|terminat", re.IGNORECASE)
_PERIODS_A_YEAR = {Per.DAY: 365, Per.MONTH: 12, Per.YEAR: 1}
_SELLER_DELAY = re.compile(
    r"(?:逾期|迟延|延迟|延期|延误|未按)[^,。;]{0,14}?(?:交货|交付|供货|发货|完成|完工|竣工|提供服务|安装|送货|交工)"
    r"|\b(?:delay(?:s|ed)?|late|fail(?:s|ure)?)\b[^.;]{0,50}?\b(?:deliver|delivery|shipment|ship|completion|perform)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Clause:
    """A passage that charges late payment; `start` is where its condition begins."""

    passage: Passage
    start: int
    end: int


def read(text: Text, parties: Parties) -> Iterator[Fact]:
    """The facts of the buyer's late-payment charge, and the yearly rate of the seller's own delay charge."""
    charges, denials = _sort(text, parties)
    pairs, rows = list(paired_rates(text, parties)), list(rate_rows(text, parties))
    granted = [Hit(c.passage, c.start, c.end) for c in charges] or [pair.buyer for pair in pairs] or rows
    yield yes_no("remedy.late_fee_present", text, granted, denials)
    rate = _rate(text, charges)
    if rate.value is None and pairs:
        rate = decide(rate.name, text, [pair.buyer for pair in pairs])
    elif rate.value is None and rows:
        rate = decide(rate.name, text, rows)
    yield rate
    yield _annual("remedy.late_fee_annual", rate)
    yield decide("remedy.late_fee_cap_pct", text, [hit for c in charges for hit in _caps(c)])
    sellers = _seller_rate(text, parties)
    if sellers.value is None and pairs:
        sellers = decide(sellers.name, text, [pair.seller for pair in pairs])
    yield _annual("remedy.seller_delay_annual", sellers)
    yield yes_no("remedy.interest_waiver", text, denials)


def _sort(text: Text, parties: Parties) -> tuple[list[_Clause], list[Hit]]:
    charges: list[_Clause] = []
    denials: list[Hit] = []
    for default in _late(text, parties):
        if default.credit:
            continue
        words = default.passage.text
        denial = _DENIED_ZH.search(words, default.start) or _DENIED_EN.search(words) or _unanswerable(parties, default)
        if denial is not None:
            if not _BUYERS_RIGHT.search(words, 0, default.start + 1):
                denials.append(Hit(default.passage, min(default.start, denial.start()), denial.end()))
            continue
        charge = _charge(default)
        if charge is not None and not _paid_by_seller(parties, default, charge):
            charges.append(_Clause(default.passage, default.start, max(default.end, charge.end())))
    return charges, denials


def _late(text: Text, parties: Parties) -> Iterator[Default]:
    """The conditions of late payment, and behind them in English the sentences that say what follows."""
    defaults = payment_defaults(text, parties)
    yield from defaults
    every, own = passages(text), {default.passage.index for default in defaults}
    for default in either_delays(text, parties):
        if default.passage.index not in own:
            own.add(default.passage.index)
            yield default
    next_ones = {at + 1 for at in own if at + 1 < len(every) and in_one_clause(text, every[at], every[at + 1])}
    for at in sorted((set(under_default(text, parties)) | next_ones) - own):
        if _INTEREST_EN.search(every[at].text) is not None:
            yield Default(every[at], 0, 0)


def _unanswerable(parties: Parties, default: Default) -> re.Match[str] | None:
    """Where the late payer isn't answerable; that the seller isn't, for what it then delays, says nothing of it."""
    words = default.passage.text
    match = _NO_LIABILITY_ZH.search(words, default.start)
    if match is None or subject(parties, words, match.start()) is Role.SELLER:
        return None
    return match if _CHARGE_ZH.search(words, default.start) is None else None


def _charge(default: Default) -> re.Match[str] | None:
    words = default.passage.text
    # English puts the condition behind as often as before: "interest accrues on overdue sums".
    return _CHARGE_ZH.search(words, default.start) or _CHARGE_EN.search(words)


def _paid_by_seller(parties: Parties, default: Default, charge: re.Match[str]) -> bool:
    between = default.passage.text[default.end : charge.end()]
    return _SELLER_PAYS.filled(seller=parties.seller).search(between) is not None


def _rate(text: Text, charges: list[_Clause]) -> Fact:
    name = "remedy.late_fee_rate"
    found: list[Hit] = []
    for clause in charges:
        rates = list(_rates_of(text, clause))
        if len({_yearly(hit.value) for hit in rates}) > 1:
            return doubtful(name, text, Reason.UNCLEAR, rates[0])
        found += rates[:1]
    if found or not charges:
        return decide(name, text, found)
    for clause in charges:
        blank = first_blank(clause.passage.text, clause.start)
        if blank is not None:
            return doubtful(name, text, Reason.BLANK, Hit(clause.passage, clause.start, blank.end()))
    first = charges[0]
    return doubtful(name, text, Reason.UNCLEAR, Hit(first.passage, first.start, first.end))


def _yearly(value: Value) -> Value:
    """A rate as percent a year, so that 1.5% a month and the 18% a year beside it are one."""
    if isinstance(value, Rate) and value.per in _PERIODS_A_YEAR:
        return Rate(value.percent * _PERIODS_A_YEAR[value.per], Per.YEAR)
    return value


def _rates_of(text: Text, clause: _Clause) -> Iterator[Hit]:
    words = clause.passage.text
    start = clause.start if re.search(r"[\u3400-\u9fff]", words) else 0
    each = _EACH_ZH.search(words, max(0, start - _EACH_REACH), start)
    start = each.start() if each is not None else start
    yield from _rates_in(clause.passage, start)
    if not find_percents(words, start) and not find_reference_rates(words, start) and not first_blank(words, start):
        following = passages(text)[clause.passage.index + 1 : clause.passage.index + 2]
        for passage in following:
            if _RATE_FOLLOWS.match(passage.text):
                yield from _rates_in(passage, 0)


def _rates_in(passage: Passage, start: int) -> Iterator[Hit]:
    words = _DAY_OF_MONTH.sub(lambda date: " " * len(date[0]), passage.text)
    references = find_reference_rates(words, start)
    rated = find_rates(words, start)
    if any(words[rate.start - 1 : rate.start] == "/" for rate in rated):
        return
    for rate in rated:
        if not _LIMIT.search(words, max(0, rate.start - 60), rate.start):
            yield Hit(passage, start, rate.end, rate.value)
    behind = None if rated or references else _PERIOD_BEHIND_ZH.search(words, start)
    if behind is not None:
        percent = next(iter(find_percents(words, behind.start(), behind.end())), None)
        if percent is not None:
            yield Hit(passage, start, behind.end(), Rate(percent.value, _PERIOD_ZH[behind["per"]]))
            return
    if not rated and not references:
        for rate in find_colloquial_rates(words, start):
            yield Hit(passage, start, rate.end, rate.value)
            return
    if rated or references or _ENDING.search(words, start):
        return
    for percent in find_percents(words, start):
        if _ON_TOP.search(words, max(0, percent.start - 30), percent.start):
            return
        if not _LIMIT.search(words, max(0, percent.start - 60), percent.start) and re.search(
            r"违约金|滞纳金|罚金|罚款|fee|charge|penalty", words[start:], re.IGNORECASE
        ):
            day = _A_DAY_LATE_ZH.search(words, start, percent.start)
            if day is not None:
                per = _PERIOD_ZH.get(day["per"], Per.DAY)
                yield Hit(passage, start, percent.end, Rate(percent.value, per))
                return
            yield Hit(passage, start, percent.end, Rate(percent.value, Per.ONCE))
            return


def _caps(clause: _Clause) -> Iterator[Hit]:
    words = clause.passage.text
    for percent in find_percents(words, clause.start):
        before = words[max(0, percent.start - 60) : percent.start]
        if re.search(
            r"(?:累计|总额|最高|最多|上限|总计)[^,。;%]{0,40}$|(?:不超过|不得超过|exceed|cap)[^,。;%]{0,24}$"
            r"|\b(?:maximum|up to|limited to|ceiling|no more than)\b[^,.;%]{0,30}$",
            before,
        ):
            # 日万分之五 or 0.5% per week is a rate; the total of the charge has no period beside it.
            rated = any(r.start == percent.start and r.end > percent.end for r in find_rates(words, clause.start))
            if not rated and re.search(r"[日天月年]利?率?\s?$", before) is None:
                yield Hit(clause.passage, percent.start, percent.end, Quantity(percent.value, Unit.PERCENT))


def _annual(name: str, rate: Fact) -> Fact:
    """A rate as percent a year: daily × 365, monthly × 12. A flat charge has no yearly rate."""
    value = rate.value
    if isinstance(value, Rate):
        times = _PERIODS_A_YEAR.get(value.per)
        if times is None:
            return unknown(name, Reason.NOT_COMPUTABLE, *rate.evidence)
        return stated(name, Quantity(value.percent * Decimal(times), Unit.PERCENT), *rate.evidence)
    if rate.reason is not None:
        return unknown(name, rate.reason if rate.reason is Reason.BLANK else Reason.NOT_COMPUTABLE, *rate.evidence)
    return absent(name)


def _seller_rate(text: Text, parties: Parties) -> Fact:
    name = "remedy.seller_delay_annual"
    found: list[Hit] = []
    for passage in passages(text):
        match = _SELLER_DELAY.search(passage.text)
        if match is None or subject(parties, passage.text, match.start() + 1) is Role.BUYER:
            continue
        words = passage.text
        rates = [r for r in find_rates(words, match.start()) if not _LIMIT.search(words, max(0, r.start - 60), r.start)]
        if rates and re.search(
            r"违约金|扣款|罚金|罚款|赔偿|按(?:每)?[日天](?:的)?[万千百]分之|penalty|liquidated|damages|deduct",
            words,
            re.IGNORECASE,
        ):
            found.append(Hit(passage, match.start(), rates[0].end, rates[0].value))
    if len({hit.value for hit in found}) > 1:
        return unknown(name, Reason.UNCLEAR, *(e for hit in found for e in evidence(text, hit, name)))
    return decide(name, text, found)
