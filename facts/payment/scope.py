"""Which stretches of a contract speak of the buyer paying the price: not of default, refunds, bonds or other sums."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from ...parsers.document import Kind
from .. import regexes as re
from ..clauses import Marker
from ..roles import Parties, Role
from ..sentence_tools import Passage, passages
from ..text import Text
from ..vocabulary import alternatives
from .cases import is_case
from .options import ALTERNATIVE, SHARE_AHEAD, UNCHOSEN
from .paying import PAY_EN, PAY_ZH
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
DEFAULT_ZH = re.compile(
    alternatives(_FILE, "default_zh")
    + r"|未[按能在][^,。;]{0,12}[付款]|不[按能][^,。;]{0,8}付|[如若]?[^,。;]{0,8}未[^,。;]{0,6}(?:付款|支付|付清|足额)"
)
DEFAULT_EN = re.compile(alternatives(_FILE, "default_en"), re.IGNORECASE)
_OTHER_ZH = re.compile(alternatives(_FILE, "other_sum_zh") + r"|(?<!质量)(?<!保修)(?<!工程质量)保证金")
_OTHER_EN = re.compile(alternatives(_FILE, "other_sum_en"), re.IGNORECASE)
_TAX_INVOICE = re.compile(r"\btax invoice\b", re.IGNORECASE)
_ON_TOP = re.compile(
    r"\b(?:plus|including|inclusive of|exclusive of|excluding|together with|along with|net of|and|free of)"
    r"(?: (?:any|all|other|applicable|related|associated|relevant|such|additional|for|shipping|sales|and|or)){0,4}"
    r" (?:tax(?:es)?|VAT|duties|freight|insurance|expenses|premiums?)(?: (?:and|or|charges|costs|taxes|duties"
    r"|freight|insurance|VAT|expenses)){0,4}\b"
    r"|(?:含|包括|包含|及|和|不含)(?:[^,。;]{0,6}(?:运费|税费|运杂费|保险费|手续费|检验费|差旅费))+",
    re.IGNORECASE,
)
_DEFECTS = re.compile(
    (
        r"\bdefects?[- ](?:liability|correction|notification)\b|\b(?:entire|whole|full|remaining"
        r"|then) unpaid (?=balance|portion|part|amount)"
    ),
    re.IGNORECASE,
)
# A bond that was handed in is what the payment waits for, no sum that is paid.
_BOND_GIVEN = re.compile(
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
    r"|\bterms\s?:\s?(?:net\s)?(?:[a-z-]+\s)?\(?\d{1,3}\)?\s?(?:calendar )?days\b",
    re.IGNORECASE,
)
_CARRIAGE = re.compile(r"(?:运输|承运|物流|货运|配送)[^\n,。]{0,6}(?:合同|协议)|托运[人方]|承运[人方]")
_TITLE = 400
"""Where the name of a contract and its parties stand."""
_FREIGHT = re.compile(r"运杂费|运费")
# What opens a list of instalments, and how its items begin.
_LISTS = re.compile(
    (
        r"as follows|(?:following|these) (?:schedule|instal?ments|milestones|stages|manner|way|terms)"
        r"|in \w+ (?:[a-z]+ )?(?:instal?ments|tranches|stages|parts|payments)\b|分[期次批]"
        r"|如下|以下(?:方式|约定|节点)"
    ),
    re.IGNORECASE,
)
_SUM = re.compile(r"[$€£¥]\s?\d|\b(?:USD|EUR|GBP|SGD|INR|AED|CHF|RMB|CNY)\s?\d|\d\s?元")
_ITEM_ZH = re.compile(r"^\s*(?:\(?[\d一二三四五六七八九]{1,2}[)、.]|[①-⑩]|第[一二三四五六七八九\d]+[期次笔阶])")
_ITEM = re.compile(r"^\s*(?:(?:and|or)\s)?\(?[a-z]{1,4}\)|^\s*[a-z]")
# A sentence of more steps than this is a list of something else.
_MOST_CHUNKS = 120
# More about a sum that isn't the price: how much it is, when it is given back.
_GOES_ON = re.compile(
    r"^\s*(?:其|该)?(?:金额|数额|为|即|计|标准|比例|共计)|退还|返还|\brefund|\breturned\b", re.IGNORECASE
)
# A credit that is only opened pays nothing yet.
_OPENS_CREDIT = re.compile(
    r"(?:开立|开出|开具|申请开)[^。;]{0,40}信用证|信用证[^。;]{0,30}(?:开到|开立|开出|送达)"
    r"|\b(?:open|opened|establish|established|issue)\b[^.;]{0,60}\b(?:letter of credit|L/C|documentary credit)",
    re.IGNORECASE,
)
_CREDIT_PAYS = re.compile(
    r"支付|即付|付清|付款(?!条件|方式|条款)|议付货款|\b(?:payable|paid|pay|available)\b", re.IGNORECASE
)
# A comma that doesn't stand in a number, and what else parts a sentence into steps.
CHUNK_END = re.compile(
    r"[,:;。;](?!\d{3}(?!\d))|\n|、(?=[^、,。;]{0,18}\d+%)"
    r"|\s(?=with\s(?:the\s)?(?:balance|rest|remainder)\b)|\s(?=and\s(?:(?:shall|will|must"
    r"|agrees to)\spay\s(?:the\s)?(?:remain|balance|rest)|as\sto\sthe\s"
    r"|balance\s(?:is|shall|to|will|due|before|upon|on)|the\s(?:remaining|balance|other|rest|final)|\d{1,3}\s?%"
    r"|\([a-z]\)|(?:an?\s)?(?:further"
    r"|additional|final)))"
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
    whole = whole_lists(passages(text), parties)
    for passage, section in zip(passages(text), payment_sections(text), strict=True):
        conditional = is_case(passage.text) or (listing and _ITEM.match(passage.text) is not None)
        pays = section or PAY_EN.search(passage.text) is not None or PAY_ZH.search(passage.text) is not None
        shares = "%" in passage.text or _SUM.search(passage.text) is not None or _LISTS.search(passage.text) is not None
        if not (goes_on or _ITEM.match(passage.text) or _ITEM_ZH.match(passage.text)):
            parts = False
        parts = parts or (pays and _LISTS.search(passage.text) is not None)
        later = (
            bool(found) and found[-1].passage.index == passage.index - 1 and LATER_ON.match(passage.text) is not None
        )
        section = section or parts or goes_on or later or passage.index in whole
        goes_on = passage.text.rstrip()[-1:] == ";" and shares and (pays or goes_on)
        listing = conditional and passage.text.rstrip()[-1:] in ":;,"
        term = _term(passage, section, conditional, parties, _of_carriage(text))
        if term is not None:
            found.append(term)
    return tuple(found)


def _term(passage: Passage, section: bool, conditional: bool, parties: Parties, carriage: bool) -> Term | None:
    words = passage.text
    chinese = re.search(r"[\u3400-\u9fff]", words) is not None
    if (PAY_ZH if chinese else PAY_EN).search(words) is None and CREDIT_TERM.search(words) is None and not section:
        return None
    if _OPENS_CREDIT.search(words) is not None and _CREDIT_PAYS.search(words) is None:
        return None
    if UNCHOSEN.search(words) is not None:
        return None
    kept: list[Chunk] = []
    dropped = False
    for chunk in islice(chunks_of(words), _MOST_CHUNKS):
        if (DEFAULT_ZH if chinese else DEFAULT_EN).search(_DEFECTS.sub("warranty", chunk.text)) is not None:
            break
        if kept and ALTERNATIVE.match(chunk.text) and SHARE_AHEAD.search(words, 0, chunk.start):
            break
        said = _FREIGHT.sub("", chunk.text) if carriage else chunk.text
        dropped = (
            (_OTHER_ZH if chinese else _OTHER_EN).search(_own_sums(said)) is not None
            or _EARLY.search(_IN_FULL.sub("", chunk.text)) is not None
            or _paid_by_seller(chunk, parties)
            or (dropped and _GOES_ON.search(chunk.text) is not None)
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
    return _ON_TOP.sub("", _BOND_GIVEN.sub("", _TAX_INVOICE.sub("invoice", words)))


# A discount for paying early gives a time of its own, which isn't the term.
_EARLY = re.compile(
    r"\bdiscount\b[^.;]{0,60}\b(?:if|when|where|for|within|settled|provided)\b|\b(?:if|when"
    r"|where)\b[^.;]{0,60}\bdiscount"
    r"|提前付款|现金折扣|(?:优惠|折扣|让利|减免)[^。;]{0,10}$|(?:日|天|前)内?[^,。;]{0,10}(?:付清|付款|支付"
    r"|到账)[^,。;]{0,6}(?:享受|给予|优惠|减)",
    re.IGNORECASE,
)


# Paid without deduction for discount: no discount is given.
_IN_FULL = re.compile(
    r"\b(?:without|free of|free from) (?:any )?(?:deductions?|discounts?|set-?off|withholding)\b[^.,;]{0,80}",
    re.IGNORECASE,
)
_DUTY = r"(?:\s?(?:应当?|须|需|同意|将|必须|负责|承诺|还应|则|可|有权|不|shall|will|must|agrees to|is to|may))?"
_PAYS = (
    r"[^,;。的]{0,14}?(?:支付|付给|给付|退还|返还|退款|缴纳|交纳)"
    r"|\s(?:promptly\s|also\s)?(?:pay|refund|reimburse|credit|remit)\b"
)


def _paid_by_seller(chunk: Chunk, parties: Parties) -> bool:
    """Whether the seller pays in a chunk, or the buyer is paid."""
    if not parties.certain or parties.first(Role.SELLER) is None:
        return False
    seller = re.search(f"(?<![向给对与由]){parties.seller}{_DUTY}(?:{_PAYS})", chunk.text, re.IGNORECASE)
    buyer = re.search(f"{parties.buyer}[^,;。]{{0,40}}(?:支付|付款|付给|给付|付清|返还|pay)", chunk.text, re.IGNORECASE)
    if seller is not None and buyer is None:
        return True
    return (
        re.search(
            f"向{parties.buyer}[^,;。]{{0,12}}(?:支付|给付|付)|\\bpay(?:able)?\\s(?:to\\s)?(?:the\\s)?{parties.buyer}",
            chunk.text,
            re.IGNORECASE,
        )
        is not None
        and re.search(f"{parties.buyer}[^,;。]{{0,6}}向", chunk.text) is None
    )
