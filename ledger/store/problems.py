"""What keeps a ledger from being used, as a value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LedgerProblem:
    """A message key of the catalogue with its values: nothing was done."""

    key: str
    values: tuple[tuple[str, str], ...] = ()


def ledger_problem(key: str, **values: object) -> LedgerProblem:
    """A problem with its values as text."""
    return LedgerProblem(key, tuple((name, str(value)) for name, value in values.items()))


class Stopped(Exception):
    """Carries a problem out of a transaction, so that it is rolled back; never leaves this package."""

    def __init__(self, problem: LedgerProblem) -> None:
        super().__init__(problem.key)
        self.problem = problem
