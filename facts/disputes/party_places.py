"""Courts named by the place of a party: at the registered office of the Buyer, where the Seller has its seat."""

from __future__ import annotations

from collections.abc import Iterator

from .. import regexes as re

_PLACE = (
    r"(?i:(?:registered|principal|main|head|central|business|executive|statutory|corporate|own) ){0,3}"
    r"(?i:offices?|seat|address|place of (?:business|residence|establishment)|business location|domicile|headquarters"
    r"|location|residence|establishment|premises|city|district)"
)
_PARTY = (
    r"(?:(?i:the |our )?(?:[A-Z][\w&-]+(?: (?!Courts?\b)[A-Z][\w&-]+){0,4}|(?i:buyer|seller|supplier"
    r"|purchaser|customer|client|vendor)))"
)
_OF_PARTY = rf"(?:(?i:the |its )?{_PLACE} of {_PARTY}\b|{_PARTY}(?:'s?|s')(?: {_PLACE}))"
_WHERE_PARTY = (
    rf"(?i:where|in which) {_PARTY} (?i:has|maintains|keeps|is|are)(?: (?i:its|a|the|registered|domiciled|resident"
    rf"|established|located|incorporated|based))+(?: {_PLACE})?"
)
_LINK = (
    r"(?i:(?:competent |having jurisdiction |with jurisdiction |located |sitting |situated )?(?:at|of|in|for|over)"
    r"(?: the (?:place|city|district|area|jurisdiction)(?: of)?)?)"
)
_COURT = re.compile(
    rf"\b(?P<court>(?:(?:[Cc]ompetent|[Ll]ocal|[Ss]tate|[Cc]ommercial|[Oo]rdinary) )?[Cc]ourts?(?: (?i:competent|having"
    rf" (?:local )?jurisdiction|with jurisdiction))? (?:{_LINK} )?(?:{_OF_PARTY}|{_WHERE_PARTY}))"
    rf"|\b(?i:place of (?:exclusive )?jurisdiction|venue|legal venue|jurisdiction)\b[^.;]{{0,160}}?\b(?i:be|is|lies?)\b"
    rf"(?:,[^.;,]{{3,50}},)?(?: (?i:exclusively|solely|only|at|in|the|with))* ?"
    rf"(?P<place>(?:{_OF_PARTY}|{_WHERE_PARTY})(?: (?i:in|at) [A-Z][\w'-]+(?:,? [A-Z][\w'-]+){{0,4}})?)"
)
_AT_PLACE = rf"(?i:{_PLACE})"


def courts_at_a_party(passage: str) -> Iterator[tuple[int, int, str]]:
    """The courts a passage names by a party's own place, as start, end and printed words."""
    for match in _COURT.finditer(passage):
        group = "court" if match["court"] is not None else "place"
        yield match.start(group), match.end(group), match[group].removeprefix("the ")


def belongs_to(name: str, whose: str) -> bool:
    """Whether a court's printed name is that of the place of one side; `whose` are the side's words as a pattern."""
    return (
        re.search(
            rf"(?i){_AT_PLACE} of (?:the )?(?:{whose})(?![\w-])|(?<![\w-])(?:{whose})'?s?(?:\s|$)"
            rf"|(?:where|in which) (?:the )?(?:{whose})\s",
            name,
        )
        is not None
    )
