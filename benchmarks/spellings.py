"""The benchmark's conditions in the languages of other engines: bare numbers, no units, nothing missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from presign.policylang import core
from presign.values import Money, Quantity, Value

from .evaluation import GRADES


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a language writes what the benchmark's rules are made of."""

    fact: Callable[[str], Any]
    value: Callable[[Any], Any]
    compare: Callable[[str, Any, Any], Any]
    one_of: Callable[[Any, list[Any]], Any]
    join: Callable[[bool, list[Any]], Any]
    """Every one (True), or any of two or more."""
    negate: Callable[[Any], Any]


def spelled(condition: core.Condition, to: Spelling) -> Any:
    """A condition in another language."""
    match condition:
        case core.All(parts) | core.Any(parts):
            told = [spelled(part, to) for part in parts]
            return told[0] if len(told) == 1 else to.join(isinstance(condition, core.All), told)
        case core.Not(part):
            return to.negate(spelled(part, to))
        case core.Compare(operator, left, right):
            sign = {"=": "=="}.get(operator.value, operator.value)
            return to.compare(sign, _operand(left, to), _operand(right, to))
        case core.SaysYes(core.FactValue(name)):
            return to.fact(name)
        case core.OneOf(subject, members):
            return to.one_of(_operand(subject, to), [_operand(member, to) for member in members])
        case _:
            raise AssertionError(condition)


def _operand(node: core.Expression, to: Spelling) -> Any:
    match node:
        case core.FactValue(name):
            return to.fact(name)
        case core.Constant(value):
            return to.value(plain(value))
        case _:
            raise AssertionError(node)


def plain(value: Value | None) -> Any:
    """A value without its unit; a date by its number, a grade by its rank."""
    match value:
        case Quantity(amount, _) | Money(amount, _):
            return int(amount)
        case date():
            return value.toordinal()
        case str() if value in GRADES:
            return GRADES.index(value)
        case _:
            return value


def quoted(value: Any) -> str:
    """A number or a text in double quotes."""
    return f'"{value}"' if isinstance(value, str) else str(value)


def _listed(items: list[Any]) -> str:
    return f"[{', '.join(items)}]"


def _words(every: bool, parts: list[str]) -> str:
    return f"({(' and ' if every else ' or ').join(parts)})"


def _json(operator: str, *parts: Any) -> Mapping[str, Any]:
    return {operator: list(parts)}


WORDS = Spelling(
    fact=str,
    value=quoted,
    compare=lambda sign, left, right: f"{left} {sign} {right}",
    one_of=lambda fact, members: f"{fact} in {_listed(members)}",
    join=_words,
    negate=lambda part: f"not ({part})",
)
CEDAR = Spelling(
    fact=lambda name: f"context.{name}",
    value=quoted,
    compare=lambda sign, left, right: f"{left} {sign} {right}",
    one_of=lambda fact, members: f"{_listed(members)}.contains({fact})",
    join=lambda every, parts: f"({(' && ' if every else ' || ').join(parts)})",
    negate=lambda part: f"!({part})",
)
JSON_LOGIC = Spelling(
    fact=lambda name: {"var": name},
    value=lambda value: value,
    compare=_json,
    one_of=lambda fact, members: _json("in", fact, members),
    join=lambda every, parts: _json("and" if every else "or", *parts),
    negate=lambda part: _json("!", part),
)
