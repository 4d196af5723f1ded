"""The value a parameter has for its keys on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..values import Value
from .arithmetic import compare
from .core import Comparison, Parameter, ParameterVersion


def version_on(parameter: Parameter, day: date) -> ParameterVersion | None:
    """The version in force on a day: where sections overlap, the one that began last; None when there is none."""
    covering = [version for version in parameter.versions if version.period.covers(day)]
    return max(covering, key=lambda version: version.period.start or date.min, default=None)


def parameter_value(parameter: Parameter, keys: Sequence[Value], day: date) -> Value | None:
    """The value of the first row whose keys equal `keys`; None when no version or no row covers the case."""
    version = version_on(parameter, day)
    if version is None:
        return None
    for row_keys, value in version.rows:
        if all(compare(Comparison.EQ, mine, given) for mine, given in zip(row_keys, keys, strict=True)):
            return value
    return None
