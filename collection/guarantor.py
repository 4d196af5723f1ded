"""The guarantor's name, from the words the guarantee was read in."""

from __future__ import annotations

import re

from ..facts.fact import FactBook

_LABELLED = re.compile(
    r"(?:保证人|保证方|担保人|担保方|丙方|Guarantor|Surety)[^:：\n]{0,30}[:：]\s*(?P<name>[^\n，,。；;|]{2,60})"
)
_FORM = r"(?:Limited|Ltd\.?|plc|PLC|Inc\.?|LLC|LLP|GmbH|AG|B\.V\.|S\.A\.|Corporation|Corp\.?)"
_WORD = rf"(?!{_FORM}(?![A-Za-z]))(?:[A-Z(][\w&.')-]*|of|and|&)"
_ENGLISH = re.compile(rf"(?P<name>(?!The |Guarantor )[A-Z][\w&.'-]*(?: {_WORD}){{0,6}},? {_FORM})(?![A-Za-z])")
_CHINESE = re.compile(r"(?:由|[，,。；;、\s]|^)(?P<name>[\u3400-\u9fff（）()]{4,30}?(?:公司|银行|集团))")


def guarantor_name(book: FactBook) -> str | None:
    """The name of the guarantor; None when the words name nobody but buyer and seller, or more than one."""
    others = {book[f"party.{side}_name"].value for side in ("buyer", "seller")}
    labelled = [each.quote for each in book["security.guarantor_kind"].evidence]
    for quote in labelled:
        match = _LABELLED.search(quote)
        if match is not None and match["name"].strip() not in others:
            return match["name"].strip()
    quotes = [*labelled, *(each.quote for each in book["security.guarantee_present"].evidence)]
    found = {
        match["name"].strip()
        for quote in quotes
        for pattern in (_ENGLISH, _CHINESE)
        for match in pattern.finditer(quote)
    }
    named = [each for each in found if each not in others]
    return named[0] if len(named) == 1 else None
