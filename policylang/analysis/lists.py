"""How many members of a list have to be looked at so that none more can matter.

Of a list of any length, a few members decide what a query says of it: one that shows `any` or refutes `all`, one whose
condition is unknown, the greatest, as many as a count is compared with and one more. The others can be left out without
changing any answer, so what holds for no short list holds for none. Sums, and counts compared with what isn't a
constant, have no such bound.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from ...values import Quantity
from ..core import (
    Aggregate,
    Compare,
    Condition,
    Constant,
    Contains,
    Expression,
    FactValue,
    Fold,
    ParameterValue,
    Program,
    Quantified,
)
from ..parameter_values import version_on
from ..traversal import Node, nodes

LONGEST: Final = 8
"""Members of a list looked at, at most."""
_SIZES: Final = (2, 4, LONGEST)


@dataclass(slots=True)
class Lists:
    """The members to look at (`slots`), and whether they are enough for a proof (`exact`)."""

    exact: bool = True
    _needed: dict[str, dict[Node, int]] = field(default_factory=dict)

    @property
    def slots(self) -> int:
        """How many members are looked at."""
        wanted = LONGEST if not self.exact else max((sum(each.values()) for each in self._needed.values()), default=0)
        return next((size for size in _SIZES if size >= wanted), LONGEST)

    def add(self, node: Node, over: Expression, members: int | None) -> None:
        """A node that needs some members of a list; None: no number is enough."""
        if members is None or not isinstance(over, FactValue):
            self.exact = False
            return
        needed = self._needed.setdefault(over.name, {})
        needed[node] = max(members, needed.get(node, 0))
        self.exact = self.exact and sum(needed.values()) <= LONGEST


def lists_in(asked: Iterable[tuple[Program, Condition]], as_of: date) -> Lists:
    """What the conditions of a query need of lists."""
    found = Lists()
    for program, condition in asked:
        everything = list(nodes(condition, program))
        counts = dict(_counts(everything, program, as_of))
        for node in everything:
            match node:
                case Quantified(_, over, _) | Contains(over, _):
                    found.add(node, over, 1)
                case Aggregate(Fold.COUNT, over):
                    found.add(node, over, counts.get(node))
                case Aggregate(Fold.SUM, over):
                    found.add(node, over, None)
                case Aggregate(_, over):
                    found.add(node, over, 2)
    return found


def _counts(everything: Iterable[Node], program: Program, as_of: date) -> Iterator[tuple[Node, int | None]]:
    """The members each count needs: those it is compared with, one more, and one whose condition is unknown."""
    needed: dict[Node, int | None] = {}
    direct = 0
    for node in everything:
        if isinstance(node, Aggregate) and node.fold is Fold.COUNT:
            direct += 1
        if not isinstance(node, Compare):
            continue
        for count, other in ((node.left, node.right), (node.right, node.left)):
            if isinstance(count, Aggregate) and count.fold is Fold.COUNT:
                direct -= 1
                most = _most(other, program, as_of)
                known = needed.get(count, 0)
                needed[count] = None if most is None or known is None else max(known, most + 2)
    yield from ((count, members if direct == 0 else None) for count, members in needed.items())


def _most(expression: Expression, program: Program, as_of: date) -> int | None:
    """The greatest number a constant or parameter can be; None for anything else."""
    match expression:
        case Constant(Quantity(amount)):
            return max(int(amount), 0)
        case ParameterValue(name):
            version = version_on(program.parameters[name], as_of)
            values = [value for _, value in version.rows] if version is not None else []
            return max((int(each.amount) for each in values if isinstance(each, Quantity)), default=0)
        case _:
            return None
