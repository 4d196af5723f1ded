"""Many files read ahead: in their order, never too many of them, and nothing left behind by who stops early."""

from __future__ import annotations

import os
import time
from itertools import count
from pathlib import Path

import pytest
from docx_notation import docx
from presign.parsers import pool
from presign.parsers.document import Document, Limits, Unreadable, View
from presign.parsers.isolation import Worker, shared_worker, use_worker
from presign.parsers.pool import read_documents
from presign.parsers.read import read_document


@pytest.fixture
def folder(tmp_path: Path) -> list[Path]:
    files = []
    for number in range(24):
        path = tmp_path / f"{number:02d}.docx"
        path.write_bytes(docx(f"合同{number}", "[-旧-][+新+]"))
        files.append(path)
    return files


def first_words(read: Document | Unreadable) -> str:
    return read.blocks[0].text if isinstance(read, Document) else read.key


@pytest.mark.parametrize("jobs", [1, 3])
def test_documents_come_in_the_order_of_the_files(folder: list[Path], jobs: int) -> None:
    folder[5].write_bytes(b"PK\x03\x04")
    items = [*folder[:10], Unreadable("x", "doc.read_missing"), *folder[10:]]
    got = [first_words(read) for read in read_documents(items, Limits(), jobs)]
    expected = [f"合同{number}" for number in range(24)]
    expected[5] = "doc.archive_damaged"
    assert got == [*expected[:10], "doc.read_missing", *expected[10:]]


def test_the_view_is_that_of_all_files(folder: list[Path]) -> None:
    views = [read.blocks[1].text for read in read_documents(folder, Limits(), 3, view=View.ORIGINAL)]  # type: ignore[union-attr]
    assert views == ["旧"] * 24


def test_no_more_is_read_ahead_than_two_files_a_child(folder: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    begun = count()
    reached = []

    def slow_reader(path: Path, *_: object, **__: object) -> Unreadable:
        reached.append(next(begun))
        return Unreadable(str(path), "doc.empty")

    monkeypatch.setattr(pool, "read_document", slow_reader)
    reading = read_documents(folder, Limits(), 2)
    next(reading)
    time.sleep(0.1)
    assert len(reached) <= 5
    assert len(list(reading)) == 23 and len(reached) == 24


def test_who_stops_early_waits_for_nothing_and_leaves_no_child(
    folder: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    workers: list[Worker] = []

    class Noted(Worker):
        def __init__(self) -> None:
            super().__init__()
            workers.append(self)

    def reader(path: Path, limits: Limits, **_: object) -> Unreadable:
        if path is folder[0]:
            return Unreadable(str(path), "doc.empty")
        shared_worker().call(time.sleep, (30,), limits)
        return Unreadable(str(path), "doc.read_crashed")

    monkeypatch.setattr(pool, "Worker", Noted)
    monkeypatch.setattr(pool, "_spare", [])
    monkeypatch.setattr(pool, "read_document", reader)
    reading = read_documents(folder, Limits(), 2)
    next(reading)
    while not any(worker.pid for worker in workers):
        time.sleep(0.01)
    pids = [worker.pid for worker in workers if worker.pid]
    began = time.monotonic()
    reading.close()  # type: ignore[attr-defined]
    assert time.monotonic() - began < 10
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_the_second_child_stays_warm_for_the_next_folder(folder: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Worker] = []

    class Noted(Worker):
        def __init__(self) -> None:
            super().__init__()
            started.append(self)

    spare: list[Worker] = []
    monkeypatch.setattr(pool, "Worker", Noted)
    monkeypatch.setattr(pool, "_spare", spare)
    try:
        first = [first_words(read) for read in read_documents(folder, Limits(), 2)]
        again = [first_words(read) for read in read_documents(folder, Limits(), 2)]
        assert first == again and len(started) == 1 and spare == started
    finally:
        for worker in started:
            worker.close()


def test_one_file_needs_no_thread(folder: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("concurrent.futures.ThreadPoolExecutor", None)
    assert [first_words(read) for read in read_documents(folder[:1], Limits())] == ["合同0"]


def test_a_thread_may_have_a_child_of_its_own() -> None:
    from threading import Thread

    found = []

    def run(worker: Worker) -> None:
        use_worker(worker)
        found.append(shared_worker())

    with Worker() as own:
        thread = Thread(target=run, args=(own,))
        thread.start()
        thread.join()
        assert found == [own] and shared_worker() is not own


def test_what_comes_from_the_child_is_what_would_be_read_here(folder: list[Path]) -> None:
    sample = Path(__file__).parents[2] / "samples" / "zh-sound-equipment-sale.docx"
    for path in (folder[0], sample):
        assert read_document(path) == read_document(path, isolated=False)
