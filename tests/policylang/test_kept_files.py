"""What is made of the program's own files is kept while they are what they were."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from presign.policylang import cache, kept_files
from presign.policylang.kept_files import kept


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    monkeypatch.delenv("PRESIGN_NO_CACHE", raising=False)


class _Counted:
    """Makes data of a file and counts how often."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.times = 0

    def __call__(self) -> dict[str, tuple[str, ...]]:
        self.times += 1
        return {"words": tuple(self.file.read_text(encoding="utf-8").split())}


@pytest.fixture
def made(tmp_path: Path) -> _Counted:
    file = tmp_path / "words.txt"
    file.write_text("定金 保证金", encoding="utf-8")
    return _Counted(file)


def _entries() -> list[Path]:
    folder = cache.folder()
    return sorted(folder.iterdir()) if folder is not None else []


def test_the_second_time_nothing_is_made(made: _Counted) -> None:
    for _ in range(3):
        assert kept("words", (made.file,), made) == {"words": ("定金", "保证金")}
    assert made.times == 1


def test_a_changed_file_is_read_anew(made: _Counted) -> None:
    kept("words", (made.file,), made)
    made.file.write_text("定金 押金!", encoding="utf-8")
    assert kept("words", (made.file,), made) == {"words": ("定金", "押金!")}
    # Of the same length, at another time.
    before = made.file.stat()
    made.file.write_text("定金 质保!", encoding="utf-8")
    os.utime(made.file, ns=(before.st_atime_ns, before.st_mtime_ns + 1_000_000))
    assert kept("words", (made.file,), made) == {"words": ("定金", "质保!")}
    assert made.times == 3


def test_another_version_of_python_finds_nothing(made: _Counted, monkeypatch: pytest.MonkeyPatch) -> None:
    kept("words", (made.file,), made)
    monkeypatch.setattr(sys, "version", "3.99.0 (another)")
    kept("words", (made.file,), made)
    assert made.times == 2


def test_other_things_made_of_the_same_file_are_kept_apart(made: _Counted) -> None:
    kept("words", (made.file,), made)
    assert kept("length", (made.file,), lambda: 6) == 6
    assert kept("words", (made.file,), made) == {"words": ("定金", "保证金")}


@pytest.mark.parametrize("damage", [b"", b"x", None])
def test_a_damaged_entry_is_made_anew(made: _Counted, damage: bytes | None) -> None:
    kept("words", (made.file,), made)
    (entry,) = _entries()
    content = entry.read_bytes()
    entry.write_bytes(content[:-1] + bytes((content[-1] ^ 0xFF,)) if damage is None else damage)
    assert kept("words", (made.file,), made) == {"words": ("定金", "保证金")}
    assert made.times == 2


def test_an_entry_that_is_no_data_is_made_anew(made: _Counted) -> None:
    cache.write(kept_files.entry_of("words", (made.file,)), b"no data at all")
    assert kept("words", (made.file,), made) == {"words": ("定金", "保证金")}
    assert made.times == 1


def test_without_a_place_to_keep_it_it_is_made_each_time(made: _Counted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESIGN_NO_CACHE", "1")
    for _ in range(2):
        assert kept("words", (made.file,), made) == {"words": ("定金", "保证金")}
    assert made.times == 2


@pytest.mark.skipif(sys.platform == "win32", reason="modes of folders are POSIX")
def test_a_folder_others_may_write_is_not_used(made: _Counted) -> None:
    kept("words", (made.file,), made)
    folder = cache.folder()
    assert folder is not None
    folder.chmod(0o777)
    assert kept("words", (made.file,), made) == {"words": ("定金", "保证金")}
    assert made.times == 2


def test_a_home_that_cannot_be_written_is_no_error(made: _Counted, monkeypatch: pytest.MonkeyPatch) -> None:
    # A file stands where the folder would be: nobody can write there, not even root.
    monkeypatch.setenv("XDG_CACHE_HOME", str(made.file))
    for _ in range(2):
        assert kept("words", (made.file,), made) == {"words": ("定金", "保证金")}
    assert made.times == 2
