"""`presign completion`: what a shell reads to complete commands, options, files, rules, packs, facts and formats."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_VARIABLE = "_PRESIGN_COMPLETE"
_SHELLS = ("bash", "zsh", "fish")
_RULE = re.compile(r"^(?:rule|规则)\s+(?P<id>[A-Za-z0-9-]+)(?P<title>[^\n]*)", re.MULTILINE)
_FACT = re.compile(r"^(?:fact|事实)\s+(?P<id>[\w.]+)", re.MULTILINE)
_TITLE = re.compile(r'(?:en|zh)?\s*"(?P<title>[^"]*)"')
_FILES = re.compile(r"PATH|FILE|CONTRACT|TEMPLATE|\.yaml|DIR|OLD|NEW")


@click.command("completion")
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the completion script of a shell: eval "$(presign completion bash)", or write it where the shell looks."""
    from click.shell_completion import ShellComplete, get_completion_class

    found = get_completion_class(shell)
    if found is not None:
        # Not the class's own `source`: that of bash starts a bash to ask for its version.
        click.echo(ShellComplete.source(found(context.find_root().command, {}, "presign", _VARIABLE)))


def completing(main: click.Group) -> None:
    """Let the values of options and arguments complete, by what their help calls them."""
    for parameter in _parameters(main):
        if type(parameter.type) is click.types.StringParamType and (kind := _kind(parameter)) is not None:
            parameter.type = kind


def _parameters(group: click.Group) -> Iterator[click.Parameter]:
    for command in group.commands.values():
        yield from command.params
        if isinstance(command, click.Group):
            yield from _parameters(command)


def _kind(parameter: click.Parameter) -> click.types.StringParamType | None:
    metavar = parameter.metavar or ""
    if metavar.startswith("RULE"):
        return _Rule()
    if metavar == "FACT=VALUE":
        return _Setting()
    if "PACK" in metavar:
        return _Pack()
    if metavar == "FORMAT:FILE":
        return _Output()
    return _File() if _FILES.search(metavar) else None


class _Text(click.types.StringParamType):
    """A text whose values are known beforehand."""

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """What begins as the user began, letter case aside."""
        from click.shell_completion import CompletionItem

        begun = incomplete.casefold()
        return [
            CompletionItem(value, help=title or None)
            for value, title in self.values(ctx)
            if value.casefold().startswith(begun)
        ]

    def values(self, context: click.Context) -> Iterable[tuple[str, str]]:
        """The values with what each stands for."""
        return ()


class _Rule(_Text):
    def values(self, context: click.Context) -> Iterable[tuple[str, str]]:
        for text in _policies(context):
            for match in _RULE.finditer(text):
                title = _TITLE.search(match["title"])
                yield match["id"], title["title"] if title is not None else ""


class _Setting(_Text):
    def values(self, context: click.Context) -> Iterable[tuple[str, str]]:
        for text in _policies(context):
            yield from ((f"{match['id']}=", "") for match in _FACT.finditer(text))


class _Pack(_Text):
    def values(self, context: click.Context) -> Iterable[tuple[str, str]]:
        from ..rules.packs import pack_names

        return ((name, "") for name in pack_names())

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """A pack, else a file."""
        found = super().shell_complete(ctx, param, incomplete)
        return found or _file(incomplete)


class _Output(_Text):
    def values(self, context: click.Context) -> Iterable[tuple[str, str]]:
        from ..reports.formats import FORMATS

        return ((f"{name}:", "") for name in FORMATS)


class _File(_Text):
    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The shell knows files best."""
        return _file(incomplete)


def _file(incomplete: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def _policies(context: click.Context) -> Iterator[str]:
    """The text of the policies of the run, as far as the command line names them; not parsed, for a shell waits."""
    from ..rules.packs import choose

    named: Any = context.params.get("policies") or ()
    for path in choose(tuple(named)).paths:
        for file in sorted(path.rglob("*.policy")) if path.is_dir() else [path]:
            yield _read(file)


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
