"""The parts of a DOCX beside its main text, and what the document as a whole is."""

from __future__ import annotations

import pytest
from docx_notation import Xml, docx, entries, field, outcome, p, packed, r, read
from presign.parsers.document import Document, Gap, Kind, Limits, Media, Part, Unreadable

SECTION = '<w:sectPr><w:headerReference w:type="{}" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'


def note(kind: str, identifier: str) -> Xml:
    """The mark of a note in the text."""
    return Xml(f'<w:r><w:{kind}Reference w:id="{identifier}"/></w:r>')


def test_headers_and_footers_are_read_once_after_the_body() -> None:
    document = read(
        p("正文一", more=SECTION.format("default")), "正文二", Xml(SECTION.format("first")),
        header1=p("合同编号：SC-01"), footer1=p("保密"), header2=p("没有节使用"),
    )  # fmt: skip
    assert [(block.text, block.location.part) for block in document.blocks] == [
        ("正文一", Part.BODY),
        ("正文二", Part.BODY),
        ("合同编号：SC-01", Part.HEADER),
        ("保密", Part.FOOTER),
    ]


def test_first_even_and_usual_pages_have_each_their_own_header() -> None:
    kinds = (("first", "header1"), ("even", "header2"), ("default", "header3"))
    heads = "".join(f'<w:headerReference w:type="{kind}" r:id="{name}"/>' for kind, name in kinds)
    document = read(
        p("正文一", more=f"<w:sectPr>{heads}<w:titlePg/></w:sectPr>"), "正文二",
        header1=p("首页：合同编号 SC-02"), header2=p("偶数页：机密"), header3=p("奇数页：机密"),
        settings="<w:evenAndOddHeaders/>",
    )  # fmt: skip
    heads_read = [block.text for block in document.blocks if block.location.part is Part.HEADER]
    assert heads_read == ["首页：合同编号 SC-02", "偶数页：机密", "奇数页：机密"]
    assert [block.text for block in document.blocks[:2]] == ["正文一", "正文二"]


def test_page_numbers_and_watermarks_are_furniture() -> None:
    mark = Xml('<w:r><w:pict><v:shape><v:textpath string="草稿"/></v:shape></w:pict></w:r>')
    document = read(
        "正文", Xml(SECTION.format("default")),
        header1=p(mark, "编号 7 第", field("PAGE", "1"), "页"), footer1=p("第", field("PAGE \\* MERGEFORMAT", "1"), "页 共", field("NUMPAGES", "3"), "页"),
    )  # fmt: skip
    kinds = {block.text: block.kind for block in document.blocks}
    assert kinds == {
        "正文": Kind.PARAGRAPH,
        "编号 7 第1页": Kind.PARAGRAPH,
        "草稿": Kind.FURNITURE,
        "第1页 共3页": Kind.FURNITURE,
    }


def test_notes_follow_the_paragraph_that_names_them() -> None:
    document = read(
        p("价款", note("footnote", "2"), "含税", note("endnote", "1")), "后", p("又", note("footnote", "2")),
        footnotes=f'<w:footnote w:id="0" w:type="separator">{p("线")}</w:footnote><w:footnote w:id="2">{p("税率13%")}</w:footnote>',
        endnotes=f'<w:endnote w:id="1">{p("见附件")}</w:endnote>',
    )  # fmt: skip
    assert [(block.text, block.location.part) for block in document.blocks] == [
        ("价款含税", Part.BODY),
        ("税率13%", Part.FOOTNOTE),
        ("见附件", Part.ENDNOTE),
        ("后", Part.BODY),
        ("又", Part.BODY),
    ]


def test_comments_are_a_part_of_their_own() -> None:
    document = read("正文", comments=f'<w:comment w:id="0" w:author="Wu">{p("账期太长")}</w:comment>')
    assert [(block.text, block.location.part) for block in document.blocks][1:] == [("账期太长", Part.COMMENT)]


def test_the_document_knows_its_file() -> None:
    document = read("The Buyer shall pay within thirty days.")
    assert (document.path, document.sha256, document.media) == ("c.docx", "0" * 64, Media.DOCX)
    assert (document.language, document.pages, document.gaps) == ("en", None, ())


def test_strict_documents_are_read_like_others() -> None:
    files = {
        name: text.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, text in entries("正文", Xml(SECTION.format("default")), header1=p("页眉")).items()
    }
    document = outcome(packed(files))
    assert isinstance(document, Document)
    assert [block.text for block in document.blocks] == ["正文", "页眉"]


def test_the_document_part_may_stand_anywhere() -> None:
    files = entries("正文")
    files["doc/main.xml"] = files.pop("word/document.xml")
    files["_rels/.rels"] = files["_rels/.rels"].replace('"word/document.xml"', '"/doc/main.xml"')
    document = outcome(packed(files))
    assert isinstance(document, Document)
    assert document.blocks[0].text == "正文"


def test_what_is_not_read_is_a_gap() -> None:
    page = Xml('<w:r><w:drawing><wp:extent cx="7000000" cy="9900000"/><a:blip/></w:drawing></w:r>')
    seal = Xml('<w:r><w:drawing><wp:extent cx="1400000" cy="1400000"/><a:blip/></w:drawing></w:r>')
    sheet = Xml("<w:r><w:object><v:shape/><o:OLEObject/></w:object></w:r>")
    document = read(p("正文", page, seal, sheet), Xml('<w:altChunk r:id="x"/>'))
    assert document.gaps == (
        Gap("doc.page_picture", values=(("count", "1"),)),
        Gap("doc.embedded_object", values=(("count", "1"),)),
        Gap("doc.imported_part", values=(("count", "1"),)),
    )


@pytest.mark.parametrize(
    ("blocks", "parts", "key"),
    [
        ((), {}, "doc.empty"),
        (("  ",), {"comments": f'<w:comment w:id="0">{p("只有批注")}</w:comment>'}, "doc.empty"),
        ((Xml('<w:altChunk r:id="x"/>'),), {}, "doc.imported_part"),
        ((p(Xml("<w:r><w:object><o:OLEObject/></w:object></w:r>")),), {}, "doc.embedded_object"),
        ((p(Xml("<w:r><w:drawing><a:blip/></w:drawing></w:r>")),), {}, "doc.only_pictures"),
    ],
)
def test_a_document_without_text_is_unreadable(blocks: tuple[str, ...], parts: dict[str, str], key: str) -> None:
    refused = outcome(docx(*blocks, **parts))
    assert isinstance(refused, Unreadable)
    assert (refused.key, refused.sha256, refused.path) == (key, "0" * 64, "c.docx")


def test_a_document_beyond_the_characters_allowed() -> None:
    refused = outcome(docx(p(r("字" * 11))), Limits(characters=10))
    assert refused == Unreadable("c.docx", "doc.too_long", (("limit", "10"),), "0" * 64)
