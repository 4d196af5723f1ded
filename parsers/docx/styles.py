"""Word styles, resolved along their `basedOn` chain: only what the text and its structure need."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from .visibility import SMALLEST, highlight, shade
from .xml import W, child_value, number_value, short, switch, value

_HEADING_NAME = re.compile(r"(?:heading|标题|標題|見出し)\s*[1-9]|title|subtitle|标题|副标题|章标题|条标题", re.I)
_CONTENTS_NAME = re.compile(r"toc(?:\s*\d|\s*heading)|目录\s*\d?|目次\s*\d?|table of (?:contents|figures)", re.I)


@dataclass(frozen=True, slots=True)
class Look:
    """Character formatting; None means not said here."""

    hidden: bool | None = None
    underlined: bool | None = None
    font: str | None = None
    colour: str | None = None
    """`auto`, or six hexadecimal digits."""
    ground: str | None = None
    """The colour behind the characters themselves."""
    size: int | None = None
    """In half-points."""
    struck: bool | None = None
    """Whether one line or two are drawn through the characters."""

    def over(self, base: Look) -> Look:
        """This formatting where it says something, else `base`."""
        return Look(
            base.hidden if self.hidden is None else self.hidden,
            base.underlined if self.underlined is None else self.underlined,
            self.font or base.font,
            self.colour or base.colour,
            self.ground or base.ground,
            base.size if self.size is None else self.size,
            base.struck if self.struck is None else self.struck,
        )

    @property
    def is_tiny(self) -> bool:
        """Whether the characters are too small for anyone to read."""
        return self.size is not None and self.size <= SMALLEST

    @property
    def is_plain(self) -> bool:
        """Whether nothing of this formatting changes what a reader sees of the words."""
        seen = self.hidden or self.underlined or self.is_tiny or self.ground or self.struck
        return not seen and self.colour in (None, "auto", "000000")


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph or character style with what it inherits. `numbered_by` is the style whose `numId` counts."""

    name: str = ""
    outline: int | None = None
    num_id: str | None = None
    level: int | None = None
    numbered_by: str = ""
    look: Look = PLAIN
    ground: str | None = None
    """The shading of the whole paragraph."""
    is_shaded_table: bool = False
    """Whether a table of this style has shaded cells somewhere."""

    @property
    def is_heading(self) -> bool:
        """Whether paragraphs of this style are headings, by outline level (0 to 8) or by name."""
        if self.outline is not None:
            return self.outline < 9
        return _HEADING_NAME.fullmatch(self.name) is not None

    @property
    def is_contents(self) -> bool:
        """Whether paragraphs of this style are lines of a table of contents."""
        return _CONTENTS_NAME.fullmatch(self.name) is not None

    @property
    def is_prompt(self) -> bool:
        """Whether words of this style are the prompt of an empty content control."""
        return self.name.lower() in ("placeholder text", "占位符文本")


_NO_STYLE = Style()


class Styles:
    """The styles of a document by id."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._resolved: dict[str, Style] = {}
        self._default = ""
        for element in () if root is None else root.iterchildren(W + "style"):
            identifier = value(element, "styleId") or ""
            self._elements.setdefault(identifier, element)
            if value(element, "type") == "paragraph" and value(element, "default") in ("1", "true", "on"):
                self._default = identifier

    def paragraph(self, identifier: str | None) -> Style:
        """A paragraph's style; None is the document's default style."""
        return self.style(identifier if identifier is not None else self._default)

    def style(self, identifier: str | None) -> Style:
        """A style by id; an id that isn't there says nothing."""
        if identifier is None or identifier not in self._elements:
            return _NO_STYLE
        if identifier not in self._resolved:
            self._resolve(identifier)
        return self._resolved[identifier]

    def numbering_of(self, identifier: str) -> str | None:
        """The `numId` of a list style (`numStyleLink`)."""
        return self.style(identifier).num_id

    def _resolve(self, identifier: str) -> None:
        # A chain may be long or, in a broken file, a ring: it is walked, not recursed into.
        chain: list[str] = []
        at: str | None = identifier
        while at is not None and at in self._elements and at not in self._resolved and at not in chain:
            chain.append(at)
            at = child_value(self._elements[at], "basedOn")
        base = self._resolved.get(at or "", _NO_STYLE)
        for each in reversed(chain):
            base = self._resolved[each] = _layered(each, self._elements[each], base)


def _layered(identifier: str, element: etree._Element, base: Style) -> Style:
    paragraph = element.find(W + "pPr")
    numbering = None if paragraph is None else paragraph.find(W + "numPr")
    outline = number_value(paragraph, "outlineLvl")
    num_id, level = child_value(numbering, "numId"), number_value(numbering, "ilvl")
    own_level = level if level is not None or num_id is not None else base.level
    return Style(
        child_value(element, "name") or "",
        base.outline if outline is None else outline,
        base.num_id if num_id is None else num_id,
        own_level,
        base.numbered_by if num_id is None else identifier,
        look_of(element.find(W + "rPr")).over(base.look),
        shade(None if paragraph is None else paragraph.find(W + "shd")) or base.ground,
        base.is_shaded_table or any(shade(each) is not None for each in element.iter(W + "shd")),
    )


def look_of(properties: etree._Element | None) -> Look:
    """The formatting an `rPr` says directly."""
    if properties is None:
        return PLAIN
    underlined = font = colour = ground = None
    for child in properties:
        match short(child.tag):
            case "u":
                underlined = value(child) not in (None, "none")
            case "rFonts":
                font = value(child, "ascii") or value(child, "hAnsi")
            case "color":
                colour = value(child)
            case "shd":
                ground = ground or shade(child)
            case "highlight":
                ground = highlight(value(child)) or ground
            case _:
                pass
    size, strikes = number_value(properties, "sz"), (switch(properties, "strike"), switch(properties, "dstrike"))
    struck = True if True in strikes else False if False in strikes else None
    return Look(switch(properties, "vanish"), underlined, font, colour, ground, size, struck)
