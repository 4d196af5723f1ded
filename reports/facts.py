"""`presign facts`: what was read, each fact with its state, value, quote and place; or as JSON (facts.schema.json)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from ..checker.extract import Extraction
from ..checker.fill import type_of
from ..checker.value_words import value_words
from ..facts.fact import Fact, FactBook
from ..messages import say
from ..parsers.document import Document
from ..policylang.core import Program
from ..values import Reason, State
from .json import gap_json, unreadable_json
from .json_text import write_json
from .names import label, state_words
from .places import evidence_place
from .quotes import recognised
from .unreadable import gap_helps, gap_line, unreadable_lines
from .values import Json, fact_json
from .wrap import wrapped

SCHEMA_VERSION = "1.0"


def render(extraction: Extraction, language: str, form: str, out: TextIO) -> None:
    """Write the facts of every document."""
    if form == "html":
        from .page.facts import render as render_page

        render_page(extraction, language, out)
        return
    if form == "json":
        whole: dict[str, Json] = {
            "schema_version": SCHEMA_VERSION,
            "documents": [_document(*each, extraction.program, language) for each in extraction.documents],
            "unreadable": [unreadable_json(each, language) for each in extraction.unreadable],
        }
        write_json(whole, out)
        return
    for document, book in extraction.documents:
        out.write("\n".join(_lines(document, book, extraction.program, language)) + "\n")
    for unreadable in extraction.unreadable:
        out.write("\n".join(unreadable_lines(unreadable, language)) + "\n")


def _document(document: Document, book: FactBook, program: Program, language: str) -> dict[str, Json]:
    return {
        "path": document.path,
        "sha256": document.sha256,
        "language": document.language,
        "kind": book.kind,
        "gaps": [gap_json(gap, language) for gap in document.gaps],
        "facts": {name: fact_json(book[name]) for name in program.facts},
    }


def _lines(document: Document, book: FactBook, program: Program, language: str) -> Iterator[str]:
    """Stated facts with their quotes, then what is unknown and why, then what the contract is silent on."""
    yield document.path
    shown = [name for name in program.facts if book[name].reason is not Reason.NO_RECORD]
    stated = [name for name in shown if book[name].state is State.STATED]
    counts = (("stated", str(len(stated))), ("count", str(len(shown))))
    yield f"{say(f'report.kind_{book.kind}', language)}; {say('report.facts_head', language, counts)}"
    yield from (f"  ! {gap_line(gap, language)}" for gap in document.gaps)
    yield from (f"  {line}" for line in gap_helps(document.gaps, language))
    yield ""
    for name in stated:
        yield from _fact(book[name], program, language)
    for state in (State.UNKNOWN, State.ABSENT, State.NOT_APPLICABLE):
        names = [name for name in shown if book[name].state is state]
        if not names:
            continue
        yield f"\n{say(f'report.state_{state.value}', language)}"
        for name in names:
            yield from _fact(book[name], program, language)
    yield ""


def _fact(fact: Fact, program: Program, language: str) -> Iterator[str]:
    name = fact.name
    if fact.state is State.STATED and fact.value is not None:
        shown = value_words(fact.value, type_of(name, program), program, language)
    else:
        shown = state_words(fact, language)
    yield from wrapped(f"{name}  {label(name, program, language)}: {shown}", "", "    ")
    for evidence in fact.evidence[:2]:
        quote = " ".join(evidence.quote.split())
        mark = recognised([evidence.confidence], language)
        yield from wrapped(f"[{evidence_place(evidence, language)}]{mark} “{quote}”", "      ")
