"""Word's flat form: the same document as its package."""

from __future__ import annotations

import base64
import io
import zipfile
from pathlib import Path

from docx_notation import docx, p, tbl
from presign.parsers.document import Document, Limits, Media, Unreadable
from presign.parsers.docx.read import read_docx
from presign.parsers.read import read_document

NAMESPACE = "http://schemas.microsoft.com/office/2006/xmlPackage"


def flat(package: bytes) -> bytes:
    parts = []
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        for name in archive.namelist():
            data = archive.read(name)
            if data.lstrip().startswith(b"<"):
                xml = data.decode().split("?>", 1)[-1]
                inner = f"<pkg:xmlData>{xml}</pkg:xmlData>"
            else:
                inner = f"<pkg:binaryData>{base64.b64encode(data).decode()}</pkg:binaryData>"
            parts.append(f'<pkg:part pkg:name="/{name}">{inner}</pkg:part>')
    head = f'<?xml version="1.0" encoding="UTF-8"?><pkg:package xmlns:pkg="{NAMESPACE}">'
    return (head + "".join(parts) + "</pkg:package>").encode()


def test_the_flat_form_reads_as_its_package(tmp_path: Path) -> None:
    package = docx(p("Pay in [-30-][+60+] days"), tbl("甲方|乙方"))
    whole = read_docx("a", package, "0", Limits())
    path = tmp_path / "contract.xml.docx"
    path.write_bytes(flat(package))
    found = read_document(path)
    assert isinstance(whole, Document) and isinstance(found, Document), found
    assert found.media is Media.DOCX
    assert found.blocks == whole.blocks and found.tables == whole.tables


def test_a_part_twice_and_another_root_are_refused() -> None:
    part = '<pkg:part pkg:name="/word/document.xml"><pkg:xmlData><a/></pkg:xmlData></pkg:part>'
    twice = f'<pkg:package xmlns:pkg="{NAMESPACE}">{part}{part}</pkg:package>'.encode()
    answer = read_docx("a", twice, "0", Limits())
    assert isinstance(answer, Unreadable) and answer.key == "doc.archive_duplicate"
    other = read_docx("a", b"<a/>", "0", Limits())
    assert isinstance(other, Unreadable) and other.key == "doc.not_wordprocessing"
