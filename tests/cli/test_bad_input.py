"""Bad input: what, where, what to do; exit code 2 or an undecided verdict; never a traceback."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

CONTRACT = "买卖合同\n卖方：甲市光谱仪器有限公司\n买方：乙市博衡科技有限公司\n第一条 货到验收合格后30日内付款。\n"


def assert_refused(result: Result, *said: str) -> None:
    assert result.exit_code == 2, result.output
    assert "Traceback" not in result.output
    for words in said:
        assert words in result.output, result.output


def docx(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            'wordprocessingml.document.main+xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def body(inside: str, head: str = "") -> bytes:
    return f'<?xml version="1.0"?>{head}<w:document xmlns:w="{WORD}"><w:body>{inside}</w:body></w:document>'.encode()


def test_a_missing_file(presign: Run, tmp_path: Path) -> None:
    assert_refused(presign("check", tmp_path / "none.docx", "--lang", "en"), "none.docx")


def test_a_folder_without_contracts(presign: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.csv").write_text("a,b")
    assert_refused(presign("check", tmp_path, "--lang", "en"), str(tmp_path), "docx")


def test_a_wrong_extension(presign: Run, tmp_path: Path) -> None:
    path = tmp_path / "photo.gif"
    path.write_bytes(b"GIF89a" + bytes(100))
    assert_refused(presign("check", path, "--lang", "en"), "photo.gif", "docx")


@pytest.mark.parametrize("name", ["empty.docx", "empty.pdf", "empty.txt"])
def test_an_empty_file(presign: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    assert_refused(presign("check", tmp_path / name, "--lang", "en"), name, "empty")


def test_an_encrypted_pdf(presign: Run, tmp_path: Path) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "locked.pdf"
    canvas = Canvas(str(path), encrypt=StandardEncryption("secret", ownerPassword="owner"))
    canvas.drawString(72, 720, "Payment within 30 days")
    canvas.save()
    assert_refused(presign("check", path, "--lang", "en"), "locked.pdf", "password")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("cut.docx", docx({"word/document.xml": body("<w:p/>" * 500)})[:400]),
        ("noise.docx", b"PK\x03\x04" + bytes(range(256)) * 20),
        ("broken.docx", docx({"word/document.xml": b"<w:document><w:body>"})),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog"),
        ("noise.pdf", b"%PDF-1.4\n" + bytes(range(256)) * 20),
        ("noise.txt", bytes(range(256)) * 20),
    ],
)
def test_truncated_and_garbage_files(presign: Run, tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert_refused(presign("check", tmp_path / name, "--lang", "en"), name)


def test_a_zip_bomb(presign: Run, tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    path.write_bytes(docx({"word/document.xml": body("<w:p/>" + " " * 300_000_000)}))
    assert path.stat().st_size < 1_000_000
    assert_refused(presign("check", path, "--lang", "en"), "bomb.docx")


def test_xml_with_a_doctype(presign: Run, tmp_path: Path) -> None:
    path = tmp_path / "entity.docx"
    path.write_bytes(
        docx({"word/document.xml": body("<w:p/>", '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>')})
    )
    assert_refused(presign("check", path, "--lang", "en"), "entity.docx", "document type")


def test_a_file_over_the_size_limit(presign: Run, tmp_path: Path) -> None:
    path = tmp_path / "huge.docx"
    with path.open("wb") as file:
        file.truncate(50_000_001)
    assert_refused(presign("check", path, "--lang", "en"), "huge.docx", "50")


def test_a_scan_without_text_leaves_everything_undecided(presign: Run, tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "scan.pdf"
    canvas = Canvas(str(path))
    canvas.rect(72, 600, 200, 100)
    canvas.showPage()
    canvas.save()
    result = presign("check", path, "--lang", "en", "--format", "json")
    assert result.exit_code == 2, "nothing readable"
    document = json.loads(result.output)["documents"][0]
    assert [gap["page"] for gap in document["gaps"]] == [1]
    verdicts = {verdict["rule"]: verdict["verdict"] for verdict in document["verdicts"]}
    assert verdicts["REM-01"] == "undecided", "a late charge nobody could look for isn't missing"
    assert "violated" not in verdicts.values()


def test_the_next_file_is_read_all_the_same(presign: Run, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04garbage")
    (tmp_path / "b.txt").write_text(CONTRACT, encoding="utf-8")
    result = presign("check", tmp_path, "--lang", "en", "--format", "json")
    assert result.exit_code == 2
    report = json.loads(result.output)
    assert [Path(each["path"]).name for each in report["unreadable"]] == ["a.docx"]
    assert [Path(each["path"]).name for each in report["documents"]] == ["b.txt"]


@pytest.fixture
def contract(tmp_path: Path) -> Path:
    path = tmp_path / "contract.txt"
    path.write_text(CONTRACT, encoding="utf-8")
    return path


def policy(folder: Path, text: str) -> Path:
    path = folder / "own.policy"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_pack_that_is_not_there(presign: Run, contract: Path) -> None:
    assert_refused(
        presign("check", contract, "--policy", "cn-civl", "--lang", "en"),
        "`cn-civl`",
        "did you mean the pack `cn-civil`?",
    )


def test_a_policy_with_a_syntax_error(presign: Run, contract: Path, tmp_path: Path) -> None:
    path = policy(tmp_path, 'rule OWN-01 "x"\n  severity high\n  requires payment.net_days <=\n')
    assert_refused(presign("check", contract, "--policy", path, "--lang", "en"), "own.policy:3", "error", "^")


def test_a_policy_with_an_unknown_fact(presign: Run, contract: Path, tmp_path: Path) -> None:
    path = policy(tmp_path, 'rule OWN-01 "x"\n  severity high\n  requires payment.net_day <= 30 days\n')
    assert_refused(
        presign("check", contract, "--policy", path, "--lang", "en"),
        "own.policy:3",
        "`payment.net_day`",
        "payment.net_days",
    )


def test_a_policy_with_a_unit_error(presign: Run, contract: Path, tmp_path: Path) -> None:
    path = policy(tmp_path, 'rule OWN-01 "x"\n  severity high\n  requires payment.net_days <= 2 months\n')
    assert_refused(presign("check", contract, "--policy", path, "--lang", "en"), "own.policy:3", "days", "months")


def test_a_policy_without_rules(presign: Run, contract: Path, tmp_path: Path) -> None:
    path = policy(tmp_path, "# nothing yet\n")
    assert_refused(presign("check", contract, "--policy", path, "--lang", "en"), "no rule was loaded")


def test_four_mistakes_give_four_diagnostics(presign: Run, tmp_path: Path) -> None:
    path = policy(
        tmp_path,
        'rule OWN-01 "x"\n  severity enormous\n  requires payment.net_days <= 30 days\n'
        'rule OWN-02 "x"\n  severity high\n  requires payment.net_day <= 30 days\n'
        'rule OWN-03 "x"\n  severity high\n  requires payment.net_days <= 30%\n'
        'rule OWN-04 "x"\n  severity high\n  requires and\n',
    )
    result = presign("policy", "check", path, "--lang", "en")
    assert_refused(result)
    for line in (2, 6, 9, 12):
        assert f"own.policy:{line}:" in result.output, result.output


def test_a_case_file_with_a_typo(presign: Run, contract: Path, tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_text("customer:\n  grad: B\n")
    assert_refused(
        presign("check", contract, "--case", case, "--lang", "en"), "case.yaml:2:", "did you mean `customer.grade`?"
    )


def test_a_case_file_with_a_wrong_unit(presign: Run, contract: Path, tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_text("credit:\n  max_days: 45%\n")
    assert_refused(presign("check", contract, "--case", case, "--lang", "en"), "case.yaml:2:", "45 days")


def test_two_parties_that_cannot_be_told_apart_leave_it_undecided(presign: Run, tmp_path: Path) -> None:
    path = tmp_path / "twins.txt"
    path.write_text(
        "合作协议\n甲方：东川实业有限公司\n乙方：西岭实业有限公司\n双方本着互利原则开展合作，具体事项另行商定。\n",
        encoding="utf-8",
    )
    result = presign("facts", path, "--format", "json")
    facts = json.loads(result.output)["documents"][0]["facts"]
    assert facts["party.buyer_name"]["state"] == "unknown"
    assert facts["party.seller_name"]["state"] == "unknown"
    checked = json.loads(presign("check", path, "--format", "json").output)
    verdicts = {verdict["rule"]: verdict for verdict in checked["documents"][0]["verdicts"]}
    assert verdicts["PTY-02"]["verdict"] != "satisfied"


def test_a_rule_not_in_force_is_no_check(presign: Run, contract: Path, tmp_path: Path) -> None:
    path = policy(
        tmp_path,
        'rule OWN-01 "x"\n  severity high\n  in force from 2030-01-01\n  requires payment.net_days <= 30 days\n',
    )
    result = presign("check", contract, "--policy", path, "--as-of", "2026-03-02", "--lang", "en")
    assert_refused(result, "no rule ran on any document")
