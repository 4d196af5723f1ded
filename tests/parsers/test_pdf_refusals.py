from __future__ import annotations

import pytest
from pdf_making import Page, body, pdf, read, refused
from presign.messages import say
from presign.parsers.document import Gap, Limits
from reportlab.lib.pdfencrypt import StandardEncryption


def _words(p: Page) -> None:
    p.text(90, 100, "Payment is due within 30 days.")


def test_a_page_without_text_is_a_gap_and_the_others_are_read():
    def drawing(p: Page) -> None:
        p.canvas.rect(100, 100, 300, 300, fill=1)

    document = read(pdf(_words, drawing))

    assert body(document) == ["Payment is due within 30 days."]
    assert document.gaps == (Gap("doc.pdf_no_text", 2),) and document.pages == 2


def test_a_document_without_any_text_has_a_gap_for_each_page():
    document = read(pdf(lambda p: p.canvas.rect(0, 0, 9, 9), lambda p: None))

    assert document.blocks == () and [gap.page for gap in document.gaps] == [1, 2]


def test_an_empty_page_between_others_is_no_gap():
    assert read(pdf(_words, lambda p: None)).gaps == ()


def test_a_page_whose_drawing_is_damaged_is_a_gap_though_it_looks_empty():
    data = pdf(_words, lambda p: p.text(90, 100, "Interest is 1% per month."))
    start = data.rindex(b"stream", 0, data.rindex(b"endstream")) + len("stream\n")
    end = data.rindex(b"endstream")
    damaged = data[:start] + b"!" * (end - start) + data[end:]

    document = read(damaged)

    assert body(document) == ["Payment is due within 30 days."]
    assert document.gaps == (Gap("doc.pdf_no_text", 2),)


def test_a_password_is_asked_for_by_name():
    assert refused(pdf(_words, encrypt="secret")) == "doc.pdf_encrypted"


@pytest.mark.parametrize("strength", [40, 128])
def test_a_file_that_anybody_may_open_is_read_though_its_owner_locked_it(strength: int):
    lock = StandardEncryption("", ownerPassword="owner only", canCopy=0, strength=strength)
    data = pdf(lambda p: p.text(90, 100, "Payment is due within 30 days."), encrypt=lock)

    assert b"/Encrypt" in data and body(read(data)) == ["Payment is due within 30 days."]


def test_a_file_cut_off_is_refused_though_its_start_could_be_read():
    data = pdf(_words, _words)

    assert refused(data[: len(data) * 2 // 3]) == "doc.pdf_truncated"


def test_bytes_that_only_look_like_a_pdf_are_refused():
    assert refused(b"%PDF-1.7\n" + b"\x00\xff" * 500 + b"\n%%EOF") == "doc.pdf_damaged"


def test_more_pages_than_allowed_are_refused():
    assert refused(pdf(*[_words] * 4), Limits(pages=3)) == "doc.pdf_pages"
    assert read(pdf(*[_words] * 3), Limits(pages=3)).pages == 3


def test_more_characters_than_allowed_are_refused():
    # "Payment is due within 30 days." has 25 characters that show.
    assert refused(pdf(_words), Limits(characters=24)) == "doc.too_long"
    assert read(pdf(_words), Limits(characters=25)).pages == 1


def test_characters_of_a_private_code_make_the_page_garbled():
    # A font whose map to Unicode leads into the private area: what shows as words can't be read.
    readable = pdf(_mapped, compressed=False)
    document = read(_with_private_map(readable))

    assert document.gaps == (Gap("doc.pdf_garbled", 1),)


def _mapped(p: Page) -> None:
    p.canvas.setFont("Helvetica", 10)
    p.canvas.drawString(90, 700, "AAAAAAAAAA")


def _with_private_map(data: bytes) -> bytes:
    """The PDF with a map to Unicode for its font, A to U+E041, added behind its end."""
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def "
        b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <41> <E041> endbfchar endcmap end end"
    )
    start = data.index(b"/BaseFont /Helvetica")
    number = int(data[: data.rindex(b" 0 obj", 0, start)].split()[-1])
    root = data[data.rindex(b"/Root ") + 6 :].split(b" ")[0]
    font = b"/BaseFont /Helvetica /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /ToUnicode 99 0 R"
    first = len(data)
    added = b"%d 0 obj\n<< %s >>\nendobj\n" % (number, font)
    second = first + len(added)
    added += b"99 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (len(cmap), cmap)
    table = b"xref\n%d 1\n%010d 00000 n \n99 1\n%010d 00000 n \n" % (number, first, second)
    previous = int(data[data.rindex(b"startxref") + 9 :].split()[0])
    trailer = b"trailer\n<< /Size 100 /Root %s 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (
        root,
        previous,
        len(data) + len(added),
    )
    return data + added + table + trailer


def test_every_reason_has_words_in_both_languages():
    for key in ("encrypted", "truncated", "damaged", "no_text", "garbled", "page_broken"):
        for language in ("en", "zh"):
            assert say(f"doc.pdf_{key}", language)


def test_a_file_that_only_lacks_its_end_mark_is_read():
    data = pdf(_words, lambda p: p.text(90, 100, "Interest is 1% per month."))
    unmarked = data[: data.rindex(b"startxref")].rstrip()

    for bare in (unmarked, data.replace(b"%%EOF", b"")):
        assert body(read(bare)) == ["Payment is due within 30 days.", "Interest is 1% per month."]
    # Without the trailer nothing says which object is the root.
    assert refused(unmarked[: unmarked.rindex(b"trailer")]) == "doc.pdf_truncated"


def test_a_file_without_end_mark_whose_pages_are_not_all_there_is_refused():
    # The pages' tree stands before the pages, as many programs write it, and the last page's objects are cut off.
    whole = hand_made("<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>")
    assert len(body(read(whole))) == 2

    assert refused(whole[: whole.index(b"\n7 0 obj")]) == "doc.pdf_truncated"
    assert refused(whole[: whole.index(b"\n6 0 obj")]) == "doc.pdf_truncated"
    assert refused(whole[: whole.rindex(b"Interest")]) == "doc.pdf_truncated"


def hand_made(pages: str) -> bytes:
    """A PDF of two pages, its objects in their order."""
    objects: dict[int, str] = {1: "<< /Type /Catalog /Pages 2 0 R >>", 2: pages}
    objects[5] = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    for leaf, words in ((3, "Payment is due within 30 days."), (6, "Interest is 1% per month.")):
        drawn = f"BT /F1 12 Tf 72 700 Td ({words}) Tj ET"
        objects[leaf] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {leaf + 1} 0 R"
            " /Resources << /Font << /F1 5 0 R >> >> >>"
        )
        objects[leaf + 1] = f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream"
    out = bytearray(b"%PDF-1.7")
    places: dict[int, int] = {}
    for number in sorted(objects):
        places[number] = len(out) + 1
        out += f"\n{number} 0 obj\n{objects[number]}\nendobj".encode()
    table = len(out) + 1
    out += f"\nxref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
    out += "".join(f"{places[number]:010d} 00000 n \n" for number in sorted(places)).encode()
    return bytes(out) + f"trailer << /Size {len(places) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()


def test_characters_written_as_their_number_make_the_page_garbled():
    def page(p: Page) -> None:
        p.text(90, 100, "(cid:1043)(cid:2210)(cid:77) 30 (cid:912)(cid:1400)")

    assert read(pdf(page)).gaps == (Gap("doc.pdf_garbled", 1),)
