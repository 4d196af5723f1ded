"""The sentences on payment become instalments: which step of a sentence belongs to which share, and what counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from .. import regexes as re
from ..quantities.money import find_money
from ..quantities.periods import find_periods
from ..roles import Parties
from .bare_events import BARE_EVENT
from .equal import told_parts
from .instalment import LONGSTOP, PREPAY, RETENTION, Instalment, made
from .paying import PAY_ZH, pays_en
from .scope import SUM_ITEM, Chunk, Term
from .scope_words import CREDIT_TERM
from .shares import Share, find_shares, is_foreign, is_gloss, makes_whole, ties_sums
from .timing import Timing, read_named, read_timing
from .timing_words import LATER_ON


def instalments_of(term: Term, parties: Parties, before: Term | None = None) -> Iterator[Instalment]:
    """The instalments one payment term states, in order; the term `before` it may tell their number."""
    told = told_parts(term, before)
    groups, rest = (told, []) if told else _groups(term, parties)
    if groups and rest and _completes(groups[-1][1], rest, parties):
        groups[-1][1].extend(rest)
        rest = []
    if len(groups) == 1 and (rest_of := _kept_back(groups[0])) is not None:
        share, chunks = groups[0]
        words = "".join(chunk.text for chunk in chunks)
        timing = read_timing(words, parties, False)
        if timing.fixed:
            yield made(term.passage, chunks[0].start, chunks[-1].end, Share(0, 0), timing, rest_of)
            yield made(term.passage, chunks[0].start, chunks[-1].end, share, Timing(), words)
            return
    common = _common(groups, rest, parties)
    if common is not None:
        rest = []
    for share, chunks in groups:
        words = "".join(chunk.text for chunk in chunks)
        timing = read_timing(words, parties, not share.full)
        if term.whole and (timing.empty or (_BARE_LINE.match(words) and not timing.fixed and not timing.before)):
            timing = read_named(_LINE_START.sub("", words), parties)
        if term.led and timing.empty:
            timing = replace(read_timing("payable " + SUM_ITEM.sub("", words), parties, True), period=None, blank=None)
        if common is not None and not timing.before:
            timing = common
        if _counts(term, share, timing, words, len(groups) > 1):
            yield made(term.passage, chunks[0].start, chunks[-1].end, share, timing, words)
    first: Timing | None = None
    for part in _in_turn(rest):
        words = ("payable " if term.led else "") + "".join(chunk.text for chunk in part)
        later = LATER_ON.match(words) is not None
        timing = read_timing(words, parties, later or (term.section and _OPENS_LINE.match(words) is not None))
        if later and timing.anchor in (None, "undefined") and first is not None:
            timing = replace(timing, anchor=first.anchor)
        if (later and timing.fixed) or _is_general(words, timing, term):
            yield made(term.passage, part[0].start, part[-1].end, Share(0, 0), timing, words)
        first = first or timing


def _common(groups: list[tuple[Share, list[Chunk]]], rest: list[Chunk], parties: Parties) -> Timing | None:
    """The time that the last step of a sentence gives each of its shares: each within 14 days of the invoice."""
    if len(groups) < 2:
        return None
    last = (rest or groups[-1][1])[-1].text
    if _EACH.match(last) is None:
        return None
    if not rest:
        groups[-1][1].pop()
    timing = read_timing("payable " + last.strip(), parties, True)
    return timing if timing.fixed else None


def _in_turn(rest: list[Chunk]) -> list[list[Chunk]]:
    """The steps of a sentence on one term, or on one and on what takes its place thereafter."""
    turn = next((at for at, chunk in enumerate(rest) if at and LATER_ON.match(chunk.text)), None)
    if turn is None or not find_periods(rest[turn].text):
        return [rest] if rest else []
    return [rest[:turn], rest[turn:]]


def _kept_back(group: tuple[Share, list[Chunk]]) -> str | None:
    """The words ahead of a share that is only taken off what is paid: less retention of 5%, 扣除5%质保金."""
    share, chunks = group
    ahead = chunks[-1].text[: share.start]
    words = "".join(chunk.text for chunk in chunks)
    less = _LESS.search(ahead) or _AND_RETAINED.search(ahead)
    if share.pct is None or less is None or RETENTION.search(words) is None:
        return None
    return words[: len(words) - len(chunks[-1].text) + less.start()]


def _completes(chunks: Sequence[Chunk], rest: Sequence[Chunk], parties: Parties) -> bool:
    """Whether the last steps of a sentence give the last share the time it lacks."""
    own = read_timing("".join(chunk.text for chunk in chunks), parties, True)
    return not own.fixed and read_timing("".join(chunk.text for chunk in rest), parties, True).fixed


def _counts(term: Term, share: Share, timing: Timing, words: str, several: bool) -> bool:
    """Whether a share is an instalment: one that is paid, or one that is at least timed."""
    paid = PAY_ZH.search(words) is not None or pays_en(words)
    paid = paid or term.whole or (several and (PAY_ZH.search(term.words) is not None or pays_en(term.words)))
    if share.pct is not None:
        paid = paid or PAY_ZH.search(term.words) is not None or pays_en(term.words)
        return (
            paid
            and (
                not timing.empty
                or term.section
                or term.whole
                or several
                or PREPAY.search(words) is not None
                or RETENTION.search(words) is not None
                or _PAID_SHARE.search(words) is not None
            )
        ) or ((term.section or term.whole) and not timing.empty)
    if LONGSTOP.search(words[:24]) is not None and timing.due is not None:
        return False
    if share.full:
        return paid and not timing.empty and _is_general(words, timing, term)
    return (paid or term.section) and (
        not timing.empty
        or (term.led and share.amount is not None and SUM_ITEM.match(words) is not None)
        or (share.balance and _SETTLED.search(words) is not None)
        or (share.amount is not None and _NUMBERED_PART.search(words) is not None)
        or (several and share.amount is not None and _TIED_SUM.match(_behind(words, share)) is not None)
        or (share.amount is not None and _PAID_AHEAD.search(words) is not None)
    )


def _behind(words: str, share: Share) -> str:
    """The words of a step behind its sum."""
    sums = [one for one in find_money(words) if one.value == share.amount]
    return words[sums[-1].end :] if sums else ""


def _is_general(words: str, timing: Timing, term: Term) -> bool:
    """Whether words without a share state the term of payment: a period or an event together with paying."""
    if timing.period is None and "视为" in words:
        return False
    if timing.empty or timing.anchor is None:
        return False
    if PAY_ZH.search(words) is None and not pays_en(words):
        told = CREDIT_TERM.search(words) is not None or (term.section and _OPENS_LINE.match(words) is not None)
        return timing.fixed and timing.period is not None and told
    if timing.anchor == "third_party_payment" and pays_en(words):
        return True
    if timing.anchor == "fixed_date":
        return term.section or timing.due is not None
    if timing.anchor == "undefined" and _ON_DEMAND.search(words) is not None:
        return False
    if (timing.fixed and timing.days != 0) or timing.blank is not None:
        return timing.anchor != "sign" or term.section or _ALL_AT_ONCE.search(words) is not None
    return BARE_EVENT.search(words) is not None


# Under a heading on payment the days alone say it: 45 days from delivery.
_OPENS_LINE = re.compile(
    r"^\W*(?:strictly |net |nett |within )*\(?\d{1,3}\)?[ -](?:calendar |working |business )?days?\b", re.IGNORECASE
)
# Paid so many days after a demand: damages, an indemnity, no price.
_ON_DEMAND = re.compile(
    r"\b(?:of|after|from|following) (?:[a-z']+ ){0,4}(?:demand|notice)\b(?! (?:of|that) (?:readiness|completion"
    r"|delivery))",
    re.IGNORECASE,
)
# The whole price a few days after signing, wherever it is said.
_ALL_AT_ONCE = re.compile(
    r"(?:一次性|全额|全部)[^,。;]{0,10}(?:付清|支付|结清|付款)|付清(?:全部|全款)|付全款"
    r"|(?:支付|结清|缴清|缴纳|交付|汇付)[^,。;]{0,8}?(?:全部|全额)(?:的)?(?:货款|价款|款项|合同款|合同价款|费用|金额)"
    r"|\bfull payment\b|\bpayment of the (?:full|entire|whole|total)\b"
    r"|\b(?:pay|paid|payable)\b[^.;]{0,40}\b(?:in full|lump sum|(?:entire|full|whole"
    r"|total) (?:[a-z]+ )?(?:price|fee|amount))\b",
    re.IGNORECASE,
)


def _groups(term: Term, parties: Parties) -> tuple[list[tuple[Share, list[Chunk]]], list[Chunk]]:
    """Each share with the steps of the sentence that belong to it, and the steps that belong to none."""
    groups: list[tuple[Share, list[Chunk]]] = []
    pending: list[Chunk] = []
    whole, tied = term.whole or makes_whole(term.words), ties_sums(term.words)
    for chunk in term.chunks:
        shares = [
            share
            for share in find_shares(chunk.text, whole, tied)
            if share.pct is None
            or not is_foreign(term.passage.text, chunk.start + share.start, chunk.start + share.end)
        ]
        if groups and shares and (is_gloss(chunk.text) or _restates(groups[-1], chunk, shares)):
            groups[-1][1].append(chunk)
        elif groups and shares and shares[0].pct is not None and _is_label(groups[-1]):
            groups[-1] = (replace(shares[0], balance=True), [*groups[-1][1], chunk])
        elif groups and not shares and _settles_rest(groups[-1], chunk):
            groups.append((Share(0, len(chunk.text), balance=True), [chunk]))
        elif len(shares) == 1:
            groups.append((shares[0], [*pending, chunk]))
            pending = []
        elif shares:
            groups.extend(_split(chunk, shares, pending))
            pending = []
        elif groups and (_timeless(groups[-1][1], parties) or not _timed(chunk.text)):
            groups[-1][1].append(chunk)
        else:
            pending.append(chunk)
    return groups, pending


def _settles_rest(group: tuple[Share, list[Chunk]], chunk: Chunk) -> bool:
    """先付三成定金,货到付清: what is settled after money paid ahead is the rest."""
    ahead = PREPAY.search("".join(one.text for one in group[1])) is not None
    return group[0].pct is not None and ahead and _ALL_PAID.search(chunk.text) is not None


def _is_label(group: tuple[Share, list[Chunk]]) -> bool:
    """尾款: ahead of the step that names the share."""
    share, chunks = group
    return share.balance and share.pct is None and share.amount is None and chunks[0].text.rstrip()[-1:] in ":,、("


def _restates(group: tuple[Share, list[Chunk]], chunk: Chunk, shares: Sequence[Share]) -> bool:
    """A step that only adds the sum (计人民币50万元), or the words that it is all (一次性付清)."""
    return (
        len(shares) == 1
        and shares[0].pct is None
        and not _is_other_sum(group[0], shares[0])
        and not (group[0].amount is not None and _TIED_SUM.match(_behind(chunk.text, shares[0])))
        and not (shares[0].balance and not group[0].balance and _PAYS_REST.search(chunk.text))
        and (group[0].pct is not None or group[0].amount is not None or group[0].balance or shares[0].full)
        and (not _timed(chunk.text) or (not shares[0].balance and not _timed("".join(c.text for c in group[1]))))
    )


def _is_other_sum(one: Share, other: Share) -> bool:
    """Whether two shares are different sums of one currency: the second restates nothing."""
    if one.amount is None or other.amount is None:
        return False
    return one.amount.currency == other.amount.currency and one.amount.amount != other.amount.amount


def _split(chunk: Chunk, shares: Sequence[Share], pending: list[Chunk]) -> Iterator[tuple[Share, list[Chunk]]]:
    """Several shares without a comma between them: each has the words up to the next one."""
    start = 0
    for at, share in enumerate(shares):
        end = len(chunk.text) if at + 1 == len(shares) else _turn(chunk.text, share.end, shares[at + 1].start)
        piece = Chunk(chunk.start + start, chunk.start + end, chunk.text[start:end])
        yield share, [*(pending if at == 0 else []), piece]
        start = end


def _turn(words: str, low: int, high: int) -> int:
    turn = re.search(r"[、和及与;+]|(?<![A-Z])/|/(?![A-Z])|,(?!\d{3}(?!\d))|\b(?:and|plus)\b", words[low:high])
    return low + turn.start() if turn else low


_LINE_START = re.compile(r"^\W*(?:[a-z\d]{1,2}[).]\s*)?(?:\d{1,3}(?:\.\d+)?\s?%)?[\s:\u2013\u2014-]*", re.IGNORECASE)
_BARE_LINE = re.compile(
    r"^\W*(?:[a-z\d]{1,2}[).]\s*)?\d{1,3}%\W*(?!\W|(?:upon|on|at|after|before|within|prior|when|by"
    r"|of)\b)[a-z -]{3,40}\W*$",
    re.IGNORECASE,
)
_EACH = re.compile(r"^\s*(?:and )?(?:in each case|each(?: of which)?|all)\b[^.;]{0,40}\bdays?\b", re.IGNORECASE)
_PAYS_REST = re.compile(r"\bpay (?:the )?(?:remain\w+|balance|rest)\b", re.IGNORECASE)
_PAID_SHARE = re.compile(r"(?:支付|付清|付至|结算)[^,。;]{0,14}\d+\s?%|\d+\s?%[^,。;]{0,30}(?:支付|付清|结算)")
_ALL_PAID = re.compile(r"(?:到|后|前|时|内)[^,。;]{0,6}(?:付清|结清|付完)")
_LESS = re.compile(
    r"(?:\b(?:less|net of|minus|deducting|after deduction of)\b|扣除|扣留|扣下)[^,.;。]{0,40}$", re.IGNORECASE
)
_AND_RETAINED = re.compile(
    r",? and (?:an? |the )?(?:[a-z]+ )?(?:retention|retainage|holdback)\b[^,.;]{0,20}$", re.IGNORECASE
)
# A sum called an instalment by its number is one, whenever it is due.
_NUMBERED_PART = re.compile(
    r"\b(?:install?ment|milestone|payment|tranche|stage|phase)\s?(?:no\.?\s?|#)?\d\b"
    r"|\b(?:first|second|third|fourth|fifth|final|last|1st|2nd|3rd|4th)\s(?:[a-z]+ )?(?:payment|install?ment"
    r"|milestone|tranche)\b",
    re.IGNORECASE,
)
# USD 5,000 upon submission of the draft: one of several sums, whatever it waits for.
_TIED_SUM = re.compile(
    r"^\s*(?:\([^()]*\)\s*)?(?:(?:is|are|shall be|will be|to be) )?(?:due |payable |paid )?(?:upon|on|at|when|within"
    r"|after|by)\b",
    re.IGNORECASE,
)
_PAID_AHEAD = re.compile(
    r"\b(?:pays?|paid|payable|due|required)\b[^.;]{0,30}\b(?:deposit|advance payment|down ?payment"
    r"|advance) (?:payment )?of\b"
    r"|\b(?:deposit|advance payment|down ?payment) of [^.;]{0,40}\b(?:is|shall be|must be|has been) (?:paid|payable"
    r"|due|required)\b",
    re.IGNORECASE,
)
_SETTLED = re.compile(r"付清|结清|支付|\b(?:paid|payable|pay)\b|\bdue (?:on|by|at|upon|before|prior)\b", re.IGNORECASE)
_WARRANTY_LENGTH = re.compile(
    r"(?:质保|保修|warranty)[^,;]{0,30}(?:个月|\d年|两年|一年|months|years)(?!后|期?满|内|的?期限届满)", re.IGNORECASE
)
_TIMED = re.compile(
    (
        r"\d\s?(?:个)?(?:工作日|日|天|月)|\bdays?\b|后|前|之日|期满|届满|款到|货到|付清后?[发提交出]货"
        r"|[货约订收]时|月底|年底|时[,，]?$|_{2,}"
        r"|\bweeks?\b|\bhours? (?:before|prior)\b|\bin advance of\b|\b(?:upon|after"
        r"|before|within|prior|against|when|once|ready"
        r"|at sight)\b"
        r"|\bon (?:completion|delivery|receipt|collection|acceptance|installation|arrival"
        r"|shipment|handover|commissioning)\b"
        r"|即期"
    ),
    re.IGNORECASE,
)


def _timed(words: str) -> bool:
    if _WARRANTY_LENGTH.search(words) is not None:
        return False
    return _TIMED.search(words) is not None


def _timeless(chunks: Sequence[Chunk], parties: Parties) -> bool:
    return (
        not any(_timed(chunk.text) for chunk in chunks)
        or read_timing(
            "".join(chunk.text for chunk in chunks if _WARRANTY_LENGTH.search(chunk.text) is None), parties, True
        ).empty
    )
