"""Small policies for the tests of analysis, over one short vocabulary."""

from __future__ import annotations

from datetime import date

from presign.policylang.analysis.analyse import Analysis, analyse
from presign.policylang.core import Program
from presign.policylang.load import load_texts

DAY = date(2026, 3, 2)
VOCABULARY = """# language: en
scale grade: D < C < B < A
kinds trade: sale, service, lease
record instalment: pct percent, days days, late yes/no
fact net_days: days from contract
fact prepay: percent from contract
fact retention: percent from contract
fact amount: money from contract
fact paid: money from contract
fact charge: rate from contract
fact signed: date from contract
fact due: date from contract
fact kind: trade from contract
fact class: grade from case
fact secured: yes/no from contract
fact known: yes/no from case
fact instalments: list of instalment from contract
fact words: list of text from contract
"""


def program(text: str, vocabulary: str = VOCABULARY) -> Program:
    """The program of a policy text; a policy with a mistake fails the test."""
    loaded = load_texts([("vocabulary.policy", vocabulary), ("p.policy", "# language: en\n" + text)])
    assert loaded.program is not None, loaded.diagnostics
    return loaded.program


def analysed(text: str, day: date = DAY) -> Analysis:
    """The findings of a policy text, those about its vocabulary left out."""
    return analyse(program(text), day, lambda span: span.path == "p.policy")


def codes(text: str, day: date = DAY) -> list[tuple[str, str]]:
    """(code, subject) of each finding."""
    return [(finding.code.value, finding.subject) for finding in analysed(text, day).findings]
