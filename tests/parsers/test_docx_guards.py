"""Hostile and damaged packages: refused by name, before anything is unpacked, and never with an exception."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile

import pytest
from docx_notation import docx, entries, outcome, p, packed, part, read, tbl, tc, tr
from presign.messages import advise, say
from presign.parsers.archive import open_archive
from presign.parsers.document import Document, Limits, Unreadable
from presign.parsers.problem import Problem

TIGHT = Limits(archive_entries=20, archive_bytes=3_000_000, archive_ratio=50)


def refusal(data: bytes, limits: Limits | None = None) -> str:
    """The key a file is refused with; its message must exist in both languages and be complete."""
    refused = outcome(data, limits)
    assert isinstance(refused, Unreadable)
    for language in ("zh", "en"):
        assert "{" not in say(refused.key, language, refused.values)
        assert advise(refused.key, language, refused.values)
    return refused.key


def with_entry(name: str, data: bytes | str) -> bytes:
    """A sound package with one more entry."""
    out = io.BytesIO(docx("正文"))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr(name, data)
    return out.getvalue()


def with_document(inner: str) -> bytes:
    """A package whose document part is this text."""
    return packed({**entries(), "word/document.xml": inner})


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", "甲方".encode(), b"\x89PNG\r\n\x1a\n" + bytes(50)])
def test_other_files_are_no_package(data: bytes) -> None:
    assert refusal(data) == "doc.not_zip"


def test_old_and_encrypted_office_files_are_named() -> None:
    assert refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)) == "doc.ole"


@pytest.mark.parametrize("keep", [0.3, 0.9, 0.99])
def test_truncated_files(keep: float) -> None:
    data = docx("正文")
    assert refusal(data[: int(len(data) * keep)]) == "doc.archive_damaged"


def test_garbage_behind_the_magic() -> None:
    assert refusal(b"PK\x03\x04" + bytes(range(256)) * 8) == "doc.archive_damaged"


def test_damaged_bytes_inside_a_part() -> None:
    data = bytearray(docx("正文" * 200))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        start = archive.getinfo("word/document.xml").header_offset + 30 + len("word/document.xml")
    data[start + 20 : start + 30] = b"\xff" * 10
    assert refusal(bytes(data)) == "doc.archive_damaged"


def test_any_cut_and_any_flip_is_survived() -> None:
    data = docx("正文", tbl("甲|乙"))
    for at in range(0, len(data), 37):
        flipped = bytearray(data)
        flipped[at] ^= 0x5A
        assert isinstance(outcome(bytes(flipped)), Document | Unreadable)
        assert isinstance(outcome(data[:at]), Unreadable)


def test_a_part_that_unpacks_a_thousandfold() -> None:
    assert refusal(with_entry("word/big.xml", bytes(2_000_000)), TIGHT) == "doc.archive_ratio"
    inner = part("document", f"<w:body>{p('a' * 2_000_000)}</w:body>")
    assert refusal(with_document(inner), TIGHT) == "doc.archive_ratio"


def test_blank_pictures_shrink_as_much_and_do_no_harm() -> None:
    assert isinstance(outcome(with_entry("word/media/image1.bmp", bytes(2_000_000)), TIGHT), Document)


def test_more_bytes_than_allowed() -> None:
    assert refusal(with_entry("word/media/image1.png", bytes(3_100_000)), TIGHT) == "doc.archive_bytes"


def test_more_entries_than_allowed() -> None:
    files = {**entries("正文"), **{f"x/{number}": "" for number in range(21)}}
    assert refusal(packed(files), TIGHT) == "doc.archive_entries"


@pytest.mark.parametrize("name", ["word/document.xml", "WORD/Document.xml"])
def test_two_parts_of_one_name(name: str) -> None:
    assert refusal(with_entry(name, part("document", ""))) == "doc.archive_duplicate"


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/passwd", "word\\evil.xml", "C:evil", "word/./x.xml", "a\0b"])
def test_paths_that_leave_the_package(name: str) -> None:
    data = with_entry("n" * len(name), "x").replace(b"n" * len(name), name.encode())
    assert refusal(data) == "doc.archive_path"


def test_encrypted_entries() -> None:
    data = bytearray(docx("正文"))
    central = data.index(b"PK\x01\x02")
    data[central + 8 : central + 10] = struct.pack("<H", 1)
    assert refusal(bytes(data)) == "doc.archive_encrypted"


def test_unusual_compression() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("word/document.xml", part("document", ""))
    assert refusal(out.getvalue()) == "doc.archive_damaged"


def test_entries_that_share_their_bytes() -> None:
    data = bytearray(docx("正文"))
    second = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    data[second + 42 : second + 46] = struct.pack("<I", 1)
    assert refusal(bytes(data)) == "doc.archive_damaged"


def test_a_part_larger_than_it_declares_is_cut_off() -> None:
    data = bytearray(docx("正文" * 500))
    central = data.index(b"word/document.xml", data.index(b"PK\x01\x02")) - 46
    data[central + 24 : central + 28] = struct.pack("<I", 100)
    assert refusal(bytes(data)) == "doc.archive_damaged"


def test_a_package_without_a_document() -> None:
    files = entries("正文")
    del files["word/document.xml"]
    assert refusal(packed(files)) == "doc.no_document_part"
    assert refusal(packed({"mimetype": "x"})) == "doc.no_document_part"


def test_a_spreadsheet_is_named_as_something_else() -> None:
    assert refusal(with_document('<workbook xmlns="urn:x"/>')) == "doc.not_wordprocessing"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_document_type_is_refused_in_any_part(encoding: str) -> None:
    bad = '<!DOCTYPE w [<!ENTITY a "aaaa">]><w>&a;</w>'.encode(encoding)
    assert refusal(with_entry("customXml/item1.xml", bad)) == "doc.doctype"


def test_external_entities_and_laughs_are_refused_in_the_document() -> None:
    laughs = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + part("document", "&b;").partition("?>")[2]
    assert refusal(with_document(laughs)) == "doc.doctype"
    outside = '<!DOCTYPE d SYSTEM "file:///etc/passwd">' + part("document", "").partition("?>")[2]
    assert refusal(with_document(outside)) == "doc.doctype"


def test_broken_xml_names_part_and_line() -> None:
    refused = outcome(with_document("<w:document\n<"))
    assert isinstance(refused, Unreadable)
    assert refused.key == "doc.xml_broken"
    assert dict(refused.values) == {"part": "word/document.xml", "line": "2"}


def test_a_broken_part_beside_the_document_is_refused_too() -> None:
    files = {**entries("正文", footnotes=""), "word/footnotes.xml": "<broken"}
    assert refusal(packed(files)) == "doc.xml_broken"


def test_a_relationship_to_a_missing_part_is_left_over() -> None:
    files = entries("正文", comments="")
    del files["word/comments.xml"]
    assert isinstance(outcome(packed(files)), Document)


@pytest.mark.parametrize("depth", [201, 300, 20_000])
def test_xml_nested_too_deep(depth: int) -> None:
    inner = part("document", "<w:body>" + "<w:p>" * depth + "</w:p>" * depth + "</w:body>")
    assert refusal(with_document(inner)) == "doc.xml_limit"


def test_tables_nested_up_to_the_limit_are_read() -> None:
    inner = p("核心")
    for _ in range(64):
        inner = tbl(tr(tc(inner), "b"))
    assert [block.text for block in read(inner).blocks].count("核心") == 1


@pytest.mark.parametrize("opening", ['<w:hyperlink r:id="x">', "<w:sdt><w:sdtContent>", '<w:customXml w:element="e">'])
def test_wrappers_nested_up_to_the_limit(opening: str) -> None:
    name = opening[3:].partition(">")[0].partition(" ")[0]
    closing = "</w:sdtContent></w:sdt>" if name == "sdt" else f"</w:{name}>"
    count = 95 if name == "sdt" else 190
    inline = f"<w:body><w:p>{opening * count}<w:r><w:t>字</w:t></w:r>{closing * count}</w:p></w:body>"
    document = outcome(with_document(part("document", inline)))
    assert isinstance(document, Document)
    assert document.blocks[0].text == "字"


def test_a_note_that_refers_to_itself_is_read_once() -> None:
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    note = f'<w:footnote w:id="1"><w:p>{mark}<w:r><w:t>注</w:t></w:r></w:p></w:footnote>'
    files = entries(p("正文"), footnotes=note)
    files["word/document.xml"] = part("document", f"<w:body><w:p><w:r><w:t>正文</w:t></w:r>{mark}</w:p></w:body>")
    document = outcome(packed(files))
    assert isinstance(document, Document)
    assert [block.text for block in document.blocks] == ["正文", "注"]


def test_a_grid_span_of_millions_costs_nothing() -> None:
    wide = (
        '<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc>'
    )
    data = with_document(part("document", f"<w:body><w:tbl><w:tr>{wide}</w:tr></w:tbl></w:body>"))
    document = outcome(data)
    assert isinstance(document, Document)
    assert document.tables[0].cells[1].column == 1_001


def test_a_part_that_is_not_there_is_a_problem() -> None:
    archive = open_archive(docx("正文"), Limits())
    assert not isinstance(archive, Problem)
    assert archive.read("word/none.xml") == Problem("doc.missing_part", (("part", "word/none.xml"),))
