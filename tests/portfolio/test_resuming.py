"""A job that is stopped goes on, wherever it was stopped: no row is lost, and none is there twice."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import fake_jobs
import polars
import pytest
from fake_jobs import ABOUT, CHUNK, RUN, paths
from presign.portfolio.dataset import DataSet, parts
from presign.portfolio.lines import Lines
from presign.portfolio.sinks import StopError
from presign.portfolio.stream import Stream

FILES = 30
KILLS = 10


def assert_whole(folder: Path, count: int) -> None:
    """Every file has one row in the lines, one in `documents`, and if it was read one in each of the other tables."""
    lines = [json.loads(line) for line in (folder / "rows.jsonl").read_text(encoding="utf-8").splitlines()]
    assert Counter(line["path"] for line in lines) == Counter(paths(count))
    documents = polars.read_parquet(folder / "data" / "documents")
    assert Counter(documents["path"]) == Counter(paths(count))
    read = [path for path in paths(count) if int(path[:4]) % 7 != 6]
    for table in ("facts", "verdicts"):
        found = polars.read_parquet(folder / "data" / table)
        assert Counter(found["path"]) == Counter(read)
        assert {path.name for path in parts(folder / "data", table)} <= {
            path.name for path in parts(folder / "data", "documents")
        }
    numbers = polars.read_parquet(folder / "data" / "facts").select("path", "number").rows()
    assert {path: int(number) for path, number in numbers} == {path: int(path[:4]) for path in read}


def test_a_job_in_one_go(tmp_path: Path) -> None:
    stream = fake_jobs.run(fake_jobs.sinks(tmp_path), FILES)
    assert_whole(tmp_path, FILES)
    # of 0 to 29, four can't be read (6, 13, 20, 27); 4, 9, 14, 19, 24, 29 are violated, none of them among those
    assert (stream.tally.checked, stream.tally.unreadable, stream.tally.worst) == (26, 4, {"high": 6})


class Killed(BaseException):
    """Stands for the end of the process."""


class Bomb:
    """Lets a function be called a number of times; then nothing happens any more."""

    def __init__(self, real: Any, calls: int, after: bool) -> None:
        self.real, self.left, self.after = real, calls, after

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        if self.left == 0 and not self.after:
            raise Killed
        done = self.real(*arguments, **named)
        if self.left == 0:
            raise Killed
        self.left -= 1
        return done


def stopped_at(folder: Path, monkeypatch: pytest.MonkeyPatch, calls: int, after: bool) -> bool:
    """Run the job until a file is moved into place for the given time; whether it got so far."""
    places: list[Any] = fake_jobs.sinks(folder)
    with monkeypatch.context() as patched:
        bomb = Bomb(Path.replace, calls, after)
        patched.setattr(Path, "replace", lambda path, target: bomb(path, target))
        try:
            fake_jobs.run(places, FILES)
        except Killed:
            return True
        finally:
            for place in places:
                # what the end of a process does: files are closed, nothing more is written
                (place._lock if isinstance(place, DataSet) else place._file).close()
    return False


@pytest.mark.parametrize("after", [False, True])
def test_stopped_at_every_step_of_writing_a_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: bool) -> None:
    # three files for each part
    moves = 3 * -(-FILES // CHUNK)
    for calls in range(0, moves, 2 if after else 1):
        folder = tmp_path / f"at-{calls}"
        folder.mkdir()
        assert stopped_at(folder, monkeypatch, calls, after)
        fake_jobs.run(fake_jobs.sinks(folder), FILES)
        assert_whole(folder, FILES)
    assert not stopped_at(tmp_path / "at-0", monkeypatch, moves, after), "nothing is left to be done"


@pytest.mark.parametrize("cut", [1, 7, 60, 200])
def test_a_line_that_was_cut_off_is_made_again(tmp_path: Path, cut: int) -> None:
    fake_jobs.run(fake_jobs.sinks(tmp_path), FILES)
    path = tmp_path / "rows.jsonl"
    data = path.read_bytes()
    path.write_bytes(data[:-cut])
    fake_jobs.run(fake_jobs.sinks(tmp_path), FILES)
    assert_whole(tmp_path, FILES)


def test_killed_again_and_again(tmp_path: Path) -> None:
    """`python -m benchmarks.portfolio --kills 50` does the same to the whole command."""
    chance = random.Random(20261126)
    for _ in range(KILLS):
        kill_once(tmp_path, chance.uniform(0.0, 0.12))
    fake_jobs.run(fake_jobs.sinks(tmp_path), 200)
    assert_whole(tmp_path, 200)


def kill_once(folder: Path, seconds: float) -> None:
    """Start the job in a process of its own and kill it some time after it began."""
    command = [sys.executable, str(Path(fake_jobs.__file__)), str(folder), "200"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, "POLARS_MAX_THREADS": "1"}) as process:
        assert process.stdout is not None and process.stdout.readline() == b"ready\n"
        time.sleep(seconds)
        process.kill()


def test_rows_that_stand_are_not_mixed_with_those_of_another_job(tmp_path: Path) -> None:
    fake_jobs.run(fake_jobs.sinks(tmp_path), 3)
    for made, key in (
        (lambda: Lines(tmp_path / "rows.jsonl", RUN, False), "portfolio.exists"),
        (lambda: DataSet(tmp_path / "data", RUN, ABOUT, False), "portfolio.exists"),
    ):
        with pytest.raises(StopError) as stop:
            made()
        assert stop.value.key == key
    other = [Lines(tmp_path / "rows.jsonl", "another", True), DataSet(tmp_path / "data", "another", ABOUT, True)]
    for sink in other:
        with pytest.raises(StopError) as stop:
            Stream([sink], lambda tally: None).resume()
        assert stop.value.key == "portfolio.other_job"
        sink.close()


def test_something_else_is_not_taken_for_rows(tmp_path: Path) -> None:
    (tmp_path / "notes.jsonl").write_text("Dear all,\nplease find enclosed\n", encoding="utf-8")
    lines = Lines(tmp_path / "notes.jsonl", RUN, True)
    with pytest.raises(StopError) as stop:
        Stream([lines], lambda tally: None).resume()
    assert stop.value.key == "portfolio.not_rows"
    lines.close()
    assert (tmp_path / "notes.jsonl").read_text(encoding="utf-8") == "Dear all,\nplease find enclosed\n"


def test_two_jobs_do_not_write_one_file(tmp_path: Path) -> None:
    first = Lines(tmp_path / "rows.jsonl", RUN, True)
    with pytest.raises(StopError) as stop:
        Lines(tmp_path / "rows.jsonl", RUN, True)
    assert stop.value.key == "portfolio.in_use"
    first.close()
    Lines(tmp_path / "rows.jsonl", RUN, True).close()


def test_a_sink_that_comes_later_gets_the_rows_it_lacks(tmp_path: Path) -> None:
    lines = Lines(tmp_path / "rows.jsonl", RUN, True)
    fake_jobs.run([lines], FILES)
    stream = fake_jobs.run(fake_jobs.sinks(tmp_path), FILES)
    assert_whole(tmp_path, FILES)
    assert stream.tally.files == stream.tally.resumed == FILES
