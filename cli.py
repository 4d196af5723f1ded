"""`presign check`, `facts`, `text`, `rules`: options in, exit codes out. What is heavy is imported where it is needed.

The other commands stand in `commands/`, with a line in `commands/table.py` each; the group is in `front.py`.

Exit codes: 0 nothing at or above `--fail-on`; 1 findings; 2 the job couldn't be done.
"""

from __future__ import annotations

import sys
from datetime import datetime

import click

from .checker.stages import STAGES
from .commands.accepting import Accepting, accepting_options
from .commands.ledger import ledger_options, tell_notes
from .commands.options import (
    EXIT_CLEAN,
    EXIT_FAILED,
    as_of_option,
    case_option,
    fail,
    format_option,
    language_option,
    policies_option,
    refuse,
    side_option,
    stage_option,
)
from .commands.outputs import named_outputs, output_option, redline_option, report_format_option, write_outputs
from .commands.portfolio import ManyFiles, check_many, portfolio_options, streams
from .commands.privacy import full_option, shown
from .commands.recognition import ocr_option, recognition
from .front import main
from .messages import preferred_language

_SEVERITIES = ("block", "high", "medium", "low")


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@case_option
@ledger_options
@policies_option
@as_of_option
@stage_option(*STAGES)
@side_option
@click.option("--why", multiple=True, metavar="RULE", help="Prove the verdict on a rule, condition by condition.")
@click.option("--why-not", multiple=True, metavar="RULE", help="Prove why a rule didn't fire, and what would fire it.")
@click.option(
    "--fail-on", type=click.Choice(_SEVERITIES), default="high", show_default=True, help="Exit 1 from here on."
)
@report_format_option
@output_option
@redline_option
@accepting_options
@full_option
@ocr_option
@portfolio_options
@language_option
def check(
    paths: tuple[str, ...],
    case: str | None,
    ledger: str | None,
    customer: str | None,
    policies: tuple[str, ...],
    as_of: datetime | None,
    stage: str | None,
    side: str,
    why: tuple[str, ...],
    why_not: tuple[str, ...],
    fail_on: str,
    form: str,
    outputs: tuple[str, ...],
    redline: bool,
    full: bool,
    ocr: str,
    many: ManyFiles,
    accepting: Accepting,
    lang: str | None,
) -> None:
    """Check contracts: files, folders or globs (DOCX, PDF, text, HTML, archives and mails with them)."""
    from .checker.warm import warm_up

    warm_up()
    from .checker.asked import Asked, unknown_rule
    from .checker.run import Refusal, Request, run
    from .checker.summary import exit_code, nothing_ran
    from .policylang.core import Severity
    from .reports.formats import load, write

    language = preferred_language(lang)
    reading = recognition(ocr, language)
    day = as_of.date() if as_of else None
    request = Request(
        paths, policies, case, day, stage, side, ocr=reading, ledger=ledger, customer=customer, jobs=many.jobs
    )
    if streams(form, outputs, many):
        accepting = accepting.in_rows(language)
        check_many(request, form, outputs, many, fail_on, lang, accepting, plain=not (why or why_not or redline))
    files = named_outputs(outputs, language, redline)
    accepting = accepting.opened(language)
    report = run(request, lambda: load(form))
    if isinstance(report, Refusal):
        refuse(report, language)
    report = accepting.applied(report, day, language)
    asked = Asked(why, why_not)
    if (missing := unknown_rule(asked, report.program)) is not None:
        key = "why.no_rule_near" if missing.near else "why.no_rule"
        fail(key, language, (("rule", missing.rule), ("near", missing.near)))
    if form == "json":
        from .reports.json import render as render_json

        render_json(report, language, sys.stdout, asked)
    elif asked:
        from .reports.why import render as render_proofs

        render_proofs(report, asked, language, shown(sys.stdout, full))
    else:
        write(form, report, language, shown(sys.stdout, full or form != "text", report.program))
    write_outputs(files, report, language, redline)
    tell_notes(report, language)
    accepting.recorded(report, request, language)
    if nothing_ran(report):
        fail("cli.no_rule_ran", language)
    sys.exit(exit_code(report, Severity(fail_on)))


@main.command()
@click.argument("paths", nargs=-1, metavar="PATH…")
@click.option("--vocabulary", is_flag=True, help="List every fact a rule may speak of, without reading a document.")
@policies_option
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "html")),
    default="text",
    show_default=True,
    help="Output format; html shows the contract with every fact marked in it.",
)
@full_option
@ocr_option
@language_option
def facts(
    paths: tuple[str, ...],
    vocabulary: bool,
    policies: tuple[str, ...],
    form: str,
    full: bool,
    ocr: str,
    lang: str | None,
) -> None:
    """Print what was read from contracts: each fact, its state, value, quote and place."""
    from .checker.run import Refusal, load

    language = preferred_language(lang)
    loaded = load(policies)
    if isinstance(loaded, Refusal):
        refuse(loaded, language)
    if loaded.program is None or not (paths or vocabulary):
        fail("cli.no_paths", language)
    if vocabulary:
        from .reports.vocabulary import render as render_vocabulary

        render_vocabulary(loaded.program, language, sys.stdout)
        return
    from .checker.extract import extract
    from .reports.facts import render

    extraction = extract(paths, loaded.program, recognition(ocr, language))
    render(extraction, language, form, shown(sys.stdout, full or form != "text"))
    sys.exit(EXIT_FAILED if extraction.unreadable or not extraction.documents else EXIT_CLEAN)


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--plain", is_flag=True, help="Only the words, one block a line: what machine formats point into.")
@click.option("--textconv", is_flag=True, help="For git's textconv: plain, and what can't be read is told in the text.")
@click.option(
    "--view",
    type=click.Choice(("final", "original")),
    default="final",
    show_default=True,
    help="Tracked changes of Word: all accepted, or the text before them.",
)
@ocr_option
@language_option
def text(paths: tuple[str, ...], plain: bool, textconv: bool, view: str, ocr: str, lang: str | None) -> None:
    """Print documents as the checker sees them, one block a line with its place."""
    from .checker.run import read_all
    from .parsers.document import Limits, View
    from .reports.blocks import render, render_plain

    language = preferred_language(lang)
    documents = read_all(paths, Limits(), recognition(ocr, language), View(view))
    told = sys.stdout if textconv else sys.stderr
    failed = (render_plain if plain or textconv else render)(documents, language, sys.stdout, told)
    # Git shows nothing at all of a history in which one textconv fails.
    sys.exit(EXIT_FAILED if failed and not textconv else EXIT_CLEAN)


@main.command()
@policies_option
@format_option
@language_option
def rules(policies: tuple[str, ...], form: str, lang: str | None) -> None:
    """List the rules of the packs."""
    from .checker.run import Refusal, load
    from .reports.rules import render

    language = preferred_language(lang)
    loaded = load(policies)
    if isinstance(loaded, Refusal):
        refuse(loaded, language)
    if loaded.program is None or not loaded.program.rules:
        fail("cli.no_rules", language)
    render(loaded.program, language, form, sys.stdout)
