"""`presign man`: the manual page, made of what the commands say of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click

from .. import __version__

_EXIT = (
    ("0", "nothing at or above --fail-on"),
    ("1", "findings"),
    ("2", "the job couldn't be done: bad usage, a mistake in a policy or a configuration, a file that can't be read"),
)
_FILES = (
    ("presign.toml", "defaults of options, found upward from the working folder to the repository's root"),
    ("pyproject.toml", "the same in its table [tool.presign]"),
)
_VARIABLES = (
    ("PRESIGN_<OPTION>", "the default of an option of check, such as PRESIGN_FAIL_ON; it wins over the file"),
    ("PRESIGN_CONFIG, PRESIGN_NO_CONFIG", "as --config and --no-config"),
    ("PRESIGN_LEDGER", "where the ledger is"),
    ("PRESIGN_NO_CACHE", "1: load policies anew each time"),
    ("NO_COLOR, FORCE_COLOR, CLICOLOR, CLICOLOR_FORCE", "whether output has colours"),
)


@click.command("man")
@click.pass_context
def man(context: click.Context) -> None:
    """Print the manual page: presign man | man -l -"""
    root = context.find_root()
    command = root.command
    if isinstance(command, click.Group):
        click.echo("\n".join(_page(command, root)))


def _page(main: click.Group, root: click.Context) -> Iterator[str]:
    yield f'.TH PRESIGN 1 "" "Presign {_plain(__version__)}" "Presign"'
    about = (main.help or "").split("\n\n")[0].rstrip(".")
    yield from (".SH NAME", f"presign \\- {_plain(about)}")
    yield from (".SH SYNOPSIS", ".B presign", ".I COMMAND", "[options]")
    yield ".SH COMMANDS"
    for name, command in _leaves(main, ""):
        with click.Context(command, info_name=f"presign {name}", parent=None) as context:
            yield from _command(name, command, context)
    for title, pairs in (("EXIT STATUS", _EXIT), ("FILES", _FILES), ("ENVIRONMENT", _VARIABLES)):
        yield f".SH {title}"
        for term, text in pairs:
            yield from (".TP", f".B {_plain(term)}", _plain(text))


def _leaves(group: click.Group, lead: str) -> Iterator[tuple[str, click.Command]]:
    for name, command in sorted(group.commands.items()):
        if isinstance(command, click.Group):
            yield from _leaves(command, f"{lead}{name} ")
        else:
            yield f"{lead}{name}", command


def _command(name: str, command: click.Command, context: click.Context) -> Iterator[str]:
    usage = " ".join(piece for piece in command.collect_usage_pieces(context))
    yield f".SS presign {_plain(name)} {_plain(usage)}"
    for paragraph in (command.help or "").split("\n\n"):
        yield from (_plain(" ".join(paragraph.split())), ".PP")
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None:
            yield from (".TP", f".B {_plain(record[0])}", _plain(record[1]))


def _plain(text: str) -> str:
    """A text as roff prints it: no backslash, hyphen or leading dot means anything."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    return re.sub(r"^(?=[.'])", r"\\&", escaped, flags=re.MULTILINE).replace("\n", " ")
