"""Policies loaded, checked and compiled; the second time from the user's cache."""

from __future__ import annotations

import gc
import marshal
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache as once
from hashlib import sha256
from pathlib import Path
from types import CodeType

from ..policylang import cache
from .codegen import Generated, generate
from .compiler import CompiledRules, bind
from .diagnostics import Diagnostic
from .kept_judges import KeptJudges
from .load import Loaded, Packs, load_program, policy_files, read_policy
from .stored import restore, store

_NO_REFERENCES = 2
"""The last version of the format that doesn't look for values it has met: there are none twice."""

_PACKAGE = Path(__file__).parents[1]

_Used = tuple[tuple[str, str], ...]


def load_compiled(paths: Sequence[Path], packs: Packs | None = None) -> tuple[Loaded, CompiledRules | None]:
    """`load_program` with the rules made to run; None for a program with errors.

    What was loaded before comes from the user's cache, with the same spans and warnings.
    """
    with _no_collection():
        named = _texts(paths) if cache.folder() is not None else None
        key = "" if named is None else _key(named, packs or {})
        found = _kept(key, named) if named is not None else None
        if found is not None:
            return found
        loaded = load_program(paths, packs)
        if loaded.program is None:
            return loaded, None
        generated = generate(loaded.program)
        code = compile(generated.source.text, "<rules>", "exec", dont_inherit=True)
        if named is None or any(loaded.sources.get(name) != text for name, text in named.items()):
            return loaded, bind(generated, code)
        cache.write(key, _content(loaded, named, generated, code))
        return loaded, bind(generated, code, _judges(key, _used(loaded, named), generated))


def _content(loaded: Loaded, named: Mapping[str, str], generated: Generated, code: CodeType) -> bytes:
    """What is kept: the files that are used, the warnings, the program, the code; not the texts themselves."""
    stored = store(
        (_used(loaded, named), loaded.diagnostics, replace(generated, source=replace(generated.source, text="")))
    )
    return marshal.dumps((marshal.dumps(stored, _NO_REFERENCES), marshal.dumps(code)))


def _used(loaded: Loaded, named: Mapping[str, str]) -> _Used:
    """The files that the named ones use, with their digests."""
    return tuple((name, _digest(text)) for name, text in loaded.sources.items() if name not in named)


def _kept(key: str, named: dict[str, str]) -> tuple[Loaded, CompiledRules] | None:
    """What was kept for these texts, if it is sound and the files they use are what they were."""
    content = cache.read(key)
    if content is None:
        return None
    try:
        stored, code = map(marshal.loads, marshal.loads(content))
        used, diagnostics, generated = restore(stored)
    except (ArithmeticError, EOFError, LookupError, TypeError, ValueError):
        return None
    others = _texts([Path(name) for name, _ in used])
    if others is None or any(_digest(others[name]) != digest for name, digest in used):
        return None
    rules = bind(generated, code, _judges(key, used, generated))
    return Loaded(generated.layout.program, diagnostics, {**named, **others}), rules


def _judges(key: str, used: _Used, generated: Generated) -> KeptJudges:
    """The functions of single rules, kept beside a program of these files whose facts have these places."""
    layout = generated.layout
    return KeptJudges(_digest("\0".join((key, str(used), *layout.facts, "", *layout.parameters, layout.currency))))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Nothing becomes garbage while so much is made at once; looking for it would cost more than making it."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _texts(paths: Iterable[Path]) -> dict[str, str] | None:
    """The texts of the files of the paths, without what they use, by the files' names; None when one can't be read."""
    problems: list[Diagnostic] = []
    found = {str(path): read_policy(path, problems) or "" for path in policy_files(paths, problems)}
    return None if problems else found


def _key(named: dict[str, str], packs: Packs) -> str:
    """A name for texts, as this program on this Python understands them with these packs at hand."""
    parts = [_program(), *(f"{name}={path}" for name, path in sorted(packs.items())), ""]
    for name, text in named.items():
        parts += [name, _digest(text)]
    return _digest("\0".join(parts))


@once
def _program() -> str:
    """What this program is: Python's version, and every module's name, size and time."""
    return stamp_of(("policylang", "values", "rules"))


def stamp_of(rooms: Iterable[str]) -> str:
    """Python's version, and the name, size and time of every file of some rooms of this program."""
    files = sorted(path for room in rooms for path in _files(_PACKAGE / room))
    stamps = ((str(path), path.stat()) for path in files)
    return f"{sys.version} {sys.implementation.cache_tag} {sys.byteorder} " + " ".join(
        f"{name} {status.st_size} {status.st_mtime_ns}" for name, status in stamps
    )


def _files(room: Path) -> Iterable[Path]:
    for folder, below, names in os.walk(room):
        below[:] = [name for name in below if name != "__pycache__"]
        yield from (Path(folder, name) for name in names)


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
