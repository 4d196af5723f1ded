"""Tables drawn by a seed: every kind of cell over every type, so that rows overlap, leave gaps and say the same twice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from presign.policylang import core
from presign.policylang.core import Sort, Type
from presign.policylang.types import ORDERED
from presign.values import Value

Draw = Callable[[Random, Type], Value]


def random_tables(
    seed: int,
    count: int,
    types: tuple[Type, ...],
    facts: Mapping[str, Type],
    periods: tuple[core.Period, ...],
    draw: Draw,
) -> dict[str, core.Parameter]:
    """Tables `table0`, `table1` …, their types in turn."""
    random = Random(seed)
    keyed = [name for name, type in facts.items() if type.sort is not Sort.LIST]
    found = {}
    for place in range(count):
        type = types[place % len(types)]
        names = random.sample(keyed, random.randint(1, 3))
        keys = tuple(core.FactValue(name, facts[name]) for name in names)
        versions = tuple(_version(random, period, type, keys, draw) for period in _periods(random, periods))
        hit = random.choice(tuple(core.HitPolicy))
        found[f"table{place}"] = core.Parameter(f"table{place}", type, keys, versions, hit=hit)
    return found


def _periods(random: Random, periods: tuple[core.Period, ...]) -> tuple[core.Period, ...]:
    return random.choice(((core.ALWAYS,), (core.ALWAYS,), periods, periods[:1]))


def _version(
    random: Random, period: core.Period, type: Type, keys: tuple[core.FactValue, ...], draw: Draw
) -> core.ParameterVersion:
    values = [draw(random, type) for _ in range(random.choice((1, 2, 2, 3)))]
    rows = tuple(
        (tuple(_cell(random, key.type, draw) for key in keys), random.choice(values))
        for _ in range(random.randint(1, 4))
    )
    return core.ParameterVersion(period, None, rows)


def _cell(random: Random, type: Type, draw: Draw) -> core.Cell:
    shapes = ("any", "value", "several", "range", "range") if type.sort in ORDERED else ("any", "value", "several")
    match random.choice(shapes):
        case "any":
            return core.ANYTHING
        case "value":
            return draw(random, type)
        case "several":
            return core.Among((draw(random, type), draw(random, type)))
        case _:
            low, high = random.choice(((True, True), (True, False), (False, True)))
            return core.Between(
                draw(random, type) if low else None,
                low and random.random() < 0.5,
                draw(random, type) if high else None,
                high and random.random() < 0.5,
            )
