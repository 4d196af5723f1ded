"""`presign approve`: an approval on record, tied to the terms it was given for."""

from __future__ import annotations

import sys
from datetime import date, datetime
from typing import TYPE_CHECKING, TextIO

import click

from ..messages import preferred_language, say
from .ledger import open_or_refuse, refuse_ledger, tell_notes
from .options import EXIT_CLEAN, EXIT_FAILED, case_option, fail, language_option, policies_option, refuse
from .privacy import full_option, shown

if TYPE_CHECKING:
    from ..checker.report import DocumentReport, Report
    from ..ledger.store.approvals import New
    from ..policylang.core import Program
    from ..values import Money

_DAY = click.DateTime(("%Y-%m-%d",))


@click.command("approve")
@click.argument("path", metavar="CONTRACT")
@click.option("--approver", "person", required=True, metavar="NAME", help="Who approves.")
@click.option("--role", required=True, metavar="ROLE", help="In which role: a member of approval_role or its label.")
@click.option(
    "--decision", type=click.Choice(("approve", "conditional", "reject")), default="approve", show_default=True
)
@click.option("--condition", default="", metavar="TEXT", help="What a conditional approval depends on; else a comment.")
@click.option("--on", "on", type=_DAY, help="The day of the decision (default: today).")
@click.option("--valid-until", type=_DAY, help="The last day the approval counts.")
@click.option("--amount-limit", metavar="MONEY", help="Up to which amount the approver may decide: CNY 500,000.")
@click.option("--days-limit", type=click.IntRange(0, 9_999), help="Up to how many days of credit.")
@case_option
@click.option(
    "--ledger",
    is_flag=False,
    flag_value="",
    metavar="[FILE|URL]",
    help="The ledger that keeps it (default: $PRESIGN_LEDGER, else presign-ledger.db).",
)
@policies_option
@full_option
@language_option
def approve(
    path: str,
    person: str,
    role: str,
    decision: str,
    condition: str,
    on: datetime | None,
    valid_until: datetime | None,
    amount_limit: str | None,
    days_limit: int | None,
    case: str | None,
    ledger: str | None,
    policies: tuple[str, ...],
    full: bool,
    lang: str | None,
) -> None:
    """Put an approval of a contract on record, with the terms approved; `presign route` counts it while they stand."""
    from ..checker.run import Refusal, Request, run
    from ..ledger.store.approvals import New

    language = preferred_language(lang)
    if decision == "conditional" and not condition.strip():
        fail("approved.no_condition", language)
    day = on.date() if on else date.today()
    report = run(Request((path,), policies, case, day, ledger=ledger or ""))
    if isinstance(report, Refusal):
        refuse(report, language)
    document = _contract(report, path, language)
    member = _role(role, report.program, language)
    last = valid_until.date() if valid_until else None
    limit = _limit(amount_limit, language)
    new = New(member, person.strip(), decision, day, limit, days_limit, last, condition.strip())
    added = _add(document, new, ledger, language)
    _tell(document, new, report.program, language, shown(sys.stdout, full), added=added)
    tell_notes(report, language)
    sys.exit(EXIT_CLEAN)


def _contract(report: Report, path: str, language: str) -> DocumentReport:
    from ..reports.unreadable import unreadable_lines

    for unreadable in report.unreadable:
        click.echo("\n".join(unreadable_lines(unreadable, language)), err=True)
        sys.exit(EXIT_FAILED)
    if len(report.documents) != 1 or report.documents[0].kind == "not_a_contract" or report.documents[0].nothing_read:
        fail("approved.no_contract", language, (("path", path),))
    return report.documents[0]


def _role(said: str, program: Program, language: str) -> str:
    from ..ledger.store.approvals import ROLES, role_member

    found = role_member(said, program)
    if found is None:
        roles = ", ".join(program.members[ROLES].members) if ROLES in program.members else ""
        fail("approved.bad_role", language, (("role", said), ("roles", roles)))
    return found


def _limit(written: str | None, language: str) -> Money | None:
    from ..ledger.literals import read_value
    from ..policylang.core import Sort, Type
    from ..values import Money

    if written is None:
        return None
    found = read_value(written, Type(Sort.MONEY), {})
    if not isinstance(found, Money) or found.amount < 0:
        fail("approved.bad_amount", language, (("text", written),))
    return found


def _add(document: DocumentReport, new: New, ledger: str | None, language: str) -> bool:
    from ..ledger.store.approvals import add_approval
    from ..ledger.store.ledger import check_whole
    from ..ledger.store.problems import Stopped

    book = open_or_refuse(ledger, language)
    assert document.contract is not None
    try:
        with book.writing() as connection:
            check_whole(connection, book.name)
            return add_approval(connection, document.contract, new)
    except Stopped as stopped:
        refuse_ledger(stopped.problem, language)
    finally:
        book.close()


def _tell(document: DocumentReport, new: New, program: Program, language: str, out: TextIO, *, added: bool) -> None:
    from ..reports.approval import approval_lines

    if not added:
        click.echo(say("approved.known", language), file=out)
        return
    assert document.contract is not None
    for line in approval_lines(document.contract, new, program, language):
        click.echo(line, file=out)
