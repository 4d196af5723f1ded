"""How fast PDF files are read, beside pdfplumber's text and tables of the same file, and what memory it takes.

    python -m benchmarks.pdf_reading

Three 30-page contracts of ruled schedules: a Latin font embedded, Chinese fonts embedded (through LibreOffice, left
out where it isn't installed), a Chinese CID font that isn't embedded. Processor time, both readers in turn in one
process, the median of the rounds' ratios. Then the peak memory of 20 and of 200 pages, each in a process of its own.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from presign.parsers.document import Document, Limits
from presign.parsers.pdf.read import read_pdf

from .long_contract import PAGES, lines, schedule

ROUNDS = 5
FEW, MANY = 20, 200
_MEGABYTE = 1024  # ru_maxrss counts kilobytes on Linux
_PEAK = """
import resource, sys
from pathlib import Path
from benchmarks.pdf_reading import read
read(Path(sys.argv[1]))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def write_cid(target: Path, pages: int = PAGES) -> None:
    """A Chinese contract whose font isn't embedded."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    _write(target, pages, "STSong-Light", lines(), schedule)


def write_latin(target: Path, pages: int = PAGES) -> None:
    """An English contract with its font embedded."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    clause = "{}. The Buyer shall pay each invoice within thirty days after delivery, by bank transfer, in full."
    _write(target, pages, "Vera", tuple(clause.format(at) for at in range(1, 60)), _parts_list)


def _parts_list(number: int) -> list[list[str]]:
    head, *rest = schedule(number)
    english = ["No.", "Part", "Type", "Quantity", "Price (CNY)", "Amount (CNY)"]
    assert len(head) == len(english)
    return [english, *([cell.replace("备件", "Spare ") for cell in row] for row in rest)]


def _write(
    target: Path, pages: int, font: str, clauses: tuple[str, ...], rows: Callable[[int], list[list[str]]]
) -> None:
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

    name = "Schedule" if font == "Vera" else "附表"
    style = ParagraphStyle("body", fontName=font, fontSize=10.5, leading=17, wordWrap="CJK" if font != "Vera" else None)
    story: list[Any] = [Paragraph(clause, style) for clause in clauses]
    for number in range(1, pages - 2):
        grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONT", (0, 0), (-1, -1), font, 9)]
        story += [PageBreak(), Paragraph(f"{name} {number}", style), Table(rows(number), style=grid)]
    SimpleDocTemplate(str(target), pagesize=A4).build(story)


def write_embedded(target: Path) -> bool:
    """The Chinese contract with its fonts embedded, as LibreOffice prints it; False where that isn't installed."""
    import shutil

    from docx import Document as new_document

    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        return False
    document: Any = new_document()
    for line in lines():
        document.add_paragraph(line)
    for number in range(1, PAGES - 2):
        document.add_page_break()
        document.add_heading(f"附表{number} 备件清单", level=1)
        rows = schedule(number)
        table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
        for cells, row in zip(table.rows, rows, strict=True):
            for cell, text in zip(cells.cells, row, strict=True):
                cell.text = text
    source = target.with_suffix(".docx")
    document.save(str(source))
    profile = f"-env:UserInstallation={(target.parent / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(target.parent), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return target.is_file()


def read(path: Path) -> Document:
    """The document as Presign reads it."""
    document = read_pdf(str(path), path.read_bytes(), "0" * 64, Limits())
    assert isinstance(document, Document), document
    return document


def plumber(path: Path) -> list[list[list[str]]]:
    """The tables of the file by pdfplumber, its text taken as well."""
    import pdfplumber

    found: list[list[list[str]]] = []
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            found += [[[cell or "" for cell in row] for row in table] for table in page.extract_tables()]
            page.close()
    return found


def tables_found(document: Document, tables: list[list[list[str]]]) -> int:
    """How many of pdfplumber's tables have each of their rows in the document, blanks aside."""
    rows: dict[tuple[int | None, int | None, int | None], str] = {}
    heads = "".join(block.text for block in document.blocks if block.location.table is None)
    for block in document.blocks:
        place = block.location
        if place.table is not None:
            key = place.table, place.row, None
            rows[key] = rows.get(key, "") + block.text
    known = {_bare(row) for row in rows.values()}
    repeated = _bare(heads)
    return sum(
        all(_bare("".join(row)) in known or _bare("".join(row)) in repeated for row in table) for table in tables
    )


def _bare(text: str) -> str:
    return "".join(text.split())


def measure(name: str, path: Path) -> None:
    """Print the pages per second of both readers, their ratio, and the tables found."""
    document, tables = read(path), plumber(path)
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(ROUNDS):
        for spent, call in ((ours, read), (theirs, plumber)):
            began = time.process_time()
            call(path)
            spent.append(time.process_time() - began)
    ratios = [other / own for own, other in zip(ours, theirs, strict=True)]
    pages = document.pages or 0
    speed, other = pages / statistics.median(ours), pages / statistics.median(theirs)
    print(
        f"{name}: {pages} pages, {speed:.0f} pages/s, pdfplumber {other:.0f} pages/s, "
        f"{statistics.median(ratios):.1f} times as fast (min {min(ratios):.1f}, max {max(ratios):.1f}); "
        f"{tables_found(document, tables)} of {len(tables)} tables of pdfplumber found",
        flush=True,
    )


def peak(path: Path) -> float:
    """Peak memory in megabytes of a process that reads the file and does nothing else."""
    command = [sys.executable, "-c", _PEAK, str(path)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[1])
    return int(answer.stdout) / _MEGABYTE


def main() -> None:
    """Make the files, measure, print."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        write_latin(place / "latin.pdf")
        measure("Latin font embedded", place / "latin.pdf")
        if write_embedded(place / "embedded.pdf"):
            measure("Chinese fonts embedded", place / "embedded.pdf")
        else:
            print("Chinese fonts embedded: left out, LibreOffice isn't installed")
        write_cid(place / "cid.pdf")
        measure("Chinese CID font", place / "cid.pdf")
        peaks = []
        for pages in (FEW, MANY):
            write_cid(place / f"{pages}.pdf", pages)
            peaks.append(peak(place / f"{pages}.pdf"))
        few, many = peaks
        print(f"peak memory: {FEW} pages {few:.0f} MB, {MANY} pages {many:.0f} MB, {many / few:.2f} times as much")


if __name__ == "__main__":
    main()
