"""Which options of a command can be set in a file, and how a value there becomes one of the command line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

COMMON = frozenset(("policy", "case", "ledger", "as-of", "stage", "side", "lang", "ocr", "full"))
"""Keys at the top of a file that hold for every command that has the option; the others there are those of `check`."""

_OF_ONE_RUN = frozenset(
    (
        "help",
        "version",
        "config",
        "no-config",
        "quiet",
        "no-color",
        "why",
        "why-not",
        "customer",
        "resume",
        "write-baseline",
        "vocabulary",
    )
)
_PATHS = frozenset(("case", "ledger", "waivers", "baseline", "record", "letters"))


def keys_of(command: click.Command) -> dict[str, click.Option]:
    """The options of a command by their keys: the long name without its dashes."""
    found: dict[str, click.Option] = {}
    for option in command.params:
        if not isinstance(option, click.Option):
            continue
        key = next((name[2:] for name in option.opts if name.startswith("--")), "")
        if key and key not in _OF_ONE_RUN:
            found[key] = option
    return found


def spelled(key: str) -> str:
    """A key as it is listed: `fail_on` is `fail-on`."""
    return key.replace("_", "-")


def fitting(value: Any, key: str, option: click.Option, base: Path | None) -> Any | None:
    """The value as the command line would have it, paths made those of the file's folder; None if it doesn't fit."""
    if option.is_flag:
        return value if isinstance(value, bool) else None
    if option.multiple:
        items = value if isinstance(value, list) else [value]
        made = [_single(item, key, option, base) for item in items]
        return None if None in made else made
    return _single(value, key, option, base)


def _single(value: Any, key: str, option: click.Option, base: Path | None) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float | date):
        return None
    written = value.isoformat() if isinstance(value, date) else str(value)
    try:
        option.type.convert(written, option, None)
    except click.BadParameter:
        return None
    return written if base is None else _placed(written, key, option, base)


def _placed(written: str, key: str, option: click.Option, base: Path) -> str:
    """A relative path as seen from the file's folder; what isn't a path (a pack, an address) as it is."""
    if key == "output":
        name, colon, path = written.partition(":")
        return f"{name}:{_joined(path, base)}" if colon and path else written
    if key == "policy":
        return _joined(written, base) if (base / written).exists() else written
    return _joined(written, base) if key in _PATHS or isinstance(option.type, click.Path) else written


def _joined(written: str, base: Path) -> str:
    if not written or "://" in written:
        return written
    slash = "/" if written.endswith("/") else ""
    return f"{base / written}{slash}"


def from_environment(variables: Mapping[str, str], prefix: str, keys: Mapping[str, click.Option]) -> dict[str, Any]:
    """The values of variables that stand for keys: `PRESIGN_FAIL_ON`; several at once one a line or parted by `;`."""
    found: dict[str, Any] = {}
    for key, option in keys.items():
        written = variables.get(f"{prefix}_{key.replace('-', '_').upper()}", "")
        # $PRESIGN_LEDGER says where the ledger is, not that a check asks it.
        if not written or key == "ledger":
            continue
        if option.is_flag:
            found[key] = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}.get(
                written.lower(), written
            )
        elif option.multiple:
            found[key] = [part.strip() for part in written.replace("\n", ";").split(";") if part.strip()]
        else:
            found[key] = written
    return found
