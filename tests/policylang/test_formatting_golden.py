"""Policies badly written and the same laid out, beside each other in `formatted/`: both sides written by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from presign.policylang.formatting.format import format_text
from presign.policylang.parse import parse

FORMATTED = Path(__file__).parent / "formatted"
CASES = sorted(path.name.removesuffix(".before.policy") for path in FORMATTED.glob("*.before.policy"))


def read(name: str) -> str:
    return (FORMATTED / f"{name}.policy").read_text(encoding="utf-8")


def laid_out(text: str, language: str | None = None) -> str:
    formatted = format_text(text, "", language)
    assert formatted.diagnostics == ()
    assert formatted.text is not None
    return formatted.text


def test_the_cases_are_there() -> None:
    assert CASES == ["comments", "conditions", "declarations", "full_width", "tables"]


@pytest.mark.parametrize("case", CASES)
def test_a_policy_is_laid_out(case: str) -> None:
    assert laid_out(read(f"{case}.before")) == read(f"{case}.after")


@pytest.mark.parametrize("case", CASES)
def test_what_is_laid_out_stays(case: str) -> None:
    assert laid_out(read(f"{case}.after")) == read(f"{case}.after")


@pytest.mark.parametrize("case", CASES)
def test_there_and_back_through_the_other_spelling(case: str) -> None:
    """The trees are equal; the second round changes no letter, when every text has its language."""
    chinese = laid_out(read(f"{case}.before"), "zh")
    english = laid_out(chinese, "en")
    assert parse(chinese).module == parse(english).module == parse(read(f"{case}.before")).module
    assert laid_out(laid_out(english, "zh"), "en") == english


def test_english_in_chinese() -> None:
    assert laid_out(read("spelling.en"), "zh") == read("spelling.zh")


def test_chinese_in_english_marks_stay() -> None:
    """A text marked with its language keeps the mark, though it is the file's language again."""
    marked = read("spelling.en")
    for word in ("label", "message", "text", "read", "rule A-1"):
        marked = marked.replace(f'{word} "', f'{word} en "')
    assert laid_out(read("spelling.zh"), "en") == marked


def test_each_spelling_is_in_order() -> None:
    for language in ("en", "zh"):
        assert laid_out(read(f"spelling.{language}")) == read(f"spelling.{language}")


def test_the_policy_of_the_manual_is_in_order() -> None:
    manual = (Path(__file__).parents[2] / "docs" / "formatter.md").read_text(encoding="utf-8")
    shown = manual.split("```policy\n")[1].split("```")[0]
    assert laid_out(shown) == shown
