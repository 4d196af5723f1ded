"""The form of `read` patterns."""

from __future__ import annotations

import pytest
from presign.policylang.patterns import Anchor, Choice, Gap, Maybe, Pattern, PatternProblem, Value, Word, parse_pattern


def parsed(pattern: str) -> Pattern:
    found = parse_pattern(pattern)
    assert isinstance(found, Pattern)
    return found


def test_every_part() -> None:
    pattern = parsed("within {} (of|after) [receipt of] … invoice")
    assert pattern.parts == (
        Word("within"),
        Value(),
        Choice(((Word("of"),), (Word("after"),))),
        Maybe((Word("receipt"), Word("of"))),
        Gap(),
        Word("invoice"),
    )
    assert pattern.has_value


def test_three_dots_are_a_gap_and_one_is_a_word() -> None:
    assert parsed("a...b").parts == (Word("a"), Gap(), Word("b"))
    assert parsed("No. {}").parts == (Word("No"), Word("."), Value())


def test_full_width_brackets_are_twins() -> None:
    assert parsed("验收［合格］后｛｝内").parts == parsed("验收[合格]后{}内").parts


def test_the_longest_word_that_every_match_has_is_the_anchor() -> None:
    assert parsed("[收到]发票后{}内").anchors == (Anchor((Maybe((Word("收到"),)),), "发票后", (Value(), Word("内"))),)


def test_a_choice_anchors_in_each_branch() -> None:
    anchors = parsed("{}(验收合格|签收单)").anchors
    assert [anchor.word for anchor in anchors] == ["验收合格", "签收单"]
    assert all(anchor.before == (Value(),) for anchor in anchors)


@pytest.mark.parametrize(
    ("pattern", "key", "offset"),
    [
        ("", "E417", 0),
        ("   ", "E417", 0),
        ("月结[{}", "E418", 2),
        ("月结(a|b", "E418", 2),
        ("月结]", "E418", 2),
        ("a|b", "E418", 1),
        ("{}到{}", "E419", 3),
        ("{}[内]", "E420", 0),
        ("…", "E420", 0),
        ("(付款|[结])", "E420", 0),
        ("a" + "[" * 9 + "b" + "]" * 9, "E421", 9),
    ],
)
def test_what_is_wrong_with_a_pattern(pattern: str, key: str, offset: int) -> None:
    found = parse_pattern(pattern)
    assert isinstance(found, PatternProblem)
    assert (found.key, found.offset) == (key, offset)
