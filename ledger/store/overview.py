"""What a ledger holds: how many rows of each kind, from when to when, and the last imports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, func, select

from .kinds import KINDS
from .schema import imports

_DAYS = {
    "invoices": "issued_on",
    "payments": "paid_on",
    "orders": "ordered_on",
    "approvals": "decided_on",
    "promises": "made_on",
    "steps": "done_on",
    "returned-bills": "returned_on",
}
_LAST_IMPORTS = 10


@dataclass(frozen=True, slots=True)
class Held:
    """The rows of one kind."""

    kind: str
    count: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Import:
    """An import that changed something. `at` is UTC."""

    kind: str
    file: str
    at: datetime
    added: int
    changed: int
    rejected: int


@dataclass(frozen=True, slots=True)
class Overview:
    """Every kind, and the last imports, the newest first."""

    held: tuple[Held, ...]
    imports: tuple[Import, ...]


def overview(connection: Connection) -> Overview:
    """What the ledger holds."""
    held = tuple(_held(connection, name) for name in KINDS)
    i = imports.c
    rows = connection.execute(
        select(i.kind, i.file, i.imported_at, i.added, i.changed, i.rejected).order_by(i.id.desc()).limit(_LAST_IMPORTS)
    )
    return Overview(held, tuple(Import(*row) for row in rows))


def _held(connection: Connection, name: str) -> Held:
    table = KINDS[name].table
    if name not in _DAYS:
        count = connection.execute(select(func.count()).select_from(table)).scalar_one()
        return Held(name, count, None, None)
    day = table.c[_DAYS[name]]
    count, first, last = connection.execute(select(func.count(), func.min(day), func.max(day))).one()
    return Held(name, count, first, last)
