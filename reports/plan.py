"""`presign plan` as text and JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TextIO

import click

from ..checker.fill import fill
from ..checker.report import Report
from ..checker.value_words import value_words
from ..collection.law import within_calendar
from ..collection.plan import Instalment, Late, Plan, Step, plan_of
from ..collection.progress import Recorded, Standing
from ..messages import advise, say
from ..policylang.core import Program
from ..values import Quantity, Unit
from .exposure import when_words
from .json_text import write_json
from .names import label
from .plan_json import plan_json
from .plan_words import (
    action_words,
    calendar_words,
    customer_name,
    deadline_words,
    end_words,
    fact_words,
    first_words,
    instalment_words,
    left_out_words,
    statutes,
    taken_words,
    who_words,
)
from .quotes import quoted
from .values import Json
from .wrap import wrapped

SCHEMA_VERSION = "1.0"
_QUIET = frozenset((Standing.DONE, Standing.PASSED_OVER))
_TOLD = frozenset((Standing.OVERDUE, Standing.TODAY, Standing.NEXT))
_MARKS = {Standing.DONE: "✓", Standing.PASSED_OVER: "–", Standing.OVERDUE: "✗", Standing.NEXT: "→", Standing.TODAY: "→"}
_LETTERS = frozenset(("letter", "lawyer_letter", "guarantor_claim"))


def render(
    report: Report,
    language: str,
    form: str,
    out: TextIO,
    *,
    full: bool = False,
    kept: Mapping[str, Recorded] | None = None,
) -> bool:
    """Write the plan of every document; `full`: numbers unmasked in a calendar. Whether all are without gaps.

    `kept` is what is on record about the customer of each document, by its path.
    """
    records = kept or {}
    plans = [plan_of(document, report.program, records.get(document.path)) for document in report.documents]
    if form == "json":
        documents: list[Json] = [plan_json(plan) for plan in plans]
        write_json({"schema_version": SCHEMA_VERSION, "documents": documents}, out)
    elif form == "ics":
        from .plan_ics import render_ics

        render_ics(plans, report.program, language, out, full=full)
    else:
        for plan in plans:
            for line in _lines(plan, report.program, language):
                click.echo(line, file=out)
    return all(plan.sound for plan in plans)


def _lines(plan: Plan, program: Program, language: str) -> Iterator[str]:
    yield click.style(plan.document.path, bold=True)
    yield from _head(plan, program, language)
    for flow in plan.ahead:
        values = (
            ("number", flow.called),
            ("amount", value_words(flow.amount, None, program, language)),
            ("when", when_words(flow, program, language)),
        )
        yield from wrapped(say("collection.ahead", language, values), "", "   ")
    if plan.scheduled and not plan.instalments:
        yield say("collection.nothing_on_credit", language)
    for one in plan.instalments:
        yield ""
        yield from _instalment(one, plan, program, language)
    yield ""
    yield say("collection.sound" if plan.sound else "collection.open", language)
    yield ""


def _head(plan: Plan, program: Program, language: str) -> Iterator[str]:
    ladder = plan.ladder
    values = (
        ("customer", customer_name(plan, language)),
        ("used", ladder.used),
        ("day", plan.document.as_of.isoformat()),
        ("calendar", calendar_words(plan.law.calendar, language)),
    )
    yield from wrapped(say("collection.head", language, values), "", "  ")
    if ladder.grade is None:
        yield from _warning(say("collection.grade_assumed", language, (("used", ladder.used),)))
    for habit in ladder.habits:
        told = (
            ("fact", label(habit.fact, program, language)),
            ("value", value_words(habit.value, None, program, language)),
            ("limit", value_words(habit.limit, None, program, language)),
            ("used", ladder.used),
            ("grade", ladder.grade or ""),
        )
        changed = ladder.grade is not None and ladder.used != ladder.grade
        yield from wrapped(
            say("collection.habit" if changed else "collection.habit_ungraded", language, told), "  ", "    "
        )
    if ladder.lead and -(ladder.offset("reminder") or 0) == ladder.lead:
        lead = value_words(Quantity(Decimal(ladder.lead), Unit.DAYS), None, program, language)
        yield from wrapped(say("collection.lead", language, (("days", lead),)), "  ", "    ")
    yield from _gaps(plan, program, language)


def _gaps(plan: Plan, program: Program, language: str) -> Iterator[str]:
    if plan.law.assumed and plan.law.prc:
        yield from wrapped(say("collection.law_assumed", language), "  ", "    ")
    if not plan.law.prc:
        yield from wrapped(say("collection.other_law", language), "  ", "    ")
    days = [step.day for one in plan.instalments for step in one.steps]
    beyond = [day for day in sorted(days) if plan.law.calendar and not within_calendar(day, plan.law.calendar)]
    if beyond:
        yield from wrapped(say("collection.beyond", language, (("day", beyond[0].isoformat()),)), "  ", "    ")
    if plan.owner is None and plan.instalments:
        yield from _warning(say("collection.no_owner", language))
    if not plan.scheduled:
        yield from _warning(say("collection.no_schedule", language))
        yield from wrapped(advise("collection.no_schedule", language), "  = ", "    ")


def _instalment(one: Instalment, plan: Plan, program: Program, language: str) -> Iterator[str]:
    first_line, *more = wrapped(instalment_words(one, program, language), "", "  ")
    yield click.style(first_line, bold=True)
    yield from more
    if one.first is not None:
        what = first_words(one.first.anchor, language)
        values = (("day", one.first.day.isoformat()), ("what", what))
        words = say("collection.first", language, values)
        if one.first.basis:
            words = say(
                "collection.with_basis", language, (("what", words), ("basis", statutes(one.first.basis, language)))
            )
        yield from wrapped(words, "  " if one.first.dated else "! ", "    ")
    told = False
    for step in one.steps:
        yield from _step(step, plan, program, language)
        if step.points and (step.stand is None or step.stand.standing not in _QUIET):
            yield from _talk(step, plan, program, language) if not told else [_as_above(language)]
            told = True
    for taken in one.also:
        values = (("action", action_words(taken.action, program, language)), ("done", taken_words(taken, language)))
        yield from wrapped(f"✓ {say('collection.also', language, values)}", "", "    ")
    for deadline in one.deadlines:
        yield from wrapped(deadline_words(deadline, language), "  ", "    ")
        if deadline.gone(plan.document.as_of):
            yield from _warning(say("collection.run_out", language, (("last", deadline.last.isoformat()),)))
    for left in one.left_out:
        yield from wrapped(left_out_words(left, program, language), "  ", "    ")
    for late in one.late:
        yield from _warning(_late(late, program, language))


def _step(step: Step, plan: Plan, program: Program, language: str) -> Iterator[str]:
    values = (
        ("day", step.day.isoformat()),
        ("action", action_words(step.action, program, language)),
        ("who", who_words(step, language)),
    )
    line = say("collection.step", language, values)
    stand = step.stand
    if stand is not None and stand.standing in _QUIET:
        # What to say and to whom no longer matters: the record does.
        yield from wrapped(f"{_MARKS[stand.standing]} {line}", "", "    ")
        if stand.taken is not None:
            yield from wrapped(taken_words(stand.taken, language), "      ")
        else:
            yield from wrapped(say("collection.passed_over", language), "      ")
        return
    mark = _MARKS.get(stand.standing, " ") if stand is not None else " "
    yield from wrapped(f"{mark} {line}", "", "    ")
    notes = []
    if stand is not None and stand.standing in _TOLD:
        notes.append(say(f"collection.standing_{stand.standing.value}", language))
    planned = (("planned", step.planned.isoformat()),)
    if step.waits:
        notes.append(say("collection.waits", language, planned))
    elif step.day != step.planned:
        notes.append(say("collection.moved", language, planned))
    if stand is None and step.day < plan.document.as_of:
        notes.append(say("collection.past", language))
    if step.basis:
        notes.append(say("collection.rests_on", language, (("basis", statutes(step.basis, language)),)))
    if step.action == "suit" and plan.document.facts["dispute.mode"].value == "arbitration":
        notes.append(say("collection.by_arbitration", language))
    if step.action in _LETTERS:
        notes.append(say("collection.proof", language))
    for note in notes:
        yield from wrapped(note, "      ")
    for quote in quoted(step.evidence, language):
        yield from wrapped(quote, "      ")


def _talk(step: Step, plan: Plan, program: Program, language: str) -> Iterator[str]:
    yield f"      {say('collection.talk', language)}"
    for point in step.points:
        yield from wrapped(f"- {say(f'collection.topic_{point.topic.value}', language)}", "      ", "        ")
        for quote in quoted(point.evidence, language):
            yield from wrapped(quote, "          ")
    if plan.blockers:
        yield f"      {say('collection.known_blockers', language)}"
        for finding in plan.blockers:
            words = fill(finding.rule.message.get(language), finding, program, language)
            yield from wrapped(f"- {finding.rule.id} {words}", "      ", "        ")
    if plan.history:
        book = plan.document.facts
        told = (
            f"{label(name, program, language)} {fact_words(name, book, program, language)}" for name in plan.history
        )
        words = say("collection.history", language, (("facts", say("report.comma", language).join(told)),))
        yield from wrapped(words, "      ", "        ")


def _as_above(language: str) -> str:
    return f"      {say('collection.talk_above', language)}"


def _late(late: Late, program: Program, language: str) -> str:
    action = action_words(late.action, program, language)
    last = late.deadline.last.isoformat()
    if late.day is None:
        words = say("collection.late_missing", language, (("last", last), ("action", action)))
    else:
        values = (("action", action), ("day", late.day.isoformat()), ("last", last))
        words = say("collection.late_step", language, values)
    return f"{end_words(late.deadline, language)}: {words}"


def _warning(text: str) -> Iterator[str]:
    first, *more = wrapped(text, "! ", "  ")
    yield click.style(first, fg="yellow")
    yield from more
