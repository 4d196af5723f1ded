"""Each benchmark that starts processes or makes much data, on as little as it takes. No time is looked at."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks import ledger, portfolio, reading, recheck, soak
from benchmarks.__main__ import main
from benchmarks.suite import running
from benchmarks.suite.figures import Figure, told
from benchmarks.suite.sections import Section


def keys(measured: list[Figure | str]) -> list[str]:
    """The names of figures, each with something measured."""
    figures = [each for each in measured if isinstance(each, Figure)]
    assert all(ratio > 0 for figure in figures for ratio in figure.ratios)
    return [figure.key for figure in figures]


def test_stored_facts_are_judged_by_columns_and_from_files() -> None:
    found = list(recheck.measured(recheck.Sizes(12, 6, 4, 3, 3, 2)))
    assert keys([*found]) == ["recheck.columns", "recheck.files"]
    assert [len(figure.ratios) for figure in found] == [2, 2]
    assert found[0].note == "6 of them by the rules; every verdict the same"


def test_a_ledger_is_filled_and_asked() -> None:
    found = list(ledger.figures(quick=True))
    assert keys([*found]) == ["ledger.import", "ledger.import-bare", "ledger.import-again", "ledger.facts"]
    assert found[0].ours == "200 invoices imported"


def test_a_folder_of_samples(tmp_path: Path) -> None:
    files = reading.made_folder(tmp_path, 3)
    assert [file.exists() for file in files] == [True] * 3
    assert len({file.suffix for file in files}) > 1
    reading.documents_here(files)


@pytest.mark.skipif(sys.platform != "linux", reason="open files and children are counted in /proc")
def test_what_a_process_holds_is_told_by_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    held = [soak.State(100, 50, 8, 1), soak.State(105, 50, 8, 1), soak.State(110, 75, 8, 1)]

    class Answer:
        stdout = "a warning\n" + json.dumps([{name: getattr(each, name) for name in each.__slots__} for each in held])

    monkeypatch.setattr(soak.subprocess, "run", lambda command, **how: Answer)
    memory, child, line = soak.grown(3_000, 1_000)
    assert isinstance(memory, Figure) and isinstance(child, Figure)
    assert (memory.ratios, child.ratios) == ((1.05, 1.1), (1.0, 1.5))
    assert line == "after 1,000 checks and after 3,000: 8 and 8 open files, 1 and 1 child processes"


def test_rows_are_counted_and_the_lost_ones_named(tmp_path: Path) -> None:
    import polars

    paths = ["a", "b", "c"]
    statuses = ["checked", "unreadable", "checked"]
    lines = tmp_path / "rows.jsonl"
    rows = [{"path": path, "status": status} for path, status in zip(paths, statuses, strict=True)]
    lines.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    data = tmp_path / "data"
    for table, frame in (
        ("documents", {"path": paths}),
        ("facts", {"path": ["a", "c"], "fact": ["f", "f"]}),
        ("verdicts", {"path": ["a", "a", "c"], "rule": ["1", "2", "1"]}),
    ):
        (data / table).mkdir(parents=True)
        polars.DataFrame(frame).write_parquet(data / table / "part-000001.parquet")
    assert portfolio._check(lines, data, 3) == 1
    with lines.open("a", encoding="utf-8") as file:
        file.write(json.dumps(rows[0]) + "\n")
    with pytest.raises(AssertionError):
        portfolio._check(lines, data, 3)


class Fake:
    """A benchmark that takes no time."""

    def __init__(self, words: str, ratio: float) -> None:
        self.__doc__ = f"{words}\n\n    a command\n"
        self.ratio = ratio

    def figures(self, quick: bool) -> list[Figure | str]:
        """A figure and a line; 0 fails."""
        return [Figure("a.b", "ours", "theirs", (1 / self.ratio,), "≤ 1"), "a line of its own"]


@pytest.fixture
def suite(monkeypatch: pytest.MonkeyPatch) -> dict[str, Fake]:
    """Two sections."""
    fakes = {"load": Fake("Loading.", 2.0), "growth": Fake("Growing.", 4.0)}
    monkeypatch.setattr(running, "SECTIONS", (Section("load", "Load"), Section("growth", "Growth", quick=False)))
    monkeypatch.setattr(running, "import_module", lambda name: fakes[name.rpartition(".")[2]])
    monkeypatch.setattr(running, "date", Today)
    return fakes


class Today:
    """A day that can be set."""

    now = "2026-11-26"

    @classmethod
    def today(cls) -> Today:
        """The day."""
        return cls()

    def isoformat(self) -> str:
        """Its name."""
        return self.now


def result(path: Path) -> dict[str, Any]:
    """What is written down."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def test_a_section_again_goes_into_the_result_and_the_page(
    tmp_path: Path, suite: dict[str, Fake], monkeypatch: pytest.MonkeyPatch
) -> None:
    written, page = tmp_path / "result.json", tmp_path / "page.md"
    places = ("--json", str(written), "--write-docs", "--page", str(page))
    main([*places])
    assert [section["name"] for section in result(written)["sections"]] == ["load", "growth"]
    assert "| ours | theirs | **0.5** | 0.5 to 0.5 | ≤ 1 |" in page.read_text(encoding="utf-8")
    suite["growth"].ratio = 10.0
    monkeypatch.setattr(Today, "now", "2026-11-27")
    main(["--only", "growth", *places])
    first, second = result(written)["sections"]
    assert (first["date"], first["figures"][0]["median"]) == ("2026-11-26", 0.5)
    assert (second["date"], second["figures"][0]["median"]) == ("2026-11-27", 0.1)
    text = page.read_text(encoding="utf-8")
    assert text.count("**0.5**") == text.count("**0.1**") == 1
    assert "Measured on 2026-11-26.\n" in text and "Measured on 2026-11-27 with Python" in text
    assert text.count("    a line of its own\n") == 2 and "a command" not in text


def test_a_section_that_fails_costs_itself_alone(
    tmp_path: Path, suite: dict[str, Fake], capsys: pytest.CaptureFixture[str]
) -> None:
    written = tmp_path / "result.json"
    main(["--json", str(written)])
    suite["load"].ratio = 0.0
    suite["growth"].ratio = 8.0
    with pytest.raises(SystemExit, match="failed: load"):
        main(["--json", str(written)])
    assert "ZeroDivisionError" in capsys.readouterr().err
    assert [section["name"] for section in result(written)["sections"]] == ["growth"]
    with pytest.raises(SystemExit, match="failed: load"):
        main(["--only", "load", "--json", str(written)])
    assert [section["name"] for section in result(written)["sections"]] == ["growth"], "what stood stands"


def test_a_smoke_run_leaves_out_what_is_long_and_says_what_it_is(tmp_path: Path, suite: dict[str, Fake]) -> None:
    page = tmp_path / "page.md"
    main(["--quick", "--write-docs", "--page", str(page)])
    text = page.read_text(encoding="utf-8")
    assert "## Load" in text and "## Growth" not in text
    assert "From a smoke test: these figures are of no worth." in text


def test_a_line_is_told_as_it_is() -> None:
    assert told("20 times") == "20 times"
    assert told(Figure("a", "ours", "theirs", (0.5,), note="few")) == "ours / theirs = 0.5 (0.5 to 0.5); few"
