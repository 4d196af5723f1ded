"""How fast PDF files are read, beside pdfplumber's text and tables of the same file, and what memory it takes.

    python -m benchmarks.pdf_reading

Three 30-page contracts of ruled schedules: a Latin font embedded, Chinese fonts embedded (through LibreOffice, left
out where it isn't installed), a Chinese CID font that isn't embedded. Then the peak memory of 20 and of 200 pages, each
in a process of its own.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from presign.parsers.document import Document, Limits
from presign.parsers.pdf.read import read_pdf

from .long_contract import PAGES, ROOT, lines, schedule
from .suite.figures import Figure, in_turn, show

ROUNDS, MEMORY_ROUNDS = 5, 3
FEW, MANY = 20, 200
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


def measure(key: str, name: str, asked: str, path: Path, rounds: int) -> Figure:
    """Both readers in turn, and the tables found."""
    document, tables = read(path), plumber(path)
    ratios = in_turn(partial(read, path), partial(plumber, path), rounds)
    note = f"{document.pages} pages, {tables_found(document, tables)} of {len(tables)} tables of pdfplumber found"
    return Figure(f"pdf.{key}", name, "pdfplumber", ratios, asked, note)


def peak(path: Path) -> int:
    """Peak memory in kilobytes of a process that reads the file and does nothing else."""
    command = [sys.executable, "-c", _PEAK, str(path)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    return int(answer.stdout)


def memory(folder: Path, few: int, many: int, rounds: int) -> Figure:
    """What many pages take beside few."""
    for pages in (few, many):
        write_cid(folder / f"{pages}.pdf", pages)
    ratios = tuple(peak(folder / f"{many}.pdf") / peak(folder / f"{few}.pdf") for _ in range(rounds))
    return Figure("pdf.memory", f"peak memory, {many} pages", f"{few} pages", ratios, "≤ 2")


def figures(quick: bool) -> Iterator[Figure]:
    """Three kinds of fonts, and memory."""
    rounds, pages, few, many = (1, 4, 4, 8) if quick else (ROUNDS, PAGES, FEW, MANY)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        write_latin(place / "latin.pdf", pages)
        yield measure("latin", "a Latin font, embedded", "≤ 0.0667", place / "latin.pdf", rounds)
        # LibreOffice takes longer to start than a smoke test.
        if not quick and write_embedded(place / "embedded.pdf"):
            yield measure("embedded", "Chinese fonts, embedded", "≤ 0.0667", place / "embedded.pdf", rounds)
        write_cid(place / "cid.pdf", pages)
        yield measure("cid", "a Chinese CID font", "≤ 0.25", place / "cid.pdf", rounds)
        yield memory(place, few, many, min(rounds, MEMORY_ROUNDS))


def main() -> None:
    """Print the figures."""
    show(figures(False))


if __name__ == "__main__":
    main()
