"""Which of many texts an expression may match in, without asking each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .expression import Expression
from .kept import Held


class Index:
    """The texts of a document by the words they hold; those that weren't looked at may hold any."""

    def __init__(self, texts: Sequence[str], held: Mapping[str, Held]) -> None:
        self._all = range(len(texts))
        self._any: list[int] = []
        alike: dict[Held, list[int]] = {}
        for at, text in enumerate(texts):
            numbers = held.get(text)
            (self._any if numbers is None else alike.setdefault(numbers, [])).append(at)
        self._places = list(alike.values())
        self._with: dict[int, set[int]] = {}
        for group, numbers in enumerate(alike):
            for number in numbers:
                self._with.setdefault(number, set()).add(group)

    def holding(self, number: int) -> list[int]:
        """The places of the texts that hold a word of a choice, and of those that may."""
        return [*self._any, *(at for group in self._with.get(number, ()) for at in self._places[group])]

    def where(self, pattern: object) -> Sequence[int]:
        """The places of the texts an expression may match in, in order."""
        needs: Held = pattern.needed if isinstance(pattern, Expression) else frozenset()
        if not needs:
            return self._all
        first, *others = sorted((self._with.get(number, set()) for number in needs), key=len)
        return sorted([*self._any, *(at for group in first.intersection(*others) for at in self._places[group])])
