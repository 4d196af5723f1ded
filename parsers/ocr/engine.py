"""The recogniser: RapidOCR with the PP-OCR models of its own wheel. It runs in the child process only."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from typing import Any

_LONGEST_SIDE = 2_400
"""Pixels; a larger picture is made smaller first: memory grows with its area."""
_MOST_THREADS = 4


@dataclass(frozen=True, slots=True)
class Seen:
    """A line of text with the corners of its box in pixels (clockwise from the upper left) and its confidence."""

    text: str
    corners: tuple[tuple[float, float], ...]
    confidence: float
    middles: tuple[float, ...] = ()
    """The middle of each character, as a part of the line's width; empty when that isn't known."""


def recognise(image: Any) -> list[Seen]:
    """The lines of text in a picture (an array of rows of RGB pixels), as it stands; doubtful ones, too."""
    result = _engine()(image, return_word_box=True, return_single_char_box=True)
    if result.boxes is None or result.txts is None:
        return []
    found = []
    characters = result.word_results if len(result.word_results) == len(result.txts) else [()] * len(result.txts)
    for box, text, score, placed in zip(result.boxes, result.txts, result.scores, characters, strict=True):
        corners = tuple((float(x), float(y)) for x, y in box)
        if text.strip():
            found.append(Seen(text, corners, float(score), _middles(text, corners, placed)))
    return found


def _middles(text: str, corners: tuple[tuple[float, float], ...], placed: Any) -> tuple[float, ...]:
    """The middle of each character; the recogniser places all but blanks, which stand between their neighbours."""
    (x0, y0), (x1, y1) = corners[:2]
    across, down = x1 - x0, y1 - y0
    length = across * across + down * down
    if [each[0] for each in placed] != [character for character in text if character != " "] or not length:
        return ()
    known = []
    for _, _, box in placed:
        x, y = sum(float(corner[0]) for corner in box) / 4, sum(float(corner[1]) for corner in box) / 4
        known.append(min(1.0, max(0.0, ((x - x0) * across + (y - y0) * down) / length)))
    found: list[float] = []
    rest = iter(known)
    for character in text:
        found.append(-1.0 if character == " " else next(rest))
    return tuple(_between(found, at) if middle < 0 else middle for at, middle in enumerate(found))


def _between(middles: list[float], at: int) -> float:
    before = next((middle for middle in reversed(middles[:at]) if middle >= 0), 0.0)
    after = next((middle for middle in middles[at + 1 :] if middle >= 0), 1.0)
    return (before + after) / 2


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    threads = min(_MOST_THREADS, os.cpu_count() or 1)
    return RapidOCR(
        params={
            "Global.log_level": "critical",
            # A page is turned as a whole: a line by itself is too easily taken for one that stands on its head.
            "Global.use_cls": False,
            # Doubtful lines are wanted: they tell how well the page could be read.
            "Global.text_score": 0.0,
            "Global.max_side_len": _LONGEST_SIDE,
            "EngineConfig.onnxruntime.intra_op_num_threads": threads,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )
