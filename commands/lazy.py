"""A group whose commands are imported when they are called: its help names them without."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from importlib import import_module
from typing import Any

import click


class Later:
    """A command that isn't imported yet: its short help, and modules of `commands/` that add to it.

    It is an attribute, by its own name, of the module of that name, or of `home`.
    """

    def __init__(self, help: str, *modules: str, home: str = "") -> None:
        self.help = help
        self.modules = modules
        self.home = home


class LazyGroup(click.Group):
    """A group with commands of its own, and others that are imported when they are asked for.

    `ready` is called with each command when it is there, in a group by itself.
    """

    def __init__(
        self,
        *arguments: Any,
        later: Mapping[str, Later] | None = None,
        ready: Sequence[Callable[[click.Group], None]] = (),
        **named: Any,
    ) -> None:
        self._later = dict(later or {})
        self._ready = tuple(ready)
        self._there: MutableMapping[str, click.Command] = {}
        super().__init__(*arguments, **named)

    @property
    def commands(self) -> MutableMapping[str, click.Command]:
        """All commands by their names: this imports them."""
        for name in tuple(self._later):
            self._load(name)
        return self._there

    @commands.setter
    def commands(self, given: MutableMapping[str, click.Command]) -> None:
        self._there = given

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Have a command that is there already."""
        named = name or cmd.name
        if named is None:
            raise TypeError("Command has no name.")
        self._later.pop(named, None)
        if self._there.get(named) is not cmd:
            self._there[named] = cmd
            self._make_ready(named, cmd)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted({*self._there, *self._later})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by its name, imported by now."""
        self._load(cmd_name)
        return self._there.get(cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing any."""
        names = self.list_commands(ctx)
        room = formatter.width - 6 - max(map(len, names), default=0)
        rows = [(name, self._short_help(name, room)) for name in names]
        if rows:
            with formatter.section("Commands"):
                formatter.write_dl(rows)

    def _short_help(self, name: str, room: int) -> str:
        if name in self._later:
            return click.Command(name, help=self._later[name].help).get_short_help_str(room)
        return self._there[name].get_short_help_str(room)

    def _load(self, name: str) -> None:
        later = self._later.pop(name, None)
        if later is None:
            return
        command = getattr(import_module(later.home or f".{name}", __package__), name)
        for module in later.modules:
            import_module(f".{module}", __package__)
        self.add_command(command, name)

    def _make_ready(self, name: str, command: click.Command) -> None:
        alone = click.Group(commands={name: command})
        for ready in self._ready:
            ready(alone)
