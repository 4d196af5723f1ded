"""The child process started early: it loads the readers of facts while this process loads what it needs itself."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from ..facts import fact  # noqa: F401  what both processes need is loaded before they part
from ..parsers import isolation_child, readers
from ..parsers.children import may_split_off
from ..parsers.document import Limits
from ..parsers.isolation import shared_worker

_begun = False


def split_off(named: Sequence[str] = ()) -> None:
    """At the start of a program, before it has read anything: the child as a copy of it, where that is sound.

    `named` are the words of the command: what they end with tells which documents it will be given.
    """
    global _begun
    if _begun or not may_split_off():
        return
    try:
        shared_worker().split_off(lambda answers: _serve(named, answers))
    except OSError:
        return
    _begun = True


def warm_up() -> None:
    """Starts the child and has it load the readers of facts; once, however often it is asked for."""
    global _begun
    if _begun:
        return
    _begun = True
    from threading import Thread

    Thread(target=shared_worker().call, args=(_ready, (), Limits()), daemon=True).start()


def _serve(named: Sequence[str], answers: int) -> None:
    # What can't be loaded is told by the call that needs it.
    with suppress(Exception):
        _ready()
        readers.load(named)
    isolation_child.serve(answers)


def _ready() -> None:
    """In the child: loads what reading facts needs."""
    from ..facts.read import ready
    from . import facts_here  # noqa: F401

    ready()
