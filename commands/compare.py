"""`presign compare`: a contract beside the template it was made from."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from io import BytesIO, StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..checker.stages import OF_CONTRACTS
from ..messages import preferred_language
from .console import uncoloured
from .files import write_whole
from .ledger import ledger_options, tell_notes
from .options import (
    EXIT_CLEAN,
    EXIT_FAILED,
    EXIT_FINDINGS,
    as_of_option,
    case_option,
    fail,
    language_option,
    policies_option,
    refuse,
    side_option,
    stage_option,
    tell_unreadable,
)
from .outputs import formats_and_files
from .privacy import full_option, shown
from .recognition import ocr_option, recognition

if TYPE_CHECKING:
    from ..checker.report import DocumentReport
    from ..checker.run import Prepared, Request
    from ..comparison.model import Comparison

_FORMATS = ("text", "json", "html", "docx")
_FAIL_ON = ("any", "low", "medium", "high", "block")


@click.command("compare")
@click.argument("template", metavar="TEMPLATE")
@click.argument("contract", metavar="CONTRACT")
@case_option
@ledger_options
@policies_option
@as_of_option
@stage_option(*OF_CONTRACTS)
@side_option
@click.option(
    "--fail-on",
    type=click.Choice(_FAIL_ON),
    default="high",
    show_default=True,
    help="Exit 1 when a verdict of this severity or worse got worse; any: when anything deviates.",
)
@click.option(
    "--format", "form", type=click.Choice(_FORMATS[:3]), default="text", show_default=True, help="Output format."
)
@click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="FORMAT:FILE",
    help="Write a file as well: docx:FILE, html:FILE, json:FILE.",
)
@full_option
@ocr_option
@language_option
def compare(
    template: str,
    contract: str,
    case: str | None,
    ledger: str | None,
    customer: str | None,
    policies: tuple[str, ...],
    as_of: datetime | None,
    stage: str | None,
    side: str,
    fail_on: str,
    form: str,
    outputs: tuple[str, ...],
    full: bool,
    ocr: str,
    lang: str | None,
) -> None:
    """Compare a contract with its template, clause by clause, and say which verdicts the deviations turn."""
    from ..checker.run import Refusal, Request, prepare
    from ..checker.warm import warm_up
    from ..comparison.compare import compare as compared

    language = preferred_language(lang)
    files = formats_and_files(outputs, _FORMATS, language)
    day = as_of.date() if as_of else None
    reading = recognition(ocr, language)
    request = Request((contract,), policies, case, day, stage, side, ocr=reading, ledger=ledger, customer=customer)
    warm_up()
    prepared = prepare(request)
    if isinstance(prepared, Refusal):
        refuse(prepared, language)
    made, kept = _judged(template, contract, prepared, request, language)
    found = compared(kept, made, prepared.program)
    for name, path in files:
        _write(name, Path(path), found, language)
    _renderer(form)(found, language, shown(sys.stdout, full or form != "text"))
    sys.exit(_exit_code(found, fail_on))


def _judged(
    template: str, contract: str, prepared: Prepared, request: Request, language: str
) -> tuple[DocumentReport, DocumentReport]:
    """Contract and template, judged as of one day; the command stops where one of them isn't one readable document."""
    from dataclasses import replace

    from ..checker.run import check_all

    reports: list[DocumentReport] = []
    for path in (contract, template):
        asked = replace(request, paths=(path,), as_of=request.as_of if not reports else reports[0].as_of)
        report = check_all(prepared, asked)
        if report.unreadable:
            tell_unreadable(report, language)
            sys.exit(EXIT_FAILED)
        if len(report.documents) != 1 or report.documents[0].nothing_read:
            fail("comparison.not_one", language, (("path", path),))
        if path == contract:
            tell_notes(report, language)
        reports.append(report.documents[0])
    return reports[0], reports[1]


def _renderer(form: str) -> Callable[..., None]:
    from importlib import import_module

    module = {"text": "text", "json": "json", "html": "page", "docx": "word"}[form]
    found: Callable[..., None] = import_module(f"presign.reports.comparison.{module}").render
    return found


def _rendered(form: str, found: Comparison, language: str) -> bytes:
    if form == "docx":
        content = BytesIO()
        _renderer(form)(found, language, content)
        return content.getvalue()
    out = StringIO()
    _renderer(form)(found, language, out)
    return out.getvalue().encode("utf-8")


def _write(name: str, path: Path, found: Comparison, language: str) -> None:
    if any(path.exists() and path.samefile(each) for each in _read(found)):
        fail("comparison.over_itself", language, (("path", str(path)),))
    try:
        with uncoloured():
            write_whole(path, _rendered(name, found, language))
    except OSError as problem:
        why = (problem.strerror or "").lower()
        fail("ci.cannot_write", language, (("path", str(problem.filename or path)), ("why", why)))


def _read(found: Comparison) -> list[Path]:
    """The files that were compared, where they are files."""
    return [path for path in (Path(found.template.path), Path(found.contract.path)) if path.exists()]


def _exit_code(found: Comparison, fail_on: str) -> int:
    from ..policylang.core import Severity

    if fail_on == "any":
        return EXIT_FINDINGS if found.deviations or found.worse(Severity.LOW) else EXIT_CLEAN
    return EXIT_FINDINGS if found.worse(Severity(fail_on)) else EXIT_CLEAN
