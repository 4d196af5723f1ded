"""An example written as policy text is the same example when it is read again."""

from __future__ import annotations

import pytest
from example_policies import AT_THE_BOUND, DAYS, LIMIT, LISTED, program_from
from presign.policylang.example_text import example_text

SILENT = """
example CRT-01 "says \\"nothing\\""
  given payment.net_days is absent
  as of 2026-03-02
  expect payment.net_days is absent
         CRT-01 undecided
"""
SCHEDULE = """
example RET-01 "two instalments"
  given payment.instalments = [(pct 95%), (pct 5%, retention yes)]
  expect RET-01 satisfied
"""


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("base", "example"), [((DAYS, LIMIT), AT_THE_BOUND), ((DAYS, LIMIT), SILENT), ((LISTED,), SCHEDULE)]
)
def test_what_is_written_is_read_again(base: tuple[str, ...], example: str, language: str) -> None:
    program = program_from(*base, example)
    written = example_text(program.examples[0], program, language)
    assert program_from(*base, "\n", written).examples == program.examples


def test_an_example_is_written_a_fact_a_line() -> None:
    program = program_from(DAYS, LIMIT, AT_THE_BOUND)
    assert example_text(program.examples[0], program, "zh") == (
        '示例 CRT-01 "sixty days"\n  给定 付款.账期 = 60 天\n  预期 CRT-01 满足\n'
    )
