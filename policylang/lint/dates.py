"""Parameters and tables: who says so, and when it is looked at again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...policylang import tree
from ..core import Texts
from .model import Check, Finding, Snippet, Subject


@dataclass(slots=True)
class _Section:
    place: tree.Place
    ended: bool = False
    reviewed: bool = False
    sourced: bool = False


def _dated(subject: Subject) -> Iterator[tuple[tree.Name, list[_Section]]]:
    """Each parameter, table and amendment with its sections. A source above the first section holds for all."""
    for node in subject.file.module.declarations:
        if not isinstance(node, tree.ParameterNode | tree.TableNode | tree.AmendParameterNode):
            continue
        opening = _Section(node.name.place)
        found: list[_Section] = []
        for clause in node.clauses:
            current = found[-1] if found else opening
            match clause:
                case tree.InForce(_, end):
                    found.append(_Section(clause.place, end is not None, sourced=opening.sourced))
                case tree.Dated("REVIEW_BY"):
                    current.reviewed = True
                case tree.Strings("SOURCE"):
                    current.sourced = True
                case _:
                    pass
        yield node.name, found or [opening]


def no_review(subject: Subject) -> Iterator[Finding]:
    """L303: values without an end that nobody has to look at again."""
    for name, sections in _dated(subject):
        for section in sections:
            if not section.reviewed and not section.ended:
                yield subject.file.finding("L303", section.place, ("name", name.text))


def no_source(subject: Subject) -> Iterator[Finding]:
    """L304: values without a source."""
    for name, sections in _dated(subject):
        for section in sections:
            if not section.sourced:
                yield subject.file.finding("L304", section.place, ("name", name.text))


_DATES = "  in force from 2026-01-01 review by 2026-12-31\n  | 60 days |"

CHECKS = (
    Check(
        "L303",
        "no-review",
        Texts(
            "A parameter or table, or a dated section of one, without `review by`. Sections that have ended are left "
            "alone.",
            "参数或决策表（或其某一施行期间）没有 `复核期限`。已有终止日的期间除外。",
        ),
        Texts(
            "A threshold nobody has to look at again outlives the reason it was set for.",
            "没有复核期限的限额，往往在设定理由消失后仍在沿用。",
        ),
        no_review,
        Snippet(_DATES.replace(" review by 2026-12-31", ""), _DATES),
    ),
    Check(
        "L304",
        "no-source",
        Texts("A parameter or table without a `source`.", "参数或决策表没有 `出处`。"),
        Texts(
            "Whoever has to defend the threshold must know who decided it: a statute, a manual, a resolution.",
            "需要为限额辩护的人必须知道由谁决定：法律、制度还是决议。",
        ),
        no_source,
        Snippet("", '\n  source "Credit Manual 2026, section 4"'),
    ),
)
