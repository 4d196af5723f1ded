"""What the suite measures: a line a section. A module yields figures, or prints lines, which are kept as they are.

To add a benchmark, add a line. `figures(quick)` of the module yields `Figure`s; a module without it is run by `main()`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """A module of `benchmarks`, what it is about, and the arguments `main()` finds when it is that which is run."""

    module: str
    title: str
    arguments: tuple[str, ...] = ()
    quick: bool = True
    """Whether a smoke test runs it."""


SECTIONS = (
    Section("startup", "Start-up"),
    Section("load", "Loading policies"),
    Section("parsing", "Parsers"),
    Section("patterns", "`read` patterns"),
    Section("families", "Readers of facts"),
    Section("evaluation", "Evaluation"),
    Section("peers", "Evaluation beside other engines", quick=False),
    Section("rendering", "Rendering"),
    Section("whole_check", "Whole checks"),
    Section("folders", "Folders"),
    Section("growth", "Growth"),
    Section("reading", "Reading apart", quick=False),
    Section("pdf_reading", "PDF", quick=False),
    Section("ledger", "The ledger", quick=False),
    Section("portfolio", "Portfolios", quick=False),
    Section("recheck", "Re-checking facts", quick=False),
    Section("soak", "Long running", ("--checks", "3000"), quick=False),
)
"""In the order of the page."""
