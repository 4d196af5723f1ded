"""Each format of a pipeline, whole: read line by line when it was laid down, and kept to what its reader demands.

The reports are those of one contract with a violated and an undecided rule, and of a file that can't be read.
Fingerprints, hashes and the program's version stand as words in the files.
"""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from format_schemas import GITLAB, JUNIT, RDJSON, SARIF
from lxml import etree
from presign import __version__
from presign.checker.report import Report
from presign.checker.run import Refusal, Request, run
from presign.reports import formats

GOLDEN = Path(__file__).parent / "golden"
CONTRACT = """\
采购合同
甲方（买方）：宁波启明商贸有限公司
乙方（卖方）：苏州恒远机械有限公司
第一条 甲方收到业主支付的货款后10日内向乙方支付全部货款。
"""
POLICY = """\
# language: en
policy "House" version "1"
  owner "Credit"  source "Credit manual"  jurisdiction "ANY"

rule HSE-01 en "Payment waits for a third party" zh "付款取决于第三方"
  severity block
  blocker arbitrary_credit
  forbids payment.back_to_back is yes
  when undecided: review
  message en "paid when somebody else pays" zh "第三方付款后才付款"
  remedy en "Strike it out, 100%." zh "删除该条。"
  clause prefer en "Payable within 30 days." zh "30日内付清。"
  basis "CC-159"

rule HSE-02 en "No grade" zh "无客户等级"
  severity medium
  requires customer.grade >= B
  when undecided: review
  message en "grade {customer.grade}" zh "等级{customer.grade}"
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder = tmp_path_factory.mktemp("golden")
    (folder / "a,b:c.txt").write_text(CONTRACT, encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    (folder / "house.policy").write_text(POLICY, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        found = run(Request(("a,b:c.txt", "broken.pdf"), ("house.policy",), as_of=date(2026, 3, 2)))
    assert not isinstance(found, Refusal)
    return found


def written(name: str, report: Report, language: str, folder: Path) -> str:
    file = folder / f"report.{name}"
    formats.write_file(name, report, language, file)
    return file.read_bytes().decode("utf-8")


def in_words(text: str) -> str:
    """The text with a word for what changes with every version of the program."""
    text = re.sub(r"\b[0-9a-f]{64}\b", "SHA-256", text)
    text = re.sub(r"\b[0-9a-f]{16}\b(?=[:,\"])", "FINGERPRINT", text)
    return text.replace(f'"{__version__}"', '"VERSION"')


FILES = (
    ("sarif", "en"),
    ("junit", "en"),
    ("github", "en"),
    ("gitlab", "en"),
    ("rdjson", "en"),
    ("markdown", "en"),
    ("markdown", "zh"),
    ("csv", "en"),
    ("csv", "zh"),
)


@pytest.mark.parametrize(("name", "language"), FILES)
def test_a_format_is_written_as_it_was_laid_down(
    report: Report, name: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    expected = (GOLDEN / f"{name}.{language}.txt").read_bytes().decode("utf-8")
    assert in_words(written(name, report, language, tmp_path)) == expected


def test_the_summary_of_a_step_is_the_whole_table(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    written("github", report, "en", tmp_path)
    table = (GOLDEN / "markdown.en.txt").read_text(encoding="utf-8")
    found = in_words(summary.read_text(encoding="utf-8"))
    assert found.startswith("before\n") and table.strip() in found


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("name", "schema"), [("sarif", SARIF), ("gitlab", GITLAB), ("rdjson", RDJSON)])
def test_a_report_keeps_to_its_schema(
    report: Report, name: str, schema: dict[str, Any], language: str, tmp_path: Path
) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(written(name, report, language, tmp_path)), schema)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_junit_keeps_to_its_schema(report: Report, language: str, tmp_path: Path) -> None:
    schema = etree.XMLSchema(etree.fromstring(JUNIT.encode()))
    schema.assertValid(etree.fromstring(written("junit", report, language, tmp_path).encode()))


@pytest.mark.parametrize(("name", "schema"), [("sarif", SARIF), ("gitlab", GITLAB), ("rdjson", RDJSON)])
def test_the_schemas_refuse_what_their_readers_refuse(
    report: Report, name: str, schema: dict[str, Any], tmp_path: Path
) -> None:
    whole = json.loads(written(name, report, "en", tmp_path))
    first = {
        "sarif": lambda: whole["runs"][0]["results"][0],
        "gitlab": lambda: whole[0],
        "rdjson": lambda: whole["diagnostics"][0],
    }[name]()
    spoilt = {"sarif": "locations", "gitlab": "fingerprint", "rdjson": "location"}[name]
    del first[spoilt]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(whole, schema)
