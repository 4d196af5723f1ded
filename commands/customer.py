"""`presign customer`: a customer's file with its grade, proposed limit and days, and why."""

from __future__ import annotations

import sys
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from ..messages import preferred_language
from .ledger import open_or_refuse, refuse_ledger
from .options import fail, language_option, policies_option, refuse, tell
from .privacy import full_option

if TYPE_CHECKING:
    from ..facts.fact import Fact
    from ..policylang.core import Program


@click.command("customer")
@click.argument("words", required=False, metavar="[NAME|NUMBER]")
@click.option("--case", metavar="CASE.yaml", help="What the company knows of the customer.")
@click.option(
    "--ledger",
    is_flag=False,
    flag_value="",
    metavar="[FILE|URL]",
    help="The ledger (default without --case: $PRESIGN_LEDGER, else presign-ledger.db).",
)
@policies_option
@click.option("--as-of", "as_of", type=click.DateTime(("%Y-%m-%d",)), help="Judge as of this day (default: today).")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "html")),
    default="text",
    show_default=True,
    help="Output format; html has the plots.",
)
@full_option
@language_option
def customer(
    words: str | None,
    case: str | None,
    ledger: str | None,
    policies: tuple[str, ...],
    as_of: datetime | None,
    form: str,
    full: bool,
    lang: str | None,
) -> None:
    """Show a customer's file, by registration number or exact name: grade, limit, days, exposure, payments."""
    from ..assessment.assess import assess
    from ..assessment.subject import subject
    from ..checker.run import Refusal, load
    from ..ledger.store.problems import LedgerProblem

    language = preferred_language(lang)
    day = as_of.date() if as_of else date.today()
    loaded = load(policies)
    if isinstance(loaded, Refusal):
        refuse(loaded, language)
    program = loaded.program
    if program is None:
        fail("cli.no_rules", language)
    given = _given(case, program, language)
    book = open_or_refuse(ledger, language) if ledger is not None or case is None else None
    about = subject(words, book, given, program, day)
    if book is not None:
        book.close()
    if isinstance(about, LedgerProblem):
        refuse_ledger(about, language)
    found = assess(about.book, program, day)
    if form == "json":
        from ..reports.customer_json import render as render_json

        render_json(about, found, sys.stdout)
    elif form == "html":
        from ..reports.page.customer import render as render_page

        render_page(about, found, program, language, sys.stdout, full=full)
    else:
        from ..reports.customer import render

        render(about, found, program, language, sys.stdout, full=full)
    for note in about.notes:
        tell(note.key, language, note.values)


def _given(case: str | None, program: Program, language: str) -> dict[str, Fact]:
    """The facts of the case file."""
    from ..checker.run import Refusal
    from ..ledger.case_file import read_case

    if case is None:
        return {}
    read = read_case(case, program)
    if read.problems:
        refuse(Refusal(case=read.problems), language)
    return {fact.name: fact for fact in read.facts}
