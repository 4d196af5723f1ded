"""What is masked on a screen, and what isn't though it looks like a number."""

from __future__ import annotations

import pytest
from presign.ledger.store.privacy import masked, masked_text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("91340100MA8N4T6W2T", "**************6W2T"),
        ("(91340100MA8N4T6W2T)", "(**************6W2T)"),
        ("信用代码：91340100MA8N4T6W2T。", "信用代码：**************6W2T。"),
        ("\x1b[1m91340100MA8N4T6W2T\x1b[0m", "\x1b[1m**************6W2T\x1b[0m"),
        ("340100123456789", "***********6789"),
        ("6222 0210 0100 1234 567", "**** **** **** ***4 567"),
        ("GB82 WEST 1234 5698 7654 32", "**** **** **** **** **54 32"),
        ("account number 43718825.", "account number ********."),
        ("账号：1102 3344 55", "账号：**** **44 55"),
        # Neither numbers of a register nor of an account.
        ("HT20260302018", "HT20260302018"),
        ("LY-XS-2026-018", "LY-XS-2026-018"),
        ("CNY 1,081,000.00", "CNY 1,081,000.00"),
        ("2026-03-02 to 2026-12-31", "2026-03-02 to 2026-12-31"),
        ("account of 2026", "account of 2026"),
        ("13800138000", "13800138000"),
    ],
)
def test_texts(text: str, shown: str) -> None:
    assert masked_text(text) == shown
    assert len(shown) == len(text)


def test_a_short_number_hides_altogether() -> None:
    assert masked("09876543") == "********"
    assert masked("098765432") == "*****5432"
