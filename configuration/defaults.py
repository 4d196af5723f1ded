"""The values a command starts from: those of the file, and over them those of the environment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

import click

from .keys import COMMON, fitting, from_environment, keys_of, spelled
from .read import File, Problem

_PREFIX = "PRESIGN"


def defaults(
    name: str, command: click.Command, commands: Mapping[str, click.Command], file: File | None, env: Mapping[str, str]
) -> dict[str, Any] | Problem:
    """What click takes for options that aren't given, by their parameters; or the first thing that is wrong.

    `commands` are all commands a table may be named after; the keys at the top are the options of `check`.
    """
    found: dict[str, Any] = {}
    keys = keys_of(command)
    if file is not None:
        problem = _strange(file, commands)
        if problem is not None:
            return problem
        for table, values in (((), file.top), ((name,), file.tables.get(name, {}))):
            for written, value in values.items():
                key = spelled(written)
                # At the top stand the keys of `check`, and those that hold for all commands.
                if key not in keys or (not table and name != "check" and key not in COMMON):
                    continue
                made = fitting(value, key, keys[key], file.path.parent)
                if made is None:
                    return _unfit(file.place(*table, written), written, keys[key])
                found[str(keys[key].name)] = made
    own = f"{_PREFIX}_{name.replace('-', '_').upper()}"
    general = {key: option for key, option in keys.items() if name == "check" or key in COMMON}
    for prefix, chosen in ((_PREFIX, general), (own, keys)):
        for key, value in from_environment(env, prefix, chosen).items():
            made = fitting(value, key, chosen[key], None)
            if made is None:
                variable = f"{prefix}_{key.replace('-', '_').upper()}"
                return _unfit(f"${variable}", key, chosen[key])
            found[str(chosen[key].name)] = made
    return found


def _strange(file: File, commands: Mapping[str, click.Command]) -> Problem | None:
    """The first key or table of a file that no command knows."""
    top = keys_of(commands["check"])
    for key in file.top:
        if spelled(key) not in top:
            return _unknown(file.place(key), key, (*top, *commands))
    for table, values in file.tables.items():
        if table not in commands:
            if spelled(table) in top:
                return _unfit(file.place(table), table, top[spelled(table)])
            return _unknown(file.place(table), table, (*commands, *top))
        known = keys_of(commands[table])
        for key in values:
            if spelled(key) not in known:
                return _unknown(file.place(table, key), key, known)
    return None


def _unknown(place: str, key: str, known: Iterable[str]) -> Problem:
    near = get_close_matches(spelled(key), list(known), n=1)
    values = (("place", place), ("key", key))
    if near:
        return Problem("configuration.unknown_near", (*values, ("near", near[0])))
    return Problem("configuration.unknown", (*values, ("keys", ", ".join(sorted(set(known))))))


def _unfit(place: str, key: str, option: click.Option) -> Problem:
    values = (("place", place), ("key", key))
    if option.is_flag:
        return Problem("configuration.not_yes_no", values)
    if isinstance(option.type, click.Choice):
        return Problem("configuration.not_one_of", (*values, ("choices", ", ".join(map(str, option.type.choices)))))
    if option.multiple:
        return Problem("configuration.not_texts", values)
    return Problem("configuration.not_fitting", (*values, ("kind", str(option.type.name))))
