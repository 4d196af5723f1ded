"""What can't be said as an expression is asked of the compiled rules: once for each different case of its facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import polars as pl

from ...policylang.compiler import compile_program
from ...policylang.core import ALWAYS, All, Condition, Program, Rule
from ...policylang.outcome import Verdict
from ...values import Reading, State, Taken
from .raw import STATED, STATES, Raw, name_of
from .typed import Columns, Values

_BLANK = {code: Taken(State(state)) for code, state in enumerate(STATES) if code != STATED}
_ALL = All(())


class Cases:
    """The facts of a batch by their different readings."""

    def __init__(self, columns: Columns, typed: pl.DataFrame, values: Values) -> None:
        self._columns = columns
        codes: list[pl.Series] = []
        self._readings: dict[str, dict[tuple[int, int | None], Reading]] = {}
        for name in columns.raw:
            at = columns.facts[name]
            state, written = typed[name_of(Raw.STATE, at)], typed[name_of(Raw.VALUE, at)]
            code = written.cast(pl.Categorical).to_physical().alias(f"k{at}")
            codes += [state, code]
            different = pl.DataFrame([state, code, written]).unique().rows()
            self._readings[name] = {
                (s, k): Taken(State.STATED, values.of(value)) if s == STATED else _BLANK[s] for s, k, value in different
            }
        self._codes = pl.DataFrame(codes)
        self.height = typed.height

    def ask(self, rules: Sequence[Rule], names: Sequence[str], day: date, side: str) -> tuple[list[pl.Series], int]:
        """The verdicts on rules that use the same facts in every row, and how many different cases were judged."""
        compiled = compile_program(replace(self._columns.program, rules=tuple(rules), examples=()))
        keys = [f"{letter}{self._columns.facts[name]}" for name in names for letter in (Raw.STATE.value, "k")]
        if not keys:
            outcomes = compiled.evaluate({}, day, side)
            return [pl.Series([each.verdict.value] * self.height, dtype=pl.String) for each in outcomes], 1
        cases = self._codes.select(keys).unique()
        readings = [self._readings[name] for name in names]
        verdicts: list[list[str]] = [[] for _ in rules]
        for case in cases.iter_rows():
            pairs = zip(case[::2], case[1::2], strict=True)
            facts: Mapping[str, Reading] = {
                name: known[pair] for name, known, pair in zip(names, readings, pairs, strict=True)
            }
            for found, outcome in zip(verdicts, compiled.evaluate(facts, day, side), strict=True):
                found.append(outcome.verdict.value)
        columns = [pl.Series(f"verdict{at}", found, pl.String) for at, found in enumerate(verdicts)]
        joined = self._codes.join(
            cases.with_columns(columns), on=keys, how="left", nulls_equal=True, maintain_order="left"
        )
        return [joined[column.name] for column in columns], cases.height


def as_rule(condition: Condition, program: Program) -> Rule:
    """A rule that asks for one condition: satisfied is true, violated false, anything else unknown."""
    first = program.rules[0]
    return Rule("condition", first.title, first.severity, _ALL, (condition,), (), side="both", period=ALWAYS)


def truths(verdicts: pl.Series) -> pl.Series:
    """The truth of a condition asked as a rule."""
    answers = {Verdict.SATISFIED.value: True, Verdict.VIOLATED.value: False}
    return verdicts.replace_strict(answers, default=None, return_dtype=pl.Boolean)


def inapplicable(verdicts: pl.Series) -> pl.Series:
    """Whether a condition is unknown, and nothing but facts that aren't applicable keeps it so."""
    return verdicts == Verdict.NOT_APPLICABLE.value
