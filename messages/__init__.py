"""Everything Presign says to a user, in Chinese and English, from one catalogue.

Each room's messages stand in one module here. Style: lower case, no full stop, the user's words in backticks,
no Python names, the help apart from the message.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache
from importlib import import_module

from .entry import Entry

_ROOMS = (
    "policy",
    "documents",
    "scans",
    "case",
    "ledger",
    "cli",
    "ci",
    "report",
    "waivers",
    "record",
    "decision",
    "checklist",
    "why",
    "words",
    "page",
    "pages",
    "coverage",
    "formatter",
    "mutation",
    "analysis",
    "differences",
    "lint",
    "new_rule",
    "init",
    "route",
    "approved",
    "collection",
    "letters",
    "marked",
    "exposure",
    "whatif",
    "comparison",
    "configuration",
    "assessment",
    "portfolio",
)


@cache
def catalogue() -> dict[str, Entry]:
    """All messages by key. A key that two rooms use is a mistake in Presign."""
    entries: dict[str, Entry] = {}
    for room in _ROOMS:
        for key, entry in import_module(f"{__name__}.{room}").MESSAGES.items():
            if key in entries:
                raise KeyError(f"message key {key} is used twice")
            entries[key] = entry
    return entries


def say(key: str, language: str, values: Iterable[tuple[str, str]] = ()) -> str:
    """The message of a key in a language, filled with `values`."""
    return catalogue()[key].text(language).format_map(dict(values))


def advise(key: str, language: str, values: Iterable[tuple[str, str]] = ()) -> str:
    """The help that goes with a message, or an empty string."""
    return catalogue()[key].help(language).format_map(dict(values))


def preferred_language(option: str | None = None) -> str:
    """`zh` or `en`: the user's option, else the locale (LC_ALL, LC_MESSAGES, LANG), else English."""
    if option:
        return option
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "zh" if locale.lower().startswith("zh") else "en"
