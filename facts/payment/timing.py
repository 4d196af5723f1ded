"""When one payment falls due: the event it runs from, the days, which days count, or a fixed date."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from ...values import Unit
from .. import regexes as re
from ..quantities.found import Found
from ..quantities.periods import DayType, Period, find_periods
from ..roles import Parties
from ..sentence_tools import first_blank
from .due_days import due_date, is_bare_day, nth_days
from .events import Event, find_events
from .later_months import is_rolling, later_day
from .paying import PAYS, PAYS_STRICT
from .timing_words import (
    AFTER_PAYMENT,
    ASIDE,
    AT_ONCE,
    BARE_UNIT,
    BLANK_UNIT,
    CONTINGENT,
    CREDIT_AFTER,
    DUE_LABEL,
    ELAPSED,
    ENDS,
    HAN,
    HANDED_ON,
    LABELLED,
    LENGTH_AFTER,
    LENGTH_BEFORE,
    LONG_ASIDE,
    NET,
    NET_BESIDE,
    NETT_AFTER,
    NTH_LATER,
    ON_THE_SPOT,
    OPENS,
    OR_DISPUTES,
    OTHER_DUTY,
    PAID_NEXT,
    READINESS,
    RUNS_FROM,
    STOPS,
    TIED,
    TIES,
    USANCE,
)

_FIRST = ("third_party_payment", "audit", "sight")
"""Events that count before any other: what somebody else decides, and the papers of a credit."""


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
    named: bool = False
    """Whether the event is only named beside a share, so that a general term may say more."""

    @property
    def fixed(self) -> bool:
        """Whether the days or the date can be told."""
        return self.days is not None or self.months is not None or self.due is not None

    @property
    def empty(self) -> bool:
        """Whether nothing was said of the time."""
        return self == Timing()


_BEFORE_BLANK = re.compile(
    r"[ ]*(?:年[^,。;\n]{0,16}?日|日)?[ ]*(?:之|以)?前(?![述款期提来])(?P<then>,?[^,。;\n]{0,30})"
)


def read_timing(words: str, parties: Parties, share: bool) -> Timing:
    """The time of payment said in some words.

    Beside a share (`share`) a period belongs to it unless the words give it another duty; without one, the period
    must stand with a word for paying.
    """
    usance = USANCE.search(words)
    if usance is not None:
        days = Decimal(next(days for days in usance.groups() if days))
        return Timing("sight", days, DayType.UNSTATED.value, period=usance.span())
    period = _term_period(words, share)
    if period is not None:
        return _with_period(words, parties, period)
    net = NET.search(words)
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
    due = due_date(words, share)
    if due is not None:
        return Timing("fixed_date", due=due)
    if (open_date := _blank_date(words)) is not None:
        return Timing("fixed_date", blank=open_date)
    day = later_day(words)
    if day is not None and (PAYS if HAN.search(words) else PAYS_STRICT).search(words):
        return Timing("month_end", day.days, DayType.CALENDAR.value, period=(day.start, day.end))
    if is_bare_day(words):
        return Timing("fixed_date")
    nth = NTH_LATER.search(words)
    if nth is not None and events and PAYS.search(words) and (days := nth_days(nth)):
        kind = DayType.BUSINESS if nth["unit"] == "工作日" or nth["kind"] else DayType.UNSTATED
        span = nth.start(), nth.end() if nth["tie"] is None else nth.end("tie")
        return Timing(_anchor(words, events, span) or events[0].anchor, days, kind.value, period=nth.span())
    if is_rolling(words):
        return Timing()
    if not events:
        return Timing()
    event = _decisive(words, events)
    if event.before:
        return Timing(event.anchor, before=True)
    if event.anchor == "third_party_payment" and CONTINGENT.search(words) is not None:
        return Timing(event.anchor)
    if AT_ONCE.search(words) or event.anchor == "sight" or ON_THE_SPOT.search(words):
        return Timing(event.anchor, Decimal(0))
    return Timing(event.anchor)


def read_named(event: str, parties: Parties) -> Timing:
    """The timing of a share whose event is only named beside it (Shipment; Final acceptance): paid upon it."""
    timing = read_timing(f"payable upon {event}", parties, True)
    return timing if timing.empty else replace(timing, named=True)


def _decisive(words: str, events: list[Event]) -> Event:
    """The event a payment without days hangs on: the first, in English one that a preposition ties to the payment."""
    if events[0].anchor in _FIRST or HAN.search(words) is not None:
        return events[0]
    tied = (e for e in events if TIED.search(words, max(0, e.start - 48), e.start) or TIES.match(words, e.start))
    return next(tied, events[0])


def _with_period(words: str, parties: Parties, period: Found[Period]) -> Timing:
    span = (period.start, period.end)
    events = find_events(words, parties)
    waits = any(event.anchor == "third_party_payment" for event in events)
    anchor = "third_party_payment" if waits else _anchor(words, events, span)
    before = (anchor is not None or words[: span[0]].endswith("提前")) and (
        _is_ahead(words, parties, span) or _on_readiness(words, span)
    )
    if anchor is None:
        invoiced = re.search(r"\binvoic(?!e (?:price|value|amount|total))", words, re.IGNORECASE) is not None
        net = invoiced or NET_BESIDE.search(words[: period.start]) or NETT_AFTER.match(words[period.end :])
        anchor = "invoice_date" if net else ("month_end" if "月结" in words else "undefined")
    quantity = period.value.quantity
    if quantity.unit in (Unit.MONTHS, Unit.YEARS):
        factor = 12 if quantity.unit is Unit.YEARS else 1
        return Timing(anchor, months=quantity.amount * factor, before=before, period=span)
    amount = quantity.amount / 24 if quantity.unit is Unit.HOURS else quantity.amount
    return Timing(anchor, amount, period.value.day_type.value, before=before, period=span)


def _on_readiness(words: str, span: tuple[int, int]) -> bool:
    """Within 5 days of notice that the goods are ready: paid before they leave."""
    return READINESS.match(words[span[1] :]) is not None


def _is_ahead(words: str, parties: Parties, span: tuple[int, int]) -> bool:
    """发货前5日内, 每月提前5天支付: the event follows the payment."""
    if words[: span[0]].endswith("提前"):
        return True
    near = [e for e in find_events(words, parties) if e.end <= span[0] and span[0] - e.end < 6]
    return (
        any(e.before for e in near)
        or re.match(r"\s?(?:before|prior to|in advance of)\b", words[span[1] :], re.IGNORECASE) is not None
    )


def _term_period(words: str, share: bool) -> Found[Period] | None:
    for period in find_periods(words):
        before, after = words[max(0, period.start - 60) : period.start], words[period.end : period.end + 160]
        adjective = re.search(r"-(?:month|year|week)\b", words[period.start : period.end], re.IGNORECASE)
        if (
            adjective
            or (period.value.quantity.unit is Unit.HOURS and period.value.quantity.amount % 24 != 0)
            or LENGTH_AFTER.match(after)
            or (AFTER_PAYMENT.match(after) and HANDED_ON.search(words) is None)
        ):
            continue
        labelled = DUE_LABEL.search(before[-44:]) is not None or CREDIT_AFTER.match(after) is not None
        elapsed = ELAPSED.search(before) is not None and PAID_NEXT.match(after) is not None
        if not labelled and not elapsed and LENGTH_BEFORE.search(before[-24:]) is not None:
            continue
        if labelled or _is_payments_own(words, period, share):
            return period
    return None


def _is_payments_own(words: str, period: Found[Period], share: bool) -> bool:
    """Whether a period is the time for paying: no other duty stands between it and the word for paying."""
    after = words[period.end : period.end + 120]
    pays = PAYS.search(after)
    other = OTHER_DUTY.search(after)
    if _is_chinese(words, period):
        inside = re.match(r"\)?\s?(?:内|之内|以内|后|前|付|支付|无息|电汇|一次|结清|结算|月结|期)", after)
        if inside is None and ENDS.match(after):
            if LABELLED.search(words, 0, period.start):
                return True
            # 自提单日起30天,由银行付款: the days stand in a step of their own.
            if (
                pays is not None
                and pays.start() < 24
                and RUNS_FROM.search(words, max(0, period.start - 30), period.start)
            ):
                return other is None or other.start() > pays.start()
        if inside is None and not (share and re.match(r"[^,;。]{0,4}$", after.strip())):
            return False
        chunk = re.split(r"[,;。]", after)[0]
        own = OTHER_DUTY.search(chunk)
        if own is not None and (pays is None or own.start() < pays.start()):
            return False
        if share or pays is None:
            return share
        free = other is None or other.start() > pays.start() or other.start() > len(chunk)
        return pays.start() < 50 and free
    return _english_own(words, period.start, period.end, share)


def _english_own(words: str, start: int, end: int, share: bool) -> bool:
    """In English the word for paying stands ahead of the period, or the period opens the sentence."""
    back, after = (
        LONG_ASIDE.sub("", OR_DISPUTES.sub("", words[max(0, start - 400) : start]))[-140:],
        words[end : end + 200],
    )
    verbs = list(PAYS_STRICT.finditer(back))
    duties = [
        d
        for d in OTHER_DUTY.finditer(back)
        if not re.match(r"\s+(?:invoice|of)", back[d.end() :]) and not back[: d.start()].endswith("in ")
    ]
    stop = STOPS.search(ASIDE.sub("", back[verbs[-1].end() :])) if verbs else None
    if verbs and stop is None and (not duties or duties[-1].start() < verbs[-1].start()):
        return True
    if share and not duties:
        return True
    opens = OPENS.search(back)
    pays = re.search(r"\b(?:pay|pays|be paid|remit|payable|due|nett?)\b", after, re.IGNORECASE)
    other = OTHER_DUTY.search(after)
    return opens is not None and pays is not None and (other is None or pays.start() < other.start())


def _is_chinese(words: str, period: Found[Period]) -> bool:
    return re.search(r"[\u3400-\u9fff]", words[period.start : period.end]) is not None


def _anchor(words: str, events: list[Event], span: tuple[int, int]) -> str | None:
    """The event a period runs from: in English after it, else in its own step before, else in an earlier step."""
    tail = re.split(r"[;.](?=\s|$)|,\s(?!but|whichever)", words[span[1] :], maxsplit=1)[0][:110]
    following = [e for e in events if span[0] < e.start < span[1] + len(tail) and e.end > span[1]]
    latin = re.match(
        (
            r"[\s)\]]*(?:\([^()]*\)\s?)?(?:days?\s|months?\s)?(?:after|from|of|following|upon|since|net|before"
            r"|prior|in advance of"
            r"|(?:beginning|commencing|starting|running|counted|calculated)\b"
            r"|EOM|end)"
        ),
        words[span[1] :],
        re.IGNORECASE,
    )
    if following and latin:
        decided = following[0].anchor in ("third_party_payment", "audit", "warranty_end")
        return following[0].anchor if decided else min(_apart(following), key=lambda e: e.start).anchor
    cut = max(words.rfind(mark, 0, span[0]) for mark in ",;。:\n")
    for low, high in ((cut + 1, span[0] + 1), (0, span[0] + 1)):
        own = [e for e in events if low <= e.start < high]
        if own:
            return own[0].anchor
    wide = [e for e in events if span[0] <= e.start]
    return wide[0].anchor if wide else None


def _apart(events: list[Event]) -> list[Event]:
    """The events whose words don't overlap those of a more decisive one: from receipt of the invoice is one event."""
    kept: list[Event] = []
    for event in events:
        if all(event.end <= other.start or other.end <= event.start for other in kept):
            kept.append(event)
    return kept


def _blank_date(words: str) -> tuple[int, int] | None:
    """A date of payment that is still to be written in: 于____年__月__日前付清."""
    at = 0
    while (blank := first_blank(words, at)) is not None:
        before = _BEFORE_BLANK.match(words, blank.end())
        if before is not None and PAYS.search(before["then"]) is not None:
            return blank.start(), before.start("then")
        at = blank.end()
    return None


def _blank_period(words: str) -> tuple[int, int] | None:
    at = 0
    while (blank := first_blank(words, at)) is not None:
        start, end = blank.start(), blank.end()
        unit = BLANK_UNIT.match(words, end) or BARE_UNIT.match(words, end)
        if unit is not None and LENGTH_BEFORE.search(words[max(0, start - 24) : start]) is None:
            latin = re.match(
                r"\s?(?:\(|calendar|business|working|days?|months?|after|from|of|following)",
                words[end : end + 12],
                re.I,
            )
            if latin is not None and re.search(
                r"\b(?:within|net|due|in|than|is|are)\s?$", words[max(0, start - 12) : start], re.IGNORECASE
            ):
                if _english_own(words, start, unit.end(), False):
                    return start, end if BARE_UNIT.match(words, end) else unit.end()
            elif latin is None and PAYS.search(words[max(0, start - 60) : end + 60]):
                return start, unit.end()
        at = end
    return None
