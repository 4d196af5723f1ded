"""The waivers of a run: which file they come from, and the report with them applied."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path

from ...policylang.core import Program
from ..report import Report
from .apply import Entry, apply_waivers, entries_of
from .git import waivers_from
from .limits import waiver_limits
from .model import FILE_NAME, WaiverFile
from .read import read_waivers


def waiver_file(named: str | None, reference: str | None) -> WaiverFile | None:
    """The file that is named, else the one of the working folder; None where there is none.

    With `reference` it is the one of that revision. A file beside a contract isn't taken: whoever sends the contract
    could send it along.
    """
    path = Path(named or FILE_NAME)
    if reference is not None:
        return waivers_from(reference, path)
    if named is None and not path.exists():
        return None
    return read_waivers(path)


def with_waivers(report: Report, file: WaiverFile, day: date) -> Report:
    """The report with a sound file's waivers applied on a day, under the limits of the run's own policy."""
    return apply_waivers(report, file, waiver_limits(report.program, day), day, _shipped_beside(report.program, file))


def entries_on(file: WaiverFile, program: Program, day: date) -> tuple[Entry, ...]:
    """The waivers of a sound file as they stand on a day to a program, under its limits."""
    return entries_of(file, program, waiver_limits(program, day), day, _shipped_beside(program, file))


def _shipped_beside(program: Program, file: WaiverFile) -> Collection[str]:
    """The ids of the shipped rules, where a waiver is for a rule the program doesn't have."""
    ran = {rule.id for rule in program.rules}
    return () if all(each.rule in ran for each in file.waivers) else _shipped()


def _shipped() -> Collection[str]:
    from ..run import Refusal, load

    loaded = load(())
    known = loaded.program.rules if not isinstance(loaded, Refusal) and loaded.program is not None else ()
    return frozenset(rule.id for rule in known)
