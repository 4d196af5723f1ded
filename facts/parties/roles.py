"""Mentions of the same party become one, and every party gets its role: from its words first, from its duties next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..roles import Parties, Party, Role
from ..text import Text
from ..vocabulary import words
from .duties import faces_buyers, payer_votes, tells_apart
from .mentions import Mention

_BUYER = {w.lower() for key in ("buyer", "buyer_en") for w in words("roles", key)}
_SELLER = {w.lower() for key in ("seller", "seller_en") for w in words("roles", key)}
_GUARANTOR = {w.lower() for w in words("roles", "guarantor")}
_THIRD = {w.lower() for w in words("roles", "third")}
_STRICT = {
    w.lower()
    for key in ("strict_buyer", "strict_seller", "strict_buyer_en", "strict_seller_en")
    for w in words("roles", key)
}
_NEUTRAL = {*words("roles", "neutral"), "party a", "party b", "company"}
# Labels of bank details and invoices name a payer or payee who need not be a party.
_WEAKEST = {
    "付款方",
    "付款人",
    "付款单位",
    "收款方",
    "收款人",
    "收款单位",
    "债务人",
    "债权人",
    "厂家",
    "用户",
    "建设单位",
}

_CONTRACTOR = {"承包人", "承包方", "承包商", "承包单位"}


@dataclass(eq=False)
class Group:
    """All mentions of one party, in the order of the text."""

    mentions: list[Mention] = field(default_factory=list)
    role: Role | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """Its words, each once, as first printed."""
        found: dict[str, str] = {}
        for mention in self.mentions:
            for word in mention.words:
                found.setdefault(word, word)
        return tuple(found)

    @property
    def lower(self) -> set[str]:
        """Its words in lower case."""
        return {word.lower() for word in self.words}

    @property
    def named(self) -> Mention | None:
        """The first mention with a name that isn't blank."""
        return next((m for m in self.mentions if m.name is not None and not m.name.blank), None)

    @property
    def rank(self) -> tuple[bool, bool, bool, int, int]:
        """What makes it a main party among several of one role; larger is more so."""
        lower = self.lower
        return (
            bool(lower & _NEUTRAL),
            not lower <= _WEAKEST,
            bool(lower & _STRICT),
            int(self.named is not None),
            -self.mentions[0].start,
        )


def group(mentions: Iterable[Mention]) -> list[Group]:
    """Mentions that share a word or a full name, as one group each."""
    groups: list[Group] = []
    by_word: dict[str, Group] = {}
    by_name: dict[str, Group] = {}
    for mention in sorted(mentions, key=lambda m: (m.start, m.end)):
        lower = [word.lower() for word in mention.words]
        name = mention.name.text if mention.name is not None else ""
        homes = [by_word[word] for word in lower if word in by_word]
        home = min(homes, key=lambda one: one.mentions[0].start, default=None) or by_name.get(name)
        if home is None:
            home = Group()
            groups.append(home)
        home.mentions.append(mention)
        for word in lower:
            by_word.setdefault(word, home)
        if name and mention.name is not None and not mention.name.blank and home.named is mention:
            by_name.setdefault(name, home)
    return groups


def assign(text: Text, groups: list[Group]) -> bool:
    """Gives each group its role; false when buyer and seller couldn't be told apart."""
    for one in groups:
        one.role = _by_words(one)
    _lets_out(groups)
    _hires_out(groups)
    for role in (Role.BUYER, Role.SELLER):
        _keep_one(text, groups, role)
    buyer = _main(groups, Role.BUYER)
    seller = _main(groups, Role.SELLER)
    if buyer and seller:
        return True
    open_ones = sorted((g for g in groups if g.role is None), key=lambda g: g.rank, reverse=True)
    if buyer or seller:
        if len(open_ones) >= 1 and (len(open_ones) == 1 or buyer is None or seller is None):
            chosen = (
                open_ones[0]
                if len(open_ones) == 1
                else _most_likely(text, open_ones, Role.SELLER if buyer else Role.BUYER)
            )
            if chosen is not None:
                chosen.role = Role.SELLER if buyer else Role.BUYER
        return True
    return _by_duties(text, open_ones)


def _by_words(one: Group) -> Role | None:
    told = next((m.role for m in one.mentions if m.role is not None), None)
    return told if told is not None else by_words(one.words)


def by_words(own: Iterable[str]) -> Role | None:
    """The role that the words a party goes by tell; None where they tell none, or both sides."""
    lower = {word.lower() for word in own}
    if lower & _GUARANTOR:
        return Role.GUARANTOR
    if lower & _THIRD:
        return Role.THIRD
    buys, sells = lower & _BUYER, lower & _SELLER
    if buys and sells:
        strict = set(lower & _STRICT)
        buys, sells = buys & strict, sells & strict
    if bool(buys) == bool(sells):
        return None
    return Role.BUYER if buys else Role.SELLER


def _lets_out(groups: list[Group]) -> None:
    """Where the other party is a 分包人, the 承包人 is who lets the work out to it and pays for it."""
    if _main(groups, Role.BUYER) is not None:
        return
    under = [g for g in groups if g.role is Role.SELLER and any("分包" in word for word in g.words)]
    over = [g for g in groups if g.role is Role.SELLER and g not in under and g.lower & _CONTRACTOR]
    if len(under) == len(over) == 1:
        over[0].role = Role.BUYER


def _hires_out(groups: list[Group]) -> None:
    """Whoever faces a hirer as the Owner lets its plant or ship out and is paid for it."""
    owners = [g for g in groups if g.role is Role.BUYER and g.lower & _OWNERS and not g.lower & _HIRERS]
    if len(owners) == 1 and any(g.role is Role.BUYER and g.lower & _HIRERS for g in groups):
        owners[0].role = Role.SELLER


_OWNERS = {"owner", "owners"}
_HIRERS = {"hirer", "hirers", "charterer", "charterers", "renter", "renters", "lessee"}


def _main(groups: list[Group], role: Role) -> Group | None:
    return next((g for g in groups if g.role is role), None)


def _keep_one(text: Text, groups: list[Group], role: Role) -> None:
    """One group keeps a role that several claim; the others are the same party unnamed, the other side, or third."""
    claiming = sorted((g for g in groups if g.role is role), key=lambda g: g.rank, reverse=True)
    if len(claiming) < 2:
        return
    opposite = Role.SELLER if role is Role.BUYER else Role.BUYER
    keeper, rest = claiming[0], claiming[1:]
    if _main(groups, opposite) is None and not any(g.role is None for g in groups):
        for one in claiming:
            one.role = None
        if _by_duties(text, claiming[:2]):
            for one in rest[1:]:
                one.role = Role.THIRD
            return
        for one in claiming:
            one.role = role
    for one in rest:
        if _main(groups, opposite) is None and _faces(keeper, one):
            # 甲方(需方) and 乙方(经销商): the dealer sells to whoever orders.
            one.role = opposite
        elif one.named is None or keeper.named is None:
            keeper.mentions.extend(one.mentions)
            groups.remove(one)
        else:
            one.role = Role.THIRD


def _faces(keeper: Group, other: Group) -> bool:
    """Whether two who claim one role are the two sides: each has a letter of its own, and only one a plain word."""
    letters = set(words("roles", "neutral"))
    return (
        bool(keeper.lower & _STRICT)
        and not other.lower & _STRICT
        and bool(keeper.lower & letters)
        and bool(other.lower & letters)
    )


def _by_duties(text: Text, open_ones: list[Group]) -> bool:
    if len(open_ones) == 1:
        return _alone(text, open_ones[0])
    if not open_ones:
        return True
    first, second = open_ones[:2]
    votes = [
        payer_votes(text, _expression(own.words), _expression(other.words))
        for own, other in ((first, second), (second, first))
    ]
    if not tells_apart(*votes):
        return False
    buys, sells = (first, second) if votes[0] > votes[1] else (second, first)
    buys.role, sells.role = Role.BUYER, Role.SELLER
    return True


def _alone(text: Text, one: Group) -> bool:
    """The role of the only party there is, as its duties plainly tell it."""
    votes = payer_votes(text, _expression(one.words), r"(?!x)x") if one.words else 0
    if tells_apart(votes, 0):
        one.role = Role.BUYER if votes > 0 else Role.SELLER
        return True
    beside = faces_buyers(text, one.words) if one.named is not None else None
    if beside is None:
        return False
    one.role = Role.SELLER if beside else Role.BUYER
    return True


def _expression(own: tuple[str, ...]) -> str:
    return Parties((Party(Role.BUYER, own),)).buyer


def _most_likely(text: Text, open_ones: list[Group], role: Role) -> Group | None:
    """Among several parties without a role word, the one whose duties fit the role best; None when none fits."""
    sign = 1 if role is Role.BUYER else -1
    votes = [(sign * payer_votes(text, _expression(g.words), r"(?!x)x"), g) for g in open_ones]
    best = max(votes, key=lambda pair: pair[0])
    neutral = [g for g in open_ones if g.lower & _NEUTRAL]
    if best[0] > 0:
        return best[1]
    return neutral[0] if len(neutral) == 1 else None
