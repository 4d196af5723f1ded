"""A run's decisions put on record: one for each contract that was judged."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from ..report import DocumentReport, Report
from ..run import Request
from .content import Inputs, digest_of, record_content, sealed
from .store import RecordProblem, RecordStopped, Store, open_store, record_problem


def keep(
    target: str, report: Report, request: Request, now: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> tuple[str, ...] | RecordProblem:
    """Add the decisions of a run to a store; their ids, in the order of the documents, or what went wrong."""
    inputs = _inputs(request)
    if isinstance(inputs, RecordProblem):
        return inputs
    store = open_store(target, create=True)
    if isinstance(store, RecordProblem):
        return store
    try:
        return tuple(_kept(store, document, report, request, inputs, now()) for document in report.documents)
    except RecordStopped as stopped:
        return stopped.problem
    finally:
        store.close()


def _kept(
    store: Store, document: DocumentReport, report: Report, request: Request, inputs: Inputs, now: datetime
) -> str:
    content = record_content(document, report, request, inputs, now)
    sources = {digest_of(text): text for text in report.sources.values()}
    data = store.append(lambda number, previous: sealed(content, number, previous), sources)
    return str(json.loads(data)["id"])


def _inputs(request: Request) -> Inputs | RecordProblem:
    case = None
    if request.case is not None:
        try:
            case = (request.case, sha256(Path(request.case).read_bytes()).hexdigest())
        except OSError as error:
            return record_problem("record.failed", name=request.case, why=(error.strerror or "").lower())
    return Inputs(case, None if request.ledger is None else _without_password(request.ledger))


def _without_password(ledger: str) -> str:
    from ...ledger.store.ledger import target_of

    target = target_of(ledger)
    if "://" not in target:
        return target
    from sqlalchemy.engine import make_url

    return make_url(target).render_as_string(hide_password=True)
