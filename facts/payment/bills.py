"""Bills in payment: how long they run, and whether handing one over pays the debt."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...values import Quantity, Unit
from .. import regexes as re
from ..fact import Fact
from ..quantities.found import Found
from ..quantities.periods import Period, find_periods
from ..sentence_tools import Hit, decide, passages, search_all, yes_no
from ..text import Text

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
        r"^(?:期|以内|内|及以内|到期|的|,|电子|远期|)*(?:的)?(?:电子)?(?:银行|商业|承兑|汇票|银承|商承|票据)"
        r"|^[\s-]{0,2}(?:(?:bank|commercial|trade|electronic|acceptance|bankers?'s?)[\s-]){0,3}(?:acceptances?|bills?"
        r"|drafts?)\b"
    ),
    re.IGNORECASE,
)
_TENOR_BEFORE = re.compile(
    (
        r"(?:(?<!付款)(?<!支付)(?<!结算)期限|票期|账期|票据期|承兑期|汇票期)[^,。;]{0,12}$|承兑(?:日期|期限)[^,。;]{0,16}$"
        r"|(?:承兑汇票|银承|商承|汇票)\(?[^,。;]{0,4}$"
        r"|\b(?:drafts?|bills?(?: of exchange)?|acceptances?|notes?)\b[^,.;]{0,40}\b(?:at|of|in|within|maturing"
        r"|tenor|payable|due)\s?$|\b(?:tenor"
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


def read(text: Text) -> Iterator[Fact]:
    """`payment.bill_tenor_months`, `payment.bill_discharges_debt`."""
    yield decide("payment.bill_tenor_months", text, list(_tenors(text)))
    yes = [hit for hit in search_all(text, _DISCHARGES, _NO_DISCHARGE) if _ABOUT_BILLS.search(hit.passage.text)]
    yield yes_no("payment.bill_discharges_debt", text, yes, search_all(text, _NO_DISCHARGE))


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
        or _TENOR_BEFORE.search(words[max(0, period.start - 64) : period.start]) is not None
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
