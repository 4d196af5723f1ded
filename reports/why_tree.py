"""The tree of a clause as lines: conditions with their truth, values and quotes; what decided is marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import click

from ..messages import say
from ..policylang.core import All, Any, Condition, Program, Quantified
from ..policylang.kleene import Truth
from ..policylang.reasons.formal import formal
from ..policylang.reasons.model import Clause, Judged, Node, Role
from .condition_words import ConditionWords
from .why_spoken import spoken_parts, spoken_tree
from .why_values import LeafLines
from .wrap import wrapped

_RECORDS_SHOWN = 3
_MARKS: dict[Truth, str] = {True: "✓", False: "✗", None: "?"}
_SPOKEN: dict[Truth, str] = {True: "yes", False: "no", None: "open"}
_STEP = "    "


@dataclass(frozen=True, slots=True)
class ClauseLines:
    """Writes the clauses of one proof."""

    values: LeafLines

    @property
    def program(self) -> Program:
        """The program the rule stands in."""
        return self.values.program

    @property
    def words(self) -> ConditionWords:
        """Conditions in the language of the report."""
        return self.values.words

    def _say(self, key: str, **values: str) -> str:
        return say(key, self.values.language, tuple(values.items()))

    def clause(self, clause: Clause) -> Iterator[str]:
        """A clause: how it stands, as the policy writes it, and its tree."""
        written = formal(clause.node.condition, self.program, self.values.language)
        if not written:
            if clause.decisive or clause.role is not Role.APPLIES:
                yield f"  {_MARKS[clause.met]} {self._head(clause)}"
            return
        yield click.style(f"  {_MARKS[clause.met]} {self._head(clause)}", bold=clause.decisive)
        for line in wrapped(written, "    ", "      "):
            yield click.style(line, dim=True)
        wanted = clause.role is not Role.FORBIDS
        for part in spoken_parts(clause.node, self.program):
            yield from self._node(part, _STEP, clause.decisive, wanted)

    def _head(self, clause: Clause) -> str:
        if clause.role is Role.EXCUSE and not clause.in_force:
            return self._say("why.excuse_not_in_force", name=clause.name)
        key = f"why.{clause.role.value}_{_SPOKEN[clause.met]}"
        return self._say(key, name=clause.name)

    def _node(self, node: Node, indent: str, decisive: bool, wanted: bool) -> Iterator[str]:
        mark = _MARKS[node.truth]
        if node.records:
            yield from self._of_records(node, indent, decisive, wanted)
        elif node.parts:
            turned = wanted if isinstance(node.condition, All | Any) else not wanted
            yield f"{indent}{mark} {self._joint(node.condition)}"
            for part in node.parts:
                yield from self._node(part, indent + _STEP, decisive, turned)
        elif node.decides and decisive:
            arrow = click.style(self._say("why.decides"), fg="red" if node.truth is not wanted else "green")
            yield from wrapped(f"{mark} {self.words.condition(node.condition)}  {arrow}", indent, indent + "  ")
            yield from self.values.values(node, indent + _STEP, wanted)
        else:
            words = self.words.condition(node.condition)
            yield from wrapped(f"{mark} {words}{self.values.aside(node)}", indent, indent + "  ")

    def _joint(self, condition: Condition) -> str:
        match condition:
            case All():
                return self._say("why.all_of")
            case Any():
                return self._say("why.any_of")
            case _:
                return self._say("why.none_of")

    # --- records ------------------------------------------------------------------------------------------------------

    def _of_records(self, node: Node, indent: str, decisive: bool, wanted: bool) -> Iterator[str]:
        """What the condition asks of the list, the records that decide first, and how many more there are."""
        telling = decisive and node.truth is not None
        yield from wrapped(f"{_MARKS[node.truth]} {self.words.head(node.condition)}", indent, indent + "  ")
        deciding = [each for each in node.records if each.node.truth is node.truth]
        others = [each for each in node.records if each.node.truth is not node.truth]
        ordered = (*deciding, *others)
        shown = _RECORDS_SHOWN if telling else 1
        for judged in ordered[:shown]:
            yield from self._record(node, judged, indent + _STEP, decisive, wanted)
        left = ordered[shown:]
        if left:
            yield f"{indent}{_STEP}{self._more(left)}"

    def _record(self, node: Node, judged: Judged, indent: str, decisive: bool, wanted: bool) -> Iterator[str]:
        over = node.condition.over if isinstance(node.condition, Quantified) else None
        told = self.words.value(judged.record, over.type.of if over is not None else None)
        head = self._say("why.record", number=str(judged.place + 1), record=told)
        yield from wrapped(f"{_MARKS[judged.node.truth]} {head}", indent, indent + "  ")
        if not decisive or judged.node.truth is not node.truth:
            return
        if node.truth is wanted:
            yield from self._briefly(judged.node, indent + _STEP)
            return
        for used in node.used:
            yield from self.values.quote_of(used, judged.place, len(node.records), indent + "  ")
        for part in spoken_parts(judged.node, self.program):
            yield from self._node(part, indent + _STEP, decisive, wanted)

    def _briefly(self, node: Node, indent: str) -> Iterator[str]:
        """A line for each leaf that decides a record with which all is well."""
        for leaf in spoken_tree(node, self.program).leaves():
            if leaf.decides:
                words = f"{_MARKS[leaf.truth]} {self.words.condition(leaf.condition)}{self.values.aside(leaf)}"
                yield from wrapped(words, indent, indent + "  ")

    def _more(self, left: tuple[Judged, ...]) -> str:
        counts = {truth: sum(each.node.truth is truth for each in left) for truth in _MARKS}
        told = " ".join(f"{count} {_MARKS[truth]}" for truth, count in counts.items() if count)
        return self._say("why.more", count=str(len(left)), told=told)
