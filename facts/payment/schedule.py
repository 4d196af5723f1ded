"""The payment schedule of a contract: every instalment with its share, amount, trigger, delay and nature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from .. import regexes as re
from ..quantities.money import find_money
from ..roles import Parties
from ..sentence_tools import Passage
from ..text import Text
from .instalment import Instalment, made
from .references import resolve
from .scope import Term, payment_terms
from .shares import Share
from .starts import STARTS, anchored
from .steps import instalments_of
from .tables import read_tables
from .timing import Timing
from .timing_words import HAN, LATER_ON

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
# 40% is invoiced on delivery: the invoice starts the days.
_INVOICED = re.compile(r"\b(?:invoiced|invoiceable|billed|billable|shall invoice|will invoice)\b", re.IGNORECASE)
# What the terms of a running trade count from.
_REGULAR = ("invoice_date", "invoice_receipt", "delivery", "receipt", "statement", "month_end", "bl_date")


@dataclass(frozen=True, slots=True)
class Schedule:
    """All instalments in order; `conditional` are those that hold only in some cases (orders above a limit)."""

    instalments: tuple[Instalment, ...] = ()
    conditional: tuple[Instalment, ...] = ()
    upfront: Instalment | None = None
    """The whole price ahead of the work, said beside the general terms of `instalments`."""
    rival: tuple[Instalment, ...] = ()
    """Terms of payment that say something else than `instalments` for the same sums."""


@lru_cache(maxsize=4)
def read_schedule(text: Text, parties: Parties) -> Schedule:
    """The schedule of a contract, from its clauses and its tables."""
    found: list[Instalment] = []
    conditional: list[Instalment] = []
    before: Term | None = None
    for term in payment_terms(text, parties):
        (conditional if term.conditional else found).extend(instalments_of(term, parties, before))
        before = term
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
    found = resolve(text, parties, _one_language(text, anchored(text, parties, found)))
    return _sole_fee(text, _settle(found, tuple(conditional)))


# A fee by name, which no deposit or part of the price is.
_FEE = re.compile(r"\b(?:fees?|retainer|price|charges?|cost)\b", re.IGNORECASE)
_A_PART = re.compile(
    r"\b(?:deposit|advance|down|prepayment|initial|first|booking|reservation|commitment|mobili[sz]ation|toward"
    r"|part(?:ial)?|per|each|hourly|monthly|install?ment)\b",
    re.IGNORECASE,
)
_MORE_IS_PAID = re.compile(
    r"\b(?:balance|remaind\w+|remaining (?:fee|amount|sum|price)|hourly rate|per hour|invoices?|invoiced|billed)\b",
    re.IGNORECASE,
)


def _sole_fee(text: Text, schedule: Schedule) -> Schedule:
    """The schedule; a fee paid ahead of the work is the whole price where the contract names no other sum."""
    if len(schedule.instalments) != 1 or any(one.pct is not None for one in schedule.conditional):
        return schedule
    one = schedule.instalments[0]
    if (
        one.amount is None
        or one.pct is not None
        or one.balance
        or not (one.timing.before and one.before_delivery)
        or _FEE.search(one.words) is None
        or _A_PART.search(one.words) is not None
        or _MORE_IS_PAID.search(text.text) is not None
        or {found.value for found in find_money(text.text)} != {one.amount}
    ):
        return schedule
    return replace(schedule, instalments=(replace(one, full=True),))


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
    shared = _within_all(_retention_once(_distinct([one for one in found if one.shared])))
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
        ahead = next((one for one in general if one not in first and _is_whole_ahead(one)), None)
        return Schedule((*first, *more), conditional, ahead, tuple(rivals))
    filled: list[Instalment] = []
    used = False
    for one in shared:
        term = next((g for g in general if g.timing.fixed and g.timing.days != 0 and not g.retention), None)
        if term is not None and _takes(one, term):
            invoiced = _INVOICED.search(one.passage.text) is not None
            one, used = replace(one, timing=term.timing if invoiced else _taken(one.timing, term.timing)), True
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
    if not used and not extra and all(one.pct is None and one.amount is None for one in filled):
        # Every sum was left open, and so were the days of the invoices beside them.
        extra = [one for one in rest if one.timing.blank is not None and one.timing.anchor in _REGULAR][:1]
    return Schedule((*filled, *extra), conditional)


def _within_all(shared: list[Instalment]) -> list[Instalment]:
    """The shares without a rest that is spoken of after they came to the whole price: it is the last of them."""
    total, kept = Decimal(0), []
    for one in shared:
        if not (total == 100 and one.balance and one.pct is None and one.amount is None):
            kept.append(one)
        total += (one.pct or Decimal(0)) if not one.cumulative else Decimal(0)
    return kept


def _retention_once(shared: list[Instalment]) -> list[Instalment]:
    """The shares, with the retention that a warranty clause says again beside the list merged into the first."""
    kept = [one for one in shared if one.retention and one.pct is not None and not one.cumulative]
    rests = [one for one in shared if one.retention and one.balance and one.pct is None and one.amount is None]
    if kept and rests:
        # The balance of the retention, released later than its first half, is no further part of the price.
        last = kept[-1] if kept[-1].timing.fixed else replace(kept[-1], timing=rests[-1].timing)
        last = replace(last, words=last.words + rests[-1].words)
        shared = [last if one is kept[-1] else one for one in shared if one not in rests]
        kept[-1] = last
    total = sum((one.pct or Decimal(0) for one in shared if not one.cumulative), Decimal(0))
    if len(kept) < 2 or total <= 100 or len({one.pct for one in kept}) > 1:
        return shared
    fuller = next((one for one in kept if one.timing.fixed or one.timing.anchor is not None), kept[0])
    merged = replace(kept[0], timing=fuller.timing, words=kept[0].words + fuller.words)
    return [merged if one is kept[0] else one for one in shared if one is kept[0] or one not in kept]


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


_WHOLE = re.compile(
    r"\b(?:full|entire|whole|total|100 ?%)\s(?:[a-z]+ ){0,2}?"
    r"(?:fees?|prices?|payments?|amounts?|sums?|costs?|charges?)\b"
    r"|\b(?:pa(?:y|id|yable)|payment|settled) in full\b",
    re.IGNORECASE,
)
# What may be meant for some buyers or orders only.
_FOR_SOME = re.compile(
    r"\b(?:unless|except|if|where|when|new|first|approved|credit|account|custom\w*|special|otherwise|may|overdue"
    r"|repay\w*|refund\w*|return\w*)\b",
    re.IGNORECASE,
)


def _is_whole_ahead(one: Instalment) -> bool:
    """Full fee payable prior to commencement: said of the whole price, and of everybody."""
    return (
        not one.shared
        and one.timing.before
        and one.timing.anchor == "delivery"
        and _WHOLE.search(one.words) is not None
        and not _FOR_SOME.search(one.passage.text)
        and HAN.search(one.words) is None
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
    return Schedule((*ahead, replace(main, balance=True), *kept), conditional, None, rivals)


def _taken(own: Timing, term: Timing) -> Timing:
    """The time of the general term; an event that the payment waits for (upon acceptance) stays what it runs from."""
    return term if own.anchor is None or own.named else replace(term, anchor=own.anchor) if own.days == 0 else term


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
