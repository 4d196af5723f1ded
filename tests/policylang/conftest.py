"""Tells at the end of a run on how many programs the two evaluators were compared."""

from __future__ import annotations

import pytest
from agreement import RUN, SEED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if RUN.programs:
        compared = f"{RUN.programs:,} programs with {RUN.rules:,} rules, {RUN.cases:,} cases, seed {SEED}"
        terminalreporter.write_line(f"interpreter and compiler compared on {compared}")
