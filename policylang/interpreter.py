"""The definition of the language: a program evaluated by walking its tree. The compiled rules must agree with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ..values import NO_READER, Reading, Record, State, Value
from .aggregation import fold
from .arithmetic import calculate, compare
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
    FactValue,
    FieldValue,
    Fold,
    HasState,
    Not,
    OneOf,
    ParameterValue,
    Present,
    Program,
    Quantified,
    Rule,
    SaysYes,
    Type,
)
from .kleene import Truth, conjunction, disjunction, negation
from .outcome import Outcome, Verdict
from .parameter_values import Ranks, parameter_value, ranks_of
from .scope import excuses_on, in_force
from .slots import fits
from .traversal import demand_of, facts_in, facts_of, parameters_in, too_deep


def evaluate(program: Program, facts: Mapping[str, Reading], as_of: date, side: str = "seller") -> tuple[Outcome, ...]:
    """The outcome of every rule, in the order of the program, for facts as of a day and a side of the contract.

    A fact that isn't in `facts` is unknown.
    """
    case = _Case(program, facts, as_of)
    return tuple(_judge(rule, case, side) for rule in program.rules)


@dataclass(frozen=True, slots=True)
class _Case:
    """What conditions are evaluated on; `record` is the one an enclosing `any`, `all` or aggregate is at."""

    program: Program
    facts: Mapping[str, Reading]
    as_of: date
    record: Value | None = None

    def at(self, record: Value) -> _Case:
        return _Case(self.program, self.facts, self.as_of, record)

    def reading(self, name: str) -> Reading:
        return self.facts.get(name, NO_READER)

    def ranks(self, type: Type) -> Ranks | None:
        return ranks_of(type, self.program.members)


def _judge(rule: Rule, case: _Case, side: str) -> Outcome:
    if not in_force(rule, case.as_of, side):
        return Outcome(rule.id, Verdict.NOT_APPLICABLE)
    misfits = _misfits(rule, case)
    if misfits or too_deep(rule, case.program):
        return Outcome(rule.id, Verdict.ERROR, misfits)
    applies = truth(rule.applies, case)
    if applies is False:
        return Outcome(rule.id, Verdict.NOT_APPLICABLE)
    demand = demand_of(rule)
    met = truth(demand, case)
    if applies is None or met is None:
        return _undecided(rule, demand, case)
    return Outcome(rule.id, Verdict.SATISFIED) if met else _excused(rule, case)


def _misfits(rule: Rule, case: _Case) -> tuple[str, ...]:
    """The facts of a rule that are stated with a value of another type or unit than declared."""
    return tuple(
        fact.name
        for fact in facts_of(rule, case.program)
        if (reading := case.reading(fact.name)).state is State.STATED
        and not fits(reading.value, fact.type, case.program)
    )


def _excused(rule: Rule, case: _Case) -> Outcome:
    """A violation, unless an exception is proven; one whose condition is unknown doesn't excuse."""
    unproven = []
    for excuse in excuses_on(rule, case.as_of):
        match truth(excuse.condition, case):
            case True:
                return Outcome(rule.id, Verdict.EXCEPTED, exception=excuse.name)
            case None:
                unproven.append(excuse.name)
    return Outcome(rule.id, Verdict.VIOLATED, unproven=tuple(unproven))


def _undecided(rule: Rule, demand: Condition, case: _Case) -> Outcome:
    """Neither way proven. What hangs on facts that aren't applicable alone has nothing to judge."""
    applies, asked = (tuple(dict.fromkeys(_missing(each, case))) for each in (rule.applies, demand))
    missing = tuple(dict.fromkeys((*applies, *asked)))
    deciding = applies or asked
    if deciding and all(case.reading(name).state is State.NOT_APPLICABLE for name in deciding):
        return Outcome(rule.id, Verdict.NOT_APPLICABLE)
    return Outcome(rule.id, Verdict.VIOLATED if rule.undecided_is_violated else Verdict.UNDECIDED, missing)


def _missing(condition: Condition, case: _Case) -> Iterator[str]:
    """The facts that keep a condition unknown, in order of use."""
    if truth(condition, case) is not None:
        return
    match condition:
        case All(parts) | Any(parts):
            for part in parts:
                yield from _missing(part, case)
        case Not(part):
            yield from _missing(part, case)
        case _:
            yield from _blanks(condition, case)


def _blanks(leaf: Condition, case: _Case) -> Iterable[str]:
    """Its facts that have no value; else its parameters that have none; else all its facts, which don't compare."""
    names = tuple(fact.name for fact in facts_in(leaf, case.program, states=False))
    blank = tuple(name for name in names if case.reading(name).state is not State.STATED)
    return blank or tuple(each.name for each in parameters_in(leaf, case.program) if value(each, case) is None) or names


def truth(condition: Condition, case: _Case) -> Truth:
    """Whether a condition holds: true, false or unknown."""
    match condition:
        case Compare(operator, left, right):
            return _compare(operator, left, right, case)
        case HasState(subject, state):
            return _state(subject, case) is state
        case SaysYes(subject, wanted):
            said = value(subject, case)
            return (said is wanted) if isinstance(said, bool) else _false_if_absent(subject, case)
        case Present(subject):
            return _state(subject, case) is State.STATED or _false_if_absent(subject, case)
        case OneOf(subject, members):
            known = value(subject, case) is not None
            return disjunction([_equal(subject, each, case) for each in members]) if known else None
        case Contains(subject, member):
            return _contains(subject, member, case)
        case All(parts):
            return conjunction([truth(part, case) for part in parts])
        case Any(parts):
            return disjunction([truth(part, case) for part in parts])
        case Not(part):
            return negation(truth(part, case))
        case Quantified(every, over, where):
            records = _list(over, case, absent_is_empty=True)
            if records is None:
                return None
            truths = [truth(where, case.at(record)) for record in records]
            return conjunction(truths) if every else disjunction(truths)


def _false_if_absent(subject: Expression, case: _Case) -> Truth:
    return False if _state(subject, case) is State.ABSENT else None


def _state(subject: Expression, case: _Case) -> State:
    if isinstance(subject, FactValue):
        return case.reading(subject.name).state
    return State.UNKNOWN if value(subject, case) is None else State.STATED


def _compare(operator: Comparison, left: Expression, right: Expression, case: _Case) -> Truth:
    one, other = value(left, case), value(right, case)
    if one is None or other is None or (left.type.sort, left.type.name) != (right.type.sort, right.type.name):
        return None
    return compare(operator, one, other, case.ranks(left.type))


def _equal(left: Expression, right: Expression, case: _Case) -> Truth:
    return _compare(Comparison.EQ, left, right, case)


def _contains(subject: Expression, member: Expression, case: _Case) -> Truth:
    values, type = _list(subject, case, absent_is_empty=True), subject.type.of
    if values is None or type is None:
        return None
    return disjunction([_equal(Constant(each, type), member, case) for each in values])


def _list(over: Expression, case: _Case, *, absent_is_empty: bool) -> tuple[Value, ...] | None:
    found = value(over, case)
    if found is None and absent_is_empty and _state(over, case) is State.ABSENT:
        return ()
    return found if isinstance(found, tuple) else None


def value(expression: Expression, case: _Case) -> Value | None:
    """The value of an expression; None when it is unknown."""
    match expression:
        case Constant(constant):
            return constant
        case FactValue(name):
            reading = case.reading(name)
            return reading.value if reading.state is State.STATED else None
        case ParameterValue(name):
            parameter = case.program.parameters[name]
            keys = [value(key, case) for key in parameter.keys]
            return parameter_value(parameter, keys, case.as_of, case.program.members)
        case FieldValue(name):
            return case.record.get(name) if isinstance(case.record, Record) else None
        case Arithmetic(operator, left, right, calendar=calendar):
            one, other = value(left, case), value(right, case)
            return None if one is None or other is None else calculate(operator, one, other, calendar)
        case Aggregate():
            return _aggregate(expression, case)


def _aggregate(node: Aggregate, case: _Case) -> Value | None:
    """Fold what is kept of a list. An absent list has no member to count; its sum, max and min are unknown."""
    members = _list(node.over, case, absent_is_empty=node.fold is Fold.COUNT)
    if members is None:
        return None
    values = []
    for member in members:
        kept = True if node.where is None else truth(node.where, case.at(member))
        if kept is None:
            return None
        if kept:
            item = member if node.of is None else value(node.of, case.at(member))
            if item is None:
                return None
            values.append(item)
    return fold(node.fold, values, node.type, case.ranks(node.type))
