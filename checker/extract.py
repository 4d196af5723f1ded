"""Facts only: what `presign facts` shows, for every fact of the vocabulary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..facts.fact import FactBook
from ..facts.read import read_facts
from ..parsers.document import Document, Limits, Unreadable
from ..parsers.ocr.mode import NO_OCR, Ocr
from ..policylang.core import Program
from .reading import pattern_reader
from .run import read_all, with_reasons


@dataclass(frozen=True, slots=True)
class Extraction:
    """The facts of each document that could be read, and the files that couldn't."""

    program: Program
    documents: tuple[tuple[Document, FactBook], ...]
    unreadable: tuple[Unreadable, ...]


def extract(paths: Sequence[str], program: Program, ocr: Ocr = NO_OCR) -> Extraction:
    """Read the facts of every document behind `paths`."""
    patterns = pattern_reader(program)
    documents: list[tuple[Document, FactBook]] = []
    unreadable: list[Unreadable] = []
    for document in read_all(paths, Limits(), ocr):
        if isinstance(document, Unreadable):
            unreadable.append(document)
        else:
            documents.append((document, with_reasons(read_facts(document, patterns), program)))
    return Extraction(program, tuple(documents), tuple(unreadable))
