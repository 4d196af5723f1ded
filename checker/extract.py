"""Facts only: what `presign facts` shows, for every fact of the vocabulary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..facts.fact import FactBook
from ..parsers.document import Document, Limits, Unreadable
from ..parsers.ocr.mode import NO_OCR, Ocr
from ..policylang.core import Program
from .fact_reading import read_all_facts
from .run import with_reasons


@dataclass(frozen=True, slots=True)
class Extraction:
    """The facts of each document that could be read, and the files that couldn't."""

    program: Program
    documents: tuple[tuple[Document, FactBook], ...]
    unreadable: tuple[Unreadable, ...]


def extract(paths: Sequence[str], program: Program, ocr: Ocr = NO_OCR) -> Extraction:
    """Read the facts of every document behind `paths`."""
    documents: list[tuple[Document, FactBook]] = []
    unreadable: list[Unreadable] = []
    for read in read_all_facts(paths, Limits(), program, ocr):
        if isinstance(read, Unreadable):
            unreadable.append(read)
        else:
            document, book = read
            documents.append((document, with_reasons(book, program)))
    return Extraction(program, tuple(documents), tuple(unreadable))
