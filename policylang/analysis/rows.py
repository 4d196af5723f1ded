"""Findings about the rows of tables and keyed parameters in force on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..core import HitPolicy, Parameter, ParameterVersion, Program, Span
from ..parameter_values import version_on
from .finding import Code, Finding
from .tables import TooMany, gaps, idle_columns, redundant, unreachable

_MOST_ROWS = 300
"""Rows of a table that are looked at; the work grows with their square."""


def row_findings(program: Program, as_of: date) -> Iterator[Finding]:
    """Gaps, rows that nothing reaches or that may go, and columns that decide nothing."""
    for parameter in program.parameters.values():
        version = version_on(parameter, as_of)
        if version is not None and parameter.keys and len(version.rows) <= _MOST_ROWS:
            try:
                yield from list(_findings(parameter, version, program))
            except TooMany:
                continue


def _findings(parameter: Parameter, version: ParameterVersion, program: Program) -> Iterator[Finding]:
    asked = (version, parameter.keys, program.members)
    name = ("name", parameter.name)
    missing = gaps(*asked)
    for case in missing[:1]:
        row = tuple(zip(parameter.keys, case, strict=True))
        yield Finding(Code.GAP, parameter.name, parameter.span, (name, ("count", str(len(missing)))), row=row)
    dead = unreachable(*asked) if parameter.hit is HitPolicy.FIRST else []
    for number in dead:
        yield _row(Code.ROW_UNREACHABLE, parameter, version, number)
    idle = idle_columns(*asked)
    for place in idle:
        yield Finding(Code.COLUMN_IDLE, parameter.name, parameter.span, (name, ("key", parameter.keys[place].name)))
    if parameter.hit is not None and not idle:
        yield from (
            _row(Code.ROW_REDUNDANT, parameter, version, number) for number in redundant(*asked) if number not in dead
        )


def _row(code: Code, parameter: Parameter, version: ParameterVersion, number: int) -> Finding:
    span: Span = version.spans[number] if number < len(version.spans) else parameter.span
    return Finding(code, parameter.name, span, (("name", parameter.name), ("row", str(number + 1))))
