"""Reading without the search for garbage: a document is made of many small objects that all stay."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collection() -> Iterator[None]:
    """Readers make no cycles of objects worth a search, and searching all that they hold takes a tenth of their time.

    When a search of everything falls into the reading of one file, it doubles it.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
