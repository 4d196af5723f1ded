"""Places of a contract that were left open, and whether any are left that a signature won't fill."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from ...parsers.document import Media
from ...values import Quantity, Unit
from .. import regexes as re
from ..fact import Fact, absent, stated
from ..roles import Parties
from ..signing.zones import is_signature_label, signature_zones
from ..text import Stretch, Text
from .blank_forms import EMPTY_CELL, EMPTY_CLAUSE, EMPTY_LABEL, FORM_LABEL, FORMS, TICK

_ROMAN_CONTEXT = re.compile(r"(?i:article|section|part|chapter|annex|schedule|exhibit|appendix|title|century)\s*$")
# A rule above or before a note: ____ *Minimum order, ____ (1) Subject to stock
_FOOTNOTE = re.compile(r"[ ]{1,3}(?:\*{1,3}|†|\[\d\]|\(\d\)|[¹²³])[ ]?(?=[A-Z\u3400-\u9fff])")
_MOST_SHOWN = 20
_READER = "blanks"


@lru_cache(maxsize=8)
def find_blanks(text: Text) -> tuple[Stretch, ...]:
    """All blanks of a text in order, none overlapping: rules, empty brackets, placeholders, masks, empty dates, labels
    with nothing after them, ruled clauses never written."""
    found: list[Stretch] = []
    for start, end in sorted(set(_candidates(text)), key=lambda span: (span[0], -span[1])):
        if found and start < found[-1].end:
            continue
        found.append(Stretch(start, end, text.text[start:end]))
    return tuple(found)


def overlaps_blank(text: Text, start: int, end: int) -> Stretch | None:
    """The first blank that touches a stretch of the text."""
    return next((blank for blank in find_blanks(text) if blank.start <= end and blank.end >= start), None)


def _candidates(text: Text) -> Iterator[tuple[int, int]]:
    ticks = TICK.search(text.text) is not None
    for match in re.in_lines(FORMS, text.text):
        if not _is_something_else(text, match, ticks):
            yield match.start(), match.end()
    for pattern in (EMPTY_LABEL, EMPTY_CELL):
        for match in re.in_lines(pattern, text.text):
            yield match.start("label"), match.end("gap")
    for match in EMPTY_CLAUSE.finditer(text.text):
        yield match.start("gap"), match.end("gap")


def _is_something_else(text: Text, match: re.Match[str], ticks: bool) -> bool:
    """Rules that underline a title or set off a footnote, a tick box among ticked ones, a Roman number, Markdown
    emphasis."""
    found = match.group()
    if set(found) <= {"_", "\u2500", "\u2501"} and _FOOTNOTE.match(text.text, match.end()) is not None:
        return text.line_at(match.start()).text.lstrip().startswith(found)
    if found[0] in "Xx" and _ROMAN_CONTEXT.search(text.text, max(0, match.start() - 12), match.start()):
        return True
    if ticks and not found.strip("[] \t") and found.startswith("["):
        return True
    line = text.line_at(match.start()).text
    if set(found) <= {"*", " "} and (not line.strip(" *-") or text.document.media is Media.MARKDOWN):
        return True
    return found.startswith("[") and "●" not in found and re.fullmatch(r"\[[ ]?\d[\d.,/ -]*\]", found) is not None


def open_blanks(text: Text) -> tuple[Stretch, ...]:
    """The blanks that somebody has to fill: all but bare lines for a signature or its date."""
    return tuple(blank for blank in find_blanks(text) if not _waits_for_a_pen(text, blank))


def read(text: Text, parties: Parties) -> Iterable[Fact]:
    """`contract.has_blanks` and `contract.blank_count`; bare lines for a signature or its date don't count."""
    open_ones = open_blanks(text)
    if not open_ones:
        return [absent("contract.has_blanks"), stated("contract.blank_count", Quantity(Decimal(0), Unit.NUMBER))]
    evidence = [
        item for blank in open_ones[:_MOST_SHOWN] for item in text.evidence(*with_context(text, blank), _READER)
    ]
    count = Quantity(Decimal(len(open_ones)), Unit.NUMBER)
    return [
        stated("contract.has_blanks", True, *evidence),
        stated("contract.blank_count", count, *evidence),
    ]


def _waits_for_a_pen(text: Text, blank: Stretch) -> bool:
    if not any(zone.start <= blank.start < zone.end for zone in signature_zones(text)):
        return False
    if re.search(r"[{\[*Xx×]", blank.text):
        return False
    line = text.line_at(blank.start)
    if re.search(r"[。;]|[^ ]{8},", line.text):
        return False
    before = re.split(r"[_\t│|]|[ ]{2,}", text.text[line.start : blank.start])
    # A label with nothing behind it is its own label.
    own = re.sub(r"[_\s\u2500│|]", "", blank.text)
    label = (
        own if re.search(r"[^年月日\d\s:]", own) else next((part for part in reversed(before) if part.strip(" :")), "")
    )
    if "年" in blank.text and "月" in blank.text and (not label.strip() or is_signature_label(label)):
        return True
    if not label.strip(" :()") or is_signature_label(label):
        return True
    return set(blank.text) <= set("_ ") and FORM_LABEL.search(label) is None


def with_context(text: Text, blank: Stretch) -> tuple[int, int]:
    """A blank with the words around it on its line, so that a reader of a report finds it."""
    line = text.line_at(blank.start)
    if len(line.text) <= 60:
        return line.start, line.end
    return max(line.start, blank.start - 24), max(blank.end, min(line.end, blank.end + 12))
