"""No reader of securities, remedies, performance and disputes may hang on a hostile run of its own words."""

from __future__ import annotations

import time

import pytest
from one_clause import facts_of
from presign.facts.disputes import notices, resolution
from presign.facts.performance import acceptance, aftersales
from presign.facts.remedies import default, late_payment
from presign.facts.security import deposit, guarantee, title_and_credit

_LENGTH = 16_000
_SECONDS = 60
_FAMILIES = (deposit, guarantee, title_and_credit, late_payment, default, acceptance, aftersales, resolution, notices)


@pytest.mark.parametrize(
    "unit",
    [
        "guarantee payment ",
        "acceptance period of 5 days for the ",
        "质保一年",
        "仲裁委员会",
        "未验收视为",
        "逾期付款有权停止供货",
        "甲方每拖欠一日付清前乙方",
        "venue in Alder County, ",
        "laws and court decisions of ",
        "agreement between Alder Birch and the ",
        "Terms and Conditions of Sale Alder Ltd\n",
        "Seller may suspend deliveries if Buyer ",
    ],
)
def test_long_runs_of_one_word_stay_cheap(unit: str) -> None:
    clause = unit * (_LENGTH // len(unit))
    for family in _FAMILIES:
        start = time.perf_counter()
        facts_of(family.read, clause)
        assert time.perf_counter() - start < _SECONDS, f"{family.__name__}: a hang, not a slow machine"
