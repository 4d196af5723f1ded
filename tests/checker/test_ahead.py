"""The only file of a run is read while the policies are loaded, with the same report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from presign.checker import ahead as reading
from presign.checker.ahead import read_ahead
from presign.checker.run import Prepared, Request, check_all, prepare, run
from presign.parsers import isolation
from presign.parsers.document import Document, Gap, Limits, Media, Unreadable
from presign.parsers.isolation import Worker, use_worker
from presign.parsers.ocr.mode import NO_OCR, Ocr, OcrMode

POLICY = """# language: en
policy "Days"  version 1
  owner "Credit"   source "Manual"
rule DAY-01 "Too many days"
  severity high     blocker arbitrary_credit
  applies when payment.net_days is stated
  requires payment.net_days <= 45 days
  when undecided: review
  message en "Too long." zh "太长。"
  remedy  en "Shorten." zh "缩短。"
  basis "Manual"
"""


@pytest.fixture
def contract(tmp_path: Path) -> Path:
    file = tmp_path / "a.txt"
    file.write_text(
        "SALE CONTRACT\nSeller: Oak Ltd.\nBuyer: Elm Ltd.\n1. Buyer shall pay within 60 days after receipt of invoice.\n",
        encoding="utf-8",
    )
    return file


@pytest.fixture
def policy(tmp_path: Path) -> str:
    file = tmp_path / "days.policy"
    file.write_text(POLICY, encoding="utf-8")
    return str(file)


def test_the_report_is_the_same(contract: Path, policy: str) -> None:
    request = Request((str(contract),), (policy,))
    shown: list[str] = []
    early = run(request, lambda: shown.append("meanwhile"))
    prepared = prepare(request)
    assert isinstance(prepared, Prepared)
    late = check_all(prepared, request)
    assert early == late
    assert shown == ["meanwhile"]
    (document,) = early.documents  # type: ignore[union-attr]
    assert [(each.rule.id, each.outcome.verdict.value) for each in document.findings] == [("DAY-01", "violated")]


def test_what_cannot_be_read_is_told_as_ever(tmp_path: Path, policy: str) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing")
    for name in (str(broken), str(tmp_path / "none.txt")):
        request = Request((name,), (policy,))
        prepared = prepare(request)
        assert isinstance(prepared, Prepared)
        report, late = run(request), check_all(prepared, request)
        assert report == late
        assert [each.path for each in report.unreadable] == [name]  # type: ignore[union-attr]


def test_only_one_file_is_read_ahead(contract: Path, tmp_path: Path) -> None:
    assert read_ahead((str(contract), str(contract)), Limits(), NO_OCR) is None
    assert read_ahead((str(tmp_path),), Limits(), NO_OCR) is None
    assert read_ahead((str(tmp_path / "none.txt"),), Limits(), NO_OCR) is None
    assert read_ahead((str(contract),), Limits(), Ocr(OcrMode.FORCE)) is None
    found = read_ahead((str(contract),), Limits(), NO_OCR)
    assert found is not None and isinstance(found.result(), Document)


def test_it_is_read_in_the_child_of_the_thread_that_asked(contract: Path) -> None:
    with Worker() as worker:
        use_worker(worker)
        try:
            found = read_ahead((str(contract),), Limits(), NO_OCR)
            assert found is not None and isinstance(found.result(), Document)
            assert worker.pid is not None
        finally:
            del isolation._of_thread.worker


def _reading(answers: list[Any]) -> Callable[..., Any]:
    def read(path: Path, limits: Limits, ocr: Ocr = NO_OCR) -> Any:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    return read


def test_a_scan_is_read_again_with_text_recognition(contract: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = Document("a.pdf", "", Media.PDF, (), gaps=(Gap("doc.pdf_no_text", page=1),))
    whole = Document("a.pdf", "", Media.PDF, ())
    monkeypatch.setattr(reading, "read_document", _reading([scan, whole]))
    monkeypatch.setattr(Ocr, "works", property(lambda self: self.mode is not OcrMode.OFF))
    found = read_ahead((str(contract),), Limits(), Ocr(OcrMode.AUTO))
    assert found is not None and found.result() is whole
    monkeypatch.setattr(reading, "read_document", _reading([scan]))
    found = read_ahead((str(contract),), Limits(), NO_OCR)
    assert found is not None and found.result() is scan


def test_an_error_of_the_program_is_raised_where_the_document_is_asked_for(
    contract: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "read_document", _reading([RuntimeError("a mistake of ours")]))
    found = read_ahead((str(contract),), Limits(), NO_OCR)
    assert found is not None
    with pytest.raises(RuntimeError, match="a mistake of ours"):
        found.result()


def test_unreadable_is_given_as_it_is(contract: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refused = Unreadable(str(contract), "doc.read_empty_file")
    monkeypatch.setattr(reading, "read_document", _reading([refused]))
    found = read_ahead((str(contract),), Limits(), NO_OCR)
    assert found is not None and found.result() is refused
