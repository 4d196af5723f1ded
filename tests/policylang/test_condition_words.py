"""Conditions in a reader's words, in both languages."""

from __future__ import annotations

import pytest
from presign.checker.value_words import value_words
from presign.policylang.core import Condition, Program
from presign.policylang.load import load_texts
from presign.policylang.words import Line, Words, short

VOCABULARY = """scale grade: C < B < A
kinds place: seller zh "卖方所在地" en "seller's court", buyer zh "买方所在地" en "buyer's court", none zh "未约定" en "no court"
record part: pct zh "比例" en "share" percent, days days, paid yes/no
fact d: days  label en "credit days (longest)" zh "账期(最长)"  from contract
fact m: money  label en "price" zh "合同价"  from contract
fact n: number  label en "copies" zh "份数"  from contract
fact g: grade  label en "grade" zh "等级"  from case
fact p: place  label en "court" zh "管辖地"  from contract
fact y: yes/no  label en "guarantee" zh "担保"  from contract
fact t: date  label en "signing" zh "签约日"  from contract
fact l: list of part  label en "instalments" zh "付款期次"  from contract
fact k: list of place  label en "courts" zh "法院"  from contract
parameter limit: days
  label en "longest credit days" zh "账期上限"
  in force from 2026-01-01
  | 60 days |
"""


def checked(condition: str) -> tuple[Condition, Program]:
    rule = f'rule TST-01 en "x" zh "x"\n  severity low\n  requires {condition}\n'
    loaded = load_texts([("words.policy", VOCABULARY + rule)])
    assert loaded.program is not None, loaded.diagnostics
    return loaded.program.rules[0].requires[0], loaded.program


def sentence(condition: str, language: str) -> str:
    node, program = checked(condition)
    return Words(program, language, value_words).sentence(node)


def outline(condition: str, language: str = "en") -> Line:
    node, program = checked(condition)
    return Words(program, language, value_words).outline(node)


@pytest.mark.parametrize(
    ("condition", "en", "zh"),
    [
        ("d <= limit", "“credit days” is at most “longest credit days”", "“账期”不超过“账期上限”"),
        ("d > 30 days", "“credit days” is more than 30 days", "“账期”超过30日"),
        ("not d > 30 days", "“credit days” is at most 30 days", "“账期”不超过30日"),
        ("g >= B", "“grade” is not below B", "“等级”不低于B"),
        ("t < 2026-02-01", "“signing” is before 2026-02-01", "“签约日”早于2026年2月1日"),
        ("p = buyer", "“court” is buyer's court", "“管辖地”为买方所在地"),
        ("p is one of buyer, none", "“court” is buyer's court or no court", "“管辖地”为买方所在地或未约定"),
        (
            "p is not one of buyer, none",
            "“court” is neither buyer's court nor no court",
            "“管辖地”不为买方所在地或未约定",
        ),
        ("k contains seller", "“courts” contains seller's court", "“法院”包含卖方所在地"),
        ("y is yes", "“guarantee”: yes", "“担保”：是"),
        ("not y is yes", "“guarantee”: not yes", "“担保”：不是“是”"),
        ("y is no", "“guarantee”: expressly no", "“担保”：明文否定"),
        ("d is present", "there is “credit days”", "有“账期”"),
        ("d is absent", "nothing is said of “credit days”", "未载明“账期”"),
        ("count of l >= 2", "the number of “instalments” is at least 2", "“付款期次”的项数不低于2"),
        (
            "sum of x.pct in l where (x.paid is yes) <= 5%",
            "the sum of “share” over “instalments” (only those where “paid”: yes) is at most 5%",
            "“付款期次”的“比例”合计（仅计符合以下条件的项：“paid”：是）不超过5%",
        ),
    ],
)
def test_a_comparison_is_a_sentence(condition: str, en: str, zh: str) -> None:
    assert sentence(condition, "en") == en
    assert sentence(condition, "zh") == zh


def test_brackets_tell_where_and_and_or_meet() -> None:
    assert sentence("y is yes or d <= limit and n = 1", "en") == (
        "“guarantee”: yes or (“credit days” is at most “longest credit days” and “copies” is 1)"
    )
    assert (
        sentence("(y is yes or n = 1) and d <= limit", "zh")
        == "（“担保”：是，或“份数”等于1），且“账期”不超过“账期上限”"
    )


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("n + 1 * 2 > 3", "“copies” + 1 × 2"),
        ("(n + 1) * 2 > 3", "(“copies” + 1) × 2"),
        ("n - (n - 1) > 3", "“copies” − (“copies” − 1)"),
        ("n - n - 1 > 3", "“copies” − “copies” − 1"),
        ("n / (n * 2) > 3", "“copies” ÷ (“copies” × 2)"),
    ],
)
def test_arithmetic_keeps_the_brackets_it_needs(written: str, said: str) -> None:
    assert sentence(written, "en") == f"{said} is more than 3"


def test_an_outline_puts_the_parts_under_a_heading() -> None:
    assert outline("y is yes or (d <= limit and (n = 1 and g = A))") == Line(
        "at least one of these:",
        (
            Line("“guarantee”: yes"),
            Line(
                "all of these:",
                (
                    Line("“credit days” is at most “longest credit days”"),
                    Line("“copies” is 1"),
                    Line("“grade” is A"),
                ),
            ),
        ),
    )
    assert outline("not (y is yes and n = 1)").text == "not all of these at once:"
    assert outline("not (y is yes or n = 1)", "zh").text == "以下各项均不符合："


def test_a_condition_on_records_names_the_list_and_its_fields() -> None:
    some = outline("any x in l where (x.pct is stated and x.pct > 30%)")
    assert some == Line("for at least one of “instalments”:", (Line("“share” is more than 30%"),))
    assert outline("not (any x in l where x.paid is yes)").text == "for none of “instalments”:"
    assert outline("all x in l where (x.pct > 30% and x.paid is yes)", "zh") == Line(
        "“付款期次”中每一项均符合：", (Line("“比例”超过30%"), Line("“paid”：是"))
    )


def test_a_guard_of_a_comparison_is_not_said() -> None:
    assert sentence("d is stated and d <= limit", "en") == "“credit days” is at most “longest credit days”"
    assert sentence("d is stated and n = 1", "en") == "“credit days” is stated and “copies” is 1"


def test_a_label_is_cut_before_its_brackets() -> None:
    assert short("账期(最长)") == "账期"
    assert short("(draft) price") == "(draft) price"
    assert short("price") == "price"
