"""A folder of contracts, beside the same contracts one after the other.

    python -m benchmarks --only folders

Wall-clock time of the whole job: files found, parsed and read for facts in child processes, judged. The other side
gives each file to a check of its own in this process, with the same warm child.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from presign.checker.run import Prepared, Refusal, Request, check_all, prepare

from .long_contract import ROOT
from .suite.figures import WALL, Figure, in_turn
from .whole_check import AS_OF

ROUNDS = 3
FILES = 24
SAMPLES = ("zh-sound-equipment-sale.docx", "en-sound-supply.docx", "zh-order-form.txt", "zh-service-it.docx")


def figures(quick: bool) -> Iterator[Figure]:
    """All processors beside one."""
    rounds, files = (1, 2) if quick else (ROUNDS, FILES)
    prepared = prepare(Request(()))
    assert not isinstance(prepared, Refusal)
    with tempfile.TemporaryDirectory() as folder:
        paths = [copy_sample(Path(folder), number) for number in range(files)]

        def together() -> None:
            _check(prepared, (folder,), files)

        def alone() -> None:
            for path in paths:
                _check(prepared, (str(path),), 1)

        _check(prepared, (str(paths[0]),), 1)
        note = f"{os.cpu_count()} processors, {files} files"
        yield Figure("folders.together", "a folder", "file by file", in_turn(together, alone, rounds, WALL), note=note)


def copy_sample(folder: Path, number: int) -> Path:
    source = ROOT / "samples" / SAMPLES[number % len(SAMPLES)]
    target = folder / f"{number:04d}-{source.name}"
    shutil.copyfile(source, target)
    return target


def _check(prepared: Prepared, paths: tuple[str, ...], expected: int) -> None:
    report = check_all(prepared, Request(paths, as_of=AS_OF))
    assert len(report.documents) == expected, report.unreadable
