"""A template and a contract compared in process, loaded once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from presign.checker.run import Prepared, Refusal, Request, judge, prepare
from presign.comparison.compare import compare
from presign.comparison.model import Comparison
from presign.parsers.document import Document
from presign.parsers.read import read_document

Compare = Callable[[str | Path, str | Path], Comparison]


@pytest.fixture(scope="session")
def prepared() -> Prepared:
    found = prepare(Request(()))
    assert not isinstance(found, Refusal)
    return found


@pytest.fixture
def beside(tmp_path: Path, prepared: Prepared) -> Compare:
    """Compares two texts, or two files."""

    def document(name: str, given: str | Path) -> Document:
        path = given if isinstance(given, Path) else tmp_path / f"{name}.txt"
        if isinstance(given, str):
            path.write_text(given, encoding="utf-8")
        read = read_document(path, isolated=False)
        assert isinstance(read, Document)
        return read

    def run(template: str | Path, contract: str | Path) -> Comparison:
        request = Request(())
        made = judge(document("contract", contract), prepared, request)
        kept = judge(document("template", template), prepared, replace(request, as_of=made.as_of))
        return compare(kept, made, prepared.program)

    return run
