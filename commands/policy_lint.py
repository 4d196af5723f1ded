"""`presign policy lint`: what is sound in a policy and yet ought to be better."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..messages import preferred_language, say
from .options import EXIT_CLEAN, EXIT_FINDINGS, fail, format_option, language_option, refuse
from .policy import policy

if TYPE_CHECKING:
    from ..policylang.lint.fix import Fixed
    from ..policylang.lint.model import Finding
    from ..policylang.load import Loaded

_ROUNDS = 10
"""A fix may uncover another; each round takes at least one negation away, and a condition has few."""


@policy.command("lint")
@click.argument("paths", nargs=-1, metavar="[PATH|PACK]…")
@click.option("--fix", is_flag=True, help="Mend what can be mended without changing a verdict.")
@click.option("--select", default="", metavar="CODES", help="Only these checks: codes, their beginnings, or names.")
@click.option("--ignore", default="", metavar="CODES", help="Not these checks.")
@format_option
@language_option
def policy_lint(paths: tuple[str, ...], fix: bool, select: str, ignore: str, form: str, lang: str | None) -> None:
    """Find what makes policies hard to read, trust or maintain (default: the shipped packs)."""
    from ..policylang.lint.registry import CHECKS, chosen
    from ..policylang.lint.run import lint
    from ..reports.lint import write_json, write_text

    language = preferred_language(lang)
    codes, unknown = chosen(_listed(select), _listed(ignore))
    if unknown:
        fail("lint.no_check", language, (("name", unknown[0]),))
    if not codes:
        fail("lint.nothing_chosen", language)
    loaded = _load(paths, language, lang)
    failed = fix and _mend(loaded, paths, codes, language)
    if fix:
        loaded = _load(paths, language, lang)
    assert loaded.program is not None
    asked = _asked(paths, loaded)
    findings = lint(loaded.program, loaded.sources, asked, codes)
    if form == "json":
        write_json(findings, {check.code: check.name for check in CHECKS}, loaded.sources, lang, sys.stdout)
    else:
        write_text(findings, loaded.sources, len(asked), language, lang, sys.stdout)
    sys.exit(EXIT_FINDINGS if findings or failed else EXIT_CLEAN)


def _listed(codes: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in codes.replace("，", ",").split(",") if each.strip())


def _load(paths: Sequence[str], language: str, lang: str | None) -> Loaded:
    from ..checker.run import Refusal, load

    loaded = load(paths)
    if isinstance(loaded, Refusal):
        refuse(loaded, language, lang)
    return loaded


def _asked(paths: Sequence[str], loaded: Loaded) -> list[str]:
    """The files named, or all; not what is loaded only for its vocabulary or by `use`."""
    from ..rules.packs import packs

    if not paths:
        return list(loaded.sources)
    roots = [packs().get(path, Path(path)).resolve() for path in paths]
    return [path for path in loaded.sources if any(Path(path).resolve().is_relative_to(root) for root in roots)]


def _mend(loaded: Loaded, paths: Sequence[str], codes: frozenset[str], language: str) -> bool:
    """Make the safe fixes, in rounds; whether one couldn't be made."""
    from ..checker.run import load
    from ..policylang.lint.fix import fixed
    from ..policylang.lint.run import lint
    from ..policylang.load import Loaded

    done: dict[str, int] = {}
    failed: set[str] = set()
    for _ in range(_ROUNDS):
        assert loaded.program is not None
        findings = lint(loaded.program, loaded.sources, _asked(paths, loaded), codes)
        fixes = {path: found for path, text in loaded.sources.items() if (found := fixed(text, _of(findings, path)))}
        written = {path: each for path, each in fixes.items() if path not in failed and _write(path, each, loaded)}
        failed |= fixes.keys() - written.keys()
        for path, each in written.items():
            done[path] = done.get(path, 0) + each.count
        again = load(paths) if written else None
        if not isinstance(again, Loaded):
            break
        loaded = again
    _say(done, failed, language)
    return bool(failed)


def _of(findings: Sequence[Finding], path: str) -> list[Finding]:
    return [finding for finding in findings if finding.diagnostic.span.path == path]


def _write(path: str, fix: Fixed, loaded: Loaded) -> bool:
    """Write a fix to its file, unless the file isn't the one that was read or the program would no longer be sound."""
    from ..policylang.lint.fix import edited_lines, still_sound
    from .files import write_whole

    try:
        raw = Path(path).read_bytes().decode("utf-8")
        if raw.replace("\r\n", "\n") != loaded.sources[path] or not still_sound(loaded.sources, {path: fix.text}):
            return False
        write_whole(Path(path), edited_lines(raw, fix.edits).encode("utf-8"))
    except (OSError, UnicodeDecodeError):
        return False
    return True


def _say(done: Mapping[str, int], failed: set[str], language: str) -> None:
    for path, count in sorted(done.items()):
        click.echo(say("lint.fixed", language, (("path", path), ("count", str(count)))), err=True)
    for path in sorted(failed):
        click.echo(say("lint.not_fixed", language, (("path", path),)), err=True)
