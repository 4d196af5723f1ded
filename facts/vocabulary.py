"""Words of the trade as data: `vocabularies/<file>.yaml`, lists of words under keys, read once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from ..policylang import kept_files
from ..policylang.cache import folder
from ..values.data_files import read_data
from . import regexes as re

_FOLDER = Path(__file__).with_name("vocabularies")

_Words = dict[str, tuple[str, ...]]


class _Vocabularies:
    """The files as read, and the expressions made of them; kept for the next process."""

    def __init__(self) -> None:
        self._entry: str | None = None
        self._missed = False
        if folder() is not None:
            self._entry = kept_files.entry_of("vocabularies", (Path(__file__), *sorted(_FOLDER.iterdir())))
        found = None if self._entry is None else kept_files.read(self._entry)
        if not (isinstance(found, tuple) and len(found) == 2):
            found = {}, {}
        self.files: dict[str, _Words] = found[0]
        self.groups: dict[tuple[str, ...], str] = found[1]

    def file(self, name: str) -> _Words:
        """The words of a file by their keys."""
        if name not in self.files:
            content = read_data((_FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
            self.files[name] = {str(key): tuple(str(word) for word in value) for key, value in content.items()}
            self._missed = True
        return self.files[name]

    def group(self, file: str, wanted: tuple[str, ...]) -> str:
        """The expression of the words under some keys of a file."""
        key = (file, *wanted)
        if key not in self.groups:
            self.groups[key] = one_of(word for each in wanted for word in self.file(file)[each])
            self._missed = True
        return self.groups[key]

    def keep(self) -> None:
        """Keep what wasn't kept yet."""
        if self._missed and self._entry is not None:
            kept_files.write(self._entry, (self.files, self.groups))
        self._missed = False


@cache
def _vocabularies() -> _Vocabularies:
    return _Vocabularies()


def keep() -> None:
    """Keep for the next process what was read and made so far."""
    _vocabularies().keep()


def words(file: str, key: str) -> tuple[str, ...]:
    """The words under a key of a vocabulary file, in the order of the file.

    Raises KeyError for a key the file doesn't have.
    """
    return _vocabularies().file(file)[key]


def keys(file: str) -> tuple[str, ...]:
    """The keys of a vocabulary file, in the order of the file."""
    return tuple(_vocabularies().file(file))


def alternatives(file: str, *wanted: str) -> str:
    """A regular expression group of all words under the keys, the longest first.

    Words of Latin letters match whole words only, blanks in them match any white space. Matching case is left to the
    caller's flags.
    """
    return _vocabularies().group(file, wanted)


# Both cases are named: to ignore case there, too, would only make expressions four times as long.
_BEGIN, _STOP = "(?-i:(?<![A-Za-z]))", "(?-i:(?![A-Za-z]))"


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
    groups = ([f"{_BEGIN}{_group(latin)}"] if latin else []) + ([_group(other)] if other else [])
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
        yield _STOP


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
