"""Make the sample documents from their sources: `python samples/make_samples.py`.

Each source names the forms that stand in this folder; `parity/` holds the others, so that every contract is there as
DOCX, as PDF and as text. Text and Markdown in this folder are typed by hand and stay as they are. The PDFs are made
from the DOCX by LibreOffice; without it they stay as they are, too.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from making.plain import plain_text  # noqa: E402
from making.printed import print_pdf  # noqa: E402
from making.source import Source, read_source  # noqa: E402
from making.word import write_word  # noqa: E402


def main() -> None:
    """Make every source in every form."""
    office = shutil.which("soffice")
    if not office:
        print("PDFs left as they are: LibreOffice isn't installed", file=sys.stderr)
    (HERE / "parity").mkdir(exist_ok=True)
    for path in sorted((HERE / "sources").glob("*.src")):
        source = read_source(path)
        with tempfile.TemporaryDirectory() as folder:
            for made in _make(source, Path(folder), office):
                place = _place(source, made.suffix.removeprefix("."))
                if place != HERE or made.suffix != ".txt":
                    shutil.copyfile(made, place / made.name)


def _place(source: Source, form: str) -> Path:
    return HERE if form in source.head.get("forms", "docx").split() else HERE / "parity"


def _make(source: Source, folder: Path, office: str | None) -> list[Path]:
    word, text = folder / f"{source.name}.docx", folder / f"{source.name}.txt"
    write_word(source, word)
    text.write_text(plain_text(source), encoding="utf-8")
    return [word, text, print_pdf(office, word)] if office else [word, text]


if __name__ == "__main__":
    main()
