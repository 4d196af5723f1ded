"""Conditions: each comparison between types that meet, each name resolved."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ..policylang import core, tree, types
from ..values import Money, Per, Quantity, Rate, State, Unit, Value
from .core import Comparison, Sort, Type
from .expressions import Expressions, restate, type_values
from .literals import write_literal
from .tree import Name

_STATES = {
    "stated": State.STATED,
    "absent": State.ABSENT,
    "unknown": State.UNKNOWN,
    "inapplicable": State.NOT_APPLICABLE,
}


@dataclass(frozen=True, slots=True)
class Conditions:
    """Checks conditions; None means a problem was reported."""

    values: Expressions

    def check(self, node: tree.Condition) -> core.Condition | None:
        """A condition, resolved and typed."""
        span = self.values.desk.span(node.place)
        match node:
            case tree.And(parts) | tree.Or(parts):
                found = [self.check(part) for part in parts]
                kept = tuple(part for part in found if part is not None)
                if len(kept) < len(found):
                    return None
                return core.All(kept, span) if isinstance(node, tree.And) else core.Any(kept, span)
            case tree.Negation(part):
                inner = self.check(part)
                return core.Not(inner, span) if inner else None
            case tree.Comparison():
                return self._compare(node)
            case tree.StateTest():
                return self._negated(self._state(node), node.negated)
            case tree.Membership():
                return self._negated(self._membership(node), node.negated)
            case tree.Containment():
                return self._containment(node)
            case tree.Quantifier():
                return self._quantifier(node)

    @staticmethod
    def _negated(condition: core.Condition | None, negated: bool) -> core.Condition | None:
        return core.Not(condition, condition.span) if condition and negated else condition

    def _compare(self, node: tree.Comparison) -> core.Condition | None:
        desk = self.values.desk
        left, right = self.values.pair(node.left, node.right)
        if left is None or right is None:
            return None
        operator, span = Comparison(node.operator), desk.span(node.place)
        left, right = restate(left, right.type), restate(right, left.type)
        if types.comparable(operator, left.type, right.type):
            if self.values.other_currency(left, right):
                self.values.unit_error("E303", span, left, right)
                return None
            if left.type.sort is Sort.YES_NO and isinstance(right, core.Constant):
                desk.report("E312", node.place, ("name", self._written(node.left)))
                return None
            return core.Compare(operator, left, right, span)
        self._incomparable(node, left, right)
        return None

    def _incomparable(self, node: tree.Comparison, left: core.Expression, right: core.Expression) -> None:
        desk, span = self.values.desk, self.values.desk.span(node.place)
        described = type_values(left=left.type, right=right.type)
        if left.type == right.type:
            key = "E309" if left.type.sort in (Sort.LIST, Sort.RECORD) else "E308"
            desk.report(key, node.place, ("operator", node.operator), *described)
            return
        for number, other in ((left, right), (right, left)):
            if isinstance(number, core.Constant) and number.type == types.NUMBER and _has_unit(other.type):
                assert isinstance(number.value, Quantity)
                written = (("number", f"{number.value.amount:f}"), *_samples(number.value.amount, other.type))
                self.values.unit_error("E313", span, left, right, *written, *type_values(wanted=other.type))
                return
            if isinstance(number, core.Constant) and (number.type.sort, other.type.sort) == (Sort.PERCENT, Sort.RATE):
                assert isinstance(number.value, Quantity)
                self.values.unit_error("E324", span, left, right, ("percent", f"{number.value.amount:f}%"))
                return
        self.values.unit_error("E301", span, left, right, *described)

    def _written(self, node: tree.Expression) -> str:
        return node.text if isinstance(node, Name) else "…"

    def _state(self, node: tree.StateTest) -> core.Condition | None:
        span = self.values.desk.span(node.place)
        if node.test in ("yes", "no"):
            answer = self.values.value(node.subject)
            if answer is None:
                return None
            if answer.type.sort is not Sort.YES_NO:
                name = ("name", self._written(node.subject))
                self.values.desk.report("E314", node.place, name, *type_values(is_=answer.type))
                return None
            return core.SaysYes(answer, node.test == "yes", span)
        subject = self.values.subject(node.subject)
        if subject is None:
            return None
        if node.test == "present":
            return core.Present(subject, span)
        return core.HasState(subject, _STATES[node.test], span)

    def _membership(self, node: tree.Membership) -> core.Condition | None:
        subject = self.values.value(node.subject)
        if subject is None:
            return None
        if subject.type.sort in (Sort.LIST, Sort.RECORD, Sort.YES_NO):
            self.values.desk.report("E315", node.place, ("name", node.subject.text), *type_values(is_=subject.type))
            return None
        members = [self._constant(member, subject.type) for member in node.members]
        kept = tuple(member for member in members if member is not None)
        if len(kept) < len(members):
            return None
        return core.OneOf(subject, kept, self.values.desk.span(node.place))

    def _constant(self, node: tree.Expression, kind: Type) -> core.Constant | None:
        found = self.values.value(node, kind)
        if found is None:
            return None
        if not isinstance(found, core.Constant):
            self.values.desk.report("E316", node.place, ("name", self._written(node)))
            return None
        found = restate(found, kind)
        if found.type != kind:
            self.values.desk.report("E317", node.place, *type_values(found=found.type, wanted=kind))
            return None
        return found

    def _containment(self, node: tree.Containment) -> core.Condition | None:
        if not isinstance(node.subject, Name):
            self.values.desk.report("E318", node.subject.place)
            return None
        subject = self.values.list_of(node.subject, records=False)
        if subject is None or subject.type.of is None:
            return None
        member = self.values.value(node.member, subject.type.of)
        if member is None:
            return None
        if member.type != subject.type.of:
            described = type_values(found=member.type, wanted=subject.type.of)
            self.values.desk.report("E317", node.member.place, *described)
            return None
        return core.Contains(subject, member, self.values.desk.span(node.place))

    def _quantifier(self, node: tree.Quantifier) -> core.Condition | None:
        over = self.values.list_of(node.over, records=True)
        if over is None or over.type.of is None:
            return None
        self.values.variables.append((node.variable.text, self.values.names.records[over.type.of.name]))
        where = self.check(node.where)
        self.values.variables.pop()
        return core.Quantified(node.every, over, where, self.values.desk.span(node.place)) if where else None


def _samples(amount: Decimal, kind: Type) -> tuple[tuple[str, str], ...]:
    """A number with the unit it needs, as each spelling writes it."""
    value: Value
    match kind.sort:
        case Sort.MONEY:
            value = Money(amount, "CNY")
        case Sort.RATE:
            value = Rate(amount, Per.YEAR)
        case sort:
            value = Quantity(amount, Unit(sort.value))
    return tuple((f"sample_{language}", write_literal(value, language)) for language in ("en", "zh"))


def _has_unit(kind: Type) -> bool:
    return kind.sort in types.ORDERED and kind.sort not in (Sort.NUMBER, Sort.DATE, Sort.SCALE)
