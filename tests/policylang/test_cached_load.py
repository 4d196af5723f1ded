"""The second load comes from the user's cache, says the same as the first, and trusts nothing damaged."""

from __future__ import annotations

import marshal
import os
import sys
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest
from presign.policylang import cache, cached_load
from presign.policylang.cached_load import load_compiled
from presign.policylang.load import load_program
from presign.policylang.outcome import Verdict
from presign.policylang.stored import restore, store
from presign.rules.packs import choose
from presign.values import Quantity, Unit, known

POLICY = """policy "Limits"
  version "1"

fact payment.net_days: days
  from contract
fact payment.retention: days
  from contract

rule CRT-01 "Short credit"
  severity high
  requires payment.net_days <= 30 days
"""
DAY = date(2026, 3, 2)

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("PRESIGN_NO_CACHE", raising=False)
    return tmp_path / "cache" / "presign" / "policies"


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    path = tmp_path / "limits.policy"
    path.write_text(POLICY, encoding="utf-8")
    return path


def verdict(path: Path, days: int) -> Verdict:
    rules = load_compiled([path])[1]
    assert rules is not None
    return rules.evaluate({"payment.net_days": known(Quantity(Decimal(days), Unit.DAYS))}, DAY)[0].verdict


def entry(home: Path) -> Path:
    (found,) = home.iterdir()
    return found


def test_the_second_load_says_what_the_first_said(home: Path, policy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_program([policy])
    written = load_compiled([policy])[0]
    monkeypatch.setattr(cached_load, "load_program", None)
    kept = load_compiled([policy])[0]
    assert repr(written) == repr(kept) == repr(first)
    assert [verdict(policy, days) for days in (30, 31)] == [Verdict.SATISFIED, Verdict.VIOLATED]


def test_a_rule_with_missing_facts_is_judged_from_the_cache(home: Path, policy: Path) -> None:
    for _ in range(2):
        rules = load_compiled([policy])[1]
        assert rules is not None
        assert rules.evaluate({}, DAY)[0].missing == ("payment.net_days",)


def test_another_text_is_another_entry(home: Path, policy: Path) -> None:
    assert verdict(policy, 31) is Verdict.VIOLATED
    policy.write_text(POLICY.replace("<= 30 days", "<= 45 days"), encoding="utf-8")
    assert verdict(policy, 31) is Verdict.SATISFIED
    assert len(list(home.iterdir())) == 2


def test_a_file_that_is_used_may_change(home: Path, policy: Path, tmp_path: Path) -> None:
    policy.write_text(POLICY.replace("30 days", "max_days") + 'use "max.policy"\n', encoding="utf-8")
    limit = "parameter max_days: days\n  in force from 2020-01-01\n  | {} days |\n"
    (tmp_path / "max.policy").write_text(limit.format(60), encoding="utf-8")
    assert [verdict(policy, 45), verdict(policy, 45)] == [Verdict.SATISFIED, Verdict.SATISFIED]
    (tmp_path / "max.policy").write_text(limit.format(10), encoding="utf-8")
    assert verdict(policy, 45) is Verdict.VIOLATED
    (tmp_path / "max.policy").unlink()
    assert load_compiled([policy])[0].program is None


def test_a_policy_with_errors_is_not_kept(home: Path, policy: Path) -> None:
    policy.write_text("rule", encoding="utf-8")
    loaded, rules = load_compiled([policy])
    assert (rules, loaded.program, len(loaded.diagnostics)) == (None, None, 1)
    assert list(home.iterdir()) == []


GARBAGE = b"not what anyone kept"
OTHERS = {
    "cut short": lambda sound: sound[:100],
    "empty": lambda sound: b"",
    "one bit": lambda sound: sound[:200] + bytes([sound[200] ^ 1]) + sound[201:],
    "no data": lambda sound: sha256(GARBAGE).digest() + GARBAGE,
    "other data": lambda sound: (lambda data: sha256(data).digest() + data)(marshal.dumps((marshal.dumps(1), b"N"))),
}


@pytest.mark.parametrize("damage", OTHERS)
def test_a_damaged_entry_is_made_anew(damage: str, home: Path, policy: Path) -> None:
    assert verdict(policy, 31) is Verdict.VIOLATED
    sound = entry(home).read_bytes()
    entry(home).write_bytes(OTHERS[damage](sound))
    assert verdict(policy, 31) is Verdict.VIOLATED
    digest, content = entry(home).read_bytes()[:32], entry(home).read_bytes()[32:]
    assert sha256(content).digest() == digest
    assert len(content) == len(sound) - 32


@posix
def test_the_folder_and_its_entries_are_the_users_own(home: Path, policy: Path) -> None:
    load_compiled([policy])
    assert (home.stat().st_mode & 0o777, entry(home).stat().st_mode & 0o777) == (0o700, 0o600)


@posix
def test_a_folder_others_may_write_is_not_used(home: Path, policy: Path) -> None:
    home.mkdir(parents=True)
    home.chmod(0o777)
    assert verdict(policy, 31) is Verdict.VIOLATED
    assert list(home.iterdir()) == []
    home.chmod(0o700)
    load_compiled([policy])
    entry(home).chmod(0o666)
    assert cache.read(entry(home).stem) is None


@posix
def test_a_folder_of_another_user_is_not_used(home: Path, policy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home.mkdir(parents=True)
    home.chmod(0o700)
    monkeypatch.setattr(os, "geteuid", lambda: home.stat().st_uid + 1)
    assert verdict(policy, 31) is Verdict.VIOLATED
    assert list(home.iterdir()) == []


@posix
def test_a_link_is_not_followed(home: Path, policy: Path, tmp_path: Path) -> None:
    load_compiled([policy])
    kept = entry(home)
    kept.rename(tmp_path / "elsewhere")
    kept.symlink_to(tmp_path / "elsewhere")
    assert cache.read(kept.stem) is None


def test_no_place_for_a_cache_is_no_error(tmp_path: Path, policy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("PRESIGN_NO_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert cache.folder() is None
    assert verdict(policy, 31) is Verdict.VIOLATED


def test_it_can_be_turned_off(home: Path, policy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESIGN_NO_CACHE", "1")
    assert verdict(policy, 31) is Verdict.VIOLATED
    assert not home.exists()


@pytest.mark.parametrize(
    ("platform", "expected"),
    [
        ("win32", "local/presign/policies"),
        ("darwin", "Library/Caches/presign/policies"),
        ("linux", ".cache/presign/policies"),
    ],
)
def test_each_platform_has_its_place(
    platform: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PRESIGN_NO_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", "relative/is/ignored")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", platform)
    assert cache.folder() == tmp_path / expected


def test_the_entries_used_last_are_left(home: Path) -> None:
    for number in range(cache.MAX_ENTRIES + 3):
        cache.write(f"k{number}", b"kept")
        os.utime(home / f"k{number}.policies", (1_000 + number, 1_000 + number))
    cache.write("last", b"kept")
    left = {path.stem for path in home.iterdir()}
    assert len(left) == cache.MAX_ENTRIES
    assert {"last", "k34", "k4"} <= left
    assert not left & {"k0", "k3"}


def test_half_written_entries_are_swept_once_they_are_old(home: Path) -> None:
    cache.write("one", b"kept")
    (home / "old.part").write_bytes(b"half")
    os.utime(home / "old.part", (1_000, 1_000))
    (home / "new.part").write_bytes(b"half")
    cache.write("two", b"kept")
    assert {path.name for path in home.iterdir()} == {"one.policies", "two.policies", "new.part"}


def test_the_shipped_packs_come_back_as_they_were() -> None:
    program = load_program(choose(()).paths).program
    assert program is not None
    assert repr(restore(store(program))) == repr(program)


@dataclass(frozen=True, slots=True)
class Stranger:
    name: str


def test_only_what_a_program_is_made_of_is_stored() -> None:
    with pytest.raises(TypeError):
        store((1, Stranger("x")))
    assert restore(store((True, 1, "", None, -1, 2**40, Decimal("1.50"), frozenset({"a"}), {"k": (date.min,)}))) == (
        *(True, 1, "", None, -1, 2**40, Decimal("1.50"), frozenset({"a"}), {"k": (date.min,)}),
    )
