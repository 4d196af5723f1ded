"""The Pygments lexer: nothing is lost, and each word has the kind it has for the policy reader, in both spellings."""

from __future__ import annotations

from importlib.metadata import entry_points
from pathlib import Path

import pytest
from presign.policylang.highlighting import PolicyLexer
from pygments.token import Comment, Error, Keyword, Literal, Name, Number, Operator, Punctuation, String, Whitespace

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "rules").rglob("*.policy"))
WRITTEN = sorted((ROOT / "tests").rglob("*.policy"))


def pieces(text: str) -> list[tuple[object, str]]:
    return [(kind, piece) for _, kind, piece in PolicyLexer().get_tokens_unprocessed(text)]


@pytest.mark.parametrize("path", [*SHIPPED, *WRITTEN], ids=lambda path: path.stem)
def test_the_pieces_joined_are_the_text(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    at = 0
    for start, _, piece in PolicyLexer().get_tokens_unprocessed(text):
        assert start == at
        at += len(piece)
        assert text[start:at] == piece
    assert at == len(text)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_no_shipped_policy_has_an_error(path: Path) -> None:
    assert [piece for kind, piece in pieces(path.read_text(encoding="utf-8")) if kind is Error] == []


ENGLISH = """# a comment
rule CRT-01 en "Too \\"long\\""
  severity high
  in force from 2026-01-01
  requires pay.days <= 30 days and not pay.late is yes
"""
CHINESE = """＃ 注释
规则 CRT-01 中「账期过长」
  级别 高
  施行 自 2026-01-01
  要求 pay.days ≤ 30 天 且 非 pay.late 为是
"""
KINDS = [
    Comment.Single,
    Keyword.Declaration,
    Name.Class,
    Keyword,
    String,
    Keyword,
    Keyword.Constant,
    Keyword,
    Literal.Date,
    Keyword,
    Name,
    Operator,
    Number,
    Operator.Word,
    Operator.Word,
    Name,
    Operator.Word,
]


@pytest.mark.parametrize("text", [ENGLISH, CHINESE])
def test_both_spellings_have_the_same_kinds(text: str) -> None:
    assert [kind for kind, _ in pieces(text) if kind is not Whitespace] == KINDS


def test_a_declared_name_and_its_type_stand_out() -> None:
    assert [each for each in pieces("fact pay.days: working days from contract") if each[0] is not Whitespace] == [
        (Keyword.Declaration, "fact"),
        (Name.Variable, "pay.days"),
        (Punctuation, ":"),
        (Keyword.Type, "working days"),
        (Keyword, "from"),
        (Keyword.Constant, "contract"),
    ]


def test_a_word_of_one_clause_is_a_name_elsewhere() -> None:
    assert (Keyword.Constant, "medium") in pieces("rule A-1 'x'\n  severity medium".replace("'", '"'))
    assert (Name, "medium") in pieces('rule A-1 "x"\n  requires size = medium')
    assert (Keyword.Constant, "违反") in pieces("示例 A-1「x」\n  预期 A-1 违反")


def test_a_text_without_its_end_is_an_error_and_a_hash_in_a_text_no_comment() -> None:
    assert (Error, '"open') in pieces('rule A-1 "open')
    assert (String, '"no. #5"') in pieces('rule A-1 "no. #5"')


def test_pygments_finds_the_lexer_by_its_entry_point() -> None:
    (found,) = entry_points(group="pygments.lexers", name="presign")
    assert found.load() is PolicyLexer
    assert PolicyLexer.filenames == ["*.policy"]
