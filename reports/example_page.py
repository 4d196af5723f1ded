"""One example in words: what is given, and the verdict."""

from __future__ import annotations

from dataclasses import dataclass

from ..checker.fill import type_of
from ..checker.value_words import value_words
from ..messages import say
from ..policylang.core import Example
from ..policylang.words import Words, short
from ..values import Reading, State


@dataclass(frozen=True, slots=True)
class ExamplePage:
    """An example: its title, its facts one a line, and what is expected of its rule."""

    title: str
    given: tuple[str, ...]
    verdict: str
    """The word of the verdict, as it stands in the checked program."""
    verdict_words: str
    as_of: str
    others: tuple[str, ...]
    """What is expected besides: facts read from a text, verdicts on other rules."""


def example_page(example: Example, words: Words) -> ExamplePage:
    """The page of an example."""
    language = words.language
    given = [say("pages.example_text", language, (("text", text),)) for _, text in example.texts]
    given += [_said("pages.fact_value", name, reading, words) for name, reading in example.given]
    verdict = dict(example.expected).get(example.rule)
    others = [_said("pages.example_fact", name, reading, words) for name, reading in example.expected_facts]
    others += [
        f"{rule}: {say(f'report.verdict_{each.value}', language)}"
        for rule, each in example.expected
        if rule != example.rule
    ]
    return ExamplePage(
        example.title,
        tuple(given),
        verdict.value if verdict is not None else "",
        say(f"report.verdict_{verdict.value}", language) if verdict is not None else "",
        example.as_of.isoformat() if example.as_of is not None else "",
        tuple(others),
    )


def _said(key: str, name: str, reading: Reading, words: Words) -> str:
    language = words.language
    if reading.state is State.STATED and reading.value is not None:
        value = value_words(reading.value, type_of(name, words.program), words.program, language)
    else:
        value = say(f"report.state_{reading.state.value}", language)
    return say(
        key, language, (("fact", short(words.label(name))), ("value", value or say("pages.nothing_given", language)))
    )
