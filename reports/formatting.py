"""What the formatter did, or would do: files that change with a short comparison, then a count."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import unified_diff
from typing import TextIO

from ..messages import advise, say
from ..policylang.formatting.files import Laid
from ..policylang.render import visible
from .diagnostics import render_all

_MOST = 40
"""Lines of one comparison that are shown."""


def render_refused(laid: Laid, language: str, chosen: str | None, out: TextIO) -> None:
    """Why a file wasn't touched."""
    if laid.diagnostics:
        render_all(laid.diagnostics, {laid.path: laid.before}, chosen, out)
    else:
        _say("formatter.not_proved", language, (("path", visible(laid.path)),), out)


def render_unwritten(path: str, why: str, language: str, out: TextIO) -> None:
    """Why a file couldn't be replaced."""
    _say("formatter.not_written", language, (("path", visible(path)), ("why", why)), out)


def render_comparison(laid: Laid, language: str, out: TextIO) -> None:
    """The name of a file that would change, and how."""
    out.write(say("formatter.would_change", language, (("path", visible(laid.path)),)) + "\n")
    before, after = laid.before.removeprefix("\ufeff").split("\n"), (laid.after or "").split("\n")
    lines = list(unified_diff(before, after, laid.path, laid.path, n=1, lineterm=""))
    if not lines:
        out.write(f"  {say('formatter.line_ends', language)}\n")
    for line in lines[:_MOST]:
        out.write(f"  {visible(line)}".rstrip() + "\n")
    if len(lines) > _MOST:
        out.write(f"  {say('formatter.more', language, (('count', str(len(lines) - _MOST)),))}\n")


def render_count(changed: int, same: int, check: bool, language: str, out: TextIO) -> None:
    """How many files changed, or would."""
    key = "formatter.checked" if check else "formatter.written"
    values = (("changed", str(changed)), ("same", str(same)))
    if check and changed:
        _say(key, language, values, out)
    else:
        out.write(say(key, language, values) + "\n")


def _say(key: str, language: str, values: Sequence[tuple[str, str]], out: TextIO) -> None:
    out.write(say(key, language, values) + "\n")
    if help_text := advise(key, language, values):
        out.write(f"  = {help_text}\n")
