"""What a policy owner has to keep in order: dated values without a gap, reviews in time, nothing that nobody uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ..core import Parameter, Program, Rule, Span
from ..parameter_values import version_on
from ..scope import in_force
from ..traversal import facts_of, parameters_of
from .finding import Code, Finding
from .query import side_of

_SHOWN = re.compile(r"\{([^{}]+)\}")


def upkeep(program: Program, as_of: date) -> Iterator[Finding]:
    """Findings that no deal is needed for."""
    for rule in program.rules:
        yield from _over(rule, as_of)
    users = _users(program, as_of)
    for parameter in program.parameters.values():
        yield from _holes(parameter)
        yield from _in_force(parameter, users.get(parameter.name, ()), as_of)
    yield from _unused(program)


def overdue(program: Program, as_of: date) -> Iterator[Finding]:
    """The parameters whose values should have been reviewed before the day."""
    for parameter in program.parameters.values():
        yield from _review(parameter, as_of)


def _over(rule: Rule, as_of: date) -> Iterator[Finding]:
    """Periods that ended before the day: the rule's own, its exceptions', that of a switch."""
    named: tuple[tuple[str, str], ...] = (("rule", rule.id),)
    ended = [(Code.PERIOD_OVER, rule.period, rule.span, named)]
    for excuse in rule.excuses:
        ended.append((Code.EXCEPTION_OVER, excuse.period, excuse.span, (*named, ("name", excuse.name))))
    if rule.off is not None:
        ended.append((Code.SWITCH_OVER, rule.off.period, rule.off.span, named))
    for code, period, span, values in ended:
        if period.end is not None and period.end < as_of:
            yield Finding(code, rule.id, span, (*values, ("end", period.end.isoformat())))


def _users(program: Program, as_of: date) -> dict[str, list[Rule]]:
    """The rules in force that use each parameter."""
    found: dict[str, list[Rule]] = {}
    for rule in program.rules:
        if in_force(rule, as_of, side_of(rule)):
            for used in parameters_of(rule, program):
                found.setdefault(used.name, []).append(rule)
    return found


def _holes(parameter: Parameter) -> Iterator[Finding]:
    """The days between two sections on which none is in force."""
    covered: date | None = None
    for version in sorted(parameter.versions, key=lambda each: each.period.start or date.min):
        start, end = version.period.start, version.period.end
        if covered is not None and start is not None and start > covered + timedelta(days=1):
            days = (("first", str(covered + timedelta(days=1))), ("last", str(start - timedelta(days=1))))
            span = version.spans[0] if version.spans else parameter.span
            yield Finding(Code.HOLE, parameter.name, span, (("name", parameter.name), *days))
        if end is None:
            return
        covered = end if covered is None else max(covered, end)


def _in_force(parameter: Parameter, users: list[Rule] | tuple[()], as_of: date) -> Iterator[Finding]:
    version = version_on(parameter, as_of)
    if version is None and users:
        shown = (("name", parameter.name), ("day", str(as_of)), ("rules", ", ".join(rule.id for rule in users)))
        related = tuple((rule.id, rule.span) for rule in users)
        yield Finding(Code.NONE_IN_FORCE, parameter.name, parameter.span, shown, related)
    yield from _review(parameter, as_of)


def _review(parameter: Parameter, as_of: date) -> Iterator[Finding]:
    version = version_on(parameter, as_of)
    if version is not None and version.review_by is not None and version.review_by < as_of:
        span = version.spans[0] if version.spans else parameter.span
        shown = (("name", parameter.name), ("day", str(version.review_by)))
        yield Finding(Code.REVIEW_OVERDUE, parameter.name, span, shown)


def _unused(program: Program) -> Iterator[Finding]:
    used: set[str] = set()
    for rule in program.rules:
        used.update(each.name for each in parameters_of(rule, program))
        used.update(each.name for each in facts_of(rule, program))
        for texts in (rule.message, rule.why, rule.remedy):
            used.update(_SHOWN.findall(texts.en + texts.zh))
    for parameter in program.parameters.values():
        if parameter.name not in used:
            yield _idle(Code.UNUSED_PARAMETER, parameter.name, parameter.span)
        else:
            used.update(key.name for key in parameter.keys)
    yield from (
        _idle(Code.UNUSED_FACT, each.name, each.span) for each in program.facts.values() if each.name not in used
    )


def _idle(code: Code, name: str, span: Span) -> Finding:
    return Finding(code, name, span, (("name", name),))
