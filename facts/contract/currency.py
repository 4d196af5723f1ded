"""The currency of the price, also where the price itself is left open or agreed order by order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...values import Money, Reason
from .. import regexes as re
from ..fact import Fact, absent, stated, unknown
from ..quantities.currencies import AFTER, BEFORE, mark_may_end
from ..quantities.dollars import code_in, is_money_letter
from ..quantities.money import find_money, find_unit_prices
from ..text import Text
from .total_price import total_prices

_NAME = "contract.currency"
_COUNTRIES_OF = {
    "united states of america": "USD", "united states": "USD", "u.s.a.": "USD", "u.s.": "USD", "us": "USD",
    "american": "USD", "canadian": "CAD", "canada": "CAD", "australian": "AUD", "australia": "AUD", "singapore": "SGD",
    "new zealand": "NZD", "hong kong": "HKD", "indian": "INR", "india": "INR", "united kingdom": "GBP", "u.k.": "GBP",
    "british": "GBP", "england": "GBP", "japan": "JPY", "japanese": "JPY", "switzerland": "CHF", "swiss": "CHF",
    "south africa": "ZAR", "nigeria": "NGN", "kenya": "KES", "malaysia": "MYR", "united arab emirates": "AED",
}  # fmt: skip
_COUNTRIES = "|".join(re.escape(name).replace(r"\ ", r"\s") for name in sorted(_COUNTRIES_OF, key=len, reverse=True))
_MARK = rf"(?P<mark>{BEFORE}|{AFTER})"
_PAID_IN = re.compile(
    rf"(?:以|用|为|按)[ ]*{_MARK}(?:电汇)?[ ]*(?:进行|方式)?(?:支付|结算|计价|付款|计算|为计价|为结算)"
    rf"|(?:计价|结算|支付)(?:货币|币种)[^。;\n]{{0,6}}?(?P<mark2>{BEFORE}|{AFTER})"
    rf"|(?i:\b(?:payments?|paid|payable|invoiced?|prices?|fees|amounts"
    rf"|sums)\b)[^.;\n]{{0,70}}?\bin\s+(?:the\s+)?(?P<mark3>{BEFORE}|{AFTER}|[Ee]uros?"
    rf"|(?:[Pp]ounds? )?[Ss]terling)(?![A-Za-z])"
    # Currency: NOK
    rf"|^[ ]*(?i:(?:(?:contract|invoice|payment|price|pricing|order|billing)\s)?currency"
    rf"(?:\s(?:of\s)?(?:payment|invoice|contract|account))?)[ ]*(?:[:\t=]|\n)[ ]*"
    rf"(?P<mark5>{BEFORE}|{AFTER})(?![A-Za-z])",
    re.MULTILINE,
)
# Lawful money of the United States, U.S. currency, Canadian funds
_LAWFUL = re.compile(
    rf"(?i:\b(?:lawful|legal)\s(?:money|currency|tender)\sof\s(?:the\s)?(?P<of>{_COUNTRIES})"
    rf"|\bin\s(?:the\s)?(?:lawful\s)?(?P<whose>{_COUNTRIES})\s(?:currency|funds|dollars)\b"
    rf"|\b(?:amounts?|prices?|payments?|sums?|references?\sto\scurrency)\b[^.;\n]{{0,60}}?\bin\s(?:the\s)?(?:lawful\s)?"
    rf"currency\sof\s(?:the\s)?(?P<spent>{_COUNTRIES}))"
)
# R12 500 where the text plays in South Africa.
_RAND = re.compile(
    r"(?<![A-Za-z])R\s?\d{1,3}(?:[ ,]\d{3})+(?:[.,]\d\d)?(?!\d)|(?<![A-Za-z])R\d{2,6}(?:\.\d\d)?(?![\w-])"
)
# The currency of everything the text speaks of.
_HEADER = re.compile(
    rf"(?:单价|总价|金额|价款|价格|合计|(?i:price|amount|total|fee)[^\n\t│"
    rf"|()]{{0,16}})[ ]*[\(\[/:][ ]*(?:单位:)?(?:万)?(?P<mark>{BEFORE}|{AFTER})(?:[ ]*/[^\n\t│"
    rf"|()]{{1,6}})?[ ]*[\)\]]?"
)
# A price per unit whose figures are masked or left open: US$[ ], $*** per unit, €[***] per kilogram.
_MASKED = re.compile(
    r"(?i:price|per\b|margin|fee|total|amount|balance|deposit|retainer|rate|cost|charge|\bpay\b|payable|单价|货款|价)"
    rf"[^.。;\n]{{0,60}}?(?P<mark>{BEFORE})[ ]?(?=[\[*_●]|\{{\{{)"
    rf"|(?P<mark2>{BEFORE})[ ]?(?:\[[^\[\]]{{0,6}}\]|\*+|_+|\{{\{{[^{{}}\n]{{1,40}}\}}\}})[^.;\n]{{0,12}}\bper\b"
)
_MASK = re.compile(r"(?<! )[ ]?(?:[\[*_●]|\{\{)")
_OPEN_YUAN = re.compile(r"(?:[ _\]]|每[吨台件套个斤])元(?![件素])|人民币")
_PRICED = re.compile(
    r"(?i)\b(?:price|fee|cost|charge|consideration|credit limit|purchase value|rental|rent|total|subtotal|salar(?:y|ie)"
    r"|retainer|quotation|deposit|down payment|balance|advance|instal?ment|milestone|payment|invoice)s?\b"
    r"|\b(?:pays?|paid|payable)\b"
    r"|\bpay (?:to )?(?:the )?(?:seller|supplier|contractor|provider|consultant|vendor)\b"
)
_OTHER = re.compile(r"(?i)\b(?:liab\w+|insur\w+|damages|royalt\w+|indemn\w+|penalt\w+|late (?:fee|charge)s?)\b")
_PRICE_CONTEXT = re.compile(
    r"(?i:price|fee|pay|purchase|invoice|order|cost|charge|rent|consideration|credit limit|deposit|balance|retainer"
    r"|instal?ment|total|quot(?:e|ation))|价|款|费|额|元|采购|授信|租金"
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
        if total.blank is not None and (mark := _first_mark(text, total.start, end)) is not None:
            yield total.start, end, mark
    patterns = (_HEADER, _PAID_IN, _MASKED) if _has_masks(text.text) else (_HEADER, _PAID_IN)
    for pattern in patterns:
        for match in pattern.finditer(text.text):
            group = next(value for key, value in match.groupdict().items() if value)
            yield match.start(), match.end(), _code(group, text)
    if text.language != "zh":
        if (lawful := _LAWFUL.search(text.text)) is not None:
            country = " ".join((lawful["of"] or lawful["whose"] or lawful["spent"]).lower().split())
            yield lawful.start(), lawful.end(), _COUNTRIES_OF[country]
        for rand in _RAND.finditer(text.text) if is_money_letter("R", text.text) else ():
            around = (max(0, rand.start() - 60), rand.start())
            if _PRICE_CONTEXT.search(text.text, *around) and not _OTHER.search(text.text, *around):
                yield rand.start(), rand.end(), "ZAR"


def _has_masks(text: str) -> bool:
    """Whether a currency mark may stand before figures left open: `_MASKED` is slow, and its like is rare."""
    return any(mark_may_end(text, match.start()) for match in _MASK.finditer(text))


def _first_mark(text: Text, start: int, end: int) -> str | None:
    match = re.search(rf"人民币|美元|U\.S\.D|{_MARK}", text.text[start:end])
    if match is None:
        return None
    return "USD" if match.group().startswith("U.S.D") else _code(match.group(), text)


def _code(mark: str, text: Text) -> str:
    plain = " ".join(mark.lower().split())
    return "GBP" if plain in ("pound sterling", "pounds sterling", "sterling") else code_in(plain, text.text)


def _is_quoted(text: Text, start: int) -> bool:
    """Whether an English price for a unit stands as one quotes goods: 40 pumps at S$1,250 each."""
    if text.language != "en":
        return False
    return _AT.search(text.text, max(0, start - 6), start) is not None or _A_UNIT.match(text.text, start) is not None


_A_UNIT = re.compile(r"[A-Z]{3}[ ]?[\d.,]{1,12}[ ]?/[ ]?[A-Za-z]")
_AT = re.compile(r"(?:\b(?i:at)|@|=|\t)\s*$")


# £500.00; £{{fee}}; $____
_ANY_MARK = re.compile(
    rf"(?P<mark>{BEFORE})[ ]?(?=\d|\{{\{{|_{{2}}|\[[^\[\]\n]{{0,40}}\])|\d[ ]?(?P<behind>{AFTER})(?![A-Za-z])"
)
_BEHIND_A_MARK = 40


def _only_mark(text: Text) -> tuple[int, int, str] | None:
    """The first mark of money in an English text that has marks of one currency only, but for sums of other matters."""
    found = [
        (match.start(), match.end(), _code(match["mark"] or match["behind"], text))
        for match in _ANY_MARK.finditer(text.text)
        if _PRICE_CONTEXT.search(text.text, _begins(text, match.start(), 80), match.end() + _BEHIND_A_MARK)
        and not _OTHER.search(text.text, _begins(text, match.start(), 60), match.start())
    ]
    return found[0] if len({code for *_, code in found}) == 1 else None


def _begins(text: Text, at: int, reach: int) -> int:
    """Where the words before a sum begin that may say what it is: in its sentence, so many characters back at most."""
    return max(0, at - reach, text.sentence_at(at).start if "\t" not in text.line_at(at).text else 0)


def _by_amounts(text: Text) -> Fact:
    """The one currency of the sums that stand beside words of price or payment."""
    found = [(f.start, f.end, f.value.currency) for f in find_money(text.text)]
    units = [(f.start, f.end, f.value.price.currency) for f in find_unit_prices(text.text)]
    found += units
    near = [
        one
        for one in sorted(found)
        if _PRICE_CONTEXT.search(text.text, max(0, one[0] - 60), one[1]) or (one in units and _is_quoted(text, one[0]))
    ]
    if text.language == "en":
        # A single sum in passing (a royalty, a limit of liability) says nothing of the price.
        near = [
            one
            for one in near
            if (
                _PRICED.search(text.text, _begins(text, one[0], 80), one[0])
                or (one in units and _is_quoted(text, one[0]))
            )
            and not _OTHER.search(text.text, _begins(text, one[0], 60), one[0])
        ]
    counts = Counter(code for *_, code in near)
    if len(counts) == 1 or (counts and counts.most_common(1)[0][1] >= 0.8 * sum(counts.values())):
        start, end, code = next(one for one in near if one[2] == counts.most_common(1)[0][0])
        return stated(_NAME, code, *text.evidence(start, end, _NAME))
    if counts:
        return unknown(_NAME, Reason.UNCLEAR, *(e for one in near[:4] for e in text.evidence(one[0], one[1], _NAME)))
    if text.language == "en" and (alone := _only_mark(text)) is not None:
        start, end, code = alone
        return stated(_NAME, code, *text.evidence(start, end, _NAME))
    if text.language != "en" and (open_yuan := _OPEN_YUAN.search(text.text)):
        line = text.line_at(open_yuan.start())
        start = max(line.start, open_yuan.start() - 20)
        return stated(_NAME, "CNY", *text.evidence(start, open_yuan.end(), _NAME))
    return absent(_NAME)
