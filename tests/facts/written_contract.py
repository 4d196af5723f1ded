"""Contracts written line by line for the tests of parties, price and signature; a line with tabs is a table row."""

from __future__ import annotations

from presign.facts.fact import Fact
from presign.facts.text import Text
from presign.parsers.document import Block, Document, Kind, Location, Media


def written(lines: str, language: str = "zh") -> Text:
    """The text of a document with these lines; runs of lines with tabs become tables."""
    blocks: list[Block] = []
    table = row = 0
    for number, line in enumerate(lines.strip("\n").split("\n"), 1):
        if "\t" not in line:
            row = 0
            if line.strip():
                blocks.append(Block(len(blocks), Kind.PARAGRAPH, line, Location(paragraph=number)))
            continue
        table, row = (table, row + 1) if row else (table + 1, 1)
        for column, cell in enumerate(line.split("\t"), 1):
            place = Location(table=table, row=row, column=column)
            blocks.append(Block(len(blocks), Kind.CELL, cell, place))
    return Text(Document("contract.txt", "0" * 64, Media.TEXT, tuple(blocks), (), language))


def by_name(facts: object) -> dict[str, Fact]:
    """Facts by their names."""
    return {fact.name: fact for fact in facts}  # type: ignore[attr-defined]
