"""Reads the conformance corpus as docs/conformance.md describes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from presign.policylang.core import Program
from presign.policylang.load import Loaded, load_texts
from presign.policylang.outcome import Outcome, Verdict
from presign.values import (
    ABSENT,
    NOT_APPLICABLE,
    Money,
    Per,
    Quantity,
    Rate,
    Reading,
    Reason,
    Record,
    Unit,
    Value,
    known,
    unknown,
)

Files = tuple[tuple[str, str], ...]
"""Policy files: name and text."""

FOLDER = Path(__file__).parent
TRUTHS = {Verdict.SATISFIED: True, Verdict.VIOLATED: False}


@dataclass(frozen=True, slots=True)
class Case:
    """One case, its file's policy filled in."""

    path: str
    data: Mapping[str, Any]
    files: Files

    @property
    def probes(self) -> tuple[str, ...]:
        """The conditions whose truth is given."""
        return tuple(self.data.get("conditions", ()))

    def loaded(self) -> Loaded:
        """The policy, with a rule for each condition."""
        return load(self.files, self.probes)

    def facts(self) -> dict[str, Reading]:
        """The readings."""
        return {name: reading_of(each) for name, each in self.data["facts"].items()}

    def wanted(self) -> dict[str, Outcome]:
        """The outcomes expected."""
        return {rule: outcome_of(rule, each) for rule, each in self.data.get("expect", {}).items()}


def corpus_files() -> dict[str, Any]:
    """Every file of the corpus, parsed."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return {path.name: yaml.load(path.read_text(encoding="utf-8"), loader) for path in sorted(FOLDER.glob("*.yaml"))}


def cases_of(files: Mapping[str, Any]) -> Iterator[Case]:
    """The cases of parsed files."""
    for name, content in files.items():
        for data in content["cases"]:
            yield Case(name, data, texts_of(content, data))


def texts_of(content: Mapping[str, Any], data: Mapping[str, Any]) -> Files:
    """The policy files of a case: its own, or those of its file that it takes, and what it adds."""
    own = data.get("policy") or content.get("policy")
    named = content.get("policies", {})
    found = {"policy": own} if own else {name: named[name] for name in data.get("files", named)}
    if "adds" in data:
        found["adds"] = data["adds"]
    return tuple(found.items())


@lru_cache(maxsize=512)
def load(files: Files, probes: tuple[str, ...] = ()) -> Loaded:
    """The program of a case, with a rule `PROBE-n` for each single condition at the end of its first file."""
    rules = [
        f'\nrule PROBE-{place} en "probe"\n  severity low\n  side both\n  requires ({text})'
        for place, text in enumerate(probes)
    ]
    ((name, text), *others) = files
    return load_texts([(name, text + "".join(rules)), *others])


def value_of(written: Mapping[str, Any]) -> Value:
    """A value from its plain notation."""
    ((kind, content),) = written.items()
    match kind:
        case "money":
            return Money(Decimal(content[1]), content[0])
        case "rate":
            return Rate(Decimal(content[0]), Per(content[1]))
        case "date":
            return date.fromisoformat(content)
        case "yes_no" | "text" | "member":
            return content  # type: ignore[no-any-return]
        case "list":
            return tuple(value_of(each) for each in content)
        case "record":
            return Record(tuple((name, value_of(each)) for name, each in content.items()))
        case _:
            return Quantity(Decimal(content), Unit(kind))


def reading_of(written: Mapping[str, Any]) -> Reading:
    """A fact in its state."""
    match written["state"]:
        case "stated":
            return known(value_of(written["value"]))
        case "absent":
            return ABSENT
        case "not_applicable":
            return NOT_APPLICABLE
        case _:
            return unknown(Reason(written["reason"]))


def outcome_of(rule: str, written: Mapping[str, Any]) -> Outcome:
    """An outcome; what it doesn't say is empty."""
    return Outcome(
        rule,
        Verdict(written["verdict"]),
        tuple(written.get("missing", ())),
        written.get("exception", ""),
        tuple(written.get("unproven", ())),
    )


def program_of(loaded: Loaded) -> Program:
    """The program of a policy that must be accepted."""
    codes = [(found.key, found.span.path, found.span.line, found.values) for found in loaded.diagnostics]
    assert loaded.program is not None, codes
    return loaded.program
