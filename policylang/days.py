"""What depends on the as-of date and the side alone: which rules are judged, and the parameters without keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from .codegen import Generated
from .outcome import Outcome, Verdict
from .scope import in_force
from .slot_tables import Table, table_on


@dataclass(frozen=True, slots=True)
class Day:
    """A day and a side of the contract, prepared once."""

    unjudged: tuple[tuple[int, Outcome], ...]
    """The rules that aren't judged, with their outcomes."""
    live: frozenset[int]
    """The rules in force."""
    touched: frozenset[int]
    """The rules that the usual function never judges."""
    users: tuple[tuple[int, ...], ...]
    """The judged rules that use a fact, by its place."""
    parameter_users: tuple[tuple[int, ...], ...]
    parameters: list[object]
    """The slots of parameters without keys; None for the others."""
    filled: list[object]
    """The same with something in the place of what has no value."""
    bits: int
    """The parameters without value."""
    keyed: tuple[tuple[int, Table], ...]
    """The parameters whose value hangs on facts."""


def day_of(
    generated: Generated, as_of: date, side: str, stand_ins: tuple[object, ...], is_usual: Callable[[int, object], bool]
) -> Day:
    """Prepare a day."""
    layout = generated.layout
    rules = layout.program.rules
    live = frozenset(index for index, rule in enumerate(rules) if in_force(rule, as_of, side))
    judged = live - layout.deep
    unjudged = tuple(
        (index, Outcome(rule.id, Verdict.ERROR if index in live else Verdict.NOT_APPLICABLE))
        for index, rule in enumerate(rules)
        if index not in judged
    )
    users: list[list[int]] = [[] for _ in layout.facts]
    parameter_users: list[list[int]] = [[] for _ in layout.parameters]
    for index in sorted(judged):
        for of, places in zip((users, parameter_users), layout.uses[index], strict=True):
            for place in places:
                of[place].append(index)
    parameters: list[object] = [None] * len(layout.parameters)
    keyed: list[tuple[int, Table]] = []
    touched, bits = set(judged & generated.unusual), 0
    filled = list(stand_ins)
    for place, name in enumerate(layout.parameters):
        parameter = layout.program.parameters[name]
        table = table_on(parameter, layout.program, layout.facts, as_of)
        if parameter.keys:
            keyed.append((place, table))
            continue
        slot = parameters[place] = table(())
        if is_usual(place, slot):
            filled[place] = slot
        else:
            touched.update(parameter_users[place])
            bits |= layout.parameter_bit(place) if slot is None else 0
    by_fact, by_parameter = tuple(map(tuple, users)), tuple(map(tuple, parameter_users))
    return Day(unjudged, live, frozenset(touched), by_fact, by_parameter, parameters, filled, bits, tuple(keyed))
