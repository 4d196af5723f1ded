"""Read every labelled contract and print the scores."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from presign.facts.fact import Fact, FactBook
from presign.facts.read import read_facts
from presign.parsers.document import Unreadable
from presign.parsers.read import read_document
from presign.values import State

from .equality import shown
from .labels import Label, Labelled, labelled_files
from .quotes import misplaced, unproven
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
_DERIVED = frozenset(
    (
        "payment.effective_credit_days",
        "payment.peak_exposure",
        "payment.pct_sum",
        "payment.before_delivery_pct",
        "payment.prepay_pct",
        "security.last_due_date",
        "remedy.late_fee_annual",
        "remedy.seller_delay_annual",
    )
)
"""Worked out from what is quoted."""
_SHOWN = {Outcome.WRONG, Outcome.MISSED, Outcome.INVENTED, Outcome.BLANK_MISSED}

Scores = dict[str, dict[str, Tally]]
"""Tallies by language and fact."""


def main() -> None:
    """Print the scores by fact for each language, then over all."""
    options = _options()
    if options.quotes:
        print("\n".join(_quotes(options)))
        return
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
    parser.add_argument("--quotes", action="store_true", help="check the quotes instead of the values")
    parser.add_argument("--third", type=int, choices=(0, 1, 2), help="only this third of the files")
    return parser.parse_args()


def _quotes(options: argparse.Namespace) -> Iterator[str]:
    """Each stated fact whose quote doesn't stand where it says or doesn't hold the value, and how many do."""
    facts = wrong = 0
    for contract in labelled_files(options.directory, options.language, options.third):
        document = read_document(contract.path)
        if isinstance(document, Unreadable):
            continue
        book = read_facts(document)
        facts += sum(fact.state is State.STATED and bool(fact.evidence) for fact in book.facts.values())
        for why, names in (("misplaced", misplaced(document, book)), ("doesn't hold it", unproven(book, _DERIVED))):
            for name in names:
                wrong += 1
                yield f"{contract.path.name}: {name}: {why}: {shown(book[name].value)}"
    yield f"{facts - wrong} of {facts} stated facts are proven by their quotes"


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
