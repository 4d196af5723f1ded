"""The agreed text of a document, and the way back from it to the original characters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from presign.facts.text import Text
from presign.parsers.document import Block, Document, Kind, Location, Media, Part, Revision, Span


def text_of(*blocks: Block) -> Text:
    return Text(Document("draft.docx", "0" * 64, Media.DOCX, blocks))


def paragraph(index: int, text: str) -> Block:
    return Block(index, Kind.PARAGRAPH, text, Location(paragraph=index + 1))


def cell(index: int, text: str, row: int, column: int) -> Block:
    return Block(index, Kind.CELL, text, Location(table=1, row=row, column=column))


def test_blocks_are_lines_and_a_table_row_is_one_line() -> None:
    text = text_of(paragraph(0, "价格"), cell(1, "单价", 1, 1), cell(2, "金\n额", 1, 2), cell(3, "5", 2, 1))
    assert text.text == "价格\n单价\t金额\n5"


def test_headers_come_last_and_comments_not_at_all() -> None:
    head = Block(0, Kind.PARAGRAPH, "合同编号8", Location(part=Part.HEADER))
    note = Block(2, Kind.PARAGRAPH, "请核对", Location(part=Part.COMMENT))
    page = Block(3, Kind.FURNITURE, "第1页", Location(part=Part.FOOTER))
    assert text_of(head, paragraph(1, "正文"), note, page).text == "正文\n合同编号8"


def test_hidden_words_are_not_read() -> None:
    block = Block(0, Kind.PARAGRAPH, "付款ABC完", Location(), hidden=(Span(2, 5),))
    assert "ABC" not in text_of(block).text


def test_evidence_over_two_blocks_quotes_both() -> None:
    text = text_of(paragraph(0, "验收合格 "), paragraph(1, "后３０日"))
    quotes = [(item.block, item.start, item.end, item.quote) for item in text.evidence(0, len(text.text))]
    assert quotes == [(0, 0, 4, "验收合格"), (1, 0, 4, "后３０日")]


def test_a_tracked_change_is_marked() -> None:
    block = Block(0, Kind.PARAGRAPH, "30日内付款", Location(), revisions=(Revision(Span(0, 2), "a", ""),))
    text = text_of(block)
    assert [item.changed for item in text.evidence(0, 2)] == [True]
    assert [item.changed for item in text.evidence(4, 6)] == [False]


def test_sentences() -> None:
    text = text_of(paragraph(0, "甲方付款。乙方交货;签收。"), paragraph(1, "Pay Acme Co. Ltd. at once. Sum 5.50 due."))
    assert [sentence.text.strip() for sentence in text.sentences] == [
        "甲方付款。",
        "乙方交货;",
        "签收。",
        "Pay Acme Co. Ltd. at once.",
        "Sum 5.50 due.",
    ]
    assert text.sentence_at(6).text == "乙方交货;"


_MIXED = st.text(alphabet="甲乙方 　ab12，。（）ﬁ㎡①½…\u200b\u00ad⻓￥１％\t", max_size=30)


@given(st.lists(_MIXED, min_size=1, max_size=4), st.data())
def test_evidence_holds_exactly_the_original_characters(paragraphs: list[str], data: st.DataObject) -> None:
    blocks = [paragraph(at, words) for at, words in enumerate(paragraphs)]
    text = text_of(*blocks)
    start = data.draw(st.integers(0, len(text.text)))
    end = data.draw(st.integers(start, len(text.text)))
    found = text.evidence(start, end)
    for item in found:
        assert blocks[item.block].text[item.start : item.end] == item.quote
    # What is quoted normalises to the stretch again: a character split in two by the stretch comes back whole.
    again = "\n".join(text_of(paragraph(0, item.quote)).text for item in found)
    wanted = text.text[start:end].strip()
    assert "".join(wanted.split()) in "".join(again.split())


def test_a_word_cut_at_an_end_is_quoted_whole() -> None:
    text = text_of(paragraph(0, "The Owner pays within 30days of delivery."))
    start = text.text.index("wner")
    (evidence,) = text.evidence(start, text.text.index("days") + 2)
    assert evidence.quote == "Owner pays within 30days"
