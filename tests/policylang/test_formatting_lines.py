"""What happens at the edges: headers, empty files, comments at the end of a declaration, texts that can't be broken."""

from __future__ import annotations

import time

import pytest
from presign.policylang.formatting.format import format_text
from presign.policylang.parse import language_of
from presign.policylang.render import width


def laid_out(text: str, language: str | None = None) -> str:
    formatted = format_text(text, "", language)
    assert formatted.text is not None, formatted.diagnostics
    assert format_text(formatted.text).text == formatted.text
    return formatted.text


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", " \r\n\t"])
def test_nothing_stays_nothing(text: str) -> None:
    assert laid_out(text) == ""


def test_comments_alone() -> None:
    assert laid_out("\n\n  # one\n#two\n\n\n# three") == "# one\n#two\n\n# three\n"


@pytest.mark.parametrize("header", ["# language: en", "#language:EN", "# 语言：en", "＃language: en-GB"])
def test_the_header_has_one_form(header: str) -> None:
    assert laid_out(f"{header}\nscale a: x < y") == "# language: en\nscale a: x < y\n"


def test_the_header_follows_the_spelling_and_keeps_what_stands_behind() -> None:
    text = "# language: en   the group's policy\n\n\nscale a: x < y"
    assert laid_out(text, "zh") == "# language: zh   the group's policy\n\n等级 a: x < y\n"


def test_without_a_header_none_is_added() -> None:
    assert laid_out("scale a: x < y", "zh") == "等级 a: x < y\n"
    assert laid_out("等级 a: x < y", "en") == "scale a: x < y\n"


def test_a_comment_that_was_no_header_does_not_become_one() -> None:
    """In the second line it says nothing; in the first it would turn the title into a Chinese one."""
    text = '\n# language: zh\nrule A-1 "x" severity low requires a = b'
    assert language_of(text) == "en"
    assert laid_out(text).startswith("# language: en\n\n# language: zh\nrule A-1")


def test_a_text_without_its_language_gets_a_mark_in_the_other_spelling() -> None:
    text = 'kinds k: a "one", b zh "二"\nfact f: text label "y" read "in {}" zh "{}内" from contract'
    assert laid_out(text, "zh") == (
        '种类 k: a 英 "one", b 中 "二"\n\n'
        '事实 f: 文本\n  名称 英 "y"\n  读作 英 "in {}"\n       中 "{}内"\n  来自 合同\n'
    )
    assert laid_out(text, "en").startswith('kinds k: a "one", b zh "二"\n\nfact f: text\n  label "y"\n')


def test_comments_under_a_declaration_belong_to_it_only_without_a_blank_line_and_indented() -> None:
    text = "scale a: x < y\n  # of a\n# of b\nscale b: x < y\n\n  # of c\nscale c: x < y\n"
    assert laid_out(text) == "scale a: x < y\n  # of a\n\n# of b\nscale b: x < y\n\n# of c\nscale c: x < y\n"


def test_a_comment_before_the_text_that_gets_a_mark() -> None:
    text = 'rule A-1 # first\n  # second\n  "x" severity low requires a = b'
    expected = '规则 A-1  # first\n    # second\n    英 "x"\n  级别 低\n  要求 a = b\n'
    assert laid_out(text, "zh") == expected


def test_line_feeds_only() -> None:
    assert laid_out("scale a: x < y # one\r\n# two\r\nscale b: x < y\r\n") == (
        "scale a: x < y  # one\n# two\nscale b: x < y\n"
    )


def test_a_text_is_never_broken() -> None:
    text = "x" * 200
    assert laid_out(f'rule A-1 "{text}" severity low requires a="{text}" or b = c') == (
        f'rule A-1 "{text}"\n  severity low\n  requires a\n      = "{text}"\n    or b = c\n'
    )


def test_the_width_counts_chinese_twice() -> None:
    """`  label en "33" zh "33"` takes 85 columns in letters, and 33 more where each is as wide as two."""
    letters, chinese = "x" * 33, "付" * 33
    assert laid_out(f'fact f: days label en "{letters}" zh "{letters}"').count("\n") == 2
    broken = laid_out(f'fact f: days label en "{letters}" zh "{chinese}"')
    assert broken == f'fact f: days\n  label en "{letters}"\n        zh "{chinese}"\n'


def test_no_line_of_a_condition_is_too_long() -> None:
    names = [f"customer.some_fact_number_{number}" for number in range(60)]
    written = laid_out(f'rule A-1 "x" severity low requires {" and ".join(f"{name} is stated" for name in names)}')
    assert max(width(line) for line in written.split("\n")) <= 100
    assert written.count("    and ") == 59


def test_a_value_that_is_none_stays_as_it_is_written() -> None:
    text = 'rule A-1 "x"\n  severity low\n  requires a > 2026-02-30\n'
    assert laid_out(text) == text


def test_numbers_keep_their_digits() -> None:
    text = (
        "parameter p: money | CNY 1234567.50 |\nparameter q: rate | 0.050% per day |\nparameter r: money | 1.50万元 |"
    )
    assert laid_out(text, "en") == (
        "parameter p: money\n  | CNY 1,234,567.50 |\n\n"
        "parameter q: rate\n  | 0.050% per day |\n\n"
        "parameter r: money\n  | CNY 15,000 |\n"
    )


def test_a_long_file_in_seconds() -> None:
    members = ", ".join(f"member_{number}" for number in range(4000))
    rules = "".join(f'rule A-{number} "x" severity low requires a.days <= {number} days\n' for number in range(1000))
    began = time.perf_counter()
    laid_out(f"kinds k: {members}\n{rules}")
    assert time.perf_counter() - began < 20
