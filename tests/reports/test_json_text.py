"""JSON written by the quicker library reads as the standard library's, and what only that one takes is written, too."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from presign.reports.json_text import write_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("ab甲乙", max_size=3), inner, max_size=4),
    max_leaves=20,
)


def written(whole: dict[str, object]) -> str:
    out = io.StringIO()
    write_json(whole, out)
    return out.getvalue()


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.text("ab甲乙", max_size=3), VALUES, max_size=4))
def test_the_text_is_what_the_standard_library_writes(whole: dict[str, object]) -> None:
    assert json.loads(written(whole)) == whole
    assert written(whole).splitlines() == [*json.dumps(whole, ensure_ascii=False, indent=2).splitlines()]


@pytest.mark.parametrize("odd", ["\ud800", 2**70, [1.5, "\udfff"]])
def test_what_the_quicker_library_refuses(odd: object) -> None:
    assert json.loads(written({"甲方": odd})) == {"甲方": odd}
