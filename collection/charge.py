"""The charge for late payment up to a day, as the contract has it, with the sum it is worked out by.

Actual days from the due day to the day of the letter; a rate by the month or year is brought to the day over 365 days,
or over 360 where the contract says so. What the words leave open isn't worked out: no charge beats a wrong one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from ..facts.fact import FactBook
from ..values import Money, Per, Quantity, Rate, State

_CENT = Decimal("0.01")
_PRICE = (
    r"(?:合同|协议|订单)?总(?:价款?|金额|额|货款)|合同(?:价款?|金额|价格|额|标的额)|全部(?:货款|价款|合同款)"
    r"|\b(?:total |whole |entire )?(?:contract|purchase|order|agreement)[ -](?:price|value|amount|sum)\b"
    r"|\b(?:total|whole|entire) (?:price|amount)\b|\bthe Price\b"
)
_OVERDUE = (
    r"(?:逾期|迟延|拖欠|欠付|未付|未支付|未按[^，,。；;]{0,8}?支付|应付|应付未付|到期|当期|该期|欠)[^，,。；;一日天]{0,10}?"
    r"(?:金额|款项|款额|价款|货款|款|部分|费用|额)"
    r"|\b(?:overdue|unpaid|outstanding|past[- ]due|late|arrears|not paid|amount due|sums? due|due amount)\b"
)
_BASES = re.compile(f"(?P<price>{_PRICE})|(?P<overdue>{_OVERDUE})", re.IGNORECASE)
_RATE = re.compile(r"[万千百][分]之|[‰%]|per ?cent|\d\s?bps")
_GRACE = re.compile(
    r"(?:超过|满|逾)\s?(?:[\d一二三四五六七八九十]+)\s?个?(?:工作)?[日天]|宽限|自第.{1,6}[日天]起"
    r"|\bmore than \w+ (?:\(\d+\) )?(?:business |working |calendar )?days|\bgrace\b|\b\d+ days after\b",
    re.IGNORECASE,
)
_BANKERS_YEAR = re.compile(r"360\s?(?:天|日|days?)|360-day|/\s?360")
_DAYS_A_YEAR = 365


class Base(StrEnum):
    """What the rate is charged on."""

    OVERDUE = "overdue"
    PRICE = "price"
    UNNAMED = "unnamed"
    """The clause doesn't say: the overdue amount is taken, the least it can mean."""


class NoCharge(StrEnum):
    """Why a charge isn't worked out."""

    NONE = "none"
    WAIVED = "waived"
    RATE_OPEN = "rate_open"
    GRACE = "grace"
    CAP_OPEN = "cap_open"
    PRICE_OPEN = "price_open"


@dataclass(frozen=True, slots=True)
class Charge:
    """`uncapped` is `base` × rate × days, in cents; `amount` no more than `cap`, which is `cap_pct` percent."""

    base: Money
    on: Base
    rate: Rate
    days: int
    year: int
    uncapped: Money
    cap: Money | None = None
    cap_pct: Decimal | None = None

    @property
    def amount(self) -> Money:
        """What is owed."""
        if self.cap is None:
            return self.uncapped
        return Money(min(self.uncapped.amount, self.cap.amount), self.cap.currency)


def charge(book: FactBook, overdue: Money, due: date, day: date) -> Charge | NoCharge:
    """The charge on an overdue amount up to and including a day; nothing is charged for the due day itself."""
    fact, price = book["remedy.late_fee_rate"], book["contract.amount"].value
    if book["remedy.interest_waiver"].value is True:
        return NoCharge.WAIVED
    if book["remedy.late_fee_present"].state is State.ABSENT:
        return NoCharge.NONE
    rate = fact.value
    if not isinstance(rate, Rate):
        return NoCharge.RATE_OPEN
    words = " ".join(each.quote for each in fact.evidence)
    if _GRACE.search(words):
        return NoCharge.GRACE
    on = _base(words)
    whole = price if isinstance(price, Money) and price.currency == overdue.currency else None
    if on is Base.PRICE and whole is None:
        return NoCharge.PRICE_OPEN
    base = whole if on is Base.PRICE and whole is not None else overdue
    year = 360 if _BANKERS_YEAR.search(words) else _DAYS_A_YEAR
    days = max(0, (day - due).days)
    amount = _money(base.amount * rate.percent / 100 * _periods(rate.per, days, year), base)
    return _capped(Charge(base, on, rate, days, year, amount), book, overdue, whole)


def _periods(per: Per, days: int, year: int) -> Decimal:
    match per:
        case Per.DAY:
            return Decimal(days)
        case Per.MONTH:
            return Decimal(days) * 12 / year
        case Per.YEAR:
            return Decimal(days) / year
        case Per.ONCE:
            return Decimal(1 if days else 0)


def _base(words: str) -> Base:
    """What stands last before the rate within its part of the sentence; in English it may stand behind it as well."""
    rate = _RATE.search(words)
    if rate is None:
        return Base.UNNAMED
    english = re.search(r"[\u3400-\u9fff]", words) is None
    start = max(words.rfind(sign, 0, rate.start()) for sign in "，,。；;")
    behind = re.match(r"[^.;,，。；]{0,40}", words[rate.end() :])
    after = behind[0] if english and behind is not None else ""
    before = words[: rate.start()] if english else words[start + 1 : rate.start()]
    for part in (after, before):
        found = list(_BASES.finditer(part))
        if found:
            return Base.PRICE if found[-1]["price"] else Base.OVERDUE
    return Base.UNNAMED


def _capped(found: Charge, book: FactBook, overdue: Money, whole: Money | None) -> Charge | NoCharge:
    fact = book["remedy.late_fee_cap_pct"]
    if not isinstance(fact.value, Quantity):
        return found if fact.state is not State.UNKNOWN or not fact.evidence else NoCharge.CAP_OPEN
    on = _cap_base(" ".join(each.quote for each in fact.evidence))
    base = whole if on is Base.PRICE else overdue if on is Base.OVERDUE else None
    if base is None:
        return NoCharge.CAP_OPEN
    cap = _money(base.amount * fact.value.amount / 100, base)
    return replace(found, cap=cap, cap_pct=fact.value.amount)


def _cap_base(words: str) -> Base:
    """The base beside the last percentage: a cap stands behind the rate it caps."""
    found = list(_BASES.finditer(words))
    limit = re.search(r"不超过|不得超过|最高|上限|为限|封顶|exceed|cap|maximum|up to|limited", words)
    inside = [each for each in found if limit is not None and each.start() > limit.start()]
    if not inside:
        return Base.UNNAMED
    return Base.PRICE if inside[0]["price"] else Base.OVERDUE


def _money(amount: Decimal, like: Money) -> Money:
    return Money(amount.quantize(_CENT, ROUND_HALF_UP), like.currency)
