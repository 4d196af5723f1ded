"""Lark's LALR table, walked: the same steps as Lark's own loop, with every look-up done beforehand.

Lark finds the callback of a rule by hashing the rule, at every reduction, and makes a parser state for every text. Here
each entry of the table holds all that its step needs. What was expected where a text isn't in the language, Lark says.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from .grammar import parser
from .lexer import Token

_Step = tuple[int, Any, str]
"""(-1, next state, "") reads the token; (n, callback, rule) makes one thing of the last n."""

_READ = -1


class NotInLanguageError(Exception):
    """Where tokens leave the language: at which of them, and the states until there."""

    def __init__(self, at: int, path: list[int]) -> None:
        super().__init__(at)
        self.at = at
        self._path = path

    def expected(self) -> set[str]:
        """The terminals that could have come."""
        reader = parser().parse_interactive()
        state = reader.parser_state
        state.state_stack[:] = self._path
        state.value_stack[:] = [None] * (len(self._path) - 1)
        return set(reader.accepts())  # type: ignore[no-untyped-call]


@cache
def _table() -> tuple[dict[int, dict[str, _Step]], int, int]:
    """The steps of each state by what comes next, the first state and the last."""
    configuration = parser().parse_interactive().parser_state.parse_conf
    callbacks: Any = configuration.callbacks
    states: dict[int, dict[str, _Step]] = {}
    for state, actions in configuration.states.items():
        steps = states[state] = {}
        for name, (_, target) in actions.items():
            if isinstance(target, int):
                steps[name] = (_READ, target, "")
            else:
                steps[name] = (len(target.expansion), callbacks[target], target.origin.name)
    return states, configuration.start_state, configuration.end_state


def walk(tokens: Sequence[Token]) -> Any:
    """What the grammar makes of tokens, the last being `$END`; raises `NotInLanguageError`."""
    states, start, end = _table()
    path: list[int] = [start]
    values: list[Any] = []
    callback: Callable[[list[Any]], Any]
    for at, token in enumerate(tokens):
        kind = token.type
        while True:
            step = states[path[-1]].get(kind)
            if step is None:
                raise NotInLanguageError(at, path)
            size, callback, name = step
            if size == _READ:
                path.append(callback)  # type: ignore[arg-type]
                values.append(token)
                break
            parts: list[Any] = []
            if size:
                parts = values[-size:]
                del path[-size:], values[-size:]
            values.append(callback(parts))
            path.append(states[path[-1]][name][1])
            if path[-1] == end and kind == "$END":
                return values[-1]
    raise NotInLanguageError(len(tokens), path)
