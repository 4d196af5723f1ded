"""Small policies with examples, loaded for the tests of coverage and mutation."""

from __future__ import annotations

from presign.policylang.core import Program
from presign.policylang.load import load_texts

DAYS = """# language: en
fact payment.net_days: days
  label en "credit days" zh "账期"
  alias 付款.账期
  from contract
"""
LIMIT = """
rule CRT-01 en "Too long" zh "过长"
  severity high
  requires payment.net_days <= 60 days
"""
AT_THE_BOUND = """
example CRT-01 "sixty days"
  given payment.net_days = 60 days
  expect CRT-01 satisfied
"""
BEYOND = """
example CRT-01 "sixty-one days"
  given payment.net_days = 61 days
  expect CRT-01 violated
"""
UNKNOWN = """
example CRT-01 "nobody knows"
  given payment.net_days is unknown
  expect CRT-01 undecided
"""
SECURED = """
fact security.guarantee: yes/no
  label en "guarantee" zh "保证"
  from contract
rule CRT-02 en "Unsecured credit" zh "无担保赊销"
  severity high
  forbids payment.net_days > 30 days
  unless "secured": security.guarantee is yes
"""
LISTED = """# language: en
record instalment: pct percent, retention yes/no
fact payment.instalments: list of instalment
  label en "instalments" zh "付款计划"
  from contract
rule RET-01 en "Retention too large" zh "质保金过高"
  severity high
  forbids any x in payment.instalments where (x.retention is yes and x.pct > 5%)
"""


def program_from(*parts: str) -> Program:
    """The program of a policy written in parts."""
    loaded = load_texts([("test.policy", "".join(parts))])
    assert loaded.program is not None, loaded.diagnostics
    return loaded.program
