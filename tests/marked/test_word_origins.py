"""The reader tells for every character which element it comes from, and reads the same words as without being asked."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

import pytest
from presign.facts.fact import Evidence
from presign.parsers.document import Document, Limits, Part
from presign.parsers.docx.read import read_docx
from presign.reports.marked.notes import Note
from presign.reports.marked.words import Words, read_words
from word_packages import docx, p, r, read, written
from word_undoing import compare, marked_words, ours

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.docx"))


def read_file(path: Path) -> tuple[bytes, Document]:
    data = path.read_bytes()
    document = read_docx(path.name, data, hashlib.sha256(data).hexdigest(), Limits())
    assert isinstance(document, Document)
    return data, document


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_block_of_a_sample_is_mapped(path: Path) -> None:
    data, document = read_file(path)
    words = read_words(data, Limits())
    assert isinstance(words, Words)
    assert words.texts == tuple(block.text for block in document.blocks)
    for block in document.blocks:
        pieces = words.pieces.get(block.index, [])
        if block.location.part in (Part.HEADER, Part.FOOTER, Part.FOOTNOTE, Part.ENDNOTE, Part.COMMENT):
            assert not pieces
            continue
        assert pieces or not block.text
        for piece in pieces:
            if piece.offset is not None:
                text = (piece.element.text or "")[piece.offset : piece.offset + piece.end - piece.start]
                assert text.replace(" ", "_") == block.text[piece.start : piece.end].replace(" ", "_")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_any_stretch_of_a_sample_is_marked_to_the_letter(path: Path) -> None:
    data, document = read_file(path)
    chance = random.Random(path.name)
    body = [block for block in document.blocks if block.location.part is Part.BODY and block.text.strip()]
    notes = []
    for block in chance.sample(body, 25):
        start = chance.randrange(len(block.text))
        end = chance.randrange(start + 1, len(block.text) + 1)
        evidence = Evidence(block.index, start, end, block.text[start:end], block.location)
        notes.append(Note((f"n {len(notes)}",), (evidence,), f"clause {block.index}", "R"))
    made = written(data, document, tuple(notes), redline=True)
    compare(data, made)
    stands_at = marked_words(made)
    exact = 0
    for number, text in ours(made).items():
        quote, marked = plain(notes[int(text.split()[1])].evidence[0].quote), plain(stands_at[number])
        assert quote in marked
        exact += quote == marked
    # A date to choose from a calendar is marked as a whole.
    assert exact >= len(notes) - 2


def plain(text: str) -> str:
    """Words without blanks to fill in, which underlined spaces draw, and without line breaks."""
    return "".join(text.replace("_", "").split())


def test_signs_of_symbol_fonts_and_blanks_keep_their_places() -> None:
    body = p(
        r("Date"), r("          ", '<w:u w:val="single"/>'), '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>',
        r(" accepted without reserve"),
    )  # fmt: skip
    data = docx(p("T") + body)
    document = read(data)
    assert document.blocks[1].text == "Date__________☑ accepted without reserve"
    words = read_words(data, Limits())
    assert isinstance(words, Words)
    assert [(each.start, each.end, each.offset) for each in words.pieces[1]] == [
        (0, 4, 0),
        (4, 14, 0),
        (14, 15, None),
        (15, 40, 0),
    ]


def test_a_text_that_a_comment_in_the_xml_cuts_in_two_is_marked_as_a_whole() -> None:
    data = docx(p("T") + "<w:p><w:r><w:t>pay <!-- x -->when paid</w:t></w:r></w:p>")
    document = read(data)
    start = document.blocks[1].text.index("paid")
    evidence = Evidence(1, start, start + 4, "paid", document.blocks[1].location)
    made = written(data, document, (Note(("n",), (evidence,), about="R"),))
    compare(data, made)
    assert len(marked_words(made)) == 1
