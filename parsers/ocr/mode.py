"""When text recognition is used, and who is told how far it is."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from enum import StrEnum

Progress = Callable[[str, Sequence[int]], AbstractContextManager[Iterable[int]]]
"""Takes a document's path and the pages to be recognised; gives them out one by one, showing how far it is."""


class OcrMode(StrEnum):
    """Which pages are recognised."""

    AUTO = "auto"
    """Those without a text layer that can be read; none where the extra isn't installed."""
    OFF = "off"
    FORCE = "force"
    """All pages, for text layers that say other things than the page shows."""


def _silent(path: str, pages: Sequence[int]) -> AbstractContextManager[Iterable[int]]:
    return nullcontext(pages)


@dataclass(frozen=True, slots=True)
class Ocr:
    """How text recognition is used in a run."""

    mode: OcrMode = OcrMode.AUTO
    progress: Progress = _silent

    @property
    def works(self) -> bool:
        """Whether pages are recognised at all: it is wanted, and it is installed."""
        return self.mode is not OcrMode.OFF and installed()


NO_OCR = Ocr(OcrMode.OFF)


def installed() -> bool:
    """Whether the extra `ocr` is there. Nothing is loaded."""
    return all(importlib.util.find_spec(name) is not None for name in ("rapidocr", "onnxruntime"))
