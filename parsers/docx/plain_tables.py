"""Tables of nothing but plain words in a plain grid, read in one go: price lists and schedules are long."""

from __future__ import annotations

from lxml import etree

from .plain_runs import has_private_signs, is_plain_formatting
from .xml import W

_TR, _TC, _P, _T = (W + name for name in ("tr", "tc", "p", "t"))
# Everything the reading of paragraphs, cells and rows reacts to, but for words and for formatting that tells by value.
_TELLING = (
    *(W + name for name in (
        "ins", "del", "moveTo", "moveFrom", "delText", "cellIns", "cellDel", "cellMerge", "sdt", "customXml",
        "smartTag", "hyperlink", "bdo", "dir", "fldSimple", "fldChar", "instrText", "tab", "ptab", "br", "cr",
        "noBreakHyphen", "softHyphen", "sym", "ruby", "footnoteReference", "endnoteReference", "drawing", "pict",
        "object", "tbl", "altChunk", "subDoc", "vanish", "u", "strike", "dstrike", "rStyle", "highlight", "shd",
        "pStyle", "numPr", "tabs", "sectPr", "gridSpan", "hMerge", "vMerge", "gridBefore", "hidden",
    )),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}*",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}*",
)  # fmt: skip
_BY_VALUE = (W + "rFonts", W + "color", W + "sz")


def plain_rows(table: etree._Element) -> list[list[str]] | None:
    """The cells of a plain table, row by row, paragraphs of a cell in lines; None for any other table."""
    below = table.iterdescendants(*_TELLING)
    if next(below, None) is not None or not all(map(is_plain_formatting, table.iter(*_BY_VALUE))):
        return None
    rows: list[list[str]] = []
    cells: list[str] = []
    begun = False
    for element in table.iter(_TR, _TC, _P, _T):
        tag = element.tag
        if tag == _T:
            if not cells:
                return None
            cells[-1] += element.text or ""
            begun = True
        elif tag == _TC:
            if not rows:
                return None
            cells.append("")
            begun = False
        elif tag == _TR:
            cells = []
            rows.append(cells)
            begun = False
        elif begun:
            cells[-1] += "\n"
    if has_private_signs("".join(["".join(row) for row in rows])):
        return None
    return [[cell if cell.isprintable() and cell.strip() else _lines(cell) for cell in row] for row in rows]


def _lines(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if line.strip())
