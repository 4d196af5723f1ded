"""The shipped program, and customers with facts of one's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from customer_facts import Book, shipped
from presign.cli import main
from presign.facts.fact import Fact, FactBook
from presign.policylang.core import Program
from presign.values import State


@pytest.fixture(scope="session")
def program() -> Program:
    return shipped()


@pytest.fixture
def book() -> Book:
    return lambda facts: FactBook({name: Fact(name, State.STATED, value) for name, value in facts.items()})


@pytest.fixture
def presign() -> Callable[..., Result]:
    def run(*arguments: object) -> Result:
        return CliRunner(catch_exceptions=False).invoke(main, [str(argument) for argument in arguments])

    return run


@pytest.fixture(scope="session")
def samples() -> Path:
    return Path(__file__).parents[2] / "samples"
