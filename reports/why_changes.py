"""Changes that would turn a verdict, in a reader's words: what to write, and what it is now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..facts.fact import Fact
from ..policylang.core import Comparison, Source
from ..policylang.reasons.model import Aim, Change, Plan
from ..values import Reading, Record, State, Value
from .condition_words import SIGNS, ConditionWords
from .names import state_words


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """Says changes in one language."""

    words: ConditionWords

    def plan(self, plan: Plan) -> tuple[str, ...]:
        """The changes of a plan, a line each, after the exception they prove."""
        lines = [self.change(change) for change in plan.changes]
        joined = [lines[0], *(self.words.say("why.also", what=line) for line in lines[1:])]
        if plan.exception:
            joined[0] = self.words.say("why.prove", name=plan.exception, what=joined[0])
        return tuple(joined)

    def change(self, change: Change) -> str:
        """A change: what is to stand there, what stands there now, and where the fact comes from."""
        adds = change.aim is Aim.WITH and change.where is not None
        now = "" if adds else self.words.say("why.now", now=self._now(change))
        return f"{self._wish(change)}{now}{self._source(change)}"

    def _wish(self, change: Change) -> str:
        subject = self.subject(change)
        where = self.words.condition(change.where) if change.where is not None else ""
        members = self.words.say("why.or").join(self._value(change, each) for each in change.values)
        match change.aim:
            case Aim.VALUE if change.values == (True,) and self._source_of(change) is Source.CONTRACT:
                return self.words.say("why.say_so", what=subject)
            case Aim.VALUE if change.sign is Comparison.EQ:
                return self.words.say("why.to", what=subject, value=members)
            case Aim.VALUE:
                return f"{subject} {SIGNS.get(change.sign, change.sign.value)} {members}"
            case Aim.STATED:
                return self.words.say(
                    "why.state_record" if self._source_of(change) is Source.CASE else "why.state", what=subject
                )
            case Aim.STRUCK:
                return self.words.say("why.strike", what=subject)
            case Aim.WITH if change.where is not None:
                key = "why.add" if change.holds else "why.add_without"
                return self.words.say(key, list=subject, where=where)
            case Aim.WITH:
                return self.words.say("why.contains", what=subject, member=members)
            case Aim.WITHOUT if change.slot.records:
                return self.words.say("why.strike", what=subject)
            case Aim.WITHOUT:
                return self.words.say("why.not_contains", what=subject, member=members)
            case Aim.COUNT:
                count = self.words.say("why.count", list=subject)
                return f"{count} {SIGNS.get(change.sign, change.sign.value)} {self.words.value(change.values[0], None)}"
            case Aim.EACH:
                key = "why.state_each" if change.holds else "why.state_none"
                return self.words.say(key, list=subject, where=where)

    def subject(self, change: Change) -> str:
        """The fact, or the field of some records of a list."""
        slot = change.slot
        name = self.words.short(slot.fact)
        if not slot.records:
            return name
        numbers = self.words.say("report.comma").join(str(each + 1) for each in slot.records)
        records = self.words.say("why.records", list=name, numbers=numbers)
        return (
            self.words.say("why.field", records=records, field=self.words.field(slot.field)) if slot.field else records
        )

    def _value(self, change: Change, value: Value) -> str:
        type = change.slot.type
        return self.words.value(value, type.of if isinstance(value, Record) or change.aim is not Aim.VALUE else type)

    def _now(self, change: Change) -> str:
        slot = change.slot
        if slot.records and not slot.field:
            listed = change.now.value if isinstance(change.now.value, tuple) else ()
            told = (self.words.value(listed[each], slot.type.of) for each in slot.records)
            return self.words.say("why.semicolon").join(told)
        if slot.field and change.now.value is None:
            return self.words.say("why.not_said")
        return self._reading(change.now, change)

    def _reading(self, reading: Reading, change: Change) -> str:
        if reading.state is State.STATED and reading.value is not None:
            return self.words.value(reading.value, change.slot.type)
        if isinstance(reading, Fact):
            return state_words(reading, self.words.language)
        return self.words.say(f"report.state_{reading.state.value}")

    def _source_of(self, change: Change) -> Source:
        declared = self.words.program.facts.get(change.slot.fact)
        return declared.source if declared is not None else Source.CONTRACT

    def _source(self, change: Change) -> str:
        match self._source_of(change):
            case Source.CASE:
                return self.words.say("why.in_case")
            case Source.DERIVED:
                return self.words.say("why.derived")
            case Source.CONTRACT:
                return ""


def names_of(plan: Plan) -> Iterator[str]:
    """The names of what a plan changes, as a policy writes them."""
    for change in plan.changes:
        yield f"{change.slot.fact}.{change.slot.field}" if change.slot.field else change.slot.fact
