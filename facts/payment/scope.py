"""Which stretches of a contract speak of the buyer paying the price: not of default, refunds, bonds or other sums."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from ...parsers.document import Kind
from .. import regexes as re
from ..clauses import Marker
from ..roles import Parties, Role
from ..sentence_tools import Passage, passages
from ..text import Text
from ..vocabulary import alternatives
from .cases import DEMANDS, is_case
from .options import ALTERNATIVE, SHARE_AHEAD, UNCHOSEN
from .paying import PAY_ZH, pays_en
from .scope_words import (
    AFTER_EG,
    BOND_GIVEN,
    CREDIT_PAYS,
    CREDIT_TERM,
    DEFAULT_EN,
    DEFAULT_ZH,
    DEFECTS,
    EARLY,
    EXAMPLE,
    GOES_ON,
    IN_FULL,
    MADE_UP,
    NO_TERM,
    ON_TOP,
    OPENS_CREDIT,
    OTHER_EN,
    OTHER_ZH,
    TAX_INVOICE,
)
from .timing_words import LATER_ON
from .whole_lists import whole_lists

_FILE = "payment"
HEADING_ZH = re.compile(rf"^[^,。]{{0,12}}{alternatives(_FILE, 'heading_zh')}[^,。]{{0,10}}$")
HEADING_EN = re.compile(rf"^(?:[A-Za-z&]+[ ,]+){{0,2}}{alternatives(_FILE, 'heading_en')}", re.IGNORECASE)
LABEL = re.compile(
    r"^[ \d.、()一二三四五六七八九十:\-│|\t]*(?:货款|价款|款项)?(?:的)?(?:付款|支付|结算|货款结算)(?:方式|条件"
    r"|条款|期限|办法|时间|及|和|与|方法){0,4}[ ]?[:;\t]"
    r"|^[ \d.()\-\t]*(?:terms? of payment|payment(?: terms| method| schedule)?|payment conditions)[ ]?[:\t]",
    re.IGNORECASE,
)
_CARRIAGE = re.compile(r"(?:运输|承运|物流|货运|配送)[^\n,。]{0,6}(?:合同|协议)|托运[人方]|承运[人方]")
_TITLE = 400
"""Where the name of a contract and its parties stand."""
_FREIGHT = re.compile(r"运杂费|运费")
# What opens a list of instalments, and how its items begin.
_LISTS = re.compile(
    (
        r"as follows|(?:following|these) (?:schedule|install?ments|milestones|stages|manner|way|terms)"
        r"|in \w+ (?:[a-z]+ )?(?:install?ments|tranches|stages|parts|payments)\b|分[期次批]"
        r"|如下|以下(?:方式|约定|节点)"
    ),
    re.IGNORECASE,
)
_SUM = re.compile(r"[$€£¥]\s?\d|\b(?:USD|EUR|GBP|SGD|INR|AED|CHF|RMB|CNY)\s?\d|\d\s?元")
_ITEM_ZH = re.compile(r"^\s*(?:\(?[\d一二三四五六七八九]{1,2}[)、.]|[①-⑩]|第[一二三四五六七八九\d]+[期次笔阶])")
_ITEM = re.compile(r"^\s*[-*\u2022\u2013]\s|^\s*(?:(?:and|or)\s)?\(?[a-z]{1,4}\)|^\s*[a-z]")
# A. $15,000 deposit: an item of a list that was led to, told by its sum.
SUM_ITEM = re.compile(r"^\s*\(?[A-Ha-h1-9][.)]+\s?(?=[$€£\d]|USD|EUR|GBP)")
# A sentence of more steps than this is a list of something else.
_MOST_CHUNKS = 120
# Words ahead of a list of how somebody pays.
_LEADS = re.compile(
    r"\b(?:shall|must|will|agrees to|is to|are to) (?:[a-z]+ ){0,2}?(?:pay|remit|settle|be (?:paid|made|payable"
    r"|settled))\b[^.;]{0,60}:\s*$"
    r"|\b(?:is|are) (?:due and )?payable:\s*$",
    re.IGNORECASE,
)
# A comma that doesn't stand in a number, and what else parts a sentence into steps.
CHUNK_END = re.compile(
    r"[,:;。;](?!\d{3}(?!\d))|\n|、(?=[^、,。;]{0,18}\d+%)"
    r"|\s(?=\d{1,2}\)\s[a-z])|\s(?=and\s(?:US\$|[$\u20ac\u00a3]|USD|EUR|GBP|INR|SGD|CAD|AUD|CNY|RMB)\s?\d)"
    r"|\s(?=with\s(?:the\s)?(?:balance|rest|remainder)\b)|\s(?=and\s(?:(?:shall|will|must"
    r"|agrees to)\spay\s(?:the\s)?(?:remain|balance|rest)|as\sto\sthe\s"
    r"|balance\s(?:is|shall|to|will|due|before|upon|on|nett?|within|after|against|at|prior|payable|when|once|in|by"
    r"|plus|\d)|the\s(?:remaining|remainder|balance|other|rest|final)|\d{1,3}\s?%"
    r"|\([a-z]\)|(?:an?\s)?(?:further"
    r"|additional|final)))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Chunk:
    """A step of a passage, `start` up to `end` of its text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Term:
    """The chunks of one passage that speak of paying the price.

    `section` says that it stands under a heading on payment, `conditional` that it holds only in some cases.
    """

    passage: Passage
    chunks: tuple[Chunk, ...]
    section: bool
    conditional: bool
    whole: bool = False
    """Whether it stands in a list whose shares make up the whole price."""
    led: bool = False
    """Whether it is an item under words that say who pays: the Buyer must pay each invoice: (a) within 30 days …"""

    @property
    def words(self) -> str:
        """The chunks' text from the first to the last."""
        return self.passage.text[self.chunks[0].start : self.chunks[-1].end]


@lru_cache(maxsize=4)
def payment_sections(text: Text) -> tuple[bool, ...]:
    """For each passage, whether it stands under a heading on payment or behind such a label."""
    markers = list(text.markers)
    open_levels: list[tuple[str, bool]] = []
    found: list[bool] = []
    at = 0
    for passage in passages(text):
        while at < len(markers) and markers[at].start < passage.end:
            _open(open_levels, _form(markers[at].number), _is_payment(markers[at]))
            at += 1
        line = passage.text.strip()
        if text.block_at(passage.start).kind is Kind.HEADING and len(line) < 60 and not open_levels:
            open_levels[:] = []
            _open(open_levels, "line", _is_heading(line))
        elif len(line) < 30 and _is_heading(line) and not any(payment for _, payment in open_levels):
            _open(open_levels, "line", True)
        found.append(any(payment for _, payment in open_levels) or LABEL.match(passage.text) is not None)
    return tuple(found)


def _open(levels: list[tuple[str, bool]], form: str, payment: bool) -> None:
    for depth, (known, _) in enumerate(levels):
        if known == form or (known == "line" and form in ("条", "章", "han", "word")):
            del levels[depth:]
            break
    levels.append((form, payment))


def _form(number: str) -> str:
    if number.startswith("第"):
        return number[-1]
    if number[0].isalpha() and number[0].isascii():
        return "word"
    if number[0].isdigit():
        return f"digit{number.count('.')}"
    return "han()" if number[0] == "(" else "han"


def _is_payment(marker: Marker) -> bool:
    return _is_heading(marker.heading)


def _is_heading(words: str) -> bool:
    words = words.strip(" \t:.、。()0123456789")
    if not words or DEFAULT_ZH.search(words):
        return False
    return (len(words) <= 20 and HEADING_ZH.match(words) is not None) or HEADING_EN.match(words) is not None


def chunks_of(words: str, start: int = 0) -> Iterator[Chunk]:
    """The steps of a sentence, cut at commas, colons and semicolons."""
    for match in CHUNK_END.finditer(words, start):
        if words[start : match.end()].strip():
            yield Chunk(start, match.end(), words[start : match.end()])
        start = match.end()
    if words[start:].strip():
        yield Chunk(start, len(words), words[start:])


@lru_cache(maxsize=4)
def payment_terms(text: Text, parties: Parties) -> tuple[Term, ...]:
    """The terms of a contract that say when and how the buyer pays the price, in order."""
    found: list[Term] = []
    listing = parts = goes_on = False
    before = ""
    led_to = False
    whole = whole_lists(passages(text), parties, payment_sections(text))
    for passage, section in zip(passages(text), payment_sections(text), strict=True):
        conditional = is_case(passage.text) or (listing and _ITEM.match(passage.text) is not None)
        pays = section or pays_en(passage.text) or PAY_ZH.search(passage.text) is not None
        shares = "%" in passage.text or _SUM.search(passage.text) is not None or _LISTS.search(passage.text) is not None
        if not (goes_on or _ITEM.match(passage.text) or _ITEM_ZH.match(passage.text)):
            parts = False
        parts = parts or (pays and _LISTS.search(passage.text) is not None)
        later = (
            bool(found) and found[-1].passage.index == passage.index - 1 and LATER_ON.match(passage.text) is not None
        )
        led = led_to and (_ITEM.match(passage.text) or SUM_ITEM.match(passage.text)) is not None
        led_to = led or _LEADS.search(passage.text) is not None
        section = section or parts or goes_on or later or led or passage.index in whole
        goes_on = passage.text.rstrip()[-1:] == ";" and shares and (pays or goes_on)
        listing = conditional and passage.text.rstrip()[-1:] in ":;,"
        term = _term(passage, section, conditional, parties, _of_carriage(text), before)
        before = passage.text[-12:]
        if term is not None:
            found.append(replace(term, whole=passage.index in whole, led=led))
    return tuple(found)


def _term(
    passage: Passage, section: bool, conditional: bool, parties: Parties, carriage: bool, before: str
) -> Term | None:
    words = passage.text
    chinese = re.search(r"[\u3400-\u9fff]", words) is not None
    if not (PAY_ZH.search(words) if chinese else pays_en(words)) and CREDIT_TERM.search(words) is None and not section:
        return None
    if OPENS_CREDIT.search(words) is not None and CREDIT_PAYS.search(words) is None:
        return None
    if AFTER_EG.search(before) is not None:
        return None
    if UNCHOSEN.search(words) is not None or (MADE_UP.search(words) is not None and not chinese):
        return None
    kept: list[Chunk] = []
    dropped = False
    demand = DEMANDS.search(words)
    examples = [] if chinese else [match.span() for match in EXAMPLE.finditer(words)]
    for chunk in islice(chunks_of(words), _MOST_CHUNKS):
        if demand is not None and chunk.end > demand.start():
            break
        if (DEFAULT_ZH if chinese else DEFAULT_EN).search(DEFECTS.sub("warranty", chunk.text)) is not None:
            break
        if kept and ALTERNATIVE.match(chunk.text) and SHARE_AHEAD.search(words, 0, chunk.start):
            break
        said = _FREIGHT.sub("", chunk.text) if carriage else chunk.text
        dropped = (
            (OTHER_ZH if chinese else OTHER_EN).search(_own_sums(said)) is not None
            or (not chinese and NO_TERM.search(chunk.text) is not None)
            or any(start < chunk.start < end for start, end in examples)
            or EARLY.search(IN_FULL.sub("", chunk.text)) is not None
            or _paid_by_seller(chunk, parties)
            or (dropped and GOES_ON.search(chunk.text) is not None)
        )
        if not dropped:
            kept.append(chunk)
    if not kept:
        return None
    return Term(passage, tuple(kept), section, conditional)


@lru_cache(maxsize=4)
def _of_carriage(text: Text) -> bool:
    """Whether a contract is one of carriage: the freight is its price."""
    return _CARRIAGE.search(text.text[:_TITLE]) is not None


def _own_sums(words: str) -> str:
    """Some words without the papers and bonds that payment waits for, and what is paid on top of the price."""
    return ON_TOP.sub("", BOND_GIVEN.sub("", TAX_INVOICE.sub("invoice", words)))


_SELLER_PAYS = re.Template(
    r"(?<![向给对与由]){seller}"
    r"(?:\s?(?:应当?|须|需|同意|将|必须|负责|承诺|还应|则|可|有权|不|shall|will|must|agrees to|is to|may))?"
    r"(?:[^,;。的]{{0,14}}?(?:支付|付给|给付|退还|返还|退款|缴纳|交纳)"
    r"|\s(?:promptly\s|also\s)?(?:pay|refund|reimburse|credit|remit|repay)\b)",
    re.IGNORECASE,
)
_BUYER_PAYS = re.Template(r"{buyer}[^,;。]{{0,40}}(?:支付|付款|付给|给付|付清|返还|pay)", re.IGNORECASE)
_TO_BUYER = re.Template(
    r"向{buyer}[^,;。]{{0,12}}(?:支付|给付|付)|\bpay(?:able)?\s(?:to\s)?(?:the\s)?{buyer}", re.IGNORECASE
)
_FROM_BUYER = re.Template(r"{buyer}[^,;。]{{0,6}}向")


def _paid_by_seller(chunk: Chunk, parties: Parties) -> bool:
    """Whether the seller pays in a chunk, or the buyer is paid."""
    if not parties.certain or parties.first(Role.SELLER) is None:
        return False
    buyer, seller = parties.buyer, parties.seller
    if _SELLER_PAYS.filled(seller=seller).search(chunk.text) and not _BUYER_PAYS.filled(buyer=buyer).search(chunk.text):
        return True
    return (
        _TO_BUYER.filled(buyer=buyer).search(chunk.text) is not None
        and _FROM_BUYER.filled(buyer=buyer).search(chunk.text) is None
    )
