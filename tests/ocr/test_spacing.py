"""Blanks that the recogniser dropped come back from the picture."""

from __future__ import annotations

import pytest

numpy = pytest.importorskip("numpy", reason="the extra presign[ocr] isn't installed")

from presign.parsers.ocr.engine import Seen  # noqa: E402
from presign.parsers.ocr.spacing import spaced  # noqa: E402

HEIGHT, STEP = 20, 10


def _line(shown: str, read: str) -> str:
    """A line whose picture shows `shown`, every character 8 of 10 pixels wide, read as `read` without its blanks."""
    ink = numpy.zeros((HEIGHT, STEP * len(shown)), dtype="uint8")
    places = [at for at, character in enumerate(shown) if character != " "]
    for at in places:
        ink[4:16, STEP * at + 1 : STEP * at + 9] = 255
    width = ink.shape[1]
    middles = tuple((STEP * at + 5) / width for at in places)
    corners = ((0.0, 0.0), (float(width), 0.0), (float(width), float(HEIGHT)), (0.0, float(HEIGHT)))
    return spaced(Seen(read, corners, 0.9, middles), ink).text


def test_a_gap_between_letters_and_digits_is_a_blank() -> None:
    assert _line("on 3 March 2026.", "on3March2026.") == "on 3 March 2026."
    assert _line("thegoods bywire", "thegoodsbywire") == "thegoods bywire"


def test_numbers_are_never_cut() -> None:
    assert _line("USD 240 000", "USD240000") == "USD 240000"


def test_no_blank_goes_before_a_closing_mark() -> None:
    assert _line("Ltd , Leeds", "Ltd,Leeds") == "Ltd, Leeds"


def test_chinese_is_left_alone() -> None:
    assert _line("甲方 乙方", "甲方乙方") == "甲方乙方"
