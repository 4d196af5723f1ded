"""Rows into a table: the new ones are added, the rest compared with what is stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING

from sqlalchemy import Connection, RowMapping, select, update

from .amounts import money
from .cells import Wrong
from .kinds import PRIVATE, Field, Form, Kind
from .lookup import Key, Lookup
from .readers import Stored
from .rejected import Rejected
from .rows import Batch, Values
from .schema import customers, invoices

if TYPE_CHECKING:
    from .importing import Imported

Given = Mapping[str, Stored]
"""The values of a row by column."""


class Writer:
    """Writes the rows of one file. `changes` lets rows of a changeable kind say otherwise than the ledger."""

    def __init__(self, connection: Connection, kind: Kind, changes: bool) -> None:
        self._connection = connection
        self._kind = kind
        self._changes = changes and kind.changeable
        self._compared = [field for field in kind.fields if field.column in kind.table.c]
        self._key = _picked(kind, kind.key)
        self._seen: set[Key] = set()
        self._insert, self._parameters = _insertion(connection, kind)
        self._stored_rows = Lookup(connection, kind.table, kind.key)
        self._known = None
        if kind.name in ("payments", "steps"):
            self._known = Lookup(connection, invoices, _INVOICE_KEY, _INVOICE_KEY)

    def close(self) -> None:
        """Give up what only this file needed."""
        self._stored_rows.close()
        if self._known is not None:
            self._known.close()

    def write(self, batch: Batch, done: Imported) -> None:
        """Write one batch and count what became of its rows."""
        if self._known is not None:
            batch = self._with_known_invoices(batch, self._known, done)
        fresh, again = self._apart(batch)
        if fresh:
            added = self._connection.exec_driver_sql(self._insert, self._parameters(fresh)).rowcount
            done.added += added
            if added < len(fresh):
                compared = self._compare(fresh, done, self._changes)
                # Rows that were added now compare equal to themselves.
                done.unchanged += compared - added
        if again:
            done.unchanged += self._compare(again, done, changes=False)

    def _apart(self, batch: Batch) -> tuple[Batch, Batch]:
        """The first row of each key, and the others."""
        # One file mustn't say two things of one row, not even when it may change what the ledger says.
        seen: set[Key] = self._seen if self._changes else set()
        fresh: Batch = []
        again: Batch = []
        for line in batch:
            key = self._key(line[2])
            (again if key in seen else fresh).append(line)
            seen.add(key)
        return fresh, again

    def _compare(self, batch: Batch, done: Imported, changes: bool) -> int:
        """How many rows say what the ledger says; the others change it or are rejected."""
        found = self._stored_rows.rows(self._key(values) for _, _, values in batch)
        stored = {tuple(row[name] for name in self._kind.key): row for row in found}
        alike = 0
        for line, cells, values in batch:
            given = dict(zip(self._kind.columns, values, strict=True))
            kept = stored.get(self._key(values)) or self._stored_under_number(given)
            different = self._differences(kept, given) if kept is not None else ()
            if not different:
                alike += 1
            elif changes and kept is not None and not self._renames(kept, given):
                self._update(kept, given)
                done.changed += 1
            else:
                done.rejected.append(Rejected(line, cells, different))
        return alike

    def _stored_under_number(self, given: Given) -> RowMapping | None:
        """A customer of the same registration number and another name."""
        if self._kind.table is not customers or not given["uscc"]:
            return None
        same = select(customers).where(customers.c.uscc == given["uscc"])
        return self._connection.execute(same).mappings().first()

    def _differences(self, stored: RowMapping, given: Given) -> tuple[Wrong, ...]:
        found = []
        for field in self._compared:
            new, kept = given[field.column], stored[field.column]
            if new is None or new == kept:
                continue
            shown = (_shown(field, kept, stored.get("currency")), _shown(field, new, given.get("currency")))
            told = (("field", field.name), ("stored", shown[0]), ("text", shown[1]))
            private = ("stored", "text") if field.name in PRIVATE else ()
            found.append(Wrong("ledger.contradiction", told, private))
        return tuple(found)

    def _renames(self, stored: RowMapping, given: Given) -> bool:
        """Whether a customer's name or number would change: that is another company until somebody says it isn't."""
        if self._kind.table is not customers:
            return False
        holder = self._stored_under_number(given)
        another = holder is not None and holder["id"] != stored["id"]
        renumbered = bool(given["uscc"] and stored["uscc"] and given["uscc"] != stored["uscc"])
        return another or renumbered or given["name_key"] != stored["name_key"]

    def _update(self, stored: RowMapping, given: Given) -> None:
        told = {name: value for name, value in given.items() if value is not None}
        table = self._kind.table
        self._connection.execute(update(table).where(table.c.id == stored["id"]), told)

    def _with_known_invoices(self, batch: Batch, known: Lookup, done: Imported) -> Batch:
        """The rows whose invoice, where they name one, is in the ledger."""
        pair = _picked(self._kind, ("customer_id", "invoice_number"))
        named = (key for *_, values in batch if (key := pair(values))[1])
        there = {(row["customer_id"], row["number"]) for row in known.rows(named)}
        kept = []
        for line, cells, values in batch:
            key = pair(values)
            if not key[1] or key in there:
                kept.append((line, cells, values))
            else:
                done.rejected.append(Rejected(line, cells, (Wrong("ledger.no_invoice", (("text", str(key[1])),)),)))
        return kept


_INVOICE_KEY = ("customer_id", "number")


def _picked(kind: Kind, names: Sequence[str]) -> Callable[[Values], Key]:
    """Picks some values of a row, always as a tuple."""
    places = [kind.columns.index(name) for name in names]
    if len(places) > 1:
        return itemgetter(*places)
    return lambda values: (values[places[0]],)


def _insertion(connection: Connection, kind: Kind) -> tuple[str, Callable[[Batch], list[Values]]]:
    """The statement that adds rows whose key is new, in the driver's own words, and what makes rows its parameters.

    SQLAlchemy would prepare the parameters of each row anew; that costs as much as the database's own work.
    """
    names = kind.columns
    postgres = connection.dialect.name == "postgresql"
    marks = ", ".join(["%s" if postgres else "?"] * len(names))
    statement = f"INSERT INTO {kind.table.name} ({', '.join(names)}) VALUES ({marks}) ON CONFLICT DO NOTHING"
    days = [] if postgres else [at for at, name in enumerate(names) if kind.table.c[name].type.python_type is date]

    def parameters(batch: Batch) -> list[Values]:
        columns = list(zip(*(values for *_, values in batch), strict=True))
        for at in days:
            # As SQLAlchemy keeps days in SQLite.
            columns[at] = tuple([day and day.isoformat() for day in columns[at]])
        return list(zip(*columns, strict=True))

    return statement, parameters


def _shown(field: Field, value: Stored, currency: Stored) -> str:
    if value is None or value == "":
        return "–"
    if field.form is not Form.MONEY or not isinstance(value, int):
        return str(value)
    amount = money(value, str(currency))
    return f"{amount.currency} {amount.amount:,}"
