"""`presign policy mutate`: the changes no example notices, and an example for each that would."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TextIO

from ..messages import say
from ..policylang.core import Example, Program, Rule
from ..policylang.example_text import example_text
from ..policylang.mutation.survey import Fate, Surveyed, Tried
from ..policylang.mutation.wording import change_text, language_at
from .json_text import write_json
from .shares import cut, share, share_text

SCHEMA_VERSION = "1.0"


@dataclass(frozen=True, slots=True)
class MutantsReport:
    """Writes a survey in one language; changes and examples are written in the language of their file."""

    program: Program
    sources: Mapping[str, str]
    language: str

    def render(self, surveyed: Sequence[Surveyed], form: str, out: TextIO) -> None:
        """Write it: the survivors in the order of the program, the packs, the total."""
        if form == "json":
            write_json(self._as_json(surveyed), out)
            return
        for each in surveyed:
            if each.count(Fate.SURVIVED, Fate.UNTOLD):
                out.write("\n".join(self._subject(each)) + "\n\n")
        packs = list(self._packs(surveyed))
        for pack, subjects in packs if len(packs) > 1 else ():
            out.write(self._counts("mutation.pack", subjects, pack=pack) + "\n")
        values = {"equivalent": Fate.EQUIVALENT, "untold": Fate.UNTOLD}
        more = {name: str(sum(each.count(fate) for each in surveyed)) for name, fate in values.items()}
        out.write(self._counts("mutation.total", surveyed, **more) + "\n")

    def _say(self, key: str, language: str = "", **values: str) -> str:
        return say(key, language or self.language, tuple(values.items()))

    def _counts(self, key: str, surveyed: Iterable[Surveyed], **more: str) -> str:
        noticed, counted = totals(surveyed)
        return self._say(key, share=share_text(noticed, counted), noticed=str(noticed), counted=str(counted), **more)

    def _packs(self, surveyed: Sequence[Surveyed]) -> Iterator[tuple[str, list[Surveyed]]]:
        """The rules by pack, the lowest score first, and the parameters together."""
        found: dict[str, list[Surveyed]] = {}
        for each in surveyed:
            pack = each.subject.pack if isinstance(each.subject, Rule) else self._say("mutation.parameters")
            found.setdefault(pack, []).append(each)
        yield from sorted(found.items(), key=lambda item: share(*totals(item[1])))

    def _subject(self, surveyed: Surveyed) -> Iterator[str]:
        yield self._counts("mutation.subject", (surveyed,), name=surveyed.name)
        titles = self._titles(surveyed)
        told: set[Example] = set()
        for each in surveyed.tried:
            if each.fate not in (Fate.SURVIVED, Fate.UNTOLD):
                continue
            span = each.mutant.span
            yield f"  {span.path}:{span.line}:{span.column}: {self._change(each)}"
            if each.example is None:
                yield f"    {self._say('mutation.untold')}"
            elif each.example in told:
                yield f"    {self._say('mutation.again', title=titles[each.example])}"
            else:
                told.add(each.example)
                yield f"    {self._say('mutation.add')}"
                yield from (f"      {line}" for line in self._pasted(each.example, titles).splitlines())

    def _change(self, tried: Tried) -> str:
        before, after = change_text(tried.mutant, self.program, self.sources)
        words = self._say(f"mutation.{tried.mutant.operator.value}")
        if not after:
            return self._say("mutation.title", what=words, where=self._say("mutation.left_out", before=before))
        changed = self._say("mutation.change", before=before, after=after)
        return self._say("mutation.title", what=words, where=changed)

    def _titles(self, surveyed: Surveyed) -> dict[Example, str]:
        """A title for each example, after the first change it notices; two of a rule never the same."""
        found: dict[Example, str] = {}
        for each in surveyed.tried:
            if each.example is None or each.example in found:
                continue
            language = language_at(each.mutant.span, self.sources)
            before, _ = change_text(each.mutant, self.program, self.sources)
            what = self._say(f"mutation.{each.mutant.operator.value}", language)
            title = cut(self._say("mutation.title", language, what=what, where=before), 80)
            taken = sum(other == title or other.startswith(f"{title} (") for other in found.values())
            found[each.example] = f"{title} ({taken + 1})" if taken else title
        return found

    def _pasted(self, example: Example, titles: Mapping[Example, str]) -> str:
        language = language_at(example.span, self.sources)
        return example_text(replace(example, title=titles[example]), self.program, language)

    def _as_json(self, surveyed: Sequence[Surveyed]) -> dict[str, object]:
        noticed, counted = totals(surveyed)
        return {
            "schema_version": SCHEMA_VERSION,
            "noticed": noticed,
            "counted": counted,
            "equivalent": sum(each.count(Fate.EQUIVALENT) for each in surveyed),
            "untold": sum(each.count(Fate.UNTOLD) for each in surveyed),
            "subjects": [self._subject_json(each) for each in surveyed],
        }

    def _subject_json(self, surveyed: Surveyed) -> dict[str, object]:
        titles = self._titles(surveyed)
        is_rule = isinstance(surveyed.subject, Rule)
        return {
            "rule" if is_rule else "parameter": surveyed.name,
            "pack": surveyed.subject.pack if isinstance(surveyed.subject, Rule) else None,
            "noticed": surveyed.noticed,
            "counted": surveyed.counted,
            "mutants": [self._mutant_json(each, titles) for each in surveyed.tried if each.fate is not Fate.NOTICED],
            "examples": [self._pasted(example, titles) for example in surveyed.examples],
        }

    def _mutant_json(self, tried: Tried, titles: Mapping[Example, str]) -> dict[str, object]:
        before, after = change_text(tried.mutant, self.program, self.sources)
        span = tried.mutant.span
        return {
            "operator": tried.mutant.operator.value,
            "fate": tried.fate.value,
            "path": span.path,
            "line": span.line,
            "column": span.column,
            "before": before,
            "after": after or None,
            "example": titles[tried.example] if tried.example is not None else None,
        }


def totals(surveyed: Iterable[Surveyed]) -> tuple[int, int]:
    """The mutants noticed, and those that count."""
    both = [(each.noticed, each.counted) for each in surveyed]
    return sum(noticed for noticed, _ in both), sum(counted for _, counted in both)
