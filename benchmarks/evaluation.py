"""200 rules on 10,000 records, beside one Python function that says the same 200 times over.

    python -m benchmarks --only evaluation

Prints ratios of times taken in turn in one process, medians of several rounds: with all facts stated, beside a function
that knows two truths; with a tenth of the facts missing, beside one that looks for each None, and beside the same
two-valued one on the complete records. Judging alone is slots against bare values (what is
missing is still looked up in the readings). From readings, both also take the
values out of the same readings: presign checks states, units, members and currencies on the way, the other trusts them.
The Python functions know no month, name no missing fact: they are the floor, not a rival.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from presign.policylang import core
from presign.policylang.compiler import compile_program
from presign.policylang.core import Comparison, Sort, Texts, Type
from presign.policylang.outcome import Verdict
from presign.values import NO_READER, Money, Quantity, Reading, Unit, Value, known

from .suite.figures import Figure, show, spent

RULES, RECORDS, ROUNDS = 200, 10_000, 5
FACTS_OF_A_KIND = 10
AS_OF = date(2026, 3, 2)
GRADES = ("D", "C", "B", "A")
PLACES = ("seller", "buyer", "unnamed")
DAYS, MONEY, PERCENT = Type(Sort.DAYS), Type(Sort.MONEY), Type(Sort.PERCENT)
DATE, YES_NO, GRADE, PLACE = Type(Sort.DATE), Type(Sort.YES_NO), Type(Sort.SCALE, "grade"), Type(Sort.KINDS, "place")
KINDS = {"d": DAYS, "m": MONEY, "p": PERCENT, "t": DATE, "y": YES_NO, "g": GRADE, "k": PLACE}
NAMES = {f"{letter}{place}": type for letter, type in KINDS.items() for place in range(FACTS_OF_A_KIND)}

HEAD = "def judge(v):\n    " + ", ".join(NAMES) + " = v\n    out = []\n"
BY_HAND = (
    "    out.append('satisfied' if d{i} <= D{k} else 'violated')\n",
    "    out.append('not_applicable' if not y{i} else 'satisfied' if d{i} <= D{k} else 'violated')\n",
    "    out.append('violated' if y{i} and m{j} > D{k}000 else 'satisfied')\n",
    "    out.append('satisfied' if g{i} >= 2 or p{j} >= D{k} else 'violated')\n",
    "    out.append('not_applicable' if k{i} not in PLACES else 'satisfied' if d{j} <= D{k} else 'violated')\n",
    "    out.append('satisfied' if t{i} <= t{j} else 'violated')\n",
    "    out.append('satisfied' if m{i} <= D{k}000 and d{j} <= D{k} else 'violated')\n",
    "    out.append('violated' if k{i} == 'buyer' or p{j} > D{k} else 'satisfied')\n",
)
WITH_MISSING = (
    "    out.append('undecided' if d{i} is None else 'satisfied' if d{i} <= D{k} else 'violated')\n",
    "    out.append('undecided' if y{i} is None else 'not_applicable' if not y{i} else"
    " 'undecided' if d{i} is None else 'satisfied' if d{i} <= D{k} else 'violated')\n",
    "    out.append('satisfied' if y{i} is False or (m{j} is not None and m{j} <= D{k}000) else"
    " 'undecided' if y{i} is None or m{j} is None else 'violated')\n",
    "    out.append('satisfied' if (g{i} is not None and g{i} >= 2) or (p{j} is not None and p{j} >= D{k}) else"
    " 'undecided' if g{i} is None or p{j} is None else 'violated')\n",
    "    out.append('undecided' if k{i} is None else 'not_applicable' if k{i} not in PLACES else"
    " 'undecided' if d{j} is None else 'satisfied' if d{j} <= D{k} else 'violated')\n",
    "    out.append('undecided' if t{i} is None or t{j} is None else 'satisfied' if t{i} <= t{j} else 'violated')\n",
    "    out.append('violated' if (m{i} is not None and m{i} > D{k}000) or (d{j} is not None and d{j} > D{k}) else"
    " 'undecided' if m{i} is None or d{j} is None else 'satisfied')\n",
    "    out.append('violated' if k{i} == 'buyer' or (p{j} is not None and p{j} > D{k}) else"
    " 'undecided' if k{i} is None or p{j} is None else 'satisfied')\n",
)


def places_of(index: int) -> tuple[int, int, int]:
    """The facts and the threshold of a rule."""
    return index % FACTS_OF_A_KIND, (index * 7 + 3) % FACTS_OF_A_KIND, 10 + index % 60


def by_hand(lines: Sequence[str]) -> Callable[[Sequence[Any]], list[str]]:
    """The function a programmer would write."""
    body = ""
    for index in range(RULES):
        i, j, k = places_of(index)
        body += lines[index % len(lines)].format(i=i, j=j, k=k)
    names: dict[str, Any] = {"PLACES": frozenset(("seller", "unnamed"))}
    for k in range(10, 70):
        names[f"D{k}"], names[f"D{k}000"] = Decimal(k), Decimal(k * 1000)
    exec(HEAD + body + "    return out\n", names)
    judge: Callable[[Sequence[Any]], list[str]] = names["judge"]
    return judge


def program() -> core.Program:
    """The same rules in the policy language's checked form."""
    return core.Program(
        members={"grade": core.Members("grade", True, GRADES), "place": core.Members("place", False, PLACES)},
        rules=tuple(rule(index) for index in range(RULES)),
    )


def rule(index: int) -> core.Rule:
    """One of eight shapes, with facts and a threshold of its own."""
    i, j, k = places_of(index)
    always = core.All(())
    first, second = f"{i}", f"{j}"

    def compare(name: str, operator: Comparison, value: Value) -> core.Condition:
        return core.Compare(operator, _fact(name), core.Constant(value, NAMES[name]))

    def within(name: str) -> core.Condition:
        return compare(name, Comparison.LE, Quantity(Decimal(k), Unit.DAYS))

    def share(operator: Comparison) -> core.Condition:
        return compare(f"p{second}", operator, Quantity(Decimal(k), Unit.PERCENT))

    money = Money(Decimal(k * 1000), "CNY")
    yes = core.SaysYes(_fact(f"y{first}"), True)
    elsewhere = core.OneOf(_fact(f"k{first}"), (core.Constant("seller", PLACE), core.Constant("unnamed", PLACE)))
    shapes: tuple[tuple[core.Condition, tuple[core.Condition, ...], tuple[core.Condition, ...]], ...] = (
        (always, (within(f"d{first}"),), ()),
        (yes, (within(f"d{first}"),), ()),
        (always, (), (core.All((yes, compare(f"m{second}", Comparison.GT, money))),)),
        (always, (core.Any((compare(f"g{first}", Comparison.GE, "B"), share(Comparison.GE))),), ()),
        (elsewhere, (within(f"d{second}"),), ()),
        (always, (core.Compare(Comparison.LE, _fact(f"t{first}"), _fact(f"t{second}")),), ()),
        (always, (compare(f"m{first}", Comparison.LE, money), within(f"d{second}")), ()),
        (always, (), (core.Any((compare(f"k{first}", Comparison.EQ, "buyer"), share(Comparison.GT))),)),
    )
    applies, requires, forbids = shapes[index % len(shapes)]
    return core.Rule(f"R-{index}", Texts("r"), core.Severity.HIGH, applies, requires, forbids)


def _fact(name: str) -> core.FactValue:
    return core.FactValue(name, NAMES[name])


def records(missing: float) -> list[dict[str, Reading]]:
    """Seeded readings, a share of them unknown."""
    random = Random(7)
    return [
        {name: NO_READER if random.random() < missing else known(_value(random, type)) for name, type in NAMES.items()}
        for _ in range(RECORDS)
    ]


def _value(random: Random, type: Type) -> Value:
    match type.sort:
        case Sort.DAYS:
            return Quantity(Decimal(random.randint(0, 120)), Unit.DAYS)
        case Sort.PERCENT:
            return Quantity(Decimal(random.randint(0, 100)), Unit.PERCENT)
        case Sort.MONEY:
            return Money(Decimal(random.randint(0, 100_000)), "CNY")
        case Sort.DATE:
            return AS_OF + timedelta(days=random.randint(0, 365))
        case Sort.YES_NO:
            return random.random() < 0.5
        case Sort.SCALE:
            return random.choice(GRADES)
        case _:
            return random.choice(PLACES)


def reader(missing: bool) -> Callable[[Mapping[str, Reading]], list[Any]]:
    """The function a programmer would write to take the values out: numbers without units, ranks, None if missing."""
    forms = {Sort.DAYS: "{}.amount", Sort.MONEY: "{}.amount", Sort.PERCENT: "{}.amount", Sort.SCALE: "RANKS[{}]"}
    lines = []
    for name, type in NAMES.items():
        form = forms.get(type.sort, "{}")
        if missing and form != "{}":
            lines.append(f"None if (v := r[{name!r}].value) is None else {form.format('v')}")
        else:
            lines.append(form.format(f"r[{name!r}].value"))
    names: dict[str, Any] = {"RANKS": {grade: rank for rank, grade in enumerate(GRADES)}}
    exec(f"def read(r):\n    return [{', '.join(lines)}]\n", names)
    read: Callable[[Mapping[str, Reading]], list[Any]] = names["read"]
    return read


def measure(missing: float, count: int, rounds: int) -> Iterator[Figure]:
    """Compare the verdicts, then measure."""
    rules = compile_program(program())
    two_valued = by_hand(BY_HAND)
    judge = by_hand(WITH_MISSING) if missing else two_valued
    cases, complete = records(missing)[:count], records(0.0)[:count]
    read, read_all = reader(bool(missing)), reader(False)
    values, all_values = [read(case) for case in cases], [read_all(case) for case in complete]
    for case, value in zip(cases[:500], values, strict=False):
        told = [outcome.verdict for outcome in rules.evaluate(case, AS_OF)]
        assert told == [Verdict(word) for word in judge(value)]
    slots = [rules._lower(case.get) for case in cases]
    ready = iter(slots)
    judging = replace(rules, _lower=lambda get: next(ready))
    whole, alone, floor = [], [], []
    for _ in range(rounds):
        plain = spent(lambda: [judge(value) for value in values])
        least = spent(lambda: [two_valued(value) for value in all_values])
        reading = spent(lambda: [judge(read(case)) for case in cases])
        compiled = spent(lambda: [rules.evaluate(case, AS_OF) for case in cases])
        ready = iter(slots)
        judged = spent(lambda: [judging.evaluate(case, AS_OF) for case in cases])
        whole.append(compiled / reading)
        alone.append(judged / plain)
        floor.append(judged / least)
    state = f"{missing:.0%} of the facts missing" if missing else "all facts stated"
    truths = "by hand in three truths" if missing else "by hand"
    key = "missing" if missing else "stated"
    asked = "" if missing else "≤ 1.2"
    yield Figure(f"evaluation.{key}-judged", f"judging alone, {state}", truths, tuple(alone), asked)
    yield Figure(f"evaluation.{key}-whole", f"from readings, {state}", truths, tuple(whole))
    if missing:
        beside = "by hand in two truths, nothing missing"
        yield Figure(f"evaluation.{key}-floor", f"judging alone, {state}", beside, tuple(floor), "≤ 2")


def figures(quick: bool) -> Iterator[Figure]:
    """Both settings."""
    count, rounds = (200, 1) if quick else (RECORDS, ROUNDS)
    for missing in (0.0, 0.1):
        yield from measure(missing, count, rounds)


def main() -> None:
    """Print the figures."""
    show(figures(False))


if __name__ == "__main__":
    main()
