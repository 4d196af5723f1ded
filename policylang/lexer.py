"""A policy's text becomes tokens, each with its place. Full-width punctuation is read as its half-width twin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .keywords import KEYWORDS, PUNCTUATION, lookup
from .literals import DATE, LITERAL
from .tree import Place

# Quotes and the backslash stay what they are: inside a text nothing is changed.
_HALF = {
    code: chr(code - 0xFEE0)
    for code in range(0xFF01, 0xFF5F)
    if not chr(code - 0xFEE0).isalpha() and chr(code - 0xFEE0) not in "\"'\\"
}
_HALF |= {0x3000: " ", 0x3001: ",", 0xA0: " "}

_BY_SPELLING = lookup()
_HAN = r"\u3400-\u9fff"


def _phrases() -> str:
    """Keywords of more than one word, longest first; between the words any blank, in Chinese none as well."""
    found = []
    for word in KEYWORDS:
        for spelling in (word.en, word.zh):
            if " " in spelling or "/" in spelling:
                between = r"\s+" if spelling.isascii() else r"\s*"
                found.append(between.join(map(re.escape, spelling.split())))
    found.sort(key=len, reverse=True)
    return "|".join(found)


# Possessive: what repeats is never given back, so that one long word costs no memory. A rule id has an end, so that a
# row of words and hyphens isn't read to its end from each of them.
_TOKEN = re.compile(
    rf"""(?P<blank>[ \t\r\n\f\ufeff]+|\#[^\n]*)
    |(?P<phrase>(?:{_phrases()})(?![A-Za-z_{_HAN}.]))
    |(?P<STRING>"(?:[^"\\\n]++|\\.)*+"|「[^」\n]*」|“[^”\n]*”)
    |(?P<open>["「“][^\n]*)
    |(?P<DATE>{DATE})
    |(?P<LITERAL>{LITERAL})
    |(?P<ID>[A-Z][A-Za-z0-9]*+(?:-[A-Za-z0-9]++){{1,12}}+(?![\w-]))
    |(?P<word>[^\W\d]\w*+(?:\.\w++)*+)
    |(?P<sign><=|>=|!=|=>|[=<>≤≥≠+\-−*×/÷():,|\[\]])
    |(?P<other>.)""",
    re.X | re.S,
)


@dataclass(slots=True)
class Token:
    """A terminal of the grammar with its text.

    `value` tells apart keywords that share a terminal; of a STRING it is the language of the file.
    """

    type: str
    text: str
    value: str
    place: Place


def tokens(text: str, language: str = "en") -> Iterator[Token]:
    """The tokens of a text. What is no token comes as OPEN (a text without its end) or OTHER (a stray character)."""
    plain = text if text.isascii() else text.translate(_HALF)
    spellings = _BY_SPELLING
    for match in _TOKEN.finditer(plain):
        kind = match.lastgroup
        if kind == "blank":
            continue
        start, end = match.span()
        if kind == "word":
            word = match[0]
            keyword = spellings.get(word)
            if keyword is None:
                yield Token("NAME", word, word, (start, end))
            else:
                yield Token(keyword.terminal, word, keyword.value, (start, end))
        elif kind == "sign":
            yield Token(PUNCTUATION[match[0]], match[0], "", (start, end))
        elif kind == "STRING":
            yield Token("STRING", text[start:end], language, (start, end))
        elif kind == "phrase":
            yield _phrase(match[0], (start, end))
        elif kind in ("LITERAL", "DATE", "ID"):
            yield Token(kind, match[0], "", (start, end))
        else:
            yield Token("OPEN" if kind == "open" else "OTHER", text[start:end], "", (start, end))


def _phrase(written: str, place: Place) -> Token:
    words = " ".join(written.split())
    keyword = _BY_SPELLING.get(words)
    if keyword is None:
        keyword = next(each for each in KEYWORDS if each.zh.replace(" ", "") == words.replace(" ", ""))
    return Token(keyword.terminal, words, keyword.value, place)
