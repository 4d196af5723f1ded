"""What a page costs: processor time from the bytes of a 30-page contract to its rows.

    python -m benchmarks.capacity

Everything is done in this process, so that its processor time is the whole cost, whatever else the machine does; what
processes cost besides (start, pipes) is small for contracts of this length. docs/capacity.md reckons on from here.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from datetime import date
from pathlib import Path

from presign.checker.run import Prepared, Refusal, Request, judge, prepare
from presign.parsers.document import Unreadable
from presign.parsers.read import read_document
from presign.portfolio.dataset import CHUNK, DataSet
from presign.portfolio.row import Row, row_of

from .long_contract import write_docx, write_pdf

PAGES = 30
ROUNDS = 7
_DAY = "2026-03-02"


def rows(path: Path, prepared: Prepared) -> tuple[Row, float]:
    """The row of a file, and the processor time of one check."""
    request = Request((), as_of=date.fromisoformat(_DAY))
    spent = []
    row: Row | None = None
    for _ in range(ROUNDS):
        began = time.process_time()
        document = read_document(path, isolated=False)
        assert not isinstance(document, Unreadable), document
        row = row_of(judge(document, prepared, request), prepared.program, "en", _DAY)
        spent.append(time.process_time() - began)
    assert row is not None
    return row, statistics.median(spent[1:])


def written(folder: Path, row: Row) -> float:
    """Processor time of one row of a data set, in a part of the usual size."""
    data = DataSet(folder, "0" * 16, {"day": _DAY, "side": "seller"}, False)
    began = time.process_time()
    for at in range(CHUNK):
        data.put(row.at(f"archive/{at}.pdf"))
    data.close()
    spent = time.process_time() - began
    return spent / CHUNK


def main() -> None:
    """Both formats."""
    prepared = prepare(Request(()))
    assert not isinstance(prepared, Refusal)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for form, write in (("pdf", write_pdf), ("docx", write_docx)):
            path = folder / f"contract.{form}"
            write(path)
            row, seconds = rows(path, prepared)
            data_seconds = written(folder / form, row)
            line = len(row.line("0" * 16).encode())
            print(
                f"{form}: {seconds * 1000 / PAGES:.1f} s of processor time for 1,000 pages "
                f"({seconds:.2f} s a contract of {PAGES}); a row of JSON Lines {line / 1000:.1f} KB; of a data set "
                f"{data_seconds * 1000:.1f} ms"
            )


if __name__ == "__main__":
    main()
