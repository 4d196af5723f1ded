"""One run: files, packs and a case in, a report out. This is what the command line and the library call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from ..facts.fact import Fact, FactBook, unknown
from ..facts.patterns.reader import PatternReader
from ..facts.read import read_facts
from ..ledger.case_file import read_case
from ..ledger.derived import derive
from ..ledger.problems import CaseProblem
from ..parsers.discover import find_documents
from ..parsers.document import Document, Limits, Unreadable
from ..parsers.read import read_document
from ..policylang.cached_load import load_compiled
from ..policylang.compiler import CompiledRules
from ..policylang.core import FactDeclaration, Program, Source
from ..policylang.diagnostics import Diagnostic
from ..policylang.load import Loaded
from ..rules.packs import PackProblem, choose, packs
from ..values import Reason, State
from .check import as_of_date, check_document
from .reading import pattern_reader
from .report import DocumentReport, Report


@dataclass(frozen=True, slots=True)
class Request:
    """What to check, with what, and as of when. `as_of` None: the signing date of each contract, else today."""

    paths: tuple[str, ...]
    policies: tuple[str, ...] = ()
    case: str | None = None
    as_of: date | None = None
    stage: str = "for_approval"
    side: str = "seller"
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a run couldn't start: nothing was checked."""

    packs: tuple[PackProblem, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()
    case: tuple[CaseProblem, ...] = ()
    no_rules: bool = False


@dataclass(frozen=True, slots=True)
class Prepared:
    """A program ready to judge documents."""

    program: Program
    rules: CompiledRules
    patterns: PatternReader
    case: tuple[Fact, ...] = ()


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
    if isinstance(found, Refusal):
        return found
    rules = found[1]
    program = rules.program
    if not program.rules:
        return Refusal(no_rules=True)
    facts: tuple[Fact, ...] = ()
    if request.case is not None:
        case = read_case(request.case, program)
        if case.problems:
            return Refusal(case=case.problems)
        facts = case.facts
    return Prepared(program, rules, pattern_reader(program), facts)


def run(request: Request) -> Report | Refusal:
    """Check every document of a request. A file that can't be read is in the report, and the next one goes on."""
    prepared = prepare(request)
    if isinstance(prepared, Refusal):
        return prepared
    documents: list[DocumentReport] = []
    unreadable: list[Unreadable] = []
    for document in read_all(request.paths, request.limits):
        if isinstance(document, Unreadable):
            unreadable.append(document)
        else:
            documents.append(judge(document, prepared, request))
    as_of = request.as_of or (documents[0].as_of if len(documents) == 1 else date.today())
    return Report(as_of, prepared.program, tuple(documents), tuple(unreadable))


def read_all(paths: Sequence[str], limits: Limits) -> Iterator[Document | Unreadable]:
    """Every document behind files, folders and globs, in order."""
    for found in find_documents(paths):
        yield found if isinstance(found, Unreadable) else read_document(found, limits)


def judge(document: Document, prepared: Prepared, request: Request) -> DocumentReport:
    """The report on one document."""
    book = read_facts(document, prepared.patterns)
    as_of = as_of_date(book, request.as_of)
    book = with_records(book, prepared, request.stage, as_of)
    return check_document(document, book, prepared.rules, prepared.program, as_of, request.side)


def with_records(book: FactBook, prepared: Prepared, stage: str, as_of: date) -> FactBook:
    """The contract's facts joined by the company's records.

    What the contract states stands; a record fills what the contract doesn't say. A case fact nobody gave is
    `unknown(no_record)`, never absent: a contract that doesn't speak of a resolution doesn't prove there is none.
    """
    given = [fact for fact in prepared.case if book[fact.name].state is not State.STATED]
    given.append(Fact("ref.today", State.STATED, as_of))
    if not any(fact.name == "deal.stage" for fact in given):
        given.append(Fact("deal.stage", State.STATED, stage))
    book = book.with_facts(*given)
    book = book.with_facts(*derive(book))
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
