"""How far a job is, on a terminal: files done, how fast, how long it will take. Never on a pipe, never in a file."""

from __future__ import annotations

import time
from collections import deque
from typing import TextIO

from ..messages import say
from .stream import Tally

_EVERY_SECONDS = 0.5
_WINDOW_SECONDS = 30.0
"""The rate is that of the last while: a folder begins with files from the cache and ends with large ones."""


class Progress:
    """One line that is written over. `total` None: not known."""

    def __init__(self, out: TextIO, total: int | None, language: str) -> None:
        self._out, self._total, self._language = out, total, language
        self._shown = out.isatty()
        self._seen: deque[tuple[float, int]] = deque()
        self._width = 0

    def __call__(self, tally: Tally) -> None:
        """Take note of a row; the line changes twice a second at most."""
        if not self._shown:
            return
        now = time.monotonic()
        if self._seen and now - self._seen[-1][0] < _EVERY_SECONDS:
            return
        self._seen.append((now, tally.files))
        while now - self._seen[0][0] > _WINDOW_SECONDS:
            self._seen.popleft()
        self._write(self.line(tally.files))

    def line(self, done: int) -> str:
        """The line as of the last row taken note of."""
        (since, then), (now, last) = self._seen[0], self._seen[-1]
        rate = (last - then) / (now - since) if now > since else 0.0
        values = [("done", f"{done:,}"), ("rate", f"{rate:,.1f}" if rate < 100 else f"{rate:,.0f}")]
        if self._total is None or not rate:
            return say("portfolio.progress", self._language, values)
        left = max(0, self._total - done) / rate
        values += [("total", f"{self._total:,}"), ("left", duration(left, self._language))]
        return say("portfolio.progress_left", self._language, values)

    def close(self) -> None:
        """Take the line away."""
        if self._shown and self._width:
            self._write("")
            self._out.write("\r")

    def _write(self, text: str) -> None:
        # A Chinese sign takes two columns.
        width = sum(2 if sign > "\u2e7f" else 1 for sign in text)
        self._out.write(f"\r{text}{' ' * max(0, self._width - width)}")
        self._out.flush()
        self._width = width


def duration(seconds: float, language: str) -> str:
    """A time to wait, as rough as it is sure."""
    minutes = round(seconds / 60)
    if seconds < 90:
        return say("portfolio.seconds", language, (("count", str(round(seconds))),))
    if minutes < 90:
        return say("portfolio.minutes", language, (("count", str(minutes)),))
    return say("portfolio.hours", language, (("count", f"{minutes / 60:.1f}"),))
