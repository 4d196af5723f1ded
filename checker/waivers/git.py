"""The waiver file of another revision, so that a pull request can't waive its own findings.

Git is run with a list of arguments, without a shell, a prompt, hooks, text conversion or the network, for a limited
time. What stands in a reference is never taken for an option.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from .model import WaiverFile, WaiverProblem
from .read import waivers_of

_SECONDS = 30.0
_QUIET = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "LC_ALL": "C",
}


def waivers_from(reference: str, path: Path) -> WaiverFile | None:
    """The waiver file as it is in a revision of its repository; None when the revision has no such file."""
    name = f"{reference}:{path}"
    folder, file = path.parent, f"./{path.name}"
    if not reference or reference.startswith("-") or any(sign in reference for sign in ":\n\0"):
        return _failed("waivers.bad_reference", name, reference=reference)
    inside = _git(folder, "rev-parse", "--git-dir")
    if isinstance(inside, str):
        return _failed(inside, name, folder=str(folder))
    if inside.returncode:
        return _failed("waivers.no_repository", name, folder=str(folder), why=_first_line(inside))
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}")
    if isinstance(commit, str):
        return _failed(commit, name)
    if commit.returncode:
        return _failed("waivers.no_reference", name, reference=reference)
    revision = commit.stdout.decode("ascii", "replace").strip()
    blob = _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}:{file}")
    if isinstance(blob, str):
        return _failed(blob, name)
    if blob.returncode:
        return None
    content = _git(folder, "cat-file", "blob", blob.stdout.decode("ascii", "replace").strip())
    if isinstance(content, str):
        return _failed(content, name)
    if content.returncode:
        return _failed("waivers.git_failed", name, why=_first_line(content))
    return waivers_of(content.stdout, name)


def user_name(folder: Path) -> str:
    """The name git signs commits with in a folder; empty when there is none."""
    found = _git(folder, "config", "user.name")
    return "" if isinstance(found, str) or found.returncode else found.stdout.decode("utf-8", "replace").strip()


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes] | str:
    """What git answers, or the key of the message why it couldn't be asked."""
    command = ["git", "-C", str(folder), "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", *arguments]
    try:
        return subprocess.run(
            command, capture_output=True, stdin=subprocess.DEVNULL, timeout=_SECONDS, env={**os.environ, **_QUIET}
        )
    except subprocess.TimeoutExpired:
        return "waivers.git_slow"
    except OSError:
        return "waivers.no_git"


def _first_line(answer: subprocess.CompletedProcess[bytes]) -> str:
    lines = answer.stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ") if lines else ""


def _failed(key: str, name: str, **values: str) -> WaiverFile:
    return WaiverFile(name, problems=(WaiverProblem(key, "", 0, tuple(values.items())),))
