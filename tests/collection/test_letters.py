"""The letters: what they say, what they leave open, and the company's own templates."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from docx import Document
from docx.enum.text import WD_COLOR_INDEX
from papers import CASE, CONTRACT, write

Run = Callable[..., Result]
KINDS = ("reminder", "statement", "demand", "lawyer_brief", "guarantor_claim")


def letters(presign: Run, tmp_path: Path, *more: object, contract: str = CONTRACT, case: str = CASE) -> Result:
    paper, file = write(tmp_path, contract, case)
    return presign("plan", paper, "--case", file, "--letters", tmp_path / "out", "--lang", "en", *more)


def opened(tmp_path: Path, kind: str, language: str) -> Any:
    return Document(str(tmp_path / "out" / f"bearings-1-{kind}.{language}.docx"))


def text_of(document: Any) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def marked(document: Any) -> list[str]:
    return [
        run.text
        for paragraph in document.paragraphs
        for run in paragraph.runs
        if run.font.highlight_color == WD_COLOR_INDEX.YELLOW
    ]


def test_every_kind_in_both_languages(presign: Run, tmp_path: Path) -> None:
    assert letters(presign, tmp_path).exit_code == 0
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {f"bearings-1-{kind}.{language}.docx" for kind in KINDS for language in ("zh", "en")}
    for kind in KINDS:
        for language in ("zh", "en"):
            assert "{{" not in text_of(opened(tmp_path, kind, language))


def test_the_demand_letter_says_what_is_owed(presign: Run, tmp_path: Path) -> None:
    letters(presign, tmp_path)
    text = text_of(opened(tmp_path, "demand", "zh"))
    assert "致：天目机械有限公司" in text and "湖州市安吉县工业路18号" in text
    assert "合同编号：DH-2026-041" in text and "2026年3月2日" in text
    # Letter of 18 May, payable until 6 May: 12 days, 200,000 × 0.05% × 12 = 1,200.
    assert "人民币200,000.00元 × 0.05% × 12日 = 人民币1,200.00元" in text
    assert "本金与违约金合计：人民币201,200.00元" in text
    assert "账号：3925601040012345678" in text and "中国农业银行宁波鄞州支行" in text
    # The visit is on 1 June; the Friday before is 29 May.
    assert "请贵方于2026年5月29日前" in text
    assert "暂停供货和服务（合同第4.2条）" in text and "向甲方住所地人民法院起诉" in text
    assert "加速" not in text and "取回" not in text, "the contract gives neither"
    assert "诉讼时效自本函到达时中断并重新计算（民法典第195条）" in text
    assert "东海轴承有限公司（盖章）" in text and "2026年5月18日" in text
    assert marked(opened(tmp_path, "demand", "zh")) == []


def test_the_english_letter_says_the_same(presign: Run, tmp_path: Path) -> None:
    letters(presign, tmp_path)
    text = text_of(opened(tmp_path, "demand", "en"))
    assert "CNY 200,000.00 × 0.05% × 12 days = CNY 1,200.00" in text and "CNY 201,200.00" in text
    assert "pay by 2026-05-29" in text and "suspend supply and services (clause 4.2)" in text


def test_a_letter_written_later_counts_to_its_own_day(presign: Run, tmp_path: Path) -> None:
    letters(presign, tmp_path, "--as-of", "2026-05-26")
    # From 6 to 26 May 20 days: 200,000 × 0.05% × 20 = 2,000.
    text = text_of(opened(tmp_path, "demand", "en"))
    assert "× 20 days = CNY 2,000.00" in text and "pay by 2026-05-29" in text


def test_the_guarantor_is_claimed_on_by_name_within_the_period(presign: Run, tmp_path: Path) -> None:
    letters(presign, tmp_path)
    text = text_of(opened(tmp_path, "guarantor_claim", "zh"))
    assert "致：北湖投资有限公司" in text and "届满日2028年5月1日" in text and "连带责任保证" in text


def test_what_nobody_knows_is_marked_not_made_up(presign: Run, tmp_path: Path) -> None:
    contract = CONTRACT.replace("合同编号：DH-2026-041\n", "").replace("住所：湖州市安吉县工业路18号\n", "")
    contract = contract.replace("4.1 乙方逾期付款的，每逾期一日，应按逾期未付金额的万分之五向甲方支付违约金。\n", "")
    contract = contract.replace("；开户行：中国农业银行宁波鄞州支行；账号：3925601040012345678", "")
    letters(presign, tmp_path, contract=contract)
    document = opened(tmp_path, "demand", "zh")
    assert marked(document) == [
        "【待填：买方地址】",
        "【待填：合同编号】",
        "【待填：本金与违约金合计】",
        "【待填：户名、开户行、账号】",
    ]
    assert "合同未约定违约金" in text_of(document)


def test_no_letter_without_the_right_to_it(presign: Run, tmp_path: Path) -> None:
    contract = CONTRACT.replace(
        "3.1 丙方对乙方的付款义务承担连带责任保证，保证期间为主债务履行期限届满之日起两年。", "3.1 不设担保。"
    )
    letters(presign, tmp_path, contract=contract)
    assert not any("guarantor_claim" in path.name for path in (tmp_path / "out").iterdir())


def test_the_same_letter_is_the_same_file(presign: Run, tmp_path: Path) -> None:
    letters(presign, tmp_path)
    path = tmp_path / "out" / "bearings-1-demand.zh.docx"
    parts = Document(str(path)).core_properties
    assert parts.created is not None and parts.created.date().isoformat() == "2026-05-18"


def test_a_statement_has_the_open_invoices_of_the_ledger(presign: Run, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.db"
    presign("ledger", "init", "--db", ledger)
    rows = {
        "customers": "name,grade\n天目机械有限公司,B\n",
        "invoices": "customer,number,issued_on,due_on,amount,currency\n"
        '天目机械有限公司,T-1,2026-04-01,2026-05-01,"200,000.00",CNY\n'
        '天目机械有限公司,T-0,2026-01-05,2026-02-05,"7,000.00",CNY\n'
        '天目机械有限公司,T-2,2025-12-05,2026-01-05,"900.00",CNY\n',
        "payments": "customer,reference,invoice_number,paid_on,amount,currency\n天目机械有限公司,P,T-2,2026-01-05,900.00,CNY\n",
    }
    for kind, text in rows.items():
        (tmp_path / f"{kind}.csv").write_text(text, encoding="utf-8")
        assert presign("ledger", "import", kind, tmp_path / f"{kind}.csv", "--db", ledger).exit_code == 0
    letters(presign, tmp_path, "--ledger", ledger, "--as-of", "2026-05-11")
    document = opened(tmp_path, "statement", "zh")
    table = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    # By 11 May five days late: 200,000 × 0.05% × 5 = 500; the other invoice isn't this contract's, and T-2 is paid.
    assert table[1:] == [
        ["第1期 (发票T-1)", "2026年5月1日", "人民币200,000.00元", "5", "人民币500.00元"],
        ["发票T-0", "2026年2月5日", "人民币7,000.00元", "95", "–"],
    ]
    assert "应付金额合计：人民币207,000.00元" in text_of(document)


def own_template(tmp_path: Path, *paragraphs: tuple[str, ...]) -> Path:
    document = Document()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for run in runs:
            paragraph.add_run(run).bold = run.startswith("{{")
    folder = tmp_path / "templates"
    folder.mkdir()
    document.save(str(folder / "demand.zh.docx"))
    return folder


def test_a_template_of_the_company(presign: Run, tmp_path: Path) -> None:
    # Word splits a placeholder over runs as it likes.
    folder = own_template(
        tmp_path, ("欠款 ", "{{to", "tal}}", "，合同 {{contract_number}}。"), ("{{limitation_note}}",)
    )
    assert letters(presign, tmp_path, "--template", folder).exit_code == 0
    document = opened(tmp_path, "demand", "zh")
    assert document.paragraphs[0].text == "欠款 人民币201,200.00元，合同 DH-2026-041。"
    assert [run.text for run in document.paragraphs[0].runs if run.bold] == ["人民币201,200.00元"]
    assert "Demand for payment" in text_of(opened(tmp_path, "demand", "en")), "the others stay as shipped"


def test_a_placeholder_nobody_knows_stops_everything(presign: Run, tmp_path: Path) -> None:
    folder = own_template(tmp_path, ("{{contract_nummer}}",))
    result = letters(presign, tmp_path, "--template", folder)
    assert result.exit_code == 2 and not (tmp_path / "out").exists()
    assert "`demand.zh.docx` has a placeholder nobody fills: `contract_nummer`" in result.stderr
    assert "contract_number" in result.stderr


@pytest.mark.parametrize("data", [b"", b"not a document", b"PK\x03\x04rest"])
def test_a_template_that_is_no_document(presign: Run, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "demand.zh.docx"
    path.write_bytes(data)
    result = letters(presign, tmp_path, "--template", path)
    assert result.exit_code == 2 and "isn't a Word document" in result.stderr


def test_a_folder_without_templates_says_what_is_expected(presign: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = letters(presign, tmp_path, "--template", tmp_path / "empty")
    assert result.exit_code == 2 and "demand.zh.docx" in result.stderr


def test_the_shipped_templates_can_be_written_and_used(presign: Run, tmp_path: Path) -> None:
    assert presign("plan", "--write-templates", tmp_path / "own").exit_code == 0
    assert len(list((tmp_path / "own").iterdir())) == 10
    letters(presign, tmp_path)
    before = text_of(opened(tmp_path, "demand", "zh"))
    letters(presign, tmp_path, "--template", tmp_path / "own")
    assert text_of(opened(tmp_path, "demand", "zh")) == before


def test_a_folder_that_cannot_be_written(presign: Run, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    result = letters(presign, tmp_path)
    assert result.exit_code == 2 and "can't be written" in result.stderr
