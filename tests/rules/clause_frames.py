"""The packs' own clauses read as contracts: each in a small frame, with the company's records where it needs them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import yaml
from presign.checker.reading import pattern_reader
from presign.checker.run import Prepared, Refusal, load_rules, with_records
from presign.facts.fact import Fact, FactBook
from presign.facts.read import read_facts
from presign.ledger.case_file import read_case
from presign.parsers.document import Document, Limits, Media
from presign.parsers.plain.read import read_plain
from presign.policylang.core import Rule
from presign.policylang.outcome import Outcome

DATA: Mapping[str, Any] = yaml.load(
    Path(__file__).with_name("catalogue_frames.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)
DAY = date(2026, 3, 2)
LANGUAGES = ("zh", "en")
_EMPTY: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Clause:
    """One of a rule's clauses: its language, and whether it is the one to avoid."""

    rule: str
    language: str
    avoid: bool

    @property
    def name(self) -> str:
        """As the list of exceptions names it."""
        return f"{self.language}-{'avoid' if self.avoid else 'prefer'}"


@cache
def prepared() -> Prepared:
    """All shipped packs, ready to judge."""
    found = load_rules(())
    assert not isinstance(found, Refusal)
    rules = found[1]
    return Prepared(rules.program, rules, pattern_reader(rules.program))


@cache
def rules() -> Mapping[str, Rule]:
    """The shipped rules by their ids."""
    return {rule.id: rule for rule in prepared().program.rules}


def clauses() -> Iterator[Clause]:
    """Every clause of every rule, in both languages."""
    for rule in rules():
        for language in LANGUAGES:
            for avoid in (True, False):
                yield Clause(rule, language, avoid)


def framed(clause: Clause) -> str:
    """The contract a clause is read in."""
    entry = DATA["rules"].get(clause.rule) or _EMPTY
    rule = rules()[clause.rule]
    written = getattr(rule.avoid if clause.avoid else rule.prefer, clause.language)
    words = (entry.get("described") or _EMPTY).get(clause.language, written) if clause.avoid else written
    side = "bad" if clause.avoid else "good"
    before = entry.get(f"words_{side}_{clause.language}", entry.get(f"words_{clause.language}", ""))
    if shared := entry.get("words"):
        before = DATA["words"][shared][clause.language]
    gap = "\n" if before.endswith(("。", ".")) else " " if before and before.isascii() else ""
    frame: str = DATA["frames"][entry.get("frame", "sale")][clause.language]
    return frame.replace("{clause}", before + gap + words)


@cache
def facts_of(language: str, text: str) -> FactBook:
    """What the readers make of a contract's text."""
    data = text.encode()
    document = read_plain("clause.txt", data, sha256(data).hexdigest(), Limits(), Media.TEXT)
    assert isinstance(document, Document)
    return read_facts(document, prepared().patterns)


def records(clause: Clause) -> tuple[Fact, ...]:
    """The company's records for a clause, read as a case file is."""
    entry = DATA["rules"].get(clause.rule) or _EMPTY
    side = "bad" if clause.avoid else "good"
    own = entry.get(f"{side}_{clause.language}", entry.get(side, _EMPTY))
    merged = {name: dict(keys) for name, keys in (entry.get("case") or _EMPTY).items()}
    for name, keys in own.items():
        merged[name] = {**merged.get(name, {}), **keys}
    return _case(yaml.safe_dump(merged, allow_unicode=True)) if merged else ()


@cache
def _case(text: str) -> tuple[Fact, ...]:
    with NamedTemporaryFile("w", suffix=".yaml", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        case = read_case(file.name, prepared().program)
    assert case.problems == (), (text, case.problems)
    return case.facts


def book_of(clause: Clause) -> FactBook:
    """All facts a clause is judged by."""
    entry = DATA["rules"].get(clause.rule) or _EMPTY
    base = prepared()
    known = Prepared(base.program, base.rules, base.patterns, records(clause))
    return with_records(facts_of(clause.language, framed(clause)), known, entry.get("stage", "for_signing"), DAY)


def judged(clause: Clause) -> Outcome:
    """The verdict of the clause's own rule."""
    place = list(rules()).index(clause.rule)
    rule = rules()[clause.rule]
    return prepared().rules.evaluate(book_of(clause), DAY, "seller" if rule.side == "both" else rule.side)[place]
