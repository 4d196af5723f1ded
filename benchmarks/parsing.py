"""Each parser, beside a plain reading of the same file by the library one would take first.

    python -m benchmarks --only parsing

The same contract of 30 pages in each format, parsed in this process. The other side takes text and tables and no more:
no places, no numbering, no tracked changes, no furniture.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from presign.parsers.document import Document
from presign.parsers.read import read_document

from .long_contract import PAGES, lines, schedule, write_docx, write_pdf
from .suite.figures import Figure, in_turn
from .whole_check import extract_docx, extract_pdf

ROUNDS = 5


def figures(quick: bool) -> Iterator[Figure]:
    """DOCX, PDF, HTML, text."""
    rounds, pages = (1, 4) if quick else (ROUNDS, PAGES)
    with tempfile.TemporaryDirectory() as folder:
        for form, name, asked, write, extract in (
            ("docx", "python-docx", "≤ 0.25", write_docx, extract_docx),
            ("pdf", "pdfplumber", "", write_pdf, extract_pdf),
            ("html", "lxml.html", "", write_html, extract_html),
            ("txt", "decoding and splitting lines", "", write_text, extract_text),
        ):
            path = Path(folder, f"contract.{form}")
            write(path, pages)
            more = _read(path) / extract(path)
            # The others take some words twice, or don't count characters.
            note = f"{more:.3f} times its characters" if form == "docx" else ""
            ratios = in_turn(partial(_read, path), partial(extract, path), rounds)
            yield Figure(f"parsing.{form}", f"{form.upper()} parsed", name, ratios, asked, note)


def _read(path: Path) -> int:
    """Characters of all blocks of a document, with their numbers."""
    document = read_document(path, isolated=False)
    assert isinstance(document, Document), document
    return sum(len(block.text) + len(block.number) for block in document.blocks)


def write_html(target: Path, pages: int = PAGES) -> None:
    """The contract as HTML."""
    parts = [f"<p>{line}</p>" for line in lines()]
    for number in range(1, pages - 3):
        rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in schedule(number))
        parts.append(f"<h1>附表{number} 备件清单</h1><table>{rows}</table>")
    target.write_text(f"<!DOCTYPE html><html><meta charset='utf-8'><body>{''.join(parts)}</body></html>", "utf-8")


def write_text(target: Path, pages: int = PAGES) -> None:
    """The contract as text, its tables' cells between tabs."""
    parts = list(lines())
    for number in range(1, pages - 3):
        parts += [f"附表{number} 备件清单", *("\t".join(row) for row in schedule(number))]
    target.write_text("\n".join(parts), "utf-8")


def extract_html(path: Path) -> int:
    """Characters of all text by lxml."""
    from lxml import html

    return sum(len(text) for text in html.fromstring(path.read_bytes()).itertext())


def extract_text(path: Path) -> int:
    """Lines of the decoded file."""
    return len(path.read_bytes().decode("utf-8").splitlines())
