"""The page of the documentation, written from a result."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

HEAD = """\
# Performance

This page is written by `python -m benchmarks --write-docs` from a run of the suite. Every figure is a ratio
of two things measured in turn within one run: the median of the rounds, then the lowest and the highest.
Unless a line says that it is of memory, it is of time, and below 1 ours takes less. Absolute times are of one machine
on one day and are left out.

## How to repeat it

    pip install .[bench]
    make bench                                             # everything, some twenty minutes
    make bench BENCH="--json result.json --write-docs"     # the same, written down, and this page of it
    python -m benchmarks --only startup --only growth      # some of it
    python -m benchmarks --only soak --json result.json --write-docs
                                                           # a section again, into the result and the page
    python -m benchmarks --quick                           # a smoke test: small inputs, one round, figures of no worth
    python -m benchmarks --write-docs result.json          # this page of a result that is there

What is measured in one process is measured in processor time, what starts processes in wall-clock time, unless a line
says otherwise. A bar that was asked for stands beside the figure, whether it is met or not; one that was put as a speed
stands as the time it leaves.
"""


def page(result: dict[str, Any], floor: str) -> str:
    """The whole page. `floor` is what is said of where the time goes."""
    return "\n".join([HEAD, *_environment(result["environment"]), *_sections(result), floor.strip(), ""])


def _environment(environment: dict[str, Any]) -> Iterator[str]:
    versions = ", ".join(f"{name} {version}" for name, version in environment["versions"].items())
    yield f"Measured on {environment['date']} with Python {environment['python']}, {environment['system']},"
    yield f"{environment['processors']} processors; {versions}."
    yield ""


def _sections(result: dict[str, Any]) -> Iterator[str]:
    for section in result["sections"]:
        yield f"## {section['title']}"
        yield ""
        yield from _about(section["about"])
        yield from _apart(section, result["environment"])
        if section["figures"]:
            yield "| measured | beside | ratio | spread | asked |"
            yield "|---|---|---|---|---|"
            yield from map(row, section["figures"])
            yield ""
        if section["lines"]:
            yield from (f"    {line}" for line in section["lines"])
            yield ""


def _apart(section: dict[str, Any], environment: dict[str, Any]) -> Iterator[str]:
    """What tells a section from the others of a page that was put together."""
    if section.get("date", environment["date"]) != environment["date"]:
        yield from (f"Measured on {section['date']}.", "")
    if section.get("quick"):
        yield from ("From a smoke test: these figures are of no worth.", "")


def _about(text: str) -> Iterator[str]:
    """A module's own words, without its commands."""
    for paragraph in text.split("\n\n"):
        if not paragraph.startswith("    "):
            yield from (*paragraph.splitlines(), "")


def row(figure: dict[str, Any]) -> str:
    """A figure as a row of the table."""
    note = f" ({figure['note']})" if figure["note"] else ""
    cells = (
        f"{figure['ours']}{note}",
        figure["theirs"],
        f"**{figure['median']:g}**",
        f"{figure['low']:g} to {figure['high']:g}",
        figure["asked"],
    )
    return f"| {' | '.join(cells)} |"
