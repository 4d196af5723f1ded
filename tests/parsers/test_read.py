from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from docx_notation import docx
from pdf_making import Page, pdf
from presign.messages import advise, say
from presign.parsers.document import Document, Limits, Media, Unreadable
from presign.parsers.isolation import shared_worker
from presign.parsers.read import read_document

SENTENCE = "The Buyer shall pay within 30 days of delivery."


def _page(p: Page) -> None:
    p.text(90, 100, SENTENCE)


def _document(answer: Document | Unreadable) -> Document:
    assert isinstance(answer, Document), answer
    return answer


def _refused(answer: Document | Unreadable) -> Unreadable:
    assert isinstance(answer, Unreadable)
    assert say(answer.key, "en", answer.values) and say(answer.key, "zh", answer.values)
    advise(answer.key, "en", answer.values)
    return answer


@pytest.mark.parametrize("isolated", [True, False])
@pytest.mark.parametrize("name", ["contract.pdf", "contract.docx", "contract.txt"])
def test_the_content_decides_and_not_the_name(tmp_path: Path, name: str, isolated: bool):
    for content, media in ((pdf(_page), Media.PDF), (docx(SENTENCE), Media.DOCX), (SENTENCE.encode(), Media.TEXT)):
        file = tmp_path / name
        file.write_bytes(content)

        document = _document(read_document(file, isolated=isolated))

        assert (document.media, document.path) == (media, str(file))
        assert document.sha256 == hashlib.sha256(content).hexdigest()
        assert [block.text for block in document.blocks] == [SENTENCE]


def test_a_name_makes_text_markdown(tmp_path: Path):
    for name, media in (("a.md", Media.MARKDOWN), ("a.txt", Media.TEXT), ("a", Media.TEXT)):
        (tmp_path / name).write_text("# 付款\n\n货到后30日内付清。\n", encoding="utf-8")
        assert _document(read_document(str(tmp_path / name))).media is media


def test_text_in_other_encodings_is_text(tmp_path: Path):
    for encoding in ("gb18030", "utf-16"):
        file = tmp_path / "a.txt"
        file.write_bytes("买方应于收货后三十日内付清全部货款。".encode(encoding))
        assert _document(read_document(file)).blocks[0].text == "买方应于收货后三十日内付清全部货款。"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"GIF89a" + bytes(64), "GIF"),
        (b"PK\x03\x04" + bytes(40) + b"xl/workbook.xml", "XLSX"),
        (bytes(range(256)) * 8, "?"),
    ],
)
def test_other_formats_are_refused_with_the_formats_that_are_read(tmp_path: Path, content: bytes, found: str):
    file = tmp_path / "contract.docx"
    file.write_bytes(content)

    answer = _refused(read_document(file))

    assert (answer.key, dict(answer.values)) == ("doc.read_format", {"found": found})
    assert f"`{found}`" in say(answer.key, "en", answer.values)


def test_a_file_with_a_password_is_named(tmp_path: Path):
    file = tmp_path / "contract.docx"
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le"))
    assert _refused(read_document(file)).key == "doc.password"


def test_only_regular_files_are_opened(tmp_path: Path):
    assert _refused(read_document(tmp_path)).key == "doc.read_not_a_file"
    assert _refused(read_document(tmp_path / "none.pdf")).key == "doc.read_missing"
    assert _refused(read_document(tmp_path / "a\0b")).key == "doc.read_system"
    os.mkfifo(tmp_path / "pipe.pdf")
    assert _refused(read_document(tmp_path / "pipe.pdf")).key == "doc.read_not_a_file"
    (tmp_path / "empty.pdf").touch()
    assert _refused(read_document(tmp_path / "empty.pdf")).key == "doc.read_empty_file"


def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path):
    file = tmp_path / "a.txt"
    file.write_bytes(b"x" * 101)

    answer = _refused(read_document(file, Limits(file_bytes=100)))

    assert (answer.key, dict(answer.values)) == ("doc.read_too_large", {"bytes": "101", "limit": "100"})
    assert _document(read_document(file, Limits(file_bytes=101))).blocks[0].text == "x" * 101


def test_a_file_that_takes_too_long_is_given_up_and_the_next_one_is_read(tmp_path: Path):
    long, short = tmp_path / "long.pdf", tmp_path / "short.pdf"
    # Far longer than the limit on any machine, so that the answer can't win the race against the clock.
    long.write_bytes(pdf(*[_page] * 300))
    short.write_bytes(pdf(_page))
    slow = _refused(read_document(long, Limits(seconds=0.02)))

    assert slow.key == "doc.read_limit" and slow.sha256 is not None
    assert _document(read_document(short)).media is Media.PDF
    assert shared_worker().pid is not None
