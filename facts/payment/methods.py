"""How the price is paid: transfer, cheque, bills, letter of credit; how long bills run, and if one pays the debt."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...values import Quantity, Reason, Unit
from .. import regexes as re
from ..fact import Fact, absent, stated, unknown
from ..quantities.found import Found
from ..quantities.periods import Period, find_periods
from ..roles import Parties
from ..sentence_tools import Hit, decide, evidence, first_blank, passages, search_all, yes_no
from ..text import Text
from ..vocabulary import alternatives
from .blanks import OpenTerms
from .scope import payment_sections, payment_terms

_KINDS = (
    "transfer",
    "cash",
    "cheque",
    "bank_acceptance",
    "commercial_acceptance",
    "letter_of_credit",
    "collection",
    "draft",
    "card",
    "other",
)
_BARRED_AFTER = {"cash": r"(?!支票|流|折扣|日记)", "draft": "", "transfer": r"(?!支票|手续费|凭证)"}
_BARRED_BEFORE = {"transfer": r"(?<!外)", "draft": r"(?<!承兑)(?<!商业)(?<!电子)(?<!商业承兑)(?<!电子商业)"}
_PATTERNS = {
    kind: re.compile(
        rf"{_BARRED_BEFORE.get(kind, '')}{alternatives('payment', f'method_{kind}_zh')}{_BARRED_AFTER.get(kind, '')}"
        rf"|(?i:{alternatives('payment', f'method_{kind}_en')})"
    )
    for kind in _KINDS
}
# 汇票 after 承兑汇票 was named means those.
_ACCEPTED = re.compile(r"承兑|商业汇票")
_BANK_DRAFT = re.compile(
    r"银行汇票|跟单汇票|即期汇票|\b(?:bank draft|sight draft|demand draft|documentary draft)", re.IGNORECASE
)
_CREDIT = re.compile(r"信用证|\b(?:L/C|letters? of credit|documentary credit)\b", re.IGNORECASE)
# An empty box before a method: printed, not chosen.
_UNTICKED = re.compile(r"[□☐◻]\s?$")
# 付款方式____(1.电汇 2.支票): behind the blank stands what may be chosen, not what was.
_OFFERED = re.compile(
    r"\s*(?:[种项]方?式?[^。;\n]{0,12}[:,])?\s*\(?\s?(?:1|A|a|\(1\))[.、):,]?\s?"
    r"(?:[^\d\n。]{2,60}?(?:2|B|b|\(2\))[.、):,]?\s?[^\n。]{2,120}|[^\d\n。;]{2,30};)"
)
_NEXT_OFFER = re.compile(r"\s*\(?[2-9B-Fb-f][.、):,]?\s?[^\n。]{2,80}")
_INTO_ACCOUNT = re.compile(
    (
        r"(?:支付|付|汇|划|交|存|转|打)(?:至|到|入|付至)[^,。;]{0,20}(?:账户|帐户|账号|帐号)|\b(?:pay|paid|payments?"
        r"|remit\w*)\b[^.;]{0,160}?\b(?:in)?to\b[^.;]{0,30}?\b(?:bank )?account\b"
    ),
    re.IGNORECASE,
)
_PAYING = re.compile(r"付|结算|货款|价款|汇|\b(?:pay|paid|payable|payments?|remit\w*|settle\w*)\b", re.IGNORECASE)
_NOT_PAYING = re.compile(
    (
        r"保证金|退还|返还|赔偿|罚款|佣金|\b(?:refund|guarantee|bond|bribe|corrupt|government official|expenses?"
        r"|royalt\w+|standby)\b"
    ),
    re.IGNORECASE,
)
_DENIED = re.compile(
    (
        r"(?:(?<![切务])勿|请勿|切勿|切忌|不得|不能|不可(?!撤销)|禁止|不接受|拒收|严禁|不以|不使用"
        r"|不收取)[^,。;]{0,12}$|除[^,。;]{0,4}$|\b(?:not"
        r"|no|except|other than|excluding)\b(?:\s[a-z]+){0,3}\s?$"
    ),
    re.IGNORECASE,
)
# What the seller may ask for one day is no way to pay yet.
_OPTIONAL = re.compile(
    r"\bmay\b[^.;]{0,40}\b(?:require|request|demand|insist)\b[^.;]{0,30}$|(?:有权|可)(?:随时)?要求[^,。;]{0,24}$",
    re.IGNORECASE,
)
_BILL = re.compile(
    (
        r"承兑|汇票|银承|商承|票据|\b(?:(?:bank|commercial|trade|bankers?'s?) acceptances?|acceptance (?:bill|draft)s?"
        r"|bills? of exchange|bank(?:er'?s'?)? bills?|drafts?|promissory notes?|commercial bills?)\b"
        r"|-month\b[^.;]{0,24}\bbill"
    ),
    re.IGNORECASE,
)
_BILL_NEAR = re.compile(
    (
        r"^(?:期|以内|内|及以内|的|,|电子|远期|)*(?:的)?(?:电子)?(?:银行|商业|承兑|汇票|银承|商承|票据)"
        r"|^[\s-]{0,2}(?:(?:bank|commercial|trade|electronic|acceptance|bankers?'s?)[\s-]){0,3}(?:acceptances?|bills?"
        r"|drafts?)\b"
    ),
    re.IGNORECASE,
)
_TENOR_BEFORE = re.compile(
    (
        r"(?:期限|票期|账期|票据期|承兑期|汇票期)[^,。;]{0,12}$|承兑(?:日期|期限)[^,。;]{0,16}$|(?:承兑汇票|银承"
        r"|商承|汇票)\(?[^,。;]{0,4}$|\b(?:tenor"
        r"|usance|maturity|maturing|term)\b[^,.;]{0,30}$"
    ),
    re.IGNORECASE,
)
_DISCHARGES = re.compile(
    r"(?:交付|开具|出具|背书|签发|转让|收到|接受|接收|取得)[^。;]{0,24}(?:票据|汇票|凭证"
    r"|信)?[^。;]{0,14}即?视为[^。;]{0,16}(?:付清|付款|履行|完成|支付|清偿)"
    r"|\b(?:delivery|handing over|issu\w+|endors\w+)\b[^.;]{0,60}\b(?:bills?|drafts?|vouchers?|acceptance|notes?"
    r"|which)\b[^.;]{0,30}\b(?:constitutes?|is|shall be|discharges?|counts as|deemed)\b[^.;]{0,20}\b(?:payment"
    r"|paid|discharges?|the price|settle)",
    re.IGNORECASE,
)
_ABOUT_BILLS = re.compile(r"票|凭证|承兑|信|\b(?:bill|draft|voucher|acceptance|note)", re.IGNORECASE)
_NO_DISCHARGE = re.compile(
    r"(?:票据|汇票|凭证|承兑)[^。;]{0,30}(?:仅为|只是|仅作为)[^。;]{0,8}支付(?:手段|方式|工具)|(?:票据|汇票|凭证"
    r"|承兑)[^。;]{0,30}(?:不视为|不构成|并不)[^。;]{0,12}(?:付款|付清|清偿|支付)"
    r"|(?:票据|汇票|凭证)[^。;]{0,16}(?:兑付|到账|承兑)后[^。;]{0,6}视为[^。;]{0,8}(?:付|支付)|(?:未获付款|未兑付"
    r"|拒付)[^。;]{0,30}(?:债权恢复|仍[^。;]{0,10}付款|补付|以电汇)"
    r"|\b(?:bills?|drafts?|vouchers?|cheques?)\b[^.;]{0,60}\b(?:only|merely|not)\b[^.;]{0,30}\b(?:means of payment"
    r"|payment until|discharge)"
    r"|\bbill is not honou?red\b[^.;]{0,40}\b(?:revives|stands|remains)",
    re.IGNORECASE,
)


def read(text: Text, parties: Parties, open_terms: OpenTerms) -> Iterator[Fact]:
    """`payment.methods`, `payment.bill_tenor_months`, `payment.bill_discharges_debt`."""
    yield _methods(text, parties, open_terms)
    yield decide("payment.bill_tenor_months", text, list(_tenors(text)))
    yes = [hit for hit in search_all(text, _DISCHARGES, _NO_DISCHARGE) if _ABOUT_BILLS.search(hit.passage.text)]
    yield yes_no("payment.bill_discharges_debt", text, yes, search_all(text, _NO_DISCHARGE))


def _methods(text: Text, parties: Parties, open_terms: OpenTerms) -> Fact:
    name = "payment.methods"
    found: dict[str, Hit] = {}
    for hit in _mentions(text, parties):
        found.setdefault(str(hit.value), hit)
    credit = "letter_of_credit" in found or _CREDIT.search(text.text) is not None
    if credit and "draft" in found and _is_paper(found["draft"].passage.text):
        # The draft that a credit asks for is one of its papers.
        del found["draft"]
    if found:
        places = tuple(e for hit in found.values() for e in evidence(text, hit, name))
        return stated(name, tuple(sorted(found, key=_KINDS.index)), *places)
    for passage in passages(text) if not found else ():
        offered = _offered(passage.text)
        if (
            offered
            and any(p.search(passage.text, *offered) for p in _PATTERNS.values())
            and _PAYING.search(passage.text)
        ):
            return unknown(name, Reason.BLANK, *evidence(text, Hit(passage, *offered), name))
    if open_terms.method is not None:
        return unknown(name, Reason.BLANK, *evidence(text, open_terms.method, name))
    return absent(name)


def _offered(words: str) -> tuple[int, int] | None:
    """Where a sentence lists what may be written into the blank in front of the list."""
    blank = first_blank(words)
    listed = _OFFERED.match(words, blank.end()) if blank is not None else None
    return listed.span() if listed is not None else None


def _is_paper(words: str) -> bool:
    """Whether a sentence's draft is drawn under a credit, or is named without saying that it pays by itself."""
    return _BANK_DRAFT.search(words) is None or _CREDIT.search(words) is not None


def _mentions(text: Text, parties: Parties) -> Iterator[Hit]:
    spoken = {term.passage.index for term in payment_terms(text, parties)}
    accepted = _ACCEPTED.search(text.text) is not None
    listing = False
    for passage, section in zip(passages(text), payment_sections(text), strict=True):
        words = passage.text
        if _NOT_PAYING.search(words) is not None and not section:
            continue
        section = section or passage.index in spoken
        if not section and _PAYING.search(words) is None and "wire transfer" not in words.lower():
            continue
        offered = _offered(words)
        if offered is None and listing and (following := _NEXT_OFFER.match(words)) is not None:
            offered = following.span()
        listing = offered is not None
        offered = offered or (0, 0)
        for kind, pattern in _PATTERNS.items():
            if kind == "draft" and accepted and _BANK_DRAFT.search(words) is None:
                continue
            for match in pattern.finditer(words):
                low = max(0, match.start() - 30)
                optional = _OPTIONAL.search(words, max(0, match.start() - 90), match.start()) is not None
                if optional or offered[0] <= match.start() < offered[1]:
                    continue
                if _DENIED.search(words, low, match.start()) is None and not _UNTICKED.search(
                    words, low, match.start()
                ):
                    yield Hit(passage, match.start(), match.end(), kind)
                    break
        into = _INTO_ACCOUNT.search(words)
        if into is not None:
            yield Hit(passage, into.start(), into.end(), "transfer")


def _tenors(text: Text) -> Iterator[Hit]:
    for passage in passages(text):
        if _BILL.search(passage.text) is None:
            continue
        for period in find_periods(passage.text):
            months = _months(period)
            if months is not None and _is_tenor(passage.text, period):
                yield Hit(passage, period.start, period.end, Quantity(months, Unit.MONTHS))


def _is_tenor(words: str, period: Found[Period]) -> bool:
    return (
        _BILL_NEAR.match(words[period.end : period.end + 40]) is not None
        or _TENOR_BEFORE.search(words[max(0, period.start - 40) : period.start]) is not None
    )


def _months(period: Found[Period]) -> Decimal | None:
    quantity = period.value.quantity
    match quantity.unit:
        case Unit.MONTHS:
            return quantity.amount
        case Unit.YEARS:
            return quantity.amount * 12
        case Unit.DAYS if quantity.amount % 30 == 0:
            return quantity.amount / 30
        case _:
            return None
