"""Parties that only the signature block names: a company's name above, or straight before, By: or /s/."""

from __future__ import annotations

from collections.abc import Iterator

from .. import regexes as re
from ..signing.zones import signature_zones
from ..text import Text
from .mentions import Mention
from .names import ROLE_WORD_EN, english_name, is_organisation, judge

_LINE = re.compile(
    r"^[ ]*(?:(?i:for and on behalf of|on behalf of|for|by)[ ]*:?[ ]+)?(?P<name>[A-Z0-9][^\n:_]{3,90}?)[ ,.]*$"
)
_SIGNS = re.compile(r"[ ]*(?:(?:By|BY|Per|PER|Signature|Signed)\b[ ]?:?|/s/|_{4,}|(?:Name|Title)[ ]?:)")
_COLUMNS = re.compile(r"\t|│|\||[ ]{3,}")
_LINES_BELOW = 2
_MARK = re.compile(r"\b(?:By|BY)[ ]?:|/s/")
_LONGEST = 120
_STARTS = re.compile(r"(?<![\w.&'/-])[A-Z0-9][\w&.'-]*(?=[ ,])")
# What may stand between a signer's name and its mark: a description of what it is.
_DESCRIPTION = re.compile(r"[\s,.]*(?:\b(?:an?|its)\s[^:\n]{3,60})?[\s,]*")
_SIGNED_THROUGH = re.compile(r"\b(?:By|BY)[ ]?:\s*$")
_OFFICE = re.compile(
    r"\b(?:President|Signatory|Signature|Officer|Director|Manager|Secretary|Treasurer|Chairman|Name|Title|Dated?|Page"
    r"|Attorney-in-fact|Counsel|By|C[EFO]O)\b"
)
# FOR THE SUPPLIER / Alder Ltd: whose place to sign a name stands at.
_CAPTION = re.compile(
    r"^[ ]*(?:(?i:signed|executed|agreed|accepted)[ ]*(?i:by|and delivered by)?[ ]*)?"
    rf"(?:(?i:for and on behalf of|on behalf of|for)[ ]+)?(?:[Tt]he |THE )?(?P<role>{ROLE_WORD_EN})[ ]*[:,]?[ ]*$"
)


def signed_mentions(text: Text) -> Iterator[Mention]:
    """A mention for each organisation that signs, in the order of the text."""
    seen: set[str] = set()
    for mention in (*_on_lines(text), *_before_marks(text)):
        if mention.name is not None and mention.name.text.lower() not in seen:
            seen.add(mention.name.text.lower())
            yield mention


def _on_lines(text: Text) -> Iterator[Mention]:
    """Names that fill a line, or a column of one, above a place to sign."""
    for zone in signature_zones(text):
        position = zone.start
        lines = zone.text.split("\n")
        caption: tuple[str, ...] = ()
        for number, line in enumerate(lines):
            start, position = position, position + len(line) + 1
            if (found_caption := _CAPTION.match(line)) is not None:
                caption = (found_caption["role"],)
                continue
            below = [other for other in lines[number + 1 :] if other.strip()][:_LINES_BELOW]
            if not any(_SIGNS.match(cell) for other in below for cell in _COLUMNS.split(other)):
                continue
            at = start
            for cell in _COLUMNS.split(line):
                found = _LINE.match(cell)
                at = text.text.find(cell, at) if cell else at
                name = english_name(found["name"]) if found is not None else None
                if found is not None and name is not None and is_organisation(name):
                    begin = at + found.start("name")
                    yield Mention(caption, judge(name, begin), begin, begin + len(name))
                    caption = ()


def _before_marks(text: Text) -> Iterator[Mention]:
    """Names that stand straight before By: or /s/ in running text, those left out that sign for another."""
    last = 0
    for mark in _MARK.finditer(text.text):
        start = max(last, mark.start() - _LONGEST)
        last = mark.end()
        stretch = text.text[start : mark.start()]
        for word in _STARTS.finditer(stretch):
            name = english_name(re.sub(r"\s", " ", stretch[word.start() :]))
            if name is None or not _DESCRIPTION.fullmatch(stretch, word.start() + len(name)):
                continue
            if _OFFICE.search(name) is not None and not name.isupper():
                continue
            begin = start + word.start()
            if _SIGNED_THROUGH.search(text.text, max(0, begin - 8), begin) is not None:
                break
            if _capitals_begin_late(name):
                continue
            yield Mention((), judge(name, begin), begin, begin + len(name))
            break


def _capitals_begin_late(name: str) -> bool:
    """Whether a name in capitals begins with words that aren't: Vice President ALDER CAPITAL, L.P."""
    words = [word for word in re.findall(r"[A-Za-z]{3,}", name) if word.lower() not in ("and", "the", "inc", "ltd")]
    return len(words) > 1 and not words[0].isupper() and words[-1].isupper() and words[len(words) // 2].isupper()
