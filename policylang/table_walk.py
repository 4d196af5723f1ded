"""Lark's LALR table, walked: the same steps as Lark's own loop, with every look-up done beforehand.

Lark finds the callback of a rule by hashing the rule, at every reduction, and makes a parser state for every text. Here
each entry of the table holds all that its step needs. What isn't in the language raises `KeyError`; who wants to know
what was expected asks Lark again.
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
    """What the grammar makes of tokens, the last being `$END`; raises `KeyError` where they aren't in the language."""
    states, start, end = _table()
    path: list[int] = [start]
    values: list[Any] = []
    callback: Callable[[list[Any]], Any]
    for token in tokens:
        kind = token.type
        while True:
            size, callback, name = states[path[-1]][kind]
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
    raise KeyError("$END")
