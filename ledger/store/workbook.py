"""The first sheet of an XLSX workbook becomes rows of text, read in the guarded child process of the parsers.

Numbers are printed with the 15 digits a spreadsheet keeps (what it holds in binary for 0.1 + 0.2 is 0.3), dates as
ISO dates. A formula's text is its cell's text: what it last computed isn't trusted.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from ...parsers.archive import Archive, open_archive
from ...parsers.document import Limits
from ...parsers.isolation import shared_worker
from ...parsers.problem import Problem
from .headings import recognised
from .kinds import Kind
from .problems import LedgerProblem, ledger_problem
from .tabular import MOST_COLUMNS, MOST_ROWS, Row, Table

_LIMITS = Limits(seconds=300.0, archive_ratio=400)
_HEADING_WITHIN = 15
_PROLOG = 4_096

Cells = list[tuple[int, list[str]]]


def read_xlsx(data: bytes, name: str, kind: Kind) -> Table | LedgerProblem:
    """The table in the first sheet of a workbook."""
    archive = open_archive(data, _LIMITS)
    if isinstance(archive, Problem):
        return LedgerProblem(archive.key, archive.values)
    if _declares_entities(archive):
        return ledger_problem("ledger.workbook_entities", name=name)
    answer = shared_worker().call(sheet_rows, (data,), _LIMITS)
    if isinstance(answer, Problem):
        return LedgerProblem(answer.key, answer.values)
    if isinstance(answer, str):
        return ledger_problem(answer, name=name, limit=MOST_COLUMNS)
    rows: Cells = answer
    best = max(rows[:_HEADING_WITHIN], key=lambda row: recognised(row[1], kind), default=None)
    if best is None:
        return ledger_problem("ledger.no_heading", name=name, kind=kind.name)
    return Table(best[1], _below(rows, best[0]), len(rows))


def _below(rows: Cells, heading: int) -> Iterator[Row]:
    return ((number, cells) for number, cells in rows if number > heading and any(cells))


def _declares_entities(archive: Archive) -> bool:
    for entry in archive.entries.values():
        if entry.filename.lower().endswith((".xml", ".rels")):
            with archive.file.open(entry) as part:
                if b"<!DOCTYPE" in part.read(_PROLOG):
                    return True
    return False


def sheet_rows(data: bytes) -> Cells | str:
    """The rows of the first sheet that hold anything, with their numbers; or the key of what is wrong.

    Runs in the child.
    """
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        if not book.worksheets:
            return "ledger.no_sheet"
        sheet: Any = book.worksheets[0]
        # A sheet may claim to be smaller than it is.
        sheet.reset_dimensions()
        found: Cells = []
        for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
            if number > MOST_ROWS:
                return "ledger.too_long"
            if any(value is not None for value in row[MOST_COLUMNS:]):
                return "ledger.too_wide"
            cells = [sheet_text(value) for value in row[:MOST_COLUMNS]]
            if any(cells):
                while cells and not cells[-1]:
                    cells.pop()
                found.append((number, cells))
        return found


def sheet_text(value: object) -> str:
    """A cell as it would stand in a CSV file."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case datetime():
            return (
                value.date().isoformat()
                if value.time().replace(microsecond=0).isoformat() == "00:00:00"
                else str(value)
            )
        case date():
            return value.isoformat()
        case float():
            return _figures(value)
        case _:
            return str(value)


def _figures(value: float) -> str:
    """A number with the 15 digits a spreadsheet keeps; one that has more is told by its exponent."""
    text = format(value, ".15G")
    # A number of the sheet is no text in which a point could part thousands.
    return text + "0" if text[-4:-3] == "." and "E" not in text else text
