"""The options that every command has, and the configuration as the defaults of the others."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from ..messages import preferred_language
from .console import console_options
from .options import EXIT_FAILED, tell

if TYPE_CHECKING:
    from ..configuration.read import Problem

_OFF = "presign.no_configuration"
_NONE = ("completion", "man")
_NO_CONFIG = "no_config"
_OWN_VARIABLES = ("PRESIGN_CONFIG", "PRESIGN_NO_CONFIG")


def configure(group: click.Group, main: click.Group) -> None:
    """Give every command of a group the options that all have; a file or the environment sets what others start from.

    `main` has all commands, of which the file may speak.
    """
    commands = dict(_leaves(group))
    # A command that stands in two groups is one command.
    for command in {id(each): each for each in commands.values()}.values():
        if command.name not in _NONE and all(each.name != _NO_CONFIG for each in command.params):
            command.params += [*console_options(), _no_config(), _config(main)]


def _leaves(group: click.Group) -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from ((f"{name} {inner}", each) for inner, each in _leaves(command))
        else:
            yield name, command


def _no_config() -> click.Option:
    return click.Option(
        ["--no-config"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_turn_off,
        help="Read no configuration file.",
    )


def _config(main: click.Group) -> click.Option:
    def callback(context: click.Context, _: click.Parameter, given: str | None) -> None:
        _set_defaults(context, main, given)

    return click.Option(
        ["--config"],
        metavar="FILE",
        is_eager=True,
        expose_value=False,
        callback=callback,
        help="The configuration (default: presign.toml or pyproject.toml, upward to the repository's root).",
    )


def _turn_off(context: click.Context, _: click.Parameter, off: bool) -> None:
    context.meta[_OFF] = off


def _set_defaults(context: click.Context, main: click.Group, given: str | None) -> None:
    """Fill the context's defaults; a mistake in the file or the environment stops the command."""
    if context.resilient_parsing:
        return
    written = given or os.environ.get(_OWN_VARIABLES[0]) or None
    off = context.meta.get(_OFF) or os.environ.get(_OWN_VARIABLES[1], "") not in ("", "0")
    path = Path(written) if written is not None else None
    if path is None and not off:
        from ..configuration.find import find

        path = find(Path.cwd())
    if path is None and not any(name.startswith("PRESIGN_") for name in os.environ):
        return
    context.default_map = {**(context.default_map or {}), **_defaults(context, main, path)}


def _defaults(context: click.Context, main: click.Group, path: Path | None) -> dict[str, Any]:
    from ..configuration.defaults import defaults
    from ..configuration.read import Problem, read

    file = read(path) if path is not None else None
    if isinstance(file, Problem):
        _stop(file)
    found = defaults(_name(context), context.command, _Tables(main, context), file, os.environ)
    if isinstance(found, Problem):
        _stop(found)
    return found


def _name(context: click.Context) -> str:
    """The names that call the command: `check`, `policy fmt`."""
    names: list[str] = []
    while context.parent is not None:
        names.insert(0, context.info_name or "")
        context = context.parent
    return " ".join(names)


class _Tables(Mapping[str, click.Command]):
    """The commands a table may be named after, each imported when it is looked at."""

    def __init__(self, main: click.Group, context: click.Context) -> None:
        self._main = main
        self._context = context

    def __getitem__(self, name: str) -> click.Command:
        command = self._main.get_command(self._context, name) if name not in _NONE else None
        if command is None or isinstance(command, click.Group):
            raise KeyError(name)
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(name for name in self._main.list_commands(self._context) if name not in _NONE)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _stop(problem: Problem) -> NoReturn:
    tell(problem.key, preferred_language(), problem.values)
    sys.exit(EXIT_FAILED)
