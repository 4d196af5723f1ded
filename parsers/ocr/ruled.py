"""The ink in a picture of a page, and the ruled lines in it: table rules, underlines, blanks to fill in."""

from __future__ import annotations

from typing import Any

# All as parts of the page's width.
_SHORTEST = 1 / 36
"""Longer than any stroke of a character of usual size."""
_THICKEST = 1 / 160
_DARK = 0.75
"""A pixel darker than this part of the brightness around it is ink."""
_MOST = 4_000
_BLANK_SHARE = 0.0004


def rules(ink: Any) -> list[tuple[float, float, float, float, bool]]:
    """Straight lines in pixels: left, top, right, bottom, and whether it is horizontal."""
    import cv2

    width = ink.shape[1]
    least, thickest = max(12, int(width * _SHORTEST)), max(4, int(width * _THICKEST))
    found: list[tuple[float, float, float, float, bool]] = []
    for across in (True, False):
        # Thickened a little across its direction, a line that isn't quite level stays whole.
        thick = cv2.dilate(ink, cv2.getStructuringElement(cv2.MORPH_RECT, (1, 3) if across else (3, 1)))
        kernel = cv2.getStructuringElement(cv2.MORPH_RECT, (least, 1) if across else (1, least))
        _, _, boxes, _ = cv2.connectedComponentsWithStats(cv2.morphologyEx(thick, cv2.MORPH_OPEN, kernel))
        for left, top, wide, high, _ in boxes[1:_MOST].tolist():
            if (high if across else wide) <= thickest:
                found.append((float(left), float(top), float(left + wide), float(top + high), across))
    return found


def is_blank(ink: Any) -> bool:
    """Whether there is next to no ink in a picture: the back of a page, with the dust of the scanner."""
    import cv2

    speckless = cv2.morphologyEx(ink, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, (2, 2)))
    return bool(cv2.countNonZero(speckless) < _BLANK_SHARE * speckless.size)


def ink_of(image: Any) -> Any:
    """Where there is ink, as 255: dark against what is around it, so that grey paper and shadows don't matter."""
    import cv2

    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    small = cv2.resize(grey, None, fx=0.125, fy=0.125, interpolation=cv2.INTER_AREA)
    paper = cv2.medianBlur(cv2.dilate(small, cv2.getStructuringElement(cv2.MORPH_RECT, (7, 7))), 9)
    paper = cv2.resize(paper, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    return ((grey < _DARK * paper) * 255).astype("uint8")
