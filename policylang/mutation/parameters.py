"""The mutants of a parameter or table: values and cells moved, rows exchanged, the start shifted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..core import Between, Cell, Parameter, ParameterVersion, Span
from .mutant import Clause, Line, Mutant, Operator, newest
from .rules import moved_start
from .steps import nudged, scaled


def mutants_of(parameter: Parameter) -> tuple[Mutant, ...]:
    """Every mutant of a parameter's newest version, each once."""
    version = newest(parameter)
    if version is None:
        return ()
    found: dict[Parameter, Mutant] = {}
    for mutant in (*_rows(parameter, version), *_exchanged(parameter, version), *_starts(parameter, version)):
        assert mutant.parameter is not None
        if mutant.parameter != parameter:
            found.setdefault(mutant.parameter, mutant)
    return tuple(found.values())


def _with(parameter: Parameter, old: ParameterVersion, new: ParameterVersion) -> Parameter:
    return replace(parameter, versions=tuple(new if each is old else each for each in parameter.versions))


def _span(parameter: Parameter, version: ParameterVersion, row: int) -> Span:
    return version.spans[row] if row < len(version.spans) else parameter.span


def _changed(parameter: Parameter, version: ParameterVersion, row: int, operator: Operator, after: Line) -> Mutant:
    cells, value = version.rows[row]
    rows = (*version.rows[:row], (after.cells, after.value), *version.rows[row + 1 :])
    changed = _with(parameter, version, replace(version, rows=rows))
    before, span = Line(parameter, cells, value), _span(parameter, version, row)
    return Mutant(parameter.name, operator, span, before, after, parameter=changed)


def _rows(parameter: Parameter, version: ParameterVersion) -> Iterator[Mutant]:
    for row, (cells, value) in enumerate(version.rows):
        for place, cell in enumerate(cells):
            for operator, moved in _cells(cell):
                after = Line(parameter, (*cells[:place], moved, *cells[place + 1 :]), value)
                yield _changed(parameter, version, row, operator, after)
        for operator, steps in ((Operator.NUDGED, nudged(value)), (Operator.SCALED, scaled(value))):
            for each in steps:
                yield _changed(parameter, version, row, operator, Line(parameter, cells, each))


def _cells(cell: Cell) -> Iterator[tuple[Operator, Cell]]:
    """A range with one of its ends changed: the bound taken or left out, or moved by its least unit."""
    if not isinstance(cell, Between):
        return
    if cell.low is not None:
        yield Operator.BOUNDARY, replace(cell, low_open=not cell.low_open)
        yield from ((Operator.NUDGED, replace(cell, low=each)) for each in nudged(cell.low))
    if cell.high is not None:
        yield Operator.BOUNDARY, replace(cell, high_open=not cell.high_open)
        yield from ((Operator.NUDGED, replace(cell, high=each)) for each in nudged(cell.high))


def _exchanged(parameter: Parameter, version: ParameterVersion) -> Iterator[Mutant]:
    for row in range(len(version.rows) - 1):
        (cells, value), (below, other) = version.rows[row : row + 2]
        rows = (*version.rows[:row], (cells, other), (below, value), *version.rows[row + 2 :])
        changed = _with(parameter, version, replace(version, rows=rows))
        before, after = Line(parameter, cells, value), Line(parameter, cells, other)
        span = _span(parameter, version, row)
        yield Mutant(parameter.name, Operator.ROWS, span, before, after, parameter=changed)


def _starts(parameter: Parameter, version: ParameterVersion) -> Iterator[Mutant]:
    """The start of a version that replaces another; the first one's says only since when the company has one."""
    if len(parameter.versions) < 2:
        return
    for start in moved_start(version.period.start):
        moved = replace(version, period=replace(version.period, start=start))
        before, after = (Clause("IN_FORCE_FROM", day=each) for each in (version.period.start, start))
        changed = _with(parameter, version, moved)
        yield Mutant(parameter.name, Operator.PERIOD, parameter.span, before, after, parameter=changed)
