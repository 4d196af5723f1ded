"""Facts as JSON and back: every fact comes back equal, and what was never written is refused."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from presign.facts.as_json import NotFacts, book_from, book_json, fact_from, fact_json, value_json
from presign.facts.fact import Evidence, Fact, FactBook
from presign.parsers.document import Location, Part
from presign.values import Money, Per, Quantity, Rate, Reason, Record, State, Unit, Value

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False)
FLOATS = st.floats(allow_nan=False, allow_infinity=False)
BOXES = st.tuples(FLOATS, FLOATS, FLOATS, FLOATS)
COUNTS = st.none() | st.integers(1, 10**6)
PLAIN = st.one_of(
    TEXT,
    st.booleans(),
    st.dates(),
    st.builds(Money, NUMBERS, st.sampled_from(("CNY", "EUR"))),
    st.builds(Rate, NUMBERS, st.sampled_from(Per)),
    st.builds(Quantity, NUMBERS, st.sampled_from(Unit)),
)
VALUES: st.SearchStrategy[Value] = st.recursive(
    PLAIN,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(tuple),
        st.lists(st.tuples(TEXT, inner), max_size=3).map(lambda pairs: Record(tuple(pairs))),
    ),
    max_leaves=6,
)
PLACES = st.builds(
    Location,
    part=st.sampled_from(Part),
    page=COUNTS,
    paragraph=COUNTS,
    table=COUNTS,
    row=COUNTS,
    column=COUNTS,
    line=COUNTS,
    box=st.none() | BOXES,
    file=TEXT,
    later=st.lists(st.tuples(st.integers(1, 99), BOXES), max_size=2).map(tuple),
)
QUOTES = st.builds(
    Evidence,
    block=st.integers(0, 999),
    start=st.integers(0, 999),
    end=st.integers(0, 999),
    quote=TEXT,
    location=PLACES,
    clause=st.none() | TEXT,
    reader=TEXT,
    changed=st.booleans(),
    confidence=st.none() | st.floats(0, 1),
)
FACTS = st.builds(
    Fact,
    name=TEXT,
    state=st.sampled_from(State),
    value=st.none() | VALUES,
    reason=st.none() | st.sampled_from(Reason),
    evidence=st.lists(QUOTES, max_size=2).map(tuple),
    note=TEXT,
    origin=TEXT,
)


@given(FACTS)
@settings(max_examples=150, deadline=None)
def test_a_fact_comes_back_equal_from_the_text_of_a_file(fact: Fact) -> None:
    written = json.dumps(fact_json(fact), ensure_ascii=False)
    read = fact_from(json.loads(written))
    assert read == fact
    assert repr(read) == repr(fact), "1.0 isn't 1.00, and True isn't 1"


def test_a_book_comes_back_with_its_kind_and_order() -> None:
    book = FactBook({name: Fact(name, State.ABSENT) for name in ("b", "a", "c")}, "sale")
    read = book_from(json.loads(json.dumps(book_json(book))))
    assert read == book
    assert list(read) == ["b", "a", "c"]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Money(Decimal("1665600.00"), "CNY"), {"money": "1665600.00", "currency": "CNY"}),
        (Rate(Decimal("0.05"), Per.DAY), {"rate": "0.05", "per": "day"}),
        (Quantity(Decimal(10), Unit.WORKING_DAYS), {"quantity": "10", "unit": "working days"}),
        (date(2026, 3, 2), {"date": "2026-03-02"}),
        ("2026-03-02", "2026-03-02"),
        (True, True),
        (
            (Record((("pct", Quantity(Decimal(30), Unit.PERCENT)),)),),
            [{"record": [["pct", {"quantity": "30", "unit": "percent"}]]}],
        ),
    ],
)
def test_each_value_says_what_it_is(value: Value, written: Any) -> None:
    assert value_json(value) == written


@pytest.mark.parametrize(
    "found",
    [
        {"name": "a"},
        {"name": "a", "state": "perhaps"},
        {"name": "a", "state": "stated", "value": 7},
        {"name": "a", "state": "stated", "value": {"money": "seven", "currency": "CNY"}},
        {"name": "a", "state": "stated", "value": {"date": "2026-02-30"}},
        {"name": "a", "state": "unknown", "reason": "who knows"},
        {"name": "a", "state": "stated", "value": {"record": [["only a name"]]}},
        {"name": "a", "state": "stated", "evidence": [{"quote": "x"}]},
        {"name": "a", "state": "stated", "evidence": [{"block": 0, "start": 0, "end": 1, "quote": "x", "location": {"shelf": 3}}]},
    ],
)  # fmt: skip
def test_what_was_never_written_is_refused(found: Any) -> None:
    with pytest.raises(NotFacts):
        fact_from(found)
