"""Files from outside that mean harm: each ends within the limits with a message, and the next file is read.

The files are built here and never stored. A file may also be read after all: what counts is that nothing hangs, grows
or crashes.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hostile_packages import PACKAGES
from hostile_pdf import PDFS
from hostile_texts import TEXTS
from presign.messages import advise, say
from presign.parsers.document import Document, Limits, Unreadable
from presign.parsers.isolation import shared_worker
from presign.parsers.read import read_document

FILES = {**PACKAGES, **PDFS, **TEXTS}
LIMITS = Limits(seconds=4, memory_bytes=900_000_000)
# The clock of the test allows for building the answer and for a busy machine: a file that hangs takes far longer.
PATIENCE = 10 * LIMITS.seconds
CRASHES = {"doc.read_crashed", "doc.read_failed"}
"""Answers that say a reader broke, not that a file did: none of these files may get them."""


def test_there_are_at_least_sixty_of_them() -> None:
    assert len(FILES) >= 60


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_ends_with_a_message_or_a_document(tmp_path: Path, name: str) -> None:
    path = tmp_path / ("\u202etxt.exe" if name == "name-turned-around" else f"{name}.bin")
    path.write_bytes(FILES[name]())
    started = time.monotonic()
    answer = read_document(path, LIMITS)
    assert time.monotonic() - started < PATIENCE
    if isinstance(answer, Unreadable):
        assert answer.key not in CRASHES, answer
        for language in ("en", "zh"):
            assert say(answer.key, language, answer.values)
            advise(answer.key, language, answer.values)
    else:
        assert isinstance(answer, Document)
    after = tmp_path / "after.txt"
    after.write_text("Payment is due within 30 days.", encoding="utf-8")
    assert isinstance(read_document(after, LIMITS), Document)


def test_the_parent_stays_small(tmp_path: Path) -> None:
    """What a file costs, it costs the child: the program that asks keeps its memory."""
    shared_worker()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for name in ("zip-ratio-bomb", "pdf-stream-bomb", "docx-laughs"):
        path = tmp_path / f"{name}.bin"
        path.write_bytes(FILES[name]())
    built = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for path in sorted(tmp_path.iterdir()):
        read_document(path, LIMITS)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - max(before, built) < 150_000


def test_a_run_over_a_folder_of_them_goes_on_to_the_last(tmp_path: Path) -> None:
    chosen = ("zip-cut", "docx-laughs", "pdf-cut", "pdf-pages-in-a-ring", "text-nul", "zip-path-up")
    for at, name in enumerate(chosen):
        path = (
            tmp_path
            / f"{at}-{name}.{'pdf' if name.startswith('pdf') else 'txt' if name.startswith('text') else 'docx'}"
        )
        path.write_bytes(FILES[name]())
    (tmp_path / "9-sound.txt").write_text("Payment is due within 30 days.", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "presign", "text", str(tmp_path), "--lang", "en"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 2
    assert "Payment is due within 30 days." in run.stdout
    assert "Traceback" not in run.stderr
    assert sum(f"{at}-{name}" in run.stderr + run.stdout for at, name in enumerate(chosen)) == len(chosen)
