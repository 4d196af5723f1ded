"""A checked program becomes the Python source of one function that judges every rule.

The function takes slots (see `slots`), not readings. Every rule is written twice: plainly, for cases in which all its
facts are stated, and with an unknown at every fact, for the others; which one runs is one test of a bit mask.
Everything is written as flat statements on temporaries, so that no depth of nesting reaches Python's own limits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .codegen_terms import condition
from .codegen_writer import Layout, Writer
from .core import Program, Rule
from .traversal import demand_of, facts_of, too_deep


@dataclass(frozen=True, slots=True)
class Generated:
    """The source with the names it refers to; `masks` gives each rule's facts as bits."""

    source: str
    names: Mapping[str, object]
    layout: Layout
    masks: tuple[int, ...]


def generate(program: Program) -> Generated:
    """The source of `judge(f, q, g, unknown, live, out, explain, excuse)`.

    `f` and `q` hold a slot and a state for each fact of the layout, `g` a slot for each parameter, `unknown` a bit for
    each fact that isn't stated, `live` whether a rule is in force for the day and the side. Outcomes go to `out`, which
    holds not-applicable to begin with. `explain` and `excuse` give the outcomes that are not constant; `satisfied` and
    `violated` are global.
    """
    layout = Layout.of(program)
    masks = tuple(layout.mask(facts_of(rule, program)) for rule in program.rules)
    writer = Writer(layout)
    writer.line("def judge(f, q, g, unknown, live, out, explain, excuse):")
    with writer.indented():
        writer.unpack()
        for index, rule in enumerate(program.rules):
            if not too_deep(rule, program):
                _rule(index, rule, masks[index], writer)
        writer.line("return out")
    return Generated(writer.source(), writer.names, layout, masks)


def _rule(index: int, rule: Rule, mask: int, writer: Writer) -> None:
    writer.line(f"if live[{index}]:  # {rule.id}")
    with writer.indented():
        if not mask:
            _body(index, rule, writer, known=True)
            return
        writer.line(f"if unknown & {mask:#x}:")
        with writer.indented():
            _body(index, rule, writer, known=False)
        writer.line("else:")
        with writer.indented():
            _body(index, rule, writer, known=True)


def _body(index: int, rule: Rule, writer: Writer, *, known: bool) -> None:
    writer.begin_rule(known=known)
    applies = writer.atom(condition(rule.applies, writer))
    writer.line(f"if {applies.text} is not False:" if applies.nullable else f"if {applies.text}:")
    with writer.indented():
        first = writer.leaves()
        asked = writer.atom(condition(demand_of(rule), writer))
        unknown = [each.text for each in (applies, asked) if each.nullable]
        if unknown:
            writer.line(f"if {' or '.join(f'{text} is None' for text in unknown)}:")
            leaves = f"{_tuple(first)}, {_tuple(writer.leaves()[len(first) :])}"
            writer.line(f"    out[{index}] = explain({index}, {leaves})")
        writer.line(f"{'elif' if unknown else 'if'} {asked.text}:")
        writer.line(f"    out[{index}] = satisfied[{index}]")
        writer.line("else:")
        with writer.indented():
            _excuses(index, rule, writer)


def _excuses(index: int, rule: Rule, writer: Writer) -> None:
    truths = [writer.atom(condition(excuse.condition, writer)) for excuse in rule.excuses]
    if truths:
        writer.line(f"out[{index}] = excuse({index}, {_tuple([truth.text for truth in truths])})")
    else:
        writer.line(f"out[{index}] = violated[{index}]")


def _tuple(texts: list[str]) -> str:
    return f"({''.join(f'{text}, ' for text in texts)})"
