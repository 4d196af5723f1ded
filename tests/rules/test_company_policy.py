"""The company policy of the reference, loaded over the shipped packs."""

from __future__ import annotations

from pathlib import Path

import presign
from presign.checker.run import Refusal, load
from presign.policylang.core import Severity

DOCS = Path(presign.__file__).with_name("docs") / "language.md"


def test_the_company_policy_of_the_reference_amends_the_shipped_packs(tmp_path: Path) -> None:
    text = DOCS.read_text(encoding="utf-8")
    block = text.split("A company's file changes a shipped pack without touching it:\n", 1)[1].split(
        "\nThe values of", 1
    )[0]
    company = tmp_path / "acme.policy"
    company.write_text(block, encoding="utf-8")
    loaded = load([str(company)])
    assert not isinstance(loaded, Refusal), loaded
    assert loaded.diagnostics == () and loaded.program is not None
    rules = {rule.id: rule for rule in loaded.program.rules}
    assert rules["CRT-05"].severity is Severity.BLOCK and rules["CRT-05"].amended == ("Acme credit policy",)
    assert rules["CRT-08"].off is not None
    assert "group company" in [excuse.name for excuse in rules["CRT-01"].excuses]
    assert {pack.title for pack in loaded.program.packs} == {"Parameters", "Credit policy", "Acme credit policy"}
