"""A policy of 1,000 rules parsed, checked and compiled, beside Lark alone on the same text; then again from the cache.

    python -m benchmarks --only load

Lark alone lexes and parses with an embedded transformer that makes tuples: it knows no places, checks nothing, reports
nothing. Its contextual lexer is the faster of the two here, so it is the measure. What a case with missing facts needs
besides, one function a rule, is compiled when such a case comes; "made one by one" is all of that at once. The last
line has the shipped packs.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from presign.policylang.cached_load import load_compiled
from presign.policylang.codegen import generate_rule
from presign.policylang.compiler import CompiledRules
from presign.policylang.load import Packs
from presign.rules.packs import choose, packs

from .lark_alone import parser
from .suite.figures import Figure, in_turn, show, spent

RULES, ROUNDS = 1000, 5
ASKED = {"loaded": "≤ 2", "from-the-cache": "≤ 0.15"}

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


def policy(count: int = RULES) -> str:
    """The text: every rule with the clauses rules mostly have, no two alike."""
    rules = (
        RULE.format(number=number, amount=number + 1, days=number % 90 + 1, longest=number % 50 + 30)
        for number in range(count)
    )
    return HEAD + "".join(rules)


def loaded(path: Path, *, keep: bool) -> CompiledRules:
    """A policy loaded, with the cache or without."""
    return _loaded([path], {}, keep)


def _shipped(keep: bool) -> CompiledRules:
    return _loaded(choose(()).paths, packs(), keep)


def _loaded(paths: Sequence[Path], known: Packs, keep: bool) -> CompiledRules:
    before = os.environ.get("PRESIGN_NO_CACHE", "")
    os.environ["PRESIGN_NO_CACHE"] = "" if keep else "1"
    found, rules = load_compiled(paths, known)
    os.environ["PRESIGN_NO_CACHE"] = before
    assert rules is not None, found.diagnostics
    return rules


def _every_rule(rules: CompiledRules) -> None:
    for index in range(len(rules.program.rules)):
        compile(generate_rule(index, rules.generated.layout).text, "<rule>", "exec")


def figures(quick: bool) -> Iterator[Figure]:
    """Lark alone beside the whole load, the same kept, and from the cache; in a cache folder of their own."""
    count, rounds = (50, 1) if quick else (RULES, ROUNDS)
    text, lark = policy(count), parser("contextual")
    before = os.environ.get("XDG_CACHE_HOME")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "benchmark.policy")
        path.write_text(text, encoding="utf-8")
        os.environ["XDG_CACHE_HOME"] = folder
        ratios = _ratios(path, Path(folder, "presign", "policies"), lambda: lark.parse(text), rounds)
        _shipped(keep=True)
        shipped = in_turn(lambda: _shipped(keep=True), lambda: _shipped(keep=False), rounds)
    if before is None:
        del os.environ["XDG_CACHE_HOME"]
    else:
        os.environ["XDG_CACHE_HOME"] = before
    for key, each in ratios.items():
        name = f"{count:,} rules {key.replace('-', ' ')}"
        yield Figure(f"load.{key}", name, "Lark alone", tuple(each), ASKED.get(key, ""))
    yield Figure("load.packs", "all shipped packs from the cache", "loaded anew", shipped)


def _ratios(path: Path, kept: Path, alone: Callable[[], object], rounds: int) -> dict[str, list[float]]:
    rules = loaded(path, keep=True)
    alone()
    ratios: dict[str, list[float]] = {}
    for _ in range(rounds):
        floor = spent(alone)
        ratios.setdefault("loaded", []).append(spent(lambda: loaded(path, keep=False)) / floor)
        ratios.setdefault("from-the-cache", []).append(spent(lambda: loaded(path, keep=True)) / floor)
        ratios.setdefault("made-one-by-one", []).append(spent(lambda: _every_rule(rules)) / floor)
        for entry in kept.iterdir():
            entry.unlink()
        ratios.setdefault("loaded-and-kept", []).append(spent(lambda: loaded(path, keep=True)) / floor)
    return ratios


def main() -> None:
    """Print the figures."""
    show(figures(False))


if __name__ == "__main__":
    main()
