"""`presign facts --format html`: the contract with every fact marked at its words, and the list of facts beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TextIO

from ... import __version__
from ...checker.extract import Extraction
from ...checker.fill import type_of
from ...checker.value_words import value_words
from ...facts.fact import Fact, FactBook
from ...messages import catalogue, say
from ...parsers.document import Document
from ...policylang.core import Program
from ...values import Reason, State
from ..names import label, state_words
from ..unreadable import gap_line, unreadable_lines
from .contract import Contract, Note, contract
from .environment import environment, style
from .quotes import QUOTES, Quote, anchor, quotes_of


@dataclass(frozen=True, slots=True)
class FactEntry:
    """A fact as it is listed. `number` is 0 where nothing in the contract is marked for it."""

    name: str
    label: str
    values: tuple[str, ...]
    state: str
    number: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Facts that belong together: those of the parties, of payment …"""

    title: str
    entries: tuple[FactEntry, ...]


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """One document with its facts: stated, unknown, and what the contract is silent on."""

    title: str
    path: str
    sha256: str
    kind: str
    language: str
    gaps: tuple[str, ...]
    stated: tuple[Group, ...]
    unknown: tuple[Group, ...]
    silent: tuple[Group, ...]
    contract: Contract


def render(extraction: Extraction, language: str, out: TextIO) -> None:
    """Write the page of every document read. Files that couldn't be read are named at its head."""
    pages = [
        document_page(document, book, extraction.program, language, at * _NUMBERS)
        for at, (document, book) in enumerate(extraction.documents)
    ]
    unreadable = [" ".join(unreadable_lines(each, language)) for each in extraction.unreadable]
    css, digest = style("layout.css")
    template = environment().get_template("facts.html")
    shown = {"pages": pages, "unreadable": unreadable, "language": language, "version": __version__}
    out.write(template.render(css=css, digest=digest, **shown) + "\n")


_NUMBERS = 1000
"""The numbers of a document's notes begin at a multiple of this: more than there are facts."""


def document_page(document: Document, book: FactBook, program: Program, language: str, first: int) -> DocumentPage:
    """What the page says of one document; its notes are numbered from `first` + 1."""
    shown = [book[name] for name in program.facts if book[name].reason is not Reason.NO_RECORD]
    numbers = {fact.name: first + at for at, fact in enumerate((f for f in shown if f.evidence), 1)}

    def groups(*states: State) -> tuple[Group, ...]:
        chosen = [fact for fact in shown if fact.state in states]
        return tuple(
            Group(
                _title(prefix, language),
                tuple(_entry(fact, numbers.get(fact.name, 0), program, language) for fact in facts),
            )
            for prefix, facts in groupby(chosen, key=lambda fact: fact.name.split(".")[0])
        )

    return DocumentPage(
        Path(document.path).name,
        document.path,
        document.sha256,
        say(f"report.kind_{book.kind}", language),
        document.language,
        tuple(gap_line(gap, language) for gap in document.gaps),
        groups(State.STATED),
        groups(State.UNKNOWN),
        groups(State.ABSENT),
        contract(document.blocks, document.tables, _notes(shown, numbers, program, language)),
    )


def _title(prefix: str, language: str) -> str:
    key = f"page.group_{prefix}"
    return say(key, language) if key in catalogue() else prefix


def _notes(facts: Sequence[Fact], numbers: dict[str, int], program: Program, language: str) -> Iterable[Note]:
    for fact in facts:
        for which, evidence in enumerate(fact.evidence[:QUOTES], 1):
            number = numbers[fact.name]
            tone = "fact" if fact.state is State.STATED else "medium"
            says = label(fact.name, program, language)
            yield Note(evidence.block, evidence.start, evidence.end, number, anchor(number, which), tone, says)


def _entry(fact: Fact, number: int, program: Program, language: str) -> FactEntry:
    quotes = tuple(quotes_of(fact.evidence[:QUOTES], number, language))
    state = "" if fact.state is State.STATED else state_words(fact, language)
    return FactEntry(
        fact.name, label(fact.name, program, language), _values(fact, program, language), state, number, quotes
    )


def _values(fact: Fact, program: Program, language: str) -> tuple[str, ...]:
    if fact.state is not State.STATED or fact.value is None:
        return ()
    kind = type_of(fact.name, program)
    if isinstance(fact.value, tuple) and kind is not None:
        return tuple(value_words(each, kind.of, program, language) for each in fact.value)
    return (value_words(fact.value, kind, program, language),)
