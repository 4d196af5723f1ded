"""The mutants of a rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ..core import NOWHERE, All, Condition, Constant, Excuse, OneOf, Rule, Span
from ..rule_check import STAGE_FACT
from .conditions import fact_named, rewrites
from .mutant import Clause, Mutant, Operator, Piece
from .steps import shifted

_Change = tuple[Operator, Span, Piece, Piece | None, Rule]


def mutants_of(rule: Rule) -> tuple[Mutant, ...]:
    """Every mutant of a rule, each once, in the order of its clauses."""
    found: dict[Rule, Mutant] = {}
    for operator, span, before, after, changed in _changes(rule):
        if changed != rule and changed not in found:
            place = rule.span if span == NOWHERE else span
            found[changed] = Mutant(rule.id, operator, place, before, after, rule=changed)
    return tuple(found.values())


def _changes(rule: Rule) -> Iterator[_Change]:
    yield from _period(rule)
    yield from _applies(rule)
    yield from _demands(rule, "REQUIRES")
    yield from _demands(rule, "FORBIDS")
    for place, excuse in enumerate(rule.excuses):
        yield from _excuse(rule, place, excuse)
    flipped = not rule.undecided_is_violated
    words = tuple(Clause("UNDECIDED", words=("violated" if each else "review",)) for each in (not flipped, flipped))
    yield Operator.UNDECIDED, rule.span, words[0], words[1], replace(rule, undecided_is_violated=flipped)


def moved_start(start: date | None) -> Iterator[date]:
    """A start a day later and a day earlier."""
    for step in (1, -1):
        moved = shifted(start, step) if start is not None else None
        if moved is not None:
            yield moved


def _period(rule: Rule) -> Iterator[_Change]:
    for start in moved_start(rule.period.start):
        before, after = (Clause("IN_FORCE_FROM", day=each) for each in (rule.period.start, start))
        yield Operator.PERIOD, rule.span, before, after, replace(rule, period=replace(rule.period, start=start))


def split_stage(rule: Rule) -> tuple[OneOf | None, Condition]:
    """What `stage` adds to a rule, and what its author wrote behind `applies when`."""
    applies = rule.applies
    first = applies.parts[0] if isinstance(applies, All) and applies.parts else applies
    if not (rule.stages and isinstance(first, OneOf) and fact_named(first) == STAGE_FACT and first.span == NOWHERE):
        return None, applies
    if not isinstance(applies, All):
        return first, All(())
    return first, applies.parts[1] if len(applies.parts) == 2 else All(applies.parts[1:])


def _applies(rule: Rule) -> Iterator[_Change]:
    stage, written = split_stage(rule)
    if stage is not None:
        yield from _stage(rule, stage, written)
    if written == All(()):
        return
    before = Clause("APPLIES", written)
    yield Operator.APPLIES, written.span, before, None, replace(rule, applies=_with_stage(stage, All(())))
    for change in rewrites(written):
        changed = replace(rule, applies=_with_stage(stage, change.whole))
        yield change.operator, change.span, change.before, change.after, changed


def _with_stage(stage: OneOf | None, written: Condition) -> Condition:
    if stage is None:
        return written
    return stage if written == All(()) else All((stage, written))


def _stage(rule: Rule, stage: OneOf, written: Condition) -> Iterator[_Change]:
    before = Clause("STAGE", words=_names(stage.members))
    yield Operator.APPLIES, rule.span, before, None, replace(rule, applies=written)
    for place in range(len(stage.members) if len(stage.members) > 1 else 0):
        kept = (*stage.members[:place], *stage.members[place + 1 :])
        changed = replace(rule, applies=_with_stage(replace(stage, members=kept), written))
        yield Operator.MEMBER, rule.span, before, Clause("STAGE", words=_names(kept)), changed


def _names(members: tuple[Constant, ...]) -> tuple[str, ...]:
    return tuple(str(member.value) for member in members)


def _demands(rule: Rule, keyword: str) -> Iterator[_Change]:
    asked = rule.requires if keyword == "REQUIRES" else rule.forbids

    def having(demands: tuple[Condition, ...], other: tuple[Condition, ...] = ()) -> Rule:
        if keyword == "REQUIRES":
            return replace(rule, requires=demands, forbids=(*rule.forbids, *other))
        return replace(rule, forbids=demands, requires=(*rule.requires, *other))

    for place, demand in enumerate(asked):
        before, others = Clause(keyword, demand), (*asked[:place], *asked[place + 1 :])
        swapped = Clause("FORBIDS" if keyword == "REQUIRES" else "REQUIRES", demand)
        yield Operator.DEMAND, demand.span, before, swapped, having(others, (demand,))
        if len(rule.requires) + len(rule.forbids) > 1:
            yield Operator.DROPPED, demand.span, before, None, having(others)
        for change in rewrites(demand):
            changed = having((*asked[:place], change.whole, *asked[place + 1 :]))
            yield change.operator, change.span, change.before, change.after, changed


def _excuse(rule: Rule, place: int, excuse: Excuse) -> Iterator[_Change]:
    def having(*changed: Excuse) -> Rule:
        return replace(rule, excuses=(*rule.excuses[:place], *changed, *rule.excuses[place + 1 :]))

    before = Clause("UNLESS", excuse.condition, name=excuse.name)
    yield Operator.EXCEPTION, excuse.span, before, None, having()
    for start in moved_start(excuse.period.start):
        days = (Clause("IN_FORCE_FROM", day=each) for each in (excuse.period.start, start))
        moved = replace(excuse, period=replace(excuse.period, start=start))
        yield Operator.PERIOD, excuse.span, next(days), next(days), having(moved)
    for change in rewrites(excuse.condition):
        changed = having(replace(excuse, condition=change.whole))
        yield change.operator, change.span, change.before, change.after, changed
