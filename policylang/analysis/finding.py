"""What analysis finds: a code, a message with its place, and a deal that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ...values import Value
from ..core import NOWHERE, Condition, FactValue, Span
from ..outcome import Verdict
from .query import Case


class Code(StrEnum):
    """The findings; each has its message `analysis.<name in lower case>` (docs/analysis.md)."""

    NEVER_APPLIES = "A101"
    NEVER_VIOLATED = "A102"
    ALWAYS_VIOLATED = "A103"
    CONTRADICTION = "A104"
    IMPLIED = "A105"
    SAME = "A106"
    EXCEPTION_NEVER = "A107"
    EXCEPTION_ALWAYS = "A108"
    EXCEPTION_COVERED = "A109"
    PERIOD_OVER = "A110"
    EXCEPTION_OVER = "A111"
    SWITCH_OVER = "A112"
    HOLE = "A201"
    NONE_IN_FORCE = "A202"
    REVIEW_OVERDUE = "A203"
    UNUSED_PARAMETER = "A204"
    UNUSED_FACT = "A205"
    GAP = "A301"
    ROW_UNREACHABLE = "A302"
    COLUMN_IDLE = "A303"
    ROW_REDUNDANT = "A304"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `subject` is the rule, parameter or fact; `values` fill its message.

    `case` shows it: a deal, and how the rules of `verdicts` end in it; `row`, the keys of a table's row or gap.
    """

    code: Code
    subject: str
    span: Span = NOWHERE
    values: tuple[tuple[str, str], ...] = ()
    related: tuple[tuple[str, Span], ...] = ()
    """Other places, each with the name of what stands there."""
    case: Case | None = None
    verdicts: tuple[tuple[str, Verdict], ...] = ()
    row: tuple[tuple[FactValue, Value], ...] = ()
    conditions: tuple[Condition, ...] = ()
    """Conditions that can't hold together."""
