"""The goods: whether they are told in full, when the last are delivered, whether they cross a border."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from .. import regexes as re
from ..fact import Fact, absent, not_applicable, stated
from ..parties.kind import kind_of
from ..quantities.found import Found
from ..roles import Parties, Role
from ..text import Text
from .heading_dates import dates_in
from .incoterms import read_incoterms
from .kind import read_kind
from .price_table import empty_price_column, price_tables

_GOODS_KINDS = ("sale", "processing", "framework")
_NAME = re.compile(
    r"品[ ]*[名目]|名[ ]*称|货物|产品|标的物?|品种|强度等级|物料|(?i:description|commodity|product|goods|item)"
)
_SPECIFICATION = re.compile(
    r"规[ ]*格|型[ ]*号|材质|牌号|质量标准|技术(?:参数|要求|指标)|等级|(?i:specification|model|grade|quality|origin)"
)
_ELSEWHERE = re.compile(
    r"技术规格书|技术协议|规格书|(?i:\b(?:schedule|annex|exhibit|appendix)\b[^.;]{0,12}specification)|(?i:data sheets?)"
)
_QUANTITY = re.compile(r"数[ ]*量|(?i:quantity|qty)")
# Goods by the lot: a name, and no number of them.
_LOT = re.compile(
    r"(?:采购|购买|购进|供应|供给|销售|出售|买受)[^。；;\n\t，,]{1,30}(?:[一壹若][批宗干]|若干)(?![a-zA-Z0-9])"
    r"|(?i:\b(?:purchases?|buys?|sells?|suppl(?:y|ies))\b[^.;\n\t]{0,40}?\ba (?:batch|lot|consignment|number|range)"
    r" of [a-z]+)"
)
_LISTED = re.compile(
    r"清单|明细|附表|附件|订单|(?i:\b(?:schedule|annex|exhibit|appendix|purchase orders?|list(?:ed)?)\b)"
)
_DELIVERY = re.compile(
    r"交[ ]*[货付]|发货|装运|交期|完成时间|供货|到货|运抵|运至|运到|送至|送达|(?i:deliver|shipment|ship\b)"
)
_SECOND_DAY = re.compile(r"[ ]*(?:至|到|-|~)[ ]*(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日")
_DOMESTIC = ("EXW", "DAP", "DDP")
# FOB alone is domestic trade in the United States (UCC 2-319).
_TRADE_TERMS = re.compile(r"(?i:incoterms)|[\u3400-\u9fff]")
_CISG = re.compile(
    r"国际货物销售合同公约|信用证|装运港|目的港|报关|(?i:international sale of goods|port of (?:loading"
    r"|destination)|bill of lading|letter of credit)"
)


# If delivery has not taken place by …; 如乙方至…仍未交货.
_UNDELIVERED = re.compile(
    r"\b(?:not|fails?|failed|failure|unless|long[- ]?stop|backstop|cancel\w*|terminat\w*)\b[^,;.]{0,80}$"
    r"|(?:如|若|倘)[^,。;]{0,30}(?:未能?|不能|逾期|延迟)[^,。;]{0,20}$|(?:如|若|倘)[^,。;]{0,16}(?:至|到|截至)$",
    re.IGNORECASE,
)
_LONG_STOP = re.compile(
    r"^[^,;.]{0,30}\b(?:long[- ]?stop|backstop)\b|^[^,。;]{0,10}(?:仍|尚)?未(?:能)?(?:交|发|到)", re.IGNORECASE
)
# The day of a paper that tells what is delivered: "as described in the proposal of 2 December 2025".
_OF_A_PAPER = re.compile(
    r"(?i)\b(?:proposal|quotation|quote|offer|orders?|letter|agreement|contract|specifications?|drawings?|e-?mails?"
    r"|invoice"
    r"|tender|bid|minutes|report|memorandum|enquiry|inquiry|confirmation|statement of work|sow|amendment|addendum"
    r"|annex"
    r"|appendix|price list|catalogue|certificate|licen[cs]e|permit)\b(?:\s(?:no\.?|number|ref\.?"
    r"|reference)?\s?[\w/.-]{1,20}){0,3}?"
    r"[\s,(]{0,3}(?:dated|date|of|from|as of|made on|signed on)[:\s]{1,2}(?:the\s)?$"
)


def read_goods(text: Text, parties: Parties) -> Iterable[Fact]:
    """The facts of goods, their specification, last delivery and border, and the Incoterms facts."""
    incoterms = list(read_incoterms(text))
    yield from incoterms
    yield _specified(text)
    yield _last_delivery(text)
    yield _cross_border(text, parties, incoterms[0])


def _specified(text: Text) -> Fact:
    name = "contract.goods_spec_complete"
    if read_kind(text) not in _GOODS_KINDS:
        return not_applicable(name)
    if not price_tables(text) and (empty := empty_price_column(text)) is not None:
        return stated(name, False, *text.evidence(empty.start, empty.end, name))
    for table in price_tables(text):
        head = text.line_at(table.heading.start)
        # A specification in an annex or a data sheet does what a column would.
        specified = _SPECIFICATION.search(head.text) or _ELSEWHERE.search(text.text)
        told = all((_NAME.search(head.text), specified, _QUANTITY.search(head.text)))
        return stated(name, told, *text.evidence(head.start, head.end, name))
    if (lot := _LOT.search(text.text)) and not (_QUANTITY.search(text.text) or _LISTED.search(text.text)):
        return stated(name, False, *text.evidence(lot.start(), lot.end(), name))
    return absent(name)


def _last_delivery(text: Text) -> Fact:
    name = "contract.last_delivery_date"
    found = []
    for line_start, line in _lines(text):
        if _DELIVERY.search(line):
            for one in dates_in(text, line_start, line_start + len(line)):
                if not _is_no_promise(text, line_start, one):
                    found += [one, *_range_end(text, one)]
    head = None
    for line_start, line in _lines(text):
        if "\t" in line and re.search(r"交期|交货(?:日期|时间)|完成时间|(?i:delivery date)", line):
            head = line_start
        elif head is not None and "\t" in line:
            found += dates_in(text, line_start, line_start + len(line))
        else:
            head = None
    if not found:
        return absent(name)
    last = max(found, key=lambda one: one.value)
    return stated(name, last.value, *text.evidence(last.start, last.end, name))


def _is_no_promise(text: Text, start: int, one: Found[date]) -> bool:
    """Whether nobody promises to deliver on a date: it's how long delivery is waited for, or the date of a paper."""
    before, after = text.text[max(start, one.start - 120) : one.start], text.text[one.end : one.end + 60]
    return (
        _UNDELIVERED.search(before) is not None
        or _LONG_STOP.search(after) is not None
        or _OF_A_PAPER.search(before) is not None
    )


def _range_end(text: Text, first: Found[date]) -> list[Found[date]]:
    """The second day of a range that doesn't repeat its year: 2025年4月5日至4月30日."""
    match = _SECOND_DAY.match(text.text, first.end)
    if match is None:
        return []
    try:
        return [
            Found(
                first.start,
                match.end(),
                first.value.replace(month=int(match["month"] or first.value.month), day=int(match["day"])),
            )
        ]
    except ValueError:
        return []


def _lines(text: Text) -> Iterable[tuple[int, str]]:
    """Sentences, and for table rows whole lines."""
    for sentence in text.sentences:
        yield sentence.start, sentence.text


def _cross_border(text: Text, parties: Parties, incoterm: Fact) -> Fact:
    """A party abroad, a rule of sea trade, or the words of an export sale; two Chinese names say no."""
    name = "contract.cross_border"
    buyer, seller = parties.first(Role.BUYER), parties.first(Role.SELLER)
    named = [party for party in (buyer, seller) if party is not None and party.name]
    kinds = [kind_of(party.name or "", text.language) for party in named]
    if "foreign" in kinds:
        return stated(name, True, *named[kinds.index("foreign")].evidence)
    if incoterm.value is not None and incoterm.value not in _DOMESTIC and _TRADE_TERMS.search(text.text):
        return stated(name, True, *incoterm.evidence)
    if text.language != "zh" and (match := _CISG.search(text.text)):
        return stated(name, True, *text.evidence(match.start(), match.end(), name))
    if len(named) == 2 and text.language == "zh":
        return stated(name, False, *(item for party in named for item in party.evidence))
    return absent(name)
