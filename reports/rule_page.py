"""One rule as a page in one language: everything a reader of the policy wants to know of it, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ..checker.value_words import value_words
from ..messages import say
from ..policylang.core import All, Condition, Excuse, Program, Rule
from ..policylang.lexer import tokens
from ..policylang.traversal import facts_of, parameters_of
from ..policylang.words import Line, Words
from ..rules.authorities import cite
from .declared import authority_words, measure_words, owner_words, period_words, stage_words
from .example_page import ExamplePage, example_page
from .parameter_page import ParameterPage, parameter_page


@dataclass(frozen=True, slots=True)
class ExcusePage:
    """An exception: its name, when it excuses, and what else is to be said of it."""

    name: str
    when: Line
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RulePage:
    """A rule in words. Empty texts are things the rule doesn't say."""

    rule: Rule
    language: str
    title: str
    severity: str
    notices: tuple[str, ...]
    """That the rule is switched off or amended."""
    applies: Line | None
    requires: tuple[Line, ...]
    forbids: tuple[Line, ...]
    excuses: tuple[ExcusePage, ...]
    undecided: str
    formal: str
    basis: tuple[str, ...]
    parameters: tuple[ParameterPage, ...]
    examples: tuple[ExamplePage, ...]
    details: tuple[tuple[str, str], ...]
    """(what, said): cause, countermeasure, stage, owner, side, period."""
    facts: tuple[str, ...]
    """The names of the facts the rule looks at."""


def rule_page(rule: Rule, program: Program, sources: Mapping[str, str], day: date | None, language: str) -> RulePage:
    """The page of a rule; `day`, if any, chooses the values of its parameters."""
    words = Words(program, language, value_words)
    always = isinstance(rule.applies, All) and not rule.applies.parts
    return RulePage(
        rule=rule,
        language=language,
        title=rule.title.get(language),
        severity=say(f"report.severity_{rule.severity.value}", language),
        notices=tuple(_notices(rule, language)),
        applies=None if always else words.outline(rule.applies),
        requires=_outlines(rule.requires, words),
        forbids=_outlines(rule.forbids, words),
        excuses=tuple(_excuse(each, words) for each in rule.excuses),
        undecided=say(f"pages.undecided_{'violated' if rule.undecided_is_violated else 'review'}", language),
        formal=formal_text(rule, sources),
        basis=tuple(authority_words(cite(each), language) for each in rule.basis),
        parameters=tuple(
            parameter_page(program.parameters[each.name], program, day, language)
            for each in parameters_of(rule, program)
        ),
        examples=tuple(example_page(each, words) for each in program.examples if each.rule == rule.id),
        details=tuple(_details(rule, language)),
        facts=tuple(each.name for each in facts_of(rule, program)),
    )


def _outlines(conditions: tuple[Condition, ...], words: Words) -> tuple[Line, ...]:
    return tuple(words.outline(each) for each in conditions)


def _notices(rule: Rule, language: str) -> Iterator[str]:
    if rule.off is not None:
        period = period_words(rule.off.period, language)
        shown = say("pages.note", language, (("note", period),)) if period else ""
        values = (("source", rule.off.source), ("period", shown), ("reason", rule.off.reason))
        yield say("pages.off", language, values)
    if rule.amended:
        yield say("pages.amended", language, (("sources", say("words.listed", language).join(rule.amended)),))


def _excuse(excuse: Excuse, words: Words) -> ExcusePage:
    notes = [period_words(excuse.period, words.language)]
    if excuse.source:
        notes.append(say("pages.excuse_added", words.language, (("source", excuse.source),)))
    return ExcusePage(excuse.name, words.outline(excuse.condition), tuple(filter(None, notes)))


def _details(rule: Rule, language: str) -> Iterator[tuple[str, str]]:
    listed = say("pages.semicolon", language)
    blockers = listed.join(say(f"report.blocker_{each.value}", language) for each in rule.blockers)
    measures = listed.join(measure_words(each, language) for each in rule.countermeasures)
    stages = stage_words(rule, language) or say("pages.stage_any", language)
    period = period_words(rule.period, language) or say("pages.period_open", language)
    for key, words in (
        ("pages.blocker", blockers),
        ("pages.countermeasure", measures),
        ("pages.stage", stages),
        ("pages.owner", owner_words(rule.owner, language)),
        ("pages.side", say(f"pages.side_{rule.side}", language)),
        ("pages.period", period),
    ):
        if words:
            yield say(key, language), words


_DEMANDS = frozenset(("APPLIES", "REQUIRES", "FORBIDS", "UNLESS", "UNDECIDED"))
_OTHERS = frozenset(
    (
        *("SEVERITY", "BLOCKER", "COUNTERMEASURE", "STAGE", "OWNER", "SIDE", "IN_FORCE_FROM", "IN_FORCE_UNTIL"),
        *("MESSAGE", "WHY", "REMEDY", "AVOID", "PREFER", "BASIS"),
    )
)


def formal_text(rule: Rule, sources: Mapping[str, str]) -> str:
    """What the rule demands as its policy file has it, word for word; empty when the file's text isn't at hand."""
    source = sources.get(rule.span.path)
    if source is None:
        return ""
    lines = source.split("\n")[rule.span.line - 1 : rule.span.end_line]
    text = "\n".join(lines)
    starts: list[tuple[int, bool]] = [
        (token.place[0], token.type in _DEMANDS) for token in tokens(text) if token.type in _DEMANDS | _OTHERS
    ]
    ends = [start for start, _ in starts[1:]] + [len(text)]
    kept = [text[start:end].rstrip() for (start, demand), end in zip(starts, ends, strict=True) if demand]
    return "\n".join(kept)
