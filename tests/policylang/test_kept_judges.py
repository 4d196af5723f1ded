"""The rules' own functions come compiled from earlier processes, and never from another program."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from presign.policylang import cache, compiler
from presign.policylang.cached_load import load_compiled
from presign.policylang.compiler import CompiledRules
from presign.policylang.outcome import Outcome
from presign.values import Quantity, Unit, known

_DAYS = """# language: en
policy "Days"  version 1
  owner "Credit"   source "Manual"
use "base.policy"
rule DAY-01 "Too many days"
  severity high     blocker arbitrary_credit
  applies when payment.net_days is stated
  requires payment.net_days <= 45 days
  when undecided: review
  message en "Too long." zh "太长。"
  remedy  en "Shorten." zh "缩短。"
  basis "Manual"
rule DAY-02 "No deposit"
  severity high     blocker arbitrary_credit
  requires deal.deposit is yes or payment.net_days <= {limit} days
  when undecided: review
  message en "None." zh "没有。"
  remedy  en "Ask for one." zh "要求。"
  basis "Manual"
"""
_BASE = """# language: en
policy "Base"  version 1
  owner "Credit"   source "Manual"
fact payment.net_days: days
  label en "credit days" zh "账期"
  from contract
{first}fact deal.deposit: yes/no
  label en "deposit" zh "定金"
  from case
"""


@pytest.fixture
def policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    monkeypatch.delenv("PRESIGN_NO_CACHE", raising=False)
    (tmp_path / "base.policy").write_text(_BASE.replace("{first}", ""), encoding="utf-8")
    file = tmp_path / "days.policy"
    file.write_text(_DAYS.replace("{limit}", "30"), encoding="utf-8")
    return file


def _rules(file: Path) -> CompiledRules:
    loaded, rules = load_compiled((file,))
    assert rules is not None, loaded.diagnostics
    return rules


def _judged(rules: CompiledRules, days: int) -> tuple[Outcome, ...]:
    # Whether there is a deposit isn't known: the rules are judged one by one.
    return rules.evaluate({"payment.net_days": known(Quantity(Decimal(days), Unit.DAYS))}, date(2026, 1, 1))


def _none_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("compiled anew")

    monkeypatch.setattr(compiler, "generate_rule", refuse)


def test_the_next_process_compiles_none(policy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = _rules(policy)
    expected = [_judged(first, days) for days in (20, 40, 60)]
    first.keep()
    assert [each.verdict.value for each in expected[2]] == ["violated", "undecided"]
    _none_is_compiled(monkeypatch)
    then = _rules(policy)
    assert [_judged(then, days) for days in (20, 40, 60)] == expected


def test_without_keeping_they_are_compiled(policy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _judged(_rules(policy), 60)
    _none_is_compiled(monkeypatch)
    with pytest.raises(AssertionError, match="compiled anew"):
        _judged(_rules(policy), 60)


def test_a_changed_policy_has_functions_of_its_own(policy: Path) -> None:
    first = _rules(policy)
    assert _judged(first, 40)[1].verdict.value == "undecided"
    first.keep()
    policy.write_text(_DAYS.replace("{limit}", "40"), encoding="utf-8")
    assert _judged(_rules(policy), 40)[1].verdict.value == "satisfied"


def test_a_changed_file_that_is_used_has_functions_of_its_own(policy: Path) -> None:
    first = _rules(policy)
    expected = _judged(first, 60)
    first.keep()
    more = 'fact deal.first: yes/no\n  label en "first" zh "首"\n  from case\n'
    (policy.parent / "base.policy").write_text(_BASE.replace("{first}", more), encoding="utf-8")
    assert _judged(_rules(policy), 60) == expected


def test_damaged_functions_are_compiled_anew(policy: Path) -> None:
    first = _rules(policy)
    expected = _judged(first, 60)
    folder = cache.folder()
    assert folder is not None
    before = set(folder.iterdir())
    first.keep()
    (entry,) = set(folder.iterdir()) - before
    content = entry.read_bytes()
    for damaged in (b"", content[:-1] + bytes((content[-1] ^ 0xFF,)), content[:40]):
        entry.write_bytes(damaged)
        assert _judged(_rules(policy), 60) == expected
    for foreign in (b"nonsense", b"N", b"i\x01\x00\x00\x00"):
        cache.write(entry.stem, foreign)
        assert _judged(_rules(policy), 60) == expected


def test_without_a_cache_nothing_is_kept(policy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESIGN_NO_CACHE", "1")
    rules = _rules(policy)
    assert _judged(rules, 60)[0].verdict.value == "violated"
    rules.keep()
    monkeypatch.delenv("PRESIGN_NO_CACHE")
    folder = cache.folder()
    assert folder is not None and not list(folder.iterdir())
