"""The child's side of text recognition: a page or a picture in, what was seen on it out, as plain values."""

from __future__ import annotations

import io
import math
from typing import Any

from ..document import Limits
from ..problem import Problem
from .damaged import is_damaged
from .engine import Seen, recognise
from .ruled import ink_of, is_blank, rules
from .spacing import spaced
from .upright import level_box, levelled, upright

_DPI = 200
_MOST_PIXELS = 12_000_000
_POINTS = 72.0
_A4_WIDTH = 595.0
_LONGEST_SIDES = 40
"""A strip longer than so many times its width is no page, and the models can't take it."""
_LEAST_CONTRAST = 4
_LEAST_PAPER = 100

Raw = tuple[int, tuple[float, float], list[Any], list[Any], bool]
"""What `Scan.of` takes."""


def scan_page(data: bytes, number: int, limits: Limits) -> Raw | Problem:
    """Recognise a page of a PDF, by its number from 1; a problem when its picture is damaged."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    if document.get_formtype():
        document.init_forms()
    page = document[number - 1]
    if is_damaged(page):
        return Problem("doc.pdf_page_broken")
    width, height = page.get_size()
    scale = min(_DPI / _POINTS, math.sqrt(_MOST_PIXELS / max(width * height, 1.0)))
    image = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False).to_numpy()
    seen = _scan(image[:, :, :3] if image.ndim == 3 else _coloured(image), width / image.shape[1])
    # Paper is light: a page that is dark all over is the picture that a broken stream leaves.
    return Problem("doc.pdf_page_broken") if seen[-1] and int(image.max()) < _LEAST_PAPER else seen


def scan_picture(data: bytes, limits: Limits) -> Raw | Problem:
    """Recognise a picture file. It is taken for a page as wide as A4."""
    from PIL import Image

    try:
        image = _pixels(data)
    except Image.DecompressionBombError:
        return Problem("doc.ocr_picture_large")
    except (OSError, ValueError, SyntaxError):
        # What Pillow raises for pictures cut off, lying or broken.
        return Problem("doc.ocr_picture_failed")
    if isinstance(image, Problem):
        return image
    height, width = image.shape[:2]
    if min(width, height) * _LONGEST_SIDES < max(width, height):
        return Problem("doc.ocr_picture_failed")
    return _scan(image, _A4_WIDTH / min(width, height))


def _pixels(data: bytes) -> Any | Problem:
    """A picture as rows of red, green and blue, no larger than is needed."""
    import numpy
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as opened:
        if opened.width * opened.height > Image.MAX_IMAGE_PIXELS / 2:  # type: ignore[operator]
            return Problem("doc.ocr_picture_large")
        picture = ImageOps.exif_transpose(opened)
        if "A" in picture.getbands():
            picture = _on_white(picture)
        shrink = math.sqrt(_MOST_PIXELS / max(picture.width * picture.height, 1))
        if shrink < 1:
            picture = picture.resize((max(1, int(picture.width * shrink)), max(1, int(picture.height * shrink))))
        return numpy.array(picture.convert("RGB"))


def _scan(image: Any, points: float) -> Raw:
    """What is seen in a picture; `points` is the size of a pixel."""
    import numpy

    image = numpy.ascontiguousarray(image)
    # A page of one colour, as a picture that can't be decoded leaves it: the models would search it in all directions.
    if int(image.max()) - int(image.min()) < _LEAST_CONTRAST:
        return 0, (image.shape[1] * points, image.shape[0] * points), [], [], True
    quarters, turned, seen = upright(image, recognise)
    turned, seen = levelled(turned, seen)
    size = turned.shape[1] * points, turned.shape[0] * points
    ink = ink_of(turned)
    words = [_word(spaced(each, ink), points) for each in seen]
    lines = [(*(place * points for place in rule[:4]), rule[4]) for rule in rules(ink)]
    return quarters % 4, size, words, lines, is_blank(ink)


def _word(each: Seen, points: float) -> tuple[str, tuple[float, ...], float, tuple[float, ...]]:
    return each.text, tuple(place * points for place in level_box(each)), each.confidence, each.middles


def _coloured(image: Any) -> Any:
    import cv2

    return cv2.cvtColor(image, cv2.COLOR_GRAY2RGB)


def _on_white(picture: Any) -> Any:
    from PIL import Image

    paper = Image.new("RGBA", picture.size, "white")
    paper.alpha_composite(picture.convert("RGBA"))
    return paper
