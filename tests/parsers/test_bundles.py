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


def png(width: int, height: int) -> bytes:
    """The head of a PNG."""
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\0\0\0\0"


def jpeg(width: int, height: int) -> bytes:
    """The head of a JPEG as cameras write it: a thumbnail's data before its own frame."""
    thumbnail = b"\xff\xc0\0\x0b\x08\0\x40\0\x40"
    about = b"\xff\xe1" + (len(thumbnail) + 2).to_bytes(2, "big") + thumbnail
    frame = b"\xff\xc2\0\x0b\x08" + height.to_bytes(2, "big") + width.to_bytes(2, "big") + b"\x01\x01\x11\0"
    return b"\xff\xd8" + about + b"\xff" + frame


def test_scans_beside_a_contract_are_told_of_and_logos_are_not(tmp_path: Path) -> None:
    pictures = {
        "附件二.png": png(1240, 1754),
        "annex3.JPG": jpeg(1200, 1600),
        "logo.png": png(300, 90),
        "sign.jpg": jpeg(200, 200),
    }
    found = read(tmp_path, zipped({"采购合同.txt": CONTRACT, **pictures}))
    assert isinstance(found, Document)
    assert sorted((gap.key, gap.file, gap.aside) for gap in found.gaps) == [
        ("doc.picture", "annex3.JPG", False),
        ("doc.picture", "附件二.png", False),
    ]


def test_a_scan_attached_to_a_mail_is_told_of(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Date"] = (
        "a@example.org",
        "b@example.org",
        "Mon, 04 May 2026 09:00:00 +0800",
    )
    message.set_content("see attached")
    message.add_attachment(CONTRACT, maintype="text", subtype="plain", filename="contract.txt")
    message.add_attachment(jpeg(2480, 3508), maintype="image", subtype="jpeg", filename="page2.jpg")
    message.add_attachment(png(64, 64), maintype="image", subtype="png", filename="logo.png")
    found = read(tmp_path, message.as_bytes(), "mail.eml")
    assert isinstance(found, Document)
    assert [(gap.key, gap.file) for gap in found.gaps] == [("doc.picture", "page2.jpg")]


def test_an_archive_of_scans_is_a_picture_to_be_recognised(tmp_path: Path) -> None:
    found = read(tmp_path, zipped({"1.jpg": jpeg(1240, 1754), "2.jpg": jpeg(1240, 1754)}))
    assert isinstance(found, Unreadable) and found.key == "doc.picture"
