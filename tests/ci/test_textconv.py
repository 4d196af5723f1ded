"""A DOCX in git has a diff of readable lines, as docs/templates.md sets it up."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import presign
from docx import Document

Shell = Callable[..., subprocess.CompletedProcess[str]]
PAGE = Path(presign.__file__).with_name("docs") / "templates.md"


def set_up() -> str:
    """The lines of the page that set git up."""
    (block,) = re.findall(
        r"^(?:    .*\n)*    git config diff\.presign\.textconv .*\n(?:    .*\n)*", PAGE.read_text("utf-8"), re.M
    )
    return "\n".join(line[4:] for line in block.splitlines())


def template(path: Path, days: str) -> None:
    document = Document()
    document.add_paragraph("设备销售合同")
    document.add_paragraph(f"第一条 买方应于收货之日起{days}日内付清全部货款。")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "交货地点", "宁波"
    document.save(str(path))


def test_a_changed_template_shows_its_words(shell: Shell, repository: Path) -> None:
    assert shell(set_up()).returncode == 0
    template(repository / "sale.docx", "【付款天数】")
    assert shell("git add -A && git commit -qm one").returncode == 0
    template(repository / "sale.docx", "90")
    shown = shell("git diff")
    assert shown.returncode == 0, shown.stderr
    assert "-第一条 买方应于收货之日起【付款天数】日内付清全部货款。" in shown.stdout.splitlines()
    assert "+第一条 买方应于收货之日起90日内付清全部货款。" in shown.stdout.splitlines()
    assert " 交货地点" in shown.stdout and "Binary files" not in shown.stdout


def test_a_file_that_cant_be_read_stops_no_history(shell: Shell, repository: Path) -> None:
    assert shell(set_up()).returncode == 0
    (repository / "broken.docx").write_bytes(b"PK\x03\x04 nothing")
    assert shell("git add -A && git commit -qm one").returncode == 0
    template(repository / "broken.docx", "30")
    assert shell("git commit -qam two").returncode == 0
    history = shell("git log -p")
    assert history.returncode == 0, history.stderr
    assert "+第一条 买方应于收货之日起30日内付清全部货款。" in history.stdout
