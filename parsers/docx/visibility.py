"""Whether words can be seen on paper: their colour against what is behind them, and their size.

A clause in white on white, or one point high, is in the file but not in the contract anybody reads.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

from lxml import etree

from .xml import WP, W, value

PAPER = "FFFFFF"
UNKNOWN = "?"
"""A ground that can't be told from the XML: a picture, a pattern, a table style's bands. Nothing on it is hidden."""
SMALLEST = 4
"""Half-points (ECMA-376 `w:sz`) up to which nobody can read: 2 points, 0.7 mm."""
PAGE_PICTURE = 7_560_000 * 10_692_000 // 3
"""Over a third of an A4 page, in square English Metric Units."""
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
# WCAG 2.1 asks for a ratio of 4.5 to be read with ease; light grey D9D9D9 on white, still to be seen, has 1.4.
_LEAST_CONTRAST = 1.2
_HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000",
    "yellow": "FFFF00", "white": "FFFFFF", "darkBlue": "00008B", "darkCyan": "008B8B", "darkGreen": "006400",
    "darkMagenta": "800080", "darkRed": "8B0000", "darkYellow": "808000", "darkGray": "A9A9A9", "lightGray": "D3D3D3",
}  # fmt: skip


def shade(shading: etree._Element | None) -> str | None:
    """The colour of a `w:shd`; None when it lets through what is behind it, `UNKNOWN` for a pattern."""
    if shading is None:
        return None
    match value(shading):
        case None | "clear" | "nil":
            fill = value(shading, "fill") or "auto"
            return None if fill == "auto" else fill
        case "solid":
            colour = value(shading, "color") or "auto"
            return "000000" if colour == "auto" else colour
        case _:
            return UNKNOWN


def highlight(name: str | None) -> str | None:
    """The colour of a `w:highlight`; None for none."""
    return None if name in (None, "none") else _HIGHLIGHTS.get(name or "", UNKNOWN)


@lru_cache(maxsize=1024)
def blends(colour: str | None, ground: str) -> bool:
    """Whether text of a colour can't be told from its ground; text without a colour of its own always can."""
    if colour is None or not _HEX.fullmatch(colour) or not _HEX.fullmatch(ground):
        return False
    lighter, darker = sorted((_luminance(colour), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05) < _LEAST_CONTRAST


def _luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour, 0 to 1 (WCAG 2.1)."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def page_ground(document: etree._Element) -> str:
    """What the words of a document stand on: paper, unless its pages are coloured or have a picture behind them."""
    colour = value(document.find(W + "background"), "color")
    if colour not in (None, "auto", PAPER):
        return UNKNOWN
    behind = (anchor for anchor in document.iter(WP + "anchor") if anchor.get("behindDoc") in ("1", "true"))
    return UNKNOWN if any(picture_area(anchor.find(WP + "extent")) > PAGE_PICTURE for anchor in behind) else PAPER


def picture_area(extent: etree._Element | None) -> int:
    """The area a `wp:extent` gives, in square English Metric Units (914,400 an inch); 0 for none."""
    sides = () if extent is None else (extent.get("cx", ""), extent.get("cy", ""))
    return math.prod(map(int, sides)) if sides and all(re.fullmatch(r"[0-9]{1,12}", side) for side in sides) else 0
