"""The values contracts and policies speak of, each with its unit, and the four states of a fact."""

from .quantities import Money, Per, Quantity, Rate, Record, Unit, Value
from .states import ABSENT, NO_READER, NOT_APPLICABLE, Reading, Reason, State, Taken, known, unknown

__all__ = [
    "ABSENT",
    "NOT_APPLICABLE",
    "NO_READER",
    "Money",
    "Per",
    "Quantity",
    "Rate",
    "Reading",
    "Reason",
    "Record",
    "State",
    "Taken",
    "Unit",
    "Value",
    "known",
    "unknown",
]
