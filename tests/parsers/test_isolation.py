from __future__ import annotations

import linecache
import os
import sys
import threading
import time
from pathlib import Path

import pytest
from presign.parsers.document import Limits
from presign.parsers.isolation import Worker
from presign.parsers.pdf.read import read_pdf
from presign.parsers.problem import Problem


@pytest.fixture
def worker():
    with Worker() as worker:
        yield worker


def test_one_child_answers_call_after_call(worker: Worker):
    pids = {worker.call(os.getpid, (), Limits()) for _ in range(3)}

    assert pids == {worker.pid} and os.getpid() not in pids


def test_a_child_that_hangs_is_stopped_and_the_next_call_gets_another(worker: Worker):
    first = worker.call(os.getpid, (), Limits())
    start = time.monotonic()

    answer = worker.call(time.sleep, (60,), Limits(seconds=0.5))

    assert isinstance(answer, Problem) and answer.key == "doc.read_limit"
    assert time.monotonic() - start < 10
    second = worker.call(os.getpid, (), Limits())
    assert second != first
    with pytest.raises(ProcessLookupError):
        os.kill(first, 0)


def test_a_child_that_dies_is_a_crash_and_the_next_call_gets_another(worker: Worker):
    assert worker.call(os._exit, (3,), Limits()) == Problem("doc.read_crashed")
    assert worker.call(os.getpid, (), Limits()) == worker.pid


@pytest.mark.skipif(sys.platform != "linux", reason="RLIMIT_AS holds on Linux")
def test_too_much_memory_is_refused_and_the_limit_holds_for_that_call_only(worker: Worker):
    limits = Limits(memory_bytes=600_000_000)

    answer = worker.call(bytearray, (1_000_000_000,), limits)

    assert answer == Problem("doc.read_memory", (("limit", "600"),))
    assert worker.call(len, (b"abc",), limits) == 3


def _give_up(filled: int) -> None:
    held = bytearray(filled)
    raise SystemError(f"error return without exception set, {len(held)} bytes held")


@pytest.mark.skipif(sys.platform != "linux", reason="RLIMIT_AS holds on Linux")
def test_an_error_python_makes_for_want_of_memory_is_told_as_that(worker: Worker):
    starved = worker.call(_give_up, (550_000_000,), Limits(memory_bytes=600_000_000))
    assert starved == Problem("doc.read_memory", (("limit", "600"),))
    other = worker.call(_give_up, (1,), Limits(memory_bytes=600_000_000))
    assert other == Problem("doc.read_failed", (("what", "SystemError"),))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no resource limits")
def test_processor_time_is_limited_from_each_call_on(worker: Worker):
    import resource

    before = worker.call(resource.getrlimit, (resource.RLIMIT_CPU,), Limits(seconds=20))
    again = worker.call(resource.getrlimit, (resource.RLIMIT_CPU,), Limits(seconds=5))

    # One second is left for the end of what runs, and the child has used less than ten so far.
    assert 21 <= before[0] <= 31 and 6 <= again[0] <= 16


def test_an_error_in_the_child_is_a_problem_that_names_it(worker: Worker):
    assert worker.call(int, ("x",), Limits()) == Problem("doc.read_failed", (("what", "ValueError"),))


def test_an_answer_may_hold_documents_but_no_other_objects(worker: Worker):
    refusal = worker.call(read_pdf, ("t.pdf", b"%PDF-", "0" * 64, Limits()), Limits())

    assert refusal.key == "doc.pdf_truncated"
    # A child that a file took over could send a class whose making runs a command.
    assert worker.call(Path, ("x",), Limits()) == Problem("doc.read_crashed")


def test_a_closed_worker_leaves_no_process_behind():
    worker = Worker()
    pid = worker.call(os.getpid, (), Limits())

    worker.close()

    assert worker.pid is None
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_closing_a_worker_ends_the_call_another_thread_waits_for(tmp_path: Path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    worker = Worker()
    worker.call(os.getpid, (), Limits())
    answers: list[object] = []
    reading = lambda: answers.append(worker.call(linecache.getlines, (str(pipe),), Limits()))  # noqa: E731
    thread = threading.Thread(target=reading)
    thread.start()
    # Opening for writing returns once the child has opened the other end: from then on it waits for words.
    with pipe.open("wb"):
        worker.close()
        thread.join(20)
        assert not thread.is_alive()
    assert answers == [Problem("doc.read_crashed")]
