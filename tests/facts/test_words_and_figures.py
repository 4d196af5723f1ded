"""Numbers written in words and in figures."""

from __future__ import annotations

import pytest
from presign.checker.examples import text_reader
from presign.facts.contract.conflicts import WORDS_AND_FIGURES
from presign.facts.patterns.reader import PatternReader


def conflicts(language: str, text: str) -> tuple[object, ...]:
    value = text_reader(PatternReader({}))(language, text)["contract.conflicts"].value
    return value if isinstance(value, tuple) else ()


@pytest.mark.parametrize(
    "text",
    [
        "The Buyer shall pay within thirty (60) days of the invoice.",
        "The Buyer shall pay within 45 (forty) days of the invoice.",
        "Interest of five percent (6%) falls due.",
        "买方应于收货后三十（60）日内付款。",
        "本合同一式肆（2）份。",
    ],
)
def test_words_and_figures_that_differ_are_a_conflict(text: str) -> None:
    assert WORDS_AND_FIGURES in conflicts("zh" if "款" in text or "合" in text else "en", text)


@pytest.mark.parametrize(
    "text",
    [
        "The Buyer shall pay within thirty (30) days of the invoice.",
        "As Article Five (2) says, the Buyer shall pay in thirty days.",
        "A charge of zero point five percent (0.5%) a week.",
        "One hundred and twenty (120) units, two (2) of them spare.",
        "Twelve thousand (12,000) units.",
        "买方应于收货后三十（30）日内付款。",
        "依照第十（2）款，本合同一式两份。",
        "十、（2）年度结算。",
    ],
)
def test_what_agrees_or_counts_nothing_is_no_conflict(text: str) -> None:
    assert WORDS_AND_FIGURES not in conflicts("zh" if "款" in text or "年" in text else "en", text)
