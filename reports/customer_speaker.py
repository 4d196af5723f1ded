"""Says what is known of one customer in one language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from pathlib import PurePath

from ..assessment.assess import Assessment
from ..assessment.grade import Range
from ..assessment.subject import Subject
from ..checker.fill import type_of
from ..checker.value_words import number_words, value_words
from ..facts.fact import Fact
from ..ledger.store.facts import ORIGIN
from ..messages import say
from ..policylang.core import Program
from ..values import State, Value
from .names import label


class Speaker:
    """Says things of one customer in one language."""

    def __init__(self, about: Subject, found: Assessment, program: Program, language: str) -> None:
        self.about, self.found, self.program, self.language = about, found, program, language

    def say(self, key: str, **values: str) -> str:
        """A message."""
        return say(key, self.language, tuple(values.items()))

    def words(self, value: Value | None) -> str:
        """A value; what isn't there is unknown."""
        return self.say("report.unknown") if value is None else value_words(value, None, self.program, self.language)

    def pair(self, label: str, value: str) -> str:
        """A value behind what it is called."""
        return self.say("ledger.pair", label=label, value=value)

    def bracketed(self, text: str, more: str) -> str:
        """A text with a remark in brackets."""
        return self.say("ledger.bracketed", text=text, more=more)

    def label(self, name: str) -> str:
        """What a fact or a table is called."""
        return label(name, self.program, self.language)

    def shown(self, fact: Fact) -> str:
        """A fact's value."""
        if fact.state is not State.STATED or fact.value is None:
            return self.say("report.unknown")
        return value_words(fact.value, type_of(fact.name, self.program), self.program, self.language)

    def source(self, facts: Sequence[str]) -> str:
        """Where the values of facts come from: the ledger, or a line of the case file."""
        told = []
        for fact in (self.about.book[name] for name in facts):
            if fact.state is State.STATED and fact.origin:
                own = self.say("assessment.from_ledger") if fact.origin == ORIGIN else PurePath(fact.origin).name
                told.append(self.bracketed(own, say(fact.note, self.language)) if fact.note else own)
        return self.listed(dict.fromkeys(told))

    def listed(self, parts: Iterable[str]) -> str:
        """Several in a row."""
        return self.say("report.comma").join(parts)

    def labels(self, names: Iterable[str]) -> str:
        """What several facts are called."""
        return self.listed([self.label(name) for name in names])

    def grades(self, found: Range) -> str:
        """One grade or two."""
        return found.best if found.settled else self.say("assessment.to", worst=found.worst, best=found.best)


def points_words(amount: Decimal) -> str:
    """Points, to a tenth."""
    return number_words(amount.quantize(Decimal("0.1"), ROUND_HALF_UP))
