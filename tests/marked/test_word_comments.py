"""Word comments at the exact words of findings, whatever the words stand in; nothing else in the file changes."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import docx as python_docx
import pytest
from presign.reports.marked.parts import Parts
from word_packages import SPACES, WORD, at, docx, mark, note, p, r, read, written
from word_undoing import W, compare, marked_words, ours, part


def words(data: bytes) -> list[str]:
    """What Presign's comments stand at, in the order of the comments."""
    found = marked_words(data)
    return [found[number] for number in ours(data)]


BOLD, RED = "<w:b/>", '<w:color w:val="FF0000"/>'


def test_a_run_is_cut_at_the_words_and_keeps_its_look() -> None:
    data = docx(p(r("Buyer pays within 120 days of receipt.", BOLD)))
    made = mark(data, "within 120 days")
    assert words(made) == ["within 120 days"]
    runs = [run for run in part(made).iter(W + "r") if run.find(W + "t") is not None]
    assert [run.findtext(W + "t") for run in runs] == ["Buyer pays ", "within 120 days", " of receipt."]
    assert all(run.find(f"{W}rPr/{W}b") is not None for run in runs)
    compare(data, made)


def test_words_over_several_runs_are_one_range() -> None:
    data = docx(p("Payment ", r("within ninety", BOLD), r(" (90)", RED), " days after acceptance"))
    made = mark(data, "ninety (90) days")
    assert words(made) == ["ninety (90) days"]
    compare(data, made)


def test_a_range_that_needs_no_cut_leaves_the_runs_alone() -> None:
    data = docx(
        p("Title", properties="<w:keepNext/>") + p(r("The goods are accepted. "), r("Payment is made later.", BOLD))
    )
    made = mark(data, "Payment is made later.")
    assert len(list(part(made).iter(W + "t"))) == 3
    compare(data, made)


def test_blanks_at_a_cut_are_kept() -> None:
    data = docx("<w:p><w:r><w:t>No deduction may be made</w:t></w:r></w:p>")
    made = mark(data, "deduction")
    assert [
        (text.text, text.get("{http://www.w3.org/XML/1998/namespace}space")) for text in part(made).iter(W + "t")
    ] == [
        ("No ", "preserve"),
        ("deduction", None),
        (" may be made", "preserve"),
    ]
    compare(data, made)


def test_signs_beyond_the_first_plane_count_as_one() -> None:
    data = docx(p("✅😀 付款😀期限为𠮷日六十天😀。"))
    made = mark(data, "𠮷日六十天")
    assert words(made) == ["𠮷日六十天"]
    compare(data, made)


def test_a_tab_and_a_line_break_between_the_words() -> None:
    data = docx("<w:p><w:r><w:t>Price</w:t><w:tab/><w:t>EUR 900</w:t><w:br/><w:t>net of tax</w:t></w:r></w:p>")
    made = mark(data, "\tEUR 900")
    assert words(made) == ["\tEUR 900"]
    compare(data, made)


@pytest.mark.parametrize("rows", [2, 3])
def test_a_table_cell(rows: int) -> None:
    cells = "".join(
        f"<w:tr><w:tc>{p(f'Instalment {row}')}</w:tc><w:tc>{p(f'{row}0 % on approval {row}')}{p('by Buyer')}</w:tc></w:tr>"
        for row in range(1, rows + 1)
    )
    data = docx(p("Schedule") + f"<w:tbl><w:tblPr/><w:tblGrid/>{cells}</w:tbl>" + p("End"))
    made = mark(data, "on approval 2\nby")
    assert words(made) == ["on approval 2by"]
    compare(data, made)


def test_words_of_a_table_in_a_table() -> None:
    inner = f"<w:tbl><w:tblPr/><w:tr><w:tc>{p('inner left')}</w:tc><w:tc>{p('paid when resold')}</w:tc></w:tr></w:tbl>"
    outer = f"<w:tbl><w:tblPr/><w:tr><w:tc>{p('outer')}{inner}{p()}</w:tc><w:tc>{p('beside')}</w:tc></w:tr></w:tbl>"
    data = docx(p("A") + outer + p("Z"))
    made = mark(data, "when resold")
    assert words(made) == ["when resold"]
    compare(data, made)


def test_words_another_author_put_in_and_took_out() -> None:
    change = 'w:author="Li" w:date="2026-01-01T00:00:00Z"'
    data = docx(
        p(
            "Payment falls due ",
            f'<w:del w:id="4" {change}><w:r><w:delText>30</w:delText></w:r></w:del>',
            f'<w:ins w:id="5" {change}>{r("180 calendar")}</w:ins>',
            " days after delivery",
        )
    )
    made = mark(data, "80 calendar days")
    assert words(made) == ["80 calendar days"]
    [number] = ours(made)
    assert int(number) > 5
    inserted = [change for change in part(made).iter(W + "ins") if change.get(W + "author") == "Li"]
    assert "".join(text.text or "" for text in inserted[0].iter(W + "t")) == "180 calendar"
    assert next(inserted[0].iter(W + "commentReference"), None) is None, "it would go when the change is rejected"
    compare(data, made)


def test_words_of_a_link() -> None:
    data = docx(
        p("See ", f'<w:hyperlink w:anchor="terms">{r("the general terms online")}</w:hyperlink>', " as amended")
    )
    made = mark(data, "general terms")
    assert words(made) == ["general terms"]
    compare(data, made)


def test_the_result_of_a_field_never_its_instruction() -> None:
    def character(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    data = docx(
        p(
            "as in clause ",
            character("begin") + '<w:r><w:instrText xml:space="preserve"> REF _r7 \\h </w:instrText></w:r>',
            character("separate") + r("7.2 above") + character("end"),
            " only",
            f'<w:fldSimple w:instr=" DOCPROPERTY Term ">{r("ninety days")}</w:fldSimple>',
        )
    )
    made = mark(data, "7.2", "ninety")
    assert words(made) == ["7.2", "ninety"]
    compare(data, made)


def test_a_list_to_choose_from_is_marked_as_a_whole() -> None:
    control = (
        f"<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>{r('after final acceptance')}</w:sdtContent></w:sdt>"
    )
    free = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('within a reasonable time')}</w:sdtContent></w:sdt>"
    data = docx(p("Due ", control, " and ", free))
    made = mark(data, "final", "reasonable")
    assert words(made) == ["after final acceptance", "reasonable"]
    inside = part(made).find(f".//{W}sdtContent")
    assert inside is not None
    assert [child.tag for child in inside] == [W + "r"]
    compare(data, made)


def test_a_formula_is_marked_from_outside() -> None:
    data = docx(p("Interest is ", "<m:oMath><m:r><m:t>P×0.05%×d</m:t></m:r></m:oMath>", " in all"))
    made = mark(data, "0.05%")
    formula = next(part(made).iter("{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"))
    before, after = formula.getprevious(), formula.getnext()
    assert before is not None and before.tag == W + "commentRangeStart"
    assert after is not None and after.tag == W + "commentRangeEnd"
    compare(data, made)


BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent>"
    "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox>"
    "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def test_a_text_box_takes_no_comment_so_what_draws_it_does() -> None:
    data = docx(p("Title") + p("Before ", BOX.format(p("Special term: payment at Buyer's convenience")), " after"))
    made = mark(data, "at Buyer's convenience")
    [text] = ours(made).values()
    assert "the words stand in a text box, where Word takes no comments: “at Buyer's convenience”" in text
    box = next(part(made).iter(W + "drawing"))
    assert not list(box.iter(W + "commentRangeStart"))
    drawn_by = next(box.iterancestors(W + "r"))
    previous = drawn_by.getprevious()
    assert previous is not None and previous.tag == W + "commentRangeStart"
    compare(data, made)


def test_a_footnote_is_marked_at_its_number_in_the_text() -> None:
    notes = f'<w:footnotes {SPACES}><w:footnote w:id="2">{p("Net of bank charges borne by Seller")}</w:footnote></w:footnotes>'
    data = docx(
        p("Title") + p("The price", '<w:r><w:footnoteReference w:id="2"/></w:r>', " is fixed"), {"footnotes": notes}
    )
    made = mark(data, "borne by Seller", language="zh")
    [text] = ours(made).values()
    assert "原文位于脚注，Word 不允许在该处批注：“borne by Seller”" in text
    mark_run = next(part(made).iter(W + "footnoteReference")).getparent()
    assert mark_run is not None
    previous = mark_run.getprevious()
    assert previous is not None and previous.tag == W + "commentRangeStart"
    compare(data, made)


def test_a_header_takes_no_comment_so_the_title_does() -> None:
    header = f"<w:hdr {SPACES}>{p('Subject to head office approval')}</w:hdr>"
    data = docx(
        p("SUPPLY CONTRACT") + p("Text"), {"header1": header}, extra='<w:headerReference w:type="default" r:id="rId1"/>'
    )
    made = mark(data, "head office approval")
    assert words(made) == ["SUPPLY CONTRACT"]
    [text] = ours(made).values()
    assert "the words stand in a header, where Word takes no comments: “head office approval”" in text
    compare(data, made)


def test_comments_that_are_there_stay_and_numbers_are_new() -> None:
    theirs = (
        f'<w:comments {SPACES}><w:comment w:id="7" w:author="Wang" w:date="2026-01-01T00:00:00Z" w:initials="W">'
        f"{p('check with treasury')}</w:comment></w:comments>"
    )
    body = p(
        '<w:commentRangeStart w:id="7"/>', "Advance payment", '<w:commentRangeEnd w:id="7"/>',
        '<w:r><w:commentReference w:id="7"/></w:r>', " of ten percent",
    )  # fmt: skip
    data = docx(p("T") + body, {"comments": theirs})
    made = mark(data, "payment of ten")
    assert words(made) == ["payment of ten"]
    root = part(made, "word/comments.xml")
    assert [(each.get(W + "id"), each.get(W + "author")) for each in root] == [("7", "Wang"), ("8", "Presign")]
    assert "check with treasury" in "".join(root.itertext())
    compare(data, made)


def test_a_finding_in_a_comment_is_marked_where_that_comment_is() -> None:
    theirs = (
        f'<w:comments {SPACES}><w:comment w:id="1" w:author="Wang">{p("pay only when resold")}</w:comment></w:comments>'
    )
    data = docx(p("T") + p("Price ", '<w:r><w:commentReference w:id="1"/></w:r>', "fixed"), {"comments": theirs})
    made = mark(data, "only when resold")
    [text] = ours(made).values()
    assert "the words stand in a comment, where Word takes no comments" in text


def test_several_notes_on_the_same_and_on_overlapping_words() -> None:
    data = docx(p("Seller waives all interest and all costs of collection."))
    document = read(data)
    quotes = (
        "all interest and all costs",
        "all interest and all costs",
        "interest",
        "costs of collection",
        "Seller waives all",
    )
    notes = tuple(note(document, quote, about=f"R-{at}") for at, quote in enumerate(quotes, 1))
    made = written(data, document, notes)
    assert words(made) == list(quotes)
    order = [each.get(W + "id") for each in part(made).iter(W + "commentReference")]
    first, second, *_ = ours(made)
    assert order.index(first) < order.index(second), "the worse of two comes first"
    compare(data, made)


def test_what_the_contract_does_not_say_stands_at_its_title() -> None:
    data = docx(p() + p("CONTRACT OF SALE") + p("Text"))
    made = mark(data, "")
    assert words(made) == ["CONTRACT OF SALE"]
    [text] = ours(made).values()
    assert text.endswith("the contract has no words to point at; the note stands at its beginning")
    compare(data, made)


@pytest.mark.parametrize("shift", [0, 400])
def test_a_block_that_reads_otherwise_is_marked_as_a_whole_and_it_is_said(shift: int) -> None:
    data = docx(p("Title") + p("Buyer pays ", r("on time", BOLD)) + p("End"))
    document = read(data)
    block = document.blocks[1]
    doctored = replace(
        document, blocks=(document.blocks[0], replace(block, text="Buyer never pays on time"), document.blocks[2])
    )
    evidence = replace(at(document, "on time"), start=17 + shift, end=24 + shift)
    [made_note] = [replace(note(document, "on time"), evidence=(evidence,))]
    made = written(data, doctored, (made_note,))
    assert words(made) == ["Buyer pays on time"]
    assert "the exact words couldn't be marked: “on time”" in "".join(ours(made).values())
    compare(data, made)


def test_a_block_that_is_not_there_falls_back_on_the_title() -> None:
    data = docx(p("Title") + p("Text"))
    document = read(data)
    evidence = replace(at(document, "Text"), block=99)
    made = written(data, document, (replace(note(document, "Text"), evidence=(evidence,)),))
    assert words(made) == ["Title"]
    assert "the exact words couldn't be marked" in "".join(ours(made).values())


def test_white_space_between_elements_and_comments_in_the_xml_stay() -> None:
    body = "\n  <w:p>\n    <!-- kept -->\n    <w:r><w:t>pay if paid</w:t></w:r>\n  </w:p>\n  "
    data = docx(body)
    made = mark(data, "if paid")
    assert words(made) == ["if paid"]
    assert b"<!-- kept -->" in Parts(made).read("word/document.xml")
    compare(data, made)


def test_strict_files_get_strict_comments() -> None:
    data = docx(p("Title") + p("Payment at discretion"), strict=True)
    made = mark(data, "at discretion")
    parts = Parts(made)
    assert b"http://purl.oclc.org/ooxml/wordprocessingml/main" in parts.read("word/comments.xml")
    assert b"http://purl.oclc.org/ooxml/officeDocument/relationships/comments" in parts.read(
        "word/_rels/document.xml.rels"
    )
    assert WORD.encode() not in parts.read("word/document.xml") + parts.read("word/comments.xml")


def test_python_docx_reads_the_comments() -> None:
    data = docx(p("Title") + p("Retention is released when Buyer is satisfied"))
    document = read(data)
    lines = ("[block] SEC-9 Retention <forever> & ever", "line two", "line three")
    opened = python_docx.Document(
        io.BytesIO(written(data, document, (note(document, "when Buyer is satisfied", lines=lines),)))
    )
    [comment] = list(opened.comments)
    assert (comment.author, comment.initials, comment.text) == ("Presign", "PS", "\n".join(lines))
    assert comment.timestamp is not None
    assert comment.timestamp.isoformat() == "2026-03-09T00:00:00+00:00", "the day judged as of, not the clock"


def test_the_same_contract_gives_the_same_bytes() -> None:
    data = docx(p("Title") + p("Payment at discretion"))
    assert mark(data, "at discretion", clause="x") == mark(data, "at discretion", clause="x")


def test_letters_xml_cannot_hold_are_left_out_of_comments() -> None:
    data = docx(p("Title"))
    document = read(data)
    made = written(data, document, (note(document, "Title", lines=("a\x00b\x0bc\ud800d\ufffee",)),))
    assert list(ours(made).values()) == ["abcde"]


def test_a_leftover_part_of_comments_that_nothing_refers_to_is_not_used() -> None:
    data = docx(p("Title"))
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/comments.xml", "<stale/>")
    made = mark(out.getvalue(), "Title")
    assert Parts(made).read("word/comments.xml") == b"<stale/>"
    assert b"no words" not in Parts(made).read("word/comments1.xml")
    assert len(list(python_docx.Document(io.BytesIO(made)).comments)) == 1
