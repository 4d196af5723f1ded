"""`presign policy fmt`: lay policy files out, in their own spelling or the other."""

from __future__ import annotations

import sys

import click

from ..messages import preferred_language
from .options import EXIT_CLEAN, EXIT_FAILED, EXIT_FINDINGS, language_option
from .policy import policy


@policy.command("fmt")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--check", is_flag=True, help="Write nothing; show what would change, exit 1 if anything would.")
@click.option("--to", type=click.Choice(("zh", "en")), help="Write keywords, words and units in this language.")
@language_option
def policy_fmt(paths: tuple[str, ...], check: bool, to: str | None, lang: str | None) -> None:
    """Lay policy files out in the one standard form (- reads standard input)."""
    from pathlib import Path

    from ..policylang import limits
    from ..policylang.formatting.files import STDIN, lay_out, replace
    from ..reports.formatting import render_comparison, render_count, render_refused, render_unwritten

    language = preferred_language(lang)
    stdin = sys.stdin.buffer.read(limits.MAX_BYTES + 1) if STDIN in paths else b""
    changed = same = failed = 0
    for laid in lay_out(paths, to, stdin):
        if laid.after is None:
            render_refused(laid, language, lang, sys.stderr)
            failed += 1
            continue
        changed, same = changed + laid.changed, same + (not laid.changed)
        if check and laid.changed:
            render_comparison(laid, language, sys.stdout)
        elif not check and laid.stream:
            sys.stdout.buffer.write(laid.after.encode("utf-8"))
        elif not check and laid.changed:
            try:
                replace(Path(laid.path), laid.after)
            except OSError as problem:
                render_unwritten(laid.path, (problem.strerror or "").lower(), language, sys.stderr)
                changed, failed = changed - 1, failed + 1
    if paths != (STDIN,):
        render_count(changed, same, check, language, sys.stderr if STDIN in paths else sys.stdout)
    sys.exit(EXIT_FAILED if failed else EXIT_FINDINGS if check and changed else EXIT_CLEAN)
