"""Conditions and expressions as Python over slots, in three values where something may be unknown."""

from __future__ import annotations

from ..values import State
from .codegen_operators import arithmetic, comparison, folded, guarded
from .codegen_writer import NEVER_KNOWN, Code, Writer
from .core import (
    Aggregate,
    All,
    Any,
    Arithmetic,
    Compare,
    Condition,
    Constant,
    Contains,
    Expression,
    FactValue,
    FieldValue,
    Fold,
    HasState,
    Not,
    OneOf,
    ParameterValue,
    Present,
    Quantified,
    RecordType,
    SaysYes,
    Sort,
)
from .slots import MISFIT, TAGGED, lowering


def condition(node: Condition, writer: Writer) -> Code:
    """The Python of a condition; every part of it is written before."""
    match node:
        case All(parts):
            return _joined([condition(part, writer) for part in parts], writer, every=True)
        case Any(parts):
            return _joined([condition(part, writer) for part in parts], writer, every=False)
        case Not(part):
            code = writer.atom(condition(part, writer))
            return guarded(Code(f"not {code.text}", False), code)
        case Compare(operator, left, right):
            one, other = writer.atom(expression(left, writer)), writer.atom(expression(right, writer))
            return writer.leaf(comparison(operator, left.type, one, right.type, other))
        case HasState() | SaysYes() | Present():
            return writer.leaf(_state_test(node, writer))
        case OneOf():
            return writer.leaf(_one_of(node, writer))
        case Contains():
            return writer.leaf(_contains(node, writer))
        case Quantified(every, over, where):
            records = _members(over, writer, absent_is_empty=True)
            name = writer.helper(where, _record_of(over, writer), lambda: condition(where, writer))
            call = f"{'every' if every else 'some'}({records.text}, {name}, f, q, g)"
            return writer.leaf(guarded(Code(call, True), records))


def expression(node: Expression, writer: Writer) -> Code:
    """The Python of a value."""
    match node:
        case Constant(value, type):
            return writer.constant(value, type)
        case FactValue():
            return writer.fact(node)
        case ParameterValue():
            return writer.parameter(node)
        case FieldValue(name):
            return _field(name, writer)
        case Arithmetic(operator, left, right, calendar=calendar):
            one, other = writer.atom(expression(left, writer)), writer.atom(expression(right, writer))
            return arithmetic(operator, left.type, one, right.type, other, calendar)
        case Aggregate():
            return _aggregate(node, writer)


def _joined(parts: list[Code], writer: Writer, *, every: bool) -> Code:
    """Kleene and (`every`) or or; plain Python where no part may be unknown."""
    if len(parts) < 2:
        return parts[0] if parts else Code(str(every), False)
    texts = [writer.atom(part).text if part.nullable else part.text for part in parts]
    nullable = [text for text, part in zip(texts, parts, strict=True) if part.nullable]
    if not nullable:
        return writer.atom(Code((" and " if every else " or ").join(f"({text})" for text in texts), False))
    decided = " or ".join(f"({text}) is {not every}" for text in texts)
    unknown = " or ".join(f"{text} is None" for text in nullable)
    return writer.atom(Code(f"{not every} if {decided} else None if {unknown} else {every}", True))


def _state_test(node: HasState | SaysYes | Present, writer: Writer) -> Code:
    subject = writer.atom(expression(node.subject, writer))
    fact = node.subject if isinstance(node.subject, FactValue) else None
    absent = f"{writer.state(fact)} is STATE_ABSENT" if fact is not None else ""
    match node:
        case HasState(_, state):
            if fact is not None:
                return Code(f"{writer.state(fact)} is STATE_{state.name}", False)
            tests = {State.STATED: f"{subject.text} is not None", State.UNKNOWN: f"{subject.text} is None"}
            return Code(tests.get(state, "False"), False)
        case Present():
            otherwise, known = "True", Code("True", False)
        case SaysYes(_, wanted):
            otherwise, known = f"{subject.text} is {wanted}", Code(f"{subject.text} is {wanted}", False)
    if not subject.nullable:
        return known
    unless_absent = f"False if {absent} else None" if absent else "None"
    return Code(f"{otherwise} if {subject.text} is not None else {unless_absent}", True)


def _one_of(node: OneOf, writer: Writer) -> Code:
    subject, type = writer.atom(expression(node.subject, writer)), node.subject.type
    slots = [lowering(each.type, writer.layout.program)(each.value) for each in node.members]
    if type.sort in (Sort.LIST, Sort.RECORD) or MISFIT in slots or any(each.type != type for each in node.members):
        return NEVER_KNOWN
    if type.sort in TAGGED:
        return guarded(Code(f"among_tagged({subject.text}, {writer.named(tuple(slots), type)})", True), subject)
    return guarded(Code(f"{subject.text} in {writer.named(frozenset(slots), type)}", False), subject)


def _contains(node: Contains, writer: Writer) -> Code:
    values = _members(node.subject, writer, absent_is_empty=True)
    member, type = writer.atom(expression(node.member, writer)), node.subject.type.of
    none = f"{values.text} == ()"
    if type is None or type != node.member.type or type.sort in (Sort.LIST, Sort.RECORD):
        return Code(f"False if {none} else None", True)
    if type.sort in TAGGED:
        found = guarded(Code(f"among_tagged({member.text}, {values.text})", True), values, member)
    else:
        found = guarded(Code(f"{member.text} in {values.text}", False), values, member)
    return Code(f"False if {none} else {found.text}", True) if member.nullable else found


def _members(over: Expression, writer: Writer, *, absent_is_empty: bool) -> Code:
    """The Python of a list; an absent one is empty where the language says so."""
    code = expression(over, writer)
    if absent_is_empty and code.nullable and isinstance(over, FactValue):
        return writer.atom(Code(f"() if {writer.state(over)} is STATE_ABSENT else {code.text}", True))
    return writer.atom(code)


def _record_of(over: Expression, writer: Writer) -> RecordType | None:
    """The record type a list holds; None for a list of plain values."""
    of = over.type.of
    return writer.layout.program.records[of.name] if of is not None and of.sort is Sort.RECORD else None


def _field(name: str, writer: Writer) -> Code:
    fields = writer.record.fields if writer.record is not None else ()
    for place, (field, _) in enumerate(fields):
        if field == name:
            return Code(f"r[{place}]", True)
    return NEVER_KNOWN


def _aggregate(node: Aggregate, writer: Writer) -> Code:
    records = _members(node.over, writer, absent_is_empty=node.fold is Fold.COUNT)
    record, where, of = _record_of(node.over, writer), node.where, node.of
    kept_if = "None" if where is None else writer.helper(where, record, lambda: condition(where, writer))
    taken = "None" if of is None else writer.helper(of, record, lambda: expression(of, writer))
    kept = guarded(Code(f"keep({records.text}, {kept_if}, {taken}, f, q, g)", True), records)
    return folded(node.fold, node.type.sort, f"({kept.text})")
