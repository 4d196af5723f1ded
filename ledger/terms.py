"""The terms of a contract as somebody approved them: canonical, hashed, and compared with those of a later version.

A term is a fact the contract itself states, is silent about, or leaves unclear. What signing adds (who signed, when,
with which seal) is no term: a contract that is signed as it was approved stays approved.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from ..facts.fact import Fact, FactBook
from ..policylang.core import Program, Source
from ..values import Money, Per, Quantity, Rate, Reason, Record, State, Unit, Value

_OF_SIGNING = ("sign.", "template.")
_FILLED_IN = frozenset(
    (
        "contract.sign_date",
        "contract.sign_place",
        "contract.effective_date",
        "contract.blank_count",
        "contract.has_blanks",
    )
)
"""Facts that signing changes: days and places are filled in. What a term's blank was filled with shows in the term."""
_LONGEST_QUOTE, _MOST_QUOTES = 200, 60
_NUMBER = re.compile(r"^(?:第?[\d一二三四五六七八九十百零.、（）()]+[条章节款项]?|\([a-zA-Z0-9]+\))\s*")


@dataclass(frozen=True, slots=True)
class Term:
    """One term: its state, its value when it is stated, and the words it was read from.

    `words` is the hash of those words where no value could be told: then only other words show a change.
    """

    state: State
    value: Value | None = None
    quotes: tuple[str, ...] = ()
    words: str = ""

    @property
    def same(self) -> tuple[State, str, str]:
        """What two versions of an unchanged term have in common."""
        return self.state, json.dumps(_coded(self.value), sort_keys=True), self.words


@dataclass(frozen=True, slots=True)
class Change:
    """A term that isn't what was approved."""

    fact: str
    before: Term
    after: Term

    @property
    def quotes(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The words that only the approved version has, and those that only the present one has."""
        old, new = self.before.quotes, self.after.quotes
        return tuple(each for each in old if each not in new), tuple(each for each in new if each not in old)


Terms = Mapping[str, Term]
"""By the names of facts."""


def terms_of(book: FactBook, program: Program) -> dict[str, Term]:
    """The terms of a contract, in the order of the vocabulary; `book` has the contract's own facts only."""
    found: dict[str, Term] = {}
    for name, declared in program.facts.items():
        if declared.source is not Source.CONTRACT or name in _FILLED_IN or name.startswith(_OF_SIGNING):
            continue
        fact = book[name]
        if name in book and fact.reason is not Reason.NO_READER:
            found[name] = _term(fact)
    return found


def _term(fact: Fact) -> Term:
    quotes = [_plain(each.quote) for each in fact.evidence]
    words = ""
    if fact.state is State.UNKNOWN and quotes:
        words = sha256("\n".join(_NUMBER.sub("", each) for each in quotes).encode()).hexdigest()[:16]
    kept = tuple(each[:_LONGEST_QUOTE] for each in quotes[:_MOST_QUOTES])
    return Term(fact.state, fact.value, kept, words)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())


def terms_sha256(terms: Terms) -> str:
    """The hash of what the terms say; the words they say it in don't count where there is a value."""
    content = [(name, *map(str, term.same)) for name, term in sorted(terms.items())]
    return sha256(json.dumps(content, ensure_ascii=False).encode("utf-8")).hexdigest()


def changes(before: Terms, after: Terms) -> tuple[Change, ...]:
    """Which terms differ. A term only one of the two knows (another version of the vocabulary) can't be compared."""
    return tuple(
        Change(name, term, after[name])
        for name, term in before.items()
        if name in after and term.same != after[name].same
    )


def to_json(terms: Terms) -> str:
    """The terms as text to be kept."""
    return json.dumps(
        {name: [term.state.value, _coded(term.value), term.quotes, term.words] for name, term in terms.items()},
        ensure_ascii=False,
    )


def from_json(text: str) -> dict[str, Term]:
    """The terms of a kept text. Raises ValueError when it isn't one."""
    try:
        return {
            str(name): Term(State(state), _decoded(value), tuple(map(str, quotes)), str(words))
            for name, (state, value, quotes, words) in json.loads(text).items()
        }
    except (AttributeError, KeyError, TypeError, ArithmeticError) as error:
        raise ValueError("not the terms of a contract") from error


def _coded(value: Value | None) -> Any:
    match value:
        case None | bool():
            return value
        case str():
            return _plain(value)
        case Money(amount, currency):
            return {"money": _number(amount), "currency": currency}
        case Rate(percent, per):
            return {"rate": _number(percent), "per": per.value}
        case Quantity(amount, unit):
            return {"quantity": _number(amount), "unit": unit.value}
        case Record(fields):
            return {"record": {name: _coded(each) for name, each in fields}}
        case date():
            return {"date": value.isoformat()}
        case tuple():
            return [_coded(each) for each in value]


def _number(amount: Decimal) -> str:
    """A number in one way of writing: 500000 for 5.0E+5 and for 500000.00."""
    text = f"{amount:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def _decoded(coded: Any) -> Value | None:
    match coded:
        case None | bool() | str():
            return coded
        case {"money": amount, "currency": currency}:
            return Money(Decimal(amount), str(currency))
        case {"rate": percent, "per": per}:
            return Rate(Decimal(percent), Per(per))
        case {"quantity": amount, "unit": unit}:
            return Quantity(Decimal(amount), Unit(unit))
        case {"record": fields}:
            return Record(tuple(_fields(fields.items())))
        case {"date": day}:
            return date.fromisoformat(day)
        case list():
            return tuple(each for each in map(_decoded, coded) if each is not None)
        case _:
            raise TypeError(coded)


def _fields(items: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, Value]]:
    for name, coded in items:
        if (value := _decoded(coded)) is not None:
            yield name, value
