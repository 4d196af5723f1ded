"""`presign route` as text and JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

import click

from ..checker.fill import fill
from ..checker.report import DocumentReport, Report
from ..checker.route import Fault, Route, Stop, Why, route
from ..checker.summary import violated
from ..checker.value_words import value_words
from ..ledger.terms import Change
from ..messages import say
from ..policylang.core import Program, Sort, Type
from ..policylang.parameter_values import named_value
from ..values import Value
from .changes import change_json, change_lines
from .json_text import write_json
from .names import label
from .values import Json, value_json
from .wrap import wrapped

SCHEMA_VERSION = "1.0"


def render(report: Report, language: str, form: str, out: TextIO) -> bool:
    """Write the route of every document. The answer says whether all are complete."""
    routes = [(document, route(document, report.program)) for document in report.documents]
    if form == "json":
        documents: list[Json] = [_json(document, found) for document, found in routes]
        write_json({"schema_version": SCHEMA_VERSION, "documents": documents}, out)
    else:
        for document, found in routes:
            for line in _lines(document, found, report.program, language):
                click.echo(line, file=out)
    return all(found.complete for _, found in routes)


def _lines(document: DocumentReport, found: Route, program: Program, language: str) -> Iterator[str]:
    yield click.style(document.path, bold=True)
    yield from wrapped(_basis(found, program, language), "", "  ")
    yield ""
    width = len(str(len(found.stops)))
    told: tuple[Change, ...] = ()
    for number, stop in enumerate(found.stops, 1):
        mark, colour = ("✗", "bright_red") if stop.faults else ("✓", "green")
        why = say("report.comma", language).join(_why(each, document, program, language) for each in stop.why)
        values = (
            ("role", _role(stop.role, program, language)),
            ("why", why),
            ("state", _state(stop, program, language)),
        )
        line = say("route.stop", language, (("number", f"{number:>{width}}"), *values))
        first, *more = wrapped(line, "", "     ")
        yield f"{click.style(mark, fg=colour, bold=True)} {first}"
        yield from more
        if stop.changes and stop.changes == told:
            yield f"     {say('route.same_changes', language)}"
        elif stop.changes:
            yield from change_lines(stop.changes, program, language)
            told = stop.changes
    yield ""
    bad = [finding for finding in violated(document) if finding.rule.id.startswith("APR-")]
    if bad:
        yield say("route.rules", language)
        for finding in bad:
            yield from wrapped(
                f"{finding.rule.id} {fill(finding.rule.message.get(language), finding, program, language)}",
                "  ",
                "    ",
            )
        yield ""
    faulty = sum(bool(stop.faults) for stop in found.stops)
    counts = (("count", str(faulty)), ("all", str(len(found.stops))))
    yield say("route.complete" if found.complete else "route.incomplete", language, counts)
    yield ""


def _basis(found: Route, program: Program, language: str) -> str:
    if found.final is None:
        facts = say("report.comma", language).join(label(name, program, language) for name in found.missing)
        return say("route.no_final", language, (("facts", facts),))

    def shown(value: Value | None) -> str:
        return say("route.unknown", language) if value is None else value_words(value, None, program, language)

    values = {
        "amount": shown(found.amount),
        "what": say("route.with_exposure", language) if found.exposure_counts else "",
        "days": shown(found.days),
        "grade": found.grade or say("route.unknown", language),
        "final": _role(found.final, program, language),
    }
    return say("route.basis", language, tuple(values.items()))


_ROLE = Type(Sort.KINDS, "approval_role")


def _role(role: str, program: Program, language: str) -> str:
    return value_words(role, _ROLE, program, language)


_FROM = {Why.LEGAL_AMOUNT: "legal_review_from", Why.JOINT: "joint_sign_from"}


def _why(why: Why, document: DocumentReport, program: Program, language: str) -> str:
    values: tuple[tuple[str, str], ...] = ()
    if why in _FROM:
        least = named_value(program, _FROM[why], (), document.as_of)
        values = (("from", value_words(least, None, program, language) if least is not None else ""),)
    return say(f"route.why_{why.value}", language, values)


def _state(stop: Stop, program: Program, language: str) -> str:
    parts: list[str] = []
    if stop.record is not None:
        who, on = (stop.record.get(name) for name in ("person", "on"))
        known = (value_words(each, None, program, language) for each in (who, on) if each is not None)
        parts.append(say("report.comma", language).join(known))
    parts += [_fault(fault, stop, program, language) for fault in stop.faults]
    return say("report.comma", language).join(part for part in parts if part)


_LIMITS = {Fault.AMOUNT: "amount_limit", Fault.DAYS: "days_limit"}


def _fault(fault: Fault, stop: Stop, program: Program, language: str) -> str:
    values: tuple[tuple[str, str], ...] = ()
    if fault in _LIMITS and stop.record is not None and (limit := stop.record.get(_LIMITS[fault])) is not None:
        values = (("limit", value_words(limit, None, program, language)),)
    return say(f"route.fault_{fault.value}", language, values)


def _json(document: DocumentReport, found: Route) -> dict[str, Json]:
    return {
        "path": document.path,
        "sha256": document.sha256,
        "amount": value_json(found.amount),
        "exposure_counts": found.exposure_counts,
        "days": value_json(found.days),
        "grade": found.grade,
        "final_approver": found.final,
        "missing": list(found.missing),
        "complete": found.complete,
        "approvals": [
            {
                "role": stop.role,
                "why": [each.value for each in stop.why],
                "faults": [each.value for each in stop.faults],
                "record": value_json(stop.record),
                "changed_terms": [change_json(each) for each in stop.changes],
            }
            for stop in found.stops
        ],
    }
