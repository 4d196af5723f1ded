"""The example policy of the linter's documentation: complete, without a finding, and to be written wrongly."""

from __future__ import annotations

from ..parse import parse
from ..printer import print_module
from .model import Snippet

FRAME = """# language: en
policy "Credit sales" version "1"
  owner "Credit Control"  source "Credit Manual 2026"  side seller

fact payment.net_days: days
  label en "credit days" zh "账期"
  alias 付款.账期
  from contract

fact contract.amount: money
  label en "contract amount" zh "合同金额"
  alias 合同.金额
  from contract

kinds role: manager zh "经理" en "manager", director zh "总监" en "director"

parameter max_days: days
  label en "longest credit days" zh "最长账期"
  source "Credit Manual 2026, section 4"
  in force from 2026-01-01 review by 2026-12-31
  | 60 days |

table approver: role
  label en "who approves" zh "审批人"
  source "Credit Manual 2026, section 7"
  given contract.amount
  hit unique
  in force from 2026-01-01 review by 2026-12-31
  | up to CNY 500,000 => manager |
  | over CNY 500,000 => director |

rule PAY-01 en "Credit days exceed the limit" zh "账期超过上限"
  severity high
  blocker arbitrary_credit
  countermeasure C3
  owner credit
  applies when payment.net_days is present
  requires payment.net_days <= max_days
  message en "credit of {payment.net_days}, {max_days} allowed" zh "账期{payment.net_days}，上限{max_days}"
  why en "Longer credit ties up money and loses more of it." zh "账期越长，占用资金越多，坏账越多。"
  remedy en "Shorten the credit days." zh "缩短账期。"
  clause avoid en "Payment within 120 days of delivery." zh "货到后120日内付款。"
  clause prefer en "Payment within 60 days of delivery." zh "货到后60日内付款。"
  basis "Credit Manual 2026, section 4"

example PAY-01 "90 days"
  given payment.net_days = 90 days
  expect PAY-01 violated

example PAY-01 "30 days"
  given payment.net_days = 30 days
  expect PAY-01 satisfied

example PAY-01 "days not read"
  given payment.net_days is unknown
  expect PAY-01 undecided
"""

_ALIASES = (("payment.net_days", "付款.账期"), ("contract.amount", "合同.金额"))


def written(snippet: Snippet, language: str = "en", own: Snippet | None = None) -> str:
    """The example policy with a snippet in it, in a language; `own` is the snippet in Chinese."""
    if language == "en":
        return _with(FRAME, snippet)
    text = print_module(parse(FRAME if own else _with(FRAME, snippet)).module, "zh")
    for name, alias in _ALIASES:
        text = text.replace(f"事实 {name}", "\0").replace(name, alias).replace("\0", f"事实 {name}")
        text = text.replace(f"别名 {name}", f"别名 {alias}")
    return _with(text, own) if own else text


def another(number: str, en: str, zh: str) -> str:
    """The rule of the example policy with its examples, under another id and title."""
    rule = FRAME[FRAME.index("rule PAY-01") :]
    title = 'en "Credit days exceed the limit" zh "账期超过上限"'
    return rule.replace("PAY-01", number).replace(title, f'en "{en}" zh "{zh}"')


def declarations(text: str) -> list[str]:
    """The declarations of a policy, each as its text with the comments above it."""
    found: list[str] = []
    for block in text.split("\n\n"):
        if block.strip():
            found.append(block.strip("\n"))
    return found


def _with(text: str, snippet: Snippet) -> str:
    if not snippet.new and not snippet.old:
        return text
    if not snippet.old:
        return f"{text}\n{snippet.new}"
    assert snippet.old in text, snippet.old
    return text.replace(snippet.old, snippet.new, 1)
