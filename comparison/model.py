"""What a comparison found, without a word of any language in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..checker.report import DocumentReport, Finding
from ..policylang.core import Program, Severity
from .units import Unit
from .words import Piece


class Status(StrEnum):
    """What became of a unit of the template."""

    UNCHANGED = "unchanged"
    FILLED = "filled"
    MOVED = "moved"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Fill:
    """A blank of the template and what stands there now. `name` is what the template calls it."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph or table row of both documents."""

    status: Status
    before: Unit | None
    after: Unit | None
    pieces: tuple[Piece, ...] = ()
    fills: tuple[Fill, ...] = ()
    moved: bool = False

    @property
    def deviates(self) -> bool:
        """Whether the contract isn't the filled template here."""
        return self.moved or self.status not in (Status.UNCHANGED, Status.FILLED)

    @property
    def differs(self) -> bool:
        """Whether there is anything to show: a deviation or a filled blank."""
        return self.deviates or self.status is Status.FILLED

    @property
    def clause(self) -> str:
        """The clause it stands in, of the contract where it is there."""
        unit = self.after or self.before
        return unit.clause if unit is not None else ""


class Effect(StrEnum):
    """What a verdict turned to."""

    WORSE = "worse"
    BETTER = "better"


@dataclass(frozen=True, slots=True)
class Turn:
    """A rule whose verdict differs. `rows` are the places of `Comparison.rows` that its facts were read from."""

    before: Finding
    after: Finding
    effect: Effect
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """A template and a contract, judged by the same rules as of the same day."""

    template: DocumentReport
    contract: DocumentReport
    program: Program
    rows: tuple[Row, ...]
    turns: tuple[Turn, ...]

    @property
    def deviations(self) -> tuple[Row, ...]:
        """The rows where the contract isn't the filled template."""
        return tuple(row for row in self.rows if row.deviates)

    def turns_at(self, row: int) -> tuple[Turn, ...]:
        """The verdicts that a row turned."""
        return tuple(turn for turn in self.turns if row in turn.rows)

    def worse(self, least: Severity) -> tuple[Turn, ...]:
        """The verdicts that got worse, of rules from a severity upwards."""
        order = list(Severity)
        return tuple(
            turn
            for turn in self.turns
            if turn.effect is Effect.WORSE and order.index(turn.after.rule.severity) <= order.index(least)
        )
