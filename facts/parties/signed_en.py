"""Parties that only the signature block names: a company's name on its line above By: or /s/."""

from __future__ import annotations

from collections.abc import Iterator

from .. import regexes as re
from ..signing.zones import signature_zones
from ..text import Text
from .mentions import Mention
from .names import english_name, is_organisation, judge

_LINE = re.compile(
    r"^[ ]*(?:(?i:for and on behalf of|on behalf of|for|by)[ ]*:?[ ]+)?(?P<name>[A-Z0-9][^\n:_]{3,90}?)[ ,.]*$"
)
_SIGNS = re.compile(r"[ ]*(?:(?:By|BY|Per|PER|Signature|Signed)\b[ ]?:?|/s/|_{4,}|(?:Name|Title)[ ]?:)")
_COLUMNS = re.compile(r"\t|│|\||[ ]{3,}")
_LINES_BELOW = 2


def signed_mentions(text: Text) -> Iterator[Mention]:
    """A mention for each organisation that signs, in the order of the text."""
    seen: set[str] = set()
    for zone in signature_zones(text):
        position = zone.start
        lines = zone.text.split("\n")
        for number, line in enumerate(lines):
            start, position = position, position + len(line) + 1
            below = [other for other in lines[number + 1 :] if other.strip()][:_LINES_BELOW]
            if not any(_SIGNS.match(cell) for other in below for cell in _COLUMNS.split(other)):
                continue
            at = start
            for cell in _COLUMNS.split(line):
                found = _LINE.match(cell)
                at = text.text.find(cell, at) if cell else at
                name = english_name(found["name"]) if found is not None else None
                if found is not None and name is not None and is_organisation(name) and name not in seen:
                    seen.add(name)
                    begin = at + found.start("name")
                    yield Mention((), judge(name, begin), begin, begin + len(name))
