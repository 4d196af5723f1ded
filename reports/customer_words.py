"""The customer's file in the words of a language: what the text and the page of `presign customer` share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from ..assessment.assess import Assessment
from ..assessment.grade import KnockOut
from ..assessment.score import Contribution, percent
from ..assessment.subject import Subject
from ..ledger.store.amounts import money
from ..ledger.store.figures import BUCKETS
from ..ledger.store.privacy import masked
from ..messages import say
from ..policylang.core import Program
from ..values import Money, State
from .customer_speaker import Speaker, points_words
from .customer_terms import Row, formulas, term_rows

_BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]$")
_WHO = ("customer.uscc", "customer.status", "customer.established_date", "customer.paid_in_capital")


@dataclass(frozen=True, slots=True)
class CriterionWords:
    """A criterion with its value, its points and where the value comes from; `low` and `high` are shares of 1."""

    label: str
    value: str
    points: str
    low: Decimal
    high: Decimal
    source: str
    settled: bool


@dataclass(frozen=True, slots=True)
class Bucket:
    """A bucket of ageing; `share` is of all receivables, from 0 to 1."""

    label: str
    amount: str
    share: Decimal
    late: bool


@dataclass(frozen=True, slots=True)
class CustomerWords:
    """All but the drawings."""

    name: str
    who: tuple[tuple[str, str], ...]
    grade: str
    tone: str
    """`sign`, `do_not_sign` or empty: the colour of the grade."""
    grounds: tuple[str, ...]
    terms: tuple[Row, ...]
    formulas: tuple[str, ...]
    criteria: tuple[CriterionWords, ...]
    knock_outs: tuple[tuple[str, str, str, str], ...]
    """Fact, value, best grade left, source."""
    exposure: tuple[str, ...]
    ageing: tuple[Bucket, ...]
    habits: tuple[str, ...]


def customer_words(about: Subject, found: Assessment, program: Program, language: str, *, full: bool) -> CustomerWords:
    """The file of a customer; registration number and account masked unless `full`."""
    speaker = Speaker(about, found, program, language)
    grade = found.grade
    return CustomerWords(
        about.name,
        tuple(_who(speaker, full)),
        _grade(speaker),
        _tone(speaker),
        tuple(_grounds(speaker)),
        tuple(term_rows(speaker)),
        tuple(formulas(speaker)),
        tuple(_criterion(speaker, each) for each in found.score.contributions) if found.score else (),
        tuple(_knock_out(speaker, each) for each in grade.knock_outs) if grade else (),
        tuple(_exposure(speaker)),
        tuple(_ageing(speaker)),
        tuple(_habits(speaker)),
    )


def _who(speaker: Speaker, full: bool) -> Iterator[tuple[str, str]]:
    for name in _WHO:
        fact = speaker.about.book[name]
        if fact.state is State.STATED:
            words = speaker.shown(fact)
            # A label that lists its values ends in brackets.
            called = _BRACKETS.sub("", speaker.label(name))
            yield called, masked(words) if name == "customer.uscc" and not full else words
    file = speaker.about.file
    if file is not None and file.customer.bank_account:
        account = file.customer.bank_account
        yield speaker.say("assessment.account"), account if full else masked(account)


def _grade(speaker: Speaker) -> str:
    grade = speaker.found.grade
    if grade is None:
        return speaker.say("assessment.no_grade")
    if grade.final.settled:
        return speaker.say("assessment.grade", grade=grade.final.best)
    return speaker.say("assessment.grade_range", worst=grade.final.worst, best=grade.final.best)


def _tone(speaker: Speaker) -> str:
    """No credit days: bad. The upper half of the scale: good. In between, or not settled: neither."""
    found = speaker.found
    if found.grade is None or not found.grade.final.settled or found.best is None:
        return ""
    if found.best.days is not None and not found.best.days.amount:
        return "do_not_sign"
    members = speaker.program.members.get("grade")
    scale = members.members if members is not None else ()
    return "sign" if found.best.grade in scale[len(scale) // 2 :] else ""


def _grounds(speaker: Speaker) -> Iterator[str]:
    score, grade = speaker.found.score, speaker.found.grade
    if score is None:
        return
    low, high = (points_words(end.amount) for end in (score.low, score.high))
    if low == high:
        yield speaker.say("assessment.score", score=low)
    else:
        yield speaker.say("assessment.score_range", low=low, high=high)
    if grade is None:
        return
    if grade.by_score != grade.final:
        yield speaker.say("assessment.by_score", grade=speaker.grades(grade.by_score))
    for each in grade.capped_by:
        yield speaker.say("assessment.capped", fact=speaker.labels(each.facts), grade=each.ceiling.best)
    for ceiling in dict.fromkeys(each.ceiling.worst for each in grade.knock_outs):
        open_ = [name for each in grade.knock_outs if each.ceiling.worst == ceiling for name in each.missing]
        if facts := [name for name in open_ if name in grade.settle]:
            yield speaker.say("assessment.may_cap", facts=speaker.labels(facts), grade=ceiling)
    if grade.settle:
        yield speaker.say("assessment.settle", facts=speaker.labels(grade.settle))


def _criterion(speaker: Speaker, each: Contribution) -> CriterionWords:
    value = speaker.listed([speaker.shown(speaker.about.book[name]) for name in each.facts])
    if each.uncovered:
        value = speaker.bracketed(value, speaker.say("assessment.uncovered"))
    low, high, maximum = (points_words(amount) for amount in (each.low, each.high, each.maximum))
    points = (
        speaker.say("assessment.of", points=low, maximum=maximum)
        if each.settled
        else speaker.say("assessment.of_range", low=low, high=high, maximum=maximum)
    )
    whole = each.maximum or Decimal(1)
    shares = [min(max(end / whole, Decimal(0)), Decimal(1)) for end in (each.low, each.high)]
    source = speaker.source(each.facts)
    return CriterionWords(speaker.label(each.table), value, points, shares[0], shares[1], source, each.settled)


def _knock_out(speaker: Speaker, each: KnockOut) -> tuple[str, str, str, str]:
    value = speaker.listed([speaker.shown(speaker.about.book[name]) for name in each.facts])
    return speaker.labels(each.facts), value, speaker.grades(each.ceiling), speaker.source(each.facts)


def _exposure(speaker: Speaker) -> Iterator[str]:
    """The exposure, its parts and how much of the limit on record it takes."""
    exposure, limit = speaker.about.book["credit.exposure"].value, speaker.found.recorded.limit
    file = speaker.about.file
    if isinstance(exposure, Money):
        yield speaker.say("assessment.exposure_sum", exposure=speaker.words(exposure))
        if limit is not None and limit.currency == exposure.currency:
            if limit.amount > 0:
                share = speaker.words(percent(exposure.amount * 100 / limit.amount))
                yield speaker.say("assessment.used", percent=share, limit=speaker.words(limit))
            if exposure.amount > limit.amount:
                over = Money(exposure.amount - limit.amount, limit.currency)
                yield speaker.say("assessment.over", limit=speaker.words(limit), over=speaker.words(over))
    if file is not None:
        for name in ("receivables", "delivered_not_invoiced", "open_orders"):
            amount = getattr(file.figures, name)
            if isinstance(amount, Money):
                yield speaker.pair(say(f"ledger.figure_{name}", speaker.language), speaker.words(amount))


def _ageing(speaker: Speaker) -> Iterator[Bucket]:
    file = speaker.about.file
    amounts = file.figures.ageing if file is not None else ()
    total = sum((each.amount for each in amounts), Decimal(0))
    if total <= 0:
        return
    names = [say("ledger.not_due", speaker.language)]
    names += [f"{first + 1}–{last}" for first, last in pairwise(BUCKETS)]
    names.append(f"> {BUCKETS[-1]}")
    for at, (name, amount) in enumerate(zip(names, amounts, strict=True)):
        yield Bucket(name, speaker.words(amount), amount.amount / total, at > 0)


def _habits(speaker: Speaker) -> Iterator[str]:
    for name in ("history.broken_promises_12m", "history.returned_bills_12m"):
        fact = speaker.about.book[name]
        yield speaker.pair(speaker.label(name), speaker.shown(fact))
    file = speaker.about.file
    if file is None:
        return
    dated: list[tuple[date, str]] = []
    for promise in file.dealings.promises:
        amount = speaker.words(money(promise.e4, promise.currency))
        days = {"made": speaker.words(promise.made_on), "until": speaker.words(promise.promised_on)}
        dated.append((promise.made_on, speaker.say("assessment.promise", amount=amount, **days)))
    dated += [(day, speaker.say("assessment.returned", day=speaker.words(day))) for day in file.dealings.returned]
    yield from (said for _, said in sorted(dated, reverse=True)[:_HABITS])


_HABITS = 12
"""How many promises and returned bills are listed, the latest first."""
