"""A deal in the words of a policy file: `given` lines, or a whole `example` to paste."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from unicodedata import east_asian_width

from ...values import Reading, Record, State, Value
from .. import tree
from ..core import Among, Anything, Between, Cell, Constant, FactValue, Program, Sort, Type
from ..keywords import spell, spell_word
from ..outcome import Verdict
from ..print_terms import Terms
from ..reasons.formal import formal_value
from .query import Case

_STATES = {State.ABSENT: "absent", State.UNKNOWN: "unknown", State.NOT_APPLICABLE: "inapplicable"}


def value_text(value: Value, type: Type, program: Program, language: str) -> str:
    """A value as an example gives it."""
    if isinstance(value, tuple):
        of = type.of or type
        return f"[{', '.join(value_text(each, of, program, language) for each in value)}]"
    if isinstance(value, Record):
        kinds = dict(program.records[type.name].fields)
        said = (f"{name} {value_text(each, kinds[name], program, language)}" for name, each in value.fields)
        return f"({', '.join(said)})"
    return formal_value(Constant(value, type), program, language)


def setting(name: str, reading: Reading, program: Program, language: str) -> str:
    """A fact of a deal: `payment.net_days = 90 days`, `security.amount is absent`."""
    declared = program.facts.get(name)
    type = declared.type if declared is not None else Type(Sort.TEXT)
    written = formal_value(FactValue(name, type), program, language)
    if reading.state is State.STATED and reading.value is not None:
        return f"{written} = {value_text(reading.value, type, program, language)}"
    return f"{written} {spell('STATE', language, _STATES[reading.state])}"


def settings(case: Case, program: Program, language: str) -> list[str]:
    """The facts of a deal, a line each, in the order of the vocabulary."""
    order = {name: place for place, name in enumerate(program.facts)}
    names = sorted(case, key=lambda name: order.get(name, len(order)))
    return [setting(name, case[name], program, language) for name in names]


def example(
    rule: str,
    title: str,
    case: Case,
    expected: Iterable[tuple[str, Verdict]],
    as_of: date,
    program: Program,
    language: str,
) -> str:
    """The deal as an `example` of a rule."""

    def word(terminal: str) -> str:
        return spell(terminal, language)

    verdicts = [f"{name} {spell_word('verdict', each.value, language)}" for name, each in expected]
    lines = [f"{word('EXAMPLE')} {rule} {Terms(language).string(title)}"]
    lines += hung(word("GIVEN"), settings(case, program, language), "  ")
    lines.append(f"  {word('AS_OF')} {Terms(language).value(tree.Literal(as_of))}")
    return "\n".join([*lines, *hung(word("EXPECT"), verdicts, "  ")])


def hung(word: str, lines: Sequence[str], indent: str) -> list[str]:
    """Lines behind a word, the later ones under the first; a Han character is two columns wide."""
    blank = " " * sum(2 if east_asian_width(each) in "WF" else 1 for each in word)
    return [f"{indent}{blank if place else word} {line}" for place, line in enumerate(lines)]


def cell_text(cell: Cell, type: Type, program: Program, language: str) -> str:
    """A cell of a row as a table writes it."""
    match cell:
        case Anything():
            return spell("ANY", language)
        case Among(values):
            return ("、" if language == "zh" else ", ").join(
                value_text(each, type, program, language) for each in values
            )
        case Between(low, low_open, high, high_open):
            bounds = (("ABOVE" if low_open else "AT_LEAST", low), ("BELOW" if high_open else "UP_TO", high))
            return " ".join(
                f"{spell(word, language)} {value_text(bound, type, program, language)}"
                for word, bound in bounds
                if bound is not None
            )
        case _:
            return value_text(cell, type, program, language)
