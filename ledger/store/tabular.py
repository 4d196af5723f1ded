"""A CSV file becomes rows of text. What is wrong with the file as a whole is a problem, not an exception."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from .headings import recognised
from .kinds import Kind
from .problems import LedgerProblem, ledger_problem

MOST_BYTES = 400_000_000
MOST_COLUMNS = 500
MOST_ROWS = 2_000_000
_LONGEST_LINE = 200_000
_HEADING_WITHIN = 15
_AT_ONCE = 1_000
_DELIMITERS = ",;\t|"
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

Row = tuple[int, Sequence[str]]
"""The line (or the row of a sheet, from 1) and its cells."""


@dataclass(frozen=True, slots=True)
class Table:
    """A file's heading row and the rows below it. Reading the rows may raise `csv.Error` or `LineTooLong`."""

    heading: Sequence[str]
    rows: Iterator[Row]
    about: int
    """About how many rows there are, for a progress bar."""


class LineTooLong(Exception):
    """A line no ledger has."""


def read_csv(data: bytes, name: str, kind: Kind) -> Table | LedgerProblem:
    """The table in a CSV file: its encoding, its delimiter and its heading row are found out."""
    text = _decoded(data, name)
    if isinstance(text, LedgerProblem):
        return text
    if "\0" in text:
        return ledger_problem("ledger.not_text", name=name)
    head = _first_lines(text)
    if any(len(line) > _LONGEST_LINE for line in head):
        return ledger_problem("ledger.too_wide", name=name, limit=MOST_COLUMNS)
    found = _heading(head, kind)
    if found is None:
        return ledger_problem("ledger.no_heading", name=name, kind=kind.name)
    delimiter, number, heading = found
    if len(heading) > MOST_COLUMNS:
        return ledger_problem("ledger.too_wide", name=name, limit=MOST_COLUMNS)
    return Table(heading, _rows(text, delimiter, number), text.count("\n"))


def _decoded(data: bytes, name: str) -> str | LedgerProblem:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                return _mixed(name, data.count(b"\n", 0, error.start) + 1)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        wrong_line = data.count(b"\n", 0, error.start) + 1
    # GB18030 gives a meaning to nearly all bytes: a file of both encodings would be read as nonsense.
    if _has_utf8_line(data):
        return _mixed(name, wrong_line)
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError as error:
        return _mixed(name, data.count(b"\n", 0, error.start) + 1)


def _has_utf8_line(data: bytes) -> bool:
    """Whether a line holds several Han characters in UTF-8; two bytes a character hardly ever look so by chance."""
    for line in data.splitlines():
        if not line.isascii():
            try:
                text = line.decode("utf-8")
            except UnicodeDecodeError:
                continue
            if sum("\u3400" <= each <= "\u9fff" for each in text) >= 3:
                return True
    return False


def _mixed(name: str, line: int) -> LedgerProblem:
    return ledger_problem("ledger.encoding", name=name, line=line)


def _first_lines(text: str) -> list[str]:
    lines: list[str] = []
    start = 0
    while len(lines) < 2 * _HEADING_WITHIN and start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end + 1
        # What is too long to be a line of a ledger is cut: its length alone decides.
        lines.append(text[start : min(end, start + _LONGEST_LINE + 1)])
        start = end
    return lines


def _heading(head: list[str], kind: Kind) -> tuple[str, int, Sequence[str]] | None:
    """The delimiter, the line and the cells of the heading row: the row that names most fields of the kind."""
    best: tuple[str, int, Sequence[str]] | None = None
    most = 0
    for delimiter in _DELIMITERS:
        reader = csv.reader(head, delimiter=delimiter)
        try:
            for cells in reader:
                known = recognised(cells, kind)
                if known > most:
                    best, most = (delimiter, reader.line_num, cells), known
        except csv.Error:
            continue
    return best or _first_row(head)


def _first_row(head: list[str]) -> tuple[str, int, Sequence[str]] | None:
    """The first row with two cells: with a mapping file no heading need be a known word."""
    for at, line in enumerate(head):
        counts = [(line.count(delimiter), delimiter) for delimiter in _DELIMITERS]
        most, delimiter = max(counts, key=lambda pair: pair[0])
        if most:
            cells = next(csv.reader([line], delimiter=delimiter))
            return delimiter, at + 1, cells
    return None


def _rows(text: str, delimiter: str, heading_line: int) -> Iterator[Row]:
    if any(map(_LONGEST_LINE.__lt__, map(len, io.StringIO(text, newline="")))):
        raise LineTooLong
    # Not strict, a quotation mark that isn't closed would make one cell of all rows below it.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while reader.line_num < heading_line and next(reader, None) is not None:
        pass
    line = reader.line_num
    while some := list(islice(reader, _AT_ONCE)):
        yield from _numbered(some, line, reader.line_num)
        line = reader.line_num


def _numbered(some: list[list[str]], before: int, after: int) -> Iterator[Row]:
    """Rows with the lines they end at; the empty ones are left out."""
    if after - before == len(some) and all(map(any, some)):
        yield from zip(range(before + 1, after + 1), some, strict=True)
        return
    line = before
    for cells in some:
        line += 1 + sum(cell.count("\n") + cell.count("\r") - cell.count("\r\n") for cell in cells)
        if any(cells):
            yield line, cells
