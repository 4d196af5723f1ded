"""What changed within a rule, part by part, in the words of a policy file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ..core import Condition, Excuse, Off, Period, Program, Rule
from ..keywords import spell, spell_word
from ..reasons.formal import formal


@dataclass(frozen=True, slots=True)
class PartChange:
    """A part before and after, as a policy writes it; empty where there is none. `judges`: verdicts hang on it."""

    word: str
    before: str
    after: str
    judges: bool = True


@dataclass(frozen=True, slots=True)
class RuleParts:
    """Compares two versions of a rule, each with its program."""

    old: Program
    new: Program
    language: str

    def changes(self, before: Rule, after: Rule) -> list[PartChange]:
        """The parts that differ, in the order a rule is written."""
        found = [*self._heads(before, after), *self._demands(before, after), *self._excuses(before, after)]
        found += self._standing(before, after)
        return [*found, *self._texts(before, after)]

    def _word(self, terminal: str) -> str:
        return spell(terminal, self.language)

    def _heads(self, before: Rule, after: Rule) -> Iterator[PartChange]:
        severities = [spell_word("severity", each.severity.value, self.language) for each in (before, after)]
        yield from self._pair("SEVERITY", *severities, judges=False)
        yield from self._pair("SIDE", *(spell_word("side", each.side, self.language) for each in (before, after)))
        yield from self._pair("IN_FORCE_FROM", *(self._period(each.period) for each in (before, after)))
        yield from self._pair("SWITCH_OFF", *(self._off(each.off) for each in (before, after)))

    def _pair(self, terminal: str, before: str, after: str, *, judges: bool = True) -> Iterator[PartChange]:
        if before != after:
            yield PartChange(self._word(terminal), before, after, judges)

    def _period(self, period: Period) -> str:
        end = f"{self._word('UNTIL')} {period.end}" if period.end else ""
        return " ".join(filter(None, (str(period.start or ""), end)))

    def _off(self, off: Off | None) -> str:
        return "" if off is None else f'"{off.reason}" {self._period(off.period)}'.strip()

    def _demands(self, before: Rule, after: Rule) -> Iterator[PartChange]:
        yield from self._several("APPLIES", (before.applies,), (after.applies,))
        yield from self._several("REQUIRES", before.requires, after.requires)
        yield from self._several("FORBIDS", before.forbids, after.forbids)

    def _several(self, terminal: str, before: Sequence[Condition], after: Sequence[Condition]) -> Iterator[PartChange]:
        """Conditions that were there only before, each beside one that is there only now."""
        there = [formal(each, self.old, self.language) for each in before if each not in after]
        here = [formal(each, self.new, self.language) for each in after if each not in before]
        for one, other in zip_longest(there, here, fillvalue=""):
            yield from self._pair(terminal, one, other)

    def _excuses(self, before: Rule, after: Rule) -> Iterator[PartChange]:
        there, here = ({each.name: each for each in rule.excuses} for rule in (before, after))
        for name in dict.fromkeys((*there, *here)):
            one, other = there.get(name), here.get(name)
            if one != other:
                texts = (self._excuse(one, self.old), self._excuse(other, self.new))
                yield PartChange(f'{self._word("UNLESS")} "{name}"', *texts)

    def _excuse(self, excuse: Excuse | None, program: Program) -> str:
        if excuse is None:
            return ""
        period = self._period(excuse.period)
        return formal(excuse.condition, program, self.language) + (f" [{period}]" if period else "")

    def _standing(self, before: Rule, after: Rule) -> Iterator[PartChange]:
        words = ("violated" if each.undecided_is_violated else "review" for each in (before, after))
        yield from self._pair("UNDECIDED", *(spell_word("undecided", word, self.language) for word in words))
        for terminal, lists in (
            ("BLOCKER", (before.blockers, after.blockers)),
            ("COUNTERMEASURE", (before.countermeasures, after.countermeasures)),
            ("BASIS", (before.basis, after.basis)),
        ):
            yield from self._pair(terminal, ", ".join(lists[0]), ", ".join(lists[1]), judges=False)
        yield from self._pair("OWNER", before.owner, after.owner, judges=False)

    def _texts(self, before: Rule, after: Rule) -> Iterator[PartChange]:
        for terminal, one, other in (
            ("RULE", before.title, after.title),
            ("MESSAGE", before.message, after.message),
            ("WHY", before.why, after.why),
            ("REMEDY", before.remedy, after.remedy),
            ("AVOID", before.avoid, after.avoid),
            ("PREFER", before.prefer, after.prefer),
        ):
            for language in ("zh", "en"):
                texts = (one.zh, other.zh) if language == "zh" else (one.en, other.en)
                if texts[0] != texts[1]:
                    word = f"{self._word(terminal)} {self._word(language.upper())}"
                    yield PartChange(word, *texts, judges=False)
