"""The readers' expressions made ready before a document: all of them known, and its words found in one pass."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..parsers.document import Block, Document, Kind, Location, Media
from . import regexes
from .sentence_tools import passages
from .text import Text
from .vocabulary import keep, keys, words


def learn(read: Callable[[Document], object]) -> None:
    """Close the list of expressions before the first document; new ones among them are first completed and kept.

    An expression that a reader makes when it needs it joins by reading two texts written for that.
    """
    if regexes.KNOWN.closed:
        return
    if regexes.KNOWN.worth_keeping:
        for language in keys("learning"):
            read(_document(words("learning", language)))
    regexes.KNOWN.close()
    keep()


def _document(lines: Sequence[str]) -> Document:
    blocks = tuple(Block(at, Kind.PARAGRAPH, line, Location(paragraph=at + 1)) for at, line in enumerate(lines))
    return Document("learning", "", Media.TEXT, blocks)


def look_at(text: Text) -> None:
    """Find the words of a document, whole, by its lines, its sentences, and these as readers join them."""
    if regexes.KNOWN.closed:
        sentences = (sentence.text for sentence in text.sentences)
        joined = (passage.text for passage in passages(text))
        regexes.look_at((text.text, *text.text.split("\n"), *sentences, *joined))
