"""Diagnostics on a terminal: the mark stands under the words, whatever their width."""

from __future__ import annotations

from presign.policylang.core import Span
from presign.policylang.diagnostics import Diagnostic, Level
from presign.policylang.render import language_of, render, width


def shown(source: str, column: int, end: int, end_line: int = 1, **more: object) -> list[str]:
    span = Span("a.policy", 1, column, end_line, end)
    diagnostic = Diagnostic("E201", span, (("name", "x"),), **more)  # type: ignore[arg-type]
    return render(diagnostic, {"a.policy": source}, "en").split("\n")


def test_the_first_line_has_place_level_code_and_message() -> None:
    assert shown("ab x", 4, 5) == [
        "a.policy:1:4: error[E201]: `x` isn't declared",
        "  1 | ab x",
        "    |    ^",
        "  = help: declare it as a `fact` or a `parameter`, or put a text in quotes",
    ]


def test_a_wide_character_takes_two_columns() -> None:
    assert width("账期a") == 5
    assert width("e\u0301") == 1
    assert shown("要求 账期 ≤ x", 4, 6)[2] == "    |      ^^^^"
    assert shown("要求 账期 ≤ x", 9, 10)[2] == "    |" + " " * 13 + "^"


def test_a_tab_is_one_column() -> None:
    assert shown("\tab x", 2, 4)[1:3] == ["  1 |  ab x", "    |  ^^"]


def test_a_place_of_several_lines_is_marked_to_the_end_of_the_first() -> None:
    assert shown("rule CRT-01\n  severity", 6, 3, end_line=2)[1:3] == ["  1 | rule CRT-01", "    |      ^^^^^^"]


def test_a_long_line_is_cut_around_the_place() -> None:
    lines = shown("a" * 5000 + " xyz " + "b" * 5000, 5002, 5005)
    assert len(lines[1]) < 200
    start = lines[2].index("^")
    assert lines[2][start:] == "^^^"
    assert lines[1][start : start + 3] == "xyz"


def test_characters_that_would_change_the_terminal_are_not_shown() -> None:
    lines = shown("x\u202e\x1b[31m y", 1, 2)
    assert lines[1] == "  1 | x\ufffd\ufffd[31m y"


def test_a_place_without_a_source_has_no_excerpt() -> None:
    diagnostic = Diagnostic("E508", Span("gone.policy", 1, 1, 1, 1), (("path", "gone.policy"),))
    assert render(diagnostic, {}, "zh") == "gone.policy:1:1: 错误[E508]: 没有文件 `gone.policy`\n  = 提示: 请检查路径"


def test_a_place_in_another_line_is_shown_with_its_source() -> None:
    related = (("note.first", Span("b.policy", 2, 3, 2, 5)),)
    diagnostic = Diagnostic("E210", Span("a.policy", 1, 1, 1, 3), (("name", "ab"),), related=related)
    text = render(diagnostic, {"a.policy": "ab", "b.policy": "\n  ab"}, "en")
    assert "b.policy:2:3: first here\n  2 |   ab\n    |   --\n" in text


def test_a_warning_is_called_one() -> None:
    values = (("name", "limit"), ("missing", "D"))
    diagnostic = Diagnostic("W601", Span("a", 1, 1, 1, 2), values, Level.WARNING)
    assert render(diagnostic, {}, "en").startswith("a:1:1: warning[W601]: ")


def test_the_language_is_the_one_of_the_file_unless_one_is_asked_for() -> None:
    source = "# language: zh\nx"
    diagnostic = Diagnostic("E201", Span("a", 2, 1, 2, 2), (("name", "x"),))
    assert "没有声明" in render(diagnostic, {"a": source})
    assert "isn't declared" in render(diagnostic, {"a": source}, "en")
    assert "isn't declared" in render(diagnostic, {"a": "x"})


def test_the_language_of_a_file() -> None:
    assert language_of("# language: zh\n") == "zh"
    assert language_of("\ufeff#language：zh-CN") == "zh"
    assert language_of("# 语言：zh\n") == "zh"
    assert language_of("# language: en") == "en"
    assert language_of("\n# language: zh") == "en", "only the first line counts"
    assert language_of("") == "en"
