"""The values of a leaf as lines: facts with quotes, parameters with the row chosen, and what is to spare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from ..facts.fact import Evidence, Fact, FactBook
from ..messages import say
from ..policylang.core import (
    Compare,
    Comparison,
    Constant,
    Expression,
    FactValue,
    FieldValue,
    HasState,
    Not,
    ParameterValue,
    Present,
    Program,
    SaysYes,
    Sort,
    Type,
)
from ..policylang.reasons.changes import CONTRARY
from ..policylang.reasons.model import Chosen, Node, Operand, Used
from ..values import Money, Quantity, Rate, State, Value
from .condition_words import SIGNS, ConditionWords
from .names import state_words
from .places import evidence_place
from .quotes import quoted
from .wrap import wrapped

_QUOTES_SHOWN = 3


@dataclass(slots=True)
class LeafLines:
    """Writes the values leaves look at. A quote, and where a parameter comes from, is told once."""

    program: Program
    facts: FactBook
    language: str
    _shown: set[str] = field(default_factory=set)

    @property
    def words(self) -> ConditionWords:
        """Conditions in the language of the report."""
        return ConditionWords(self.program, self.language)

    def _say(self, key: str, **values: str) -> str:
        return say(key, self.language, tuple(values.items()))

    def aside(self, node: Node) -> str:
        """The values of a leaf that decides nothing, in its own line: "360 days > 0 days"."""
        told = "" if _says_it_all(node) else self._compared(node)
        words = f" — {told}" if told else ""
        places = (
            evidence_place(evidence, self.language) for used in node.used for evidence in self._evidence(used)[:1]
        )
        place = next(places, "")
        return f"{words}  [{place}]" if place else words

    def _compared(self, node: Node) -> str:
        match node.condition:
            case Compare(sign, left, right) | Not(Compare(sign, left, right)) if not isinstance(right, Constant):
                one, other = self._side(left, node), self._side(right, node)
                if node.truth is None:
                    return self._say("why.semicolon").join((one, other))
                shown = sign if node.truth is not isinstance(node.condition, Not) else CONTRARY[sign]
                return f"{one} {SIGNS.get(shown, shown.value)} {other}"
            case _:
                told = [self._told(each) for each in node.used]
                told += [self._operand(each) for each in node.operands]
                return self._say("report.comma").join(told)

    def _side(self, side: Expression, node: Node) -> str:
        for used in node.used:
            if used.fact == side:
                return self._told(used)
        for chosen in node.chosen:
            if isinstance(side, ParameterValue) and chosen.name == side.name:
                return self._worth(chosen.value, chosen.type)
        for operand in node.operands:
            if operand.expression == side:
                return self._operand(operand)
        return self.words.expression(side)

    def _evidence(self, used: Used) -> tuple[Evidence, ...]:
        return self.facts[used.fact.name].evidence

    def values(self, node: Node, indent: str, wanted: bool) -> Iterator[str]:
        """All a deciding leaf looks at; `wanted` is the truth the rule wants of it."""
        alone = len(node.used) == 1 and not node.chosen and not node.operands
        for used in node.used:
            name = used.fact.name
            label = name if alone else f"{self.words.short(name)} ({name})"
            yield from wrapped(f"{label}: {self._told(used)}{self._record_of(used)}", indent, indent + "  ")
            yield from self.quotes(used, indent + "  ")
        for operand in node.operands if not _says_it_all(node) else ():
            line = f"{self.words.expression(operand.expression)}: {self._operand(operand)}"
            yield from wrapped(line, indent, indent + "  ")
        for chosen in node.chosen:
            yield from self._chosen(chosen, indent)
        if node.margin is not None:
            yield f"{indent}{self._margin(node, node.margin, good=node.truth is wanted)}"
        elif node.truth is None and _incomparable(node):
            yield from wrapped(self._say("why.incomparable"), indent)

    def _told(self, used: Used) -> str:
        reading = used.reading
        if reading.state is State.STATED and reading.value is not None:
            return self.words.value(reading.value, used.fact.type)
        if isinstance(reading, Fact):
            return state_words(reading, self.language)
        return self._say(f"report.state_{reading.state.value}")

    def _operand(self, operand: Operand) -> str:
        if operand.value is None and isinstance(operand.expression, FieldValue):
            return self._say("why.not_said")
        return self._worth(operand.value, operand.expression.type)

    def _worth(self, value: Value | None, type: Type | None) -> str:
        return self._say("report.state_unknown") if value is None else self.words.value(value, type)

    def _record_of(self, used: Used) -> str:
        origin = used.reading.origin if isinstance(used.reading, Fact) else ""
        return f"  [{self._say('report.from_record', origin=origin)}]" if origin else ""

    def quotes(self, used: Used, indent: str) -> Iterator[str]:
        """Where a fact was read; nothing the second time."""
        if used.fact.name not in self._shown:
            self._shown.add(used.fact.name)
            for quote in islice(quoted(self._evidence(used), self.language), _QUOTES_SHOWN):
                yield from self._quote(quote, indent)

    def quote_of(self, used: Used, place: int, count: int, indent: str) -> Iterator[str]:
        """Where a record of a list was read, if each of the `count` records has a place of its own."""
        rows = list(quoted(self._evidence(used), self.language))
        if len(rows) == count:
            yield from self._quote(rows[place], indent)

    def _quote(self, quote: str, indent: str) -> Iterator[str]:
        """A quote; the second time its place alone."""
        if quote in self._shown:
            quote = self._say("why.quoted", place=quote.partition(": “")[0])
        self._shown.add(quote)
        yield from wrapped(quote, indent, indent + "  ")

    def _chosen(self, chosen: Chosen, indent: str) -> Iterator[str]:
        """A parameter's value with the row that gave it, since when it is in force, and who says so."""
        line = f"{self.words.short(chosen.name)} ({chosen.name}): {self._worth(chosen.value, chosen.type)}"
        yield from wrapped(line, indent, indent + "  ")
        if chosen.name in self._shown:
            return
        self._shown.add(chosen.name)
        notes: list[str] = []
        if chosen.keys:
            keys = self._say("report.comma").join(
                f"{self.words.short(key.fact.name)}: {self._told(key)}" for key in chosen.keys
            )
            notes.append(self._row(chosen, keys))
        if chosen.version is None:
            notes.append(self._say("why.no_version"))
        elif chosen.version.period.start is not None:
            notes.append(self._say("why.since", day=chosen.version.period.start.isoformat()))
        if chosen.version is not None and chosen.version.source:
            notes.append(chosen.version.source)
        if notes:
            yield from wrapped(self._say("why.semicolon").join(notes), indent + "  ", indent + "    ")

    def _row(self, chosen: Chosen, keys: str) -> str:
        if chosen.row is None or chosen.version is None:
            return self._say("why.no_row", keys=keys)
        row = str(chosen.row + 1)
        if not chosen.table:
            return self._say("why.row", row=row, keys=keys)
        cells, _ = chosen.version.rows[chosen.row]
        told = (self.words.cell(cell, key.fact.type) for cell, key in zip(cells, chosen.keys, strict=True))
        return self._say("why.table_row", row=row, cells=" | ".join(told), keys=keys)

    def _margin(self, node: Node, margin: Value, *, good: bool) -> str:
        size, above = _size(margin)
        amount = self.words.value(size, None)
        if good:
            return self._say("why.to_spare", amount=amount) if _size_of(size) else self._say("why.at_limit")
        compared = node.condition.part if isinstance(node.condition, Not) else node.condition
        if isinstance(compared, Compare) and compared.left.type.sort is Sort.DATE:
            return self._say("why.late" if above else "why.early", amount=amount)
        return self._say("why.over" if above else "why.short", amount=amount)


def _size(margin: Value) -> tuple[Value, bool]:
    """The margin without its sign, and whether it was below zero: the left side is the greater."""
    match margin:
        case Quantity(amount, unit):
            return Quantity(abs(amount), unit), amount < 0
        case Money(amount, currency):
            return Money(abs(amount), currency), amount < 0
        case Rate(percent, per):
            return Rate(abs(percent), per), percent < 0
        case _:
            return margin, False


def _size_of(value: Value) -> bool:
    match value:
        case Quantity(amount) | Money(amount) | Rate(amount):
            return amount != 0
        case _:
            return True


def _says_it_all(node: Node) -> bool:
    """Whether a true leaf names its value already: `x is yes`, `x = acceptance`."""
    match node.condition:
        case SaysYes() | HasState() | Present():
            return node.truth is True
        case Compare(Comparison.EQ, FactValue() | FieldValue(), Constant()):
            return node.truth is True
        case _:
            return False


def _incomparable(node: Node) -> bool:
    known = all(each.reading.state is State.STATED for each in node.used)
    worth = (*(each.value for each in node.chosen), *(each.value for each in node.operands))
    return known and all(value is not None for value in worth)
