"""No test reads or writes the cache of whoever runs the tests, nor reads a configuration it didn't write."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

os.environ["PRESIGN_NO_CACHE"] = "1"
os.environ["PRESIGN_NO_CONFIG"] = "1"


@pytest.fixture(scope="session")
def cache_of_this_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that is nobody else's."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def cached(cache_of_this_run: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests that run many commands: policies are loaded once. Only where the cache's place can be named."""
    if sys.platform.startswith("linux"):
        monkeypatch.delenv("PRESIGN_NO_CACHE", raising=False)
        monkeypatch.setenv("XDG_CACHE_HOME", str(cache_of_this_run))
