"""Paragraphs of one story in their final reading, with their numbers and kinds; tables are handed through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ..document import Kind
from .inline import Found, InlineReader
from .line import Line, LineBuilder
from .numbering import Numbering
from .plain_runs import plain_runs
from .styles import Style, Styles
from .symbols import is_symbol_font
from .visibility import PAPER, shade
from .xml import W, child_value, number_value, short, switch, unwrapped, value

_LONGEST_HEADING = 100
_P, _P_PR, _TC_PR = W + "p", W + "pPr", W + "tcPr"


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
    line: LineBuilder
    found: list[Found] = field(default_factory=list)


class ParagraphReader:
    """Reads the paragraphs of one story in document order, counting its automatic numbers.

    `traced`: every line tells where its characters come from.
    """

    def __init__(self, styles: Styles, numbering: Numbering, traced: bool = False) -> None:
        self._traced = traced
        self._styles = styles
        self._numbering = numbering
        self._inline = InlineReader(styles)
        self._plain: dict[str | None, bool] = {}

    def flow(self, parent: etree._Element, ground: str = PAPER) -> Iterator[Paragraph | etree._Element]:
        """The paragraphs below `parent`, and between them the elements of tables and imported parts as they are.

        `ground` is the colour they stand on.
        """
        going: _Open | None = None
        for child in unwrapped(parent):
            match short(child.tag):
                case "p":
                    if going is None and (quick := self._read_plain(child, ground)) is not None:
                        text, number, properties, style = quick
                        yield Paragraph(Line(text), _kind(properties, style, text), number, ())
                        continue
                    going = self._read(child, going, ground)
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

    def _is_plain_style(self, identifier: str | None, style: Style) -> bool:
        plain = self._plain.get(identifier)
        if plain is None:
            look = style.look
            plain = look.is_plain and not is_symbol_font(look.font) and style.ground in (None, PAPER)
            self._plain[identifier] = plain
        return plain

    def takes_plain_tables(self, table: etree._Element, ground: str) -> bool:
        """Whether a table without formatting of its own is plain here: no field is open, all around is white."""
        style = self._styles.paragraph(None)
        about = table.find(W + "tblPr")
        shaded = self._styles.style(child_value(about, "tblStyle")).is_shaded_table
        usual = self._is_plain_style(None, style) and style.num_id is None
        return usual and ground == PAPER and not (shaded or self._traced or self._inline.is_inside_field)

    def only_paragraph(self, cell: etree._Element, ground: str) -> tuple[str, str] | None:
        """Text and number of a cell that holds one paragraph of plain words; None for all others."""
        only: etree._Element | None = None
        for child in cell:
            if child.tag == _P and only is None:
                only = child
            elif child.tag != _TC_PR:
                return None
        found = None if only is None else self._read_plain(only, ground)
        return None if found is None else found[:2]

    def _read_plain(
        self, paragraph: etree._Element, ground: str
    ) -> tuple[str, str, etree._Element | None, Style] | None:
        """Text, number, properties and style of a paragraph of plain words on white; None for all others."""
        if ground != PAPER or self._traced or self._inline.is_inside_field:
            return None
        text = plain_runs(paragraph)
        if text is None:
            return None
        properties = next(iter(paragraph), None)
        if properties is not None and properties.tag != _P_PR:
            properties = None
        identifier = child_value(properties, "pStyle")
        style = self._styles.paragraph(identifier)
        if not self._is_plain_style(identifier, style):
            return None
        return text, self._number(properties, style), properties, style

    def _read(self, paragraph: etree._Element, going: _Open | None, ground: str) -> _Open:
        properties = paragraph.find(W + "pPr")
        style = self._styles.paragraph(child_value(properties, "pStyle"))
        reading = going or _Open(properties, style, LineBuilder(self._traced))
        before = reading.line.length
        own = None if properties is None else properties.find(W + "shd")
        ground = shade(own) or style.ground or ground
        found = self._inline.read(paragraph, style.look, reading.line, _has_line_tabs(properties), ground)
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
