"""Paragraphs of one story in their final reading, with their numbers and kinds; tables are handed through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ..document import Kind
from .inline import Found, InlineReader
from .line import Line, LineBuilder
from .numbering import Numbering
from .styles import Style, Styles
from .xml import W, child_value, number_value, short, switch, unwrapped, value

_LONGEST_HEADING = 100


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as the final text has it; it may be empty."""

    line: Line
    kind: Kind
    number: str
    found: tuple[Found, ...]


@dataclass(slots=True)
class _Open:
    """A paragraph being read; when its mark was deleted, the next one goes on in it."""

    properties: etree._Element | None
    style: Style
    line: LineBuilder = field(default_factory=LineBuilder)
    found: list[Found] = field(default_factory=list)


class ParagraphReader:
    """Reads the paragraphs of one story in document order, counting its automatic numbers."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._inline = InlineReader(styles)

    def flow(self, parent: etree._Element) -> Iterator[Paragraph | etree._Element]:
        """The paragraphs below `parent`, and between them the elements of tables and imported parts as they are."""
        going: _Open | None = None
        for child in unwrapped(parent):
            match short(child.tag):
                case "p":
                    going = self._read(child, going)
                    if not _mark_is_deleted(child):
                        yield self._finished(going)
                        going = None
                case "tbl" | "altChunk" | "subDoc":
                    if going is not None:
                        yield self._finished(going)
                        going = None
                    yield child
                case _:
                    pass
        if going is not None:
            yield self._finished(going)

    def _read(self, paragraph: etree._Element, going: _Open | None) -> _Open:
        properties = paragraph.find(W + "pPr")
        style = self._styles.paragraph(child_value(properties, "pStyle"))
        reading = going or _Open(properties, style)
        before = reading.line.length
        found = self._inline.read(paragraph, style.look, reading.line, _has_line_tabs(properties))
        reading.found.append(found)
        # The surviving mark holds the properties; a paragraph that adds nothing doesn't take over the text before it.
        if reading.line.length > before or not before:
            reading.properties, reading.style = properties, style
        return reading

    def _finished(self, reading: _Open) -> Paragraph:
        line = reading.line.finish()
        properties, style = reading.properties, reading.style
        counts = not (_mark_is_hidden(properties) and _all_hidden(line)) and not _is_section_break(properties, line)
        number = self._number(properties, style) if counts else ""
        return Paragraph(line, _kind(properties, style, line.text), number, tuple(reading.found))

    def _number(self, properties: etree._Element | None, style: Style) -> str:
        direct = None if properties is None else properties.find(W + "numPr")
        num_id, level = child_value(direct, "numId"), number_value(direct, "ilvl")
        if num_id is None:
            num_id = style.num_id
            if num_id is not None and level is None:
                level = style.level
                level = self._numbering.level_of_style(num_id, style.numbered_by) if level is None else level
        # The id 0 takes a paragraph out of the list its style is in.
        if num_id is None or num_id == "0":
            return ""
        return self._numbering.next(num_id, level or 0)


def _mark_is_deleted(paragraph: etree._Element) -> bool:
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and (mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None)


def _mark_is_hidden(properties: etree._Element | None) -> bool:
    return properties is not None and bool(switch(properties.find(W + "rPr"), "vanish"))


def _is_section_break(properties: etree._Element | None, line: Line) -> bool:
    """Whether a paragraph is nothing but the end of a section: Word gives it no number."""
    return not line.text and properties is not None and properties.find(W + "sectPr") is not None


def _all_hidden(line: Line) -> bool:
    return sum(span.end - span.start for span in line.hidden) == len(line.text)


def _has_line_tabs(properties: etree._Element | None) -> bool:
    """Whether every tab stop of a paragraph draws a line ("By: ______")."""
    tabs = None if properties is None else properties.find(W + "tabs")
    stops = [] if tabs is None else [stop for stop in tabs if value(stop) != "clear"]
    return bool(stops) and all(value(stop, "leader") in ("underscore", "heavy") for stop in stops)


def _kind(properties: etree._Element | None, style: Style, text: str) -> Kind:
    if style.is_contents:
        return Kind.FURNITURE
    outline = number_value(properties, "outlineLvl")
    heading = style.is_heading if outline is None else outline < 9
    return Kind.HEADING if heading and not _is_clause(text) else Kind.PARAGRAPH


def _is_clause(text: str) -> bool:
    """Whether words are too many for a heading: heading styles are often used to number whole clauses."""
    return len(text) > _LONGEST_HEADING or text.rstrip().endswith(("。", "；", ";", "，", ","))
