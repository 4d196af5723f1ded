"""The formats of a report by their names. A renderer is imported when its format is asked for."""

from __future__ import annotations

import io
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TextIO

from ..checker.report import Report
from ..messages import catalogue

_RENDERERS = {
    "text": "text.render",
    "json": "json.render",
    "html": "page.report.render",
    "sarif": "sarif.render",
    "junit": "junit.render",
    "github": "github.render",
    "gitlab": "gitlab.render",
    "rdjson": "rdjson.render",
    "markdown": "markdown.render",
    "csv": "sheets.render_csv",
    "xlsx": "sheets.render_xlsx",
}
BINARY = frozenset(("xlsx",))
MARKED = ("docx", "pdf")
"""Formats that give the contracts themselves back, each with its notes: see `marked.write`."""
FORMATS = (*_RENDERERS, *MARKED)
PRINTED = tuple(name for name in _RENDERERS if name not in BINARY)


def write(name: str, report: Report, language: str, out: TextIO) -> None:
    """Print a report in a format that is text."""
    _renderer(name)(report, language, out)


def write_file(name: str, report: Report, language: str, path: Path) -> None:
    """Write a report to a file. Raises `OSError` where the file can't be written."""
    if name in BINARY:
        content = io.BytesIO()
        _renderer(name)(report, language, content)
        path.write_bytes(content.getvalue())
        return
    with path.open("w", encoding="utf-8", newline="") as file:
        _renderer(name)(report, language, file)


def load(name: str) -> None:
    """Have what a format is written with loaded, before there is a report."""
    catalogue()
    if name in _RENDERERS:
        _renderer(name)


def _renderer(name: str) -> Callable[..., None]:
    module, _, function = _RENDERERS[name].rpartition(".")
    found: Callable[..., None] = getattr(import_module(f"{__package__}.{module}"), function)
    return found
