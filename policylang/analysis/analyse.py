"""Everything analysis has to say about a program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from time import monotonic

from ..core import Program, Span
from .finding import Finding
from .pairs import PairAnalysis
from .rows import row_findings
from .rules import RuleAnalysis, judged
from .solver import Solver
from .upkeep import upkeep


@dataclass(frozen=True, slots=True)
class Analysis:
    """The findings, in the order of their places; how many rules were looked at, and what couldn't be told."""

    findings: tuple[Finding, ...]
    rules: int
    unsure: int
    """Questions that took too long or can't be put to the solver; nothing is said of them."""
    seconds: float


def analyse(
    program: Program, as_of: date, watched: Callable[[Span], bool] = lambda span: True, seconds: float = 2.0
) -> Analysis:
    """The findings of a program as of a day; only what stands at a watched place is reported.

    `seconds` is the time a question may take.
    """
    began = monotonic()
    solver = Solver((program,), as_of, seconds)
    rules = tuple(rule for rule in judged(program, solver) if watched(rule.span))
    single = RuleAnalysis(program, solver)
    found = [finding for rule in rules for finding in single.findings(rule)]
    silent = {finding.subject for finding in found if not finding.related}
    found += PairAnalysis(program, solver, tuple(rule for rule in rules if rule.id not in silent)).findings()
    found += row_findings(program, as_of)
    found += upkeep(program, as_of)
    kept = sorted((each for each in found if watched(each.span)), key=_place)
    return Analysis(tuple(kept), len(rules), solver.gave_up, monotonic() - began)


def _place(finding: Finding) -> tuple[str, int, int, str]:
    return (finding.span.path, finding.span.line, finding.span.column, finding.code)
