"""`presign policy test`: which examples came out otherwise than their author expected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from ..messages import say
from ..policylang.core import Expected
from ..policylang.examples import ExampleResult, Mismatch
from ..policylang.outcome import Outcome
from ..values import Reading
from .values import value_json


def render(results: Sequence[ExampleResult], language: str, out: TextIO) -> bool:
    """Write each failure with its place, then the count; the answer says whether one failed."""
    for result in results:
        for mismatch in result.mismatches:
            out.write(_line(result, mismatch, language) + "\n")
    passed = sum(result.passed for result in results)
    out.write(say("report.examples", language, (("passed", str(passed)), ("count", str(len(results))))) + "\n")
    return passed < len(results)


def _line(result: ExampleResult, mismatch: Mismatch, language: str) -> str:
    example = result.example
    values = {
        "title": example.title,
        "rule": example.rule,
        "what": mismatch.what,
        "got": _words(mismatch.got, language),
        "wanted": _words(mismatch.expected, language),
    }
    place = f"{example.span.path}:{example.span.line}:{example.span.column}"
    return f"{place}: {say('report.example_failed', language, tuple(values.items()))}"


def _words(found: Reading | Expected | Outcome, language: str) -> str:
    match found:
        case Expected():
            return say(f"report.verdict_{found.value}", language)
        case Outcome(_, verdict, missing):
            word = say(f"report.verdict_{verdict.value}", language)
            return f"{word} ({', '.join(missing)})" if missing else word
        case _:
            state = say(f"report.state_{found.state.value}", language)
            return state if found.value is None else str(value_json(found.value))
