"""The collection plan of a contract: for each instalment on credit the dated ladder, its deadlines and its gaps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ..checker.report import DocumentReport, Finding
from ..exposure.flows import Flow, flows
from ..exposure.milestones import Milestones, milestones
from ..facts.fact import Evidence
from ..ledger.store.steps import Taken
from ..policylang.core import Program
from ..values import Record, State
from .bills import is_bill, maturity
from .deadlines import SERVED_BY, Deadline, deadlines
from .first import First, first_of
from .ladder import Ladder, ladder_of
from .law import Law, law_of, working_day_after, working_day_before
from .points import Point, blockers, late_history, points
from .progress import Recorded, Stand, stands
from .rights import LeftOut, Right, right

TALKS = frozenset(("phone", "visit"))


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the day it is to be done, and the day the ladder names before holidays and rights moved it."""

    action: str
    day: date
    planned: date
    owner: str | None
    channel: str | None
    basis: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    points: tuple[Point, ...]
    waits: bool
    """Whether the contract allows it only from this day on, later than the ladder would have it."""
    stand: Stand | None = None
    """How it stands by what is on record; None where nothing is kept on record."""


@dataclass(frozen=True, slots=True)
class Late:
    """A deadline that the ladder's step comes too late for; `day` is the step's, None when there is no such step."""

    deadline: Deadline
    action: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Instalment:
    """An instalment on credit with everything that is to be done about it."""

    flow: Flow
    payable: date | None
    """The due day, or the working day after it on which a period that ends on a holiday ends (民法典 203)."""
    bill: bool
    matures: date | None
    first: First | None
    steps: tuple[Step, ...]
    deadlines: tuple[Deadline, ...]
    left_out: tuple[LeftOut, ...]
    late: tuple[Late, ...]
    also: tuple[Taken, ...] = ()
    """What is on record beside the steps of the ladder, and what was done of them before."""

    @property
    def done(self) -> tuple[Taken, ...]:
        """All that is on record about it, in the order of the days."""
        shown = [step.stand.taken for step in self.steps if step.stand is not None and step.stand.taken is not None]
        return tuple(sorted((*self.also, *shown), key=lambda each: each.done_on))


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of one contract. `ahead` are the instalments the goods wait for; `scheduled` is false without any."""

    document: DocumentReport
    ladder: Ladder
    law: Law
    days: Milestones
    scheduled: bool
    ahead: tuple[Flow, ...]
    instalments: tuple[Instalment, ...]
    owner: str | None
    blockers: tuple[Finding, ...]
    history: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Whether there is a day and an owner for everything, no step comes too late and no right is lost yet."""
        day = self.document.as_of
        settled = all(each.flow.due is not None and not each.late for each in self.instalments)
        settled = settled and not any(end.gone(day) for each in self.instalments for end in each.deadlines)
        return self.scheduled and settled and (self.owner is not None or not self.instalments)


def plan_of(document: DocumentReport, program: Program, kept: Recorded | None = None) -> Plan:
    """The collection plan of a document, as of the day it was judged; `kept` is what was done about its customer."""
    book = document.facts
    days = milestones(book, document.as_of)
    found = flows(book, days) or ()
    terms = book["payment.instalments"].value
    records = [one for one in terms if isinstance(one, Record)] if isinstance(terms, tuple) else []
    ladder, law = ladder_of(book, program, document.as_of), law_of(book)
    owner = book["collect.owner"]
    builder = _Builder(document, program, ladder, law, days, found, kept)
    credit = [(flow, one) for flow in found if _on_credit(flow, one := records[flow.number - 1])]
    return Plan(
        document,
        ladder,
        law,
        days,
        bool(found),
        tuple(flow for flow in found if all(flow is not each for each, _ in credit)),
        tuple(builder.instalment(flow, one) for flow, one in credit),
        owner.value if owner.state is State.STATED and isinstance(owner.value, str) else None,
        blockers(document),
        late_history(book),
    )


def _on_credit(flow: Flow, one: Record) -> bool:
    return one.get("prepay") is not True and (flow.due is None or flow.on_credit)


@dataclass(frozen=True, slots=True)
class _Builder:
    document: DocumentReport
    program: Program
    ladder: Ladder
    law: Law
    days: Milestones
    flows: tuple[Flow, ...]
    kept: Recorded | None

    def instalment(self, flow: Flow, one: Record) -> Instalment:
        """The instalment with its steps, each after what must come first."""
        book = self.document.facts
        bill, matures = is_bill(one, book), maturity(flow, one, book)
        first = first_of(flow, self.days, book, self.law)
        ends = deadlines(flow, one, book, self.law)
        steps, left = self._steps(flow, bill, matures, first)
        steps, also = self._standing(steps, flow)
        late = tuple(_late(ends, steps))
        return Instalment(flow, _payable(flow, one, self.law), bill, matures, first, steps, ends, left, late, also)

    def _steps(
        self, flow: Flow, bill: bool, matures: date | None, first: First | None
    ) -> tuple[tuple[Step, ...], tuple[LeftOut, ...]]:
        steps: list[Step] = []
        left: list[LeftOut] = []
        if flow.due is None:
            return (self._bring_about(flow, first) if first is not None else ()), ()
        for action in self.ladder.actions:
            offset = self.ladder.offset(action)
            if offset is None:
                continue
            allowed = right(action, self.document.facts, self.law, bill=bill, matures=matures is not None)
            if isinstance(allowed, LeftOut):
                left.append(allowed)
                continue
            start = matures if action == "bill_recourse" and matures is not None else flow.due
            steps.append(self._step(action, start, offset, allowed, flow))
        return tuple(sorted(steps, key=self._order)), tuple(left)

    def _standing(self, steps: tuple[Step, ...], flow: Flow) -> tuple[tuple[Step, ...], tuple[Taken, ...]]:
        """The steps with their standing, and what else is on record."""
        if self.kept is None or self.document.contract is None:
            return steps, ()
        taken = self.kept.about(self.document.contract.key, flow)
        found = stands([(step.day, step.action) for step in steps], taken, self.document.as_of)
        shown = [stand.taken for stand in found]
        also = tuple(each for each in taken if each not in shown)
        return tuple(replace(step, stand=stand) for step, stand in zip(steps, found, strict=True)), also

    def _order(self, step: Step) -> tuple[date, int]:
        return step.day, self.ladder.actions.index(step.action)

    def _bring_about(self, flow: Flow, first: First) -> tuple[Step, ...]:
        """An instalment without a day: asked for by telephone and in writing, at the ladder's distances."""
        steps = []
        for action in ("phone", "letter"):
            offset = self.ladder.offset(action)
            if offset is not None:
                allowed = Right(first.basis if action == "letter" else ())
                steps.append(self._step(action, first.day, offset, allowed, flow))
        return tuple(sorted(steps, key=self._order))

    def _step(self, action: str, start: date, offset: int, allowed: Right, flow: Flow) -> Step:
        planned = start + timedelta(days=offset)
        waits = allowed.earliest > 0 and offset < allowed.earliest
        day = start + timedelta(days=allowed.earliest) if waits else planned
        # A reminder after its day misses the pay run; notice of a dishonoured bill has three days.
        early = action in ("reminder", "bill_recourse")
        moved = working_day_before(day, self.law.calendar) if early else working_day_after(day, self.law.calendar)
        if action == "bill_recourse" and moved < start:
            moved = working_day_after(day, self.law.calendar)
        said = points(self.document, self.program, self.flows, flow, prc=self.law.prc) if action in TALKS else ()
        owner, channel = _assigned(action, self.document)
        return Step(action, moved, planned, owner, channel, allowed.basis, allowed.evidence, said, waits)


def _payable(flow: Flow, one: Record, law: Law) -> date | None:
    if flow.due is None or not law.prc or isinstance(one.get("due_date"), date):
        return flow.due
    return working_day_after(flow.due, law.calendar)


def _assigned(action: str, document: DocumentReport) -> tuple[str | None, str | None]:
    """Who does a step and by which channel: by the case's own ladder, else whoever answers for the collection."""
    book = document.facts
    ladder, owner = book["collect.ladder"].value, book["collect.owner"].value
    ones = [each for each in ladder if isinstance(each, Record)] if isinstance(ladder, tuple) else []
    own = next((each for each in ones if each.get("action") == action), None)
    who = (own.get("owner") if own is not None else None) or owner
    channel = own.get("channel") if own is not None else None
    return (who if isinstance(who, str) else None), (channel if isinstance(channel, str) else None)


def _late(ends: tuple[Deadline, ...], steps: tuple[Step, ...]) -> Iterator[Late]:
    for deadline in ends:
        action = SERVED_BY.get(deadline.kind)
        if action is None:
            continue
        day = next((step.day for step in steps if step.action == action), None)
        if day is None or day > deadline.last:
            yield Late(deadline, action, day)
