"""One 30-page contract of each format through the whole job, beside plain text extraction of the same file.

    python -m benchmarks --only whole_check

The other side is pdfplumber's or python-docx's text and tables and nothing else, in the same warm process. The lines
below each say where the time goes: reading the file, finding the facts, judging, writing the report as JSON.
"""

from __future__ import annotations

import gc
import io
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from presign.checker.check import check_document
from presign.checker.report import Report
from presign.checker.run import Prepared, Refusal, Request, prepare, with_records
from presign.facts.read import read_facts
from presign.parsers.document import Unreadable
from presign.parsers.read import read_document
from presign.reports.json import render as render_json

from .long_contract import PAGES, write_docx, write_pdf
from .suite.figures import Figure, show, spent

ROUNDS = 5
AS_OF = date(2026, 3, 2)


def extract_pdf(path: Path) -> int:
    """Characters of text and tables by pdfplumber."""
    import pdfplumber

    count = 0
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            count += len(page.extract_text() or "")
            count += sum(len(cell or "") for table in page.extract_tables() for row in table for cell in row)
            page.close()
    return count


def extract_docx(path: Path) -> int:
    """Characters of paragraphs and cells by python-docx."""
    from docx import Document

    document = Document(str(path))
    count = sum(len(paragraph.text) for paragraph in document.paragraphs)
    return count + sum(len(cell.text) for table in document.tables for row in table.rows for cell in row.cells)


def stages(path: Path, prepared: Prepared) -> dict[str, float]:
    """Processor seconds of each stage of one check."""
    request = Request((str(path),))
    times: dict[str, float] = {}
    gc.collect()
    began = time.process_time()

    def lap(name: str) -> None:
        nonlocal began
        now = time.process_time()
        times[name] = now - began
        began = now

    document = read_document(path, isolated=False)
    assert not isinstance(document, Unreadable), document
    lap("read")
    book = read_facts(document, prepared.patterns)
    lap("facts")
    book = with_records(book, prepared, request.stage, AS_OF)
    report = check_document(document, book, prepared.rules, prepared.program, AS_OF, request.side)
    lap("verdicts")
    render_json(Report(AS_OF, prepared.program, (report,), ()), "zh", io.StringIO())
    lap("render")
    return times


PLAIN: dict[str, tuple[Callable[[Path, int], None], Callable[[Path], int], str, str]] = {
    "docx": (write_docx, extract_docx, "python-docx", ""),
    "pdf": (write_pdf, extract_pdf, "pdfplumber", "≤ 0.15"),
}
"""How each format is made and plainly read, by what, and the bar for a whole check beside that."""


def figures(quick: bool) -> Iterator[Figure]:
    """The whole check of each format, then its stages, all beside the plain reading."""
    rounds, pages = (1, 4) if quick else (ROUNDS, PAGES)
    prepared = prepare(Request(()))
    assert not isinstance(prepared, Refusal)
    with tempfile.TemporaryDirectory() as folder:
        for form, (write, extract, name, asked) in PLAIN.items():
            path = Path(folder) / f"contract.{form}"
            write(path, pages)
            stages(path, prepared)
            extract(path)
            pairs = [(stages(path, prepared), spent(partial(extract, path))) for _ in range(rounds)]
            beside = f"text and tables by {name}"
            whole = tuple(sum(one.values()) / other for one, other in pairs)
            yield Figure(f"whole.{form}", f"{pages} pages of {form.upper()}, whole check", beside, whole, asked)
            for stage in pairs[0][0]:
                ratios = tuple(one[stage] / other for one, other in pairs)
                yield Figure(f"whole.{form}-{stage}", f"of that: {stage}", beside, ratios)


def main() -> None:
    """Print the figures."""
    show(figures(False))


if __name__ == "__main__":
    main()
