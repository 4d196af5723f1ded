"""Make the sample documents from their sources: `python samples/make_samples.py`.

DOCX needs nothing more; the PDFs are made from the DOCX by LibreOffice, where it is installed, and kept in the folder.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from making.source import read_source  # noqa: E402
from making.word import write_word  # noqa: E402


def main() -> None:
    """Make every sample whose source names a form: docx, pdf, or both."""
    office = shutil.which("soffice")
    for path in sorted((HERE / "sources").glob("*.src")):
        source = read_source(path)
        forms = source.head.get("forms", "docx").split()
        with tempfile.TemporaryDirectory() as folder:
            word = Path(folder) / f"{source.name}.docx"
            write_word(source, word)
            if "docx" in forms:
                shutil.copyfile(word, HERE / word.name)
            if "pdf" in forms and office:
                command = [office, "--headless", "--convert-to", "pdf", "--outdir", folder, str(word)]
                subprocess.run(command, check=True, capture_output=True, timeout=180)
                shutil.copyfile(word.with_suffix(".pdf"), HERE / f"{source.name}.pdf")
            elif "pdf" in forms:
                print(f"{source.name}.pdf left as it is: LibreOffice isn't installed", file=sys.stderr)


if __name__ == "__main__":
    main()
