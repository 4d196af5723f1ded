"""What other programs read: every format says the same findings, at places that exist, and breaks on nothing."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import presign
import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from presign.checker.report import Report
from presign.checker.run import Refusal, Request, run
from presign.cli import main
from presign.reports import formats
from presign.reports.marks import marks
from presign.reports.rendering import plain_text
from presign.reports.sheets import guarded

SAMPLES = Path(presign.__file__).with_name("samples")
CONTRACT = """\
采购合同
甲方（买方）：宁波启明商贸有限公司
乙方（卖方）：苏州恒远机械有限公司
第一条 合同总价为人民币100,000.00元。
第二条 甲方收到业主支付的货款后10日内向乙方支付全部货款。
第三条 逾期付款不计违约金。
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder = tmp_path_factory.mktemp("contracts")
    (folder / "a,b:c.txt").write_text(CONTRACT, encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    found = run(Request((str(folder), str(SAMPLES / "en-dangerous-services.pdf"))))
    assert not isinstance(found, Refusal)
    return found


def text(name: str, report: Report, language: str = "en") -> str:
    out = io.StringIO()
    formats.write(name, report, language, out)
    return out.getvalue()


REQUIRED_BY_GITHUB: dict[str, Any] = {
    "type": "object",
    "required": ["$schema", "version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "minItems": 1,
            "items": {
                "required": ["tool", "results"],
                "properties": {
                    "columnKind": {"enum": ["unicodeCodePoints"]},
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name", "rules"],
                                "properties": {
                                    "rules": {
                                        "items": {
                                            "required": ["id", "shortDescription", "fullDescription", "help"],
                                            "properties": {
                                                key: {"required": ["text"], "properties": {"text": {"minLength": 1}}}
                                                for key in ("shortDescription", "fullDescription", "help")
                                            },
                                        }
                                    }
                                },
                            }
                        },
                    },
                    "results": {
                        "items": {
                            "required": ["ruleId", "message", "locations", "partialFingerprints", "level", "kind"],
                            "properties": {
                                "kind": {"const": "fail"},
                                "level": {"enum": ["error", "warning", "note"]},
                                "message": {"required": ["text"], "properties": {"text": {"minLength": 1}}},
                                "partialFingerprints": {
                                    "required": ["primaryLocationLineHash"],
                                    "properties": {"primaryLocationLineHash": {"pattern": "^[0-9a-f]{16}:[0-9]+$"}},
                                },
                                "locations": {
                                    "minItems": 1,
                                    "items": {
                                        "required": ["physicalLocation"],
                                        "properties": {
                                            "physicalLocation": {
                                                "required": ["artifactLocation", "region"],
                                                "properties": {
                                                    "artifactLocation": {
                                                        "properties": {
                                                            "uri": {"minLength": 1, "pattern": "^[^ \\\\]+$"}
                                                        }
                                                    },
                                                    "region": {
                                                        "required": [
                                                            "startLine",
                                                            "startColumn",
                                                            "endLine",
                                                            "endColumn",
                                                        ],
                                                        "properties": {
                                                            key: {"type": "integer", "minimum": 1}
                                                            for key in (
                                                                "startLine",
                                                                "startColumn",
                                                                "endLine",
                                                                "endColumn",
                                                            )
                                                        },
                                                    },
                                                },
                                            }
                                        },
                                    },
                                },
                            },
                        }
                    },
                },
            },
        },
    },
}
"""What GitHub asks of a SARIF file (its documentation of code scanning) and SARIF 2.1.0, 3.27.9 and 3.27.10."""


def test_sarif_has_what_github_requires(report: Report) -> None:
    whole = json.loads(text("sarif", report))
    jsonschema.validate(whole, REQUIRED_BY_GITHUB)
    (one,) = whole["runs"]
    rules = [rule["id"] for rule in one["tool"]["driver"]["rules"]]
    assert len(set(rules)) == len(rules)
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in one["results"])
    prints = [
        (
            r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            r["partialFingerprints"]["primaryLocationLineHash"],
        )
        for r in one["results"]
    ]
    assert len(set(prints)) == len(prints)
    assert any(result["ruleId"] == "DOC-01" and result["level"] == "error" for result in one["results"])


def test_a_place_points_at_the_words_of_the_plain_text(report: Report) -> None:
    document = next(each for each in report.documents if each.path.endswith(".pdf"))
    lines = plain_text(document.blocks).split("\n")
    pointed = 0
    for mark in marks(replace(report, documents=(document,), unreadable=()), "en"):
        if mark.quote and "\n" not in mark.quote:
            region = mark.region
            assert lines[region.line - 1][region.column - 1 : region.end_column - 1] == mark.quote.replace("\t", "⇥")
            pointed += 1
    assert pointed > 5


def test_a_text_file_is_pointed_into_by_its_own_lines(report: Report) -> None:
    document = next(each for each in report.documents if each.path.endswith(".txt"))
    found = [
        mark for mark in marks(replace(report, documents=(document,), unreadable=()), "zh") if mark.rule == "CRT-07"
    ]
    assert found and found[0].region.line == 5
    assert CONTRACT.split("\n")[4] in found[0].quote or found[0].quote in CONTRACT.split("\n")[4]


def test_a_fingerprint_outlives_a_move_and_a_new_number(tmp_path: Path) -> None:
    def prints(contract: str) -> set[str]:
        path = tmp_path / "contract.txt"
        path.write_text(contract, encoding="utf-8")
        found = run(Request((str(path),)))
        assert not isinstance(found, Refusal)
        return {mark.fingerprint for mark in marks(found, "zh") if mark.rule == "CRT-07"}

    moved = CONTRACT.replace("第三条 逾期付款不计违约金。\n", "").replace(
        "第二条 甲方收到", "第二条 逾期付款不计违约金。\n\n第三条 甲方收到"
    )
    assert prints(CONTRACT) == prints(moved) != set()


def test_junit_counts_its_cases(report: Report) -> None:
    root = ElementTree.fromstring(text("junit", report))
    suites = root.findall("testsuite")
    assert len(suites) == len(report.documents) + len(report.unreadable)
    for suite in suites:
        cases = suite.findall("testcase")
        counted = {kind: sum(case.find(kind) is not None for case in cases) for kind in ("failure", "error", "skipped")}
        assert len(cases) == int(suite.attrib["tests"])
        assert counted == {
            "failure": int(suite.attrib["failures"]),
            "error": int(suite.attrib["errors"]),
            "skipped": int(suite.attrib["skipped"]),
        }
    assert sum(int(suite.attrib["errors"]) for suite in suites) == 1


def test_workflow_commands_are_escaped_and_worst_first(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    lines = text("github", report).splitlines()
    assert all(re.match(r"::(error|warning|notice) file=[^:\n]*?,line=\d+,endLine=\d+", line) for line in lines)
    assert any("a%2Cb%3Ac.txt" in line for line in lines)
    assert lines[0].startswith("::error")
    assert len([line for line in lines if line.startswith("::")]) == len(lines) == len(list(marks(report, "en")))
    assert "| severity | rule |" in summary.read_text(encoding="utf-8")


def test_gitlab_issues_are_unique_and_complete(report: Report) -> None:
    issues = json.loads(text("gitlab", report))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == len(list(marks(report, "en")))
    assert {issue["severity"] for issue in issues} <= {"info", "minor", "major", "critical", "blocker"}
    assert all(issue["description"].startswith(issue["check_name"]) for issue in issues)
    assert all(issue["location"]["lines"]["begin"] >= 1 for issue in issues)


def test_rdjson_has_a_place_and_a_code_for_each(report: Report) -> None:
    whole = json.loads(text("rdjson", report))
    assert whole["source"]["name"] == "presign"
    assert {each["severity"] for each in whole["diagnostics"]} <= {"ERROR", "WARNING", "INFO"}
    assert all(each["code"]["value"] and each["location"]["path"] and each["message"] for each in whole["diagnostics"])


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_markdown_table_has_its_columns_whatever_the_contract_says(report: Report, language: str) -> None:
    for line in text("markdown", report, language).splitlines():
        if line.startswith("|"):
            assert len(re.findall(r"(?<!\\)\|", line)) == 6


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+86", "'+86"),
        ("-3", "'-3"),
        ("@cmd", "'@cmd"),
        ("\t=1", "'\t=1"),
        ("30%", "30%"),
        ("a\0b", "ab"),
    ],
)
def test_no_cell_runs(cell: str, shown: str) -> None:
    assert guarded(cell) == shown


def test_csv_and_xlsx_hold_the_same_rows(report: Report, tmp_path: Path) -> None:
    rows = list(csv.reader(io.StringIO(text("csv", report, "zh").removeprefix("\ufeff"))))
    path = tmp_path / "report.xlsx"
    formats.write_file("xlsx", report, "zh", path)
    sheet = load_workbook(path).worksheets[0]
    cells = [[str(cell.value or "") for cell in line] for line in sheet.iter_rows()]
    assert rows[0][:3] == ["文件", "级别", "结论"]
    assert len(rows) == len(cells) == 1 + len(list(marks(report, "zh")))
    assert rows[1][:6] == cells[1][:6]
    assert all(cell.data_type in ("s", "n", "inlineStr") for line in sheet.iter_rows() for cell in line)


Invoke = Callable[..., Any]


def test_several_files_at_once(tmp_path: Path) -> None:
    # A PDF can be marked as a PDF only.
    names = {name: tmp_path / f"out.{name}" for name in formats.FORMATS if name != "docx"}
    options = [part for name, path in names.items() for part in ("--output", f"{name}:{path}")]
    result = CliRunner().invoke(main, ["check", str(SAMPLES / "en-sound-supply.pdf"), "--lang", "en", *options])
    assert result.exit_code in (0, 1), result.output
    assert all(path.stat().st_size > 50 for path in names.values())


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("sarif", "doesn't name a format and a file"),
        ("word:a", "isn't a format"),
        ("sarif:{}/none/a.sarif", "can't be written"),
    ],
)
def test_an_output_that_cannot_be_is_told(tmp_path: Path, output: str, said: str) -> None:
    arguments = ["check", str(SAMPLES / "en-sound-supply.pdf"), "--lang", "en", "--output", output.format(tmp_path)]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert said in result.output
