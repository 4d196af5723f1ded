"""A report in Markdown, for a pull request or a mail: a table for each document, worst findings first."""

from __future__ import annotations

import re
from typing import TextIO

from ..checker.report import Report, Since
from ..messages import say
from .marks import GONE, Mark, marks
from .waivers import baseline_line

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|!])")


def render(report: Report, language: str, out: TextIO) -> None:
    """Write a heading and a table for each file."""
    by_path: dict[str, list[Mark]] = {document.path: [] for document in report.documents}
    for mark in marks(report, language):
        by_path.setdefault(mark.path, []).append(mark)
    heads = [say(f"ci.column_{name}", language) for name in ("severity", "rule", "message", "place", "remedy")]
    for path, found in by_path.items():
        out.write(f"## {_escaped(path)}\n\n")
        if not found:
            out.write(f"{say('report.no_findings', language)}\n\n")
            continue
        out.write(f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}\n")
        for mark in found:
            quoted = f"“{mark.quote}” " if mark.quote else ""
            place = quoted + (f"({mark.place})" if mark.place else "")
            cells = (_state(mark, language), mark.rule, mark.message, place, mark.help)
            out.write(f"| {' | '.join(map(_escaped, cells))} |\n")
        out.write("\n")
    if line := baseline_line(report, language):
        out.write(f"{_escaped(line)}\n")


def _state(mark: Mark, language: str) -> str:
    """The severity, with what keeps the finding from counting in full, and what the baseline says of it."""
    words = [say(f"report.severity_{mark.severity.value}", language)]
    if mark.verdict in ("undecided", "waived", GONE):
        words.append(say(f"ci.verdict_{mark.verdict}", language))
    if mark.since in (Since.NEW, Since.UNCHANGED):
        words.append(say(f"baseline.{mark.since.value}", language))
    return say("report.comma", language).join(words)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
