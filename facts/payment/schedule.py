"""The payment schedule of a contract: every instalment with its share, amount, trigger, delay and nature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from .. import regexes as re
from ..roles import Parties
from ..sentence_tools import Passage
from ..text import Text
from .instalment import Instalment, made
from .references import resolve
from .scope import payment_terms
from .shares import Share
from .starts import STARTS, anchored
from .steps import instalments_of
from .tables import read_tables
from .timing import Timing
from .timing_words import LATER_ON

_OWN_ORDERS = re.compile(
    (
        r"\b(?:later|subsequent|further|other|all other|future|repeat)\b[^,.;]{0,12}\borders?\b|后续订单|其他订单"
        r"|以后(?:各|的)"
    ),
    re.IGNORECASE,
)
# Terms that only the first order has.
_FIRST_ORDER = re.compile(
    r"(?:首批|首单|首次(?:订货|采购|供货|合作)|第一批(?!货?款))|\b(?:first|initial|opening) orders?\b", re.IGNORECASE
)


_LIST_ITEM = re.compile(
    r"^\s*(?:\(?(?:[ivx]{1,4}|[a-h]|\d{1,2}|[一二三四五六七八九十])[).、]|第[一二三四五六\d][期笔次阶])", re.IGNORECASE
)
# A sum or share that is a blank.
_OPEN_SUM = re.compile(r"_{2,}|\[[\s*●•]*\]|\*{2,}|【\s*】|×{2,}|[Xx]{2,}")
# What the terms of a running trade count from.
_REGULAR = ("invoice_date", "invoice_receipt", "delivery", "receipt", "statement", "month_end", "bl_date")


@dataclass(frozen=True, slots=True)
class Schedule:
    """All instalments in order; `conditional` are those that hold only in some cases (orders above a limit)."""

    instalments: tuple[Instalment, ...] = ()
    conditional: tuple[Instalment, ...] = ()
    rival: tuple[Instalment, ...] = ()
    """Terms of payment that say something else than `instalments` for the same sums."""


@lru_cache(maxsize=4)
def read_schedule(text: Text, parties: Parties) -> Schedule:
    """The schedule of a contract, from its clauses and its tables."""
    found: list[Instalment] = []
    conditional: list[Instalment] = []
    for term in payment_terms(text, parties):
        (conditional if term.conditional else found).extend(instalments_of(term, parties))
    tabled = [_of_row(*row) for row in read_tables(text, parties)]
    if tabled:
        inside = {one.passage.index for one in tabled}
        found = [one for one in found if one.passage.index not in inside]
        shares = {one.pct for one in tabled}
        if not {one.pct for one in found if one.pct is not None} - shares:
            found = [one for one in found if one.pct is None]
        sums = {one.amount for one in tabled if one.amount is not None}
        found = [one for one in found if one.amount is None or one.amount not in sums]
        found = sorted([*found, *tabled], key=lambda one: one.passage.index)
    return _settle(resolve(text, parties, _one_language(text, anchored(text, parties, found))), tuple(conditional))


def _of_row(passage: Passage, share: Share, timing: Timing, words: str) -> Instalment:
    return made(passage, 0, len(passage.text.rstrip()), share, timing, words)


def _one_language(text: Text, found: Sequence[Instalment]) -> list[Instalment]:
    """A bilingual contract says everything twice; the fuller version is kept, the Chinese one of two equals."""
    if text.language != "mixed":
        return list(found)
    chinese = [one for one in found if re.search(r"[\u3400-\u9fff]", one.words)]
    latin = [one for one in found if not re.search(r"[\u3400-\u9fff]", one.words)]
    return latin if len(latin) > len(chinese) else chinese


def _settle(found: Sequence[Instalment], conditional: tuple[Instalment, ...]) -> Schedule:
    """General terms fill the instalments that have no time of their own; what is said twice is said once."""
    shared = _distinct([one for one in found if one.shared])
    general = _started(_distinct([one for one in found if not one.shared]))
    if not shared:
        opening = [one for one in general if _FIRST_ORDER.search(one.words)]
        if opening and len(opening) < len(general):
            general = [one for one in general if one not in opening]
            conditional = (*conditional, *opening)
        general = _without_entry_fees(general)
        if _is_list(general):
            return Schedule(tuple(general), conditional)
        first = [next((one for one in general if one.timing.fixed or one.timing.blank), general[0])] if general else []
        rivals = [one for one in general if _differs(one, first[0])]
        more = [one for one in rivals if _OWN_ORDERS.search(one.words) or LATER_ON.match(one.words)]
        rivals = [one for one in rivals if one not in more]
        more = [_with_anchor(one, first[0]) for one in more]
        return Schedule((*first, *more), conditional, tuple(rivals))
    filled: list[Instalment] = []
    used = False
    for one in shared:
        term = next((g for g in general if g.timing.fixed and g.timing.days != 0 and not g.retention), None)
        if term is not None and _takes(one, term):
            one, used = replace(one, timing=_taken(one.timing, term.timing)), True
        filled.append(one)
    released = [one for one in general if one.retention]
    filled = [_released(one, released) for one in filled]
    rest = [one for one in general if not one.retention]
    if not used and rest and all(one.retention or one.prepay for one in filled) and not any(one.full for one in filled):
        return _with_rest(filled, rest, conditional)
    if all(one.balance and one.pct is None for one in filled):
        # The sum paid first was left open or is told elsewhere; what is left follows it.
        first = [one for one in rest if one.before_delivery and one.passage.index <= filled[0].passage.index]
        filled = [*first[:1], *filled]
    extra = [] if used else [one for one in rest if _OWN_ORDERS.search(one.words)]
    return Schedule((*filled, *extra), conditional)


def _started(general: list[Instalment]) -> list[Instalment]:
    """The general terms, with the event from which a sentence of its own counts the days; that is no further term."""
    starts = [one for one in general if one.timing.anchor and STARTS.search(one.words) and not one.timing.days]
    rest = [one for one in general if one not in starts]
    if not starts or not any(one.timing.fixed for one in rest):
        return general
    anchor = starts[0].timing.anchor
    return [
        replace(one, timing=replace(one.timing, anchor=anchor))
        if one.timing.fixed and one.timing.anchor in (None, "undefined", "invoice_date")
        else one
        for one in rest
    ]


def _is_list(general: Sequence[Instalment]) -> bool:
    """Whether general terms are the items of one list, each another payment: their sums were left open."""
    indexes = [one.passage.index for one in general]
    return (
        len(indexes) > 1
        and indexes[-1] - indexes[0] <= 2 * len(indexes)
        and all(_LIST_ITEM.match(one.passage.text) is not None and _OPEN_SUM.search(one.words) for one in general)
    )


def _without_entry_fees(general: list[Instalment]) -> list[Instalment]:
    """The general terms without a fee due at signing, where invoices or deliveries are paid on terms of their own."""
    regular = [one for one in general if one.timing.fixed and one.timing.anchor in _REGULAR]
    return [one for one in general if one.timing.anchor != "sign"] if regular else general


def _with_rest(
    filled: Sequence[Instalment], rest: Sequence[Instalment], conditional: tuple[Instalment, ...]
) -> Schedule:
    """A deposit or retention with a share, and a general term for what is left."""
    main = next((one for one in rest if one.timing.fixed or one.timing.blank), rest[0])
    rivals = tuple(one for one in rest if _differs(one, main))
    ahead = [one for one in filled if not one.retention]
    kept = [one for one in filled if one.retention]
    total = sum((one.pct for one in filled if one.pct is not None), Decimal(0))
    if total >= 100:
        return Schedule(tuple(filled), conditional)
    return Schedule((*ahead, replace(main, balance=True), *kept), conditional, rivals)


def _taken(own: Timing, term: Timing) -> Timing:
    """The time of the general term; an event that the payment waits for (upon acceptance) stays what it runs from."""
    return term if own.anchor is None else replace(term, anchor=own.anchor) if own.days == 0 else term


def _takes(one: Instalment, term: Instalment) -> bool:
    """Whether a general term (each invoice is due in 30 days) gives an instalment its time."""
    at_once = one.timing.days == 0 and one.timing.period is None
    if (
        (one.timing.fixed and not at_once)
        or one.timing.blank is not None
        or one.before_delivery
        or one.retention
        or one.timing.anchor == "sight"
    ):
        return False
    return one.timing.anchor is None or term.timing.anchor in (
        "invoice_date",
        "invoice_receipt",
        "month_end",
        "statement",
    )


def _released(one: Instalment, released: Sequence[Instalment]) -> Instalment:
    if one.retention and not one.timing.fixed and released:
        return replace(one, timing=released[0].timing, words=one.words + released[0].words)
    return one


def _with_anchor(one: Instalment, first: Instalment) -> Instalment:
    """A later term that names no event of its own runs from that of the first: thereafter 30 days."""
    if one.timing.anchor not in (None, "undefined"):
        return one
    return replace(one, timing=replace(one.timing, anchor=first.timing.anchor))


def _differs(one: Instalment, other: Instalment) -> bool:
    a, b = one.timing, other.timing
    return a.fixed and b.fixed and (a.days, a.months, a.due) != (b.days, b.months, b.due)


def _distinct(found: Sequence[Instalment]) -> list[Instalment]:
    if (
        found
        and found[0].shared
        and sum((one.pct or Decimal(0) for one in found if not one.cumulative), Decimal(0)) <= 100
    ):
        return list(found)
    kept: dict[tuple[object, ...], Instalment] = {}
    for one in found:
        key = (one.pct, one.amount, one.balance, one.timing.anchor, one.timing.days, one.timing.months)
        kept.setdefault(key, one)
    return list(kept.values())
