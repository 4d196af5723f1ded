"""Old formats through LibreOffice, where it is installed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from presign.messages import advise
from presign.parsers import legacy
from presign.parsers.document import Document, Limits, Unreadable
from presign.parsers.read import read_document

RTF = rb"{\rtf1\ansi {\b Supply Agreement}\par The Buyer pays within 30 days of the invoice.\par}"
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
installed = pytest.mark.skipif(
    not (shutil.which("soffice") or shutil.which("libreoffice")), reason="LibreOffice isn't installed"
)


@installed
def test_rich_text_is_read_as_it_is_converted(tmp_path: Path) -> None:
    path = tmp_path / "contract.rtf"
    path.write_bytes(RTF)
    found = read_document(path)
    assert isinstance(found, Document), found
    assert [block.text for block in found.blocks] == [
        "Supply Agreement",
        "The Buyer pays within 30 days of the invoice.",
    ]
    assert found.path == str(path)


@installed
def test_a_conversion_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    path = tmp_path / "contract.rtf"
    path.write_bytes(RTF)
    found = read_document(path, Limits(seconds=0.05))
    assert isinstance(found, Unreadable) and found.key == "doc.read_limit"


@installed
def test_a_file_that_is_no_document_gives_a_message(tmp_path: Path) -> None:
    path = tmp_path / "contract.doc"
    path.write_bytes(OLD_WORD)
    found = read_document(path)
    assert isinstance(found, Unreadable) and found.key in ("doc.legacy_failed", "doc.empty")


def test_without_libreoffice_the_message_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legacy, "_program", lambda: None)
    path = tmp_path / "contract.doc"
    path.write_bytes(OLD_WORD)
    found = read_document(path)
    assert isinstance(found, Unreadable)
    assert (found.key, dict(found.values)) == ("doc.legacy", {"found": "doc"})
    assert "LibreOffice" in advise(found.key, "en", found.values) and ".docx" in advise(found.key, "zh", found.values)
