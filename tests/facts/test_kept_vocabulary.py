"""The vocabularies and the expressions made of them are kept for the next process."""

from __future__ import annotations

from pathlib import Path

import pytest
from presign.facts import vocabulary


@pytest.fixture
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    monkeypatch.delenv("PRESIGN_NO_CACHE", raising=False)


def _no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> None:
        raise AssertionError("read anew")

    monkeypatch.setattr(vocabulary, "read_data", refuse)


@pytest.mark.usefixtures("_own_cache")
def test_what_was_read_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    first = vocabulary._Vocabularies()
    words, group = first.file("security")["yajin"], first.group("security", ("yajin",))
    assert "押金" in words and "押金" in group
    first.keep()
    _no_reading(monkeypatch)
    then = vocabulary._Vocabularies()
    assert then.file("security")["yajin"] == words
    assert then.group("security", ("yajin",)) == group
    with pytest.raises(AssertionError, match="read anew"):
        then.file("remedy")


@pytest.mark.usefixtures("_own_cache")
def test_a_changed_vocabulary_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "words"
    folder.mkdir()
    (folder / "own.yaml").write_text("money: [定金]\n", encoding="utf-8")
    monkeypatch.setattr(vocabulary, "_FOLDER", folder)
    first = vocabulary._Vocabularies()
    assert first.file("own") == {"money": ("定金",)}
    first.keep()
    (folder / "own.yaml").write_text("money: [定金, 押金]\n", encoding="utf-8")
    then = vocabulary._Vocabularies()
    assert then.file("own") == {"money": ("定金", "押金")}
    assert then.group("own", ("money",)) == "(?:定金|押金)"


def test_without_a_cache_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESIGN_NO_CACHE", "1")
    made = vocabulary._Vocabularies()
    assert made.file("security")["yajin"]
    made.keep()
    with pytest.raises(KeyError):
        made.group("security", ("no such key",))
