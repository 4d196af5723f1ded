"""A safety net behind all readers: what a text plainly speaks of and no reader understood is unclear, not absent.

The words are data (`vocabularies/spoken_of.yaml`): under each fact a list of signs. A sign is one or more groups of
words that stand near each other in one paragraph, `A|B + C|D`, and may end in words that rule it out, ` - E|F`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ..values import Reason, State
from .fact import Fact, unknown
from .sentence_tools import MAX_QUOTE
from .text import Text
from .vocabulary import keys, one_of, words

_FILE = "spoken_of"
_FOLLOWS = "follows"
_READER = "spoken of"
# Characters between the groups of one sign: about two sentences in either script.
_REACH = 160
_DENIED = re.compile(
    r"(?:不|无需|无须|毋需|未|没有|并无|免|无)[收取须需要提供交支付设约定存在作予得再另]{0,4}\s?$"
    r"|(?<![a-z])(?:no|not|without|never|neither|nor)\s{1,2}(?:(?:any|be|an?|the|to|require|requires|pay|such|other)\s{1,2}){0,3}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Sign:
    groups: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str] | None


def unclear_where_spoken_of(text: Text, facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """The facts, those said to be absent being `unknown(unclear)` where the text has a sign of them.

    A fact that has no meaning without another one (the mode of a guarantee) is unclear with it.
    """
    found = dict(facts)
    for name in _facts():
        fact = facts.get(name)
        if fact is not None and fact.state is State.ABSENT and (place := spoken_of(text, name)) is not None:
            found[name] = unknown(name, Reason.UNCLEAR, *text.evidence(*place, _READER))
    for name, outer in _followers():
        fact = found.get(name)
        if (
            fact is not None
            and fact.state in (State.ABSENT, State.NOT_APPLICABLE)
            and found[outer] is not facts.get(outer)
        ):
            found[name] = unknown(name, Reason.UNCLEAR, *found[outer].evidence)
    return found


def spoken_of(text: Text, name: str) -> tuple[int, int] | None:
    """The sentence that has the first sign of a fact, as a stretch of the normalised text; None without one."""
    for sign in _signs(name):
        for place in _places(text, sign):
            return place
    return None


def _places(text: Text, sign: _Sign) -> Iterator[tuple[int, int]]:
    first, *others = sign.groups
    for match in first.finditer(text.text):
        if _DENIED.search(text.text, max(0, match.start() - 40), match.start()) is not None:
            continue
        line = text.line_at(match.start())
        low, high = max(line.start, match.start() - _REACH), min(line.end, match.end() + _REACH)
        if not all(group.search(text.text, low, high) is not None for group in others):
            continue
        sentence = text.sentence_at(match.start())
        if sign.unless is not None and sign.unless.search(sentence.text) is not None:
            continue
        start = max(sentence.start, match.start() - MAX_QUOTE // 2)
        yield start, min(sentence.end, start + MAX_QUOTE)


@cache
def _facts() -> tuple[str, ...]:
    return tuple(key for key in keys(_FILE) if key != _FOLLOWS)


@cache
def _followers() -> tuple[tuple[str, str], ...]:
    pairs = (entry.split(" of ") for entry in words(_FILE, _FOLLOWS))
    return tuple((name, outer) for name, outer in pairs)


@cache
def _signs(name: str) -> tuple[_Sign, ...]:
    return tuple(_sign(entry) for entry in words(_FILE, name))


def _sign(entry: str) -> _Sign:
    wanted, _, unwanted = entry.partition(" - ")
    groups = tuple(_group(group) for group in wanted.split(" + "))
    return _Sign(groups, _group(unwanted) if unwanted else None)


def _group(alternatives: str) -> re.Pattern[str]:
    return re.compile(one_of(alternatives.strip().split("|")), re.IGNORECASE)
