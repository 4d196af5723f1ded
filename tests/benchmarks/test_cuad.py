"""The span check in CUAD's format: what is offered for a category, and what counts as found."""

from __future__ import annotations

from pathlib import Path

from benchmarks.cuad import Counts, Marked, _read

TEXT = """SUPPLY AGREEMENT
This Agreement is made as of the 3rd day of May, 2021, by and between Elm Foods, Inc. (the "Company" or "Elm") and Ash
Mills LLC ("Supplier"), each a "Party" and together the "Parties".
1. Supply. Supplier shall supply flour. Elm shall pay Supplier monthly.
2. Term. This Agreement shall commence on the date hereof and continue for three (3) years.
3. Law. This Agreement is governed by the laws of the State of Utah.
"""


def test_what_is_offered(tmp_path: Path) -> None:
    read = _read(Marked("x", TEXT, {}), tmp_path / "x.txt")
    assert {"Elm Foods, Inc.", "Supplier", '"Company" or "Elm"'} <= set(read["Parties"])
    assert read["Agreement Date"] == ("3rd day of May, 2021",)
    assert read["Expiration Date"][0].endswith(
        "This Agreement shall commence on the date hereof and continue for three (3) years."
    )
    assert len(read["Governing Law"]) == 1


def test_a_party_marked_inside_a_longer_one_is_found() -> None:
    parties, dates = Counts(whole_is_enough=True), Counts()
    for counts in (parties, dates):
        counts.add("x", ["Elm"], ['the "Company" or "Elm" as it is called here'])
    assert parties.scores == (1.0, 1.0, 1.0)
    assert dates.scores == (0.0, 0.0, 0.0)


def test_half_of_all_words_in_common_are_enough() -> None:
    counts = Counts()
    counts.add("x", ["May 3, 2021"], ["3 May 2021", "June 1, 2020"])
    assert counts.scores[:2] == (0.5, 1.0)
