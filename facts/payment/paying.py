"""The words for paying the price: those of the vocabulary, and verbs that say it only together with their object."""

from __future__ import annotations

from .. import regexes as re
from ..vocabulary import alternatives

_FILE = "payment"
_OWED = (
    r"(?:invoices?|accounts?|bills?|statements?|price|fees?|charges|sums?|amounts?|balances?|consideration|drafts?"
    r"|install?ments?)"
)
_OF_PRICE = (
    r"\s(?:of|from)\s(?:the|its|each)\s(?:(?:total|full|contract|order|purchase|agreed|invoice)\s){0,3}(?:price|value"
    r"|amount"
    r"|sum)\b"
)
SETTLES_EN = (
    rf"\b(?:settles?|discharges?|honou?rs?)\b[^.;,]{{0,50}}?\b{_OWED}\b"
    rf"|\b{_OWED}\b[^.;,]{{0,60}}?\b(?:settled|discharged|honou?red)\b(?! by (?:a )?(?:vote|negotiat|agree"
    rf"|arbitrat|mutual|expert))"
    r"|(?-i:\bT/?T\b)|\bmatures? (?:for payment )?\w+\b|\bfalling due\b"
    r"|\baccepts? (?:the |all |such |its |any )?(?:[a-z]+ ){0,2}drafts?\b(?= (?:drawn|at|for|payable|under)\b)"
    r"|\baccompan(?:y|ies|ied) (?:the |each |its |every |such )?(?:purchase )?orders?\b"
    r"|(?-i:\bD/[AP]\b)|\bdocuments against (?:payment|acceptance)\b"
    r"|\bnett? monthly\b|\b\d{1,3}\)? days nett?\b"
    rf"|\b(?:wires?|wired|transfers?|transferred|submits?|sends?|deposits?|deposited)\b[^.;%]{{0,80}}?%\)?{_OF_PRICE}"
    rf"|%\)?{_OF_PRICE}[^.;%]{{0,30}}?\bbe (?:wired|transferred|deposited|sent|lodged)\b"
)
"""settle the account, discharge each invoice, nett monthly: such verbs alone say nothing of money."""
_NET_EN = r"\bnett?(?:\s(?:[a-z]+\s)?|-?)\(?\d+(?!\d|\s?(?:kg|kgs|tons?|mt|weight|%|[.,]\d))|\bn/\d+"

PAY_ZH = re.compile(
    alternatives(_FILE, "pay_zh", "stage_zh", "prepay_zh")
    + r"|付(?=\s?[\d百余清])|全款|全[额部]的?(?:合同)?价?款|款项?(?:全部|全额)到"
)
_PAY_EN = re.compile(
    f"{alternatives(_FILE, 'pay_en', 'prepay_en', 'retention_en')}|{SETTLES_EN}|{_NET_EN}", re.IGNORECASE
)
# Rarer ways to say it, each with a word that most sentences lack: 35-day terms, balance: 20%, orders must be prepaid.
_PAY_RARELY_EN = re.compile(
    r"\b(?:standard|trading|account|trade|usual|normal|credit|invoice|our|customer)\sterms\s(?:are|of|is|:)[^.;]{0,30}?"
    r"\bdays?\b|\d[\s-]days?\s(?:credit\s|account\s|trade\s)?terms\b"
    r"|\bdue (?:within |in )?(?:[a-z-]+ )?\(?\d{1,3}\)? (?:calendar |business |working )?days "
    r"(?:after|from|of|following)\b|\bdrafts? (?:drawn )?at [^.;]{0,20}\bsight\b"
    r"|(?-i:\bO/A\b)|\b(?:orders?|purchases?|sales?)\b[^.;,]{0,24}\bpre-?paid\b|\b(?:charged|debited|collected"
    r"|billed) (?:to|from|against) (?:your|the)\b"
    r"|^\W*(?:[a-z\d]{1,3}[).]\s)?(?:balance|remainder|final install?ment|(?:first|second"
    r"|third) install?ment)\s?[:\t-]",
    re.IGNORECASE | re.MULTILINE,
)


def pays_en(words: str) -> bool:
    """Whether some English words speak of paying."""
    return _PAY_EN.search(words) is not None or _PAY_RARELY_EN.search(words) is not None


PAYS = re.compile(
    f"{alternatives(_FILE, 'pay_zh')}|{alternatives(_FILE, 'pay_en')}|{SETTLES_EN}|(?<!交)付", re.IGNORECASE
)
# The verbs and nouns that a period behind them belongs to.
PAYS_STRICT = re.compile(
    r"\b(?:pay|pays|paid|payable|payments?|remit\w*|due|nett?|invoiced|settle (?:all|each|the|any|its) (?:invoices?"
    rf"|accounts?)|(?:accounts?|invoices?|bills?)\b[^.;]{{0,70}}\bsettled)\b|{SETTLES_EN}",
    re.IGNORECASE,
)
