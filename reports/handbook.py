"""The handbook of policies as one HTML page: title page with sign-off, rules by family, parameters, facts.

The page is complete in itself (no script, nothing fetched) and depends on the policies and the as-of date alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from ..messages import catalogue, say
from ..policylang.core import FactDeclaration, Pack, Program, Rule
from ..policylang.traversal import facts_of, parameters_of
from .declared import type_words
from .handbook_markup import capital, css_string
from .page.environment import TEMPLATES, environment, style_hash
from .parameter_page import ParameterPage, parameter_page
from .rule_page import RulePage, rule_page

_NAMED = 2
"""As many policies as a title can hold."""


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """A rule with its page in each language of the handbook."""

    rule: Rule
    pages: Mapping[str, RulePage]


@dataclass(frozen=True, slots=True)
class Family:
    """The rules whose numbers begin alike: CRT, PAY."""

    prefix: str
    key: str
    """The message that names it, or an empty string."""
    rules: tuple[RuleEntry, ...]


@dataclass(frozen=True, slots=True)
class ParameterEntry:
    """A parameter with its page in each language, and the rules that use it."""

    name: str
    pages: Mapping[str, ParameterPage]
    used_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactEntry:
    """A fact of the glossary, with its type and who says it in each language."""

    fact: FactDeclaration
    types: Mapping[str, str]
    said_by: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Handbook:
    """What the template shows."""

    packs: tuple[Pack, ...]
    """The policies whose rules are shown."""
    others: tuple[Pack, ...]
    """Those that values are taken from."""
    fingerprint: str
    languages: tuple[str, ...]
    as_of: date | None
    families: tuple[Family, ...]
    parameters: tuple[ParameterEntry, ...]
    facts: tuple[FactEntry, ...]

    @property
    def title(self) -> str:
        """The name of the policy or of both; of no name or of many, what the page is."""
        if 0 < len(self.packs) <= _NAMED:
            return " · ".join(pack.title for pack in self.packs)
        return capital(say("pages.handbook", self.languages[0]))


def handbook(
    program: Program, sources: Mapping[str, str], languages: Sequence[str], as_of: date | None = None
) -> Handbook:
    """The handbook of a program. Without a day, all dated values are shown and none is called current."""
    with_rules = {rule.span.path for rule in program.rules}
    users: dict[str, list[str]] = {}
    facts: dict[str, None] = {}
    for rule in program.rules:
        for parameter in parameters_of(rule, program):
            users.setdefault(parameter.name, []).append(rule.id)
        facts |= dict.fromkeys(fact.name for fact in facts_of(rule, program))
    packs = tuple(pack for pack in program.packs if pack.path in with_rules)
    files = sorted(f"{Path(path).name}\0{sha256(text.encode()).hexdigest()}" for path, text in sources.items())
    return Handbook(
        packs,
        tuple(pack for pack in program.packs if pack.path not in with_rules),
        sha256("\n".join(files).encode()).hexdigest(),
        tuple(languages),
        as_of,
        _families(program, sources, languages, as_of),
        tuple(
            ParameterEntry(
                name,
                {each: parameter_page(program.parameters[name], program, as_of, each) for each in languages},
                tuple(users[name]),
            )
            for name in sorted(users)
        ),
        tuple(_fact(program.facts[name], languages) for name in sorted(facts)),
    )


def _fact(fact: FactDeclaration, languages: Sequence[str]) -> FactEntry:
    types = {each: type_words(fact.type, each) for each in languages}
    return FactEntry(fact, types, {each: say(f"pages.from_{fact.source.value}", each) for each in languages})


def _families(
    program: Program, sources: Mapping[str, str], languages: Sequence[str], as_of: date | None
) -> tuple[Family, ...]:
    grouped: dict[str, list[RuleEntry]] = {}
    for rule in sorted(program.rules, key=lambda each: each.id):
        pages = {each: rule_page(rule, program, sources, as_of, each) for each in languages}
        grouped.setdefault(rule.id.split("-")[0], []).append(RuleEntry(rule, pages))
    return tuple(Family(prefix, _named(prefix), tuple(rules)) for prefix, rules in sorted(grouped.items()))


def _named(prefix: str) -> str:
    key = f"pages.family_{prefix.lower()}"
    return key if key in catalogue() else ""


def render(book: Handbook) -> str:
    """The HTML page."""
    css = (TEMPLATES / "handbook.css").read_text(encoding="utf-8")
    css = css.replace('"@title@"', css_string(book.title)).replace('"@print@"', css_string(book.fingerprint[:12]))
    facts = {entry.fact.name: entry.fact for entry in book.facts}
    template = environment().get_template("handbook.html")
    return template.render(book=book, facts=facts, css=css, digest=style_hash(css)) + "\n"
