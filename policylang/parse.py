"""A policy's text becomes a `Module`. Each mistake is a diagnostic, and parsing goes on at the next declaration."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..policylang import limits, mistakes
from .diagnostics import Diagnostic
from .grammar import parser
from .keywords import DECLARATIONS
from .lexer import Token, tokens
from .places import Lines, Mistake
from .table_walk import walk
from .tree import Declaration, Module

_HEADER = re.compile(r"\ufeff?[ \t]*[#＃][ \t]*(?:language|语言)[ \t]*[:：][ \t]*(?P<language>[\w-]+)")
# The first letter of a file that stands outside a comment.
_FIRST_WORD = re.compile(r"\A(?:[\s\ufeff]|[#＃][^\n]*(?:\n|\Z))*+(\w)")
_STARTS = frozenset(word.terminal for word in DECLARATIONS)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What was understood of a text, and what was not."""

    module: Module
    diagnostics: tuple[Diagnostic, ...]
    broken: tuple[str, ...] = ()
    """The names that the declarations which couldn't be read were about to declare."""


def language_of(source: str) -> str:
    """The language a file's first line names, else that of its first declaration's keyword, else English."""
    match = _HEADER.match(source)
    if match:
        return "zh" if match["language"].lower().startswith("zh") else "en"
    first = _FIRST_WORD.search(source)
    return "zh" if first and "\u3400" <= first[1] <= "\u9fff" else "en"


def parse(text: str, path: str = "") -> Parsed:
    """The declarations of a policy file and the diagnostics of those that couldn't be read."""
    lines = Lines(path, text)
    language = language_of(text)
    header = _HEADER.match(text)
    found: list[Mistake] = []
    if header and header["language"].lower() not in ("en", "zh", "zh-cn", "en-us", "en-gb"):
        found.append(Mistake("E119", header.span("language"), (("language", header["language"]),)))
    declarations: list[Declaration] = []
    too_big = limits.of_text(text)
    chunks = [] if too_big else _cut(list(tokens(text, language)))
    if too_big:
        found.append(too_big)
    skip = False
    broken: list[str] = []
    for chunk in chunks:
        declaration, mistake = _declaration(chunk)
        if declaration is not None:
            declarations.append(declaration)
        elif mistake is not None and not skip:
            found.append(mistake)
        if declaration is None:
            broken += [each.text for each in chunk[1:] if each.type in ("NAME", "ID")][:3]
        skip = mistake is not None and mistake.key == "E103"
    too_many = limits.of_declarations(declarations)
    if too_many:
        found.append(too_many)
    diagnostics = tuple(mistake.at(lines) for mistake in found)
    return Parsed(Module(tuple(declarations), language, path), diagnostics, tuple(broken))


def _cut(stream: Sequence[Token]) -> list[list[Token]]:
    """The tokens of each declaration, followed by the one that starts the next (its place is where this one ends)."""
    starts = [at for at, token in enumerate(stream) if token.type in _STARTS]
    cuts = starts if starts and starts[0] == 0 else [0, *starts]
    ends = [*cuts[1:], len(stream)]
    return [[*stream[at:end], _end(stream, end)] for at, end in zip(cuts, ends, strict=True) if at < end]


def _end(stream: Sequence[Token], at: int) -> Token:
    if at < len(stream):
        return Token("$END", stream[at].text, stream[at].type, stream[at].place)
    last = stream[-1].place[1]
    return Token("$END", "", "", (last, last))


def _declaration(chunk: Sequence[Token]) -> tuple[Declaration | None, Mistake | None]:
    mistake = mistakes.of_characters(chunk) or limits.of_declaration(chunk)
    if mistake:
        return None, mistake
    if chunk[0].type not in _STARTS:
        return None, mistakes.before_any(chunk[0])
    try:
        declaration: Declaration = walk(chunk)
    except KeyError:
        return None, _syntax(chunk)
    return declaration, None


def _syntax(chunk: Sequence[Token]) -> Mistake:
    """What is wrong with a declaration that can't be read: Lark says what it expected, and where."""
    from lark.exceptions import UnexpectedToken

    reader = parser().parse_interactive()
    for at, token in enumerate(chunk):
        try:
            # INVARIANT: a Token of lexer.py has all that the parser looks at: its type
            reader.parser_state.feed_token(token, token.type == "$END")  # type: ignore[arg-type]
        except UnexpectedToken:
            return mistakes.of_syntax(chunk, at, set(reader.accepts()))  # type: ignore[no-untyped-call]
    raise AssertionError("the table refused what Lark reads")
