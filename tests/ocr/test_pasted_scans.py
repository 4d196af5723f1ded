"""Scans inside other files: pasted into a Word file, packed in an archive, attached to a mail."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from presign.parsers.document import Block, Cell, Document, Gap, Kind, Limits, Location, Media, Table, Unreadable
from presign.parsers.inserted import with_inserted
from presign.parsers.ocr.mode import NO_OCR, Ocr
from presign.parsers.pool import read_documents
from presign.parsers.read import read_document
from scanning import Sheet, needs_ocr

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)


@pytest.fixture(scope="module")
def page() -> bytes:
    """A picture of a page with one clause."""
    sheet = Sheet(420, 160)
    sheet.lines(40, 40, ("2. The Buyer pays within 45 days after delivery.",))
    out = io.BytesIO()
    sheet.image.save(out, "PNG")
    return out.getvalue()


def word_file(picture: bytes, *, words: bool = True, size: str = 'cx="5300000" cy="7500000"') -> bytes:
    """A Word file with a picture between two paragraphs, or with nothing else in it."""

    def text(words: str) -> str:
        return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"

    drawn = (
        f'<w:p><w:r><w:drawing><wp:inline><wp:extent {size}/><a:blip r:embed="p"/></wp:inline></w:drawing></w:r></w:p>'
    )
    body = text("SUPPLY CONTRACT") + drawn + text("3. Delivery is due.") if words else drawn
    space = "http://schemas.openxmlformats.org/package/2006/relationships"

    def relation(identifier: str, kind: str, target: str) -> str:
        one = f'<Relationship Id="{identifier}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        return f'<Relationships xmlns="{space}">{one}</Relationships>'

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("_rels/.rels", relation("r", "officeDocument", "word/document.xml"))
        archive.writestr("word/document.xml", f"<w:document {NAMES}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/_rels/document.xml.rels", relation("p", "image", "media/image1.png"))
        archive.writestr("word/media/image1.png", picture)
    return out.getvalue()


def read(path: Path, data: bytes, ocr: Ocr) -> Document | Unreadable:
    path.write_bytes(data)
    return read_document(path, ocr=ocr)


def test_a_pasted_scan_is_a_gap_without_recognition(tmp_path: Path, page: bytes) -> None:
    found = read(tmp_path / "a.docx", word_file(page), NO_OCR)
    assert isinstance(found, Document)
    assert found.gaps == (Gap("doc.page_picture", values=(("count", "1"),)),)
    only = read(tmp_path / "b.docx", word_file(page, words=False), NO_OCR)
    assert isinstance(only, Unreadable) and only.key == "doc.only_pictures"


@needs_ocr
def test_a_pasted_scan_is_read_where_it_stands(tmp_path: Path, page: bytes) -> None:
    found = read(tmp_path / "a.docx", word_file(page), Ocr())
    assert isinstance(found, Document) and found.media is Media.DOCX and not found.gaps
    first, second, third = found.blocks
    assert (first.text, first.confidence, third.text, third.index) == (
        "SUPPLY CONTRACT",
        None,
        "3. Delivery is due.",
        2,
    )
    assert "45 days" in second.text and second.confidence is not None
    assert (second.location.file, second.location.page) == ("image1.png", None)


@needs_ocr
def test_a_word_file_of_nothing_but_a_scan_is_read(tmp_path: Path, page: bytes) -> None:
    found = read(tmp_path / "a.docx", word_file(page, words=False, size='cx="9" cy="9"'), Ocr())
    assert isinstance(found, Document)
    assert "45 days" in found.blocks[0].text and found.language == "en"


@needs_ocr
def test_a_picture_that_is_none_stays_a_gap(tmp_path: Path) -> None:
    found = read(tmp_path / "a.docx", word_file(b"\x89PNG" + bytes(20_000)), Ocr())
    assert isinstance(found, Document)
    assert [gap.key for gap in found.gaps] == ["doc.page_picture"]


@needs_ocr
def test_scans_in_archives_and_mails_are_read(tmp_path: Path, page: bytes) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("contract.txt", "SUPPLY CONTRACT")
        archive.writestr("annex.png", page)
    message = EmailMessage()
    message["From"], message["To"], message["Date"] = (
        "a@example.org",
        "b@example.org",
        "Mon, 04 May 2026 09:00:00 +0800",
    )
    message.set_content("see attached")
    message.add_attachment(page, maintype="image", subtype="png", filename="page.png")
    (tmp_path / "a.zip").write_bytes(out.getvalue())
    (tmp_path / "b.eml").write_bytes(message.as_bytes())
    for found in read_documents(sorted(tmp_path.iterdir()), Limits(), ocr=Ocr()):
        assert isinstance(found, Document) and not found.gaps
        assert any("45 days" in block.text and block.confidence is not None for block in found.blocks)


def test_tables_keep_their_cells_when_a_picture_stands_before_them() -> None:
    def table(path: str, index: int, *words: str) -> Document:
        blocks = tuple(
            Block(at, Kind.CELL, text, Location(table=index, row=1, column=at + 1)) for at, text in enumerate(words)
        )
        cells = tuple(Cell(at, 1, at + 1) for at in range(len(words)))
        return Document(path, "0", Media.DOCX, blocks, (Table(index, cells),), "en")

    whole = with_inserted(
        table("a", 1, "x", "y"), [(0, "p.png", table("p", 1, "v", "w")), (2, "q.png", table("q", 1, "z"))]
    )
    assert [block.text for block in whole.blocks] == ["v", "w", "x", "y", "z"]
    words = {each.index: [whole.blocks[cell.block].text for cell in each.cells] for each in whole.tables}
    assert words == {1: ["x", "y"], 2: ["v", "w"], 3: ["z"]}
    assert [block.location.table for block in whole.blocks] == [2, 2, 1, 1, 3]
