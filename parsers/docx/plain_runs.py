"""Paragraphs of nothing but plain runs, read without the machinery for all the rest: most of every contract."""

from __future__ import annotations

import re

from lxml import etree

from .symbols import is_symbol_font
from .visibility import SMALLEST
from .xml import W

_P_PR, _R, _R_PR, _T = W + "pPr", W + "r", W + "rPr", W + "t"
_VAL = W + "val"
_EMPTY = {W + name for name in ("bookmarkStart", "bookmarkEnd", "proofErr")}
# Formatting that changes what is read, whatever its value, and formatting that does with some values.
_TELLING = {W + name for name in ("vanish", "u", "rStyle", "shd", "highlight", "strike", "dstrike")}
_FONTS, _COLOUR, _SIZE = W + "rFonts", W + "color", W + "sz"
_BY_VALUE = {_FONTS, _COLOUR, _SIZE}
_PLAIN_COLOURS = ("auto", "000000", None)
_PRIVATE = re.compile("[\uf020-\uf0ff]")
_MARK_TELLS = {W + name for name in ("vanish", "del", "moveFrom", "ins", "moveTo")}
_PARAGRAPH_TELLS = {W + name for name in ("tabs", "shd", "sectPr")}


def plain_runs(paragraph: etree._Element) -> str | None:
    """The text of a paragraph in which nothing but its words tells; None for any other paragraph."""
    found = ""
    for child in paragraph:
        tag = child.tag
        if tag == _R:
            for piece in child:
                if piece.tag == _T:
                    found += piece.text or ""
                elif piece.tag != _R_PR or not _is_plain(piece):
                    return None
        elif tag == _P_PR:
            if not _is_plain_paragraph(child):
                return None
        elif tag not in _EMPTY:
            return None
    return None if has_private_signs(found) else found.strip("\n")


def _is_plain(properties: etree._Element) -> bool:
    for child in properties:
        tag = child.tag
        if tag in _TELLING or (tag in _BY_VALUE and not is_plain_formatting(child)):
            return False
    return True


def is_plain_formatting(element: etree._Element) -> bool:
    """Whether a font, colour or size leaves the words as they are, and to be seen on white."""
    match element.tag:
        case tag if tag == _SIZE:
            return not _is_small(element.get(_VAL))
        case tag if tag == _COLOUR:
            return element.get(_VAL) in _PLAIN_COLOURS
        case _:
            return not is_symbol_font(element.get(W + "ascii") or element.get(W + "hAnsi"))


def has_private_signs(text: str) -> bool:
    """Whether some of the characters are signs of a symbol font."""
    return not text.isascii() and _PRIVATE.search(text) is not None


def _is_small(size: str | None) -> bool:
    return size is not None and len(size) < 2 and (not size.isdecimal() or int(size) <= SMALLEST)


def _is_plain_paragraph(properties: etree._Element) -> bool:
    for child in properties:
        if child.tag in _PARAGRAPH_TELLS:
            return False
        if child.tag == _R_PR and any(each.tag in _MARK_TELLS for each in child):
            return False
    return True
