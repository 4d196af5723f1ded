"""Waivers of another revision: what the working copy says doesn't count, and nothing in a name is run."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from presign.checker.waivers import git
from presign.checker.waivers.git import user_name, waivers_from

ENTRY = """\
waivers:
  - rule: DAY-01
    fingerprint: 1a2b3c4d5e6f7788
    reason: agreed
    approver: Li Na
    requested_by: Wang Wei
    created: 2026-03-01
    until: 2026-05-30
"""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose branch `main` has a waiver, and whose working copy has one more."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    folder = tmp_path / "repo with blanks"
    (folder / "deal").mkdir(parents=True)
    run(folder, "init", "--quiet", "--initial-branch=main")
    run(folder, "config", "user.name", "Wang Wei")
    run(folder, "config", "user.email", "w@example.com")
    (folder / "deal" / "w.yaml").write_text(ENTRY, encoding="utf-8")
    run(folder, "add", ".")
    run(folder, "commit", "--quiet", "-m", "first")
    run(folder, "checkout", "--quiet", "-b", "change")
    more = ENTRY + ENTRY.removeprefix("waivers:\n").replace("DAY-01", "PEN-01")
    (folder / "deal" / "w.yaml").write_text(more, encoding="utf-8")
    run(folder, "commit", "--quiet", "-am", "second")
    return folder


def run(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True)


def test_the_base_branch_decides(repository: Path) -> None:
    path = repository / "deal" / "w.yaml"
    base, change = waivers_from("main", path), waivers_from("change", path)
    assert base is not None and change is not None
    assert [each.rule for each in base.waivers] == ["DAY-01"]
    assert [each.rule for each in change.waivers] == ["DAY-01", "PEN-01"]
    assert base.name == f"main:{path}"


def test_a_revision_without_the_file_waives_nothing(repository: Path) -> None:
    assert waivers_from("main", repository / "deal" / "other.yaml") is None


def test_a_malformed_file_of_a_revision_is_told_with_its_line(repository: Path) -> None:
    (repository / "deal" / "w.yaml").write_text("waivers:\n  - DAY-01\n", encoding="utf-8")
    run(repository, "commit", "--quiet", "-am", "third")
    found = waivers_from("HEAD", repository / "deal" / "w.yaml")
    assert found is not None
    assert [(each.key, each.line) for each in found.problems] == [("waivers.not_an_entry", 2)]


@pytest.mark.parametrize("reference", ["", "--output=/tmp/x", "-h", "main:deal", "a\nb"])
def test_a_reference_is_never_an_option(repository: Path, reference: str) -> None:
    assert key(waivers_from(reference, repository / "deal" / "w.yaml")) == "waivers.bad_reference"


@pytest.mark.parametrize("reference", ["nowhere", "main; touch hacked", "$(touch hacked)", "main@{upstream}"])
def test_a_reference_that_is_none_is_told_and_not_run(repository: Path, reference: str) -> None:
    assert key(waivers_from(reference, repository / "deal" / "w.yaml")) == "waivers.no_reference"
    assert not list(repository.rglob("hacked"))


def test_a_folder_outside_a_repository_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert key(waivers_from("main", tmp_path / "w.yaml")) == "waivers.no_repository"


def test_a_machine_without_git_and_a_git_that_hangs_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert key(waivers_from("main", tmp_path / "w.yaml")) == "waivers.no_git"
    assert user_name(tmp_path) == ""
    slow = tmp_path / "git"
    slow.write_text("#!/bin/sh\nexec /bin/sleep 30\n", encoding="utf-8")
    slow.chmod(0o755)
    monkeypatch.setattr(git, "_SECONDS", 0.2)
    assert key(waivers_from("main", tmp_path / "w.yaml")) == "waivers.git_slow"


def test_the_user_of_git_is_who_asks(repository: Path) -> None:
    assert user_name(repository) == "Wang Wei"


def key(found: object) -> str:
    problems = getattr(found, "problems", ())
    assert len(problems) == 1, found
    return str(problems[0].key)
