"""Policy files and texts become one program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..policylang import limits
from .check import check
from .core import Program, Span
from .diagnostics import Diagnostic
from .parse import parse

SUFFIX = ".policy"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A program (None when anything is wrong), the diagnostics, and the texts they point into."""

    program: Program | None
    diagnostics: tuple[Diagnostic, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)


def load_program(paths: Sequence[Path]) -> Loaded:
    """The program that all files of the paths form together; of a folder, every `*.policy` below it, sorted."""
    problems: list[Diagnostic] = []
    named: list[tuple[str, str]] = []
    for path in dict.fromkeys(_files(paths, problems)):
        text = _read(path, problems)
        if text is not None:
            named.append((str(path), text))
    return _loaded(named, problems)


def load_texts(named: Sequence[tuple[str, str]]) -> Loaded:
    """The program of texts, each with the name its diagnostics show."""
    return _loaded(named, [])


def _loaded(named: Sequence[tuple[str, str]], problems: list[Diagnostic]) -> Loaded:
    checked = check([(parse(text, path), text) for path, text in named])
    program = None if problems else checked.program
    return Loaded(program, (*problems, *checked.diagnostics), dict(named))


def _files(paths: Iterable[Path], problems: list[Diagnostic]) -> Iterable[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        found = sorted(each for each in path.rglob(f"*{SUFFIX}") if each.is_file())
        if not found:
            problems.append(_problem("E511", path))
        if len(found) > limits.MAX_FILES:
            problems.append(_problem("E507", path, ("limit", str(limits.MAX_FILES))))
            continue
        yield from found


def _read(path: Path, problems: list[Diagnostic]) -> str | None:
    try:
        if not path.is_file():
            problems.append(_problem("E508" if not path.exists() else "E512", path))
            return None
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
