"""What the child says it saw is taken only as what it should be."""

from __future__ import annotations

import pytest
from presign.parsers.ocr.scan import Scan, Word, mean_confidence

WORD = ("Price", (10.0, 20.0, 60.0, 32.0), 0.9, (0.1, 0.3, 0.5, 0.7, 0.9))


def test_plain_values_become_a_scan() -> None:
    scan = Scan.of((5, (300.0, 400.0), [WORD], [(1.0, 2.0, 90.0, 3.0, True)], False))

    assert scan is not None and scan.quarters == 1 and scan.size == (300.0, 400.0)
    assert scan.words == (Word("Price", (10.0, 20.0, 60.0, 32.0), 0.9, (0.1, 0.3, 0.5, 0.7, 0.9)),)
    assert scan.rules == ((1.0, 2.0, 90.0, 3.0, True),) and not scan.blank


@pytest.mark.parametrize(
    "raw",
    [
        None,
        "a scan",
        (0, (300.0, 400.0), [WORD], []),
        (0, (300.0, 400.0), [("Price", (10.0, 20.0, 60.0), 0.9, ())], [], False),
        (0, (300.0, 400.0), [("Price", (10.0, 20.0, 60.0, 32.0), 0.9, (0.1,))], [], False),
        (0, (300.0, 400.0), [WORD], [(1.0, 2.0, 90.0, 3.0)], False),
        (0, ("300", 400.0), [WORD], [], False),
    ],
)
def test_anything_else_is_no_scan(raw: object) -> None:
    assert Scan.of(raw) is None


def test_confidence_beyond_its_range_is_brought_back() -> None:
    words = [("a", (0.0, 0.0, 1.0, 1.0), 7.0, ()), ("b", (0.0, 0.0, 1.0, 1.0), -1.0, ())]
    scan = Scan.of((0, (9.0, 9.0), words, [], False))

    assert scan is not None and [word.confidence for word in scan.words] == [1.0, 0.0]


def test_long_lines_weigh_more_in_the_mean() -> None:
    assert mean_confidence([("123456789", 1.0), ("x", 0.0)]) == pytest.approx(0.9)
    assert mean_confidence([]) == 0.0
