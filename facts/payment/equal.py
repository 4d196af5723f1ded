"""Instalments told of at once: in six monthly instalments; in two equal parts, the first on signing; 按3:6:1支付."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from .. import regexes as re
from ..quantities.numerals import read_chinese_number
from ..roles import Parties
from ..sentence_tools import Hit
from ..text import Text
from .ratios import find_ratio
from .scope import Chunk, Term, payment_terms
from .shares import Share

_WORDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "twenty-four": 24, "thirty-six": 36,
}  # fmt: skip
_COUNT = re.compile(
    r"(?:分|共)(?P<zh>[二两三四五六七八九十]{1,3}|\d{1,2})(?:期|次|笔)(?P<even>等额|平均|均等|平摊)?"
    r"(?:[^,。;]{0,8}?)(?:支付|付款|付清|结清|偿付)"
    rf"|\b(?P<en>{'|'.join(_WORDS)}|\d{{1,2}})(?: \(\d{{1,2}}\))?"
    r"(?:,? (?:and |\()?(?:equal|even|monthly|quarterly|consecutive|successive|annual"
    r"|yearly)\)?){0,4} (?:install?ments?|tranches)\b",
    re.IGNORECASE,
)
_EVEN = re.compile(r"等额|平均|均等|平摊|\b(?:equal|even)\b", re.IGNORECASE)
_Piece = tuple[int, int, str]
"""A stretch of a sentence, with the words that tell its time."""
_OWN_SHARE = re.compile(r"\d\s?%")
_LIST_ZH = re.compile(
    r"(?:分别|依次|各)?(?:于|在|[,:(]|为)\s?(?P<items>[^,。;:、]{2,16}(?:、[^,。;:、]{2,16}?){1,4}?)(?=后|时|之日"
    r"|各|[,。;)]|$)"
)
_LIST_EN = re.compile(
    (
        r"(?P<items>\b(?:up)?on [a-z -]{3,40}(?:, (?:up)?on [a-z -]{3,40}){0,4},? and (?:up)?on [a-z -]{3,40}?)"
        r"(?=\s?,? respectively"
        r"|[.;)]|$)"
    ),
    re.IGNORECASE,
)
_AND_ZH = re.compile(r"、")
_AND_EN = re.compile(r",? and (?=(?:up)?on )|, (?=(?:up)?on )", re.IGNORECASE)
_DAYS_BEHIND = re.compile(r"(?:后|之日起?)\s?[\d一二三四五六七八九十]{1,3}个?(?:工作日|日|天|个?月)内")
_TIMED = re.compile(
    r"后|前|之日|时[,;]?$|\b(?:up)?on\b|\bwith\b|\b(?:days?|months?)\b|\b(?:after|before|within)\b", re.IGNORECASE
)
_ORDINALS_ZH = "一二三四五六七八九十"
_ORDINALS_EN = ("first", "second", "third", "fourth", "fifth", "sixth")


@dataclass(frozen=True, slots=True)
class Count:
    """How many instalments a sentence says there are, and whether they are alike."""

    number: int
    even: bool
    start: int
    end: int


def find_count(words: str) -> Count | None:
    """The number of instalments some words name; None when they name none, or only one."""
    match = _COUNT.search(words)
    if match is None:
        return None
    number = _number(match)
    if number is None or number < 2:
        return None
    return Count(number, _EVEN.search(match[0]) is not None, match.start(), match.end())


def _number(match: re.Match[str]) -> int | None:
    word = (match["zh"] or match["en"]).lower()
    if word.isdigit():
        return int(word)
    if match["en"]:
        return _WORDS[word]
    value = read_chinese_number(word.replace("两", "二"))
    return int(value) if value is not None else None


def counted(text: Text, parties: Parties) -> tuple[int, Hit] | None:
    """The greatest number of instalments that a payment term names, with its words."""
    best: tuple[int, Hit] | None = None
    for term in payment_terms(text, parties):
        if term.conditional:
            continue
        count, ratio = find_count(term.words), find_ratio(term.words)
        start = term.chunks[0].start
        for number, found in ((count.number if count else 0, count), (len(ratio.shares) if ratio else 0, ratio)):
            if found is not None and (best is None or number > best[0]):
                best = number, Hit(term.passage, start + found.start, start + found.end)
    return best


def told_parts(term: Term, before: Term | None = None) -> list[tuple[Share, list[Chunk]]]:
    """Each instalment of a sentence that tells the shares of all at once: in equal parts, or as a ratio.

    Empty unless the time of every one of them is told: one after the other by number, step by step, or in a list that
    `respectively` belongs to. The sentence `before` may tell the shares, this one their times by number.
    """
    shares, end = _told(term.words)
    if not shares and before is not None and before.passage.index == term.passage.index - 1:
        shares = _told(before.words)[0]
        pieces = _numbered(term.words, 0, len(shares)) if shares else []
        base = term.chunks[0].start
        return [(share, [Chunk(base + low, base + high, words)]) for share, (low, high, words)
                in zip(shares, pieces, strict=True)] if len(pieces) == len(shares) else []  # fmt: skip
    if not shares or _OWN_SHARE.search(term.words, end) is not None:
        return []
    base = term.chunks[0].start
    for pieces in (_numbered(term.words, end, len(shares)), _listed(term.words, end), _steps(term, end)):
        if len(pieces) == len(shares):
            parts = [[Chunk(base + low, base + high, words)] for low, high, words in pieces]
            return list(zip(shares, parts, strict=True))
    return []


def _told(words: str) -> tuple[list[Share], int]:
    """The shares a sentence tells at once, with where it goes on."""
    count = find_count(words)
    if count is not None and count.even:
        return _shares(count.number), count.end
    ratio = find_ratio(words)
    return ([Share(0, 0, share) for share in ratio.shares], ratio.end) if ratio is not None else ([], 0)


def _numbered(words: str, at: int, number: int) -> list[_Piece]:
    """The words of the first, the second …: each name with what stands before it up to the one before, or after it."""
    names = list(_ordinals(words, at, number))
    if len(names) != number:
        return []
    first = names[0]
    step = max(words.rfind(mark, at, first) for mark in ",;:。")
    # 签订后付第一笔,货到付第二笔: the time stands ahead of the name.
    ahead = re.search(r"[后前时]|(?:之日|日内)", words[max(at, step + 1) : first]) is not None
    starts = [at, *(_step_start(words, at, name) for name in names[1:])] if ahead else names
    return [(low, high, words[low:high]) for low, high in zip(starts, [*starts[1:], len(words)], strict=True)]


def _step_start(words: str, low: int, at: int) -> int:
    """Where the step of a sentence begins that a position stands in."""
    return max([low, *(words.rfind(mark, low, at) + 1 for mark in ",;。")])


def _listed(words: str, at: int) -> list[_Piece]:
    """The items of a list that one time belongs to: 分别于签约、到货、验收后10日内; on signing and on delivery."""
    match = _LIST_ZH.search(words, at)
    chinese = match is not None
    match = match or _LIST_EN.search(words, at)
    if match is None:
        return []
    after = _DAYS_BEHIND.match(words[match.end() :]) if chinese else None
    behind = f"{after[0]}支付" if after is not None else "时支付" if chinese else " payable"
    separator = _AND_ZH if chinese else _AND_EN
    pieces: list[_Piece] = []
    start = match.start("items")
    for cut in [*separator.finditer(match["items"]), None]:
        low = start if not pieces else pieces[-1][1]
        high = match.end("items") if cut is None else match.start("items") + cut.end()
        item = separator.sub("", words[low:high])
        pieces.append((low, high, item + behind))
    return pieces


def _steps(term: Term, at: int) -> list[_Piece]:
    """The steps of the sentence behind the shares that name a time."""
    base = term.chunks[0].start
    pieces = [(max(at, chunk.start - base), chunk.end - base) for chunk in term.chunks if chunk.end - base > at]
    return [(low, high, term.words[low:high]) for low, high in pieces if _TIMED.search(term.words[low:high])]


def _ordinals(words: str, at: int, number: int) -> Iterator[int]:
    """Where the first, the second … begin, as long as they come in order."""
    for one in range(min(number, len(_ORDINALS_EN))):
        names = rf"第(?:{_ORDINALS_ZH[one]}|{one + 1})[期次笔]|\bthe {_ORDINALS_EN[one]}\b"
        match = re.compile(names + ("|首[期次笔]" if one == 0 else ""), re.IGNORECASE).search(words, at)
        if match is None:
            return
        yield match.start()
        at = match.end()


def _shares(number: int) -> list[Share]:
    """Equal shares in hundredths of a percent; the last takes what rounding leaves."""
    one = round(Decimal(100) / number, 2)
    return [Share(0, 0, one)] * (number - 1) + [Share(0, 0, 100 - one * (number - 1))]
