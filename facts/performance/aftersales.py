"""Warranty and after-sales service: length, start, scope, response, and whether it can hold up payment."""

from __future__ import annotations

from collections.abc import Iterator

from ...values import Reason, Unit
from .. import regexes as re
from ..fact import Fact, not_applicable
from ..quantities.periods import find_periods
from ..roles import Parties
from ..sentence_tools import Hit, Passage, decide, doubtful, first_blank, search_all, yes_no
from ..text import Text
from .warranty_length import length, spoken

_START = re.compile(
    r"自[^,。;]{0,30}(?:之日|之时|次日)?起|(?:从|由)[^,。;]{0,20}(?:之日)?起|为[^,。;]{0,24}之日起"
    r"|(?:交货|验收合格|到货|交付|终验)后\s?[\d一二三四五六十两]"
    r"|\b(?:from|after|following|as of|commencing (?:on|from)|beginning (?:on|from)"
    r"|of)\b[^.;]{0,30}?\b(?:delivery|acceptance|receipt|shipment|commissioning|completion"
    r"|installation|purchase|invoice|date)"
    r"|\b(?:since|counted from|reckoned from|from|after|following|(?:start|begin|commenc|run)\w*"
    r" (?:on|with|from|at|when|upon|once|as of))\b[^.;]{0,50}?\b(?:deliver|accept|recei|ship|dispatch|despatch"
    r"|commission|complet|install|purchase|invoice|date|day|hand(?:ed)?[ -]?over|start[ -]?up|go[ -]?live|put into"
    r"|taken into|placed in|activat|arriv|sign[ -]?off|launch|sale)",
    re.IGNORECASE,
)
# A representation made as of a date isn't a warranty that starts then.
_OF_PERIOD = re.compile(
    r"[\u3400-\u9fff]|(?i:\b(?:warranty|guarantee|defects?(?: \w+)? period)\b[^.;]{0,80}?\b(?:start|begin|commenc|runs?"
    r"|count|from|after|following)|\bfor (?:a|the) period of\b)"
)
# The end of a project that others build is no date the seller can know.
_FAR_START = re.compile(
    r"自[^,。;]{0,12}?(?:(?:项目|工程|小区|楼盘)(?:的)?(?:整体|总体|全部)[^,。;]{0,6}?(?:竣工|验收|交付)"
    r"|(?:业主|最终用户)[^,。;]{0,8}?验收)"
    r"|\b(?:from|after|upon|on)\b[^.;]{0,12}?\bcompletion of the (?:whole|entire|overall) project\b",
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
# Who comes or takes a fault up within a time responds to it.
_TAKEN_UP = re.compile(
    r"(?i)\b(?:acknowledg\w+|attend(?:s|ed|ance)?|on[- ]site|react(?:s|ion)?|call(?:s|ed)?[- ]?back|repl(?:y|ies)"
    r"|arriv(?:e|es|al)|start(?:s|ed)? work)\b"
)
_FAULT = re.compile(
    r"(?i)\b(?:faults?|tickets?|incidents?|calls?|defects?|failures?|breakdowns?|service requests?|malfunctions?"
    r"|warranty|outages?|errors?|severity|support)\b"
)
_LABEL = re.compile(r"(?i)\brespon(?:se|d)(?:ing)? times?\b[^.;]{0,60}?(?=\b\d|\b(?:one|two|three|four|six|eight)\b)")
# The buyer that is asked to respond serves nobody.
_BY_BUYER = re.Template(
    r"(?:^|[\s(]){buyer}\s(?:shall|must|will|should|undertakes to|agrees to|is to)\s(?:\w+\s){{0,3}}$", re.IGNORECASE
)
_HOLDS_PAYMENT = re.compile(
    r"(?:质量问题|售后|质保|质量异议|缺陷)[^。;]{0,40}?有权[^。;]{0,16}?(?:暂停|停止|拒绝|暂缓"
    r"|拒付)[^,。;]{0,10}?(?:支付|付款|货款|全部|款)|\bwithhold\b[^.;]{0,30}?\bpayments?\b"
    r"[^.;]{0,60}?\b(?:warranty|defect|service|non-?conform)",
    re.IGNORECASE,
)


def read(text: Text, parties: Parties) -> Iterator[Fact]:
    """The facts of warranty and after-sales."""
    words = list(spoken(text))
    months, hits = length(text, words)
    yield months
    spoken_in = [hit.passage for hit in (*hits, *words)]
    far = [Hit(p, m.start(), m.end()) for p in spoken_in if (m := _FAR_START.search(p.text)) is not None]
    lasting = {hit.passage.index for hit in hits}
    starts = [
        hit
        for passage in spoken_in
        if (hit := _start_of(passage)) is not None
        and (passage.index in lasting or _OF_PERIOD.search(passage.text) is not None)
    ]
    starts = [hit for hit in starts if all(hit.passage.index != other.passage.index for other in far)]
    defined = yes_no("aftersales.warranty_start_defined", text, starts, [] if starts else far)
    yield defined if hits or words else not_applicable("aftersales.warranty_start_defined")
    yield yes_no("aftersales.scope_defined", text, search_all(text, _SCOPE))
    yield _response(text, parties)
    yield yes_no("aftersales.blocks_payment", text, search_all(text, _HOLDS_PAYMENT))


def _start_of(passage: Passage) -> Hit | None:
    match = _START.search(passage.text)
    return Hit(passage, match.start(), match.end()) if match is not None else None


def _responses(text: Text, parties: Parties) -> Iterator[Hit]:
    by_buyer = _BY_BUYER.filled(buyer=parties.buyer)
    for hit in search_all(text, _RESPONSE):
        if parties.certain and by_buyer.search(hit.passage.text, max(0, hit.start - 80), hit.start):
            continue
        label = _LABEL.search(hit.passage.text)
        yield hit if label is None else Hit(hit.passage, label.start(), label.end())
    for hit in search_all(text, _TAKEN_UP, unless=_RESPONSE):
        if _FAULT.search(hit.passage.text) and not by_buyer.search(hit.passage.text, max(0, hit.start - 80), hit.start):
            yield hit


def _response(text: Text, parties: Parties) -> Fact:
    name = "aftersales.response_hours"
    found: list[Hit] = []
    blank: Hit | None = None
    for hit in _responses(text, parties):
        words = hit.passage.text
        for period in find_periods(words, max(0, hit.start - 24), min(len(words), hit.end + 40)):
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
