"""Exceptions that stand apart from their rule: to a rule of any file, or to another exception of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from ..policylang import core, tree
from .clauses import Clauses
from .conditions import Conditions
from .core import All, Condition, Excuse, Not, Period
from .declare import File
from .expressions import Expressions
from .resolve import Vocabulary, nearest
from .tree import ExceptionNode, Name

_DEEPEST = 20
"""Exceptions that hold against one another, one behind the other."""


@dataclass(frozen=True, slots=True)
class _Added:
    node: ExceptionNode
    file: File
    condition: Condition
    period: Period
    source: str

    @property
    def name(self) -> str:
        return self.node.name.text

    @property
    def span(self) -> core.Span:
        return self.file.desk.span(self.node.place)


def with_exceptions(
    rules: Mapping[str, core.Rule],
    known: frozenset[str],
    files: Iterable[File],
    names: Vocabulary,
    title: Callable[[File], str],
) -> dict[str, core.Rule]:
    """The rules with what `exception … to RULE` adds; `known` are the numbers of all rules, also of broken ones.

    An exception to an exception takes effect inside its condition: the other excuses only while this one doesn't hold.
    """
    added: dict[str, list[_Added]] = {}
    for file in files:
        for node in file.module.declarations:
            if isinstance(node, ExceptionNode):
                found = _read(node, file, known, names, title(file))
                if found is not None:
                    added.setdefault(node.rule.text, []).append(found)
    return {number: _joined(rule, added.get(number, ())) for number, rule in rules.items()}


def _read(node: ExceptionNode, file: File, known: frozenset[str], names: Vocabulary, source: str) -> _Added | None:
    clauses = Clauses(node.clauses, file.desk)
    if node.rule.text not in known:
        file.desk.unknown("E431", node.rule, nearest(node.rule.text, known))
        return None
    written = next((each for each in node.clauses if isinstance(each, tree.Demand)), None)
    if written is None:
        file.desk.report("E435", node.name.place, ("name", node.name.text))
        return None
    if node.to is not None and clauses.has("IN_FORCE"):
        file.desk.report("E436", node.name.place, ("name", node.name.text), ("to", node.to.text))
        return None
    condition = Conditions(Expressions(names, file.desk)).check(written.condition)
    return None if condition is None else _Added(node, file, condition, clauses.period(), source)


def _joined(rule: core.Rule, added: Iterable[_Added]) -> core.Rule:
    """A rule with its added exceptions; a name that is taken, one that isn't there and a cycle are reported."""
    web = _Web({each.name: each for each in rule.excuses})
    for each in sorted(added, key=lambda each: each.name):
        web.add(each)
    return replace(rule, excuses=web.excuses())


@dataclass(slots=True)
class _Web:
    """The exceptions of one rule by name, and which of them hold against which."""

    own: dict[str, Excuse]
    added: dict[str, _Added] = field(default_factory=dict)
    against: dict[str, list[_Added]] = field(default_factory=dict)

    def add(self, each: _Added) -> None:
        taken = self.added.get(each.name)
        first = taken.span if taken else None
        if each.name in self.own:
            first = self.own[each.name].span
        if first is not None:
            each.file.desk.report("E210", each.node.name.place, ("name", each.name), related=(("note.first", first),))
            return
        self.added[each.name] = each
        if each.node.to is not None:
            self.against.setdefault(each.node.to.text, []).append(each)

    def excuses(self) -> tuple[Excuse, ...]:
        """The rule's own exceptions and those added to it, each with what holds against it."""
        if not self._sound():
            return tuple(self.own.values())
        own = (replace(each, condition=self._held(name, each.condition)) for name, each in self.own.items())
        more = (
            Excuse(
                name, self._held(name, each.condition), each.period, each.source, each.file.desk.span(each.node.place)
            )
            for name, each in self.added.items()
            if each.node.to is None
        )
        return (*own, *more)

    def _held(self, name: str, condition: Condition) -> Condition:
        against = [Not(self._held(each.name, each.condition)) for each in self.against.get(name, ())]
        return All((condition, *against)) if against else condition

    def _sound(self) -> bool:
        """Whether every exception ends at the rule. A circle is reported once, at the first of its members."""
        circled: set[str] = set()
        sound = True
        for each in self.added.values():
            chain = [each.name]
            while (target := self._target(chain[-1])) is not None:
                if len(chain) > _DEEPEST:
                    each.file.desk.report("E439", each.node.name.place, ("limit", str(_DEEPEST)))
                    return False
                if target in chain:
                    if target == each.name and not circled & set(chain):
                        values = ("chain", " → ".join([*chain, target]))
                        each.file.desk.report("E438", each.node.name.place, values)
                    circled |= set(chain)
                    sound = False
                    break
                chain.append(target)
            if chain[-1] not in self.own and chain[-1] not in self.added:
                sound = False
                if len(chain) == 2:
                    self._unknown(each)
        return sound

    def _target(self, name: str) -> str | None:
        to = self.added[name].node.to if name in self.added else None
        return None if to is None else to.text

    def _unknown(self, each: _Added) -> None:
        to = each.node.to
        if to is not None:
            near = nearest(to.text, [*self.own, *self.added])
            each.file.desk.unknown("E437", Name(to.text, to.place), near, ("rule", each.node.rule.text))
