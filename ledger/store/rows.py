"""Rows of a file become rows of a table, or the reasons why not."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ...facts.quantities.currencies import AFTER, BEFORE, code_of
from .cells import Wrong, plain_text, read_amount, read_day, read_whole, read_yes_no, wrong
from .headings import Column, Columns
from .kinds import Field, Form, Kind
from .names import name_key, number_key

Stored = int | str | date | bool | None
Values = dict[str, Stored]
Reader = Callable[[str], Stored | Wrong]


@dataclass(frozen=True, slots=True)
class Customers:
    """Who is in the ledger: the id by comparable name and by registration number, the currency by id."""

    by_name: Mapping[str, int]
    by_number: Mapping[str, int]
    currency: Mapping[int, str]


class RowReader:
    """Reads the rows of one file."""

    def __init__(self, kind: Kind, columns: Columns, customers: Customers, currency: str) -> None:
        self._kind = kind
        self._customers = customers
        self._currency = currency
        self._numbered = frozenset(customers.by_number.values())
        self._plain: list[tuple[int, Field, Reader]] = []
        self._money: list[tuple[Column, Field]] = []
        self._owner = {name: columns[name].at for name in ("customer", "uscc") if kind.of_customer and name in columns}
        for field in kind.fields:
            column = columns.get(field.name)
            if column is None or (kind.of_customer and field.name in ("customer", "uscc")):
                continue
            if field.form is Form.MONEY:
                self._money.append((column, field))
            else:
                self._plain.append((column.at, field, _reader(field)))
        self._missing: Values = {field.column: None for field in kind.fields if field.column in kind.table.c}
        self._missing |= {column: "" for column in ("invoice_number",) if column in self._missing}

    def read(self, cells: Sequence[str]) -> Values | tuple[Wrong, ...]:
        """The values of a row by column of the table; or everything that is wrong with it."""
        values, problems = dict(self._missing), []
        count = len(cells)
        for at, field, reader in self._plain:
            cell = plain_text(cells[at]) if at < count else ""
            if not cell:
                if field.required:
                    problems.append(_empty(field))
                continue
            value = reader(cell)
            if isinstance(value, Wrong):
                problems.append(value)
            else:
                values[field.column] = value
        if self._kind.of_customer:
            owner = self._owner_of(cells)
            if isinstance(owner, Wrong):
                problems.append(owner)
            else:
                values["customer_id"] = owner
        self._amounts(cells, values, problems)
        if not problems:
            self._finish(values, problems)
        return tuple(problems) if problems else values

    def _amounts(self, cells: Sequence[str], values: Values, problems: list[Wrong]) -> None:
        for column, field in self._money:
            cell = plain_text(cells[column.at]) if column.at < len(cells) else ""
            if not cell:
                if field.required:
                    problems.append(_empty(field))
                continue
            read = read_amount(cell, column.scale)
            if isinstance(read, Wrong):
                problems.append(read)
                continue
            values[field.column], marked = read
            for currency in (marked, column.currency):
                if currency and not values["currency"]:
                    values["currency"] = currency
                elif currency and values["currency"] != currency:
                    problems.append(wrong("ledger.two_currencies", cell, other=str(values["currency"])))

    def _owner_of(self, cells: Sequence[str]) -> int | Wrong:
        named = {name: plain_text(cells[at]) for name, at in self._owner.items() if at < len(cells)}
        name, number = named.get("customer", ""), named.get("uscc", "")
        by_number = self._customers.by_number.get(number_key(number)) if number else None
        by_name = self._customers.by_name.get(name_key(name)) if name else None
        if by_number is not None and by_name is not None and by_number != by_name:
            return wrong("ledger.two_customers", name, number=number)
        found = by_number if by_number is not None else by_name
        if found is None:
            return wrong("ledger.no_customer", name or number) if name or number else Wrong("ledger.no_owner")
        # A customer of this name with another number is another company.
        if number and by_number is None and found in self._numbered:
            return wrong("ledger.no_customer", number)
        return found

    def _finish(self, values: Values, problems: list[Wrong]) -> None:
        """What follows from the values together."""
        if self._kind.name == "customers":
            values["name_key"] = name_key(str(values["name"]))
        if values["currency"] is None and any(values[field.column] is not None for _, field in self._money):
            owner = values.get("customer_id") or self._customers.by_name.get(str(values.get("name_key")))
            known = self._customers.currency.get(owner) if isinstance(owner, int) else None
            values["currency"] = known or self._currency
        match self._kind.name:
            case "invoices" if (due := values["due_on"]) and (issued := values["issued_on"]):
                assert isinstance(due, date) and isinstance(issued, date)
                if due < issued:
                    problems.append(Wrong("ledger.due_before", (("due", str(due)), ("issued", str(issued)))))
            case "promises" if str(values["promised_on"]) < str(values["made_on"]):
                problems.append(wrong("ledger.promise_before", str(values["promised_on"])))


def _empty(field: Field) -> Wrong:
    return Wrong("ledger.empty_cell", (("field", field.name),))


def _reader(field: Field) -> Reader:
    match field.form:
        case Form.DAY:
            return read_day
        case Form.WHOLE:
            return read_whole
        case Form.YES_NO:
            return read_yes_no
        case Form.CURRENCY:
            return _currency
        case Form.NUMBER:
            return lambda cell: _short(number_key(cell), field.longest)
        case Form.WORD:
            words = field.words or {}
            return lambda cell: words.get(cell.casefold().replace(" ", "_")) or wrong("ledger.bad_word", cell)
        case _:
            return lambda cell: cell if len(cell) <= field.longest else _short(cell, field.longest)


def _short(text: str, longest: int) -> str | Wrong:
    return text if len(text) <= longest else wrong("ledger.too_long_text", text, limit=str(longest))


def _currency(cell: str) -> str | Wrong:
    if re.fullmatch(r"[A-Z]{3}", cell):
        return "CNY" if cell == "RMB" else cell
    match = re.fullmatch(rf"{BEFORE}|{AFTER}", cell.replace("￥", "¥"))
    return code_of(match[0]) if match else wrong("ledger.bad_currency", cell)
