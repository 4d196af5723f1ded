"""`presign policy doc`: the handbook of policies as one HTML page."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from ..messages import preferred_language, say
from .options import fail, refuse
from .policy import policy


@policy.command("doc")
@click.argument("policies", nargs=-1, required=True, metavar="PACK|PATH…")
@click.option("--output", "-o", type=click.Path(), metavar="FILE", help="Write to a file (default: standard output).")
@click.option(
    "--lang",
    type=click.Choice(("zh", "en", "both")),
    default="both",
    show_default=True,
    help="Language of the handbook.",
)
@click.option(
    "--as-of", "as_of", type=click.DateTime(("%Y-%m-%d",)), help="Mark the values in force on this day (default: none)."
)
def policy_doc(policies: tuple[str, ...], output: str | None, lang: str, as_of: datetime | None) -> None:
    """Write the handbook of packs or policy files as one HTML page, ready to be signed off."""
    from ..checker.run import Refusal, load
    from ..reports.handbook import handbook, render

    chosen = None if lang == "both" else lang
    language = preferred_language(chosen)
    loaded = load(policies)
    if isinstance(loaded, Refusal):
        refuse(loaded, language, chosen)
    if loaded.program is None or not loaded.program.rules:
        fail("cli.no_rules", language)
    languages = ("zh", "en") if lang == "both" else (lang,)
    book = handbook(loaded.program, loaded.sources, languages, as_of.date() if as_of else None)
    html = render(book)
    if output is None or output == "-":
        click.echo(html, nl=False)
        return
    try:
        Path(output).write_text(html, encoding="utf-8", newline="\n")
    except OSError as problem:
        fail("pages.not_written", language, (("path", output), ("why", (problem.strerror or "").lower())))
    values = (("rules", str(len(loaded.program.rules))), ("path", output))
    click.echo(say("pages.written", language, values))
