"""Money as the ledger keeps it: whole ten-thousandths of a currency unit."""

from __future__ import annotations

from decimal import Decimal

from ...values import Money

SCALE = 10_000
LARGEST_E4 = 10**18
"""100 trillion units: sums of millions of such rows still fit PostgreSQL's numeric, single ones 64 bits."""
_UNIT = Decimal("0.0001")


def to_e4(amount: Decimal) -> int | None:
    """An amount in ten-thousandths; None when it has more than four decimals or is too large to be kept."""
    if not amount.is_finite() or abs(amount) * SCALE > LARGEST_E4:
        return None
    scaled = amount * SCALE
    return int(scaled) if scaled == scaled.to_integral_value() else None


def money(e4: int, currency: str) -> Money:
    """Ten-thousandths as money: at least two decimals, no more than it needs."""
    amount = Decimal(e4) * _UNIT
    cents = amount.quantize(Decimal("0.01"))
    return Money(cents if cents == amount else amount, currency)
