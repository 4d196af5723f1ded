"""The compiled rules: what everyone runs. Readings become slots, one generated function judges every rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ..values import Reading, State
from .codegen import Generated, generate
from .core import Program
from .explanation import Explainer
from .outcome import Outcome, Verdict
from .scope import in_force
from .slot_tables import Table, table_on
from .slots import MISFIT, Lower, lowering
from .traversal import facts_of, too_deep
from .uses import RuleUse, use_of

_DAYS_KEPT = 64


@dataclass(frozen=True, slots=True)
class _Day:
    """What depends on the as-of date and the side alone."""

    live: tuple[bool, ...]
    out: tuple[Outcome, ...]
    """The outcomes before any rule is judged."""
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class CompiledRules:
    """A program made to run. Build it with `compile_program`, then `evaluate` as often as there are cases."""

    program: Program
    generated: Generated
    _judge: Callable[..., list[Outcome]]
    _lowerings: tuple[tuple[str, Lower, int], ...]
    _users: Mapping[int, tuple[int, ...]]
    """The rules that use a fact, by their places."""
    _explainer: Explainer
    _days: dict[tuple[date, str], _Day] = field(default_factory=dict)
    _uses: dict[int, RuleUse] = field(default_factory=dict)

    def evaluate(self, facts: Mapping[str, Reading], as_of: date, side: str = "seller") -> tuple[Outcome, ...]:
        """The outcome of every rule, in the order of the program, for facts as of a day and a side of the contract.

        A fact that isn't in `facts` is unknown; one whose value doesn't fit its declared type makes every rule that
        uses it end `error`.
        """
        day = self._day(as_of, side)
        slots, states, unknown, misfits = self.lower(facts)
        parameters = [table(slots) for table in day.tables]
        case = self._explainer.case(states, parameters, unknown, as_of)
        out = self._judge(slots, states, parameters, unknown, day.live, list(day.out), case.explain, case.excuse)
        for index in {index for place in misfits for index in self._users[place]}:
            if day.live[index]:
                out[index] = self._error(index, misfits)
        return tuple(out)

    def use(self, index: int) -> RuleUse:
        """The facts and parameters of a rule, by its place in the program."""
        if index not in self._uses:
            self._uses[index] = use_of(self.program.rules[index], self.program)
        return self._uses[index]

    def lower(self, facts: Mapping[str, Reading]) -> tuple[list[object], list[State], int, list[int]]:
        """The slots and states of the facts the rules use, a bit for each without value, the places of misfits."""
        slots: list[object] = []
        states: list[State] = []
        unknown = 0
        misfits: list[int] = []
        for name, lower, bit in self._lowerings:
            reading = facts.get(name)
            state = State.UNKNOWN if reading is None else reading.state
            slot = None
            if reading is not None and state is State.STATED:
                slot = lower(reading.value)
                if slot is MISFIT:
                    slot = None
                    misfits.append(len(slots))
            if slot is None:
                unknown |= bit
            slots.append(slot)
            states.append(state)
        return slots, states, unknown, misfits

    def _error(self, index: int, misfits: Sequence[int]) -> Outcome:
        rule, places = self.program.rules[index], self.generated.layout.facts
        names = tuple(fact.name for fact in facts_of(rule, self.program) if places[fact.name][0] in misfits)
        return Outcome(rule.id, Verdict.ERROR, names)

    def _day(self, as_of: date, side: str) -> _Day:
        key = (as_of, side)
        if key not in self._days:
            if len(self._days) >= _DAYS_KEPT:
                self._days.clear()
            self._days[key] = self._new_day(as_of, side)
        return self._days[key]

    def _new_day(self, as_of: date, side: str) -> _Day:
        rules = self.program.rules
        live = tuple(in_force(rule, as_of, side) for rule in rules)
        out = tuple(
            Outcome(rule.id, Verdict.ERROR if on and too_deep(rule, self.program) else Verdict.NOT_APPLICABLE)
            for rule, on in zip(rules, live, strict=True)
        )
        layout = self.generated.layout
        places = {name: place for name, (place, _) in layout.facts.items()}
        tables = tuple(
            table_on(self.program.parameters[name], self.program, places, as_of) for name in layout.parameters
        )
        return _Day(live, out, tables)


def compile_program(program: Program) -> CompiledRules:
    """Compile a checked program; compile it once and evaluate many times."""
    generated = generate(program)
    rules = program.rules
    names: dict[str, Any] = {
        **generated.names,
        "satisfied": tuple(Outcome(rule.id, Verdict.SATISFIED) for rule in rules),
        "violated": tuple(Outcome(rule.id, Verdict.VIOLATED) for rule in rules),
    }
    exec(compile(generated.source, "<rules>", "exec"), names)
    facts = generated.layout.facts
    lowerings = tuple((name, lowering(type, program), 1 << place) for name, (place, type) in facts.items())
    users = {
        place: tuple(index for index, mask in enumerate(generated.masks) if mask >> place & 1)
        for place, _ in facts.values()
    }
    return CompiledRules(program, generated, names["judge"], lowerings, users, Explainer(generated))
