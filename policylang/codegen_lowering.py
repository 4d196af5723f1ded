"""The Python that takes the readings of a case to slots, for values that are what they mostly are.

It says for each fact where the usual value lies and what makes it usual; what is otherwise (not stated, of another
currency, not of its type) is left to `slots.lowering`, which decides.
"""

from __future__ import annotations

from ..values import Per, Unit
from .codegen_writer import Writer
from .core import Sort, Type
from .slots import PLAIN, USUAL_RATE

_NUMBER = "type(a := v.{}) is Decimal and a.is_finite()"


def lower(writer: Writer) -> None:
    """Write `lower(get)`: the slots, and the places of the facts whose reading isn't usual (their slots are None)."""
    writer.line("def lower(get):")
    with writer.indented():
        writer.line("odd = []")
        for place, (name, type) in enumerate(zip(writer.layout.facts, writer.layout.fact_types, strict=True)):
            test, slot = _usual(place, type, writer)
            writer.line(f"r = get({name!r})")
            writer.line(f"if r is not None and r.state is STATE_STATED and {test}: f{place} = {slot}")
            writer.line(f"else: f{place} = None; odd.append({place})")
        writer.line(f"return [{''.join(f'f{place}, ' for place in range(len(writer.layout.facts)))}], odd")


def _usual(place: int, type: Type, writer: Writer) -> tuple[str, str]:
    """When a reading `r` is usual, and its slot."""
    match type.sort:
        case sort if sort in PLAIN:
            unit = Unit(sort.value).name
            return f"type(v := r.value) is Quantity and v.unit is UNIT_{unit} and {_NUMBER.format('amount')}", "a"
        case Sort.MONEY:
            usual = f"v.currency == {writer.layout.currency!r}"
            return f"type(v := r.value) is Money and {usual} and {_NUMBER.format('amount')}", "(v.currency, a)"
        case Sort.RATE:
            yearly = f"v.per is PER_{Per.YEAR.name}"
            return f"type(v := r.value) is Rate and {yearly} and {_NUMBER.format('percent')}", f"({USUAL_RATE!r}, a)"
        case Sort.DATE:
            return "type(v := r.value) is date", "v"
        case Sort.TEXT:
            return "type(v := r.value) is str", "v"
        case Sort.YES_NO:
            return "type(v := r.value) is bool", "v"
        case Sort.SCALE | Sort.KINDS:
            members = writer.layout.program.members[type.name].members
            ranks = {member: rank if type.sort is Sort.SCALE else member for rank, member in enumerate(members)}
            named = writer.named(ranks, type)
            return f"type(v := r.value) is str and (a := {named}.get(v)) is not None", "a"
        case _:
            return f"(a := lower{place}(r.value)) is not MISFIT", "a"
