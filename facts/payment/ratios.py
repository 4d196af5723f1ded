"""Shares told as a ratio: 按3:6:1支付, 付款比例为30:60:10, payment 30/60/10."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from .. import regexes as re

_FIGURES = r"(?<![\d:/.-])\d{1,2}(?:\s?[:/比-]\s?\d{1,2}){1,4}(?![\d:/.%-]|\s?[年月日吨台])"
_RATIO = re.compile(
    rf"(?:(?:按照?|以|为|采用|[:\s(]|付款|支付|比例|方式|分期)\s?(?P<zh>{_FIGURES})(?=[^,。;]{{0,6}}(?:比例|分期"
    rf"|方式|付款|支付|的|[,。;(:\s]|$)))"
    rf"|\b(?:payments?|terms|install?ments|split|staged?|ratio(?: of)?"
    rf"|milestones?)\b[^.;\d]{{0,24}}?(?P<en>{_FIGURES})(?!\s?(?:days?|net))",
    re.IGNORECASE,
)
_WHOLES = (10, 100)


@dataclass(frozen=True, slots=True)
class Ratio:
    """Shares in percent that make a whole, with where they were read."""

    shares: tuple[Decimal, ...]
    start: int
    end: int


def find_ratio(words: str) -> Ratio | None:
    """The shares some words tell as a ratio; None unless its figures add up to 10 or 100."""
    for match in _RATIO.finditer(words):
        group = "zh" if match["zh"] else "en"
        figures = [int(one) for one in re.findall(r"\d+", match[group])]
        total = sum(figures)
        if total in _WHOLES and all(figures):
            shares = tuple(Decimal(one * 100 // total) for one in figures)
            return Ratio(shares, match.start(group), match.end(group))
    return None
