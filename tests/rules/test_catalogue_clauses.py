"""Each rule's own wordings: the clause to avoid violates the rule, the clause to prefer doesn't, in both languages.

The clauses are read as text, by the readers every contract is read by (`clause_frames.py`, `catalogue_frames.yaml`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

import pytest
from clause_frames import DATA, LANGUAGES, Clause, clauses, judged, records, rules
from presign.policylang.outcome import Verdict

EXCEPTIONS: Mapping[str, Mapping[str, str]] = DATA["exceptions"]
CATALOGUE = re.compile(r"(?:SIG|PTY|CRT|PAY|SEC|REM|ACC|DIS|APR|CCA|COL|TRU)-\d{2}")
MOST = {"zh-avoid": 2, "en-avoid": 4, "zh-prefer": 0, "en-prefer": 0}
"""So many exceptions there may be of each kind; the numbers only go down."""


@cache
def right(clause: Clause) -> bool:
    """Whether a clause is judged as it should be."""
    return (judged(clause).verdict is Verdict.VIOLATED) == clause.avoid


def _excused(clause: Clause) -> bool:
    return clause.name in EXCEPTIONS.get(clause.rule, {})


@pytest.mark.parametrize("rule", list(rules()))
def test_the_clause_to_avoid_violates_and_the_clause_to_prefer_does_not(rule: str) -> None:
    wrong = [clause.name for clause in clauses() if clause.rule == rule and not (_excused(clause) or right(clause))]
    assert wrong == []


def test_no_exception_has_outlived_its_reason() -> None:
    """An exception that is judged right by now must leave the list."""
    done = [f"{clause.rule} {clause.name}" for clause in clauses() if _excused(clause) and right(clause)]
    assert done == []


def test_every_exception_names_a_clause_and_a_reason() -> None:
    names = {f"{language}-{kind}" for language in LANGUAGES for kind in ("avoid", "prefer")}
    assert set(EXCEPTIONS) <= set(rules())
    for rule, each in EXCEPTIONS.items():
        assert each and set(each) <= names, rule
        assert all(len(why) > 10 for why in each.values()), rule


def test_the_list_of_exceptions_only_shrinks() -> None:
    counted = Counter(name for each in EXCEPTIONS.values() for name in each)
    assert {name: count for name, count in counted.items() if count > MOST[name]} == {}


def test_every_frame_belongs_to_a_rule_and_every_record_can_be_read() -> None:
    assert set(DATA["rules"]) <= set(rules())
    known = {"frame", "words", "stage", "case", "bad", "good", "described"}
    known |= {f"{side}_{language}" for side in ("bad", "good") for language in LANGUAGES}
    known |= {f"words{side}_{language}" for side in ("", "_bad", "_good") for language in LANGUAGES}
    assert {key for entry in DATA["rules"].values() for key in entry or {}} <= known
    for clause in clauses():
        records(clause)


def test_the_score_of_the_catalogue(record_property: pytest.RecordProperty) -> None:
    """The catalogue's 173 checks: so many clauses to avoid violate, so many to prefer don't."""
    scores = Counter(clause.name for clause in clauses() if CATALOGUE.fullmatch(clause.rule) and right(clause))
    count = sum(1 for rule in rules() if CATALOGUE.fullmatch(rule))
    assert count == 173
    for name in sorted(MOST):
        record_property(name, f"{scores[name]} of {count}")
        print(f"{name}: {scores[name]} of {count}")
        assert scores[name] >= count - MOST[name]
