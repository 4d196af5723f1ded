"""The examples of policies, run: the texts of an example are read as a contract would be."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from ..facts.patterns.reader import PatternReader
from ..facts.read import read_facts
from ..parsers.document import Document, Limits, Media
from ..parsers.plain.read import read_plain
from ..policylang.compiler import compile_program
from ..policylang.core import Program
from ..policylang.examples import ExampleCase, ExampleResult, example_cases, judge_cases
from ..values import Reading
from .reading import pattern_reader
from .run import Refusal, load


@dataclass(frozen=True, slots=True)
class Examined:
    """A program with its examples, their texts read, and the policy files they stand in."""

    program: Program
    sources: Mapping[str, str]
    cases: tuple[ExampleCase, ...]

    def results(self) -> tuple[ExampleResult, ...]:
        """Every example with the expectations that didn't come true."""
        return judge_cases(self.program, compile_program(self.program).evaluate, self.cases)


def examine(policies: Sequence[str]) -> Examined | Refusal:
    """The examples of policies made cases, or why they can't be loaded."""
    loaded = load(policies)
    if isinstance(loaded, Refusal):
        return loaded
    if loaded.program is None:
        return Refusal(diagnostics=loaded.diagnostics)
    cases = example_cases(loaded.program, text_reader(pattern_reader(loaded.program)))
    return Examined(loaded.program, loaded.sources, cases)


def run_policy_examples(policies: Sequence[str]) -> tuple[ExampleResult, ...] | Refusal:
    """Every example of the policies with its result, or why they can't be loaded."""
    examined = examine(policies)
    return examined if isinstance(examined, Refusal) else examined.results()


def text_reader(patterns: PatternReader) -> Callable[[str, str], Mapping[str, Reading]]:
    """A function from (language, contract text) to the facts read from it."""

    def read(language: str, text: str) -> Mapping[str, Reading]:
        data = text.encode()
        document = read_plain("example", data, sha256(data).hexdigest(), Limits(), Media.TEXT)
        return read_facts(document, patterns) if isinstance(document, Document) else {}

    return read
