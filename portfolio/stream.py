"""The job itself: files in, rows out into every sink, each once; what stands already isn't done again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from ..checker.summary import CLEAN, FAILED, FINDINGS, RANKS
from ..parsers.document import Unreadable
from ..policylang.core import Severity
from .accepted import Accepted
from .crew import Crew, Workers
from .places import Place, mark_of
from .row import Head, Row
from .sinks import Sink

Known = Callable[[str], Row | None]
"""The row of a file that needn't be checked, if there is one."""
Told = Callable[["Tally"], None]
"""Called after every row."""


@dataclass(slots=True)
class Tally:
    """What is done so far: enough for the exit code and the last words, however many rows there were."""

    checked: int = 0
    unreadable: int = 0
    not_done: int = 0
    """Contracts without text, without a rule in force, or with a rule that couldn't be judged."""
    kept: int = 0
    """Rows that came from the cache."""
    resumed: int = 0
    """Rows that stood already."""
    worst: dict[str, int] = field(default_factory=dict)
    """How many contracts have which severity as their worst violation that counts."""
    waived: int = 0
    """Findings that somebody has accepted."""
    known: int = 0
    """Findings that an earlier run has, too."""
    faults: tuple[Severity, ...] = ()
    """What is wrong with waivers; known when all rows are there."""

    @property
    def files(self) -> int:
        """Rows in all."""
        return self.checked + self.unreadable

    def add(self, head: Head) -> None:
        """Count a row."""
        if head["status"] != "checked":
            self.unreadable += 1
            return
        self.checked += 1
        self.not_done += bool(head.get("nothing_read") or not head.get("rules") or head.get("errors"))
        self.waived += len(head.get("waived") or ())
        self.known += head.get("known") or 0
        if (worst := head.get("counted", head.get("worst"))) is not None:
            self.worst[worst] = self.worst.get(worst, 0) + 1

    def refused(self, fail_on: Severity) -> int:
        """Contracts with a violation from a severity upwards."""
        return sum(count for worst, count in self.worst.items() if RANKS[Severity(worst)] <= RANKS[fail_on])

    def exit_code(self, fail_on: Severity) -> int:
        """As `checker.summary.exit_code` gives it for all documents at once."""
        if not self.checked or self.unreadable or self.not_done:
            return FAILED
        faulty = any(RANKS[severity] <= RANKS[fail_on] for severity in self.faults)
        return FINDINGS if faulty or self.refused(fail_on) else CLEAN


class Stream:
    """A job under way."""

    def __init__(self, sinks: Sequence[Sink], told: Told, accepted: Accepted | None = None) -> None:
        self.tally = Tally()
        self._sinks, self._told, self._accepted = sinks, told, accepted
        self._done: list[set[int]] = []

    def resume(self) -> None:
        """Take stock of the rows that stand. A row that one sink lacks is made again for it. Raises `StopError`."""
        counted: set[int] = set()
        for sink in self._sinks:
            done: set[int] = set()
            for row in sink.written():
                mark = mark_of(row.path)
                done.add(mark)
                if mark not in counted:
                    counted.add(mark)
                    self.tally.add(row.head)
                    if self._accepted is not None:
                        self._accepted.stands(row.path, row.head)
            self._done.append(done)
        self.tally.resumed = len(counted)
        self._counted = counted

    def run(self, places: Iterable[Place], workers: Workers, known: Known, failed: Callable[..., Row]) -> None:
        """Check what is left. After an exception the sinks hold whole rows, and can be closed."""
        crew = Crew(workers, failed)
        for place in places:
            path = place if isinstance(place, str) else place.path
            if all(mark_of(path) in done for done in self._done):
                continue
            if isinstance(place, Unreadable):
                self._put(failed(path, place))
            elif (row := known(path)) is not None:
                self.tally.kept += 1
                self._put(row)
            else:
                for row in crew.put(path):
                    self._put(row)
        for row in crew.rest():
            self._put(row)

    def _put(self, row: Row) -> None:
        if self._accepted is not None:
            row = self._accepted.applied(row)
        mark = mark_of(row.path)
        for sink, done in zip(self._sinks, self._done, strict=True):
            if mark not in done:
                sink.put(row)
        if mark not in self._counted:
            self.tally.add(row.head)
        self._told(self.tally)
