"""Files and folders become one program; what can't be read is a diagnostic."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from presign.policylang.limits import MAX_BYTES
from presign.policylang.load import load_program, load_texts
from presign.policylang.parse import language_of
from presign.policylang.render import render

FACTS = "fact a.days: days  alias 甲.天数  from contract\nscale grade: B < A\nfact c.grade: grade from case\n"
LIMIT = "parameter limit: days by c.grade\n  | A | 60 days |\n  | B | 30 days |\n"
RULE = 'rule CRT-01 "x"\n  severity low\n  requires a.days <= limit\n'
EXAMPLE = 'example CRT-01 "y"\n  given a.days = 3 days\n        c.grade = A\n  expect CRT-01 satisfied\n'


def test_a_folder_is_all_policy_files_below_it(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "facts.policy").write_text(FACTS, encoding="utf-8")
    (tmp_path / "b.policy").write_text(EXAMPLE + RULE, encoding="utf-8")
    (tmp_path / "a.policy").write_text(LIMIT, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not a policy", encoding="utf-8")
    loaded = load_program([tmp_path])
    assert loaded.diagnostics == ()
    assert loaded.program is not None
    assert [rule.id for rule in loaded.program.rules] == ["CRT-01"]
    assert [Path(path).name for path in loaded.sources] == ["a.policy", "b.policy", "facts.policy"]


def test_the_order_of_declarations_does_not_matter() -> None:
    parts = [("1", FACTS), ("2", LIMIT), ("3", RULE), ("4", EXAMPLE)]
    forward, backward = load_texts(parts).program, load_texts(parts[::-1]).program
    joined = load_texts([("1", EXAMPLE + RULE + LIMIT + FACTS)]).program
    assert forward is not None
    assert forward == backward == joined


def test_a_file_named_twice_is_loaded_once(tmp_path: Path) -> None:
    path = tmp_path / "a.policy"
    path.write_text(FACTS, encoding="utf-8")
    assert load_program([path, tmp_path, path]).diagnostics == ()


def test_a_name_declared_in_two_files_is_reported_with_both_places() -> None:
    (found,) = load_texts([("one", FACTS), ("two", "\nfact a.days: days from case\n")]).diagnostics
    assert (found.key, found.span.path, found.span.line) == ("E210", "two", 2)
    ((label, place),) = found.related
    assert (label, place.path, place.line, place.column) == ("note.first", "one", 1, 6)


@pytest.mark.parametrize("ending", ["\r\n", "\n"])
def test_byte_order_mark_and_line_ends_change_nothing(tmp_path: Path, ending: str) -> None:
    text = ("# language: zh\n" + FACTS + "rule\n").replace("\n", ending)
    (tmp_path / "a.policy").write_bytes(b"\xef\xbb\xbf" + text.encode())
    loaded = load_program([tmp_path])
    (found,) = loaded.diagnostics
    assert (found.key, found.span.line) == ("E110", 5)
    assert "规则编号" in render(found, loaded.sources)


def refused(path: Path) -> str:
    loaded = load_program([path])
    assert loaded.program is None
    (found,) = loaded.diagnostics
    assert render(found, loaded.sources, "zh") != render(found, loaded.sources, "en")
    return found.key


def test_what_cannot_be_read_is_a_diagnostic(tmp_path: Path) -> None:
    (tmp_path / "binary.policy").write_bytes(b"rule \xff\xfe")
    (tmp_path / "empty").mkdir()
    os.mkfifo(tmp_path / "pipe.policy")
    with (tmp_path / "large.policy").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert refused(tmp_path / "missing.policy") == "E508"
    assert refused(tmp_path / "binary.policy") == "E509"
    assert refused(tmp_path / "empty") == "E511"
    assert refused(tmp_path / "pipe.policy") == "E512"
    assert refused(tmp_path / "large.policy") == "E501b"


def test_a_folder_with_too_many_files_is_a_diagnostic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("presign.policylang.limits.MAX_FILES", 1)
    for name in ("a", "b"):
        (tmp_path / f"{name}.policy").write_text("", encoding="utf-8")
    assert refused(tmp_path) == "E507"


def test_a_file_that_may_not_be_opened_is_a_diagnostic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.policy").write_text("", encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", denied)
    assert refused(tmp_path / "a.policy") == "E510"


def test_nothing_at_all_is_an_empty_program() -> None:
    loaded = load_texts([("a", "# nothing\n")])
    assert loaded.diagnostics == ()
    assert loaded.program is not None
    assert loaded.program.rules == ()


def test_a_warning_does_not_stop_the_program() -> None:
    loaded = load_texts([("a", FACTS + "parameter limit: days by c.grade\n  | A | 60 days |\n")])
    assert [each.key for each in loaded.diagnostics] == ["W601"]
    assert loaded.program is not None


def test_the_language_of_a_file_is_its_header_else_its_first_keyword() -> None:
    assert language_of("规则 A-1「账期」\n") == "zh"
    assert language_of("# a comment in English\n\n规则 A-1「账期」\n") == "zh"
    assert language_of('# 中文注释\nrule A-1 "x"\n') == "en"
    assert language_of("# language: en\n规则 A-1「账期」\n") == "en"
    assert language_of("") == "en"
