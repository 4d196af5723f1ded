"""Words at the top of a curve keep clear of the line of the limit."""

from __future__ import annotations

import pytest
from presign.reports.page.plot_labels import peak_foot


@pytest.mark.parametrize(
    ("peak", "limit", "foot"),
    [(60.0, None, 55.0), (60.0, 10.0, 55.0), (60.0, 50.0, 76.0), (60.0, 60.0, 76.0), (60.0, 120.0, 55.0)],
)
def test_over_the_top_or_under_it(peak: float, limit: float | None, foot: float) -> None:
    assert peak_foot(peak, limit) == foot
