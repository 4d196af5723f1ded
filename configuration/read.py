"""A configuration file read: its keys with the lines they stand on, or what is wrong with it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .find import PROJECT

_MOST_BYTES = 200_000
_DEEPEST = 40
_HEADER = re.compile(r"\s*\[(?P<path>[^\[\]]+)\]\s*(?:#.*)?$")
_KEY = re.compile(
    r"""\s*(?P<path>(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*'))*)\s*="""
)
_AT = re.compile(r"\(at line (?P<line>\d+), column \d+\)")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong: a message key with its values. The place is the value `place`."""

    key: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class File:
    """The keys of a file: those at the top, and tables of them by their names."""

    path: Path
    top: Mapping[str, Any] = field(default_factory=dict)
    tables: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    lines: Mapping[tuple[str, ...], int] = field(default_factory=dict)

    def place(self, *keys: str) -> str:
        """Where a key stands: file and line."""
        line = self.lines.get(keys)
        return f"{self.path}:{line}" if line is not None else str(self.path)


def read(path: Path) -> File | Problem:
    """The keys of a file. In a project's file those of the table `[tool.presign]`."""
    text = _text(path)
    if isinstance(text, Problem):
        return text
    try:
        whole: Any = {} if _too_deep(text) else tomllib.loads(text)
    except (ValueError, RecursionError) as wrong:
        return _not_toml(path, str(wrong))
    if _too_deep(text):
        return _not_toml(path, "")
    lead: tuple[str, ...] = ("tool", "presign") if path.name == PROJECT else ()
    for name in lead:
        whole = whole.get(name, {}) if isinstance(whole, dict) else {}
    if not isinstance(whole, dict):
        return _not_toml(path, "")
    lines = {keys[len(lead) :]: line for keys, line in _lines(text) if keys[: len(lead)] == lead}
    tables = {name: value for name, value in whole.items() if isinstance(value, dict)}
    return File(path, {name: value for name, value in whole.items() if name not in tables}, tables, lines)


def _text(path: Path) -> str | Problem:
    place = (("place", str(path)),)
    if not path.is_file():
        return Problem("configuration.no_file", place)
    try:
        if path.stat().st_size > _MOST_BYTES:
            return Problem("configuration.too_large", (*place, ("most", str(_MOST_BYTES))))
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return Problem("configuration.not_text", place)
    except OSError as wrong:
        return Problem("configuration.unreadable", (*place, ("why", (wrong.strerror or "").lower())))


def _too_deep(text: str) -> bool:
    """Whether brackets nest deeper than a configuration needs: the parser would recurse as deep."""
    depth = deepest = 0
    for sign in text:
        depth += (sign in "[{") - (sign in "]}")
        deepest = max(deepest, depth)
    return deepest > _DEEPEST


def _not_toml(path: Path, why: str) -> Problem:
    match = _AT.search(why)
    place = f"{path}:{match['line']}" if match else str(path)
    return Problem("configuration.not_toml", (("place", place), ("why", _AT.sub("", why).strip().lower())))


def _lines(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """Keys and tables with the lines they begin on, the first where one is repeated."""
    table: tuple[str, ...] = ()
    seen: set[tuple[str, ...]] = set()
    for number, line in enumerate(text.splitlines(), 1):
        header = _HEADER.match(line)
        key = _KEY.match(line)
        if header is not None:
            table = _parts(header["path"])
        found = table if header is not None else (*table, *_parts(key["path"])) if key is not None else ()
        if found and found not in seen:
            seen.add(found)
            yield found, number


def _parts(path: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in re.findall(r"\"[^\"]*\"|'[^']*'|[^.]+", path))
