"""`presign worklist` as text, JSON and CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import TextIO

import click

from ..checker.value_words import value_words
from ..collection.worklist import Group, Status, Work
from ..messages import say
from ..policylang.core import Program
from ..values import Quantity, Unit
from .json_text import write_json
from .plan_words import action_words, deadline_words, end_words, taken_words
from .sheets import guarded
from .values import Json, value_json
from .wrap import wrapped

SCHEMA_VERSION = "1.0"
_COLUMNS = (
    "customer",
    "what",
    "due",
    "days_late",
    "amount",
    "currency",
    "action",
    "day",
    "state",
    "owner",
    "note",
    "path",
)
_COLOURS = {Status.GONE: "bright_red", Status.DEADLINE: "bright_red", Status.OVERDUE: "yellow", Status.TODAY: "green"}
_COLOURS |= {Status.NEXT: "bright_black", Status.END: "yellow"}
_MOST_DONE = 3
"""Steps on record that are shown, the last ones."""


def render(groups: Sequence[Group], program: Program, day: date, language: str, form: str, out: TextIO) -> None:
    """Write the worklist of a day."""
    match form:
        case "json":
            customers: list[Json] = [_group_json(group) for group in groups]
            found = {"schema_version": SCHEMA_VERSION, "as_of": day.isoformat(), "customers": customers}
            write_json(found, out)
        case "csv":
            _render_csv(groups, program, language, out)
        case _:
            for line in _lines(groups, program, day, language):
                click.echo(line, file=out)


def _lines(groups: Sequence[Group], program: Program, day: date, language: str) -> Iterator[str]:
    yield click.style(say("collection.work_title", language, (("day", day.isoformat()),)), bold=True)
    if not groups:
        yield say("collection.work_nothing", language)
    for group in groups:
        values = (
            ("customer", group.customer or say("collection.somebody", language)),
            ("amount", value_words(group.amount, None, program, language)),
            ("days", _days(group.days_late, program, language)),
        )
        key = "collection.work_customer" if group.days_late else "collection.work_not_late"
        yield ""
        yield from wrapped(say(key, language, values), "", "  ")
        if group.broken:
            yield from wrapped(say("collection.work_broken", language, (("count", str(group.broken)),)), "  ")
        told: list[str] = []
        for work in group.works:
            first, *more = wrapped(_line(work, program, language), "  ", "      ")
            yield click.style(first, fg=_COLOURS[work.status])
            yield from more
            notes = list(_notes(work, program, language))
            # Two steps of one day have the same behind them: it is told once.
            for note in notes if notes != told else ():
                yield from wrapped(note, "      ")
            told = notes
    if any(work.number is None for group in groups for work in group.works):
        yield ""
        yield from wrapped(say("collection.work_held", language))


def _line(work: Work, program: Program, language: str) -> str:
    values = (
        ("action", _action(work, program, language)),
        ("day", work.day.isoformat()),
        ("state", say(f"collection.state_{work.status.value}", language)),
        ("what", _what(work, language)),
        ("amount", value_words(work.amount, None, program, language)),
        ("lateness", _lateness(work, program, language)),
        ("who", work.owner or say("collection.nobody", language)),
    )
    return say("collection.work_line", language, values)


def _action(work: Work, program: Program, language: str) -> str:
    if work.deadline is not None:
        return end_words(work.deadline, language)
    return action_words(work.action, program, language)


def _what(work: Work, language: str) -> str:
    invoice = say("collection.work_invoice", language, (("number", work.invoice),)) if work.invoice else ""
    if work.number is None:
        return invoice
    values = (("contract", work.contract), ("number", f"{work.number}.{work.part}" if work.part else str(work.number)))
    own = say("collection.work_what", language, values)
    return f"{own} ({invoice})" if invoice else own


def _lateness(work: Work, program: Program, language: str) -> str:
    if work.days_late:
        return say("collection.lateness", language, (("days", _days(work.days_late, program, language)),))
    if work.due is None:
        return say("collection.no_due", language)
    return say("collection.not_due", language, (("day", work.due.isoformat()),))


def _days(days: int, program: Program, language: str) -> str:
    return value_words(Quantity(Decimal(days), Unit.DAYS), None, program, language)


def _notes(work: Work, program: Program, language: str) -> Iterator[str]:
    if work.deadline is not None:
        yield deadline_words(work.deadline, language)
    if work.earlier:
        told = say("report.comma", language).join(action_words(each, program, language) for each in work.earlier)
        yield say("collection.before", language, (("actions", told),))
    if work.done:
        words = [
            (("action", action_words(each.action, program, language)), ("done", taken_words(each, language)))
            for each in work.done[-_MOST_DONE:]
        ]
        told = say("report.comma", language).join(say("collection.work_step", language, each) for each in words)
        yield say("collection.work_done", language, (("steps", told),))
    if work.disputed:
        yield say("collection.disputed", language)
    if work.nothing_open:
        yield say("collection.nothing_open", language)


def _render_csv(groups: Sequence[Group], program: Program, language: str, out: TextIO) -> None:
    """UTF-8 with a mark, so that spreadsheets read Chinese; no cell runs (see `sheets`)."""
    out.write("\ufeff")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([say(f"collection.column_{name}", language) for name in _COLUMNS])
    for group in groups:
        for work in group.works:
            writer.writerow([guarded(cell) for cell in _cells(work, program, language)])


def _cells(work: Work, program: Program, language: str) -> tuple[str, ...]:
    return (
        work.customer,
        _what(work, language),
        work.due.isoformat() if work.due else "",
        str(work.days_late),
        f"{work.amount.amount:.2f}",
        work.amount.currency,
        _action(work, program, language),
        work.day.isoformat(),
        say(f"collection.state_{work.status.value}", language),
        work.owner or "",
        ("；" if language == "zh" else "; ").join(_notes(work, program, language)),
        work.path,
    )


def _group_json(group: Group) -> dict[str, Json]:
    works: list[Json] = [_work_json(work) for work in group.works]
    return {
        "customer": group.customer or None,
        "amount": value_json(group.amount),
        "days_late": group.days_late,
        "broken_promises": group.broken,
        "work": works,
    }


def _work_json(work: Work) -> dict[str, Json]:
    return {
        "state": work.status.value,
        "action": work.action,
        "day": work.day.isoformat(),
        "contract": work.contract or None,
        "path": work.path or None,
        "instalment": work.number,
        "part": work.part or None,
        "invoice": work.invoice or None,
        "due": value_json(work.due),
        "days_late": work.days_late,
        "amount": value_json(work.amount),
        "owner": work.owner,
        "earlier": list(work.earlier),
        "nothing_open": work.nothing_open,
        "disputed": work.disputed,
        "done": [
            {
                "action": each.action,
                "on": each.done_on.isoformat(),
                "by": each.person or None,
                "note": each.note or None,
            }
            for each in work.done
        ],
        "basis": list(work.deadline.basis) if work.deadline is not None else [],
    }
