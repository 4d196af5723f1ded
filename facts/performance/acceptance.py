"""Inspection and acceptance of what was delivered: whether, how long, by whom, and what silence means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ...values import Quantity, Reason, Unit
from ..contract.empty_clauses import empty_clause, heading_of
from ..fact import Fact, absent, not_applicable, unknown
from ..quantities.found import Found
from ..quantities.periods import Period, find_periods
from ..roles import Parties, Role
from ..sentence_tools import Hit, Passage, decide, doubtful, evidence, first_blank, passages, subject, yes_no
from ..text import Text
from ..vocabulary import alternatives
from . import acceptance_terms, delivery

_INSPECT = alternatives("acceptance", "inspect_zh")
# Papers that the seller brings, and its own checks of tools and sites, are no inspection of what it delivers.
_NOT_INSPECTION = re.compile(
    alternatives("acceptance", "not_inspection_zh")
    + r"|(?:查验|检验|检测)(?=[^,。;]{0,8}(?:报告|证书|资质|证件))(?![^,。;]{0,12}(?:异议|为准|提出))"
)
_GOODS_EN = alternatives("acceptance", "goods_en")
_HEADING = re.compile(rf"^[^,。;]{{0,14}}(?:{_INSPECT}|提出异议)[^,。;]{{0,14}}$")
_CLAUSE_ZH = re.compile(
    rf"(?:应|须|需|有权|负责|组织|完成|当场|抽样|配合|共同|双方|进行|按|可以|为主|未"
    rf"|不)[^。;]{{0,24}}?{_INSPECT}|{_INSPECT}(?:标准|方法|办法|方式|期限?|内容|程序|记录|结果"
    rf"|依据|不合格)"
    rf"|(?:[\u3400-\u9fff]后|内)[^,。;]{{0,8}}{_INSPECT}|(?:提出|书面)[^,。;]{{0,8}}异议(?!的?期)"
    r"|(?:质量|数量|外观|瑕疵|规格)[^,。;]{0,4}异议(?:期|应|须|的?提出)"
    rf"|检查[^,。;]{{0,14}}(?:签认|签收|签字|数量|外观|质量)"
    r"|(?:提出|提交)[^,。;]{0,6}索赔[^。;]{0,30}(?:检验|视为)|索赔[^。;]{0,40}检验报告"
    r"|不[^,。;]{0,10}索赔[^。;]{0,10}视为"
    r"|异议[^。;]{0,24}?(?:提出|通知|告知|反馈|书面)|(?:质量|数量|外观|瑕疵|规格|品质)[^,。;]{0,6}异议,?[^。;]{0,8}(?:应|须|必须|在|于|可)"
    rf"|以[^,。;]{{0,16}}{_INSPECT}[^,。;]{{0,8}}为准"
)
_PAYS = re.compile(
    r"(?:后|合格后|通过后)[^。;]{0,30}(?:支付|付款|付清|付至|结算|返还)|(?:支付|付款|付至)[^。;]{0,16}(?:后|时)"
)
_NOT_GOODS_ZH = re.compile(
    r"对账|账目|账单|结算单|回签|视为(?:有效)?送达|送达(?:地址|方式)|审计|质保期满|保密|价格调整|调价|监督检查|试验"
)
_CLAUSE_EN = re.compile(
    rf"\b(?:inspects?|examines?|rejects?|verif(?:y|ies)|(?:shall|may|will|must|to"
    rf"|and) (?:\w+ )?review|(?:to|shall|may|will|must|and"
    rf"|or) test(?:ing)?(?: of)?)\b[^.;]{{0,70}}?(?<![A-Za-z]){_GOODS_EN}(?![A-Za-z])"
    rf"|(?<![A-Za-z]){_GOODS_EN}\b[^.;]{{0,60}}?\b(?:inspected|examined|tested|rejected"
    rf"|subject to (?:inspection|acceptance|testing)|conform)\b"
    r"|\bsamples?\b[^.;]{0,60}?\b(?:for testing|to test|tested)\b|\binspection certificate\b"
    r"|\binspection and (?:acceptance|claims)\b|\bacceptance (?:test(?:s|ing)?|criteria|period"
    r"|certificate|procedures?|process)\b"
    r"|\bacceptance of (?:the )?(?:goods|products|deliverables?|equipment|services)\b"
    r"|\bdeemed (?:to have )?(?:been )?(?:accepted|approved)\b"
    r"|\b(?:goods|products|deliverables?|reports?|works?|services) (?:is|are|shall be) accepted "
    r"(?:when|if|once|upon|only)\b"
    r"|\b(?:weights?|quality|quantity|inspections?|survey\w*|analys[ei]s)\b[^.;]{0,100}?\b(?:final"
    r"|conclusive|binding)\b"
    r"|\b(?:accept|approve)\b[^.;]{0,24}?\bor\b[^.;]{0,30}?\b(?:reject|return|refuse)\b"
    r"|\bacceptance\b[^.;]{0,30}?\b(?:is|shall be|will be) (?:at|subject to|conditional|confirmed|evidenced|deemed)\b"
    r"|\btaking delivery\b[^.;]{0,60}?\bexamine\b",
    re.IGNORECASE,
)
_NOTIFY_DEFECT_EN = re.compile(
    r"\b(?:notif(?:y|ies)|reports?|informs?)\b[^.;]{0,60}?\bdamages?\b[^.;]{0,40}?\b(?:within|upon"
    r"|on (?:delivery|receipt)|immediately)\b|"
    r"\b(?:notif(?:y|ies)|notice|claims? for|reports?|informs?)\b[^.;]{0,80}?\b(?:defects?|defective"
    r"|shortages?"
    r"|non-?conform\w+|fails? to (?:meet|conform))\b|\b(?:defects?|shortages?"
    r"|non-?conform\w+)\b[^.;]{0,60}?\bnotif"
    r"|\b(?:complaints?|claims?|objections?)\b[^.;]{0,80}?\b(?:made|notified|received|lodged|submitted"
    r"|raised|reported|presented|given)\b"
    r"[^.;]{0,60}?\b(?:within|days|immediately|without delay)\b[^.;]{0,60}?\b(?:deliver\w*|receipt"
    r"|arrival|goods|products|shipment)\b",
    re.IGNORECASE,
)
_NOT_GOODS_EN = re.compile(
    r"\b(?:books|records?|premises|facilit(?:y|ies)|audits?|purchase orders?|orders? (?:not|is|are"
    r"|shall|will)|orders?\b[^.;]{0,20}?\b(?:accept|reject|confirm)|acceptance of (?:this"
    r"|the) (?:agreement|order|purchase)|confidential|invoices?|trademarks?|advertis\w*|marketing"
    r"|promotional|sales literature|fee increase|clinical|personal injury|disapprov\w+"
    r"|information provided|insurance polic(?:y|ies)|certificates? of insurance|third part(?:y"
    r"|ies)|offer|proposal|amendment|recall)\b",
    re.IGNORECASE,
)
_PERIOD_USE_ZH = re.compile(
    r"^(?:之?内|以内|前)?[^。;]{0,48}?(?:验收|检验|提出|组织|审核|异议|索赔|电告|书面|抽检|复验|复检|商检|清点|通知|反馈"
    r"|取样|送检|抽样|检测|化验|核对|查验|验货|点验|确认|签认|签收|答复|修改意见|测试|试用)"
)
_TERM_IS = re.compile(r"(?:异议|验收|检验)(?:期限|期间|期|时间)(?:为|是|:|为收货后|:到货后|为到货后)\s?$")
# Days counted from the acceptance aren't days to accept in.
_AFTER_ACCEPTANCE_ZH = re.compile(r"(?:验收|检验)(?:合格|通过|完成|完毕)?(?:之日)?(?:后|起)的?第?\s?$")
_BACKWARD_ZH = re.compile(r"(?:异议|验收|检验|索赔)[^。;]{0,24}?$")
_PERIOD_USE_EN = re.compile(
    r"\b(?:notif|reject|inspect|accept|claim|complain|objection|report|inform|damage|defect|notice"
    r"|review|test|examin|conform|quality|shortage)",
    re.IGNORECASE,
)
# A time to collect goods, to pay, or in which the seller acts is no time to inspect.
_OTHER_USE_EN = re.compile(
    r"(?i)\b(?:pay|invoice|RMA|term|collect)\b|\b(?:accept|take|taking) delivery\b|\breturn\b(?!ed)(?<!or return)"
)
_LEAD_EN = re.compile(
    r"(?i)\b(?:within|not later than|no later than|period of|than"
    r"|later than)\s(?:a (?:further )?period of\s)?(?:the\s|first\s)*$"
)
# "has ten days to test", "accepted 48 hours after delivery": no preposition in front of the time.
_ALLOWED_EN = re.compile(r"(?i)\b(?:has|have|allowed|given|granted)\s(?:a period of\s|up to\s)?$")
_TO_INSPECT_EN = re.compile(
    r"(?i)^[^.;]{0,60}?\bto (?:\w+ (?:and|or) )?(?:inspect|test|examine|review|evaluate|verify|accept|reject|approve)"
)
_AFTER_DELIVERY_EN = re.compile(
    r"(?i)^\s(?:after|from|of|following) (?:the )?(?:date of )?(?:deliver|receipt|arrival|completion|handover|install)"
)
_PROMPT = re.compile(
    r"及时|立即|尽快|当场|当日|即时|\b(?:promptly|immediately|without (?:undue )?delay|as soon as"
    r"|forthwith|reasonable (?:time|period))\b",
    re.IGNORECASE,
)
_FINAL = re.compile(r"终验|最终验收|final acceptance", re.IGNORECASE)
_REWORK = re.compile(
    r"整改|换货|补货|更换|调换|维修|修复|退货|退回|运回|重新提交|correct|replace|repair|resubmi|credit|cure",
    re.IGNORECASE,
)
_MONEY = re.compile(r"支付|付款|付清|发票|\b(?:pay|payment|invoice|refund)", re.IGNORECASE)
_UNCOUNTED = "months"
"""Stands for a time that has no fixed number of days."""
_TERM_HEADING = re.compile(
    rf"(?:{_INSPECT}|异议)[^,。;]{{0,14}}(?:期限?|时间|期间)|(?:期限?|时间)[^,。;]{{0,6}}(?:{_INSPECT}|异议)"
)


def read(text: Text, parties: Parties) -> Iterator[Fact]:
    """The facts of inspection and acceptance, and of delivery, which it starts from."""
    silent = list(acceptance_terms.silence(text, parties))
    clauses = list(_clauses(text, parties)) or silent
    yield yes_no("acceptance.clause", text, clauses)
    if clauses:
        yield _period(text, parties, [*clauses, *silent])
    else:
        yield not_applicable("acceptance.period_days")
    yield from acceptance_terms.read(text, parties, [hit.passage for hit in clauses])
    yield from delivery.read(text, parties)


def _clauses(text: Text, parties: Parties) -> Iterator[Hit]:
    for passage in passages(text):
        words = passage.text
        heading = heading_of(words.split("\t")[0] if "\t" in words else words)
        if _HEADING.match(heading) and not _NOT_INSPECTION.search(heading) and not _PAYS.search(words):
            yield Hit(passage, 0, len(words))
            continue
        chinese = _CLAUSE_ZH.search(words)
        if chinese is not None and not _only_payment(words, chinese) and not _NOT_GOODS_ZH.search(words):
            yield Hit(passage, chinese.start(), chinese.end())
            continue
        english = _CLAUSE_EN.search(words) or _NOTIFY_DEFECT_EN.search(words)
        if english is not None and not _beside_goods(words, english) and _by_the_buyer(parties, words, english):
            yield Hit(passage, english.start(), english.end())


def _only_payment(words: str, match: re.Match[str]) -> bool:
    """Whether inspection is only named as the moment a payment waits for, or as a paper of the seller's."""
    own = _NOT_INSPECTION.sub("", words)
    if _CLAUSE_ZH.search(own) is None:
        return True
    return (
        _PAYS.search(words, match.start()) is not None
        and re.search(r"内[^,。;]{0,12}(?:验收|检验)|视为|异议|应[^,。;]{0,10}(?:组织|进行)", words) is None
    )


def _beside_goods(words: str, match: re.Match[str]) -> bool:
    return _NOT_GOODS_EN.search(words, max(0, match.start() - 60), min(len(words), match.end() + 60)) is not None


def _by_the_buyer(parties: Parties, words: str, match: re.Match[str]) -> bool:
    # The seller's own tests and its review of the buyer's drafts are no acceptance.
    if subject(parties, words, match.start() + 1) is not Role.SELLER:
        return True
    return re.search(parties.buyer, match[0], re.IGNORECASE) is not None


def _period(text: Text, parties: Parties, clauses: Sequence[Hit]) -> Fact:
    name = "acceptance.period_days"
    own = {passage.index: passage for clause in clauses for passage in _with_next(text, clause.passage)}
    found = [hit for passage in own.values() for hit in _periods_of(parties, passage)]
    final = [hit for hit in found if _FINAL.search(hit.passage.text)]
    found = final or found
    if any(hit.value == _UNCOUNTED for hit in found) or len({str(hit.value) for hit in found}) > 1:
        distinct = list({str(hit.value): hit for hit in reversed(found)}.values())
        return unknown(name, Reason.UNCLEAR, *(e for hit in distinct[:3] for e in evidence(text, hit, name)))
    if found:
        return decide(name, text, found)
    blank = _blank(text, clauses)
    if blank is not None:
        return doubtful(name, text, Reason.BLANK, blank)
    for hit in clauses:
        prompt = _PROMPT.search(hit.passage.text)
        if prompt is not None:
            return doubtful(name, text, Reason.UNCLEAR, Hit(hit.passage, hit.start, max(hit.end, prompt.end())))
    return absent(name)


def _with_next(text: Text, passage: Passage) -> Iterator[Passage]:
    """A sentence on inspection and the one behind it in the same clause, which may say by when."""
    yield passage
    for following in passages(text)[passage.index + 1 : passage.index + 2]:
        if text.clause_at(following.start) == text.clause_at(passage.start):
            yield following


def _periods_of(parties: Parties, passage: Passage) -> Iterator[Hit]:
    words = passage.text
    for period in find_periods(words):
        if _is_inspection_time(parties, words, period):
            days = _days(period.value.quantity)
            yield Hit(passage, period.start, period.end, Quantity(days, Unit.DAYS) if days is not None else _UNCOUNTED)


def _is_inspection_time(parties: Parties, words: str, period: Found[Period]) -> bool:
    after = words[period.end : period.end + 90]
    clause = re.split(r"[,。;]", after)
    chinese = re.search(r"[\u3400-\u9fff]", words[max(0, period.start - 6) : period.end + 6]) is not None
    if chinese:
        near = clause[0] + (clause[1] if len(clause) > 1 and len(clause[0]) < 4 else "")
        if _TERM_IS.search(words, max(0, period.start - 12), period.start):
            return subject(parties, words, period.start) is not Role.SELLER
        if _AFTER_ACCEPTANCE_ZH.search(words, max(0, period.start - 12), period.start):
            return False
        if not re.match(r"之?内|以内|前", after) or _REWORK.search(near) or _MONEY.search(near):
            return False
        bound = subject(parties, words, period.start)
        used = _PERIOD_USE_ZH.match(near) or _BACKWARD_ZH.search(words[max(0, period.start - 30) : period.start])
        return used is not None and bound is not Role.SELLER
    return _is_english_time(parties, words, period)


def _is_english_time(parties: Parties, words: str, period: Found[Period]) -> bool:
    before = words[max(0, period.start - 90) : period.start]
    rest = words[period.end : period.end + 60]
    if _LEAD_EN.search(before) is None:
        allowed = _ALLOWED_EN.search(before) is not None and _TO_INSPECT_EN.search(words[period.end :]) is not None
        silence = acceptance_terms.SILENCE_EN.search(before) is not None and _AFTER_DELIVERY_EN.match(rest) is not None
        if not allowed and not silence:
            return False
    around = before + words[period.end : period.end + 120]
    if subject(parties, words, period.start) is Role.SELLER or re.match(r"\s(?:of|after)[^.;]{0,10}discovery", rest):
        return False
    if (
        _OTHER_USE_EN.search(rest) is not None
        and re.search(r"(?i)\baccept it or\b|\baccept\b[^.;]{0,20}\bor\b", rest) is None
    ):
        return False
    return _PERIOD_USE_EN.search(around) is not None


def _days(quantity: Quantity) -> Decimal | None:
    """The days of a period; working days keep their count, months have no fixed number of days."""
    if quantity.unit in (Unit.DAYS, Unit.WORKING_DAYS):
        return quantity.amount
    if quantity.unit is Unit.HOURS and quantity.amount % 24 == 0:
        return quantity.amount / 24
    return None


def _blank(text: Text, clauses: Sequence[Hit]) -> Hit | None:
    for hit in clauses:
        words = hit.passage.text
        for unit in re.finditer(r"(?:个?工作日|日|天|小时)之?内|\bdays\b|\bPeriod\s?:", words):
            blank = first_blank(words, max(0, unit.start() - 12), min(len(words), unit.end() + 12))
            if blank is not None:
                return Hit(hit.passage, min(blank.start(), hit.start), max(unit.end(), blank.end()))
    named = empty_clause(text, _TERM_HEADING)
    return named if named is not None else _period_label(text)


def _period_label(text: Text) -> Hit | None:
    for passage in passages(text):
        label = re.search(r"\b(?:Rejection|Acceptance|Inspection|Review) Period\s?:\s?", passage.text)
        if label is not None and first_blank(passage.text, label.end(), label.end() + 40) is not None:
            return Hit(passage, label.start(), label.end())
    return None
