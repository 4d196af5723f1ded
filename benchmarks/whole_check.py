"""One 30-page contract of each format through the whole job, beside plain text extraction of the same file.

    python -m benchmarks.whole_check

Prints where the time goes (read, facts, verdicts, render) and the ratio to pdfplumber's or python-docx's text and
tables, measured in turn in the same process; medians of several rounds.
"""

from __future__ import annotations

import io
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from presign.checker.check import check_document
from presign.checker.report import Report
from presign.checker.run import Prepared, Refusal, Request, prepare, with_records
from presign.facts.read import read_facts
from presign.parsers.document import Unreadable
from presign.parsers.read import read_document
from presign.reports.json import render as render_json

from .long_contract import write_docx, write_pdf

ROUNDS = 5
_AS_OF = date(2026, 3, 2)


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
    """Seconds of each stage of one check."""
    request = Request((str(path),))
    spent: dict[str, float] = {}
    began = time.perf_counter()

    def lap(name: str) -> None:
        nonlocal began
        now = time.perf_counter()
        spent[name] = now - began
        began = now

    document = read_document(path, isolated=False)
    assert not isinstance(document, Unreadable), document
    lap("read")
    book = read_facts(document, prepared.patterns)
    lap("facts")
    book = with_records(book, prepared, request.stage, _AS_OF)
    report = check_document(document, book, prepared.rules, prepared.program, _AS_OF, request.side)
    lap("verdicts")
    render_json(Report(_AS_OF, prepared.program, (report,), ()), "zh", io.StringIO())
    lap("render")
    return spent


def main() -> None:
    """Make the contracts, measure, print."""
    prepared = prepare(Request(()))
    assert not isinstance(prepared, Refusal)
    plain: dict[str, tuple[Callable[[Path], None], Callable[[Path], int]]] = {
        "docx": (write_docx, extract_docx),
        "pdf": (write_pdf, extract_pdf),
    }
    with tempfile.TemporaryDirectory() as folder:
        for form, (write, extract) in plain.items():
            path = Path(folder) / f"contract.{form}"
            write(path)
            rounds, others = [], []
            for _ in range(ROUNDS):
                rounds.append(stages(path, prepared))
                began = time.perf_counter()
                extract(path)
                others.append(time.perf_counter() - began)
            _print(form, rounds, others)


def _print(form: str, rounds: list[dict[str, float]], others: list[float]) -> None:
    totals = [sum(spent.values()) for spent in rounds]
    ratios = [total / other for total, other in zip(totals, others, strict=True)]
    split = ", ".join(
        f"{name} {statistics.median(spent[name] / sum(spent.values()) for spent in rounds):.0%}" for name in rounds[0]
    )
    name = {"pdf": "pdfplumber", "docx": "python-docx"}[form]
    middle, low, high = statistics.median(ratios), min(ratios), max(ratios)
    print(f"{form}: whole check / {name} text and tables = {middle:.2f} (min {low:.2f}, max {high:.2f}); {split}")


if __name__ == "__main__":
    main()
