"""Rows of a file become rows of a table, or the reasons why not.

A batch is read column by column: the same few dates, names and words stand in thousands of rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from .cells import Wrong, plain_text, wrong
from .customers import Customers
from .headings import Column, Columns
from .kinds import Field, Form, Kind
from .names import name_key
from .readers import Amount, Reader, Stored, amount_reader, reader_of
from .rejected import Rejected
from .tabular import Row

Values = tuple[Any, ...]
"""The values of a row in the order of `Kind.columns`; each is `Stored`."""
Line = tuple[int, Sequence[str], Values]
Batch = list[Line]
_Told = defaultdict[int, list[Wrong]]
"""What is wrong, by the row's place in its batch."""
_Found = dict[str, list[Any]]
"""The values of a batch by column; those of a row that is told of may be anything."""
_COMPUTED = frozenset("=@+")


class RowReader:
    """Reads the rows of one file of `width` columns. `formulas` counts the texts a spreadsheet would compute."""

    def __init__(self, kind: Kind, columns: Columns, width: int, customers: Customers, currency: str) -> None:
        self._kind = kind
        self._width = width
        self._customers = customers
        self._currency = currency
        self._plain: list[tuple[int, Field, Reader]] = []
        self._money: list[tuple[Column, Field, Callable[[str], Amount | Wrong | None]]] = []
        self._owner_at = [columns[name].at if name in columns else None for name in ("customer", "uscc")]
        self._owner = lru_cache(maxsize=20_000)(lambda *named: customers.named(*map(plain_text, named)))
        self.formulas = 0
        for each in kind.fields:
            column = columns.get(each.name)
            if column is None or (kind.of_customer and each.name in ("customer", "uscc")):
                continue
            if each.form is Form.MONEY:
                self._money.append((column, each, amount_reader(column.scale)))
            else:
                self._plain.append((column.at, each, reader_of(each)))

    def read(self, rows: Sequence[Row], rejected: list[Rejected]) -> Batch:
        """The sound rows of a batch; the others are put to `rejected` with everything that is wrong with them."""
        told: _Told = defaultdict(list)
        found: _Found = {}
        self._too_wide(rows, told)
        for at, each, reader in self._plain:
            cells = _cells(rows, at)
            if each.form is Form.TEXT:
                self._count_formulas(cells)
            found[each.column] = _checked(each, list(map(reader, cells)), told)
        if self._kind.of_customer:
            found["customer_id"] = self._owners(rows, told)
        found["currency"] = self._amounts(rows, found, told)
        self._finish(found, told)
        nothing = [None] * len(rows)
        ordered = zip(*(found.get(column, nothing) for column in self._kind.columns), strict=True)
        if not told:
            return [(line, cells, values) for (line, cells), values in zip(rows, ordered, strict=True)]
        rejected += [Rejected(*rows[at], tuple(told[at])) for at in sorted(told)]
        every = enumerate(zip(rows, ordered, strict=True))
        return [(line, cells, values) for at, ((line, cells), values) in every if at not in told]

    def _too_wide(self, rows: Sequence[Row], told: _Told) -> None:
        """A row that is wider than the heading isn't read: an amount such as 1,234.56 without quotation marks."""
        for at, (_, cells) in enumerate(rows):
            if len(cells) > self._width and any(cells[self._width :]):
                counts = (("cells", str(len(cells))), ("columns", str(self._width)))
                told[at].append(Wrong("ledger.row_too_wide", counts))

    def _count_formulas(self, cells: list[str]) -> None:
        if any(map(_COMPUTED.__contains__, [cell[:1] for cell in cells])):
            self.formulas += sum(cell[:1] in _COMPUTED and plain_text(cell)[:1] in _COMPUTED for cell in cells)

    def _owners(self, rows: Sequence[Row], told: _Told) -> list[int | Wrong]:
        nothing = [""] * len(rows)
        named = [nothing if at is None else _cells(rows, at) for at in self._owner_at]
        owners = list(map(self._owner, *named))
        for at, owner in enumerate(owners):
            if isinstance(owner, Wrong):
                told[at].append(owner)
        return owners

    def _amounts(self, rows: Sequence[Row], found: _Found, told: _Told) -> list[Stored]:
        """Read the amounts into `found` and give back the currency of each row."""
        currencies = found.get("currency") or [None] * len(rows)
        given: set[int] = set()
        for column, each, reader in self._money:
            amounts = _checked(each, list(map(reader, _cells(rows, column.at))), told)
            found[each.column] = [amount[0] if amount.__class__ is tuple else None for amount in amounts]
            sound = [at for at, amount in enumerate(amounts) if amount.__class__ is tuple]
            given.update(sound)
            for at in sound if column.currency else [at for at in sound if amounts[at][1]]:
                for mark in filter(None, (amounts[at][1], column.currency)):
                    if currencies[at] is None:
                        currencies[at] = mark
                    elif currencies[at] != mark:
                        cell = plain_text(rows[at][1][column.at])
                        told[at].append(wrong("ledger.two_currencies", cell, other=str(currencies[at])))
        for at in given:
            if currencies[at] is None:
                currencies[at] = self._usual_currency(found, at)
        return currencies

    def _usual_currency(self, found: _Found, at: int) -> str:
        """The currency of amounts that don't say: the customer's own, else the one the user gave."""
        if self._kind.of_customer:
            owner = found["customer_id"][at]
        else:
            owner = self._customers.by_name.get(name_key(str(found["name"][at]))) if "name" in found else None
        return self._customers.currency.get(owner) or self._currency

    def _finish(self, found: _Found, told: _Told) -> None:
        """What follows from the values together."""
        match self._kind.name:
            case "customers":
                found["name_key"] = [name_key(str(name)) for name in found["name"]]
            case "payments":
                _given(found, "paid_on", invoice_number="")
            case "approvals":
                _given(found, "decided_on", facts_sha256="")
                found["facts_sha256"] = [_lower(each) for each in found["facts_sha256"]]
            case "steps":
                _given(found, "done_on", contract="", instalment=0, invoice_number="")
                for at, named in enumerate(zip(found["contract"], found["invoice_number"], strict=True)):
                    if not any(named):
                        told[at].append(Wrong("ledger.no_object"))
            case "invoices":
                for at, issued, due in _reversed(found["issued_on"], found["due_on"]):
                    told[at].append(Wrong("ledger.due_before", (("due", str(due)), ("issued", str(issued)))))
            case "promises":
                for at, _, promised in _reversed(found["made_on"], found["promised_on"]):
                    told[at].append(wrong("ledger.promise_before", str(promised)))


def _given(found: _Found, whole: str, **nothing: Stored) -> None:
    """What stands for a cell that gives nothing: an empty value can be part of a natural key, none can't.

    `whole` is a column that every file of the kind has.
    """
    for name, value in nothing.items():
        given = found.get(name) or [None] * len(found[whole])
        found[name] = [value if each is None else each for each in given]


def _lower(value: Any) -> Any:
    return value.lower() if isinstance(value, str) else value


def _cells(rows: Sequence[Row], at: int) -> list[str]:
    """The cells of a column; a row that ends before has none there."""
    try:
        return [cells[at] for _, cells in rows]
    except IndexError:
        return [cells[at] if at < len(cells) else "" for _, cells in rows]


def _checked(each: Field, values: list[Any], told: _Told) -> list[Any]:
    """The values of a field; what is wrong or missing among them is told."""
    if each.required and None in values:
        empty = Wrong("ledger.empty_cell", (("field", each.name),))
        for at, value in enumerate(values):
            if value is None:
                told[at].append(empty)
    for at, value in enumerate(values):
        if value.__class__ is Wrong:
            told[at].append(value)
    return values


def _reversed(firsts: list[Any], seconds: list[Any]) -> list[tuple[int, date, date]]:
    """The rows whose second day is before the first."""
    pairs = enumerate(zip(firsts, seconds, strict=True))
    return [
        (at, first, second)
        for at, (first, second) in pairs
        if first.__class__ is date and second.__class__ is date and second < first
    ]
