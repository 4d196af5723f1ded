"""Words beside words, units beside units: the parts of a comparison by themselves."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from presign.comparison.align import align
from presign.comparison.units import GAP, Unit, Word
from presign.comparison.words import Op, fills, pieces
from presign.parsers.document import Location


def unit(words: list[str], index: int = 0, number: str = "") -> Unit:
    """A unit of words set one blank apart; `_` is a blank to fill."""
    found: list[Word] = []
    position = 0
    for word in words:
        found.append(Word(GAP if word == "_" else word, position, position + len(word)))
        position += len(word) + 1
    return Unit(index, (index,), number, number, " ".join(words), tuple(found), Location())


def filling(before: str, after: str) -> list[str] | None:
    found = fills(unit(before.split()).words, unit(after.split()).words)
    return None if found is None else [" ".join(after.split()[low:high]) for low, high in found]


def test_what_was_filled_in_lies_between_the_words_that_stayed() -> None:
    assert filling("within _ days of _", "within 30 days of the invoice") == ["30", "the invoice"]
    # The filling may hold the very word that follows the blank.
    assert filling("made in _ in the year _", "made in Bury in Kent in the year 2026") == ["Bury in Kent", "2026"]
    assert filling("_ sells", "Harbour Pumps sells") == ["Harbour Pumps"]
    assert filling("to _", "to you") == ["you"]


def test_what_was_filled_in_is_marked_without_the_white_space_behind_it() -> None:
    one = unit(["pay", "USD", "_", "within", "_", "days", "of", "_", "_"])
    other = unit(["pay", "USD", "48,000", "within", "30", "days", "of", "our", "invoice"])
    filled = [(piece.before, piece.after) for piece in pieces(one, other) if piece.op is Op.FILLED]
    assert filled == [("_", "48,000"), ("_", "30"), ("_", "our"), ("_", "invoice")]
    stayed = [piece.after for piece in pieces(one, other) if piece.op is Op.SAME]
    assert stayed == ["pay USD ", " within ", " days of ", " "]


def test_anything_else_is_no_filling() -> None:
    assert filling("within _ days", "within 30 weeks") is None
    assert filling("within _ days", "not within 30 days") is None
    assert filling("within _ days", "within days") is None
    assert filling("within ten days", "within ten days") is None
    assert filling("_", "anything at all") is None


@given(
    st.lists(st.sampled_from(["a", "b", "c", "d", "_"]), min_size=1, max_size=12),
    st.lists(st.sampled_from(["a", "b", "c", "e", "_"]), min_size=1, max_size=12),
)
def test_the_pieces_give_both_texts_back(before: list[str], after: list[str]) -> None:
    one, other = unit(before), unit(after)
    found = pieces(one, other)
    assert "".join(piece.before for piece in found) == one.text
    assert "".join(piece.after for piece in found) == other.text


@given(st.permutations(list(range(8))), st.integers(0, 255))
def test_every_unit_is_in_one_pair_at_most_and_the_same_words_find_each_other(order: list[int], kept: int) -> None:
    texts = [[f"word{number}", "stands", "alone", f"here{number}"] for number in range(8)]
    before = [unit(text, at) for at, text in enumerate(texts)]
    after = [unit(texts[number], at) for at, number in enumerate(order) if kept >> number & 1]
    after = [Unit(at, each.blocks, "", "", each.text, each.words, each.location) for at, each in enumerate(after)]
    pairs = align(before, after)
    assert len({pair.before for pair in pairs}) == len({pair.after for pair in pairs}) == len(pairs)
    same = [pair for pair in pairs if before[pair.before].text == after[pair.after].text]
    assert len(same) == len(after)


def test_in_order_nothing_moves_and_one_that_overtakes_moves_alone() -> None:
    texts = [["first", "of", "all"], ["then", "the", "second"], ["third", "and", "last"], ["a", "word", "more"]]
    before = [unit(text, at) for at, text in enumerate(texts)]
    assert [pair.moved for pair in align(before, before)] == [False] * 4
    after = [unit(texts[number], at) for at, number in enumerate((3, 0, 1, 2))]
    assert [pair.moved for pair in align(before, after)] == [False, False, False, True]


def test_a_line_that_is_only_a_blank_became_the_line_in_its_place() -> None:
    before = [unit(["Address"], 0), unit(["_"], 1), unit(["Signature", "of", "the", "Buyer"], 2)]
    after = [unit(["Address"], 0), unit(["12", "Quay", "Street"], 1), unit(["Signature", "of", "the", "Buyer"], 2)]
    assert [(pair.before, pair.after) for pair in align(before, after)] == [(0, 0), (1, 1), (2, 2)]
