"""Pages: what a reader sees, and nothing run or fetched."""

from __future__ import annotations

from presign.parsers.document import Document, Kind, Limits, Unreadable
from presign.parsers.html.read import read_html


def page(html: str | bytes) -> Document:
    data = html.encode() if isinstance(html, str) else html
    read = read_html("a.html", data, "0", Limits())
    assert isinstance(read, Document), read
    return read


def test_headings_paragraphs_and_lists_are_blocks_in_order() -> None:
    read = page(
        "<html><head><title>not agreed</title><style>p{}</style></head><body><h1>Supply\n  Agreement</h1>"
        "<p>The Buyer pays <b>30%</b> on\n signing.<br>The rest on delivery.</p>"
        "<ol start=3><li>Risk passes on delivery.<li>Title passes on payment.</ol><div>End<p>of text</div></body></html>"
    )
    assert [(block.kind, block.number, block.text) for block in read.blocks] == [
        (Kind.HEADING, "", "Supply Agreement"),
        (Kind.PARAGRAPH, "", "The Buyer pays 30% on signing.\nThe rest on delivery."),
        (Kind.PARAGRAPH, "3.", "Risk passes on delivery."),
        (Kind.PARAGRAPH, "4.", "Title passes on payment."),
        (Kind.PARAGRAPH, "", "End"),
        (Kind.PARAGRAPH, "", "of text"),
    ]
    assert [block.location.paragraph for block in read.blocks] == [1, 2, 3, 4, 5, 6]
    assert read.language == "en"


def test_tables_have_their_cells_once_in_the_grid() -> None:
    read = page(
        "<table><thead><tr><th colspan=2>付款</th></tr></thead>"
        "<tr><td rowspan=2>预付款</td><td>30%</td></tr><tr><td><p>签约后</p><p>7日内</p></td></tr></table>"
    )
    (table,) = read.tables
    shown = [(cell.row, cell.column, cell.row_span, cell.column_span) for cell in table.cells]
    assert shown == [(1, 1, 1, 2), (2, 1, 2, 1), (2, 2, 1, 1), (3, 2, 1, 1)]
    assert [read.blocks[cell.block].text for cell in table.cells] == ["付款", "预付款", "30%", "签约后\n7日内"]


def test_nothing_runs_and_nothing_silent_is_read() -> None:
    read = page(
        "<p>Paid.</p><script>document.write('Buyer may set off.')</script><noscript>No script</noscript>"
        "<iframe src='http://example.invalid/'>x</iframe><!-- Buyer needn't pay --><template><p>t</p></template>"
    )
    assert [block.text for block in read.blocks] == ["Paid."]


def test_hidden_words_are_kept_and_marked() -> None:
    read = page("<p>Net 30 days<span style='display: none'> after the Buyer is paid</span>.</p><p hidden>Never.</p>")
    first, second = read.blocks
    assert first.text == "Net 30 days after the Buyer is paid."
    assert [first.text[span.start : span.end] for span in first.hidden] == [" after the Buyer is paid"]
    assert [second.text[span.start : span.end] for span in second.hidden] == ["Never."]


def test_form_fields_say_what_is_filled_in() -> None:
    read = page("<p><input type=checkbox checked> 电汇 <input type=checkbox> 承兑 <input value='60'> 日</p>")
    assert read.blocks[0].text == "☑ 电汇 ☐ 承兑 60 日"


def test_the_declared_encoding_counts() -> None:
    head = "<meta charset=gb2312><p>货到后三十日内付清。</p>"
    assert page(head.encode("gb18030")).blocks[0].text == "货到后三十日内付清。"
    assert page("<p>货到后三十日内付清。</p>".encode("utf-16")).blocks[0].text == "货到后三十日内付清。"
    lying = "<meta charset=klingon><p>货到付款。</p>".encode()
    assert page(lying).blocks[0].text == "货到付款。"


def test_an_empty_page_and_one_nested_too_deep_are_refused_or_read_without_a_crash() -> None:
    assert read_html("a", b"<html></html>", "0", Limits()) == Unreadable("a", "doc.empty", (), "0")
    deep = read_html("a", b"<div>" * 100_000 + b"x", "0", Limits())
    assert isinstance(deep, Document | Unreadable)
