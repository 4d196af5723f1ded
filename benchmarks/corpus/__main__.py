"""Read every labelled contract and print the scores."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from presign.facts.fact import Fact, FactBook
from presign.facts.read import read_facts
from presign.parsers.document import Unreadable
from presign.parsers.read import read_document

from .equality import shown
from .labels import Label, Labelled, labelled_files
from .scoring import INSTALMENTS, Outcome, Tally

_COLUMNS = (
    Outcome.RIGHT,
    Outcome.WRONG,
    Outcome.MISSED,
    Outcome.INVENTED,
    Outcome.SILENT,
    Outcome.UNSURE,
    Outcome.BLANK,
    Outcome.BLANK_MISSED,
)
_SHOWN = {Outcome.WRONG, Outcome.MISSED, Outcome.INVENTED, Outcome.BLANK_MISSED}

Scores = dict[str, dict[str, Tally]]
"""Tallies by language and fact."""


def main() -> None:
    """Print the scores by fact for each language, then over all."""
    options = _options()
    scores: Scores = {}
    for contract in labelled_files(options.directory, options.language, options.third):
        book = _read(contract)
        for name, label in contract.facts.items():
            if options.fact and name != options.fact:
                continue
            fact = book[name]
            tally = scores.setdefault(contract.language, {}).setdefault(name, Tally())
            outcome = tally.add(name, label, fact)
            if options.show and outcome in _SHOWN:
                print("\n".join(_disagreement(contract, name, label, fact, outcome)))
    for language, tallies in scores.items():
        print("\n".join(_table(language, tallies)))
    if len(scores) > 1:
        print(_row("all", Tally().merge(tally for tallies in scores.values() for tally in tallies.values())))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus", description=__doc__)
    parser.add_argument("directory", type=Path, help="the corpus: zh/ and en/ with files/ and labels/")
    parser.add_argument("--language", choices=("zh", "en"))
    parser.add_argument("--fact", help="score this fact only")
    parser.add_argument("--show", action="store_true", help="list each disagreement")
    parser.add_argument("--third", type=int, choices=(0, 1, 2), help="only this third of the files")
    return parser.parse_args()


def _read(contract: Labelled) -> FactBook:
    document = read_document(contract.path)
    if isinstance(document, Unreadable):
        print(f"unreadable: {contract.path.name}: {document.key}")
        return FactBook()
    return read_facts(document)


def _disagreement(contract: Labelled, name: str, label: Label, fact: Fact, outcome: Outcome) -> Iterator[str]:
    wanted = shown(label.value) if label.state == "stated" else label.state
    got = shown(fact.value) if fact.value is not None else f"{fact.state} {fact.reason or ''}".rstrip()
    yield f"{outcome}: {contract.path.name}: {name}: labelled {wanted}, read {got}"
    if label.quote:
        yield f"    label: {shown(label.quote)}"
    for evidence in fact.evidence[:3]:
        yield f"    read:  {shown(evidence.quote)} ({evidence.reader})"


def _table(language: str, tallies: dict[str, Tally]) -> Iterator[str]:
    yield f"\n{language:34}" + "".join(f"{column:>13}" for column in _COLUMNS) + f"{'precision':>11}{'recall':>8}"
    for name in sorted(tallies):
        yield _row(name, tallies[name])
    schedule = tallies.get(INSTALMENTS)
    if schedule and schedule.keys_all:
        yield f"  instalments: {schedule.exact} lists exact, {schedule.keys} of {schedule.keys_all} keys right"
    yield _row(f"all {language}", Tally().merge(tallies.values()))


def _row(name: str, tally: Tally) -> str:
    counts = "".join(f"{tally.counts[column]:13}" for column in _COLUMNS)
    return f"{name:34}{counts}{_percent(tally.precision):>11}{_percent(tally.recall):>8}"


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{share:.1%}"


if __name__ == "__main__":
    main()
