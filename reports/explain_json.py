"""`presign explain --format json`: a rule as data, its conditions also in the words of both languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TextIO

from ..policylang.core import Pack, Rule, Texts
from ..policylang.words import Line
from ..rules.authorities import cite
from .declared import place_words
from .example_page import ExamplePage
from .json_text import write_json
from .parameter_page import ParameterPage
from .rule_page import ExcusePage, RulePage
from .values import Json

SCHEMA_VERSION = "1.0"


def render(pages: Mapping[str, RulePage], pack: Pack | None, out: TextIO) -> None:
    """Write the rule; `pages` are its pages by language."""
    rule = next(iter(pages.values())).rule
    found: dict[str, Json] = {
        "schema_version": SCHEMA_VERSION,
        "rule": rule.id,
        "pack": rule.pack,
        "version": pack.version if pack is not None else "",
        "declared": place_words(rule.span, whole=True),
        **_about(rule),
        "in_words": {language: _asked(page) for language, page in pages.items()},
        "formal": next(iter(pages.values())).formal,
        "parameters": {language: [_parameter(each) for each in page.parameters] for language, page in pages.items()},
        "examples": {language: [_example(each) for each in page.examples] for language, page in pages.items()},
    }
    write_json(found, out)


def _about(rule: Rule) -> dict[str, Json]:
    texts: dict[str, Callable[[Rule], Texts]] = {
        "title": lambda each: each.title,
        "why": lambda each: each.why,
        "remedy": lambda each: each.remedy,
        "clause_avoid": lambda each: each.avoid,
        "clause_prefer": lambda each: each.prefer,
    }
    start, end = rule.period.start, rule.period.end
    return {
        "severity": rule.severity.value,
        "side": rule.side,
        "owner": rule.owner,
        "stages": list(rule.stages),
        "blockers": [each.value for each in rule.blockers],
        "countermeasures": list(rule.countermeasures),
        "in_force": {"from": start.isoformat() if start else None, "until": end.isoformat() if end else None},
        "switched_off": None if rule.off is None else {"by": rule.off.source, "because": rule.off.reason},
        "amended_by": list(rule.amended),
        "undecided": "violated" if rule.undecided_is_violated else "review",
        **{name: {"en": text(rule).en, "zh": text(rule).zh} for name, text in texts.items()},
        "basis": [_authority(each) for each in rule.basis],
    }


def _authority(text: str) -> Json:
    found = cite(text)
    return {
        "code": found.code,
        "title": {"en": found.en, "zh": found.zh},
        "unit": found.unit,
        "part": found.part,
        "in_force": found.in_force.isoformat() if found.in_force else None,
        "date_confirmed": found.date_confirmed,
        "confirmed": found.confirmed,
    }


def _asked(page: RulePage) -> Json:
    return {
        "applies": _line(page.applies) if page.applies is not None else None,
        "requires": [_line(each) for each in page.requires],
        "forbids": [_line(each) for each in page.forbids],
        "exceptions": [_excuse(each) for each in page.excuses],
    }


def _line(line: Line) -> Json:
    return {"text": line.text, "parts": [_line(part) for part in line.parts]}


def _excuse(excuse: ExcusePage) -> Json:
    return {"name": excuse.name, "when": _line(excuse.when), "notes": list(excuse.notes)}


def _parameter(page: ParameterPage) -> Json:
    current = page.current
    return {
        "name": page.name,
        "label": page.label,
        "keys": list(page.keys),
        "period": current.period if current is not None else None,
        "notes": list(current.notes) if current is not None else [],
        "rows": [list(row) for row in current.rows] if current is not None else [],
    }


def _example(page: ExamplePage) -> Json:
    return {"title": page.title, "given": list(page.given), "verdict": page.verdict, "as_of": page.as_of or None}
