"""The child's side of isolation: takes calls from its standard input, runs them under limits, answers."""

from __future__ import annotations

import gc
import importlib
import math
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from .document import Limits
from .isolation import receive, send
from .wire import packed, unpacked_call

_GRACE_SECONDS = 1
_NEARLY = 0.8

_Softs = tuple[tuple[int, int, int], ...]
"""Limits by their number: soft, hard."""


def serve(answers: int = 1) -> NoReturn:
    """Answer calls on the standard input until the parent closes it, then end the process."""
    _serve(answers)
    # Whoever started it waits for its end: nothing is left to write, and taking every object apart takes long.
    os._exit(0)


def _serve(to: int) -> None:
    calls = os.fdopen(0, "rb")
    # Answers go out on the first standard output; whatever a library prints must not mix with them.
    answers = os.fdopen(os.dup(to), "wb")
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)
    # A document is made of many small objects that all stay: looking for garbage every 700 of them is in vain.
    gc.set_threshold(50_000, 20, 20)
    while (data := receive(calls)) is not None:
        call: Any = unpacked_call(data)
        module, name, arguments, limits = call
        try:
            send(answers, packed(_answer(module, name, arguments, limits)))
        except MemoryError:
            send(answers, packed(("memory", None)))


def _answer(module: str, name: str, arguments: tuple[Any, ...], limits: Limits) -> tuple[str, Any]:
    before = _limit(limits)
    try:
        function: Callable[..., Any] = getattr(importlib.import_module(module), name)
        return "value", function(*arguments)
    except MemoryError:
        return "memory", None
    except ImportError as error:
        return "not_loaded", str(error)
    except SystemError as error:
        # Python's own words for an exception that it had no memory to make.
        return ("memory", None) if _is_starved(limits) else ("failed", type(error).__name__)
    except Exception as error:
        return "failed", type(error).__name__
    finally:
        _lift(before)


def _limit(limits: Limits) -> _Softs:
    """Lower the soft limits for one call (memory in all, processor time from now on); the limits there were."""
    try:
        import resource
    except ImportError:
        return ()
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = limits.seconds + _GRACE_SECONDS if limits.processor_seconds is None else limits.processor_seconds
    seconds = math.ceil(used.ru_utime + used.ru_stime + most)
    before: list[tuple[int, int, int]] = []
    for which, soft in ((resource.RLIMIT_AS, limits.memory_bytes), (resource.RLIMIT_CPU, seconds)):
        old, hard = resource.getrlimit(which)
        if hard != resource.RLIM_INFINITY:
            soft = min(soft, hard)
        try:
            resource.setrlimit(which, (soft, hard))
        except (OSError, ValueError):
            continue
        before.append((which, old, hard))
    return tuple(before)


def _is_starved(limits: Limits) -> bool:
    """Whether the process fills nearly all the memory it may have, where the system tells."""
    try:
        with Path("/proc/self/statm").open("rb") as file:
            pages = int(file.read(32).split()[0])
    except (OSError, ValueError):
        return False
    return pages * os.sysconf("SC_PAGE_SIZE") > _NEARLY * limits.memory_bytes


def _lift(before: _Softs) -> None:
    if before:
        import resource

        for which, old, hard in before:
            resource.setrlimit(which, (old, hard))
