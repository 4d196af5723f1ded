"""What a check accepts as known: waivers and a baseline; and where it leaves its decision on record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..messages import advise, say
from .options import Command, fail, tell

if TYPE_CHECKING:
    from ..checker.baseline import Baseline
    from ..checker.report import Report
    from ..checker.run import Request
    from ..checker.waivers.model import WaiverFile, WaiverProblem


@dataclass(frozen=True, slots=True)
class Accepting:
    """The options, and what they name once it is read."""

    waivers: str | None = None
    waivers_from: str | None = None
    baseline: str | None = None
    write_baseline: str | None = None
    record: str | None = None
    file: WaiverFile | None = None
    known: Baseline | None = None

    def in_rows(self, language: str) -> Accepting:
        """With the files read, for a job of rows, which keeps nothing of all contracts at once."""
        if self.write_baseline or self.record:
            fail("waivers.not_in_rows", language)
        return self.opened(language)

    def opened(self, language: str) -> Accepting:
        """With the files read. One that is wrong stops the command before anything is checked."""
        return replace(self, file=self._file(language), known=self._known(language))

    def applied(self, report: Report, day: date | None, language: str) -> Report:
        """The report with what is waived and what was there before; the baseline file is written."""
        if self.file is not None:
            from ..checker.waivers.here import with_waivers

            report = with_waivers(report, self.file, day or date.today())
        if self.known is not None:
            from ..checker.baseline import compare

            report = compare(report, self.known)
        if self.write_baseline is not None:
            _write_baseline(report, self.write_baseline, language)
        return report

    def recorded(self, report: Report, request: Request, language: str) -> None:
        """Leave the decision on record, where that was asked for."""
        if self.record is not None:
            from .record import leave_record

            leave_record(self.record, report, request, language)

    def _file(self, language: str) -> WaiverFile | None:
        from ..checker.waivers.model import FILE_NAME

        if self.waivers is None and self.waivers_from is None and not Path(FILE_NAME).exists():
            return None
        # With it comes the reader of YAML, and Git.
        from ..checker.waivers.here import waiver_file

        found = waiver_file(self.waivers, self.waivers_from)
        if found is None and self.waivers_from is not None:
            name = f"{self.waivers_from}:{self.waivers or FILE_NAME}"
            tell("waivers.none_there", language, (("name", name),))
        if found is not None and found.problems:
            tell_problems(found.problems, language)
            raise SystemExit(2)
        return found

    def _known(self, language: str) -> Baseline | None:
        if self.baseline is None:
            return None
        from ..checker.baseline import BaselineProblem, read_baseline

        found = read_baseline(self.baseline)
        if isinstance(found, BaselineProblem):
            fail(found.key, language, found.values)
        return found


def accepting_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--waivers`, `--waivers-from`, `--baseline`, `--write-baseline` and `--record`, as one argument `accepting`."""

    @wraps(command)
    def called(
        *arguments: Any,
        waivers: str | None,
        waivers_from: str | None,
        baseline: str | None,
        write_baseline: str | None,
        record: str | None,
        **others: Any,
    ) -> Any:
        """The command with the options packed."""
        accepting = Accepting(waivers, waivers_from, baseline, write_baseline, record)
        return command(*arguments, accepting=accepting, **others)

    options: tuple[Callable[[Command], Command], ...] = (
        click.option("--waivers", metavar="FILE", help="Accepted findings (default: presign-waivers.yaml, if there)."),
        click.option("--waivers-from", metavar="REF", help="Take that file from a git revision, as the base branch."),
        click.option("--baseline", metavar="FILE", help="Count only what this earlier run doesn't have."),
        click.option("--write-baseline", metavar="FILE", help="Keep this run to compare with."),
        click.option("--record", metavar="DIR|URL", help="Leave each decision on record: a folder or the ledger."),
    )
    found: Callable[..., Any] = called
    for option in reversed(options):
        found = option(found)
    return found


def tell_problems(problems: tuple[WaiverProblem, ...], language: str) -> None:
    """Say mistakes of a waiver file with their places on the standard error."""
    for problem in problems:
        place = ""
        if problem.path:
            place = say("waivers.place", language, (("path", problem.path), ("line", str(problem.line))))
        click.echo(f"{place}{say(problem.key, language, problem.values)}", err=True)
        if help_text := advise(problem.key, language, problem.values):
            click.echo(f"  = {help_text}", err=True)


def _write_baseline(report: Report, name: str, language: str) -> None:
    from ..checker.baseline import baseline_text
    from .files import write_whole

    try:
        write_whole(Path(name), baseline_text(report, language).encode("utf-8"))
    except OSError as problem:
        fail("waivers.not_written", language, (("path", name), ("why", (problem.strerror or "").lower())))
