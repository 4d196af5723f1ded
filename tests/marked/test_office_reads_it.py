"""LibreOffice opens what was written, comments and insertions in it."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader
from word_packages import docx, mark, p

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice isn't installed")
def test_libreoffice_prints_the_text_the_clause_and_the_comment(tmp_path: Path) -> None:
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{p('Paid whenever convenient')}</w:tc></w:tr></w:tbl>"
    data = docx(p("SUPPLY CONTRACT") + p("Buyer may withhold every payment at will.") + table + p("End"))
    (tmp_path / "made.docx").write_bytes(
        mark(data, "every payment at will", "whenever", clause="Only disputed sums are withheld.")
    )
    options = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'
    assert SOFFICE is not None
    subprocess.run(
        [SOFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", options,
         "--outdir", str(tmp_path), str(tmp_path / "made.docx")],
        check=True, capture_output=True, timeout=120, env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)},
    )  # fmt: skip
    reader = PdfReader(io.BytesIO((tmp_path / "made.pdf").read_bytes()))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert "Buyer may withhold every payment at will." in text
    assert text.count("Only disputed sums are withheld.") == 2
    notes = [str(each.get_object().get("/Contents", "")) for page in reader.pages for each in page.get("/Annots", [])]
    assert any("R-1 every payment at will" in each for each in notes)
    assert any("R-1 whenever" in each for each in notes)
