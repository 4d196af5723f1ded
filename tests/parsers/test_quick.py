"""Frozen values made the quick way are the same values."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass, field

import pytest
from presign.parsers.document import Block, Cell, Kind, Location, Part
from presign.parsers.quick import quick


def test_a_quick_value_is_equal_to_the_usual_one_and_as_frozen() -> None:
    quick_cell = quick(Cell)(7, 1, 2, column_span=3)
    assert quick_cell == Cell(7, 1, 2, 1, 3)
    assert hash(quick_cell) == hash(Cell(7, 1, 2, 1, 3))
    assert type(quick_cell) is Cell
    with pytest.raises(FrozenInstanceError):
        quick_cell.row = 9  # type: ignore[misc]


def test_fields_without_a_value_have_their_defaults() -> None:
    place = quick(Location)(table=2)
    assert quick(Block)(0, Kind.CELL, "x", place) == Block(0, Kind.CELL, "x", Location(Part.BODY, table=2))


def test_a_list_by_default_is_made_anew_for_each() -> None:
    @dataclass(frozen=True, slots=True)
    class Basket:
        names: list[str] = field(default_factory=list)

    first, second = quick(Basket)(), quick(Basket)()
    first.names.append("a")
    assert second.names == []


def test_wrong_arguments_are_refused_as_usual() -> None:
    with pytest.raises(TypeError):
        quick(Cell)(1, 2)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        quick(Cell)(1, 2, 3, depth=4)  # type: ignore[call-arg]


def test_only_plain_frozen_values_can_be_made_quickly() -> None:
    @dataclass(frozen=True, slots=True)
    class Checked:
        number: int

        def __post_init__(self) -> None:
            assert self.number

    for made in (Checked, str, len):
        with pytest.raises(TypeError):
            quick(made)
