"""A new policy on stored facts: who turns, which rules change, the evaluator's verdicts, and what falls back."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from click.testing import CliRunner, Result
from fact_books import facts_of
from fake_jobs import head
from presign.cli import main
from presign.facts.fact import Fact, FactBook, absent, not_applicable, stated, unknown
from presign.portfolio.dataset import DataSet
from presign.portfolio.row import Row, as_json
from presign.values import Quantity, Reason, Unit

ABOUT = {"day": "2026-03-02", "side": "seller"}
POLICY = """# language: en
policy "Terms" version "2"

rule T-01 en "More than 45 days"
  severity high
  requires payment.net_days <= 45 days

rule T-02 en "No title"
  severity high
  requires contract.title is present

rule T-04 en "Buyer's forum from 2027 on"
  severity high
  in force from 2027-01-01
  requires payment.net_days <= 10 days
"""


def days(count: int) -> Fact:
    """A term of payment."""
    return stated("payment.net_days", Quantity(Decimal(count), Unit.DAYS))


def stored(path: Path, contracts: list[tuple[str, str, list[Fact], dict[str, str]]], chunk: int = 2) -> None:
    """A data set of contracts: name, day, facts, and what was found of the rules T-01 and T-03 then."""
    data = DataSet(path, "0" * 16, ABOUT, False, chunk)
    for name, day, facts, verdicts in contracts:
        book = FactBook({fact.name: fact for fact in facts})
        found = [{"rule": rule, "pack": "p", "severity": "high", "verdict": each} for rule, each in verdicts.items()]
        data.put(Row(name, head(as_of=day), as_json(found), facts_of(book)))
    data.put(Row("torn.pdf", head("unreadable", as_of=None)))
    data.close()


@pytest.fixture(scope="module", autouse=True)
def policies(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The working folder has the new policy, which is compiled once for all tests."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("compiled")))
        patched.setenv("PRESIGN_NO_CACHE", "0")
        patched.chdir(tmp_path_factory.mktemp("policies"))
        Path("new.policy").write_text(POLICY, encoding="utf-8")
        yield


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Four contracts and a file that couldn't be read, in three parts."""
    was = {"T-01": "satisfied", "T-03": "satisfied"}
    stored(
        tmp_path / "data",
        [
            ("short.txt", "2026-03-02", [days(30)], was),
            ("long.txt", "2026-03-02", [days(60)], was),
            ("silent.txt", "2026-03-02", [absent("payment.net_days")], {"T-01": "undecided", "T-03": "violated"}),
            ("later.txt", "2027-03-02", [days(30)], was),
        ],
    )
    return tmp_path / "data"


def recheck(data: Path, *arguments: str, policy: str = "new.policy") -> Result:
    """A run of the command."""
    return CliRunner().invoke(main, ["recheck", str(data), "--policy", policy, *arguments, "--lang", "en"])


def changed(data: Path, *arguments: str) -> dict[str, Any]:
    """The contracts that change, by their paths, and the counts."""
    found = json.loads(recheck(data, *arguments, "--format", "json").stdout)
    return {each["path"]: each for each in found["contracts"]} | {"counts": found["counts"]}


def test_which_contracts_turn(data: Path) -> None:
    done = recheck(data)
    assert done.exit_code == 1
    text = " ".join(done.stdout.split())
    # before: silent.txt by T-03; after: long.txt (60 days), later.txt (T-04 is in force on its day)
    assert (
        "4 contracts: 1 were refused, 2 would be; 2 that passed would be refused, 1 that were refused would pass"
        in text
    )
    assert "long.txt would be refused T-01 More than 45 days: satisfied → violated" in text
    assert "silent.txt would pass T-03 : violated → no such rule" in text


def test_as_json(data: Path) -> None:
    found = changed(data)
    assert set(found) == {"long.txt", "silent.txt", "later.txt", "counts"}
    assert found["later.txt"] == {
        "path": "later.txt",
        "as_of": "2027-03-02",
        "refused_before": False,
        "refused_after": True,
        "changes": [{"rule": "T-04", "before": None, "after": "violated"}],
    }
    counts = found["counts"]
    assert (counts["contracts"], counts["changed"], counts["newly_refused"], counts["newly_passed"]) == (4, 3, 2, 1)
    assert counts["rules"] == {"T-01": 1, "T-03": 1, "T-04": 1}
    assert counts["facts_never_read"] == ["contract.title"]


def test_as_of_another_day_all_are_judged_by_the_rules_of_that_day(data: Path) -> None:
    found = changed(data, "--as-of", "2027-06-01")
    assert {path for path, each in found.items() if path != "counts" and each["refused_after"]} == {
        *("short.txt", "long.txt", "later.txt"),
    }
    assert changed(data, "--as-of", "2020-01-01")["counts"]["refused_after"] == 1


def test_as_csv(data: Path) -> None:
    text = recheck(data, "--format", "csv").stdout
    lines = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert lines[1:] == [
        ["long.txt", "2026-03-02", "False", "True", "T-01", "satisfied", "violated"],
        ["silent.txt", "2026-03-02", "True", "False", "T-03", "violated", ""],
        ["later.txt", "2027-03-02", "False", "True", "T-04", "", "violated"],
    ]


def test_a_proof_is_made_when_it_is_asked_for(data: Path) -> None:
    done = recheck(data, "--why", "T-01")
    assert done.exit_code == 1
    assert "long.txt" in done.stdout and "60 days" in done.stdout and "short.txt" not in done.stdout
    assert recheck(data, "--why", "T-9").exit_code == 2


def test_nothing_turns(data: Path) -> None:
    Path("same.policy").write_text(
        '# language: en\npolicy "T" version "3"\n\nrule T-01 en "x"\n  severity high\n  requires payment.net_days <= 60 days\n\n'
        'rule T-03 en "y"\n  severity high\n  requires payment.net_days is not absent\n',
        "utf-8",
    )
    done = recheck(data, policy="same.policy")
    assert done.exit_code == 0
    assert "verdicts change in 0" in " ".join(done.stdout.split())


def test_what_is_no_data_set(tmp_path: Path, data: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = CliRunner().invoke(main, ["recheck", str(tmp_path / "empty"), "--policy", "new.policy", "--lang", "en"])
    assert done.exit_code == 2 and "is no data set of checks" in done.stderr
    path = next((data / "facts").glob("*.parquet"))
    # somebody wrote the table anew, sorted by contract
    pl.read_parquet(path).with_row_index().sort("document", "index", descending=[True, False]).drop(
        "index"
    ).write_parquet(path)
    done = recheck(data)
    assert done.exit_code == 2 and "isn't laid out as a check writes it" in done.stderr


@pytest.mark.parametrize("table", ["documents", "facts", "verdicts"])
def test_a_damaged_part_is_said(data: Path, table: str) -> None:
    path = data / table / "part-000001.parquet"
    path.write_bytes(path.read_bytes()[:-40])
    done = recheck(data)
    assert done.exit_code == 2 and "isn't laid out as a check writes it" in done.stderr and path.name in done.stderr


def test_a_part_that_was_cut_off_is_not_counted(data: Path) -> None:
    (data / "documents" / "part-000002.parquet").unlink()
    assert changed(data)["counts"]["contracts"] == 2


def test_a_data_set_of_files_that_could_not_be_read(tmp_path: Path) -> None:
    stored(tmp_path / "data", [])
    assert changed(tmp_path / "data")["counts"]["contracts"] == 0


def test_states_and_dates_of_a_stored_book_are_those_it_was_stored_with(data: Path) -> None:
    from presign.portfolio.stored import batches

    facts = [
        stated("contract.sign_date", date(2026, 2, 28)),
        unknown("contract.amount", Reason.CONTRADICTION),
        not_applicable("payment.lc_days"),
        stated("payment.methods", ("tt", "lc")),
    ]
    stored(data.parent / "other", [("a.txt", "2026-03-02", facts, {})], chunk=9)
    (batch,) = batches(data.parent / "other")
    assert batch.book(0) == FactBook({fact.name: fact for fact in facts}, "sale")
