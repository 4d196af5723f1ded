"""Where each checked contract is written to: one file, a folder, or a pattern with the contract's name in it."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from ...parsers.problem import Problem, problem

NAME = "{name}"
"""Stands in a pattern for a contract's file name without its ending."""


def targets(paths: Sequence[str], where: str, form: str, checked: Sequence[str]) -> Mapping[str, Path] | Problem:
    """The file each of `paths` is written to, or why `where` can't hold them.

    A folder (one that exists, or a name that ends in a slash) keeps the files' names, and their folders below the one
    they have in common. `checked` are all files of the run: none of them is ever overwritten.
    """
    found = {path: _target(path, paths, where) for path in paths}
    is_one_file = NAME not in where and not _is_folder(where)
    if is_one_file and len(paths) > 1:
        return problem("marked.many", count=len(paths), path=where, form=form)
    originals = {os.path.realpath(path) for path in checked}
    taken: set[str] = set()
    for target in found.values():
        real = os.path.realpath(target)
        if real in originals or _same_file(target, checked):
            return problem("marked.overwrites", path=target)
        if real in taken:
            return problem("marked.same_name", path=target)
        taken.add(real)
    return found


def _target(path: str, paths: Sequence[str], where: str) -> Path:
    if NAME in where:
        return Path(where.replace(NAME, Path(path).stem))
    if _is_folder(where):
        common = os.path.commonpath([os.path.dirname(os.path.abspath(each)) for each in paths])  # noqa: PTH100, PTH120
        return Path(where) / os.path.relpath(os.path.abspath(path), common)  # noqa: PTH100
    return Path(where)


def _is_folder(where: str) -> bool:
    return where.endswith(("/", os.sep)) or Path(where).is_dir()


def _same_file(target: Path, checked: Sequence[str]) -> bool:
    """Whether a target is a checked file by another name: a link, or other letters where case doesn't count."""
    return target.exists() and any(Path(each).exists() and target.samefile(each) for each in checked)
