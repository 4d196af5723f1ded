"""A mutant's change as a policy file writes it, before and after."""

from __future__ import annotations

from collections.abc import Mapping

from ...values import Value
from ..core import Among, Anything, Between, Cell, Condition, Constant, Program, Span, Type
from ..example_text import value_text
from ..keywords import TABLES, spell, spell_word
from ..literals import write_literal
from ..parse import language_of
from ..print_terms import Terms
from ..reasons.formal import formal
from .mutant import Clause, Line, Mutant, Piece


def change_text(mutant: Mutant, program: Program, sources: Mapping[str, str]) -> tuple[str, str]:
    """What stood there, as its author wrote it where that can be told, and what stands there now (empty: nothing).

    In the spelling of the file.
    """
    language = language_at(mutant.span, sources)
    before = ""
    if not isinstance(mutant.before, Clause | Line):
        before = written_at(mutant.before.span, sources)
    return (
        before or piece_text(mutant.before, program, language),
        "" if mutant.after is None else piece_text(mutant.after, program, language),
    )


def language_at(span: Span, sources: Mapping[str, str]) -> str:
    """The language of the file a place is in; English for a program that no file holds."""
    return language_of(sources[span.path]) if span.path in sources else "en"


def written_at(span: Span, sources: Mapping[str, str]) -> str:
    """The text of a place in one line; empty when the file isn't at hand or the place ends inside parentheses."""
    lines = sources.get(span.path, "").split("\n")[span.line - 1 : span.end_line] if span.line else []
    if not lines:
        return ""
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    text = " ".join(" ".join(lines).split())
    opened = sum(text.count(each) for each in "(（")
    return text if opened == sum(text.count(each) for each in ")）") else ""


def piece_text(piece: Piece, program: Program, language: str) -> str:
    """A condition, a clause or a row."""
    match piece:
        case Clause(keyword, condition, words, day, name):
            return _clause(keyword, condition, words, name, program, language) + (
                f" {write_literal(day, language)}" if day is not None else ""
            )
        case Line(parameter, cells, value):
            keys = [_cell(cell, key.type, program, language) for key, cell in zip(parameter.keys, cells, strict=True)]
            told = value_text(value, parameter.type, program, language)
            if parameter.hit is not None:
                return f"| {' | '.join(keys)} => {told} |"
            return f"| {' | '.join((*keys, told))} |"
        case _:
            return formal(piece, program, language)


def _clause(
    keyword: str, condition: Condition | None, words: tuple[str, ...], name: str, program: Program, language: str
) -> str:
    table = TABLES.get(keyword)
    shown = [spell_word(table, word, language) if table else word for word in words]
    head = spell(keyword, language) + (":" if keyword == "UNDECIDED" else "")
    if name:
        head = f"{head} {Terms(language).string(name)}:"
    said = formal(condition, program, language) if condition is not None else ", ".join(shown)
    return f"{head} {said}".rstrip()


def _cell(cell: Cell, type: Type, program: Program, language: str) -> str:
    def shown(value: Value) -> str:
        return value_text(Constant(value, type).value, type, program, language)

    match cell:
        case Anything():
            return spell("ANY", language)
        case Among(members):
            return ", ".join(shown(member) for member in members)
        case Between(low, low_open, high, high_open):
            ends = [] if low is None else [f"{spell('ABOVE' if low_open else 'AT_LEAST', language)} {shown(low)}"]
            if high is not None:
                ends.append(f"{spell('BELOW' if high_open else 'UP_TO', language)} {shown(high)}")
            return " ".join(ends)
        case _:
            return shown(cell)
