"""What the suite measures: a line a section.

To add a benchmark, add a line. `figures(quick)` of the module yields `Figure`s, and lines of text for what is no ratio.
Its docstring is what the page says of it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """A module of `benchmarks`, and what it is about."""

    module: str
    title: str
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
    Section("reading", "Reading in processes", quick=False),
    Section("pdf_reading", "PDF", quick=False),
    Section("ledger", "The ledger", quick=False),
    Section("portfolio", "Portfolios", quick=False),
    Section("recheck", "Re-checking facts", quick=False),
    Section("soak", "Many checks in one process", quick=False),
)
"""In the order of the page."""
