"""Who answers for the buyer's debt: the guarantor's name, as a party of the contract or as its promise names it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from ...values import Reason
from .. import regexes as re
from ..fact import Fact, stated
from ..parties.names import english_name
from ..roles import Parties, Role
from ..sentence_tools import Hit, Passage, decide, doubtful
from ..text import Text

_NAME = "security.guarantor_name"
_CHINESE = re.compile(
    r"(?:(?<=^)|(?<=[,。;:、\s\"由]))(?!由|甲方|乙方|买方|卖方)(?P<name>[\u3400-\u9fff()]{4,30}?(?:公司|银行"
    r"|集团(?![\u3400-\u9fff]{0,8}公司)))(?!的?股东)"
)
_CAPITAL = re.compile(r"(?<![\w.&'-])[A-Z][\w&'-]")
_LABELLED = re.compile(
    r"(?:(?:连带)?(?:责任)?(?:保证|担保)[人方]|\b(?:[Gg]uarantor|GUARANTOR|[Ss]urety))(?:\([^()\n]{1,16}\))?\)?\s?:\s*"
    r"(?P<name>[^\n,。;|()]{2,60})"
)
_MOST_CAPITALS = 60
"""Words looked at in a sentence: more is noise that must stay cheap."""


def read_name(text: Text, parties: Parties, given: Sequence[Hit]) -> Fact:
    """`security.guarantor_name` of a contract in which these sentences promise to pay for the buyer.

    Unclear where no name stands beside the promise, or where there are several and none is a party.
    """
    third = parties.first(Role.GUARANTOR)
    if third is not None and third.name:
        return stated(_NAME, third.name, *third.evidence)
    labelled = _LABELLED.search(text.text)
    sides = {name for party in parties.parties if (name := party.name) and party.role in (Role.BUYER, Role.SELLER)}
    if labelled is not None and labelled["name"].strip() not in sides and _is_name(labelled["name"].strip()):
        return stated(_NAME, labelled["name"].strip(), *text.evidence(*labelled.span("name"), _NAME))
    found = [hit for promise in given for hit in _names(promise.passage) if hit.value not in sides]
    if len({hit.value for hit in found}) == 1:
        return decide(_NAME, text, found[:1])
    return doubtful(_NAME, text, Reason.UNCLEAR, given[0])


def _is_name(words: str) -> bool:
    return _CHINESE.fullmatch(words) is not None or english_name(words) == words


def _names(passage: Passage) -> Iterator[Hit]:
    """The companies a sentence names, in either language."""
    for match in _CHINESE.finditer(passage.text):
        yield Hit(passage, match.start("name"), match.end("name"), match["name"])
    end = 0
    for match in islice(_CAPITAL.finditer(passage.text), _MOST_CAPITALS):
        name = english_name(passage.text[match.start() : match.start() + 120]) if match.start() >= end else None
        if name is not None:
            end = match.start() + len(name)
            yield Hit(passage, match.start(), end, name)
