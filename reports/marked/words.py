"""The words of a Word document and the elements they stand in; runs are cut where a note begins or ends."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from ...parsers.document import Limits, Part
from ...parsers.docx.line import Origin
from ...parsers.docx.package import open_package
from ...parsers.docx.walk import Walk
from ...parsers.docx.xml import short, value
from ...parsers.problem import Problem
from .parts import Parts, parsed, put_after

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_REFERRED = ("footnote", "endnote", "comment")
# Controls whose content Word writes itself, or takes no marks in (ECMA-376 part 1, 17.5.2).
_CLOSED = ("text", "dataBinding", "date", "dropDownList", "comboBox", "picture", "w14:checkbox", "showingPlcHdr")


@dataclass(slots=True)
class Piece:
    """Characters of a block, `start` up to `end`, and the element that writes them.

    `offset` is None when they aren't the element's text sign by sign.
    """

    start: int
    end: int
    element: etree._Element
    offset: int | None


@dataclass(frozen=True, slots=True)
class Anchor:
    """The elements a note's range begins before and ends after."""

    first: etree._Element
    last: etree._Element
    part: Part = Part.BODY
    """Where the words really stand, when no note can be put there."""
    exact: bool = True
    """Whether the words were found, or only their paragraph."""


@dataclass(slots=True)
class Words:
    """A document's blocks with the elements they stand in, in the tree that is going to be written."""

    name: str
    root: etree._Element
    texts: tuple[str, ...]
    w: str
    """The WordprocessingML namespace the file uses, in braces."""
    places: tuple[Part, ...] = ()
    pieces: dict[int, list[Piece]] = field(default_factory=dict)
    stand_ins: dict[int, etree._Element] = field(default_factory=dict)
    """For blocks outside the body, the run in the body that refers to them."""

    def anchor(self, block: int, start: int, end: int, text: str) -> Anchor | None:
        """The place of characters of a block, the runs cut at both ends; None where the body has no place for it.

        `text` is the block's text as it was checked: where it isn't what is read here, its paragraph is the place.
        """
        if not 0 <= block < len(self.texts):
            return None
        if block in self.stand_ins:
            node = self.stand_ins[block]
            return Anchor(node, node, self.places[block])
        pieces = self.pieces.get(block, [])
        if not pieces:
            return None
        exact = self.texts[block] == text and 0 <= start < end <= len(text)
        if exact:
            self._cut(pieces, start)
            self._cut(pieces, end)
        within = [each for each in pieces if each.start < end and each.end > start] if exact else []
        exact = bool(within)
        within = within or pieces
        first, last = self.standing(within[0].element), self.standing(within[-1].element)
        in_box = self.places[block] is Part.TEXT_BOX
        return Anchor(first, last, Part.TEXT_BOX if in_box else Part.BODY, exact)

    def standing(self, leaf: etree._Element) -> etree._Element:
        """What a mark can be put beside: the run, or what it stands in where no mark is allowed."""
        node = leaf
        for each in leaf.iterancestors():
            if each.tag == self.w + "txbxContent":
                # Word takes no comments in text boxes: the run they are drawn by stands for them.
                return self._outer_run(each)
        for each in (leaf, *leaf.iterancestors()):
            if each.tag == self.w + "p":
                break
            if each.tag == self.w + "r" or self._takes_no_marks(each):
                node = each
        return node

    def is_closed(self, control: etree._Element) -> bool:
        """Whether a content control is one that Word fills itself."""
        about = control.find(self.w + "sdtPr")
        return about is not None and any(self._short(child) in _CLOSED for child in about.iterchildren("*"))

    def _takes_no_marks(self, element: etree._Element) -> bool:
        name = self._short(element)
        return name.startswith(("m:", "mc:")) or (name == "sdt" and self.is_closed(element))

    def _short(self, element: etree._Element) -> str:
        return element.tag.removeprefix(self.w) if element.tag.startswith(self.w) else short(element.tag)

    def _outer_run(self, element: etree._Element) -> etree._Element:
        runs = list(element.iterancestors(self.w + "r"))
        return self.standing(runs[-1]) if runs else element

    def _cut(self, pieces: list[Piece], at: int) -> None:
        """Makes a run begin at a place, where the run allows it."""
        found = bisect_right(pieces, at, key=lambda piece: piece.start) - 1
        if found < 0 or at >= pieces[found].end:
            return
        piece = pieces[found]
        run = piece.element.getparent()
        if run is None or run.tag != self.w + "r" or self.standing(piece.element) is not run:
            return
        if at == piece.start:
            if any(each.tag != self.w + "rPr" for each in piece.element.itersiblings(preceding=True)):
                self._divide(run, piece.element)
            return
        if piece.offset is None:
            return
        cut = piece.offset + at - piece.start
        text = piece.element.text or ""
        rest = etree.Element(piece.element.tag, {str(name): str(value) for name, value in piece.element.attrib.items()})
        piece.element.text, rest.text = text[:cut], text[cut:]
        for each in (piece.element, rest):
            if each.text != (each.text or "").strip():
                each.set(_SPACE, "preserve")
        put_after(piece.element, rest)
        pieces.insert(found + 1, Piece(at, piece.end, rest, 0))
        piece.end = at
        self._divide(run, rest)

    def _divide(self, run: etree._Element, first: etree._Element) -> None:
        """Two runs of one, the second beginning with one of its children."""
        later = etree.Element(run.tag, {str(name): str(value) for name, value in run.attrib.items()})
        properties = run.find(self.w + "rPr")
        if properties is not None:
            copied = deepcopy(properties)
            copied.tail = None
            later.append(copied)
        later.extend([first, *first.itersiblings()])
        put_after(run, later)


def read_words(data: bytes, limits: Limits) -> Words | Problem:
    """The words of a DOCX file, read by the reader that the findings were read with."""
    package = open_package(data, limits)
    if isinstance(package, Problem):
        return package
    # The reader settles controls in its own tree: what is written back is parsed anew and paired with it before.
    read = list(package.document.iter("*"))
    name = Parts(data).find(package.name) or package.name
    root = parsed(Parts(data).read(name))
    twins = dict(zip(read, root.iter("*"), strict=True))
    walk = Walk(package, traced=True)
    walk.body()
    walk.edges()
    walk.comments()
    space = root.tag[: root.tag.index("}") + 1]
    texts, places = tuple(block.text for block in walk.blocks), tuple(block.location.part for block in walk.blocks)
    words = Words(name, root, texts, space, places)
    marks = _reference_marks(words)
    for block, origins in walk.origins.items():
        pieces = list(_pieces(origins, twins))
        if pieces:
            words.pieces[block] = pieces
        elif (mark := marks.get(_reference_of(origins[0].element))) is not None:
            words.stand_ins[block] = words.standing(mark)
    return words


def _pieces(origins: Iterable[Origin], twins: dict[etree._Element, etree._Element]) -> Iterator[Piece]:
    for origin in origins:
        read = next((each for each in (origin.element, *origin.element.iterancestors()) if each in twins), None)
        if read is None:
            continue
        own, offset = twins[read], origin.offset
        if read is not origin.element or len(own) or own.text != read.text:
            offset = None
        yield Piece(origin.span.start, origin.span.end, own, offset)


def _reference_marks(words: Words) -> dict[tuple[str, str], etree._Element]:
    """The marks of notes and comments in the body, by what they refer to and its number."""
    names = {words.w + f"{holder}Reference": holder for holder in _REFERRED}
    found: dict[tuple[str, str], etree._Element] = {}
    for mark in words.root.iter(*names):
        found.setdefault((names[mark.tag], mark.get(words.w + "id", "")), mark)
    return found


def _reference_of(leaf: etree._Element) -> tuple[str, str]:
    """The note or comment an element of another part stands in, and its number; headers and footers give nothing."""
    for each in leaf.iterancestors():
        if short(each.tag) in _REFERRED:
            return short(each.tag), value(each, "id") or ""
    return "", ""
