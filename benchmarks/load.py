"""A policy of 1,000 rules parsed, checked and compiled, beside Lark alone on the same text; then again from the cache.

    python -m benchmarks.load

Prints ratios of times taken in turn in one process, medians of several rounds, garbage collected before each. Lark
alone lexes and parses with an embedded transformer that makes tuples: it knows no places, checks nothing, reports
nothing. Its contextual lexer is the faster of the two here, so it is the measure. What a case with missing facts needs
besides, one function a rule, is compiled when such a case comes; the last figure is all of that at once.
"""

from __future__ import annotations

import gc
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from presign.policylang.cached_load import load_compiled
from presign.policylang.codegen import generate_rule
from presign.policylang.compiler import CompiledRules

from .lark_alone import parser

RULES, ROUNDS = 1000, 5

HEAD = """policy "Benchmark"
  version "1"

fact contract.amount: money
  from contract
fact payment.net_days: days
  from contract
fact buyer.known: yes/no
  from contract
parameter max_amount: money
  in force from 2020-01-01
  | CNY 500,000 |
"""

RULE = """
rule CRT-{number} "Credit of {days} days needs a limit"
  severity high
  blocker arbitrary_credit
  applies when contract.amount > CNY {amount}000 and buyer.known is yes
  requires payment.net_days <= {days} days or contract.amount <= max_amount
  forbids buyer.known is no and payment.net_days > {longest} days
  unless "the money is there": contract.amount < CNY {number}
  message en "the money is due {days} days after delivery"
          zh "货款在交货后{days}日才到期"
  why en "money lent for longer comes back less often"
      zh "账期越长，货款越难收回"
  remedy en "shorten the term" zh "缩短账期"
  basis "credit manual, section {number}"
"""


def policy() -> str:
    """The text: every rule with the clauses rules mostly have, no two alike."""
    rules = (
        RULE.format(number=number, amount=number + 1, days=number % 90 + 1, longest=number % 50 + 30)
        for number in range(RULES)
    )
    return HEAD + "".join(rules)


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    began = time.perf_counter()
    result = work()
    spent = time.perf_counter() - began
    del result
    return spent


def _loaded(path: Path, *, keep: bool) -> CompiledRules:
    os.environ["PRESIGN_NO_CACHE"] = "" if keep else "1"
    loaded, rules = load_compiled([path])
    assert rules is not None, loaded.diagnostics
    return rules


def _every_rule(rules: CompiledRules) -> None:
    for index in range(RULES):
        compile(generate_rule(index, rules.generated.layout).text, "<rule>", "exec")


def main() -> None:
    """Measure in a cache folder of its own."""
    text = policy()
    lark = parser("contextual")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "benchmark.policy")
        path.write_text(text, encoding="utf-8")
        os.environ["XDG_CACHE_HOME"] = folder
        rules = _loaded(path, keep=True)
        names = ("load", "load and keep", "again from the cache", "every rule's own function")
        ratios: dict[str, list[float]] = {name: [] for name in names}
        for _ in range(ROUNDS):
            alone = _seconds(lambda: lark.parse(text))
            ratios[names[0]].append(_seconds(lambda: _loaded(path, keep=False)) / alone)
            ratios[names[2]].append(_seconds(lambda: _loaded(path, keep=True)) / alone)
            ratios[names[3]].append(_seconds(lambda: _every_rule(rules)) / alone)
            for entry in Path(folder, "presign", "policies").iterdir():
                entry.unlink()
            ratios[names[1]].append(_seconds(lambda: _loaded(path, keep=True)) / alone)
    told = (
        f"{name} {statistics.median(each):.2f} ({min(each):.2f} to {max(each):.2f})" for name, each in ratios.items()
    )
    print(f"{RULES:,} rules, {len(text):,} characters / Lark alone: {', '.join(told)}")


if __name__ == "__main__":
    main()
