"""The letters of a plan written into a folder: `CONTRACT-INSTALMENT-KIND.LANGUAGE.docx`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ...checker.report import DocumentReport, Report
from ...collection.open_items import OpenInvoice
from ...collection.plan import Instalment, plan_of
from ...messages import say
from ...policylang.core import Program
from .build import KINDS, LANGUAGES, shipped, template_name
from .fill import ROW, fill, placeholders
from .templates import LetterProblem, Templates, load_templates, unknown_placeholders
from .values import Item, Letter, letter_rows, letter_values

_KIND_OF = {
    "reminder": "reminder",
    "statement": "statement",
    "letter": "demand",
    "lawyer_letter": "lawyer_brief",
    "guarantor_claim": "guarantor_claim",
}
_ROW_NAMES = ("what", "due", "amount", "days_late", "charge")
_UNSAFE = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Written:
    """The files written; with problems nothing was."""

    paths: tuple[Path, ...] = ()
    problems: tuple[LetterProblem, ...] = ()


def write_letters(
    report: Report, folder: str, template: str | None, invoices: dict[str, tuple[OpenInvoice, ...]] | None = None
) -> Written:
    """Write every letter of every document in both languages; `invoices` are the open ones by document path.

    A letter bears the day of its step, or the day of the plan when that is later.
    """
    templates = load_templates(template)
    if isinstance(templates, LetterProblem):
        return Written(problems=(templates,))
    letters = [
        letter
        for document in report.documents
        for letter in _letters(document, report.program, (invoices or {}).get(document.path, ()))
    ]
    made: list[tuple[Path, Any]] = []
    problems: dict[LetterProblem, None] = {}
    for letter in letters:
        filled = _filled(letter, templates)
        if isinstance(filled, LetterProblem):
            problems[filled] = None
        else:
            made.append((Path(folder) / _name(letter), filled))
    if problems:
        return Written(problems=tuple(problems))
    return _saved(made, folder)


def write_templates(folder: str) -> LetterProblem | None:
    """Write the shipped templates for the company to change."""
    made = [
        (Path(folder) / template_name(kind, language), shipped(kind, language))
        for kind in KINDS
        for language in LANGUAGES
    ]
    done = _saved(made, folder)
    return done.problems[0] if done.problems else None


def _letters(document: DocumentReport, program: Program, invoices: tuple[OpenInvoice, ...]) -> Iterator[Letter]:
    plan = plan_of(document, program)
    for one in plan.instalments:
        if one.flow.due is None or one.payable is None:
            continue
        for step in one.steps:
            if step.action not in _KIND_OF:
                continue
            kind = _KIND_OF[step.action]
            for language in LANGUAGES:
                items = _items(one, language)
                if kind == "statement" and invoices:
                    items = _with_invoices(items, invoices, language)
                day = max(step.day, document.as_of)
                yield Letter(kind, day, one, step, plan, program, language, items)


def _items(one: Instalment, language: str) -> tuple[Item, ...]:
    assert one.flow.due is not None and one.payable is not None
    key = "letters.instalment_retention" if one.flow.retention else "letters.instalment"
    what = say(key, language, (("number", one.flow.called),))
    return (Item(what, one.flow.due, one.payable, one.flow.amount),)


def _with_invoices(items: tuple[Item, ...], invoices: tuple[OpenInvoice, ...], language: str) -> tuple[Item, ...]:
    """The instalment and the customer's open invoices in its currency, one of which may be the instalment's own."""
    (own,) = items
    others: list[Item] = []
    for each in invoices:
        what = say("letters.invoice", language, (("number", each.number),))
        if each.amount == own.amount and each.due == own.due:
            own = replace(own, what=f"{own.what} ({what})")
        elif each.amount.currency == own.amount.currency:
            others.append(Item(what, each.due, each.due, each.amount, of_contract=False))
    return (own, *others)


def _filled(letter: Letter, templates: Templates) -> Any | LetterProblem:
    document = templates.open(letter.kind, letter.language)
    values = letter_values(letter)
    known = frozenset((*values, *(f"{ROW}{name}" for name in _ROW_NAMES)))
    unknown = unknown_placeholders(placeholders(document), known)
    if unknown:
        told = (
            ("path", templates.path_of(letter.kind, letter.language)),
            ("name", unknown[0]),
            ("known", ", ".join(sorted(known))),
        )
        return LetterProblem("collection.template_placeholder", told)
    fill(document, values, letter_rows(letter))
    _stamp(document, letter)
    return document


def _stamp(document: Any, letter: Letter) -> None:
    """The same letter is the same file: its properties bear its own day, not the clock's."""
    at = datetime.combine(letter.day, datetime.min.time(), UTC)
    properties = document.core_properties
    properties.created = properties.modified = at.replace(tzinfo=None)
    properties.author, properties.comments, properties.title = "", "", ""


def _name(letter: Letter) -> str:
    stem = _UNSAFE.sub("_", Path(letter.plan.document.path).stem)
    return f"{stem}-{letter.one.flow.called}-{letter.kind}.{letter.language}.docx"


def _saved(made: list[tuple[Path, Any]], folder: str) -> Written:
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
        for path, document in made:
            document.save(str(path))
    except OSError as error:
        values = (("path", str(error.filename or folder)), ("why", (error.strerror or "").lower()))
        return Written(problems=(LetterProblem("collection.cannot_write", values),))
    return Written(tuple(path for path, _ in made))
