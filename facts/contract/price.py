"""The price: total in figures and in words, currency, tax, how it is fixed and settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from ...values import Money, Quantity, Reason, State, Unit
from .. import regexes as re
from ..fact import Evidence, Fact, absent, stated, unknown
from ..finding import Read, agreed, clause
from ..quantities.found import Found
from ..quantities.percents import find_percents
from ..roles import Parties
from ..sentence_tools import doubtful
from ..text import Stretch, Text
from .blanks import find_blanks
from .columns import cells_below, open_column
from .currency import read_currency
from .open_price import open_in_words, open_price
from .price_table import empty_price_column, only_line, table_total
from .total_price import TotalPrice, total_prices

_PROVISIONAL = re.compile(
    r"暂定(?:总价|金额|价|数量)|暂估|估算价|(?i:provisional (?:price|sum)|estimated (?:price|fee|total))"
)
_COST_PLUS = re.compile(
    r"成本加(?:成|酬金|利润)|(?i:cost[- ]plus|\bcost\b[^.;\n]{0,60}\bplus\b[^.;\n]{0,40}\b(?:margin|fee"
    r"|percent|profit|%))"
)
_OPEN = re.compile(
    r"(?:价格|单价|价款)[^。;\n]{0,12}(?:另行(?:商定|协商|约定)|待定|面议|随行就市|按市场价|以市场价)"
    r"|(?i:price[^.;\n]{0,40}(?:to be agreed|agreed upon by|"
    r"prevailing|then[- ]current))|按交货之日[^。;\n]{0,10}价"
)
_FIXED = re.compile(
    r"固定总价|总价包干|固定年费|一口价|不因[^。;\n]{0,16}(?:涨跌|变动|波动)[^。;\n]{0,6}调整|(?i:fixed fee"
    r"|lump[- ]sum|fixed price)"
)
_UNIT_PRICE = re.compile(r"固定单价|单价包干|按实(?:际)?(?:数量|供货|用量|发生|工程)?量?结算|据实结算")
_SAYS_UNIT_PRICE = re.compile(r"单价|(?i:unit prices?|price per|per (?:unit|ton|kg|pound|tonne))")
_SETTLEMENT = re.compile(
    r"(?:以|按照?)[^。;\n]{0,20}(?:结算(?:金额|价|总价|单)|实际(?:供货|数量|工程量|用量)[^。;\n]{0,6}结算)"
    r"|结算(?:单|审核|书|审计|款|总价)|(?i:final (?:account|settlement)"
    r"|reconcil\w+ of the (?:price|fee))"
)
_INCLUSIVE = re.compile(
    r"(?<!不)(?<!未)含(?:\d+(?:\.\d+)?%(?:的)?(?:增值)?)?税|价税合计|包含[^。;\n]{0,16}税(?:费|金)"
    r"|(?i:inclusive of (?:(?:all|any|applicable) ){0,2}(?:vat|value added tax|tax|gst|sales tax)"
    r"|(?:vat|value added tax|gst|tax(?:es)?) (?:is |are )?(?:already )?(?:included|inclusive)"
    r"|\bincl(?:\.|uding|uded|udes?) (?:(?:all|any|applicable) ){0,2}(?:vat|value added tax|taxes|gst|sales tax))"
)
_EXCLUSIVE = re.compile(
    r"不含税|未税|不包含[^。;\n]{0,8}税|(?i:exclusive of (?:all )?(?:vat|value added tax|tax|gst|any)"
    r"|\bexcl(?:\.|uding|udes?) (?:(?:all|any|applicable) ){0,2}(?:vat|value added tax|tax|gst|sales tax)"
    r"|\bex[- ](?:vat|gst)\b|\bbefore (?:vat|gst|sales tax|tax(?:es)?)\b"
    r"|(?:vat|value added tax|gst|sales tax|tax(?:es)?) (?:is |are |shall be |will be )?"
    r"(?:excluded|exclusive|extra|additional|not included|added|charged in addition|payable in addition)\b"
    r"|plus (?:any |all )?(?:applicable )?(?:vat|value added tax|gst|sales tax|tax)"
    r"|net of (?:(?:any|all|such|that|the) )?(?:vat|value added tax|sales tax|tax)\b"
    r"|to which (?:vat|value added tax) is added|do(?:es)? not include[^.;\n]{0,20}tax)"
)
_IF = re.compile(r"若|如(?!下)|调整|其中|(?i:\bif\b)")
_TAX_CONTEXT = re.compile(
    r"税率|税点|增值税|含税|专用发票|专票|普通发票|(?i:\bvat\b|value[- ]added tax|sales tax|\bgst\b|tax rate)"
)
_BLANK_RATE = r"(?:_+|\[[^\[\]\n]{0,24}\]|\$?\{{1,2}[^{}\n]{1,40}\}{1,2}|[xX×]+|[ ]{2,})[ ]*%"
_OPEN_RATE = re.compile(
    rf"税率[^。;\n]{{0,6}}?{_BLANK_RATE}|含[ ]*{_BLANK_RATE}[ ]*(?:的)?(?:增值)?税"
    rf"|(?i:\b(?:vat|gst|sales tax|value[- ]added tax)\b)[^.;\n]{{0,40}}?{_BLANK_RATE}"
)
# India's central and state tax are two halves of one rate that is printed nowhere.
# √13%增值税;□3%增值税: a rate that was offered and not taken.
_UNTICKED = re.compile(r"(?:[□☐]|(?<![出进])口)[ ]*(?:含|开具?|税率|为)*[ ]*$")
_HALF_RATE = re.compile(r"(?i:\b(?:c|s|ut)gst\b)[^.;\n%]{0,16}?\d{1,2}(?:\.\d{1,2})?[ ]?%")
_RATE_COLUMN = re.compile(r"^[ ]*(?:增值税)?税率(?:\(%\))?[ ]*$|^[ ]*(?i:vat|tax|gst)(?: rate)?(?: ?\(?%\)?)?[ ]*$")
_NOT_TAX = re.compile(r"预扣|代扣|所得税|印花税|违约|逾期|(?i:withholding|income tax|interest|penalt)")


def read(text: Text, parties: Parties) -> Iterable[Fact]:
    """The facts `contract.amount` to `contract.settlement_procedure`."""
    places = list(total_prices(text))
    amount = _amount(text, places)
    words = _words(text, places)
    yield amount
    yield words
    yield read_currency(text, amount, words)
    yield _tax_rate(text)
    yield _tax_inclusive(text, places)
    yield _basis(text, amount)
    yield clause("contract.settlement_procedure", text, _SETTLEMENT)


def _amount(text: Text, places: list[TotalPrice]) -> Fact:
    name = "contract.amount"
    found: list[Read] = _by_name_first(
        [(place.strong, (*place.figures_at, place.figures)) for place in places if place.figures is not None]
    )
    if not found:
        found = [(place.start, place.end, total) for place in table_total(text) for total in [place.value]]
    blanks = [place.blank for place in places if place.blank is not None]
    if not found and not blanks:
        found = [(line.start, line.end, line.value) for line in only_line(text)]
    if not found and not blanks and (column := empty_price_column(text)) is not None:
        blanks = [column]
    if not found and not blanks and (left_open := open_price(text)) is not None:
        blanks = [left_open]
    return agreed(name, text, [_with_label(text, places, one) for one in found], _context(text, blanks))


def _by_name_first(found: list[tuple[bool, Read]]) -> list[Read]:
    """The values that stand with the contract's price by name, where there are any; else the sums of lists."""
    return [read for strong, read in found if strong] or [read for _, read in found]


def _with_label(text: Text, places: list[TotalPrice], found: Read) -> Read:
    start, end, value = found
    place = next((p for p in places if p.figures_at == (start, end)), None)
    return (place.start if place and end - place.start <= 120 else start, end, value)


def _context(text: Text, blanks: list[Stretch]) -> list[Stretch]:
    """Blanks with the label before them, so that the evidence says what is missing."""
    shown = []
    for blank in blanks:
        line = text.line_at(blank.start)
        start = line.start if blank.start - line.start <= 40 else blank.start - 24
        shown.append(Stretch(start, max(blank.end, start + 1), text.text[start : blank.end]))
    return shown


_WORDS_LABEL = re.compile(r"[\(\[]?大写(?:金额)?[\)\]]?[ ]*[:为]?[ ]*(?:人民币|美元|¥)?[ ]*|(?i:\bin words\b[ :)]*)")


def _words(text: Text, places: list[TotalPrice]) -> Fact:
    name = "contract.amount_words"
    found = _by_name_first(
        [(place.strong, (*place.words_at, place.words)) for place in places if place.words is not None]
    )
    blanks: list[Stretch] = []
    if not found:
        for place in places:
            for label in _WORDS_LABEL.finditer(text.text, place.start, min(len(text.text), place.end + 40)):
                if (open_words := _open_after(text, label.end())) is not None:
                    blanks.append(open_words)
            if not blanks and (field := open_in_words(text, place.start, place.end)) is not None:
                blanks.append(field)
    return agreed(name, text, found, _context(text, blanks))


def _open_after(text: Text, end: int) -> Stretch | None:
    for blank in find_blanks(text):
        if end - 2 <= blank.start <= end + 3:
            return blank
    match = re.compile(r"[)\s:]*(?=$|\n|[│|])|[)\s:]{3,}").match(text.text, end)
    return Stretch(end, max(end, match.end()), match.group()) if match else None


def _tax_rate(text: Text) -> Fact:
    name = "contract.tax_rate"
    found: list[Read] = []
    offered: Found[Decimal] | None = None
    for share in find_percents(text.text):
        before = text.text[max(0, share.start - 120) : share.start]
        before = re.split(r"[。;；\n]", before)[-1]
        after = re.split(r"[。;；,\n]", text.text[share.end : share.end + 24])[0]
        close = re.search(
            r"(?:税率(?:为|是|:|按|\()?[ \t]*|增值税(?:税率)?[(为]?[ ]*|增值税(?:专用|普通)?发票[(][ ]*"
            r"|含税(?:率|价)?[(]?|含(?:税)?[ ]*|税(?:点"
            r"|率)?[(:为]*|开具)$",
            before,
        )
        direct = re.match(
            r"[)]?[ ]*(?:税率)?(?:的)?[ ]*(?:增值税|税(?![前后])|专票|专用发票|(?i:vat|gst|value[- ]added|sales tax))",
            after,
        )
        english = re.search(
            r"(?i:(?:\bvat\b|value[- ]added tax|sales tax|\b(?:gst|igst)\b)[^.;]{0,90}?(?:rate of|at|of|rate:?"
            r"|\(|@)\s*"
            r"|\b(?:vat|gst)(?: rate)?(?: (?:applicable|currently|payable))*(?: is|:)\s*|\b(?:vat|i?gst)\s*"
            r"|(?:\bvat\b|value[- ]added tax|sales tax|\bgst\b)[^.;%]{0,120}"
            r"\b(?:currently|presently|(?:then|now) in force|prevailing"
            r"|date of this (?:agreement|contract))\b[^.;%]{0,50})$",
            before,
        )
        if (direct or english or (close and _TAX_CONTEXT.search(before + after))) and not _NOT_TAX.search(
            before[-14:] + after[:10]
        ):
            if text.language != "en" and _UNTICKED.search(before) is not None:
                offered = offered or share
            else:
                found.append((share.start, share.end, Quantity(share.value, Unit.PERCENT)))
    if not found and (half := _HALF_RATE.search(text.text)) is not None:
        return unknown(name, Reason.UNCLEAR, *text.evidence(*half.span(), name))
    if not found:
        found = list(_rates_below(text))
    if not found and offered is not None:
        return unknown(name, Reason.BLANK, *text.evidence(offered.start, offered.end, name))
    if not found:
        open_rate = _OPEN_RATE.search(text.text)
        if open_rate is not None:
            return unknown(name, Reason.BLANK, *text.evidence(*open_rate.span(), name))
        column = open_column(text, _RATE_COLUMN)
        return doubtful(name, text, Reason.BLANK, column) if column is not None else absent(name)
    fact = agreed(name, text, [_wider(text, one) for one in found])
    if fact.state is State.UNKNOWN:
        # Goods at 13 % and services at 6 % in one contract are no contradiction, but no one rate either.
        return unknown(name, Reason.UNCLEAR, *fact.evidence)
    return fact


_RATE_CELL = re.compile(r"[ ]*(?P<rate>\d{1,2}(?:\.\d{1,2})?)[ ]*%?[ ]*")


def _rates_below(text: Text) -> Iterator[Read]:
    """The rates in a table's column of tax rates."""
    for hit, cell in cells_below(text, _RATE_COLUMN):
        rate = _RATE_CELL.fullmatch(cell)
        if rate is not None and Decimal(rate["rate"]) > 0:
            start, end = hit.passage.origin(hit.start), hit.passage.origin(hit.end - 1) + 1
            yield start, end, Quantity(Decimal(rate["rate"]), Unit.PERCENT)


def _wider(text: Text, found: Read) -> Read:
    start, end, value = found
    line = text.line_at(start)
    return (max(line.start, start - 10), min(line.end, end + 4), value)


def _tax_inclusive(text: Text, places: list[TotalPrice]) -> Fact:
    name = "contract.amount_tax_incl"
    near = [text.line_at(place.start) for place in places if place.figures or place.words]
    for stretch in [*near, *text.sentences]:
        inclusive, exclusive = _INCLUSIVE.search(stretch.text), _EXCLUSIVE.search(stretch.text)
        if inclusive and (not exclusive or inclusive.start() < exclusive.start()):
            return stated(name, True, *_around(text, stretch, inclusive))
        if (
            exclusive
            and not _IF.search(stretch.text)
            and re.search(r"价|款|费|额|(?i:price|fee|sum|amount|they are|rates)", stretch.text)
        ):
            return stated(name, False, *_around(text, stretch, exclusive))
    return absent(name)


def _around(text: Text, stretch: Stretch, match: re.Match[str]) -> tuple[Evidence, ...]:
    start = stretch.start + max(0, match.start() - 30)
    return text.evidence(start, min(stretch.end, stretch.start + match.end() + 30), "contract.amount_tax_incl")


def _basis(text: Text, amount: Fact) -> Fact:
    name = "contract.price_basis"
    for kind, pattern in (
        ("provisional", _PROVISIONAL),
        ("cost_plus", _COST_PLUS),
        ("open", _OPEN),
        ("fixed", _FIXED),
        ("unit_price", _UNIT_PRICE),
    ):
        for sentence in text.sentences:
            if pattern.search(sentence.text):
                return stated(name, kind, *text.evidence(sentence.start, min(sentence.end, sentence.start + 200), name))
    if isinstance(amount.value, Money):
        return Fact(name, State.STATED, "fixed", None, amount.evidence)
    if amount.state is State.ABSENT and (match := _SAYS_UNIT_PRICE.search(text.text)):
        return stated(name, "unit_price", *text.evidence(match.start(), match.end(), name))
    return absent(name)
