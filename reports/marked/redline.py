"""Proposed clauses written into a Word document as tracked insertions (ECMA-376 part 1, 17.13.5.18).

A paragraph of its own goes after the words it answers. Where that can't be taken back without a trace (the last
paragraph of a table cell or a section keeps its mark), the clause goes on in that paragraph after a line break.
"""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date

from lxml import etree

from .comments import AUTHOR, add_text, stamp
from .parts import put_after
from .words import Words

_RUN_KEPT = ("rFonts", "color", "sz", "szCs", "lang")
_PARAGRAPH_KEPT = ("bidi", "spacing", "ind", "jc", "textAlignment")
_SET_APART = ("center", "right", "end", "distribute")
"""Alignments of titles and signatures."""
_BLOCKS = ("p", "tbl", "sdt")


@dataclass(slots=True)
class Redline:
    """Inserts clauses; two rules that propose the same words at one place get them once."""

    words: Words
    day: date
    next_id: int
    _last: dict[etree._Element, etree._Element] = field(default_factory=dict)
    """What a further clause at a paragraph goes after."""
    _there: set[tuple[etree._Element, str]] = field(default_factory=set)
    _usual: etree._Element | None = None
    """The formatting most of the contract's words have: a clause proposed at a title isn't set like one."""

    def __post_init__(self) -> None:
        self._usual = _usual_formatting(self.words)

    def after(self, node: etree._Element, clause: str) -> None:
        """A clause after the paragraph a node stands in."""
        paragraph = self._paragraph(node)
        if paragraph is None or (paragraph, clause) in self._there:
            return
        self._there.add((paragraph, clause))
        place = self._last.get(paragraph, paragraph)
        block = self._out_of_controls(paragraph)
        if place.tag == self.words.w + "p" and self._goes_on(block):
            made = self._own_paragraph(paragraph, clause)
            put_after(block if place is paragraph else place, made)
            self._last[paragraph] = made
        else:
            self._inside(paragraph, clause)

    def before(self, node: etree._Element, clause: str) -> None:
        """A clause before the paragraph or table of the body that a node stands in, after those put there before."""
        body = self.words.root.find(self.words.w + "body")
        block = node
        while (above := block.getparent()) is not None and above is not body:
            block = above
        if (block, clause) in self._there or above is None:
            return
        self._there.add((block, clause))
        like = self._paragraph(node)
        block.addprevious(self._own_paragraph(block if like is None else like, clause))

    def _paragraph(self, node: etree._Element) -> etree._Element | None:
        return node if node.tag == self.words.w + "p" else next(node.iterancestors(self.words.w + "p"), None)

    def _out_of_controls(self, paragraph: etree._Element) -> etree._Element:
        """The paragraph, or the outermost control around it that Word fills itself."""
        found = paragraph
        for each in paragraph.iterancestors(self.words.w + "sdt"):
            if self.words.is_closed(each):
                found = each
        return found

    def _goes_on(self, block: etree._Element) -> bool:
        """Whether something follows that takes up the paragraph's mark when the insertion is rejected."""
        w = self.words.w
        if block.find(f"{w}pPr/{w}sectPr") is not None:
            return False
        mark = block.find(f"{w}pPr/{w}rPr")
        if mark is not None and (mark.find(w + "del") is not None or mark.find(w + "moveFrom") is not None):
            return False
        return any(each.tag in {w + name for name in _BLOCKS} for each in block.itersiblings())

    def _own_paragraph(self, like: etree._Element, clause: str) -> etree._Element:
        w = self.words.w
        paragraph = etree.Element(w + "p")
        properties = etree.SubElement(paragraph, w + "pPr")
        theirs = like.find(w + "pPr")
        if theirs is not None:
            if theirs.find(w + "numPr") is not None:
                number = etree.SubElement(etree.SubElement(properties, w + "numPr"), w + "numId")
                number.set(w + "val", "0")
            for name in _PARAGRAPH_KEPT:
                found = theirs.find(w + name)
                if found is not None and found.get(w + "val") not in _SET_APART:
                    properties.append(_copy(found))
        mark = etree.SubElement(properties, w + "rPr")
        self._change(etree.SubElement(mark, w + "ins"))
        added = etree.SubElement(paragraph, w + "ins")
        self._change(added)
        self._run(added, clause)
        return paragraph

    def _inside(self, paragraph: etree._Element, clause: str) -> None:
        added = etree.SubElement(paragraph, self.words.w + "ins")
        self._change(added)
        run = self._run(added, clause)
        first = run.find(self.words.w + "t")
        if first is not None:
            first.addprevious(etree.Element(self.words.w + "br"))

    def _run(self, parent: etree._Element, clause: str) -> etree._Element:
        run = etree.SubElement(parent, self.words.w + "r")
        if self._usual is not None:
            run.append(_copy(self._usual))
        add_text(run, clause, self.words.w)
        return run

    def _change(self, element: etree._Element) -> None:
        w = self.words.w
        for name, value in (("id", str(self.next_id)), ("author", AUTHOR), ("date", stamp(self.day))):
            element.set(w + name, value)
        self.next_id += 1


def _copy(element: etree._Element) -> etree._Element:
    copied = deepcopy(element)
    copied.tail = None
    return copied


def _usual_formatting(words: Words) -> etree._Element | None:
    """The font, colour, size and language that most words of the body are given directly; None for none."""
    w = words.w
    lengths: Counter[bytes] = Counter()
    made: dict[bytes, etree._Element] = {}
    for run in words.root.iter(w + "r"):
        theirs = run.find(w + "rPr")
        properties = etree.Element(w + "rPr")
        kept = [] if theirs is None else [each for name in _RUN_KEPT if (each := theirs.find(w + name)) is not None]
        properties.extend([_copy(each) for each in kept])
        key = etree.tostring(properties, method="c14n")
        made.setdefault(key, properties)
        lengths[key] += sum(len(text.text or "") for text in run.iterchildren(w + "t"))
    if not lengths:
        return None
    usual = made[max(lengths, key=lengths.__getitem__)]
    return usual if len(usual) else None
