"""What the schedule says of time: the instalments, the longest credit, what starts it, if due dates can be told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ...values import Quantity, Reason, Record, State, Unit, Value
from .. import regexes as re
from ..fact import Evidence, Fact, absent, not_applicable, stated, unknown
from ..roles import Parties
from ..sentence_tools import Hit, evidence, search_all, yes_no
from ..text import Text
from ..vocabulary import alternatives
from .blanks import OpenTerms
from .equal import counted
from .instalment import DAYS_A_MONTH, Instalment, record_of
from .schedule import Schedule
from .scope import payment_sections, payment_terms
from .scope_words import DEFAULT_EN, DEFAULT_ZH
from .timing import read_timing

_CONTROLLED = {"third_party_payment", "audit", "buyer_approval", "acceptance", "statement"}
_UNCOMPUTABLE = {"third_party_payment", "undefined"}
_LONGSTOP = re.compile(
    r"最[迟晚](?:不得?[晚迟]|应|须|需|应当)?于|无论[^。;]{0,16}不[得]?[晚迟]于|且不[得]?[晚迟]于|以先到(?:者|达者)?为准"
    r"|\bin any (?:event|case)\b[^.;]{0,20}\b(?:no|not) later than\b|\bin any (?:event|case) by\b|\bbut (?:no|not"
    r"|in no event) later than\b|\bwhichever (?:is|occurs|comes)(?: the)? (?:earlier|first|sooner)",
    re.IGNORECASE,
)
_VAGUE = re.compile(f"{alternatives('payment', 'vague_zh')}|(?i:{alternatives('payment', 'vague_en')})")
_VAGUE_PAID = re.compile(
    r"支付|付款|付清|结算|结清|货款|余款|尾款|\b(?:pay|pays|paid|payable|payments?|invoices?|balance)\b", re.IGNORECASE
)


def read(text: Text, parties: Parties, schedule: Schedule, open_terms: OpenTerms) -> Iterator[Fact]:
    """The facts of the schedule that speak of time."""
    told = counted(text, parties)
    more = told[1] if told is not None and told[0] > len(schedule.instalments) else None
    yield _unless_more(_list(text, parties, schedule, open_terms), text, more)
    net = _unless_more(net_days(text, schedule, open_terms), text, more)
    yield net
    yield _anchor(text, parties, schedule, open_terms)
    yield _day_type(text, schedule, net)
    yield _controlled(text, schedule)
    yield _longstop(text)
    vague = _vague(text, parties)
    yield vague
    determinable = _determinable(text, schedule, open_terms, vague)
    yield determinable if determinable.value is False else _unless_more(determinable, text, more)
    yield _count(text, schedule, told)


def _unless_more(fact: Fact, text: Text, more: Hit | None) -> Fact:
    """The fact, unless there are more instalments than the ones read: then their last day isn't known."""
    if more is None or fact.state not in (State.STATED, State.ABSENT):
        return fact
    return unknown(fact.name, Reason.UNCLEAR, *evidence(text, more, fact.name), *fact.evidence)


def places(text: Text, name: str, ones: Sequence[Instalment]) -> tuple[Evidence, ...]:
    """The words of some instalments as evidence."""
    return tuple(e for one in ones for e in evidence(text, _hit(one), name))


def _hit(one: Instalment) -> Hit:
    words = one.passage.text
    return Hit(one.passage, one.start, max(one.start + 1, min(one.end, len(words))))


def open_hit(schedule: Schedule, open_terms: OpenTerms) -> Hit | None:
    """The blank that keeps the schedule from being read, if there is one."""
    blank = next((one for one in schedule.instalments if one.timing.blank is not None), None)
    if blank is not None:
        return _hit(blank)
    if open_terms.share is not None:
        return open_terms.share
    return open_terms.whole if not schedule.instalments else None


def _list(text: Text, parties: Parties, schedule: Schedule, open_terms: OpenTerms) -> Fact:
    name = "payment.instalments"
    blank = open_hit(schedule, open_terms)
    ones = schedule.instalments
    if blank is not None:
        return unknown(name, Reason.BLANK, *evidence(text, blank, name))
    if schedule.rival:
        return unknown(name, Reason.CONTRADICTION, *places(text, name, [*ones, *schedule.rival]))
    if not ones:
        return absent(name)
    if len(ones) == 1 and _is_loose(ones[0]):
        return unknown(name, Reason.UNCLEAR, *places(text, name, ones))
    return stated(name, tuple(_record(one) for one in ones), *places(text, name, ones))


def _is_loose(one: Instalment) -> bool:
    """A payment of everything, and neither an event nor a day for it."""
    settled = one.shared or one.timing.fixed or one.before_delivery
    return not settled and one.timing.anchor in (None, "undefined")


def _record(one: Instalment) -> Record:
    extra: list[tuple[str, Value]] = []
    if one.timing.anchor == "third_party_payment":
        extra.append(("back_to_back", True))
    if one.timing.anchor is not None:
        extra.append(("buyer_controlled", one.timing.anchor in _CONTROLLED))
    return record_of(one, extra)


def credit_days(one: Instalment) -> Decimal | None:
    """Days of credit of one instalment from its event; a month counts 30."""
    if one.timing.days is not None:
        return one.timing.days
    return one.timing.months * DAYS_A_MONTH if one.timing.months is not None else None


def longest(schedule: Schedule) -> Instalment | None:
    """The instalment with the longest credit; money kept back for the warranty and money paid ahead give none."""
    known = [(days, one) for one in _on_credit(schedule) if (days := credit_days(one)) is not None]
    return max(reversed(known), key=lambda pair: pair[0])[1] if known else None


def _on_credit(schedule: Schedule) -> list[Instalment]:
    return [one for one in schedule.instalments if not one.retention and not one.before_delivery]


# 签署后____日内: how long the buyer has is open.
_AFTER_SIGNING = re.compile(r"(?:签[订署约字]|生效)")


def net_days(text: Text, schedule: Schedule, open_terms: OpenTerms) -> Fact:
    """`payment.net_days`: 0 when all is paid ahead or on delivery."""
    name = "payment.net_days"
    credit = _on_credit(schedule)
    blank = open_terms.whole if not schedule.instalments else None
    open_one = next((one for one in credit if one.timing.blank is not None), None)
    if open_one is not None or blank is not None:
        hit = _hit(open_one) if open_one is not None else blank
        return unknown(name, Reason.BLANK, *(evidence(text, hit, name) if hit is not None else ()))
    if schedule.rival:
        return unknown(name, Reason.CONTRADICTION, *places(text, name, [*schedule.instalments, *schedule.rival]))
    one = longest(schedule)
    if one is None and (hit := _open_time(schedule, open_terms)) is not None:
        return unknown(name, Reason.BLANK, *evidence(text, hit, name))
    if one is not None:
        days = credit_days(one)
        return stated(name, Quantity(days if days is not None else Decimal(0), Unit.DAYS), *places(text, name, [one]))
    if credit:
        return unknown(name, Reason.UNCLEAR, *places(text, name, credit))
    ahead = [one for one in schedule.instalments if one.before_delivery]
    if ahead and ahead[-1].timing.blank is not None and _AFTER_SIGNING.search(ahead[-1].words) is not None:
        return unknown(name, Reason.BLANK, *places(text, name, ahead[-1:]))
    if ahead and _pays_all(schedule):
        return stated(name, Quantity(Decimal(0), Unit.DAYS), *places(text, name, ahead[-1:]))
    return unknown(name, Reason.UNCLEAR, *places(text, name, ahead)) if ahead else absent(name)


def _open_time(schedule: Schedule, open_terms: OpenTerms) -> Hit | None:
    """What was left open of the time: days before a blank, or a share whose own time stands behind it."""
    if any(one.timing.blank is not None for one in schedule.instalments) and open_terms.share is not None:
        return open_hit(schedule, open_terms)
    return None


def _pays_all(schedule: Schedule) -> bool:
    ones = schedule.instalments
    total = sum((one.pct for one in ones if one.pct is not None), Decimal(0))
    return total >= 95 or any(
        one.balance or one.full or one.cumulative or (not one.shared and not one.prepay) for one in ones
    )


def _anchor(text: Text, parties: Parties, schedule: Schedule, open_terms: OpenTerms) -> Fact:
    name = "payment.anchor_event"
    credit = _on_credit(schedule)
    one = longest(schedule) or next((one for one in credit if one.timing.anchor is not None), None)
    if one is None and not credit and schedule.instalments and _open_time(schedule, open_terms) is None:
        one = next((o for o in reversed(schedule.instalments) if o.before_delivery and o.timing.anchor), None)
    if not schedule.instalments and (share := open_terms.share) is not None:
        # The share was left open, not the event.
        timing = read_timing(share.passage.text[: share.end], parties, True)
        if timing.anchor not in (None, "undefined") and timing.blank is None and not timing.before:
            return stated(name, timing.anchor, *evidence(text, share, name))
    if one is None or one.timing.anchor is None:
        if (hit := _open_time(schedule, open_terms)) is not None:
            return unknown(name, Reason.BLANK, *evidence(text, hit, name))
        if open_terms.whole is not None and not schedule.instalments:
            return unknown(name, Reason.BLANK, *evidence(text, open_terms.whole, name))
        return unknown(name, Reason.UNCLEAR, *places(text, name, credit)) if credit else absent(name)
    if schedule.rival and any(other.timing.anchor != one.timing.anchor for other in schedule.rival):
        return unknown(name, Reason.CONTRADICTION, *places(text, name, [one, *schedule.rival]))
    if longest(schedule) is None and len({other.timing.anchor for other in credit}) > 1:
        return unknown(name, Reason.UNCLEAR, *places(text, name, credit))
    if one.timing.anchor == "undefined" and _open_start(one):
        return unknown(name, Reason.BLANK, *places(text, name, [one]))
    return stated(name, one.timing.anchor, *places(text, name, [one]))


def _open_start(one: Instalment) -> bool:
    """Whether the event itself was left open: within 30 days from {date}."""
    blank = one.timing.blank
    return (
        blank is not None
        and re.match(r"\s?(?:from|of|after)\s?(?:[\[{_<]|\*{2,})", one.words[blank[1] :], re.IGNORECASE) is not None
    )


def _day_type(text: Text, schedule: Schedule, net: Fact) -> Fact:
    name = "payment.day_type"
    one = longest(schedule)
    if not isinstance(net.value, Quantity):
        return Fact(name, net.state, None, net.reason, net.evidence)
    if one is None or one.timing.day_type is None:
        return not_applicable(name)
    return stated(name, one.timing.day_type, *places(text, name, [one]))


def _controlled(text: Text, schedule: Schedule) -> Fact:
    name = "payment.anchor_buyer_controlled"
    anchored = [one for one in schedule.instalments if one.timing.anchor is not None]
    if not anchored:
        return unknown(name, Reason.NOT_COMPUTABLE)
    held = [one for one in anchored if one.timing.anchor in _CONTROLLED]
    return stated(name, bool(held), *places(text, name, held or anchored))


def _longstop(text: Text) -> Fact:
    sections = payment_sections(text)
    hits = [
        hit
        for hit in search_all(text, _LONGSTOP)
        if (sections[hit.passage.index] or re.search(r"支付|付款|付清|\b[Pp]ay|\bpaid\b", hit.passage.text))
        and not DEFAULT_ZH.search(hit.passage.text) and not DEFAULT_EN.search(hit.passage.text)
    ]  # fmt: skip
    return yes_no("payment.longstop_present", text, hits)


def _vague(text: Text, parties: Parties) -> Fact:
    name = "payment.vague_due_words"
    found: dict[str, Hit] = {}
    for passage in (term.passage for term in payment_terms(text, parties)):
        for match in _VAGUE.finditer(passage.text):
            near = passage.text[max(0, match.start() - 40) : match.end() + 40]
            own = re.search(r"(?:付|结算|货款|余款|尾款)", near) if not match[0].isascii() else _VAGUE_PAID.search(near)
            if own and not DEFAULT_EN.search(near):
                found.setdefault(match[0], Hit(passage, match.start(), match.end()))
    if not found:
        return absent(name)
    return stated(name, tuple(found), *(e for hit in found.values() for e in evidence(text, hit, name)))


def _determinable(text: Text, schedule: Schedule, open_terms: OpenTerms, vague: Fact) -> Fact:
    name = "payment.due_date_determinable"
    blank = open_hit(schedule, open_terms)
    if blank is not None:
        return unknown(name, Reason.BLANK, *evidence(text, blank, name))
    if schedule.rival:
        return unknown(name, Reason.CONTRADICTION, *places(text, name, [*schedule.instalments, *schedule.rival]))
    if not schedule.instalments:
        if vague.value is not None:
            return stated(name, False, *vague.evidence)
        return unknown(name, Reason.NOT_COMPUTABLE)
    loose = [one for one in schedule.instalments if not _computable(one)]
    return stated(name, not loose, *places(text, name, loose or schedule.instalments))


def _computable(one: Instalment) -> bool:
    timing = one.timing
    if timing.anchor is None or timing.anchor in _UNCOMPUTABLE:
        return False
    return timing.fixed or timing.before or timing.anchor in ("sign", "sight")


def _count(text: Text, schedule: Schedule, told: tuple[int, Hit] | None) -> Fact:
    name = "remedy.instalment_count"
    ones = schedule.instalments
    if told is not None and told[0] > len(ones):
        return stated(name, Quantity(Decimal(told[0]), Unit.NUMBER), *evidence(text, told[1], name))
    if not ones:
        return absent(name)
    return stated(name, Quantity(Decimal(len(ones)), Unit.NUMBER), *places(text, name, ones))
