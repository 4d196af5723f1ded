"""The proofs asked for as text: each clause of the rule with its tree, and what would turn the verdict."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

import click

from ..checker.asked import Asked, Proof, proofs
from ..checker.fill import fill
from ..checker.report import DocumentReport, Report
from ..messages import say
from ..policylang.core import Program
from ..policylang.outcome import Verdict
from ..policylang.reasons.model import Plan, Scope
from .condition_words import ConditionWords
from .text import heading, severity_words
from .unreadable import unreadable_lines
from .why_changes import ChangeWords, names_of
from .why_tree import ClauseLines
from .why_values import LeafLines
from .wrap import wrapped

_PLAIN = str.maketrans(
    {"✓": "+", "✗": "x", "→": "->", "◀": "<", "“": '"', "”": '"', "…": "...", "≤": "<=", "≥": ">=", "≠": "!=", "—": "-"}
)
"""What stands for signs a terminal's encoding doesn't have."""


def render(report: Report, asked: Asked, language: str, out: TextIO) -> None:
    """Write the proofs of every document after its heading. Colours only on a terminal that wants them."""
    for document in report.documents:
        for line in heading(document, language):
            _echo(line, out)
        for proof in proofs(document, report.program, asked):
            for line in _proof(proof, document, report.program, language):
                _echo(line, out)
    for unreadable in report.unreadable:
        for line in unreadable_lines(unreadable, language):
            _echo(line, out)


def _echo(line: str, out: TextIO) -> None:
    """Write a line; signs the encoding of the terminal lacks become plain ones, other characters `?`."""
    encoding = getattr(out, "encoding", None) or "utf-8"
    try:
        line.encode(encoding)
    except UnicodeEncodeError:
        line = line.translate(_PLAIN).encode(encoding, "replace").decode(encoding)
    click.echo(line, file=out)


def _proof(proof: Proof, document: DocumentReport, program: Program, language: str) -> Iterator[str]:
    rule, reasons = proof.finding.rule, proof.reasons
    title = list(wrapped(f"{rule.id}  {rule.title.get(language)}", "", "  "))
    yield f"{severity_words(rule.severity, language)}  {click.style(title[0], bold=True)}"
    yield from (click.style(line, bold=True) for line in title[1:])
    yield from wrapped(_verdict(proof, program, language), "  ")
    yield from _scope(reasons.scope, document, language)
    yield from _idle(proof, language)
    yield ""
    lines = ClauseLines(LeafLines(program, document.facts, language))
    for clause in reasons.clauses:
        yield from lines.clause(clause)
    if reasons.outcome.verdict is Verdict.ERROR:
        facts = say("report.comma", language).join(reasons.outcome.missing)
        yield from wrapped(say("report.rule_error", language, (("rule", rule.id), ("facts", facts))), "  ")
    yield ""
    yield from _changes(proof, program, language)


def _verdict(proof: Proof, program: Program, language: str) -> str:
    """The verdict in a sentence: the rule's message where it fired, else what the verdict means."""
    finding, outcome = proof.finding, proof.outcome
    verdict = say(f"report.verdict_{outcome.verdict.value}", language)
    said = say("why.verdict", language, (("verdict", verdict),))
    match outcome.verdict:
        case Verdict.VIOLATED if outcome.missing:
            note = say("why.assumed", language)
        case Verdict.VIOLATED:
            note = fill(finding.rule.message.get(language), finding, program, language)
        case Verdict.EXCEPTED:
            note = say("why.excepted", language, (("name", outcome.exception),))
        case Verdict.UNDECIDED:
            note = say("why.undecided", language)
        case Verdict.NOT_APPLICABLE if proof.reasons.scope.in_force and proof.idle is None:
            stands = proof.reasons.clauses[0].met is False
            note = say("why.not_applicable" if stands else "why.no_case", language)
        case _:
            note = ""
    fired = say("why.fired", language) if proof.why_not and outcome.verdict is Verdict.VIOLATED else ""
    return say("why.semicolon", language).join(part for part in (said, fired, note) if part)


def _scope(scope: Scope, document: DocumentReport, language: str) -> Iterator[str]:
    """Why the rule wasn't in force for this run, and what its verdict would have been."""

    def told(key: str, *values: tuple[str, str]) -> Iterator[str]:
        return wrapped(say(key, language, values), "  ", "    ")

    if scope.in_force:
        return
    if scope.off is not None:
        yield from told("why.off", ("source", scope.off.source), ("reason", scope.off.reason))
    if not scope.on_day:
        start = scope.period.start.isoformat() if scope.period.start else "…"
        end = scope.period.end.isoformat() if scope.period.end else "…"
        yield from told("why.not_on_day", ("start", start), ("end", end), ("day", document.as_of.isoformat()))
    if not scope.on_side:
        sides = {name: say(f"why.side_{name}", language) for name in (scope.side, document.side)}
        yield from told("why.not_on_side", ("rule", sides[scope.side]), ("run", sides[document.side]))
    if scope.would is not None:
        yield from told("why.would", ("verdict", say(f"report.verdict_{scope.would.value}", language)))


def _idle(proof: Proof, language: str) -> Iterator[str]:
    """That the rule's pack didn't judge the contract, why, and what its verdict would have been."""
    if proof.idle is None:
        return
    why = say(f"report.pack_{proof.idle.why.value}", language)
    yield from wrapped(
        say("why.idle", language, (("pack", proof.idle.pack.name(language)), ("why", why))), "  ", "    "
    )
    would = say(f"report.verdict_{proof.reasons.outcome.verdict.value}", language)
    yield from wrapped(say("why.would_run", language, (("verdict", would),)), "  ", "    ")


def _changes(proof: Proof, program: Program, language: str) -> Iterator[str]:
    """The least changes that satisfy a rule that fired; those that make one fire that didn't, if that was asked."""
    reasons = proof.reasons
    if proof.idle is not None or not reasons.scope.in_force or reasons.outcome.verdict is Verdict.ERROR:
        return
    if reasons.outcome.missing:
        words = ConditionWords(program, language)
        facts = say("report.comma", language).join(f"{words.short(each)} ({each})" for each in reasons.outcome.missing)
        yield from wrapped(say("why.find_out", language, (("facts", facts),)), "  ", "    ")
        yield ""
    if reasons.outcome.verdict in (Verdict.VIOLATED, Verdict.UNDECIDED):
        yield from _plans("why.mend", reasons.mending, program, language)
    if proof.why_not and reasons.outcome.verdict is not Verdict.VIOLATED:
        yield from _plans("why.fire", reasons.firing, program, language)


def _plans(key: str, plans: tuple[Plan, ...], program: Program, language: str) -> Iterator[str]:
    if not plans:
        yield from wrapped(say(f"{key}_none", language), "  ", "    ")
        yield ""
        return
    changes = ChangeWords(ConditionWords(program, language))
    yield click.style(f"  {say(key if len(plans) == 1 else f'{key}_any', language)}", bold=True)
    for plan in plans:
        for place, line in enumerate(changes.plan(plan)):
            yield from wrapped(line if place else f"→ {line}", "      " if place else "    ", "      ")
        names = say("report.comma", language).join(dict.fromkeys(names_of(plan)))
        for line in wrapped(names, "        "):
            yield click.style(line, dim=True)
    yield ""
