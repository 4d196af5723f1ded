"""The loss to expect from a deal: probability of default × exposure at default × the share nothing secures.

IFRS 9 B5.5.28 and 5.5.17 (a probability-weighted amount); for trade receivables by class as in a provision matrix
(B5.5.35). The probability is the company's parameter `default_probability`, by customer grade. Where a factor isn't
known the cautious end is taken and named: the whole price for the exposure, nothing for the security, and for a
customer without a grade the loss is given for the best and for the worst grade.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from ..exposure.curve import exposure
from ..policylang.core import Parameter, Program
from ..policylang.parameter_values import parameter_value, version_on
from ..values import Money, Quantity, Value
from .report import DocumentReport

PROBABILITY = "default_probability"
_GRADE, _COVERAGE = "customer.grade", "security.coverage_ratio"
_EXPOSURES = ("payment.peak_exposure", "deal.amount_base", "contract.amount")
_CENT = Decimal("0.01")


class Lacking(StrEnum):
    """Why there is no figure."""

    PARAMETER = "parameter"
    EXPOSURE = "exposure"


@dataclass(frozen=True, slots=True)
class ExpectedLoss:
    """The loss with every factor. `low` and `high` differ only for a customer whose grade isn't known.

    `probability_*` and `uncovered` are percent; `exposure_from` names the fact the exposure was taken from;
    `coverage_known` is False where security was taken as none.
    """

    low: Money
    high: Money
    probability_low: Decimal
    probability_high: Decimal
    grade: str | None
    exposure: Money
    exposure_from: str
    uncovered: Decimal
    coverage_known: bool

    @property
    def exposure_is_upper_bound(self) -> bool:
        """Whether the whole price stands for an exposure that couldn't be computed."""
        return self.exposure_from != _EXPOSURES[0]


def expected_loss(document: DocumentReport, program: Program) -> ExpectedLoss | Lacking:
    """The expected loss of a document's deal, or what it can't be computed without."""
    parameter = program.parameters.get(PROBABILITY)
    probabilities = _probabilities(parameter, document, program) if parameter is not None else None
    if probabilities is None:
        return Lacking.PARAMETER
    found = _exposure(document, program)
    if found is None:
        return Lacking.EXPOSURE
    name, exposed = found
    coverage = document.facts[_COVERAGE].value
    covered = coverage.amount if isinstance(coverage, Quantity) else None
    uncovered = max(Decimal(0), 100 - (covered or Decimal(0)))
    low, high = (_share_of(exposed, probability, uncovered) for probability in probabilities)
    grade = document.facts[_GRADE].value
    return ExpectedLoss(
        low,
        high,
        *probabilities,
        grade if isinstance(grade, str) else None,
        exposed,
        name,
        uncovered,
        covered is not None,
    )


def _exposure(document: DocumentReport, program: Program) -> tuple[str, Money] | None:
    """The peak of the deal on the calendar, as the report shows it, else what the terms alone say."""
    laid_out = exposure(document.facts, program, document.as_of)
    if laid_out is not None:
        return _EXPOSURES[0], laid_out.peak
    for name in _EXPOSURES:
        value = document.facts[name].value
        if isinstance(value, Money):
            return name, value
    return None


def _probabilities(parameter: Parameter, document: DocumentReport, program: Program) -> tuple[Decimal, Decimal] | None:
    """The probability of the customer's grade twice, or of the best and the worst grade."""
    grade = document.facts[_GRADE].value
    if grade is not None:
        value = parameter_value(parameter, [grade], document.as_of, program.members)
        return (value.amount, value.amount) if isinstance(value, Quantity) else None
    version = version_on(parameter, document.as_of)
    values: list[Value] = [value for _, value in version.rows] if version is not None else []
    known = [value.amount for value in values if isinstance(value, Quantity)]
    return (min(known), max(known)) if known else None


def _share_of(exposed: Money, probability: Decimal, uncovered: Decimal) -> Money:
    amount = exposed.amount * probability / 100 * uncovered / 100
    return Money(amount.quantize(_CENT, ROUND_HALF_UP), exposed.currency)
