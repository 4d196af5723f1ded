"""The report on one stored contract, made when somebody asks why: its facts again, without their evidence."""

from __future__ import annotations

from ..checker.check import check_document
from ..checker.pack_choice import by_law
from ..checker.report import Report
from ..parsers.document import Document, Media
from .recheck import Contract, Recheck


def report_on_stored(contract: Contract, found: Recheck) -> Report:
    """The report a check by the new policy would give, but for quotes."""
    stored = contract.batch.contracts
    language, sha256 = (stored[name][contract.row] for name in ("language", "sha256"))
    document = Document(contract.path, sha256, Media.TEXT, (), language=language)
    book = contract.batch.book(contract.row)
    as_of = found.as_of or contract.as_of
    report = check_document(document, book, found.rules, found.program, as_of, found.side)
    if found.by_law is not None:
        report = by_law(report, found.program)
    return Report(as_of, found.program, (report,))
