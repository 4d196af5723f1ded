"""Policy files and texts become one program."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from .core import Program, Span
from .diagnostics import Diagnostic

if TYPE_CHECKING:
    from .parse import Parsed
    from .tree import UseNode

SUFFIX = ".policy"

Packs = Mapping[str, Path]
"""The files of the shipped packs by their names."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A program (None when anything is wrong), the diagnostics, and the texts they point into."""

    program: Program | None
    diagnostics: tuple[Diagnostic, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)


def load_program(paths: Sequence[Path], packs: Packs | None = None) -> Loaded:
    """The program that all files of the paths form together; of a folder, every `*.policy` below it, sorted.

    What a file takes with `use` belongs to it: a path beside the file, or the name of a pack.
    """
    # The parser is imported where it is needed: what was loaded before comes from the cache without it.
    from .parse import parse

    problems: list[Diagnostic] = []
    files: dict[Path, tuple[Parsed, str]] = {}
    waiting = deque(dict.fromkeys(policy_files(paths, problems)))
    while waiting:
        path = waiting.popleft()
        if path.resolve() in files:
            continue
        text = read_policy(path, problems)
        if text is None:
            continue
        parsed = parse(text, str(path))
        files[path.resolve()] = (parsed, text)
        waiting.extend(_used(parsed, text, path, packs or {}, problems))
    return _loaded(list(files.values()), problems)


def load_texts(named: Sequence[tuple[str, str]]) -> Loaded:
    """The program of texts, each with the name its diagnostics show. `use` means another of them, by its name."""
    from .parse import parse

    problems: list[Diagnostic] = []
    names = {name for name, _ in named}
    files = [(parse(text, name), text) for name, text in named]
    for parsed, text in files:
        for node in _uses(parsed):
            if node.target.text not in names:
                problems.append(_unused(node, parsed, text, names))
    return _loaded(files, problems)


def load_again(sources: Mapping[str, str]) -> Loaded:
    """The program that texts formed before, in their order: what they take with `use` is among them."""
    from .parse import parse

    return _loaded([(parse(text, name), text) for name, text in sources.items()], [])


def _loaded(files: Sequence[tuple[Parsed, str]], problems: list[Diagnostic]) -> Loaded:
    from .check import check

    checked = check(files)
    program = None if problems else checked.program
    return Loaded(program, (*problems, *checked.diagnostics), {parsed.module.path: text for parsed, text in files})


def _uses(parsed: Parsed) -> Iterable[UseNode]:
    from .tree import UseNode

    return (node for node in parsed.module.declarations if isinstance(node, UseNode))


def _used(parsed: Parsed, text: str, path: Path, packs: Packs, problems: list[Diagnostic]) -> Iterable[Path]:
    """The files a file takes with `use`; what isn't there is reported at its place."""
    for node in _uses(parsed):
        target = node.target.text
        pack = packs.get(target)
        beside = Path(os.path.normpath(path.parent / target)) if target.strip() else path.parent
        if pack is not None:
            yield pack
        elif beside.is_file():
            yield beside
        else:
            problems.append(_unused(node, parsed, text, packs))


def _unused(node: UseNode, parsed: Parsed, text: str, known: Iterable[str]) -> Diagnostic:
    from .places import Lines
    from .resolve import nearest

    span = Lines(parsed.module.path, text).span(node.target.place)
    near = nearest(node.target.text, known)
    values = (("target", node.target.text), *((("near", near),) if near else ()))
    return Diagnostic("E514n" if near else "E514", span, values)


def policy_files(paths: Iterable[Path], problems: list[Diagnostic]) -> Iterable[Path]:
    """The files of the paths; of a folder, every policy file below it, sorted."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        from ..policylang import limits

        found = sorted(each for each in path.rglob(f"*{SUFFIX}") if each.is_file())
        if not found:
            problems.append(_problem("E511", path))
        if len(found) > limits.MAX_FILES:
            problems.append(_problem("E507", path, ("limit", str(limits.MAX_FILES))))
            continue
        yield from found


def read_policy(path: Path, problems: list[Diagnostic]) -> str | None:
    """The text of a policy file with its lines ended by a line feed, or None and why it can't be read."""
    try:
        if not path.is_file():
            problems.append(_problem("E508" if not path.exists() else "E512", path))
            return None
        from ..policylang import limits

        size = limits.too_large(path)
        if size:
            values = (("limit", f"{limits.MAX_BYTES:,}"), ("size", f"{size:,}"))
            problems.append(_problem("E501b", path, *values))
            return None
        return path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as problem:
        problems.append(_problem("E509", path, ("offset", str(problem.start))))
    except OSError as problem:
        problems.append(_problem("E510", path, ("why", (problem.strerror or "").lower())))
    return None


def _problem(key: str, path: Path, *values: tuple[str, str]) -> Diagnostic:
    return Diagnostic(key, Span(str(path), 1, 1, 1, 1), (("path", str(path)), *values))
