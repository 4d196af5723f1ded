"""A third person's guarantee of the buyer's payment (民法典 681-702)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ...values import Quantity, Reason, Unit
from ..contract.empty_clauses import empty_clause
from ..fact import Fact, absent, not_applicable, stated, unknown
from ..quantities.periods import find_periods
from ..roles import Parties, Role
from ..sentence_tools import Hit, Passage, decide, doubtful, evidence, passages, search_all, subject, yes_no
from ..text import Text
from ..vocabulary import alternatives

_WORDS_ZH = alternatives("security", "guarantee_zh")
_THIRD_ZH = r"(?:保证人|担保人|担保方|丙方|丁方|股东|法定代表人|实际控制人|母公司|关联公司|集团公司|银行|第三方)"
_PROMISE_ZH = re.compile(
    rf"(?:承担|提供|负)[^。;]{{0,24}}?{_WORDS_ZH}|{_THIRD_ZH}[^。;]{{0,80}}?(?:提供"
    rf"|承担)[^。;]{{0,30}}?(?:保证|担保)(?!金|期|质量)"
    rf"|{_THIRD_ZH}[^。;]{{0,60}}?(?:付款|债务|货款|清偿)[^。;]{{0,30}}?(?:保证|担保)|(?:付款|支付)(?:保函|担保函)"
    r"|(?:见索即付|不可撤销)[^,。;]{0,10}保函[^。;]{0,20}(?:付款|货款|价款|债务)"
    rf"|{_THIRD_ZH}[^。;]{{0,60}}?(?:付款|债务|货款|清偿)[^。;]{{0,30}}?连带(?:清偿|还款)?责任"
    # An organisation that is no party, named in full: "某某管理委员会对甲方的付款提供担保".
    r"|(?:公司|集团|委员会|政府|局|中心|银行|学校|医院)(?:为|对|就)[^。;]{0,20}(?:付款|支付|债务|货款)[^。;]{0,12}提供[^。;]{0,6}(?:保证|担保)(?!金|期)"
)
_GUARANTOR_ZH = re.compile(
    r"(?P<name>[^,。;:、\s]{2,40})(?:为|对|就)[^。;]{0,20}(?:付款|支付|债务|货款)[^。;]{0,12}提供"
)
# Words that a sentence on the guarantee names it by; 质量保证期 and 质量保证金 are the seller's.
_ABOUT = re.compile(
    r"(?<!质量)保证期[间限]|(?:保证|担保)(?:的)?范围|保证人|担保人|担保期[间限]"
    r"|\bguarantors?\b|\b(?:this|the|its) guarant(?:ee|y)\b",
    re.IGNORECASE,
)
_DEBT_ZH = re.compile(r"付款|债务|货款|价款|欠款|清偿|支付|义务|主合同|本合同项下")
_PRODUCT_ZH = re.compile(
    r"质量保证|质保|保证质量|产品质量|侵权|知识产权|工期|廉洁|履约(?:保函|担保)|预付款保函|预付款担保|反担保"
)
_OPTION_ZH = re.compile(
    r"(?:如|若|可以?)[^。;]{0,10}(?:需|要求)[^。;]{0,6}(?:提供)?担保|另(?:行)?(?:立"
    r"|签)[^。;]{0,10}(?:担保|保证)|不(?:要求|需要?)?提供[^,。;]{0,4}(?:担保|保证)"
)
_PROMISE_EN = re.compile(
    r"\b[Gg](?:uarantors?|UARANTORS?)\b[^.;]{0,90}?\b(?:is|are|shall|will|hereby|irrevocably"
    r"|unconditionally|guarantees?|undertakes?|agrees?)\b[^.;]{0,120}?\b(?:guarant(?:ee|ees|ies|y)"
    r"|liable|jointly|pay|payment|obligations?|undertakes?)\b"
    r"|\bguarant(?:ee|ees|eeing|y)s?\b[^.;]{0,80}?\b(?:payment|performance|obligations?"
    r"|indebtedness|debts?)\b[^.;]{0,40}?\bof (?:the )?(?P<whom>[A-Z][\w&.]*)"
    r"|\b(?i:parent|personal|bank|corporate|payment) (?i:guarant(?:ee|y))\b|\b(?i:guaranty) of payment\b"
    r"|\b(?:guarantees?|shall guarantee) (?:the |due |full |prompt |punctual |and ){0,4}"
    r"(?:payment|performance of the payment)\b",
)
_NOT_DEBT_EN = re.compile(
    r"(?i)\b(?:quality|product|warrant(?:s|y)|performance of the (?:goods|products)|minimum"
    r"|results?)\b[^.;]{0,20}?\bguarant|\bno guarant|\bdoes not guarant|\bmoney[- ]back"
)
_JOINT = re.compile(
    r"连带|(?:不履行|未履行|不偿还|未偿还|未按期|到期未付|未清偿)[^,。;]{0,20}(?:即|立即|直接"
    r"|无条件)[^。;]{0,10}(?:承担|支付|清偿|偿还)|无条件[^。;]{0,10}(?:承担|支付|偿还)"
    r"|\bjoint(?:ly)? and several|\bprincipal (?:debtor|obligor)\b|\bprimary obligor\b"
    r"|\bon (?:first )?demand\b|\bguarant(?:ee|y) of payment and not of collection",
    re.IGNORECASE,
)
_GENERAL = re.compile(
    r"一般保证|(?:不能|无力|无法)(?:履行|偿还|清偿|支付)[^,。;]{0,12}(?:时|的|,)[^。;]{0,16}承担"
    r"|\bguarant(?:ee|y) of collection\b|\bafter exhausting\b",
    re.IGNORECASE,
)
_TERM = re.compile(
    r"保证期间?|担保期[限间]?|保证期限|\b(?:guarant(?:ee|y)|this guarant(?:ee"
    r"|y))\b[^.;]{0,60}?\b(?:valid|expire|remain|continu|period|until)",
    re.IGNORECASE,
)
_UNTIL_PAID = re.compile(
    r"(?:直至|直到|至|到)[^,。;]{0,24}(?:清偿|付清|还清|偿清|履行)(?:完毕|为止|之日止)?"
    r"|\buntil\b[^.;]{0,60}?\b(?:paid|discharged|satisfied)",
    re.IGNORECASE,
)
_RESOLUTION = re.compile(
    r"(?:股东会?|股东大会|董事会)[^,。;]{0,8}决议|\b(?:board|shareholders?'?|corporate) resolutions?\b"
    r"|\bresolution of (?:its|the) (?:board|shareholders?|directors)\b",
    re.IGNORECASE,
)
_COSTS = alternatives("security", "scope_cost_zh")
_DAMAGES = alternatives("security", "scope_damages_zh")
_SCOPE_FULL = re.compile(
    rf"范围[^。;]{{0,80}}?{_DAMAGES}[^。;]{{0,60}}?{_COSTS}|范围[^。;]{{0,80}}?{_COSTS}[^。;]{{0,60}}?{_DAMAGES}"
    r"|\binterest\b[^.;]{0,80}?\b(?:costs?|expenses|fees)\b"
)
_SCOPE_PART = re.compile(
    r"(?:仅|只)(?:限于|对|就|为)?[^,。;]{0,10}(?:本金|货款)|\bprincipal (?:amount )?only\b", re.IGNORECASE
)
_CONSENTS = re.compile(
    r"(?:变更|展期|修改|延期)[^。;]{0,30}(?:无需|无须|不需|不必)[^。;]{0,20}(?:同意|通知)|(?:无需"
    r"|不需)[^。;]{0,12}保证人[^。;]{0,6}同意[^。;]{0,30}"
    r"|保证人[^。;]{0,20}(?:仍|继续)[^。;]{0,6}承担"
    r"|(?:变更|展期|修改|延期)[^。;]{0,60}(?:预先|事先|同意)[^。;]{0,10}(?:继续|仍)[^。;]{0,6}承担|\bwithout\b[^.;]{0,20}?\b(?:consent"
    r"|notice)\b[^.;]{0,20}?\bguarantor",
    re.IGNORECASE,
)
_COMFORT = re.compile(rf"{alternatives('security', 'comfort_zh')}|(?i:{alternatives('security', 'comfort_en')})")
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("branch", re.compile(r"分公司|分行|\bbranch\b", re.IGNORECASE)),
    ("bank", re.compile(r"银行|\bbank\b", re.IGNORECASE)),
    ("gov", re.compile(r"人民政府|管理局|委员会|财政局|\bgovernment\b|\bministry\b", re.IGNORECASE)),
    (
        "public_benefit",
        re.compile(r"学校|大学|医院|幼儿园|养老院|\buniversity\b|\bhospital\b|\bfoundation\b", re.IGNORECASE),
    ),
    (
        "company",
        re.compile(
            r"公司|企业|集团|\b(?:limited|ltd|inc|llc|corp\w*|company|holding\w*|gmbh|s\.a\.|b\.v\.|plc|parent)\b",
            re.IGNORECASE,
        ),
    ),
)
_INDIVIDUAL = re.compile(r"^[\u3400-\u9fff]{2,4}$|^(?:Mr|Ms|Mrs|Dr)\b|^[A-Z][a-z]+(?: [A-Z]\.?)?(?: [A-Z][a-z]+){1,2}$")
_DETAILS = (
    "guarantor_kind", "guarantee_mode", "guarantee_period_kind", "guarantee_period_months", "guarantor_resolution",
    "guarantee_scope_full", "guarantor_consents_changes",
)  # fmt: skip


def read(text: Text, parties: Parties) -> Iterator[Fact]:
    """The facts of a guarantee; its details aren't applicable where there is none."""
    promises = list(_promises(text, parties))
    yield from _comfort(text, promises)
    if promises:
        yield yes_no("security.guarantee_present", text, promises)
        yield from _details(text, parties, promises)
        return
    blank = empty_clause(text, re.compile(r"^(?:提供)?(?:担保|保证)(?:方式|条款|人|事项)?$"))
    if blank is not None:
        for detail in ("guarantee_present", *_DETAILS):
            yield doubtful(f"security.{detail}", text, Reason.BLANK, blank)
        return
    yield absent("security.guarantee_present")
    for detail in _DETAILS:
        yield not_applicable(f"security.{detail}")


def _promises(text: Text, parties: Parties) -> Iterator[Hit]:
    third = parties.first(Role.GUARANTOR)
    named = re.compile("|".join(re.escape(word) for word in third.words)) if third and third.words else None
    for passage in passages(text):
        words = passage.text
        match = _PROMISE_ZH.search(words)
        if match is not None and not _OPTION_ZH.search(words) and not _PRODUCT_ZH.search(words):
            if _DEBT_ZH.search(words) or (named is not None and named.search(words)):
                yield Hit(passage, match.start(), match.end())
            continue
        english = _PROMISE_EN.search(words)
        if english is not None and not _NOT_DEBT_EN.search(words) and _for_the_buyer(parties, english):
            yield Hit(passage, english.start(), english.end())


def _for_the_buyer(parties: Parties, match: re.Match[str]) -> bool:
    whom = match["whom"]
    words = match.string
    before = words[max(0, match.start() - 40) : match.start()]
    # A bank guarantee of the seller's secures the buyer, and a party's own promise to pay is no guarantee.
    if re.search(r"(?i)\b(?:performance|advance payment|bid|warranty) (?:bank )?$", before):
        return False
    if re.search(rf"(?:{parties.seller}|{parties.buyer})\s(?:\w+\s)?$", before, re.IGNORECASE):
        return False
    if whom is None:
        return "bank" not in match[0].lower() or subject(parties, words, match.start()) is not Role.SELLER
    return re.search(parties.buyer, whom, re.IGNORECASE) is not None


def _details(text: Text, parties: Parties, promises: list[Hit]) -> Iterator[Fact]:
    around = _neighbourhood(text, promises)
    yield _kind(text, parties, promises)
    yield _mode(text, promises, around)
    yield from _period(text, around)
    yield yes_no("security.guarantor_resolution", text, search_all(text, _RESOLUTION))
    yield yes_no("security.guarantee_scope_full", text, _in(around, _SCOPE_FULL), _in(around, _SCOPE_PART))
    yield yes_no("security.guarantor_consents_changes", text, _in(around, _CONSENTS))


def _neighbourhood(text: Text, promises: list[Hit]) -> list[Passage]:
    """The sentences on the guarantee: each promise, what follows it in its clause, and those that name it elsewhere."""
    wanted = {at for hit in promises for at in range(hit.passage.index, hit.passage.index + 4)}
    clauses = {text.clause_at(hit.passage.start) for hit in promises}
    own = {hit.passage.index for hit in promises}
    return [
        p
        for p in passages(text)
        if p.index in own or (p.index in wanted and text.clause_at(p.start) in clauses) or _ABOUT.search(p.text)
    ]


def _in(around: list[Passage], pattern: re.Pattern[str]) -> Iterator[Hit]:
    for passage in around:
        match = pattern.search(passage.text)
        if match is not None:
            yield Hit(passage, match.start(), match.end())


def _mode(text: Text, promises: list[Hit], around: list[Passage]) -> Fact:
    name = "security.guarantee_mode"
    joint = [Hit(h.passage, h.start, h.end, "joint") for h in _in(around, _JOINT)]
    general = [Hit(h.passage, h.start, h.end, "general") for h in _in(around, _GENERAL)]
    silent = [Hit(h.passage, h.start, h.end, "unspecified") for h in promises]
    return decide(name, text, [*joint, *general] or silent[:1])


def _period(text: Text, around: list[Passage]) -> Iterator[Fact]:
    kind, months = "security.guarantee_period_kind", "security.guarantee_period_months"
    for hit in _in(around, _TERM):
        words, quotes = hit.passage.text, evidence(text, hit, kind)
        if _UNTIL_PAID.search(words, hit.start):
            yield stated(kind, "until_paid", *quotes)
            yield unknown(months, Reason.UNCLEAR, *quotes)
            return
        for period in find_periods(words, hit.start):
            quantity = period.value.quantity
            if quantity.unit in (Unit.MONTHS, Unit.YEARS):
                length = quantity.amount * (12 if quantity.unit is Unit.YEARS else 1)
                yield stated(kind, "stated", *quotes)
                yield stated(months, Quantity(Decimal(length), Unit.MONTHS), *quotes)
                return
    yield stated(kind, "none", *(evidence(text, Hit(around[0], 0, 1), kind)))
    yield absent(months)


def _kind(text: Text, parties: Parties, promises: list[Hit]) -> Fact:
    name = "security.guarantor_kind"
    third = parties.first(Role.GUARANTOR)
    if third is not None and third.name:
        for kind, pattern in _KINDS:
            if pattern.search(third.name):
                return stated(name, kind, *third.evidence)
        if _INDIVIDUAL.match(third.name):
            return stated(name, "individual", *third.evidence)
    named = _GUARANTOR_ZH.search(promises[0].passage.text) if third is None else None
    for kind, pattern in _KINDS if named is not None else ():
        if named is not None and pattern.search(named["name"]):
            return stated(name, kind, *evidence(text, promises[0], name))
    if third is None and re.search(r"银行|保函|\bbank\b", promises[0].passage.text, re.IGNORECASE):
        return stated(name, "bank", *evidence(text, promises[0], name))
    return doubtful(name, text, Reason.UNCLEAR, promises[0])


def _comfort(text: Text, promises: list[Hit]) -> Iterator[Fact]:
    letters = list(search_all(text, _COMFORT))
    yield yes_no("security.comfort_letter_only", text, [] if promises else letters)
