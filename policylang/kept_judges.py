"""The rules' own functions, compiled for the cases of earlier processes and kept beside the program they belong to."""

from __future__ import annotations

import marshal
from collections.abc import Mapping
from functools import cached_property
from types import CodeType
from typing import Any

from . import cache
from .stored import restore, store

Judge = tuple[CodeType, Mapping[str, object]]
"""A rule's function as code, and the constants of the policy it refers to."""


class KeptJudges:
    """What is kept of a program's rules under a key; what comes to it is written when `keep` is called."""

    def __init__(self, key: str) -> None:
        self._key = key
        self._new: dict[int, Judge] = {}

    @cached_property
    def _old(self) -> dict[int, tuple[bytes, Mapping[str, object]]]:
        content = cache.read(self._key)
        try:
            if content is None:
                return {}
            codes, names = marshal.loads(content)
            constants = restore(marshal.loads(names))
            return {index: (code, constants[index]) for index, code in codes.items()}
        except (ArithmeticError, EOFError, LookupError, TypeError, ValueError):
            return {}

    def load(self) -> None:
        """Have what is kept at hand."""
        self._old  # noqa: B018

    def get(self, index: int) -> Judge | None:
        """The function of a rule, by its place in the program."""
        if index in self._new:
            return self._new[index]
        found = self._old.get(index)
        if found is None:
            return None
        try:
            code: Any = marshal.loads(found[0])
        except (EOFError, TypeError, ValueError):
            return None
        return (code, found[1]) if isinstance(code, CodeType) else None

    def add(self, index: int, judge: Judge) -> None:
        """Have a rule's function, to be kept with the others."""
        self._new[index] = judge

    def keep(self) -> None:
        """Write what came to it since."""
        if not self._new:
            return
        codes = {index: code for index, (code, _) in self._old.items()}
        names = {index: constants for index, (_, constants) in self._old.items()}
        for index, (made, constants) in self._new.items():
            codes[index], names[index] = marshal.dumps(made), dict(constants)
        cache.write(self._key, marshal.dumps((codes, marshal.dumps(store(names)))))
        self._new = {}
