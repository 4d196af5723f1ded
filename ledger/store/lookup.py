"""Stored rows by their keys, many at once: the keys go into a temporary table that is joined by index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Column, Connection, MetaData, RowMapping, Table, and_, delete, insert, select

Key = tuple[object, ...]


class Lookup:
    """Finds rows of one table by some of its columns, on one connection and inside its transaction."""

    def __init__(self, connection: Connection, table: Table, key: Sequence[str], columns: Sequence[str] = ()) -> None:
        self._connection = connection
        self._key = tuple(key)
        columns_of_key = [Column(name, table.c[name].type) for name in key]
        self._wanted = Table(f"wanted_{table.name}", MetaData(), *columns_of_key, prefixes=["TEMPORARY"])
        self._wanted.create(connection)
        alike = and_(*(table.c[name] == self._wanted.c[name] for name in key))
        chosen = [table.c[name] for name in columns or table.c.keys()]
        self._found = select(*chosen).select_from(self._wanted.join(table, alike))

    def rows(self, keys: Iterable[Key]) -> Iterator[RowMapping]:
        """The rows of the keys, in no order; a key that isn't stored gives none."""
        wanted = [dict(zip(self._key, key, strict=True)) for key in dict.fromkeys(keys)]
        if not wanted:
            return
        self._connection.execute(delete(self._wanted))
        self._connection.execute(insert(self._wanted), wanted)
        yield from self._connection.execute(self._found).mappings()

    def close(self) -> None:
        """Drop the temporary table."""
        self._wanted.drop(self._connection)
