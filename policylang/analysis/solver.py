"""Finds a deal for which a query is so, or proves that there is none, or says that it isn't sure.

The engine is z3. What it finds is tried by the interpreter before it is given out; a case that fails there is a mistake
of the encoding, kept in `disagreements` and never shown. "None" is proven for facts that say nothing below zero; where
lists are asked about it would be proven for short ones only, so the answer is `UNSURE`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from ..core import Aggregate, Arithmetic, FactValue, Fold, Operator, Program, Sort
from ..traversal import nodes
from .query import Case, Query, asked, facts_of_query, holds
from .readable import readable

if TYPE_CHECKING:
    from .encode_verdicts import Formulas


class Answer(Enum):
    """What a search can end in besides a case and a proof that there is none."""

    UNSURE = "unsure"


UNSURE: Final = Answer.UNSURE
_SHIFTS: Final = (Sort.MONTHS, Sort.YEARS)
_LONGEST: Final = 8
"""Members of a list looked at when a policy counts."""


@dataclass(slots=True)
class Solver:
    """Answers queries about one or two programs as of a day; a query takes `seconds` at most."""

    programs: tuple[Program, ...]
    as_of: date
    seconds: float = 2.0
    disagreements: list[tuple[Query, Case]] = field(default_factory=list)
    gave_up: int = 0
    """Queries that took too long or couldn't be put to the solver."""
    _formulas: dict[int, Formulas] = field(default_factory=dict)

    def find(self, query: Query, *, polish: bool = True) -> Case | Answer | None:
        """A case for which the query is so, made readable; None when there is none; `UNSURE` when it can't be told."""
        from .symbols import Unsupported

        features = _features(query, self.as_of)
        try:
            found = self._search(query, features)
        except Unsupported:
            found = UNSURE
        if found is UNSURE:
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
            return self._tried(query, formulas, facts, model, features)
        if features.lists or self._model(formulas, formula, facts, believable=False) is not None:
            return UNSURE
        return None

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
        solver.set("timeout", int(self.seconds * 1000))
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
    """What of a query isn't exact: lists, of which only a few members are looked at; dates moved by months."""

    lists: bool = False
    inexact: bool = False
    slots: int = 2


def _features(query: Query, as_of: date) -> _Features:
    found = _Features()
    for program, condition in asked(query, as_of):
        for node in nodes(condition, program):
            match node:
                case FactValue(type=kind) if kind.sort is Sort.LIST:
                    found = replace(found, lists=True)
                case Arithmetic(left=left, right=right) if left.type.sort is Sort.DATE and right.type.sort in _SHIFTS:
                    found = replace(found, inexact=True)
                case Arithmetic(operator=Operator.OVER):
                    found = replace(found, inexact=True)
                case Aggregate(fold=Fold.COUNT):
                    found = replace(found, slots=_LONGEST)
    return found
