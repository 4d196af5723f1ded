"""`presign init`: the company's own values in one file, for a finance person to edit."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from ..messages import advise, preferred_language, say
from .options import fail, refuse


@click.command("init")
@click.argument("file", default="company.policy", metavar="[FILE]")
@click.option("--lang", type=click.Choice(("zh", "en")), help="Language of the file (default: the locale).")
def init(file: str, lang: str | None) -> None:
    """Write the company's credit policy with the shipped defaults: credit days, prepayment, thresholds, authority
    matrix, dunning ladders, rates. An existing file is never touched.
    """
    from ..checker.run import Refusal, load
    from ..rules.company import company_parameters, company_policy
    from .files import write_whole

    language = preferred_language(lang)
    path = Path(file)
    if path.suffix != ".policy":
        fail("init.no_policy", language, (("path", file),))
    if path.exists():
        fail("init.there", language, (("path", file),))
    loaded = load(())
    if isinstance(loaded, Refusal):
        refuse(loaded, language)
    assert loaded.program is not None
    text = company_policy(loaded.program, language, date.today(), path.name)
    try:
        write_whole(path, text.encode("utf-8"))
    except OSError as problem:
        fail("init.not_written", language, (("path", file), ("why", (problem.strerror or "").lower())))
    values = (("path", file), ("count", str(len(company_parameters(loaded.program)))))
    click.echo(f"{say('init.written', language, values)}\n  = {advise('init.written', language, values)}", err=True)
