"""One parameter or table in words: its values, dated, with source and day of review."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..checker.value_words import value_words
from ..messages import say
from ..policylang.core import Parameter, ParameterVersion, Program
from ..policylang.parameter_values import version_on
from .declared import cell_words, period_words, type_words


@dataclass(frozen=True, slots=True)
class Values:
    """The values of one period: a row for each line of the table, its last cell the value."""

    period: str
    notes: tuple[str, ...]
    """Source and day of review."""
    rows: tuple[tuple[str, ...], ...]
    current: bool
    """Whether they are in force on the day of the page."""


@dataclass(frozen=True, slots=True)
class ParameterPage:
    """A parameter: its label, what its rows are chosen by, and its values in all periods, newest last."""

    name: str
    label: str
    type: str
    keys: tuple[str, ...]
    hit: str
    versions: tuple[Values, ...]

    @property
    def current(self) -> Values | None:
        """The values in force on the day of the page."""
        return next((each for each in self.versions if each.current), None)


def parameter_page(parameter: Parameter, program: Program, day: date | None, language: str) -> ParameterPage:
    """The page of a parameter; `day`, if any, tells which values are in force and which review is overdue."""
    current = version_on(parameter, day) if day is not None else None
    ordered = sorted(parameter.versions, key=lambda each: each.period.start or date.min)
    return ParameterPage(
        parameter.name,
        parameter.label.get(language) or parameter.name,
        type_words(parameter.type, language),
        tuple(program.facts[key.name].label.get(language) or key.name for key in parameter.keys),
        say(f"pages.hit_{parameter.hit.value}", language) if parameter.hit is not None else "",
        tuple(_values(each, parameter, program, language, day, current=each is current) for each in ordered),
    )


def _values(
    version: ParameterVersion, parameter: Parameter, program: Program, language: str, day: date | None, *, current: bool
) -> Values:
    notes = []
    if version.source:
        notes.append(say("pages.source", language, (("source", version.source),)))
    if version.review_by is not None:
        key = "pages.past_review" if day is not None and version.review_by < day else "pages.review_by"
        notes.append(say(key, language, (("day", version.review_by.isoformat()),)))
    rows = tuple(
        (
            *(cell_words(cell, key.type, program, language) for cell, key in zip(cells, parameter.keys, strict=True)),
            value_words(value, parameter.type, program, language),
        )
        for cells, value in version.rows
    )
    return Values(period_words(version.period, language), tuple(notes), rows, current)
