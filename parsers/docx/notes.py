"""The numbers of footnotes and endnotes, counted by their marks in the text (ECMA-376 part 1, 17.11)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ..document import Part
from .number_formats import format_number
from .xml import W, value

_NOTES = (
    (Part.FOOTNOTE, "footnoteReference", "footnotePr", "decimal"),
    (Part.ENDNOTE, "endnoteReference", "endnotePr", "lowerRoman"),
)
_GONE = {W + "del", W + "moveFrom"}
_BREAK, _RENDERED_BREAK, _SECTION = W + "br", W + "lastRenderedPageBreak", W + "sectPr"
_Numbers = dict[tuple[Part, str], str]


def note_numbers(document: etree._Element, settings: etree._Element | None = None) -> _Numbers:
    """The number of each note by its part and id; a note with a mark of its own (an asterisk) has none.

    Numbering goes on, or begins anew with each section or page, as the section says, else the document's `settings`.
    Pages are told by the breaks Word notes on saving; in a file without them they can't be, and numbers go on.
    """
    found: _Numbers = {}
    for part, reference, properties, usual in _NOTES:
        if next(document.iter(W + reference), None) is not None:
            _count(document, settings, part, (W + reference, properties, usual), found)
    return found


def _count(
    document: etree._Element,
    settings: etree._Element | None,
    part: Part,
    names: tuple[str, str, str],
    found: _Numbers,
) -> None:
    reference, properties, usual = names
    abouts = [each.find(W + properties) for each in _sections(document)] or [None]
    general = None if settings is None else settings.find(W + properties)
    number = _number(_said(abouts[0], general, "numStart"))
    before = 0
    for section, element in _marks(document, reference):
        about = abouts[section] if section < len(abouts) else None
        restart, start = _said(about, general, "numRestart"), _number(_said(about, general, "numStart"))
        if section != before and restart in ("eachSect", "eachPage"):
            number = start
        before = section
        if element.tag != reference:
            number = start if restart == "eachPage" else number
            continue
        key = (part, value(element, "id") or "")
        if key in found or any(above.tag in _GONE for above in element.iterancestors()):
            continue
        if value(element, "customMarkFollows") in ("1", "true", "on"):
            found[key] = ""
            continue
        found[key] = format_number(number, _said(about, general, "numFmt") or usual)
        number += 1


def _sections(document: etree._Element) -> list[etree._Element]:
    """The properties of every section, in order; not those a tracked change replaced."""
    return [each for each in document.iter(_SECTION) if _tag_above(each) != W + "sectPrChange"]


def _marks(document: etree._Element, reference: str) -> Iterator[tuple[int, etree._Element]]:
    """The marks of notes and the page breaks in order, each with the number of its section, from 0."""
    section = 0
    ending: etree._Element | None = None
    for element in document.iter(reference, _BREAK, _RENDERED_BREAK, _SECTION):
        # A section's properties stand before the words of its last paragraph, which still belongs to it.
        if ending is not None and all(above is not ending for above in element.iterancestors(W + "p")):
            section += 1
            ending = None
        if element.tag == _SECTION:
            if _tag_above(element) == W + "pPr":
                ending = next(element.iterancestors(W + "p"), None)
        elif element.tag != _BREAK or value(element, "type") == "page":
            yield section, element


def _tag_above(element: etree._Element) -> str:
    above = element.getparent()
    return "" if above is None else above.tag


def _said(about: etree._Element | None, general: etree._Element | None, name: str) -> str | None:
    """What a section says of its notes, else what the document says."""
    for each in (about, general):
        found = None if each is None else each.find(W + name)
        if found is not None:
            return value(found)
    return None


def _number(written: str | None) -> int:
    return int(written) if written is not None and written.isascii() and written.isdecimal() and len(written) < 7 else 1
