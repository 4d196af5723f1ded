"""A report in each format, beside the same report as JSON.

    python -m benchmarks --only rendering

One contract of 30 pages, checked once; each format is written to memory. The formats that mark a copy of the contract
aren't here: they read the file again.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

from presign.checker.report import Report
from presign.checker.run import Refusal, Request, judge, prepare
from presign.parsers.document import Unreadable
from presign.parsers.read import read_document
from presign.reports.formats import PRINTED, write

from .long_contract import PAGES, write_docx
from .suite.figures import Figure, in_turn
from .whole_check import AS_OF

ROUNDS = 5


def figures(quick: bool) -> Iterator[Figure]:
    """A figure for each format that is text."""
    rounds, pages = (1, 4) if quick else (ROUNDS, PAGES)
    report = _report(pages)

    def json() -> None:
        write("json", report, "zh", io.StringIO())

    json()
    for name in PRINTED:
        if name != "json":
            _write(name, report)
            ratios = in_turn(lambda name=name: _write(name, report), json, rounds)  # type: ignore[misc]
            yield Figure(f"rendering.{name}", f"report as {name}", "as json", ratios)


def _write(name: str, report: Report) -> None:
    out = io.StringIO()
    with redirect_stdout(out):
        write(name, report, "zh", out)


def _report(pages: int) -> Report:
    request = Request((), as_of=AS_OF)
    prepared = prepare(request)
    assert not isinstance(prepared, Refusal)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "contract.docx")
        write_docx(path, pages)
        document = read_document(path, isolated=False)
        assert not isinstance(document, Unreadable), document
    return Report(AS_OF, prepared.program, (judge(document, prepared, request),), ())
