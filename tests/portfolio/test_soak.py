"""Many checks in one process leave nothing behind. `python -m benchmarks.soak` is the long version."""

from __future__ import annotations

import sys

import pytest
from presign.parsers.isolation import shared_worker

from benchmarks import soak

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="open files and children are counted in /proc")

CHECKS = 80


def test_no_file_and_no_process_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(soak, "HOSTILE_EVERY", 20)
    first, last = soak.run(CHECKS, 20, lambda line: None)
    assert (last.files, last.children) == (first.files, first.children)
    # a leak of one parsed document a check would be a megabyte for every ten of them
    assert last.memory - first.memory < 12_000_000
    shared_worker().close()
