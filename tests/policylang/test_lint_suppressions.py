"""`# lint: ignore CODE because …`: where it works, what it asks for, and what is said of one that is wrong."""

from __future__ import annotations

import pytest
from linting import found, rule

MAGIC = "requires payment.net_days <= 45 days"
BOTH = ("L202", "L901", "L902", "L903")


@pytest.mark.parametrize(
    "clause",
    [
        f"{MAGIC} # lint: ignore L202 because the statute says so",
        f"# lint: ignore L202 because the statute says so\n  {MAGIC}",
        f"# lint: ignore L202 because the statute says so\n  # another remark\n  {MAGIC}",
        f"# lint: ignore L202 因为 法律规定\n  {MAGIC}",
        f"＃ lint：ignore L203, L202 because the statute says so\n  {MAGIC}",
    ],
)
def test_a_reasoned_suppression_works_on_its_line_or_the_next(clause: str) -> None:
    assert found(rule(clause), "L202", "L901", "L903") == []


def test_without_a_reason_it_suppresses_nothing() -> None:
    for comment in ("# lint: ignore L202", "# lint: ignore L202 because", "# lint: ignore L202 because …"):
        assert found(rule(comment, MAGIC), *BOTH) == [("L901", 3, 3), ("L202", 4, 32)]


def test_without_a_code_it_suppresses_nothing() -> None:
    for comment in ("# lint: ignore because I say so", "# lint: off"):
        assert found(rule(comment, MAGIC), *BOTH) == [("L901", 3, 3), ("L202", 4, 32)]


def test_one_that_meets_nothing_is_reported() -> None:
    comment = "# lint: ignore L202 because the statute says so"
    assert found(rule(comment, "requires payment.back_to_back is yes"), *BOTH) == [("L902", 3, 3)]
    assert found(rule(comment, "applies when payment.back_to_back is yes", MAGIC), *BOTH) == [
        ("L902", 3, 3),
        ("L202", 5, 32),
    ]


def test_one_is_not_unused_when_its_check_did_not_run() -> None:
    comment = "# lint: ignore L202 because the statute says so"
    assert found(rule(comment, MAGIC), "L902") == []


def test_an_unknown_code_is_reported() -> None:
    comment = "# lint: ignore L999, L202 because the statute says so"
    assert found(rule(comment, MAGIC), *BOTH) == [("L903", 3, 3)]


def test_a_text_is_no_comment() -> None:
    why = 'why en "# lint: ignore L202 because of nothing" zh "无"'
    assert found(rule(why, MAGIC), *BOTH) == [("L202", 4, 32)]
