"""Two policies a user names, loaded and compared."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ..policylang.analysis.diff import PolicyDiff, compare_programs
from ..policylang.core import Program
from ..policylang.load import load_program
from ..rules.packs import packs
from .run import Refusal, load


def run_diff(old: str, new: str, as_of: date, *, later: bool) -> PolicyDiff | Refusal:
    """What changed from one file, folder or pack to another, or why one can't be loaded."""
    programs: list[Program] = []
    for name in (old, new):
        program = _program(name)
        if isinstance(program, Refusal):
            return program
        programs.append(program)
    return compare_programs(programs[0], programs[1], as_of, later=later)


def _program(name: str) -> Program | Refusal:
    """The program of a policy over the shipped vocabulary; a folder that brings its own stands alone."""
    loaded = load((name,))
    if isinstance(loaded, Refusal):
        alone = load_program([Path(name)], packs()) if Path(name).is_dir() else None
        return loaded if alone is None or alone.program is None else alone.program
    return loaded.program if loaded.program is not None else Refusal(no_rules=True)
