"""`presign route`: who has to approve, in which order, and what is missing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]

CASE = """\
deal: {{amount_base: "CNY {amount}", requested_by: Wu Jie}}
customer: {{grade: {grade}}}
credit: {{exposure: "CNY 0"}}
approval:
  records:
{records}
"""
CONTRACT = """\
PURCHASE CONTRACT

Buyer: Tianmu Machinery Co., Ltd.
Seller: Donghai Bearings Co., Ltd.

1. The Seller sells 100 bearings to the Buyer at a total price of CNY {amount}.
2. The Buyer shall pay the whole price within {days} days after delivery.
3. This Contract is governed by the laws of the People's Republic of China.
"""
SALES = "{role: sales_manager, person: He Lin, decision: approve, on: 2026-02-02}"
CREDIT = "{role: credit_manager, person: Shen Wei, decision: approve, on: 2026-02-03}"
FINANCE = "{role: finance_manager, person: Lu Heng, decision: approve, on: 2026-02-04}"


def asked(presign: Run, tmp_path: Path, *records: str, amount: str = "90,000", days: int = 30, grade: str = "B") -> Any:
    contract, case = tmp_path / "deal.txt", tmp_path / "deal.yaml"
    contract.write_text(CONTRACT.format(amount=amount, days=days), encoding="utf-8")
    rows = "\n".join(f"    - {record}" for record in records)
    case.write_text(CASE.format(amount=amount, grade=grade, records=rows), encoding="utf-8")
    result = presign("route", contract, "--case", case, "--as-of", "2026-03-02", "--format", "json")
    assert result.exit_code in (0, 1), result.output
    (document,) = json.loads(result.output)["documents"]
    assert document["complete"] is (result.exit_code == 0)
    return document


def faults(document: Any) -> dict[str, list[str]]:
    return {each["role"]: each["faults"] for each in document["approvals"]}


@pytest.mark.parametrize(
    ("amount", "days", "grade", "final"),
    [
        ("90,000", 30, "B", "credit_manager"),
        ("90,000", 31, "B", "finance_director"),
        ("90,000", 30, "C", "finance_director"),
        ("300,000", 30, "A", "finance_director"),
        ("1,000,001", 30, "A", "general_manager"),
        ("6,000,000", 30, "A", "board"),
        ("90,000", 120, "A", "board"),
        ("90,000", 30, "D", "board"),
    ],
)
def test_the_matrix_names_the_last_approver(
    presign: Run, tmp_path: Path, amount: str, days: int, grade: str, final: str
) -> None:
    found = asked(presign, tmp_path, SALES, amount=amount, days=days, grade=grade)
    assert found["final_approver"] == final
    assert final in faults(found)


def test_all_who_have_to_have_approved(presign: Run, tmp_path: Path) -> None:
    found = asked(presign, tmp_path, SALES, CREDIT, FINANCE)
    assert faults(found) == {"sales_manager": [], "credit_manager": [], "finance_manager": []}


def test_legal_and_a_second_signature_are_asked_for_by_amount(presign: Run, tmp_path: Path) -> None:
    small = {each["role"] for each in asked(presign, tmp_path, SALES, amount="499,999")["approvals"]}
    assert "legal" not in small
    large = {each["role"]: each["why"] for each in asked(presign, tmp_path, SALES, amount="5,000,000")["approvals"]}
    assert large["legal"] == ["legal_amount"] and large["finance_director"] == ["joint"]
    assert large["general_manager"] == ["final"]


def test_what_is_outstanding_counts(presign: Run, tmp_path: Path) -> None:
    contract, case = tmp_path / "deal.txt", tmp_path / "deal.yaml"
    contract.write_text(CONTRACT.format(amount="90,000", days=30), encoding="utf-8")
    text = CASE.format(amount="90,000", grade="B", records=f"    - {SALES}").replace("CNY 0", "CNY 950,000")
    case.write_text(text, encoding="utf-8")
    result = presign("route", contract, "--case", case, "--as-of", "2026-03-02", "--format", "json")
    (found,) = json.loads(result.output)["documents"]
    assert found["amount"] == {"amount": "1040000.00", "currency": "CNY"} and found["exposure_counts"] is True
    assert found["final_approver"] == "general_manager"


@pytest.mark.parametrize(
    ("record", "fault"),
    [
        ("{role: credit_manager, person: Shen Wei, decision: reject, on: 2026-02-03}", "rejected"),
        ("{role: credit_manager, person: Wu Jie, decision: approve, on: 2026-02-05}", "own_deal"),
        (
            "{role: credit_manager, person: Shen Wei, decision: approve, on: 2026-02-05, valid_until: 2026-03-01}",
            "expired",
        ),
        (
            '{role: credit_manager, person: Shen Wei, decision: approve, on: 2026-02-05, amount_limit: "CNY 89,999"}',
            "amount",
        ),
        ("{role: credit_manager, person: Shen Wei, decision: approve, on: 2026-02-05, days_limit: 29 days}", "days"),
        ("{role: credit_manager, person: Shen Wei, decision: approve, on: 2026-02-01}", "early"),
    ],
)
def test_an_approval_that_does_not_count_says_why(presign: Run, tmp_path: Path, record: str, fault: str) -> None:
    found = asked(presign, tmp_path, SALES, record, FINANCE)
    assert faults(found)["credit_manager"] == [fault]


def test_without_a_grade_the_matrix_says_what_it_needs(presign: Run, tmp_path: Path) -> None:
    contract = tmp_path / "deal.txt"
    contract.write_text(CONTRACT.format(amount="90,000", days=30), encoding="utf-8")
    result = presign("route", contract, "--as-of", "2026-03-02", "--lang", "zh")
    assert result.exit_code == 1
    assert "授权矩阵无法确定最终审批人：须先确定 客户等级" in result.output


def test_the_samples_carried_all_the_way(presign: Run, samples: Path) -> None:
    def of(name: str) -> Result:
        return presign(
            "route",
            samples / f"{name}.docx",
            "--case",
            samples / "cases" / f"{name}.yaml",
            "--as-of",
            "2026-03-02",
            "--lang",
            "en",
        )

    sound = of("zh-sound-equipment-sale")
    assert sound.exit_code == 0 and "approved by all who have to" in sound.output
    bad = of("zh-dangerous-construction-supply")
    told = " ".join(bad.output.split())
    assert bad.exit_code == 1 and "approved a deal of their own" in told and "APR-02" in told


def test_a_contract_that_cannot_be_read_ends_with_two(presign: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.docx").write_bytes(b"PK\x03\x04")
    assert presign("route", tmp_path / "empty.docx").exit_code == 2
