"""Facts that follow from the deal laid on the calendar: which pay run can pay each instalment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..facts.fact import Fact, FactBook
from ..values import Record, State
from .flows import Flow, flows
from .milestones import milestones
from .pay_runs import PayProcess, pay_process

RUNS = "payproc.runs"


def derive(book: FactBook, as_of: date) -> Iterator[Fact]:
    """`payproc.runs`: for each instalment on credit its due day and the first run its invoice can be in.

    The invoice is taken to go out on the day the credit runs from. Nothing where a record states the runs, the
    customer's pay day isn't known, or the contract lets no due day be worked out.
    """
    process = pay_process(book)
    if process is None or book[RUNS].state is State.STATED:
        return
    days = milestones(book, as_of)
    runs = tuple(_run(flow, process) for flow in flows(book, days) or () if flow.on_credit and flow.start is not None)
    if runs:
        terms = book["payment.instalments"]
        yield Fact(RUNS, State.STATED, runs, None, terms.evidence, origin=book["payproc.pay_day"].origin)


def _run(flow: Flow, process: PayProcess) -> Record:
    assert flow.due is not None and flow.start is not None
    return Record((("due", flow.due), ("paid", process.earliest(flow.start))))
