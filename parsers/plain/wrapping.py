"""Paragraphs that a text file broke at a fixed width, made whole again."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .han_wrapping import HanLayout, han_glue, han_layout
from .pieces import Words

_MARKER = re.compile(
    r"\s*(?:\((?:[a-zA-Z]|[ivxIVX]{1,5}|\d{1,3})\)|(?:[a-zA-Z]|[ivx]{1,5})[.)]\s|\d{1,3}(?:\.\d{1,3})*[.)]\s"
    r"|\d{1,3}(?:\.\d{1,3})+\s|[-*•·☐☑□■–—]\s|(?:ARTICLE|Article|SECTION|Section|Clause|CLAUSE)\s+[\dIVX]|第)"
)
_COLUMNS = re.compile(r"\S {3,}\S|\t|_{4,}\s*$|\|")
_HAN = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
_FIRST_LETTER = re.compile(r"[\"'“‘(\[]*([^\W\d_])")
_SENTENCE_END = tuple(".:;!?")
_WORD_END = re.compile(r"[a-z]$")
_FIGURE = re.compile(r"\(\d{1,3}\)\s+[a-z]")
_NARROWEST, _WIDEST = 50, 120


def unwrapped(lines: Iterable[Words]) -> list[Words]:
    """Lines without their blank ones, each paragraph on one; pieces are joined with a blank.

    Two lines belong together when the first is nearly as wide as the text and the next word or Chinese character had no
    room on it, or when a long line goes on in lower case. Tables and list items are left alone.
    """
    lines = list(lines)
    width, layout = _text_width(lines), han_layout(lines)
    found: list[tuple[Words, list[str]]] = []
    last: Words | None = None
    for line in lines:
        words = line.text.strip()
        glue = None if last is None or last.kind is not line.kind else _glue(last.text, line.text, width, layout)
        if words and glue is not None:
            found[-1][1].extend((glue, words))
        elif words:
            found.append((line, [words]))
        last = line
    return [Words("".join(parts), first.line, first.kind) for first, parts in found]


def _glue(upper: str, lower: str, width: int | None, layout: HanLayout | None) -> str | None:
    """What joins two lines; None when they don't belong together."""
    if not upper.strip():
        return None
    if _HAN.search(upper) or _HAN.search(lower):
        going = layout is not None and layout.goes_on(upper, lower)
        return han_glue(upper.rstrip(), lower.strip()) if going else None
    if not lower.strip() or not _goes_on(upper, lower, width):
        return None
    hyphenated = re.search(r"[A-Za-z]-$", upper) is not None and lower.strip()[0].islower()
    return "" if hyphenated else " "


def _text_width(lines: list[Words]) -> int | None:
    """The width a file was wrapped at; None when its lines are whole paragraphs. Rows of columns don't count."""
    lengths = sorted(len(line.text) for line in lines if line.text.strip() and not _COLUMNS.search(line.text.strip()))
    long = [length for length in lengths if length >= _NARROWEST]
    beyond = sum(length > _WIDEST for length in lengths)
    if len(long) < 3 or beyond * 20 > len(lengths):
        return None
    return [length for length in lengths if length <= _WIDEST][-1]


def _goes_on(upper: str, lower: str, width: int | None) -> bool:
    if _MARKER.match(lower) and not _is_cut(upper, lower, width):
        return False
    marker = _MARKER.match(upper)
    if _COLUMNS.search(upper[marker.end() :].strip() if marker else upper.strip()) or _COLUMNS.search(lower.strip()):
        return False
    first = _FIRST_LETTER.match(lower.strip())
    goes_on_small = first is not None and first[1].islower()
    if goes_on_small and _NARROWEST <= len(upper) <= _WIDEST and not upper.endswith(_SENTENCE_END):
        return True
    if width is None or len(upper) < width * 0.7:
        return False
    return len(upper) + 1 + len(lower.split()[0]) > width


def _is_cut(upper: str, lower: str, width: int | None) -> bool:
    """Whether a full line stops in mid-sentence before a figure in brackets: `sixty` | `(60) days`."""
    full = width is not None and len(upper) + 1 + len(lower.split()[0]) > width
    return full and _WORD_END.search(upper) is not None and _FIGURE.match(lower.strip()) is not None
