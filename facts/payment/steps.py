"""The sentences on payment become instalments: which step of a sentence belongs to which share, and what counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from .. import regexes as re
from ..quantities.periods import find_periods
from ..roles import Parties
from .equal import told_parts
from .events import RELEASED_WHEN_PAID
from .instalment import LONGSTOP, PREPAY, RETENTION, Instalment, made
from .paying import PAY_EN, PAY_ZH
from .scope import CREDIT_TERM, Chunk, Term
from .shares import Share, find_shares, is_foreign, is_gloss, makes_whole
from .timing import Timing, read_timing
from .timing_words import LATER_ON


def instalments_of(term: Term, parties: Parties) -> Iterator[Instalment]:
    """The instalments one payment term states, in order."""
    told = told_parts(term)
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
    for share, chunks in groups:
        words = "".join(chunk.text for chunk in chunks)
        timing = read_timing(words, parties, not share.full)
        if _counts(term, share, timing, words, len(groups) > 1):
            yield made(term.passage, chunks[0].start, chunks[-1].end, share, timing, words)
    first: Timing | None = None
    for part in _in_turn(rest):
        words = "".join(chunk.text for chunk in part)
        later = LATER_ON.match(words) is not None
        timing = read_timing(words, parties, later)
        if later and timing.anchor in (None, "undefined") and first is not None:
            timing = replace(timing, anchor=first.anchor)
        if (later and timing.fixed) or _is_general(words, timing, term):
            yield made(term.passage, part[0].start, part[-1].end, Share(0, 0), timing, words)
        first = first or timing


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
    less = _LESS.search(ahead)
    if share.pct is None or less is None or RETENTION.search(words) is None:
        return None
    return words[: len(words) - len(chunks[-1].text) + less.start()]


def _completes(chunks: Sequence[Chunk], rest: Sequence[Chunk], parties: Parties) -> bool:
    """Whether the last steps of a sentence give the last share the time it lacks."""
    own = read_timing("".join(chunk.text for chunk in chunks), parties, True)
    return not own.fixed and read_timing("".join(chunk.text for chunk in rest), parties, True).fixed


def _counts(term: Term, share: Share, timing: Timing, words: str, several: bool) -> bool:
    """Whether a share is an instalment: one that is paid, or one that is at least timed."""
    paid = PAY_ZH.search(words) is not None or PAY_EN.search(words) is not None
    paid = paid or (several and (PAY_ZH.search(term.words) is not None or PAY_EN.search(term.words) is not None))
    if share.pct is not None:
        paid = paid or PAY_ZH.search(term.words) is not None or PAY_EN.search(term.words) is not None
        return (
            paid
            and (
                not timing.empty
                or term.section
                or several
                or PREPAY.search(words) is not None
                or RETENTION.search(words) is not None
                or _PAID_SHARE.search(words) is not None
            )
        ) or (term.section and not timing.empty)
    if LONGSTOP.search(words[:24]) is not None and timing.due is not None:
        return False
    if share.full:
        return paid and not timing.empty and _is_general(words, timing, term)
    return (paid or term.section) and (not timing.empty or (share.balance and _SETTLED.search(words) is not None))


def _is_general(words: str, timing: Timing, term: Term) -> bool:
    """Whether words without a share state the term of payment: a period or an event together with paying."""
    if timing.period is None and "视为" in words:
        return False
    if timing.empty or timing.anchor is None:
        return False
    if PAY_ZH.search(words) is None and PAY_EN.search(words) is None:
        return timing.fixed and timing.period is not None and CREDIT_TERM.search(words) is not None
    if timing.anchor == "fixed_date":
        return term.section or timing.due is not None
    if (timing.fixed and timing.days != 0) or timing.blank is not None:
        return timing.anchor != "sign" or term.section or _ALL_AT_ONCE.search(words) is not None
    return _BARE_EVENT.search(words) is not None


# The whole price a few days after signing, wherever it is said.
_ALL_AT_ONCE = re.compile(
    r"(?:一次性|全额|全部)[^,。;]{0,10}(?:付清|支付|结清|付款)|付清(?:全部|全款)|付全款"
    r"|(?:支付|结清|缴清|缴纳|交付|汇付)[^,。;]{0,8}?(?:全部|全额)(?:的)?(?:货款|价款|款项|合同款|合同价款|费用|金额)"
    r"|\bfull payment\b|\bpayment of the (?:full|entire|whole|total)\b"
    r"|\b(?:pay|paid|payable)\b[^.;]{0,40}\b(?:in full|lump sum|(?:entire|full|whole"
    r"|total) (?:[a-z]+ )?(?:price|fee|amount))\b",
    re.IGNORECASE,
)
_BARE_EVENT = re.compile(
    r"(?:后|时|前|当日|当天|即)[^,。;]{0,24}?(?:支付|付款|付清|结清|付)(?!方式|义务|责任|凭证|申请"
    r"|通知)[^,。;]{0,6}?(?:款|价|费|$|[,。;]|全)"
    r"|货到付款|款到[^,。;]{0,16}(?:发货|交货|提货|供货|生产|安排)|付清[^,。;]{0,8}(?:发货|提货|交货)|全款(?:到"
    r"|提|发)[^,。;]{0,8}货|款到发货|先付款,?后(?:发|交|送|供|提)|票到付款"
    r"|见票|凭票付款|先款后货|款清|\bat sight\b|即期信用证|现款现货"
    r"|带款提货|全款提货"
    r"|(?:签订|签署|签约|下单|订货)(?:之日|当[日天]|时),?[^,。;]{0,24}?(?:支付|付清|缴纳|交纳)[^,。;]{0,14}?(?:款"
    r"|价|费|全)"
    rf"|{RELEASED_WHEN_PAID}|\bpre-?payment basis\b|\bprepaid basis\b|\bcash[- ]in[- ]advance\b|(?-i:\bC(?:IA|WO)\b)"
    r"|\bpayment (?:must|shall|should|is to|to) accompany\b|\bpayments? [^,.;]{0,20}with (?:the |each )?order\b"
    r"|\bcash (?:(?:up)?on|against|at) delivery\b|\b(?:payable|due|paid)\b[^.;]{0,40}?\b(?:when (?:rendered"
    r"|presented|invoiced)"
    r"|(?:up)?on (?:the )?(?:[a-z']+ ){0,2}(?:providing|submitting|delivering|sending|presenting|furnishing"
    r"|submission)\b"
    r"[^,.;]{0,30}?\b(?:invoices?|bills?))\b|\b(?:pay|paid) on being (?:invoiced|billed)\b"
    r"|\b(?:cash|payment|paid"
    r"|payable) in (?:full in )?advance\b|\bC\.?O\.?D\b|\bcash with (?:the )?order\b"
    r"|\b(?:pay|paid|payable|due|remit(?:ted)?"
    r"|(?<!terms of )payment)\b(?:\s(?!at the rate)[a-z'()]+){0,12}?\s(?:upon|on|at"
    r"|before|prior to|against)"
    r"\s(?:[a-z']+\s){0,4}?(?:sight|receipt|delivery|shipment|dispatch|execution|sign\w+|order|accept\w+"
    r"|installation|completion|documents|invoice|presentation|goods|placement|arrival|collection|pick-?up)",
    re.IGNORECASE,
)


def _groups(term: Term, parties: Parties) -> tuple[list[tuple[Share, list[Chunk]]], list[Chunk]]:
    """Each share with the steps of the sentence that belong to it, and the steps that belong to none."""
    groups: list[tuple[Share, list[Chunk]]] = []
    pending: list[Chunk] = []
    whole = makes_whole(term.words)
    for chunk in term.chunks:
        shares = [
            share
            for share in find_shares(chunk.text, whole)
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
        all(share.pct is None for share in shares)
        and not _is_other_sum(group[0], shares[0])
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
    turn = re.search(r"[、/和及与;]|,(?!\d{3}(?!\d))|\band\b", words[low:high])
    return low + turn.start() if turn else low


_PAYS_REST = re.compile(r"\bpay (?:the )?(?:remain\w+|balance|rest)\b", re.IGNORECASE)
_PAID_SHARE = re.compile(r"(?:支付|付清|付至|结算)[^,。;]{0,14}\d+\s?%|\d+\s?%[^,。;]{0,30}(?:支付|付清|结算)")
_ALL_PAID = re.compile(r"(?:到|后|前|时|内)[^,。;]{0,6}(?:付清|结清|付完)")
_LESS = re.compile(
    r"(?:\b(?:less|net of|minus|deducting|after deduction of)\b|扣除|扣留|扣下)[^,.;。]{0,40}$", re.IGNORECASE
)
_SETTLED = re.compile(r"付清|结清|支付|\b(?:paid|payable|pay)\b", re.IGNORECASE)
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
