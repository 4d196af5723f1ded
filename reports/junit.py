"""JUnit XML: a suite for each document, a case for each rule in force; a clean run still has its passing cases."""

from __future__ import annotations

import re
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from ..checker.report import DocumentReport, Finding, Report, Since
from ..messages import say
from ..policylang.outcome import Verdict
from .marks import UNREADABLE, Mark, marks
from .waivers import fault_lines, waived_words

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 can't hold."""
_SKIPPED = (Verdict.NOT_APPLICABLE, Verdict.EXCEPTED, Verdict.WAIVED, Verdict.UNDECIDED)
"""What is undecided is skipped with the facts to find out: `--fail-on` decides the exit code, not these counts."""


def render(report: Report, language: str, out: TextIO) -> None:
    """Write all suites."""
    found = {(mark.path, mark.rule): mark for mark in marks(report, language) if mark.since is not Since.GONE}
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="presign">\n')
    for document in report.documents:
        out.write(_suite(document, report, found, language))
    out.write(_waivers(report, language))
    for unread in report.unreadable:
        mark = found[unread.path, UNREADABLE]
        out.write(f'<testsuite name={_attribute(unread.path)} tests="1" failures="0" errors="1" skipped="0">\n')
        out.write(f'<testcase classname={_attribute(unread.path)} name="{UNREADABLE}">')
        out.write(f"<error message={_attribute(mark.message)}>{_text(mark.help)}</error></testcase>\n</testsuite>\n")
    out.write("</testsuites>\n")


def _suite(document: DocumentReport, report: Report, found: dict[tuple[str, str], Mark], language: str) -> str:
    cases = [(finding, _case(finding, document, report, found, language)) for finding in document.findings]
    verdicts = [finding.outcome.verdict for finding, _ in cases]
    before = sum(finding.since is Since.UNCHANGED for finding, _ in cases if _violated(finding))
    counts = {
        "tests": len(cases),
        "failures": verdicts.count(Verdict.VIOLATED) - before,
        "errors": verdicts.count(Verdict.ERROR),
        "skipped": sum(each in _SKIPPED for each in verdicts) + before,
    }
    attributes = " ".join(f'{name}="{number}"' for name, number in counts.items())
    inner = "".join(case for _, case in cases)
    return f"<testsuite name={_attribute(document.path)} {attributes}>\n{inner}</testsuite>\n"


def _violated(finding: Finding) -> bool:
    return finding.outcome.verdict is Verdict.VIOLATED


def _waivers(report: Report, language: str) -> str:
    """A suite for the waiver file, with a failure for each entry that doesn't hold."""
    heading, faults = fault_lines(report, language)
    if report.waivers is None or not faults:
        return ""
    name = _attribute(report.waivers.name)
    cases = "".join(
        f"<testcase classname={name} name={_attribute(f'{each.rule} {each.message}')}>"
        f"<failure type={_attribute(each.severity)} message={_attribute(each.message)}>{_text(each.help)}</failure>"
        "</testcase>\n"
        for each in faults
    )
    counts = f'tests="{len(faults)}" failures="{len(faults)}" errors="0" skipped="0"'
    return f"<testsuite name={_attribute(heading)} {counts}>\n{cases}</testsuite>\n"


def _case(
    finding: Finding, document: DocumentReport, report: Report, found: dict[tuple[str, str], Mark], language: str
) -> str:
    rule, verdict = finding.rule, finding.outcome.verdict
    name = f"{rule.id} {rule.title.get(language)}"
    head = f"<testcase classname={_attribute(document.path)} name={_attribute(name)}"
    mark = found.get((document.path, rule.id))
    match verdict:
        case Verdict.SATISFIED:
            return f"{head}/>\n"
        case Verdict.WAIVED:
            said = waived_words(finding.waived, report.program, language) if finding.waived else verdict.value
            return f"{head}><skipped message={_attribute(said)}/></testcase>\n"
        case Verdict.VIOLATED if finding.since is Since.UNCHANGED:
            said = say("baseline.unchanged", language)
            return f"{head}><skipped message={_attribute(said)}/></testcase>\n"
        case Verdict.NOT_APPLICABLE | Verdict.EXCEPTED:
            return f"{head}><skipped message={_attribute(finding.outcome.exception or verdict.value)}/></testcase>\n"
        case Verdict.UNDECIDED:
            message = mark.message if mark is not None else verdict.value
            return f"{head}><skipped message={_attribute(message)}/></testcase>\n"
        case Verdict.ERROR:
            return f"{head}><error message={_attribute(', '.join(finding.outcome.missing))}/></testcase>\n"
        case Verdict.VIOLATED:
            message = mark.message if mark is not None else rule.title.get(language)
            body = "\n".join(filter(None, (mark.place, mark.quote, mark.help))) if mark is not None else ""
            failure = f"<failure type={_attribute(rule.severity.value)} message={_attribute(message)}>{_text(body)}"
            return f"{head}>{failure}</failure></testcase>\n"


def _text(text: str) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", text))


def _attribute(text: str) -> str:
    return quoteattr(_FORBIDDEN.sub("\ufffd", text), {"\n": "&#10;", "\t": "&#9;"})
