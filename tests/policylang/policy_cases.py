"""Programs and facts generated for the property tests, over one small vocabulary that has every type."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

from hypothesis import strategies as st
from policy_tables import random_tables
from presign.policylang import core
from presign.policylang.core import Comparison, Fold, Operator, Sort, Type
from presign.policylang.traversal import parameters_of
from presign.values import (
    ABSENT,
    NOT_APPLICABLE,
    Money,
    Per,
    Quantity,
    Rate,
    Reading,
    Reason,
    Record,
    State,
    Unit,
    Value,
    known,
    unknown,
)

WORKING_DAYS = Type(Sort.WORKING_DAYS)
DAYS, MONTHS, PERCENT, NUMBER = Type(Sort.DAYS), Type(Sort.MONTHS), Type(Sort.PERCENT), Type(Sort.NUMBER)
MONEY, RATE, DATE, TEXT, YES_NO = Type(Sort.MONEY), Type(Sort.RATE), Type(Sort.DATE), Type(Sort.TEXT), Type(Sort.YES_NO)
GRADE, PLACE = Type(Sort.SCALE, "grade"), Type(Sort.KINDS, "place")
ROW = Type(Sort.RECORD, "row")
FIELDS = {"pct": PERCENT, "amount": MONEY, "place": PLACE, "paid": YES_NO, "on": DATE, "charge": RATE, "grade": GRADE}


def list_of(type: Type) -> Type:
    return Type(Sort.LIST, of=type)


FACTS = {
    "d1": DAYS,
    "d2": DAYS,
    "mo1": MONTHS,
    "w1": WORKING_DAYS,
    "p1": PERCENT,
    "p2": PERCENT,
    "n1": NUMBER,
    "m1": MONEY,
    "m2": MONEY,
    "r1": RATE,
    "r2": RATE,
    "t1": DATE,
    "t2": DATE,
    "s1": TEXT,
    "y1": YES_NO,
    "y2": YES_NO,
    "g1": GRADE,
    "g2": GRADE,
    "k1": PLACE,
    "rows": list_of(ROW),
    "places": list_of(PLACE),
    "sums": list_of(MONEY),
    "spans": list_of(DAYS),
}
MEMBERS = {
    "grade": core.Members("grade", True, ("D", "C", "B", "A")),
    "place": core.Members("place", False, ("seller", "buyer", "unnamed")),
}
RECORDS = {"row": core.RecordType("row", tuple(FIELDS.items()))}
DECLARED = {
    name: core.FactDeclaration(name, type, core.Texts(name), core.Source.CONTRACT) for name, type in FACTS.items()
}
SPRING, SUMMER, AUTUMN = date(2026, 3, 1), date(2026, 6, 1), date(2026, 9, 1)
DAYS_JUDGED = (date(2026, 1, 15), date(2026, 4, 15), date(2026, 7, 15), date(2026, 10, 15))


def fact(name: str) -> core.FactValue:
    return core.FactValue(name, FACTS[name])


def parameter(name: str) -> core.ParameterValue:
    return core.ParameterValue(name, PARAMETERS[name].type)


def days(amount: int | str) -> Quantity:
    return Quantity(Decimal(amount), Unit.DAYS)


def percent(amount: int | str) -> Quantity:
    return Quantity(Decimal(amount), Unit.PERCENT)


def number(amount: int | str) -> Quantity:
    return Quantity(Decimal(amount), Unit.NUMBER)


def money(amount: int | str, currency: str = "CNY") -> Money:
    return Money(Decimal(amount), currency)


PARAMETERS = {
    "limit": core.Parameter(
        "limit",
        DAYS,
        (fact("g1"),),
        (
            core.ParameterVersion(core.Period(SPRING, SUMMER), None, ((("A",), days(3)), (("B",), days(1)))),
            core.ParameterVersion(core.Period(AUTUMN), None, ((("A",), days(2)), (("B",), days(0)), (("C",), days(0)))),
        ),
    ),
    "cap": core.Parameter("cap", MONEY, (), (core.ParameterVersion(core.Period(), None, (((), money(100)),)),)),
    "least": core.Parameter(
        "least",
        PERCENT,
        (fact("g2"), fact("y1")),
        (core.ParameterVersion(core.Period(SPRING), None, ((("A", True), percent(0)), (("A", False), percent(30)))),),
    ),
}


def _pool(type: Type) -> tuple[Value, ...]:
    """Few values of a type, so that equal ones and borders come up often."""
    match type.sort:
        case Sort.MONEY:
            return (money(0), money(1), money("1.00"), money(100), money(-5), money(1, "USD"), money(100, "USD"))
        case Sort.RATE:
            return tuple(Rate(Decimal(amount), per) for amount in ("0", "0.05", "1.5", "18", "18.25") for per in Per)
        case Sort.DATE:
            return (date(2024, 2, 29), date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 1), date(9999, 12, 31))
        case Sort.TEXT:
            return ("", "a", "b")
        case Sort.YES_NO:
            return (True, False)
        case Sort.SCALE | Sort.KINDS:
            return MEMBERS[type.name].members
        case _:
            unit = Unit(type.sort.value)
            return tuple(Quantity(Decimal(each), unit) for each in ("0", "1", "1.0", "2", "3", "0.5", "30"))


def random_value(random: Random, type: Type) -> Value:
    """A value of a type, drawn by a seeded generator."""
    if type.sort is Sort.LIST:
        assert type.of is not None
        of = type.of
        return tuple(random_value(random, of) for _ in range(random.randint(0, 3)))
    if type.sort is Sort.RECORD:
        return Record(
            tuple((name, random_value(random, each)) for name, each in FIELDS.items() if random.random() < 0.9)
        )
    return random.choice(_pool(type))


PARAMETERS |= random_tables(
    2026,
    24,
    (DAYS, GRADE, MONEY, PERCENT, DATE, PLACE),
    FACTS,
    (core.Period(SPRING, SUMMER), core.Period(AUTUMN)),
    random_value,
)


def values(type: Type) -> st.SearchStrategy[Value]:
    """Plain values of a type."""
    return st.sampled_from(_pool(type))


def constants(type: Type) -> st.SearchStrategy[core.Expression]:
    return values(type).map(lambda value: core.Constant(value, type))


def names_of(type: Type) -> list[core.Expression]:
    found: list[core.Expression] = [fact(name) for name, each in FACTS.items() if each == type]
    return found + [parameter(name) for name, each in PARAMETERS.items() if each.type == type]


_COMBINED: dict[Sort, tuple[tuple[Operator, Type, Type], ...]] = {
    Sort.DAYS: (
        (Operator.PLUS, DAYS, DAYS),
        (Operator.MINUS, DATE, DATE),
        (Operator.TIMES, NUMBER, DAYS),
        (Operator.OVER, DAYS, NUMBER),
    ),
    Sort.MONEY: (
        (Operator.PLUS, MONEY, MONEY),
        (Operator.TIMES, MONEY, PERCENT),
        (Operator.TIMES, PERCENT, MONEY),
        (Operator.TIMES, NUMBER, MONEY),
        (Operator.OVER, MONEY, NUMBER),
    ),
    Sort.PERCENT: ((Operator.MINUS, PERCENT, PERCENT), (Operator.TIMES, PERCENT, NUMBER)),
    Sort.NUMBER: ((Operator.OVER, MONEY, MONEY), (Operator.OVER, DAYS, DAYS), (Operator.OVER, NUMBER, NUMBER)),
    Sort.DATE: (
        (Operator.PLUS, DATE, DAYS),
        (Operator.MINUS, DATE, MONTHS),
        (Operator.PLUS, DATE, MONTHS),
        (Operator.PLUS, DATE, WORKING_DAYS),
        (Operator.MINUS, DATE, WORKING_DAYS),
    ),
}


def expressions(type: Type, depth: int, *, inside: bool, states: bool = True) -> st.SearchStrategy[core.Expression]:
    """Expressions of a type; `inside` a list's condition the fields of its record may be used."""
    choices = [constants(type)]
    if names := names_of(type):
        choices.append(st.sampled_from(names))
    if inside and (fields := [core.FieldValue(name, each) for name, each in FIELDS.items() if each == type]):
        choices.append(st.sampled_from(fields))
    if depth > 0:
        for operator, left, right in _COMBINED.get(type.sort, ()):
            choices.append(
                st.builds(
                    core.Arithmetic,
                    st.just(operator),
                    expressions(left, depth - 1, inside=inside, states=states),
                    expressions(right, depth - 1, inside=inside, states=states),
                    st.just(type),
                    calendar=st.just("CN" if right == WORKING_DAYS else ""),
                )
            )
        choices.extend(_aggregates(type, depth, states))
    return st.one_of(choices)


def _aggregates(type: Type, depth: int, states: bool) -> list[st.SearchStrategy[core.Expression]]:
    where = st.none() | conditions(depth - 1, inside=True, states=states)
    rows = fact("rows")
    if type == NUMBER:
        counted = st.builds(lambda each: core.Aggregate(Fold.COUNT, rows, each, None, NUMBER), where)
        plain = st.sampled_from(("places", "sums")).map(
            lambda name: core.Aggregate(Fold.COUNT, fact(name), None, None, NUMBER)
        )
        return [counted, plain]
    fields = [core.FieldValue(name, each) for name, each in FIELDS.items() if each == type]
    folds = st.sampled_from((Fold.MAX, Fold.MIN, Fold.SUM) if type in (MONEY, PERCENT) else (Fold.MAX, Fold.MIN))
    found: list[st.SearchStrategy[core.Expression]] = []
    if fields and type in (MONEY, PERCENT, DATE, RATE, GRADE):
        found.append(
            st.builds(
                lambda fold, each, of: core.Aggregate(fold, rows, each, of, type), folds, where, st.sampled_from(fields)
            )
        )
    if type in (MONEY, DAYS):
        over = fact("sums") if type == MONEY else fact("spans")
        every = st.sampled_from((Fold.MAX, Fold.MIN, Fold.SUM))
        found.append(every.map(lambda fold: core.Aggregate(fold, over, None, None, type)))
    return found


def _comparisons(depth: int, inside: bool, states: bool) -> st.SearchStrategy[core.Condition]:
    def compare(type: Type) -> st.SearchStrategy[core.Condition]:
        ordered = type not in (TEXT, PLACE)
        operators = tuple(Comparison) if ordered else (Comparison.EQ, Comparison.NE)
        side = expressions(type, depth, inside=inside, states=states)
        return st.builds(core.Compare, st.sampled_from(operators), side, side)

    return st.one_of([compare(type) for type in (DAYS, PERCENT, NUMBER, MONEY, RATE, DATE, TEXT, GRADE, PLACE)])


def leaves(depth: int, *, inside: bool, states: bool) -> st.SearchStrategy[core.Condition]:
    """Conditions without parts."""
    subjects: list[core.FactValue | core.FieldValue] = [fact(name) for name in FACTS]
    answers: list[core.Expression] = [fact("y1"), fact("y2")]
    if inside:
        subjects += [core.FieldValue(name, type) for name, type in FIELDS.items()]
        answers.append(core.FieldValue("paid", YES_NO))
    one_of = st.one_of(
        [
            st.builds(
                lambda subject, members, type=type: core.OneOf(
                    subject, tuple(core.Constant(member, type) for member in members)
                ),
                expressions(type, 0, inside=inside),
                st.lists(values(type), min_size=1, max_size=2),
            )
            for type in (PLACE, GRADE, MONEY, DAYS)
        ]
    )
    contains = st.one_of(
        st.builds(core.Contains, st.just(fact("places")), expressions(PLACE, 0, inside=inside)),
        st.builds(core.Contains, st.just(fact("sums")), expressions(MONEY, 0, inside=inside)),
    )
    found = [
        _comparisons(depth, inside, states),
        st.builds(core.SaysYes, st.sampled_from(answers), st.booleans()),
        st.builds(core.Present, st.sampled_from(subjects)),
        one_of,
        contains,
    ]
    if states:
        found.append(st.builds(core.HasState, st.sampled_from(subjects), st.sampled_from(tuple(State))))
    if depth > 0 and not inside:
        where = conditions(depth - 1, inside=True, states=states)
        found.append(st.builds(core.Quantified, st.booleans(), st.just(fact("rows")), where))
    return st.one_of(found)


_KNOWN: dict[tuple[int, bool, bool], st.SearchStrategy[core.Condition]] = {}


def conditions(depth: int, *, inside: bool = False, states: bool = True) -> st.SearchStrategy[core.Condition]:
    """Conditions nested `depth` deep at most; `states` False leaves out the tests of a state."""
    key = (depth, inside, states)
    if key not in _KNOWN:
        leaf = leaves(max(depth, 0), inside=inside, states=states)
        if depth > 0:
            part = conditions(depth - 1, inside=inside, states=states)
            several = st.lists(part, max_size=3).map(tuple)
            _KNOWN[key] = st.one_of(
                leaf, st.builds(core.All, several), st.builds(core.Any, several), st.builds(core.Not, part)
            )
        else:
            _KNOWN[key] = leaf
    return _KNOWN[key]


def rules(*, states: bool = True) -> st.SearchStrategy[core.Rule]:
    """Rules; their names are given by `programs`."""
    condition = conditions(2, states=states)
    several = st.lists(condition, max_size=2).map(tuple)
    return st.builds(
        core.Rule,
        id=st.just("R"),
        title=st.just(core.Texts("r")),
        severity=st.just(core.Severity.HIGH),
        applies=st.just(core.All(())) | condition,
        requires=several,
        forbids=several,
        excuses=excuses(condition),
        undecided_is_violated=st.booleans(),
        side=st.sampled_from(("seller", "seller", "both", "buyer")),
        period=st.sampled_from((core.Period(), core.Period(SPRING, AUTUMN))),
        off=st.sampled_from((None, None, None, core.Off("not sold", core.Period(SUMMER)))),
    )


def excuses(condition: st.SearchStrategy[core.Condition]) -> st.SearchStrategy[tuple[core.Excuse, ...]]:
    """Up to two exceptions: dated or not, and held against by another exception or not."""
    held = st.builds(lambda one, other: core.All((one, core.Not(other))), condition, condition)
    periods = st.sampled_from((core.ALWAYS, core.ALWAYS, core.Period(SPRING, SUMMER)))
    several = st.lists(st.tuples(st.one_of(condition, condition, held), periods), max_size=2)
    return several.map(lambda each: tuple(core.Excuse(f"e{place}", *parts) for place, parts in enumerate(each)))


def program_of(*rules: core.Rule) -> core.Program:
    """A program of rules over this vocabulary, with the parameters they use."""
    whole = core.Program(members=MEMBERS, records=RECORDS, facts=DECLARED, parameters=PARAMETERS, rules=tuple(rules))
    used = {each.name: PARAMETERS[each.name] for rule in rules for each in parameters_of(rule, whole)}
    return replace(whole, parameters=used)


def programs(*, states: bool = True) -> st.SearchStrategy[core.Program]:
    """Programs of one to three rules with different names."""

    def named(found: list[core.Rule]) -> core.Program:
        return program_of(*(_renamed(rule, f"R-{place}") for place, rule in enumerate(found)))

    return st.lists(rules(states=states), min_size=1, max_size=3).map(named)


def _renamed(rule: core.Rule, id: str) -> core.Rule:
    return replace(rule, id=id)


_MISFITS: tuple[Reading, ...] = (
    known(Quantity(Decimal(1), Unit.HOURS)),
    known(Money(Decimal("NaN"), "CNY")),
    known("elsewhere"),
    known((1, 2)),  # type: ignore[arg-type]
)


def random_reading(random: Random, type: Type) -> Reading:
    """A fact stated three times out of four."""
    if random.random() < 0.75:
        return known(random_value(random, type))
    return random.choice((ABSENT, ABSENT, NOT_APPLICABLE, unknown(Reason.BLANK)))


def random_facts(
    seed: int, count: int, *, misfits: bool = False, stated: bool = False, unknown_share: float = 0.05
) -> list[dict[str, Reading]]:
    """Cases drawn by a seed: volume is what they are for, the programs are what hypothesis shrinks.

    With `misfits` every case has a value of another type or unit than its fact declares; with `stated` no fact is missing.
    """
    random = Random(seed)
    cases = []
    for _ in range(count):
        case = {
            name: known(random_value(random, type)) if stated else random_reading(random, type)
            for name, type in FACTS.items()
            if stated or random.random() >= unknown_share
        }
        if misfits:
            case[random.choice(list(FACTS))] = random.choice(_MISFITS)
        cases.append(case)
    return cases


seeds = st.integers(min_value=0, max_value=2**32)
