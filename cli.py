"""The `presign` command: options in, exit codes out. Everything heavy is imported by the command that needs it.

Exit codes: 0 nothing at or above `--fail-on`; 1 findings; 2 the job couldn't be done.
"""

from __future__ import annotations

import sys
from datetime import datetime

import click

from . import __version__
from .commands import (  # noqa: F401  (they register themselves on the group)
    policy_analyse,
    policy_diff,
    policy_doc,
    policy_fmt,
    policy_lint,
    policy_mutate,
    policy_new,
)
from .commands.customer import customer
from .commands.explain import explain
from .commands.init import init
from .commands.ledger import ledger, ledger_options, tell_notes
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
)
from .commands.outputs import named_outputs, output_option, redline_option, report_format_option, write_outputs
from .commands.plan import plan
from .commands.policy import policy
from .commands.privacy import full_option, shown
from .commands.recognition import ocr_option, recognition
from .commands.route import route
from .commands.whatif import whatif
from .commands.worklist import worklist
from .messages import preferred_language

_STAGES = ("draft", "for_approval", "for_signing", "signed")
_SEVERITIES = ("block", "high", "medium", "low")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="presign")
def main() -> None:
    """Read a contract before it is signed and say, with proof, where the money may not come back.

    签约前读合同，逐条指出哪里可能收不回款。
    """


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@case_option
@ledger_options
@policies_option
@as_of_option
@click.option(
    "--stage", type=click.Choice(_STAGES), default="for_approval", show_default=True, help="How far the contract is."
)
@click.option("--side", type=click.Choice(("seller", "buyer")), default="seller", show_default=True, help="Whose risk.")
@click.option("--why", multiple=True, metavar="RULE", help="Prove the verdict on a rule, condition by condition.")
@click.option("--why-not", multiple=True, metavar="RULE", help="Prove why a rule didn't fire, and what would fire it.")
@click.option(
    "--fail-on", type=click.Choice(_SEVERITIES), default="high", show_default=True, help="Exit 1 from here on."
)
@report_format_option
@output_option
@redline_option
@full_option
@ocr_option
@language_option
def check(
    paths: tuple[str, ...],
    case: str | None,
    ledger: str | None,
    customer: str | None,
    policies: tuple[str, ...],
    as_of: datetime | None,
    stage: str,
    side: str,
    why: tuple[str, ...],
    why_not: tuple[str, ...],
    fail_on: str,
    form: str,
    outputs: tuple[str, ...],
    redline: bool,
    full: bool,
    ocr: str,
    lang: str | None,
) -> None:
    """Check contracts: files, folders or globs (DOCX, PDF, text, HTML, archives and mails with them)."""
    from .checker.asked import Asked, unknown_rule
    from .checker.run import Refusal, Request, run
    from .checker.summary import exit_code, nothing_ran
    from .policylang.core import Severity

    language = preferred_language(lang)
    files = named_outputs(outputs, language, redline)
    reading = recognition(ocr, language)
    day = as_of.date() if as_of else None
    report = run(Request(paths, policies, case, day, stage, side, ocr=reading, ledger=ledger, customer=customer))
    if isinstance(report, Refusal):
        refuse(report, language)
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
        from .reports.formats import write

        write(form, report, language, shown(sys.stdout, full or form != "text"))
    write_outputs(files, report, language, redline)
    tell_notes(report, language)
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
@click.option(
    "--view",
    type=click.Choice(("final", "original")),
    default="final",
    show_default=True,
    help="Tracked changes of Word: all accepted, or the text before them.",
)
@ocr_option
@language_option
def text(paths: tuple[str, ...], plain: bool, view: str, ocr: str, lang: str | None) -> None:
    """Print documents as the checker sees them, one block a line with its place."""
    from .checker.run import read_all
    from .parsers.document import Limits, View
    from .reports.blocks import render, render_plain

    language = preferred_language(lang)
    documents = read_all(paths, Limits(), recognition(ocr, language), View(view))
    failed = (render_plain if plain else render)(documents, language, sys.stdout, sys.stderr)
    sys.exit(EXIT_FAILED if failed else EXIT_CLEAN)


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


main.add_command(customer)
main.add_command(explain)
main.add_command(init)
main.add_command(route)
main.add_command(plan)
main.add_command(worklist)
main.add_command(whatif)
main.add_command(ledger)
main.add_command(policy)
