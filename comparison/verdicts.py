"""The verdicts a contract's deviations turned, each with the rows it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..checker.report import DocumentReport, Finding
from ..facts.fact import Evidence
from ..policylang.core import Program, Severity
from ..policylang.outcome import Verdict
from ..policylang.uses import use_of
from .model import Effect, Row, Turn

_RANKS = {
    Verdict.SATISFIED: 0,
    Verdict.NOT_APPLICABLE: 0,
    Verdict.EXCEPTED: 0,
    Verdict.WAIVED: 0,
    Verdict.UNDECIDED: 1,
    Verdict.VIOLATED: 2,
    Verdict.ERROR: 2,
}


def turns(
    template: DocumentReport, contract: DocumentReport, rows: Sequence[Row], program: Program
) -> tuple[Turn, ...]:
    """The rules that are better or worse off in the contract, the worst first."""
    found: list[Turn] = []
    for before, after in zip(template.findings, contract.findings, strict=True):
        effect = effect_of(before.outcome.verdict, after.outcome.verdict)
        if effect is not None:
            places = _places(before, after, template, contract, rows, program)
            found.append(Turn(before, after, effect, places))
    order = list(Severity)
    return tuple(sorted(found, key=lambda turn: (turn.effect is Effect.BETTER, order.index(turn.after.rule.severity))))


def effect_of(before: Verdict, after: Verdict) -> Effect | None:
    """Whether a verdict got worse or better; None where it is neither.

    An open question that doesn't arise any more is neither: nothing bad was found before, nothing good is proven now.
    One that arises where the rule didn't apply is worse, since somebody has to answer it.
    """
    if (before, after) == (Verdict.UNDECIDED, Verdict.NOT_APPLICABLE):
        return None
    change = _RANKS[after] - _RANKS[before]
    return None if not change else Effect.WORSE if change > 0 else Effect.BETTER


def _places(
    before: Finding,
    after: Finding,
    template: DocumentReport,
    contract: DocumentReport,
    rows: Sequence[Row],
    program: Program,
) -> tuple[int, ...]:
    """The rows that differ and that the facts which turned were read from; else those the finding quotes."""
    turned = [name for name in use_of(after.rule, program).deciding if _turned(name, template, contract)]
    own = [each for name in turned for each in template.facts[name].evidence]
    new = [each for name in turned for each in contract.facts[name].evidence]
    found = tuple(_touched(rows, own, new)) or tuple(_touched(rows, before.evidence, after.evidence))
    return _deviating(found, rows)


def _turned(name: str, template: DocumentReport, contract: DocumentReport) -> bool:
    one, other = template.facts[name], contract.facts[name]
    return (one.state, one.value, one.reason) != (other.state, other.value, other.reason)


def _touched(rows: Sequence[Row], before: Sequence[Evidence], after: Sequence[Evidence]) -> Iterator[int]:
    old = {each.block for each in before}
    new = {each.block for each in after}
    for at, row in enumerate(rows):
        if not row.differs:
            continue
        left = row.before is not None and not old.isdisjoint(row.before.blocks)
        right = row.after is not None and not new.isdisjoint(row.after.blocks)
        if left or right:
            yield at


def _deviating(found: tuple[int, ...], rows: Sequence[Row]) -> tuple[int, ...]:
    """The deviations among rows, where there is one: a blank that was filled beside it isn't the cause."""
    return tuple(at for at in found if rows[at].deviates) or found
