"""What a policy declares, in words: types, periods, cells of tables, where a declaration stands."""

from __future__ import annotations

from pathlib import Path

from ..checker.value_words import value_words
from ..messages import catalogue, say
from ..policylang.core import (
    Among,
    Anything,
    Between,
    Cell,
    Period,
    Program,
    Rule,
    Sort,
    Span,
    Type,
)
from ..policylang.keywords import KEYWORDS, spell_word
from ..rules.authorities import Authority
from ..values import Value

_TYPES = {word.value: word for word in KEYWORDS if word.terminal == "TYPE"}


def type_words(type: Type, language: str) -> str:
    """A type: `days`, `list of instalment`, `grade (scale)`."""
    match type.sort:
        case Sort.LIST if type.of is not None:
            return say("pages.list_of", language, (("type", type_words(type.of, language)),))
        case Sort.SCALE | Sort.KINDS | Sort.RECORD:
            return say(f"pages.type_{type.sort.value}", language, (("name", type.name),))
        case Sort.TEXT:
            return say("pages.type_text", language)
        case _:
            return _TYPES[type.sort.value].spelled(language)


def period_words(period: Period, language: str) -> str:
    """A period of validity, or an empty string for one that is open on both sides."""
    start = period.start.isoformat() if period.start else ""
    end = period.end.isoformat() if period.end else ""
    if not start and not end:
        return ""
    key = "pages.from_until" if start and end else "pages.from_on" if start else "pages.until"
    return say(key, language, (("start", start), ("end", end)))


def cell_words(cell: Cell, type: Type, program: Program, language: str) -> str:
    """What a cell of a table takes."""

    def word(value: Value) -> str:
        return value_words(value, type, program, language)

    match cell:
        case Anything():
            return say("words.any_value", language)
        case Among(members):
            return say("words.listed", language).join(word(member) for member in members)
        case Between(low, low_open, high, high_open):
            least = _bound("words.above" if low_open else "words.at_least", low, type, program, language)
            most = _bound("words.below" if high_open else "words.up_to", high, type, program, language)
            if least and most:
                return say("words.range", language, (("low", least), ("high", most)))
            return least or most
        case value:
            return word(value)


def _bound(key: str, value: Value | None, type: Type, program: Program, language: str) -> str:
    if value is None:
        return ""
    return say(key, language, (("value", value_words(value, type, program, language)),))


def authority_words(authority: Authority, language: str) -> str:
    """A citation spelled out: instrument, article, the day its version came into force, and what is to be confirmed."""
    title = authority.title(language)
    words = say("pages.fact_value", language, (("fact", authority.code), ("value", title))) if title else authority.code
    if authority.unit:
        words += say(f"pages.unit_{authority.unit}", language, (("part", authority.part),))
    notes = []
    if authority.in_force is not None:
        key = "pages.since" if authority.date_confirmed else "pages.since_unconfirmed"
        notes.append(say(key, language, (("day", authority.in_force.isoformat()),)))
    if not authority.confirmed:
        notes.append(say("pages.to_be_confirmed", language))
    return words + "".join(say("pages.note", language, (("note", note),)) for note in notes)


def measure_words(code: str, language: str) -> str:
    """A countermeasure with its name."""
    key = f"pages.measure_{code.lower()}"
    return f"{code} {say(key, language)}" if key in catalogue() else code


def owner_words(owner: str, language: str) -> str:
    """Who owns a rule: a department, or what the policy says."""
    key = f"pages.owner_{owner}"
    return say(key, language) if key in catalogue() else owner


def stage_words(rule: Rule, language: str) -> str:
    """The stages at which a rule is asked."""
    return (
        say("words.listed", language)
        .join(spell_word("stage", each, language) for each in rule.stages)
        .replace("_", " ")
    )


def place_words(span: Span, *, whole: bool = False) -> str:
    """`file:line`; the whole path only when asked for."""
    return f"{span.path if whole else Path(span.path).name}:{span.line}"
