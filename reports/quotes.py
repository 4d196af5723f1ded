"""Quotes: the cells of one table row together, in one line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..facts.fact import Evidence
from ..messages import say
from .places import evidence_place


def quote_rows(evidence: Iterable[Evidence]) -> list[list[Evidence]]:
    """The evidence, cells of one table row together: a row is read as a whole."""
    rows: list[list[Evidence]] = []
    for each in evidence:
        place = each.location
        last = rows[-1][-1].location if rows else None
        if last is not None and place.table is not None and (place.table, place.row) == (last.table, last.row):
            rows[-1].append(each)
        else:
            rows.append([each])
    return rows


def quoted(evidence: Iterable[Evidence], language: str) -> Iterator[str]:
    """Each row of evidence as place and quote, with marks where a tracked change touches it or OCR read it."""
    for row in quote_rows(evidence):
        changed = f" ({say('report.changed', language)})" if any(each.changed for each in row) else ""
        mark = changed + recognised((each.confidence for each in row), language)
        quote = " | ".join(one_line(each.quote) for each in row)
        yield f"[{evidence_place(row[0], language)}]{mark}: “{quote}”"


def recognised(confidences: Iterable[float | None], language: str) -> str:
    """The mark of words that text recognition read, with the least confidence among them; nothing for typed words."""
    known = [each for each in confidences if each is not None]
    return f" ({recognised_words(min(known), language)})" if known else ""


def recognised_words(confidence: float, language: str) -> str:
    """ "read by OCR, 93 %": rounded down, so that only certainty is called 100 %."""
    return say("report.recognised", language, (("percent", str(int(confidence * 100))),))


def one_line(quote: str) -> str:
    """A quote without its line breaks."""
    return " ".join(quote.split())
