"""Labels made by hand: one YAML file a contract, each fact in one of four states."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

STATES = ("stated", "absent", "blank", "unclear")


@dataclass(frozen=True, slots=True)
class Label:
    """What a careful reader found: `value` is the YAML value of a stated fact, `quote` the words it stands in."""

    state: str
    value: Any = None
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A contract's file with its labels by the facts' names; `language` is the folder it stands in."""

    path: Path
    language: str
    facts: dict[str, Label]


def labelled_files(root: Path, language: str | None = None, third: int | None = None) -> Iterator[Labelled]:
    """The labelled contracts under a corpus folder, in the order of their names.

    `third` keeps the files whose name's CRC-32 leaves that rest when divided by three: a hold-out that stays the same
    when files are added. Raises ValueError for a state that isn't one.
    """
    for folder in ("zh", "en"):
        if language not in (None, folder):
            continue
        for path in sorted((root / folder / "labels").glob("*.yaml")):
            if third is None or zlib.crc32(path.stem.encode()) % 3 == third:
                yield _labelled(path, folder)


def _labelled(path: Path, language: str) -> Labelled:
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    facts = {name: _label(name, entry, path) for name, entry in content["facts"].items()}
    return Labelled(path.parent.parent / "files" / content["file"], language, facts)


def _label(name: str, entry: dict[str, Any], path: Path) -> Label:
    state = entry["state"]
    if state not in STATES:
        raise ValueError(f"{path.name}: {name} has the state {state}")
    return Label(state, entry.get("value"), entry.get("quote") or "")
