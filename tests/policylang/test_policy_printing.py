"""What is printed, in either spelling, parses to the tree it was printed from."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from policy_trees import conditions, modules
from presign.policylang import tree
from presign.policylang.parse import parse
from presign.policylang.printer import print_module
from presign.policylang.tree import Module

QUIET = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@QUIET
@given(modules, st.sampled_from(["en", "zh"]))
def test_parse_of_print_is_the_tree(module: Module, language: str) -> None:
    printed = print_module(module, language)
    parsed = parse(printed)
    assert parsed.diagnostics == (), printed
    assert parsed.module == module, printed


@QUIET
@given(modules)
def test_printing_again_gives_the_same_text(module: Module) -> None:
    for language in ("en", "zh"):
        printed = print_module(module, language)
        assert print_module(parse(printed).module, language) == printed


@QUIET
@given(conditions)
def test_translating_there_and_back_changes_nothing(condition: object) -> None:
    clause = tree.Demand("REQUIRES", condition)  # type: ignore[arg-type]
    module = Module((tree.RuleNode(tree.Name("A-1"), tree.Wording("x"), (clause,)),))
    english = print_module(module, "en")
    chinese = print_module(parse(english).module, "zh")
    assert print_module(parse(chinese).module, "en") == english
