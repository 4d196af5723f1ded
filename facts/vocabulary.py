"""Words of the trade as data: `vocabularies/<file>.yaml`, lists of words under keys, read once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib import resources

import yaml

_Loader: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def _load(file: str) -> dict[str, tuple[str, ...]]:
    path = resources.files(__package__).joinpath("vocabularies", f"{file}.yaml")
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
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
    """A regular expression group of some words, the longest first; a Latin word that ends in * goes on (guarant*)."""
    return "(?:" + "|".join(_pattern(word) for word in sorted(set(found), key=lambda word: (-len(word), word))) + ")"


def _pattern(word: str) -> str:
    goes_on = word.endswith("*")
    word = word.rstrip("*")
    escaped = r"\s+".join(re.escape(part) for part in word.split())
    before = r"(?<![A-Za-z])" if word[0].isascii() and word[0].isalpha() else ""
    after = r"(?![A-Za-z])" if not goes_on and word[-1].isascii() and word[-1].isalpha() else ""
    return before + escaped + after
