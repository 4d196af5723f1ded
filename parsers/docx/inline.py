"""What stands inside one paragraph: runs, fields, links, controls, tracked changes, anchored drawings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from lxml import etree

from ..document import Part
from .fields import Field
from .line import STRUCK, Change, LineBuilder
from .styles import PLAIN, Look, Styles, look_of
from .symbols import plain, symbol
from .visibility import PAGE_PICTURE, PAPER, blends, picture_area
from .xml import R_EMBED, R_ID, W, branch, child_value, short, value

_CONTAINERS = {"hyperlink", "smartTag", "customXml", "bdo", "dir", "m:oMath", "m:oMathPara", "m:r"}
_WRITTEN = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
# Word nests twenty fields at most; a file with more of them open is broken.
_DEEPEST_FIELD = 50
_NOTES = {"footnoteReference": Part.FOOTNOTE, "endnoteReference": Part.ENDNOTE}


@dataclass(slots=True)
class Found:
    """What a paragraph holds besides its text."""

    boxes: list[etree._Element] = field(default_factory=list)
    """`w:txbxContent` of text boxes anchored here."""
    notes: list[tuple[Part, str]] = field(default_factory=list)
    watermarks: list[str] = field(default_factory=list)
    pictures: int = 0
    page_pictures: int = 0
    """Pictures so large that they are a scanned page rather than a seal or a logo."""
    scans: list[tuple[str, bool]] = field(default_factory=list)
    """The relationship id of each picture, and whether it is as large as a page."""
    objects: int = 0
    """Embedded files, such as a price table made in Excel."""
    fields: set[str] = field(default_factory=set)
    """The first words of field instructions: PAGE, TOC."""


@dataclass(frozen=True, slots=True)
class _Context:
    change: Change | None = None
    removed: bool = False


def change_of(element: etree._Element) -> Change:
    """Author and date of a tracked change."""
    return Change(value(element, "author") or "", value(element, "date") or "")


class InlineReader:
    """Reads paragraphs of one story in order; fields may reach over several of them."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[Field] = []
        self._line = LineBuilder()
        self._base = PLAIN
        self._found = Found()
        self._leaders = False
        self._ground = PAPER

    @property
    def is_inside_field(self) -> bool:
        """Whether a field that began in an earlier paragraph is still open."""
        return bool(self._fields)

    def read(
        self, paragraph: etree._Element, base: Look, line: LineBuilder, leaders: bool = False, ground: str = PAPER
    ) -> Found:
        """Adds a paragraph's text to `line` and gives what else it holds.

        `base` is its style's formatting; `leaders` says that its tabs are drawn as lines to write on; `ground` is the
        colour behind it.
        """
        self._line, self._base, self._found, self._leaders = line, base, Found(), leaders
        self._ground = ground
        self._inline(paragraph, _Context())
        self._close_broken_fields()
        return self._found

    def _inline(self, parent: Iterable[etree._Element], context: _Context) -> None:
        for child in parent:
            match short(child.tag):
                case "r":
                    self._run(child, context)
                case "ins" | "moveTo":
                    self._inline(child, context if context.removed else _Context(change_of(child)))
                case "del" | "moveFrom":
                    self._inline(child, _Context(change_of(child), True))
                case "sdt":
                    self._inline(child.iterfind(f"{W}sdtContent/*"), context)
                case "fldSimple":
                    self._note_field(value(child, "instr") or "")
                    self._inline(child, context)
                case "mc:AlternateContent":
                    chosen = branch(child)
                    if chosen is not None:
                        self._inline(chosen, context)
                case "m:t":
                    self._line.source = child
                    self._write(child.text or "", self._base, context)
                case name if name in _CONTAINERS or name.startswith("m:"):
                    self._inline(child, context)
                case _:
                    pass

    def _run(self, run: etree._Element, context: _Context) -> None:
        properties = run.find(W + "rPr")
        look = self._base
        if properties is not None:
            styled = self._styles.style(child_value(properties, "rStyle")).look
            look = look_of(properties).over(styled.over(self._base))
        self._run_children(run, look, context)

    def _run_children(self, parent: Iterable[etree._Element], look: Look, context: _Context) -> None:
        for child in parent:
            self._line.source = child
            match short(child.tag):
                case "t" | "delText" | "m:t":
                    self._write(plain(child.text or "", look), look, context)
                case name if name in _WRITTEN:
                    self._write(_WRITTEN[name], look, context)
                case "sym":
                    self._write(symbol(value(child, "char"), value(child, "font")), look, context)
                case "fldChar":
                    self._field(child, look, context)
                case "instrText":
                    if self._fields and self._fields[-1].in_instruction:
                        self._fields[-1].code += child.text or ""
                case "ruby":
                    for base in child.iterchildren(W + "rubyBase"):
                        self._inline(base, context)
                case "mc:AlternateContent":
                    chosen = branch(child)
                    if chosen is not None:
                        self._run_children(chosen, look, context)
                case "footnoteReference" | "endnoteReference" as name:
                    if not context.removed:
                        self._found.notes.append((_NOTES[name], value(child, "id") or ""))
                case "drawing" | "pict" | "object":
                    if not context.removed:
                        self._drawing(child)
                case _:
                    pass

    def _write(self, text: str, look: Look, context: _Context) -> None:
        if context.removed and context.change is not None:
            self._line.delete(text, context.change)
            return
        for each in self._fields:
            if each.in_instruction:
                each.swallowed.append(text)
                return
        if look.struck:
            self._line.delete(text, STRUCK)
            return
        underlined = bool(look.underlined) or (self._leaders and text == "\t")
        self._line.add(text, self._is_hidden(text, look), underlined, context.change)

    def _is_hidden(self, text: str, look: Look) -> bool:
        if look.hidden or not text.strip():
            return bool(look.hidden)
        return look.is_tiny or blends(look.colour, look.ground or self._ground)

    def _field(self, character: etree._Element, look: Look, context: _Context) -> None:
        match value(character, "fldCharType"):
            case "begin":
                self._fields.append(Field(character.find(W + "ffData"), self._line))
                del self._fields[:-_DEEPEST_FIELD]
            case "separate" if self._fields:
                self._note_field(self._fields[-1].code)
                self._fields[-1].separate(self._line)
            case "end" if self._fields:
                ended = self._fields.pop()
                self._note_field(ended.code)
                self._write(ended.shown_at_end(self._line), replace(look, underlined=None), context)
            case _:
                pass

    def _note_field(self, code: str) -> None:
        self._found.fields.update(code.split()[:1])

    def _close_broken_fields(self) -> None:
        """Gives back what a field swallowed whose instruction never ends: no text may vanish that way."""
        self._line.source = None
        while self._fields and self._fields[-1].in_instruction:
            for text in self._fields.pop().swallowed:
                self._line.add(text, self._is_hidden(text, self._base))

    def _drawing(self, drawing: etree._Element) -> None:
        waiting = [drawing]
        area = 0
        while waiting:
            element = waiting.pop()
            match short(element.tag):
                case "txbxContent":
                    self._found.boxes.append(element)
                    continue
                case "mc:AlternateContent":
                    chosen = branch(element)
                    waiting += [] if chosen is None else [chosen]
                    continue
                case "v:textpath":
                    self._found.watermarks.append(element.get("string", ""))
                case "wp:extent":
                    area = picture_area(element)
                case "v:imagedata" | "a:blip":
                    self._found.pictures += 1
                    self._found.page_pictures += area > PAGE_PICTURE
                    relationship = element.get(R_EMBED) or element.get(R_ID) or ""
                    self._found.scans.append((relationship, area > PAGE_PICTURE))
                case "o:OLEObject":
                    self._found.objects += 1
                case _:
                    pass
            waiting += reversed(element)
