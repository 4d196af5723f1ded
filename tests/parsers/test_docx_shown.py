"""What `presign text` shows of each thing a Word file may hold: the words a reader of the paper sees, with their place."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from docx_notation import (
    BY,
    RELATION,
    Xml,
    box,
    docx,
    entries,
    field,
    level,
    lists,
    p,
    packed,
    r,
    sdt,
    style,
    tbl,
    tc,
    tr,
)
from presign.parsers.document import Document, Limits, View
from presign.parsers.docx.read import read_docx
from presign.reports.blocks import render

WU = 'w:id="2" w:author="Wu" w:date="2025-03-02T09:00:00Z"'
CHINESE = lists(
    level(0, "第%1条", "chineseCountingThousand"),
    level(1, "（%2）", "chineseCounting"),
    level(2, "%3", "decimalEnclosedCircleChinese"),
    nums='<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>',
)
EDGES = '<w:sectPr><w:headerReference w:type="{}" r:id="header{}"/>{}</w:sectPr>'


def note(kind: str, identifier: int = 1) -> Xml:
    return Xml(f'<w:r><w:{kind}Reference w:id="{identifier}"/></w:r>')


def shown(data: bytes, view: View = View.FINAL) -> list[str]:
    """The lines of `presign text`, without the head that names the file."""
    document = read_docx("c.docx", data, "0" * 64, Limits(), view)
    assert isinstance(document, Document), document
    out = io.StringIO()
    render([document], "en", out, out)
    return [line for line in out.getvalue().splitlines() if line.startswith("[")]


def tracked(tag: str, words: str) -> Xml:
    return Xml(f"<w:{tag} {BY}>{r(words, tag='delText' if tag == 'del' else 't')}</w:{tag}>")


CASES: dict[str, tuple[bytes, list[str]]] = {
    "insertion": (docx("付款期[+六十+]日"), ["[paragraph 1, tracked change] 付款期六十日"]),
    "deletion": (docx("付款期[-九十-]三十日"), ["[paragraph 1, tracked change] 付款期三十日"]),
    "move": (
        docx(p("一、", tracked("moveFrom", "违约金")), p("二、", tracked("moveTo", "违约金"))),
        ["[paragraph 1, tracked change] 一、", "[paragraph 2, tracked change] 二、违约金"],
    ),
    "tracked rows": (
        docx(tbl("甲|乙", tr("新", "行", properties=f"<w:ins {BY}/>"), tr("旧", "行", properties=f"<w:del {BY}/>"), "丙|丁")),
        [
            "[table 1 row 1 column 1, cell] 甲",
            "[table 1 row 1 column 2, cell] 乙",
            "[table 1 row 2 column 1, cell, tracked change] 新",
            "[table 1 row 2 column 2, cell, tracked change] 行",
            "[table 1 row 3 column 1, cell, tracked change] 丙",
            "[table 1 row 3 column 2, cell] 丁",
        ],
    ),
    "tracked paragraph mark": (
        docx(p("验收后", mark=f"<w:del {BY}/>"), "30日内付款。"), ["[paragraph 1] 验收后30日内付款。"],
    ),
    "two authors": (
        docx(p("账期", Xml(f"<w:ins {BY}>{r('九')}<w:del {WU}>{r('百', tag='delText')}</w:del></w:ins>"), "十日")),
        ["[paragraph 1, tracked change] 账期九十日"],
    ),
    "struck through": (docx(p("账期", r("九十", "<w:strike/>"), "三十日")), ["[paragraph 1, tracked change] 账期三十日"]),
    "controls of all levels": (
        docx(
            sdt(p("块级", sdt(r("行内")))),
            Xml(f"<w:tbl>{sdt(tr('行', '级'))}<w:tr>{sdt(tc('格'))}{tc('级')}</w:tr></w:tbl>"),
        ),
        [
            "[paragraph 1] 块级行内",
            "[table 1 row 1 column 1, cell] 行",
            "[table 1 row 1 column 2, cell] 级",
            "[table 1 row 2 column 1, cell] 格",
            "[table 1 row 2 column 2, cell] 级",
        ],
    ),
    "text box": (
        docx(p("正文", box(p("框内")), "续")), ["[paragraph 1] 正文续", "[text box, paragraph 1] 框内"],
    ),
    "fields": (
        docx(p("签于", field('DATE \\@ "yyyy"', "2026"), "年", field("FORMCHECKBOX", None, "<w:ffData><w:checkBox><w:default w:val='1'/></w:checkBox></w:ffData>"), "含税")),
        ["[paragraph 1] 签于2026年☑含税"],
    ),
    "smart tags, links, bookmarks and references": (
        docx(
            p(Xml(f'<w:smartTag w:uri="u" w:element="place">{r("苏州")}</w:smartTag><w:bookmarkStart w:id="1" w:name="_Ref"/>'
                  f'<w:hyperlink w:anchor="x">{r("工厂")}</w:hyperlink><w:bookmarkEnd w:id="1"/>')),
            p("见", field("REF _Ref \\h", "工厂")),
        ),
        ["[paragraph 1] 苏州工厂", "[paragraph 2] 见工厂"],
    ),
    "notes and comments": (
        docx(
            p("价款", note("footnote"), note("endnote")), "末",
            footnotes=f'<w:footnote w:id="1">{p("含税")}</w:footnote>',
            endnotes=f'<w:endnote w:id="1">{p("见附件")}</w:endnote>',
            comments=f'<w:comment w:id="1" w:author="Wu">{p("太低")}</w:comment>',
        ),
        [
            "[paragraph 1] 价款",
            "[footnote, paragraph 1] 1 含税",
            "[endnote, paragraph 1] i 见附件",
            "[paragraph 2] 末",
            "[comment, paragraph 1] 太低",
        ],
    ),
    "headers and footers of all pages, each once": (
        docx(
            p("一", more=EDGES.format("first", 1, '<w:footerReference w:type="even" r:id="footer1"/>')),
            p("二", more=EDGES.format("default", 2, "")),
            Xml(EDGES.format("default", 2, '<w:footerReference w:type="default" r:id="footer1"/>')),
            header1=p("首页"), header2=p("编号7"), footer1=p("保密"),
        ),
        [
            "[paragraph 1] 一",
            "[paragraph 2] 二",
            "[header, paragraph 1] 首页",
            "[footer, paragraph 1] 保密",
            "[header, paragraph 2] 编号7",
        ],
    ),
    "Chinese numbers, restarts and overrides": (
        docx(
            p("甲", num=(1, 0)), p("乙", num=(1, 1)), p("丙", num=(1, 2)), p("丁", num=(1, 2)), p("戊", num=(1, 0)),
            p("己", num=(1, 1)), p("庚", num=(2, 0)), p("辛", style="Clause"),
            numbering=CHINESE,
            styles=style("Clause", "Clause", "<w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='2'/></w:numPr></w:pPr>"),
        ),
        [
            "[paragraph 1] 第一条 甲", "[paragraph 2] （一） 乙", "[paragraph 3] ① 丙", "[paragraph 4] ② 丁",
            "[paragraph 5] 第二条 戊", "[paragraph 6] （一） 己", "[paragraph 7] 第九条 庚", "[paragraph 8] （一） 辛",
        ],
    ),
    "merged and nested cells": (
        docx(
            tbl(
                tr(tc("合计", properties='<w:gridSpan w:val="2"/>'), tc("a", properties='<w:vMerge w:val="restart"/>')),
                tr("b", tc("c", tbl("内一|内二")), tc("", properties="<w:vMerge/>")),
            )
        ),
        [
            "[table 1 row 1 column 1, cell] 合计",
            "[table 1 row 1 column 3, cell] a",
            "[table 1 row 2 column 1, cell] b",
            "[table 1 row 2 column 2, cell] c",
            "[table 2 row 1 column 1, cell] 内一",
            "[table 2 row 1 column 2, cell] 内二",
        ],
    ),
    "hidden text": (docx("应付[~不得转让~]款"), ["[paragraph 1, partly hidden] 应付不得转让款"]),
    "symbols and check boxes": (
        docx(
            p(Xml('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'), "现金",
              Xml('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'), "电汇",
              sdt(r("☒"), '<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>'), "承兑")
        ),
        ["[paragraph 1] ☐现金☑电汇☐承兑"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_is_shown(case: str) -> None:
    data, expected = CASES[case]
    assert shown(data) == expected


def test_the_view_before_all_changes() -> None:
    data = docx("付款期[-九十-][+三十+]日", tbl("甲|乙", tr("新", "行", properties=f"<w:ins {BY}/>")))
    assert shown(data, View.ORIGINAL) == [
        "[paragraph 1] 付款期九十日",
        "[table 1 row 1 column 1, cell] 甲",
        "[table 1 row 1 column 2, cell] 乙",
    ]


def strict(files: dict[str, str]) -> bytes:
    words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    names = {
        words: "http://purl.oclc.org/ooxml/wordprocessingml/main",
        RELATION: "http://purl.oclc.org/ooxml/officeDocument/relationships",
    }
    for old, new in names.items():
        files = {name: text.replace(old, new) for name, text in files.items()}
    return packed(files)


def flat(files: dict[str, str]) -> bytes:
    parts = "".join(
        f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{text.partition("?>")[2] or text}</pkg:xmlData></pkg:part>'
        for name, text in files.items()
        if name != "[Content_Types].xml"
    )
    space = "http://schemas.microsoft.com/office/2006/xmlPackage"
    return f'<?xml version="1.0"?><pkg:package xmlns:pkg="{space}">{parts}</pkg:package>'.encode()


def macro_enabled(files: dict[str, str]) -> bytes:
    return packed({**files, "word/vbaProject.bin": "Sub AutoOpen()"})


def wrongly_typed(files: dict[str, str]) -> bytes:
    return packed({**files, "[Content_Types].xml": "<Types><Default Extension='xml' ContentType='image/png'/></Types>"})


def renamed(files: dict[str, str]) -> bytes:
    moved = {name.replace("word/document", "words/main"): text for name, text in files.items()}
    moved = {name.replace("word/_rels/document", "words/_rels/main"): text for name, text in moved.items()}
    return packed({name: text.replace("word/document.xml", "words/main.xml") for name, text in moved.items()})


@pytest.mark.parametrize("packing", [strict, flat, macro_enabled, wrongly_typed, renamed])
def test_every_kind_of_package_shows_the_same(packing: Callable[[dict[str, str]], bytes]) -> None:
    assert shown(packing(entries("买方[+应+]付款", tbl("甲|乙")))) == [
        "[paragraph 1, tracked change] 买方应付款",
        "[table 1 row 1 column 1, cell] 甲",
        "[table 1 row 1 column 2, cell] 乙",
    ]
