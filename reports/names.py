"""What a fact or parameter is called, and how a fact without a value is told."""

from __future__ import annotations

from ..facts.fact import Fact
from ..messages import say
from ..policylang.core import Program


def label(name: str, program: Program, language: str) -> str:
    """The label of a fact or parameter, else its name."""
    declared = program.facts.get(name) or program.parameters.get(name)
    return (declared.label.get(language) if declared else "") or name


def state_words(fact: Fact, language: str) -> str:
    """The state of a fact without a value, with its reason."""
    state = say(f"report.state_{fact.state.value}", language)
    return f"{state} ({say(f'report.reason_{fact.reason.value}', language)})" if fact.reason else state
