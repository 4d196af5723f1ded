"""Typed words stand against recognised ones: what text recognition read never outranks what somebody typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from ..parsers.document import Document
from ..values import Reason, State
from .fact import Fact

_CONFLICTS = "contract.conflicts"


def is_mixed(document: Document) -> bool:
    """Whether a document has both typed and recognised text."""
    kinds = {block.confidence is None for block in document.blocks if block.text}
    return len(kinds) == 2


def typed_part(document: Document) -> Document:
    """The document as if its recognised pages were empty; blocks keep their places and numbers."""
    blocks = (block if block.confidence is None else replace(block, text="") for block in document.blocks)
    return replace(document, blocks=tuple(blocks))


def typed_first(facts: Mapping[str, Fact], read_typed: Callable[[], Mapping[str, Fact]]) -> dict[str, Fact]:
    """The facts of a mixed document, the typed statement of a fact standing where a recognised one says otherwise.

    `read_typed` gives the facts of the typed part alone; it is asked only when there may be such a fact.
    """
    doubtful = [name for name, fact in facts.items() if _rests_on_recognition(fact)]
    typed = read_typed() if doubtful else {}
    return {**facts, **{name: typed[name] for name in doubtful if _stands(typed.get(name), facts[name])}}


def _rests_on_recognition(fact: Fact) -> bool:
    """Whether recognised words alone decided a fact, or stand against typed ones.

    A fact put together from both (an instalment plan over two pages) needs both.
    """
    recognised = [each.confidence is not None for each in fact.evidence]
    if fact.name == _CONFLICTS or fact.reason is Reason.CONTRADICTION:
        return any(recognised) and not all(recognised)
    return bool(recognised) and all(recognised)


def _stands(typed: Fact | None, whole: Fact) -> bool:
    if typed is None:
        return False
    if whole.name == _CONFLICTS:
        return True
    return typed.state is State.STATED and typed.value != whole.value
