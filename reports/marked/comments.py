"""Word comments: the entry in the part of comments, and the marks around the words (ECMA-376 part 1, 17.13.4)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from lxml import etree

from .parts import put_after
from .words import Anchor

AUTHOR, INITIALS = "Presign", "PS"
_ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NUMBER = re.compile("[0-9]{1,9}")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def stamp(day: date) -> str:
    """The moment written beside a comment or change: the day it was judged as of, never the clock."""
    return f"{day.isoformat()}T00:00:00Z"


def legal(text: str) -> str:
    """A text without the characters XML has no way to write (XML 1.0, 2.2)."""
    return _ILLEGAL.sub("", text)


@dataclass(slots=True)
class Comments:
    """Adds comments to a document's tree and to the root of its part of comments."""

    root: etree._Element
    w: str
    day: date
    next_id: int
    _marks: set[etree._Element] = field(default_factory=set)
    """What was put in here, so that notes on the same words stand in the order they were added."""

    def add(self, anchor: Anchor, lines: Sequence[str]) -> None:
        """A comment on the words of an anchor."""
        number = str(self.next_id)
        self.next_id += 1
        self._write(number, lines)
        start = self._marker("commentRangeStart", number)
        anchor.first.addprevious(start)
        end = self._marker("commentRangeEnd", number)
        self._after(anchor.last, end)
        base = anchor.last
        while (above := base.getparent()) is not None and above.tag != self.w + "p":
            base = above
        reference = etree.Element(self.w + "r")
        etree.SubElement(reference, self.w + "commentReference").set(self.w + "id", number)
        self._marks.add(reference)
        self._after(end if base is anchor.last else base, reference)

    def _after(self, element: etree._Element, added: etree._Element) -> None:
        while (following := element.getnext()) is not None and following in self._marks:
            element = following
        put_after(element, added)

    def _marker(self, name: str, number: str) -> etree._Element:
        made = etree.Element(self.w + name)
        made.set(self.w + "id", number)
        if name == "commentRangeEnd":
            self._marks.add(made)
        return made

    def _write(self, number: str, lines: Sequence[str]) -> None:
        comment = etree.SubElement(self.root, self.w + "comment")
        for name, value in (("id", number), ("author", AUTHOR), ("date", stamp(self.day)), ("initials", INITIALS)):
            comment.set(self.w + name, value)
        for at, line in enumerate(lines):
            paragraph = etree.SubElement(comment, self.w + "p")
            self._plain_paragraph(paragraph)
            if not at:
                etree.SubElement(etree.SubElement(paragraph, self.w + "r"), self.w + "annotationRef")
            run = etree.SubElement(paragraph, self.w + "r")
            properties = etree.SubElement(run, self.w + "rPr")
            if not at:
                etree.SubElement(properties, self.w + "b")
            etree.SubElement(properties, self.w + "sz").set(self.w + "val", "18")
            add_text(run, line, self.w)

    def _plain_paragraph(self, paragraph: etree._Element) -> None:
        """A contract's own usual paragraph may be indented, spaced or justified; a note isn't."""
        properties = etree.SubElement(paragraph, self.w + "pPr")
        spacing = etree.SubElement(properties, self.w + "spacing")
        for name, value in (("before", "0"), ("after", "0"), ("line", "240"), ("lineRule", "auto")):
            spacing.set(self.w + name, value)
        indent = etree.SubElement(properties, self.w + "ind")
        for name in ("left", "right", "firstLineChars", "firstLine"):
            indent.set(self.w + name, "0")
        etree.SubElement(properties, self.w + "jc").set(self.w + "val", "left")


def add_text(run: etree._Element, text: str, w: str) -> None:
    """Words in a run; line breaks in them are kept."""
    for at, line in enumerate(legal(text).split("\n")):
        if at:
            etree.SubElement(run, w + "br")
        element = etree.SubElement(run, w + "t")
        element.text = line
        element.set(_SPACE, "preserve")


def next_free(*trees: etree._Element, w: str) -> int:
    """A number above all that comments, changes and bookmarks of these trees have."""
    numbers = (each.get(w + "id", "") for tree in trees for each in tree.iter(w + "*"))
    return max((int(number) for number in numbers if _NUMBER.fullmatch(number)), default=-1) + 1
