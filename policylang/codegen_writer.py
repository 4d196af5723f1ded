"""Lines of generated Python, with the places facts and parameters have in the tuples it is called with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from ..policylang import slot_arithmetic
from ..values import State, Unit, Value
from .core import FactValue, Operator, ParameterValue, Program, RecordType, Type
from .slots import MISFIT, lowering
from .traversal import facts_of, parameters_of


@dataclass(frozen=True, slots=True)
class Code:
    """A Python expression; `nullable` says that it may be None."""

    text: str
    nullable: bool


NEVER_KNOWN = Code("None", True)


@dataclass(frozen=True, slots=True)
class Layout:
    """The facts and parameters of a program, each at its place."""

    program: Program
    facts: Mapping[str, tuple[int, Type]]
    parameters: tuple[str, ...]

    @staticmethod
    def of(program: Program) -> Layout:
        """The layout of the facts and parameters the rules use, in order of first use."""
        facts: dict[str, Type] = {}
        parameters: dict[str, None] = {}
        for rule in program.rules:
            for fact in facts_of(rule, program):
                facts.setdefault(fact.name, fact.type)
            parameters.update(dict.fromkeys(each.name for each in parameters_of(rule, program)))
        places = {name: (place, type) for place, (name, type) in enumerate(facts.items())}
        return Layout(program, places, tuple(parameters))

    def mask(self, facts: Iterable[FactValue]) -> int:
        """The bits of some facts."""
        mask = 0
        for fact in facts:
            mask |= 1 << self.facts[fact.name][0]
        return mask


@dataclass(slots=True)
class Writer:
    """Collects the lines of the function, and of the functions over records it calls.

    `known` says that every fact is stated in the code being written. `record` is the record type whose fields may be
    used; None outside of a function over records, where facts are local variables.
    """

    layout: Layout
    lines: list[str] = field(default_factory=list)
    helpers: list[str] = field(default_factory=list)
    names: dict[str, object] = field(default_factory=dict)
    known: bool = False
    record: RecordType | None = None
    local: bool = True
    _depth: int = 0
    _temporaries: int = 0
    _leaves: list[str] = field(default_factory=list)
    _constants: dict[tuple[Type, str], str] = field(default_factory=dict)
    _helper_names: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.names.update({name: each for name, each in vars(slot_arithmetic).items() if not name.startswith("_")})
        self.names.update({f"OPERATOR_{each.name}": each for each in Operator})
        self.names.update({f"STATE_{each.name}": each for each in State})
        self.names.update({f"UNIT_{each.name}": each for each in Unit})

    def line(self, text: str) -> None:
        """Write a line at the current depth."""
        self.lines.append("    " * self._depth + text)

    @contextmanager
    def indented(self) -> Iterator[None]:
        """One level deeper."""
        self._depth += 1
        yield
        self._depth -= 1

    def source(self) -> str:
        """Everything written, the functions over records first."""
        return "\n".join((*self.helpers, *self.lines, ""))

    def begin_rule(self, *, known: bool) -> None:
        """Start with fresh temporaries."""
        self.known = known
        self._temporaries = 0
        self._leaves = []

    def unpack(self) -> None:
        """Make local variables of the facts, states and parameters."""
        for letter, count in (("f", len(self.layout.facts)), ("q", len(self.layout.facts))):
            if count:
                self.line("".join(f"{letter}{place}, " for place in range(count)) + f"= {letter}")
        for place in range(len(self.layout.parameters)):
            self.line(f"g{place} = g[{place}]")

    def atom(self, code: Code) -> Code:
        """The code as a name that may be used more than once."""
        if code.text.isidentifier():
            return code
        name = f"t{self._temporaries}"
        self._temporaries += 1
        self.line(f"{name} = {code.text}")
        return Code(name, code.nullable)

    def leaf(self, code: Code) -> Code:
        """A condition without parts, remembered to explain what was missing."""
        if self.local:
            code = self.atom(code)
            self._leaves.append(code.text)
        return code

    def leaves(self) -> list[str]:
        """The conditions without parts of this rule, in order of writing."""
        return list(self._leaves)

    def fact(self, fact: FactValue) -> Code:
        """The slot of a fact."""
        place = self.layout.facts[fact.name][0]
        return Code(f"f{place}" if self.local else f"f[{place}]", not self.known)

    def state(self, fact: FactValue) -> str:
        """The state of a fact."""
        place = self.layout.facts[fact.name][0]
        return f"q{place}" if self.local else f"q[{place}]"

    def parameter(self, parameter: ParameterValue) -> Code:
        """The slot of a parameter; None when no version or row covers the case."""
        place = self.layout.parameters.index(parameter.name)
        return Code(f"g{place}" if self.local else f"g[{place}]", True)

    def constant(self, value: Value, type: Type) -> Code:
        """A literal by name; one that doesn't fit its type is never known."""
        slot = lowering(type, self.layout.program)(value)
        return NEVER_KNOWN if slot is MISFIT else Code(self.named(slot, type), False)

    def named(self, slot: object, type: Type) -> str:
        """The name of a constant of the generated code."""
        key = (type, repr(slot))
        if key not in self._constants:
            self._constants[key] = f"k{len(self._constants)}"
            self.names[self._constants[key]] = slot
        return self._constants[key]

    def helper(self, part: object, record: RecordType | None, write: Callable[[], Code]) -> str:
        """The name of a function over records that gives what `write` writes; written once for each part."""
        if id(part) in self._helper_names:
            return self._helper_names[id(part)]
        outer = (self.lines, self.known, self.record, self.local, self._depth, self._temporaries)
        name = self._helper_names[id(part)] = f"over{len(self._helper_names)}"
        self.lines, self.known, self.record, self.local = [f"def {name}(f, q, g, r):"], False, record, False
        self._depth, self._temporaries = 1, 0
        self.line(f"return {write().text}")
        self.helpers.extend(self.lines)
        self.lines, self.known, self.record, self.local, self._depth, self._temporaries = outer
        return name
