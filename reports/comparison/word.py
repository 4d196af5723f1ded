"""A comparison as a Word document: what was counted, a table of deviations with old and new words marked, the blanks.

Old words are red and struck, new ones green and underlined, what was filled in is blue: no mark rests on colour alone.
The same comparison gives the same words; the document's dates are the day it was judged as of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import IO, Any

from ...comparison.model import Comparison, Row, Turn
from ...messages import say
from .words import (
    better,
    counts_line,
    head_lines,
    shown_pieces,
    status_words,
    still_open,
    turn_words,
    unplaced,
    verdicts_line,
    where,
    worse_at,
)

_OLD, _NEW, _FILLED = "9A1F1F", "1B6340", "1F4E79"
_NOT_IN_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(found: Comparison, language: str, out: IO[bytes]) -> None:
    """Write the document."""
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(1.8)
    section.top_margin = section.bottom_margin = Cm(1.8)
    _style(document)
    _dates(document, found)
    document.add_heading(_said("comparison.title", language), 0)
    for line in head_lines(found, language):
        _line(document, line)
    _line(document, counts_line(found, language))
    _line(document, verdicts_line(found, language))
    if count := still_open(found):
        _line(document, say("comparison.still_open", language, (("count", str(count)),)))
    if not found.deviations:
        _line(document, say("comparison.same", language))
    _deviations(document, found, language)
    _filled(document, found, language)
    _turns(document, "comparison.elsewhere", unplaced(found), language)
    _turns(document, "comparison.better_ones", better(found), language)
    document.save(out)


def _deviations(document: Any, found: Comparison, language: str) -> None:
    rows = [(at, row) for at, row in enumerate(found.rows) if row.deviates]
    if not rows:
        return
    document.add_heading(_said("comparison.deviations", language), 1)
    _line(document, say("comparison.legend", language))
    table = _table(document, ("comparison.clause", "comparison.words", "comparison.effect"), (4.5, 13.0, 8.5), language)
    for at, row in rows:
        cells = table.add_row().cells
        _put(cells[0], status_words(row, language), where(row, language))
        _pieces(cells[1].paragraphs[0], row)
        turns = [turn_words(turn, language) for turn in worse_at(found, at)]
        _put(cells[2], *(turns or [say("comparison.no_effect", language)]))


def _filled(document: Any, found: Comparison, language: str) -> None:
    rows = [(at, row) for at, row in enumerate(found.rows) if row.fills]
    if not rows:
        return
    document.add_heading(_said("comparison.filled_in", language), 1)
    heads = ("comparison.clause", "comparison.blank", "comparison.value", "comparison.effect")
    table = _table(document, heads, (4.5, 6.0, 7.0, 8.5), language)
    for at, row in rows:
        for number, fill in enumerate(row.fills):
            cells = table.add_row().cells
            _put(cells[0], where(row, language))
            _put(cells[1], fill.name)
            _put(cells[2], fill.words)
            effects = [] if number or row.deviates else [turn_words(turn, language) for turn in worse_at(found, at)]
            _put(cells[3], *effects)


def _turns(document: Any, key: str, turns: Sequence[Turn], language: str) -> None:
    if turns:
        document.add_heading(_said(key, language), 1)
        for turn in turns:
            document.add_paragraph(_clean(turn_words(turn, language)), style="List Bullet")


def _table(document: Any, heads: Sequence[str], widths: Sequence[float], language: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    table = document.add_table(rows=1, cols=len(heads))
    table.style = "Table Grid"
    table.autofit = False
    for column, (key, width) in enumerate(zip(heads, widths, strict=True)):
        table.columns[column].width = Cm(width)
        table.rows[0].cells[column].paragraphs[0].add_run(_said(key, language)).bold = True
    # The heads are repeated on every page.
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    return table


def _pieces(paragraph: Any, row: Row) -> None:
    for kind, before, after in shown_pieces(row):
        match kind:
            case "same":
                paragraph.add_run(_clean(after))
            case "filled":
                _run(paragraph, after, _FILLED).bold = True
            case _:
                if before:
                    _run(paragraph, before, _OLD).font.strike = True
                if after:
                    _run(paragraph, after, _NEW).font.underline = True


def _run(paragraph: Any, text: str, colour: str) -> Any:
    from docx.shared import RGBColor

    run = paragraph.add_run(_clean(text))
    run.font.color.rgb = RGBColor.from_string(colour)
    return run


def _put(cell: Any, *lines: str) -> None:
    for number, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.add_run(_clean(line))


def _line(document: Any, text: str) -> None:
    document.add_paragraph(_clean(text))


def _said(key: str, language: str) -> str:
    text = say(key, language)
    return text[:1].upper() + text[1:]


def _clean(text: str) -> str:
    """A text without the characters XML can't hold; a contract may be hostile."""
    return _NOT_IN_XML.sub("\ufffd", text)


def _style(document: Any) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    for name, size in (("Normal", 9.5), ("Title", 18), ("Heading 1", 12.5)):
        style = document.styles[name]
        style.font.name, style.font.size = "Calibri", Pt(size)
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "宋体")
    document.styles["Normal"].paragraph_format.space_after = Pt(2)


def _dates(document: Any, found: Comparison) -> None:
    day = datetime.combine(found.contract.as_of, datetime.min.time())
    properties = document.core_properties
    properties.author = properties.last_modified_by = "Presign"
    properties.created = properties.modified = day
    properties.title = properties.comments = ""
