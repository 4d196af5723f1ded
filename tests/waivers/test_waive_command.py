"""`presign waive` and the options of a check, from the command line."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from presign.cli import main

POLICY = """policy "House" version "1"

rule HSE-01 en "Credit is too long" zh "账期过长"
  severity high  blocker arbitrary_credit
  requires payment.effective_credit_days <= 30 days
  message en "Too long." zh "过长。"

rule HSE-02 en "No late charge" zh "无逾期违约金"
  severity block  blocker weak_control
  requires remedy.late_fee_present is yes
  message en "None." zh "无。"
"""
CONTRACT = """采购合同
甲方（买方）：宁波启明商贸有限公司
乙方（卖方）：苏州恒远机械有限公司
第一条 合同总价为人民币100,000.00元。
第二条 甲方应在收到货物之日起90日内支付全部货款。
第三条 甲方逾期付款的，每逾期一日按未付金额的0.05%支付违约金。
"""


@pytest.fixture(scope="module", autouse=True)
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A working folder with a contract and the company's policy; loaded policies are kept in it, too."""
    folder = tmp_path_factory.mktemp("work")
    (folder / "house.policy").write_text(POLICY, encoding="utf-8")
    (folder / "supply.txt").write_text(CONTRACT, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PRESIGN_NO_CACHE", raising=False)
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
        patch.chdir(folder)
        yield folder


@pytest.fixture(autouse=True)
def tidy(place: Path) -> Iterator[None]:
    yield
    (place / "presign-waivers.yaml").unlink(missing_ok=True)


def presign(*arguments: object) -> Result:
    return CliRunner(catch_exceptions=False).invoke(main, [str(each) for each in (*arguments, "--lang", "en")])


def check(*options: object) -> Result:
    return presign("check", "supply.txt", "--policy", "house.policy", "--as-of", "2026-03-02", *options)


def waive(target: str, *options: object) -> Result:
    base = ("--reason", "bank guarantee", "--approver", "Li Na", "--requested-by", "Wang Wei", "--until", "2026-05-30")
    return presign("waive", target, *base, "--policy", "house.policy", "--today", "2026-03-01", *options)


def target(rule: str = "HSE-01") -> str:
    """The finding as the report shows it."""
    shown = check().output
    return next(word for word in shown.split() if word.startswith(f"{rule}@"))


def test_a_finding_is_waived_by_what_the_report_shows(place: Path) -> None:
    assert check().exit_code == 1
    written = waive(target(), "--file", "supply.txt")
    assert (written.exit_code, written.stdout) == (0, "waived until 2026-05-30: HSE-01 in `presign-waivers.yaml`\n")
    after = check()
    assert after.exit_code == 0
    assert "waived by Li Na until 2026-05-30, asked for by Wang Wei on 2026-03-01" in " ".join(after.output.split())
    expired = presign("check", "supply.txt", "--policy", "house.policy", "--as-of", "2026-05-31")
    assert expired.exit_code == 1 and "WVR-01" in expired.output


def test_the_fingerprint_alone_needs_the_rule() -> None:
    rule, _, digest = target().partition("@")
    assert "doesn't say which rule" in waive(digest).stderr
    assert waive(digest, "--rule", rule.lower()).exit_code == 0
    again = waive(f"{digest}:1", "--rule", rule)
    assert again.exit_code == 2 and "already" in again.stderr


@pytest.mark.parametrize(
    ("named", "options", "said"),
    [
        ("HSE-01", (), "a rule without a fingerprint isn't waived"),
        ("HSE-01@*", (), "a rule without a fingerprint isn't waived"),
        ("HSE-01@xyz", (), "`xyz` isn't a fingerprint"),
        ("HSE-99@0123456789abcdef", (), "there is no rule `HSE-99`"),
        ("HSE-01@0123456789abcdef", ("--approver", "wang wei"), "can't approve it"),
        ("HSE-01@0123456789abcdef", ("--reason", " "), "`reason` is empty"),
        ("HSE-01@0123456789abcdef", ("--until", "2026-03-01"), "has ended on 2026-03-01"),
        ("HSE-01@0123456789abcdef", ("--until", "2026-05-31"), "longer than the 90 days"),
        ("HSE-01@0123456789abcdef", ("--file", "*.docx"), "fits any contract"),
        ("HSE-02@0123456789abcdef", (), "only the role general_manager"),
        ("HSE-02@0123456789abcdef", ("--role", "chief"), "isn't a role"),
    ],
)
def test_what_is_refused_is_not_written(place: Path, named: str, options: tuple[str, ...], said: str) -> None:
    result = waive(named, *options)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not (place / "presign-waivers.yaml").exists()


def test_a_role_may_be_named_by_its_label(place: Path) -> None:
    assert waive("HSE-02@0123456789abcdef", "--role", "总经理").exit_code == 0
    assert "role: general_manager" in (place / "presign-waivers.yaml").read_text(encoding="utf-8")


def test_a_malformed_file_stops_the_check_with_its_line(place: Path) -> None:
    assert waive(target()).exit_code == 0
    path = place / "presign-waivers.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("until: 2026", "till: 2026"), encoding="utf-8")
    result = check()
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "presign-waivers.yaml:" in result.stderr and "`till`" in result.stderr
    assert waive(target_of_nothing()).exit_code == 2, "nothing is added to it either"


def target_of_nothing() -> str:
    return "HSE-01@0123456789abcdef"


def test_a_file_that_is_named_and_not_there_stops_the_check() -> None:
    result = check("--waivers", "none.yaml")
    assert result.exit_code == 2 and "can't be read" in result.stderr


def test_a_file_beside_the_contract_is_not_taken(place: Path) -> None:
    assert waive(target()).exit_code == 0
    parcel = place / "parcel"
    parcel.mkdir()
    (parcel / "supply.txt").write_text(CONTRACT, encoding="utf-8")
    (place / "presign-waivers.yaml").rename(parcel / "presign-waivers.yaml")
    result = presign("check", "parcel/supply.txt", "--policy", "house.policy", "--as-of", "2026-03-02")
    assert result.exit_code == 1 and "waived: " not in result.output


def test_rows_of_many_files_keep_nothing_of_them_all() -> None:
    for option in ("--write-baseline", "--record"):
        result = check("--format", "jsonl", option, "x")
        assert result.exit_code == 2 and "make no baseline and leave no record" in result.stderr, option


def test_in_a_pull_request_the_base_branch_decides(place: Path) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=place, check=True, capture_output=True)

    git("init", "--quiet", "--initial-branch=main")
    git("-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "--quiet", "--allow-empty", "-m", "first")
    assert waive(target()).exit_code == 0
    assert check().exit_code == 0
    none = check("--waivers-from", "main")
    assert none.exit_code == 1
    assert "there are no waivers at `main:presign-waivers.yaml`" in none.stderr
    git("add", "presign-waivers.yaml")
    git("-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "--quiet", "-m", "second")
    (place / "presign-waivers.yaml").write_text("waivers: [", encoding="utf-8")
    assert check("--waivers-from", "main").exit_code == 0
    nowhere = check("--waivers-from", "nowhere")
    assert nowhere.exit_code == 2 and "git fetch" in nowhere.stderr


def test_only_what_is_new_since_the_baseline_counts(place: Path) -> None:
    (place / "later.txt").write_text(CONTRACT.replace("0.05%", "0.06%"), encoding="utf-8")
    first = check("--write-baseline", "baseline.json")
    assert first.exit_code == 1
    assert json.loads((place / "baseline.json").read_text(encoding="utf-8"))["presign_baseline"] == 1
    same = check("--baseline", "baseline.json")
    assert same.exit_code == 0 and "0 new" in same.output
    worse = CONTRACT.replace("90日", "120日")
    (place / "later.txt").write_text(worse, encoding="utf-8")
    result = presign(
        "check", "later.txt", "--policy", "house.policy", "--as-of", "2026-03-02", "--baseline", "baseline.json"
    )
    assert result.exit_code == 1
    assert "1 new, 0 unchanged, 1 gone" in " ".join(result.output.split())
    wrong = check("--baseline", "house.policy")
    assert wrong.exit_code == 2 and "isn't a baseline" in wrong.stderr
