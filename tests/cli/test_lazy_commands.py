"""The commands that are imported when they are called."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest
from presign.commands.table import COMMANDS
from presign.front import main


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_help_says_of_a_command_what_the_command_says(name: str) -> None:
    command = main.commands[name]
    assert command.get_short_help_str(1000) == click.Command(name, help=COMMANDS[name].help).get_short_help_str(1000)


def test_the_help_imports_no_command_and_nothing_heavy() -> None:
    script = (
        "import sys; from presign.front import main; main(['--help'], standalone_mode=False); "
        "print('IMPORTED', *sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    imported = set(run.stdout.rpartition("IMPORTED")[2].split())
    for name in COMMANDS:
        assert f"  {name} " in run.stdout
    lazily = {f"presign.commands.{name}" for name in COMMANDS} | {"presign.cli"}
    heavy = {"lark", "lxml", "z3", "sqlalchemy", "rich", "jinja2", "pdfplumber", "yaml", "docx", "pandas"}
    assert not imported & (lazily | heavy)


def test_an_unknown_command_is_none_of_them() -> None:
    assert main.get_command(click.Context(main), "no-such") is None
