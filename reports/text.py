"""The text report: findings most severe first, then what is undecided, then one line per cause."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TextIO

import click

from ..checker.checklist import Status
from ..checker.decision import Recommendation
from ..checker.fill import fill
from ..checker.fingerprint import fingerprint
from ..checker.report import DocumentReport, Finding, Report
from ..checker.summary import (
    blocker_lines,
    deciding_facts,
    errors,
    excepted,
    switched_off_rules,
    undecided,
    violated,
    waived,
)
from ..exposure.curve import exposure
from ..facts.fact import Fact
from ..messages import say
from ..policylang.core import Program, Severity
from ..policylang.outcome import Verdict
from .checklist import item_words
from .checklist import title as procedure_title
from .decision import decision_words
from .exposure import exposure_words
from .names import found_words, label, state_words, waiting_words
from .packs import pack_lines
from .places import evidence_place
from .quotes import one_line, quoted
from .unreadable import gap_helps, gap_line, unreadable_lines
from .waivers import baseline_line, gone_of, gone_title, since_words, told_faults, waived_words
from .wrap import wrapped

_COLOURS = {Severity.BLOCK: "bright_red", Severity.HIGH: "red", Severity.MEDIUM: "yellow", Severity.LOW: "blue"}
_ADVICE = {
    Recommendation.DO_NOT_SIGN: "bright_red",
    Recommendation.SIGN_AFTER_CHANGES: "yellow",
    Recommendation.SIGN: "green",
}
_QUOTES_SHOWN = 3


def render(report: Report, language: str, out: TextIO) -> None:
    """Write the report. Colours only on a terminal that wants them."""
    for document in report.documents:
        for line in (*_document(document, report.program, language), *_gone(document, report, language)):
            click.echo(line, file=out)
    for line in _waivers(report, language):
        click.echo(line, file=out)
    for unreadable in report.unreadable:
        for line in unreadable_lines(unreadable, language):
            click.echo(line, file=out)
    click.echo(_total(report, language), file=out)


def heading(document: DocumentReport, language: str) -> Iterator[str]:
    """Which document it is, what it was read as, and what of it couldn't be read."""
    yield click.style(document.path, bold=True)
    yield _read_as(document, language)
    yield ""
    if document.kind == "not_a_contract":
        yield from (say("report.not_a_contract", language), "")
    gaps = [gap for gap in document.gaps if not gap.aside]
    if gaps:
        yield say("report.gaps", language)
        yield from (f"  {gap_line(gap, language)}" for gap in gaps)
        yield from (f"  {line}" for line in gap_helps(gaps, language))
        yield ""
    asides = [gap_line(gap, language) for gap in document.gaps if gap.aside]
    yield from (*asides, "") if asides else ()


def _document(document: DocumentReport, program: Program, language: str) -> Iterator[str]:
    yield from heading(document, language)
    yield from _decision(document, program, language)
    findings = violated(document)
    head = say("report.findings", language, (("count", str(len(findings))),))
    yield head if findings else say("report.no_findings", language)
    yield ""
    for finding in findings:
        yield from _finding(finding, document, program, language)
    yield from _undecided(document, program, language)
    yield from _waived(document, program, language)
    yield from (waiting_words(document, language), "") if document.waiting else ()
    yield from _excepted(document, language)
    yield from _procedure(document, program, language)
    yield say("report.blockers", language)
    yield from (f"  {line}" for line in blocker_lines(document, language))
    yield ""
    yield from _packs(document, language)


def _decision(document: DocumentReport, program: Program, language: str) -> Iterator[str]:
    """The recommendation, the worst causes and the expected loss; a paper that is no contract is not for signing."""
    if document.kind == "not_a_contract":
        return
    words = decision_words(document, program, language)
    colour = _ADVICE[words.decision.recommendation]
    advice = (("advice", words.advice), ("ground", words.ground))
    first, *more = wrapped(say("decision.recommended", language, advice), "", "  ")
    yield click.style(first, fg=colour, bold=True)
    yield from more
    if words.causes:
        yield say("decision.causes", language)
        for number, cause in enumerate(words.causes, 1):
            yield from wrapped(f"{number}. {cause}", "  ", "     ")
    yield from wrapped(words.loss, "", "  ")
    yield from _in_time(document, program, language)
    yield ""


def _in_time(document: DocumentReport, program: Program, language: str) -> Iterator[str]:
    """The deal on the calendar: the peak, the instalments, and what stands open as a line of blocks."""
    found = exposure(document.facts, program, document.as_of)
    if found is None:
        return
    told = exposure_words(found, program, language)
    yield f"{say('exposure.title', language)}  {told.sparkline}".rstrip()
    for line in (*told.summary, told.milestones, *told.flows):
        yield from wrapped(line, "  ", "     ")


def _read_as(document: DocumentReport, language: str) -> str:
    def name(fact: str) -> str:
        value = document.facts[fact].value
        return value if isinstance(value, str) else say("report.unknown", language)

    kind = say(f"report.kind_{document.kind}", language)
    values = {"kind": kind, "buyer": name("party.buyer_name"), "seller": name("party.seller_name")}
    return say("report.read_as", language, (*values.items(), ("as_of", document.as_of.isoformat())))


def _finding(finding: Finding, document: DocumentReport, program: Program, language: str) -> Iterator[str]:
    rule = finding.rule
    head = f"{severity_words(rule.severity, language)}  {rule.id}  {click.style(rule.title.get(language), bold=True)}"
    since = since_words(finding, language)
    yield f"{head}  [{since}]" if since else head
    yield from wrapped(fill(rule.message.get(language), finding, program, language), "  ")
    yield from _quotes(finding, language)
    yield from _compared(finding, program, language)
    for key, text in (
        ("report.why", rule.why.get(language)),
        ("report.remedy", rule.remedy.get(language)),
        ("report.prefer", rule.prefer.get(language)),
        ("report.basis", say("report.comma", language).join(rule.basis)),
        ("report.unproven", say("report.comma", language).join(finding.outcome.unproven)),
        ("report.assumed", say("report.comma", language).join(finding.outcome.missing)),
        ("waivers.fingerprint", f"{rule.id}@{fingerprint(finding, document.blocks)}"),
    ):
        if text:
            yield from wrapped(f"{say(key, language)}: {text}", "  ", "    ")
    yield ""


def severity_words(severity: Severity, language: str) -> str:
    """A severity in its colour."""
    return click.style(say(f"report.severity_{severity.value}", language), fg=_COLOURS[severity], bold=True)


def _quotes(finding: Finding, language: str) -> Iterator[str]:
    for quote in islice(quoted(finding.evidence, language), _QUOTES_SHOWN):
        yield from wrapped(f"{say('report.quote', language)} {quote}", "  ", "    ")


def _compared(finding: Finding, program: Program, language: str) -> Iterator[str]:
    """The values the rule looked at, each with its state where it has none, and the record it comes from."""
    for name, found in finding.facts:
        shown = found_words(found, name, program, language)
        origin = found.origin if isinstance(found, Fact) else ""
        record = f"  [{say('report.from_record', language, (('origin', origin),))}]" if origin else ""
        yield from wrapped(f"{label(name, program, language)} ({name}): {shown}{record}", "  ", "    ")


def _undecided(document: DocumentReport, program: Program, language: str) -> Iterator[str]:
    """The undecided rules, then each fact that would decide some of them with the reason it isn't known."""
    open_ = undecided(document)
    if not open_:
        return
    yield say("report.undecided", language, (("count", str(len(open_))),))
    for name, rules in deciding_facts(document):
        fact = document.facts[name]
        values = {
            "fact": label(name, program, language),
            "name": name,
            "why": state_words(fact, language),
            "rules": " ".join(rules),
        }
        yield from wrapped(say("report.decides", language, tuple(values.items())), "  ", "      ")
        for evidence in fact.evidence[:1]:
            yield from wrapped(f"[{evidence_place(evidence, language)}] “{one_line(evidence.quote)}”", "      ")
    yield ""


def _excepted(document: DocumentReport, language: str) -> Iterator[str]:
    excused = excepted(document)
    if excused:
        yield say("report.excepted", language, (("count", str(len(excused))),))
        for finding in excused:
            yield f"  {finding.rule.id}  {finding.rule.title.get(language)}: {finding.outcome.exception}"
        yield ""
    off = switched_off_rules(document)
    if off:
        yield say("report.switched_off", language, (("count", str(len(off))),))
        for rule, why in off:
            yield from wrapped(f"{rule.id}  {rule.title.get(language)}: {why.reason} ({why.source})", "  ")
        yield ""
    for finding in errors(document):
        facts = say("report.comma", language).join(finding.outcome.missing)
        yield say("report.rule_error", language, (("rule", finding.rule.id), ("facts", facts)))


def _waived(document: DocumentReport, program: Program, language: str) -> Iterator[str]:
    """What somebody has accepted: who, until when and why."""
    accepted = waived(document)
    if accepted:
        yield say("waivers.waived", language, (("count", str(len(accepted))),))
    for finding in accepted:
        words = waived_words(finding.waived, program, language) if finding.waived is not None else ""
        rule = finding.rule
        severity = say(f"report.severity_{rule.severity.value}", language)
        head = f"{severity}  {rule.id}  {rule.title.get(language)}"
        yield from wrapped(f"{head}: {words}", "  ", "    ")
    yield from ("",) if accepted else ()


def _gone(document: DocumentReport, report: Report, language: str) -> Iterator[str]:
    """What the baseline had and this version doesn't."""
    gone = gone_of(document, report)
    if gone:
        yield f"{say('baseline.gone', language)}:"
        yield from (f"  {each.known.rule}  {gone_title(each, report.program, language)}" for each in gone)
        yield ""


def _waivers(report: Report, language: str) -> Iterator[str]:
    """What is wrong with the waivers, and how the run stands to its baseline."""
    yield from told_faults(report, language)
    if line := baseline_line(report, language):
        yield from (*wrapped(line, "", "  "), "")


_STATUS = {Status.PROVEN: ("✓", "green"), Status.FAILED: ("✗", "bright_red"), Status.OPEN: ("?", "yellow")}


def _procedure(document: DocumentReport, program: Program, language: str) -> Iterator[str]:
    """The steps of the signing procedure, at the stages that have one."""
    items = item_words(document, program, language)
    if not items:
        return
    yield procedure_title(items, language)
    for item in items:
        mark, colour = _STATUS[item.status]
        yield f"  {click.style(mark, fg=colour, bold=True)} {item.title}"
        for line in item.lines:
            yield from wrapped(line, "      ", "        ")
    yield ""


def _packs(document: DocumentReport, language: str) -> Iterator[str]:
    """Which packs judged the contract, and which didn't and why."""
    if document.packs:
        yield say("report.packs", language)
        for line in pack_lines(document, language):
            yield from wrapped(line, "  ", "    ")
        yield ""


def _total(report: Report, language: str) -> str:
    def count(verdict: Verdict) -> str:
        return str(sum(f.outcome.verdict is verdict for d in report.documents for f in d.findings))

    values = {
        "documents": str(len(report.documents)),
        "rules": str(len(report.program.rules)),
        "unreadable": str(len(report.unreadable)),
        "violated": count(Verdict.VIOLATED),
        "undecided": count(Verdict.UNDECIDED),
        "excepted": count(Verdict.EXCEPTED),
    }
    return say("report.total", language, tuple(values.items()))
