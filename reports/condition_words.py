"""Conditions in a reader's words: labels for names, "at least one of" for `any`."""

from __future__ import annotations

from dataclasses import dataclass

from ..checker.value_words import value_words
from ..messages import catalogue, say
from ..policylang.core import (
    Aggregate,
    All,
    Among,
    Any,
    Anything,
    Arithmetic,
    Between,
    Cell,
    Compare,
    Comparison,
    Condition,
    Constant,
    Contains,
    Expression,
    FieldValue,
    HasState,
    Not,
    OneOf,
    Operator,
    Present,
    Program,
    Quantified,
    SaysYes,
    Type,
)
from ..policylang.reasons.changes import CONTRARY
from ..policylang.reasons.guards import spoken
from ..values import Record, State, Value

SIGNS = {Comparison.EQ: "=", Comparison.NE: "≠", Comparison.LE: "≤", Comparison.GE: "≥"}
_CALCULATED = {Operator.TIMES: "×", Operator.OVER: "÷"}
_BRACKETS = ("(", "（")


@dataclass(frozen=True, slots=True)
class ConditionWords:
    """Says conditions in one language."""

    program: Program
    language: str

    def say(self, key: str, **values: str) -> str:
        """A message of this report."""
        return say(key, self.language, tuple(values.items()))

    def label(self, name: str) -> str:
        """The label of a fact or parameter, else its name."""
        declared = self.program.facts.get(name) or self.program.parameters.get(name)
        return (declared.label.get(self.language) if declared else "") or name

    def short(self, name: str) -> str:
        """The label without what it explains in brackets."""
        label = self.label(name)
        cuts = [label.index(bracket) for bracket in _BRACKETS if bracket in label[1:]]
        return label[: min(cuts, default=len(label))].strip()

    def value(self, value: Value, type: Type | None) -> str:
        """A value; of a list of records how many there are."""
        if isinstance(value, tuple) and value and all(isinstance(each, Record) for each in value):
            return self.say("why.items", count=str(len(value)))
        words = value_words(value, type, self.program, self.language)
        return words if words else self.say("why.empty")

    def cell(self, cell: Cell, type: Type) -> str:
        """What a cell of a table takes."""
        match cell:
            case Anything():
                return self.say("why.any_cell")
            case Among(members):
                return self.say("why.or").join(self.value(each, type) for each in members)
            case Between(low, low_open, high, high_open):
                bounds = ((">" if low_open else "≥", low), ("<" if high_open else "≤", high))
                told = (f"{sign} {self.value(bound, type)}" for sign, bound in bounds if bound is not None)
                return self.say("why.and").join(told)
            case _:
                return self.value(cell, type)

    def field(self, name: str) -> str:
        """The label of a record's field; records that share a field's name share its label."""
        labels = (
            record.labels[name].get(self.language) for record in self.program.records.values() if name in record.labels
        )
        key = f"report.field_{name}"
        return next(filter(None, labels), "") or (self.say(key) if key in catalogue() else name.replace("_", " "))

    def expression(self, node: Expression) -> str:
        """An expression."""
        match node:
            case Constant(value, type):
                return self.value(value, type)
            case FieldValue(name):
                return self.field(name)
            case Arithmetic(operator, left, right):
                sign = _CALCULATED.get(operator, operator.value)
                return f"{self._operand(left)} {sign} {self._operand(right)}"
            case Aggregate(fold, over, where, of):
                values = {"list": self.expression(over), "of": self.expression(of) if of is not None else ""}
                key = f"why.{fold.value}_of" if of is not None else f"why.{fold.value}"
                words = self.say(key, **values)
                return words if where is None else self.say("why.kept", what=words, where=self.condition(where))
            case _:
                return self.short(node.name)

    def _operand(self, node: Expression) -> str:
        words = self.expression(node)
        return f"({words})" if isinstance(node, Arithmetic) else words

    def condition(self, node: Condition) -> str:
        """A condition in one line, without guards."""
        return self._written(spoken(node, self.program))

    def _written(self, node: Condition) -> str:
        match node:
            case Not(part) if isinstance(part, All | Any | Quantified):
                return self.say("why.not", what=self._part(part))
            case Not(part):
                return self._leaf(part, "not_")
            case All(parts):
                return self.say("why.and").join(self._part(part) for part in parts)
            case Any(parts):
                return self.say("why.or").join(self._part(part) for part in parts)
            case Quantified(every, over, where):
                key = "why.every_where" if every else "why.some_where"
                return self.say(key, list=self.expression(over), where=self._written(where))
            case _:
                return self._leaf(node, "")

    def head(self, node: Condition) -> str:
        """What stands above the records of a list."""
        match node:
            case Quantified(every, over):
                return self.say("why.every" if every else "why.some", list=self.expression(over))
            case _:
                return self.condition(node)

    def _part(self, node: Condition) -> str:
        words = self._written(node)
        return self.say("why.group", what=words) if isinstance(node, All | Any) else words

    def _leaf(self, node: Condition, negated: str) -> str:
        match node:
            case Compare(sign, left, right):
                shown = CONTRARY[sign] if negated else sign
                return f"{self.expression(left)} {SIGNS.get(shown, shown.value)} {self.expression(right)}"
            case SaysYes(subject, yes):
                return self.say(f"why.{negated}{'yes' if yes else 'no'}", what=self.expression(subject))
            case Present(subject):
                return self.say(f"why.{negated}present", what=self.expression(subject))
            case HasState(subject, state):
                return self.say(f"why.{negated}{_STATES[state]}", what=self.expression(subject))
            case OneOf(subject, members):
                listed = self.say("report.comma").join(self.expression(member) for member in members)
                key = f"why.{negated}one_of" if len(members) > 1 else f"why.{negated}equal"
                return self.say(key, what=self.expression(subject), members=listed)
            case Contains(subject, member):
                return self.say(f"why.{negated}contains", what=self.expression(subject), member=self.expression(member))
            case _:
                return self._written(node)


_STATES = {
    State.STATED: "stated",
    State.ABSENT: "absent",
    State.UNKNOWN: "unknown",
    State.NOT_APPLICABLE: "inapplicable",
}
