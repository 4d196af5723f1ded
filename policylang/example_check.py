"""Examples: the facts they give, the texts, and what they expect."""

from __future__ import annotations

from collections.abc import Collection

from ..policylang import core, tree
from ..values import ABSENT, NOT_APPLICABLE, Reading, Reason, Record, State, Taken, Value, known, unknown
from .clauses import Clauses, known_word
from .core import Expected, Sort, Source, Type
from .expressions import Expressions, type_values
from .resolve import Desk, Vocabulary, nearest
from .rows import constant
from .tree import ExampleNode, Name

_UNKNOWN = {
    Source.CONTRACT: Reason.UNCLEAR,
    Source.CASE: Reason.NO_RECORD,
    Source.DERIVED: Reason.NOT_COMPUTABLE,
}


def check_example(node: ExampleNode, desk: Desk, names: Vocabulary, rules: Collection[str]) -> core.Example:
    """An example with its facts typed."""
    _known_rule(node.rule, desk, rules)
    clauses = Clauses(node.clauses, desk)
    given: list[tuple[str, Reading]] = []
    texts: list[tuple[str, str]] = []
    facts: list[tuple[str, Reading]] = []
    verdicts: list[tuple[str, Expected]] = []
    settings = _Settings(names, desk)
    expected = _Settings(names, desk, expecting=True)
    for clause in node.clauses:
        match clause:
            case tree.GivenFacts(written):
                given += settings.read(written)
            case tree.ContractText(language, text):
                texts.append((language, text.text))
            case tree.Expectations(wanted):
                facts += expected.read(tuple(each for each in wanted if isinstance(each, tree.Setting)))
                verdicts += [_verdict(each, desk, rules) for each in wanted if isinstance(each, tree.Verdict)]
            case _:
                pass
    if not facts and not verdicts and not clauses.has("EXPECT"):
        desk.report("E403", node.title.place, ("title", node.title.text))
    return core.Example(
        node.rule.text,
        node.title.text,
        tuple(given),
        tuple(texts),
        tuple(facts),
        tuple(verdicts),
        clauses.day("AS_OF"),
        desk.span(node.place),
    )


def _known_rule(name: Name, desk: Desk, rules: Collection[str]) -> None:
    """Report a rule that isn't there."""
    if name.text not in rules:
        desk.unknown("E208", name, nearest(name.text, rules))


def _verdict(node: tree.Verdict, desk: Desk, rules: Collection[str]) -> tuple[str, Expected]:
    _known_rule(node.rule, desk, rules)
    word = known_word(node.verdict, "verdict", desk)
    return node.rule.text, Expected(word or "violated")


class _Settings:
    """Facts with the values or states an example gives or expects."""

    def __init__(self, names: Vocabulary, desk: Desk, expecting: bool = False) -> None:
        self._names = names
        self._desk = desk
        self._expecting = expecting
        self._places: dict[str, core.Span] = {}

    def read(self, settings: tuple[tree.Setting, ...]) -> list[tuple[str, Reading]]:
        """Each fact's own name with its reading; what is wrong is reported and left out."""
        found: list[tuple[str, Reading]] = []
        for node in settings:
            fact = self._names.fact(node.fact.text)
            if node.fact.text in self._names.broken or (fact is not None and fact.name in self._names.broken):
                continue
            if fact is None:
                self._desk.unknown("E203", node.fact, nearest(node.fact.text, self._names.aliases))
                continue
            reading = self._reading(node, fact)
            if self._desk.claim(self._places, fact.name, node.fact) and reading is not None:
                found.append((fact.name, reading))
        return found

    def _reading(self, node: tree.Setting, fact: core.FactDeclaration) -> Reading | None:
        if node.value is not None:
            value = self._value(node.value, fact.type)
            return known(value) if value is not None else None
        match node.state:
            case "absent":
                return ABSENT
            case "inapplicable":
                return NOT_APPLICABLE
            case "unknown":
                return unknown(_UNKNOWN[fact.source])
            case "yes" | "no" if fact.type.sort is Sort.YES_NO:
                return known(node.state == "yes")
            case "stated" if self._expecting:
                return Taken(State.STATED)
            case _:
                self._desk.report("E409", node.place, ("name", node.fact.text))
                return None

    def _value(self, node: tree.Given, kind: Type) -> Value | None:
        if isinstance(node, tree.Listed):
            if kind.of is None:
                self._desk.report("E321", node.place, *type_values(wanted=kind))
                return None
            items = [self._item(item, kind.of) for item in node.items]
            return None if None in items else tuple(item for item in items if item is not None)
        if kind.of is not None:
            self._desk.report("E322", node.place)
            return None
        return constant(node, kind, Expressions(self._names, self._desk))

    def _item(self, node: tree.Expression | tree.Entry, kind: Type) -> Value | None:
        if not isinstance(node, tree.Entry):
            if kind.sort is Sort.RECORD:
                self._desk.report("E323", node.place, ("record", kind.name))
                return None
            return constant(node, kind, Expressions(self._names, self._desk))
        if kind.sort is not Sort.RECORD:
            self._desk.report("E317", node.place, *type_values(found=Type(Sort.RECORD), wanted=kind))
            return None
        return self._record(node, self._names.records[kind.name])

    def _record(self, node: tree.Entry, record: core.RecordType) -> Record | None:
        kinds = dict(record.fields)
        values: list[tuple[str, Value]] = []
        for name, written in node.fields:
            field = self._names.labels[record.name].get(name.text, name.text)
            kind = kinds.get(field)
            if kind is None:
                near = nearest(name.text, kinds)
                self._desk.unknown("E204", name, near, ("record", record.name), ("fields", ", ".join(kinds)))
                continue
            value = constant(written, kind, Expressions(self._names, self._desk))
            if value is not None:
                values.append((field, value))
        return Record(tuple(values)) if len(values) == len(node.fields) else None
