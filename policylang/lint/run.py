"""Lint: files of a checked program in, findings out, the suppressed ones left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..core import Program
from .model import Finding, SourceFile, Subject
from .registry import CHECKS, CODES
from .suppress import amiss, apply, suppressions


def lint(
    program: Program, sources: Mapping[str, str], paths: Sequence[str], codes: frozenset[str] = CODES
) -> tuple[Finding, ...]:
    """The findings of some checks in some of the files of a program, by file and place."""
    rules = {rule.id: rule for rule in program.rules}
    found: list[Finding] = []
    for path in paths:
        found += _in(Subject(SourceFile.of(path, sources[path]), program, rules), codes)
    return tuple(found)


def _in(subject: Subject, codes: frozenset[str]) -> list[Finding]:
    found = [each for check in CHECKS if check.code in codes for each in check.run(subject)]
    written = suppressions(subject.file)
    kept = apply(found, written)
    kept += (each for each in amiss(subject.file, written, CODES, codes) if each.code in codes)
    return sorted(kept, key=lambda each: (each.diagnostic.span.line, each.diagnostic.span.column, each.code))
