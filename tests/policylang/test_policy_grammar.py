"""The grammar has one reading, and both spellings have the same words."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from presign.policylang import grammar
from presign.policylang.keywords import CLAUSES, DECLARATIONS, KEYWORDS, TYPES, WORDS, word_of
from presign.policylang.lexer import tokens
from presign.policylang.load import load_texts
from presign.policylang.parse import parse


def test_the_grammar_has_no_conflict() -> None:
    grammar.build(strict=True)


def test_the_parser_is_built_once() -> None:
    assert grammar.parser() is grammar.parser()


def test_every_terminal_of_the_grammar_is_a_word_sign_or_class() -> None:
    rules = re.sub(r"//.*", "", Path(grammar.__file__).with_name("grammar.lark").read_text(encoding="utf-8"))
    used = set(re.findall(r"\b[A-Z][A-Z_]+\b", rules))
    declared = set(grammar.grammar_text().rsplit("%declare", 1)[1].split())
    assert used == declared


@pytest.mark.parametrize("word", KEYWORDS, ids=lambda word: word.en)
def test_a_word_gives_the_same_terminal_in_both_spellings(word: object) -> None:
    english, chinese = (list(tokens(spelling)) for spelling in (word.en, word.zh))  # type: ignore[attr-defined]
    assert [(each.type, each.value) for each in english] == [(word.terminal, word.value)]  # type: ignore[attr-defined]
    shared = {"属于": "BELONGS", "不适用": "STATE", "满足": "WHERE"}
    assert [each.type for each in chinese] == [shared.get(word.zh, word.terminal)]  # type: ignore[attr-defined]


def test_no_two_words_look_alike() -> None:
    for words in (DECLARATIONS + CLAUSES, TYPES):
        spellings = [spelling for word in words for spelling in (word.en, word.zh)]
        assert len(spellings) == len(set(spellings))


@pytest.mark.parametrize("table", WORDS)
def test_the_words_of_a_clause_have_two_spellings(table: str) -> None:
    for english, chinese in WORDS[table].items():
        assert word_of(table, english) == word_of(table, chinese) == english
    assert word_of(table, "nothing") is None


@pytest.mark.parametrize(
    ("half", "full"),
    [
        ("kinds k: a, b", "kinds k：a，b"),
        ("kinds k: a, b", "kinds　k：a、b"),
        ("scale s: a < b", "scale s： a ＜ b"),
        ('rule A-1 "x" requires (a + 1 - 2 * 3 / 4 >= 30%)', "rule A-1 「x」 requires （a ＋ 1 － ２ × 3 ÷ 4 ≥ 30％）"),
        ('rule A-1 "x" requires a != 3 unless "y": b <= 2', "rule A-1 “x” requires a ≠ 3 unless 「y」：b ≤ 2"),
        ("parameter p: days | 1 day |", "parameter p：days ｜ 1 day ｜"),
        ('example A-1 "x" given a = ["b", "c"]', "example A-1 「x」 given a ＝ ［「b」、「c」］"),
    ],
)
def test_full_width_punctuation_counts_as_half_width(half: str, full: str) -> None:
    one, two = parse(half), parse(full)
    assert one.diagnostics == two.diagnostics == ()
    assert one.module == two.module
    assert one.module.declarations


def test_nothing_is_changed_inside_a_text() -> None:
    (node,) = parse('rule A-1 "，：（）％＃ # ；" requires a is yes').module.declarations
    assert node.title.en == "，：（）％＃ # ；"  # type: ignore[union-attr]


def test_escapes_stand_only_in_straight_quotes() -> None:
    (node,) = parse(r'example A-1 "a\"b\\c\n" text zh 「a\n」').module.declarations
    assert node.title.text == 'a"b\\c\n'  # type: ignore[union-attr]
    assert node.clauses[0].text.text == r"a\n"  # type: ignore[union-attr]


def test_words_that_begin_a_clause_may_name_types_fields_and_members() -> None:
    text = "scale stage: text < label\nrecord step: owner text, days days, source stage\nfact a.b: stage from case\n"
    parsed = parse(text)
    assert parsed.diagnostics == ()
    assert [field.text for field, _ in parsed.module.declarations[1].fields] == ["owner", "days", "source"]  # type: ignore[union-attr]


@pytest.mark.parametrize("word", [word.en for word in DECLARATIONS + CLAUSES if " " not in word.en])
def test_a_word_of_the_language_cannot_name_a_fact(word: str) -> None:
    (found,) = parse(f"fact {word}: days\n  from case\n").diagnostics[:1]
    assert found.key == "E103"


def test_an_unquoted_text_is_in_the_language_of_the_file() -> None:
    text = 'rule A-1 "x"\n  requires a is yes\n  message "y"\n'
    (english,) = parse(text).module.declarations
    (chinese,) = parse("# language: zh\n" + text).module.declarations
    assert (english.title.en, english.title.zh) == ("x", "")  # type: ignore[union-attr]
    assert (chinese.title.en, chinese.title.zh) == ("", "x")  # type: ignore[union-attr]


def test_a_thousand_rules_are_parsed_quickly() -> None:
    rules = "".join(
        f'rule CRT-{n} en "Credit days" zh "账期"\n  severity high\n  applies when a.b is stated and c.d is yes\n'
        f"  requires a.b <= 30 days or (a.b <= 60 days and c.d is no)\n"
        f'  message en "{{a.b}} is long" zh "账期{{a.b}}过长"\n  basis "CC-{n}"\n'
        for n in range(1000)
    )
    started = time.perf_counter()
    assert len(parse(rules).module.declarations) == 1000
    # measured 0.25 s; the bound leaves room for a busy machine and still finds a quadratic step
    assert time.perf_counter() - started < 60, "a hang, not a slow machine"


def test_fields_are_spoken_of_by_their_chinese_labels() -> None:
    text = """
    record instalment: pct zh "比例" en "share" percent, retention zh "质保金" yes/no
    fact payment.instalments: list of instalment  alias 付款.期次  from contract
    rule PAY-01 "Retention too large"  severity high
      requires {condition}
    example PAY-01 "a tenth"
      given payment.instalments = [({field} 10%)]
      expect PAY-01 violated
    """
    programs = [
        load_texts([("p", text.format(condition=condition, field=field))]).program
        for condition, field in (
            ("all x in payment.instalments where x.pct <= 5% or x.retention is no", "pct"),
            ("all x in 付款.期次 where x.比例 <= 5% or x.质保金 is no", "比例"),
        )
    ]
    assert programs[0] is not None and programs[1] is not None
    assert (programs[0].rules, programs[0].examples) == (programs[1].rules, programs[1].examples)
    assert programs[0].records["instalment"].labels["pct"].zh == "比例"
