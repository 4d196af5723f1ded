"""The compiled rules: what everyone runs. Readings become slots, generated functions judge the rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import CodeType
from typing import Any

from ..policylang import slot_arithmetic
from ..values import Money, Per, Quantity, Rate, Reading, State, Unit
from .codegen import Generated, generate, generate_rule
from .codegen_layout import Layout
from .core import Operator, Program, Sort, Type
from .days import Day, day_of
from .explanation import Explainer
from .kept_judges import Judge, KeptJudges
from .outcome import Outcome, Verdict
from .slots import MISFIT, PLAIN, TAGGED, USUAL_RATE, Lower, lowering
from .uses import RuleUse, use_of

_DAYS_KEPT = 64

_RUNTIME: dict[str, Any] = {
    **{name: each for name, each in vars(slot_arithmetic).items() if not name.startswith("_")},
    **{f"OPERATOR_{each.name}": each for each in Operator},
    **{f"STATE_{each.name}": each for each in State},
    **{f"UNIT_{each.name}": each for each in Unit},
    **{f"PER_{each.name}": each for each in Per},
    **{each.__name__: each for each in (Money, Quantity, Rate, Decimal, date)},
    "MISFIT": MISFIT,
}
"""What generated code may name beside the constants of its policy."""


Lowered = tuple[list[object], list[State], list[object], int, list[int], list[int]]
"""The slots and states of the facts; the slots with something in the place of what has no value; the bits of what has
none; the places of facts whose reading isn't usual, and of those whose value doesn't fit its type."""


@dataclass(frozen=True, slots=True)
class CompiledRules:
    """A program made to run. Build it with `compile_program`, then `evaluate` as often as there are cases."""

    program: Program
    generated: Generated
    _lower: Callable[..., tuple[list[object], list[int]]]
    _usual: Callable[..., list[Outcome]]
    _judges: Judges
    _facts: tuple[tuple[str, Lower, object, int, int], ...]
    """Of each fact its name, how it is lowered, a slot to stand in for it where it has none, its bit then, and its bits
    when it isn't applicable."""
    _stated: list[State]
    """The states of facts that are all stated."""
    _parameters: tuple[object, ...]
    """Of each parameter a slot to stand in for it."""
    _days: dict[tuple[date, str], Day] = field(default_factory=dict)
    _uses: dict[int, RuleUse] = field(default_factory=dict)

    def evaluate(self, facts: Mapping[str, Reading], as_of: date, side: str = "seller") -> tuple[Outcome, ...]:
        """The outcome of every rule, in the order of the program, for facts as of a day and a side of the contract.

        A fact that isn't in `facts` is unknown; one whose value doesn't fit its declared type makes every rule that
        uses it end `error`.
        """
        day = self._days.get((as_of, side)) or self._new_day(as_of, side)
        slots, states, filled, bits, odd, misfits = self.lower(facts)
        parameters, chosen, touched = day.parameters, day.filled, day.touched
        bits |= day.bits
        if odd:
            touched = touched.union(*[day.users[place] for place in odd])
        if day.keyed:
            parameters, chosen = parameters.copy(), chosen.copy()
            for place, table in day.keyed:
                slot = parameters[place] = chosen[place] = table(slots)
                if not self.is_usual(place, slot):
                    chosen[place] = self._parameters[place]
                    touched = touched.union(day.parameter_users[place])
                    bits |= self.generated.layout.parameter_bit(place) if slot is None else 0
        out = self._usual(filled, states, chosen, bits, as_of)
        judges = self._judges
        for index in touched:
            out[index] = judges[index](slots, states, parameters, bits, as_of)
        for index, outcome in day.unjudged:
            out[index] = outcome
        for index in day.live if misfits else ():
            out[index] = self._error(index, misfits) or out[index]
        return tuple(out)

    def lower(self, facts: Mapping[str, Reading]) -> Lowered:
        """Readings become slots."""
        slots, odd = self._lower(facts.get)
        if not odd:
            return slots, self._stated, slots, 0, odd, odd
        states, filled, bits = self._stated.copy(), slots.copy(), 0
        misfits: list[int] = []
        for place in odd:
            name, lower, filled[place], bit, inapplicable_bit = self._facts[place]
            reading = facts.get(name)
            state = State.UNKNOWN if reading is None else reading.state
            slot = lower(reading.value) if reading is not None and state is State.STATED else None
            if slot is MISFIT:
                misfits.append(place)
                slot = None
            if slot is None:
                bits |= inapplicable_bit if state is State.NOT_APPLICABLE else bit
            slots[place] = slot
            states[place] = state
        return slots, states, filled, bits, odd, misfits

    def ready(self) -> None:
        """Load what the first case would have to wait for."""
        self._judges.load()

    def keep(self) -> None:
        """Have the functions that were compiled for these cases at hand in the next process, where that can be."""
        self._judges.keep()

    def use(self, index: int) -> RuleUse:
        """The facts and parameters of a rule, by its place in the program."""
        if index not in self._uses:
            self._uses[index] = use_of(self.program.rules[index], self.program)
        return self._uses[index]

    def is_usual(self, parameter: int, slot: object) -> bool:
        """Whether a parameter's slot is one the usual function can judge by: known, and of the usual currency."""
        layout = self.generated.layout
        tag = _tag(layout.parameter_types[parameter], layout.currency)
        return slot is not None and (not isinstance(slot, tuple) or tag is None or slot[0] == tag)

    def _error(self, index: int, misfits: list[int]) -> Outcome | None:
        """The outcome of a rule that uses a value which doesn't fit its type; None when it uses none."""
        layout = self.generated.layout
        wrong = [place for place in layout.uses[index][0] if place in misfits]
        names = tuple(layout.facts)
        return (
            Outcome(self.program.rules[index].id, Verdict.ERROR, tuple(names[place] for place in wrong))
            if wrong
            else None
        )

    def _new_day(self, as_of: date, side: str) -> Day:
        if len(self._days) >= _DAYS_KEPT:
            self._days.clear()
        day = self._days[as_of, side] = day_of(self.generated, as_of, side, self._parameters, self.is_usual)
        return day


class Judges(dict[int, Callable[..., Outcome]]):
    """The function of each rule by its place, written and compiled when it is first asked for."""

    def __init__(self, layout: Layout, kept: KeptJudges | None) -> None:
        self._layout = layout
        self._explainer = Explainer(layout, {})
        self._kept = kept

    def _code(self, index: int, rule: str) -> Judge:
        found = None if self._kept is None else self._kept.get(index)
        if found is None:
            source = generate_rule(index, self._layout)
            found = compile(source.text, f"<rule {rule}>", "exec", dont_inherit=True), source.names
            if self._kept is not None:
                self._kept.add(index, found)
        return found

    def load(self) -> None:
        """Have what was compiled in earlier processes at hand."""
        if self._kept is not None:
            self._kept.load()

    def keep(self) -> None:
        """Have what was compiled since at hand in the next process."""
        if self._kept is not None:
            self._kept.keep()

    def __missing__(self, index: int) -> Callable[..., Outcome]:
        rule = self._layout.program.rules[index].id
        code, constants = self._code(index, rule)
        names = {
            "satisfied": Outcome(rule, Verdict.SATISFIED),
            "violated": Outcome(rule, Verdict.VIOLATED),
            "inapplicable": Outcome(rule, Verdict.NOT_APPLICABLE),
            "seen": self._explainer.seen.setdefault(index, {}),
            "explain": self._explainer.explain,
            "excuse": self._explainer.excuse,
        }
        judge: Callable[..., Outcome] = _run(code, constants, names)["judge"]
        self[index] = judge
        return judge


def compile_program(program: Program) -> CompiledRules:
    """Compile a checked program; compile it once and evaluate many times."""
    generated = generate(program)
    return bind(generated, compile(generated.source.text, "<rules>", "exec"))


def bind(generated: Generated, code: CodeType, kept: KeptJudges | None = None) -> CompiledRules:
    """Generated code made ready to run in this process; `kept` has the rules' own functions from others."""
    layout = generated.layout
    program = layout.program
    names: dict[str, object] = {"judges": (judges := Judges(layout, kept))}
    for index, rule in enumerate(program.rules):
        names[f"satisfied{index}"] = Outcome(rule.id, Verdict.SATISFIED)
        names[f"violated{index}"] = Outcome(rule.id, Verdict.VIOLATED)
        names[f"inapplicable{index}"] = Outcome(rule.id, Verdict.NOT_APPLICABLE)
    lowerings = tuple(lowering(type, program) for type in layout.fact_types)
    names.update({f"lower{place}": lower for place, lower in enumerate(lowerings)})
    functions = _run(code, generated.source.names, names)
    facts = tuple(
        (name, lower, _stand_in(type, layout.currency), bit := layout.bit(place), bit | layout.inapplicable_bit(place))
        for place, (name, lower, type) in enumerate(zip(layout.facts, lowerings, layout.fact_types, strict=True))
    )
    parameters = tuple(_stand_in(type, layout.currency) for type in layout.parameter_types)
    stated = [State.STATED] * len(facts)
    return CompiledRules(program, generated, functions["lower"], functions["usual"], judges, facts, stated, parameters)


def _run(code: CodeType, constants: Mapping[str, object], names: Mapping[str, object]) -> dict[str, Any]:
    """The names after the code has run."""
    found = {**_RUNTIME, **constants, **names}
    exec(code, found)
    return found


def _tag(type: Type, currency: str) -> str | None:
    """The tag the usual function takes for granted."""
    if type.sort not in TAGGED:
        return None
    return USUAL_RATE if type.sort is Sort.RATE else currency


def _stand_in(type: Type, currency: str) -> object:
    """A slot of a type, to be compared with but never judged by."""
    if type.sort in PLAIN:
        return Decimal(0)
    match type.sort:
        case Sort.MONEY | Sort.RATE:
            return (_tag(type, currency), Decimal(0))
        case Sort.DATE:
            return date.min
        case Sort.SCALE:
            return 0
        case Sort.YES_NO:
            return False
        case _:
            return ""
