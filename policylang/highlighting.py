"""A Pygments lexer for policy files, in both spellings. Imported by Pygments alone: presign doesn't need it.

pygmentize -l presign company.policy
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from pygments.lexer import Lexer
from pygments.token import (
    Comment,
    Error,
    Keyword,
    Literal,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
    Whitespace,
)

from .keywords import CLAUSES, DECLARATIONS, OPERATORS, PUNCTUATION, TABLES, TYPES, WORDS
from .lexer import tokens
from .parse import language_of

TokenType = Any
"""Pygments' token types have no type of their own."""

_KINDS: dict[str, TokenType] = {
    **{word.terminal: Keyword for word in CLAUSES},
    **{word.terminal: Operator.Word for word in OPERATORS},
    **{word.terminal: Keyword.Type for word in TYPES},
    **{word.terminal: Keyword.Declaration for word in DECLARATIONS},
    **dict.fromkeys(PUNCTUATION.values(), Operator),
    **dict.fromkeys(("LPAR", "RPAR", "LSQB", "RSQB", "COLON", "COMMA", "BAR"), Punctuation),
    "YES_NO": Keyword.Constant,
    "NOT_APPLICABLE": Keyword.Constant,
    "STRING": String,
    "LITERAL": Number,
    "DATE": Literal.Date,
    "ID": Name.Class,
    "NAME": Name,
    "OPEN": Error,
    "OTHER": Error,
}
_WORDS = {clause: frozenset((*WORDS[table], *WORDS[table].values())) for clause, table in TABLES.items()}
_WORDS["EXPECT"] = frozenset((*WORDS["verdict"], *WORDS["verdict"].values()))
"""Words that one clause looks at: `high` and `阻断` after `severity`."""
_BEGINNINGS = frozenset(word.terminal for word in (*DECLARATIONS, *CLAUSES))


class PolicyLexer(Lexer):
    """Presign policies, English and Chinese."""

    name = "Presign policy"
    url = "https://pypi.org/project/presign/"
    aliases: ClassVar[list[str]] = ["presign", "policy"]
    filenames: ClassVar[list[str]] = ["*.policy"]
    mimetypes: ClassVar[list[str]] = ["text/x-presign-policy"]

    def get_tokens_unprocessed(self, text: str) -> Iterator[tuple[int, TokenType, str]]:
        """The text in pieces, each with its place and kind; joined, the pieces are the text."""
        end = 0
        before = clause = ""
        for token in tokens(text, language_of(text)):
            start, stop = token.place
            yield from _between(text, end, start)
            clause = token.type if token.type in _BEGINNINGS else clause
            yield start, _kind(token.type, token.text, before, clause), text[start:stop]
            end, before = stop, token.type
        yield from _between(text, end, len(text))


def _kind(terminal: str, written: str, before: str, clause: str) -> TokenType:
    if terminal == "NAME" and written in _WORDS.get(clause, ()):
        return Keyword.Constant
    if terminal == "NAME" and before in ("FACT", "PARAMETER", "TABLE", "SCALE", "KINDS", "RECORD"):
        return Name.Variable
    return _KINDS.get(terminal, Name)


def _between(text: str, start: int, end: int) -> Iterator[tuple[int, TokenType, str]]:
    """Blanks and comments: all that stands between two tokens."""
    while start < end:
        if text[start] in "#＃":
            stop = text.find("\n", start, end)
            stop = end if stop < 0 else stop
            yield start, Comment.Single, text[start:stop]
        else:
            stop = min((at for at in (text.find(sign, start, end) for sign in "#＃") if at >= 0), default=end)
            yield start, Whitespace if text[start:stop].isspace() else Text, text[start:stop]
        start = stop
