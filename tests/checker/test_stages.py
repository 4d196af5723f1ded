"""The stages of a contract are the same for the commands, the library, the policy language and the vocabulary."""

from __future__ import annotations

from typing import get_args

import pytest
from click import Choice
from presign import api
from presign.checker.run import Refusal, load_rules
from presign.checker.stages import OF_CONTRACTS, STAGES
from presign.cli import check
from presign.commands.compare import compare
from presign.policylang.keywords import WORDS


def test_each_knows_the_same_stages() -> None:
    assert get_args(api.Stage) == STAGES == tuple(WORDS["stage"])
    for command, stages in ((check, STAGES), (compare, OF_CONTRACTS)):
        (option,) = (each for each in command.params if each.name == "stage")
        assert isinstance(option.type, Choice)
        assert tuple(option.type.choices) == stages


@pytest.mark.usefixtures("cached")
def test_the_vocabulary_orders_them_alike() -> None:
    loaded = load_rules(("template",))
    assert not isinstance(loaded, Refusal)
    program = loaded[1].program
    assert program.members[program.facts["deal.stage"].type.name].members == STAGES
