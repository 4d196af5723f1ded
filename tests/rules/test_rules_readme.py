"""The page of the packs: current, and complete."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from presign.policylang.core import Blocker, Program
from presign.policylang.load import load_program
from presign.rules.catalogue import GROUPS, catalogue_ids, in_order, lacking
from presign.rules.packs import choose, packs
from presign.rules.readme import PAGE, page


@cache
def program() -> Program:
    loaded = load_program(list(choose(()).paths))
    assert loaded.program is not None
    return loaded.program


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(program()), "run: python -m presign.rules.readme"


def test_nothing_is_lacking() -> None:
    assert list(lacking(program())) == []


def test_what_is_lacking_is_told() -> None:
    """A check without a rule, a rule without an example, a parameter without a source."""
    whole = program()
    parameter = whole.parameters["max_retention_pct"]
    bare = replace(parameter, versions=tuple(replace(each, source=" ") for each in parameter.versions))
    broken = replace(
        whole,
        rules=tuple(rule for rule in whole.rules if rule.id != "PAY-06"),
        examples=tuple(each for each in whole.examples if each.rule != "TRU-09"),
        parameters={**whole.parameters, parameter.name: bare},
    )
    told = list(lacking(broken))
    assert "PAY-06: no rule" in told
    assert {"TRU-09: no example violated", "TRU-09: no example undecided"} <= set(told)
    assert "max_retention_pct: no source" in told


def test_the_catalogue_has_173_checks_in_12_groups() -> None:
    assert (len(GROUPS), len(catalogue_ids()), len(set(catalogue_ids()))) == (12, 173, 173)
    assert [rule.id for rule in in_order(program().rules)][:173] == list(catalogue_ids())


def test_the_page_names_every_rule_pack_blocker_and_measure() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert all(f"| {rule.id} |" in text for rule in program().rules)
    assert all(f"| `{name}` |" in text for name in packs())
    assert all(f"| {code}: " in text for code in ("C1", "C2", "C3", "C4", "S1", "S2", "S3", "S4"))
    blocked = {blocker for rule in program().rules for blocker in rule.blockers}
    assert blocked == set(Blocker)
    assert all(f"| `{name}` |" in text for name in program().parameters)
