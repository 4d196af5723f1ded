"""A place in a document, in the reader's words."""

from __future__ import annotations

from ..facts.fact import Evidence
from ..messages import say
from ..parsers.document import Location, Part


def place(location: Location, language: str, clause: str | None = None) -> str:
    """Page, clause, then table cell or paragraph or line: "page 3, clause 5.2, table 1 row 2 column 3"."""
    parts: list[str] = [location.file] if location.file else []
    if location.page is not None:
        parts.append(say("report.page", language, (("page", str(location.page)),)))
    if location.part is not Part.BODY:
        parts.append(say(f"report.part_{location.part.value}", language))
    if clause:
        parts.append(say("report.clause", language, (("clause", clause),)))
    if location.table is not None:
        values = {"table": location.table, "row": location.row, "column": location.column}
        parts.append(say("report.cell", language, tuple((name, str(value)) for name, value in values.items())))
    elif location.line is not None:
        parts.append(say("report.line", language, (("line", str(location.line)),)))
    elif location.paragraph is not None:
        parts.append(say("report.paragraph", language, (("paragraph", str(location.paragraph)),)))
    return say("report.comma", language).join(parts)


def evidence_place(evidence: Evidence, language: str) -> str:
    """The place of a piece of evidence."""
    return place(evidence.location, language, evidence.clause)
