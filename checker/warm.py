"""The child process started early: it loads the readers of facts while this process loads what it needs itself."""

from __future__ import annotations

from functools import cache
from threading import Thread

from ..parsers.document import Limits
from ..parsers.isolation import shared_worker


@cache
def warm_up() -> None:
    """Starts the child and has it load the readers of facts; once, however often it is asked for."""
    Thread(target=shared_worker().call, args=(_ready, (), Limits()), daemon=True).start()


def _ready() -> None:
    """In the child: loads what reading facts needs."""
    from ..facts.read import ready
    from . import fact_reading  # noqa: F401

    ready()
