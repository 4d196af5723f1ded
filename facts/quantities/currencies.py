"""The marks contracts put beside amounts, and the ISO 4217 code each stands for."""

from __future__ import annotations

from .. import regexes as re

_CODES: dict[str, tuple[str, ...]] = {
    "CNY": ("人民币", "rmb", "cny", "cn¥", "元人民币", "元", "圆", "圓", "yuan", "renminbi"),
    "USD": (
        "美元", "美金", "usd", "us$", "us $", "usd$", "u.s.$", "u.s. $", "us dollars", "us dollar",
        "u.s. dollars", "u.s. dollar", "united states dollars", "united states dollar", "american dollars",
        "dollars", "dollar", "$",
    ),
    "EUR": ("欧元", "eur", "€", "euros", "euro"),
    "GBP": ("英镑", "gbp", "£", "pounds sterling", "british pounds"),
    "HKD": ("港币", "港元", "hkd", "hk$", "hong kong dollars"),
    "JPY": ("日元", "日圆", "日币", "jpy", "jp¥", "円", "japanese yen", "yen"),
    "AUD": ("澳元", "aud", "a$", "au$", "aus$", "aus $", "aud$", "australian dollars"),
    "CAD": ("加元", "cad", "c$", "ca$", "cad$", "can$", "cdn$", "cdn $", "cdn", "canadian dollars"),
    "SGD": ("新加坡元", "新币", "sgd", "s$", "sg$", "singapore dollars"),
    "TWD": ("新台币", "台币", "twd", "nt$"),
    "CHF": ("瑞士法郎", "瑞郎", "chf", "swiss francs"),
    "KRW": ("韩元", "韩币", "krw", "₩"),
    "INR": ("卢比", "inr", "₹", "rs.", "rs", "indian rupees", "rupees"),
    "RUB": ("卢布", "rub", "₽"),
    "NGN": ("ngn", "₦", "naira", "n"),
    "NZD": ("新西兰元", "nzd", "nz$", "new zealand dollars"),
    "ZAR": ("zar", "south african rand", "r"),
    "AED": ("aed", "dirhams"),
    "MYR": ("myr", "rm", "ringgit malaysia", "malaysian ringgit", "ringgit"),
    "SEK": ("sek", "swedish kronor"),
    "NOK": ("nok", "norwegian kroner"),
    "DKK": ("dkk", "danish kroner"),
    "PLN": ("pln", "zloty"),
    "CZK": ("czk",),
    "HUF": ("huf",),
    "SAR": ("sar", "saudi riyals"),
    "QAR": ("qar",),
    "KWD": ("kwd",),
    "IDR": ("idr", "印尼盾"),
    "PHP": ("₱", "philippine pesos", "php", "p"),
    "XAF": ("xaf", "fcfa", "f cfa"),
    "XOF": ("xof",),
    "BRL": ("brl", "r$"),
    "MXN": ("mxn", "mexican pesos"),
    "ILS": ("ils", "₪"),
    "KES": ("kes", "kenya shillings"),
    "BDT": ("bdt", "bd tk", "tk"),
    "NPR": ("npr", "nepalese rupees"),
    "PKR": ("pkr", "pakistani rupees"),
    "LKR": ("lkr", "sri lankan rupees"),
    "EGP": ("egp", "egyptian pounds"),
    "GHS": ("ghs", "ghana cedis"),
    "UGX": ("ugx",),
    "TZS": ("tzs",),
    "THB": ("泰铢", "thb", "baht"),
    "VND": ("越南盾", "vnd", "₫"),
}  # fmt: skip
_BY_MARK = {mark: code for code, marks in _CODES.items() for mark in marks} | {"¥": "CNY"}

# Not a unit of money: 元件, 元素, 圆钢, 圆形.
_NOT_MONEY = r"(?![件素旦宵器组钢形柱管满桶盘])"
_ONLY_AFTER = {
    "元",
    "圆",
    "圓",
    "元人民币",
    "dollars",
    "dollar",
    "euros",
    "euro",
    "yuan",
    "円",
    "yen",
    "rupees",
    "naira",
    "dirhams",
    "ringgit",
    "baht",
}


_THOUSANDS = r"(?=\s?\d{1,3}(?:[, ]\d{3})+(?![\d-]))"
_AHEAD_ONLY = {
    "rm": "RM", "rs": "Rs", "tk": "T[Kk]\\.?", "r": "R" + _THOUSANDS, "p": "P" + _THOUSANDS, "n": "N" + _THOUSANDS,
    "php": "P[Hh][Pp]" + _THOUSANDS,
}  # fmt: skip


def _pattern(mark: str) -> str:
    escaped = r"\s{1,3}".join(re.escape(part) for part in mark.split())
    if mark in ("元", "圆", "圓"):
        escaped += _NOT_MONEY
    if mark == "$":
        # ${price} is a placeholder.
        escaped += r"(?!\{(?!\{))"
    if mark in _AHEAD_ONLY:
        # RM 204 is money in capitals and ahead of figures only; so is Rs 500.
        return rf"(?<![A-Za-z])(?-i:{_AHEAD_ONLY[mark]})(?=\s?\d)"
    # Both cases are named: to ignore case here would only make the expression four times as long.
    before = r"(?-i:(?<![A-Za-z$]))" if mark[0].isascii() and mark[0] != "$" else ""
    before = "(?-i:(?<![A-Za-z]))" if mark == "$" else before
    return before + escaped + (r"(?-i:(?![A-Za-z]))" if mark[-1].isascii() and mark[-1].isalpha() else "")


def _group(marks: set[str]) -> str:
    return "(?i:" + "|".join(_pattern(mark) for mark in sorted(marks, key=lambda mark: (-len(mark), mark))) + ")"


_BEFORE = {mark for mark in _BY_MARK if mark not in _ONLY_AFTER}
BEFORE = _group(_BEFORE)
"""A currency mark that stands before the amount."""

AFTER = _group({mark for mark in _BY_MARK if mark not in ("元", "圆", "圓")} | {"元", "圆", "圓"})
"""A currency mark that stands after the amount."""

WORDS = _group(
    {mark for mark in _BY_MARK if len(mark) > 3 and mark[0].isascii() and mark[0].isalpha()}
    | {"usd", "eur", "gbp", "hkd", "rmb", "cny", "jpy", "us$", "yen", "$"}
)
"""A currency named beside an amount in English words."""


def code_of(mark: str) -> str:
    """The ISO 4217 code of a mark matched by one of the patterns above. ¥ is the renminbi."""
    return _BY_MARK[" ".join(mark.lower().split())]


_LAST = re.compile(r"[a-z]+$|.$")
_LAST_WORDS = frozenset(last[0] for mark in _BEFORE if (last := _LAST.search(mark)))
_LONGEST_WORD = 12


def mark_may_end(text: str, at: int) -> bool:
    """Whether the word before a position is one that a mark ahead of an amount ends with: never no where one ends."""
    start = at - 1
    if start < 0 or not _is_letter(text[start]):
        return text[start:at] in _LAST_WORDS
    low = max(0, at - _LONGEST_WORD)
    while start > low and _is_letter(text[start - 1]):
        start -= 1
    return text[start:at].lower() in _LAST_WORDS


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()
