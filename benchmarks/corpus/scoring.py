"""A fact read against its label, and the counts over many of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from presign.facts.fact import Fact
from presign.values import Reason, State

from .equality import keys_right, same, same_exactly
from .labels import Label

INSTALMENTS = "payment.instalments"


class Outcome(StrEnum):
    """How a reading compares with its label."""

    RIGHT = "right"
    WRONG = "wrong"
    """Another value than the labelled one was stated."""
    MISSED = "missed"
    """The text fixes a value, and none was stated."""
    INVENTED = "invented"
    """A value was stated where the text has none or a blank."""
    SILENT = "silent"
    """The text says nothing, and so does the reading."""
    UNSURE = "unsure"
    """The text says nothing, the reading is unknown."""
    BLANK = "blank"
    """The text has a blank, and the reading is unknown(blank)."""
    BLANK_MISSED = "blank missed"
    NOT_COUNTED = "not counted"
    """The label is `unclear`."""


def judge(name: str, label: Label, fact: Fact) -> Outcome:
    """The outcome for one fact.

    Denied and not mentioned count as one for a yes/no fact: an express no labelled, and nothing read, is right, and so
    is the reverse.
    """
    stated = fact.state is State.STATED
    if label.state == "unclear":
        return Outcome.NOT_COUNTED
    if label.state == "blank":
        if stated:
            return Outcome.INVENTED
        return Outcome.BLANK if fact.reason is Reason.BLANK else Outcome.BLANK_MISSED
    if label.state == "absent":
        if fact.state in (State.ABSENT, State.NOT_APPLICABLE) or (stated and fact.value is False):
            return Outcome.SILENT
        return Outcome.INVENTED if stated else Outcome.UNSURE
    if stated:
        return Outcome.RIGHT if same(name, label.value, fact.value) else Outcome.WRONG
    return Outcome.RIGHT if label.value is False and fact.state is State.ABSENT else Outcome.MISSED


@dataclass
class Tally:
    """Counts of outcomes. For instalments, `exact` lists agree in every key, `keys` of `keys_all` keys do."""

    counts: Counter[Outcome] = field(default_factory=Counter)
    exact: int = 0
    keys: int = 0
    keys_all: int = 0

    def add(self, name: str, label: Label, fact: Fact) -> Outcome:
        """Count one fact."""
        outcome = judge(name, label, fact)
        self.counts[outcome] += 1
        if name == INSTALMENTS and label.state == "stated":
            self.exact += same_exactly(label.value, fact.value)
            right, wanted = keys_right(label.value, fact.value)
            self.keys += right
            self.keys_all += wanted
        return outcome

    def merge(self, others: Iterable[Tally]) -> Tally:
        """This tally with others added."""
        for other in others:
            self.counts += other.counts
            self.exact += other.exact
            self.keys += other.keys
            self.keys_all += other.keys_all
        return self

    @property
    def precision(self) -> float | None:
        """Right among the values stated."""
        counts = self.counts
        return _share(counts[Outcome.RIGHT], counts[Outcome.WRONG] + counts[Outcome.INVENTED])

    @property
    def recall(self) -> float | None:
        """Right among the values labelled."""
        counts = self.counts
        return _share(counts[Outcome.RIGHT], counts[Outcome.WRONG] + counts[Outcome.MISSED])


def _share(right: int, others: int) -> float | None:
    return right / (right + others) if right + others else None
