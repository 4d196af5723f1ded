"""Warranty and after-sales service: length, start, scope, response, and whether it can hold up payment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from ...values import Quantity, Reason, Unit
from ..contract.empty_clauses import empty_clause
from ..fact import Fact, absent, not_applicable, unknown
from ..quantities.found import Found
from ..quantities.periods import Period, find_periods
from ..roles import Parties
from ..sentence_tools import Hit, Passage, decide, doubtful, evidence, first_blank, passages, search_all, yes_no
from ..text import Text
from ..vocabulary import alternatives

_LENGTH_ZH = r"[\d一二两三四五六十壹贰叁]{1,3}\s?(?:个月|年)"
_WORD_ZH = re.compile(
    rf"{alternatives('acceptance', 'warranty_zh')}|(?:质保|保修)(?=\s?(?:期|为|时间)?\s?{_LENGTH_ZH})"
    r"|(?<=[年月])(?:的)?(?:免费)?(?:质保|保修)(?![金、])"
    r"|(?:保证|承诺)(?=[^。;]{0,40}(?:个月|年)内[^,。;]{0,16}(?:质量|缺陷|故障))"
)
_OTHER_ZH = re.compile(r"易损件|配件|耗材|除外|备件")
_OVER = re.compile(r"(?:期满|届满|满后|期后|到期|内无|期内)")
_WARRANT_EN = re.compile(r"\b(?:warrant(?:s|y|ies|ed)?|guarantee[sd]?)\b", re.IGNORECASE)
_GOODS_EN = re.compile(
    rf"(?i){alternatives('acceptance', 'goods_en')}|\b(?:software|applications?|programs?"
    rf"|systems?)\b|\bdefects?\b|\bworkmanship\b|\bconform"
)
_NOT_GOODS_EN = re.compile(
    r"(?i)\b(?:insurance|surviv\w+|records?|authority|shelf[- ]life|expiry dating|confidential"
    r"|statute|claims? may be brought|indemnif\w+|term of this agreement|initial term|minimum"
    r"|sales)\b"
)
_PERIOD_LABEL_EN = re.compile(
    r"\bwarranty (?:period|term)\b|\bwarranty\b[^.;]{0,30}?\b(?:period|expires?)\b", re.IGNORECASE
)
_TITLE_EN = re.compile(r"\bwarrant(?:y|ies)\b", re.IGNORECASE)
_EMPTY = re.compile(
    r"(?:质量|供方|卖方|乙方)[^。;]{0,12}(?:负责|保证|保修)[^。;]{0,8}(?:条件|期限|时间)|^(?:质保"
    r"|保修|质量保证)(?:期限?)?$"
)
_START = re.compile(
    r"自[^,。;]{0,30}(?:之日|之时|次日)?起|(?:从|由)[^,。;]{0,20}(?:之日)?起|为[^,。;]{0,24}之日起"
    r"|(?:交货|验收合格|到货|交付|终验)后\s?[\d一二三四五六十两]"
    r"|\b(?:from|after|following|as of|commencing (?:on|from)|beginning (?:on|from)"
    r"|of)\b[^.;]{0,30}?\b(?:delivery|acceptance|receipt|shipment|commissioning|completion"
    r"|installation|purchase|invoice|date)",
    re.IGNORECASE,
)
_SCOPE = re.compile(
    r"(?:质保|保修|售后|维保)(?:服务)?(?:的)?(?:范围|内容)(?:为|包括|是|如下|:)"
    r"|\bwarrants?\b[^.;]{0,80}?\bagainst (?:any |all )?defects\b"
    r"|(?:质保|保修|售后|维护|质量问题|故障)[^。;]{0,60}?(?:负责|免费|予以|应)[^。;]{0,16}?(?:维修"
    r"|更换|修理|退换|换货|上门|支持|补货|包修)|包修|保修、保退|免费(?:维护|维修|更换|整改)"
    r"|\b(?:repair|replace|re-?perform|refund|credit|correct)\b[^.;]{0,80}?\b(?:defective"
    r"|non-?conform\w*|do(?:es)? not (?:conform|meet)|free of charge|without charge|goods"
    r"|products?|services)\b",
    re.IGNORECASE,
)
_RESPONSE = re.compile(r"响应|到场|到达现场|答复|\brespon(?:d|se)\b", re.IGNORECASE)
_HOLDS_PAYMENT = re.compile(
    r"(?:质量问题|售后|质保|质量异议|缺陷)[^。;]{0,40}?有权[^。;]{0,16}?(?:暂停|停止|拒绝|暂缓"
    r"|拒付)[^,。;]{0,10}?(?:支付|付款|货款|全部|款)|\bwithhold\b[^.;]{0,30}?\bpayments?\b"
    r"[^.;]{0,60}?\b(?:warranty|defect|service|non-?conform)",
    re.IGNORECASE,
)


def read(text: Text, parties: Parties) -> Iterator[Fact]:
    """The facts of warranty and after-sales."""
    spoken = list(_spoken(text))
    length, hits = _length(text, spoken)
    yield length
    starts = [hit for passage in (h.passage for h in (*hits, *spoken)) if (hit := _start_of(passage)) is not None]
    defined = yes_no("aftersales.warranty_start_defined", text, starts)
    yield defined if hits or spoken else not_applicable("aftersales.warranty_start_defined")
    yield yes_no("aftersales.scope_defined", text, search_all(text, _SCOPE))
    yield _response(text)
    yield yes_no("aftersales.blocks_payment", text, search_all(text, _HOLDS_PAYMENT))


def _spoken(text: Text) -> Iterator[Hit]:
    """Where a warranty period is spoken of, with or without its length."""
    previous: Passage | None = None
    for passage in passages(text):
        words = passage.text
        match = _WORD_ZH.search(words)
        if match is None and _in_english(words, previous):
            match = _WARRANT_EN.search(words) or re.match(r"[\s\S]", words)
        if match is not None:
            yield Hit(passage, match.start(), match.end())
        previous = passage


def _in_english(words: str, previous: Passage | None) -> bool:
    under_title = previous is not None and len(previous.text) < 40 and _TITLE_EN.search(previous.text) is not None
    if _WARRANT_EN.search(words) is None and not under_title:
        return False
    return _GOODS_EN.search(words) is not None and _NOT_GOODS_EN.search(words) is None


def _length(text: Text, spoken: Sequence[Hit]) -> tuple[Fact, list[Hit]]:
    name = "aftersales.warranty_months"
    found = [length for hit in spoken if (length := _months(hit)) is not None]
    if found:
        if len({hit.value for hit in found}) > 1 and len({hit.passage.index for hit in found}) == 1:
            return unknown(name, Reason.UNCLEAR, *evidence(text, found[0], name)), found
        return decide(name, text, found), found
    for hit in spoken:
        blank = _blank(hit)
        if blank is not None:
            return doubtful(name, text, Reason.BLANK, blank), []
    empty = empty_clause(text, _EMPTY) or _redacted(text)
    if empty is not None:
        return doubtful(name, text, Reason.BLANK, empty), []
    for hit in spoken:
        if _WORD_ZH.search(hit.passage.text) or _PERIOD_LABEL_EN.search(hit.passage.text):
            return doubtful(name, text, Reason.UNCLEAR, hit), []
    return absent(name), []


def _months(hit: Hit) -> Hit | None:
    """The length of a warranty in its sentence: the first in months or years that isn't a wearing part's."""
    words = hit.passage.text
    chinese = _WORD_ZH.search(words)
    for period in find_periods(words):
        quantity = period.value.quantity
        if quantity.unit not in (Unit.MONTHS, Unit.YEARS):
            continue
        if chinese is not None and not _belongs(words, chinese, period):
            continue
        if chinese is None and not _english_length(words, period):
            continue
        months = quantity.amount * (12 if quantity.unit is Unit.YEARS else 1)
        return Hit(hit.passage, min(hit.start, period.start), period.end, Quantity(Decimal(months), Unit.MONTHS))
    return None


def _belongs(words: str, word: re.Match[str], period: Found[Period]) -> bool:
    if period.end <= word.start():
        return word.start() - period.end <= 4
    between = words[word.end() : period.start]
    return (
        len(between) <= 50 and not _OVER.search(words[word.end() - 1 : period.start]) and not _OTHER_ZH.search(between)
    )


def _english_length(words: str, period: Found[Period]) -> bool:
    before, after = words[max(0, period.start - 40) : period.start], words[period.end : period.end + 80]
    lead = re.search(
        r"(?i)\b(?:for|period of|within|period is|period:|term of|shall be|expires?|lasts?|of|a"
        r"|an)\s(?:a\s)?(?:(?:minimum|limited|full|period|of)\s)*$",
        before,
    )
    if re.search(
        r"(?i)\bwarranty (?:period|term)\b[\s\"':-]{1,6}(?:is |of |shall be |means )?(?:a period of )?$", before
    ):
        return True
    tail = re.search(r"(?i)^\s*(?:from|after|following|of|warranty|commencing|beginning|limited|period)", after)
    return lead is not None and (
        tail is not None or _PERIOD_LABEL_EN.search(words) is not None or re.match(r"(?i)\s*for\b", words) is not None
    )


def _blank(hit: Hit) -> Hit | None:
    words = hit.passage.text
    if _WORD_ZH.search(words) or _PERIOD_LABEL_EN.search(words) or re.search(r"(?i)\bfor\b", words):
        blank = first_blank(words, hit.end, min(len(words), hit.end + 80))
        if blank is not None and re.match(
            r"\s*\)?\s*(?:个?月|年|日|天|months?|years?|days?|$|[,。.;])", words[blank.end() :]
        ):
            return Hit(hit.passage, hit.start, blank.end())
    return None


def _redacted(text: Text) -> Hit | None:
    """A warranty section of which only the title was left."""
    every = passages(text)
    for passage, following in pairwise(every):
        title = re.search(r"\bWarrant(?:y|ies)\b[;:,.\s]*$", passage.text)
        if title is not None and len(passage.text) < 60 and len(following.text) < 40 and first_blank(following.text):
            return Hit(passage, title.start(), title.end())
    return None


def _start_of(passage: Passage) -> Hit | None:
    match = _START.search(passage.text)
    return Hit(passage, match.start(), match.end()) if match is not None else None


def _response(text: Text) -> Fact:
    name = "aftersales.response_hours"
    found: list[Hit] = []
    blank: Hit | None = None
    for hit in search_all(text, _RESPONSE):
        words = hit.passage.text
        for period in find_periods(words, max(0, hit.start - 24), min(len(words), hit.end + 24)):
            # 7×24小时 is round the clock, not a time to respond in.
            if period.value.quantity.unit is Unit.HOURS and words[period.start - 1 : period.start] not in (
                "×",
                "x",
                "X",
                "*",
                "/",
            ):
                found.append(Hit(hit.passage, period.start, hit.end, period.value.quantity))
                break
        gap = re.search(r"小时|\bhours?\b", words)
        if gap is not None and blank is None and first_blank(words, max(0, gap.start() - 10), gap.start()):
            blank = hit
    first_response = [
        hit for hit in found if re.search(r"响应|respon", hit.passage.text[hit.start : hit.end + 4], re.IGNORECASE)
    ]
    return decide(name, text, first_response or found, doubtful(name, text, Reason.BLANK, blank) if blank else None)
