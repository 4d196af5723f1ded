"""Altman's Z′ for private firms.

E. I. Altman, Corporate Financial Distress and Bankruptcy (2nd ed. 1993), the model re-estimated with the book value of
equity for firms without a share price:

    Z′ = 0.717·WC/TA + 0.847·RE/TA + 3.107·EBIT/TA + 0.420·BVE/TL + 0.998·S/TA

Above 2.90 is safe, below 1.23 distress, between them grey. Not made for banks and insurers.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

_WC, _RE, _EBIT, _BVE, _S = (Decimal(each) for each in ("0.717", "0.847", "3.107", "0.420", "0.998"))


@dataclass(frozen=True, slots=True)
class Accounts:
    """The figures of one year's accounts, all in one currency and unit."""

    working_capital: Decimal
    """Current assets less current liabilities."""
    retained_earnings: Decimal
    ebit: Decimal
    """Earnings before interest and tax."""
    equity: Decimal
    """At book value."""
    sales: Decimal
    total_assets: Decimal
    total_liabilities: Decimal


def z_score(accounts: Accounts) -> Decimal | None:
    """Z′ to two decimals, as it is published; None without assets or liabilities to divide by."""
    assets, debts = accounts.total_assets, accounts.total_liabilities
    if assets <= 0 or debts <= 0:
        return None
    of_assets = (
        _WC * accounts.working_capital + _RE * accounts.retained_earnings + _EBIT * accounts.ebit + _S * accounts.sales
    )
    return (of_assets / assets + _BVE * accounts.equity / debts).quantize(Decimal("0.01"), ROUND_HALF_UP)
