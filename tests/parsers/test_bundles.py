"""A contract with its annexes in one file: archives and mails, and what of them can't be read."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

from presign.parsers.document import Document, Media, Unreadable
from presign.parsers.read import read_document


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def read(tmp_path: Path, data: bytes, name: str = "contract.zip") -> Document | Unreadable:
    path = tmp_path / name
    path.write_bytes(data)
    return read_document(path, isolated=False)


CONTRACT = "采购合同\n第一条 付款方式见附件一。\n".encode()
ANNEX = "附件一 付款计划\n签约后7日内付30%。\n".encode()


def test_an_archive_is_one_document_the_contract_first(tmp_path: Path) -> None:
    data = zipped(
        {
            "附件10.txt": b"annex ten",
            "附件一.txt": ANNEX,
            "采购合同.txt": CONTRACT,
            "__MACOSX/x.txt": b"no",
            "logo.png": b"x",
        }
    )
    found = read(tmp_path, data)
    assert isinstance(found, Document) and found.media is Media.ARCHIVE
    assert [(block.location.file, block.text) for block in found.blocks] == [
        ("采购合同.txt", "采购合同"),
        ("采购合同.txt", "第一条 付款方式见附件一。"),
        ("附件一.txt", "附件一 付款计划"),
        ("附件一.txt", "签约后7日内付30%。"),
        ("附件10.txt", "annex ten"),
    ]
    assert [block.index for block in found.blocks] == [0, 1, 2, 3, 4]


def test_tables_of_the_parts_keep_their_cells(tmp_path: Path) -> None:
    rows = b"| a | b |\n|---|---|\n| 1 | 2 |\n"
    found = read(tmp_path, zipped({"contract.md": b"Text\n\n" + rows, "annex.md": rows}))
    assert isinstance(found, Document)
    assert [table.index for table in found.tables] == [1, 2]
    second = found.tables[1]
    assert [found.blocks[cell.block].text for cell in second.cells] == ["a", "b", "1", "2"]
    assert {found.blocks[cell.block].location.table for cell in second.cells} == {2}
    assert {found.blocks[cell.block].location.file for cell in second.cells} == {"annex.md"}


def test_a_part_that_cannot_be_read_is_a_gap_with_its_name(tmp_path: Path) -> None:
    found = read(tmp_path, zipped({"contract.txt": CONTRACT, "annex.pdf": b"%PDF-1.7 broken"}))
    assert isinstance(found, Document)
    (gap,) = found.gaps
    assert gap.key == "doc.bundle_part" and dict(gap.values)["part"] == "annex.pdf"


def test_an_archive_without_a_contract_and_archives_in_archives_are_refused(tmp_path: Path) -> None:
    empty = read(tmp_path, zipped({"logo.png": b"x"}))
    assert isinstance(empty, Unreadable) and empty.key == "doc.bundle_empty"
    inner = zipped({"contract.txt": CONTRACT})
    nested = zipped({"a.txt": zipped({"b.txt": zipped({"c.txt": inner})})})
    deep = read(tmp_path, nested)
    assert isinstance(deep, Unreadable) and deep.key == "doc.bundle_depth"
    once = read(tmp_path, zipped({"a.txt": inner}))
    assert isinstance(once, Document) and once.blocks[0].text == "采购合同"


def test_too_many_parts_are_refused(tmp_path: Path) -> None:
    found = read(tmp_path, zipped({f"{at}.txt": b"x" for at in range(51)}))
    assert isinstance(found, Unreadable) and (found.key, dict(found.values)) == ("doc.bundle_parts", {"limit": "50"})


def mail(*attachments: tuple[str, bytes], body: str = "Please find the contract attached.") -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.org", "b@example.org", "合同"
    message["Date"] = "Mon, 04 May 2026 09:00:00 +0800"
    message.set_content(body)
    for name, data in attachments:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def test_a_mail_is_read_by_what_is_attached(tmp_path: Path) -> None:
    found = read(tmp_path, mail(("采购合同.txt", CONTRACT), ("附件一.txt", ANNEX)), "mail.eml")
    assert isinstance(found, Document) and found.media is Media.MAIL
    assert [block.location.file for block in found.blocks] == ["采购合同.txt"] * 2 + ["附件一.txt"] * 2
    assert "Please find" not in "".join(block.text for block in found.blocks)


def test_a_mail_that_is_the_agreement_itself_is_read(tmp_path: Path) -> None:
    found = read(tmp_path, mail(body="We order 20 pumps; payment within 30 days of the invoice."), "mail.eml")
    assert isinstance(found, Document)
    assert found.blocks[0].text == "We order 20 pumps; payment within 30 days of the invoice."


def test_names_of_entries_written_in_gbk_are_read(tmp_path: Path) -> None:
    data = zipped({"abcd.txt": CONTRACT}).replace(b"abcd.txt", "合同.txt".encode("gb18030"))
    found = read(tmp_path, data)
    assert isinstance(found, Document)
    assert {block.location.file for block in found.blocks} == {"合同.txt"}
