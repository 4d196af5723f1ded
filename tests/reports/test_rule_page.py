"""A rule as a page: what it says of the rule, of its parameters on a day, and of its examples."""

from __future__ import annotations

import io
import json
from datetime import date

import pytest
from house_rules import COMPANY, POLICY, load
from presign.policylang.words import Line
from presign.reports import explain, explain_json
from presign.reports.rule_page import RulePage, rule_page
from presign.rules.authorities import cite

SPRING, AUTUMN = date(2026, 3, 1), date(2026, 9, 1)


def page(rule: str = "CRT-01", language: str = "en", day: date | None = SPRING, *more: str) -> RulePage:
    program, sources = load(*more)
    found = next(each for each in program.rules if each.id == rule)
    return rule_page(found, program, sources, day, language)


def text(shown: RulePage, day: date = SPRING, clauses: tuple[str, ...] = ("en",)) -> str:
    out = io.StringIO()
    program, _ = load()
    explain.render(shown, program.packs[0], day, clauses, out)
    return out.getvalue()


def test_the_demands_are_said_in_words() -> None:
    shown = page()
    # that the days are stated guards nothing here: nothing else in the condition speaks of them
    assert shown.applies == Line("all of these:", (Line("“credit days” is stated"), Line("“debt secured”: not yes")))
    assert shown.requires == (Line("“credit days” is at most “longest credit days”"),)
    assert shown.forbids == (
        Line("for at least one of “instalments”:", (Line("“pct” is more than 50%"), Line("“paid”: not yes"))),
    )
    assert [(each.name, each.when.text) for each in shown.excuses] == [("old customer", "“grade of the customer” is A")]
    assert shown.undecided == "counted as violated"
    assert page(language="zh").requires == (Line("“账期”不超过“最长账期”"),)


def test_the_formal_text_is_that_of_the_file() -> None:
    assert page().formal.split("\n") == [
        "applies when net_days is stated and not secured is yes",
        "requires net_days <= max_days",
        "forbids any x in parts where (x.pct > 50% and not x.paid is yes)",
        'unless "old customer": customer.grade = A',
        "when undecided: violated",
    ]


def test_the_parameters_have_the_values_of_the_day() -> None:
    spring, autumn = page(day=SPRING).parameters[0].current, page(day=AUTUMN).parameters[0].current
    assert spring is not None and autumn is not None
    assert spring.rows == (("A", "60 days"), ("B", "45 days"))
    assert spring.period == "from 2026-01-01 until 2026-06-30"
    assert spring.notes == ("source: Credit manual", "review by 2026-06-01")
    assert autumn.rows == (("A", "50 days"), ("B", "30 days"))
    assert page(day=date(2026, 6, 15)).parameters[0].versions[0].notes[1] == "review overdue since 2026-06-01"
    assert page(language="zh").parameters[0].versions[0].rows == (("甲", "60日"), ("乙", "45日"))
    assert page(day=date(2025, 1, 1)).parameters[0].current is None
    assert page(day=None).parameters[0].current is None


def test_a_table_says_what_its_cells_take() -> None:
    table = page("PAY-02", "zh").parameters[0]
    assert (table.name, table.hit) == ("bonus", "取首个相符的行")
    assert table.versions[0].rows == (("不超过30日", "2%"), ("任何", "0%"))


def test_the_basis_is_spelled_out_and_open_citations_are_marked() -> None:
    assert page().basis == (
        "CC-628: Civil Code of the People's Republic of China, art. 628 (in force since 2021-01-01)",
        "ICG9-6: Internal control application guideline No. 9, Sales (Cai Kuai [2010] No. 11), art. 6 (in force since 2010-04-15) (to be confirmed)",
        "House custom",
    )
    assert page(language="zh").basis[0] == "CC-628：中华人民共和国民法典第628条（2021-01-01 起施行）"


@pytest.mark.parametrize(
    ("code", "unit", "part"),
    [("UCC-2-702", "section", "2-702"), ("IFRS9-B5.5.37", "paragraph", "B5.5.37"), ("EU-LPD-3", "article", "3")],
)
def test_a_code_is_an_instrument_and_its_article(code: str, unit: str, part: str) -> None:
    found = cite(f"{code} (to be confirmed)")
    assert (found.code, found.unit, found.part, found.confirmed) == (code, unit, part, False)


def test_a_code_that_stands_for_itself_has_no_article() -> None:
    # BILL is the Negotiable Instruments Law, but BILL-25 is article 25 of the Measures of 2022
    assert cite("BILL-25").en.startswith("Measures") and cite("BILL-25").part == "25"
    assert (cite("PRACT").unit, cite("FIVE-C").part) == ("", "")


def test_an_example_says_what_is_given_and_the_verdict() -> None:
    (example,) = page(language="zh").examples
    assert example.given == ("客户等级：乙", "账期：90日", "有担保：未载明", "付款期次：30% paid")
    assert (example.title, example.verdict_words, example.as_of) == ("ninety days", "违反", "2026-03-01")


def test_what_another_file_adds_or_switches_off_is_named() -> None:
    excuse = page("CRT-01", "en", SPRING, COMPANY).excuses[1]
    assert (excuse.name, excuse.notes) == ("key account", ("from 2026-02-01", "added by Company"))
    off = page("PAY-02", "en", SPRING, COMPANY)
    assert off.notices == ("switched off by Company: no bonus is <paid> any more",)
    assert "  ! switched off by Company: no bonus is <paid> any more\n" in text(off)


def test_the_text_has_every_section_in_order() -> None:
    shown = text(page())
    heads = ["WHAT IT ASKS", "IN THE POLICY FILE, WORD FOR WORD", "WHY IT LOSES MONEY", "WHAT TO DO", "CLAUSE TO AVOID"]
    heads += ["CLAUSE TO PREFER", "BASIS", "PARAMETERS on 2026-03-01", "EXAMPLES"]
    lines = shown.split("\n")
    assert [line for line in lines if line in heads] == heads
    assert lines[0] == "CRT-01  Too many credit days  [high]"
    assert "      A → 60 days" in lines
    assert "    → violated (as of 2026-03-01)" in lines
    assert "countermeasure: C3 strengthen daily management" in lines
    assert "pack: House rules, version 7" in lines
    line = next(at for at, each in enumerate(POLICY.split("\n"), 1) if each.startswith("rule CRT-01"))
    assert f"declared in: house.policy:{line}" in lines


def test_the_clauses_come_in_the_languages_asked_for() -> None:
    both = text(page(), clauses=("en", "zh"))
    assert "  Payable within 30 days.\n  30日内付清。\n" in both
    assert "30日内付清" not in text(page())


def test_as_data_the_conditions_are_in_both_languages() -> None:
    program, sources = load(COMPANY)
    pages = {each: rule_page(program.rules[1], program, sources, SPRING, each) for each in ("en", "zh")}
    out = io.StringIO()
    explain_json.render(pages, program.packs[0], out)
    found = json.loads(out.getvalue())
    assert found["rule"] == "PAY-02"
    assert found["switched_off"] == {"by": "Company", "because": "no bonus is <paid> any more"}
    first = found["in_words"]["zh"]["forbids"][0]
    assert first["text"] == "符合以下任一项："
    assert [part["text"] for part in first["parts"]] == ["“bonus”超过1%", "“签约日”晚于2026年12月31日"]
    assert found["parameters"]["en"][0]["rows"] == [["up to 30 days", "2%"], ["any", "0%"]]
