"""A checked program as plain data and back, faster than parsing it.

Only the classes named here come out of it, built field by field without running their code. Objects of one class and
one height above the plain values lie together, field by field in columns, so that a thousand are made in one step.
"""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import groupby, islice, repeat
from operator import attrgetter
from typing import Any

from ..policylang import (
    codegen,
    codegen_layout,
    core_declarations,
    core_parameters,
    core_terms,
    core_types,
    diagnostics,
)
from ..values import quantities, states
from .core import ANYTHING

_MODULES = (
    *(core_types, core_terms, core_parameters, core_declarations, diagnostics, quantities, states),
    *(codegen, codegen_layout),
)
_OWN = [
    each for module in _MODULES for each in vars(module).values() if getattr(each, "__module__", "") == module.__name__
]
_CLASSES: tuple[type, ...] = tuple(each for each in _OWN if isinstance(each, type) and is_dataclass(each))
_ENUMS: tuple[type[Enum], ...] = tuple(each for each in _OWN if isinstance(each, type) and issubclass(each, Enum))

_CODES = {each: code for code, each in enumerate(_CLASSES)}
_NAMES = tuple(tuple(field.name for field in fields(each)) for each in _CLASSES)
_SETTERS = tuple(
    tuple(vars(each)[name].__set__ for name in names) for each, names in zip(_CLASSES, _NAMES, strict=True)
)
_PLAIN = frozenset({str, int, bool, type(None)})
_TUPLE, _SET, _DICT, _DECIMAL, _DATE, _ENUM, _ANYTHING = range(len(_CLASSES), len(_CLASSES) + 7)

_LARGEST = 2**32

Stored = tuple[tuple[Any, ...], tuple[tuple[int, int, Any], ...], int]
"""The plain values, the groups of objects over them, the place of the whole among them all."""


def store(whole: object) -> Stored:
    """An object as plain data. Raises `TypeError` for one that holds what isn't part of a program."""
    return _Shelf().stored(whole)


class _Shelf:
    """Objects while they are put away, each once."""

    def __init__(self) -> None:
        self._objects: list[tuple[int, int, Any, tuple[Any, ...]]] = []
        """Of each object its height above the plain values, its code, itself, its parts."""
        self._heights: dict[int, int] = {}
        self._plain: dict[tuple[type, Any], int] = {}
        self._places: dict[int, int] = {}

    def stored(self, whole: object) -> Stored:
        """The whole with all it is made of."""
        self._put((whole,))
        self._objects.sort(key=lambda each: each[:2])
        groups = [(code, list(several)) for (_, code), several in groupby(self._objects, key=lambda each: each[:2])]
        columns = [(code, len(several), _columns(code, [parts for *_, parts in several])) for code, several in groups]
        for _, _, parts in columns:
            for column in parts:
                self._plain.update({(type(each), each): 0 for each in column if type(each) in _PLAIN})
        self._plain = {key: place for place, key in enumerate(self._plain)}
        self._places = {id(each): place for place, (_, _, each, _) in enumerate(self._objects, len(self._plain))}
        data = tuple((code, count, tuple(map(self._packed, parts))) for code, count, parts in columns)
        return tuple(value for _, value in self._plain), data, self._places[id(whole)]

    def _put(self, parts: Iterable[Any]) -> int:
        """Put away what isn't plain among some parts; gives the greatest height."""
        height = 0
        for part in parts:
            if type(part) in _PLAIN:
                continue
            mine = self._heights.get(id(part))
            if mine is None:
                code, inner = _parts(part)
                mine = self._heights[id(part)] = 1 + self._put(inner)
                self._objects.append((mine, code, part, inner))
            height = max(height, mine)
        return height

    def _packed(self, column: Sequence[Any]) -> tuple[bool, bytes]:
        """Numbers as they are; of other parts the places."""
        if all(type(part) is int and 0 <= part < _LARGEST for part in column):
            return True, array("I", column).tobytes()
        plain, places = self._plain, self._places
        found = [plain[type(part), part] if type(part) in _PLAIN else places[id(part)] for part in column]
        return False, array("I", found).tobytes()


def _columns(code: int, rows: list[tuple[Any, ...]]) -> tuple[Sequence[Any], ...]:
    """The parts of a group of objects field by field; of those that have no fields how many parts, and the parts."""
    if code < len(_CLASSES):
        return tuple(zip(*rows, strict=True))
    return [len(parts) for parts in rows], [part for parts in rows for part in parts]


def _parts(each: Any) -> tuple[int, tuple[Any, ...]]:
    kind = type(each)
    code = _CODES.get(kind)
    if code is not None:
        return (code, _GETTERS[code](each)) if each is not ANYTHING else (_ANYTHING, ())
    if kind is tuple:
        return _TUPLE, each
    if kind is frozenset:
        return _SET, tuple(each)
    if kind is dict:
        return _DICT, tuple(part for item in each.items() for part in item)
    if kind is Decimal:
        return _DECIMAL, (str(each),)
    if kind is date:
        return _DATE, (each.toordinal(),)
    if kind in _ENUMS:
        return _ENUM, (_ENUMS.index(kind), each.value)
    raise TypeError(f"{kind.__name__} is not part of a program")


def _getter(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    if len(names) == 1:
        return lambda each: (getattr(each, names[0]),)
    return attrgetter(*names) if names else lambda each: ()


_GETTERS = tuple(_getter(names) for names in _NAMES)


def restore(stored: Stored) -> Any:
    """The object that was stored."""
    plain, groups, root = stored
    pool: list[Any] = list(plain)
    at = pool.__getitem__
    for code, count, columns in groups:
        parts = (
            memoryview(column).cast("I") if are_numbers else map(at, memoryview(column).cast("I"))
            for are_numbers, column in columns
        )
        if code < len(_CLASSES):
            made: list[Any] = list(map(object.__new__, repeat(_CLASSES[code], count)))
            for put, column in zip(_SETTERS[code], parts, strict=True):
                deque(map(put, made, column), 0)
        else:
            lengths, flat = (iter(column) for column in parts)
            make = _MAKERS[code - len(_CLASSES)]
            made = [make(tuple(islice(flat, length))) for length in lengths]
        pool.extend(made)
    return pool[root]


_MAKERS: tuple[Callable[[tuple[Any, ...]], Any], ...] = (
    tuple,
    frozenset,
    lambda parts: dict(zip(parts[::2], parts[1::2], strict=True)),
    lambda parts: Decimal(parts[0]),
    lambda parts: date.fromordinal(parts[0]),
    lambda parts: _ENUMS[parts[0]](parts[1]),
    lambda parts: ANYTHING,
)
