"""What the commands print, in both forms and both languages, and how they end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from jsonschema import Draft202012Validator

Run = Callable[..., Result]
SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"


def schema(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8")))


def check(presign: Run, samples: Path, name: str, *more: object) -> Result:
    case = samples / "cases" / f"{name.rsplit('.', 1)[0]}.yaml"
    return presign("check", samples / name, "--case", case, "--as-of", "2026-03-02", *more)


@pytest.fixture
def dangerous(presign: Run, samples: Path) -> dict[str, Any]:
    result = check(presign, samples, "zh-dangerous-construction-supply.docx", "--format", "json")
    assert result.exit_code == 1
    report: dict[str, Any] = json.loads(result.output)
    return report


def test_the_json_report_keeps_its_schema(dangerous: dict[str, Any], presign: Run, samples: Path) -> None:
    assert list(schema("check").iter_errors(dangerous)) == []
    english = json.loads(check(presign, samples, "en-sound-supply.pdf", "--format", "json", "--lang", "en").output)
    assert list(schema("check").iter_errors(english)) == []


def test_the_schema_refuses_what_is_no_report(dangerous: dict[str, Any]) -> None:
    dangerous["documents"][0]["verdicts"][0]["verdict"] = "passed"
    assert list(schema("check").iter_errors(dangerous)) != []


def test_every_rule_has_a_verdict(dangerous: dict[str, Any], presign: Run) -> None:
    listed = {rule["rule"] for rule in json.loads(presign("rules", "--format", "json").output)["rules"]}
    assert {verdict["rule"] for verdict in dangerous["documents"][0]["verdicts"]} == listed
    assert len(listed) >= 45


def test_the_dangers_of_the_sample_are_found(dangerous: dict[str, Any]) -> None:
    verdicts = {verdict["rule"]: verdict for verdict in dangerous["documents"][0]["verdicts"]}
    found = {rule for rule, verdict in verdicts.items() if verdict["verdict"] == "violated"}
    # back-to-back, audit, discharge by voucher, waiver, lack of funds, public body as guarantor, arbitrate or sue,
    # set-off, unconditional return, effective on the parent's approval, words and figures, blanks, self-approval
    assert found >= {"CRT-07", "PAY-03", "CRT-19", "REM-11", "REM-14", "SEC-12", "DIS-02"}
    assert found >= {"PAY-11", "ACC-08", "SIG-08", "TRU-01", "SIG-06", "APR-02", "CCA-01"}
    quotes = [evidence["quote"] for evidence in verdicts["CRT-07"]["evidence"]]
    assert any("甲方在收到业主支付的相应工程款后" in quote for quote in quotes)


def test_quotes_are_the_original_characters_of_their_block(dangerous: dict[str, Any], samples: Path) -> None:
    from presign.parsers.document import Document
    from presign.parsers.read import read_document

    document = read_document(samples / "zh-dangerous-construction-supply.docx", isolated=False)
    assert isinstance(document, Document)
    count = 0
    for verdict in dangerous["documents"][0]["verdicts"]:
        for evidence in verdict["evidence"]:
            text = document.blocks[evidence["block"]].text
            assert text[evidence["start"] : evidence["end"]] == evidence["quote"]
            count += 1
    assert count > 20


def test_a_sound_contract_ends_with_zero(presign: Run, samples: Path) -> None:
    for name in ("zh-sound-equipment-sale.docx", "en-sound-supply.docx"):
        result = check(presign, samples, name, "--format", "json")
        verdicts = json.loads(result.output)["documents"][0]["verdicts"]
        loud = {v["rule"] for v in verdicts if v["verdict"] == "violated" and v["severity"] != "low"}
        assert loud == set(), name
        assert result.exit_code == 0


def test_fail_on_moves_the_line(presign: Run, samples: Path) -> None:
    name = "zh-sound-equipment-sale.docx"
    assert check(presign, samples, name, "--fail-on", "block").exit_code == 0
    assert check(presign, samples, "zh-dangerous-distribution.pdf", "--fail-on", "block").exit_code in {0, 1}
    assert check(presign, samples, "zh-dangerous-construction-supply.docx", "--fail-on", "block").exit_code == 1


def test_the_text_report_says_what_a_reviewer_needs(presign: Run, samples: Path) -> None:
    text = check(presign, samples, "zh-dangerous-construction-supply.docx", "--lang", "zh").output
    for words in ("CRT-07", "背靠背付款", "原文", "条款", "为何亏钱", "建议条款", "依据", "无法判定", "按成因"):
        assert words in text
    assert text.index("CRT-07") < text.index("SEC-03"), "the worst first"
    for blocker in (
        "组织内控乏力",
        "销售能力缺失",
        "赊欠随意性强",
        "客户付款流程不同步",
        "缺乏品牌感召力",
        "不同客户催款策略不一",
    ):
        assert blocker in text


def test_the_language_follows_the_option_else_the_locale(
    presign: Run, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "按成因" in check(presign, samples, "en-sound-supply.docx").output
    assert "by cause" in check(presign, samples, "en-sound-supply.docx", "--lang", "en").output


def test_facts_as_json_keep_their_schema_and_cover_the_vocabulary(presign: Run, samples: Path) -> None:
    result = presign("facts", samples / "zh-order-form.txt", samples / "en-purchase-order.md", "--format", "json")
    assert result.exit_code == 0
    report = json.loads(result.output)
    assert list(schema("facts").iter_errors(report)) == []
    names = {line.split()[0] for line in presign("facts", "--vocabulary").output.splitlines()}
    for document in report["documents"]:
        assert set(document["facts"]) == names
    facts = report["documents"][0]["facts"]
    assert facts["contract.amount"]["value"] == {"amount": "417280.00", "currency": "CNY"}
    assert facts["remedy.late_fee_rate"]["value"] == {"pct": 0.08, "per": "day"}
    assert facts["payment.retention_pct"]["value"] == 5


def test_text_shows_every_block_with_its_place(presign: Run, samples: Path) -> None:
    result = presign("text", samples / "zh-dangerous-construction-supply.docx", "--lang", "zh")
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert any("表1第2行第1列" in line and "螺纹钢" in line for line in lines)
    assert any("脚注" in line and "六级审批" in line for line in lines)
    assert sum("酌情顺延" in line for line in lines) == 1, "the text box once"
    assert any("180日内" in line and "60日" not in line and "含修订" in line for line in lines)


def test_several_contracts_and_globs_in_one_run(presign: Run, samples: Path) -> None:
    result = presign("check", samples / "zh-*.docx", samples / "zh-order-form.txt", "--format", "json")
    paths = [Path(document["path"]).name for document in json.loads(result.output)["documents"]]
    assert len(paths) == 5
    assert "zh-order-form.txt" in paths


def test_the_buyers_side_runs_only_what_watches_for_both(presign: Run, samples: Path) -> None:
    result = check(presign, samples, "zh-dangerous-construction-supply.docx", "--side", "buyer", "--format", "json")
    verdicts = {v["rule"]: v["verdict"] for v in json.loads(result.output)["documents"][0]["verdicts"]}
    assert verdicts["CRT-07"] == "not_applicable"
    assert verdicts["TRU-01"] == "violated"


def test_shipped_policies_are_sound_and_their_examples_pass(presign: Run) -> None:
    result = presign("policy", "test", "--lang", "en")
    assert result.exit_code == 0, result.output
    assert "of" in result.output
    packs = json.loads(presign("rules", "--format", "json").output)["rules"]
    assert {rule["rule"][:3] for rule in packs} == {
        "SIG",
        "PTY",
        "CRT",
        "PAY",
        "SEC",
        "REM",
        "ACC",
        "DIS",
        "APR",
        "CCA",
        "COL",
        "TPL",
        "TRU",
        "EUL",
        "UCC",
    }


def test_policy_check_and_test_of_an_own_file(presign: Run, tmp_path: Path) -> None:
    path = tmp_path / "own.policy"
    path.write_text(
        "规则 OWN-01「账期过长」\n  级别 高\n  要求 payment.net_days ≤ 30 天\n\n"
        "示例 OWN-01「九十天」\n  给定 payment.net_days ＝ 90 天\n  预期 OWN-01 违反\n\n"
        "示例 OWN-01「写错的预期」\n  给定 payment.net_days ＝ 90 天\n  预期 OWN-01 满足\n",
        encoding="utf-8",
    )
    assert presign("policy", "check", path, "--lang", "en").exit_code == 0
    result = presign("policy", "test", path, "--lang", "en")
    assert result.exit_code == 1
    assert "own.policy:9" in result.output and "expected satisfied" in result.output
    assert "1 of 2 examples" in result.output


def test_help_costs_no_heavy_import() -> None:
    code = (
        "import sys; from presign.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "print([m for m in ('lark', 'lxml', 'docx', 'pdfplumber', 'pypdfium2', 'yaml', 'rich') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    assert done.stdout.splitlines()[-1] == "[]"
