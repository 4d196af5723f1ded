"""`presign check` on a folder: the rows, the data set, the cache, what can't be asked for; as the user meets it."""

from __future__ import annotations

import json
import os
import signal
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas
import pytest
from click.testing import CliRunner, Result
from portfolio_folder import make_folder, write_contract
from presign.cli import main
from presign.portfolio import results
from presign.portfolio.pool import LocalWorkers

pytestmark = pytest.mark.usefixtures("no_results")


def presign(*arguments: str) -> Result:
    """A run of the command."""
    return CliRunner().invoke(main, [*arguments, "--lang", "en"])


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


class Later(date):
    """A calendar that is some years on."""

    @classmethod
    def today(cls) -> date:
        """The day it is there."""
        return date(2031, 1, 1)


def test_a_folder_in_two_processes(tmp_path: Path, policy: str) -> None:
    names = make_folder(tmp_path / "in")
    lines, data = tmp_path / "out.jsonl", tmp_path / "out"
    done = presign(
        *("check", str(tmp_path / "in"), "--policy", policy, "--jobs", "2"),
        *("--output", f"jsonl:{lines}", "--output", f"parquet:{data}"),
    )
    assert done.exit_code == 2, "a file couldn't be read"
    assert done.stdout.startswith(
        "4 files: 2 with violations from high upwards, 0 that couldn't be judged whole, 1 that"
    )
    found = {row["path"]: row for row in rows(lines)}
    assert sorted(found) == sorted(names)
    good, long, bad, longest = (found[name] for name in names)
    assert (bad["status"], bad["reason"]) == ("unreadable", "doc.archive_damaged") and bad["verdicts"] == []
    assert [(row["status"], row["kind"], row["as_of"], row["worst"]) for row in (good, long, longest)] == [
        ("checked", "sale", "2026-03-02", "low"),
        ("checked", "sale", "2026-03-02", "high"),
        ("checked", "sale", "2026-03-02", "high"),
    ]
    by_rule = {each["rule"]: each for each in longest["verdicts"]}
    assert by_rule["T-01"]["message"] == "200 days is more than we give"
    assert "within 200 days" in by_rule["T-01"]["quote"]
    whole = json.loads(presign("check", str(tmp_path / "in"), "--policy", policy, "--format", "json").stdout)
    for document in whole["documents"]:
        mine = {each["rule"]: each["verdict"] for each in found[document["path"]]["verdicts"]}
        assert mine == {each["rule"]: each["verdict"] for each in document["verdicts"]}

    days = duckdb.sql(f"select path, number, unit from '{data}/facts/*.parquet' where fact = 'payment.net_days'")
    assert sorted((path, int(number), unit) for path, number, unit in days.fetchall()) == sorted(
        [(names[0], 30, "days"), (names[1], 90, "days"), (names[3], 200, "days")]
    )
    documents = pandas.read_parquet(data / "documents")
    assert sorted(documents["path"]) == sorted(names)
    verdicts = pandas.read_parquet(data / "verdicts").query("verdict == 'violated' and rule == 'T-01'")
    assert sorted(verdicts["path"]) == sorted([names[1], names[3]])
    about = json.loads((data / "_job.json").read_text(encoding="utf-8"))
    assert (about["run"], about["side"], about["policies"]) == (good["run"], "seller", [policy])


@pytest.mark.usefixtures("here")
def test_rows_are_printed_as_they_are_made(tmp_path: Path, policy: str) -> None:
    names = make_folder(tmp_path / "in")
    done = presign("check", str(tmp_path / "in"), "--policy", policy, "--format", "jsonl", "--fail-on", "block")
    assert sorted(json.loads(line)["path"] for line in done.stdout.splitlines()) == sorted(names)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("days", "fail_on", "code"), [(30, "high", 0), (90, "high", 1), (90, "block", 0), (30, "low", 1)]
)
def test_the_exit_code_is_that_of_a_check(tmp_path: Path, policy: str, days: int, fail_on: str, code: int) -> None:
    write_contract(tmp_path / "a.txt", days)
    arguments = ("check", str(tmp_path / "a.txt"), "--policy", policy, "--fail-on", fail_on)
    assert presign(*arguments, "--format", "jsonl").exit_code == code == presign(*arguments).exit_code


@pytest.mark.usefixtures("here")
def test_unchanged_files_come_from_the_cache(tmp_path: Path, policy: str, cache: Path) -> None:
    names = make_folder(tmp_path / "in")
    arguments = ("check", str(tmp_path / "in"), "--policy", policy, "--output")
    presign(*arguments, f"jsonl:{tmp_path / '1.jsonl'}")
    assert len(list(cache.rglob("*.row"))) == 3, "what couldn't be read is tried again"
    again = presign(*arguments, f"jsonl:{tmp_path / '2.jsonl'}")
    assert again.stdout.splitlines()[1] == "3 unchanged files came from the cache, 0 rows stood already"
    first, second = ({row["path"]: row for row in rows(tmp_path / f"{at}.jsonl")} for at in (1, 2))
    assert first == second
    write_contract(Path(names[0]), 45)
    Path(names[1]).rename(tmp_path / "in" / "b" / "moved.txt")
    third = presign(*arguments, f"jsonl:{tmp_path / '3.jsonl'}")
    assert third.stdout.splitlines()[1].startswith("2 unchanged files"), (
        "a file that moved is the same, a new text isn't"
    )
    other = presign(*arguments, f"jsonl:{tmp_path / '4.jsonl'}", "--side", "buyer")
    assert len(other.stdout.splitlines()) == 1
    fresh = presign(*arguments, f"jsonl:{tmp_path / '5.jsonl'}", "--no-cache")
    assert len(fresh.stdout.splitlines()) == 1


@pytest.mark.usefixtures("here")
def test_the_cache_is_private_and_damage_is_no_answer(tmp_path: Path, policy: str, cache: Path) -> None:
    write_contract(tmp_path / "a.txt", 90)
    arguments = ("check", str(tmp_path / "a.txt"), "--policy", policy, "--output")
    presign(*arguments, f"jsonl:{tmp_path / '1.jsonl'}")
    (entry,) = cache.rglob("*.row")
    assert cache.stat().st_mode & 0o777 == 0o700 and entry.stat().st_mode & 0o777 == 0o600
    whole = entry.read_bytes()
    entry.write_bytes(whole[:-9])
    presign(*arguments, f"jsonl:{tmp_path / '2.jsonl'}")
    assert entry.read_bytes() == whole, "made anew"
    entry.chmod(0o666)
    done = presign(*arguments, f"jsonl:{tmp_path / '3.jsonl'}")
    assert len(done.stdout.splitlines()) == 1, "an entry others may write is not read"
    cache.chmod(0o777)
    assert results.folder() is None
    assert len(presign(*arguments, f"jsonl:{tmp_path / '4.jsonl'}").stdout.splitlines()) == 1


@pytest.mark.usefixtures("here")
def test_a_contract_without_a_date_is_judged_anew_each_day(
    tmp_path: Path, policy: str, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").mkdir()
    write_contract(tmp_path / "in" / "dated.txt", 30)
    write_contract(tmp_path / "in" / "undated.txt", 30, signed="________")
    arguments = ("check", str(tmp_path / "in"), "--policy", policy, "--output")
    presign(*arguments, f"jsonl:{tmp_path / '1.jsonl'}")
    monkeypatch.setattr("presign.portfolio.job.date", Later)
    done = presign(*arguments, f"jsonl:{tmp_path / '2.jsonl'}")
    assert done.stdout.splitlines()[1].startswith("1 unchanged files")
    days = {Path(row["path"]).stem: row["as_of"] for row in rows(tmp_path / "2.jsonl")}
    assert days == {"dated": "2026-03-02", "undated": "2031-01-01"}


@pytest.mark.usefixtures("here")
def test_a_job_that_goes_on_keeps_its_day_and_its_exit_code(
    tmp_path: Path, policy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").mkdir()
    write_contract(tmp_path / "in" / "a.txt", 90, signed="________")
    arguments = ("check", str(tmp_path / "in"), "--policy", policy, "--output", f"jsonl:{tmp_path / 'out.jsonl'}")
    assert presign(*arguments).exit_code == 1
    write_contract(tmp_path / "in" / "b.txt", 30, signed="________")
    refused = presign(*arguments)
    assert refused.exit_code == 2 and "holds rows of an earlier job" in refused.stderr
    monkeypatch.setattr("presign.portfolio.job.date", Later)
    done = presign(*arguments, "--resume")
    assert done.exit_code == 1, "the row that stood is violated"
    first, second = rows(tmp_path / "out.jsonl")
    assert first["as_of"] == second["as_of"] == first["day"] != "2031-01-01"
    other = presign(*arguments, "--resume", "--stage", "signed")
    assert other.exit_code == 2 and "made with other policies, options or another version" in other.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--format", "html", "--output", "jsonl:x"), "`html` needs all contracts at once"),
        (("--output", "jsonl:x", "--output", "xlsx:y"), "`xlsx` needs all contracts at once"),
        (("--format", "jsonl", "--why", "T-01"), "`--why` needs all contracts at once"),
        (("--resume",), "there is no place to write the rows to"),
        (("--format", "jsonl", "--resume"), "there is no place to write the rows to"),
        (("--output", "jsonl:"), "`jsonl:`"),
    ],
)
def test_what_cannot_be_had_while_rows_stream(tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    done = presign("check", str(tmp_path), *arguments)
    assert done.exit_code == 2 and message in done.stderr
    assert not (tmp_path / "x").exists()


def test_nothing_to_check_is_not_a_clean_result(tmp_path: Path) -> None:
    done = presign("check", str(tmp_path / "nowhere"), "--format", "jsonl")
    assert done.exit_code == 2
    assert [json.loads(line)["reason"] for line in done.stdout.splitlines()] == ["doc.read_missing"]


def test_a_worker_that_is_lost_costs_no_file(tmp_path: Path, policy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    names = make_folder(tmp_path / "in")
    submit, killed = LocalWorkers.submit, []

    def and_kill(workers: LocalWorkers, path: str) -> Any:
        future = submit(workers, path)
        if not killed:
            (process, *_) = workers._pool._processes.values()
            os.kill(process.pid, signal.SIGKILL)
            killed.append(process.pid)
        return future

    monkeypatch.setattr(LocalWorkers, "submit", and_kill)
    presign(
        "check", str(tmp_path / "in"), "--policy", policy, "--jobs", "1", "--output", f"jsonl:{tmp_path / 'o.jsonl'}"
    )
    assert killed
    found = [(row["path"], row["status"]) for row in rows(tmp_path / "o.jsonl")]
    assert sorted(found) == sorted((name, "unreadable" if name.endswith("docx") else "checked") for name in names)
