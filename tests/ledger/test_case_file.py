"""Case files: what is read, and how each mistake is told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from presign.ledger.case_file import read_case
from presign.messages import advise, say
from presign.policylang.core import FactDeclaration, Members, Program, RecordType, Sort, Source, Texts, Type
from presign.values import Money, Quantity, Record, Unit

MONEY, DAYS, TEXT, YES_NO, DATE = (Type(sort) for sort in (Sort.MONEY, Sort.DAYS, Sort.TEXT, Sort.YES_NO, Sort.DATE))
GRADE, APPROVAL = Type(Sort.SCALE, "grade"), Type(Sort.RECORD, "approval")


def declare(name: str, kind: Type, source: Source = Source.CASE, alias: str = "") -> FactDeclaration:
    return FactDeclaration(name, kind, Texts(name, name), source, alias)


FACTS = (
    declare("customer.grade", GRADE, alias="客户.客户等级"),
    declare("customer.is_new", YES_NO),
    declare("customer.file_date", DATE),
    declare("credit.limit", MONEY),
    declare("credit.max_days", DAYS),
    declare("deal.requested_by", TEXT),
    declare("approval.records", Type(Sort.LIST, of=APPROVAL)),
    declare("payment.net_days", DAYS, Source.CONTRACT),
)
PROGRAM = Program(
    members={"grade": Members("grade", True, ("D", "C", "B", "A"))},
    records={"approval": RecordType("approval", (("person", TEXT), ("on", DATE), ("days_limit", DAYS)))},
    facts={fact.name: fact for fact in FACTS},
)


def write(folder: Path, text: str) -> str:
    path = folder / "case.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_values_carry_their_units_and_their_line(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "customer: {grade: B, is_new: 否}\ncredit:\n  limit: 200万元\n  max_days: 45天\n"
        "approval:\n  records:\n    - {person: 李某, on: 2026-02-27, days_limit: 60 days}\n",
    )
    case = read_case(path, PROGRAM)
    assert case.problems == ()
    values = {fact.name: fact.value for fact in case.facts}
    assert values["customer.grade"] == "B"
    assert values["customer.is_new"] is False
    assert values["credit.limit"] == Money(Decimal(2_000_000), "CNY")
    assert values["credit.max_days"] == Quantity(Decimal(45), Unit.DAYS)
    record = Record((("person", "李某"), ("on", date(2026, 2, 27)), ("days_limit", Quantity(Decimal(60), Unit.DAYS))))
    assert values["approval.records"] == (record,)
    assert {fact.name: fact.origin for fact in case.facts}["credit.limit"] == f"{path}:3"


def test_chinese_aliases_are_keys(tmp_path: Path) -> None:
    case = read_case(write(tmp_path, "客户:\n  客户等级: C\n"), PROGRAM)
    assert [(fact.name, fact.value) for fact in case.facts] == [("customer.grade", "C")]


@pytest.mark.parametrize(
    ("text", "key", "line", "said"),
    [
        ("customer:\n  grad: B\n", "case.unknown_key_near", 2, "`customer.grad` isn't known here"),
        ("custmer:\n  grade: B\n", "case.unknown_key_near", 1, "`custmer` isn't known here"),
        ("credit:\n  limit: 2000000\n", "case.wrong_value", 2, "`2000000` can't be the value of `credit.limit`"),
        ("credit:\n  max_days: 2 months\n", "case.wrong_value", 2, "`2 months` can't be the value of `credit.max_days`"),
        ("customer:\n  grade: E\n", "case.wrong_value", 2, "`E` can't be the value of `customer.grade`"),
        ("customer:\n  file_date: 2026-02-30\n", "case.wrong_value", 2, "`2026-02-30` can't be the value"),
        ("payment:\n  net_days: 30 days\n", "case.read_from_contract", 2, "`payment.net_days` is read from the contract"),
        ("customer:\n  grade: B\n  grade: C\n", "case.twice", 3, "given twice, first in line 2"),
        ("- customer\n", "case.not_a_mapping", 1, "must hold sections"),
        ("customer: [a]\n", "case.section_not_a_mapping", 1, "section `customer`"),
        ("approval:\n  records: yes\n", "case.not_a_list", 2, "is a list"),
        ("approval:\n  records:\n    - {persom: 李某}\n", "case.unknown_key_near", 3, "`persom`"),
        ("customer:\n  grade: [B]\n", "case.not_a_value", 2, "needs one value"),
        ("customer: {grade: B\n", "case.syntax", 2, "isn't valid YAML"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, key: str, line: int, said: str) -> None:
    case = read_case(write(tmp_path, text), PROGRAM)
    assert case.facts == ()
    (problem,) = case.problems
    assert (problem.key, problem.line) == (key, line)
    assert said in say(problem.key, "en", problem.values)
    assert say(problem.key, "zh", problem.values) != say(problem.key, "en", problem.values)
    advise(problem.key, "zh", problem.values)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    text = "customer:\n  grad: B\n  is_new: maybe\ncredit:\n  limit: 5 days\n"
    problems = read_case(write(tmp_path, text), PROGRAM).problems
    assert [problem.line for problem in problems] == [2, 3, 5]


def test_files_that_are_no_text_or_not_there(tmp_path: Path) -> None:
    binary = tmp_path / "case.yaml"
    binary.write_bytes(b"\xff\xfe\x00customer")
    assert read_case(str(binary), PROGRAM).problems[0].key == "case.encoding"
    assert read_case(str(tmp_path / "none.yaml"), PROGRAM).problems[0].key == "case.unreadable"
    deep = write(tmp_path, "[" * 5000)
    assert read_case(deep, PROGRAM).problems[0].key == "case.syntax"


def test_an_alias_bomb_costs_nothing(tmp_path: Path) -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    problems = read_case(write(tmp_path, bomb), PROGRAM).problems
    assert {problem.key for problem in problems} <= {"case.section_not_a_mapping", "case.unknown_key"}
