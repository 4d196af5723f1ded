"""Which types meet: the whole table, written out."""

from __future__ import annotations

import pytest
from presign.policylang.core import Comparison, Fold, Operator, Sort, Type
from presign.policylang.types import arithmetic, built_in, comparable, describe, folded

ALL = [Type(sort) for sort in Sort if sort not in (Sort.LIST, Sort.RECORD, Sort.SCALE, Sort.KINDS)]
ALL += [
    Type(Sort.SCALE, "grade"),
    Type(Sort.KINDS, "court"),
    Type(Sort.RECORD, "r"),
    Type(Sort.LIST, of=Type(Sort.TEXT)),
]
KINDS = {kind.sort: kind for kind in ALL}
PLAIN = {"money", "percent", "rate", "hours", "days", "working days", "months", "years", "number"}

# left, operator, right -> result; `q` stands for each plain sort but number
MEET = {
    **{(q, op, q): q for q in PLAIN for op in "+-"},
    **{(q, "*", "number"): q for q in PLAIN},
    **{("number", "*", q): q for q in PLAIN},
    **{(q, "/", "number"): q for q in PLAIN},
    **{(q, "/", q): "number" for q in PLAIN},
    **{("date", op, unit): "date" for op in "+-" for unit in ("days", "working days", "months", "years")},
    ("date", "-", "date"): "days",
    ("money", "*", "percent"): "money",
    ("percent", "*", "money"): "money",
    ("percent", "*", "percent"): "percent",
}


@pytest.mark.parametrize("operator", list(Operator))
@pytest.mark.parametrize("left", ALL, ids=lambda kind: kind.sort.value)
def test_arithmetic(operator: Operator, left: Type) -> None:
    for right in ALL:
        result = arithmetic(operator, left, right)
        expected = MEET.get((left.sort.value, operator.value, right.sort.value))
        assert (result.sort.value if result else None) == expected, (operator, right)


@pytest.mark.parametrize("left", ALL, ids=lambda kind: kind.sort.value)
def test_only_equal_types_compare(left: Type) -> None:
    for right in ALL:
        for operator in Comparison:
            same = left == right and left.sort not in (Sort.LIST, Sort.RECORD)
            unordered = left.sort in (Sort.TEXT, Sort.YES_NO, Sort.KINDS)
            ordered_only = operator not in (Comparison.EQ, Comparison.NE)
            assert comparable(operator, left, right) is (same and not (unordered and ordered_only))


def test_two_scales_do_not_compare() -> None:
    assert not comparable(Comparison.EQ, Type(Sort.SCALE, "grade"), Type(Sort.SCALE, "stage"))


def test_folds() -> None:
    summable = PLAIN - {"rate"}
    ordered = PLAIN | {"date", "scale"}
    for kind in ALL:
        assert folded(Fold.COUNT, kind) == Type(Sort.NUMBER)
        assert (folded(Fold.SUM, kind) is not None) is (kind.sort.value in summable)
        assert (folded(Fold.MAX, kind) is not None) is (kind.sort.value in ordered)
        assert folded(Fold.MIN, kind) == folded(Fold.MAX, kind)


@pytest.mark.parametrize(
    ("english", "chinese"),
    [("money", "金额"), ("days", "天"), ("working days", "工作日"), ("yes/no", "是否"), ("text", "文本")],
)
def test_a_type_has_two_names(english: str, chinese: str) -> None:
    kind = built_in(english)
    assert kind is not None
    assert kind == built_in(chinese)
    assert (describe(kind, "en"), describe(kind, "zh")) == (english, chinese)


def test_a_list_is_described_with_its_members() -> None:
    assert describe(KINDS[Sort.LIST], "en") == "list of text"
    assert describe(KINDS[Sort.LIST], "zh") == "列表 文本"
