"""`presign compare`: exit codes, and the same comparison in every format and both languages."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path

import jsonschema
import presign
import pytest
from click.testing import CliRunner, Result
from docx import Document
from lxml import html
from presign.cli import main
from templates import ZH, edited, filled_zh

SCHEMA = json.loads(
    Path(presign.__file__).with_name("docs").joinpath("schema/compare.schema.json").read_text(encoding="utf-8")
)
BAD = edited(filled_zh(付款天数="90"), "第四条 买方逾期付款的，每逾期一日按未付金额的0.05%支付违约金。\n", "")

pytestmark = pytest.mark.usefixtures("cached")


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    template, contract = tmp_path / "template.txt", tmp_path / "contract.txt"
    template.write_text(ZH, encoding="utf-8")
    contract.write_text(BAD, encoding="utf-8")
    return template, contract


def run(*arguments: object) -> Result:
    return CliRunner(catch_exceptions=False).invoke(main, ["compare", *map(str, arguments)])


def test_the_exit_code_says_whether_a_verdict_got_worse(files: tuple[Path, Path], tmp_path: Path) -> None:
    template, contract = files
    assert run(template, contract).exit_code == 1
    assert run(template, contract, "--fail-on", "block").exit_code == 0
    assert run(template, template).exit_code == run(template, template, "--fail-on", "any").exit_code == 0
    # A new clause that no rule cares for deviates all the same.
    harmless = tmp_path / "harmless.txt"
    harmless.write_text(edited(ZH, "第六条 本合同", "第六条 本合同以中文书写。本合同"), encoding="utf-8")
    assert run(template, harmless, "--fail-on", "low").exit_code == 0
    assert run(template, harmless, "--fail-on", "any").exit_code == 1


def test_what_cant_be_compared_is_told_and_ends_with_two(files: tuple[Path, Path], tmp_path: Path) -> None:
    template, contract = files
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    empty = tmp_path / "folder"
    empty.mkdir()
    for arguments in ((template, broken), (broken, contract), (template, tmp_path / "nowhere.txt"), (empty, contract)):
        result = run(*arguments, "--lang", "en")
        assert result.exit_code == 2
        assert result.stderr.strip() and not result.stdout
    assert run(template, contract, "--output", "docx").exit_code == 2
    assert run(template, contract, "--output", "sarif:x").exit_code == 2
    assert "is one of the files" in run(template, contract, "--output", f"html:{template}", "--lang", "en").stderr
    assert template.read_text(encoding="utf-8") == ZH


@pytest.mark.parametrize(("language", "said"), [("en", "removed  clause 第四条"), ("zh", "删除  模板条款第四条")])
def test_the_text_marks_what_is_new_and_what_is_gone(files: tuple[Path, Path], language: str, said: str) -> None:
    result = run(*files, "--lang", language)
    assert said in result.output
    assert "[-第四条 买方逾期付款的，每逾期一日按未付金额的0.05%支付违约金。-]" in result.output
    assert "收货之日起[=90=]日内" in result.output
    assert "REM-01" in result.output
    assert "\x1b" not in result.output


def test_the_json_keeps_to_its_schema(files: tuple[Path, Path]) -> None:
    found = json.loads(run(*files, "--format", "json").output)
    jsonschema.validate(found, SCHEMA)
    assert found["counts"] == {"unchanged": 6, "filled": 4, "moved": 0, "changed": 0, "added": 0, "removed": 1}
    assert found["deviates"] is True
    (gone,) = [at for at, row in enumerate(found["rows"]) if row["status"] == "removed"]
    (late_fee,) = [turn for turn in found["turned"] if turn["rule"] == "REM-01"]
    assert late_fee["effect"] == "worse" and late_fee["rows"] == [gone]
    for row in found["rows"]:
        if row["words"]:
            assert "".join(piece["before"] for piece in row["words"]) == row["before"]["text"]
            assert "".join(piece["after"] for piece in row["words"]) == row["after"]["text"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_runs_nothing_and_escapes_everything(tmp_path: Path, language: str) -> None:
    template, contract = tmp_path / "template.txt", tmp_path / "contract.txt"
    template.write_text(ZH, encoding="utf-8")
    contract.write_text(
        BAD + "第七条 <script>alert('x')</script> & <b>bold</b> 的设备由买方自行保管。\n", encoding="utf-8"
    )
    source = run(template, contract, "--format", "html", "--lang", language).output
    tree = html.fromstring(source)
    assert not tree.xpath("//script | //link | //img | //iframe | //@onclick | //@style | //@src | //b")
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (css,) = re.findall(r"<style>(.*?)</style>", source, re.S)
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    assert policy.startswith("default-src 'none'") and f"'sha256-{digest}'" in policy
    assert "<script>alert('x')</script> & <b>bold</b>" in tree.xpath("string(//ins)")
    (removed,) = tree.xpath("//article[contains(@class, 'removed')]")
    assert removed.xpath("string(.//del)").startswith("第四条 买方逾期付款的")
    assert "REM-01" in removed.xpath("string(ul)")
    assert len(tree.xpath("//h1")) == 1
    assert tree.xpath("name((//h2 | //h3)[1])") == "h2"


def test_the_word_document_shows_old_and_new_words(files: tuple[Path, Path], tmp_path: Path) -> None:
    template, contract = files
    first, second = tmp_path / "first.docx", tmp_path / "second.docx"
    assert (
        run(template, contract, "--output", f"docx:{first}", "--output", f"docx:{second}", "--lang", "en").exit_code
        == 1
    )
    document = Document(str(first))
    assert document.paragraphs[0].text == "Contract and template"
    deviations, filled = document.tables
    assert [cell.text for cell in deviations.rows[0].cells] == ["Clause", "Words", "What it does to the verdicts"]
    (row,) = deviations.rows[1:]
    (run_,) = row.cells[1].paragraphs[0].runs
    assert run_.font.strike and run_.text.startswith("第四条 买方逾期付款的")
    assert "high REM-01" in row.cells[2].text
    assert [(each.cells[1].text, each.cells[2].text) for each in filled.rows[1:]] == [
        ("合同编号", "XS-2026-018"),
        ("买方名称", "宁波启明商贸有限公司"),
        ("合同总价", "1,200,000.00"),
        ("付款天数", "90"),
    ]


def test_characters_that_xml_cant_hold_break_no_document(tmp_path: Path) -> None:
    template, contract, out = tmp_path / "template.txt", tmp_path / "contract.txt", tmp_path / "out.docx"
    template.write_text(ZH, encoding="utf-8")
    contract.write_text(BAD + "第七条 设备\x0b由买方\ufffe保管。\n", encoding="utf-8")
    run(template, contract, "--output", f"docx:{out}")
    assert "保管" in "".join(
        cell.text for table in Document(str(out)).tables for row in table.rows for cell in row.cells
    )


def test_registration_numbers_are_masked_unless_asked_for(tmp_path: Path) -> None:
    number = "91330200MA2XK3T52P"
    template, contract = tmp_path / "template.txt", tmp_path / "contract.txt"
    line = "卖方：苏州恒远机械有限公司\n"
    template.write_text(edited(ZH, line, "统一社会信用代码：【买方信用代码】\n" + line), encoding="utf-8")
    contract.write_text(edited(BAD, line, f"统一社会信用代码：{number}\n" + line), encoding="utf-8")
    assert number not in run(template, contract).output
    assert number in run(template, contract, "--full").output
