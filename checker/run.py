"""One run: files, packs and a case in, a report out. This is what the command line and the library call."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from threading import Thread
from typing import TYPE_CHECKING

from ..assessment.derived import derive as derive_customer
from ..exposure.derived import derive as derive_in_time
from ..facts.fact import Fact, FactBook, unknown
from ..facts.patterns.reader import PatternReader
from ..ledger.derived import derive
from ..ledger.store.problems import LedgerProblem
from ..parsers.discover import find_documents
from ..parsers.document import Document, Limits, Unreadable, View
from ..parsers.ocr.mode import NO_OCR, Ocr
from ..parsers.pool import read_documents
from ..policylang.cached_load import load_compiled
from ..policylang.compiler import CompiledRules
from ..policylang.core import FactDeclaration, Program, Source
from ..policylang.diagnostics import Diagnostic
from ..policylang.load import Loaded
from ..rules.packs import PackProblem, choose, packs
from ..values import Reason, State
from .ahead import Ahead, read_ahead
from .check import as_of_date, check_document
from .fact_reading import read_all_facts
from .pack_choice import by_law
from .reading import pattern_reader
from .report import DocumentReport, Report
from .template_stage import as_template
from .warm import warm_up

if TYPE_CHECKING:
    from ..ledger.problems import CaseProblem
    from ..ledger.store.facts import FromLedger
    from ..ledger.store.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Request:
    """What to check, with what, and as of when. `as_of` None: the signing date of each contract, else today."""

    paths: tuple[str, ...]
    policies: tuple[str, ...] = ()
    case: str | None = None
    as_of: date | None = None
    stage: str | None = None
    """How far the contract is; None: as the case says, else `for_approval`."""
    side: str = "seller"
    limits: Limits = field(default_factory=Limits)
    ocr: Ocr = field(default_factory=Ocr)

    ledger: str | None = None
    """The file or address of the ledger that knows the customer; empty: where it is by default."""
    customer: str | None = None
    """The customer's registration number or exact name in the ledger, when the contract's isn't to be used."""
    today: date | None = None
    """The day a contract without a signing date is judged as of, when `as_of` is None; None: the day it is."""
    jobs: int | None = None
    """How many files are read at once; None: as many as there are processors."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a run couldn't start: nothing was checked."""

    packs: tuple[PackProblem, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()
    case: tuple[CaseProblem, ...] = ()
    ledger: LedgerProblem | None = None
    no_rules: bool = False


@dataclass(frozen=True, slots=True)
class Prepared:
    """A program ready to judge documents."""

    program: Program
    rules: CompiledRules
    patterns: PatternReader
    case: tuple[Fact, ...] = ()
    ledger: Ledger | None = None
    customer: str | None = None
    sources: Mapping[str, str] = field(default_factory=dict)
    """The texts of the policies by the names of their files."""


def load(policies: Sequence[str]) -> Loaded | Refusal:
    """The program of the chosen packs, or why there is none."""
    found = load_rules(policies)
    return found if isinstance(found, Refusal) else found[0]


def load_rules(policies: Sequence[str]) -> tuple[Loaded, CompiledRules] | Refusal:
    """The program of the chosen packs and its rules made to run, or why there are none."""
    chosen = choose(policies)
    if chosen.problems:
        return Refusal(packs=chosen.problems)
    loaded, rules = load_compiled(chosen.paths, packs())
    if rules is None:
        return Refusal(diagnostics=loaded.diagnostics, sources=tuple(loaded.sources.items()))
    return loaded, rules


def prepare(request: Request) -> Prepared | Refusal:
    """Load the packs and the case of a request."""
    found = load_rules(request.policies)
    return found if isinstance(found, Refusal) else prepare_with(found, request)


def prepare_with(found: tuple[Loaded, CompiledRules], request: Request) -> Prepared | Refusal:
    """A request's case and ledger beside packs that are loaded already."""
    rules = found[1]
    program = rules.program
    if not program.rules:
        return Refusal(no_rules=True)
    facts: tuple[Fact, ...] = ()
    if request.case is not None:
        from ..ledger.case_file import read_case

        case = read_case(request.case, program)
        if case.problems:
            return Refusal(case=case.problems)
        facts = case.facts
    ledger = _ledger(request)
    if isinstance(ledger, LedgerProblem):
        return Refusal(ledger=ledger)
    return Prepared(program, rules, pattern_reader(program), facts, ledger, request.customer, found[0].sources)


def _ledger(request: Request) -> Ledger | LedgerProblem | None:
    if request.ledger is None:
        return None
    from ..ledger.store.ledger import open_ledger, target_of

    return open_ledger(target_of(request.ledger))


def run(request: Request, meanwhile: Callable[[], object] | None = None) -> Report | Refusal:
    """Check every document of a request. A file that can't be read is in the report, and the next one goes on.

    `meanwhile` is done beside it, while the first document is read: loading what the report is shown with.
    """
    warm_up()
    ahead = read_ahead(request.paths, request.limits, request.ocr)
    prepared = prepare(request)
    if isinstance(prepared, Refusal):
        return prepared

    def beside() -> None:
        prepared.rules.ready()
        if meanwhile is not None:
            meanwhile()

    Thread(target=beside, daemon=True).start()
    return check_all(prepared, request, ahead)


def check_all(prepared: Prepared, request: Request, ahead: Ahead | None = None) -> Report:
    """The report of a run whose packs, case and ledger are loaded; `ahead` is its only file, being read already."""
    documents: list[DocumentReport] = []
    unreadable: list[Unreadable] = []
    for read in read_all_facts(request.paths, request.limits, prepared.program, request.ocr, request.jobs, ahead):
        if isinstance(read, Unreadable):
            unreadable.append(read)
        else:
            documents.append(report_on(*read, prepared, request))
    as_of = request.as_of or (documents[0].as_of if len(documents) == 1 else date.today())
    prepared.rules.keep()
    return Report(as_of, prepared.program, tuple(documents), tuple(unreadable), sources=prepared.sources)


def read_all(
    paths: Sequence[str], limits: Limits, ocr: Ocr = NO_OCR, view: View = View.FINAL
) -> Iterator[Document | Unreadable]:
    """Every document behind files, folders and globs, in order; the next ones are read while one is judged."""
    return read_documents(find_documents(paths), limits, ocr=ocr, view=view)


def judge(document: Document, prepared: Prepared, request: Request) -> DocumentReport:
    """The report on one document, whose facts are read in this process."""
    from ..facts.read import read_facts

    return report_on(document, read_facts(document, prepared.patterns), prepared, request)


def report_on(document: Document, book: FactBook, prepared: Prepared, request: Request) -> DocumentReport:
    """The report on one document whose facts are read."""
    as_of = as_of_date(book, request.as_of, request.today)
    kept = _from_ledger(document, book, prepared, as_of)
    known = kept.facts if kept is not None else ()
    book = with_records(book, replace(prepared, case=(*prepared.case, *known)), request.stage, as_of)
    report = check_document(document, book, prepared.rules, prepared.program, as_of, request.side)
    if kept is not None:
        report = replace(report, notes=kept.notes, approvals=kept.approvals, contract=kept.contract)
    report = report if request.policies else by_law(report, prepared.program)
    return as_template(report, prepared.program)


def _from_ledger(document: Document, book: FactBook, prepared: Prepared, as_of: date) -> FromLedger | None:
    """What the ledger knows of the customer and the contract's approvals, and what there is to tell of it."""
    if prepared.ledger is None:
        return None
    from ..ledger.store.approval_facts import with_approvals
    from ..ledger.store.facts import ledger_facts

    given = {fact.name: fact for fact in prepared.case}
    found = ledger_facts(prepared.ledger, prepared.customer, book, given, prepared.program, as_of)
    return with_approvals(found, prepared.ledger, document.path, document.sha256, book, given, prepared.program)


def with_records(book: FactBook, prepared: Prepared, stage: str | None, as_of: date) -> FactBook:
    """The contract's facts joined by the company's records.

    What the contract states stands; a record fills what the contract doesn't say. A case fact nobody gave is
    `unknown(no_record)`, never absent: a contract that doesn't speak of a resolution doesn't prove there is none.
    """
    given = [fact for fact in prepared.case if book[fact.name].state is not State.STATED]
    given.append(Fact("ref.today", State.STATED, as_of))
    if stage is not None or not any(fact.name == "deal.stage" for fact in given):
        given.append(Fact("deal.stage", State.STATED, stage or "for_approval"))
    book = book.with_facts(*given)
    book = book.with_facts(*derive(book))
    book = book.with_facts(*derive_customer(book, as_of))
    book = book.with_facts(*derive_in_time(book, as_of))
    return with_reasons(book, prepared.program)


def with_reasons(book: FactBook, program: Program) -> FactBook:
    """The book with every fact of the vocabulary that nobody gave unknown for its own reason."""
    missing = (_missing(declaration, book) for declaration in program.facts.values())
    return book.with_facts(*(fact for fact in missing if fact is not None))


def _missing(declaration: FactDeclaration, book: FactBook) -> Fact | None:
    """What stands for a fact that neither the contract nor a record gives."""
    name = declaration.name
    match declaration.source:
        case Source.CASE if name not in book or (book[name].state is State.ABSENT and not book[name].origin):
            return unknown(name, Reason.NO_RECORD)
        case Source.DERIVED if name not in book:
            return unknown(name, Reason.NOT_COMPUTABLE)
        case _:
            return None
