"""Lines of generated Python, and the constants they refer to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from ..values import Value
from .codegen_layout import Layout
from .core import FactValue, ParameterValue, RecordType, Type
from .slots import MISFIT, lowering


@dataclass(frozen=True, slots=True)
class Code:
    """A Python expression; `nullable` says that it may be None."""

    text: str
    nullable: bool


NEVER_KNOWN = Code("None", True)


@dataclass(slots=True)
class Writer:
    """Collects the lines of the functions over cases, and of the functions over records they call.

    `record` is the record type whose fields may be used; None outside of a function over records, where facts are local
    variables.
    """

    layout: Layout
    lines: list[str] = field(default_factory=list)
    helpers: list[str] = field(default_factory=list)
    constants: dict[str, object] = field(default_factory=dict)
    record: RecordType | None = None
    local: bool = True
    _depth: int = 0
    _temporaries: int = 0
    _leaves: list[str] = field(default_factory=list)
    _locals: dict[str, str] = field(default_factory=dict)
    _constant_names: dict[tuple[Type, str], str] = field(default_factory=dict)
    _helper_names: dict[int, str] = field(default_factory=dict)

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

    @contextmanager
    def function(self, head: str) -> Iterator[None]:
        """A function with fresh temporaries, that begins by making local variables of what it uses."""
        self._temporaries = 0
        self._leaves, self._locals = [], {}
        self.line(head)
        at = len(self.lines)
        with self.indented():
            yield
        self.lines[at:at] = [f"    {name} = {source}" for name, source in self._locals.items()]

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
        return Code(self._taken("f", self.layout.facts[fact.name]), True)

    def state(self, fact: FactValue) -> str:
        """The state of a fact."""
        return self._taken("q", self.layout.facts[fact.name])

    def parameter(self, parameter: ParameterValue) -> Code:
        """The slot of a parameter; None when no version or row covers the case."""
        return Code(self._taken("g", self.layout.parameters[parameter.name]), True)

    def _taken(self, letter: str, place: int) -> str:
        source = f"{letter}[{place}]"
        if not self.local:
            return source
        self._locals[f"{letter}{place}"] = source
        return f"{letter}{place}"

    def constant(self, value: Value, type: Type) -> Code:
        """A literal by name; one that doesn't fit its type is never known."""
        slot = lowering(type, self.layout.program)(value)
        return NEVER_KNOWN if slot is MISFIT else Code(self.named(slot, type), False)

    def named(self, slot: object, type: Type) -> str:
        """The name of a constant of the generated code."""
        key = (type, repr(slot))
        if key not in self._constant_names:
            self._constant_names[key] = f"k{len(self.constants)}"
            self.constants[self._constant_names[key]] = slot
        return self._constant_names[key]

    def helper(self, part: object, record: RecordType | None, write: Callable[[], Code]) -> str:
        """The name of a function over records that gives what `write` writes; written once for each part."""
        if id(part) in self._helper_names:
            return self._helper_names[id(part)]
        outer = (self.lines, self.record, self.local, self._depth, self._temporaries)
        name = self._helper_names[id(part)] = f"over{len(self._helper_names)}"
        self.lines, self.record, self.local = [f"def {name}(f, q, g, r):"], record, False
        self._depth, self._temporaries = 1, 0
        self.line(f"return {write().text}")
        self.helpers.extend(self.lines)
        self.lines, self.record, self.local, self._depth, self._temporaries = outer
        return name
