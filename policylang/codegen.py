"""A checked program becomes the Python source of functions that judge its rules.

The functions take slots (see `slots`), not readings. `usual` judges all rules at once where nothing is missing; every
rule has a function of its own besides, with an unknown at every fact, for the cases in which something is. These are
written when first needed, as flat statements on temporaries, so that no depth of nesting reaches Python's own limits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .codegen_layout import Layout
from .codegen_lowering import lower
from .codegen_terms import condition
from .codegen_usual import usual
from .codegen_writer import Writer
from .core import Program
from .traversal import demand_of


@dataclass(frozen=True, slots=True)
class Source:
    """Python with the constants of the policy it refers to."""

    text: str
    names: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Generated:
    """What is generated for a program before any case is seen."""

    source: Source
    layout: Layout
    unusual: frozenset[int]
    """The rules that `usual` leaves out."""


def generate(program: Program) -> Generated:
    """The source of `lower(get)` and `usual(f, q, g, u, day)`.

    `f` and `q` hold a slot and a state for each fact of the layout, `g` a slot for each parameter, `u` the bits of what
    has no value. Global are `satisfied0`, `violated0` and `inapplicable0`, the rules' outcomes, and `judges`, the
    rules' own functions by their places.
    """
    writer = Writer(Layout.of(program))
    lower(writer)
    unusual = usual(writer)
    return Generated(Source(writer.source(), writer.constants), writer.layout, unusual)


def generate_rule(index: int, layout: Layout) -> Source:
    """The source of `judge(f, q, g, u, day)`, which gives the outcome of one rule, whatever is missing.

    Global are its outcomes `satisfied`, `violated` and `inapplicable`; `seen`, what was found missing before; `explain`
    and `excuse`, which give the outcomes that are not constant.
    """
    writer = Writer(layout)
    with writer.function("def judge(f, q, g, u, day):"):
        _body(index, writer)
    return Source(writer.source(), writer.constants)


def _body(index: int, writer: Writer) -> None:
    rule = writer.layout.program.rules[index]
    applies = writer.atom(condition(rule.applies, writer))
    if applies.text != "True":
        writer.line(f"if {applies.text} is False:" if applies.nullable else f"if not {applies.text}:")
        writer.line("    return inapplicable")
    first = writer.leaves()
    asked = writer.atom(condition(demand_of(rule), writer))
    unknown = [each.text for each in (applies, asked) if each.nullable]
    if unknown:
        leaves = writer.leaves()
        key = _tuple([f"u & {writer.layout.mask(index):#x}", *leaves])
        writer.line(f"if {' or '.join(f'{text} is None' for text in unknown)}:")
        explained = f"explain({index}, u, {_tuple(first)}, {_tuple(leaves[len(first) :])})"
        writer.line(f"    return seen.get({key}) or {explained}")
    writer.line(f"if {asked.text}:")
    writer.line("    return satisfied")
    truths = [writer.atom(condition(excuse.condition, writer)).text for excuse in rule.excuses]
    writer.line(f"return excuse({index}, {_tuple(truths)}, day)" if truths else "return violated")


def _tuple(texts: list[str]) -> str:
    return f"({''.join(f'{text}, ' for text in texts)})"
