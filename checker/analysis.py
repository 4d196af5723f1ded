"""Analysis of the policies a user names: which of the files loaded it speaks of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..policylang.analysis.analyse import Analysis, analyse
from ..policylang.analysis.finding import Finding
from ..policylang.analysis.upkeep import overdue
from ..policylang.core import Program, Span
from ..rules.packs import PRELUDE
from .run import Refusal, load


@dataclass(frozen=True, slots=True)
class Analysed:
    """A program and what was found in it."""

    program: Program
    analysis: Analysis


def run_analysis(policies: Sequence[str], as_of: date) -> Analysed | Refusal:
    """The findings of the policies named (all shipped packs without one), or why they can't be loaded."""
    loaded = load(policies)
    if isinstance(loaded, Refusal):
        return loaded
    if loaded.program is None or not loaded.program.rules:
        return Refusal(no_rules=True)
    return Analysed(loaded.program, analyse(loaded.program, as_of, _watched(policies)))


def past_review(program: Program, policies: Sequence[str], as_of: date) -> tuple[Finding, ...]:
    """The values of the policies named that should have been reviewed before a day."""
    watched = _watched(policies)
    return tuple(finding for finding in overdue(program, as_of) if watched(finding.span))


def _watched(policies: Sequence[str]) -> Callable[[Span], bool]:
    """Shipped facts and types serve all packs, and shipped parameters every run: they count only when asked for."""
    silent = PRELUDE if policies else PRELUDE[:1]
    named = {Path(each).resolve() for each in policies if Path(each).exists()}

    def watched(span: Span) -> bool:
        path = Path(span.path).resolve()
        asked = any(each == path or each in path.parents for each in named)
        return asked or not any(each.resolve() == path or each.resolve() in path.parents for each in silent)

    return watched
