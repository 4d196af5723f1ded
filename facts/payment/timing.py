"""When one payment falls due: the event it runs from, the days, which days count, or a fixed date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ...values import Unit
from ..quantities.dates import find_dates
from ..quantities.found import Found
from ..quantities.periods import DayType, Period, find_periods
from ..roles import Parties
from ..sentence_tools import first_blank
from ..vocabulary import alternatives
from .events import Event, find_events
from .later_months import is_rolling, later_day

_FILE = "payment"
_HAN = re.compile(r"[\u3400-\u9fff]")
_PAYS = re.compile(f"{alternatives(_FILE, 'pay_zh')}|{alternatives(_FILE, 'pay_en')}|(?<!交)付", re.IGNORECASE)
_OTHER_DUTY = re.compile(
    f"{alternatives(_FILE, 'other_duty_zh')}|(?i:{alternatives(_FILE, 'other_duty_en')})(?!\\s(?:of|date))"
)
# Lengths of bills, warranties and validity are no terms of payment.
_LENGTH_BEFORE = re.compile(
    r"(?:(?:期限|票据|承兑|汇票|质保|保修|有效|服务|合同|租|运行)期?[^,;。后起]{0,8}|满|每|试用期?)\s?$"
    r"|\b(?:warranty|validity|tenor|usance|every|for a period of|service period|term of|at least|previous"
    r"|preceding|prior)(?:\s[a-z]+){0,2}\s?$",
    re.IGNORECASE,
)
_LENGTH_AFTER = re.compile(
    (
        r"^(?:的|期|以内的|及以内的|内的)?(?:电子)?(?:银行|商业|承兑|汇票|银承|商承|信用证)|^\s?(?:of )?(?:warranty"
        r"|tenor|usance|'? sight|periods?\b|notice\b|(?:bank|commercial) acceptance)|^(?:[^,;。]{0,3})?质保"
    ),
    re.IGNORECASE,
)
# 收货满30天付款: the time to pay, no length of something else.
_PAID_NEXT = re.compile(r"(?:内|后|之内|以内)?(?:一次性|无息|电汇)?(?:付|支付|结清|结算)(?!日|方式)")
_ENDS = re.compile(r"\)?\s?(?:$|[,。;])")
_LABELLED = re.compile(r"(?:付款|支付|结算)(?:方式|条件|期限|办法)?[ ]?[:为](?![^:]*(?:交货|质保|保修|验收期))")
_AFTER_PAYMENT = re.compile(r"^[\s)]*(?:after|from|of|following)\b[^,.;]{0,60}\bpayment\b(?!\sfrom)", re.IGNORECASE)
_DUE_LABEL = re.compile(
    (
        r"(?:账期|帐期|信用期|付款期限|付款期|付款时间|付款周期|回款期|挂账|月结|隔月结|票到|货到|结算期限?"
        r"|赊销期)(?:限|为|是|[:( ]){0,3}$"
        r"|(?:账期|帐期|信用期限?|付款期限?|付款时间|付款周期|回款期限?|赊销期限?)[\"\]]?\s?(?:为|是|:|均?系?指)[^,。;]{1,26}$"
        r"|\bnet\s?$|\bn/$|\b(?:terms|term|days)\s?:?\s?$"
        r"|\bdue date\"?\s?(?:means|shall mean|:)\s?(?:the (?:date|day) )?(?:(?:falling|which is|that is|being) )?$"
        r"|\b(?:payment|credit|settlement) (?:terms?|periods?)\"?\s?(?:means?|of|is|shall be|:)?\s?"
        r"(?:(?:a|the) (?:period|term) of )?$"
    ),
    re.IGNORECASE,
)
_AT_ONCE = re.compile(
    r"即付|当即|立即|即时|当[日天]|即期|见单|货到付款|货到即付|现款现货|钱货两清|见票即付|货到现付|带款提货"
    r"|验收合格付款"
    r"|\b(?:up)?on (?:[a-z]+ ){0,2}(?:acceptance|delivery|receipt|completion|installation|shipment)\b|\bat sight\b"
    r"|\bon delivery\b|\bupon delivery\b|\bcash on\b|\bC\.?O\.?D\b|\bimmediately\b|\bupon receipt\b|\bon receipt\b"
    r"|\bon presentation\b|\bdue on shipment\b",
    re.IGNORECASE,
)
_BLANK_UNIT = re.compile(
    r"\s?(?:个)?(?:工作日|银行工作日|日历日|自然日|营业日)?(?:日|天|个月|月|周)?(?:内|之内|以内|后|付)"
    r"|\s?(?:\([^()]*\)\s?)?(?:calendar|business|working)?\s?(?:days?|months?)\b",
    re.IGNORECASE,
)
# A credit that pays some days after it is presented.
_USANCE = re.compile(
    (
        r"\b(?P<days>\d{1,3})\)? days?'? (?:after |from )?sight\b|见票后\s?(?P<days2>\d{1,3})\s?[天日]"
        r"|(?P<days3>\d{1,3})\s?[天日](?:期)?远期(?:不可撤销)?信用证"
    ),
    re.IGNORECASE,
)
# Net 30 and n/30, the days left out.
_NET = re.compile(
    r"\b(?:net\s?|n/)(?:[a-z]+\s)?\(?(?P<days>\d{1,3})\)?(?!\s?(?:kg|kgs|tons?|mt|weight|%|[.,]?\d))\b", re.IGNORECASE
)
_BARE_UNIT = re.compile(
    r"\s(?:after|from|of|following)\s(?:the\s)?(?:date|receipt|invoice|delivery|shipment|[A-Za-z']+ receipt)",
    re.IGNORECASE,
)
_BY_DATE = re.compile(r"^[^,;。]{0,4}?(?:前|之前|以前|内|止|支付|付清|付)|^\s?(?:之日)?$")
_BY_BEFORE = re.compile(
    (
        r"\b(?:by|before|on|no later than|not later than|until|on or before|prior to)\s(?:the\s)?$|不晚于|不迟于"
        r"|最迟(?:于)?$|于$|在$|至$"
    ),
    re.IGNORECASE,
)
# The forty-fifth day after an event; 最后一日 and 次月第5日 aren't such.
_NTH_LATER = re.compile(r"(?:后|之日起|日起|起)的?第\s?(?P<days>\d{1,3})\s?个?(?P<unit>工作日|日|天)")


@dataclass(frozen=True, slots=True)
class Timing:
    """When a payment is due. `days` are in calendar or working days as `day_type` says; months stay months."""

    anchor: str | None = None
    days: Decimal | None = None
    day_type: str | None = None
    months: Decimal | None = None
    due: date | None = None
    before: bool = False
    blank: tuple[int, int] | None = None
    period: tuple[int, int] | None = None

    @property
    def fixed(self) -> bool:
        """Whether the days or the date can be told."""
        return self.days is not None or self.months is not None or self.due is not None

    @property
    def empty(self) -> bool:
        """Whether nothing was said of the time."""
        return self == Timing()


def read_timing(words: str, parties: Parties, share: bool) -> Timing:
    """The time of payment said in some words.

    Beside a share (`share`) a period belongs to it unless the words give it another duty; without one, the period
    must stand with a word for paying.
    """
    usance = _USANCE.search(words)
    if usance is not None:
        days = Decimal(usance["days"] or usance["days2"] or usance["days3"])
        return Timing("sight", days, DayType.UNSTATED.value, period=usance.span())
    period = _term_period(words, share)
    if period is not None:
        return _with_period(words, parties, period)
    net = _NET.search(words)
    if net is not None:
        unstated = DayType.UNSTATED.value
        return Timing(
            _anchor(words, find_events(words, parties), net.span()) or "invoice_date",
            Decimal(net["days"]),
            unstated,
            period=net.span(),
        )
    events = find_events(words, parties)
    blank = _blank_period(words)
    if blank is not None:
        return Timing(_anchor(words, events, blank) or "undefined", blank=blank)
    due = _due_date(words)
    if due is not None:
        return Timing("fixed_date", due=due)
    day = later_day(words)
    if day is not None and (_PAYS if _HAN.search(words) else _PAYS_STRICT).search(words):
        return Timing("month_end", day.days, DayType.CALENDAR.value, period=(day.start, day.end))
    nth = _NTH_LATER.search(words)
    if nth is not None and events and _PAYS.search(words):
        kind = DayType.BUSINESS if nth["unit"] == "工作日" else DayType.UNSTATED
        return Timing(events[0].anchor, Decimal(nth["days"]), kind.value, period=nth.span())
    if is_rolling(words):
        return Timing()
    if not events:
        return Timing()
    event = events[0]
    if event.before:
        return Timing(event.anchor, before=True)
    if _AT_ONCE.search(words):
        return Timing(event.anchor, Decimal(0))
    return Timing(event.anchor)


def _with_period(words: str, parties: Parties, period: Found[Period]) -> Timing:
    span = (period.start, period.end)
    events = find_events(words, parties)
    waits = any(event.anchor == "third_party_payment" for event in events)
    anchor = "third_party_payment" if waits else _anchor(words, events, span)
    before = anchor is not None and _is_ahead(words, parties, span)
    if anchor is None:
        invoiced = re.search(r"\binvoic", words, re.IGNORECASE) is not None
        net = invoiced or re.search(r"\bnet\s?$|\bn/$", words[: period.start], re.IGNORECASE)
        anchor = "invoice_date" if net else ("month_end" if "月结" in words else "undefined")
    quantity = period.value.quantity
    if quantity.unit in (Unit.MONTHS, Unit.YEARS):
        factor = 12 if quantity.unit is Unit.YEARS else 1
        return Timing(anchor, months=quantity.amount * factor, before=before, period=span)
    return Timing(anchor, quantity.amount, period.value.day_type.value, before=before, period=span)


def _is_ahead(words: str, parties: Parties, span: tuple[int, int]) -> bool:
    """发货前5日内: the event follows the payment."""
    near = [e for e in find_events(words, parties) if e.end <= span[0] and span[0] - e.end < 6]
    return (
        any(e.before for e in near)
        or re.match(r"\s?(?:before|prior to)\b", words[span[1] :], re.IGNORECASE) is not None
    )


def _term_period(words: str, share: bool) -> Found[Period] | None:
    for period in find_periods(words):
        before, after = words[max(0, period.start - 60) : period.start], words[period.end : period.end + 160]
        adjective = re.search(r"-(?:month|year|week)\b", words[period.start : period.end], re.IGNORECASE)
        if (
            adjective
            or period.value.quantity.unit is Unit.HOURS
            or _LENGTH_AFTER.match(after)
            or _AFTER_PAYMENT.match(after)
        ):
            continue
        labelled = _DUE_LABEL.search(before[-44:]) is not None
        elapsed = before.endswith("满") and _PAID_NEXT.match(after) is not None
        if not labelled and not elapsed and _LENGTH_BEFORE.search(before[-24:]) is not None:
            continue
        if labelled or _is_payments_own(words, period, share):
            return period
    return None


def _is_payments_own(words: str, period: Found[Period], share: bool) -> bool:
    """Whether a period is the time for paying: no other duty stands between it and the word for paying."""
    after = words[period.end : period.end + 120]
    pays = _PAYS.search(after)
    other = _OTHER_DUTY.search(after)
    if _is_chinese(words, period):
        inside = re.match(r"\)?\s?(?:内|之内|以内|后|前|付|支付|无息|电汇|一次|结清|期)", after)
        if inside is None and _ENDS.match(after) and _LABELLED.search(words, 0, period.start):
            return True
        if inside is None and not (share and re.match(r"[^,;。]{0,4}$", after.strip())):
            return False
        chunk = re.split(r"[,;。]", after)[0]
        own = _OTHER_DUTY.search(chunk)
        if own is not None and (pays is None or own.start() < pays.start()):
            return False
        if share or pays is None:
            return share
        free = other is None or other.start() > pays.start() or other.start() > len(chunk)
        return pays.start() < 50 and free
    return _english_own(words, period.start, period.end, share)


_PAYS_STRICT = re.compile(
    (
        r"\b(?:pay|pays|paid|payable|payments?|remit\w*|due|net|invoiced|settle (?:all|each|the|any|its) (?:invoices?"
        r"|accounts?)|(?:accounts?|invoices?|bills?)\b[^.;]{0,24}\bsettled)\b"
    ),
    re.IGNORECASE,
)


def _english_own(words: str, start: int, end: int, share: bool) -> bool:
    """In English the word for paying stands ahead of the period, or the period opens the sentence."""
    back, after = words[max(0, start - 140) : start], words[end : end + 140]
    verbs = list(_PAYS_STRICT.finditer(back))
    duties = [d for d in _OTHER_DUTY.finditer(back) if not re.match(r"\s+(?:invoice|of)", back[d.end() :])]
    stop = (
        re.search(r"[;]|,\s(?:if|unless|provided)\b|\bif\b|\btherewith\b", back[verbs[-1].end() :]) if verbs else None
    )
    if verbs and stop is None and (not duties or duties[-1].start() < verbs[-1].start()):
        return True
    if share and not duties:
        return True
    opens = re.search(
        r"(?:^|[,:;.)])\s*(?:\(?[\w.]{1,5}\)?\s)?(?:within|not later than|no later than|by)?\s?(?:the\s)?$",
        back,
        re.IGNORECASE,
    )
    pays = re.search(r"\b(?:pay|pays|be paid|remit|payable|due)\b", after, re.IGNORECASE)
    other = _OTHER_DUTY.search(after)
    return opens is not None and pays is not None and (other is None or pays.start() < other.start())


def _is_chinese(words: str, period: Found[Period]) -> bool:
    return re.search(r"[\u3400-\u9fff]", words[period.start : period.end]) is not None


def _anchor(words: str, events: list[Event], span: tuple[int, int]) -> str | None:
    """The event a period runs from: in English after it, else in its own step before, else in an earlier step."""
    tail = re.split(r"[;.](?=\s|$)|,\s(?!but|whichever)", words[span[1] :], maxsplit=1)[0][:110]
    following = [e for e in events if span[1] <= e.start < span[1] + len(tail)]
    latin = re.match(
        (
            r"[\s)\]]*(?:\([^()]*\)\s?)?(?:days?\s|months?\s)?(?:after|from|of|following|upon|since|net|before|prior"
            r"|(?:beginning|commencing|starting|running|counted|calculated)\b"
            r"|EOM|end)"
        ),
        words[span[1] :],
        re.IGNORECASE,
    )
    if following and latin:
        return following[0].anchor
    cut = max(words.rfind(mark, 0, span[0]) for mark in ",;。:\n")
    for low, high in ((cut + 1, span[0] + 1), (0, span[0] + 1)):
        own = [e for e in events if low <= e.start < high]
        if own:
            return own[0].anchor
    wide = [e for e in events if span[0] <= e.start]
    return wide[0].anchor if wide else None


def _blank_period(words: str) -> tuple[int, int] | None:
    at = 0
    while (blank := first_blank(words, at)) is not None:
        start, end = blank.start(), blank.end()
        unit = _BLANK_UNIT.match(words, end) or _BARE_UNIT.match(words, end)
        if unit is not None and _LENGTH_BEFORE.search(words[max(0, start - 24) : start]) is None:
            latin = re.match(
                r"\s?(?:\(|calendar|business|working|days?|months?|after|from|of|following)",
                words[end : end + 12],
                re.I,
            )
            if latin is not None and re.search(
                r"\b(?:within|net|due|in|than|is|are)\s?$", words[max(0, start - 12) : start], re.IGNORECASE
            ):
                if _english_own(words, start, unit.end(), False):
                    return start, end if _BARE_UNIT.match(words, end) else unit.end()
            elif latin is None and _PAYS.search(words[max(0, start - 60) : end + 60]):
                return start, unit.end()
        at = end
    return None


def _due_date(words: str) -> date | None:
    """A date to pay by: the word for paying is near, and nothing else happens on that date."""
    for found in find_dates(words):
        before, after = words[max(0, found.start - 20) : found.start], words[found.end : found.end + 10]
        if _HAN.search(words):
            pays = _PAYS.search(words, max(0, found.start - 24), min(len(words), found.end + 36))
            if pays and (_BY_DATE.match(after) or _BY_BEFORE.search(before)):
                return found.value
            continue
        verb = re.search(
            (
                r"\b(?:pays?|paid|payable|payment|due)\b(?:(?!\b(?:commenc\w*|executed|dated|deliver\w*|ship\w*"
                r"|expir\w*)\b)[^.;]){0,70}$"
            ),
            words[: found.start],
            re.IGNORECASE,
        )
        if verb is not None and _BY_BEFORE.search(before):
            return found.value
    return None
