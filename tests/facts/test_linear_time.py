"""No reader of quantities may hang on a hostile run of characters."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from presign.facts.clauses import find_markers
from presign.facts.normalise import normalise
from presign.facts.payment.later_months import is_rolling, later_day
from presign.facts.payment.shares import find_shares
from presign.facts.quantities import dates, money, money_words, percents, periods, rates

_LENGTH = 100_000
_SECONDS = 60

READERS: tuple[Callable[[str], object], ...] = (
    money.find_money,
    money.find_unit_prices,
    money_words.find_money_words,
    percents.find_percents,
    rates.find_rates,
    rates.find_reference_rates,
    dates.find_dates,
    dates.find_ambiguous_dates,
    dates.find_blank_dates,
    periods.find_periods,
    lambda text: find_markers(text, {}),
    normalise,
    later_day,
    is_rolling,
    find_shares,
)


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "1,",
        "1,111",
        "一",
        "one ",
        " ",
        "_",
        "年",
        "1%-",
        "每逾期一日",
        "同期银行",
        "1.",
        "(1)",
        "1/",
        "次月",
        "VAT rate ",
        "¥1元/",
    ],
)
def test_long_runs_stay_cheap(unit: str) -> None:
    text = (unit * (_LENGTH // len(unit) + 1))[:_LENGTH]
    for reader in READERS:
        start = time.perf_counter()
        reader(text)
        assert time.perf_counter() - start < _SECONDS, "a hang, not a slow machine"
