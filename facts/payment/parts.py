"""What the schedule says of shares: paid ahead, paid before delivery, kept back for the warranty, and their sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ...values import Quantity, Reason, Unit
from .. import regexes as re
from ..fact import Fact, absent, not_applicable, stated, unknown
from ..quantities.periods import find_periods
from ..roles import Parties
from ..sentence_tools import Hit, decide, doubtful, evidence, first_blank, passages, search_all
from ..text import Text
from ..vocabulary import alternatives
from .blanks import OpenTerms
from .credit import open_hit, places
from .instalment import DENIED, RETENTION, Instalment
from .schedule import Schedule
from .scope import payment_terms

_ALL = Decimal(100)
_ROUNDING = Decimal("0.02")
_NO_PREPAY = re.compile(
    r"(?:不|无需|无须|免|未|没有|无)(?:收取|支付|缴纳|交纳|设|付|要求|收|需|提供|预付"
    r"|安排){0,2}(?:任何)?[^,。;]{0,4}(?:预付款|定金|订金|首付款|预付货款)(?!利息|保函)"
    r"|\b(?:no|without(?: any| an?)?|not (?:be (?:required|obliged|liable) to )?(?:require|pay|make)(?: an?"
    r"| any)?)\s(?:deposit|advance payment"
    r"|prepayment|down payment|advance)",
    re.IGNORECASE,
)
_PREPAY_WORD = re.compile(
    (
        r"(?:预付款|预付货款|(?<![暂确约规指审固法限额核拟议商设特评锁一])定金(?!额)|订金|首付款)(?!保函|担保)"
        r"|\b(?:advance payment|down payment|prepayment|deposit of)\b(?! (?:guarantee|bond))"
    ),
    re.IGNORECASE,
)
_RETENTION_WORD = re.compile(
    rf"{alternatives('payment', 'retention_zh')}|\b(?:retention (?:money|amount|sum)|retainage|holdback)\b",
    re.IGNORECASE,
)
_WARRANTY = re.compile(
    r"(?:质保期|保修期|质量保证期|质量保修期|缺陷责任期|保质期|质保|warranty period"
    r"|defects? (?:liability |correction )?period)",
    re.IGNORECASE,
)
_DEFECTS = re.compile(r"缺陷责任期|defects? (?:liability |correction )?period", re.IGNORECASE)
_OPEN_LENGTH = re.compile(
    rf"(?:{_WARRANTY.pattern})[^,。;\d]{{0,10}}?(?:_{{2,}}|\[\s*\]|[xX×]{{2,}}|【\s*】)\s?(?:个月|年|months|years)"
    r"|后(?:_{2,}|\[\s*\]|【\s*】)\s?(?:个月|年)"
)
# What follows payment of an open share, or what it precedes: 支付合同总价的 %,乙方安排发货; ___% upon signing.
_SHARE_AHEAD = re.compile(
    r"%[^。;%]{0,10}?[,后](?:[^,。;%]{0,8}?(?:再|方|才|即|开始|安排|组织)|(?:乙方|卖方|供方|出卖人))[^,。;%]{0,6}?"
    r"(?:发货|交货|供货|备货|生产|排产|发运|采购|施工|进场)(?!后|之日|[完])"
    r"|%[^.;%]{0,60}?\b(?:upon|on|at|with) (?:the )?(?:sign\w+|execution|order|placing|booking)\b"
    r"|%[^.;%]{0,60}?\b(?:before|prior to) (?:the )?(?:shipment|delivery|dispatch|despatch|production)\b",
    re.IGNORECASE,
)
_AHEAD_OF_SHARE = re.compile(
    r"(?:签[订署约定字]|生效|下单|(?:发货|提货|交货|出厂|开工|进场)前)[^。;%]{0,30}(?:付|缴纳)[^。;%,]{0,20}$"
)
_OPEN_SHARE = re.compile(r"(?:_{2,}|\[\s*\])\s?%[^,。;%]{0,4}作?为|[金款]\)?[:为][^,。;%]{0,10}(?:_{2,}|\[\s*\])\s?%")
_LOOSE_RELEASE = re.compile(
    r"认可|满意|批准|审批|无任何|遗留问题|同意后|确认[^,。;]{0,8}无|视情况|酌情"
    r"|\b(?:satisf\w+|discretion|no outstanding|approv\w+)\b",
    re.IGNORECASE,
)


def increments(ones: Sequence[Instalment]) -> list[Decimal | None]:
    """What each instalment adds to the sum: 付至95% after 60% adds 35, a balance what is left of 100."""
    total = Decimal(0)
    found: list[Decimal | None] = []
    ahead = sum((one.pct or Decimal(0) for one in ones if not one.cumulative), Decimal(0))
    for one in ones:
        if not one.cumulative:
            ahead -= one.pct or 0
        if one.cumulative and one.pct is not None:
            step: Decimal | None = one.pct - total
        elif one.pct is not None:
            step = one.pct
        elif (one.balance and total > 0) or (one.full and len(ones) == 1):
            step = _ALL - total - ahead
        else:
            step = None
        total += step or 0
        found.append(step)
    return found


_RELEASE = re.compile(
    r"\b(?:retention|retainage|holdback|retained (?:sum|amount|money|percentage))\b[^.;]{0,50}"
    r"\b(?:released|paid|repaid|refunded|returned|payable)\b[^.;]{0,90}",
    re.IGNORECASE,
)
_IN_HALVES = re.compile(r"\b(?:half|halves|moiety|50 ?%|fifty per ?cent)\b", re.IGNORECASE)


def read(text: Text, parties: Parties, schedule: Schedule, open_terms: OpenTerms) -> Iterator[Fact]:
    """The facts of the schedule that speak of shares."""
    yield _sum(text, schedule, open_terms)
    prepay = _prepay(text, schedule, open_terms)
    yield prepay
    yield _before_delivery(text, schedule, open_terms, prepay)
    yield from _retention(text, parties, schedule, open_terms)


def _percent(value: Decimal) -> Quantity:
    return Quantity(value, Unit.PERCENT)


def _sum(text: Text, schedule: Schedule, open_terms: OpenTerms) -> Fact:
    name = "payment.pct_sum"
    blank = open_hit(schedule, open_terms)
    if blank is not None:
        return unknown(name, Reason.BLANK, *evidence(text, blank, name))
    ones = [one for one in schedule.instalments if one.shared or one.full]
    if not any(one.pct is not None for one in ones):
        return unknown(name, Reason.NOT_COMPUTABLE, *places(text, name, ones)) if ones else absent(name)
    steps = increments(ones)
    if any(step is None for step in steps):
        return unknown(name, Reason.NOT_COMPUTABLE, *places(text, name, ones))
    total = sum((step for step in steps if step is not None), Decimal(0))
    if total < _ALL and len(ones) == 1:
        return unknown(name, Reason.NOT_COMPUTABLE, *places(text, name, ones))
    # Thirds are told in hundredths of a percent.
    return stated(name, _percent(_ALL if abs(total - _ALL) <= _ROUNDING else total), *places(text, name, ones))


def _prepay(text: Text, schedule: Schedule, open_terms: OpenTerms) -> Fact:
    name = "payment.prepay_pct"
    ahead = [one for one in schedule.instalments if one.before_delivery]
    if ahead:
        if open_terms.share is not None and any(one.passage is open_terms.share.passage for one in ahead):
            return doubtful(name, text, Reason.BLANK, open_terms.share)
        return _ahead(text, name, schedule, ahead)
    if schedule.upfront is not None:
        return stated(name, _percent(_ALL), *places(text, name, [schedule.upfront]))
    denied = next(search_all(text, _NO_PREPAY), None)
    if denied is not None:
        return stated(name, _percent(Decimal(0)), *evidence(text, denied, name))
    promised = [one for one in schedule.conditional if one.before_delivery]
    if promised:
        return unknown(name, Reason.UNCLEAR, *places(text, name, promised))
    share = open_terms.share
    if share is not None and (
        _PREPAY_WORD.search(share.passage.text)
        or _SHARE_AHEAD.search(share.passage.text, share.start)
        or _AHEAD_OF_SHARE.search(share.passage.text, 0, share.start)
    ):
        return doubtful(name, text, Reason.BLANK, share)
    mention = next(iter(search_all(text, _PREPAY_WORD)), None)
    return doubtful(name, text, Reason.UNCLEAR, mention) if mention is not None else absent(name)


def _ahead(text: Text, name: str, schedule: Schedule, ahead: Sequence[Instalment]) -> Fact:
    """The sum of the shares paid ahead; one payment of everything is all of it."""
    ones = schedule.instalments
    if len(ones) == 1 and not ones[0].shared and (ones[0].full or not ones[0].prepay):
        return stated(name, _percent(_ALL), *places(text, name, ahead))
    wanted = {id(one) for one in ahead}
    steps = [step for one, step in zip(ones, increments(ones), strict=True) if id(one) in wanted]
    if any(step is None for step in steps):
        return unknown(name, Reason.UNCLEAR, *places(text, name, ahead))
    return stated(
        name, _percent(sum((step for step in steps if step is not None), Decimal(0))), *places(text, name, ahead)
    )


def _before_delivery(text: Text, schedule: Schedule, open_terms: OpenTerms, prepay: Fact) -> Fact:
    name = "payment.before_delivery_pct"
    blank = open_hit(schedule, open_terms)
    if blank is not None:
        return unknown(name, Reason.BLANK, *evidence(text, blank, name))
    ones = schedule.instalments
    if not ones:
        if isinstance(prepay.value, Quantity):
            return stated(name, prepay.value, *prepay.evidence)
        return unknown(name, Reason.NOT_COMPUTABLE)
    ahead = [one for one in ones if one.before_delivery]
    if ahead:
        return _ahead(text, name, schedule, ahead)
    if prepay.reason is not None:
        return unknown(name, Reason.NOT_COMPUTABLE, *prepay.evidence)
    undated = [one for one in ones if one.timing.anchor in (None, "fixed_date", "undefined") and not one.retention]
    steps = increments(ones)
    shares_known = all(step is not None for step in steps) and all(one.shared for one in ones)
    if shares_known and sum((step for step in steps if step is not None), Decimal(0)) < _ALL - _ROUNDING:
        undated = undated or list(ones)
    if undated:
        return unknown(name, Reason.NOT_COMPUTABLE, *places(text, name, undated))
    return stated(name, _percent(Decimal(0)), *places(text, name, ones))


def _retention(text: Text, parties: Parties, schedule: Schedule, open_terms: OpenTerms) -> Iterator[Fact]:
    names = ("payment.retention_pct", "payment.retention_months", "payment.retention_release_clear")
    kept = [one for one in schedule.instalments if one.retention]
    if not kept:
        yield from _no_retention(text, parties, names, open_terms)
        return
    steps = [
        step for one, step in zip(schedule.instalments, increments(schedule.instalments), strict=True) if one.retention
    ]
    if any(step is None for step in steps):
        reason = Reason.BLANK if open_terms.share is not None else Reason.UNCLEAR
        yield unknown(names[0], reason, *places(text, names[0], kept))
    else:
        yield stated(
            names[0], _percent(sum((s for s in steps if s is not None), Decimal(0))), *places(text, names[0], kept)
        )
    yield _months(text, names[1], kept)
    clear = all(
        one.timing.fixed and one.timing.anchor != "undefined" and not _LOOSE_RELEASE.search(one.words) for one in kept
    )
    yield stated(names[2], clear, *places(text, names[2], kept))


def _no_retention(text: Text, parties: Parties, names: Sequence[str], open_terms: OpenTerms) -> Iterator[Fact]:
    for term in payment_terms(text, parties):
        match = _RETENTION_WORD.search(term.words)
        denied = DENIED.search(term.words)
        if match is not None and not (denied and denied.start() < match.start() < denied.end()):
            start = term.chunks[0].start + match.start()
            hit = Hit(term.passage, start, start + len(match[0]))
            reason = (
                Reason.BLANK
                if (open_terms.share is not None and open_terms.share.passage is term.passage)
                or _OPEN_SHARE.search(term.words) is not None
                or _is_open_ahead(term.words, match.start())
                else Reason.UNCLEAR
            )
            yield from (doubtful(name, text, reason, hit) for name in names)
            return
    yield absent(names[0])
    yield absent(names[1])
    yield not_applicable(names[2])


def _is_open_ahead(words: str, at: int) -> bool:
    """Whether the share that words at a place name is a blank ahead of them: {{share}}%,作为质保金."""
    low = max(0, at - 30)
    blank = first_blank(words, low, at)
    return blank is not None and re.match(r"\s?%[^%。;]{0,16}$", words[blank.end() : at]) is not None


def _months(text: Text, name: str, kept: Sequence[Instalment]) -> Fact:
    """The months until retention is released: said beside it, or the length of the warranty it waits for."""
    own = [
        Hit(one.passage, one.start, max(one.end, one.start + 1), months)
        for one in kept
        for months in _lengths(one.words)
    ]
    own = own or list(_released(text))
    if own:
        return decide(name, text, own[:1])
    waits = any(one.timing.anchor == "warranty_end" for one in kept)
    waits = waits or any(RETENTION.search(passage.text) and _DEFECTS.search(passage.text) for passage in passages(text))
    found: list[Hit] = []
    for passage in passages(text) if waits else ():
        for match in _WARRANTY.finditer(passage.text):
            ahead = passage.text[match.end() : match.end() + 60]
            found += [Hit(passage, match.start(), match.end() + 30, months) for months in _lengths(ahead)[:1]]
    # Retention waits for the defects period; parts of the works may have longer warranties.
    own = [hit for hit in found if _DEFECTS.match(hit.passage.text, hit.start)] or found
    if own:
        return decide(name, text, own)
    reason = Reason.BLANK if waits and _open_warranty(text) else _open_length(kept)
    return unknown(name, reason, *places(text, name, kept))


def _open_warranty(text: Text) -> bool:
    """Whether the length of the warranty that retention waits for is a blank."""
    for passage in passages(text):
        for match in _WARRANTY.finditer(passage.text):
            blank = first_blank(passage.text, match.end(), min(len(passage.text), match.end() + 40))
            if blank is not None and re.match(r"\s?个?(?:月|年|months|years)", passage.text[blank.end() :], re.I):
                return True
    return False


def _released(text: Text) -> Iterator[Hit]:
    """The months after which a sentence of its own says that the retention is released, all of it at once."""
    for hit in search_all(text, _RELEASE, _IN_HALVES):
        for months in _lengths(hit.passage.text[hit.start : hit.end]):
            yield Hit(hit.passage, hit.start, hit.end, months)


def _open_length(kept: Sequence[Instalment]) -> Reason:
    """Why the months aren't known: the length of the warranty was left open, or nothing clear is said."""
    left_open = any(_OPEN_LENGTH.search(one.words) for one in kept)
    return Reason.BLANK if left_open else Reason.UNCLEAR


def _lengths(words: str) -> list[Quantity]:
    """Lengths of at least a month in some words."""
    months: list[Quantity] = []
    for period in find_periods(words):
        quantity = period.value.quantity
        if quantity.unit in (Unit.MONTHS, Unit.YEARS):
            factor = 12 if quantity.unit is Unit.YEARS else 1
            months.append(Quantity(quantity.amount * factor, Unit.MONTHS))
    return months
