"""One deal, one peak: the expected loss rests on the exposure the report draws, before and after a change of terms."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from presign.checker.expected_loss import ExpectedLoss, expected_loss
from presign.checker.run import Refusal, Request, check_all, prepare
from presign.checker.whatif import what_if
from presign.exposure.curve import exposure

SAMPLES = Path(__file__).parents[2] / "samples"
NAMES = ("en-dangerous-services.pdf", "zh-service-it.docx", "en-sound-supply.docx")
REQUEST = Request(tuple(str(SAMPLES / name) for name in NAMES), as_of=date(2026, 3, 2))


@pytest.mark.parametrize("at", range(len(NAMES)), ids=NAMES)
def test_the_loss_rests_on_the_peak_of_the_calendar(at: int) -> None:
    prepared = prepare(REQUEST)
    assert not isinstance(prepared, Refusal)
    program = prepared.program
    document = check_all(prepared, REQUEST).documents[at]
    changed = what_if(document, {"payment.back_to_back": False}, program, prepared.rules).after
    for report in (document, changed):
        laid_out, loss = exposure(report.facts, program, report.as_of), expected_loss(report, program)
        assert laid_out is not None and isinstance(loss, ExpectedLoss)
        assert loss.exposure == laid_out.peak
