"""GitLab code quality: an array of issues, each with a fingerprint of its own."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import TextIO

from ..checker.report import Report
from ..policylang.core import Severity
from .marks import GONE, marks
from .values import Json

_SEVERITIES = {Severity.BLOCK: "blocker", Severity.HIGH: "critical", Severity.MEDIUM: "major", Severity.LOW: "minor"}


def render(report: Report, language: str, out: TextIO) -> None:
    """Write the issues; what is undecided, waived or unchanged is `info`. GitLab shows the description only."""
    issues: list[Json] = []
    for mark in marks(report, language):
        if mark.verdict == GONE:
            continue
        path = PurePath(mark.path).as_posix()
        issues.append(
            {
                "check_name": mark.rule,
                "description": f"{mark.rule}: {mark.message}",
                "severity": "info" if mark.verdict == "undecided" or not mark.counts else _SEVERITIES[mark.severity],
                "fingerprint": f"{mark.fingerprint}:{path}",
                "location": {"path": path, "lines": {"begin": mark.region.line, "end": mark.region.end_line}},
            }
        )
    json.dump(issues, out, ensure_ascii=False, indent=1)
    out.write("\n")
