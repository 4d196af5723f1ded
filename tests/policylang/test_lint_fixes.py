"""Safe fixes: what they write, what they leave as it is, and that no verdict changes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linting import VOCABULARY, findings, rule
from presign.policylang.interpreter import evaluate
from presign.policylang.lint.fix import edited, edited_lines, fixed
from presign.policylang.lint.model import Edit
from presign.policylang.load import load_texts
from presign.values import ABSENT, NOT_APPLICABLE, Quantity, Reading, Reason, Unit, known, unknown


def mended(text: str) -> str:
    """A text after all rounds of fixes."""
    for _ in range(20):
        change = fixed(text, findings(text, "L004", "L201", "L302"))
        if change is None:
            return text
        text = change.text
    raise AssertionError("fixes without an end")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("requires not (payment.net_days is not stated)", "requires payment.net_days is stated"),
        ("requires not payment.net_days is not stated", "requires payment.net_days is stated"),
        ("requires not not payment.back_to_back is yes", "requires payment.back_to_back is yes"),
        ("requires not (not (payment.back_to_back is yes))", "requires payment.back_to_back is yes"),
        ("requires not (dispute.court is not one of buyer, seller)", "requires dispute.court is one of buyer, seller"),
        ("requires not (dispute.court != buyer)", "requires dispute.court = buyer"),
        ("requires not (dispute.court ≠ buyer)", "requires dispute.court = buyer"),
        ("forbids not payment.back_to_back is yes", "requires payment.back_to_back is yes"),
        ("forbids payment.net_days is not stated", "requires payment.net_days is stated"),
        (
            "forbids not (payment.back_to_back is yes or dispute.court = buyer)",
            "requires (payment.back_to_back is yes or dispute.court = buyer)",
        ),
        (
            "requires dispute.court = buyer and not(payment.net_days is not absent)",
            "requires dispute.court = buyer and payment.net_days is absent",
        ),
        ("禁止 非 付款.账期 并非 未载明", "禁止 付款.账期 未载明"),
        ("要求 非 (dispute.court 不属于 buyer)", "要求 dispute.court 属于 buyer"),
        (
            "requires not # why not\n    (payment.net_days is not stated) # sure",
            "requires  # why not\n    payment.net_days is stated # sure",
        ),
        (
            "requires not (payment.net_days + payment.net_days) != payment.net_days",
            "requires (payment.net_days + payment.net_days) = payment.net_days",
        ),
    ],
)
def test_a_double_negation_is_said_without(written: str, said: str) -> None:
    assert mended(rule(written)) == rule(said)


@pytest.mark.parametrize(
    "written",
    [
        "requires not payment.net_days is absent",
        "requires not (payment.back_to_back is yes or payment.net_days is not stated)",
        "forbids not payment.net_days is absent and dispute.court = buyer",
        "forbids payment.back_to_back is no",
        "forbids dispute.court != buyer",
    ],
)
def test_one_negation_is_left_alone(written: str) -> None:
    assert findings(rule(written), "L201") == ()


def test_edits_count_an_end_of_line_as_one_character() -> None:
    raw = "a b\r\nc d\r\ne"
    plain = raw.replace("\r\n", "\n")
    edits = [Edit(plain.index("b"), plain.index("b") + 1, "B"), Edit(plain.index("d"), plain.index("e"), "D")]
    assert edited(plain, edits) == "a B\nc De"
    assert edited_lines(raw, edits) == "a B\r\nc De"


ATOMS = (
    "payment.net_days is stated",
    "payment.net_days is not stated",
    "payment.net_days is not absent",
    "payment.net_days != 30 days",
    "payment.net_days <= 30 days",
    "dispute.court is not one of buyer, unnamed",
    "payment.back_to_back is not yes",
    "payment.back_to_back is yes",
)
CONDITIONS = st.recursive(
    st.sampled_from(ATOMS),
    lambda inner: st.one_of(
        inner.map(lambda one: f"not ({one})"),
        st.tuples(inner, inner).map(lambda two: f"({two[0]} and {two[1]})"),
        st.tuples(inner, inner).map(lambda two: f"({two[0]}) or ({two[1]})"),
    ),
    max_leaves=5,
)
DAYS: tuple[Reading, ...] = (
    known(Quantity(Decimal(30), Unit.DAYS)),
    known(Quantity(Decimal(60), Unit.DAYS)),
    ABSENT,
    NOT_APPLICABLE,
    unknown(Reason.NO_RECORD),
)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(("requires", "forbids")),
    CONDITIONS,
    st.sampled_from(DAYS),
    st.sampled_from((known("buyer"), known("seller"), ABSENT)),
    st.sampled_from((known(True), known(False), ABSENT, unknown(Reason.NO_RECORD))),
)
def test_no_fix_changes_a_verdict(keyword: str, condition: str, days: Reading, court: Reading, back: Reading) -> None:
    before = rule(f"{keyword} {condition}")
    after = mended(before)
    assert findings(after, "L201") == ()
    facts = {"payment.net_days": days, "dispute.court": court, "payment.back_to_back": back}
    verdicts = []
    for text in (before, after):
        program = load_texts([("vocabulary", VOCABULARY), ("x.policy", text)]).program
        assert program is not None
        verdicts.append(evaluate(program, facts, date(2026, 3, 1)))
    assert [each.verdict for each in verdicts[0]] == [each.verdict for each in verdicts[1]]
