"""Clause numbers and headings of a contract, printed or automatic.

Numbering says where words stand; it is never trusted to say what a clause is about.
"""

from __future__ import annotations

from dataclasses import dataclass

from . import regexes as re

_HAN = "一二三四五六七八九十百〇零"
# At the start of a line, or inside a run-on line after the end of a sentence. 12.5 before a unit is no clause.
_NUMBER = re.compile(
    rf"(?:^|\n|(?<=[。;:])|(?<=[^\d.]\.))[ \t\"]{{0,40}}+"
    rf"(?P<number>第[ \t]{{0,3}}[{_HAN}\d]{{1,6}}[ \t]{{0,3}}[条章节款]|[{_HAN}]{{1,4}}(?=[、.])|\([{_HAN}\d]{{1,3}}\)"
    rf"|(?:ARTICLE|Article|SECTION|Section|Clause|CLAUSE)\s{{1,4}}(?:[IVXLC]{{1,8}}|\d{{1,3}}(?:\.\d{{1,3}}){{0,4}})\b"
    r"|(?P<dotted>\d{1,2}(?:\.\d{1,2}){1,3}(?![\d%‰]|\s?(?:[元万亿天日月年个倍台件套吨米]|美元|公斤|(?i:kg|usd|days?|months?|%))))"
    r"|\d{1,2}(?=[.、)]\s{0,8}[^\d\s]))",
)
_HEADING = re.compile(r"[ \t.、:：)）-]*(?P<heading>[^\n。;；:：.]{1,40})")


@dataclass(frozen=True, slots=True)
class Marker:
    """A clause number with the words that follow it, at most a short heading."""

    start: int
    number: str
    heading: str


def find_markers(text: str, automatic: dict[int, str]) -> tuple[Marker, ...]:
    """The clause markers of a normalised text; `automatic` gives Word's own numbers by position."""
    found: dict[int, Marker] = {}
    for match in _NUMBER.finditer(text):
        # "单价:12.5" is a price.
        if match["dotted"] and text[max(0, match.start() - 1) : match.start()] == ":":
            continue
        number = "".join(match["number"].split()) if "第" in match["number"] else match["number"]
        found[match.start("number")] = Marker(match.start("number"), number, _heading(text, match.end("number")))
    for position, number in automatic.items():
        found[position] = Marker(position, number.strip().rstrip(".、"), _heading(text, position))
    return tuple(found[position] for position in sorted(found))


def _heading(text: str, position: int) -> str:
    match = _HEADING.match(text, position)
    return match["heading"].strip() if match else ""
