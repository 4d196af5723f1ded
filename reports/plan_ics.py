"""A collection plan as a calendar (RFC 5545): one event of a whole day for each step and each deadline.

An event keeps its UID while the contract keeps its number: a plan made again moves it instead of adding another.
DTSTAMP is the day the plan was judged as of, so that the same plan is the same file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TextIO

from icalendar import Calendar, Event, vText

from ..checker.value_words import value_words
from ..collection.plan import Instalment, Plan, Step
from ..ledger.store.privacy import masked_text
from ..messages import say
from ..policylang.core import Program
from .plan_words import (
    action_words,
    contract_name,
    customer_name,
    deadline_words,
    end_words,
    first_words,
    statutes,
    who_words,
)
from .quotes import quoted

_PRODUCT = "-//Presign//collection plan//EN"


@dataclass(frozen=True, slots=True)
class _Entry:
    key: str
    day: date
    action: str
    details: tuple[str, ...]


def render_ics(plans: Iterable[Plan], program: Program, language: str, out: TextIO, *, full: bool = False) -> None:
    """Write one calendar with the events of all plans; account and registration numbers masked unless `full`."""
    plans = list(plans)
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    names = ", ".join(dict.fromkeys(contract_name(plan) for plan in plans))
    calendar.add("x-wr-calname", say("collection.calendar_name", language, (("contract", names),)))
    for plan in plans:
        for one in plan.instalments:
            for entry in _entries(one, program, language):
                event = _event(entry, one, plan, program, language)
                for name in () if full else ("summary", "description"):
                    event[name] = vText(masked_text(str(event[name])))
                calendar.add_component(event)
    out.write(calendar.to_ical().decode("utf-8"))


def _entries(one: Instalment, program: Program, language: str) -> Iterator[_Entry]:
    if one.first is not None:
        asked = (first_words(one.first.anchor, language), statutes(one.first.basis, language))
        told = tuple(each for each in asked if each)
        yield _Entry("first", one.first.day, say("collection.action_first", language), told)
    for step in one.steps:
        action = action_words(step.action, program, language)
        yield _Entry(step.action, step.day, action, tuple(_details(step, language)))
    for deadline in one.deadlines:
        words = end_words(deadline, language)
        details = (deadline_words(deadline, language), *quoted(deadline.evidence, language))
        yield _Entry(f"remind-{deadline.kind.value}", deadline.remind, words, details)
        yield _Entry(f"last-{deadline.kind.value}", deadline.last, words, details)


def _details(step: Step, language: str) -> Iterator[str]:
    yield who_words(step, language)
    if step.basis:
        yield say("collection.rests_on", language, (("basis", statutes(step.basis, language)),))
    yield from quoted(step.evidence, language)
    for point in step.points:
        yield f"- {say(f'collection.topic_{point.topic.value}', language)}"
        yield from quoted(point.evidence, language)


def _event(entry: _Entry, one: Instalment, plan: Plan, program: Program, language: str) -> Event:
    amount = value_words(one.flow.amount, None, program, language)
    due = one.flow.due.isoformat() if one.flow.due else say("collection.no_due", language)
    what = (("contract", contract_name(plan)), ("number", one.flow.called), ("due", due))
    summary = (("action", entry.action), ("customer", customer_name(plan, language)), ("amount", amount))
    event = Event()
    event.add("uid", _uid(plan, one, entry))
    event.add("dtstamp", datetime.combine(plan.document.as_of, datetime.min.time(), UTC))
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + timedelta(days=1))
    event.add("summary", say("collection.event", language, summary))
    event.add("description", "\n".join((say("collection.event_what", language, what), *entry.details)))
    event.add("categories", ["presign", entry.key.split("-")[0], plan.ladder.used])
    event.add("transp", "TRANSPARENT")
    return event


def _uid(plan: Plan, one: Instalment, entry: _Entry) -> str:
    """The same for the same step of the same contract: the contract by its number and parties, else by its bytes."""
    book = plan.document.facts
    number = book["contract.number"].value
    known = [book[f"party.{side}_name"].value for side in ("seller", "buyer")]
    contract = "|".join(str(each) for each in (number, *known)) if isinstance(number, str) else plan.document.sha256
    text = f"{contract}|{one.flow.called}|{entry.key}"
    return f"{hashlib.sha256(text.encode('utf-8')).hexdigest()[:32]}@presign"
