"""Small Word packages, and notes at quotes of them."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date

from presign.facts.fact import Evidence
from presign.parsers.document import Document, Limits
from presign.parsers.docx.read import read_docx
from presign.reports.marked.docx import mark_docx
from presign.reports.marked.notes import Note
from presign.reports.marked.paper import Marked, Paper

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
SPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{OFFICE}/relationships" xmlns:m="{OFFICE}/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATED = f"{OFFICE}/relationships"
DAY = date(2026, 3, 9)


def docx(body: str, parts: Mapping[str, str] | None = None, strict: bool = False, extra: str = "") -> bytes:
    """A package with a body, and further parts (`comments`, `footnotes`, `header1`) by name."""
    parts = parts or {}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}.{name.rstrip("1")}+xml"/>'
        for name in ("document", *parts)
    ).replace("document+xml", "document.main+xml")
    related = "".join(
        f'<Relationship Id="rId{at}" Type="{_RELATED}/{name.rstrip("1")}" Target="{name}.xml"/>'
        for at, name in enumerate(parts, 1)
    )
    files = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>'
        ),
        "_rels/.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{_RELATED}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}<w:sectPr>{extra}</w:sectPr></w:body></w:document>",
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{related}</Relationships>'
        ),
    }
    files |= {f"word/{name}.xml": content for name, content in parts.items()}
    if strict:
        files = {name: _strict(content) for name, content in files.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2020, 5, 4, 3, 2, 0)), content)
    return out.getvalue()


def _strict(content: str) -> str:
    content = content.replace(WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    return content.replace(f"{OFFICE}/", "http://purl.oclc.org/ooxml/officeDocument/")


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of runs; text without markup becomes a run."""
    inside = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def read(data: bytes) -> Document:
    """The document as the checker reads it."""
    document = read_docx("contract.docx", data, hashlib.sha256(data).hexdigest(), Limits())
    assert isinstance(document, Document)
    return document


def at(document: Document, quote: str) -> Evidence:
    """The evidence of a quote, which stands in one block only."""
    found = [block for block in document.blocks if quote in block.text]
    assert len(found) == 1, quote
    start = found[0].text.index(quote)
    return Evidence(found[0].index, start, start + len(quote), quote, found[0].location)


def note(document: Document, quote: str, clause: str = "", about: str = "R-1", lines: Sequence[str] = ()) -> Note:
    """A note at a quote; without one, on what the contract doesn't say."""
    evidence = (at(document, quote),) if quote else ()
    return Note(tuple(lines) or (f"[high] {about} {quote}", "message"), evidence, clause, about, "high")


def mark(data: bytes, *quotes: str, clause: str = "", language: str = "en") -> bytes:
    """The document with notes at quotes; with a clause, each proposes it as a tracked insertion."""
    document = read(data)
    notes = tuple(note(document, quote, clause) for quote in quotes)
    return written(data, document, notes, redline=bool(clause), language=language)


def written(
    data: bytes, document: Document, notes: tuple[Note, ...], redline: bool = False, language: str = "en"
) -> bytes:
    """The document with notes."""
    made = mark_docx(data, Paper(document, notes, DAY, language), redline, Limits())
    assert isinstance(made, Marked)
    return made.data
