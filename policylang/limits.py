"""How large and how deep a policy may be. Beyond, it is refused with a diagnostic, never with a crash."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .keywords import CLAUSES
from .places import Mistake

if TYPE_CHECKING:
    from .lexer import Token

MAX_FILE = 4_000_000
"""Characters of one file; the shipped packs have 60,000."""
MAX_BYTES = 4 * MAX_FILE
MAX_STRING = 20_000
MAX_TOKENS = 20_000
"""Tokens of one declaration."""
MAX_PARTS = 500
"""Words and signs in one condition."""
MAX_DEPTH = 40
MAX_SIGNS = 50
"""Signs of arithmetic between two `and`, `or`: what they join becomes one nested expression."""
MAX_DECLARATIONS = 20_000
MAX_FILES = 2_000
MAX_MISTAKES = 500
"""Declarations of one file that can't be read; those behind are not looked at."""

_CLAUSES = frozenset(word.terminal for word in CLAUSES) - {
    "TEXT",
    "STAGE",
    "OWNER",
    "SOURCE",
    "LABEL",
    "SIDE",
    "CALENDAR",
}
_SIGNS = frozenset(("PLUS", "MINUS", "TIMES", "OVER"))
_CONDITIONS = frozenset(("APPLIES", "REQUIRES", "FORBIDS", "UNLESS", "WHEN"))


def of_text(text: str) -> Mistake | None:
    """Whether a text is too long to be read."""
    if len(text) > MAX_FILE:
        return Mistake("E501", (0, 0), (("limit", f"{MAX_FILE:,}"), ("size", f"{len(text):,}")))
    return None


def too_large(path: Path) -> int:
    """The size of a file in bytes when it is too large to be opened, else 0."""
    size = path.stat().st_size
    return size if size > MAX_BYTES else 0


def of_declaration(chunk: Sequence[Token]) -> Mistake | None:
    """Whether a declaration is too long, a text in it too long, or a condition too long or too deep."""
    if len(chunk) > MAX_TOKENS:
        return Mistake("E504", chunk[0].place, (("limit", f"{MAX_TOKENS:,}"),))
    for token in chunk:
        if token.type == "STRING" and len(token.text) > MAX_STRING:
            start = token.place[0]
            return Mistake("E502", (start, start + 1), (("limit", f"{MAX_STRING:,}"), ("size", f"{len(token.text):,}")))
    return _of_conditions(chunk)


def _of_conditions(chunk: Sequence[Token]) -> Mistake | None:
    depth, parts, signs, inside = 0, 0, 0, False
    outer: list[int] = []
    for token in chunk:
        kind = token.type
        if kind in _CONDITIONS:
            depth, parts, signs, inside = 0, 0, 0, True
            outer.clear()
        elif kind in _CLAUSES:
            inside = False
        if not inside:
            continue
        parts += 1
        if kind in ("NOT", "WHERE"):
            depth += 1
        elif kind == "LPAR":
            outer.append(depth)
            depth += 1
        elif kind == "RPAR" and outer:
            depth = outer.pop()
        elif kind in ("AND", "OR"):
            depth = outer[-1] + 1 if outer else 0
            signs = 0
        elif kind in _SIGNS:
            signs += 1
        if depth > MAX_DEPTH:
            return Mistake("E503", token.place, (("limit", str(MAX_DEPTH)),))
        if signs > MAX_SIGNS:
            return Mistake("E513", token.place, (("limit", str(MAX_SIGNS)),))
        if parts > MAX_PARTS:
            return Mistake("E505", token.place, (("limit", str(MAX_PARTS)),))
    return None


def of_count(count: int, first: Token) -> Mistake | None:
    """Whether a declaration is one too many for a file, by how many there are before it and its first token."""
    if count >= MAX_DECLARATIONS:
        return Mistake("E506", first.place, (("limit", f"{MAX_DECLARATIONS:,}"),))
    return None
