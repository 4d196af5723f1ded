"""What a fact or parameter is called, and how a fact without a value is told."""

from __future__ import annotations

from ..checker.fill import type_of
from ..checker.report import DocumentReport
from ..checker.value_words import value_words
from ..facts.fact import Fact
from ..messages import say
from ..policylang.core import Program
from ..values import State, Value


def label(name: str, program: Program, language: str) -> str:
    """The label of a fact or parameter, else its name."""
    declared = program.facts.get(name) or program.parameters.get(name)
    return (declared.label.get(language) if declared else "") or name


def found_words(found: Fact | Value, name: str, program: Program, language: str) -> str:
    """What stands in the place of a fact or parameter: its value, or the state of a fact that has none."""
    if not isinstance(found, Fact):
        return value_words(found, type_of(name, program), program, language)
    if found.state is State.STATED and found.value is not None:
        return value_words(found.value, type_of(name, program), program, language)
    return state_words(found, language)


def state_words(fact: Fact, language: str) -> str:
    """The state of a fact without a value, with its reason."""
    state = say(f"report.state_{fact.state.value}", language)
    return f"{state} ({say(f'report.reason_{fact.reason.value}', language)})" if fact.reason else state


def waiting_words(document: DocumentReport, language: str) -> str:
    """How many rules of a template wait until it is filled in."""
    return say("comparison.waiting", language, (("count", str(len(document.waiting))),))
