"""A job from its request to its exit code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor, Future
from dataclasses import dataclass, replace
from datetime import date

from ..checker.waivers.model import WaiverRun
from ..parsers.document import Unreadable
from ..parsers.problem import problem
from .accepted import Accepted, AcceptedFiles
from .crew import Workers
from .job import Job
from .places import places
from .pool import LocalWorkers
from .results import prune, taken
from .row import Row, row_of_unreadable
from .sinks import Sink, one_day
from .stream import Stream, Tally, Told
from .work import crashed


@dataclass(frozen=True, slots=True)
class How:
    """How a job is done: by how many processes here, or by the scheduler at an address."""

    jobs: int | None = None
    scheduler: str | None = None


class InterruptedJob(Exception):
    """Somebody pressed Ctrl-C; the rows that were made stand."""

    def __init__(self, tally: Tally) -> None:
        super().__init__()
        self.tally = tally


class LateWorkers:
    """Workers that are started when the first file needs them: a job whose rows are all known starts none."""

    def __init__(self, most: int, start: Callable[[], Workers]) -> None:
        self.most = most
        self._start = start
        self._workers: Workers | None = None

    def submit(self, path: str) -> Future[Row]:
        """Give a file to be checked."""
        if self._workers is None:
            self._workers = self._start()
            self.most = self._workers.most
        return self._workers.submit(path)

    def look(self) -> None:
        """Look after the workers while no row comes."""
        if self._workers is not None:
            self._workers.look()

    def restart(self) -> None:
        """Begin anew after workers were lost."""
        if self._workers is not None:
            self._workers.restart()

    def close(self, *, now: bool) -> None:
        """End the workers, if there are any."""
        if self._workers is not None:
            self._workers.close(now=now)


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a job: its counts, and what is wrong with the waivers that were used."""

    tally: Tally
    waivers: WaiverRun | None = None


def run_job(
    job: Job, paths: Sequence[str], sinks: Sequence[Sink], how: How, told: Told, files: AcceptedFiles | None = None
) -> Done:
    """Check every file that has no row yet. Raises `StopError` and, on Ctrl-C, `InterruptedJob`."""
    workers = LateWorkers(1, lambda: _workers(job, how))
    accepted: Accepted | None = None
    stream = Stream(sinks, told)
    try:
        day = one_day(sink.day() for sink in sinks)
        if day is not None:
            job = replace(job, request=replace(job.request, today=date.fromisoformat(day)))
        if files is not None and files.digest():
            request = job.request
            accepted = Accepted(files, job.program, request.as_of or request.today or date.today())
            stream = Stream(sinks, told, accepted)
        stream.resume()
        stream.run(places(paths), workers, lambda path: taken(job, path), lambda path, why: _failed(path, why, job))
    except KeyboardInterrupt:
        workers.close(now=True)
        raise InterruptedJob(stream.tally) from None
    except BaseException:
        workers.close(now=True)
        raise
    finally:
        for sink in sinks:
            sink.close()
    workers.close(now=False)
    if job.cached:
        prune()
    waivers = accepted.run() if accepted is not None else None
    if waivers is not None:
        stream.tally.faults = tuple(finding.severity for finding in waivers.findings)
    return Done(stream.tally, waivers)


def _workers(job: Job, how: How) -> Workers:
    if how.scheduler is None:
        return LocalWorkers(job, how.jobs)
    from .cluster import ClusterWorkers

    return ClusterWorkers(job, how.scheduler)


def _failed(path: str, why: object, job: Job) -> Row:
    """The row of what can't be a file, of a check that failed, of a worker that was lost."""
    match why:
        case Unreadable():
            return row_of_unreadable(why, job.language, str(job.request.today))
        case ImportError():
            what = problem("doc.read_not_loaded", what=str(why)[:200]).unreadable(path, "")
            return row_of_unreadable(what, job.language, str(job.request.today))
        case Exception() if not isinstance(why, BrokenExecutor) and type(why).__name__ != "KilledWorker":
            what = problem("doc.read_failed", what=type(why).__name__).unreadable(path, "")
            return row_of_unreadable(what, job.language, str(job.request.today))
        case _:
            return crashed(path, job)
