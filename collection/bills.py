"""Payment by bill: which instalment is paid by one, and when it matures."""

from __future__ import annotations

from datetime import date, timedelta

from ..exposure.flows import Flow
from ..facts.fact import FactBook
from ..values import Quantity, Record

BILLS = frozenset(("bank_acceptance", "commercial_acceptance"))
_BILL_MONTH = 30
"""Trade counts a bill's month as 30 days; the day printed on the bill is what counts in the end."""


def is_bill(one: Record, book: FactBook) -> bool:
    """Whether an instalment is paid by a bill: it says so, or the contract knows no other means of payment."""
    method = one.get("method")
    if isinstance(method, str):
        return method in BILLS
    if one.get("bill_tenor_months") is not None:
        return True
    methods = book["payment.methods"].value
    return isinstance(methods, tuple) and bool(methods) and all(each in BILLS for each in methods)


def maturity(flow: Flow, one: Record, book: FactBook) -> date | None:
    """The day a bill handed over on the expected day matures; None when there is no bill, day or tenor."""
    if flow.expected is None or not is_bill(one, book):
        return None
    tenor = one.get("bill_tenor_months") or book["payment.bill_tenor_months"].value
    if not isinstance(tenor, Quantity):
        return None
    return flow.expected + timedelta(days=int(tenor.amount) * _BILL_MONTH)
