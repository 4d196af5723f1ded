"""How the price is paid: transfer, cash, cheque, card, bills, letter of credit."""

from __future__ import annotations

from collections.abc import Iterator

from ...values import Reason
from .. import regexes as re
from ..fact import Fact, absent, stated, unknown
from ..roles import Parties
from ..sentence_tools import Hit, evidence, first_blank, passages, search_all
from ..text import Text
from ..vocabulary import alternatives
from .blanks import OpenTerms
from .scope import payment_sections, payment_terms
from .timing_words import HAN

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
_BARRED_AFTER = {
    "cash": r"(?!支票|流|折扣|日记)",
    "draft": "",
    "transfer": r"(?!支票|手续费|凭证)",
    # 货款未清或支票未兑现前: what hasn't been cashed is no way the contract asks for.
    "cheque": r"(?!(?:尚)?未|没有|过户|兑现|退票|存根)",
}
_BARRED_BEFORE = {"transfer": r"(?<!外)", "draft": r"(?<!承兑)(?<!商业)(?<!电子)(?<!商业承兑)(?<!电子商业)"}
_PATTERNS = {
    kind: re.compile(
        rf"{_BARRED_BEFORE.get(kind, '')}{alternatives('payment', f'method_{kind}_zh')}{_BARRED_AFTER.get(kind, '')}"
        rf"|(?i:{alternatives('payment', f'method_{kind}_en')})"
    )
    for kind in _KINDS
}
# A sentence that lists ways to pay: there a bare cash, check or card is one.
_LISTS = re.compile(
    r"\b(?:forms?|methods?|means|modes?|types?|ways?) of payments?\b|\bpayment (?:terms ?/ ?)?(?:methods?|options?"
    r"|types?|forms?)\b"
    r"|\b(?:takes?|collects?) (?:your |the )?payments? (?:[a-z]+ )?from\b"
    r"|\baccept(?:s|ed|able)?\b|\bcharges?\b[^.;]{0,20}\bcards?\b|\b(?:pay|pays|paid|payable|paying|payments?"
    r"|remit\w*)\b[^.;]{0,60}?\b(?:by|via|through|using|in)\b",
    re.IGNORECASE,
)
_LISTED = {
    "transfer": re.compile(
        r"\b(?:bank|wire|electronic|online|direct|telegraphic|money)[ -](?:bank )?(?:transfers?|deposits?)\b"
        r"|\be-?transfers?\b|(?-i:\b(?:IMPS|UPI)\b)"
        r"|\b(?:electronic|on-?line|internet|net|mobile|phone|telephone)(?: banking)? ?(?:/|or|and) ?(?:electronic"
        r"|on-?line|internet|mobile) banking\b|\b(?:electronic|on-?line|internet|net|mobile|telephone) banking\b"
        r"|(?:\b(?:by|via|or|and)\s|,\s?|/\s?|:\s?)wires?\b(?! rope| harness| rod)",
        re.IGNORECASE,
    ),
    "cash": re.compile(
        r"(?<!petty )(?<!net )(?<!non-)\bcash(?=\s?(?:[,/.;)]|(?:or|and)\b[^.;]{0,24}\b(?:che(?:que|ck)s?|cards?"
        r"|transfers?|wires?|drafts?|credit|bank)\b|only\b"
        r"|upon\b|payments?\b|$))(?![^.;]{0,12}equivalent)",
        re.IGNORECASE,
    ),
    "cheque": re.compile(
        r"\bby (?:[a-z']+ ){0,2}?che(?:que|ck)s?\b|(?:\b(?:via|or|and|personal|business|company|corporate|certified"
        r"|bank|paper)\s|,\s?|/\s?|:\s?)che(?:que|ck)s?\b"
        r"(?! (?:the|whether|that|with|for|on|in|out|all|if))|\bche(?:que|ck)s? (?:made )?payable to\b|\bche(?:que"
        r"|ck)s? (?:is|are)"
        r" accepted\b",
        re.IGNORECASE,
    ),
    "card": re.compile(
        r"\b(?:credit|debit|payment|bank|charge|procurement|purchasing)(?:[ /](?:and |or )?(?:debit"
        r"|credit))?[ -]?cards?\b|\bVisa\b|\bMaster ?Card\b"
        r"|\bAmerican Express\b|\bAmex\b|\bcards? on file\b|(?-i:\bPOS\b) (?:payments?|terminals?)|\b(?:charge"
        r"|debit)s? (?:your|the|customer's) (?:[a-z]+ )?card\b",
        re.IGNORECASE,
    ),
    "other": re.compile(
        r"\b(?:PayPal|Venmo|Zelle|Apple Pay|Google Pay|Alipay|WeChat ?Pay|Cash ?App|Bitcoin|crypto\w*|Stripe)\b",
        re.IGNORECASE,
    ),
}
# We accept: and then a line for each way of paying.
_OPENS_LIST = re.compile(
    r"\W*(?:accepted |available |our )?(?:payment (?:methods?|options?|details)|(?:methods?|forms?|ways) of payment)"
    r"(?: accepted)?\W*|\W*(?:how (?:to|you can|you may|can I|do I) pay(?: us)?|ways to pay(?: us)?|paying us)\W*"
    r"|[^.;:]{0,60}\b(?:accept|payment (?:methods?|options?)|(?:methods?|forms?|means) of payment|pa(?:id|yable) by"
    r"|payments? [^.;:]{0,30}\bby)\b[^.;:]{0,30}:\s*",
    re.IGNORECASE,
)
# An item, or what belongs to the one above it: Sort code: 10-20-30.
_LIST_ITEM = re.compile(
    r"(?:\W*[a-z\d]{1,2}[.)]\s)?[^.:]{2,60}[.;,]?\s*|\W*(?:(?:bank|acc(?:ount|\.|t\.?)?|sort|branch|beneficiary|payee|swift|bic|iban|bsb|routing"
    r"|aba|reference|ref|quotation|name|number|code|no)\b\W{0,2}(?:code |name |number |no\.? |id )?){1,3}[^:]{0,12}:"
    r"[^:]{1,60}|(?:please )?(?:call|phone|ring|contact|quote|use)\b[^:]{4,90}",
    re.IGNORECASE,
)
_BARE_ITEM = re.compile(
    r"\W*(?:[a-z0-9]{1,2}[.)]\s)?(?:(?P<cash>cash)|(?:company |personal |business )?che(?:que|ck)s?)\b(?! on\b)",
    re.IGNORECASE,
)
# 汇票 after 承兑汇票 was named means those.
_ACCEPTED = re.compile(r"承兑|商业汇票")
_BANK_DRAFT = re.compile(
    r"银行汇票|跟单汇票|即期汇票|\b(?:bank draft|sight draft|demand draft|documentary draft)", re.IGNORECASE
)
_CREDIT = re.compile(r"信用证|\b(?:L/C|letters? of credit|documentary credit)\b", re.IGNORECASE)
# Paid via {{paymentMode}}, 以____方式支付: the means itself is the blank.
_OPEN_MEANS = re.compile(
    r"\b(?:pay|paid|payable|payments?|disbursed?|remit(?:ted)?|settled?|transferred)\b[^.;]{0,90}?\b(?:via|through|using"
    r"|by(?: means of| way of)?)\s(?:the\s)?(?:(?:\{\{|\$\{|\{|\[|<<|\u00ab)\s?[^\]}>\n]{0,40}?(?:pay|mode|method|means"
    r"|channel)[^\]}>\n]{0,30}[\]}>]|(?<=via )_{3,}|(?<=means of )_{3,}|(?<=way of )_{3,})"
    r"|(?:以|通过|采用|按)(?:_{2,}|\[\s*\]|\{{1,2}[^{}\n]{1,40}\}{1,2})的?(?:方式|形式)[^,。;]{0,6}?(?:支付|付款|结算|付清)",
    re.IGNORECASE,
)
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
_SURELY_PAID = re.compile(r"\bwire transfer|\bdirect debit\b|\bstanding order\b", re.IGNORECASE)
# Payment by letter of credit or bank guarantee: the guarantee doesn't make it something else.
_PAID_BY = re.compile(
    r"\bpayments?\b[^.;]{0,30}\bby\b[^.;]{0,40}\b(?:letters? of credit|L/C|transfer|che(?:que|ck)"
    r"|draft)\b",
    re.IGNORECASE,
)
# In an item under words on paying: to the bank account named by the seller.
_TO_ACCOUNT = re.compile(r"\b(?:in)?to\b[^.;]{0,30}?\b(?:bank )?account\b", re.IGNORECASE)
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
_DENIED_AFTER = re.compile(
    r"^[^.;,]{0,24}\b(?:(?:is|are|will be|shall be) (?:not|no longer) |(?:can|may|will|shall)(?:not"
    r"| not) be )(?:accepted|acceptable"
    r"|taken|permitted|allowed)|^[^.;,]{0,24}\b(?:is|are) (?:unacceptable|prohibited|excluded)\b",
    re.IGNORECASE,
)
# What the seller may ask for one day is no way to pay yet.
_OPTIONAL = re.compile(
    r"\bmay\b[^.;]{0,40}\b(?:require|request|demand|insist)\b[^.;]{0,30}$|(?:有权|可)(?:随时)?要求[^,。;]{0,24}$",
    re.IGNORECASE,
)


def read(text: Text, parties: Parties, open_terms: OpenTerms) -> Fact:
    """`payment.methods`: the ways of paying that are asked for or allowed; blank where they were left open."""
    name = "payment.methods"
    found: dict[str, Hit] = {}
    for hit in _mentions(text, parties):
        found.setdefault(str(hit.value), hit)
    credit = "letter_of_credit" in found or _CREDIT.search(text.text) is not None
    if credit and "draft" in found and _is_paper(found["draft"].passage.text):
        # The draft that a credit asks for is one of its papers.
        del found["draft"]
    label = open_terms.method_label
    if label is not None and set(found) == {"transfer"} and _is_account_only(found["transfer"]):
        return unknown(name, Reason.BLANK, *evidence(text, label, name))
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
    left = open_terms.method or next(search_all(text, _OPEN_MEANS), None)
    return unknown(name, Reason.BLANK, *evidence(text, left, name)) if left is not None else absent(name)


def _is_account_only(hit: Hit) -> bool:
    """Whether a transfer is only told from the account that the money goes to."""
    return _INTO_ACCOUNT.match(hit.passage.text, hit.start) is not None


def _opens_list(words: str) -> bool:
    """Whether a line announces the ways of paying that the lines below name."""
    return len(words) < 120 and _OPENS_LIST.fullmatch(words) is not None


def _offered(words: str) -> tuple[int, int] | None:
    """Where a sentence lists what may be written into the blank in front of the list."""
    blank = first_blank(words)
    listed = _OFFERED.match(words, blank.end()) if blank is not None else None
    return listed.span() if listed is not None else None


def _is_paper(words: str) -> bool:
    """Whether a sentence's draft is drawn under a credit, or is named without saying that it pays by itself."""
    return _BANK_DRAFT.search(words) is None or _CREDIT.search(words) is not None


def _mentions(text: Text, parties: Parties) -> Iterator[Hit]:
    spoken = {term.passage.index: term.led for term in payment_terms(text, parties)}
    accepted = _ACCEPTED.search(text.text) is not None
    listing = items = False
    for passage, section in zip(passages(text), payment_sections(text), strict=True):
        words = passage.text
        if _NOT_PAYING.search(words) is not None and not section and _PAID_BY.search(words) is None:
            continue
        section = section or passage.index in spoken
        items = _opens_list(words) or (items and _LIST_ITEM.fullmatch(words) is not None)
        lists = items or (HAN.search(words) is None and _LISTS.search(words) is not None)
        if not section and not lists and _PAYING.search(words) is None and _SURELY_PAID.search(words) is None:
            continue
        offered = _offered(words)
        if offered is None and listing and (following := _NEXT_OFFER.match(words)) is not None:
            offered = following.span()
        listing = offered is not None
        offered = offered or (0, 0)
        for kind, pattern in _PATTERNS.items():
            if kind == "draft" and accepted and _BANK_DRAFT.search(words) is None:
                continue
            for match in _found(words, pattern, _LISTED.get(kind) if lists else None):
                low = max(0, match.start() - 30)
                optional = _OPTIONAL.search(words, max(0, match.start() - 90), match.start()) is not None
                if optional or offered[0] <= match.start() < offered[1] or _DENIED_AFTER.match(words[match.end() :]):
                    continue
                if _DENIED.search(words, low, match.start()) is None and not _UNTICKED.search(
                    words, low, match.start()
                ):
                    yield Hit(passage, match.start(), match.end(), kind)
                    break
        bare = _BARE_ITEM.match(words) if items else None
        if bare is not None:
            yield Hit(passage, bare.start(), bare.end(), "cash" if bare["cash"] else "cheque")
        into = _INTO_ACCOUNT.search(words) or (_TO_ACCOUNT.search(words) if spoken.get(passage.index) else None)
        if into is not None:
            yield Hit(passage, into.start(), into.end(), "transfer")


def _found(words: str, pattern: re.Pattern[str], listed: re.Pattern[str] | None) -> Iterator[re.Match[str]]:
    """Where some words name a means of payment, one in a list of several too."""
    yield from pattern.finditer(words)
    if listed is not None:
        yield from listed.finditer(words)
