"""Automatic numbers as Word counts and prints them."""

from __future__ import annotations

import pytest
from docx_notation import level, lists, numbers, p, read, style, tbl, tc, texts, tr
from presign.parsers.docx.number_formats import format_number

CLAUSES = (level(0, "第%1条", "chineseCounting"), level(1, "%1.%2"), level(2, "（%3）", "lowerLetter"))


def test_levels_count_and_restart_below_each_other() -> None:
    got = numbers(
        p("a", num=(1, 0)), p("b", num=(1, 1)), p("c", num=(1, 1)), p("d", num=(1, 2)), p("e", num=(1, 0)), p("f", num=(1, 1)),
        numbering=lists(level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter")),
    )  # fmt: skip
    assert got == ["1.", "1.1", "1.2", "(a)", "2.", "2.1"]


def test_the_number_is_no_part_of_the_text() -> None:
    (block,) = read(p("付款", num=(1, 0)), numbering=lists(*CLAUSES)).blocks
    assert (block.number, block.text) == ("第一条", "付款")


def test_a_level_above_in_chinese_is_printed_in_its_own_format_unless_legal() -> None:
    blocks = (p("a", num=(1, 0)), p("b", num=(1, 1)))
    assert numbers(*blocks, numbering=lists(*CLAUSES)) == ["第一条", "一.1"]
    legal = lists(CLAUSES[0], level(1, "%1.%2", more="<w:isLgl/>"))
    assert numbers(*blocks, numbering=legal) == ["第一条", "1.1"]


def test_a_level_used_before_the_one_above_shows_its_start() -> None:
    assert numbers(p("a", num=(1, 1)), p("b", num=(1, 0)), numbering=lists(level(0, "%1."), level(1, "%1.%2"))) == [
        "1.1",
        "1.",
    ]


def test_levels_that_never_restart_and_levels_that_restart_late() -> None:
    blocks = (p("a", num=(1, 0)), p("b", num=(1, 1)), p("c", num=(1, 0)), p("d", num=(1, 1)))
    never = lists(level(0, "%1."), level(1, "%2", more='<w:lvlRestart w:val="0"/>'))
    assert numbers(*blocks, numbering=never) == ["1.", "1", "2.", "2"]
    deep = [p("x", num=(1, at)) for at in (0, 2, 1, 2, 0, 2)]
    late = lists(level(0, "%1"), level(1, "%2"), level(2, "%3", more='<w:lvlRestart w:val="1"/>'))
    assert numbers(*deep, numbering=late) == ["1", "1", "1", "2", "2", "1"]


def test_lists_of_one_definition_count_on_and_overrides_restart() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    got = numbers(*(p("x", num=(num, 0)) for num in (1, 2, 3, 3, 1)), numbering=lists(level(0, "%1"), nums=nums))
    assert got == ["1", "2", "5", "6", "7"]


def test_an_override_may_replace_a_level() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        f"{level(0, '第%1款', 'decimalFullWidth')}</w:lvlOverride></w:num>"
    )
    assert numbers(p("x", num=(1, 0)), numbering=lists(level(0, "%1"), nums=nums)) == ["第１款"]


def test_numbers_come_from_styles_and_may_be_taken_back() -> None:
    styles = style("art", "条", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') + style(
        "sub", "款", '<w:basedOn w:val="art"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>'
    )
    none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    got = numbers(
        p("a", style="art"), p("b", style="sub"), p("c", style="art", more=none), p("d", style="art"),
        styles=styles, numbering=lists(*CLAUSES),
    )  # fmt: skip
    assert got == ["第一条", "一.1", "", "第二条"]


def test_a_style_tied_to_a_level_needs_no_level_of_its_own() -> None:
    styles = style("sub", "款", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    tied = lists(level(0, "%1"), level(1, "%1.%2", more='<w:pStyle w:val="sub"/>'))
    assert numbers(p("a", num=(1, 0)), p("b", style="sub"), styles=styles, numbering=tied) == ["1", "1.1"]


def test_a_list_may_be_kept_in_a_style() -> None:
    styles = style("ls", "List", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', "numbering")
    linked = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="ls"/></w:abstractNum>'
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="9"><w:abstractNumId w:val="7"/></w:num>'
    )
    numbering = linked + lists(level(0, "%1)"), nums=nums)
    assert numbers(p("a", num=(9, 0)), styles=styles, numbering=numbering) == ["1)"]


def test_bullets_and_unknown_lists_have_no_number() -> None:
    assert numbers(p("a", num=(1, 0)), p("b", num=(8, 0)), numbering=lists(level(0, "•", "bullet"))) == ["", ""]


def test_empty_paragraphs_count_and_cells_and_boxes_count_along() -> None:
    got = read(p("a", num=(1, 0)), p("", num=(1, 0)), tbl(tr(tc(p("b", num=(1, 0))), "c")), p("d", num=(1, 0)),
               numbering=lists(level(0, "%1"))).blocks  # fmt: skip
    assert [(block.text, block.number) for block in got] == [("a", "1"), ("b", "3"), ("c", ""), ("d", "4")]


def test_a_hidden_paragraph_takes_no_number() -> None:
    got = numbers(p("[~a~]", num=(1, 0), mark="<w:vanish/>"), p("b", num=(1, 0)), numbering=lists(level(0, "%1")))
    assert got == ["", "1"]


def test_the_end_of_a_section_takes_no_number() -> None:
    got = numbers(p("", num=(1, 0), more="<w:sectPr/>"), p("b", num=(1, 0)), numbering=lists(level(0, "%1")))
    assert got == ["1"]


def test_a_level_with_words_only() -> None:
    assert numbers(p("x", num=(1, 0)), numbering=lists(level(0, "附件", "none"))) == ["附件"]
    assert texts(p("x", num=(1, 0)), numbering="") == ["x"]


@pytest.mark.parametrize(
    ("form", "number", "printed"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 7, "07"),
        ("lowerLetter", 26, "z"),
        ("lowerLetter", 28, "bb"),
        ("upperLetter", 3, "C"),
        ("lowerRoman", 49, "xlix"),
        ("upperRoman", 14, "XIV"),
        ("ordinal", 11, "11th"),
        ("ordinal", 22, "22nd"),
        ("cardinalText", 21, "Twenty-one"),
        ("ordinalText", 12, "Twelfth"),
        ("ordinalText", 30, "Thirtieth"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 21, "二十一"),
        ("chineseCounting", 105, "一〇五"),
        ("chineseCountingThousand", 11, "十一"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 1010, "一千零一十"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographTraditional", 3, "丙"),
        ("ideographTraditional", 11, "11"),
        ("ideographZodiac", 12, "亥"),
        ("ideographDigital", 10, "一〇"),
        ("japaneseCounting", 110, "百十"),
        ("japaneseCounting", 21, "二十一"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircleChinese", 1, "①"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("decimalEnclosedFullstop", 3, "⒊"),
        ("decimalFullWidth", 10, "１０"),
        ("numberInDash", 5, "- 5 -"),
        ("hebrew1", 5, "5"),
        ("none", 5, ""),
        ("lowerLetter", 0, "0"),
        ("chineseCounting", 123456, "123456"),
    ],
)
def test_number_formats(form: str, number: int, printed: str) -> None:
    assert format_number(number, form) == printed
