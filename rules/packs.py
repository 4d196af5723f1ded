"""Where the shipped packs are, and which files a `--policy` argument means.

The vocabulary and the parameters belong to every run; the packs are chosen by name or replaced by a path.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

HERE = Path(__file__).parent
PARAMETERS = HERE / "parameters.policy"
PRELUDE = (HERE / "vocabulary", PARAMETERS)


@dataclass(frozen=True, slots=True)
class PackProblem:
    """A `--policy` argument that names nothing: a message key with its values."""

    key: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The files to load, the prelude first, or what is wrong with the choice."""

    paths: tuple[Path, ...] = ()
    problems: tuple[PackProblem, ...] = ()


def packs() -> dict[str, Path]:
    """The files of the shipped packs by their names."""
    return {path.stem: path for path in sorted((HERE / "packs").glob("*.policy"))}


def pack_names() -> tuple[str, ...]:
    """The names of the shipped packs."""
    return tuple(packs())


def choose(arguments: Sequence[str]) -> Chosen:
    """The files of a run: all shipped packs without arguments, else the packs and paths named."""
    if not arguments:
        return Chosen((*PRELUDE, HERE / "packs"))
    paths: list[Path] = []
    problems: list[PackProblem] = []
    for argument in arguments:
        pack = packs().get(argument)
        if pack is not None:
            paths.append(pack)
        elif Path(argument).exists():
            paths.append(Path(argument))
        else:
            problems.append(_missing(argument))
    return Chosen((*PRELUDE, *paths), tuple(problems))


def _missing(argument: str) -> PackProblem:
    near = get_close_matches(argument, pack_names(), n=1)
    if near:
        return PackProblem("cli.pack_near", (("name", argument), ("near", near[0])))
    return PackProblem("cli.no_pack", (("name", argument), ("packs", ", ".join(pack_names()))))
