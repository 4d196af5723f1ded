"""Documents on their way to the child and back: pickled by their constructors, and only values are taken from answers.

A document has thousands of small frozen objects. Their usual way through pickle runs two Python functions for each;
here each is its class with its fields in order.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Mapping
from dataclasses import fields
from operator import attrgetter
from typing import Any

from . import document
from .problem import Problem
from .quick import quick

_CLASSES = (
    document.Block, document.Cell, document.Document, document.Gap, document.Location, document.Revision, document.Span,
    document.Table, document.Unreadable, Problem,
)  # fmt: skip

Answers = Mapping[tuple[str, str], Callable[..., Any]]
"""What an answer may hold besides plain values: what makes each class, by its module and name."""


def _reducer(made: type) -> Callable[[Any], tuple[type, tuple[Any, ...]]]:
    values = attrgetter(*(field.name for field in fields(made)))
    return lambda each: (made, values(each))


_MAKERS: dict[type, Callable[..., Any]] = {made: quick(made) for made in _CLASSES}
_REDUCERS: dict[type, Callable[[Any], tuple[type, tuple[Any, ...]]]] = {made: _reducer(made) for made in _CLASSES}


def answers_of(*classes: type) -> Answers:
    """Answers that may hold these classes, and what documents are made of."""
    kinds = (document.Kind, document.Media, document.Part, document.View)
    allowed = {each: each for each in (*kinds, *classes)} | _MAKERS
    return {(each.__module__, each.__qualname__): maker for each, maker in allowed.items()}


DOCUMENTS = answers_of()


def packed(message: object) -> bytes:
    """A call or an answer as bytes."""
    out = io.BytesIO()
    pickler = pickle.Pickler(out, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _REDUCERS
    pickler.dump(message)
    return out.getvalue()


def unpacked(data: bytes, answers: Answers = DOCUMENTS) -> object:
    """The answer in bytes; an exception of any kind when it holds anything but plain values and what is allowed."""
    return _Answer(io.BytesIO(data), answers).load()


def unpacked_call(data: bytes) -> object:
    """What the parent asks for, in its child: anything may be in it."""
    return _Call(io.BytesIO(data)).load()


class _Answer(pickle.Unpickler):
    """Reads allowed classes and plain values only: a taken-over child can't run code here."""

    def __init__(self, data: io.BytesIO, answers: Answers) -> None:
        super().__init__(data)
        self._answers = answers

    def find_class(self, module: str, name: str) -> Any:
        found = self._answers.get((module, name))
        if found is None:
            raise pickle.UnpicklingError(f"{module}.{name}")
        return found


class _Call(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        found = super().find_class(module, name)
        return _MAKERS.get(found, found)
