"""A contract in two languages that says different things in them: paragraphs in turn, or columns of one row.

Compared are figures only: amounts of money, percentages, periods and dates. Words can't be compared by reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from ...values import Unit
from .. import regexes as re
from ..quantities.dates import find_dates
from ..quantities.money import find_money
from ..quantities.percents import find_percents
from ..quantities.periods import find_periods
from ..text import Stretch, Text

_HAN = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[A-Za-z]{2,}")
_NUMBER = re.compile(
    r"[ ]*(?:第[ ]*)?(?:(?:Article|Clause|Section|ARTICLE|CLAUSE|SECTION)[ ]*)?(?P<number>\d{1,2}(?:\.\d{1,2})*)"
)
_FEWEST_HAN = 4
_FEWEST_WORDS = 4
_FEWEST_PAIRS = 3
_LENGTHS = (1.2, 9.0)
"""How many letters of English one Chinese character becomes, at least and at most."""


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    text: str
    chinese: bool
    row: int

    @property
    def number(self) -> str | None:
        match = _NUMBER.match(self.text)
        return match["number"] if match is not None else None


def differing_languages(text: Text) -> Iterator[tuple[Stretch, Stretch]]:
    """The paragraphs that say different figures in the two languages: the Chinese one and the English one."""
    if text.language != "mixed":
        return
    pairs = list(_pairs(text))
    if len(pairs) < _FEWEST_PAIRS:
        return
    for chinese, english in pairs:
        if any(_differ(*both) for both in zip(_figures(chinese.text), _figures(english.text), strict=True)):
            yield _stretch(chinese), _stretch(english)


def _stretch(piece: _Piece) -> Stretch:
    return Stretch(piece.start, piece.end, piece.text)


def _pairs(text: Text) -> Iterator[tuple[_Piece, _Piece]]:
    """A Chinese piece and the English one that renders it, in the order the document keeps to."""
    pieces = list(_pieces(text))
    if not pieces:
        return
    first = pieces[0].chinese
    for one, other in pairwise(pieces):
        if one.chinese is not first or other.chinese is first:
            continue
        chinese, english = (one, other) if one.chinese else (other, one)
        low, high = _LENGTHS
        if chinese.number != english.number and not (chinese.number is None or english.number is None):
            continue
        if low <= len(english.text) / len(chinese.text) <= high:
            yield chinese, english


def _pieces(text: Text) -> Iterator[_Piece]:
    position = 0
    for row, line in enumerate(text.text.split("\n")):
        at = position
        position += len(line) + 1
        for cell in line.split("\t"):
            start, at = at, at + len(cell) + 1
            han, latin = len(_HAN.findall(cell)), len(_WORD.findall(cell))
            if han >= _FEWEST_HAN and han > latin:
                yield _Piece(start, start + len(cell), cell, True, row)
            elif latin >= _FEWEST_WORDS and han * 2 < latin:
                yield _Piece(start, start + len(cell), cell, False, row)


def _figures(words: str) -> tuple[frozenset[object], ...]:
    """Amounts, percentages, periods and dates of a piece; years are counted in months."""
    return (
        frozenset(found.value.amount for found in find_money(words)),
        frozenset(found.value for found in find_percents(words)),
        frozenset(_periods(words)),
        frozenset(found.value for found in find_dates(words)),
    )


def _periods(words: str) -> Iterable[object]:
    for found in find_periods(words):
        length = found.value.quantity
        yield (length.amount * 12, Unit.MONTHS) if length.unit is Unit.YEARS else (length.amount, length.unit)


def _differ(chinese: frozenset[object], english: frozenset[object]) -> bool:
    """As many figures of a kind in both, and not the same: fewer on one side may be a reading that failed."""
    return bool(chinese) and len(chinese) == len(english) and chinese != english
