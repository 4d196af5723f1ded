"""Proposed clauses as tracked insertions: at the right place, once, and gone without a trace when rejected."""

from __future__ import annotations

from dataclasses import replace

import pytest
from presign.parsers.document import Document, Limits, Part, View
from presign.parsers.docx.read import read_docx
from word_packages import docx, mark, note, p, r, read, written
from word_undoing import W, compare, insertions, part

CLAUSE = "Payment falls due 30 days after delivery."


def body_texts(data: bytes, view: View = View.FINAL) -> list[str]:
    document = read_docx("contract.docx", data, "0" * 64, Limits(), view)
    assert isinstance(document, Document)
    return [block.text for block in document.blocks if block.location.part is not Part.COMMENT]


def test_a_clause_goes_after_the_paragraph_of_the_words() -> None:
    data = docx(p("Title") + p("Buyer pays when it sees fit.") + p("Delivery is DAP."))
    made = mark(data, "when it sees fit", clause=CLAUSE)
    assert body_texts(made) == ["Title", "Buyer pays when it sees fit.", CLAUSE, "Delivery is DAP."]
    assert body_texts(made, View.ORIGINAL) == ["Title", "Buyer pays when it sees fit.", "Delivery is DAP."]
    change = next(part(made).iter(W + "ins"))
    assert (change.get(W + "author"), change.get(W + "date")) == ("Presign", "2026-03-09T00:00:00Z")
    assert not list(part(made).iter(W + "del"))
    compare(data, made)


def test_without_the_option_nothing_is_inserted() -> None:
    data = docx(p("Title") + p("Buyer pays when it sees fit."))
    document = read(data)
    made = written(data, document, (note(document, "when it sees fit", CLAUSE),), redline=False)
    assert not list(part(made).iter(W + "ins"))


@pytest.mark.parametrize(
    ("body", "before"),
    [
        (
            f"<w:tbl><w:tblPr/><w:tr><w:tc>{p('Term')}</w:tc><w:tc>{p('at leisure')}</w:tc></w:tr></w:tbl>{p('End')}",
            "at leisure",
        ),
        (p("Title") + p("at leisure"), "at leisure"),
        (p("Title") + p("at leisure", properties="<w:sectPr/>") + p("Part II"), "at leisure"),
    ],
    ids=["last of a cell", "last of the body", "last of a section"],
)
def test_a_paragraph_that_keeps_its_mark_takes_the_clause_in(body: str, before: str) -> None:
    data = docx(body)
    made = mark(data, "at leisure", clause=CLAUSE)
    assert f"{before}\n{CLAUSE}" in body_texts(made)
    assert body_texts(made, View.ORIGINAL) == body_texts(data)
    assert not list(part(made).iter(W + "rPr")), "no mark of a paragraph is tracked"
    compare(data, made)


def test_a_paragraph_of_a_cell_that_is_followed_by_another_takes_a_paragraph() -> None:
    cell = f"<w:tc>{p('at leisure')}{p('in cash')}</w:tc>"
    data = docx(f"<w:tbl><w:tblPr/><w:tr>{cell}<w:tc>{p('x')}</w:tc></w:tr></w:tbl>{p('End')}")
    made = mark(data, "at leisure", clause=CLAUSE)
    assert body_texts(made) == [f"at leisure\n{CLAUSE}\nin cash", "x", "End"]
    assert body_texts(made, View.ORIGINAL) == body_texts(data)
    compare(data, made)


def test_two_clauses_keep_their_order_and_the_same_one_is_inserted_once() -> None:
    data = docx(p("Title") + p("Buyer pays late and bears no interest.") + p("End"))
    document = read(data)
    quotes = (("pays late", "First."), ("no interest", "Second."), ("late and bears", "First."))
    notes = tuple(note(document, quote, clause) for quote, clause in quotes)
    made = written(data, document, notes, redline=True)
    assert body_texts(made) == ["Title", "Buyer pays late and bears no interest.", "First.", "Second.", "End"]
    assert list(insertions(made)) == ["First.", "Second."]
    compare(data, made)


def test_what_is_missing_goes_before_the_signatures() -> None:
    body = (
        p("供货合同")
        + p("第一条 甲方向乙方购买阀门一百台，单价和总价见附件一清单。") * 6
        + p("第二条 本合同一式两份。")
        + p("（以下无正文）")
    )
    signing = p("甲方（盖章）：") + p("乙方（盖章）：") + p("法定代表人：") + p("日期：")
    data = docx(body + signing)
    made = mark(data, "", clause="逾期付款的，按日万分之五支付违约金。", language="zh")
    texts = body_texts(made)
    place = texts.index("逾期付款的，按日万分之五支付违约金。")
    assert texts.index("第二条 本合同一式两份。") < place < texts.index("甲方（盖章）：")
    assert body_texts(made, View.ORIGINAL) == body_texts(data)
    compare(data, made)


def test_signatures_in_a_table_have_it_before_the_table() -> None:
    rows = "".join(
        f"<w:tr><w:tc>{p(left)}</w:tc><w:tc>{p(right)}</w:tc></w:tr>"
        for left, right in (("Signed for and on behalf of Seller", "Signed for and on behalf of Buyer"), ("By:", "By:"))
    )
    clauses = "".join(p(f"{number}. The parties agree on item number {number} of the list.") for number in range(1, 9))
    data = docx(p("SALE") + clauses + f"<w:tbl><w:tblPr/>{rows}</w:tbl>" + p())
    made = mark(data, "", clause="Interest runs at 8 % a year.")
    texts = body_texts(made)
    assert texts[texts.index("Interest runs at 8 % a year.") + 1].startswith("Signed for and on behalf of Seller")
    compare(data, made)


def test_without_signatures_it_goes_to_the_end() -> None:
    data = docx(p("Title") + p("Goods are sold as seen."))
    made = mark(data, "", clause="Interest runs at 8 % a year.")
    assert body_texts(made) == ["Title", "Goods are sold as seen.\nInterest runs at 8 % a year."]
    compare(data, made)


def test_a_clause_is_set_like_the_text_and_not_numbered() -> None:
    numbered = (
        '<w:pStyle w:val="Heading1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr><w:ind w:left="420"/>'
    )
    size, big = '<w:sz w:val="21"/>', '<w:b/><w:sz w:val="44"/>'
    title = p(r("CONTRACT", big), properties='<w:jc w:val="center"/>')
    data = docx(
        title
        + p(r("Payment is made at leisure, after everything else.", size), properties=numbered)
        + p(r("End", size))
    )
    made = mark(data, "CONTRACT", "at leisure", clause=CLAUSE)
    after_title, after_clause = (
        each for each in part(made).iter(W + "p") if each.find(f"{W}pPr/{W}rPr/{W}ins") is not None
    )
    for inserted in (after_title, after_clause):
        assert inserted.find(f"{W}pPr/{W}jc") is None
        assert inserted.find(f"{W}pPr/{W}pStyle") is None
        assert [each.get(W + "val") for each in inserted.iter(W + "sz")] == ["21"]
        assert not list(inserted.iter(W + "b"))
    number = after_clause.find(f"{W}pPr/{W}numPr/{W}numId")
    assert number is not None and number.get(W + "val") == "0"
    compare(data, made)


def test_a_control_word_fills_itself_is_not_written_in() -> None:
    control = f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{p('at leisure')}</w:sdtContent></w:sdt>"
    data = docx(p("Title") + control + p("End"))
    made = mark(data, "at leisure", clause=CLAUSE)
    assert body_texts(made) == ["Title", "at leisure", CLAUSE, "End"]
    content = next(part(made).iter(W + "sdtContent"))
    assert not list(content.iter(W + "ins"))


def test_a_clause_for_a_text_box_goes_after_the_paragraph_that_draws_it() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('at leisure')}</w:txbxContent></w:pict></w:r>"
    data = docx(p("Title") + p("Beside the box", box) + p("End"))
    made = mark(data, "at leisure", clause=CLAUSE)
    assert body_texts(made) == ["Title", "Beside the box", "at leisure", CLAUSE, "End"]
    compare(data, made)


def test_a_block_of_a_paragraph_whose_mark_was_taken_out_keeps_its_change() -> None:
    gone = '<w:rPr><w:del w:id="3" w:author="Li" w:date="2026-01-01T00:00:00Z"/></w:rPr>'
    data = docx(p("Title") + p("Paid at leisure, ", properties=gone) + p("if ever.") + p("End"))
    made = mark(data, "leisure", clause=CLAUSE)
    assert body_texts(made) == ["Title", f"Paid at leisure, \n{CLAUSE}if ever.", "End"]
    compare(data, made)


def test_numbers_of_changes_are_new() -> None:
    bookmark = '<w:bookmarkStart w:id="41" w:name="a"/><w:bookmarkEnd w:id="41"/>'
    data = docx(p("Title") + p(bookmark, "Paid at leisure") + p("End"))
    document = read(data)
    made = written(data, document, (replace(note(document, "at leisure"), clause=CLAUSE),), redline=True)
    numbers = [
        each.get(W + "id", "") for each in part(made).iter(W + "ins", W + "commentReference", W + "bookmarkStart")
    ]
    assert len(numbers) == len(set(numbers))
    assert min(int(number) for number in numbers if number != "41") > 41
