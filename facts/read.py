"""A document becomes its fact book: every family reads once, then what follows from several of them is derived."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..parsers.document import Document
from ..values import Reason, State
from . import derived
from .contract import blanks, placeholders, price, price_table
from .contract import facts as contract_facts
from .contract.kind import read_kind
from .contradictions import with_contradictions
from .disputes import notices
from .disputes import resolution as disputes
from .fact import Fact, FactBook, not_applicable, unknown
from .looked_at import learn, look_at
from .parties import facts as party_facts
from .parties.read import read_parties
from .patterns import matcher as _matcher  # noqa: F401  its expressions are among those that are kept
from .patterns.reader import PatternReader
from .payment import facts as payment_facts
from .performance import acceptance, aftersales
from .remedies import default as default_remedies
from .remedies import late_payment
from .roles import Parties
from .security import deposit, guarantee, title_and_credit
from .signing import signature
from .spoken_of import unclear_where_spoken_of
from .text import Text
from .typed_first import is_mixed, typed_first, typed_part

FAMILIES: tuple[Callable[[Text, Parties], Iterable[Fact]], ...] = (
    party_facts.read,
    contract_facts.read,
    price.read,
    price_table.read,
    signature.read,
    blanks.read,
    placeholders.read,
    payment_facts.read,
    deposit.read,
    guarantee.read,
    title_and_credit.read,
    late_payment.read,
    default_remedies.read,
    acceptance.read,
    aftersales.read,
    disputes.read,
    notices.read,
)


def read_facts(document: Document, patterns: PatternReader | None = None) -> FactBook:
    """All facts of a document, each in one of four states.

    `patterns` are the `read` patterns of the policies in use; where a family already states a fact, the family wins.
    Nothing that an unread page could hold is called absent, and nothing is missing from a document that is no contract.
    """
    ready()
    return _read(document, patterns)


def ready() -> None:
    """Have what reading a first document would have to be made for; the first document does it, too."""
    learn(lambda known: _read(known, None))


def _read(document: Document, patterns: PatternReader | None) -> FactBook:
    text = Text(document)
    look_at(text)
    kind = read_kind(text)
    facts = _stated(text, patterns)
    if is_mixed(document):
        facts = typed_first(facts, lambda: _stated(Text(typed_part(document)), patterns))
    facts = unclear_where_spoken_of(text, facts)
    for fact in derived.derive(facts):
        facts[fact.name] = fact
    if any(not gap.aside for gap in document.gaps) or not document.blocks:
        facts = {name: _not_searched(fact) for name, fact in facts.items()}
    elif kind == "not_a_contract":
        facts = {name: _not_missed(fact) for name, fact in facts.items()}
    return FactBook(facts, kind)


def _stated(text: Text, patterns: PatternReader | None) -> dict[str, Fact]:
    """What the families read in a text, and after them the patterns."""
    parties = read_parties(text)
    facts: dict[str, Fact] = {}
    for family in FAMILIES:
        for fact in family(text, parties):
            facts[fact.name] = fact
    if patterns is not None:
        for fact in patterns.read(text):
            if fact.name not in facts or (facts[fact.name].state is State.ABSENT and fact.state is not State.ABSENT):
                facts[fact.name] = fact
    return with_contradictions(facts)


def _not_missed(fact: Fact) -> Fact:
    return not_applicable(fact.name) if fact.state is State.ABSENT else fact


def _not_searched(fact: Fact) -> Fact:
    return unknown(fact.name, Reason.UNREADABLE) if fact.state is State.ABSENT else fact
