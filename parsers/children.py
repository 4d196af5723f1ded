"""Child processes that read and write two pipes: started anew, or, where that is sound, split off from this process.

A process split off at the start of a program costs no second start of Python. It has the memory of the moment it is
split off, so that is before anything confidential is in it; of this process's files it keeps none.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from typing import IO, TYPE_CHECKING, NoReturn, Protocol

if TYPE_CHECKING:
    import subprocess

_LOOKED_AFTER_SECONDS = 0.002
_MOST_FILES = 65_536
_ANSWERS = 3
"""The file a copy's answers go to, behind the standard ones."""
_BEYOND = 10
_FAILED = 1


class Child(Protocol):
    """What a child process looks like from outside."""

    @property
    def pid(self) -> int:
        """Its number."""
        ...

    @property
    def calls(self) -> IO[bytes]:
        """Where it reads from."""
        ...

    @property
    def answers(self) -> IO[bytes]:
        """Where it writes to."""
        ...

    def code(self) -> int | None:
        """How it ended: its exit code, a signal as a negative number; None while it runs."""
        ...

    def kill(self) -> None:
        """End it at once, if it runs."""
        ...

    def wait(self, seconds: float | None = None) -> int | None:
        """How it ended, waited for, for so long at most."""
        ...


class Started:
    """A process started anew."""

    def __init__(self, command: Sequence[str]) -> None:
        import subprocess  # The first child may be one that is split off.

        self._process: subprocess.Popen[bytes] = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert self._process.stdin is not None and self._process.stdout is not None
        self.pid = self._process.pid
        self.calls: IO[bytes] = self._process.stdin
        self.answers: IO[bytes] = self._process.stdout

    def code(self) -> int | None:
        """As of `Child`."""
        return self._process.poll()

    def kill(self) -> None:
        """As of `Child`."""
        self._process.kill()

    def wait(self, seconds: float | None = None) -> int | None:
        """As of `Child`."""
        import subprocess

        try:
            return self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None


class SplitOff:
    """A copy of this process that runs `serve`, given the file its answers go to, and ends.

    Only while there is one thread. Raises `OSError` where the system has no room for another process.
    """

    def __init__(self, serve: Callable[[int], object]) -> None:
        theirs, calls = os.pipe()
        answers, mine = os.pipe()
        # What is there now is never garbage: nobody has to look at it again, and both go on to share its memory.
        gc.freeze()
        self.pid = os.fork()
        if self.pid == 0:
            _become(serve, theirs, mine)
        os.close(theirs)
        os.close(mine)
        self.calls: IO[bytes] = os.fdopen(calls, "wb")
        self.answers: IO[bytes] = os.fdopen(answers, "rb")
        self._code: int | None = None

    def code(self) -> int | None:
        """As of `Child`."""
        return self._look(os.WNOHANG)

    def kill(self) -> None:
        """As of `Child`."""
        if self.code() is None:
            os.kill(self.pid, signal.SIGKILL)

    def wait(self, seconds: float | None = None) -> int | None:
        """As of `Child`."""
        if seconds is None:
            return self._look(0)
        end = time.monotonic() + seconds
        while (code := self.code()) is None and time.monotonic() < end:
            time.sleep(_LOOKED_AFTER_SECONDS)
        return code

    def _look(self, how: int) -> int | None:
        if self._code is None:
            try:
                pid, status = os.waitpid(self.pid, how)
            except ChildProcessError:
                # Somebody else has waited for it.
                pid, status = self.pid, 0
            if pid == self.pid:
                self._code = os.waitstatus_to_exitcode(status)
        return self._code


def may_split_off() -> bool:
    """Whether this process may be split: on Linux, while it has one thread."""
    if sys.platform != "linux":
        return False
    threading = sys.modules.get("threading")
    return threading is None or threading.active_count() == 1


def _become(serve: Callable[[int], object], calls: int, answers: int) -> NoReturn:
    """In the copy: of the files only the two pipes are left, calls as standard input; then it serves and ends."""
    try:
        import fcntl

        # Where this process was started without standard files, the pipes may be in their places.
        calls, answers = (fcntl.fcntl(each, fcntl.F_DUPFD, _BEYOND) for each in (calls, answers))
        os.dup2(calls, 0)
        os.dup2(answers, _ANSWERS)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        os.closerange(_ANSWERS + 1, _MOST_FILES)
        serve(_ANSWERS)
    finally:
        # Nothing that this process would do at its end is the copy's to do.
        os._exit(_FAILED)
