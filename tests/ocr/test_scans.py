"""Scans read by the recogniser itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from PIL import Image
from presign.cli import main
from presign.parsers.document import Document, Gap, Limits, Media, Unreadable
from presign.parsers.ocr.mode import NO_OCR, Ocr, OcrMode
from presign.parsers.read import read_document
from presign.reports.quotes import recognised, recognised_words
from reportlab.pdfgen.canvas import Canvas
from scanning import Sheet, chinese_font, needs_ocr, scanned

LINES = (
    "SUPPLY CONTRACT",
    "1. The price is USD 240,000.00 in all.",
    "2. The Buyer pays within 45 days after delivery.",
    "3. Delivery is due on 30 June 2026.",
)


@pytest.fixture(scope="module")
def english() -> Image.Image:
    sheet = Sheet()
    sheet.lines(40, 40, LINES, step=30)
    return sheet.image


def _read(path: Path, data: bytes, ocr: Ocr | None = None, limits: Limits | None = None) -> Document:
    path.write_bytes(data)
    document = read_document(path, limits, isolated=False, ocr=ocr or Ocr())
    assert isinstance(document, Document), document
    return document


def _texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


@needs_ocr
@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_scan_is_read_however_it_lies(tmp_path: Path, english: Image.Image, degrees: int) -> None:
    document = _read(tmp_path / "scan.pdf", scanned(english.rotate(degrees, expand=True)))

    assert tuple(_texts(document)) == LINES and document.gaps == ()
    assert all(block.confidence is not None and block.confidence > 0.8 for block in document.blocks)
    assert {block.location.page for block in document.blocks} == {1}


@needs_ocr
def test_a_scan_a_little_askew_keeps_its_table(tmp_path: Path) -> None:
    sheet = Sheet()
    xs, ys = (50, 170, 260, 370), (60, 90, 120, 150)
    sheet.grid(xs, ys)
    rows = [["Goods", "Quantity", "Amount"], ["Pump", "3", "36,000.00"], ["Valve", "12", "4,800.00"]]
    for row, y in zip(rows, ys, strict=False):
        for text, x in zip(row, xs, strict=False):
            sheet.text(x + 8, y + 8, text)
    document = _read(tmp_path / "scan.pdf", scanned(sheet.image.rotate(-1.2, fillcolor=255)))

    (table,) = document.tables
    assert [document.blocks[cell.block].text for cell in table.cells] == [text for row in rows for text in row]
    assert [(cell.row, cell.column) for cell in table.cells] == [
        (row, column) for row in (1, 2, 3) for column in (1, 2, 3)
    ]


@needs_ocr
def test_columns_are_kept_apart(tmp_path: Path) -> None:
    left = (
        "The Buyer pays the price in",
        "full within thirty days from",
        "the day on which the goods",
        "have reached his works. The",
        "price includes all packing.",
    )
    right = (
        "Title to the goods stays with",
        "the Seller until he has been",
        "paid in full. The Buyer has to",
        "insure the goods against fire",
        "and theft at his own expense.",
    )
    sheet = Sheet(height=200)
    sheet.lines(25, 40, left, size=10)
    sheet.lines(230, 40, right, size=10)
    words = " ".join(_texts(_read(tmp_path / "scan.pdf", scanned(sheet.image))))

    assert words.index("all packing.") < words.index("Title to the goods")
    assert "within thirty days from the day" in words and "until he has been paid in full" in words


@needs_ocr
def test_chinese_with_amounts_and_the_json_report(tmp_path: Path) -> None:
    sheet = Sheet(font=chinese_font())
    sheet.text(160, 30, "设备采购合同", 16)
    lines = (
        "甲方（买方）：宁波远帆机械有限公司",
        "乙方（卖方）：苏州启明自动化设备有限公司",
        "第一条 合同总价为人民币2,350,000.00元。",
        "第二条 买方应于收货后45日内付清全部货款。",
    )
    sheet.lines(40, 80, lines, step=30)
    path = tmp_path / "scan.png"
    sheet.image.save(path)

    result = CliRunner().invoke(main, ["facts", str(path), "--format", "json"])
    whole = json.loads(result.output)

    schema = json.loads((Path(__file__).parents[2] / "docs/schema/facts.schema.json").read_text())
    Draft202012Validator(schema).validate(whole)
    facts = whole["documents"][0]["facts"]
    assert facts["contract.amount"]["value"] == {"amount": "2350000.00", "currency": "CNY"}
    assert facts["payment.net_days"]["value"] == 45
    assert facts["party.buyer_name"]["value"] == "宁波远帆机械有限公司"
    assert 0.8 < facts["contract.amount"]["evidence"][0]["confidence"] <= 1


@needs_ocr
def test_only_pages_without_text_are_recognised_and_each_is_told(tmp_path: Path, english: Image.Image) -> None:
    path = tmp_path / "mixed.pdf"
    english.save(tmp_path / "page.png")
    canvas = Canvas(str(path), pagesize=(420, 300))
    canvas.drawString(40, 250, "4. Interest on late payment is 0.05% per day.")
    canvas.showPage()
    canvas.drawImage(str(tmp_path / "page.png"), 0, 0, 420, 300)
    canvas.showPage()
    canvas.save()
    told: list[tuple[str, list[int]]] = []

    def progress(name: str, pages: Sequence[int]) -> AbstractContextManager[Iterable[int]]:
        told.append((name, list(pages)))
        return nullcontext(pages)

    document = _read(path, path.read_bytes(), Ocr(progress=progress))

    assert told == [(str(path), [2])]
    assert document.blocks[0].confidence is None and document.blocks[1].confidence is not None
    assert tuple(_texts(document)[1:]) == LINES


@needs_ocr
def test_forced_recognition_reads_what_is_shown_not_what_the_text_layer_says(
    tmp_path: Path, english: Image.Image
) -> None:
    english.save(tmp_path / "page.png")
    path = tmp_path / "lying.pdf"
    canvas = Canvas(str(path), pagesize=(420, 300))
    layer = canvas.beginText(40, 250)
    layer.setTextRenderMode(3)
    for at in range(6):
        layer.textLine(f"{at}. The price is USD 1.00 and is due after a hundred years.")
    canvas.drawText(layer)
    canvas.drawImage(str(tmp_path / "page.png"), 0, 0, 420, 300)
    canvas.save()

    assert tuple(_texts(_read(path, path.read_bytes(), Ocr(OcrMode.FORCE)))) == LINES


@needs_ocr
def test_pages_beyond_the_limit_are_gaps(tmp_path: Path) -> None:
    blank = Image.new("L", (400, 300), 255)
    document = _read(tmp_path / "many.pdf", scanned(blank, blank, blank), limits=Limits(ocr_pages=1))

    assert document.gaps == (Gap("doc.ocr_pages", 2, (("limit", "1"),)), Gap("doc.ocr_pages", 3, (("limit", "1"),)))


@needs_ocr
def test_a_picture_file_is_a_page(tmp_path: Path, english: Image.Image) -> None:
    path = tmp_path / "photo.jpg"
    # A camera held on its side: Exif orientation 6 asks for a quarter turn clockwise (Exif 2.3, tag 0x0112).
    exif = Image.Exif()
    exif[0x0112] = 6
    english.rotate(90, expand=True).save(path, quality=85, exif=exif)

    document = read_document(path, isolated=False, ocr=Ocr())

    assert isinstance(document, Document) and document.media is Media.PICTURE and document.pages == 1
    assert tuple(_texts(document)) == LINES


@needs_ocr
def test_a_damaged_picture_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    answer = read_document(path, ocr=Ocr())

    assert isinstance(answer, Unreadable) and answer.key == "doc.ocr_picture_failed"


def test_without_recognition_a_scan_is_a_gap_with_the_way_out(tmp_path: Path, english: Image.Image) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(scanned(english))
    result = CliRunner().invoke(main, ["text", str(path), "--ocr", "off", "--lang", "en"])

    assert result.exit_code == 2
    assert "page 1: the page is a picture without text" in result.output
    assert "pip install 'presign[ocr]'" in result.output


def test_a_picture_without_recognition_is_refused_with_the_way_out(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpeg"
    path.write_bytes(b"\xff\xd8\xff\xe0" + bytes(50))
    assert read_document(path, ocr=NO_OCR) == Unreadable(str(path), "doc.picture", (), read_document(path).sha256)
    result = CliRunner().invoke(main, ["check", str(path), "--ocr", "off", "--lang", "en"])
    assert result.exit_code == 2 and "pip install 'presign[ocr]'" in result.output


def test_where_the_extra_is_missing_auto_goes_on_and_force_stops(
    tmp_path: Path, english: Image.Image, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("presign.parsers.ocr.mode.installed", lambda: False)
    path = tmp_path / "scan.pdf"
    assert _read(path, scanned(english)).gaps == (Gap("doc.pdf_no_text", 1),)

    result = CliRunner().invoke(main, ["text", str(path), "--ocr", "force", "--lang", "en"])
    assert result.exit_code == 2 and "pip install 'presign[ocr]'" in result.output


@needs_ocr
def test_pages_whose_picture_cannot_be_decoded_are_not_taken_for_empty_ones(
    tmp_path: Path, english: Image.Image
) -> None:
    whole = scanned(english, english, english, english, Image.new("L", (400, 300), 255))
    broken, at = whole, 0
    for _ in range(3):
        start = broken.index(b"\xff\xd8", at)
        at = broken.index(b"endstream", start)
        broken = broken[:start] + bytes(at - start) + broken[at:]
    document = _read(tmp_path / "scan.pdf", broken)

    assert document.gaps == tuple(Gap("doc.pdf_page_broken", page) for page in (1, 2, 3))
    assert tuple(_texts(document)) == LINES and {block.location.page for block in document.blocks} == {4}


@needs_ocr
def test_a_page_that_is_black_all_over_is_not_an_empty_one(tmp_path: Path) -> None:
    document = _read(tmp_path / "scan.pdf", scanned(Image.new("L", (400, 300), 0)))

    assert document.blocks == () and document.gaps == (Gap("doc.pdf_page_broken", 1),)


@needs_ocr
def test_the_text_report_says_how_sure_the_reading_is(tmp_path: Path, english: Image.Image) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(scanned(english))
    result = CliRunner().invoke(main, ["text", str(path), "--lang", "en"])

    head, *lines = result.output.splitlines()
    assert result.exit_code == 0 and head == f"# {path}"
    assert [line.partition("] ")[2] for line in lines] == list(LINES)
    assert all(re.search(r"\[page 1, .*read by OCR, (?:9\d|100) %\]", line) for line in lines)


def test_the_words_for_a_confidence_never_round_up_to_certainty() -> None:
    assert recognised_words(0.999, "en") == "read by OCR, 99 %"
    assert recognised_words(0.93, "zh") == "文字识别，置信度 93%"
    assert recognised([None, 0.97, 0.62], "en") == " (read by OCR, 62 %)"
    assert recognised([None], "en") == ""
