"""`presign plan CONTRACT --done STEP`: a step of collection on record, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from ..messages import say
from .ledger import open_or_refuse, refuse_ledger
from .options import Command, fail

if TYPE_CHECKING:
    from ..checker.report import DocumentReport, Report
    from ..collection.plan import Instalment
    from ..collection.progress import Recorded
    from ..ledger.store.find import Customer
    from ..policylang.core import Program

_DAY = click.DateTime(("%Y-%m-%d",))


@dataclass(frozen=True, slots=True)
class Done:
    """What the user says was done."""

    step: str | None
    on: date | None
    instalment: int | None
    by: str
    note: str
    promised: date | None

    @property
    def anything(self) -> bool:
        """Whether one of the options that go with `--done` was given."""
        return bool(self.on or self.instalment or self.by or self.note or self.promised)


def done_options(command: Command) -> Command:
    """`--done` and what goes with it."""
    options: tuple[Callable[[Command], Command], ...] = (
        click.option("--done", metavar="STEP", help="Put a step on record as done: phone, letter, … or its label."),
        click.option("--on", "done_on", type=_DAY, help="The day it was done (default: --as-of, else today)."),
        click.option("--instalment", type=click.IntRange(1), help="For which instalment (default: the only one)."),
        click.option("--by", "done_by", default="", metavar="NAME", help="Who did it."),
        click.option("--note", default="", metavar="TEXT", help="What came of it."),
        click.option("--promised", type=_DAY, help="The day the customer promised to pay by."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def done_of(
    step: str | None, on: datetime | None, instalment: int | None, by: str, note: str, promised: datetime | None
) -> Done:
    """The options as one value."""
    return Done(
        step, on.date() if on else None, instalment, by.strip(), note.strip(), promised.date() if promised else None
    )


def record_done(report: Report, done: Done, ledger: str | None, customer: str | None, language: str) -> None:
    """Put the step on record and say so; anything wrong with it stops the command."""
    from ..ledger.store.ledger import check_whole
    from ..ledger.store.problems import Stopped
    from ..ledger.store.steps import Promised, Taken, add_step

    if done.step is None:
        if done.anything:
            fail("collection.done_alone", language)
        return
    if len(report.documents) != 1:
        fail("collection.one_contract", language)
    document = report.documents[0]
    action = _action(done.step, report.program, language)
    one = _instalment(document, report.program, done.instalment, language)
    assert document.contract is not None
    key = document.contract.key
    taken = Taken(action, done.on or document.as_of, key, one.flow.number, "", done.by, done.note)
    promised = Promised(done.promised, one.flow.amount) if done.promised else None
    book = open_or_refuse(ledger, language)
    try:
        with book.writing() as connection:
            check_whole(connection, book.name)
            owner = _customer(connection, document, customer, language)
            added = add_step(connection, owner.id, taken, promised)
    except Stopped as stopped:
        refuse_ledger(stopped.problem, language)
    finally:
        book.close()
    _tell(taken, report.program, language, added=added)


def _tell(taken: object, program: Program, language: str, *, added: bool) -> None:
    from ..ledger.store.steps import Taken
    from ..reports.plan_words import action_words

    assert isinstance(taken, Taken)
    if not added:
        click.echo(say("collection.step_known", language), err=True)
        return
    values = {
        "action": action_words(taken.action, program, language),
        "day": taken.done_on.isoformat(),
        "contract": taken.contract,
        "number": str(taken.instalment),
    }
    click.echo(say("collection.step_recorded", language, tuple(values.items())), err=True)


def _action(said: str, program: Program, language: str) -> str:
    """A step of the ladder by its name or label; `first` is what has to happen before an instalment falls due."""
    members = program.members["ladder_action"]
    word = said.strip().casefold()
    steps = ("first", *members.members)
    words: dict[str, str] = {}
    for member in steps:
        label = members.labels.get(member)
        called = (label.zh, label.en.casefold()) if label is not None else ()
        words |= dict.fromkeys((member, member.replace("_", " "), *called), member)
    if word not in words:
        fail("collection.bad_step", language, (("step", said), ("steps", ", ".join(steps))))
    return words[word]


def _instalment(document: DocumentReport, program: Program, number: int | None, language: str) -> Instalment:
    from ..collection.plan import plan_of

    credit = plan_of(document, program).instalments
    fitting = [one for one in credit if number in (None, one.flow.number)]
    numbers = sorted({one.flow.number for one in fitting})
    if len(numbers) != 1:
        known = sorted({one.flow.number for one in credit})
        fail("collection.which_instalment", language, (("numbers", ", ".join(map(str, known)) or "–"),))
    return fitting[0]


def _customer(connection: object, document: DocumentReport, words: str | None, language: str) -> Customer:
    from sqlalchemy import Connection

    from ..ledger.store.facts import not_found
    from ..ledger.store.find import NotFound, named_customer
    from ..ledger.store.problems import Stopped
    from ..reports.plan_words import buyer_name

    assert isinstance(connection, Connection)
    name = words or buyer_name(document.facts)
    found = named_customer(connection, name) if name else NotFound()
    if isinstance(found, NotFound):
        raise Stopped(not_found(found, name or None, None, None))
    return found


def recorded_of(report: Report, ledger: str | None, customer: str | None, language: str) -> dict[str, Recorded]:
    """What is on record about each document's customer, by the document's path; nothing without a ledger."""
    from ..collection.open_items import file_of
    from ..collection.progress import recorded
    from ..ledger.store.problems import Stopped
    from ..ledger.store.steps import steps_taken
    from ..reports.plan_words import buyer_name

    if ledger is None:
        return {}
    book = open_or_refuse(ledger, language)
    found: dict[str, Recorded] = {}
    try:
        with book.reading() as connection:
            for document in report.documents:
                file = file_of(connection, customer or buyer_name(document.facts), document.as_of)
                if file is not None:
                    steps = steps_taken(connection, document.as_of, file.customer.id)
                    found[document.path] = recorded(file, steps.get(file.customer.id, ()))
    except Stopped as stopped:
        refuse_ledger(stopped.problem, language)
    finally:
        book.close()
    return found
