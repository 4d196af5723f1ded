"""`presign check` on many files: rows that stream, a data set, a job that goes on where it was stopped, a cluster."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from ..messages import preferred_language, say
from .options import EXIT_FAILED, fail, refuse, tell

if TYPE_CHECKING:
    from ..checker.run import Request
    from ..portfolio.job import Job
    from ..portfolio.run import Done
    from ..portfolio.sinks import Sink
    from ..portfolio.stream import Tally
    from .accepting import Accepting

Command = TypeVar("Command", bound=Callable[..., Any])

STREAMED = ("jsonl", "parquet")
"""Formats that are written row by row; `jsonl` can be printed, too."""


@dataclass(frozen=True, slots=True)
class ManyFiles:
    """The options of a job on many files."""

    jobs: int | None = None
    resume: bool = False
    cache: bool = True
    scheduler: str | None = None


def portfolio_options(command: Command) -> Command:
    """`--jobs`, `--resume`, `--no-cache` and `--scheduler`, as one argument `many`."""

    @click.option(
        "--jobs", type=click.IntRange(1, 1024), metavar="N", help="Files checked at once (default: processors)."
    )
    @click.option("--resume", is_flag=True, help="Go on with a stopped job: rows that are written already stand.")
    @click.option("--cache/--no-cache", default=True, help="jsonl, parquet: take results of unchanged files.")
    @click.option("--scheduler", metavar="tcp://…", help="jsonl, parquet: check on a Dask cluster.")
    @wraps(command)
    def packed(*args: Any, jobs: int | None, resume: bool, cache: bool, scheduler: str | None, **given: Any) -> Any:
        return command(*args, many=ManyFiles(jobs, resume, cache, scheduler), **given)

    return packed  # type: ignore[return-value]


def streams(form: str, outputs: Sequence[str], many: ManyFiles) -> bool:
    """Whether a check is a job of rows."""
    asked = form == "jsonl" or any(output.partition(":")[0] in STREAMED for output in outputs)
    return asked or many.resume or many.scheduler is not None


def check_many(
    request: Request,
    form: str,
    outputs: Sequence[str],
    many: ManyFiles,
    fail_on: str,
    lang: str | None,
    accepting: Accepting,
    plain: bool,
) -> NoReturn:
    """Do the job, and end with the exit code of a check. `plain`: no proofs and no marked contracts are asked for."""
    from ..checker.run import Refusal
    from ..policylang.core import Severity
    from ..portfolio.accepted import AcceptedFiles
    from ..portfolio.job import job_of
    from ..portfolio.places import places
    from ..portfolio.progress import Progress
    from ..portfolio.run import How, InterruptedJob, run_job
    from ..portfolio.sinks import StopError

    language = preferred_language(lang)
    files = _files(form, outputs, many, language, plain)
    known = AcceptedFiles(accepting.file, accepting.known)
    job = job_of(request, language, many.cache and many.scheduler is None, known.digest())
    if isinstance(job, Refusal):
        refuse(job, language)
    total = sum(1 for _ in places(request.paths)) if sys.stderr.isatty() else None
    progress = Progress(sys.stderr, total, language)
    try:
        sinks = _sinks(form, files, job, many)
        done = run_job(job, request.paths, sinks, How(many.jobs, many.scheduler), progress, known)
    except StopError as stop:
        progress.close()
        fail(stop.key, language, stop.values)
    except InterruptedJob as stop:
        progress.close()
        tell("portfolio.interrupted", language, (("done", f"{stop.tally.files:,}"),))
        sys.exit(EXIT_FAILED)
    except OSError as problem:
        progress.close()
        why = (problem.strerror or type(problem).__name__).lower()
        fail("ci.cannot_write", language, (("path", str(problem.filename or files)), ("why", why)))
    progress.close()
    severity = Severity(fail_on)
    if form != "jsonl":
        _last_words(done.tally, severity, language)
    _tell_faults(done, job, language)
    sys.exit(done.tally.exit_code(severity))


def _files(
    form: str, outputs: Sequence[str], many: ManyFiles, language: str, plain: bool
) -> tuple[tuple[str, str], ...]:
    """The outputs; anything that can't be streamed stops the command before it does any work."""
    if form not in ("text", "jsonl") or not plain:
        fail("portfolio.whole_format", language, (("name", form if form not in ("text", "jsonl") else "--why"),))
    found = []
    for output in outputs:
        name, _, path = output.partition(":")
        if name not in STREAMED:
            fail("portfolio.whole_format", language, (("name", name),))
        if not path:
            fail("ci.bad_output", language, (("value", output),))
        found.append((name, path))
    if not found and (many.resume or form != "jsonl"):
        fail("portfolio.nowhere", language)
    return tuple(found)


def _sinks(form: str, files: Sequence[tuple[str, str]], job: Job, many: ManyFiles) -> list[Sink]:
    from ..portfolio.lines import Lines, Printed

    sinks: list[Sink] = [Printed(sys.stdout, job.run)] if form == "jsonl" else []
    try:
        for name, path in files:
            if name == "jsonl":
                sinks.append(Lines(Path(path), job.run, many.resume))
            else:
                sinks.append(_data_set(Path(path), job, many.resume))
    except BaseException:
        for sink in sinks:
            sink.close()
        raise
    return sinks


def _data_set(folder: Path, job: Job, resume: bool) -> Sink:
    from importlib.util import find_spec

    from ..portfolio.dataset import DataSet
    from ..portfolio.job import about
    from ..portfolio.sinks import StopError

    if find_spec("polars") is None:
        raise StopError("portfolio.no_polars")
    return DataSet(folder, job.run, about(job), resume)


def _last_words(tally: Tally, fail_on: Any, language: str) -> None:
    values = {
        "files": f"{tally.files:,}",
        "refused": f"{tally.refused(fail_on):,}",
        "severity": say(f"report.severity_{fail_on.value}", language),
        "unreadable": f"{tally.unreadable:,}",
        "open": f"{tally.not_done:,}",
    }
    click.echo(say("portfolio.done", language, tuple(values.items())))
    if tally.waived or tally.known:
        accepted = (("waived", f"{tally.waived:,}"), ("known", f"{tally.known:,}"))
        click.echo(say("portfolio.accepted", language, accepted))
    if tally.kept or tally.resumed:
        kept = (("kept", f"{tally.kept:,}"), ("resumed", f"{tally.resumed:,}"))
        click.echo(say("portfolio.spared", language, kept))


def _tell_faults(done: Done, job: Job, language: str) -> None:
    """Say what is wrong with the waivers on the standard error, where rows aren't."""
    if done.waivers is None or not done.waivers.findings:
        return
    from datetime import date

    from ..checker.report import Report
    from ..reports.waivers import told_faults

    for line in told_faults(Report(date.today(), job.program, (), waivers=done.waivers), language):
        click.echo(line, err=True)
