"""How far a job is, in words; and names of files that are no text."""

from __future__ import annotations

import io
import json
import os
from concurrent.futures import Future
from pathlib import Path

import pytest
from fake_jobs import RUN, head
from presign.parsers.document import Unreadable
from presign.portfolio.crew import Crew
from presign.portfolio.lines import Lines, Printed
from presign.portfolio.places import mark_of, places, shown
from presign.portfolio.progress import Progress, duration
from presign.portfolio.row import Row
from presign.portfolio.stream import Stream, Tally


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """It is."""
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that is set by hand."""
    now = [100.0]
    monkeypatch.setattr("presign.portfolio.progress.time.monotonic", lambda: now[0])
    return now


def test_the_rate_is_that_of_the_last_half_minute(clock: list[float]) -> None:
    out = Terminal()
    progress = Progress(out, 10_000, "en")
    tally = Tally()
    for seconds, done in ((0, 0), (10, 900), (20, 1000), (30, 1100), (40, 1200), (50, 1300)):
        clock[0] = 100.0 + seconds
        tally.checked = done
        progress(tally)
    # 10 files a second of late, 90 at first; 8,700 left are 870 s, a little less than 15 minutes
    assert out.getvalue().rpartition("\r")[2].rstrip() == "1,300 of 10,000 files · 10.0 files/s · 14 min left"
    progress.close()
    assert out.getvalue().endswith("\r")


def test_the_line_changes_twice_a_second_at_most(clock: list[float]) -> None:
    out = Terminal()
    progress = Progress(out, None, "zh")
    for at in range(100):
        clock[0] += 0.125
        progress(Tally(checked=at))
    assert out.getvalue().count("\r") == 25
    assert "每秒" in out.getvalue()


def test_nothing_is_shown_where_nobody_looks() -> None:
    out = io.StringIO()
    progress = Progress(out, 10, "en")
    progress(Tally(checked=1))
    progress.close()
    assert out.getvalue() == ""


@pytest.mark.parametrize(
    ("seconds", "words"), [(4.4, "4 s"), (89, "89 s"), (91, "2 min"), (3600, "60 min"), (9000, "2.5 h")]
)
def test_a_time_is_as_rough_as_it_is_sure(seconds: float, words: str) -> None:
    assert duration(seconds, "en") == words


def test_a_name_that_is_no_text_is_written_out_and_found_again(tmp_path: Path) -> None:
    name = os.fsdecode(b"Vertrag-\xe4.txt")
    assert shown(name) == "Vertrag-\\udce4.txt" and mark_of(shown(name)) == mark_of(name)
    for _ in range(2):
        lines = Lines(tmp_path / "rows.jsonl", RUN, True)
        stream = Stream([lines], lambda tally: None)
        stream.resume()
        stream.run([Unreadable(name, "x")], None, lambda path: None, lambda path, why: Row(path, head("unreadable")))  # type: ignore[arg-type]
        lines.close()
    (line,) = (tmp_path / "rows.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["path"] == "Vertrag-\\udce4.txt"


def test_half_a_surrogate_pair_in_a_contract_does_not_spoil_the_file(tmp_path: Path) -> None:
    lines = Lines(tmp_path / "rows.jsonl", RUN, True)
    bad = Row("a.txt", head(), '[{"rule":"A-1","message":"bad \ud83d sign"}]')
    lines.put(bad)
    lines.close()
    again = Lines(tmp_path / "rows.jsonl", RUN, True)
    assert [written.path for written in again.written()] == ["a.txt"]
    again.close()
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii", write_through=True)
    Printed(out, RUN).put(Row("合同\U0001f600.txt", head()))
    assert json.loads(out.buffer.getvalue())["path"] == "合同\U0001f600.txt"  # type: ignore[attr-defined]
    (line,) = (tmp_path / "rows.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["verdicts"][0]["message"] == "bad \ud83d sign"


def test_files_come_in_the_order_of_their_names_each_once(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/10.txt", "B.pdf", "a.docx", ".git/x.txt", "c.exe"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    folder = str(tmp_path)
    names = [f"{folder}/{name}" for name in ("a.docx", "b/10.txt", "b/2.txt", "B.pdf")]
    assert list(places([folder])) == names
    assert list(places([f"{folder}/b", folder])) == [*names[1:3], names[0], names[3]]
    empty = tmp_path / "empty"
    empty.mkdir()
    assert list(places([str(empty)])) == [Unreadable(str(empty), "doc.read_no_contracts")]


def test_a_check_that_fails_is_a_row() -> None:
    class Broken:
        most = 1

        def submit(self, path: str) -> Future[Row]:
            future: Future[Row] = Future()
            future.set_exception(ValueError(path))
            return future

        def restart(self) -> None:
            raise AssertionError

        def close(self, *, now: bool) -> None:
            raise AssertionError

    crew = Crew(Broken(), lambda path, why: Row(path, head("unreadable", reason=type(why).__name__)))
    rows = [*crew.put("a"), *crew.put("b"), *crew.rest()]
    assert [(row.path, row.head["reason"]) for row in rows] == [("a", "ValueError"), ("b", "ValueError")]
