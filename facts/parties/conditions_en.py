"""Parties that English forms and conditions name without a preamble: in a title, in passing, by a template's fields.

Conditions of sale are the seller's, conditions of purchase the buyer's; `{{supplier.name}}` is the supplier's name.
"""

from __future__ import annotations

from collections.abc import Iterator

from .. import regexes as re
from ..contract.blanks import find_blanks
from ..contract.placeholder_names import name_of, words_of
from ..roles import Role
from ..text import Text
from .mentions import Mention
from .names import ROLE_WORD_EN, Name, english_name, is_organisation
from .roles import by_words

_PAPER = re.compile(
    r"(?i:\b(?:(?:standard|general|our|business|commercial|contract)[ ])*(?:terms(?:[ ](?:and|&)[ ]conditions)?"
    r"|conditions"
    r"|T&Cs?)(?:[ ](?:and|&)[ ]conditions)?[ ](?:of|for)[ ](?:the[ ])?"
    r"(?P<what>sales?|supply|delivery|trade|hire|purchas(?:e|ing)|procurement)\b(?:[ ]orders?)?(?:[ ](?:and|&)[ ]\w+)?"
    r"|\b(?:(?:standard|general)[ ])*(?P<kind>sales?|purchas(?:e|ing)|procurement)[ ](?:order[ ])?(?:terms"
    r"|conditions)\b"
    r"(?:[ ](?:and|&)[ ]conditions)?)"
)
_BARE_PAPER = re.compile(r"^[ ]*(?i:(?:standard |general )?terms (?:and|&) conditions|terms of business)[ ]*:?[ ]*$")
# What conditions that don't say of what they are say for the seller's sake.
_SELLERS_SAKE = re.compile(
    r"(?i)\b(?:seller|supplier|vendor|we)\b[^.;\n]{0,20}?\b(?:retains?|reserves?)\b[^.;\n]{0,24}?\b(?:title|ownership)\b"
    r"|\b(?:title|ownership|property)\b[^.;\n]{0,40}?\bremains?\b[^.;\n]{0,24}?\b(?:seller|supplier|vendor|us)\b"
    r"|\b(?:goods|products) sold (?:in|under|by|on) (?:this|our|the) (?:invoice|terms)\b"
)
_AROUND = re.compile(r"(?i)^(?:of|by|for|-|:|\||the|at|'s|’s|\s)+|(?:'s|’s|of|by|for|-|:|\||\(|\s)+$")
_LONGEST_LINE = 120
_FIRST_LINES = 6
_WORD = r"[A-Z][\w.&'-]*"
_NAME = rf"(?P<name>{_WORD}(?:[ ](?:of[ ]|and[ ]|&[ ])?{_WORD}){{0,6}}(?:,[ ](?:Inc|LLC|Ltd)\.?)?)"
_OTHER = rf"(?P<other>(?i:the[ ]|its[ ])?{ROLE_WORD_EN}|(?i:you))\b"
_MADE = r"\b(?i:agreement|contract|understanding|terms(?: and conditions)?)\b[^.;\n]{0,30}?\b(?i:between)\b[ ]"
# …between Alder Ltd, with its office in Fen, and the reseller identified below
_DESCRIBED = r"(?:[ ]\([^()\n]{2,40}\)|,[ ][^.;\n]{3,160}?,)?"
_BETWEEN = (
    re.compile(rf"{_MADE}{_NAME}{_DESCRIBED}[ ]and[ ]{_OTHER}"),
    re.compile(rf"{_MADE}{_OTHER}{_DESCRIBED}[ ]and[ ]{_NAME}"),
)
_POINTED_AT = re.compile(r"[ ](?:named|identified|listed|specified|set (?:forth|out)|whose|signing)\b")
_FEWEST_USES = 3
_DEFINED_FIELD = re.compile(
    r"(?P<field>\{\{[^{}\n]{1,70}\}\}|\$\{[^{}\n]{1,70}\}|\[[^\[\]\n]{1,50}\]|_{4,})[*,\s]{0,4}"
    rf"\((?i:hereinafter|hereafter|the|as|referred to as|called|known as|,|\s)*\"(?i:the )?(?P<term>{ROLE_WORD_EN})\"\)"
)
_REFERRED = re.compile(
    r"\b(?i:is|are|shall be|will be) (?i:hereinafter |hereafter )?(?i:referred to|known|called|designated)"
    rf"(?i: herein| hereinafter| below| collectively"
    rf"| in these terms)* (?i:as )?(?i:the )?\"(?i:the )?(?P<term>{ROLE_WORD_EN})\b"
)
_CAPITAL = r"(?<![\w.&'-])(?:[A-Z]|\d(?=[A-Za-z]))"
_REACH = 200
_WE_ARE = re.compile(r"(?:^|(?<=[.\n\"] ))(?:(?i:we are)|We,) (?=[A-Z])", re.MULTILINE)
_ROLE_WORDS = {"supplier", "seller", "vendor", "buyer", "purchaser", "customer", "client", "contractor"}
_NAME_WORDS = {"name", "company", "legal", "organisation", "organization", "entity", "firm"}
_SELLERS = {"supplier", "seller", "vendor", "contractor"}


def conditions_mentions(text: Text) -> Iterator[Mention]:
    """Mentions of parties in the titles of conditions, in passing and behind the fields of a template."""
    yield from _titled(text)
    yield from _referred_to(text)
    yield from _in_passing(text)
    yield from _beside_a_field(text)
    for match in _DEFINED_FIELD.finditer(text.text):
        yield Mention((match["term"],), Name("", *match.span("field"), True), match.start(), match.end())
    yield from _fields(text)


def _titled(text: Text) -> Iterator[Mention]:
    """The organisation beside, above or below the title of conditions."""
    lines: list[tuple[int, str]] = []
    position = 0
    for line in text.text.split("\n"):
        if line.strip():
            lines.append((position, line))
        position += len(line) + 1
    for at, (start, line) in enumerate(lines):
        if len(line) > _LONGEST_LINE or line.rstrip().endswith("."):
            continue
        paper = _PAPER.search(line)
        if paper is not None:
            what = (paper["what"] or paper["kind"]).lower()
            role = Role.BUYER if what.startswith(("purchas", "procure")) else Role.SELLER
            beside = [(start, line[: paper.start()]), (start + paper.end(), line[paper.end() :])]
            found = list(_organisation(beside, role))
            if not found and at < _FIRST_LINES:
                found = list(_organisation(lines[max(0, at - 1) : at] + lines[at + 1 : at + 2], role))
            yield from found
        elif at < _FIRST_LINES and _BARE_PAPER.match(line) and _SELLERS_SAKE.search(text.text):
            yield from _organisation(lines[max(0, at - 1) : at] + lines[at + 1 : at + 2], Role.SELLER)


def _organisation(places: list[tuple[int, str]], role: Role) -> Iterator[Mention]:
    """The first of some stretches that is the name of an organisation and nothing else."""
    for start, words in places:
        plain = words
        while (around := _AROUND.search(plain)) is not None and around.group():
            plain = plain.replace(around.group(), "", 1) if around.start() == 0 else plain[: around.start()]
        if 3 < len(plain) <= _LONGEST_LINE and is_organisation(plain) and english_name(plain) == plain.rstrip("."):
            at = start + words.index(plain)
            yield Mention((), Name(plain, at, at + len(plain)), at, at + len(plain), role)
            return


def _referred_to(text: Text) -> Iterator[Mention]:
    """Who is called by a role in a sentence of its own, and who says "we are Alder Ltd"."""
    for match in _REFERRED.finditer(text.text):
        start = max(text.text.rfind("\n", 0, match.start()) + 1, match.start() - _REACH)
        for word in re.finditer(_CAPITAL, text.text[start : match.start()]):
            if (name := english_name(text.text[start + word.start() : match.start()])) is not None:
                at = start + word.start()
                yield Mention((match["term"],), Name(name, at, at + len(name)), at, match.end())
                break
    if (we := _WE_ARE.search(text.text)) is not None:
        name = english_name(text.text[we.end() : we.end() + _LONGEST_LINE].split("\n")[0])
        if name is not None:
            yield Mention(("we",), Name(name, we.end(), we.end() + len(name)), we.start(), we.end() + len(name))


def _in_passing(text: Text) -> Iterator[Mention]:
    """Whom an agreement is said to be with: the entire agreement between Alder Hosting and the Customer."""
    for form in _BETWEEN:
        for match in form.finditer(text.text):
            other = re.sub(r"(?i)^(?:the|its) ", "", match["other"]).lower()
            name = match["name"] if is_organisation(match["name"]) else match["name"].rstrip(".")
            pointed = _POINTED_AT.match(text.text, match.end("other")) is not None and is_organisation(name)
            if (
                (other not in _ROLE_WORDS and by_words((other,)) is None)
                or re.fullmatch(ROLE_WORD_EN, name)
                or " " not in name
            ):
                continue
            if re.search(rf"(?i)\b(?:{ROLE_WORD_EN}|part(?:y|ies))\b", name):
                continue
            used = len(re.findall(re.escape(name), text.text, re.IGNORECASE))
            if used >= _FEWEST_USES or (is_organisation(name) and used > 1) or pointed:
                role = Role.BUYER if other in _SELLERS or by_words((other,)) is Role.SELLER else Role.SELLER
                start = match.start("name")
                yield Mention((), Name(name, start, start + len(name)), start, start + len(name), role)
                return


# between Alder & Birch and [CLIENT NAME] ("Client"): one side by name, the other one a field that says which it is.
_FIELD = r"(?P<field>\{\{[^{}\n]{1,70}\}\}|\$\{[^{}\n]{1,70}\}|\[[^\[\]\n]{1,50}\]|_{4,})"
_NAME_OF_PLACE = _NAME.replace("){0,6}", r"|[ ]\([A-Z][a-z]+\)){0,6}", 1)
_WHAT_IT_IS = (
    r"(?:[*\s,]*\((?i:hereinafter |the |as |referred to as |called |,)*"
    rf"[\"']?(?i:the )?(?P<term>{ROLE_WORD_EN})[\"']?\))?"
)
_AND_A_FIELD = (
    re.compile(rf"\b(?i:between)[\s*:]+{_NAME_OF_PLACE}{_DESCRIBED}[\s*]+(?i:and)[\s*]+{_FIELD}{_WHAT_IT_IS}"),
    re.compile(
        rf"\b(?i:between)[\s*:]+{_FIELD}{_WHAT_IT_IS}[\s*,]+(?i:and)[\s*]+{_NAME_OF_PLACE}(?=[ *]*(?:[.,\n]|$))"
    ),
)


def _beside_a_field(text: Text) -> Iterator[Mention]:
    """Who faces a template's field that is called after, or defined as, the other side."""
    for form in _AND_A_FIELD:
        match = form.search(text.text)
        if match is None or re.fullmatch(ROLE_WORD_EN, match["name"]) or " " not in match["name"]:
            continue
        words = words_of(name_of(match["field"]))
        role = by_words((match["term"] or (words[0] if words else ""),))
        if role in (Role.BUYER, Role.SELLER):
            start = match.start("name")
            end = start + len(match["name"])
            yield Mention((), Name(match["name"], start, end), start, end, _OPPOSITE[role])
            yield Mention((), Name("", *match.span("field"), True), *match.span("field"), role)


_OPPOSITE = {Role.BUYER: Role.SELLER, Role.SELLER: Role.BUYER}


def _fields(text: Text) -> Iterator[Mention]:
    """The fields of a template that are called after a party's name: {{supplier.name}}, ${buyerCompany}."""
    seen: set[str] = set()
    for blank in find_blanks(text):
        own = words_of(name_of(blank.text))
        word = own[0] if own else ""
        if word not in _ROLE_WORDS or word in seen or not set(own[1:]) & _NAME_WORDS or len(own) > 3:
            continue
        printed = word.capitalize()
        if re.search(rf"(?<![A-Za-z]){printed}(?![A-Za-z])", text.text) is not None:
            seen.add(word)
            yield Mention((printed,), Name("", blank.start, blank.end, True), blank.start, blank.end)
