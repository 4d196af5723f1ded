"""The examples of policies, run: the texts of an example are read as a contract would be."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256

from ..facts.patterns.reader import PatternReader
from ..facts.read import read_facts
from ..parsers.document import Document, Limits, Media
from ..parsers.plain.read import read_plain
from ..policylang.compiler import compile_program
from ..policylang.examples import ExampleResult, run_examples
from ..values import Reading
from .reading import pattern_reader
from .run import Refusal, load


def run_policy_examples(policies: Sequence[str]) -> tuple[ExampleResult, ...] | Refusal:
    """Every example of the policies with its result, or why they can't be loaded."""
    loaded = load(policies)
    if isinstance(loaded, Refusal):
        return loaded
    if loaded.program is None:
        return Refusal(diagnostics=loaded.diagnostics)
    rules = compile_program(loaded.program)
    return run_examples(loaded.program, rules.evaluate, text_reader(pattern_reader(loaded.program)))


def text_reader(patterns: PatternReader) -> Callable[[str, str], Mapping[str, Reading]]:
    """A function from (language, contract text) to the facts read from it."""

    def read(language: str, text: str) -> Mapping[str, Reading]:
        data = text.encode()
        document = read_plain("example", data, sha256(data).hexdigest(), Limits(), Media.TEXT)
        return read_facts(document, patterns) if isinstance(document, Document) else {}

    return read
