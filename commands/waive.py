"""`presign waive`: accept one finding until a day, by somebody who may."""

from __future__ import annotations

import getpass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..messages import preferred_language, say
from .accepting import tell_problems
from .options import EXIT_FAILED, fail, language_option, policies_option, refuse

if TYPE_CHECKING:
    from ..checker.waivers.model import Waiver
    from ..policylang.core import Program


@click.command("waive")
@click.argument("fingerprint", metavar="RULE@FINGERPRINT")
@click.option("--reason", required=True, help="Why the finding is accepted.")
@click.option("--approver", required=True, metavar="NAME", help="Who approves it.")
@click.option("--until", required=True, type=click.DateTime(("%Y-%m-%d",)), help="The last day it holds.")
@click.option("--role", default="", help="The approver's role in the authority matrix; rules that block need it.")
@click.option("--requested-by", metavar="NAME", help="Who asks (default: the user of git, else of this computer).")
@click.option("--file", "contract", default="", metavar="NAME", help="The contract's file; without it, any contract.")
@click.option("--rule", metavar="RULE", help="The rule, when the fingerprint is written without it.")
@click.option("--waivers", default="presign-waivers.yaml", show_default=True, metavar="FILE", help="Where it is kept.")
@click.option("--today", type=click.DateTime(("%Y-%m-%d",)), hidden=True)
@policies_option
@language_option
def waive(
    fingerprint: str,
    reason: str,
    approver: str,
    until: datetime,
    role: str,
    requested_by: str | None,
    contract: str,
    rule: str | None,
    waivers: str,
    today: datetime | None,
    policies: tuple[str, ...],
    lang: str | None,
) -> None:
    """Accept one finding of a check until a day: its rule and fingerprint stand in the report."""
    from ..checker.waivers.append import refused
    from ..checker.waivers.limits import waiver_limits
    from ..checker.waivers.model import Waiver

    language = preferred_language(lang)
    day = today.date() if today else date.today()
    named, digest = _finding(fingerprint, rule, language)
    program = _program(policies, language)
    asked = requested_by or _user(Path(waivers))
    role = _role(role, program)
    waiver = Waiver(named, digest, reason.strip(), approver.strip(), asked, day, until.date(), contract, role)
    problem = refused(waiver, program, waiver_limits(program, day), day)
    if problem is not None:
        fail(problem.key, language, problem.values)
    _write(Path(waivers), waiver, language)
    values = (("until", waiver.until.isoformat()), ("rule", named), ("path", waivers))
    click.echo(say("waivers.written", language, values))


def _finding(written: str, rule: str | None, language: str) -> tuple[str, str]:
    """The rule and the fingerprint; empty for one that is missing on purpose."""
    from ..checker.waivers.read import shape_of

    before, at, after = written.rpartition("@")
    digest = shape_of(after)
    if digest is None:
        if not at and rule is None and not before:
            # A rule alone would waive whatever it finds.
            fail("waivers.refused_broad", language)
        fail("waivers.no_fingerprint", language, (("text", after),))
    named = (before or rule or "").strip().upper()
    if digest and not named:
        fail("waivers.no_rule", language, (("text", written),))
    return named, digest


def _program(policies: tuple[str, ...], language: str) -> Program:
    from ..checker.run import Refusal, load

    loaded = load(policies)
    if isinstance(loaded, Refusal):
        refuse(loaded, language)
    if loaded.program is None:
        fail("cli.no_rules", language)
    return loaded.program


def _role(said: str, program: Program) -> str:
    """The role as the authority matrix names it; what it doesn't name stays as it was said, and is refused."""
    if not said.strip():
        return ""
    from ..ledger.store.approvals import role_member

    return role_member(said, program) or said


def _user(file: Path) -> str:
    from ..checker.waivers.git import user_name

    try:
        return user_name(file.parent) or getpass.getuser()
    except (KeyError, OSError):
        return ""


def _write(path: Path, waiver: Waiver, language: str) -> None:
    from ..checker.waivers.append import appended
    from ..checker.waivers.model import WaiverProblem
    from .files import write_whole

    try:
        text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
        made = appended(text, waiver, str(path))
        if not isinstance(made, WaiverProblem):
            write_whole(path, made.encode("utf-8"))
            return
    except UnicodeDecodeError:
        made = WaiverProblem("waivers.encoding", str(path), 1)
    except OSError as problem:
        fail("waivers.not_written", language, (("path", str(path)), ("why", (problem.strerror or "").lower())))
    tell_problems((made,), language)
    raise SystemExit(EXIT_FAILED)
