"""Rates: a share with the period it is charged for, and rates that only point to a published one."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...values import Per, Rate
from .. import regexes as re
from .digits import PLAIN
from .found import Found, in_order
from .numerals import read_chinese_number
from .percents import find_percents

_PER = {
    "日": Per.DAY,
    "天": Per.DAY,
    "月": Per.MONTH,
    "年": Per.YEAR,
    "day": Per.DAY,
    "month": Per.MONTH,
    "year": Per.YEAR,
}
_EN_WORDS = {
    "daily": "day", "diem": "day", "monthly": "month", "annum": "year", "annual": "year", "annually": "year",
    "yearly": "year", "p.a": "year", "p.m": "month", "pa": "year", "pm": "month", "apr": "year",
}  # fmt: skip

_EN_PERIOD = (
    r"(?P<en>(?i:(?:per|an?|each|every|for\s(?:each|every|any)|/)\s?(?:\(?one\)?\s|full\s|calendar\s|complete\s|additional\s|single\s){0,2}"
    r"(?:day|month|year|annum|diem)|daily|monthly|annually|yearly|month\b(?=\s?(?:[(),.;]|on\b|$))|p\.\s?a\b|p\.\s?m\b|pa\b|pm\b|apr\b))(?![A-Za-z])"
)
# Right behind the share: 0.05%/天, 5%每月, 1.5% per month, 18% (p.a.).
_AFTER = re.compile(
    rf"\s{{0,2}}[(\[]?\s?(?:(?:/|每(?:一|1)?个?)\s?(?P<zh>日|天|月|年)(?!度?[前底初末内\d])|{_EN_PERIOD})"
)
# Further behind, in the same sentence: 0.5% of the overdue amount for each day of delay; 千分之一按日支付.
_AFTER_FAR = re.compile(
    r"[^。;\n%‰]{0,60}?(?:按(?P<zh>日|天|月|年)(?:计|支付|收取|加收|向|累计|承担|缴)|/(?P<zh2>日|天)(?![\u4e00-\u9fff])"
    r"|(?<![A-Za-z])(?P<en>(?i:(?:per|for\seach|for\severy|each|every)\s(?:\(?one\)?\s|full\s|calendar\s|additional\s|single\s){0,2}(?:day|month|year|annum|diem)))"
    r"(?![A-Za-z]))"
)
# Before the share, nearest last: 每逾期一日, 每日按…, 日万分之五, 年利率, 月息.
_STRONG_BEFORE = re.compile(
    r"(?:每(?:逾期|迟延|延迟|延误|拖延|延期|拖欠|推迟|欠付|超过|超期|超|迟|晚|过|延)[^\d,。;%]{0,10}?(?:(?:一|1|壹)\s?个?)?(?P<strong>日|天|月)"
    r"|(?:逾期|迟延|延迟|延期|拖欠)[^\d。;%]{0,12}?每(?:一|1)?个?(?P<each>日|天|月)|每(?:一|1)?(?P<daily>日|天)|按(?P<by>日)(?!期))"
    r"[^。;\n%‰]{0,60}$"
)
_WEAK_BEFORE = re.compile(
    r"(?:每(?:一|1)?个?|按|以)?(?P<weak>日|天|月|年)(?:利率|利息|息|化收益率|化利率|化|费率|罚息|违约金|滞纳金|回报率)?(?:利息金?)?"
    r"(?:\([^)]{0,10}\))?(?:比例|比率|标准|利率)?[的为按以是计收支付不低于超过:\s]{0,8}$"
)
_EN_BEFORE = re.compile(
    r"(?<![A-Za-z])(?:(?i:(?:for\s(?:each|every|any)|each|every|per)\s(?:\(?one\)?\s|full\s|calendar\s|additional\s|single\s){0,2}(?P<unit>day|month|year|annum))"
    r"|(?i:(?:an?\s|the\s)?(?P<adverb>daily|monthly|annual|yearly)\s(?:interest\s|percentage\s|penalty\s)?(?:rate|interest|charge|fee|penalty)))"
    r"[^.;\n%]{0,80}(?:\d?\.[^.;\n%]{0,40})?$"
)
_DAY_OF_MONTH = re.compile(r"\d\s?[日号]|\d\s?天")

_BENCHMARK = (
    r"(?P<name>LPR|(?:一年期|1年期|五年期)?贷款市场报价利率|全国银行间同业拆借中心[^。;,%]{0,20}利率|(?:中国)?人民银行[^。;,%]{0,24}利率"
    r"|(?:银行)?同期(?:同类|同档次|人民币|银行|流动资金|商业)*(?:贷款|存款)[^。;,%]{0,10}?利率|(?:银行|中国银行)[^。;,%]{0,8}?(?:贷款|存款)[^。;,%]{0,6}?利率|(?:贷款)?基准利率"
    r"|(?<![A-Za-z])(?:SOFR|LIBOR|EURIBOR|SONIA|HIBOR|SHIBOR)(?![A-Za-z])"
    r"|(?<![A-Za-z])(?i:(?:base|prime|reference|repo|discount|statutory|lending)\s(?:lending\s|interest\s)?rate|(?:above|over)\s(?:the\s)?(?:[A-Z][\w.]*\s){0,5}base))"
)
_MULTIPLE = (
    r"(?:\s?\)?\s?的?\s?(?:\d++(?:\.\d++)?|[一二三四五六七八九十两]|[一二三四]点[一二三四五])\s?倍"
    r"|\s?(?:基础上)?(?:上浮|加收|加|上调|加计|\+)\s?\d++(?:\.\d++)?\s?(?:%|个百分点|基点|BP))?"
)
_REFERENCE = re.compile(_BENCHMARK + _MULTIPLE)
_SPREAD = re.compile(
    r"\s{0,2}(?:\((?:[^()]{0,20})\)\s?)?(?i:(?:per\s(?:annum|year)\s|p\.a\.\s|percentage\s|points?\s|a\syear\s)?(?:above|over|plus|in\sexcess\sof|higher\sthan))\s"
    r"[^.;\n%]{0,60}?(?i:rate|base|LIBOR|SOFR|EURIBOR|SONIA)(?![A-Za-z])"
)
_COLLOQUIAL = re.compile(
    rf"(?P<per>[年月日])息\s?(?P<number>{PLAIN}|[一二三四五六七八九十两]{{1,2}})\s?(?P<unit>[分厘])"
    r"(?P<tenths>[一二三四五六七八九1-9半](?![\d分厘]))?"
)


def find_rates(text: str, start: int = 0, end: int | None = None) -> list[Found[Rate]]:
    """Shares whose period is named beside them or earlier in the sentence, between `start` and `end`.

    The span runs over the share (and a period right behind it). A share of a published rate (LPR加30%, 8% above base)
    is none; a flat charge isn't told apart here.
    """
    end = len(text) if end is None else end
    references = [(item.start, item.end) for item in find_reference_rates(text, start, end)]
    found: list[Found[Rate]] = []
    last = start
    for percent in find_percents(text, start, end):
        if not any(low < percent.end and percent.start < high for low, high in references):
            per, close = _period(text, percent, last, end)
            if per is not None:
                found.append(Found(percent.start, close, Rate(percent.value, per)))
        last = percent.end
    return found


def _period(text: str, percent: Found[Decimal], last: int, end: int) -> tuple[Per | None, int]:
    after = _AFTER.match(text, percent.end, end)
    if after:
        close = after.end()
        return _per_of(after["zh"] or after["en"]), close
    before = text[max(last, percent.start - 120, text.rfind("\n", 0, percent.start) + 1) : percent.start]
    before = re.split(r"[。;]", before)[-1]
    per = _before(before)
    if per is not None:
        return per, percent.end
    far = _AFTER_FAR.match(text, percent.end, min(end, percent.end + 110))
    if far:
        return _per_of(far["zh"] or far["zh2"] or far["en"]), percent.end
    return None, percent.end


def _before(before: str) -> Per | None:
    strong = _STRONG_BEFORE.search(before)
    if strong:
        return _per_of(strong["strong"] or strong["each"] or strong["daily"] or strong["by"])
    weak = _WEAK_BEFORE.search(before)
    if weak and not _DAY_OF_MONTH.search(before[max(0, weak.start() - 3) : weak.start() + 1]):
        follows_number = before[max(0, weak.start() - 1) : weak.start()]
        if not (
            follows_number and (follows_number.isdecimal() or follows_number in "一二三四五六七八九十个上下次当本")
        ):
            return _per_of(weak["weak"])
    english = _EN_BEFORE.search(before)
    return _per_of(english["unit"] or english["adverb"]) if english else None


def _per_of(words: str) -> Per:
    if words in _PER:
        return _PER[words]
    last = words.lower().replace(". ", ".").split()[-1].lstrip("/")
    return _PER[_EN_WORDS.get(last, last)]


def find_reference_rates(text: str, start: int = 0, end: int | None = None) -> list[Found[str]]:
    """Rates that point to a published one, with its name as printed: LPR的1.5倍, 8% above base rate."""
    end = len(text) if end is None else end
    found = [Found(match.start(), match.end(), match["name"]) for match in _REFERENCE.finditer(text, start, end)]
    for percent in find_percents(text, start, end):
        spread = _SPREAD.match(text, percent.end, end)
        if spread:
            found.append(Found(percent.start, spread.end(), spread[0].strip()))
    return in_order(found)


def find_colloquial_rates(text: str, start: int = 0, end: int | None = None) -> list[Found[Rate]]:
    """月息2分, 年息8厘, with the usual meaning (2% a month, 8% a year).

    What 分 and 厘 stand for depends on the period by usage alone, so a caller has to ask before relying on it.
    """
    return list(_colloquial(text, start, len(text) if end is None else end))


def _colloquial(text: str, start: int, end: int) -> Iterator[Found[Rate]]:
    tenth_of = {"年": Decimal(10), "月": Decimal(1), "日": Decimal(1)}
    for match in _COLLOQUIAL.finditer(text, start, end):
        words = match["number"]
        number = Decimal(words) if words[0].isdecimal() else read_chinese_number(words)
        if number is not None:
            percent = number * tenth_of[match["per"]] / (1 if match["unit"] == "分" else 10)
            if match["tenths"]:
                step = tenth_of[match["per"]] / (10 if match["unit"] == "分" else 100)
                percent += step * _tenths(match["tenths"])
            yield Found(match.start(), match.end(), Rate(percent, _PER[match["per"]]))


def _tenths(word: str) -> Decimal:
    """The digit behind 分 or 厘: 一分五, 二分半."""
    if word == "半":
        return Decimal(5)
    return Decimal(word) if word.isdecimal() else read_chinese_number(word) or Decimal(0)
