"""Words in a stretch on payment that isn't one of the price: default, bonds, taxes, examples, discounts."""

from __future__ import annotations

from .. import regexes as re
from ..vocabulary import alternatives

_FILE = "payment"
DEFAULT_ZH = re.compile(
    alternatives(_FILE, "default_zh")
    + r"|未[按能在][^,。;]{0,12}[付款]|不[按能][^,。;]{0,8}付|[如若]?[^,。;]{0,8}未[^,。;]{0,6}(?:付款|支付|付清|足额)"
)
DEFAULT_EN = re.compile(alternatives(_FILE, "default_en"), re.IGNORECASE)
OTHER_ZH = re.compile(alternatives(_FILE, "other_sum_zh") + r"|(?<!质量)(?<!保修)(?<!工程质量)保证金")
OTHER_EN = re.compile(alternatives(_FILE, "other_sum_en"), re.IGNORECASE)
TAX_INVOICE = re.compile(r"\btax invoices?\b", re.IGNORECASE)
ON_TOP = re.compile(
    r"\b(?:plus|including|inclusive of|exclusive of|excluding|together with|along with|net of|and|free of)"
    r"(?: (?:any|all|other|applicable|related|associated|relevant|such|additional|for|shipping|sales|and|or)){0,4}"
    r" (?:tax(?:es)?|VAT|duties|freight|insurance|expenses|premiums?)(?: (?:and|or|charges|costs|taxes|duties"
    r"|freight|insurance|VAT|expenses)){0,4}\b"
    r"|(?:含|包括|包含|及|和|不含)(?:[^,。;]{0,6}(?:运费|税费|运杂费|保险费|手续费|检验费|差旅费))+",
    re.IGNORECASE,
)
DEFECTS = re.compile(
    (
        r"\bdefects?[- ](?:liability|correction|notification)\b|\binterest[- ]free\b|\b(?:entire|whole|full|remaining"
        r"|then) unpaid (?=balance|portion|part|amount)"
    ),
    re.IGNORECASE,
)
# A bond that was handed in is what the payment waits for, no sum that is paid.
BOND_GIVEN = re.compile(
    r"(?:收到|收妥|提交|提供|出具|递交|缴纳|凭)[^,。;]{0,12}?(?:履约|银行|预付款|质量)?(?:保证金|保函)(?=及|和|并"
    r"|、|后|之日)"
    r"|\bagainst (?:an? |the )?(?:[a-z-]+ ){0,3}?(?:guarantee|bond)\b"
    r"|(?:及|和|、|并)(?:提交|提供)?(?:银行|预付款|等额)?(?:履约|预付款)?保函(?=,|后)"
)
# A period of credit is granted without a word for paying.
CREDIT_TERM = re.compile(
    r"(?:^|\n|\.\s)\W*credit\s?[:\t]|"
    r"账期|帐期|信用期|赊销期|付款期限?(?!届满|内)|(?:付款|回款)周期|回款期|挂账"
    r"|\b(?:payment|credit|settlement) (?:terms?|periods?)\b"
    r"|\bdue date\"?\s?(?:means|shall mean|:)|\bdays'? (?:of )?credit\b(?! (?:note|from (?:its|their)\b))"
    r"|^\W*(?:our |payment )?terms (?:of |are )?(?:strictly )?\(?\d{1,3}\)? (?:calendar )?days\b"
    r"|\bterms\s?:\s?(?:net\s)?(?:[a-z-]+\s)?\(?\d{1,3}\)?\s?(?:calendar )?days\b",
    re.IGNORECASE,
)
# More about a sum that isn't the price: how much it is, when it is given back.
GOES_ON = re.compile(
    r"^\s*(?:其|该)?(?:金额|数额|为|即|计|标准|比例|共计)|退还|返还|\brefund|\breturned\b", re.IGNORECASE
)
# A credit that is only opened pays nothing yet.
OPENS_CREDIT = re.compile(
    r"(?:开立|开出|开具|申请开)[^。;]{0,40}信用证|信用证[^。;]{0,30}(?:开到|开立|开出|送达)"
    r"|\b(?:open|opened|establish|established|issue)\b[^.;]{0,60}\b(?:letter of credit|L/C|documentary credit)",
    re.IGNORECASE,
)
CREDIT_PAYS = re.compile(
    r"支付|即付|付清|付款(?!条件|方式|条款)|议付货款|\b(?:payable|paid|pay|available)\b", re.IGNORECASE
)
# Examples, and what nobody need pay.
NO_TERM = re.compile(
    r"\bnot (?:be )?(?:required|obliged|obligated"
    r"|liable) to pay\b"
    r"|\brepay(?:s|ing)?\b|\breconcil\w+|\b(?:confirm|agree|verify|acknowledge)s?\b[^.;]{0,30}\bbalances?\b",
    re.IGNORECASE,
)
EXAMPLE = re.compile(
    r"\((?:e\.g\.?|for example|for instance|such as)[^()]*\)|\b(?:for example|e\.g\.?)[^;]*$", re.IGNORECASE
)
# An example that the full stop of e.g. cut off.
AFTER_EG = re.compile(r"\be\.g\.[,:]?\s*$", re.IGNORECASE)
# What makes up for too little or too much: no payment of the price.
MADE_UP = re.compile(
    r"^(?![^.;]*\binvoices?\b).*\b(?:shortfall|take-or-pay|true-?up|underpayments?|overpayments?"
    r"|deficiency)\b",
    re.IGNORECASE | re.DOTALL,
)
# A discount for paying early gives a time of its own, which isn't the term.
EARLY = re.compile(
    r"\bdiscount\b[^.;]{0,60}\b(?:if|when|where|for|within|settled|provided)\b|\b(?:if|when"
    r"|where)\b[^.;]{0,60}\bdiscount"
    r"|^(?!.*\b(?:nett?|otherwise|or)\b).*\d\s?%\)?\s(?:[a-z]+ ){0,2}discount\b"
    r"|\bdeduct\b[^.;]{0,16}\d\s?%[^.;]{0,40}\bpa(?:y|id)"
    r"|提前付款|现金折扣|(?:优惠|折扣|让利|减免)[^。;]{0,10}$|(?:日|天|前)内?[^,。;]{0,10}(?:付清|付款|支付"
    r"|到账)[^,。;]{0,6}(?:享受|给予|优惠|减)",
    re.IGNORECASE,
)


# Paid without deduction for discount: no discount is given.
IN_FULL = re.compile(
    r"\b(?:without|free of|free from) (?:any )?(?:deductions?|discounts?|set-?off|withholding)\b[^.,;]{0,80}",
    re.IGNORECASE,
)
