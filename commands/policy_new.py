"""`presign policy new`: a rule with its examples, for an author to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..messages import advise, preferred_language, say
from .options import fail, refuse
from .policy import policy

if TYPE_CHECKING:
    from ..policylang.load import Loaded


@policy.command("new")
@click.argument("number", metavar="ID")
@click.option("--title", default="", help="The rule's title, in the language of the rule.")
@click.option("--into", metavar="FILE", help="Append to a policy file; it is created if it isn't there.")
@click.option(
    "--lang", type=click.Choice(("zh", "en")), help="Language of the rule (default: the file's, else the locale)."
)
def policy_new(number: str, title: str, into: str | None, lang: str | None) -> None:
    """Scaffold a rule with examples: printed, or appended to a file."""
    from ..rules.scaffold import next_free, scaffold, well_formed, well_formed_like

    language = preferred_language(lang)
    shipped = _load((), language, lang)
    assert shipped.program is not None
    taken = [rule.id for rule in shipped.program.rules]
    if not well_formed(number):
        fail("new.ill_formed", language, (("id", number), ("near", well_formed_like(number, taken))))
    family = number.split("-", 1)[0]
    if number in taken and into is None:
        fail("new.taken", language, (("id", number), ("near", next_free(family, taken))))
    if into is None:
        click.echo(scaffold(number, shipped.program, language, title), nl=False)
        return
    path = Path(into)
    if path.suffix != ".policy" or (path.exists() and not path.is_file()):
        fail("new.no_file", language, (("path", into),))
    own = _load((into,), language, lang) if path.exists() else None
    raw = _raw(path, language)
    if own is not None and own.program is not None:
        language = lang or _spoken(raw)
        there = [rule.id for rule in own.program.rules]
        if number in there and number not in taken:
            values = (("path", into), ("id", number), ("near", next_free(family, (*there, *taken))))
            fail("new.in_file", preferred_language(lang), values)
        taken += there
    if number in taken:
        fail("new.taken", preferred_language(lang), (("id", number), ("near", next_free(family, taken))))
    added = scaffold(number, shipped.program, language, title)
    _append(path, raw, added, number, language, own or shipped)


def _load(paths: tuple[str, ...], language: str, lang: str | None) -> Loaded:
    from ..checker.run import Refusal, load

    loaded = load(paths)
    if isinstance(loaded, Refusal):
        refuse(loaded, language, lang)
    return loaded


def _raw(path: Path, language: str) -> str:
    try:
        return path.read_bytes().decode("utf-8") if path.exists() else ""
    except (OSError, UnicodeDecodeError) as problem:
        _not_written(path, problem, language)
        return ""


def _spoken(raw: str) -> str:
    from ..policylang.parse import language_of

    return language_of(raw)


def _append(path: Path, raw: str, added: str, number: str, language: str, loaded: Loaded) -> None:
    """The file with the rule at its end, written whole; refused where the program would no longer be sound."""
    from ..policylang.lint.fix import still_sound
    from .files import write_whole

    plain = raw.replace("\r\n", "\n")
    text = f"{plain.rstrip()}\n\n{added}" if plain.strip() else f"# language: {language}\n\n{added}"
    if not still_sound(loaded.sources, {str(path): text}):
        fail("new.unsound", language, (("id", number), ("path", str(path))))
    if "\r\n" in raw:
        kept = raw.rstrip()
        text = kept + text[len(plain.rstrip()) :].replace("\n", "\r\n")
    try:
        write_whole(path, text.encode("utf-8"))
    except OSError as problem:
        _not_written(path, problem, language)
    values = (("id", number), ("path", str(path)))
    click.echo(f"{say('new.written', language, values)}\n  = {advise('new.written', language, values)}", err=True)


def _not_written(path: Path, problem: OSError | UnicodeDecodeError, language: str) -> None:
    why = problem.strerror if isinstance(problem, OSError) else problem.reason
    fail("new.not_written", language, (("path", str(path)), ("why", (why or "").lower())))
