"""A Word file printed to PDF by LibreOffice, the same bytes each time."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

_DATE = re.compile(rb"(?<=/CreationDate\(D:)\d{14}")
_IDENTITY = re.compile(rb"(?<=/ID \[ )<[0-9A-F]+>\s*<[0-9A-F]+>|(?<=/DocChecksum /)[0-9A-F]+")


def print_pdf(office: str, word: Path) -> Path:
    """Print `word` beside itself with the program `office` and give the PDF's path."""
    command = [office, "--headless", "--convert-to", "pdf", "--outdir", str(word.parent), str(word)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    pdf = word.with_suffix(".pdf")
    # Date and identity are written over at their length: the cross-reference table counts bytes.
    data = _DATE.sub(b"20260115090000", pdf.read_bytes())
    pdf.write_bytes(_IDENTITY.sub(lambda match: re.sub(rb"[0-9A-F]", b"0", match[0]), data))
    return pdf
