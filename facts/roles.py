"""Who pays and who is paid. Every reader of a duty needs it: a penalty binds one side, not both."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from . import regexes as re
from .fact import Evidence


class Role(StrEnum):
    """What a party does in the deal."""

    BUYER = "buyer"
    SELLER = "seller"
    GUARANTOR = "guarantor"
    THIRD = "third"
    """Named, but neither side: an end customer, an agent, a carrier."""


@dataclass(frozen=True, slots=True)
class Party:
    """A party: the words the contract calls it by ("甲方", "Supplier") and its full name, if there is one."""

    role: Role
    words: tuple[str, ...]
    name: str | None = None
    name_blank: bool = False
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Parties:
    """The parties of a contract. `certain` is false when buyer and seller couldn't be told apart."""

    parties: tuple[Party, ...] = ()
    certain: bool = True
    conflict: tuple[Evidence, ...] = field(default=())
    all_blank: bool = False
    """Whether the names of both sides are left open, so that it doesn't matter which of them pays."""

    def first(self, role: Role) -> Party | None:
        """The first party in a role."""
        return next((party for party in self.parties if party.role is role), None)

    def words(self, role: Role) -> tuple[str, ...]:
        """All words that mean a role in this contract, longest first."""
        words = {word for party in self.parties if party.role is role for word in party.words}
        return tuple(sorted(words, key=lambda word: (-len(word), word)))

    def role_of(self, word: str) -> Role | None:
        """The role a word stands for in this contract."""
        wanted = word.strip().lower()
        for party in self.parties:
            if any(wanted == own.lower() for own in party.words):
                return party.role
        return None

    @cached_property
    def buyer(self) -> str:
        """A regular expression group that matches any word for the buyer (never empty)."""
        return _alternatives(self.words(Role.BUYER))

    @cached_property
    def seller(self) -> str:
        """A regular expression group that matches any word for the seller (never empty)."""
        return _alternatives(self.words(Role.SELLER))


def _alternatives(words: tuple[str, ...]) -> str:
    # A word of Latin letters must not match inside a longer one; Unicode \b would miss it beside a Han character.
    parts = [rf"(?<![A-Za-z]){re.escape(w)}(?![A-Za-z])" if w.isascii() else re.escape(w) for w in words]
    return "(?:" + "|".join(parts) + ")" if parts else r"(?!x)x"
