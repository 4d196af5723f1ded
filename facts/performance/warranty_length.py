"""How long a warranty lasts: the period that stands with a word of warranty, in months."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice, pairwise

from ...values import Quantity, Reason, Unit
from .. import regexes as re
from ..contract.columns import open_column
from ..contract.empty_clauses import empty_clause
from ..fact import Fact, absent, unknown
from ..quantities.found import Found
from ..quantities.periods import Period, find_periods
from ..sentence_tools import Hit, Passage, decide, doubtful, evidence, first_blank, passages
from ..text import Text
from ..vocabulary import alternatives
from . import warranty_en

_LENGTH_ZH = (
    r"(?:[\d一二两三四五六七八九十壹贰叁伍]{1,3}(?:\([\d一二两三四五六七八九十]{1,3}\))?\s?(?:个月|年)|半年|一年半)"
)
_SERVICE_ZH = r"(?:质保|保修|包修|三包|包换|维保|质量保证|质量担保)(?![金费、函])(?:服务|责任)?"
_MENDED_ZH = r"(?:免费|无偿|负责)[^,。;]{0,8}(?:维修|更换|修理|保修|退换|维护|修复|调换)"
WORD_ZH = re.compile(
    rf"{alternatives('acceptance', 'warranty_zh')}"
    rf"|{_SERVICE_ZH}(?=[,:]?[^,。;:]{{0,24}}?{_LENGTH_ZH})"
    rf"|{_SERVICE_ZH}(?=[期为:]{{0,2}}\s?[_\[{{(])"
    rf"|(?<=[年月])(?:的)?(?:免费)?(?:质保|保修|包修|维保|质量保证)(?![金、期])|(?<=[年月])的?免费(?:运维|维护|售后)"
    r"|(?:保证|承诺)(?=[^。;]{0,40}(?:个月|年)内[^,。;]{0,16}(?:质量|缺陷|故障))"
    rf"|自[^,。;]{{2,24}}起(?=(?:的)?\s?{_LENGTH_ZH}之?内[^。;]{{0,60}}?{_MENDED_ZH})"
    rf"|保质期(?![^。;]{{0,20}}(?:保存|储存|贮存|食用))"
)
_WEARING_ZH = re.compile(r"(?:易损件|配件|耗材|备件|易耗品|滤芯|电池)[^,。;]{0,4}$")
_OTHER_ZH = re.compile(r"易损件|配件|耗材|除外|备件")
_OVER = re.compile(r"(?:期满|届满|满后|期后|到期|内无|期内)")
_EMPTY = re.compile(
    r"(?:质量|供方|卖方|乙方)[^。;]{0,12}(?:负责|保证|保修)[^。;]{0,8}(?:条件|期限|时间)|^(?:质保"
    r"|保修|质量保证)(?:期限?)?$"
)
_COLUMN = re.compile(
    r"^[ ]*(?:质保|保修|质量保证|保质)期限?(?:\([^()]{1,6}\))?[ ]*$|(?i:^[ ]*(?:warranty|guarantee)\b)"
)
_WHICHEVER = re.compile(
    r"(?i)\bwhichever\b|以[^,。;]{0,6}(?:[先后]到|[先后]届满|较[早晚短长])|[先后](?:到|届满)者?为准|取(?:其)?(?:较|先|后)"
)
_DAYS_A_MONTH = 30
# One sentence doesn't speak of more; a longer run is noise that must stay cheap.
_MOST_IN_A_SENTENCE = 12


def spoken(text: Text) -> Iterator[Hit]:
    """Where a warranty is spoken of, with or without its length."""
    previous: Passage | None = None
    for passage in passages(text):
        words = passage.text
        match = WORD_ZH.search(words)
        if match is None and warranty_en.is_spoken_of(words, previous):
            match = warranty_en.WARRANT.search(words) or re.match(r"[\s\S]", words)
        if match is not None:
            yield Hit(passage, match.start(), match.end())
        previous = passage


def length(text: Text, found_words: Sequence[Hit]) -> tuple[Fact, list[Hit]]:
    """The length of the warranty with the places it stands at, none where it can't be told."""
    name = "aftersales.warranty_months"
    found: list[Hit] = []
    for hit in found_words:
        lengths = list(_lengths(hit))
        if len({each.value for each in lengths}) > 1 and (
            _WHICHEVER.search(hit.passage.text) is not None or WORD_ZH.search(hit.passage.text) is None
        ):
            return unknown(name, Reason.UNCLEAR, *evidence(text, lengths[0], name)), lengths
        found += lengths[:1]
    found = [hit for hit in found if not warranty_en.is_of_parts(hit.passage.text)] or found
    if found:
        if len({hit.value for hit in found}) > 1 and len({hit.passage.index for hit in found}) == 1:
            return unknown(name, Reason.UNCLEAR, *evidence(text, found[0], name)), found
        return decide(name, text, found), found
    for hit in found_words:
        blank = _blank(hit) or _blank_ahead(hit) or _spared(hit)
        if blank is not None:
            return doubtful(name, text, Reason.BLANK, blank), []
    empty = empty_clause(text, _EMPTY) or open_column(text, _COLUMN) or _redacted(text)
    if empty is not None:
        return doubtful(name, text, Reason.BLANK, empty), []
    for hit in found_words:
        if WORD_ZH.search(hit.passage.text) or warranty_en.PERIOD_LABEL.search(hit.passage.text):
            return doubtful(name, text, Reason.UNCLEAR, hit), []
    return absent(name), []


def _lengths(hit: Hit) -> Iterator[Hit]:
    """The lengths of a warranty in its sentence, without those of wearing parts."""
    words = hit.passage.text
    spoken_of = list(islice(WORD_ZH.finditer(words), _MOST_IN_A_SENTENCE))
    chinese = [m for m in spoken_of if not _WEARING_ZH.search(words, max(0, m.start() - 12), m.start())]
    if not chinese and spoken_of:
        return
    for period in find_periods(words)[:_MOST_IN_A_SENTENCE]:
        months = _months(period.value.quantity)
        if months is None:
            continue
        if chinese and not any(_belongs(words, match, period) for match in chinese):
            continue
        if not chinese and not warranty_en.is_length(words, period):
            continue
        yield Hit(hit.passage, min(hit.start, period.start), period.end, Quantity(months, Unit.MONTHS))


def _months(quantity: Quantity) -> Decimal | None:
    """A length in months; of days only whole months of thirty."""
    match quantity.unit:
        case Unit.MONTHS:
            return Decimal(quantity.amount)
        case Unit.YEARS:
            return Decimal(quantity.amount * 12)
        case Unit.DAYS if quantity.amount == 365:
            return Decimal(12)
        case Unit.DAYS if quantity.amount >= _DAYS_A_MONTH and quantity.amount % _DAYS_A_MONTH == 0:
            return Decimal(quantity.amount // _DAYS_A_MONTH)
        case _:
            return None


def _belongs(words: str, word: re.Match[str], period: Found[Period]) -> bool:
    if period.value.quantity.unit is Unit.DAYS:
        return False
    if period.end <= word.start():
        return word.start() - period.end <= 4
    between = words[word.end() : period.start]
    return (
        len(between) <= 50 and not _OVER.search(words[word.end() - 1 : period.start]) and not _OTHER_ZH.search(between)
    )


def _blank(hit: Hit) -> Hit | None:
    words = hit.passage.text
    if WORD_ZH.search(words) or warranty_en.PERIOD_LABEL.search(words) or re.search(r"(?i)\bfor\b|-month\b", words):
        before = first_blank(words, max(0, hit.start - 50), hit.start) if not WORD_ZH.search(words) else None
        blank = first_blank(words, hit.end, min(len(words), hit.end + 80)) or before
        if blank is not None and re.match(
            r"[\s-]*\)?\s*(?:个?月|年|日|天|months?|years?|days?|$|[,。.;]|(?:after|from|following|as from|as of)\b)",
            words[blank.end() :],
        ):
            return Hit(hit.passage, min(hit.start, blank.start()), max(hit.end, blank.end()))
    return None


# 质保期为 年: nothing but a space is left for the number.
_SPACE_ONLY = re.compile(r"(?:为|是|:)?[ ]*个?(?:月|年)(?=[,。;:()]|自|从|起|$)")
_OPEN_AHEAD = re.compile(r"\s?个?(?:月|年|日|天)的?(?:免费)?\s?$")


def _blank_ahead(hit: Hit) -> Hit | None:
    """The length left open in front of the word: ____个月免费维护期."""
    words = hit.passage.text
    word = WORD_ZH.search(words)
    blank = first_blank(words, max(0, word.start() - 16), word.start()) if word is not None else None
    if word is None or blank is None or _OPEN_AHEAD.fullmatch(words, blank.end(), word.start()) is None:
        return None
    return Hit(hit.passage, blank.start(), word.end())


def _spared(hit: Hit) -> Hit | None:
    """The length for whose number only a space was left behind the word."""
    word = WORD_ZH.search(hit.passage.text)
    space = _SPACE_ONLY.match(hit.passage.text, word.end()) if word is not None else None
    return Hit(hit.passage, word.start(), space.end()) if word is not None and space is not None else None


def _redacted(text: Text) -> Hit | None:
    """A warranty section of which only the title was left."""
    every = passages(text)
    for passage, following in pairwise(every):
        title = re.search(r"\bWarrant(?:y|ies)\b[;:,.\s]*$", passage.text)
        if title is not None and len(passage.text) < 60 and len(following.text) < 40 and first_blank(following.text):
            return Hit(passage, title.start(), title.end())
    return None
