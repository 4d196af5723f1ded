"""A program, deals of one's own and the command in process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from presign.checker.run import Refusal, load
from presign.cli import main
from presign.policylang.core import Program

SAMPLES = Path(__file__).parents[2] / "samples"
Run = Callable[..., Result]


@pytest.fixture(scope="session")
def program() -> Program:
    loaded = load(())
    assert not isinstance(loaded, Refusal) and loaded.program is not None
    return loaded.program


@pytest.fixture
def presign() -> Run:
    def run(*arguments: object) -> Result:
        return CliRunner(catch_exceptions=False).invoke(main, [str(argument) for argument in arguments])

    return run


@pytest.fixture(scope="session")
def samples() -> Path:
    return SAMPLES
