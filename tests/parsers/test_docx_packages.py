"""Word packages that aren't as Word writes them: other names, other content types, macros."""

from __future__ import annotations

import io
import socket
import zipfile
from pathlib import Path

import pytest
from docx_notation import RELATION, Xml, docx, entries, p, packed
from presign.parsers.document import Document, Media, Unreadable
from presign.parsers.formats import format_of
from presign.parsers.problem import Problem
from presign.parsers.read import read_document

MACROS = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
)
WRONG = MACROS.replace("application/vnd.ms-word.document.macroEnabled.main+xml", "text/plain")


def texts(tmp_path: Path, files: dict[str, str], name: str = "c.docx") -> list[str]:
    path = tmp_path / name
    path.write_bytes(packed(files))
    document = read_document(path, isolated=False)
    assert isinstance(document, Document), document
    assert document.media is Media.DOCX
    return [block.text for block in document.blocks]


def test_a_macro_enabled_document_is_read_and_its_macros_are_left_alone(tmp_path: Path) -> None:
    files = {**entries("正文"), "[Content_Types].xml": MACROS, "word/vbaProject.bin": "Sub AutoOpen()"}
    assert texts(tmp_path, files, "c.docm") == ["正文"]


@pytest.mark.parametrize("types", [WRONG, "<Types/>", "no xml at all"])
def test_content_types_that_are_wrong_change_nothing(tmp_path: Path, types: str) -> None:
    assert texts(tmp_path, {**entries("正文"), "[Content_Types].xml": types}) == ["正文"]


def test_no_content_types_at_all(tmp_path: Path) -> None:
    files = entries("正文")
    del files["[Content_Types].xml"]
    assert texts(tmp_path, files) == ["正文"]


def test_parts_under_other_names(tmp_path: Path) -> None:
    files = entries("正文", p("款", style="s"), numbering="")
    moved = {name.replace("word/", "parts/").replace("document.xml", "text2.xml"): text for name, text in files.items()}
    moved["_rels/.rels"] = moved["_rels/.rels"].replace("word/document.xml", "parts/text2.xml")
    assert "word/" not in "".join(moved)
    assert texts(tmp_path, moved) == ["正文", "款"]


def test_names_in_other_case_and_with_a_leading_slash(tmp_path: Path) -> None:
    files = entries("正文", footnotes="")
    files["Word/Document.XML"] = files.pop("word/document.xml")
    files["_rels/.rels"] = files["_rels/.rels"].replace('"word/document.xml"', '"/word/document.xml"')
    files["word/_rels/document.xml.rels"] = files["word/_rels/document.xml.rels"].replace('"foot', '"/word/foot')
    assert texts(tmp_path, files) == ["正文"]


def test_without_relations_the_usual_place_is_tried(tmp_path: Path) -> None:
    files = entries("正文")
    del files["_rels/.rels"]
    assert texts(tmp_path, files) == ["正文"]


def archive(files: dict[str, bytes], how: int = zipfile.ZIP_STORED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return out.getvalue()


def test_a_packed_contract_does_not_make_its_archive_a_word_file(tmp_path: Path) -> None:
    data = archive({"keyword/合同.docx": docx("正文")})
    assert b"word/document.xml" in data
    assert format_of(data) is Media.ARCHIVE
    path = tmp_path / "c.zip"
    path.write_bytes(data)
    document = read_document(path, isolated=False)
    assert isinstance(document, Document) and [block.text for block in document.blocks] == ["正文"]


def test_what_a_package_refers_to_outside_is_never_fetched(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/part.xml"
        outside = "".join(
            f'<Relationship Id="x{at}" Type="{RELATION}/{kind}" Target="{address}" TargetMode="External"/>'
            for at, kind in enumerate(("header", "footnotes", "styles", "image", "attachedTemplate", "aFChunk"))
        )
        head = '<w:sectPr><w:headerReference w:type="default" r:id="x0"/></w:sectPr>'
        picture = '<w:r><w:pict><v:shape><v:imagedata r:id="x3"/></v:shape></w:pict></w:r>'
        files = entries(p("买方于三十日内付款。", Xml(picture), more=head), Xml('<w:altChunk r:id="x5"/>'))
        relations = "word/_rels/document.xml.rels"
        files[relations] = files[relations].replace("</Relationships>", outside + "</Relationships>")

        assert texts(tmp_path, files) == ["买方于三十日内付款。"]
        with pytest.raises(BlockingIOError):
            listening.accept()


def test_sheets_slides_and_books_are_named() -> None:
    for part, found in (
        ("xl/workbook.xml", "XLSX"),
        ("ppt/presentation.xml", "PPTX"),
        ("META-INF/container.xml", "EPUB"),
    ):
        answer = format_of(archive({"[Content_Types].xml": b"<Types/>", part: b"x"}))
        assert answer == Problem("doc.read_format", (("found", found),))


def test_a_word_file_without_its_end_is_damaged_not_unknown(tmp_path: Path) -> None:
    path = tmp_path / "c.docx"
    path.write_bytes(docx("正文" * 50)[:-10])
    answer = read_document(path, isolated=False)
    assert isinstance(answer, Unreadable) and answer.key == "doc.archive_damaged"
