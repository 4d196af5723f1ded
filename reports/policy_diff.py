"""`presign policy diff`: rule by rule what changed, and a deal that shows what it means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

from ..messages import say
from ..policylang import types
from ..policylang.analysis.changes import Kind, ParameterChange, RowChange, VocabularyChange
from ..policylang.analysis.deal import cell_text, example, value_text
from ..policylang.analysis.diff import Deal, PolicyDiff, RuleChange, Told
from ..policylang.analysis.rule_parts import RuleParts
from ..policylang.core import FactDeclaration, Members, Parameter, Period, RecordType
from ..policylang.keywords import spell, spell_word
from ..policylang.render import visible
from ..values import Value
from .wrap import wrapped

_IN, _DEEP, _MORE = "  ", "    ", "      "


def render(diff: PolicyDiff, names: tuple[str, str], language: str, out: TextIO) -> None:
    """Write the changes: rules, then parameters, then vocabulary, then the count."""
    page = Page(diff, language)
    title = (("old", names[0]), ("new", names[1]), ("day", diff.as_of.isoformat()))
    out.write(say("diff.title", language, title) + "\n")
    for line in page.lines():
        out.write(visible(line) + "\n")


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of one comparison in one language."""

    diff: PolicyDiff
    language: str

    def _say(self, key: str, **values: str) -> str:
        return say(key, self.language, tuple(values.items()))

    def lines(self) -> Iterator[str]:
        """All lines."""
        diff = self.diff
        if not (diff.rules or diff.parameters or diff.vocabulary):
            yield self._say("diff.nothing")
            return
        for key, part in (
            ("diff.rules", (line for change in diff.rules for line in self._rule(change))),
            ("diff.parameters", (line for change in diff.parameters for line in self._parameter(change))),
            ("diff.vocabulary", (line for each in diff.vocabulary for line in self._declared(each))),
        ):
            written = list(part)
            if written:
                yield ""
                yield self._say(key)
                yield from written
        yield ""
        yield from wrapped(self._summary())

    def _summary(self) -> str:
        both = [each for each in self.diff.rules if each.before is not None and each.after is not None]
        counts = {
            "added": sum(each.before is None for each in self.diff.rules),
            "removed": sum(each.after is None for each in self.diff.rules),
            "apart": sum(each.told is Told.APART for each in both),
            "unsure": sum(each.told is Told.UNSURE for each in both),
            "same": sum(each.told is Told.SAME for each in both),
        }
        return self._say("diff.summary", **{key: str(count) for key, count in counts.items()})

    def _rule(self, change: RuleChange) -> Iterator[str]:
        rule = change.rule
        kind = "added" if change.before is None else "removed" if change.after is None else change.told.value
        yield ""
        yield from wrapped(f"{rule.id}  {rule.title.get(self.language)}  [{self._say(f'diff.{kind}')}]", _IN, _DEEP)
        if change.before is not None and change.after is not None:
            parts = RuleParts(self.diff.old, self.diff.new, self.language).changes(change.before, change.after)
            for part in parts:
                yield from self._changed(part.word, part.before, part.after)
        elif change.after is not None:
            severity = spell_word("severity", rule.severity.value, self.language)
            yield f"{_DEEP}{spell('SEVERITY', self.language)} {severity}"
        if change.parameters and change.before is not None and change.after is not None:
            yield from wrapped(self._say("diff.uses", names=", ".join(change.parameters)), _DEEP)
        yield from self._deal(change)

    def _changed(self, word: str, before: str, after: str) -> Iterator[str]:
        none = self._say("diff.none")
        if len(before) + len(after) + len(word) < 60:
            yield f"{_DEEP}{word}: {before or none} → {after or none}"
            return
        yield f"{_DEEP}{word}:"
        yield from wrapped(before or none, f"{_MORE}- ", f"{_MORE}  ")
        yield from wrapped(after or none, f"{_MORE}+ ", f"{_MORE}  ")

    def _deal(self, change: RuleChange) -> Iterator[str]:
        deal = change.deal
        if deal is None:
            if change.told is not Told.APART:
                yield _DEEP + self._say("diff.proven" if change.told is Told.SAME else "diff.not_proven")
            return
        verdicts = {key: self._verdict(each) for key, each in (("before", deal.before), ("after", deal.after)) if each}
        key = "diff.deal" if len(verdicts) == 2 else "diff.flags" if deal.after else "diff.flagged"
        yield from wrapped(self._say(key, **verdicts), _DEEP)
        yield from (_MORE + line for line in self.example(change, deal).splitlines())

    def _verdict(self, verdict: object) -> str:
        return spell_word("verdict", str(verdict), self.language)

    def example(self, change: RuleChange, deal: Deal) -> str:
        """The deal as an example to paste, with the verdict of the new version where there is one."""
        program = self.diff.old if deal.after is None else self.diff.new
        verdict = deal.after or deal.before
        assert verdict is not None
        key = "diff.example_title" if deal.after is not None else "diff.example_title_removed"
        title = self._say(key, verdict=self._verdict(verdict))
        expected = [(change.rule.id, verdict)]
        return example(change.rule.id, title, deal.case, expected, deal.as_of, program, self.language)

    def _parameter(self, change: ParameterChange) -> Iterator[str]:
        shown = change.after or change.before
        assert shown is not None
        label = shown.label.get(self.language)
        yield ""
        kind = self._say(f"diff.{change.kind.value}")
        yield from wrapped(f"{change.name}  {label}  [{kind}]".replace("    ", "  "), _IN, _DEEP)
        if change.before is not None and change.after is not None:
            yield from self._frame(change.before, change.after)
        if change.kind is not Kind.REMOVED:
            yield from (self._row(row, shown, change.kind) for row in change.rows)
        names = ", ".join(change.rules)
        yield from wrapped(self._say("diff.used_by", names=names) if names else self._say("diff.used_by_nobody"), _DEEP)

    def _row(self, row: RowChange, parameter: Parameter, kind: Kind) -> str:
        cells = [
            cell_text(cell, key.type, self.diff.new, self.language)
            for cell, key in zip(row.cells, parameter.keys, strict=False)
        ]
        keys = f"| {' | '.join(cells)} |  " if cells else ""
        since = self._section(row.period) if len(parameter.versions) > 1 else ""
        before, after = (self._value(each, parameter) for each in (row.before, row.after))
        return f"{_DEEP}{since}{keys}{before} → {after}" if kind is Kind.CHANGED else f"{_DEEP}{since}{keys}{after}"

    def _frame(self, before: Parameter, after: Parameter) -> Iterator[str]:
        """Keys, hit policy and dates."""
        keys = [", ".join(key.name for key in each.keys) or self._say("diff.none") for each in (before, after)]
        if keys[0] != keys[1]:
            yield from wrapped(self._say("diff.keys", before=keys[0], after=keys[1]), _DEEP)
        if before.hit is not after.hit:
            hits = [spell_word("hit", each.hit.value, self.language) if each.hit else "" for each in (before, after)]
            yield _DEEP + self._say("diff.hit", before=hits[0], after=hits[1])
        dates = [", ".join(self._period(each.period) for each in one.versions) for one in (before, after)]
        if dates[0] != dates[1]:
            yield from wrapped(self._say("diff.dates", before=dates[0], after=dates[1]), _DEEP)

    def _section(self, period: Period) -> str:
        return self._say("diff.section", start=str(period.start or "…")) + "  "

    def _period(self, period: Period) -> str:
        return f"{period.start or '…'} – {period.end or '…'}"

    def _value(self, value: Value | None, parameter: Parameter) -> str:
        if value is None:
            return self._say("diff.none")
        return value_text(value, parameter.type, self.diff.new, self.language)

    def _declared(self, change: VocabularyChange) -> Iterator[str]:
        kind = self._say(f"diff.{change.kind.value}")
        before, after = (self._shape(each) for each in (change.before, change.after))
        if change.kind is Kind.CHANGED:
            yield from wrapped(f"{change.name}  [{kind}]  {before} → {after}", _IN, _DEEP)
        else:
            yield from wrapped(f"{change.name}  [{kind}]  {after or before}", _IN, _DEEP)

    def _shape(self, declared: FactDeclaration | Members | RecordType | None) -> str:
        match declared:
            case FactDeclaration():
                source = spell_word("from", declared.source.value, self.language)
                return f"{types.describe(declared.type, self.language)} {spell('FROM', self.language)} {source}"
            case Members():
                return (" < " if declared.ordered else ", ").join(declared.members)
            case RecordType():
                return ", ".join(f"{name} {types.describe(kind, self.language)}" for name, kind in declared.fields)
            case None:
                return ""
