"""Scans for tests: words drawn into a picture, and pictures put into a PDF without a text layer."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from presign.parsers.ocr.mode import installed

DPI = 200
PIXELS = DPI / 72
needs_ocr = pytest.mark.skipif(not installed(), reason="the extra presign[ocr] isn't installed")


def chinese_font() -> str:
    """The path of an installed font with Chinese characters; the test is skipped without one."""
    try:
        found = subprocess.run(
            ["fc-list", ":lang=zh-cn", "file"], capture_output=True, text=True, check=True, timeout=20
        ).stdout
    except (OSError, subprocess.SubprocessError):
        found = ""
    files = sorted(line.strip().rstrip(":") for line in found.splitlines())
    sans = [file for file in files if "Sans" in file and Path(file).suffix in (".ttc", ".otf", ".ttf")]
    if not sans:
        pytest.skip("no font with Chinese characters is installed")
    return sans[0]


class Sheet:
    """A page to draw on, in points from its upper left corner, as a scanner at 200 dpi would see it."""

    def __init__(self, width: float = 420, height: float = 300, font: str | None = None) -> None:
        self.image = Image.new("L", (round(width * PIXELS), round(height * PIXELS)), 255)
        self._draw = ImageDraw.Draw(self.image)
        self._font = font

    def text(self, x: float, y: float, text: str, size: float = 11) -> None:
        pixels = size * PIXELS
        font = ImageFont.truetype(self._font, round(pixels)) if self._font else ImageFont.load_default(pixels)
        self._draw.text((x * PIXELS, y * PIXELS), text, font=font, fill=0)

    def lines(self, x: float, y: float, texts: Sequence[str], step: float = 17, size: float = 11) -> None:
        for at, text in enumerate(texts):
            self.text(x, y + at * step, text, size)

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        for x in xs:
            self._draw.line((x * PIXELS, ys[0] * PIXELS, x * PIXELS, ys[-1] * PIXELS), fill=0, width=3)
        for y in ys:
            self._draw.line((xs[0] * PIXELS, y * PIXELS, xs[-1] * PIXELS, y * PIXELS), fill=0, width=3)


def scanned(*pages: Image.Image) -> bytes:
    """A PDF whose pages are pictures."""
    target = io.BytesIO()
    pages[0].save(target, "PDF", resolution=DPI, save_all=True, append_images=list(pages[1:]))
    return target.getvalue()
