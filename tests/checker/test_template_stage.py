"""A template checked: what it lacks or says wrongly counts, what waits for its blanks doesn't."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner
from presign.checker.report import DocumentReport
from presign.checker.run import Prepared, Refusal, Request, judge, prepare
from presign.cli import main
from presign.parsers.document import Document
from presign.parsers.read import read_document
from presign.policylang.outcome import Verdict

TEMPLATE = """\
设备销售合同
合同编号：【合同编号】
买方：【买方名称】
卖方：苏州恒远机械有限公司
第一条 合同总价为人民币【合同总价】元（含税，税率13%）。
第二条 买方应于收货之日起【付款天数】日内付清全部货款。
第三条 买方应于收货后【验收天数】日内验收，逾期未提出书面异议的，视为验收合格。
第四条 买方逾期付款的，每逾期一日按未付金额的0.05%支付违约金。
第五条 因本合同发生的争议，由卖方所在地人民法院管辖。
"""


@cache
def prepared() -> Prepared:
    found = prepare(Request(()))
    assert not isinstance(found, Refusal)
    return found


def checked(tmp_path: Path, text: str, stage: str = "template") -> DocumentReport:
    file = tmp_path / "template.txt"
    file.write_text(text, encoding="utf-8")
    document = read_document(file, isolated=False)
    assert isinstance(document, Document)
    return judge(document, prepared(), Request((), stage=stage))


def verdicts(document: DocumentReport) -> dict[str, Verdict]:
    return {each.rule.id: each.outcome.verdict for each in document.findings}


def test_blanks_and_records_of_the_deal_are_waited_for(tmp_path: Path) -> None:
    document = checked(tmp_path, TEMPLATE)
    found = verdicts(document)
    assert Verdict.UNDECIDED not in found.values()
    # Days of credit and the customer's grade come with the deal; blanks are what a template is made of.
    assert {"CRT-01", "CRT-05"} <= set(document.waiting)
    assert found["CRT-01"] is found["SIG-06"] is found["SIG-13"] is Verdict.NOT_APPLICABLE
    assert [found[f"TPL-0{number}"] for number in range(1, 6)] == [Verdict.SATISFIED] * 5


def test_the_pack_for_templates_is_named_for_templates_only(tmp_path: Path) -> None:
    def named(stage: str) -> bool:
        return "Contract templates" in [run.pack.title for run in checked(tmp_path, TEMPLATE, stage).packs]

    assert named("template") and not named("draft")


def test_a_draft_of_the_same_words_is_undecided(tmp_path: Path) -> None:
    document = checked(tmp_path, TEMPLATE, "draft")
    assert verdicts(document)["CRT-01"] is Verdict.UNDECIDED
    assert document.waiting == ()
    assert verdicts(document)["TPL-01"] is Verdict.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("was", "now", "rule"),
    [
        ("【付款天数】日", "____日", "TPL-01"),
        ("第五条 因", "第五条 【买方的名称】与卖方约定，因", "TPL-02"),
        ("第五条 因", "第五条 其他\n买方：【采购方名称】\n第六条 因", "TPL-03"),
        ("第五条 因", "第五条 交货日期：【某日日期】\n付款日期：【某日日期】\n第六条 因", "TPL-04"),
        ("【付款天数】", "{{付款天数}}", "TPL-05"),
        # What is dangerous or missing in the words themselves.
        ("每逾期一日按未付金额的0.05%支付违约金", "卖方不向买方收取任何违约金或利息", "REM-01"),
        ("收货之日起【付款天数】日内", "收到业主支付的货款后10日内", "CRT-07"),
    ],
)
def test_a_spoilt_template_is_violated(tmp_path: Path, was: str, now: str, rule: str) -> None:
    assert verdicts(checked(tmp_path, TEMPLATE))[rule] is not Verdict.VIOLATED
    assert was in TEMPLATE
    assert verdicts(checked(tmp_path, TEMPLATE.replace(was, now)))[rule] is Verdict.VIOLATED


@pytest.mark.usefixtures("cached")
@pytest.mark.parametrize(
    ("language", "said"), [("en", "only when the template is filled in: "), ("zh", "须待模板填写后")]
)
def test_the_report_counts_what_waits(tmp_path: Path, language: str, said: str) -> None:
    file = tmp_path / "template.txt"
    file.write_text(TEMPLATE, encoding="utf-8")
    page = tmp_path / "page.html"
    data = tmp_path / "data.json"
    outputs = ("--output", f"html:{page}", "--output", f"json:{data}")
    result = CliRunner().invoke(main, ["check", str(file), "--stage", "template", "--lang", language, *outputs])
    assert said in result.output
    assert said in page.read_text(encoding="utf-8")
    assert "CRT-01" in json.loads(data.read_text(encoding="utf-8"))["documents"][0]["waiting"]
