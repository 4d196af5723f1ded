"""reviewdog's Diagnostic Format (rdjson), by whole lines: its columns count bytes, which a DOCX has none of."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import TextIO

from ..checker.report import Report
from ..policylang.core import Severity
from .marks import GONE, Mark, marks
from .values import Json

_SEVERITIES = {Severity.BLOCK: "ERROR", Severity.HIGH: "ERROR", Severity.MEDIUM: "WARNING", Severity.LOW: "INFO"}


def render(report: Report, language: str, out: TextIO) -> None:
    """Write all diagnostics."""
    diagnostics: list[Json] = [_diagnostic(mark) for mark in marks(report, language) if mark.verdict != GONE]
    whole: dict[str, Json] = {"source": {"name": "presign"}, "severity": "WARNING", "diagnostics": diagnostics}
    json.dump(whole, out, ensure_ascii=False, indent=1)
    out.write("\n")


def _diagnostic(mark: Mark) -> dict[str, Json]:
    severity = "WARNING" if mark.verdict == "undecided" else _SEVERITIES[mark.severity]
    severity = severity if mark.counts else "INFO"
    return {
        "message": "\n".join(filter(None, (mark.message, mark.place, mark.help))),
        "location": {
            "path": PurePath(mark.path).as_posix(),
            "range": {"start": {"line": mark.region.line}, "end": {"line": mark.region.end_line}},
        },
        "severity": severity,
        "code": {"value": mark.rule},
    }
