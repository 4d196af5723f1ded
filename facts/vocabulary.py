"""Words of the trade as data: `vocabularies/<file>.yaml`, lists of words under keys, read once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources

from ..values.data_files import read_data
from . import regexes as re


@cache
def _load(file: str) -> dict[str, tuple[str, ...]]:
    path = resources.files(__package__).joinpath("vocabularies", f"{file}.yaml")
    content = read_data(path.read_text(encoding="utf-8"))
    return {str(key): tuple(str(word) for word in value) for key, value in content.items()}


def words(file: str, key: str) -> tuple[str, ...]:
    """The words under a key of a vocabulary file, in the order of the file.

    Raises KeyError for a key the file doesn't have.
    """
    return _load(file)[key]


def keys(file: str) -> tuple[str, ...]:
    """The keys of a vocabulary file, in the order of the file."""
    return tuple(_load(file))


@cache
def alternatives(file: str, *wanted: str) -> str:
    """A regular expression group of all words under the keys, the longest first.

    Words of Latin letters match whole words only, blanks in them match any white space. Matching case is left to the
    caller's flags.
    """
    return one_of(word for key in wanted for word in words(file, key))


def one_of(found: Iterable[str]) -> str:
    """A regular expression group of some words, the longest first; a Latin word that ends in * goes on (guarant*).

    Words that begin alike share their beginning, so that few are tried at each place of a text.
    """
    latin: _Node = {}
    other: _Node = {}
    for word in sorted(set(found), key=lambda word: (-len(word), word)):
        node = latin if word[0].isascii() and word[0].isalpha() else other
        for token in _tokens(word):
            node = node.setdefault(token, {})
        node.setdefault(_END, {})
    groups = ([rf"(?<![A-Za-z]){_group(latin)}"] if latin else []) + ([_group(other)] if other else [])
    return groups[0] if groups == [_group(other)] else f"(?:{'|'.join(groups)})"


_Node = dict[str, "_Node"]
"""What may follow a beginning of words, by the next character."""

_END = ""


def _tokens(word: str) -> Iterator[str]:
    """A word as steps of a regular expression."""
    goes_on = word.endswith("*")
    for at, part in enumerate(word.rstrip("*").split()):
        if at:
            yield r"\s+"
        yield from map(re.escape, part)
    if not goes_on and word[-1].isascii() and word[-1].isalpha():
        yield "(?![A-Za-z])"


def _group(node: _Node) -> str:
    return f"(?:{'|'.join(_branches(node))})"


def _branches(node: _Node) -> Iterator[str]:
    """The ways on from a beginning, ends last: of words that hold one another the longest counts."""
    for token, below in sorted(node.items(), key=lambda item: item[0] == _END):
        steps = token
        while len(below) == 1 and _END not in below:
            ((token, below),) = below.items()
            steps += token
        if token != _END and list(below) != [_END]:
            steps += _group(below)
        yield steps
