"""Linting one rule on the facts of the linter's example policy."""

from __future__ import annotations

from presign.policylang.lint.model import Finding
from presign.policylang.lint.run import lint
from presign.policylang.load import load_texts

VOCABULARY = """
scale grade: D < C < B < A
kinds court: seller, buyer, unnamed
record instalment: pct percent, days days
fact customer.grade: grade  from case
fact payment.net_days: days  alias 付款.账期  from contract
fact payment.effective_days: days  from derived
fact payment.instalments: list of instalment  from contract
fact contract.amount: money  from contract
fact remedy.late_rate: rate  from contract
fact payment.back_to_back: yes/no  from contract
fact dispute.court: court  from contract
"""


def rule(*clauses: str) -> str:
    """A rule of some clauses, from line 1 on."""
    return 'rule PAY-01 "Credit days exceed the limit"\n  severity high\n' + "".join(f"  {each}\n" for each in clauses)


def found(text: str, *codes: str, more: str = "") -> list[tuple[str, int, int]]:
    """The findings of some checks in a text: code, line, column."""
    return [
        (each.code, each.diagnostic.span.line, each.diagnostic.span.column)
        for each in findings(text, *codes, more=more)
    ]


def findings(text: str, *codes: str, more: str = "") -> tuple[Finding, ...]:
    """The findings of some checks in a text, on the vocabulary above."""
    loaded = load_texts([("vocabulary", VOCABULARY + more), ("x.policy", text)])
    assert loaded.program is not None, loaded.diagnostics
    return lint(loaded.program, loaded.sources, ["x.policy"], frozenset(codes))


def helped(finding: Finding, name: str) -> str:
    """A value of a finding's message."""
    return dict(finding.diagnostic.values)[name]
