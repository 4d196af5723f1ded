"""A day of a later month to pay by, as days from a month's end: 次月25日前, by the end of the following month."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from .. import regexes as re
from ..quantities.calendar_words import ORDINALS

_DAYS_A_MONTH = 30
"""Trade counts a month of credit as 30 days; the last day of a month stands for all of them."""

_PAID = r"(?:支付|付清|结清|付款|付上|付前|结算(?:上|前一|给|完)|电汇|汇付|[交存打转]入|(?<!交)付)(?!日)"
_CHINESE = re.compile(
    r"(?:(?P<later>次次月|下下个?月)|次个?月|(?<=[后的])第二个月|下个?月|(?P<every>每月))的?\s?"
    r"(?:第?(?P<day>\d{1,2})\s?[日号]|(?P<last>月?[末底]|最后一[日天]))(?:以?前|之前|内)?"
    rf"[^,。;]{{0,26}}?{_PAID}"
)
_NTH = r"(?P<nth>\d{1,2}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?)(?: \(\d+(?:st|nd|rd|th)?\))?(?: calendar)?(?: day)?"
_LAST = r"(?P<last>(?:last|final) (?:(?:business |working |calendar )?day|(?:mon|tues|wednes|thurs|fri)day)|end)"
_MONTH = (
    r"(?:(?P<second>second) (?:calendar )?month (?:following|after)"
    r"|(?:calendar )?month (?:following|after|next)|(?:following|next|succeeding) (?:calendar )?month)"
)
_ENGLISH = re.compile(
    rf"\b(?:by|on|before|than|at|is|be) the (?:{_LAST}|{_NTH}) of (?:the )?{_MONTH}\b"
    rf"|\b(?:by|on|before|than|nett?) (?:the )?(?P<nth2>\d{{1,2}}(?:st|nd|rd|th)) (?P<next2>prox(?:imo)?)\b",
    re.IGNORECASE,
)
# By the 15th day of each month for what was supplied in the month before.
_EACH_MONTH = re.compile(
    rf"\b(?:by|on|before|than) the {_NTH} of (?:each|every|the) (?:calendar )?month\b"
    r"(?=[^.;]{0,120}\b(?:preceding|previous|prior|last|past) (?:calendar )?month\b|[^.;]{0,60}\bin arrears\b)",
    re.IGNORECASE,
)
# Net monthly account: paid by the end of the month after the invoice's.
_MONTHLY_ACCOUNT = re.compile(
    r"(?<!days )\bnett? monthly\b|\bmonthly (?:credit )?account(?: terms| basis| customers?)\b"
    r"|\bend of (?:the )?month following(?: the (?:month|date) of)? (?:invoice|delivery)\b",
    re.IGNORECASE,
)

_ROLLING = re.compile(
    r"(?:下一?|后一|第二)(?:批|车|船)(?:货|到|送|交|发|进场)|压[一二两1-3]?批|滚动(?:付款|结算|支付)"
    r"|\b(?:next|subsequent|following) (?:consignment|lot|delivery|shipment|batch|(?:truck)?load|cargo)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class LaterDay:
    """Days from a month's end, said at `start` up to `end` of some words."""

    start: int
    end: int
    days: Decimal


def later_day(words: str) -> LaterDay | None:
    """The day of a later month some words name to pay by; every other month (隔月) says too little and is none."""
    match = _CHINESE.search(words)
    if match is not None:
        if match["every"] and match["last"]:
            return None
        day = int(match["day"]) if match["day"] else _DAYS_A_MONTH
        return _made(match, day + (_DAYS_A_MONTH if match["later"] else 0))
    each = _EACH_MONTH.search(words)
    if each is not None and (day := _number(each["nth"])):
        return _made(each, day)
    match = _ENGLISH.search(words)
    if match is None:
        account = _MONTHLY_ACCOUNT.search(words)
        return _made(account, _DAYS_A_MONTH) if account is not None else None
    day = _DAYS_A_MONTH if match["last"] else _number(match["nth"] or match["nth2"])
    return _made(match, day + (_DAYS_A_MONTH if match["second"] else 0)) if day else None


def is_rolling(words: str) -> bool:
    """Whether each lot is paid with a later one (压一批付一批), so that nobody can say when."""
    return _ROLLING.search(words) is not None and "%" not in words


def _made(match: re.Match[str], days: int) -> LaterDay:
    return LaterDay(match.start(), match.end(), Decimal(days))


def _number(nth: str) -> int:
    return int(re.sub(r"\D", "", nth)) if nth[0].isdigit() else int(ORDINALS.get(nth.lower(), 0))
