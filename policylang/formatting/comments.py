"""The comments of a policy's text: where each stands between the tokens. The syntax tree knows nothing of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..lexer import Token

# Between two tokens stand only blanks and comments, so a mark here never lies inside a text.
_COMMENT = re.compile(r"[#＃][^\n]*")
_HEADER = re.compile(r"#[ \t]*(?:language|语言)[ \t]*[:：][ \t]*[\w-]+(?P<rest>.*)")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment, its mark half-width and the blanks after it gone."""

    text: str
    beside: bool
    """It stands on the line of the token before it."""
    column: int
    after_blank: bool
    """A blank line stands before it."""


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands between two tokens."""

    comments: tuple[Comment, ...]
    ends_blank: bool
    """A blank line stands before the next token."""


def gaps_of(text: str, tokens: Sequence[Token]) -> list[Gap]:
    """The gap before each token, then the one after the last."""
    starts = [0, *(token.place[1] for token in tokens)]
    ends = [*(token.place[0] for token in tokens), len(text)]
    return [_gap(text, start, end) for start, end in zip(starts, ends, strict=True)]


def _gap(text: str, start: int, end: int) -> Gap:
    found: list[Comment] = []
    last = start
    for match in _COMMENT.finditer(text, start, end):
        at = match.start()
        newlines = text.count("\n", last, at)
        column = at - (text.rfind("\n", 0, at) + 1)
        beside = not newlines and not found and start > 0
        found.append(Comment(_tidy(match[0]), beside, column, newlines > 1))
        last = match.end()
    return Gap(tuple(found), text.count("\n", last, end) > 1)


def _tidy(written: str) -> str:
    return "#" + written[1:].rstrip(" \t\r\f\u3000\ufeff")


def header_of(text: str, comments: Sequence[Comment]) -> str | None:
    """What stands behind the language in a first line that names it; `comments` are the first of the text."""
    if not comments or text.lstrip(" \t\ufeff")[:1] not in ("#", "＃"):
        return None
    match = _HEADER.fullmatch(comments[0].text)
    return match["rest"] if match else None


def is_header(comment: Comment) -> bool:
    """Whether a comment would name the language of a file if it were its first line."""
    return _HEADER.fullmatch(comment.text) is not None
