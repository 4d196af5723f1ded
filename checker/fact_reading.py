"""Facts read in the child process that read the document: what hangs on a hostile text hangs there, and is stopped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from ..facts.fact import Evidence, Fact, FactBook
from ..parsers.discover import find_documents
from ..parsers.document import Document, Limits, Unreadable
from ..parsers.isolation import shared_worker
from ..parsers.ocr.mode import NO_OCR, Ocr
from ..parsers.pool import read_each
from ..parsers.problem import Problem
from ..parsers.wire import answers_of
from ..values import Money, Per, Quantity, Rate, Reason, Record, State, Unit
from .ahead import Ahead
from .facts_here import facts_of
from .reading import Reads, reads_of

if TYPE_CHECKING:
    from ..policylang.core import Program

_ANSWERS = answers_of(Evidence, Fact, FactBook, Money, Per, Quantity, Rate, Reason, Record, State, Unit, Decimal, date)


def read_all_facts(
    paths: Sequence[str],
    limits: Limits,
    program: Program,
    ocr: Ocr = NO_OCR,
    jobs: int | None = None,
    ahead: Ahead | None = None,
) -> Iterator[tuple[Document, FactBook] | Unreadable]:
    """Every document behind files, folders and globs with its facts, in order; the next ones are read meanwhile.

    `limits` hold for reading a document and, anew, for reading its facts. `ahead`: the only file, being read already.
    """
    reads = reads_of(program)

    def with_facts(document: Document) -> tuple[Document, FactBook] | Unreadable:
        book = facts_apart(document, reads, limits)
        return book if isinstance(book, Unreadable) else (document, book)

    if ahead is not None:
        document = ahead.result()
        return iter((document if isinstance(document, Unreadable) else with_facts(document),))
    return read_each(find_documents(paths), limits, with_facts, jobs, ocr)


def facts_apart(document: Document, reads: Reads, limits: Limits) -> FactBook | Unreadable:
    """The facts of a document, read in this thread's child under its limits; or what stopped that."""
    answer = shared_worker().call(facts_of, (document, reads), limits, _ANSWERS)
    if isinstance(answer, FactBook):
        return answer
    stopped = answer if isinstance(answer, Problem) else Problem("doc.read_crashed")
    return stopped.unreadable(document.path, document.sha256)
