"""Lint findings on a terminal and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TextIO

from ..messages import advise, say
from ..policylang.lint.model import Finding
from ..policylang.render import language_of, render
from . import json_text


def write_text(
    findings: Sequence[Finding], sources: Mapping[str, str], files: int, language: str, chosen: str | None, out: TextIO
) -> None:
    """Each finding with its line and help, in the language of its file unless one is chosen; then the counts."""
    for finding in findings:
        out.write(render(finding.diagnostic, sources, chosen) + "\n")
    if not findings:
        out.write(say("lint.clean", language, (("files", str(files)),)) + "\n")
        return
    counts = sorted(Counter(finding.code for finding in findings).items())
    codes = ", ".join(f"{code} {count}" for code, count in counts)
    out.write(say("lint.count", language, (("count", str(len(findings))), ("codes", codes))) + "\n")


def write_json(
    findings: Sequence[Finding], names: Mapping[str, str], sources: Mapping[str, str], chosen: str | None, out: TextIO
) -> None:
    """The findings as one object; lines and columns count from 1, ends are exclusive."""
    listed = [_finding(each, names, language_of(sources[each.diagnostic.span.path]), chosen) for each in findings]
    json_text.write_json({"findings": listed}, out)


def _finding(finding: Finding, names: Mapping[str, str], own: str, chosen: str | None) -> dict[str, object]:
    diagnostic, span = finding.diagnostic, finding.diagnostic.span
    language = chosen or own
    return {
        "code": finding.code,
        "name": names[finding.code],
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "message": say(diagnostic.key, language, diagnostic.values),
        "help": advise(diagnostic.key, language, diagnostic.values),
        "fixable": bool(finding.edits),
    }
