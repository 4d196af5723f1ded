"""Lines are broken between words, never inside a number that is written in groups."""

from __future__ import annotations

import pytest
from presign.ledger.store.privacy import masked_text
from presign.reports.wrap import wrapped

ACCOUNT = "8890 1234 5000 6677 881"


@pytest.mark.parametrize("before", range(60, 100))
def test_an_account_number_stays_whole_and_is_masked(before: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    lines = list(wrapped(f"{'x' * before} account number {ACCOUNT} at Quay Bank"))
    assert sum(ACCOUNT in line for line in lines) == 1
    assert "8890" not in "\n".join(map(masked_text, lines))


def test_words_and_figures_are_parted_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    assert list(wrapped("within 30 days of 4 invoices of 2026")) == ["within 30 days of 4", "invoices of 2026"]
