"""`presign explain`: a rule as a page of text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TextIO

import click

from ..messages import say
from ..policylang.core import Pack, Texts
from ..policylang.words import Line
from .declared import place_words
from .example_page import ExamplePage
from .parameter_page import ParameterPage
from .rule_page import RulePage
from .wrap import wrapped

_COLOURS = {"block": "bright_red", "high": "red", "medium": "yellow", "low": "blue"}


def render(page: RulePage, pack: Pack | None, day: date, clauses: tuple[str, ...], out: TextIO) -> None:
    """Write the page. `clauses` are the languages in which the clauses to avoid and to prefer are shown."""
    for line in _lines(page, pack, day, clauses):
        click.echo(line, file=out)


def _lines(page: RulePage, pack: Pack | None, day: date, clauses: tuple[str, ...]) -> Iterator[str]:
    rule, language = page.rule, page.language
    severity = click.style(page.severity, fg=_COLOURS[rule.severity.value])
    yield f"{rule.id}  {click.style(page.title, bold=True)}  [{severity}]"
    for notice in page.notices:
        yield from wrapped(f"! {notice}", "  ", "    ")
    yield ""
    yield from _asked(page)
    yield from _section("pages.why", rule.why.get(language), language)
    yield from _section("pages.remedy", rule.remedy.get(language), language)
    yield from _clauses("pages.avoid", rule.avoid, clauses, language)
    yield from _clauses("pages.prefer", rule.prefer, clauses, language)
    if page.basis:
        yield _head("pages.basis", language)
        yield from (line for each in page.basis for line in wrapped(f"- {each}", "  ", "    "))
        yield ""
    if page.parameters:
        yield f"{_head('pages.parameters', language)} {say('pages.today', language, (('day', day.isoformat()),))}"
        yield from (line for each in page.parameters for line in _parameter(each, day, language))
        yield ""
    if page.examples:
        yield _head("pages.examples", language)
        yield from (line for each in page.examples for line in _example(each, language))
        yield ""
    details = [*page.details]
    if pack is not None:
        named = say("pages.pack_version", language, (("pack", pack.name(language)), ("version", pack.version)))
        details.append((say("pages.pack", language), named))
    details.append((say("pages.declared", language), place_words(rule.span, whole=True)))
    for what, said in details:
        yield from wrapped(_pair(what, said, language), "", "  ")


def _asked(page: RulePage) -> Iterator[str]:
    language = page.language
    yield _head("pages.asks", language)
    if page.applies is None:
        yield f"  {say('pages.applies_always', language)}"
    else:
        yield from _outline(say("pages.applies", language), (page.applies,), language)
    yield from _outline(say("pages.requires", language), page.requires, language)
    yield from _outline(say("pages.forbids", language), page.forbids, language)
    for excuse in page.excuses:
        notes = "".join(say("pages.note", language, (("note", note),)) for note in excuse.notes)
        named = say("pages.excuse", language, (("name", excuse.name),))
        yield from _outline(named + notes, (excuse.when,), language)
    yield from wrapped(_pair(say("pages.undecided", language), page.undecided, language), "  ", "    ")
    yield ""
    if page.formal:
        yield _head("pages.formal", language)
        yield from (f"  | {line}" for line in page.formal.split("\n"))
        yield ""


def _outline(head: str, lines: tuple[Line, ...], language: str) -> Iterator[str]:
    if not lines:
        return
    yield from wrapped(head + _colon(language), "  ", "    ")
    for line in lines:
        yield from _bullets(line, "    ")


def _bullets(line: Line, indent: str) -> Iterator[str]:
    yield from wrapped(f"- {line.text}", indent, indent + "  ")
    for part in line.parts:
        yield from _bullets(part, indent + "  ")


def _section(key: str, text: str, language: str) -> Iterator[str]:
    if text:
        yield _head(key, language)
        yield from wrapped(text, "  ")
        yield ""


def _clauses(key: str, texts: Texts, languages: tuple[str, ...], language: str) -> Iterator[str]:
    shown = dict.fromkeys(texts.get(each) for each in languages)
    if any(shown):
        yield _head(key, language)
        yield from (line for text in shown for line in wrapped(text, "  "))
        yield ""


def _parameter(page: ParameterPage, day: date, language: str) -> Iterator[str]:
    hit = say("pages.note", language, (("note", page.hit),)) if page.hit else ""
    keys = say("pages.note", language, (("note", say("words.listed", language).join(page.keys)),)) if page.keys else ""
    current = page.current
    if current is None:
        missing = say("pages.no_value", language, (("day", day.isoformat()),))
        yield from wrapped(f"- {_pair(page.label, missing, language)}", "  ", "    ")
        return
    if not page.keys:
        yield from wrapped(f"- {_pair(page.label, current.rows[0][-1], language)}", "  ", "    ")
    else:
        yield from wrapped(f"- {page.label}{keys}{hit}{_colon(language)}", "  ", "    ")
        for row in current.rows:
            yield from wrapped(f"{', '.join(row[:-1])} → {row[-1]}", "      ", "        ")
    notes = say("pages.semicolon", language).join(filter(None, (current.period, *current.notes)))
    yield from wrapped(notes, "    ", "    ")


def _example(page: ExamplePage, language: str) -> Iterator[str]:
    given = say("pages.semicolon", language).join(page.given) or say("pages.nothing_given", language)
    verdict = click.style(page.verdict_words, bold=True)
    yield from wrapped(f"- {page.title}", "  ", "    ")
    yield from wrapped(_pair(say("pages.given", language), given, language), "    ", "      ")
    as_of = say("pages.as_of", language, (("day", page.as_of),))
    day = say("pages.note", language, (("note", as_of),)) if page.as_of else ""
    others = "".join(f"{say('pages.semicolon', language)}{other}" for other in page.others)
    yield f"    → {verdict}{others}{day}"


def _head(key: str, language: str) -> str:
    return click.style(say(key, language).upper(), bold=True)


def _pair(what: str, said: str, language: str) -> str:
    return say("pages.fact_value", language, (("fact", what), ("value", said)))


def _colon(language: str) -> str:
    return _pair("", "", language).rstrip()
