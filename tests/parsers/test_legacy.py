"""Old formats through LibreOffice, where it is installed."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from presign.messages import advise
from presign.parsers import legacy
from presign.parsers.document import Document, Limits, Unreadable
from presign.parsers.problem import Problem
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


def _open_document() -> bytes:
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    words = '<text:p xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">买方应于验收后三十日内付款。</text:p>'
    content = (
        f'<office:document-content xmlns:office="{office}" office:version="1.2"><office:body><office:text>{words}'
        "</office:text></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    listed = "".join(
        f'<m:file-entry m:full-path="{path}" m:media-type="{media}"/>'
        for path, media in (("/", kind), ("content.xml", "text/xml"))
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{manifest}">{listed}</m:manifest>')
    return out.getvalue()


@installed
def test_an_open_document_is_read_as_it_is_converted(tmp_path: Path) -> None:
    path = tmp_path / "合同.odt"
    path.write_bytes(_open_document())
    found = read_document(path)
    assert isinstance(found, Document), found
    assert [block.text for block in found.blocks] == ["买方应于验收后三十日内付款。"]
    assert found.path == str(path)


@pytest.mark.parametrize(
    ("name", "data", "kind"), [("a.rtf", RTF, "rtf"), ("a.wps", OLD_WORD, "doc"), ("a.odt", _open_document(), "odt")]
)
def test_every_old_format_is_known_by_its_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes, kind: str
) -> None:
    monkeypatch.setattr(legacy, "_program", lambda: None)
    path = tmp_path / name
    path.write_bytes(data)
    found = read_document(path)
    assert isinstance(found, Unreadable) and (found.key, dict(found.values)) == ("doc.legacy", {"found": kind})


@installed
def test_the_office_program_runs_in_a_folder_and_a_profile_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[list[str], dict[str, str]]] = []

    class Noted(subprocess.Popen):  # type: ignore[type-arg]
        def __init__(self, command: list[str], **how: Any) -> None:
            seen.append((command, how["env"]))
            super().__init__(["true"], **how)

    monkeypatch.setattr(subprocess, "Popen", Noted)
    assert legacy.converted(RTF, "rtf", Limits()) == Problem("doc.legacy_failed", (("found", "rtf"),))
    ((command, environment),) = seen
    (profile,) = [each for each in command if each.startswith("-env:UserInstallation=file://")]
    assert "presign-" in profile and environment["HOME"] in profile
    assert not Path(environment["HOME"]).exists() and "--headless" in command


def test_without_libreoffice_the_message_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legacy, "_program", lambda: None)
    path = tmp_path / "contract.doc"
    path.write_bytes(OLD_WORD)
    found = read_document(path)
    assert isinstance(found, Unreadable)
    assert (found.key, dict(found.values)) == ("doc.legacy", {"found": "doc"})
    assert "LibreOffice" in advise(found.key, "en", found.values) and ".docx" in advise(found.key, "zh", found.values)
