"""Policy diagnostics on a terminal, in the order of their places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TextIO

from ..policylang.diagnostics import Diagnostic
from ..policylang.render import render


def render_all(
    diagnostics: Iterable[Diagnostic], sources: Mapping[str, str], language: str | None, out: TextIO
) -> None:
    """Write each diagnostic with its source line and help."""
    ordered = sorted(diagnostics, key=lambda each: (each.span.path, each.span.line, each.span.column))
    for diagnostic in ordered:
        out.write(render(diagnostic, sources, language) + "\n")
