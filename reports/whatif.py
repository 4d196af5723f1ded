"""`presign whatif` as text and JSON: terms, verdicts and money, before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TextIO

import click

from ..checker.decision import decide
from ..checker.expected_loss import ExpectedLoss, expected_loss
from ..checker.report import DocumentReport
from ..checker.summary import violated
from ..checker.value_words import value_words
from ..checker.whatif import WhatIf
from ..exposure.curve import Exposure
from ..messages import say
from ..policylang.core import Program, Severity
from ..values import Quantity, Unit, Value
from .decision import decision_json
from .exposure import exposure_json
from .json_text import write_json
from .names import found_words, label
from .values import Json, value_json
from .wrap import wrapped

SCHEMA_VERSION = "1.0"
_NONE = "–"


def render(found: Sequence[WhatIf], program: Program, language: str, form: str, *, solved: bool, out: TextIO) -> None:
    """Write each deal before and after."""
    if form == "json":
        documents: list[Json] = [_json(each, program) for each in found]
        write_json({"schema_version": SCHEMA_VERSION, "documents": documents}, out)
        return
    for each in found:
        for line in _lines(each, program, language, solved=solved):
            click.echo(line, file=out)


def _lines(found: WhatIf, program: Program, language: str, *, solved: bool) -> Iterator[str]:
    yield click.style(found.before.path, bold=True)
    if not found.changed:
        yield say("whatif.none_found", language)
        yield ""
        return
    yield say("whatif.proposed" if solved else "whatif.changed", language)
    for name in found.changed:
        yield from wrapped(_term(name, found, program, language), "  ", "    ")
    yield ""
    for key, before, after in _figures(found, program, language):
        yield from wrapped(say(key, language, (("before", before), ("after", after))), "", "  ")
    yield ""
    if found.turned:
        yield say("whatif.turned", language)
        for turned in found.turned:
            verdicts = (each.outcome.verdict.value for each in (turned.before, turned.after))
            before, after = (say(f"report.verdict_{verdict}", language) for verdict in verdicts)
            rule = turned.before.rule
            values = {"rule": rule.id, "title": rule.title.get(language), "before": before, "after": after}
            yield from wrapped(say("whatif.rule", language, tuple(values.items())), "  ", "    ")
        yield ""
    left = [each.rule for each in violated(found.after) if each.rule.severity in (Severity.BLOCK, Severity.HIGH)]
    if solved and left:
        yield say("whatif.left", language)
        for rule in left:
            yield from wrapped(f"{rule.id} {rule.title.get(language)}", "  ", "    ")
        yield ""


def _term(name: str, found: WhatIf, program: Program, language: str) -> str:
    values = {
        "label": label(name, program, language),
        "name": name,
        "before": found_words(found.before.facts[name], name, program, language),
        "after": found_words(found.changed[name], name, program, language),
    }
    return say("whatif.term", language, tuple(values.items()))


def _figures(found: WhatIf, program: Program, language: str) -> Iterator[tuple[str, str, str]]:
    """What is compared, each before and after; what can be told of neither is left out."""
    reports = (found.before, found.after)
    advice = [say(f"decision.{decide(each).recommendation.value}", language) for each in reports]
    yield "whatif.recommendation", advice[0], advice[1]
    yield "whatif.count", str(len(violated(found.before))), str(len(violated(found.after)))
    money = (found.exposure_before, found.exposure_after)

    def pair(key: str, values: Sequence[Value | None]) -> Iterator[tuple[str, str, str]]:
        if any(value is not None for value in values):
            before, after = (
                _NONE if value is None else value_words(value, None, program, language) for value in values
            )
            yield key, before, after

    yield from pair("whatif.peak", [each.peak if each is not None else None for each in money])
    yield from pair("whatif.days", [_days(each) for each in money])
    yield from pair("whatif.cost", [each.cost if each is not None else None for each in money])
    yield from pair("whatif.loss", [_loss(each, program) for each in reports])


def _days(found: Exposure | None) -> Quantity | None:
    days = found.effective_days if found is not None else None
    return None if days is None else Quantity(days, Unit.DAYS)


def _loss(document: DocumentReport, program: Program) -> Value | None:
    """The expected loss; its cautious end for a customer without a grade."""
    loss = expected_loss(document, program)
    return loss.high if isinstance(loss, ExpectedLoss) else None


def _json(found: WhatIf, program: Program) -> dict[str, Json]:
    def side(document: DocumentReport, money: Exposure | None) -> dict[str, Json]:
        return {
            "decision": decision_json(document, program),
            "violated": [finding.rule.id for finding in violated(document)],
            "exposure": None if money is None else exposure_json(money),
        }

    return {
        "path": found.before.path,
        "changed": {name: value_json(value) for name, value in found.changed.items()},
        "before": side(found.before, found.exposure_before),
        "after": side(found.after, found.exposure_after),
        "turned": [
            {
                "rule": turned.before.rule.id,
                "before": turned.before.outcome.verdict.value,
                "after": turned.after.outcome.verdict.value,
            }
            for turned in found.turned
        ],
    }
