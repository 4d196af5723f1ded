"""What the company allows of waivers, from its parameters: how long they may hold, and who may waive a `block` rule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ...policylang.core import Program
from ...policylang.parameter_values import named_value
from ...values import Quantity

_DAYS, _ROLE = "waiver_max_days", "waiver_role"
_KIND = "approval_role"


@dataclass(frozen=True, slots=True)
class WaiverLimits:
    """Days from `created` to `until`, and the role; None and empty where the company sets none."""

    days: int | None = None
    role: str = ""


def waiver_limits(program: Program, day: date) -> WaiverLimits:
    """The limits on a day."""
    days, role = (named_value(program, name, (), day) for name in (_DAYS, _ROLE))
    return WaiverLimits(int(days.amount) if isinstance(days, Quantity) else None, role if isinstance(role, str) else "")


def roles(program: Program) -> tuple[str, ...]:
    """The roles there are."""
    members = program.members.get(_KIND)
    return members.members if members is not None else ()
