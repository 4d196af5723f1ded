"""The `read` patterns of a program, ready to run over a document."""

from __future__ import annotations

from ..facts.patterns.reader import PatternReader
from ..policylang.core import Program
from ..policylang.patterns import Pattern, parse_pattern


def pattern_reader(program: Program) -> PatternReader:
    """A reader of every `read` pattern the program declares; patterns that don't parse were refused on loading."""
    found = []
    for declaration in program.facts.values():
        for read in declaration.reads:
            pattern = parse_pattern(read.pattern)
            if isinstance(pattern, Pattern):
                found.append((declaration.name, declaration.type, read.language, pattern))
    return PatternReader(tuple(found))
