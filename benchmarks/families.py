"""Each family of readers, beside the reading of all facts of the same contract.

    python -m benchmarks --only families

A figure is a share: what a family takes of the time of all, over the sound samples in both languages. What all share
(the text, its sentences, the parties, the words looked for in one pass) is the last line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from presign.facts.fact import Fact
from presign.facts.looked_at import look_at
from presign.facts.parties.read import read_parties
from presign.facts.read import FAMILIES, read_facts
from presign.facts.roles import Parties
from presign.facts.text import Text
from presign.parsers.document import Document, Unreadable
from presign.parsers.read import read_document

from .long_contract import ROOT
from .suite.figures import Figure, in_turn, spent

ROUNDS = 5
SAMPLES = ("zh-sound-equipment-sale.docx", "en-sound-supply.docx")


def figures(quick: bool) -> Iterator[Figure]:
    """A figure for each family."""
    rounds = 1 if quick else ROUNDS
    documents = _documents(SAMPLES[:1] if quick else SAMPLES)
    for document in documents:
        read_facts(document)

    def everything() -> None:
        for document in documents:
            read_facts(document)

    for family in FAMILIES:
        name = family.__module__.removeprefix("presign.facts.").removesuffix(".facts")
        ratios = tuple(spent(partial(_run, family, _ready(documents))) / spent(everything) for _ in range(rounds))
        yield Figure(f"families.{name}", name, "all facts", ratios)
    shared = in_turn(lambda: _shared(documents), everything, rounds)
    yield Figure("families.shared", "what all share", "all facts", shared)


def _documents(names: tuple[str, ...]) -> list[Document]:
    documents = []
    for name in names:
        document = read_document(ROOT / "samples" / name, isolated=False)
        assert not isinstance(document, Unreadable), document
        documents.append(document)
    return documents


def _ready(documents: list[Document]) -> list[tuple[Text, Parties]]:
    """Texts nobody has read yet: what a reader finds it keeps for as long as the text is there."""
    return [(text, read_parties(text)) for text in map(_text, documents)]


def _run(family: Callable[[Text, Parties], Iterable[Fact]], ready: list[tuple[Text, Parties]]) -> None:
    for text, parties in ready:
        for _ in family(text, parties):
            continue


def _shared(documents: list[Document]) -> None:
    for text in map(_text, documents):
        read_parties(text)


def _text(document: Document) -> Text:
    text = Text(document)
    look_at(text)
    return text
