"""Statements of account, the buyer's own deductions, and discounts for paying early."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...values import Quantity, Unit
from .. import regexes as re
from ..fact import Fact
from ..quantities.percents import find_percents
from ..quantities.periods import find_periods
from ..roles import Parties
from ..sentence_tools import Hit, decide, near, passages, search_all, yes_no
from ..text import Text

_I = re.IGNORECASE
_RECONCILED = re.compile(
    r"(?<!无)(?<!没有)(?<!银行)(?<!回单[及、和与])(?:对账|对帐)(?!户|(?:结算|管理|查询|中心|报表)(?:、|模块|功能)|单?(?:[、及和]|等)[^。;]{0,30}(?:附件|组成部分"
    r"|文件))"
    r"|核对[^,。;]{0,12}(?:账目|帐目|往来|账款|货款)|(?:账目|往来账|货款"
    r"|数量)[^,。;]{0,8}(?:进行)?核对|月结算单|结算单(?!(?:[、及和]|等)[^。;]{0,30}(?:附件|组成部分"
    r"|文件))[^。;]{0,16}(?:签字|签章|确认)"
    r"|核对[^,。;]{0,16}(?:金额|供货|送货|收货|到货|货款)[^。;]{0,20}(?:签字|盖章|签章|确认)"
    r"|核对[^,。;]{0,8}(?:上|当|本|每)月[^,。;]{0,10}(?:数量|金额|货款|送货|供货|发货|付款|到货)"
    r"|月结(?:账单|费用|清单|明细)[^。;]{0,14}(?:审核|核对|确认)"
    r"|[上当本每]月[^,。;]{0,6}(?:数据|账单|用量|业务量|交易额|销售额)[^,。;]{0,4}(?:进行)?核对"
    r"|(?:账单|结算表|明细表|汇总表|清单)[^,。;]{0,8}(?:供|由|给|经)[^,。;]{0,8}核对|按?[月期][^。;]{0,24}进行结算确认"
    r"|双方[^,。;]{0,10}核对[^,。;]{0,6}(?:无误|一致)(?![^。;]{0,12}(?:签收|验收|入库|收货|交接))"
    r"|(?:往来|账款|应付款|应收款|欠款)[^,。;]{0,10}(?:进行)?(?:确认|核实|核对)"
    r"|(?:供货|送货|交货|货款)[^,。;]{0,10}结算确认|(?:每|上|当)月[^。;]{0,30}签[署订]结算单"
    r"|\bstatements?\b[^.;]{0,20}\b(?:showing|setting out|listing|detailing)\b[^.;]{0,40}\b(?:invoices?|balances?|sums"
    r"|amounts|unpaid|outstanding|open items)\b|\bstatements? of (?:all )?(?:outstanding|unpaid|open|overdue)\b"
    r"|\b(?:agree|confirm|verify|acknowledge)(?:s|ed)?\b[^.;]{0,40}\b(?:outstanding|account|open|unpaid"
    r"|closing) balances?\b"
    r"|\bbalance confirmations?\b|\bconfirm the balance\b|\bcustomer statements?\b"
    r"|\b(?:statements? of accounts?|account statements?|monthly statements?)\b(?! of (?:work|sales))(?! issued by)"
    r"|\breconcil\w+\b[^.;]{0,40}\b(?:accounts?|invoices?|statements?|balances?|payments?)\b|\b(?:accounts?"
    r"|invoices?|balances?)\b[^.;]{0,20}\breconcil\w+",
    _I,
)
_NOT_ACCOUNTS = re.compile(
    r"\b(?:inventory|forecast|royalt\w+|profit and loss|income statement|billing statement of)\b", _I
)
_DEEMED = re.compile(
    (
        r"视为[^。;]{0,10}(?:认可|确认|无异议|同意|无误|接受|对账)|\b(?:deemed|taken as|considered"
        r"|treated as)\b[^.;]{0,20}\b(?:agreed|accepted|correct|confirmed|approved|final)"
    ),
    _I,
)
_DEDUCTS_ZH = r"(?:扣除|扣减|抵扣|抵销|抵消|扣款|冲抵|扣收|抵作|扣回|抵减)"
_NO_SETOFF = re.compile(
    rf"(?:不得|无权|不可|不能)[^。;]{{0,40}}(?:{_DEDUCTS_ZH})"
    r"|\b(?:without(?! (?:any )?(?:prior |further )?notice)|free (?:of|from)|no)\b(?: any| rights? of| rights? to)?"
    r"[^.;]{0,30}?\b(?:set-?\s?off|deductions?"
    r"|offset|withholding|counterclaim)\b"
    r"|\b(?:may|shall|will|must)\s(?:not|neither)\b[^.;]{0,40}\b(?:set\s?-?off|deduct(?:ions?)?|offset|withhold)\b"
    r"|\b(?:neither|no) party\b[^.;]{0,60}\b(?:set\s?-?off|deduct|offset)\b|\bwaives?\b[^.;]{0,60}\b(?:set\s?-?off"
    r"|offset)\b"
    r"|\bnot (?:be )?(?:permitted|allowed|authori[sz]ed) to\b[^.;]{0,30}\b(?:set\s?-?off|deduct|offset|withhold)"
    r"|\bno set-?off\b|\bnot (?:be )?entitled to\b[^.;]{0,30}\b(?:set\s?-?off|deduct|offset|withhold)"
    r"|\bset-?off\b[^.;]{0,30}?\b(?:is|are|shall be|will be) (?:excluded|prohibited|barred|not (?:permitted"
    r"|allowed))\b",
    _I,
)
_FROM_PRICE = re.compile(
    (
        rf"(?:从|在|于|自)[^。;]{{0,24}}(?:货款|应付|价款|款项|款|费用)[^。;]{{0,16}}{_DEDUCTS_ZH}|直接{_DEDUCTS_ZH}"
        rf"|扣除[^。;,]{{0,14}}(?:费用|款项|罚款|违约金|损失)后[^。;]{{0,12}}(?:支付|付款|付给|余款)"
        rf"|(?:{_DEDUCTS_ZH}|(?<![折不倒暗])扣)[^。;]{{0,10}}(?:货款|应付款|价款|合同款|质保金|服务费|工程款|报酬|租金|尾款|余款|运费|加工费)"
    ),
    _I,
)
_MAY_ZH = re.compile(r"有权|可以?|应|直接|将|考核|由|每[次逾延迟]|一律|予以", _I)
_SETOFF_EN = re.compile(
    r"\b(?:may|shall be entitled to|is entitled to|entitled to|has the right to|reserves the right"
    r"|shall have the right to"
    r"|can|right to|at its option|at liberty to|(?<!not )(?<!not be )(?:authori[sz]ed"
    r"|permitted) to)\b(?:,[^,.;]{0,60},)?[^.;]{0,50}?\b(?:set\s?-?off"
    r"|setting off|deduct|offset"
    r"|off-set|subtract|recoup)\b"
    r"|\b(?:has|have|having|reserves?|enjoys?) (?:(?:a|the|all|full|any|its) )?(?:[a-z]+ )?rights? of "
    r"(?:set\s?-?off|offset|recoupment|deduction)\b"
    r"|\b(?:may|entitled to|right to)\b[^.;]{0,40}?\bwithhold\b[^.;]{0,30}?\bapply\b[^.;]{0,20}?\b(?:against"
    r"|to) the price\b"
    r"|\bnet (?:off )?(?:any|its|all|such)\b[^.;]{0,40}?\bagainst (?:the |its |any )?(?:invoices?|price|payments?)\b"
    r"|\bdeducted by the (?:paying bank|buyers?|purchaser|customer)\b"
    r"|\b(?:be )?deducted from\b[^.;]{0,30}\b(?:payments?|price|invoices?|sums? (?:due|payable)|amounts? (?:due"
    r"|payable))",
    _I,
)
_FOR_TAX = re.compile(r"(?:deduction|withholding)[^.;]{0,40}(?:for|on account of)[^.;]{0,30}tax", _I)
_TAXES = re.compile(r"\b(?:tax|taxes|commission|royalt\w+|net sales|net revenue|salary|wages)\b|税款", _I)
_TERMS = re.compile(
    r"(?<![\d/.])(?P<pct>\d(?:\.\d+)?)\s?%?\s?/\s?(?P<days>\d{1,2})\s?,?\s?(?:net|n)\s?/?\s?\d{1,3}\b"
    r"|(?<![\d/.])(?P<pct2>\d(?:\.\d+)?)\s?%,?\s?(?:(?:if paid )?(?:in|within) )?\(?(?P<days2>\d{1,2})\)?\s?days?"
    r"\s?[,;/]?\s?(?:or |and )?\(?net\s?(?:[a-z]+\s)?\(?\d{1,3}\b",
    _I,
)
_DISCOUNT = re.compile(
    r"(?:提前付款|现金折扣|付款优惠|早付|提前支付|日内[^。;]{0,8}(?:到账|付款|付清|支付)[^。;]{0,12}(?:减|优惠"
    r"|折扣|享受))"
    r"|\b(?:early[- ]payment|prompt[- ]payment|cash|settlement) discount\b|\bdiscount\b[^.;]{0,60}\b(?:if|when|where|on"
    r"|for)\b[^.;]{0,40}\b(?:paid|pays?|payment|settled|settlement)\b|\b(?:paid|pays?|payment"
    r"|funds arrive)\b[^.;]{0,40}\bwithin\b[^.;]{0,80}\bdiscount\b|\bdiscount for early payment\b|\bpa(?:ys|id"
    r"|yment)[^.;]{0,20} within\b[^.;]{0,60}\bdeduct \d|\bdeduct[^.;]{0,20}\d\s?%[^.;]{0,40}\bpa(?:y|id)",
    _I,
)
_DISCOUNTED = re.compile(r"优惠|折扣|减收|减免|让利|折让|\b(?:discount|deduct)\b", _I)
_NO_DISCOUNT = re.compile(
    (
        r"贴现|\bwithout (?:any )?(?:cash |early payment )?discount|\bno (?:cash |early payment "
        r"|prompt payment )?discounts?\b"
    ),
    _I,
)


# What the buyer takes back out of the price, said in the passive: recovered by the Buyer from monies due.
_RECOVERED = re.Template(
    r"\b(?:recovered|deducted|set off|retained|offset)\s(?:by|at the option of)\s(?:the\s)?{buyer}\s"
    r"(?:from|against|out of)\s(?:any\s|the\s|all\s)?(?:monies|money|sums?|amounts?|payments?|price|invoices?)\b"
    r"|\bsubject to (?:any |all )?(?:deductions?|set-?off|offset)\b[^.;]{{0,30}}\b(?:by|of"
    r"|in favou?r of)\s(?:the\s)?{buyer}\b"
    # Only who pays the price can keep it: what the seller owes is deducted from what is due to the seller.
    r"|\b(?:owed|due|owing|payable|recoverable)\b[^.;]{{0,40}}?\b(?:by"
    r"|from)\s(?:the\s)?{seller}(?:\sto\s(?:the\s)?{buyer})?\s"
    r"(?:may|can|shall|will)\s(?:also\s)?be\s(?:deducted|recovered|set off|offset|retained)\s(?:from|against)\b"
    r"(?:[^.;]{{0,60}}?\b(?:due|payable|owed|owing)\sto\s(?:the\s)?{seller}"
    r"|\s(?:the\s|any\s|its\s|future\s)?(?:[a-z]+\s)?(?:invoices?|payments?|price)\b)",
    _I,
)
# The Seller shall not set off: that leaves the buyer's right as it is.
_SELLER_NOT = re.Template(r"{seller}\s(?:shall|may|must|will|is|can)\s?not\b[^.;]{{0,40}}$", _I)


def read(text: Text, parties: Parties) -> Iterator[Fact]:
    """Reconciliation, set-off and discount."""
    statements = list(search_all(text, _RECONCILED, _NOT_ACCOUNTS))
    yield yes_no("payment.reconciliation_clause", text, statements)
    yield yes_no("payment.reconciliation_deemed", text, _deemed(text, statements))
    yield yes_no("payment.setoff_by_buyer", text, _setoffs(text, parties), _no_setoffs(text, parties))
    yield from _discount(text)


def _deemed(text: Text, statements: list[Hit]) -> Iterator[Hit]:
    every = passages(text)
    for hit in statements:
        for passage in near(every, hit.passage.index, 0, 1):
            match = _DEEMED.search(passage.text)
            if match is not None and not re.search(r"验收|inspection", passage.text[: match.start()]):
                yield Hit(passage, match.start(), match.end())


def _setoffs(text: Text, parties: Parties) -> Iterator[Hit]:
    for hit in search_all(text, _FROM_PRICE, _NO_SETOFF):
        before = hit.passage.text[: hit.end]
        if (
            _MAY_ZH.search(before)
            and _is_buyers(hit, parties)
            and not re.search(r"保证金[^。;,]{0,8}$|(?<!增值)(?<!含)税|质保金不足|定金", before)
        ):
            yield hit
    yield from search_all(text, _RECOVERED.filled(buyer=parties.buyer, seller=parties.seller), _NO_SETOFF)
    for hit in search_all(text, _SETOFF_EN, _NO_SETOFF):
        if (
            _TAXES.search(hit.passage.text) is None
            and not _DISCOUNT.search(hit.passage.text)
            and _is_buyers(hit, parties)
        ):
            yield hit


def _no_setoffs(text: Text, parties: Parties) -> Iterator[Hit]:
    sellers = _SELLER_NOT.filled(seller=parties.seller)
    for hit in search_all(text, _NO_SETOFF, _FOR_TAX):
        words = hit.passage.text
        if sellers.search(words, 0, hit.start + 12):
            continue
        if re.search("[\u3400-\u9fff]", hit.passage.text[hit.start : hit.end]):
            if re.search(r"款|费用|货款", words) and _is_buyers(hit, parties):
                yield hit
        elif re.search(r"set\s?-?off|deduct|offset|withhold", words, _I) and re.search(
            (
                r"\b(?:pay|paid|payable|payments?|sums?|amounts?|invoices?|price|claims)\b|\bright of (?:retention"
                r"|set-?off)\b|\b(?:set-?off by|counterclaims?)\b"
            ),
            words,
            _I,
        ):
            yield hit


def _is_buyers(hit: Hit, parties: Parties) -> bool:
    """Whether the buyer is the one who deducts: the last side named before the verb that isn't an object."""
    before = hit.passage.text[: min(hit.start + 12, hit.end)]
    last = None
    for match in re.finditer(f"(?P<b>{parties.buyer})|(?P<s>{parties.seller})", before, _I):
        lead = before[max(0, match.start() - 10) : match.start()]
        tail = before[match.end() : match.end() + 3]
        if re.search(r"[向对给付从经因]$|支付$|应付$|\b(?:to|from|by|of)\s?(?:the\s)?$", lead, _I) or tail.startswith(
            ("的", "书面", "同意", "应承担", "原因", "'s")
        ):
            continue
        last = "buyer" if match["b"] is not None else "seller"
    return last == "buyer" or (
        last is None and re.search(r"paying bank|直接|每[次逾延迟]", hit.passage.text) is not None
    )


def _discount(text: Text) -> Iterator[Fact]:
    rates: list[Hit] = []
    days: list[Hit] = []
    for hit in search_all(text, _TERMS):
        match = _TERMS.search(hit.passage.text)
        if match is not None:
            rates.append(
                Hit(hit.passage, hit.start, hit.end, Quantity(Decimal(match["pct"] or match["pct2"]), Unit.PERCENT))
            )
            days.append(
                Hit(hit.passage, hit.start, hit.end, Quantity(Decimal(match["days"] or match["days2"]), Unit.DAYS))
            )
    for hit in search_all(text, _DISCOUNT, _NO_DISCOUNT):
        words = hit.passage.text
        shares = find_percents(words)
        if _DISCOUNTED.search(words) is None or len(shares) != 1:
            continue
        rates.append(Hit(hit.passage, hit.start, hit.end, Quantity(shares[0].value, Unit.PERCENT)))
        periods = [p for p in find_periods(words) if p.value.quantity.unit is Unit.DAYS]
        if len(periods) == 1:
            days.append(Hit(hit.passage, hit.start, hit.end, periods[0].value.quantity))
    yield decide("payment.discount_pct", text, rates)
    yield decide("payment.discount_days", text, days)
