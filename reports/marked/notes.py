"""What is written beside a contract's words: one note for each finding, and one at the top for the whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ... import __version__
from ...checker.fill import fill
from ...checker.report import DocumentReport, Finding
from ...checker.summary import errors, undecided, violated
from ...facts.fact import Evidence
from ...messages import say
from ...policylang.core import Program, Severity
from ..decision import decision_words
from ..names import label
from ..places import evidence_place
from ..quotes import one_line, quote_rows
from ..unreadable import gap_line

_MORE_PLACES = 3
"""So many further places of a finding are quoted in its note."""
_LONGEST_QUOTE = 160
_HAN = re.compile("[\u4e00-\u9fff]")
_ASKED = (Severity.BLOCK, Severity.HIGH)
"""Undecided rules that a reviewer is asked about at the words they turn on."""


@dataclass(frozen=True, slots=True)
class Note:
    """One note: its lines, the heading first, the words it speaks of, and the clause to write in.

    `evidence` is empty for what the contract doesn't say. `clause` is in the contract's own language.
    """

    lines: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()
    clause: str = ""
    about: str = ""
    """The rules by their ids; empty for the note on the whole."""
    tone: str = ""
    """A severity, or `open`: how it is coloured."""


def notes_of(document: DocumentReport, program: Program, language: str) -> tuple[Note, ...]:
    """The note on the whole, then the violations, the worst first, then what is open at words of the contract."""
    found = violated(document)
    asked = tuple(_asked(document))
    return (
        Note(tuple(_summary(document, program, language, shown=sum(map(len, asked))))),
        *(_violation(finding, program, language, _clause_language(finding, document, language)) for finding in found),
        *(_question(together, program, language) for together in asked),
    )


def shortened(quote: str) -> str:
    """A quote in one line, cut where it is long."""
    line = one_line(quote)
    return line if len(line) <= _LONGEST_QUOTE else f"{line[: _LONGEST_QUOTE - 1].rstrip()}…"


def _violation(finding: Finding, program: Program, language: str, clauses: str) -> Note:
    rule = finding.rule
    severity = say(f"report.severity_{rule.severity.value}", language)
    lines = [_heading(finding, severity, language)]
    lines.append(fill(rule.message.get(language), finding, program, language))
    comma = say("report.comma", language)
    if finding.outcome.missing:
        facts = comma.join(label(name, program, language) for name in finding.outcome.missing)
        lines.append(say("marked.assumed", language, (("facts", facts),)))
    named = (
        ("marked.remedy", rule.remedy.get(language)),
        ("marked.prefer", rule.prefer.get(language)),
        ("marked.basis", comma.join(rule.basis)),
    )
    lines += [say(key, language, (("text", text),)) for key, text in named if text]
    lines += _further(finding.evidence, language)
    shown = tuple(line for line in lines if line)
    return Note(shown, finding.evidence, rule.prefer.get(clauses), rule.id, rule.severity.value)


def _clause_language(finding: Finding, document: DocumentReport, language: str) -> str:
    """The language a clause is proposed in: the contract's; in one of both languages, that of the words it answers."""
    if document.language in ("zh", "en"):
        return document.language
    if not finding.evidence:
        return language
    return "zh" if _HAN.search(finding.evidence[0].quote) else "en"


def _asked(document: DocumentReport) -> Iterator[tuple[Finding, ...]]:
    """The undecided rules to ask about, those that turn on the same words together."""
    together: dict[tuple[int, int, int], list[Finding]] = {}
    for finding in undecided(document):
        if finding.rule.severity in _ASKED and finding.evidence:
            first = finding.evidence[0]
            together.setdefault((first.block, first.start, first.end), []).append(finding)
    yield from map(tuple, together.values())


def _question(findings: Sequence[Finding], program: Program, language: str) -> Note:
    lines: list[str] = []
    comma = say("report.comma", language)
    for finding in findings:
        severity = say(f"report.severity_{finding.rule.severity.value}", language)
        lines.append(_heading(finding, say("ci.undecided_severity", language, (("severity", severity),)), language))
        facts = comma.join(label(name, program, language) for name in finding.outcome.missing)
        lines.append(say("marked.find_out", language, (("facts", facts),)))
    lines += _further(findings[0].evidence, language) if len(findings) == 1 else []
    about = " ".join(finding.rule.id for finding in findings)
    return Note(tuple(lines), findings[0].evidence, about=about, tone="open")


def _heading(finding: Finding, severity: str, language: str) -> str:
    values = (("severity", severity), ("rule", finding.rule.id), ("title", finding.rule.title.get(language)))
    return say("marked.heading", language, values)


def _further(evidence: Sequence[Evidence], language: str) -> Iterator[str]:
    """The other places a finding rests on; a table row is quoted as a whole."""
    rows = [row for at, row in enumerate(quote_rows(evidence)) if at or len(row) > 1]
    for row in rows[:_MORE_PLACES]:
        quote = shortened(" | ".join(one_line(each.quote) for each in row))
        yield say("marked.also", language, (("place", evidence_place(row[0], language)), ("quote", quote)))
    if len(rows) > _MORE_PLACES:
        yield say("marked.more_places", language, (("count", str(len(rows) - _MORE_PLACES)),))


def _summary(document: DocumentReport, program: Program, language: str, shown: int) -> Iterator[str]:
    yield say("marked.checked", language, (("version", __version__), ("day", document.as_of.isoformat())))
    words = decision_words(document, program, language)
    yield say("marked.advice", language, (("advice", words.advice), ("ground", words.ground)))
    comma = say("report.comma", language)
    if bad := violated(document):
        yield say("marked.violations", language, (("counts", comma.join(_counts(bad, language))),))
    else:
        yield say("marked.no_violations", language)
    if open_ := len(undecided(document)):
        yield say("marked.open", language, (("count", str(open_)), ("shown", str(shown))))
    if wrong := errors(document):
        yield say("marked.errors", language, (("rules", comma.join(finding.rule.id for finding in wrong)),))
    for gap in document.gaps:
        yield gap_line(gap, language)


def _counts(findings: Sequence[Finding], language: str) -> Iterator[str]:
    counts = Counter(finding.rule.severity for finding in findings)
    for severity in Severity:
        if counts[severity]:
            words = say(f"report.severity_{severity.value}", language)
            yield say("marked.count", language, (("severity", words), ("count", str(counts[severity]))))
