"""What a company's file adds to, or changes in, the rules and parameters of others, without touching their files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from ..policylang import core, tree
from .clauses import Clauses
from .core import Off, Period, Severity
from .declare import File
from .resolve import Vocabulary, nearest
from .rows import Rows
from .sections import sections
from .tree import Name

_ONE_OF_EACH_SECTION = frozenset(("IN_FORCE", "REVIEW_BY", "SOURCE", "ROW"))
_STRICTNESS = tuple(reversed(Severity))


def amend_parameters(files: Iterable[File], names: Vocabulary) -> None:
    """Put every `amend parameter` into the vocabulary: its values stand before those they replace."""
    amended: dict[str, list[tuple[Period, core.Span]]] = {}
    for file in files:
        for node in file.module.declarations:
            if isinstance(node, tree.AmendParameterNode):
                known = names.parameter(node.name.text)
                name = node.name.text if known is None else known.name
                _amend_parameter(node, file, names, amended.setdefault(name, []))


def _amend_parameter(
    node: tree.AmendParameterNode, file: File, names: Vocabulary, taken: list[tuple[Period, core.Span]]
) -> None:
    parameter = names.parameter(node.name.text)
    Clauses(node.clauses, file.desk, _ONE_OF_EACH_SECTION)
    if node.name.text in names.broken:
        return
    if parameter is None:
        file.desk.unknown("E429", node.name, nearest(node.name.text, names.parameters))
        return
    rows = Rows(node.name, parameter.type, parameter.keys, parameter.hit, file.desk, names)
    written = sections(node.clauses, node.name, file.desk)
    for section in written:
        for period, span in taken:
            if _meet(period, section.period):
                file.desk.report("E430", section.place, ("name", parameter.name), related=(("note.first", span),))
        taken.append((section.period, file.desk.span(section.place)))
    versions = tuple(rows.version(section) for section in written)
    kept = [
        replace(version, period=period)
        for version in parameter.versions
        for period in _without(version.period, [each.period for each in versions])
    ]
    names.parameters[parameter.name] = replace(parameter, versions=(*versions, *kept))


def _meet(one: Period, other: Period) -> bool:
    starts = max(one.start or date.min, other.start or date.min)
    return starts <= min(one.end or date.max, other.end or date.max)


def _without(period: Period, taken: Iterable[Period]) -> list[Period]:
    """What is left of a period outside others."""
    left = [period]
    for each in taken:
        parts: list[Period] = []
        for part in left:
            if not _meet(part, each):
                parts.append(part)
                continue
            if each.start is not None and (part.start is None or part.start < each.start):
                parts.append(Period(part.start, each.start - timedelta(days=1)))
            if each.end is not None and (part.end is None or each.end < part.end):
                parts.append(Period(each.end + timedelta(days=1), part.end))
        left = parts
    return left


@dataclass(frozen=True, slots=True)
class Amendments:
    """Applies the exceptions, `amend rule` and `switch off` of all files to the rules of all files."""

    names: Vocabulary
    known: frozenset[str]
    """The numbers of all rules, also of those with a mistake of their own."""
    rules: dict[str, core.Rule]
    _places: dict[str, core.Span] = field(default_factory=dict)

    def apply(self, files: Iterable[File], title: Callable[[File], str]) -> tuple[core.Rule, ...]:
        """The rules as amended, in their order."""
        for file in files:
            for node in file.module.declarations:
                match node:
                    case tree.AmendRuleNode():
                        self._change(node.rule, file, lambda rule, n=node, f=file: self._amend(rule, n, f, title(f)))  # type: ignore[misc]
                    case tree.SwitchOffNode():
                        self._change(node.rule, file, lambda rule, n=node, f=file: self._switch(rule, n, f, title(f)))  # type: ignore[misc]
                    case _:
                        pass
        return tuple(self.rules.values())

    def _change(self, number: Name, file: File, change: Callable[[core.Rule], core.Rule]) -> None:
        if number.text not in self.known:
            file.desk.unknown("E431", number, nearest(number.text, self.known))
            return
        rule = self.rules.get(number.text)
        if rule is not None:
            self.rules[number.text] = change(rule)

    def _once(self, what: str, number: Name, file: File) -> bool:
        key = f"{what} {number.text}"
        if key in self._places:
            file.desk.report("E432", number.place, ("rule", number.text), related=(("note.first", self._places[key]),))
            return False
        self._places[key] = file.desk.span(number.place)
        return True

    def _amend(self, rule: core.Rule, node: tree.AmendRuleNode, file: File, title: str) -> core.Rule:
        clauses = Clauses(node.clauses, file.desk)
        if not self._once("amend", node.rule, file):
            return rule
        severities, undecided = clauses.words("SEVERITY", "severity"), clauses.words("UNDECIDED", "undecided")
        severity = Severity(severities[0]) if severities else rule.severity
        laxer = _STRICTNESS.index(severity) < _STRICTNESS.index(rule.severity)
        if laxer or (undecided == ("review",) and rule.undecided_is_violated):
            file.desk.report("E433", node.rule.place, ("rule", rule.id), related=(("note.first", rule.span),))
            return rule
        return replace(
            rule,
            severity=severity,
            undecided_is_violated=rule.undecided_is_violated or undecided == ("violated",),
            owner=clauses.text("OWNER") or rule.owner,
            amended=(*rule.amended, title),
        )

    def _switch(self, rule: core.Rule, node: tree.SwitchOffNode, file: File, title: str) -> core.Rule:
        clauses = Clauses(node.clauses, file.desk)
        if not self._once("switch", node.rule, file):
            return rule
        if not clauses.text("BECAUSE").strip():
            file.desk.report("E434", node.rule.place, ("rule", rule.id))
            return rule
        span = file.desk.span(node.place)
        return replace(rule, off=Off(clauses.text("BECAUSE"), clauses.period(), title, span))
