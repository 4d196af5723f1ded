"""Facts about the contract as a whole that aren't its price: what it is, when, where, and whether it hangs together."""

from __future__ import annotations

from collections.abc import Iterable

from .. import regexes as re
from ..fact import Fact, stated
from ..roles import Parties
from ..text import Text
from .clauses import read_clauses
from .conflicts import read_conflicts
from .dates import read_dates
from .goods import read_goods
from .kind import find_title, read_kind
from .labels import opening, read_labels
from .references import read_references

_CONSIGNMENT = re.compile(r"代销|寄售|实销实结|(?i:consignment)")
_TYPES = ("sale", "framework", "service", "works", "processing", "lease")


def read(text: Text, parties: Parties) -> Iterable[Fact]:
    """The facts of the group `contract` but price, blanks and line totals."""
    yield from read_labels(text)
    yield _type(text)
    yield from read_dates(text)
    yield from read_clauses(text, parties)
    yield from read_references(text)
    yield from read_goods(text, parties)
    yield read_conflicts(text)


def _type(text: Text) -> Fact:
    """`contract.type`: the kind by title and content; a sale paid for once the goods are resold is consignment."""
    kind = read_kind(text)
    title = find_title(text)
    evidence = text.evidence(title.start, title.end, "contract.type") if title is not None else opening(text)
    consigned = _CONSIGNMENT.search(title.text if title is not None else "")
    if kind in ("sale", "framework") and (consigned or len(_CONSIGNMENT.findall(text.text)) >= 3):
        return stated("contract.type", "consignment", *evidence)
    return stated("contract.type", kind if kind in _TYPES else "other", *evidence)
