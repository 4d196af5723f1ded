"""The order of declarations and of files has no meaning, nor has the spelling they are written in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from random import Random

import pytest
from conformance_corpus import Case, Files, cases_of, corpus_files, load, program_of
from presign.policylang import tree
from presign.policylang.compiler import CompiledRules, compile_program
from presign.policylang.core import Program
from presign.policylang.load import load_texts
from presign.policylang.parse import parse
from presign.policylang.printer import print_module

CASES = [case for case in cases_of(corpus_files()) if "expect" in case.data]
BY_PROGRAM: dict[Files, list[Case]] = {}
for each in CASES:
    BY_PROGRAM.setdefault(each.files, []).append(each)


def shuffled(files: Files, seed: int, language: str) -> Files:
    """The files in another order, each with its declarations in another order; three files where no head ties them."""
    random = Random(seed)
    modules = [(name, list(parse(text, name).module.declarations)) for name, text in files]
    for _, declarations in modules:
        random.shuffle(declarations)
    random.shuffle(modules)
    if not any(isinstance(found, tree.PolicyHead | tree.UseNode) for _, several in modules for found in several):
        together = [found for _, several in modules for found in several]
        modules = [(f"part{place}", together[place::3]) for place in range(3)]
    return tuple((name, _printed(several, language)) for name, several in modules)


def _printed(declarations: Sequence[tree.Declaration], language: str) -> str:
    return f"# language: {language}\n" + print_module(tree.Module(tuple(declarations)), language)


@lru_cache(maxsize=256)
def _program(files: Files) -> tuple[Program, CompiledRules]:
    program = program_of(load_texts(files))
    return program, compile_program(program)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("seed", [1, 2])
def test_shuffled_programs_judge_the_corpus_alike(seed: int, language: str) -> None:
    for files, cases in BY_PROGRAM.items():
        _, rules = _program(shuffled(files, seed, language))
        for case in cases:
            day, side = date.fromisoformat(case.data["as_of"]), case.data.get("side", "seller")
            found = {outcome.rule: outcome for outcome in rules.evaluate(case.facts(), day, side)}
            wanted = case.wanted()
            assert {rule: found[rule] for rule in wanted} == wanted, case.data["id"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_shuffled_program_is_the_same_up_to_order(language: str) -> None:
    for files in BY_PROGRAM:
        program, _ = _program(shuffled(files, 3, language))
        first = program_of(load(files))
        assert (program.facts, program.parameters, program.members, program.records) == (
            first.facts,
            first.parameters,
            first.members,
            first.records,
        )
        assert {rule.id: rule.requires for rule in program.rules} == {rule.id: rule.requires for rule in first.rules}
        assert sorted(map(repr, program.examples)) == sorted(map(repr, first.examples))
