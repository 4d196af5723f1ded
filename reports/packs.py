"""Which packs judged a contract, in words and as JSON."""

from __future__ import annotations

from collections.abc import Iterator

from ..checker.report import DocumentReport, PackWhy
from ..messages import say
from .values import Json


def pack_lines(document: DocumentReport, language: str) -> Iterator[str]:
    """A line for those that ran, and one for each reason why others didn't."""
    comma = say("report.comma", language)
    ran = [run.pack.name(language) for run in document.packs if run.ran]
    if ran:
        yield say("report.pack_ran", language, (("packs", comma.join(ran)),))
    for why in PackWhy:
        idle = [run.pack.name(language) for run in document.packs if not run.ran and run.why is why]
        if idle:
            values = (("packs", comma.join(idle)), ("why", say(f"report.pack_{why.value}", language)))
            yield say("report.pack_idle", language, values)


def packs_json(document: DocumentReport) -> list[Json]:
    """Each pack with whether it ran and why."""
    return [{"title": run.pack.title, "ran": run.ran, "why": run.why.value} for run in document.packs]
