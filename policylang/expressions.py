"""Values in conditions: names resolved, units checked, each expression given its type.

A method returns None when it has reported a problem; what is built on it then reports nothing more.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TypeVar

from ..policylang import core, tree, types
from ..values import Money
from .core import Operator, Sort, Span, Type
from .resolve import Desk, Vocabulary, nearest
from .tree import Name
from .working_days import calendar_names

Written = TypeVar("Written", bound=core.Expression)


def type_values(**described: Type) -> tuple[tuple[str, str], ...]:
    """Types for a message, in both languages: `left=` fills {left_en} and {left_zh}."""
    return tuple(
        (f"{prefix}_{language}", types.describe(kind, language))
        for prefix, kind in described.items()
        for language in ("en", "zh")
    )


def type_note(kind: Type) -> str:
    """The label of a place that shows a value of this type."""
    return f"note.type.{kind.sort.value}"


def restate(written: Written, kind: Type) -> Written:
    """A written duration in the unit of another type where arithmetic fixes the measure; else as it is."""
    if not isinstance(written, core.Constant) or written.type == kind:
        return written
    value = types.restated(written.value, kind)
    return written if value is None else replace(written, value=value, type=kind)


@dataclass(slots=True)
class Expressions:
    """Checks the values of one file's conditions."""

    names: Vocabulary
    desk: Desk
    variables: list[tuple[str, core.RecordType]] = field(default_factory=list)
    """What `any`, `all` and the folds around run over, the innermost last."""

    def value(self, node: tree.Expression, expected: Type | None = None) -> core.Expression | None:
        """A value; `expected` is the type of the other side, in whose members a bare word is looked for."""
        match node:
            case Name():
                return self._name(node, expected)
            case tree.String():
                return self._string(node, expected)
            case tree.Literal():
                return self._literal(node)
            case tree.Chain():
                return self._chain(node)
            case tree.Fold():
                return self._fold(node)

    def pair(
        self, left: tree.Expression, right: tree.Expression
    ) -> tuple[core.Expression | None, core.Expression | None]:
        """Two values that meet; a member's bare name takes its type from the other side."""
        if isinstance(left, Name) and not self.is_value(left) and not isinstance(right, tree.Literal):
            second = self.value(right)
            return (self.value(left, second.type) if second else None), second
        first = self.value(left)
        return first, (self.value(right, first.type) if first else None)

    def is_value(self, name: Name) -> bool:
        """Whether a name stands for a fact, a parameter or a field."""
        text = name.text
        known = text in self.names.aliases or self.names.parameter(text) is not None
        return known or self._variable(text) is not None

    def subject(self, node: tree.Expression) -> core.FactValue | core.FieldValue | None:
        """What a state is asked of: a fact, or a field of a record."""
        found = self.value(node)
        if found is None or isinstance(found, core.FactValue | core.FieldValue):
            return found
        self.desk.report("E310", node.place)
        return None

    # --- names ---

    def _variable(self, text: str) -> tuple[int, str] | None:
        head, _, rest = text.partition(".")
        for depth, (name, _record) in enumerate(reversed(self.variables)):
            if name == head:
                return depth, rest
        return None

    def _name(self, node: Name, expected: Type | None) -> core.Expression | None:
        span = self.desk.span(node.place)
        if expected is not None and expected.sort in types.NAMED:
            member = self.names.member(expected, node.text)
            if member is not None:
                return core.Constant(member, expected, span)
        variable = self._variable(node.text)
        if variable is not None:
            return self._field(node, *variable)
        fact = self.names.fact(node.text)
        if node.text in self.names.broken or (fact is not None and fact.name in self.names.broken):
            return None
        if fact is not None:
            return core.FactValue(fact.name, fact.type, span)
        parameter = self.names.parameter(node.text)
        if parameter is not None:
            return core.ParameterValue(parameter.name, parameter.type, span)
        if expected is not None and expected.sort in types.NAMED and "." not in node.text:
            self.not_a_member(node, expected)
        else:
            self.desk.unknown("E201", node, self.names.near(node.text, self._fields()))
        return None

    def _fields(self) -> list[str]:
        return [f"{name}.{each}" for name, record in self.variables for each, _ in record.fields]

    def not_a_member(self, node: Name, kind: Type) -> None:
        """Report a word that is no member of a scale or of kinds."""
        labels = self.names.labels.get(kind.name, {})
        members = ", ".join(self.names.members[kind.name].members) if kind.name in self.names.members else ""
        near = nearest(node.text, labels)
        self.desk.unknown("E202", node, near, ("type", kind.name), ("members", members))

    def _field(self, node: Name, depth: int, written: str) -> core.Expression | None:
        name, record = self.variables[-1 - depth]
        if depth:
            self.desk.report("E216", node.place, ("name", node.text), ("variable", self.variables[-1][0]))
            return None
        written = self.names.labels.get(record.name, {}).get(written, written)
        found = dict(record.fields).get(written)
        if record.name in self.names.broken:
            return None
        if found is not None:
            return core.FieldValue(written, found, self.desk.span(node.place))
        fields = [each for each, _ in record.fields]
        near = nearest(written, fields)
        shown = Name(written or name, node.place)
        self.desk.unknown("E204", shown, near, ("record", record.name), ("fields", ", ".join(fields)))
        return None

    # --- literals ---

    def _string(self, node: tree.String, expected: Type | None) -> core.Expression | None:
        if expected is not None and expected.sort in types.NAMED:
            self.desk.report("E311", node.place, ("text", node.text), ("type", expected.name))
            return None
        return core.Constant(node.text, types.TEXT, self.desk.span(node.place))

    def _literal(self, node: tree.Literal) -> core.Constant | None:
        if node.value is None:
            self.desk.report("E126", node.place, ("text", node.text))
            return None
        return core.Constant(node.value, types.of_value(node.value), self.desk.span(node.place))

    # --- arithmetic and folds ---

    def _chain(self, node: tree.Chain) -> core.Expression | None:
        total = self.value(node.operands[0])
        for sign, operand in zip(node.operators, node.operands[1:], strict=True):
            right = self.value(operand)
            if total is None or right is None:
                return None
            total = self._arithmetic(Operator(sign), total, right)
        return total

    def _arithmetic(self, operator: Operator, left: core.Expression, right: core.Expression) -> core.Arithmetic | None:
        kind = types.arithmetic(operator, left.type, right.type)
        whole = Span(left.span.path, left.span.line, left.span.column, right.span.end_line, right.span.end_column)
        if kind is None:
            values = (("operator", operator.value), *type_values(left=left.type, right=right.type))
            self.unit_error("E302", whole, left, right, *values)
            return None
        if operator in (Operator.PLUS, Operator.MINUS) and self.other_currency(left, right):
            self.unit_error("E303", whole, left, right)
            return None
        if Sort.WORKING_DAYS is right.type.sort and left.type.sort is Sort.DATE:
            if not self.desk.calendar:
                self.desk.add("E325", whole, (("calendars", ", ".join(calendar_names())),))
                return None
            return core.Arithmetic(operator, left, right, kind, whole, self.desk.calendar)
        return core.Arithmetic(operator, left, right, kind, whole)

    def other_currency(self, left: core.Expression, right: core.Expression) -> bool:
        """Whether two literals are money of different currencies."""
        match left, right:
            case core.Constant(value=Money(_, one)), core.Constant(value=Money(_, two)):
                return one != two
        return False

    def unit_error(
        self, key: str, whole: Span, left: core.Expression, right: core.Expression, *values: tuple[str, str]
    ) -> None:
        """Report two types that don't meet, and show both places."""
        related = ((type_note(left.type), left.span), (type_note(right.type), right.span))
        self.desk.add(key, whole, values, related)

    def _fold(self, node: tree.Fold) -> core.Expression | None:
        fold = core.Fold(node.fold)
        span = self.desk.span(node.place)
        if node.over is None:
            over = self.list_of(node.subject, records=None)
            if over is None or over.type.of is None:
                return None
            kind = self._folded(fold, over.type.of, node)
            return core.Aggregate(fold, over, None, None, kind, span) if kind else None
        over = self.list_of(node.over, records=True)
        if over is None or over.type.of is None:
            return None
        from .conditions import Conditions

        variable = node.subject.text.partition(".")[0]
        self.variables.append((variable, self.names.records[over.type.of.name]))
        where = Conditions(self).check(node.where) if node.where is not None else None
        of = None if fold is core.Fold.COUNT else self.value(node.subject)
        self.variables.pop()
        if (node.where is not None and where is None) or (fold is not core.Fold.COUNT and of is None):
            return None
        kind = self._folded(fold, of.type if of else over.type.of, node)
        return core.Aggregate(fold, over, where, of, kind, span) if kind else None

    def _folded(self, fold: core.Fold, of: Type, node: tree.Fold) -> Type | None:
        kind = types.folded(fold, of)
        if kind is None:
            self.desk.report("E304", node.subject.place, ("fold", fold.value), *type_values(of=of))
        return kind

    def list_of(self, name: Name, records: bool | None) -> core.FactValue | None:
        """A fact that is a list; of records, of plain values, or (None) either."""
        fact = self.names.fact(name.text)
        if name.text in self.names.broken or (fact is not None and fact.name in self.names.broken):
            return None
        if fact is None:
            known = [each.name for each in self.names.facts.values() if each.type.sort is Sort.LIST]
            self.desk.unknown("E205", name, nearest(name.text, known))
            return None
        of = fact.type.of
        if of is None:
            self.desk.report("E305", name.place, ("name", name.text), *type_values(is_=fact.type))
            return None
        if records is not None and records is not (of.sort is Sort.RECORD):
            self.desk.report("E306" if records else "E307", name.place, ("name", name.text), *type_values(of=of))
            return None
        return core.FactValue(fact.name, fact.type, self.desk.span(name.place))
