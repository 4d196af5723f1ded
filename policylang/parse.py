"""A policy's text becomes a `Module`. Each mistake is a diagnostic, and parsing goes on at the next declaration."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..policylang import limits, mistakes
from .diagnostics import Diagnostic
from .keywords import DECLARATIONS
from .lexer import Token, tokens
from .places import Lines, Mistake
from .table_walk import NotInLanguageError, walk
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
    if too_big:
        found.append(too_big)
    skip = False
    failed = 0
    broken: list[str] = []
    for count, chunk in enumerate(() if too_big else _cut(tokens(text, language))):
        too_many = limits.of_count(count, chunk[0])
        if too_many:
            found.append(too_many)
            break
        declaration, mistake = _declaration(chunk) if failed < limits.MAX_MISTAKES else (None, None)
        if declaration is not None:
            declarations.append(declaration)
        else:
            failed += 1
            broken += [each.text for each in chunk[1:] if each.type in ("NAME", "ID")][:3]
            if mistake is not None and not skip:
                found.append(mistake)
        skip = mistake is not None and mistake.key == "E103"
    diagnostics = tuple(mistake.at(lines) for mistake in found)
    return Parsed(Module(tuple(declarations), language, path), diagnostics, tuple(broken))


def _cut(stream: Iterable[Token]) -> Iterator[list[Token]]:
    """The tokens of each declaration, followed by an end that has the place of what starts the next.

    Behind a declaration that is too long nothing is read.
    """
    chunk: list[Token] = []
    for token in stream:
        if token.type in _STARTS and chunk:
            yield [*chunk, Token("$END", token.text, token.type, token.place)]
            chunk = []
        chunk.append(token)
        if len(chunk) > limits.MAX_TOKENS:
            break
    if chunk:
        last = chunk[-1].place[1]
        yield [*chunk, Token("$END", "", "", (last, last))]


def _declaration(chunk: Sequence[Token]) -> tuple[Declaration | None, Mistake | None]:
    mistake = mistakes.of_characters(chunk) or limits.of_declaration(chunk)
    if mistake:
        return None, mistake
    if chunk[0].type not in _STARTS:
        return None, mistakes.before_any(chunk[0])
    try:
        declaration: Declaration = walk(chunk)
    except NotInLanguageError as stop:
        return None, mistakes.of_syntax(chunk, stop.at, stop.expected())
    return declaration, None
