"""Which changes of a verdict are worse, which better, which neither."""

from __future__ import annotations

import pytest
from presign.comparison.model import Effect
from presign.comparison.verdicts import effect_of
from presign.policylang.outcome import Verdict


@pytest.mark.parametrize(
    ("before", "after", "effect"),
    [
        ("satisfied", "violated", Effect.WORSE),
        ("satisfied", "undecided", Effect.WORSE),
        ("not_applicable", "violated", Effect.WORSE),
        ("not_applicable", "undecided", Effect.WORSE),
        ("undecided", "violated", Effect.WORSE),
        ("excepted", "violated", Effect.WORSE),
        ("satisfied", "error", Effect.WORSE),
        ("violated", "satisfied", Effect.BETTER),
        ("violated", "undecided", Effect.BETTER),
        ("violated", "not_applicable", Effect.BETTER),
        ("undecided", "satisfied", Effect.BETTER),
        # The question doesn't arise any more: nothing was found before, nothing is proven now.
        ("undecided", "not_applicable", None),
        ("satisfied", "not_applicable", None),
        ("not_applicable", "satisfied", None),
        ("violated", "violated", None),
    ],
)
def test_effects(before: str, after: str, effect: Effect | None) -> None:
    assert effect_of(Verdict(before), Verdict(after)) is effect
