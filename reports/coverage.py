"""`presign policy test --coverage`: what the examples show of each rule, and examples for what they don't."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TextIO

from ..messages import say
from ..policylang.core import Condition, Example, Program, Span
from ..policylang.coverage import AtomIs, EndsSo, ExcuseIs, Point, RuleCoverage
from ..policylang.coverage_gaps import Covered
from ..policylang.example_text import example_text
from ..policylang.mutation.wording import language_at, written_at
from ..policylang.outcome import Verdict
from ..policylang.reasons.formal import formal
from .json_text import write_json
from .shares import cut, share, share_text

SCHEMA_VERSION = "1.0"


@dataclass(frozen=True, slots=True)
class CoverageReport:
    """Writes coverage in one language; examples are written in the language of their rule's file."""

    program: Program
    sources: Mapping[str, str]
    language: str

    def render(self, covered: Sequence[Covered], form: str, out: TextIO) -> None:
        """Write it, the rule with the least share first, then the total."""
        ordered = sorted(covered, key=lambda each: share(each.coverage.shown, len(each.coverage.wanted)))
        if form == "json":
            write_json(self._as_json(ordered), out)
            return
        for each in ordered:
            if each.coverage.gaps or each.coverage.constant or each.coverage.never:
                out.write("\n".join(self._rule(each)) + "\n\n")
        shown, points = totals(covered)
        values = {"share": share_text(shown, points), "shown": str(shown), "points": str(points)}
        out.write(self._say("coverage.total", **values, rules=str(len(covered))) + "\n")

    def _say(self, key: str, language: str = "", **values: str) -> str:
        return say(key, language or self.language, tuple(values.items()))

    def _rule(self, covered: Covered) -> Iterable[str]:
        coverage = covered.coverage
        shown, points = coverage.shown, len(coverage.wanted)
        values = {"share": share_text(shown, points), "shown": str(shown), "points": str(points)}
        yield self._say("coverage.rule", rule=coverage.rule.id, **values)
        for condition, told in coverage.constant:
            key = "coverage.always" if told else "coverage.always_not"
            yield f"  {_place(condition.span)}: {self._say(key, condition=self._written(condition, coverage))}"
        for point in coverage.never:
            beyond = self._say("coverage.impossible", gap=self._gap(point, coverage))
            yield f"  {_place(_span(point, coverage))}: {beyond}"
        for point in coverage.gaps:
            found = "" if point in covered.fillers else f" ({self._say('coverage.none_found')})"
            yield f"  {_place(_span(point, coverage))}: {self._gap(point, coverage)}{found}"
        examples = self._examples(covered)
        if examples:
            yield f"  {self._say('coverage.add')}"
        for text in examples:
            yield ""
            yield from (f"    {line}".rstrip() for line in text.splitlines())

    def _examples(self, covered: Covered) -> list[str]:
        """The examples to add, each once, titled by the first gap it fills."""
        found: dict[Example, Point] = {}
        for point, example in covered.fillers.items():
            found.setdefault(example, point)
        language = language_at(covered.coverage.rule.span, self.sources)
        return [
            example_text(replace(example, title=self._title(point, covered.coverage, language)), self.program, language)
            for example, point in found.items()
        ]

    def _gap(self, point: Point, coverage: RuleCoverage) -> str:
        match point:
            case EndsSo(Verdict.UNDECIDED) if coverage.rule.undecided_is_violated:
                return self._say("coverage.never_assumed")
            case EndsSo(verdict):
                return self._say("coverage.never", verdict=self._say(f"report.verdict_{verdict.value}"))
            case AtomIs(place, truth):
                key = "coverage.never_true" if truth else "coverage.never_false"
                return self._say(key, condition=self._written(coverage.atoms[place], coverage))
            case ExcuseIs(place, proven):
                key = "coverage.never_proven" if proven else "coverage.never_unproven"
                return self._say(key, name=coverage.rule.excuses[place].name)

    def _title(self, point: Point, coverage: RuleCoverage, language: str) -> str:
        match point:
            case EndsSo(verdict):
                word = self._say(f"report.verdict_{verdict.value}", language)
                return self._say("coverage.title_ends", language, verdict=word)
            case AtomIs(place, truth):
                key = "coverage.title_true" if truth else "coverage.title_false"
                condition = cut(self._written(coverage.atoms[place], coverage))
                return self._say(key, language, condition=condition)
            case ExcuseIs(place, proven):
                key = "coverage.title_proven" if proven else "coverage.title_unproven"
                return self._say(key, language, name=coverage.rule.excuses[place].name)

    def _written(self, condition: Condition, coverage: RuleCoverage) -> str:
        language = language_at(coverage.rule.span, self.sources)
        return written_at(condition.span, self.sources) or formal(condition, self.program, language)

    def _as_json(self, covered: Sequence[Covered]) -> dict[str, object]:
        shown, points = totals(covered)
        return {
            "schema_version": SCHEMA_VERSION,
            "points": points,
            "shown": shown,
            "rules": [
                {
                    "rule": each.coverage.rule.id,
                    "pack": each.coverage.rule.pack,
                    "points": len(each.coverage.wanted),
                    "shown": each.coverage.shown,
                    "verdicts": {verdict.value: count for verdict, count in each.coverage.verdicts},
                    "constant": [self._written(condition, each.coverage) for condition, _ in each.coverage.constant],
                    "never": [self._gap_json(point, each) for point in each.coverage.never],
                    "gaps": [self._gap_json(point, each) for point in each.coverage.gaps],
                    "examples": self._examples(each),
                }
                for each in covered
            ],
        }

    def _gap_json(self, point: Point, covered: Covered) -> dict[str, object]:
        coverage = covered.coverage
        span = _span(point, coverage)
        found: dict[str, object] = {"path": span.path, "line": span.line, "column": span.column}
        match point:
            case EndsSo(verdict):
                found |= {"kind": "verdict", "wanted": verdict.value}
            case AtomIs(place, truth):
                condition = self._written(coverage.atoms[place], coverage)
                found |= {"kind": "condition", "condition": condition, "wanted": truth}
            case ExcuseIs(place, proven):
                found |= {"kind": "exception", "exception": coverage.rule.excuses[place].name, "wanted": proven}
        return found | {"message": self._gap(point, coverage), "example_found": point in covered.fillers}


def totals(covered: Iterable[Covered]) -> tuple[int, int]:
    """The points shown, and those there are."""
    both = [(each.coverage.shown, len(each.coverage.wanted)) for each in covered]
    return sum(shown for shown, _ in both), sum(points for _, points in both)


def _span(point: Point, coverage: RuleCoverage) -> Span:
    match point:
        case AtomIs(place):
            span = coverage.atoms[place].span
        case ExcuseIs(place):
            span = coverage.rule.excuses[place].span
        case _:
            span = coverage.rule.span
    return span if span.line else coverage.rule.span


def _place(span: Span) -> str:
    return f"{span.path}:{span.line}:{span.column}"
