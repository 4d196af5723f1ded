"""Word's automatic numbering: what stands before a paragraph, counted as Word counts (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import etree

from .number_formats import format_number
from .styles import Styles
from .xml import W, child_value, number_value, switch, value

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    """Level (from 1) that restarts this one; 0 never, None any above."""
    legal: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class _List:
    """A `w:num`: the abstract list it counts with, and its levels after overrides."""

    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]
    """Start overrides, due when the list is first used at that level."""


class Numbering:
    """The lists of a document with their counters. Lists of one abstract definition count on together."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str, etree._Element] = {}
        self._nums: dict[str, etree._Element] = {}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._overridden: set[tuple[str, int]] = set()
        if root is not None:
            for element in root.iterchildren(W + "abstractNum"):
                self._abstracts[value(element, "abstractNumId") or ""] = element
            for element in root.iterchildren(W + "num"):
                self._nums[value(element, "numId") or ""] = element

    def level_of_style(self, num_id: str, style: str) -> int | None:
        """The level a paragraph style is tied to in a list."""
        found = self._list(num_id)
        if found is None or not style:
            return None
        return next((at for at, level in found.levels.items() if level.style == style), None)

    def next(self, num_id: str, level: int) -> str:
        """The number of the next paragraph of a list at a level (from 0); empty for bullets and unknown lists."""
        found = self._list(num_id)
        if found is None or not 0 <= level < _LEVELS:
            return ""
        counts = self._counts.setdefault(found.abstract, {})
        own = found.levels.get(level, _Level())
        if level in found.starts and (num_id, level) not in self._overridden:
            self._overridden.add((num_id, level))
            counts[level] = found.starts[level]
        else:
            counts[level] = counts[level] + 1 if level in counts else own.start
        for deeper in [at for at in counts if at > level]:
            restart = found.levels.get(deeper, _Level()).restart
            if restart is None or (restart and level < restart):
                del counts[deeper]
        if own.form == "bullet":
            return ""
        return _PLACE.sub(lambda match: self._shown(found, counts, own, int(match[1]) - 1), own.text).strip()

    def _shown(self, found: _List, counts: dict[int, int], own: _Level, at: int) -> str:
        level = found.levels.get(at, _Level())
        # A level that was never used shows its start.
        count = counts.get(at, found.starts.get(at, level.start))
        return format_number(count, "decimal" if own.legal else level.form)

    def _list(self, num_id: str) -> _List | None:
        if num_id not in self._lists:
            self._lists[num_id] = self._build(num_id)
        return self._lists[num_id]

    def _build(self, num_id: str) -> _List | None:
        num = self._nums.get(num_id)
        abstract = child_value(num, "abstractNumId") or ""
        definition = self._abstracts.get(abstract)
        if num is None or definition is None:
            return None
        link = child_value(definition, "numStyleLink")
        if link is not None:
            linked = self._nums.get(self._styles.numbering_of(link) or "")
            abstract = child_value(linked, "abstractNumId") or abstract
            definition = self._abstracts.get(abstract, definition)
        levels = dict(map(_level, definition.iterchildren(W + "lvl")))
        starts: dict[int, int] = {}
        for override in num.iterchildren(W + "lvlOverride"):
            at = _index(override)
            for element in override.iterchildren(W + "lvl"):
                levels[at] = _level(element)[1]
            start = number_value(override, "startOverride")
            if start is not None:
                starts[at] = start
                levels[at] = replace(levels.get(at, _Level()), start=start)
        return _List(abstract, levels, starts)


def _index(element: etree._Element) -> int:
    text = value(element, "ilvl") or ""
    return int(text) if re.fullmatch(r"\d", text) else 0


def _level(element: etree._Element) -> tuple[int, _Level]:
    start = number_value(element, "start")
    form = child_value(element, "numFmt")
    level = _Level(
        # ECMA-376 gives a level without `w:start` the start 0.
        0 if start is None else start,
        form or "decimal",
        child_value(element, "lvlText") or "",
        number_value(element, "lvlRestart"),
        bool(switch(element, "isLgl")),
        child_value(element, "pStyle") or "",
    )
    return _index(element), level
