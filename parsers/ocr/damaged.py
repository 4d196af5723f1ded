"""Pages whose pictures can't be decoded: pdfium leaves them out without a word, and the page looks empty."""

from __future__ import annotations

from itertools import islice
from typing import Any

_LOST_SHARE = 0.05
"""Lost pictures that take less of the page than that are seals and logos."""
_MOST_PICTURES = 500
_DEEPEST_FORM = 6


def is_damaged(page: Any) -> bool:
    """Whether pictures of a page (of pypdfium2) that can't be decoded take a part of it where words may stand."""
    import pypdfium2

    width, height = map(float, page.get_size())
    lost = 0.0
    pictures = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=_DEEPEST_FORM)
    for picture in islice(pictures, _MOST_PICTURES):
        try:
            picture.get_bitmap().close()
        except pypdfium2.PdfiumError:
            left, bottom, right, top = map(float, picture.get_bounds())
            lost += abs((right - left) * (top - bottom))
    return lost >= _LOST_SHARE * width * height
