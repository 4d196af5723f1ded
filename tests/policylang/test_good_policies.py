"""One policy in two spellings: the same syntax tree by the words, the same checked program."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import presign
import pytest
from presign.policylang.core import (
    Aggregate,
    All,
    Any,
    Arithmetic,
    Blocker,
    Compare,
    Comparison,
    Constant,
    Contains,
    Expected,
    FactValue,
    FieldValue,
    Fold,
    HasState,
    Not,
    OneOf,
    Operator,
    ParameterValue,
    Period,
    Present,
    Program,
    Quantified,
    ReadPattern,
    Rule,
    SaysYes,
    Severity,
    Sort,
    Source,
    Texts,
    Type,
)
from presign.policylang.load import load_texts
from presign.policylang.parse import parse
from presign.policylang.printer import print_module
from presign.values import ABSENT, Money, Quantity, Record, State, Unit, known

GOOD = Path(__file__).parent / "good"
FILES = sorted(GOOD.glob("*.policy"))


def load(name: str) -> Program:
    loaded = load_texts([(name, (GOOD / name).read_text(encoding="utf-8"))])
    assert loaded.diagnostics == ()
    assert loaded.program is not None
    return loaded.program


PROGRAM = load("credit.policy")
DAYS, PERCENT, MONEY = Type(Sort.DAYS), Type(Sort.PERCENT), Type(Sort.MONEY)
GRADE, COURT, STAGE = Type(Sort.SCALE, "grade"), Type(Sort.KINDS, "court"), Type(Sort.SCALE, "stage")
INSTALMENTS = FactValue("payment.instalments", Type(Sort.LIST, of=Type(Sort.RECORD, "instalment")))
NET_DAYS = FactValue("payment.net_days", DAYS)
AMOUNT = FactValue("contract.amount", MONEY)


def quantity(amount: str, unit: Unit) -> Constant:
    return Constant(Quantity(Decimal(amount), unit), Type(Sort(unit.value)))


def rule(number: str) -> Rule:
    return next(each for each in PROGRAM.rules if each.id == number)


def test_both_spellings_give_one_program() -> None:
    chinese = load("credit.zh.policy")
    assert [replace(pack, path="", sha256="") for pack in chinese.packs] == [
        replace(pack, path="", sha256="") for pack in PROGRAM.packs
    ]
    assert replace(chinese, packs=()) == replace(PROGRAM, packs=())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_printing_in_either_spelling_and_parsing_gives_the_tree_back(path: Path, language: str) -> None:
    module = parse(path.read_text(encoding="utf-8")).module
    again = parse(print_module(module, language))
    assert again.diagnostics == ()
    assert again.module == module


def test_a_policy_printed_is_the_text_beside_it() -> None:
    module = parse((GOOD / "credit.policy").read_text(encoding="utf-8")).module
    assert print_module(module, "en") == (GOOD / "credit.en.txt").read_text(encoding="utf-8")
    assert print_module(module, "zh") == (GOOD / "credit.zh.txt").read_text(encoding="utf-8")


def test_the_head() -> None:
    (pack,) = PROGRAM.packs
    assert (pack.title, pack.version, pack.owner, pack.jurisdiction) == ("Credit sales", "3", "Credit Control", "CN")
    assert len(pack.sha256) == 64


def test_members_and_their_labels() -> None:
    grade = PROGRAM.members["grade"]
    assert (grade.ordered, grade.members) == (True, ("D", "C", "B", "A"))
    assert grade.labels == {"A": Texts("best", "优")}
    assert PROGRAM.members["court"].ordered is False
    assert PROGRAM.records["instalment"].fields == (
        ("pct", PERCENT),
        ("amount", MONEY),
        ("days", DAYS),
        ("retention", Type(Sort.YES_NO)),
        ("court", COURT),
    )


def test_a_fact_with_its_patterns() -> None:
    fact = PROGRAM.facts["payment.net_days"]
    assert (fact.type, fact.label, fact.source) == (DAYS, Texts("credit days", "账期"), Source.CONTRACT)
    assert fact.alias_zh == "付款.账期"
    assert fact.reads == (
        ReadPattern("zh", "验收合格后{}内"),
        ReadPattern("zh", "收到发票后{}内"),
        ReadPattern("en", "within {} after receipt of the invoice"),
    )


def test_a_parameter_with_two_sections() -> None:
    parameter = PROGRAM.parameters["max_days"]
    assert parameter.keys == (FactValue("customer.grade", GRADE),)
    old, new = parameter.versions
    assert (old.period, old.review_by) == (Period(date(2025, 1, 1), date(2025, 12, 31)), None)
    assert (new.period, new.review_by) == (Period(date(2026, 1, 1)), date(2026, 12, 31))
    assert new.rows[1] == (("B",), Quantity(Decimal(45), Unit.DAYS))
    assert old.source == new.source == "Credit Manual 2026"
    assert PROGRAM.parameters["max_share"].versions[0].rows == (((), Quantity(Decimal(5), Unit.PERCENT)),)


def test_the_words_of_a_rule() -> None:
    one = rule("CRT-01")
    assert one.severity is Severity.HIGH
    assert one.blockers == (Blocker.ARBITRARY_CREDIT, Blocker.WEAK_CONTROL)
    assert (one.countermeasures, one.owner, one.side, one.pack) == (("C3",), "credit", "seller", "Credit sales")
    assert one.undecided_is_violated is True
    assert one.period == Period(date(2026, 1, 1), date(2027, 6, 30))
    assert one.basis == ("CC-628", "ICG9-5")
    assert one.avoid == Texts(zh="货到后90日付款。")
    assert one.span.line == 46
    two = rule("CRT-02")
    assert (two.side, two.title, two.undecided_is_violated) == ("both", Texts("Instalments"), False)
    assert two.applies == All(())


def test_an_alias_in_a_message_is_the_facts_own_name() -> None:
    assert rule("CRT-01").message.zh == "账期{payment.net_days}，上限{max_days}"


def test_stages_are_folded_into_applies_when() -> None:
    one = rule("CRT-01")
    assert one.stages == ("for_approval", "for_signing")
    stages = tuple(Constant(stage, STAGE) for stage in one.stages)
    silent = Any((HasState(AMOUNT, State.ABSENT), HasState(AMOUNT, State.UNKNOWN)))
    assert one.applies == All(
        (
            OneOf(FactValue("deal.stage", STAGE), stages),
            All((HasState(NET_DAYS, State.STATED), Not(silent))),
        )
    )


def test_requirements_and_prohibitions() -> None:
    one = rule("CRT-01")
    share = Arithmetic(Operator.TIMES, AMOUNT, quantity("30", Unit.PERCENT), MONEY)
    total = Arithmetic(Operator.PLUS, share, Constant(Money(Decimal(5000), "CNY"), MONEY), MONEY)
    assert one.requires == (
        Compare(Comparison.LE, NET_DAYS, ParameterValue("max_days", DAYS)),
        Compare(Comparison.LE, total, Constant(Money(Decimal(500_000), "CNY"), MONEY)),
    )
    assert one.forbids == (SaysYes(FactValue("payment.back_to_back", Type(Sort.YES_NO)), True),)
    (excuse,) = one.excuses
    assert excuse.name == "secured"
    assert excuse.condition == All(
        (
            OneOf(FactValue("dispute.court", COURT), (Constant("seller", COURT), Constant("unnamed", COURT))),
            Compare(Comparison.GE, FactValue("customer.grade", GRADE), Constant("B", GRADE)),
        )
    )


def test_folds_and_quantifiers() -> None:
    summed, counted, every = rule("CRT-02").requires
    kept = All((SaysYes(FieldValue("retention", Type(Sort.YES_NO)), True), Present(FieldValue("days", DAYS))))
    assert summed == Compare(
        Comparison.LE,
        Aggregate(Fold.SUM, INSTALMENTS, kept, FieldValue("pct", PERCENT), PERCENT),
        ParameterValue("max_share", PERCENT),
    )
    court = Compare(Comparison.EQ, FieldValue("court", COURT), Constant("seller", COURT))
    assert counted == Compare(
        Comparison.GT,
        Aggregate(Fold.COUNT, INSTALMENTS, court, None, Type(Sort.NUMBER)),
        quantity("0", Unit.NUMBER),
    )
    short = Compare(Comparison.LE, FieldValue("days", DAYS), quantity("30", Unit.DAYS))
    small = Compare(Comparison.LT, FieldValue("pct", PERCENT), quantity("10", Unit.PERCENT))
    assert every == Quantified(True, INSTALMENTS, Any((short, small)))


def test_states_and_lists() -> None:
    languages, _, _, states = rule("CRT-02").forbids
    texts = FactValue("contract.languages", Type(Sort.LIST, of=Type(Sort.TEXT)))
    counted = Aggregate(Fold.COUNT, texts, None, None, Type(Sort.NUMBER))
    assert languages == Any(
        (
            Compare(Comparison.GT, counted, quantity("1", Unit.NUMBER)),
            Contains(texts, Constant("en", Type(Sort.TEXT))),
        )
    )
    assert states == Any((HasState(NET_DAYS, State.NOT_APPLICABLE), Not(HasState(NET_DAYS, State.STATED))))


def test_an_example() -> None:
    (example,) = PROGRAM.examples
    given = dict(example.given)
    assert given["customer.grade"] == known("B")
    assert given["contract.amount"] == ABSENT
    assert given["payment.back_to_back"] == known(False)
    assert given["payment.instalments"] == known(
        (
            Record((("pct", Quantity(Decimal(30), Unit.PERCENT)), ("retention", True))),
            Record((("pct", Quantity(Decimal(70), Unit.PERCENT)), ("court", "seller"))),
        )
    )
    assert given["contract.languages"] == known(("zh", "en"))
    assert example.texts == (("zh", "货到验收合格后90日内付清全部货款。"),)
    assert example.expected_facts == (("payment.net_days", known(Quantity(Decimal(90), Unit.DAYS))),)
    assert example.expected == (("CRT-01", Expected.VIOLATED), ("CRT-02", Expected.NOT_APPLICABLE))
    assert example.as_of == date(2026, 3, 1)


def test_the_policies_of_the_reference_are_policies() -> None:
    reference = Path(presign.__file__).with_name("docs") / "language.md"
    lines = reference.read_text(encoding="utf-8").split("\n")
    code = "\n".join(line[4:] if line.startswith("    ") else "" for line in lines)
    parsed = parse(code)
    assert parsed.diagnostics == ()
    assert len(parsed.module.declarations) == 19


def test_the_shipped_packs_are_the_same_program_in_chinese() -> None:
    named = [
        (path.name, path.read_text(encoding="utf-8"))
        for path in sorted((Path(presign.__file__).parent / "rules").rglob("*.policy"))
    ]
    english = load_texts(named).program
    chinese = load_texts([(name, print_module(parse(text).module, "zh")) for name, text in named]).program
    assert english is not None
    assert chinese is not None
    assert replace(chinese, packs=()) == replace(english, packs=())
