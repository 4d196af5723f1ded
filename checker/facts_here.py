"""The facts of a document in the process that has it: what the child runs, without what only its parent needs."""

from __future__ import annotations

from functools import lru_cache

from ..facts.fact import FactBook
from ..parsers.document import Document
from .reading import Reads, reader_of

_patterns = lru_cache(maxsize=2)(reader_of)


def facts_of(document: Document, reads: Reads) -> FactBook:
    """The facts of a document, `read` patterns among what reads them."""
    from ..facts.read import read_facts

    return read_facts(document, _patterns(reads))
