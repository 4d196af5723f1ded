"""Whom the invoices are made out to: the title of the invoice (开票抬头), "bill to", "issued to"."""

from __future__ import annotations

from collections.abc import Iterator

from .. import regexes as re
from ..roles import Parties, Role
from ..text import Text
from .names import english_name, is_organisation

_TITLE_ZH = re.compile(
    r"(?:(?:开票|发票)(?:的)?(?:抬头|单位|名称|户名)|抬头名?称?)(?:\([^()\n]{0,10}\))?(?:应?(?:为|是|填写"
    r"|开具?为)|[ ]?:)[ ]*"
    r"(?P<name>[^\n\t,;。:]{4,40})"
    r"|发票(?:应|须)?开(?:具)?(?:给|至|予)(?P<given>[^\n\t,;。:]{4,40})"
    r"|收票(?:单位|方|人)?(?:名称)?[ ]?:[ ]*(?P<taker>[^\n\t,;。:]{4,40})"
)
_TITLE_EN = re.compile(
    r"\b(?i:bill(?:ed)?[- ]to|invoice[- ]to|invoice (?:title|name|addressee)|billing (?:name"
    r"|entity))\b[ ]*(?::[ ]*\n?|\t|\n)[ ]*"
    r"|\b(?i:invoices?)\b[^.;\n]{0,40}?\b(?i:issued|addressed|made out|rendered|sent|submitted|drawn up) (?i:to"
    r"|in the name"
    r" of):?[ ]+(?:the )?"
)
_LONGEST = 120


def invoice_titles(text: Text, parties: Parties) -> Iterator[tuple[str, int, int]]:
    """The organisations the seller's invoices are made out to, as printed; the seller itself is none of them."""
    seller = parties.first(Role.SELLER)
    own = seller.name if seller is not None else None
    for match in _TITLE_ZH.finditer(text.text):
        group = match.lastgroup or "name"
        printed = match[group].strip()
        if is_organisation(printed) and printed != own:
            start = match.start(group) + match[group].index(printed)
            yield printed, start, start + len(printed)
    for match in _TITLE_EN.finditer(text.text):
        name = english_name(text.text[match.end() : match.end() + _LONGEST].split("\n")[0])
        name = name or ""
        if "nvoices" in match[0]:
            # The full stop of the sentence is none of the name.
            name = name.removesuffix(".")
        if is_organisation(name) and name != own:
            yield name, match.end(), match.end() + len(name)
