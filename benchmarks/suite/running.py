"""Runs sections of the suite."""

from __future__ import annotations

import os
import platform
import sys
import time
import traceback
from collections.abc import Iterable, Iterator
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


def run(names: Iterable[str], quick: bool) -> Iterator[tuple[str, dict[str, Any] | None]]:
    """Some sections, all when none is named: each by its name with its figures; None where it failed, which is told."""
    wanted = set(names)
    for section in SECTIONS:
        if section.module in wanted or (not wanted and (section.quick or not quick)):
            try:
                yield section.module, _section(section, quick)
            except Exception:
                # What took half an hour isn't lost for one section that fails.
                traceback.print_exc()
                yield section.module, None


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
    result: dict[str, Any] = {
        "name": section.module,
        "title": section.title,
        "about": (module.__doc__ or "").strip(),
        "date": date.today().isoformat(),
        "quick": quick,
        "figures": [],
        "lines": [],
    }
    began = time.monotonic()
    for measured in module.figures(quick):
        if isinstance(measured, str):
            result["lines"].append(measured)
        else:
            result["figures"].append(measured.row())
        print(told(measured), flush=True)
    result["seconds"] = round(time.monotonic() - began)
    return result


def joined(older: dict[str, Any], newer: dict[str, Any]) -> dict[str, Any]:
    """An older result with the sections of a newer one in the places of its own."""
    sections = {each["name"]: each for each in (*older["sections"], *newer["sections"])}
    order = [each.module for each in SECTIONS]
    return {
        "environment": newer["environment"],
        "sections": sorted(sections.values(), key=lambda each: order.index(each["name"])),
    }
