"""`presign record` and `check --record` from the command line."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from presign.cli import main

POLICY = """policy "House" version "1"

rule HSE-01 en "Credit is too long" zh "账期过长"
  severity high  blocker arbitrary_credit
  requires payment.effective_credit_days <= 30 days
"""
CONTRACT = """采购合同
甲方（买方）：宁波启明商贸有限公司
乙方（卖方）：苏州恒远机械有限公司
第一条 合同总价为人民币100,000.00元。
第二条 甲方应在收到货物之日起90日内支付全部货款。
"""


@pytest.fixture(scope="module", autouse=True)
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("work")
    (folder / "house.policy").write_text(POLICY, encoding="utf-8")
    (folder / "supply.txt").write_text(CONTRACT, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PRESIGN_NO_CACHE", raising=False)
        patch.delenv("PRESIGN_RECORDS", raising=False)
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        patch.chdir(folder)
        yield folder


@pytest.fixture(autouse=True)
def tidy(place: Path) -> Iterator[None]:
    yield
    shutil.rmtree(place / "presign-records", ignore_errors=True)


def presign(*arguments: object) -> Result:
    return CliRunner(catch_exceptions=False).invoke(main, [str(each) for each in (*arguments, "--lang", "en")])


def check(target: object = "presign-records") -> str:
    """The id of a decision put on record."""
    result = presign("check", "supply.txt", "--policy", "house.policy", "--as-of", "2026-03-02", "--record", target)
    assert result.exit_code == 1
    assert f"on record in `{target}`: " in result.stderr
    return result.stderr.strip().rpartition(" ")[2]


def test_a_decision_is_kept_listed_shown_judged_again_and_proved(place: Path) -> None:
    first, second = check(), check()
    assert first != second
    rows = presign("record", "list").output.splitlines()
    assert [row.split()[:2] for row in rows] == [["1", first], ["2", second]]
    assert "宁波启明商贸有限公司" in rows[0] and "violated 1, undecided 0, waived 0" in rows[0]
    shown = presign("record", "show", first)
    assert shown.exit_code == 0 and "90日内支付全部货款" in shown.output
    assert json.loads(presign("record", "show", "2", "--format", "json").output)["id"] == second
    replayed = presign("record", "replay", first)
    assert (replayed.exit_code, replayed.output.splitlines()[1]) == (0, "judged again: all 1 verdicts are the same")
    verified = presign("record", "verify")
    assert verified.exit_code == 0 and verified.output.startswith("2 records, all of them as they were written")
    head = json.loads((place / "presign-records" / "head.json").read_text(encoding="utf-8"))["sha256"]
    assert head in verified.output
    assert presign("record", "verify", "--expect", head).exit_code == 0


def test_the_policy_may_change_and_the_decision_stays(place: Path) -> None:
    id = check()
    path = place / "house.policy"
    path.write_text(POLICY.replace("30 days", "120 days"), encoding="utf-8")
    try:
        assert presign("check", "supply.txt", "--policy", "house.policy", "--as-of", "2026-03-02").exit_code == 0
        assert presign("record", "replay", id).exit_code == 0
    finally:
        path.write_text(POLICY, encoding="utf-8")


def test_list_takes_a_customer_and_a_day() -> None:
    check()
    assert presign("record", "list", "--customer", "启明").output.startswith("1  ")
    assert presign("record", "list", "--customer", "启明", "--since", "2999-01-01").output == "no record fits\n"
    assert json.loads(presign("record", "list", "--customer", "nobody", "--format", "json").output) == []


def test_an_edited_record_is_named_and_not_judged(place: Path) -> None:
    check()
    path = place / "presign-records" / "records" / "000001.json"
    path.write_text(path.read_text(encoding="utf-8").replace("violated", "satisfied"), encoding="utf-8")
    verified = presign("record", "verify", "--format", "json")
    assert verified.exit_code == 1
    told = json.loads(verified.output)
    assert told["sound"] is False
    assert [each["problem"] for each in told["problems"]] == ["edited", "not_the_last"]
    for command in ("show", "replay"):
        result = presign("record", command, "1")
        assert result.exit_code == 2 and "was edited" in result.stderr
    listed = presign("record", "list")
    assert listed.exit_code == 1 and "was edited" in listed.output


def test_a_check_that_cannot_be_put_on_record_has_failed(place: Path) -> None:
    result = presign("check", "supply.txt", "--policy", "house.policy", "--record", "supply.txt/below")
    assert result.exit_code == 2
    assert "the decision isn't on record" in result.stderr


def test_decisions_in_the_ledger(place: Path) -> None:
    assert presign("ledger", "init", "--db", "ledger.db").exit_code == 0
    id = check("ledger.db")
    assert presign("record", "replay", id, "--in", "ledger.db").exit_code == 0
    assert presign("record", "verify", "ledger.db").exit_code == 0


def test_what_is_not_there_is_told() -> None:
    for arguments in (("verify",), ("list",), ("show", "1"), ("replay", "1")):
        result = presign("record", *arguments)
        assert result.exit_code == 2 and "holds no decisions" in result.stderr, arguments
    check()
    assert "has no record `ffff`" in presign("record", "show", "ffff").stderr
