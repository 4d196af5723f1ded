"""Generated and shipped policies: laid out, they are the same program with the same comments, and stay as they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from formatting_cases import badly_written, comments_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from presign.policylang.formatting.format import format_text
from presign.policylang.parse import language_of, parse
from presign.policylang.tree import Module

QUIET = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
RULES = Path(__file__).parents[2] / "rules"
SHIPPED = sorted(RULES.rglob("*.policy"))


@QUIET
@given(badly_written(), st.sampled_from([None, "en", "zh"]))
def test_nothing_is_lost_and_nothing_changes_twice(written: tuple[str, Module], language: str | None) -> None:
    text, module = written
    once = format_text(text, "", language).text
    assert once is not None
    assert parse(once).module == module
    assert comments_of(once) == comments_of(text)
    assert format_text(once).text == once
    assert language_of(once) == (language or language_of(text))


@QUIET
@given(badly_written())
def test_there_and_back_is_the_same_text(written: tuple[str, Module]) -> None:
    """Every text of a generated program has its language, so nothing needs a mark."""
    english = format_text(written[0], "", "en").text
    assert english is not None
    chinese = format_text(english, "", "zh").text
    assert chinese is not None
    assert format_text(chinese, "", "en").text == english


@QUIET
@given(badly_written())
def test_no_blank_ends_a_line_and_no_two_blank_lines_meet(written: tuple[str, Module]) -> None:
    text = format_text(written[0]).text
    assert text is not None
    lines = text.split("\n")
    assert not any(line.endswith((" ", "\t")) for line in lines)
    assert "\n\n\n" not in text
    assert text.endswith("\n") and not text.endswith("\n\n")


def test_the_shipped_packs_are_found() -> None:
    assert len(SHIPPED) >= 20


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_file_is_the_same_program_in_both_spellings(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    module = parse(text, str(path)).module
    own = format_text(text).text
    chinese = format_text(text, "", "zh").text
    assert own is not None and chinese is not None
    assert parse(own).module == module == parse(chinese).module
    assert format_text(own).text == own
    assert language_of(chinese) == "zh"
    english = format_text(chinese, "", "en").text
    assert english is not None
    assert parse(english).module == module
    assert comments_of(english) == comments_of(text) == comments_of(chinese)
