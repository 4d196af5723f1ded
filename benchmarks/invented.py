"""Invented fact books over a program's vocabulary: every fact in each of the four states, values near thresholds."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from presign.facts.fact import Fact, FactBook, absent, not_applicable, stated, unknown
from presign.policylang.core import Constant, Program, Sort, Type
from presign.policylang.slots import PLAIN
from presign.policylang.traversal import conditions_of, nodes
from presign.values import Money, Per, Quantity, Rate, Reason, Record, Unit, Value

DAY = date(2026, 3, 2)
_FEW = ("0", "0.5", "3", "7", "10", "15", "20", "30", "45", "60", "90", "100", "180", "365")


class Inventor:
    """Makes values of any declared type."""

    def __init__(self, program: Program, seed: int) -> None:
        self.random = Random(seed)
        self.program = program
        self._texts = sorted(
            {
                node.value
                for rule in program.rules
                for condition in conditions_of(rule)
                for node in nodes(condition, program)
                if isinstance(node, Constant) and isinstance(node.value, str)
            }
        )

    def book(self, stated_share: float = 0.5) -> FactBook:
        """A book in which the facts are stated as often as wanted, and the rest in the other states."""
        return FactBook({name: self.fact(name, each.type, stated_share) for name, each in self.program.facts.items()})

    def fact(self, name: str, type: Type, share: float) -> Fact:
        """A fact in one of the four states."""
        if self.random.random() < share:
            return stated(name, self.value(type))
        other = self.random.choice(("absent", "unknown", "unknown", "not_applicable"))
        return (
            absent(name)
            if other == "absent"
            else not_applicable(name)
            if other == "not_applicable"
            else unknown(name, Reason.BLANK)
        )

    def value(self, type: Type) -> Value:
        """A value of a type, from few enough that equal ones meet."""
        choose = self.random.choice
        match type.sort:
            case sort if sort in PLAIN:
                return Quantity(Decimal(choose(_FEW)), Unit(sort.value))
            case Sort.MONEY:
                return Money(Decimal(choose(_FEW)) * 10_000, choose(("CNY", "CNY", "CNY", "USD")))
            case Sort.RATE:
                return Rate(Decimal(choose(("0.03", "0.05", "1", "18.25"))), choose(tuple(Per)))
            case Sort.DATE:
                return DAY + timedelta(days=self.random.randint(-400, 400))
            case Sort.YES_NO:
                return self.random.random() < 0.5
            case Sort.SCALE | Sort.KINDS:
                return choose(self.program.members[type.name].members)
            case Sort.RECORD:
                fields = self.program.records[type.name].fields
                return Record(tuple((name, self.value(each)) for name, each in fields if self.random.random() < 0.8))
            case Sort.LIST:
                assert type.of is not None
                return tuple(self.value(type.of) for _ in range(self.random.randint(0, 3)))
            case _:
                return choose(self._texts or ["x"])
