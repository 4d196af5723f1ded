"""Parties, dates and governing law against spans that lawyers marked, in the format of CUAD.

    python -m benchmarks.cuad PATH

`PATH` is a file in the SQuAD format CUAD is published in, or JSON lines of `file`, `text` and `spans` by category. A
span read counts as CUAD's own evaluation counts it: its words overlap a marked span's by half or more (the share of
common words among all words of both); of parties also when it holds a marked span whole, since lawyers marked now the
name, now its defined term, now both. F1 is printed for two thirds of the contracts and for the third that is held out
by a hash of the title.
"""

from __future__ import annotations

import argparse
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from presign.facts.contract.dates import read_dates
from presign.facts.disputes import resolution
from presign.facts.fact import Fact
from presign.facts.parties.mentions import Mention
from presign.facts.parties.read import declared, read_parties
from presign.facts.parties.together import together
from presign.facts.text import Text
from presign.parsers.document import Unreadable
from presign.parsers.read import read_document

CATEGORIES = ("Parties", "Agreement Date", "Expiration Date", "Governing Law")
ENOUGH = 0.5
HELD_OUT = 2
_FACTS = {
    "Agreement Date": "contract.sign_date",
    "Expiration Date": "contract.end_date",
    "Governing Law": "dispute.governing_law",
}


@dataclass(frozen=True, slots=True)
class Marked:
    """A contract with the marked words of each category."""

    title: str
    text: str
    spans: dict[str, tuple[str, ...]]


@dataclass
class Counts:
    """Spans read, of them right, and spans marked, of them found."""

    read: int = 0
    right: int = 0
    marked: int = 0
    found: int = 0
    missed: list[str] = field(default_factory=list)
    whole_is_enough: bool = False

    def add(self, title: str, marked: Iterable[str], read: Iterable[str]) -> None:
        """Count one contract's spans of one category."""
        wanted, got = list(dict.fromkeys(marked)), list(dict.fromkeys(read))
        self.read += len(got)
        found = [one for one in wanted if any(self._matches(one, other) for other in got)]
        right = [one for one in got if any(self._matches(other, one) for other in wanted)]
        self.right += len(right)
        self.marked += len(wanted)
        self.found += len(found)
        self.missed += [f"{title[:40]}: marked {one[:150]!r}" for one in wanted if one not in found]
        self.missed += [f"{title[:40]}: read {one[:150]!r}" for one in got if one not in right]

    def _matches(self, marked: str, read: str) -> bool:
        return overlaps(marked, read) or (self.whole_is_enough and marked in read)

    @property
    def scores(self) -> tuple[float, float, float]:
        """Precision, recall and F1."""
        precision = self.right / self.read if self.read else 0.0
        recall = self.found / self.marked if self.marked else 0.0
        both = precision + recall
        return precision, recall, 2 * precision * recall / both if both else 0.0


def main() -> None:
    """Print F1 by category, for the contracts to look at and for those held out."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cuad", description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--show", action="store_true", help="list what differs, of the contracts not held out")
    options = parser.parse_args()
    tables: dict[bool, dict[str, Counts]] = {
        held: {name: Counts(whole_is_enough=name == "Parties") for name in CATEGORIES} for held in (False, True)
    }
    with TemporaryDirectory() as folder:
        for number, contract in enumerate(contracts(options.path)):
            held = zlib.crc32(contract.title.encode()) % 3 == HELD_OUT
            read = _read(contract, Path(folder) / f"{number}.txt")
            for category, counts in tables[held].items():
                counts.add(contract.title, contract.spans.get(category, ()), read[category])
    for held, table in tables.items():
        print("held out" if held else "to look at")
        for category, counts in table.items():
            print("  {:18}precision {:.3f}  recall {:.3f}  F1 {:.3f}".format(category, *counts.scores), counts.marked)
            if options.show and not held:
                print("\n".join(f"      {line}" for line in counts.missed))


def contracts(path: Path) -> Iterator[Marked]:
    """The contracts of a file in either format."""
    if path.suffix == ".jsonl":
        for line in path.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            spans = {name: tuple(span["text"] for span in found) for name, found in entry["spans"].items()}
            yield Marked(entry["file"], entry["text"], spans)
        return
    for entry in json.loads(path.read_text(encoding="utf-8"))["data"]:
        for paragraph in entry["paragraphs"]:
            spans = {
                question["id"].rsplit("__", 1)[-1]: tuple(answer["text"] for answer in question["answers"])
                for question in paragraph["qas"]
            }
            yield Marked(entry["title"], paragraph["context"], spans)


def _read(contract: Marked, path: Path) -> dict[str, tuple[str, ...]]:
    path.write_text(contract.text, encoding="utf-8")
    document = read_document(path)
    if isinstance(document, Unreadable):
        return dict.fromkeys(CATEGORIES, ())
    text = Text(document)
    parties = read_parties(text)
    facts = {fact.name: fact for fact in (*read_dates(text), *resolution.read(text, parties))}
    return {category: _spans(category, text, facts) for category in CATEGORIES}


def _spans(category: str, text: Text, facts: Mapping[str, Fact]) -> tuple[str, ...]:
    if category == "Parties":
        return tuple(_parties(text))
    whole = {block.index: block.text for block in text.document.blocks}
    shown = facts[_FACTS[category]].evidence
    if category == "Agreement Date":
        # A bare label that waits for a day is no date as printed.
        return tuple(each.quote for each in shown if re.search(r"[\d_\[]", each.quote))
    # A day on a line of its own comes with the clause that points to it.
    shown = shown if category == "Expiration Date" else shown[:1]
    return tuple(_sentence(whole[each.block], each.start, each.end) for each in shown)


def _sentence(block: str, start: int, end: int) -> str:
    """The sentence of a block that shares most with the words between two positions."""
    cuts = [
        0,
        *(match.end() for match in re.finditer(r"(?:[A-Z]{3}|[a-z)\"\d ])[.;]\s+(?=[A-Z(\d])|\)\s+(?=This\s)", block)),
        len(block),
    ]
    low, high = max(pairwise(cuts), key=lambda piece: min(piece[1], end) - max(piece[0], start))
    return block[low:high].strip()


def _parties(text: Text) -> Iterator[str]:
    """The names and the defined terms of the parties, and the words that name them together."""
    if (both := together(text)) is not None:
        yield both.text
    for mention in declared(text):
        if mention.name is not None and not mention.name.blank:
            yield mention.name.text
        yield from _terms(text, mention)


def _terms(text: Text, mention: Mention) -> Iterator[str]:
    """The words a party goes by as printed: several of one definition with what stands between them."""
    start = mention.name.end if mention.name is not None and mention.name.end <= mention.end else mention.start
    places = [text.text.find(word, start, mention.end) for word in mention.words]
    if len(mention.words) > 1 and min(places) >= start:
        last = max(place + len(word) for place, word in zip(places, mention.words, strict=True))
        yield text.text[min(places) - 1 : last + 1]
    else:
        yield from mention.words


def overlaps(one: str, other: str) -> bool:
    """Whether half or more of the words of both are common to both."""
    first, second = _words(one), _words(other)
    return bool(first | second) and len(first & second) / len(first | second) >= ENOUGH


def _words(text: str) -> set[str]:
    return set(re.sub(r"[^\w\s]", " ", text.lower()).split())


if __name__ == "__main__":
    main()
