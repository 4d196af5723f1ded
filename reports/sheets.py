"""Findings as a table: CSV, and XLSX where openpyxl is installed. No cell can run: formulas are taken as text.

Cells that begin with `= + - @`, a tab or a return get an apostrophe (CWE-1236; OWASP on CSV injection).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import BinaryIO, TextIO

from ..checker.report import Report
from ..messages import say
from .marks import Mark, marks

COLUMNS = (
    "path",
    "severity",
    "verdict",
    "rule",
    "title",
    "message",
    "place",
    "quote",
    "remedy",
    "clause",
    "basis",
    "fingerprint",
    "waiver",
    "since",
)
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_MOST = 32_767
"""Characters of an Excel cell."""


def render_csv(report: Report, language: str, out: TextIO) -> None:
    """Write UTF-8 with a mark, so that spreadsheets read Chinese."""
    out.write("\ufeff")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_heads(language))
    writer.writerows(_rows(report, language))


def render_xlsx(report: Report, language: str, out: BinaryIO) -> None:
    """Write one sheet with frozen heads and a filter."""
    # imported here because no other format needs it
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet("Presign")
    sheet.append(_heads(language))
    for row in _rows(report, language):
        sheet.append(row)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for at, width in enumerate((28, 10, 12, 10, 30, 50, 24, 50, 50, 50, 20, 20, 40, 12), 1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    for line in sheet.iter_rows(min_row=2):
        for cell in line:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.data_type = "s"
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    book.save(out)


def guarded(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    shown = "".join(sign for sign in text if sign >= " " or sign in "\n\t")[:_MOST]
    return f"'{shown}" if shown.startswith(_STARTS) else shown


def _heads(language: str) -> list[str]:
    return [say(f"ci.column_{name}", language) for name in COLUMNS]


def _rows(report: Report, language: str) -> Iterator[list[str]]:
    for mark in marks(report, language):
        yield [guarded(cell) for cell in _cells(mark, language)]


def _cells(mark: Mark, language: str) -> tuple[str, ...]:
    severity = say(f"report.severity_{mark.severity.value}", language)
    verdict = say(f"ci.verdict_{mark.verdict}", language)
    words = (mark.message, mark.place, mark.quote, mark.help, mark.clause, ", ".join(mark.basis), mark.fingerprint)
    since = say(f"baseline.{mark.since.value}", language) if mark.since is not None else ""
    return (mark.path, severity, verdict, mark.rule, mark.title, *words, mark.waiver, since)
