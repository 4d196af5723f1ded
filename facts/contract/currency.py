"""The currency of the price, also where the price itself is left open or agreed order by order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...values import Money, Reason
from .. import regexes as re
from ..fact import Fact, absent, stated, unknown
from ..quantities.currencies import AFTER, BEFORE, code_of, mark_may_end
from ..quantities.money import find_money, find_unit_prices
from ..text import Text
from .total_price import total_prices

_NAME = "contract.currency"
_MARK = rf"(?P<mark>{BEFORE}|{AFTER})"
_PAID_IN = re.compile(
    rf"(?:以|用|为|按)[ ]*{_MARK}(?:电汇)?[ ]*(?:进行|方式)?(?:支付|结算|计价|付款|计算|为计价|为结算)"
    rf"|(?:计价|结算|支付)(?:货币|币种)[^。;\n]{{0,6}}?(?P<mark2>{BEFORE}|{AFTER})"
    rf"|(?i:\b(?:payments?|paid|payable|invoiced?|prices?|fees|amounts"
    rf"|sums)\b)[^.;\n]{{0,70}}?\bin\s+(?:the\s+)?(?P<mark3>{BEFORE}|{AFTER}|[Ee]uros?"
    rf"|(?:[Pp]ounds? )?[Ss]terling)(?![A-Za-z])"
)
_HEADER = re.compile(
    rf"(?:单价|总价|金额|价款|价格|合计|(?i:price|amount|total|fee)[^\n\t│"
    rf"|()]{{0,16}})[ ]*[\(\[/:][ ]*(?:单位:)?(?:万)?(?P<mark>{BEFORE}|{AFTER})(?:[ ]*/[^\n\t│"
    rf"|()]{{1,6}})?[ ]*[\)\]]?"
)
# A price per unit whose figures are masked or left open: US$[ ], $*** per unit, €[***] per kilogram.
_MASKED = re.compile(
    rf"(?i:price|per\b|margin|fee|单价|货款|价)[^.。;\n]{{0,60}}?(?P<mark>{BEFORE})[ ]?(?=[\[*_●])"
    rf"|(?P<mark2>{BEFORE})[ ]?(?:\[[^\[\]]{{0,6}}\]|\*+|_+)[^.;\n]{{0,12}}\bper\b"
)
_MASK = re.compile(r"(?<! )[ ]?[\[*_●]")
_OPEN_YUAN = re.compile(r"(?:[ _\]]|每[吨台件套个斤])元(?![件素])|人民币")
_PRICED = re.compile(
    r"(?i)\b(?:price|fee|cost|charge|consideration|credit limit|purchase value|rental|rent)s?\b"
    r"|\bpay (?:to )?(?:the )?(?:seller|supplier|contractor|provider|consultant|vendor)\b"
)
_OTHER = re.compile(r"(?i)\b(?:liab\w+|insur\w+|damages|royalt\w+|indemn\w+|penalt\w+|late (?:fee|charge)s?)\b")
_PRICE_CONTEXT = re.compile(
    r"(?i:price|fee|pay|purchase|invoice|order|cost|charge|rent|consideration|credit limit)|价|款|费|额|元|采购|授信"
)


def read_currency(text: Text, amount: Fact, words: Fact) -> Fact:
    """`contract.currency`: of the total where there is one, else of the price clause, the price list, the payments."""
    for fact in (amount, words):
        if isinstance(fact.value, Money):
            return Fact(_NAME, fact.state, fact.value.currency, None, fact.evidence)
    for place in _places(text):
        start, end, code = place
        return stated(_NAME, code, *text.evidence(start, end, _NAME))
    return _by_amounts(text)


def _places(text: Text) -> Iterator[tuple[int, int, str]]:
    for total in total_prices(text):
        line = text.line_at(total.start)
        end = min(line.end, total.end)
        if total.blank is not None and (mark := _first_mark(text.text[total.start : end])) is not None:
            yield total.start, end, mark
    patterns = (_HEADER, _PAID_IN, _MASKED) if _has_masks(text.text) else (_HEADER, _PAID_IN)
    for pattern in patterns:
        for match in pattern.finditer(text.text):
            group = next(value for key, value in match.groupdict().items() if value)
            yield match.start(), match.end(), _code(group)


def _has_masks(text: str) -> bool:
    """Whether a currency mark may stand before figures left open: `_MASKED` is slow, and its like is rare."""
    return any(mark_may_end(text, match.start()) for match in _MASK.finditer(text))


def _first_mark(piece: str) -> str | None:
    match = re.search(rf"人民币|美元|U\.S\.D|{_MARK}", piece)
    if match is None:
        return None
    return "USD" if match.group().startswith("U.S.D") else _code(match.group())


def _code(mark: str) -> str:
    plain = " ".join(mark.lower().split())
    return {"pound sterling": "GBP", "pounds sterling": "GBP", "sterling": "GBP"}.get(plain) or code_of(plain)


def _by_amounts(text: Text) -> Fact:
    """The one currency of the sums that stand beside words of price or payment."""
    found = [(f.start, f.end, f.value.currency) for f in find_money(text.text)]
    found += [(f.start, f.end, f.value.price.currency) for f in find_unit_prices(text.text)]
    near = [one for one in sorted(found) if _PRICE_CONTEXT.search(text.text, max(0, one[0] - 60), one[1])]
    if text.language == "en":
        # A single sum in passing (a royalty, a limit of liability) says nothing of the price.
        near = [
            one
            for one in near
            if _PRICED.search(text.text, max(0, one[0] - 80), one[0])
            and not _OTHER.search(text.text, max(0, one[0] - 60), one[0])
        ]
    counts = Counter(code for *_, code in near)
    if len(counts) == 1 or (counts and counts.most_common(1)[0][1] >= 0.8 * sum(counts.values())):
        start, end, code = next(one for one in near if one[2] == counts.most_common(1)[0][0])
        return stated(_NAME, code, *text.evidence(start, end, _NAME))
    if counts:
        return unknown(_NAME, Reason.UNCLEAR, *(e for one in near[:4] for e in text.evidence(one[0], one[1], _NAME)))
    if text.language != "en" and (open_yuan := _OPEN_YUAN.search(text.text)):
        line = text.line_at(open_yuan.start())
        start = max(line.start, open_yuan.start() - 20)
        return stated(_NAME, "CNY", *text.evidence(start, open_yuan.end(), _NAME))
    return absent(_NAME)
