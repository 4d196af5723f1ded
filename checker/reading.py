"""The `read` patterns of a program, ready to run over a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..facts.patterns.reader import PatternReader
from ..policylang.core_types import Type
from ..policylang.patterns import Pattern, parse_pattern

if TYPE_CHECKING:
    # The child reads facts without the other parts of a program, which take long to import.
    from ..policylang.core import Program

Reads = tuple[tuple[str, Type, str, str], ...]
"""`read` patterns as policies write them: fact, its type, language, pattern."""


def reads_of(program: Program) -> Reads:
    """The `read` patterns of a program."""
    return tuple(
        (declaration.name, declaration.type, read.language, read.pattern)
        for declaration in program.facts.values()
        for read in declaration.reads
    )


def pattern_reader(program: Program) -> PatternReader:
    """A reader of every `read` pattern the program declares."""
    return reader_of(reads_of(program))


def reader_of(reads: Reads) -> PatternReader:
    """A reader of these patterns; those that don't parse were refused on loading."""
    parsed = ((name, kind, language, parse_pattern(written)) for name, kind, language, written in reads)
    return PatternReader(
        (name, kind, language, pattern) for name, kind, language, pattern in parsed if isinstance(pattern, Pattern)
    )
