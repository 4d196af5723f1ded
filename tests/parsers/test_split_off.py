"""A child that is split off at the start keeps every limit of one that is started anew, and nothing of its parent's."""

from __future__ import annotations

import subprocess
import sys
import threading
from textwrap import dedent

import pytest
from presign.parsers.children import may_split_off

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only split off on Linux")

_BEFORE = """
import os, sys, time
from presign.parsers.isolation import Worker
from presign.parsers.isolation_child import serve
from presign.parsers.document import Limits
from presign.parsers.problem import Problem
worker = Worker()
"""


def _run(script: str) -> str:
    """What a program prints that splits off a child: the tests' own process may have more than one thread."""
    done = subprocess.run(
        [sys.executable, "-c", _BEFORE + dedent(script)], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_answers_calls_in_a_process_of_its_own() -> None:
    out = _run("""
        worker.split_off(serve)
        first = worker.pid
        assert worker.call(os.getpid, (), Limits()) == first != os.getpid()
        assert worker.call(len, (b"abc",), Limits()) == 3
        worker.close()
        assert worker.pid is None
        # Its successor is started anew.
        assert worker.call(os.getpid, (), Limits()) == worker.pid != first
        worker.close()
        print("done")
    """)
    assert out == "done\n"


def test_time_and_memory_are_limited() -> None:
    out = _run("""
        worker.split_off(serve)
        limits = Limits(memory_bytes=600_000_000)
        print(worker.call(bytearray, (1_000_000_000,), limits).key)
        import resource
        soft, _ = worker.call(resource.getrlimit, (resource.RLIMIT_CPU,), Limits(seconds=20))
        assert 21 <= soft <= 31, soft
        start = time.monotonic()
        print(worker.call(time.sleep, (60,), Limits(seconds=0.5)).key)
        assert time.monotonic() - start < 10
        worker.split_off(serve)
        print(worker.call(os._exit, (3,), Limits()).key)
        assert worker.call(len, (b"abc",), Limits()) == 3
        worker.close()
    """)
    assert out.split() == ["doc.read_memory", "doc.read_limit", "doc.read_crashed"]


def test_it_keeps_no_file_of_its_parent_and_prints_nothing() -> None:
    out = _run("""
        secret = open(__import__("tempfile").mkstemp()[1], "w")
        os.environ["PRESIGN_TEST_FILE"] = secret.name
        worker.split_off(serve)
        files = worker.call(os.listdir, ("/proc/self/fd",), Limits())
        # Three standard files, what answers go out on, and the folder that is listed.
        shown = {}
        for number in files:
            where = worker.call(os.path.realpath, (f"/proc/self/fd/{number}",), Limits())
            shown[number] = where
        assert secret.name not in shown.values(), shown
        assert len(files) <= 6, shown
        worker.call(print, ("noise",), Limits())
        assert worker.call(len, (b"abc",), Limits()) == 3
        worker.close()
        os.unlink(secret.name)
        print("done")
    """)
    assert out == "done\n"


def test_a_child_nobody_asked_anything_is_ended_at_once() -> None:
    out = _run("""
        worker.split_off(lambda answers: time.sleep(60))
        pid, start = worker.pid, time.monotonic()
        worker.close()
        assert time.monotonic() - start < 1.5
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            print("gone")
    """)
    assert out == "gone\n"


def test_what_it_prints_before_it_serves_is_no_answer() -> None:
    out = _run("""
        def begin(answers):
            print("noise", flush=True)
            os.write(1, b"noise")
            serve(answers)
        worker.split_off(begin)
        assert worker.call(len, (b"abc",), Limits()) == 3
        worker.close()
        print("done")
    """)
    assert out == "done\n"


def test_a_program_without_standard_files_has_one_as_well() -> None:
    out = _run("""
        kept = os.dup(1)
        for number in (0, 1, 2):
            os.close(number)
        worker.split_off(serve)
        answer = worker.call(len, (b"abc",), Limits())
        worker.close()
        os.write(kept, str(answer).encode())
        os._exit(0)
    """)
    assert out == "3"


def test_what_its_parent_does_at_the_end_is_not_done_twice() -> None:
    out = _run("""
        import atexit
        atexit.register(print, "end")
        worker.split_off(serve)
        worker.call(len, (b"abc",), Limits())
        worker.close()
    """)
    assert out == "end\n"


def test_its_answers_are_as_untrusted_as_others() -> None:
    out = _run("""
        from pathlib import Path
        worker.split_off(serve)
        print(worker.call(Path, ("x",), Limits()).key)
        worker.close()
    """)
    assert out == "doc.read_crashed\n"


def test_none_is_split_off_beside_another_thread() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert not may_split_off()
    finally:
        stop.set()
        thread.join()
