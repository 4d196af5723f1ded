"""What a table can give while some of its keys aren't known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ..policylang.core import Members, Parameter
from ..policylang.kleene import conjunction
from ..policylang.parameter_values import takes, version_on
from ..values import Value


def possible_values(
    parameter: Parameter, keys: Sequence[Value | None], day: date, members: Mapping[str, Members]
) -> tuple[Value, ...]:
    """Every value the rows may give for `keys`, of which None is one that isn't known; none where no row fits.

    With all keys known that is one value at most. The rows are judged in order, as `parameter_value` does; it gives a
    value only where one is left.
    """
    version = version_on(parameter, day)
    found: list[Value] = []
    for cells, value in version.rows if version is not None else ():
        asked = zip(cells, keys, parameter.keys, strict=True)
        fits = conjunction([takes(cell, key, fact.type, members) for cell, key, fact in asked])
        if fits is not False and value not in found:
            found.append(value)
        if fits is True:
            break
    return tuple(found)
