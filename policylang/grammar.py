"""The parser made from grammar.lark, built once in a process."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .builder import Builder
from .keywords import KEYWORDS, PUNCTUATION

if TYPE_CHECKING:
    from lark import Lark

_OPEN_TERMINALS = ("NAME", "ID", "STRING", "DATE", "LITERAL")


def grammar_text() -> str:
    """The grammar with its terminals declared: they come from the keyword table, not from regular expressions."""
    terminals = sorted({word.terminal for word in KEYWORDS} | set(PUNCTUATION.values()) | set(_OPEN_TERMINALS))
    rules = Path(__file__).with_name("grammar.lark").read_text(encoding="utf-8")
    return f"{rules}\n%declare {' '.join(terminals)}\n"


def build(strict: bool = False, nodes: type | None = None) -> Lark:
    """A parser that makes the syntax tree while it parses, or else a concrete tree of `nodes` (a name, its children).

    `strict` refuses a grammar with a conflict.
    """
    # lark is imported here because most commands never parse, and it takes longer to load than the rest of the program
    from lark import Lark
    from lark.lexer import Lexer

    class NoLexer(Lexer):
        """Tokens are fed one by one; nothing is lexed here."""

        def __init__(self, conf: object) -> None:
            pass

        def lex(self, *_: object) -> Iterator[Any]:
            return iter(())

    return Lark(
        grammar_text(),
        start="declaration",
        parser="lalr",
        lexer=NoLexer,
        transformer=Builder() if nodes is None else None,
        tree_class=nodes,
        keep_all_tokens=True,
        maybe_placeholders=False,
        strict=strict,
    )


@cache
def parser() -> Lark:
    """The parser of this process."""
    return build()
