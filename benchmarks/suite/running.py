"""Runs sections of the suite."""

from __future__ import annotations

import io
import os
import platform
import sys
from collections.abc import Iterable
from contextlib import redirect_stdout
from datetime import date
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from .figures import told
from .sections import SECTIONS, Section

PACKAGES = (
    "click", "lark", "lxml", "python-docx", "pdfplumber", "pdfminer.six", "pypdfium2", "pyahocorasick", "google-re2",
    "cedarpy", "zen-engine", "rule-engine", "json-logic-qubit", "pandas", "polars", "pyarrow", "duckdb",
)  # fmt: skip
"""Whose versions a result names, those that are there."""


def run(names: Iterable[str], quick: bool) -> dict[str, Any]:
    """The result of some sections, all when none is named: environment, then figures and printed lines by section."""
    wanted = set(names)
    chosen = [each for each in SECTIONS if each.module in wanted or (not wanted and (each.quick or not quick))]
    return {"environment": environment(quick), "sections": [_section(each, quick) for each in chosen]}


def environment(quick: bool) -> dict[str, Any]:
    """Where and with what it is measured."""
    versions = {}
    for name in PACKAGES:
        try:
            versions[name] = version(name)
        except PackageNotFoundError:
            continue
    return {
        "date": date.today().isoformat(),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "processors": os.cpu_count(),
        "versions": versions,
        "quick": quick,
    }


def _section(section: Section, quick: bool) -> dict[str, Any]:
    module = import_module(f"benchmarks.{section.module}")
    print(f"# {section.title}", file=sys.stderr, flush=True)
    about = (module.__doc__ or "").strip()
    result: dict[str, Any] = {
        "name": section.module,
        "title": section.title,
        "about": about,
        "figures": [],
        "lines": [],
    }
    if hasattr(module, "figures"):
        for figure in module.figures(quick):
            result["figures"].append(figure.row())
            print(told(result["figures"][-1]), flush=True)
        return result
    printed = io.StringIO()
    arguments, sys.argv = sys.argv, [section.module, *section.arguments]
    try:
        with redirect_stdout(printed):
            module.main()
    finally:
        sys.argv = arguments
    result["lines"] = printed.getvalue().splitlines()
    print(printed.getvalue(), end="", flush=True)
    return result


def joined(older: dict[str, Any], newer: dict[str, Any]) -> dict[str, Any]:
    """An older result with the sections of a newer one in the places of its own."""
    sections = {each["name"]: each for each in (*older["sections"], *newer["sections"])}
    order = [each.module for each in SECTIONS]
    return {
        "environment": newer["environment"],
        "sections": sorted(sections.values(), key=lambda each: order.index(each["name"])),
    }
