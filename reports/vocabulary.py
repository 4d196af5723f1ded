"""`presign facts --vocabulary`: every fact a rule may speak of."""

from __future__ import annotations

from typing import TextIO

from ..policylang.core import Program, Type


def render(program: Program, language: str, out: TextIO) -> None:
    """Write name, Chinese alias, type, source and label of each fact."""
    for fact in program.facts.values():
        label = fact.label.get(language)
        out.write(f"{fact.name}  {fact.alias_zh}  {type_name(fact.type)}  {fact.source.value}  {label}\n")


def type_name(kind: Type) -> str:
    """A type as a policy writes it."""
    if kind.of is not None:
        return f"list of {type_name(kind.of)}"
    return kind.name or kind.sort.value
