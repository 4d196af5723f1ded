"""The suite of benchmarks: what a result has, and the page made of it. No time is looked at."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from benchmarks.__main__ import FLOOR, main
from benchmarks.suite.figures import Figure, exponent, told
from benchmarks.suite.page import page, row
from benchmarks.suite.running import joined
from benchmarks.suite.sections import SECTIONS

KEYS = {"key", "ours", "theirs", "median", "low", "high", "rounds", "asked", "note"}


def test_a_figure_is_the_median_of_its_rounds_with_their_spread() -> None:
    figure = Figure("a.b", "ours", "theirs", (0.5, 0.123456, 2.0), "≤ 1")
    assert figure.row() == {
        "key": "a.b",
        "ours": "ours",
        "theirs": "theirs",
        "median": 0.5,
        "low": 0.123,
        "high": 2.0,
        "rounds": 3,
        "asked": "≤ 1",
        "note": "",
    }
    assert told(figure) == "ours / theirs = 0.5 (0.123 to 2, asked ≤ 1)"
    assert row(figure.row()) == "| ours | theirs | **0.5** | 0.123 to 2 | ≤ 1 |"


def test_the_power_of_growth() -> None:
    assert exponent((1, 2, 4), (3, 6, 12)) == pytest.approx(1)
    assert exponent((1, 10), (2, 200)) == pytest.approx(2)


def test_every_section_is_there_and_named_once() -> None:
    names = [section.module for section in SECTIONS]
    assert len(names) == len(set(names))
    for name in names:
        module = import_module(f"benchmarks.{name}")
        assert callable(module.figures), name
        assert module.__doc__ and not module.__doc__.startswith(" "), "what the page says of it"


def test_a_later_result_takes_the_place_of_its_sections() -> None:
    older = {"environment": {"date": "a"}, "sections": [{"name": "growth", "was": 1}, {"name": "load", "was": 1}]}
    newer = {"environment": {"date": "b"}, "sections": [{"name": "startup"}, {"name": "load", "was": 2}]}
    assert joined(older, newer) == {
        "environment": {"date": "b"},
        "sections": [{"name": "startup"}, {"name": "load", "was": 2}, {"name": "growth", "was": 1}],
    }


def test_a_smoke_run_writes_a_result_and_a_page_with_a_row_for_each_figure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written, made = tmp_path / "result.json", tmp_path / "performance.md"
    sections = ("load", "parsing")
    main(["--quick", "--json", str(written), *(f"--only={name}" for name in sections)])
    result: dict[str, Any] = json.loads(written.read_text(encoding="utf-8"))
    assert {"date", "python", "system", "processors", "versions", "quick"} <= result["environment"].keys()
    assert result["environment"]["quick"] is True
    assert "click" in result["environment"]["versions"]
    assert tuple(section["name"] for section in result["sections"]) == sections
    figures = [figure for section in result["sections"] for figure in section["figures"]]
    assert all(figure.keys() == KEYS and figure["median"] > 0 for figure in figures)
    assert {"parsing.docx", "parsing.pdf", "load.from-the-cache"} <= {each["key"] for each in figures}

    main(["--write-docs", str(written), "--page", str(made)])
    text = made.read_text(encoding="utf-8")
    assert text == page(result, FLOOR.read_text(encoding="utf-8"))
    assert sum(line.startswith("| ") for line in text.splitlines()) == len(figures) + len(sections)
    assert all(row(figure) in text for figure in figures)
    assert capsys.readouterr().out.count(" / ") >= len(figures)
