"""PDF highlights: at the boxes of the quoted words, added behind the file's own bytes."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from datetime import date
from typing import Any

import pypdfium2 as pdfium
import pytest
from presign.facts.fact import Evidence
from presign.parsers.document import Document, Limits
from presign.parsers.pdf.read import read_pdf
from presign.parsers.problem import Problem
from presign.reports.marked.notes import Note
from presign.reports.marked.paper import Marked, Paper
from presign.reports.marked.pdf import mark_pdf
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NumberObject, StreamObject
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

SONG, WIDTH, HEIGHT = "STSong-Light", 595.0, 842.0
pdfmetrics.registerFont(UnicodeCIDFont(SONG))
Draw = Callable[[Canvas], object]


def lines(*texts: str, x: float = 72, y: float = 90, step: float = 16, font: str = "Helvetica") -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, 10.5)
        for at, text in enumerate(texts):
            canvas.drawString(x, HEIGHT - y - at * step, text)

    return draw


def pdf(*pages: Draw, encrypt: str | None = None) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), encrypt=encrypt)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def read(data: bytes) -> Document:
    document = read_pdf("contract.pdf", data, "0" * 64, Limits())
    assert isinstance(document, Document)
    return document


def at(document: Document, quote: str, block: int | None = None) -> Evidence:
    found = [each for each in document.blocks if quote in each.text and block in (None, each.index)]
    assert len(found) == 1, [each.text for each in document.blocks]
    start = found[0].text.index(quote)
    return Evidence(found[0].index, start, start + len(quote), quote, found[0].location)


def note(*evidence: Evidence, about: str = "PAY-1", tone: str = "high") -> Note:
    return Note((f"[{tone}] {about}", "message"), evidence, about=about, tone=tone)


def mark(data: bytes, document: Document, *notes: Note) -> bytes:
    made = mark_pdf(data, Paper(document, notes, date(2026, 3, 9), "en"))
    assert isinstance(made, Marked)
    assert made.data.startswith(data), "an incremental update: what was signed stays as it is"
    return made.data


def annotations(data: bytes) -> list[tuple[int, dict[str, Any]]]:
    return [
        (number, each.get_object())
        for number, page in enumerate(PdfReader(io.BytesIO(data)).pages, 1)
        for each in page.get("/Annots", [])
    ]


def covered(data: bytes, number: int, annotation: dict[str, Any]) -> list[str]:
    """The words inside each quadrilateral of a highlight, read back by pdfium."""
    quads = [float(value) for value in annotation["/QuadPoints"]]
    document = pdfium.PdfDocument(data)
    text = document[number - 1].get_textpage()
    found = []
    for start in range(0, len(quads), 8):
        xs, ys = quads[start : start + 8 : 2], quads[start + 1 : start + 8 : 2]
        words = text.get_text_bounded(left=min(xs), bottom=min(ys), right=max(xs), top=max(ys))
        found.append(" ".join(words.split()))
    text.close()
    document.close()
    return found


def all_covered(data: bytes) -> list[tuple[int, list[str]]]:
    return [
        (number, covered(data, number, each)) for number, each in annotations(data) if each["/Subtype"] == "/Highlight"
    ]


def test_the_box_holds_the_words_and_nothing_beside_them() -> None:
    data = pdf(lines("SUPPLY AGREEMENT", "", "4.1 Buyer shall pay within 120 days after receipt of the invoice."))
    document = read(data)
    made = mark(data, document, note(at(document, "within 120 days")))
    assert all_covered(made) == [(1, ["within 120 days"])]
    [(_, annotation)] = annotations(made)
    assert annotation["/Contents"] == "[high] PAY-1\nmessage"
    assert (annotation["/T"], annotation["/Subj"], annotation["/M"]) == ("Presign", "PAY-1", "D:20260309000000Z")


def test_words_over_a_line_end_have_a_box_on_each_line() -> None:
    data = pdf(
        lines(
            "4.1 Payment is due when the Owner has paid the Contractor for the works in which the goods",
            "were used, and not before that. Title passes to Buyer on delivery of the goods to the site at",
            "the latest.",
        )
    )
    document = read(data)
    made = mark(data, document, note(at(document, "in which the goods were used")))
    assert all_covered(made) == [(1, ["in which the goods", "were used"])]


def test_chinese_words() -> None:
    data = pdf(lines("采购合同", "", "第五条 甲方收到业主支付的工程款后，九十日内向乙方支付货款。", font=SONG))
    document = read(data)
    made = mark(data, document, note(at(document, "九十日内向乙方支付货款")))
    assert all_covered(made) == [(1, ["九十日内向乙方支付货款"])]


def test_of_two_alike_the_quoted_one_is_marked() -> None:
    data = pdf(lines("4.1 Buyer pays 30 % at signing and 30 % at delivery, and the rest at some later time."))
    document = read(data)
    block = next(each for each in document.blocks if "rest" in each.text)
    start = block.text.rindex("30 %")
    evidence = Evidence(block.index, start, start + 4, "30 %", block.location)
    made = mark(data, document, note(evidence))
    [(_, annotation)] = annotations(made)
    after_and = pdfmetrics.stringWidth("4.1 Buyer pays 30 % at signing and ", "Helvetica", 10.5)
    assert float(annotation["/Rect"][0]) == pytest.approx(72 + after_and, abs=2)


def table(canvas: Canvas) -> None:
    lines("PRICE SCHEDULE")(canvas)
    for x in (72, 250, 400, 520):
        canvas.line(x, HEIGHT - 120, x, HEIGHT - 180)
    for row, y in enumerate((120, 140, 160, 180)):
        canvas.line(72, HEIGHT - y, 520, HEIGHT - y)
        if row < 3:
            cells = (
                ("Milestone", "Share", "Amount"),
                ("Signing", "50%", "400.00"),
                ("Resale by Buyer", "50%", "400.00"),
            )
            for x, text in zip((76, 254, 404), cells[row], strict=True):
                canvas.drawString(x, HEIGHT - y - 14, text)


def test_the_cells_of_a_table_row_are_marked_together() -> None:
    data = pdf(table)
    document = read(data)
    row = [block for block in document.blocks if block.location.row == 3]
    evidence = [Evidence(block.index, 0, len(block.text), block.text, block.location) for block in row]
    made = mark(data, document, note(*evidence))
    assert all_covered(made) == [(1, ["Resale by Buyer", "50%", "400.00"])]


def test_a_paragraph_that_goes_on_over_the_page() -> None:
    filler = [
        f"{number}.1 The parties agree on item number {number} of the list of works to be done by the seller."
        for number in range(1, 40)
    ]
    last = "40.1 Buyer shall pay the price of the goods as soon as it has received the payment from its"
    first = "own customer for the whole of the project, whenever that may be the case in its opinion."
    data = pdf(lines(*filler, last, y=60, step=18), lines(first, y=60))
    document = read(data)
    made = mark(data, document, note(at(document, "from its own customer")))
    assert all_covered(made) == [(1, ["from its"]), (2, ["own customer"])]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_shown_turned(turn: int) -> None:
    writer = PdfWriter(
        clone_from=io.BytesIO(pdf(lines("AGREEMENT", "", "Buyer may return the goods at any time for full credit.")))
    )
    writer.pages[0][NameObject("/Rotate")] = NumberObject(turn)
    out = io.BytesIO()
    writer.write(out)
    document = read(out.getvalue())
    made = mark(out.getvalue(), document, note(at(document, "at any time")))
    assert all_covered(made) == [(1, ["at any time"])]


def test_notes_on_the_same_words_are_one_highlight_in_the_worst_colour() -> None:
    data = pdf(lines("Buyer may set off any claim at its discretion against any amount it owes."))
    document = read(data)
    quote = at(document, "at its discretion")
    made = mark(data, document, note(quote, about="A-1", tone="block"), note(quote, about="B-2", tone="low"))
    [(_, annotation)] = annotations(made)
    assert annotation["/Contents"] == "[block] A-1\nmessage\n\n[low] B-2\nmessage"
    assert [float(value) for value in annotation["/C"]] == [1.0, 0.55, 0.55]


def test_words_that_are_not_found_mark_their_paragraph_and_it_is_said() -> None:
    data = pdf(lines("AGREEMENT", "", "Buyer may return the goods at any time for full credit."))
    document = read(data)
    block = next(each for each in document.blocks if "return" in each.text)
    made = mark(data, document, note(Evidence(block.index, 0, 9, "no such words", block.location)))
    assert all_covered(made) == [(1, ["Buyer may return the goods at any time for full credit."])]
    [(_, annotation)] = annotations(made)
    assert "the exact words couldn't be marked: “no such words”" in annotation["/Contents"]


def test_what_the_contract_does_not_say_is_a_note_at_the_edge_of_the_first_page() -> None:
    data = pdf(lines("AGREEMENT"), lines("Second page"))
    made = mark(data, read(data), Note(("summary",)), note(about="A-1"), note(about="A-2"))
    found = annotations(made)
    assert [(number, each["/Subtype"]) for number, each in found] == [(1, "/Text")] * 3
    tops = [float(each["/Rect"][3]) for _, each in found]
    assert len(set(tops)) == 3 and min(tops) > 700
    assert "no words to point at" in found[1][1]["/Contents"]
    assert found[0][1]["/Contents"] == "summary"


def test_annotations_that_are_there_stay() -> None:
    def linked(canvas: Canvas) -> None:
        lines("AGREEMENT on terms found at example")(canvas)
        canvas.linkURL("https://example.org", (72, 740, 200, 760))

    data = pdf(linked)
    document = read(data)
    made = mark(data, document, note(at(document, "on terms")))
    assert [each["/Subtype"] for _, each in annotations(made)] == ["/Link", "/Highlight"]


def test_a_protected_file_is_not_written_in() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("", ownerPassword="owner", canModify=0))
    canvas.drawString(72, 700, "AGREEMENT on terms that nobody may change")
    canvas.save()
    document = read(out.getvalue())
    answer = mark_pdf(out.getvalue(), Paper(document, (note(),), date(2026, 3, 9), "en"))
    assert answer == Problem("marked.pdf_locked", (("path", "contract.pdf"),))


def test_the_same_contract_gives_the_same_bytes() -> None:
    data = pdf(lines("AGREEMENT on terms"))
    document = read(data)
    assert mark(data, document, note(at(document, "on terms"))) == mark(data, document, note(at(document, "on terms")))


def test_a_page_whose_annotations_stand_in_a_list_elsewhere_in_the_file() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(pdf(lines("AGREEMENT on terms"), lines("Second page"))))
    there = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Square"),
            NameObject("/Rect"): ArrayObject([FloatObject(value) for value in (10, 10, 20, 20)]),
        }
    )
    listed = writer._add_object(ArrayObject([writer._add_object(there)]))
    writer.pages[0][NameObject("/Annots")] = listed
    out = io.BytesIO()
    writer.write(out)
    document = read(out.getvalue())
    made = mark(out.getvalue(), document, note(at(document, "on terms")), note(at(document, "Second")))
    assert [(number, each["/Subtype"]) for number, each in annotations(made)] == [
        (1, "/Square"),
        (1, "/Highlight"),
        (2, "/Highlight"),
    ]


def compact(data: bytes) -> bytes:
    """The same document as Word saves one: objects packed in a stream, their places in another (ISO 32000-1, 7.5.7 f.)."""
    reader = PdfReader(io.BytesIO(data))
    out = io.BytesIO()
    out.write(b"%PDF-1.5\n")
    numbers = sorted(reader.xref[0])
    packed, places = numbers[-1] + 1, numbers[-1] + 2
    rows = {0: (0, 0, 65535)}
    head, body, inside = b"", b"", 0

    def write(number: int, content: bytes) -> None:
        rows[number] = 1, out.tell(), 0
        out.write(f"{number} 0 obj\n".encode() + content + b"\nendobj\n")

    for number in numbers:
        made = io.BytesIO()
        found = reader.get_object(number)
        assert found is not None
        found.write_to_stream(made)
        if isinstance(found, StreamObject):
            write(number, made.getvalue())
            continue
        head += f"{number} {len(body)} ".encode()
        body += made.getvalue() + b" "
        rows[number] = 2, packed, inside
        inside += 1
    content = zlib.compress(head + body)
    about = f"<</Type/ObjStm/N {inside}/First {len(head)}/Filter/FlateDecode/Length {len(content)}>>"
    write(packed, about.encode() + b"stream\n" + content + b"\nendstream")
    start = out.tell()
    rows[places] = 1, start, 0
    every = (rows.get(number, (0, 0, 65535)) for number in range(places + 1))
    content = b"".join(bytes([kind]) + at.to_bytes(4, "big") + which.to_bytes(2, "big") for kind, at, which in every)
    root = reader.trailer.raw_get("/Root").idnum
    about = f"<</Type/XRef/Size {places + 1}/W[1 4 2]/Root {root} 0 R/Length {len(content)}>>"
    write(places, about.encode() + b"stream\n" + content + b"\nendstream")
    out.write(f"startxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def test_a_file_whose_objects_are_packed() -> None:
    data = compact(pdf(lines("AGREEMENT on terms"), lines("Second page")))
    document = read(data)
    made = mark(data, document, note(at(document, "on terms")), note(at(document, "Second")))
    assert all_covered(made) == [(1, ["on terms"]), (2, ["Second"])]
