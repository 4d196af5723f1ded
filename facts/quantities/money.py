"""Amounts of money in figures, and prices per unit, which are no amounts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ...values import Money
from .. import regexes as re
from .currencies import AFTER, BEFORE, mark_may_end
from .digits import NUMBER, plain, read_number
from .dollars import OTHER_DOLLARS, code_in, dollars_of, is_money_letter
from .found import Found, in_order
from .numerals import read_chinese_number

_SCALES: dict[str, int] = {
    "万亿": 10**12, "亿": 10**8, "千万": 10**7, "百万": 10**6, "十万": 10**5, "万": 10**4, "千": 1000, "百": 100,
    "billion": 10**9, "bn": 10**9, "million": 10**6, "mn": 10**6, "mio": 10**6, "thousand": 1000, "k": 1000, "m": 10**6,
    "lakh": 10**5, "lakhs": 10**5, "lac": 10**5, "lacs": 10**5, "crore": 10**7, "crores": 10**7,
}  # fmt: skip
_SCALE = (
    r"(?P<scale>万亿|千万|百万|十万|[亿万千百]"
    r"|(?i:billion|bn|million|mn|mio|thousand|la(?:kh|c)s?|crores?|k|m)(?![A-Za-z]))"
)
_MIXED = (
    r"(?P<mixed>(?<![\d.,])(?:\d++(?:\.\d++)?亿\d++(?:\.\d++)?万(?:\d++千)?(?:\d++百)?"
    r"|\d++亿\d++千万|\d++万\d++千(?:\d++百)?|\d++千\d++百(?=元)|\d++万\d{4}(?=元)))"
)
_LEAD = (
    rf"(?P<before>{BEFORE})(?:\s?(?:\((?:大写|小写)\)|(?:大写|小写)|金额|价税合计)?\s?[:=]?\s?(?P<again>{BEFORE})?\s?)"
)
_AMOUNT = re.compile(
    rf"(?:{_LEAD})?(?:{_MIXED}|(?P<number>{NUMBER})(?:\s?{_SCALE})?)"
    rf"(?:\s?\+)?(?:[^\S\t]{{0,2}}(?P<after>{AFTER})(?!(?<=[A-Za-z$£€])\s?\d{{1,3}}(?:,\d{{3}}|\.\d\d(?!\d))))?"
    r"(?:零?(?P<jiao>\d)角)?(?:零?(?P<fen>\d)分(?!之))?[整正]?"
)

# What a price is for: 元/吨, 元每台, per ton, each, 每吨500元. A currency or capital numerals after the slash:
# the same sum again.
_PER_AFTER = re.compile(
    rf"\s?(?:[(\[]含税[)\]])?\s?(?:/|每)\s?(?!{BEFORE}|大写|小写|[零壹贰叁肆伍陆柒捌玖])"
    r"(?P<unit>[A-Za-z一-鿿][A-Za-z0-9一-鿿]{0,5})"
    r"|\s{0,2}(?i:(?:per|an?|each|for each|for every)\s(?!(?:cent|the|our|this|said|such|total|in)\b)"
    r"(?P<word>[A-Za-z]{1,20})|each(?![A-Za-z]))"
)
_MEASURE = (
    "吨|公斤|千克|斤|米|平方米|立方米|平米|立方|台|件|套|个|只|支|箱|辆|人|天|日|月|年|季度|小时|人天|人日|工日|次"
    "|张|卷|桶"
    "|瓶|袋|包|盒|亩|公里|株|头"
)
_PER_BEFORE = re.compile(rf"每(?:一|1)?(?:{_MEASURE})[为按计收费价格]{{0,3}}$")
_YEN_NEAR = re.compile(r"日元|日圆|日币|JPY|円|[Yy]en(?![A-Za-z])")
_DIGITS = re.compile(r"\d++")
_BLANKS_OF_LEAD = 3
_LEAD_ENDS = frozenset(")写额计:=")
_LONGEST_LEAD = 80
"""More characters than `_LEAD` matches."""


@dataclass(frozen=True, slots=True)
class UnitPrice:
    """A price for one `unit` of something, as printed (吨, ton); empty when it only says `each`."""

    price: Money
    unit: str


def find_money(
    text: str, default_currency: str | None = None, start: int = 0, end: int | None = None
) -> list[Found[Money]]:
    """Amounts in figures with their currency, between `start` and `end`.

    Prices per unit are left out (`find_unit_prices`). A number without any mark of money is no amount, unless
    `default_currency` says that the figures are money in it, as in a column of a price table.
    """
    found = [(item, unit) for item, unit in _amounts(text, default_currency, start, len(text) if end is None else end)]
    return in_order(item for item, unit in found if unit is None)


def first_currency(text: str) -> str | None:
    """The currency of the first amount in figures that is no price per unit."""
    return next((item.value.currency for item, unit in _amounts(text, None, 0, len(text)) if unit is None), None)


def find_unit_prices(
    text: str, default_currency: str | None = None, start: int = 0, end: int | None = None
) -> list[Found[UnitPrice]]:
    """Prices per unit: 元/吨, USD 5 per kg, 每台3000元."""
    found = _amounts(text, default_currency, start, len(text) if end is None else end)
    return in_order(
        Found(item.start, item.end, UnitPrice(item.value, unit)) for item, unit in found if unit is not None
    )


def _amounts(text: str, default: str | None, start: int, end: int) -> Iterator[tuple[Found[Money], str | None]]:
    for match in _figures(text, start, end):
        currency = _currency(match, text, default)
        amount = _value(match) if currency is not None else None
        if currency is None or amount is None:
            continue
        if (match["jiao"] or match["fen"]) and not match["after"]:
            continue
        found = Found(match.start(), match.end(), Money(amount, currency))
        yield found, _unit(text, match)


def _figures(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """All matches of `_AMOUNT`, found from their digits: a run of them begins a number, or ends its lead."""
    while (digits := _DIGITS.search(text, start, end)) is not None:
        at = digits.start()
        led = _is_led(text, at)
        match = _AMOUNT.search(text, max(start, at - _LONGEST_LEAD), end) if led else _AMOUNT.match(text, at, end)
        if match is not None:
            yield match
            start = match.end()
        elif led:
            return
        else:
            start = digits.end()


def _is_led(text: str, at: int) -> bool:
    """Whether the words before a position may end a lead."""
    for _ in range(_BLANKS_OF_LEAD):
        if at > 0 and text[at - 1].isspace():
            at -= 1
    return text[at - 1 : at] in _LEAD_ENDS or mark_may_end(text, at)


def _value(match: re.Match[str]) -> Decimal | None:
    if match["mixed"]:
        amount = read_chinese_number(match["mixed"])
        if amount is None:
            return None
    else:
        amount = read_number(match["number"])
        if match["scale"]:
            amount *= _SCALES[match["scale"].lower()]
    amount += Decimal(match["jiao"] or 0) / 10 + Decimal(match["fen"] or 0) / 100
    return plain(amount)


def _currency(match: re.Match[str], text: str, default: str | None) -> str | None:
    before, after = match["again"] or match["before"], match["after"]
    scale = match["scale"]
    if before in ("R", "P", "N") and not is_money_letter(before, text):
        before = None
    if after is None and before is None:
        return default if default and _bare(match, text) else None
    if scale and scale.lower() in ("k", "m") and before is None:
        return None
    codes = {
        code_in(mark, text) for mark in (before and match["before"], match["again"], after) if mark and mark != "¥"
    }
    # 美元5000元, HK$ 500 dollars: the plain word says nothing of its own.
    if len(codes) > 1 and after in ("元", "圆", "圓"):
        codes -= {"CNY"}
    if len(codes) > 1 and (after or "").lower() in ("dollars", "dollar"):
        codes -= {"USD", dollars_of(text)}
    # $55 CAD: the letters say whose dollars they are.
    if len(codes) > 1 and before == "$" and match["before"] in (None, "$") and after in OTHER_DOLLARS:
        codes = {after}
    if len(codes) > 1:
        return None
    if codes:
        return codes.pop()
    around = text[max(0, match.start() - 40) : match.end() + 40]
    return (
        "JPY"
        if _YEN_NEAR.search(around) and not re.search("人民币|RMB|CNY|元(?!/)", around.replace("日元", ""))
        else "CNY"
    )


_UNIT_BESIDE = re.compile(r"\s?(?:[A-Za-z%‰°一-鿿/*×-])")


def _bare(match: re.Match[str], text: str) -> bool:
    """Whether a number without a mark stands alone, as in a table cell."""
    tail = match.end("scale") if match["scale"] else match.end()
    before = text[match.start() - 1 : match.start()]
    return not _UNIT_BESIDE.match(text, tail) and not (before and (before.isalnum() or before in "-/_.#"))


def _unit(text: str, match: re.Match[str]) -> str | None:
    after = _PER_AFTER.match(text, match.end())
    if after:
        return str(after["unit"] or after["word"] or "")
    before = _PER_BEFORE.search(text[max(0, match.start() - 12) : match.start()])
    return before[0].lstrip("每") if before else None
