"""`presign policy analyse`: each finding with its place, the deal that shows it, and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TextIO

from ..messages import advise, say
from ..policylang.analysis.analyse import Analysis
from ..policylang.analysis.deal import hung, settings, value_text
from ..policylang.analysis.finding import Finding
from ..policylang.core import Program, Span
from ..policylang.keywords import spell, spell_word
from ..policylang.reasons.formal import formal
from ..policylang.render import visible
from .json_text import write_json
from .wrap import wrapped

SCHEMA_VERSION = "1.0"


def render(analysis: Analysis, program: Program, as_of: date, language: str, form: str, out: TextIO) -> None:
    """Write the findings, and how much was looked at."""
    if form == "json":
        write_json(_json(analysis, program, as_of), out)
        return
    for finding in analysis.findings:
        out.write("\n".join(_lines(finding, program, language)) + "\n\n")
    shown = (
        ("count", str(len(analysis.findings))),
        ("rules", str(analysis.rules)),
        ("day", as_of.isoformat()),
        ("seconds", f"{analysis.seconds:.1f}"),
    )
    out.write(say("analysis.found" if analysis.findings else "analysis.nothing", language, shown) + "\n")
    if analysis.unsure:
        out.write(say("analysis.unsure", language, (("count", str(analysis.unsure)),)) + "\n")


def warning(finding: Finding, language: str) -> str:
    """A finding in the form of a policy file's diagnostics: its place, then what it is."""
    span = finding.span
    said = visible(say(_key(finding), language, finding.values))
    return f"{span.path}:{span.line}:{span.column}: {say('note.warning', language)}[{finding.code}]: {said}"


def _lines(finding: Finding, program: Program, language: str) -> Iterator[str]:
    key = _key(finding)
    yield from wrapped(visible(say(key, language, finding.values)), f"{finding.code} ", "     ")
    yield f"     {_place(finding.span)}"
    for name, span in finding.related:
        yield f"     {say('analysis.see', language)} {name}: {_place(span)}"
    if finding.conditions:
        yield f"     {say('analysis.together', language)}"
        for condition in finding.conditions:
            yield from wrapped(formal(condition, program, language), "       ", "         ")
    given = _given(finding, program, language)
    if given:
        yield f"     {say('analysis.example', language)}"
        yield from hung(spell("GIVEN", language), [visible(line) for line in given], "       ")
        if finding.verdicts:
            ended = (f"{rule} {spell_word('verdict', end.value, language)}" for rule, end in finding.verdicts)
            yield f"       {spell('EXPECT', language)} {('，' if language == 'zh' else ', ').join(ended)}"
    if help_text := advise(key, language, finding.values):
        yield from wrapped(help_text, "     = ", "       ")


def _key(finding: Finding) -> str:
    return f"analysis.{finding.code.name.lower()}"


def _place(span: Span) -> str:
    return f"{visible(span.path)}:{span.line}:{span.column}"


def _given(finding: Finding, program: Program, language: str) -> list[str]:
    if finding.row:
        shown = []
        for fact, value in finding.row:
            declared = program.facts.get(fact.name)
            name = declared.alias_zh if declared is not None and language == "zh" else ""
            shown.append(f"{name or fact.name} = {value_text(value, fact.type, program, language)}")
        return shown
    return settings(finding.case, program, language) if finding.case else []


def _json(analysis: Analysis, program: Program, as_of: date) -> dict[str, object]:
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": as_of.isoformat(),
        "rules": analysis.rules,
        "undecided_questions": analysis.unsure,
        "seconds": round(analysis.seconds, 2),
        "findings": [_finding_json(each, program) for each in analysis.findings],
    }


def _finding_json(finding: Finding, program: Program) -> dict[str, object]:
    key = _key(finding)
    return {
        "code": finding.code.value,
        "subject": finding.subject,
        "message": {language: say(key, language, finding.values) for language in ("en", "zh")},
        "help": {language: advise(key, language, finding.values) for language in ("en", "zh")},
        "place": _span_json(finding.span),
        "related": [{"name": name, **_span_json(span)} for name, span in finding.related],
        "conditions": [formal(each, program, "en") for each in finding.conditions],
        "given": _given(finding, program, "en"),
        "verdicts": {rule: verdict.value for rule, verdict in finding.verdicts},
    }


def _span_json(span: Span) -> dict[str, object]:
    return {"path": span.path, "line": span.line, "column": span.column}
