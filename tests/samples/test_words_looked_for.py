"""Passing over what a sentence can't match changes no fact: every sample read with and without."""

from __future__ import annotations

from pathlib import Path

import pytest
from presign.facts import regexes
from presign.facts.read import read_facts
from presign.parsers.document import Document
from presign.parsers.read import read_document

SAMPLES = sorted(
    path
    for path in (Path(__file__).parents[2] / "samples").iterdir()
    if path.suffix in (".docx", ".pdf", ".txt", ".md") and path.name != "README.md"
)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_the_facts_of_a_sample_are_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = read_document(path, isolated=False)
    assert isinstance(document, Document)
    # Words are looked for from some document on, when that has become worth it.
    for _ in range(10):
        looked_at = read_facts(document)
        if regexes.KNOWN.held:
            break
    assert regexes.KNOWN.closed and regexes.KNOWN.held
    regexes.KNOWN.held.clear()
    monkeypatch.setattr(regexes, "look_at", lambda texts: None)
    assert read_facts(document) == looked_at
    assert not regexes.KNOWN.held
