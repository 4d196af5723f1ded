"""Properties of proofs, on generated programs and facts: they say what the definition says, and promise nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import islice, product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from policy_cases import DAYS_JUDGED, program_of, programs, random_facts, seeds
from presign.policylang import core
from presign.policylang.compiler import compile_program
from presign.policylang.interpreter import evaluate
from presign.policylang.kleene import Truth, conjunction, disjunction, negation
from presign.policylang.outcome import Outcome, Verdict
from presign.policylang.reasons.model import Aim, Change, Node, Plan, Reasons, Role
from presign.policylang.reasons.place import changed
from presign.policylang.why import explain
from presign.values import NO_READER, Reading, State, known

_SETTINGS = settings(deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)

days = st.sampled_from(DAYS_JUDGED)


def proofs(
    program: core.Program, seed: int, day: date, count: int
) -> Iterator[tuple[dict[str, Reading], Outcome, Reasons]]:
    for case in random_facts(seed, count):
        for rule, outcome in zip(program.rules, evaluate(program, case, day), strict=True):
            yield case, outcome, explain(rule, program, case, day)


def nodes(node: Node) -> Iterator[Node]:
    yield node
    for below in (*node.parts, *(each.node for each in node.records)):
        yield from nodes(below)


def joined(node: Node, truths: list[Truth]) -> Truth:
    match node.condition:
        case core.All():
            return conjunction(truths)
        case core.Any():
            return disjunction(truths)
        case core.Not():
            return negation(truths[0])
        case core.Quantified(every):
            return conjunction(truths) if every else disjunction(truths)
        case other:
            raise AssertionError(other)


def decided_by_marks(node: Node) -> Truth:
    """The truth when every leaf that isn't marked were unknown."""
    below = [*node.parts, *(each.node for each in node.records)]
    if below:
        return joined(node, [decided_by_marks(each) for each in below])
    nothing = isinstance(node.condition, core.All | core.Any)
    return node.truth if node.decides or nothing else None


@settings(_SETTINGS, max_examples=80)
@given(programs(), seeds, days)
def test_the_clauses_of_a_proof_give_the_verdict(program: core.Program, seed: int, day: date) -> None:
    for case, outcome, reasons in proofs(program, seed, day, 3):
        assert reasons.outcome == outcome
        if not reasons.scope.in_force or outcome.verdict is Verdict.ERROR:
            continue
        applies = reasons.clauses[0].met
        demand = conjunction([each.met for each in reasons.clauses if each.role in (Role.REQUIRES, Role.FORBIDS)])
        excuses = [each for each in reasons.clauses if each.role is Role.EXCUSE and each.in_force]
        if applies is False:
            assert outcome.verdict is Verdict.NOT_APPLICABLE
        elif applies is None or demand is None:
            undecided = Verdict.VIOLATED if reasons.rule.undecided_is_violated else Verdict.UNDECIDED
            if outcome.verdict is Verdict.NOT_APPLICABLE:
                assert any(each.state is State.NOT_APPLICABLE for each in case.values())
            else:
                assert outcome.verdict is undecided
        elif demand:
            assert outcome.verdict is Verdict.SATISFIED
        else:
            excused = any(each.met for each in excuses)
            assert outcome.verdict is (Verdict.EXCEPTED if excused else Verdict.VIOLATED)
            if not excused:
                assert outcome.unproven == tuple(each.name for each in excuses if each.met is None)


@settings(_SETTINGS, max_examples=80)
@given(programs(), seeds, days)
def test_every_joint_has_the_truth_of_its_parts(program: core.Program, seed: int, day: date) -> None:
    for _, _, reasons in proofs(program, seed, day, 3):
        for node in (each for clause in reasons.clauses for each in nodes(clause.node)):
            if node.parts or node.records:
                below = [*node.parts, *(each.node for each in node.records)]
                assert node.truth is joined(node, [each.truth for each in below])


@settings(_SETTINGS, max_examples=80)
@given(programs(), seeds, days)
def test_the_marked_leaves_force_the_truth_of_a_clause(program: core.Program, seed: int, day: date) -> None:
    for _, _, reasons in proofs(program, seed, day, 3):
        for clause in reasons.clauses:
            assert decided_by_marks(clause.node) is clause.node.truth


def unmarked(node: Node) -> Iterator[Node]:
    """The tree with one of its marks taken away, for each of them in turn."""
    if node.decides:
        yield replace(node, decides=False)
    for place, part in enumerate(node.parts):
        for less in unmarked(part):
            yield replace(node, parts=(*node.parts[:place], less, *node.parts[place + 1 :]))


@settings(_SETTINGS, max_examples=80)
@given(programs(), seeds, days)
def test_no_marked_leaf_could_be_spared(program: core.Program, seed: int, day: date) -> None:
    """Of lists each record that fails is marked, although one would do; of an unknown all that is open."""
    for _, _, reasons in proofs(program, seed, day, 3):
        for clause in reasons.clauses:
            if clause.node.truth is not None and not any(each.records for each in nodes(clause.node)):
                assert all(decided_by_marks(less) is None for less in unmarked(clause.node))


def applied(case: Mapping[str, Reading], plan: Plan) -> Iterator[dict[str, Reading]]:
    """The case with the changes of a plan made, for every combination of what they were proven with (a dozen at most)."""
    for samples in islice(product(*(tried(change) for change in plan.changes)), 12):
        facts = dict(case)
        for change, sample in zip(plan.changes, samples, strict=True):
            name = change.slot.fact
            facts[name] = changed(facts.get(name, NO_READER), change.slot, sample)
        yield facts


def tried(change: Change) -> tuple[Reading, ...]:
    """The samples, and every one of several values that the change says will do."""
    exact = change.aim is Aim.VALUE and change.sign is core.Comparison.EQ
    return (*change.samples, *(map(known, change.values) if exact else ()))


def test_every_change_offered_turns_the_verdict() -> None:
    """The compiled rules judge the changed facts here; the interpreter proposed the change."""
    seen: Counter[str] = Counter()

    @settings(_SETTINGS, max_examples=200)
    @given(programs(), seeds, days)
    def check(program: core.Program, seed: int, day: date) -> None:
        for case, outcome, reasons in proofs(program, seed, day, 3):
            if reasons.mending:
                assert outcome.verdict in (Verdict.VIOLATED, Verdict.UNDECIDED)
            if reasons.firing:
                assert outcome.verdict is not Verdict.VIOLATED or outcome.missing
            plans = (*reasons.mending, *reasons.firing)
            alone = compile_program(program_of(reasons.rule)) if plans else None
            for plan in plans:
                good = plan.verdict in (Verdict.SATISFIED, Verdict.EXCEPTED)
                assert good if plan in reasons.mending else plan.verdict is Verdict.VIOLATED
                for facts in applied(case, plan):
                    assert alone is not None
                    found = alone.evaluate(facts, day)[0]
                    assert (found.verdict, found.exception) == (plan.verdict, plan.exception)
                    assert good or not found.missing
                seen["mending" if good else "firing"] += 1

    check()
    assert seen["mending"] >= 40 and seen["firing"] >= 40, seen
