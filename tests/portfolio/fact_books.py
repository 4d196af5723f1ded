"""Fact books as the tables of a part."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl
from presign.facts.as_json import fact_json
from presign.facts.fact import FactBook
from presign.portfolio.row import Row, as_json
from presign.portfolio.tables import found_tables


def table(books: Sequence[FactBook]) -> pl.DataFrame:
    """The facts table of a part."""
    return found_tables(
        [Row(f"{at}.txt", {"status": "checked"}, "[]", facts_of(book)) for at, book in enumerate(books)]
    )[0]


def facts_of(book: FactBook) -> str:
    """The facts of a row."""
    return as_json([fact_json(fact) for fact in book.values()])
