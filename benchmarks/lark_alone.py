"""Lark by itself: the same grammar with terminals Lark lexes, tuples built by an embedded transformer, no checks."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from presign.policylang.grammar import grammar_text
from presign.policylang.keywords import KEYWORDS, PUNCTUATION
from presign.policylang.literals import DATE, LITERAL

_OWN = {
    "NAME": r"[^\W\d]\w*(?:\.\w+)*",
    "ID": r"[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+(?![\w-])",
    "STRING": r'"(?:[^"\\\n]|\\.)*"|「[^」\n]*」|“[^”\n]*”',
    "DATE": DATE,
    "LITERAL": LITERAL,
}


class _Tuples:
    """A transformer for every rule: a tuple of its parts."""

    def __getattr__(self, name: str) -> Callable[[list[Any]], tuple[Any, ...]]:
        if name.startswith("_"):
            raise AttributeError(name)
        return tuple


def parser(lexer: str) -> Any:
    """Lark, LALR, with its contextual or its basic lexer."""
    from lark import Lark

    rules = grammar_text().split("%declare")[0].replace("?declaration:", "start: declaration*\n?declaration:")
    spellings: dict[str, list[str]] = {}
    for word in KEYWORDS:
        for spelling in dict.fromkeys((word.en, word.zh)):
            between = r"\s+" if spelling.isascii() else r"\s*"
            spellings.setdefault(word.terminal, []).append(between.join(map(re.escape, spelling.split())))
    for sign, terminal in PUNCTUATION.items():
        spellings.setdefault(terminal, []).append(re.escape(sign))
    lines = [f"{name}.1: {_regex(pattern)}" for name, pattern in _OWN.items() if name in ("ID", "STRING")]
    lines += [f"{name}.2: {_regex(_OWN[name])}" for name in ("LITERAL",)]
    lines.append(f"DATE.4: {_regex(DATE)}")
    lines.append(f"NAME.-1: {_regex(_OWN['NAME'])}")
    for name, patterns in spellings.items():
        patterns.sort(key=len, reverse=True)
        lettered = all(pattern[0].isalpha() for pattern in patterns)
        lines.append(f"{name}{'.3' if lettered else ''}: {_regex('|'.join(patterns), word=lettered)}")
    lines += [r"COMMENT: /#[^\n]*/", r"BLANK: /[ \t\r\n\f]+/", "%ignore COMMENT", "%ignore BLANK"]
    text = "\n".join((rules, *lines, ""))
    return Lark(text, parser="lalr", lexer=lexer, transformer=_Tuples(), maybe_placeholders=False)


def _regex(pattern: str, *, word: bool = False) -> str:
    pattern = pattern.replace("/", r"\/") if r"\/" not in pattern else pattern
    ends = r"(?![\w.])" if word else ""
    return f"/(?:{pattern}){ends}/"
