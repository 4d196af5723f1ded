"""How long the buyer has to inspect what was delivered: the time of inspecting, not of paying or mending."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ...values import Quantity, Reason, Unit
from .. import regexes as re
from ..contract.empty_clauses import empty_clause
from ..fact import Fact, absent, unknown
from ..quantities.found import Found
from ..quantities.periods import Period, find_periods
from ..roles import Parties, Role
from ..sentence_tools import Hit, Passage, decide, doubtful, evidence, first_blank, passages, subject
from ..text import Text
from ..vocabulary import alternatives
from . import time_en

_INSPECT = alternatives("acceptance", "inspect_zh")
_PERIOD_USE_ZH = re.compile(
    r"^(?:之?内|以内|前)?[^。;]{0,48}?(?:验收|检验|(?:外观|开箱|数量|初步)检查|提出|组织|审核|异议|索赔|电告|书面|抽检|复验|复检|商检|清点"
    r"|通知|反馈|疑问|疑义"
    r"|取样|送检|抽样|检测|化验|核对|查验|验货|点验|确认|签认|签收|答复|修改意见|测试|试用)"
)
_TERM_IS = re.compile(
    r"(?:异议|验收|检验)(?:期限|期间|期|时间)(?:为|是|:)?(?:[:为是收到]货后|签收后|交货后|(?:自|从)[^,。;]{1,12}起)?\s?$"
)
_TERM_OPEN = re.compile(r"(?:异议|验收|检验)(?:期限|期间|期|时间)(?:为|是|:)\s?")
# Days counted from the acceptance aren't days to accept in.
_AFTER_ACCEPTANCE_ZH = re.compile(r"(?:验收|检验)(?:合格|通过|完成|完毕)?(?:之日)?(?:后|起)的?第?\s?$")
# 乙方提出申请之日起30日内: the seller applies, the time is the buyer's.
_APPLIED_FOR = re.compile(r"(?:提出|提交|递交|发出)[^,。;]{0,10}(?:申请|通知|报告)(?:书)?(?:之日|后)?[起的]?$")
# 完成后5日内提交成果并申请验收: who applies is the seller.
_APPLIES = re.compile(
    r"(?:之?内|以内|前)[^,。;]{0,4}(?:提交|申请|报请|提请|交付)[^。;]{0,24}(?:申请|报请|提请|进行|组织)?验收"
)
# 甲方应在乙方提交成果后10日内验收: who is named inside the event isn't who acts.
_EVENT = re.compile(r"(?:在|自|于|从|待)[^,。;:在自于从]{1,40}(?:后|起|时)的?第?\s?$")
# 收到供方产品后: whose goods they are, not who acts.
_SELLERS_GOODS_ZH = re.Template(r"{seller}(?:的|所供|所交|交付|提供|供应){{0,3}}(?:产品|货物|商品|设备|材料|成果|样品)")
_SELLER_ACTS_ZH = re.Template(r"(?:之?内|以内|前),?\s?{seller}(?:应|须|需|必须|负责|保证)")
_TELLS_SELLER_ZH = re.Template(r"(?:之?内|以内|前)[^,。;]{{0,10}}?(?:通知|告知|向){seller}")
# A time that runs from an invoice or an account is for that paper: 收到发票后3日内未提出异议.
_PAPERS_ZH = re.compile(
    r"(?:收到|收悉|接到)[^,。;]{0,8}(?:发票|对账单|对帐单|账单|结算单|函件?)(?:之日)?(?:后|起)?的?\s?$"
    r"|(?:开具|开出|出具)[^,。;]{0,6}发票的?,[^,。;]{0,6}(?:收到|收悉)(?:之日)?(?:后|起)的?\s?$"
)
_BACKWARD_ZH = re.compile(r"(?:异议|初验|终验|验收|检验|索赔)[^。;]{0,24}?$")
_TO_INSPECT_EN = re.compile(
    r"(?i)^[^.;]{0,60}?\bto (?:\w+ (?:and|or) )?(?:inspect|test|examine|review|evaluate|verify|accept|reject"
    r"|approve|notify|object|report)"
    r"|^[^.;]{0,60}?\bto (?:give|provide) (?:\w+ )?notice\b"
)
# "within [Time frame] of delivery notify": a time without its number.
_RUNS_EN = re.compile(
    r"(?i)^\s?(?:of|from|after|following) (?:the |its |such )?(?:date of )?(?:deliver|receipt|arrival|completion"
    r"|handover"
    r"|install|discharge)"
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


def period(text: Text, parties: Parties, clauses: Sequence[Hit]) -> Fact:
    """The days allowed for inspecting, from the clauses on acceptance; two different times are unclear."""
    name = "acceptance.period_days"
    on_it = {clause.passage.index for clause in clauses}
    own = {passage.index: passage for clause in clauses for passage in _with_next(text, clause.passage)}
    found = [hit for at, passage in own.items() for hit in _periods_of(parties, passage, at not in on_it)]
    final = [hit for hit in found if _FINAL.search(hit.passage.text)]
    named = [hit for hit in found if time_en.is_named(hit.passage.text, hit.start, hit.end)]
    seen = [hit for hit in found if not time_en.is_for_hidden(hit.passage.text, hit.start)]
    found = final or named or seen or found
    left_open = _open_right(clauses)
    if left_open is not None:
        return doubtful(name, text, Reason.BLANK, left_open)
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
    """A sentence on inspection and the one behind it in the same clause, which may say by when.

    Where it speaks of "that time" the one before it says by when.
    """
    yield passage
    if passage.index and time_en.refers_back(passage.text):
        yield passages(text)[passage.index - 1]
    for following in passages(text)[passage.index + 1 : passage.index + 2]:
        if text.clause_at(following.start) == text.clause_at(passage.start):
            yield following


def _periods_of(parties: Parties, passage: Passage, plainly: bool = False) -> Iterator[Hit]:
    words = passage.text
    for period in find_periods(words):
        # Years are the limit after which nobody may object (民法典 621), no time to inspect in.
        if period.value.quantity.unit is not Unit.YEARS and _is_inspection_time(parties, words, period, plainly):
            days = _days(period.value.quantity)
            yield Hit(passage, period.start, period.end, Quantity(days, Unit.DAYS) if days is not None else _UNCOUNTED)


def _is_inspection_time(parties: Parties, words: str, period: Found[Period], plainly: bool) -> bool:
    after = words[period.end : period.end + 90]
    clause = re.split(r"[,。;]", after)
    chinese = re.search(r"[\u3400-\u9fff]", words[max(0, period.start - 6) : period.end + 6]) is not None
    if chinese:
        near = clause[0] + (clause[1] if len(clause) > 1 and len(clause[0]) < 3 else "")
        if _TERM_IS.search(words, max(0, period.start - 12), period.start):
            return subject(parties, words, period.start) is not Role.SELLER
        if _AFTER_ACCEPTANCE_ZH.search(words, max(0, period.start - 12), period.start):
            return False
        if _SELLER_ACTS_ZH.filled(seller=parties.seller).match(after) or _PAPERS_ZH.search(
            words, max(0, period.start - 40), period.start
        ):
            return False
        if not re.match(r"之?内|以内|前", after) or _REWORK.search(near) or _MONEY.search(near):
            return False
        if _APPLIES.match(after) is not None and subject(parties, words, period.start) is not Role.BUYER:
            return False
        event = _EVENT.search(words, max(0, period.start - 48), period.start)
        acts_at = event.start() if event is not None else period.start
        goods = _SELLERS_GOODS_ZH.filled(seller=parties.seller)
        own = goods.sub(lambda theirs: " " * len(theirs[0]), words[:acts_at])
        bound = None if _APPLIED_FOR.search(words, 0, period.start) else subject(parties, own, acts_at)
        if _TELLS_SELLER_ZH.filled(seller=parties.seller).match(after) is not None:
            # Who tells the seller is the buyer.
            bound = Role.BUYER
        used = _PERIOD_USE_ZH.match(near) or _BACKWARD_ZH.search(words[max(0, period.start - 30) : period.start])
        return used is not None and bound is not Role.SELLER
    return time_en.is_named(words, period.start, period.end) or time_en.is_used(parties, words, period, plainly)


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
        for unit in re.finditer(
            r"(?:个?工作日|日|天|小时)之?内|\b(?:(?:business|working|calendar|banking) )?days\b|\bPeriod\s?:", words
        ):
            blank = first_blank(words, max(0, unit.start() - 12), min(len(words), unit.end() + 12)) or _just_before(
                words, unit.start()
            )
            if blank is not None:
                return Hit(hit.passage, min(blank.start(), hit.start), max(unit.end(), blank.end()))
    named = empty_clause(text, _TERM_HEADING)
    return named if named is not None else _period_label(text)


def _just_before(words: str, at: int) -> re.Match[str] | None:
    """The blank that ends where a unit begins, however long its field's name is."""
    blank = first_blank(words, max(0, at - 60), at)
    return blank if blank is not None and not words[blank.end() : at].strip() else None


def _open_right(clauses: Sequence[Hit]) -> Hit | None:
    """The place of a time that wasn't filled in: "shall have ____ to inspect the goods"."""
    for hit in clauses:
        words = hit.passage.text
        for lead in re.finditer(r"(?i)\b(?:has|have|period of|within)\s", words):
            blank = first_blank(words, lead.end(), lead.end() + 40)
            behind = words[blank.end() :] if blank is not None else ""
            used = _TO_INSPECT_EN.match(behind) or (lead[0][0] in "wW" and _RUNS_EN.match(behind))
            if blank is not None and blank.start() <= lead.end() + 1 and used:
                return Hit(hit.passage, lead.start(), blank.end())
    return None


def _period_label(text: Text) -> Hit | None:
    for passage in passages(text):
        label = _TERM_OPEN.search(passage.text) or re.search(
            r"\b(?:Rejection|Acceptance|Inspection|Review) Period\s?:\s?", passage.text
        )
        if label is not None and first_blank(passage.text, label.end(), label.end() + 40) is not None:
            return Hit(passage, label.start(), label.end())
    return None
