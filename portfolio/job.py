"""What a worker needs to know of a job, and the name by which rows of one job are told from rows of another."""

from __future__ import annotations

import json
import pickle
import zlib
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

from .. import __version__
from ..checker.reading import pattern_reader
from ..checker.run import Prepared, Refusal, Request, prepare
from ..facts.as_json import fact_json
from ..facts.fact import Fact
from ..parsers.ocr.mode import Ocr, installed
from ..policylang.cached_load import stamp_of
from ..policylang.compiler import compile_program
from ..policylang.core import Program

if TYPE_CHECKING:
    from ..ledger.store.ledger import Ledger

_ROOMS = (
    *("assessment", "checker", "exposure", "facts", "ledger", "messages", "parsers", "policylang", "portfolio"),
    *("rules", "values"),
)
"""What a row hangs on."""


@dataclass(frozen=True, slots=True)
class Job:
    """A request with everything loaded; picklable.

    `run` names the job; `cached` names what results of unchanged files hang on besides them, and is empty where none
    are kept and taken.
    """

    request: Request
    program: Program
    case: tuple[Fact, ...]
    language: str
    run: str
    cached: str = ""


def job_of(request: Request, language: str, cached: bool, accepted: str = "") -> Job | Refusal:
    """Load what a request names; the paths are left out. What a ledger says may change from day to day: not cached.

    `accepted` is a digest of what is waived and known: rows made under another aren't of this job, but they are made of
    the same results.
    """
    prepared = prepare(request)
    if isinstance(prepared, Refusal):
        return prepared
    ledger = None if request.ledger is None else _target(request.ledger)
    today = request.today or date.today()
    plain = replace(request, paths=(), today=today, ocr=Ocr(request.ocr.mode), ledger=ledger)
    run = _name(plain, prepared, language)
    if prepared.ledger is not None:
        prepared.ledger.close()
    # While a program is worked on, its version says nothing of what it would find.
    kept = sha256(f"{run} {stamp_of(_ROOMS)}".encode()).hexdigest() if cached and ledger is None else ""
    named = sha256(f"{run} {accepted}".encode()).hexdigest()[:16] if accepted else run
    return Job(plain, prepared.program, prepared.case, language, named, kept)


def _name(request: Request, prepared: Prepared, language: str) -> str:
    """A digest of all that decides a row besides the file and the day: policies, parameters, case, program."""
    texts = {name: sha256(text.encode("utf-8", "surrogatepass")).hexdigest() for name, text in prepared.sources.items()}
    settings = {
        "version": __version__,
        "policies": texts,
        "by_law": not request.policies,
        "case": [fact_json(fact) for fact in prepared.case],
        "as_of": str(request.as_of),
        "stage": request.stage,
        "side": request.side,
        "limits": repr(request.limits),
        "ocr": [request.ocr.mode.value, installed()],
        "ledger": [request.ledger, request.customer],
        "language": language,
    }
    return sha256(json.dumps(settings, sort_keys=True).encode()).hexdigest()[:16]


def _target(ledger: str) -> str:
    from ..ledger.store.ledger import target_of

    return target_of(ledger)


def _opened(target: str) -> Ledger:
    from ..ledger.store.ledger import open_ledger
    from ..ledger.store.problems import LedgerProblem

    found = open_ledger(target)
    if isinstance(found, LedgerProblem):
        raise RuntimeError(found.key)
    return found


def packed_job(job: Job) -> bytes:
    """A job on its way to this program's own workers."""
    return zlib.compress(pickle.dumps(job, pickle.HIGHEST_PROTOCOL), 1)


def unpacked_job(data: bytes) -> Job:
    """The job in a worker."""
    job = pickle.loads(zlib.decompress(data))
    assert isinstance(job, Job)
    return job


def prepared_for(job: Job) -> Prepared:
    """The rules made to run in this process. Raises `RuntimeError` when the job's ledger can't be opened here."""
    request = job.request
    ledger = None if request.ledger is None else _opened(request.ledger)
    return Prepared(
        job.program, compile_program(job.program), pattern_reader(job.program), job.case, ledger, request.customer
    )


def about(job: Job) -> dict[str, object]:
    """What a data set says of the job it comes from."""
    request = job.request
    return {
        "day": str(request.today),
        "as_of": str(request.as_of) if request.as_of is not None else None,
        "stage": request.stage,
        "side": request.side,
        "policies": list(request.policies),
        "packs": [{"title": pack.title, "version": pack.version, "sha256": pack.sha256} for pack in job.program.packs],
        "version": __version__,
    }
