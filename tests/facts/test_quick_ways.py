"""Quick ways that must find what the slow ones find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from presign.facts.quantities.currencies import mark_may_end
from presign.facts.quantities.money import _AMOUNT, _figures
from presign.facts.regexes import compile as compiled
from presign.facts.regexes.expression import Expression
from presign.facts.regexes.index import Index
from presign.facts.sentence_tools import passages, passages_with
from presign.facts.text import Text
from presign.facts.vocabulary import one_of
from presign.parsers.document import Block, Document, Kind, Location, Media

_WORDS = ["pay", "payment", "payments", "guarant*", "due on", "due", "付", "付款", "付清", "T/T", "货到付款"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("payments fall due", "payments"),
        ("pay now", "pay"),
        ("payer", None),
        ("repay", None),
        ("guarantees", "guarant"),
        ("due  on arrival", "due  on"),
        ("due only", "due"),
        ("付款后", "付款"),
        ("付给", "付"),
        ("货到付款", "货到付款"),
        ("by T/T.", "T/T"),
    ],
)
def test_words_that_begin_alike_match_as_one_by_one(text: str, expected: str | None) -> None:
    match = re.search(one_of(_WORDS), text)
    assert (match and match[0]) == expected


def test_no_words_and_one_word() -> None:
    assert re.fullmatch(one_of(["定金"]), "定金") is not None
    assert re.fullmatch(one_of(["a|b"]), "a|b") is not None


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "1",
                "25",
                "1,000",
                "1.5",
                "¥",
                "USD",
                " ",
                "$",
                "元",
                "万",
                "人民币",
                "(大写)",
                "金额",
                ":",
                ".",
                ",",
                "the ",
                "RM ",
                "Rs",
                "HK$",
                "per ton",
                "3角",
                "亿2千万",
                "x",
            ]
        ),
        max_size=12,
    )
)
def test_amounts_found_from_their_digits_are_all_of_them(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert [match.span() for match in _figures(text, 0, len(text))] == [
        match.span() for match in _AMOUNT.finditer(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("USD", True),
        ("in us dollars", True),
        ("dollar bills", False),
        ("US$", True),
        ("人民币", True),
        ("section", False),
        ("", False),
        ("£", True),
    ],
)
def test_whether_a_mark_may_end_here(text: str, expected: bool) -> None:
    assert mark_may_end(text, len(text)) is expected


def test_the_texts_an_expression_may_match_in() -> None:
    expression = Expression("甲方.*付款", 0, None, frozenset({1, 2}), {})
    held = {"a": frozenset({1, 2, 3}), "b": frozenset({1}), "c": frozenset({2, 1}), "d": frozenset[int]()}
    index = Index(["a", "b", "unknown", "c", "d"], held)
    assert list(index.where(expression)) == [0, 2, 3]
    assert list(index.where(re.compile("x"))) == [0, 1, 2, 3, 4]


def test_passages_are_passed_over_only_where_nothing_can_match() -> None:
    lines = ("甲方应于十日内付款。", "乙方验收货物。", "Buyer shall pay.")
    blocks = tuple(Block(at, Kind.PARAGRAPH, line, Location(paragraph=at + 1)) for at, line in enumerate(lines))
    text = Text(Document("a.txt", "", Media.TEXT, blocks))
    pattern = compiled("付款|shall pay")
    wanted = [passage for passage in passages(text) if re.search("付款|shall pay", passage.text)]
    assert [passage for passage in passages_with(text, pattern) if pattern.search(passage.text)] == wanted
    assert len(wanted) == 2
