"""Conditions in the words of a reader: "“credit days” is at most “longest credit days of the grade”".

A condition is an outline: one sentence, or a heading with the sentences under it, so that no reader has to count
brackets. Tests that only guard a comparison are left out: the comparison says as much.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..messages import say
from ..values import State, Value
from .core import (
    Aggregate,
    All,
    Any,
    Arithmetic,
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
    Sort,
    Type,
)
from .reasons.guards import spoken

SayValue = Callable[[Value, Type | None, Program, str], str]
"""A value of a type in the words of a language."""

_SIGNS = {Operator.PLUS: "+", Operator.MINUS: "−", Operator.TIMES: "×", Operator.OVER: "÷"}
_SUMS = (Operator.PLUS, Operator.MINUS)
_OPPOSITE = {
    Comparison.EQ: Comparison.NE,
    Comparison.NE: Comparison.EQ,
    Comparison.LT: Comparison.GE,
    Comparison.GE: Comparison.LT,
    Comparison.GT: Comparison.LE,
    Comparison.LE: Comparison.GT,
}
_FAMILY = {Sort.DATE: "date", Sort.SCALE: "kind", Sort.KINDS: "kind", Sort.TEXT: "kind"}
_COMPOUND = (All, Any, Quantified)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, or a heading with what stands under it."""

    text: str
    parts: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """Says conditions and expressions in one language."""

    program: Program
    language: str
    say_value: SayValue
    record: str = ""
    """The record whose fields are spoken of."""

    def outline(self, condition: Condition) -> Line:
        """A condition as an outline."""
        return self._outline(spoken(condition, self.program))

    def sentence(self, condition: Condition) -> str:
        """A condition in one line, with brackets where `and` and `or` meet."""
        return self._sentence(spoken(condition, self.program), "")

    def name(self, name: str) -> str:
        """The label of a fact or parameter in quotation marks, without what the label explains in brackets."""
        return self._said("name", name=short(self.label(name)))

    def label(self, name: str) -> str:
        """The whole label of a fact or parameter, else its name."""
        declared = self.program.facts.get(name) or self.program.parameters.get(name)
        return (declared.label.get(self.language) if declared else "") or name

    def expression(self, node: Expression) -> str:
        """What is compared."""
        match node:
            case Constant(value, type):
                return self.say_value(value, type, self.program, self.language)
            case FieldValue(name):
                return self._said("name", name=self._field(name))
            case Arithmetic(operator, left, right):
                first = self._operand(left, operator, last=False)
                return f"{first} {_SIGNS[operator]} {self._operand(right, operator, last=True)}"
            case Aggregate(fold, over, where, of):
                inside, folded = self._within(over), self.expression(over)
                if of is None:
                    words = self._said(fold.value, list=folded)
                else:
                    words = self._said(f"{fold.value}_of", list=folded, of=inside.expression(of))
                return words if where is None else self._said("kept", what=words, where=inside.sentence(where))
            case _:
                return self.name(node.name)

    def _operand(self, node: Expression, around: Operator, *, last: bool) -> str:
        words = self.expression(node)
        if not isinstance(node, Arithmetic):
            return words
        adds, adds_around = node.operator in _SUMS, around in _SUMS
        loose = (adds and not adds_around) or (last and adds is adds_around)
        return self._said("bracket", what=words) if loose else words

    def _field(self, name: str) -> str:
        record = self.program.records.get(self.record)
        label = record.labels.get(name) if record is not None else None
        return (label.get(self.language) if label is not None else "") or name.replace("_", " ")

    def _within(self, over: Expression) -> Words:
        """The words inside a condition on the records of a list."""
        return replace(self, record=over.type.of.name if over.type.of is not None else "")

    def _outline(self, node: Condition) -> Line:
        match node:
            case Not(All(parts)):
                return self._headed("not_all_of", parts)
            case Not(Any(parts)):
                return self._headed("none_of", parts)
            case Not(Quantified(every, over, where)):
                return self._over("not_each" if every else "no_one", over, where)
            case All(parts) if parts:
                return self._headed("all_of", parts)
            case Any(parts) if parts:
                return self._headed("any_of", parts)
            case Quantified(every, over, where):
                return self._over("each" if every else "some", over, where)
            case _:
                return Line(self._sentence(node, ""))

    def _headed(self, key: str, parts: Sequence[Condition]) -> Line:
        kind = All if key in ("all_of", "not_all_of") else Any
        return Line(self._said(key), tuple(self._outline(part) for part in _flat(parts, kind)))

    def _over(self, key: str, over: Expression, where: Condition) -> Line:
        parts = _flat((where,), All)
        inside = self._within(over)
        return Line(self._said(key, list=self.expression(over)), tuple(inside._outline(part) for part in parts))

    def _sentence(self, node: Condition, negated: str) -> str:
        match node:
            case Not(Quantified(every, over, where)):
                key = "not_each_line" if every else "no_one_line"
                return self._said(key, list=self.expression(over), what=self._within(over)._part(where))
            case Not(All() | Any() as part):
                return self._said("not_this", what=self._part(part))
            case Not(part):
                return self._atom(part, "not_")
            case All(()):
                return self._said("always")
            case Any(()):
                return self._said("never")
            case All(parts):
                return self._said("and").join(self._part(part) for part in parts)
            case Any(parts):
                return self._said("or").join(self._part(part) for part in parts)
            case Quantified(every, over, where):
                key = "each_line" if every else "some_line"
                return self._said(key, list=self.expression(over), what=self._within(over)._part(where))
            case _:
                return self._atom(node, negated)

    def _part(self, node: Condition) -> str:
        words = self._sentence(node, "")
        return self._said("bracket", what=words) if isinstance(node, _COMPOUND) else words

    def _atom(self, node: Condition, negated: str) -> str:
        match node:
            case Compare(sign, left, right):
                family = _FAMILY.get(left.type.sort, "amount")
                sign = _OPPOSITE[sign] if negated else sign
                key = f"{family}_{sign.name.lower()}"
                return self._said(key, left=self.expression(left), right=self.expression(right))
            case SaysYes(subject, yes):
                return self._said(f"{negated}{'yes' if yes else 'no'}", what=self.expression(subject))
            case Present(subject):
                return self._said(f"{negated}present", what=self.expression(subject))
            case HasState(subject, state):
                return self._said(f"{negated}{_STATES[state]}", what=self.expression(subject))
            case OneOf(subject, members):
                return self._one_of(subject, members, negated)
            case Contains(subject, member):
                return self._said(f"{negated}contains", what=self.expression(subject), member=self.expression(member))
            case _:
                return self._sentence(node, negated)

    def _one_of(self, subject: Expression, members: Sequence[Constant], negated: str) -> str:
        what, *listed = self.expression(subject), *(self.expression(member) for member in members)
        if len(listed) == 1:
            return self._said("kind_ne" if negated else "kind_eq", left=what, right=listed[0])
        last = self._said("nor_last" if negated else "or_last")
        joined = self._said("listed").join(listed[:-1]) + last + listed[-1]
        return self._said(f"{negated}one_of", what=what, members=joined)

    def _said(self, key: str, **values: str) -> str:
        return say(f"words.{key}", self.language, tuple(values.items()))


def _flat(parts: Sequence[Condition], kind: type[All] | type[Any]) -> Iterator[Condition]:
    """The parts of a joint, those of joints of the same kind inside it among them."""
    for part in parts:
        if isinstance(part, kind):
            yield from _flat(part.parts, kind)
        else:
            yield part


def short(label: str) -> str:
    """A label without what it explains in brackets."""
    cuts = [label.index(bracket) for bracket in ("(", "（") if bracket in label[1:]]
    return label[: min(cuts, default=len(label))].strip()


_STATES = {
    State.STATED: "stated",
    State.ABSENT: "absent",
    State.UNKNOWN: "unknown",
    State.NOT_APPLICABLE: "not_applicable",
}
