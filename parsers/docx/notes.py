"""The numbers of footnotes and endnotes, counted by their marks in the text (ECMA-376 part 1, 17.11)."""

from __future__ import annotations

from lxml import etree

from ..document import Part
from .number_formats import format_number
from .xml import W, child_value, number_value, value

_NOTES = (
    (Part.FOOTNOTE, "footnoteReference", "footnotePr", "decimal"),
    (Part.ENDNOTE, "endnoteReference", "endnotePr", "lowerRoman"),
)
_GONE = {W + "del", W + "moveFrom"}


def note_numbers(document: etree._Element) -> dict[tuple[Part, str], str]:
    """The number of each note by its part and id; a note with a mark of its own (an asterisk) has none.

    The format and start of the last section hold for all. Numbering that begins anew on each page would need the pages,
    and is counted on.
    """
    found: dict[tuple[Part, str], str] = {}
    last = document.find(f"{W}body/{W}sectPr")
    for part, reference, properties, usual in _NOTES:
        about = None if last is None else last.find(W + properties)
        form = child_value(about, "numFmt") or usual
        start = number_value(about, "numStart")
        number = 1 if start is None else start
        for mark in document.iter(W + reference):
            key = (part, value(mark, "id") or "")
            if key in found or any(above.tag in _GONE for above in mark.iterancestors()):
                continue
            if value(mark, "customMarkFollows") in ("1", "true", "on"):
                found[key] = ""
                continue
            found[key] = format_number(number, form)
            number += 1
    return found
