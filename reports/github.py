"""GitHub workflow commands, and the summary of the step in Markdown where `GITHUB_STEP_SUMMARY` names a file.

GitHub shows ten errors, ten warnings and ten notices of a step, so the worst come first and the summary has all.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TextIO

from ..checker.report import Report
from ..policylang.core import Severity
from . import markdown
from .marks import GONE, Mark, marks

_COMMANDS = {Severity.BLOCK: "error", Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "notice"}
_ORDER = {severity: rank for rank, severity in enumerate(Severity)}


def render(report: Report, language: str, out: TextIO) -> None:
    """Write a command for each mark, and append the summary."""
    told = [mark for mark in marks(report, language) if mark.verdict != GONE]
    for mark in sorted(told, key=lambda each: (not each.counts, each.verdict == "undecided", _ORDER[each.severity])):
        out.write(_command(mark) + "\n")
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary:
        with Path(summary).open("a", encoding="utf-8") as file:
            markdown.render(report, language, file)


def _command(mark: Mark) -> str:
    command = _COMMANDS[mark.severity]
    if mark.verdict == "undecided" and command == "error":
        command = "warning"
    if not mark.counts:
        command = "notice"
    places = {"file": mark.path, "line": str(mark.region.line), "endLine": str(mark.region.end_line)}
    if mark.region.line == mark.region.end_line:
        places |= {"col": str(mark.region.column), "endColumn": str(mark.region.end_column)}
    places["title"] = f"{mark.rule} {mark.title}"
    shown = ",".join(f"{name}={_property(value)}" for name, value in places.items())
    text = "\n".join(filter(None, (mark.message, mark.place, mark.help)))
    return f"::{command} {shown}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
