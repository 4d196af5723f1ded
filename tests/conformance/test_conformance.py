"""The conformance corpus: valid by its schema, and judged as written by both evaluators."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from datetime import date
from functools import lru_cache
from pathlib import Path

import jsonschema
import pytest
from conformance_corpus import FOLDER, TRUTHS, Case, Files, cases_of, corpus_files, load, program_of
from presign.policylang.compiler import CompiledRules, compile_program
from presign.policylang.core import Program
from presign.policylang.interpreter import evaluate
from presign.policylang.outcome import Outcome

FILES = corpus_files()
CASES = list(cases_of(FILES))
JUDGED = [case for case in CASES if "refused" not in case.data]
REFUSED = [case for case in CASES if "refused" in case.data]
SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "schema" / "conformance.schema.json"


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_valid_by_the_schema(name: str) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    assert [f"{list(error.path)}: {error.message[:200]}" for error in validator.iter_errors(FILES[name])] == []


def test_there_are_four_hundred_cases_each_with_its_own_id() -> None:
    assert len(CASES) >= 400
    assert [id for id, times in Counter(case.data["id"] for case in CASES).items() if times > 1] == []


def test_every_case_has_a_policy() -> None:
    assert [case.data["id"] for case in CASES if not case.files] == []


@pytest.mark.parametrize("case", JUDGED, ids=lambda case: case.data["id"])
def test_both_evaluators_judge_as_written(case: Case) -> None:
    program = program_of(case.loaded())
    day, side = case.data["as_of"], case.data.get("side", "seller")
    for outcomes in _judged(program, case, day, side):
        found = {outcome.rule: outcome for outcome in outcomes}
        wanted = case.wanted()
        assert {rule: found[rule] for rule in wanted} == wanted, case.data["shows"]
        for place, text in enumerate(case.probes):
            truth = case.data["conditions"][text]
            said = TRUTHS.get(found[f"PROBE-{place}"].verdict, "unknown")
            assert said == truth, f"{text}: {case.data['shows']}"


def _judged(program: Program, case: Case, day: str, side: str) -> tuple[tuple[Outcome, ...], ...]:
    as_of, facts = date.fromisoformat(day), case.facts()
    return evaluate(program, facts, as_of, side), _compiled(case).evaluate(facts, as_of, side)


@lru_cache(maxsize=256)
def _compiled_program(files: Files, probes: tuple[str, ...]) -> CompiledRules:
    return compile_program(program_of(load(files, probes)))


def _compiled(case: Case) -> CompiledRules:
    return _compiled_program(case.files, case.probes)


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.data["id"])
def test_what_is_no_policy_is_refused(case: Case) -> None:
    loaded = case.loaded()
    assert loaded.program is None, case.data["shows"]
    codes = sorted({found.key[:4] for found in loaded.diagnostics if found.key.startswith("E")})
    assert codes == case.data["refused"], case.data["shows"]


def test_the_made_files_are_what_their_makers_write() -> None:
    made = [sys.executable, str(FOLDER / "making" / "make.py"), "--check"]
    found = subprocess.run(made, capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout.strip()) == (0, "nothing to do"), found.stderr
