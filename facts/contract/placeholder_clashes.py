"""Placeholders that clash: one name spelt two ways, one blank under two names, one name for two facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from typing import Generic, Protocol, TypeVar

from .. import regexes as re
from .placeholder_names import name_key, one_slip

_MOST_COMPARED = 300
"""So many names, and places of one name, are held against one another: a template with more is none."""


class Named(Protocol):
    """What is looked at of a placeholder."""

    @property
    def name(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def before(self) -> str: ...
    @property
    def after(self) -> str: ...


Place = TypeVar("Place", bound=Named)


@dataclass(frozen=True, slots=True)
class Clash(Generic[Place]):
    """What clashes, in words to show, and where."""

    shown: str
    places: tuple[Place, ...]


# Labels that every party has (address, telephone) stand for another thing each time.
_ONE_THING = re.compile(
    r"[买卖供需甲乙丙]方|采购方|供应商|供货方|委托方|受托方|合同|协议|订单"
    r"|(?i:\b(?:buyer|seller|purchaser|supplier|customer|vendor|contract|agreement|order)\b)"
)
_KINDS = (
    ("days", re.compile(r"天数|日数|期限|账期|(?i:\b(?:days|period|term)$)")),
    ("date", re.compile(r"(?:日期|时间|日)$|(?i:\bdate$|^date of\b)")),
    (
        "money",
        re.compile(
            r"(?:金额|总价|价款|价格|单价|货款|费用|合计)$"
            r"|(?i:\b(?:amount|price|sum|fee|value)$|^(?:amount|price|sum) of\b)"
        ),
    ),
    ("number", re.compile(r"(?:编号|号码|账号|帐号|税号|代码|号)$|(?i:\b(?:no\.?|number|code)$)")),
    ("place", re.compile(r"(?:地址|地点|住所|住所地)$|(?i:\b(?:address|place)$|^(?:address|place) of\b)")),
    (
        "name",
        re.compile(
            r"(?:名称|姓名|户名|单位|公司|[买卖供需甲乙丙]方)$|(?i:\b(?:name|buyer|seller|company)$|^name of\b)"
        ),
    ),
)
_TELLS_APART = frozenset(("days", "date", "money", "number"))
"""A name or an address stands under many labels; two dates under two labels are two dates."""
_UNITS = (
    ("money", re.compile(r"\s*(?:万|亿|千)?元|\s*(?i:yuan|dollars|euros|RMB|CNY|USD|EUR|GBP)\b")),
    ("percent", re.compile(r"\s*(?:%|‰|(?i:per\s?cent))")),
    ("days", re.compile(r"\s*(?:个?工作日|天|(?i:(?:calendar |business |working )?days?\b)|日(?:内|起|以内|历))")),
    ("months", re.compile(r"\s*(?:个月|(?i:months?\b))")),
    ("years", re.compile(r"\s*(?i:years?\b)")),
    ("pieces", re.compile(r"\s*[台套件只个](?![月工])|\s*(?i:(?:units|pieces|sets)\b)")),
)
_CURRENCY_BEFORE = re.compile(r"(?:人民币|[¥$€£]|(?i:RMB|CNY|USD|EUR|GBP))\s*$")


def respelt(found: Sequence[Place]) -> tuple[Clash[Place], ...]:
    """Names written in two ways: `buyer_name` and `BuyerName`, or with a letter too many."""
    spellings = _by_spelling(found)
    return tuple(
        Clash(f"{one} / {other}", (*spellings[one], *spellings[other]))
        for one, other in combinations(islice(spellings, _MOST_COMPARED), 2)
        if name_key(one) == name_key(other) or one_slip(one, other)
    )


def _by_spelling(found: Sequence[Place]) -> dict[str, list[Place]]:
    spellings: dict[str, list[Place]] = {}
    for each in found:
        if each.name:
            spellings.setdefault(each.name, []).append(each)
    return spellings


def renamed(found: Sequence[Place]) -> tuple[Clash[Place], ...]:
    """One label under which placeholders of different names stand."""
    labels: dict[str, list[Place]] = {}
    for each in found:
        if each.name and each.label and _ONE_THING.search(each.label):
            labels.setdefault(name_key(each.label), []).append(each)
    clashes: list[Clash[Place]] = []
    for places in labels.values():
        names = list({name_key(each.name): each.name for each in places}.values())
        if len(names) > 1:
            clashes.append(Clash(f"{places[0].label}: {' / '.join(names)}", tuple(places)))
    return tuple(clashes)


def overloaded(found: Sequence[Place]) -> tuple[Clash[Place], ...]:
    """Names used for two facts: under labels that mean different things, or before different units."""
    return tuple(_overloaded(found))


def _overloaded(found: Sequence[Place]) -> Iterator[Clash[Place]]:
    for name, places in _by_spelling(found).items():
        meanings = {_meaning(each): each for each in reversed(places[:_MOST_COMPARED])}
        known = [(meaning, each) for meaning, each in reversed(meanings.items()) if meaning[0]]
        for (one, here), (other, there) in combinations(known, 2):
            if _apart(one, other):
                words = " / ".join(" ".join(part for part in meaning if part) for meaning in (one, other))
                yield Clash(f"{name}: {words}", (here, there))
                break


def _meaning(place: Named) -> tuple[str, str]:
    """The kind of thing that belongs in a place, and the words that tell which; both empty where nobody can say."""
    for kind, pattern in _KINDS if place.label else ():
        if pattern.search(place.label):
            return kind, place.label
    if _CURRENCY_BEFORE.search(place.before):
        return "money", ""
    return next(((kind, "") for kind, pattern in _UNITS if pattern.match(place.after)), ("", ""))


def _apart(one: tuple[str, str], other: tuple[str, str]) -> bool:
    if one[0] != other[0]:
        return True
    return one[0] in _TELLS_APART and bool(one[1] and other[1]) and name_key(one[1]) != name_key(other[1])
