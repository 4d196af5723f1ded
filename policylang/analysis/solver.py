"""Finds a deal for which a query is so, or proves that there is none, or says that it isn't sure.

The engine is z3. What it finds is tried by the interpreter before it is given out; a case that fails there is a mistake
of the encoding, kept in `disagreements` and never shown. "None" is proven for facts that say nothing below zero; where
the members of a list can't all be looked at (`lists`) the answer is `UNSURE`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from ..core import Arithmetic, FactValue, Operator, Program, Sort
from ..traversal import nodes
from .lists import lists_in
from .query import Case, Query, asked, facts_of_query, holds
from .readable import readable

if TYPE_CHECKING:
    from .encode_verdicts import Formulas


class Answer(Enum):
    """What a search can end in besides a case and a proof that there is none."""

    UNSURE = "unsure"


UNSURE: Final = Answer.UNSURE
_STEPS: Final = 1_000_000
"""The engine's own count of what it does in a second: by it every machine gives up at the same query."""
_PATIENCE: Final = 10
"""How many times longer a slow machine may take."""
_PIN: Final = date(2026, 1, 15)
_SHIFTS: Final = (Sort.MONTHS, Sort.YEARS)


@dataclass(slots=True)
class Solver:
    """Answers queries about one or two programs as of a day; a query may take about `seconds` of work."""

    programs: tuple[Program, ...]
    as_of: date
    seconds: float = 2.0
    disagreements: list[tuple[Query, Case]] = field(default_factory=list)
    gave_up: int = 0
    """Queries that took too long or couldn't be put to the solver."""
    _formulas: dict[int, Formulas] = field(default_factory=dict)

    def find(self, query: Query, *, polish: bool = True, whole: bool = True) -> Case | Answer | None:
        """A case for which the query is so, made readable; None when there is none; `UNSURE` when it can't be told.

        `whole` False: the query is asked again in parts if it can't be told, so it doesn't count as given up.
        """
        from .symbols import Unsupported

        features = _features(query, self.as_of)
        try:
            found = self._search(query, features)
        except Unsupported:
            found = UNSURE
        if found is UNSURE and whole:
            self.gave_up += 1
        if found is None or isinstance(found, Answer):
            return found
        return readable(query, found, self.as_of) if polish else found

    def _search(self, query: Query, features: _Features) -> Case | Answer | None:
        formulas = self._for(features.slots)
        formula = formulas.formula(query)
        facts = facts_of_query(query, self.as_of)
        model = self._model(formulas, formula, facts, believable=True)
        if isinstance(model, Answer):
            return model
        if model is not None:
            found = self._tried(query, formulas, facts, model, features)
            return self._pinned(query, formulas, facts, features) if found is UNSURE and features.inexact else found
        if features.lists or self._model(formulas, formula, facts, believable=False) is not None:
            return UNSURE
        return None

    def _pinned(
        self, query: Query, formulas: Formulas, facts: Sequence[FactValue], features: _Features
    ) -> Case | Answer:
        """A case in which every date that is moved by months is one day, from which the months are exact."""
        from .symbols import conj

        formula = conj((formulas.formula(query), *formulas.pinned(_PIN)))
        model = self._model(formulas, formula, facts, believable=True)
        if model is None or isinstance(model, Answer):
            return UNSURE
        return self._tried(query, formulas, facts, model, features)

    def _for(self, slots: int) -> Formulas:
        from .encode_verdicts import Formulas
        from .symbols import World

        if slots not in self._formulas:
            self._formulas[slots] = Formulas(World(self.programs, slots), self.as_of)
        return self._formulas[slots]

    def _tried(
        self, query: Query, formulas: Formulas, facts: Sequence[FactValue], model: Any, features: _Features
    ) -> Case | Answer:
        from .decode import reading

        case = {fact.name: reading(formulas.world.fact(fact), model, formulas.world) for fact in facts}
        if holds(query, case, self.as_of):
            return case
        if not features.inexact:
            self.disagreements.append((query, case))
        return UNSURE

    def _model(self, formulas: Formulas, formula: Any, facts: Sequence[FactValue], *, believable: bool) -> Any:
        """A model with as many facts stated as can be; None when there is none, `UNSURE` when time ran out."""
        import z3

        from .domains import domain

        solver = z3.Solver()
        solver.set("rlimit", int(self.seconds * _STEPS))
        solver.set("timeout", int(self.seconds * 1000 * _PATIENCE))
        symbols = [formulas.world.fact(fact) for fact in facts]
        solver.add(formula, *formulas.bounds())
        for symbol in symbols:
            solver.add(*domain(symbol, formulas.world, believable=believable))
        wanted = {str(symbol.stated): symbol.stated for symbol in symbols}
        while True:
            answer = solver.check(*wanted.values())
            if answer == z3.sat:
                return solver.model()
            if answer == z3.unknown:
                return UNSURE
            core = {str(each) for each in solver.unsat_core()}
            if not core:
                return None
            wanted = {name: symbol for name, symbol in wanted.items() if name not in core}


@dataclass(frozen=True, slots=True)
class _Features:
    """What of a query isn't exact: lists whose members can't all be looked at; divisions, dates moved by months."""

    lists: bool
    inexact: bool
    slots: int


def _features(query: Query, as_of: date) -> _Features:
    parts = list(asked(query, as_of))
    lists = lists_in(parts, as_of)
    inexact = any(
        isinstance(node, Arithmetic)
        and (node.operator is Operator.OVER or (node.left.type.sort is Sort.DATE and node.right.type.sort in _SHIFTS))
        for program, condition in parts
        for node in nodes(condition, program)
    )
    return _Features(not lists.exact, inexact, lists.slots)
