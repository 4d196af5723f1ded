"""An example of the checked program as a policy file writes it, ready to be pasted."""

from __future__ import annotations

from ..values import Reading, Record, State, Value
from .core import Constant, Example, Program, Type
from .keywords import spell, spell_word
from .literals import write_literal
from .print_terms import Terms
from .reasons.formal import formal_value

_STATES = {State.ABSENT: "absent", State.UNKNOWN: "unknown", State.NOT_APPLICABLE: "inapplicable"}


def example_text(example: Example, program: Program, language: str) -> str:
    """The declaration, a line a fact. What it gives it must be able to say: stated values and states."""
    quoted = Terms(language).string
    lines = [f"{spell('EXAMPLE', language)} {example.rule} {quoted(example.title)}"]
    given = [setting_text(name, reading, program, language) for name, reading in example.given]
    lines += _clause(spell("GIVEN", language), given)
    lines += [
        f"  {spell('TEXT', language)} {spell(each.upper(), language)} {quoted(text)}" for each, text in example.texts
    ]
    if example.as_of is not None:
        lines.append(f"  {spell('AS_OF', language)} {write_literal(example.as_of, language)}")
    facts = [setting_text(name, reading, program, language) for name, reading in example.expected_facts]
    verdicts = [f"{rule} {spell_word('verdict', verdict.value, language)}" for rule, verdict in example.expected]
    lines += _clause(spell("EXPECT", language), [*facts, *verdicts])
    return "\n".join(lines) + "\n"


def setting_text(name: str, reading: Reading, program: Program, language: str) -> str:
    """A fact with its value or state: `payment.net_days = 61 days`."""
    declared = program.facts[name]
    shown = (declared.alias_zh if language == "zh" else "") or name
    if reading.state is not State.STATED or reading.value is None:
        return f"{shown} {spell('STATE', language, _STATES.get(reading.state, 'stated'))}"
    return f"{shown} = {value_text(reading.value, declared.type, program, language)}"


def value_text(value: Value, type: Type, program: Program, language: str) -> str:
    """A value as an example gives it: lists in brackets, records in parentheses."""
    if isinstance(value, tuple) and type.of is not None:
        return f"[{', '.join(value_text(each, type.of, program, language) for each in value)}]"
    if isinstance(value, Record):
        kinds = dict(program.records[type.name].fields)
        fields = (f"{name} {value_text(each, kinds[name], program, language)}" for name, each in value.fields)
        return f"({', '.join(fields)})"
    return formal_value(Constant(value, type), program, language)


def _clause(keyword: str, parts: list[str]) -> list[str]:
    """A keyword and its parts, one a line, below each other."""
    if not parts:
        return []
    blank = " " * sum(2 if ord(character) > 0x2E7F else 1 for character in keyword)
    return [f"  {keyword} {parts[0]}", *(f"  {blank} {part}" for part in parts[1:])]
