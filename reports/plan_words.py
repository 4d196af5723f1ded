"""The words of a collection plan: actions, statutes, deadlines, instalments."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..checker.fill import type_of
from ..checker.value_words import value_words
from ..collection.deadlines import Deadline
from ..collection.plan import Instalment, Plan, Step
from ..collection.rights import LeftOut
from ..facts.fact import FactBook
from ..ledger.store.steps import Taken
from ..messages import catalogue, say
from ..policylang.core import Program
from ..policylang.working_days import work_calendar
from ..rules.authorities import cite
from ..values import State
from .exposure import basis_words, when_words

_BRACKETS = re.compile(r"[（(][^（）()]*[）)]\s*$")


def action_words(action: str, program: Program, language: str) -> str:
    """A step of the ladder, or `first`, by its label."""
    if action == "first":
        return say("collection.action_first", language)
    label = program.members["ladder_action"].labels.get(action)
    return (label.get(language) if label is not None else "") or action.replace("_", " ")


def statutes(basis: Iterable[str], language: str) -> str:
    """Articles by the name of their law; what nobody compared with its source yet says so."""
    found: dict[str, list[str]] = {}
    for each in basis:
        authority = cite(each)
        title = _BRACKETS.sub("", authority.title(language)).strip() or authority.code
        title = title.removeprefix("中华人民共和国").removesuffix(" of the People's Republic of China")
        parts = found.setdefault(title, [])
        if authority.part:
            key = "collection.to_be_confirmed"
            parts.append(authority.part if authority.confirmed else say(key, language, (("part", authority.part),)))
    told = (_articles(title, parts, language) for title, parts in found.items())
    return ("；" if language == "zh" else "; ").join(told)


def _articles(title: str, parts: list[str], language: str) -> str:
    if not parts:
        return title
    joined = ("、" if language == "zh" else ", ").join(parts)
    return say("collection.statute", language, (("title", title), ("parts", joined)))


def deadline_words(deadline: Deadline, language: str) -> str:
    """What has to be done before a deadline, with its days and where they come from."""
    basis = [statutes(deadline.basis, language)] if deadline.basis else []
    if deadline.by_statute:
        basis.append(say("collection.by_statute", language))
    elif not basis:
        basis.append(say("collection.by_contract", language))
    values = (
        ("last", deadline.last.isoformat()),
        ("what", end_words(deadline, language)),
        ("remind", deadline.remind.isoformat()),
        ("basis", ("；" if language == "zh" else "; ").join(basis)),
    )
    return say("collection.deadline", language, values)


def end_words(deadline: Deadline, language: str) -> str:
    """What a deadline asks for."""
    return say(f"collection.end_{deadline.kind.value}", language)


def left_out_words(left: LeftOut, program: Program, language: str) -> str:
    """A step that isn't taken, and why."""
    why = say(f"collection.why_{left.why.value}", language)
    if left.basis:
        why += f" ({statutes(left.basis, language)})" if language != "zh" else f"（{statutes(left.basis, language)}）"
    return say(
        "collection.left_out", language, (("action", action_words(left.action, program, language)), ("why", why))
    )


def first_words(anchor: str, language: str) -> str:
    """What must happen before an instalment that hangs on an event falls due."""
    key = f"collection.first_{anchor}"
    return say(key if key in catalogue() else "collection.first_undefined", language)


def taken_words(taken: Taken, language: str) -> str:
    """When and by whom a step was taken, and what came of it."""
    values = (("day", taken.done_on.isoformat()), ("who", taken.person), ("note", taken.note))
    key = "collection.done_by" if taken.person else "collection.done"
    words = say(key, language, values)
    return say("collection.done_note", language, (("done", words), ("note", taken.note))) if taken.note else words


def who_words(step: Step, language: str) -> str:
    """Who does a step, and by which channel."""
    owner = step.owner or say("collection.nobody", language)
    if step.channel is None:
        return owner
    return say("collection.who_channel", language, (("owner", owner), ("channel", step.channel)))


def instalment_words(one: Instalment, program: Program, language: str) -> str:
    """An instalment with its amount and its days."""
    when = when_words(one.flow, program, language)
    if one.flow.due is not None:
        values = (("when", when), ("basis", basis_words(one.flow.basis, language)))
        when = say("collection.basis_day", language, values)
    parts = [
        say(
            "collection.instalment",
            language,
            (
                ("number", one.flow.called),
                ("amount", value_words(one.flow.amount, None, program, language)),
                ("when", when),
            ),
        )
    ]
    if one.flow.retention:
        parts.append(say("collection.retention", language))
    if one.matures is not None:
        parts.append(say("collection.bill", language, (("day", one.matures.isoformat()),)))
    if one.payable is not None and one.payable != one.flow.due:
        parts.append(say("collection.payable", language, (("day", one.payable.isoformat()),)))
    if one.bill and one.matures is None:
        parts.append(say("collection.bill_undated", language))
    return say("report.comma", language).join(parts)


def calendar_words(name: str | None, language: str) -> str:
    """The calendar of working days by its label."""
    found = work_calendar(name) if name else None
    return found.label.get(language) if found is not None else say("collection.weekdays", language)


def customer_name(plan: Plan, language: str) -> str:
    """The customer as the records name it, else as the contract does."""
    return buyer_name(plan.document.facts) or say("collection.somebody", language)


def buyer_name(book: FactBook) -> str:
    """The customer's name; empty when nobody names it."""
    for name in ("customer.name", "party.buyer_name"):
        fact = book[name]
        if fact.state is State.STATED and isinstance(fact.value, str):
            return fact.value
    return ""


def contract_name(plan: Plan) -> str:
    """The contract's number, else its file."""
    number = plan.document.facts["contract.number"].value
    return number if isinstance(number, str) else plan.document.path


def fact_words(name: str, book: FactBook, program: Program, language: str) -> str:
    """A stated fact's value in words."""
    value = book[name].value
    return "" if value is None else value_words(value, type_of(name, program), program, language)
