"""Reading many files: in the child process beside this one, on two processors beside one.

    python -m benchmarks.reading

A file is read in a child process, so that a hostile one can do no harm; that costs the way of the document between the
two. The samples, copied; each folder is read with the children warm. The lines with facts are what a check does. All in
wall-clock time.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from presign.checker.fact_reading import facts_apart
from presign.checker.reading import reader_of, reads_of
from presign.checker.run import Refusal, load
from presign.facts.fact import FactBook
from presign.facts.read import read_facts
from presign.parsers.document import Document, Limits, Unreadable
from presign.parsers.pool import read_documents, read_each
from presign.parsers.read import read_document

from .long_contract import ROOT
from .suite.figures import WALL, Figure, in_turn, show

ROUNDS = 3
FOLDER, LARGE_FOLDER = 50, 200
_WARM = 16
"""Files enough for the second child to be started."""

Reading = Callable[[list[Path], int], None]
"""Files, and how many are read at once."""


def figures(quick: bool) -> Iterator[Figure]:
    """The child and the second processor, for documents and for their facts."""
    rounds, few, many = (1, 8, 16) if quick else (ROUNDS, FOLDER, LARGE_FOLDER)
    here, apart = facts_readers()
    with tempfile.TemporaryDirectory() as name:
        small, large = made_folder(Path(name), few), made_folder(Path(name), many)
        for key, what, alone, read, files in (
            ("", "files", documents_here, documents, large),
            ("-facts", "files with facts", here, apart, small),
        ):
            alone(small)
            read((small + large)[:_WARM], 2)
            child = in_turn(partial(read, small, 1), partial(alone, small), rounds, WALL)
            asked = "" if key else "≤ 1.1"
            yield Figure(f"reading.child{key}", f"{few} {what}, in the child", "in this process", child, asked)
            two = in_turn(partial(read, files, 2), partial(read, files, 1), rounds, WALL)
            asked = "" if key else "≤ 0.588"
            yield Figure(f"reading.cores{key}", f"{len(files)} {what}, two at once", "one at once", two, asked)


def documents_here(files: list[Path]) -> None:
    """Read all files in this process; none may be refused."""
    for file in files:
        document = read_document(file, isolated=False)
        assert isinstance(document, Document), document


def documents(files: list[Path], jobs: int) -> None:
    """Read all files in children; none may be refused."""
    refused = [each for each in read_documents(files, Limits(), jobs) if isinstance(each, Unreadable)]
    assert not refused, refused[0]


def facts_readers() -> tuple[Callable[[list[Path]], None], Reading]:
    """The same with the facts of all documents: in this process, in children."""
    loaded = load(())
    assert not isinstance(loaded, Refusal) and loaded.program is not None
    reads = reads_of(loaded.program)
    patterns = reader_of(reads)

    def here(files: list[Path]) -> None:
        for file in files:
            document = read_document(file, isolated=False)
            assert isinstance(document, Document), document
            read_facts(document, patterns)

    def apart(files: list[Path], jobs: int) -> None:
        books = list(read_each(files, Limits(), lambda each: facts_apart(each, reads, Limits()), jobs))
        assert all(isinstance(each, FactBook) for each in books)

    return here, apart


def made_folder(folder: Path, count: int) -> list[Path]:
    """So many samples, copied: DOCX, PDF and text in turn."""
    samples = ROOT / "samples"
    originals = sorted(file for file in samples.iterdir() if file.suffix in (".docx", ".pdf", ".txt", ".md"))
    originals = [file for file in originals if file.stem != "README"]
    made = []
    for number in range(count):
        original = originals[number % len(originals)]
        copy = folder / f"{count}-{number:03d}{original.suffix}"
        copy.write_bytes(original.read_bytes())
        made.append(copy)
    return made


def main() -> None:
    """Print the figures."""
    show(figures(False))


if __name__ == "__main__":
    main()
