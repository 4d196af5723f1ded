"""Documents on their way from the child: pickled by their constructors, so that nothing but values has to be trusted.

A document has thousands of small frozen objects. Their usual way through pickle runs two Python functions for each;
here each is its class with its fields in order.
"""

from __future__ import annotations

import importlib
import io
import pickle
from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import Any

from . import document
from .problem import Problem

_MODULES = (f"{__package__}.document", f"{__package__}.problem")
_CLASSES = (
    document.Block, document.Cell, document.Document, document.Gap, document.Location, document.Revision, document.Span,
    document.Table, document.Unreadable, Problem,
)  # fmt: skip


def _reducer(made: type) -> Callable[[Any], tuple[type, tuple[Any, ...]]]:
    values = attrgetter(*(field.name for field in fields(made)))
    return lambda each: (made, values(each))


_REDUCERS: dict[type, Callable[[Any], tuple[type, tuple[Any, ...]]]] = {made: _reducer(made) for made in _CLASSES}


def packed(answer: object) -> bytes:
    """An answer as bytes."""
    out = io.BytesIO()
    pickler = pickle.Pickler(out, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _REDUCERS
    pickler.dump(answer)
    return out.getvalue()


def unpacked(data: bytes) -> object:
    """The answer in bytes; an exception of any kind when they hold anything but documents and plain values."""
    return _Answers(io.BytesIO(data)).load()


class _Answers(pickle.Unpickler):
    """Reads answers of documents and plain values only: a taken-over child can't run code here."""

    def find_class(self, module: str, name: str) -> Any:
        if module in _MODULES and name.isidentifier():
            found = getattr(importlib.import_module(module), name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")
