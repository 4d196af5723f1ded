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

_LENGTH_ZH = (
    r"(?:[\d一二两三四五六七八九十壹贰叁伍]{1,3}(?:\([\d一二两三四五六七八九十]{1,3}\))?\s?(?:个月|年)|半年|一年半)"
)
_SERVICE_ZH = r"(?:质保|保修|包修|三包|包换|维保|质量保证|质量担保)(?![金费、函])(?:服务|责任)?"
_MENDED_ZH = r"(?:免费|无偿|负责)[^,。;]{0,8}(?:维修|更换|修理|保修|退换|维护|修复|调换)"
WORD_ZH = re.compile(
    rf"{alternatives('acceptance', 'warranty_zh')}"
    rf"|{_SERVICE_ZH}(?=[,:]?[^,。;:]{{0,24}}?{_LENGTH_ZH})"
    rf"|{_SERVICE_ZH}(?=[期为:]{{0,2}}\s?[_\[{{(])"
    rf"|(?<=[年月])(?:的)?(?:免费)?(?:质保|保修|包修|维保|质量保证)(?![金、期])"
    r"|(?:保证|承诺)(?=[^。;]{0,40}(?:个月|年)内[^,。;]{0,16}(?:质量|缺陷|故障))"
    rf"|自[^,。;]{{2,24}}起(?=(?:的)?\s?{_LENGTH_ZH}之?内[^。;]{{0,60}}?{_MENDED_ZH})"
    rf"|保质期(?![^。;]{{0,20}}(?:保存|储存|贮存|食用))"
)
_WEARING_ZH = re.compile(r"(?:易损件|配件|耗材|备件|易耗品|滤芯|电池)[^,。;]{0,4}$")
_OTHER_ZH = re.compile(r"易损件|配件|耗材|除外|备件")
_OVER = re.compile(r"(?:期满|届满|满后|期后|到期|内无|期内)")
_WARRANT_EN = re.compile(
    r"\b(?:warrant(?:s|y|ies|ed)?|guarantee[sd]?|defects? (?:liability |notification |correction "
    r"|rectification )?period"
    r"|limitation period|liability for defects|(?:remed(?:y|ies)|repairs?|replaces?|rectif(?:y|ies)"
    r"|makes? good)\b[^.;]{0,60}?\bdefect\w*)\b"
    # How the goods shall be or work, for a time: a warranty without its name.
    r"|\b(?:goods|products?|deliverables?|equipment|software|systems?|machine\w*|applications?|parts?|items|units?"
    r"|devices?|plant|installation)\b (?:\w+ ){0,3}?(?:shall|will) (?:\w+ (?:to )?)?(?:operate|function|perform"
    r"|work|conform)\b[^.;]{0,40}?"
    r"\b(?:according to|in accordance with|in conformity with|to|with) (?:the |its |their )?(?:agreed |applicable "
    r"|technical )?(?:specifications?|documentation|manual)\b"
    r"|\bfree (?:from|of) (?:any |all )?(?:\w+ )?(?:defects?|faults?)\b",
    re.IGNORECASE,
)
_GOODS_EN = re.compile(
    rf"(?i){alternatives('acceptance', 'goods_en')}|\b(?:software|applications?|programs?"
    rf"|hardware|systems?|parts?|machine\w*|installation|vehicles?)\b|\bdefects?\b|\bworkmanship\b|\bconform"
    rf"|\bmanufacturer"
)
_NOT_GOODS_EN = re.compile(
    r"(?i)\b(?:insurance|surviv\w+|records?|authority|shelf[- ]life|expiry dating|confidential"
    r"|statute|claims? may be brought|indemnif\w+|term of this agreement|initial term|minimum(?! warranty)"
    r"|sales|purchase commitment|guarantor|payment guarantee)\b"
)
PERIOD_LABEL_EN = re.compile(
    r"\b(?:warranty|guarantee|defects?(?: liability| notification| correction)?) (?:period|term)\b"
    r"|\bwarranty\b[^.;]{0,30}?\b(?:period|expires?)\b|\blimitation period\b[^.;]{0,40}?\bdefects?\b"
    r"|\bwarranty (?:runs|starts|begins|commences|(?:is|shall be|remains|will be) (?:valid|effective|available|given"
    r"|provided|offered))\b|^\W*(?:\d[\d.]*\s)?(?:warranty|guarantee)\s?[:\t-]"
    r"|\bliability for defects\b",
    re.IGNORECASE,
)
_TITLE_EN = re.compile(r"\bwarrant(?:y|ies)\b", re.IGNORECASE)
_LEAD_EN = re.compile(
    r"(?i)\b(?:for|period of|within|during|period is|period:|term of|shall be|is|expires?|ends?|lapses?|lasts?"
    r"|runs?|of|has"
    r"|have|carr(?:y|ies)|with|means|or|the"
    r"|a|an|not less than"
    r"|no less than|at least)\s(?:a\s|the\s)?(?:(?:minimum|limited|full|period|of|standard|first|initial)\s)*$"
    r"|[:\t-]\s?$|[({\"]$|^\W*$"
)
_TAIL_EN = re.compile(
    r"(?i)^[\s'-]*(?:from|after|following|of|warrant|commencing|beginning|starting|limited|period"
    r"|manufacturer|parts|ex works|calculated"
    r"|as (?:of|from)|once|counting|against|guarantee|on (?:all|the|any|each|every|parts|goods|products)\b"
    r"|to (?:be (?!agreed|confirmed|determined|fixed)|conform|comply|operate"
    r"|function|perform|work|meet)|\(?\"?warranty)|^\s*[.;,)]?\s*$"
)
# a 12-month limited warranty
_NAME_BEHIND_EN = re.compile(
    r"(?i)\s(?:(?:limited|full|standard|manufacturer's|parts|on-?site|comprehensive|replacement|express)\s(?:and\s)?){0,3}"
    r"(?:warranty|guarantee)\b"
)
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
        if match is None and _in_english(words, previous):
            match = _WARRANT_EN.search(words) or re.match(r"[\s\S]", words)
        if match is not None:
            yield Hit(passage, match.start(), match.end())
        previous = passage


def _in_english(words: str, previous: Passage | None) -> bool:
    under_title = previous is not None and len(previous.text) < 40 and _TITLE_EN.search(previous.text) is not None
    if _WARRANT_EN.search(words) is None and not under_title:
        return False
    if _NOT_GOODS_EN.search(words) is not None:
        return False
    return _GOODS_EN.search(words) is not None or PERIOD_LABEL_EN.search(words) is not None


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
    if found:
        if len({hit.value for hit in found}) > 1 and len({hit.passage.index for hit in found}) == 1:
            return unknown(name, Reason.UNCLEAR, *evidence(text, found[0], name)), found
        return decide(name, text, found), found
    for hit in found_words:
        blank = _blank(hit)
        if blank is not None:
            return doubtful(name, text, Reason.BLANK, blank), []
    empty = empty_clause(text, _EMPTY) or open_column(text, _COLUMN) or _redacted(text)
    if empty is not None:
        return doubtful(name, text, Reason.BLANK, empty), []
    for hit in found_words:
        if WORD_ZH.search(hit.passage.text) or PERIOD_LABEL_EN.search(hit.passage.text):
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
        if not chinese and not _english_length(words, period):
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


def _english_length(words: str, period: Found[Period]) -> bool:
    before, after = words[max(0, period.start - 40) : period.start], words[period.end : period.end + 80]
    if _NAME_BEHIND_EN.match(after):
        return True
    if re.search(
        r"(?i)\b(?:warranty|defects?(?: liability)?|guarantee) (?:period|term)\b[\s\"':)-]{1,6}(?:is |of "
        r"|shall be |means )?(?:the |a )?(?:period of )?$",
        before,
    ):
        return True
    warranted = re.search(r"(?i)\bwarrant", words) and re.search(r"(?i)\bfor (?:a period of )?$", before)
    if period.value.quantity.unit is Unit.DAYS and not warranted and PERIOD_LABEL_EN.search(words) is None:
        return False
    lead = _LEAD_EN.search(before)
    return lead is not None and (
        _TAIL_EN.search(after) is not None
        or PERIOD_LABEL_EN.search(words) is not None
        or re.match(r"(?i)\s*for\b", words) is not None
    )


def _blank(hit: Hit) -> Hit | None:
    words = hit.passage.text
    if WORD_ZH.search(words) or PERIOD_LABEL_EN.search(words) or re.search(r"(?i)\bfor\b|-month\b", words):
        before = first_blank(words, max(0, hit.start - 50), hit.start) if not WORD_ZH.search(words) else None
        blank = first_blank(words, hit.end, min(len(words), hit.end + 80)) or before
        if blank is not None and re.match(
            r"[\s-]*\)?\s*(?:个?月|年|日|天|months?|years?|days?|$|[,。.;]|(?:after|from|following|as from|as of)\b)",
            words[blank.end() :],
        ):
            return Hit(hit.passage, min(hit.start, blank.start()), max(hit.end, blank.end()))
    return None


def _redacted(text: Text) -> Hit | None:
    """A warranty section of which only the title was left."""
    every = passages(text)
    for passage, following in pairwise(every):
        title = re.search(r"\bWarrant(?:y|ies)\b[;:,.\s]*$", passage.text)
        if title is not None and len(passage.text) < 60 and len(following.text) < 40 and first_blank(following.text):
            return Hit(passage, title.start(), title.end())
    return None
