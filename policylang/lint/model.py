"""What a check looks at and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ...policylang import core, tree
from ..core import Span, Texts
from ..diagnostics import Diagnostic, Level
from ..lexer import Token, tokens
from ..parse import parse
from ..places import Lines
from ..tree import Place


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters of a file, by offset, replaced by a text."""

    start: int
    end: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding; `edits` mend it without changing any verdict, and are empty when that can't be promised."""

    diagnostic: Diagnostic
    edits: tuple[Edit, ...] = ()

    @property
    def code(self) -> str:
        """The code of the check: the message's key without the letter of its variant."""
        return self.diagnostic.key[:4]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A policy file under lint."""

    path: str
    text: str
    module: tree.Module
    lines: Lines
    tokens: tuple[Token, ...]

    @classmethod
    def of(cls, path: str, text: str) -> SourceFile:
        """The file of a text that parses."""
        module = parse(text, path).module
        return cls(path, text, module, Lines(path, text), tuple(tokens(text, module.language)))

    @property
    def rules(self) -> Iterator[tree.RuleNode]:
        """The rules it declares, in order."""
        return (node for node in self.module.declarations if isinstance(node, tree.RuleNode))

    @property
    def conditional(self) -> Iterator[tree.RuleNode | tree.ExceptionNode]:
        """The declarations with conditions: rules, and exceptions to rules."""
        kinds = (tree.RuleNode, tree.ExceptionNode)
        return (node for node in self.module.declarations if isinstance(node, kinds))

    def finding(
        self,
        key: str,
        place: Place,
        *values: tuple[str, str],
        related: Sequence[tuple[str, Span]] = (),
        edits: tuple[Edit, ...] = (),
    ) -> Finding:
        """A finding at a place of this file."""
        return self.at(key, self.lines.span(place), *values, related=related, edits=edits)

    def at(
        self,
        key: str,
        span: Span,
        *values: tuple[str, str],
        related: Sequence[tuple[str, Span]] = (),
        edits: tuple[Edit, ...] = (),
    ) -> Finding:
        """A finding whose place is known as line and column."""
        return Finding(Diagnostic(key, span, values, Level.WARNING, tuple(related)), edits)


@dataclass(frozen=True, slots=True)
class Subject:
    """A file, and the checked program it belongs to."""

    file: SourceFile
    program: core.Program
    rules: Mapping[str, core.Rule]


Run = Callable[[Subject], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Snippet:
    """How the example policy (`frame`) is written wrongly: `old` stands there as `new`; an empty `old` is its end."""

    new: str
    old: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A check with its documentation: what it finds, why that matters, a wrong policy and the policy mended.

    `wrong` makes the mistake in the example policy of `frame`; `mended` is that policy as it stands unless given.
    """

    code: str
    name: str
    finds: Texts
    why: Texts
    run: Run
    wrong: Snippet
    mended: Snippet = field(default_factory=lambda: Snippet(""))
    fixable: bool = False
    wrong_zh: Snippet | None = None
    """Of the example policy's Chinese spelling, where the mistake stands in a comment."""
    mended_zh: Snippet | None = None
