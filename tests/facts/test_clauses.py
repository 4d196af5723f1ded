"""Clause numbers and headings."""

from __future__ import annotations

import pytest
from presign.facts.clauses import find_markers


def numbers(text: str) -> list[str]:
    return [marker.number for marker in find_markers(text, {})]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第八条 付款方式", ["第八条"]),
        ("第 8 条 付款", ["第8条"]),
        ("8.1 买方应付款", ["8.1"]),
        ("一、总则\n二、价格", ["一", "二"]),
        ("(二)价格", ["(二)"]),
        ("Article 5 Payment", ["Article 5"]),
        ("SECTION IV. DELIVERY", ["SECTION IV"]),
        ("约定如下:1.甲方付款;2、乙方交货", ["1", "2"]),
        ("合格。3.2 逾期", ["3.2"]),
    ],
)
def test_numbers(text: str, expected: list[str]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    "text", ["单价:12.5元", "12.5元", "Price 12.50. Payment due", "2.5%", "2026.3.2", "价格1.5 万元"]
)
def test_figures_are_no_clause_numbers(text: str) -> None:
    assert numbers(text) == []


def test_headings_and_automatic_numbers() -> None:
    text = "付款方式\n买方付款。"
    markers = find_markers(text, {0: "第八条", 5: "8.1."})
    assert [(marker.number, marker.heading) for marker in markers] == [("第八条", "付款方式"), ("8.1", "买方付款")]
