"""Reading alone: a long DOCX beside python-docx, what the child process costs, and two cores beside one.

    python -m benchmarks.reading

Every figure is a ratio of two things measured in turn in the same process; medians of several rounds. The DOCX is
measured in processor time, which other work on the machine hardly moves; the folders in wall-clock time.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from presign.checker.fact_reading import facts_apart
from presign.checker.reading import reader_of, reads_of
from presign.checker.run import Refusal, load
from presign.facts.fact import FactBook
from presign.facts.read import read_facts
from presign.parsers.document import Document, Limits, Unreadable
from presign.parsers.pool import read_documents, read_each
from presign.parsers.read import read_document

from .long_contract import write_docx
from .whole_check import extract_docx

ROUNDS = 9
FOLDER_ROUNDS = 3
_FOLDER, _LARGE_FOLDER = 50, 200


def seconds(job: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """How long a job takes by a clock."""
    began = clock()
    job()
    return clock() - began


def words_read(path: Path) -> int:
    """Characters of all blocks of a document."""
    document = read_document(path, isolated=False)
    assert isinstance(document, Document), document
    return sum(len(block.text) + len(block.number) for block in document.blocks)


def compare_docx(path: Path) -> None:
    """One long DOCX: Presign's whole reading beside python-docx's paragraphs and `row.cells`."""
    ratios = []
    for _ in range(ROUNDS):
        own = seconds(lambda: words_read(path), time.process_time)
        ratios.append(seconds(lambda: extract_docx(path), time.process_time) / own)
    low, middle, high = min(ratios), statistics.median(ratios), max(ratios)
    more = words_read(path) / extract_docx(path)
    print(f"docx: {middle:.1f} × python-docx (min {low:.1f}, max {high:.1f}), {more:.3f} × its characters")


def compare_child(folder: Path) -> None:
    """A folder of contracts read in the warm child beside the same folder read in this process."""
    files = made_folder(folder, _FOLDER)
    read_document(files[0])
    ratios = []
    for _ in range(FOLDER_ROUNDS):
        here = seconds(lambda: [read_document(file, isolated=False) for file in files])
        child = seconds(lambda: list(read_documents(files, Limits(), 1)))
        ratios.append(child / here)
    print(f"child process, {_FOLDER} files: {statistics.median(ratios):.2f} × (min {min(ratios):.2f})")


def compare_cores(folder: Path) -> None:
    """A large folder read on two cores beside one."""
    files = made_folder(folder, _LARGE_FOLDER)
    ratios = []
    for _ in range(FOLDER_ROUNDS):
        one, two = (seconds(lambda jobs=jobs: consumed(files, jobs)) for jobs in (1, 2))  # type: ignore[misc]
        ratios.append(one / two)
    print(f"two cores, {_LARGE_FOLDER} files: {statistics.median(ratios):.2f} × one (max {max(ratios):.2f})")


def compare_facts(folder: Path) -> None:
    """A folder read with its facts, as a check reads it: in the child beside this process, and on two cores."""
    loaded = load(())
    assert not isinstance(loaded, Refusal) and loaded.program is not None
    reads = reads_of(loaded.program)
    patterns = reader_of(reads)
    files = made_folder(folder, _FOLDER)

    def here() -> None:
        for file in files:
            document = read_document(file, isolated=False)
            assert isinstance(document, Document), document
            read_facts(document, patterns)

    def apart(jobs: int) -> None:
        books = list(read_each(files, Limits(), lambda each: facts_apart(each, reads, Limits()), jobs))
        assert all(isinstance(each, FactBook) for each in books)

    apart(1)
    costs, ratios = [], []
    for _ in range(FOLDER_ROUNDS):
        own, one, two = seconds(here), seconds(lambda: apart(1)), seconds(lambda: apart(2))
        costs.append(one / own)
        ratios.append(one / two)
    print(f"child process, {_FOLDER} files with facts: {statistics.median(costs):.2f} × (min {min(costs):.2f})")
    print(f"two cores, {_FOLDER} files with facts: {statistics.median(ratios):.2f} × one (max {max(ratios):.2f})")


def consumed(files: list[Path], jobs: int) -> None:
    """Read all files; none may be refused."""
    refused = [each for each in read_documents(files, Limits(), jobs) if isinstance(each, Unreadable)]
    assert not refused, refused[0]


def made_folder(folder: Path, count: int) -> list[Path]:
    """So many samples, copied: DOCX, PDF and text in turn."""
    samples = Path(__file__).parents[1] / "samples"
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
    """Make the files, measure, print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_docx(folder / "long.docx")
        compare_docx(folder / "long.docx")
        compare_child(folder)
        compare_cores(folder)
        compare_facts(folder)


if __name__ == "__main__":
    main()
