"""The process that asks for a Word file loads no reader, and nothing of other formats: the child does that."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from docx_notation import docx

_ASK = """
import sys
from presign.parsers.document import Document
from presign.parsers.ocr.mode import Ocr
from presign.parsers.pool import read_documents
from pathlib import Path
from presign.parsers.document import Limits
(read,) = read_documents([Path(sys.argv[1])], Limits(), ocr=Ocr())
assert isinstance(read, Document) and read.blocks[0].text == "货款月结"
print(*sorted(sys.modules), sep="\\n")
"""
_ELSEWHERE = ("lxml", "pypdfium2", "yaml", "concurrent", "tempfile", "presign.parsers.pdf", "presign.parsers.docx")
_ELSEWHERE_TOO = ("presign.parsers.plain", "presign.parsers.html", "presign.parsers.ocr.pasted", "presign.facts")


def test_a_word_file_is_read_without_its_reader_in_this_process(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx("货款月结"))
    done = subprocess.run([sys.executable, "-c", _ASK, str(path)], capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert "presign.parsers.readers" in loaded
    assert loaded.isdisjoint((*_ELSEWHERE, *_ELSEWHERE_TOO))
