"""Why a run couldn't start: unknown packs, policy errors, mistakes in the case file."""

from __future__ import annotations

from typing import TextIO

from ..checker.run import Refusal
from ..messages import advise, say
from .diagnostics import render_all


def render(refusal: Refusal, language: str, chosen: str | None, out: TextIO) -> None:
    """Write every reason. Policy diagnostics follow the language of their file unless `chosen` overrides it."""
    for pack in refusal.packs:
        _write(out, "", pack.key, language, pack.values)
    render_all(refusal.diagnostics, dict(refusal.sources), chosen, out)
    for problem in refusal.case:
        _write(out, f"{problem.path}:{problem.line}:{problem.column}: ", problem.key, language, problem.values)
    if refusal.ledger is not None:
        _write(out, "", refusal.ledger.key, language, refusal.ledger.values)
    if refusal.no_rules:
        _write(out, "", "cli.no_rules", language, ())


def _write(out: TextIO, where: str, key: str, language: str, values: tuple[tuple[str, str], ...]) -> None:
    out.write(f"{where}{say(key, language, values)}\n")
    if help_text := advise(key, language, values):
        out.write(f"  = {help_text}\n")
