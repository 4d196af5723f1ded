"""Rows of many files with waivers and a baseline: what is accepted is named beside its verdict, and counts no more."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest
from click.testing import CliRunner, Result
from portfolio_folder import make_folder, write_contract
from presign.cli import main

pytestmark = pytest.mark.usefixtures("here", "no_results", "there")

WAIVER = """  - rule: {rule}
    fingerprint: "{fingerprint}"
    {file}reason: insured
    approver: Li Na
    requested_by: Wang Wei
    created: 2026-03-02
    until: {until}
"""


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder of its own, with two contracts in it: one of 90 days, one of 200."""
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    write_contract(Path("in/a.txt"), 90)
    write_contract(Path("in/b.txt"), 200)
    yield


def check(policy: str, *arguments: str, output: str = "out.jsonl") -> Result:
    """A job as of one day."""
    given = ("check", "in", "--policy", policy, "--as-of", "2026-03-10", "--lang", "en")
    return CliRunner().invoke(main, [*given, "--output", f"jsonl:{output}", *arguments])


def rows(path: str = "out.jsonl") -> dict[str, dict[str, Any]]:
    """The rows by the names of their files."""
    found = map(json.loads, Path(path).read_text(encoding="utf-8").splitlines())
    return {Path(row["path"]).name: row for row in found}


def verdict(row: dict[str, Any], rule: str) -> dict[str, Any]:
    """What a row says of a rule."""
    (found,) = (each for each in row["verdicts"] if each["rule"] == rule)
    return dict(found)


def waive(*entries: tuple[dict[str, Any], str, str, str], name: str = "presign-waivers.yaml") -> None:
    """A file of waivers: a row, a rule, the file it is for, the last day."""
    written = [
        WAIVER.format(
            rule=rule,
            fingerprint=verdict(row, rule)["fingerprint"],
            file=f"file: {file}\n    " if file else "",
            until=until,
        )
        for row, rule, file, until in entries
    ]
    Path(name).write_text("waivers:\n" + "".join(written), encoding="utf-8")


def test_fingerprints_are_those_of_a_report(policy: str) -> None:
    check(policy)
    report = CliRunner().invoke(
        main, ["check", "in/a.txt", "--policy", policy, "--as-of", "2026-03-10", "--format", "json"]
    )
    (document,) = json.loads(report.stdout)["documents"]
    told = {each["rule"]: each["fingerprint"] for each in document["verdicts"] if each["verdict"] == "violated"}
    row = rows()["a.txt"]
    assert {rule: verdict(row, rule)["fingerprint"] for rule in told} == told
    assert set(told) == {"T-01", "T-02"}
    assert row["waived"] == [] and row["known"] == 0 and row["counted"] == row["worst"] == "high"


def test_what_is_waived_counts_no_more(policy: str) -> None:
    assert check(policy).exit_code == 1
    before = rows()
    waive((before["a.txt"], "T-01", "a.txt", "2026-04-30"), (before["b.txt"], "T-01", "", "2026-04-30"))
    done = check(policy, "--output", "parquet:data", output="waived.jsonl")
    assert done.exit_code == 0, "what is left is low"
    assert "2 files: 0 with violations from high upwards" in done.stdout
    assert "2 findings are waived, 0 were there before" in done.stdout
    after = rows("waived.jsonl")
    for name in ("a.txt", "b.txt"):
        row = after[name]
        found = verdict(row, "T-01")
        assert (found["verdict"], found["waived_by"], found["waived_until"]) == ("violated", "Li Na", "2026-04-30")
        assert "waived_by" not in verdict(row, "T-02")
        assert row["waived"] == [f"T-01@{found['fingerprint']}"]
        assert (row["violated"], row["worst"], row["counted"], row["recommendation"]) == (1, "low", "low", "sign")
        assert before[name]["recommendation"] == "sign_after_changes" and before[name]["violated"] == 2
    stored = duckdb.sql(
        "select path, waived_by, waived_until from 'data/verdicts/*.parquet' where waived_by is not null"
    )
    assert sorted(Path(path).name for path, *_ in stored.fetchall()) == ["a.txt", "b.txt"]
    assert duckdb.sql("select sum(len(waived)) from 'data/documents/*.parquet'").fetchall() == [(2,)]


def test_what_is_wrong_with_waivers_is_told_once_and_counts(policy: str) -> None:
    check(policy)
    row = rows()["a.txt"]
    waive(
        (row, "T-01", "a.txt", "2026-03-09"),  # over
        (row, "T-02", "b.txt", "2026-04-30"),  # no finding of b.txt has these words
        (row, "T-02", "elsewhere.txt", "2026-04-30"),  # not of this job
    )
    done = check(policy, "--fail-on", "block", output="2.jsonl")
    assert done.exit_code == 0
    assert done.stderr.count("WVR-01") == 1 and "presign-waivers.yaml" in done.stderr
    assert verdict(row, "T-02")["fingerprint"] == verdict(rows()["b.txt"], "T-02")["fingerprint"], (
        "nothing is said of it"
    )
    assert "WVR-02" not in done.stderr
    assert "waived_by" in verdict(rows("2.jsonl")["b.txt"], "T-02")
    assert check(policy, "--fail-on", "medium", output="3.jsonl").exit_code == 1
    # The contract without its findings: what waived them is of no use, which is low.
    for name in ("a.txt", "b.txt"):
        write_contract(Path("in", name), 30)
    waive((row, "T-01", "a.txt", "2026-04-30"))
    done = check(policy, output="4.jsonl")
    assert done.exit_code == 0 and "WVR-02" in done.stderr
    assert check(policy, "--fail-on", "low", output="5.jsonl").exit_code == 1


def test_a_mistake_in_the_file_stops_the_job(policy: str) -> None:
    Path("bad.yaml").write_text("waivers: nothing\n", encoding="utf-8")
    done = check(policy, "--waivers", "bad.yaml")
    assert done.exit_code == 2 and "bad.yaml" in done.stderr and not Path("out.jsonl").exists()
    done = check(policy, "--write-baseline", "new.json")
    assert done.exit_code == 2 and "rows of many files make no baseline" in done.stderr


def test_what_an_earlier_run_has_counts_no_more(policy: str) -> None:
    given = ("check", "in", "--policy", policy, "--as-of", "2026-03-10", "--write-baseline", "then.json")
    assert CliRunner().invoke(main, given).exit_code == 1
    write_contract(Path("in/b.txt"), 120)
    write_contract(Path("in/c.txt"), 30)
    done = check(policy, "--baseline", "then.json", "--fail-on", "low")
    assert done.exit_code == 1
    found = rows()
    # Of a.txt both are known; of b.txt the days are new, for its words changed; c.txt is new altogether.
    known = {name: [verdict(row, rule).get("in_baseline") for rule in ("T-01", "T-02")] for name, row in found.items()}
    assert known == {"a.txt": [True, True], "b.txt": [False, True], "c.txt": [None, False]}
    assert [(row["worst"], row["counted"], row["known"]) for _, row in sorted(found.items())] == [
        ("high", None, 2),
        ("high", "high", 1),
        ("low", "low", 0),
    ]
    Path("in/b.txt").unlink()
    assert check(policy, "--baseline", "then.json", output="2.jsonl").exit_code == 0


def test_a_job_that_goes_on_knows_what_was_waived_before(policy: str) -> None:
    check(policy)
    row = rows()["a.txt"]
    waive((row, "T-01", "a.txt", "2026-04-30"))
    check(policy, "--fail-on", "low", output="2.jsonl")
    write_contract(Path("in/c.txt"), 30)
    done = check(policy, "--fail-on", "low", "--resume", output="2.jsonl")
    assert len(rows("2.jsonl")) == 3 and "WVR-02" not in done.stderr
    assert "1 findings are waived" in done.stdout
    waive((row, "T-01", "a.txt", "2026-05-30"))
    done = check(policy, "--resume", output="2.jsonl")
    assert done.exit_code == 2 and "were made with other policies, options" in done.stderr


def test_results_that_are_kept_know_nothing_of_waivers(policy: str, cache: Path) -> None:
    check(policy)
    kept = sorted(cache.rglob("*.row"))
    waive((rows()["a.txt"], "T-01", "a.txt", "2026-04-30"))
    done = check(policy, output="2.jsonl")
    assert "2 unchanged files came from the cache" in done.stdout
    assert "waived_by" in verdict(rows("2.jsonl")["a.txt"], "T-01")
    assert sorted(cache.rglob("*.row")) == kept


def test_a_file_that_cannot_be_read_is_a_row_as_ever(policy: str, tmp_path: Path) -> None:
    make_folder(tmp_path / "in" / "more")
    Path("presign-waivers.yaml").write_text("waivers: []\n", encoding="utf-8")
    assert check(policy).exit_code == 2
    assert rows()["d.docx"]["waived"] == []
