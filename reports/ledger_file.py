"""`presign ledger show`: what a ledger holds, and the figures of one customer, as text or JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any, TextIO

from ..checker.value_words import number_words, value_words
from ..ledger.store.currencies import currency_notes
from ..ledger.store.facts import CustomerFile
from ..ledger.store.figures import BUCKETS, Figures
from ..ledger.store.find import Customer
from ..ledger.store.overview import Overview
from ..ledger.store.privacy import masked
from ..messages import say
from ..policylang.core import Program
from ..values import Money, Value
from .json_text import write_json

_PERCENT = frozenset({"on_time_percent", "receivables_share"})
_DAYS = frozenset(
    {
        "overdue_max_days",
        "average_days_late",
        "trend_days",
        "dso",
        "best_possible_dso",
        "average_days_delinquent",
    }
)
_HIDDEN = frozenset({"uscc", "bank_account"})
_NO_PROGRAM = Program()


def render_customer(file: CustomerFile, language: str, form: str, full: bool, out: TextIO) -> None:
    """Write the customer and its figures; in text, numbers of registers and accounts are masked unless `full`."""
    if form == "json":
        whole = {"customer": _plain(file.customer, drop=("id",)), "figures": _plain(file.figures)}
        write_json(whole, out)
        return
    out.writelines(f"{line}\n" for line in _customer_lines(file, language, full))


def render_overview(found: Overview, name: str, language: str, form: str, out: TextIO) -> None:
    """Write what the ledger holds."""
    if form == "json":
        whole = {"held": [_plain(each) for each in found.held], "imports": [_plain(each) for each in found.imports]}
        write_json(whole, out)
        return
    out.write(f"{name}\n")
    for held in found.held:
        days = f"{held.first} – {held.last}" if held.first else ""
        kind = say(f"ledger.kind_{held.kind.replace('-', '_')}", language)
        out.write(f"  {kind}: {held.count:,}  {days}".rstrip() + "\n")
    for each in found.imports:
        values = {"file": each.file, "at": f"{each.at:%Y-%m-%d %H:%M}", "kind": each.kind}
        values |= {key: f"{getattr(each, key):,}" for key in ("added", "changed", "rejected")}
        out.write(f"  {say('ledger.past_import', language, tuple(values.items()))}\n")


def _customer_lines(file: CustomerFile, language: str, full: bool) -> Iterator[str]:
    yield file.customer.name
    for field in fields(Customer):
        value = getattr(file.customer, field.name)
        if field.name in ("id", "name", "currency") or value is None:
            continue
        if field.name in _HIDDEN and not full:
            value = masked(str(value))
        if field.name == "max_days":
            value = f"{value} {say('ledger.days', language)}"
        yield f"  {_pair(say(f'ledger.customer_{field.name}', language), _words(value, language), language)}"
    yield say("ledger.as_of", language, (("day", file.figures.as_of.isoformat()),))
    missing = []
    for field in fields(Figures):
        value = getattr(file.figures, field.name)
        if field.name == "as_of":
            continue
        if value is None or value == ():
            missing.append(say(f"ledger.figure_{field.name}", language))
            continue
        figure = _figure(field.name, value, language)
        yield f"  {_pair(say(f'ledger.figure_{field.name}', language), figure, language)}"
    if missing:
        yield say("ledger.not_told", language, (("figures", say("report.comma", language).join(missing)),))
    for note in currency_notes(file.one):
        yield say(note.key, language, note.values)


def _figure(name: str, value: Any, language: str) -> str:
    if name == "ageing":
        return say("report.comma", language).join(_aged(value, language))
    if name in _PERCENT:
        return f"{number_words(round(value, 2))}%"
    if name in _DAYS:
        return f"{number_words(round(Decimal(value), 2))} {say('ledger.days', language)}"
    return _words(value, language)


def _aged(amounts: tuple[Money, ...], language: str) -> Iterator[str]:
    """Each bucket that isn't empty, after its days."""
    names = [say("ledger.not_due", language)]
    names += [f"{first + 1}–{last}" for first, last in pairwise(BUCKETS)]
    names.append(f"> {BUCKETS[-1]}")
    for name, amount in zip(names, amounts, strict=True):
        if amount.amount:
            yield _pair(name, _words(amount, language), language)


def _pair(label: str, value: str, language: str) -> str:
    return say("ledger.pair", language, (("label", label), ("value", value)))


def _words(value: Value | int, language: str) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value_words(value, None, _NO_PROGRAM, language)


def _plain(record: Any, drop: tuple[str, ...] = ()) -> dict[str, Any]:
    named = {field.name: getattr(record, field.name) for field in fields(record) if field.name not in drop}
    return {name: _json(value) for name, value in named.items()}


def _json(value: Any) -> Any:
    match value:
        case Money(amount, currency):
            return {"amount": str(amount), "currency": currency}
        case Decimal():
            return str(round(value, 4))
        case date():
            return value.isoformat()
        case tuple():
            return [_json(each) for each in value]
        case _:
            return value
