"""Conditions printed from the checked program: what is printed reads back as the same condition."""

from __future__ import annotations

from pathlib import Path

import pytest
from presign.policylang import core
from presign.policylang.load import load_program
from presign.policylang.reasons.formal import formal
from presign.policylang.traversal import conditions_of
from presign.rules.packs import PRELUDE, choose, packs


@pytest.fixture(scope="module")
def shipped() -> core.Program:
    loaded = load_program(list(choose(()).paths), packs())
    assert loaded.program is not None
    return loaded.program


@pytest.mark.parametrize("language", ["en", "zh"])
def test_conditions_of_the_shipped_rules_read_back_as_they_were(
    shipped: core.Program, language: str, tmp_path: Path
) -> None:
    written = [
        (condition, formal(condition, shipped, language)) for rule in shipped.rules for condition in conditions_of(rule)
    ]
    conditions = [(condition, text) for condition, text in written if text]
    assert len(conditions) > 200
    words = {"en": ("rule", "severity low", "requires"), "zh": ("规则", "级别 低", "要求")}[language]
    rules = [f'{words[0]} ZZZ-{n} "t"\n  {words[1]}\n  {words[2]} {text}' for n, (_, text) in enumerate(conditions)]
    file = tmp_path / "again.policy"
    file.write_text(f"# language: {language}\n" + "\n".join(rules), encoding="utf-8")
    loaded = load_program([*PRELUDE, file], packs())
    assert loaded.program is not None, loaded.diagnostics[:3]
    again = {rule.id: rule.requires[0] for rule in loaded.program.rules}
    for number, (condition, text) in enumerate(conditions):
        assert again[f"ZZZ-{number}"] == condition, text


def test_a_condition_in_both_spellings(shipped: core.Program) -> None:
    days = core.Type(core.Sort.DAYS)
    limit = core.Compare(
        core.Comparison.LE, core.FactValue("payment.net_days", days), core.ParameterValue("max_days", days)
    )
    assert formal(limit, shipped, "en") == "payment.net_days <= max_days"
    assert formal(limit, shipped, "zh") == "付款.最长账期 <= max_days"
    assert formal(core.All(()), shipped, "en") == ""
