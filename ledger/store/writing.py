"""Rows into a table: the new ones are added, the rest compared with what is stored."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, RowMapping, select, tuple_, update
from sqlalchemy.dialects import postgresql, sqlite

from .amounts import money
from .cells import Wrong
from .kinds import Field, Form, Kind
from .rejected import Rejected
from .rows import Stored, Values
from .schema import customers, invoices

if TYPE_CHECKING:
    from .importing import Imported

Line = tuple[int, Sequence[str], Values]
Batch = list[Line]
_KEYS_A_QUERY = 400


class Writer:
    """Writes the rows of one file. `changes` lets rows of a changeable kind say otherwise than the ledger."""

    def __init__(self, connection: Connection, kind: Kind, changes: bool) -> None:
        self._connection = connection
        self._kind = kind
        self._changes = changes and kind.changeable
        make = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
        self._insert = make(kind.table).on_conflict_do_nothing()
        self._compared = [field for field in kind.fields if field.column in kind.table.c]

    def write(self, batch: Batch, done: Imported) -> None:
        """Write one batch and count what became of its rows."""
        if self._kind.name == "payments":
            batch = self._with_known_invoices(batch, done)
        fresh, again = self._apart(batch)
        if fresh:
            added = self._connection.execute(self._insert, [values for _, _, values in fresh]).rowcount
            done.added += added
            if added < len(fresh):
                compared = self._compare(fresh, done)
                # Rows that were added now compare equal to themselves.
                done.unchanged += compared - added
        if again:
            done.unchanged += self._compare(again, done)

    def _apart(self, batch: Batch) -> tuple[Batch, Batch]:
        """The first row of each key, and the others."""
        seen: set[tuple[Stored, ...]] = set()
        fresh: Batch = []
        again: Batch = []
        for line in batch:
            key = self._key(line[2])
            (again if key in seen else fresh).append(line)
            seen.add(key)
        return fresh, again

    def _key(self, values: Any) -> tuple[Stored, ...]:
        return tuple(values[column] for column in self._kind.key)

    def _compare(self, batch: Batch, done: Imported) -> int:
        """How many rows say what the ledger says; the others change it or are rejected."""
        stored = self._stored(batch)
        alike = 0
        for line, cells, values in batch:
            kept = stored.get(self._key(values)) or self._stored_under_number(values)
            different = self._differences(kept, values) if kept is not None else ()
            if not different:
                alike += 1
            elif self._changes and kept is not None and not self._renames(kept, values):
                self._update(kept, values)
                done.changed += 1
            else:
                done.rejected.append(Rejected(line, cells, different))
        return alike

    def _stored(self, batch: Batch) -> dict[tuple[Stored, ...], RowMapping]:
        table = self._kind.table
        columns = [table.c[name] for name in self._kind.key]
        found: dict[tuple[Stored, ...], RowMapping] = {}
        for start in range(0, len(batch), _KEYS_A_QUERY):
            keys = [self._key(values) for _, _, values in batch[start : start + _KEYS_A_QUERY]]
            wanted = columns[0].in_([key[0] for key in keys]) if len(columns) == 1 else tuple_(*columns).in_(keys)
            for row in self._connection.execute(select(table).where(wanted)).mappings():
                found[self._key(row)] = row
        return found

    def _stored_under_number(self, values: Values) -> RowMapping | None:
        """A customer of the same registration number and another name."""
        if self._kind.table is not customers or not values["uscc"]:
            return None
        same = select(customers).where(customers.c.uscc == values["uscc"])
        return self._connection.execute(same).mappings().first()

    def _differences(self, stored: RowMapping, values: Values) -> tuple[Wrong, ...]:
        found = []
        for field in self._compared:
            given, kept = values[field.column], stored[field.column]
            if given is None or given == kept:
                continue
            shown = (_shown(field, kept, stored["currency"]), _shown(field, given, values["currency"]))
            told = (("field", field.name), ("stored", shown[0]), ("text", shown[1]))
            found.append(Wrong("ledger.contradiction", told))
        return tuple(found)

    def _renames(self, stored: RowMapping, values: Values) -> bool:
        """Whether a customer's name or number would change: that is another company until somebody says it isn't."""
        if self._kind.table is not customers:
            return False
        holder = self._stored_under_number(values)
        another = holder is not None and holder["id"] != stored["id"]
        renumbered = bool(values["uscc"] and stored["uscc"] and values["uscc"] != stored["uscc"])
        return another or renumbered or values["name_key"] != stored["name_key"]

    def _update(self, stored: RowMapping, values: Values) -> None:
        given = {name: value for name, value in values.items() if value is not None}
        table = self._kind.table
        self._connection.execute(update(table).where(table.c.id == stored["id"]), given)

    def _with_known_invoices(self, batch: Batch, done: Imported) -> Batch:
        """The rows whose invoice, where they name one, is in the ledger."""
        named = list(
            {
                (values["customer_id"], values["invoice_number"]): None
                for *_, values in batch
                if values["invoice_number"]
            }
        )
        key = tuple_(invoices.c.customer_id, invoices.c.number)
        known: set[tuple[int, str]] = set()
        for start in range(0, len(named), _KEYS_A_QUERY):
            rows = self._connection.execute(
                select(invoices.c.customer_id, invoices.c.number).where(key.in_(named[start : start + _KEYS_A_QUERY]))
            )
            known |= {(row[0], row[1]) for row in rows}
        kept = []
        for line, cells, values in batch:
            number = str(values["invoice_number"])
            if number and (values["customer_id"], number) not in known:
                done.rejected.append(Rejected(line, cells, (Wrong("ledger.no_invoice", (("text", number),)),)))
            else:
                kept.append((line, cells, values))
        return kept


def _shown(field: Field, value: Stored, currency: Stored) -> str:
    if value is None or value == "":
        return "–"
    if field.form is not Form.MONEY or not isinstance(value, int):
        return str(value)
    amount = money(value, str(currency))
    return f"{amount.currency} {amount.amount:,}"
