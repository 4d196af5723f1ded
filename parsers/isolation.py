"""Parsing in a child process: a hostile file may hang or kill the child, never the program that asked.

One child is kept warm and takes one call after the other; it ends with the program. Its answers are untrusted: only
values of the classes the caller names are taken from it.
"""

from __future__ import annotations

import atexit
import os
import signal
import struct
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from .children import Child, SplitOff, Started
from .document import Limits
from .problem import Problem, problem
from .wire import DOCUMENTS, Answers, packed, unpacked

_HEADER = struct.Struct(">Q")
_MOST_ANSWER_BYTES = 1 << 30
# The child gets the parent's import path, so that it runs the same Presign; -I keeps the working folder out of the
# first imports.
_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    f"from importlib import import_module; import_module({f'{__package__}.isolation_child'!r}).serve()"
)
_END_WAIT_SECONDS = 2.0
_MB = 1_000_000
_OUT_OF_TIME = {-signal.SIGXCPU} if hasattr(signal, "SIGXCPU") else set()
"""How a child ends that used up its processor time."""
_OUT_OF_MEMORY = {-signal.SIGABRT, -signal.SIGILL} | ({-signal.SIGTRAP} if hasattr(signal, "SIGTRAP") else set())
"""How a library of C or C++ ends that is refused memory: it stops itself."""


class Worker:
    """A child process that runs functions under limits, one at a time. Use it as a context, or close it."""

    def __init__(self) -> None:
        self._process: Child | None = None
        self._owner = 0
        self._lock = threading.Lock()
        self._asked = False

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """The child's process number, while there is one."""
        return self._process.pid if self._process is not None else None

    def call(
        self,
        function: Callable[..., Any],
        arguments: tuple[Any, ...],
        limits: Limits,
        answers: Answers = DOCUMENTS,
    ) -> Any | Problem:
        """The function's answer, or the problem that kept the child from giving one.

        The function must be importable by name. `answers` is what its answer may hold. After a problem the next call
        gets a new child.
        """
        with self._lock:
            process = self._running()
            late = threading.Event()
            timer = threading.Timer(limits.seconds, _kill, (process, late))
            timer.daemon = True
            request = (function.__module__, function.__qualname__, arguments, limits)
            timer.start()
            try:
                answer = _exchange(process, request, answers)
            finally:
                timer.cancel()
            if answer is None or late.is_set():
                return self._lost(late.is_set(), limits)
            kind, value = answer
            match kind:
                case "value":
                    return value
                case "memory":
                    return problem("doc.read_memory", limit=limits.memory_bytes // _MB)
                case "not_loaded":
                    return problem("doc.read_not_loaded", what=str(value)[:200])
                case _:
                    return problem("doc.read_failed", what=str(value)[:200])

    def split_off(self, serve: Callable[[int], object]) -> None:
        """Have a child that is a copy of this process as it is now, and runs `serve`. `OSError` where it can't be."""
        self._process, self._owner, self._asked = SplitOff(serve), os.getpid(), False

    def abort(self) -> None:
        """Kill the child in the middle of what it does; a call that waits for it ends at once, with a problem."""
        process = self._process
        if process is not None and self._owner == os.getpid():
            process.kill()

    def close(self) -> None:
        """End the child, with what it may be doing; the next call would start a new one."""
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        # A pipe that another thread reads can't be closed before its other end is gone. Who was never asked may still
        # be loading what nobody needs.
        if self._lock.locked() or not self._asked:
            process.kill()
        _shut(process)
        if process.wait(_END_WAIT_SECONDS) is None:
            process.kill()
            process.wait()

    def _running(self) -> Child:
        # After a fork the parent's child isn't ours: two users of one pipe would read each other's answers.
        if self._owner != os.getpid():
            self._process = None
        if self._process is not None and self._process.code() is not None:
            self.close()
        if self._process is None:
            import json  # The first child may be one that is split off.

            path = json.dumps([entry or str(Path.cwd()) for entry in sys.path])
            self._process = Started([sys.executable, "-I", "-c", _START, path])
            self._owner = os.getpid()
        self._asked = True
        return self._process

    def _lost(self, late: bool, limits: Limits) -> Problem:
        process = self._process
        if process is not None and process.code() is None:
            process.kill()
        code = process.wait() if process is not None else 0
        self.close()
        if late or code in _OUT_OF_TIME:
            most = limits.seconds if late or limits.processor_seconds is None else limits.processor_seconds
            return problem("doc.read_limit", seconds=f"{most:g}")
        if code in _OUT_OF_MEMORY:
            return problem("doc.read_memory", limit=limits.memory_bytes // _MB)
        return Problem("doc.read_crashed")


def _kill(process: Child, late: threading.Event) -> None:
    late.set()
    process.kill()


def _exchange(process: Child, request: object, answers: Answers) -> tuple[str, Any] | None:
    """Send a request and wait for its answer; None when the child is gone or talks nonsense."""
    try:
        send(process.calls, packed(request))
        data = receive(process.answers)
    except (OSError, ValueError):
        # ValueError: this end of the pipe was closed by another thread.
        return None
    if data is None:
        return None
    try:
        answer = unpacked(data, answers)
    except Exception:
        return None
    return answer if isinstance(answer, tuple) and len(answer) == 2 else None


def send(stream: IO[bytes], data: bytes) -> None:
    """Write one message: its length, then its bytes."""
    stream.write(_HEADER.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """Read one message; None at the end of the stream, or when its length can't be true."""
    header = stream.read(_HEADER.size)
    if len(header) < _HEADER.size:
        return None
    (length,) = _HEADER.unpack(header)
    if length > _MOST_ANSWER_BYTES:
        return None
    data = stream.read(length)
    return data if len(data) == length else None


def _shut(process: Child) -> None:
    for stream in (process.calls, process.answers):
        try:
            stream.close()
        except OSError:
            continue


_shared = Worker()
atexit.register(_shared.close)
_of_thread = threading.local()


def shared_worker() -> Worker:
    """The program's one warm child, started by its first call; or the one this thread uses."""
    return getattr(_of_thread, "worker", _shared)


def use_worker(worker: Worker) -> None:
    """From now on this thread's files are read in a child of its own."""
    _of_thread.worker = worker
