"""A rule's message, filled: `{payment.net_days}` becomes "90 days" or "90日"."""

from __future__ import annotations

import re

from ..facts.fact import Fact
from ..messages import say
from ..policylang.core import Program, Type
from ..values import State, Value
from .check import PLACEHOLDER
from .report import Finding
from .value_words import value_words

__all__ = ["fill", "value_words"]


def fill(text: str, finding: Finding, program: Program, language: str) -> str:
    """The text with the values of its facts and parameters in the words of a language."""

    def words(match: re.Match[str]) -> str:
        name = match[1]
        if name not in program.facts and name not in program.parameters:
            return match[0]
        return _shown(finding.get(name), type_of(name, program), program, language)

    return PLACEHOLDER.sub(words, text)


def type_of(name: str, program: Program) -> Type | None:
    """The declared type of a fact or a parameter."""
    declared = program.facts.get(name) or program.parameters.get(name)
    return declared.type if declared is not None else None


def _shown(found: Fact | Value | None, type: Type | None, program: Program, language: str) -> str:
    match found:
        case None:
            return say("report.state_unknown", language)
        case Fact(_, State.STATED, value) if value is not None:
            return value_words(value, type, program, language)
        case Fact(_, state):
            return say(f"report.state_{state.value}", language)
        case value:
            return value_words(value, type, program, language)
