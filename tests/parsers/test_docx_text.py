"""What a reader of a DOCX paragraph sees, construct by construct."""

from __future__ import annotations

import pytest
from docx_notation import Xml, box, field, p, r, read, runs, sdt, style, tbl, tc, texts, tr
from presign.parsers.document import Kind, Part, Span


def test_paragraphs_count_from_one_and_empty_ones_do_not_count() -> None:
    blocks = read("采购合同", "", "   ", "甲方付款。").blocks
    assert [(block.index, block.text, block.location.paragraph) for block in blocks] == [
        (0, "采购合同", 1),
        (1, "甲方付款。", 2),
    ]
    assert {block.kind for block in blocks} == {Kind.PARAGRAPH}


def test_tabs_breaks_and_hyphens() -> None:
    inside = Xml("<w:r><w:t>SC</w:t><w:noBreakHyphen/><w:t>01</w:t><w:softHyphen/><w:cr/><w:t>x</w:t></w:r>")
    assert texts(p("甲方：\t李", inside), "上\n下") == ["甲方：\t李SC-01\u00ad\nx", "上\n下"]


def test_line_breaks_at_the_ends_are_dropped_with_their_spans_moved() -> None:
    (block,) = read("\n\nab[~cd~][+\n+]").blocks
    assert (block.text, block.hidden, block.revisions) == ("abcd", (Span(2, 4),), ())


@pytest.mark.parametrize(
    "wrapper",
    [
        '<w:hyperlink r:id="x">{}</w:hyperlink>',
        '<w:smartTag w:uri="u" w:element="date">{}</w:smartTag>',
        '<w:customXml w:element="e">{}</w:customXml>',
        '<w:fldSimple w:instr="REF amount">{}</w:fldSimple>',
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:bdo w:val="ltr">{}</w:bdo>',
        '<mc:AlternateContent><mc:Choice Requires="x">{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>',
    ],
)
def test_what_stands_in_a_wrapper_is_read_once(wrapper: str) -> None:
    assert texts(p("价款", Xml(wrapper.format(r("100元"))), "整")) == ["价款100元整"]


def test_block_level_content_controls_are_seen_through() -> None:
    assert texts(sdt(p("一") + sdt(p("二"))), "三") == ["一", "二", "三"]


def test_ruby_gives_its_base_and_math_its_letters() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{r('dìng')}</w:rt><w:rubyBase>{r('定')}</w:rubyBase></w:ruby></w:r>"
    formula = "<m:oMath><m:r><m:t>a</m:t></m:r><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num></m:f></m:oMath>"
    assert texts(p(Xml(ruby), "金", Xml(formula))) == ["定金a1"]


def test_a_choice_without_words_gives_way_to_its_fallback() -> None:
    inner = '<mc:AlternateContent><mc:Choice Requires="w16se"/><mc:Fallback><w:t>☑</w:t></mc:Fallback></mc:AlternateContent>'
    assert texts(p(Xml(f"<w:r>{inner}</w:r>"), "电汇")) == ["☑电汇"]


def test_fields_show_their_result_and_never_their_instruction() -> None:
    nested = Xml(field("IF").replace("</w:instrText></w:r>", f"</w:instrText></w:r>{field('MERGEFIELD x', '丢弃')}"))
    assert texts(p("共", field("= 3 * 4", "12"), "台"), p("前", nested, "后")) == ["共12台", "前后"]


def test_a_field_may_reach_over_paragraphs() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>X</w:instrText></w:r>'
    shown = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert texts(p(Xml(begin + shown), "一"), p("二", Xml(end)), "三") == ["一", "二", "三"]


def test_a_field_that_never_ends_swallows_nothing() -> None:
    begin = Xml('<w:r><w:fldChar w:fldCharType="begin"/></w:r>')
    assert texts(p(begin, "买方免付利息"), "乙方") == ["买方免付利息", "乙方"]


@pytest.mark.parametrize(
    ("inside", "sign"),
    [
        ('<w:checked/><w:default w:val="0"/>', "☑"),
        ('<w:checked w:val="0"/><w:default w:val="1"/>', "☐"),
        ('<w:default w:val="1"/>', "☑"),
        ("", "☐"),
    ],
)
def test_check_box_form_fields(inside: str, sign: str) -> None:
    control = f"<w:ffData><w:checkBox>{inside}</w:checkBox></w:ffData>"
    assert texts(p(field("FORMCHECKBOX", None, control), "电汇")) == [f"{sign}电汇"]


def test_text_form_fields_that_are_empty_are_blanks() -> None:
    control = "<w:ffData><w:textInput/></w:ffData>"
    empty, filled = field("FORMTEXT", "\u2002" * 5, control), field("FORMTEXT", "30", control)
    assert texts(p("第", empty, "日"), p("第", filled, "日")) == ["第_____日", "第30日"]


def test_drop_down_form_fields_show_the_chosen_entry() -> None:
    entries = '<w:listEntry w:val="电汇"/><w:listEntry w:val="承兑汇票"/>'
    control = f'<w:ffData><w:ddList><w:result w:val="1"/>{entries}</w:ddList></w:ffData>'
    assert texts(p("以", field("FORMDROPDOWN", None, control), "付款")) == ["以承兑汇票付款"]


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("EQ \\o\\ac(□,√)", "☑"),
        ("EQ \\o\\ac(○,3)", "③"),
        ("MACROBUTTON NoMacro [买方名称]", "[买方名称]"),
        ("ASK x", ""),
    ],
)
def test_fields_that_draw_their_instruction(code: str, shown: str) -> None:
    assert texts(p(field(code), "。")) == [f"{shown}。"]


def test_check_box_content_controls_give_their_state_whatever_their_glyph() -> None:
    def control(state: str) -> Xml:
        return sdt(r("☒"), f'<w14:checkbox><w14:checked w14:val="{state}"/></w14:checkbox>')

    assert texts(p(control("1"), "现款"), p(control("0"), "赊销")) == ["☑现款", "☐赊销"]


def test_a_prompt_in_a_content_control_is_a_blank() -> None:
    styles = style("a3", "Placeholder Text", kind="character")
    prompt = sdt(r("单击此处输入文字。", '<w:rStyle w:val="a3"/>'), "<w:showingPlcHdr/>")
    filled = sdt(r("北方公司"), "<w:showingPlcHdr/>")
    assert texts(p("买方：", prompt), p("买方：", filled), styles=styles) == ["买方：____", "买方：北方公司"]


def test_a_prompt_is_named_by_the_title_of_its_control() -> None:
    styles = style("a3", "Placeholder Text", kind="character")
    inside = r("单击此处输入文字。", '<w:rStyle w:val="a3"/>')
    titled = sdt(inside, '<w:alias w:val="买方 {名称}"/><w:showingPlcHdr/>')
    empty = sdt(inside, '<w:alias w:val=" "/><w:showingPlcHdr/>')
    filled = sdt(r("北方公司"), '<w:alias w:val="买方名称"/><w:showingPlcHdr/>')
    got = texts(p("甲方：", titled), p("甲方：", empty), p("甲方：", filled), styles=styles)
    assert got == ["甲方：{{买方 名称}}", "甲方：____", "甲方：北方公司"]


def test_controls_around_paragraphs_and_cells_are_settled_too() -> None:
    styles = style("a3", "Placeholder Text", kind="character")
    prompt = r("Click here", '<w:rStyle w:val="a3"/>') + r(" to enter text.", '<w:rStyle w:val="a3"/>')
    box_cell = sdt(tc(p(Xml('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'))), "<w14:checkbox/>")
    got = texts(sdt(p(Xml(prompt)), "<w:showingPlcHdr/>"), tbl(tr(box_cell, "电汇")), styles=styles)
    assert got == ["____", "☐", "电汇"]


@pytest.mark.parametrize(
    ("char", "font", "sign"),
    [("F0A8", "Wingdings", "☐"), ("F0FE", "Wingdings", "☑"), ("F052", "Wingdings 2", "☑"), ("F0A3", "Wingdings 2", "☐"),
     ("F0B3", "Symbol", "≥"), ("2610", "Segoe UI", "☐"), ("zz", "Wingdings", ""), ("F081", "Wingdings", "①")],
)  # fmt: skip
def test_symbols(char: str, font: str, sign: str) -> None:
    inside = Xml(f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>')
    assert texts(p(inside, "电汇")) == [f"{sign}电汇"]


def test_text_in_a_symbol_font_and_bare_private_characters() -> None:
    fonts = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    assert texts(p(r("o", fonts), "一"), p(r("\uf0fe"), "二"), p(r("o"), "三")) == ["☐一", "☑二", "o三"]


def test_underlined_blanks_become_underscores() -> None:
    assert texts("第[_    _]日内", "第[_ _][_  _]日", "[_\t_]元") == ["第____日内", "第___日", "____元"]


def test_underlined_blanks_around_words_and_plain_blanks_stay() -> None:
    assert texts("第[_  30  _]日内", "第    日", "第[_ _]日") == ["第  30  日内", "第    日", "第 日"]


def test_a_label_underlined_with_its_blank() -> None:
    assert texts("[_名称：      _]", "[_名称：  北方公司  _]") == ["名称：______", "名称：  北方公司  "]


def test_underline_may_come_from_a_style_and_be_taken_back() -> None:
    styles = style("fill", "Fill", '<w:rPr><w:u w:val="single"/></w:rPr>', "character")
    on = r("   ", '<w:rStyle w:val="fill"/>')
    off = r("   ", '<w:rStyle w:val="fill"/><w:u w:val="none"/>')
    assert texts(p("a", on, "b"), p("a", off, "b"), styles=styles) == ["a___b", "a   b"]


def test_tabs_with_a_line_as_leader_are_blanks() -> None:
    lined = '<w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="5000"/></w:tabs>'
    dotted = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="5000"/></w:tabs>'
    assert texts(p("By:\t", more=lined), p("Fees\t3", more=dotted)) == ["By:____", "Fees\t3"]


def test_hidden_text_is_kept_and_marked() -> None:
    (block,) = read("甲方[~不~]承担利息").blocks
    assert (block.text, block.hidden) == ("甲方不承担利息", (Span(2, 3),))


def test_hidden_by_style_and_shown_again() -> None:
    styles = style("h", "Ghost", "<w:rPr><w:vanish/></w:rPr>", "character") + style(
        "g", "Ghost paragraph", "<w:rPr><w:vanish/></w:rPr>"
    )
    hidden, shown = r("ab", '<w:rStyle w:val="h"/>'), r("cd", '<w:rStyle w:val="h"/><w:vanish w:val="0"/>')
    first, second = read(p(hidden, shown), p("ef", style="g"), styles=styles).blocks
    assert (first.text, first.hidden) == ("abcd", (Span(0, 2),))
    assert (second.text, second.hidden) == ("ef", (Span(0, 2),))


def test_text_boxes_are_read_once_after_their_paragraph() -> None:
    blocks = read(p("前", box(p("框内一"), p("框内二", box(p("深"))))), "后").blocks
    assert [(block.text, block.location.part, block.location.paragraph) for block in blocks] == [
        ("前", Part.BODY, 1),
        ("框内一", Part.TEXT_BOX, 1),
        ("框内二", Part.TEXT_BOX, 2),
        ("深", Part.TEXT_BOX, 3),
        ("后", Part.BODY, 2),
    ]


def test_old_text_boxes_without_an_alternative() -> None:
    inside = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p('印章处')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    assert texts(p(Xml(inside))) == ["印章处"]


@pytest.mark.parametrize(
    ("name", "inner"),
    [
        ("heading 1", ""),
        ("标题 1", ""),
        ("标题1", ""),
        ("Title", ""),
        ("条款", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
        ("条款", '<w:basedOn w:val="base"/>'),
    ],
)
def test_headings_by_name_by_outline_and_by_inheritance(name: str, inner: str) -> None:
    styles = style("base", "base", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>') + style("s", name, inner)
    first, second = read(p("付款方式", style="s"), "正文", styles=styles).blocks
    assert (first.kind, second.kind) == (Kind.HEADING, Kind.PARAGRAPH)


def test_outline_level_of_the_paragraph_wins() -> None:
    styles = style("s", "heading 1")
    blocks = read(
        p("正文", style="s", more='<w:outlineLvl w:val="9"/>'),
        p("标题", more='<w:outlineLvl w:val="0"/>'),
        styles=styles,
    ).blocks
    assert [block.kind for block in blocks] == [Kind.PARAGRAPH, Kind.HEADING]


def test_a_clause_in_a_heading_style_is_a_paragraph() -> None:
    words = "甲方应于收到发票后付款。", "The Buyer shall pay. " * 6
    blocks = read(*(p(each, style="s") for each in words), styles=style("s", "heading 2")).blocks
    assert {block.kind for block in blocks} == {Kind.PARAGRAPH}


def test_a_table_of_contents_is_furniture() -> None:
    blocks = read(p("第五条 付款\t3", style="t"), "第五条 付款", styles=style("t", "toc 1")).blocks
    assert [block.kind for block in blocks] == [Kind.FURNITURE, Kind.PARAGRAPH]


def test_styles_based_on_each_other_in_a_ring_end() -> None:
    styles = style("a", "A", '<w:basedOn w:val="b"/>') + style("b", "B", '<w:basedOn w:val="a"/>')
    assert texts(p("文", style="a"), styles=styles) == ["文"]


def test_runs_keep_leading_blanks() -> None:
    assert texts(p(runs("  缩进"))) == ["  缩进"]
