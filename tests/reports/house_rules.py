"""A small policy whose page and handbook the tests know by heart."""

from __future__ import annotations

from presign.policylang.core import Program
from presign.policylang.load import load_texts

POLICY = """policy "House rules" version "7"
  owner "Credit"  source "Credit manual, section 4"  jurisdiction "CN"

scale grade: C zh "丙" en "C" < B zh "乙" en "B" < A zh "甲" en "A"
record part: pct percent, paid yes/no

fact customer.grade: grade
  label en "grade of the customer" zh "客户等级"
  from case
fact net_days: days
  label en "credit days (from the invoice)" zh "账期（自开票）"
  from contract
fact secured: yes/no
  label en "debt secured" zh "有担保"
  from contract
fact parts: list of part
  label en "instalments" zh "付款期次"
  from contract
fact sign_date: date
  label en "date of signing" zh "签约日"
  from contract

parameter max_days: days by customer.grade
  label en "longest credit days" zh "最长账期"
  source "Credit manual"
  in force from 2026-01-01 until 2026-06-30  review by 2026-06-01
  | A | 60 days |
  | B | 45 days |
  in force from 2026-07-01  review by 2027-06-01
  | A | 50 days |
  | B | 30 days |

table bonus: percent
  given net_days
  hit first
  | up to 30 days => 2% |
  | any           => 0% |

rule CRT-01 en "Too many credit days" zh "账期过长"
  severity high
  blocker arbitrary_credit
  countermeasure C3
  owner credit
  applies when net_days is stated and not secured is yes
  requires net_days <= max_days
  forbids any x in parts where (x.pct > 50% and not x.paid is yes)
  unless "old customer": customer.grade = A
  when undecided: violated
  why en "Long credit is lost credit." zh "账期越长越难收回。"
  remedy en "Shorten it." zh "缩短账期。"
  clause avoid en "Payable when convenient." zh "方便时付款。"
  clause prefer en "Payable within 30 days." zh "30日内付清。"
  basis "CC-628", "ICG9-6 (to be confirmed)", "House custom"

rule PAY-02 en "Bonus <script>alert(1)</script> & more" zh "折扣「<b>」过大"
  severity low
  forbids bonus > 1% or sign_date > 2026-12-31

example CRT-01 "ninety days"
  given customer.grade = B
        net_days = 90 days
        secured is absent
        parts = [(pct 30%, paid yes)]
  as of 2026-03-01
  expect CRT-01 violated
"""

COMPANY = """policy "Company" version "1"

exception "key account" to CRT-01
  when secured is yes
  in force from 2026-02-01

switch off PAY-02
  because "no bonus is <paid> any more"
"""


def load(*more: str) -> tuple[Program, dict[str, str]]:
    """The program of the house rules and other texts, and its sources."""
    loaded = load_texts([("house.policy", POLICY), *((f"more{at}.policy", text) for at, text in enumerate(more))])
    assert loaded.program is not None, loaded.diagnostics
    return loaded.program, dict(loaded.sources)
