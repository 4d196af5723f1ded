"""WordprocessingML: names made short, and XML parts parsed under guard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from ..document import Limits
from ..problem import Problem, problem

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WORD}}}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
R_ID = f"{{{_OFFICE}/relationships}}id"
R_EMBED = f"{{{_OFFICE}/relationships}}embed"
_PREFIXES = {
    WORD: "",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    f"{_OFFICE}/math": "m:",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14:",
    "urn:schemas-microsoft-com:vml": "v:",
    "urn:schemas-microsoft-com:office:office": "o:",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a:",
    WP[1:-1]: "wp:",
}
# ISO/IEC 29500 Strict says the same things under other names; they are made Transitional before parsing.
_STRICT_WORDS = b"//purl.oclc.org/ooxml/"
_STRICT = re.compile(rb"(?<=[\"'])http://purl\.oclc\.org/ooxml/([A-Za-z/]+)(?=[\"'])")
_TRANSITIONAL = {
    b"wordprocessingml/main": WORD.encode(),
    b"officeDocument/math": f"{_OFFICE}/math".encode(),
    b"drawingml/main": b"http://schemas.openxmlformats.org/drawingml/2006/main",
    b"drawingml/wordprocessingDrawing": b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
_WRAPPERS = {
    *(W + name for name in ("sdt", "customXml", "smartTag", "ins", "moveTo")),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent",
}
# libxml2 has no one code for its limits; its messages name them.
_LIMIT_WORDS = re.compile(r"depth|huge|amplification|too long|limit", re.I)


@lru_cache(maxsize=2048)
def short(tag: str) -> str:
    """A tag in short: `p` for WordprocessingML, `mc:Choice` and the like for others, else as it is."""
    space, brace, name = tag[1:].partition("}")
    prefix = _PREFIXES.get(space) if brace else None
    return tag if prefix is None else prefix + name


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """A WordprocessingML attribute."""
    return None if element is None else element.get(W + name)


def child_value(element: etree._Element | None, child: str, name: str = "val") -> str | None:
    """An attribute of a direct child; None when the child or the attribute isn't there."""
    return None if element is None else value(element.find(W + child), name)


def number_value(element: etree._Element | None, child: str, name: str = "val") -> int | None:
    """A whole number in an attribute of a direct child; None when there is none, or another text."""
    text = child_value(element, child, name)
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,9}", text) else None


def switch(element: etree._Element | None, child: str) -> bool | None:
    """A toggle property: None when not given (ECMA-376 part 1, 17.17.4)."""
    found = None if element is None else element.find(W + child)
    return None if found is None else value(found) not in ("0", "false", "off")


def branch(alternate: etree._Element) -> etree._Element | None:
    """The one branch of an `mc:AlternateContent` to read: the first with words in it, else the first."""
    branches = [child for child in alternate if short(child.tag) in ("mc:Choice", "mc:Fallback")]
    for candidate in branches:
        if next(candidate.iter(W + "t", W + "sym", W + "tab"), None) is not None:
            return candidate
    return branches[0] if branches else None


def unwrapped(parent: etree._Element) -> Iterator[etree._Element]:
    """The children of a block, table or row, with content controls and custom XML seen through."""
    for child in parent:
        if child.tag not in _WRAPPERS:
            yield child
            continue
        match short(child.tag):
            case "sdt":
                inside = child.find(W + "sdtContent")
                if inside is not None:
                    yield from unwrapped(inside)
            case "customXml" | "smartTag" | "ins" | "moveTo":
                yield from unwrapped(child)
            case "mc:AlternateContent":
                chosen = branch(child)
                if chosen is not None:
                    yield from unwrapped(chosen)
            case _:
                pass


def has_doctype(data: bytes) -> bool:
    """Whether XML declares a document type: Word never does, attacks by entities always do."""
    return any(mark in data for mark in _DOCTYPES)


def parse_part(data: bytes, part: str, limits: Limits) -> etree._Element | Problem:
    """The root of an XML part. No entities, no network, no depth beyond the limit."""
    if has_doctype(data):
        return problem("doc.doctype", part=part)
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(_STRICT.sub(_transitional, data) if _STRICT_WORDS in data else data, parser)
    except etree.XMLSyntaxError as error:
        if error.msg is not None and _LIMIT_WORDS.search(error.msg):
            return problem("doc.xml_limit", part=part, limit=limits.xml_depth)
        return problem("doc.xml_broken", part=part, line=error.lineno or 1)
    if root.getroottree().docinfo.internalDTD is not None:
        return problem("doc.doctype", part=part)
    if _deeper_than(root, limits.xml_depth):
        return problem("doc.xml_limit", part=part, limit=limits.xml_depth)
    return root


def _transitional(match: re.Match[bytes]) -> bytes:
    rest = match[1]
    known = _TRANSITIONAL.get(rest)
    if known is not None:
        return known
    return match[0].replace(b"http://purl.oclc.org/ooxml/officeDocument", _OFFICE.encode())


def _deeper_than(root: etree._Element, depth: int) -> bool:
    try:
        return bool(_below(depth)(root))
    except etree.XPathError:
        return True


@lru_cache(maxsize=4)
def _below(depth: int) -> etree.XPath:
    """Whether an element stands so many levels below."""
    return etree.XPath(f"boolean({'/'.join(['*'] * depth)})")
