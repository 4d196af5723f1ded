"""A third person's guarantee of the buyer's payment (民法典 681-702)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...values import Quantity, Reason, Unit
from .. import regexes as re
from ..contract.empty_clauses import empty_clause
from ..fact import Fact, absent, not_applicable, stated, unknown
from ..quantities.periods import find_periods
from ..roles import Parties, Role
from ..sentence_tools import Hit, Passage, decide, doubtful, evidence, passages, search_all, yes_no
from ..text import Text
from ..vocabulary import alternatives
from .guarantor import read_name
from .promises import promises

_GUARANTOR_ZH = re.compile(
    r"(?P<name>[^,。;:、\s]{2,40}?)(?:(?:为|对|就)[^。;]{0,32}?提供|(?:出具|开具)[^,。;]{0,12}(?:担保函|保证函))"
    r"|\b[Gg]uarant(?:ee|y) (?:\w+ )?by (?P<giver>[^.,;]{3,60})"
)
# Words that a sentence on the guarantee names it by; 质量保证期 and 质量保证金 are the seller's.
_ABOUT = re.compile(
    r"(?<!质量)保证期[间限]|(?:保证|担保)(?:的)?范围|保证人|担保人|担保期[间限]"
    r"|\bguarantors?\b|\b(?:this|the|its) guarant(?:ee|y)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"连带|(?:不履行|未履行|不偿还|未偿还|未按期|到期未付|未清偿)[^,。;]{0,20}(?:即|立即|直接"
    r"|无条件)[^。;]{0,10}(?:承担|支付|清偿|偿还)|无条件[^。;]{0,10}(?:承担|支付|偿还)"
    r"|\bjoint(?:ly)? and several|\bprincipal (?:debtor|obligor)\b|\bprimary obligor\b"
    r"|\bon (?:\w+ ){0,2}demand\b|债务加入|共同(?:还款|付款|清偿)责任"
    r"|\bguarant(?:ee|y) of payment and not of collection",
    re.IGNORECASE,
)
_GENERAL = re.compile(
    r"\bif\b[^.;]{0,30}?\b(?:unable|cannot|can not)\b[^.;]{0,10}?\bpay\b|一般保证|(?:不能|无力|无法)(?:履行"
    r"|偿还|清偿|支付)[^,。;]{0,12}(?:时|的|,)[^。;]{0,16}承担"
    r"|\bguarant(?:ees?|y|ies) (?:of |the )?collection\b|\bafter exhausting\b"
    r"|\bonly (?:after|if|when)\b[^.;]{0,60}?\b(?:exhausted|proceeded|sued|remedies|judgment)\b",
    re.IGNORECASE,
)
_TERM = re.compile(
    r"\bguarant(?:ee|y)(?: period| term)?(?: of|:| is)? (?=\d|\w+ (?:\(\d+\) )?(?:months|years)\b)"
    r"|保证期间?|担保期[限间]?|保证期限|(?:连带|保证|担保)[^,。;]{0,4}责任,?(?=直?至)"
    r"|\b(?:guarant(?:ee|y)|this guarant(?:ee"
    r"|y))\b[^.;]{0,120}?\b(?:valid|expire|remain|continu|period|until)",
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
    (
        r"(?:仅|只)(?:限于|对|就|为)?[^,。;]{0,10}(?:本金|货款)|\bprincipal (?:(?:amount|price|sum|debt) )?only\b"
        r"|\bonly (?:for )?the principal\b"
    ),
    re.IGNORECASE,
)
_CONSENTS = re.compile(
    r"(?:变更|展期|修改|延期)[^。;]{0,30}(?:无需|无须|不需|不必)[^。;]{0,20}(?:同意|通知)|(?:无需"
    r"|不需)[^。;]{0,12}保证人[^。;]{0,6}同意[^。;]{0,30}"
    r"|保证人[^。;]{0,20}(?:仍|继续)[^。;]{0,6}承担"
    r"|(?:变更|展期|修改|延期)[^。;]{0,60}(?:预先|事先|同意)[^。;]{0,10}(?:继续|仍)[^。;]{0,6}承担"
    r"|\bwithout\b[^.;]{0,20}?\b(?:consent"
    r"|notice)\b[^.;]{0,20}?\bguarantor",
    re.IGNORECASE,
)
_COMFORT = re.compile(rf"{alternatives('security', 'comfort_zh')}|(?i:{alternatives('security', 'comfort_en')})")
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("listed_company", re.compile(r"上市公司|\blisted company\b|\bpublicly traded\b", re.IGNORECASE)),
    ("branch", re.compile(r"分公司|分行|\bbranch\b", re.IGNORECASE)),
    ("bank", re.compile(r"银行|\bbank\b", re.IGNORECASE)),
    (
        "gov",
        re.compile(
            r"政府|管理局|委员会|财政局|街道办|办事处|村委会|\bgovernment\b|\bministry\b|\bsub-?district\b"
            r"|\bmunicipal\w*\b",
            re.IGNORECASE,
        ),
    ),
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
    "guarantor_name", "guarantor_kind", "guarantee_mode", "guarantee_period_kind", "guarantee_period_months",
    "guarantor_resolution", "guarantee_scope_full", "guarantor_consents_changes",
)  # fmt: skip


def read(text: Text, parties: Parties) -> Iterator[Fact]:
    """The facts of a guarantee; its details aren't applicable where there is none."""
    given = list(promises(text, parties))
    yield from _comfort(text, given)
    if given:
        yield yes_no("security.guarantee_present", text, given)
        yield from _details(text, parties, given)
        return
    blank = empty_clause(text, re.compile(r"^(?:提供)?(?:担保|保证)(?:方式|条款|人|事项)?$"))
    if blank is not None:
        for detail in ("guarantee_present", *_DETAILS):
            yield doubtful(f"security.{detail}", text, Reason.BLANK, blank)
        return
    yield absent("security.guarantee_present")
    for detail in _DETAILS:
        yield not_applicable(f"security.{detail}")


def _details(text: Text, parties: Parties, given: list[Hit]) -> Iterator[Fact]:
    around = _neighbourhood(text, given)
    yield read_name(text, parties, given)
    yield _kind(text, parties, given)
    yield _mode(text, given, around)
    yield from _period(text, around)
    yield yes_no("security.guarantor_resolution", text, search_all(text, _RESOLUTION))
    yield yes_no("security.guarantee_scope_full", text, _in(around, _SCOPE_FULL), _in(around, _SCOPE_PART))
    yield yes_no("security.guarantor_consents_changes", text, _in(around, _CONSENTS))


def _neighbourhood(text: Text, given: list[Hit]) -> list[Passage]:
    """The sentences on the guarantee: each promise, what follows it in its clause, and those that name it elsewhere."""
    wanted = {at for hit in given for at in range(hit.passage.index, hit.passage.index + 4)}
    clauses = {text.clause_at(hit.passage.start) for hit in given}
    own = {hit.passage.index for hit in given}
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


def _mode(text: Text, given: list[Hit], around: list[Passage]) -> Fact:
    name = "security.guarantee_mode"
    joint = [Hit(h.passage, h.start, h.end, "joint") for h in _in(around, _JOINT)]
    general = [Hit(h.passage, h.start, h.end, "general") for h in _in(around, _GENERAL)]
    silent = [Hit(h.passage, h.start, h.end, "unspecified") for h in given]
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


def _kind(text: Text, parties: Parties, given: list[Hit]) -> Fact:
    name = "security.guarantor_kind"
    third = parties.first(Role.GUARANTOR)
    if third is not None and third.name:
        for kind, pattern in _KINDS:
            if pattern.search(third.name):
                return stated(name, kind, *third.evidence)
        if _INDIVIDUAL.match(third.name):
            return stated(name, "individual", *third.evidence)
    named = _GUARANTOR_ZH.search(given[0].passage.text) if third is None else None
    giver = (named["name"] or named["giver"]) if named is not None else ""
    for kind, pattern in _KINDS:
        if pattern.search(giver):
            return stated(name, kind, *evidence(text, given[0], name))
    if third is None and re.search(r"银行|保函|\bbank\b|\bstandby\b", given[0].passage.text, re.IGNORECASE):
        return stated(name, "bank", *evidence(text, given[0], name))
    return doubtful(name, text, Reason.UNCLEAR, given[0])


def _comfort(text: Text, given: list[Hit]) -> Iterator[Fact]:
    letters = list(search_all(text, _COMFORT))
    yield yes_no("security.comfort_letter_only", text, [] if given else letters)
