from __future__ import annotations

from pathlib import Path

import pytest
from presign.parsers.discover import find_documents
from presign.parsers.document import Unreadable


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        "b.PDF",
        "a.docx",
        "c.txt",
        "notes.xlsx",
        "~$a.docx",
        ".hidden.txt",
        "sub/d.md",
        "sub/deep/e.docx",
        ".git/f.txt",
        "other/g.csv",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _shown(*paths: str) -> list[str]:
    return [
        f"{item.path}: {item.key}" if isinstance(item, Unreadable) else item.as_posix()
        for item in find_documents(paths)
    ]


def test_files_are_taken_in_the_order_given_and_once(house: Path):
    assert _shown("c.txt", "a.docx", "./c.txt", str(house / "a.docx")) == ["c.txt", "a.docx"]


def test_a_folder_is_searched_through_and_through(house: Path):
    assert _shown(".") == ["a.docx", "b.PDF", "c.txt", "sub/d.md", "sub/deep/e.docx"]


def test_patterns_find_contracts_and_leave_the_rest(house: Path):
    assert _shown("*") == ["a.docx", "b.PDF", "c.txt", "sub/d.md", "sub/deep/e.docx"]
    assert _shown("*.docx") == ["a.docx"]
    assert _shown("**/*.docx") == ["a.docx", "sub/deep/e.docx"]
    assert _shown(f"{house.as_posix()}/sub/**") == [
        f"{house.as_posix()}/sub/d.md",
        f"{house.as_posix()}/sub/deep/e.docx",
    ]


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(house: Path):
    (house / "合同[1].docx").touch()
    assert _shown("合同[1].docx") == ["合同[1].docx"]


def test_what_cannot_be_used_is_named_in_its_place(house: Path):
    assert _shown("none.docx", "a.docx", "notes.xlsx", "other", "*.doc", "none*/") == [
        "none.docx: doc.read_missing",
        "a.docx",
        "notes.xlsx: doc.read_extension",
        "other: doc.read_no_contracts",
        "*.doc: doc.read_no_match",
        "none*/: doc.read_no_match",
    ]
