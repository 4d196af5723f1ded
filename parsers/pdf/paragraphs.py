"""Lines of a PDF page become paragraphs: where a new one begins, judged as a typesetter would."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from .lines import Line
from .script import is_han, mostly_han, room

_HAN_NUMBER = "一二三四五六七八九十百零〇"
_MARK = re.compile(
    rf"第[ ]*[{_HAN_NUMBER}\d]+[ ]*[条章节款](?![的规约所项])|[{_HAN_NUMBER}]{{1,3}}[、.．]"
    rf"|[(（][ ]*(?:[{_HAN_NUMBER}]{{1,3}}|\d{{1,2}}|[a-zA-Z]|[ivx]{{1,4}})[ ]*[)）]"
    r"|\d{1,2}(?:\.\d{1,2}){0,3}[.、．)）](?!\d)"
    r"|(?:ARTICLE|Article|SECTION|Section|CLAUSE|Clause|SCHEDULE|Schedule|APPENDIX|Appendix|EXHIBIT|Exhibit)"
    r"[ ]+[\dIVXA-Z]"
    rf"|[A-Z][.)][ ]|[a-z][)][ ]|附件[ ]*[{_HAN_NUMBER}\d]|[•●■◆▪➢☐☑☒□√✓·–][ ]?"
)
# "30 Days" at the start of a line may be a clause or the rest of "within": it counts after the end of a sentence only.
_WEAK_MARK = re.compile(
    r"\d{1,2}(?:\.\d{1,2}){0,3}[ ]+(?=[A-Z\u4e00-\u9fff])|\d{1,2}(?:\.\d{1,2}){1,3}(?=[A-Z\u4e00-\u9fff])"
)
_DRAWN = re.compile(r"[\u2500-\u257f]{3}|^[\u2500-\u257f]")
"""A line of a table drawn with characters."""
_UNIT = re.compile(r"个?工作日|日(?!期)|天|个月|月|年|万元|元|亿元|%|％|‰|周|倍")
_CURRENCY = re.compile(r"(?:人民币|[¥￥$€£]|\b(?:RMB|CNY|USD|EUR|GBP|HKD))$")
_LABEL = re.compile(r"[^，。；,;]{1,16}[:：]")
_ENDED = re.compile(r"[。！？!?；;：:.][”’\"')）]*$")
_REFERS = re.compile(
    r"(?:[按照依据见至与和及或同第、，,（(]|本合同|协议|\b(?:the|of|in|under|with|to|and|or|by|per|see|this))$",
    re.IGNORECASE,
)

_HANGING = "，。、；：？！）》」』】”’"
# In units of the font size, or as ratios.
_LONG = 28.0
_INDENT = 0.8
_SLACK = 0.5
_LATIN_BLANK = 0.25
_GAP = 1.4
_OWN_GAP = 1.25
_EVEN = 1.1
_LARGEST_STEP = 6.0
_SIZE_CHANGE = 0.12


Words = Callable[[], frozenset[str]]
"""Asked for only where a line ends in a hyphen."""


@dataclass(frozen=True, slots=True)
class Margins:
    """Left and right edge of the column some lines stand in, and the usual step from baseline to baseline.

    `inner` is the step inside paragraphs, where enough lines surely run on to tell it from the step between them.
    """

    left: float
    right: float
    step: float
    inner: float | None = None


def margins(column: Sequence[Line], left: float | None = None, right: float | None = None) -> Margins:
    """The margins of a column, from its own lines where they aren't given."""
    low = min(line.box[0] for line in column) if left is None else left
    high = max(line.box[2] for line in column) if right is None else right
    steps = [
        lower.baseline - upper.baseline
        for upper, lower in itertools.pairwise(column)
        if 0.5 * lower.size < lower.baseline - upper.baseline < _LARGEST_STEP * lower.size
    ]
    usual = median(steps) if steps else 1.5 * median(line.size for line in column)
    return Margins(low, high, usual, _inner_step(column))


def _inner_step(column: Sequence[Line]) -> float | None:
    inner = [
        lower.baseline - upper.baseline
        for upper, lower in itertools.pairwise(column)
        if _reads_on(upper, lower) and lower.baseline > upper.baseline and _same_size(upper, lower)
    ]
    even = len(inner) > 1 and max(inner) <= _EVEN * min(inner)
    return median(inner) if even else None


def right_margin(lines: Sequence[Line], page_width: float) -> float:
    """The right edge that full lines of a document reach.

    When too few lines reach it to be sure, the page's left margin is taken to be its right margin, too.
    """
    # Chinese closing marks may hang over the margin, so a line that ends in one says little.
    ends = sorted(line.box[2] - (line.size if line.text[-1] in _HANGING else 0.0) for line in lines)
    reached = ends[min(len(ends) - 1, int(len(ends) * 0.97))]
    size = median(line.size for line in lines)
    near = sum(1 for end in ends if abs(end - reached) <= 2 * size)
    if near >= max(2, 0.05 * len(ends)) and len(ends) >= 4:
        return reached
    if any(_reads_on(one, other) and ends[-1] - one.box[2] <= size for one, other in itertools.pairwise(lines)):
        return ends[-1]
    return max(ends[-1], page_width - min(line.box[0] for line in lines))


def _reads_on(one: Line, other: Line) -> bool:
    """Whether a long line stops in the middle of a sentence that the next one takes up at the margin."""
    return (
        room(one.text) >= _LONG
        and not ends_sentence(one.text)
        and not is_marked(other.text)
        and not _LABEL.match(other.text)
        and other.box[0] <= one.box[0] + _INDENT * one.size
    )


def paragraphs(column: Sequence[Line], edges: Margins) -> list[list[Line]]:
    """The lines of one column cut into paragraphs."""
    found: list[list[Line]] = []
    for line in column:
        if found and not _begins(found[-1], line, edges):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def runs_on(last: Sequence[Line], edges: Margins, following: Line, its_edges: Margins) -> bool:
    """Whether a paragraph at the end of a page or column goes on with the first line of the next."""
    previous = last[-1]
    step = following.baseline - previous.baseline
    return (
        not 2 * following.size < step < _LARGEST_STEP * following.size
        and not _ENDED.search(previous.text)
        and not has_room(previous, following, edges)
        and not _MARK.match(following.text)
        and following.box[0] <= its_edges.left + _INDENT * following.size
        and _same_size(previous, following)
        and not (previous.spread or following.spread)
    )


def has_room(previous: Line, following: Line, edges: Margins) -> bool:
    """Whether the next line's first word would have had room at the end of this line: then the break is meant."""
    free = edges.right - previous.box[2]
    indent = previous.box[0] - edges.left
    if indent > 3 * previous.size and abs(indent - free) <= previous.size:
        free += indent
    blank = 0.0 if is_han(following.text[0]) else _LATIN_BLANK
    return free > following.lead + (blank + _SLACK) * following.size


def is_marked(text: str) -> bool:
    """Whether a line starts with a clause number or a list mark."""
    return _MARK.match(text) is not None or _WEAK_MARK.match(text) is not None


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence or its introduction does."""
    return _ENDED.search(text) is not None


def join(lines: Iterable[str], words: Words) -> str:
    """Wrapped lines as one text; `words` are the document's words, to tell a hyphen from a broken word."""
    text = ""
    for line in lines:
        text = _joined(text, line, words) if text else line
    return text


def _begins(paragraph: Sequence[Line], line: Line, edges: Margins) -> bool:
    previous = paragraph[-1]
    step = line.baseline - previous.baseline
    usual = previous.baseline - paragraph[-2].baseline if len(paragraph) > 1 else edges.step
    if step > (_OWN_GAP if len(paragraph) > 1 else _GAP) * max(usual, line.size) or step < 0:
        return True
    if _is_bound(previous.text, line.text):
        return False
    if _DRAWN.search(previous.text) or _DRAWN.search(line.text):
        return True
    if not _same_size(previous, line) or previous.spread or line.spread or has_room(previous, line, edges):
        return True
    indent = line.box[0] - previous.box[0]
    ended = ends_sentence(previous.text)
    if indent > _INDENT * line.size and (len(paragraph) > 1 or (ended and not is_marked(paragraph[0].text))):
        return True
    if indent < -_INDENT * line.size and len(paragraph) > 1:
        return True
    if ended:
        apart = edges.inner is not None and step > _EVEN * edges.inner
        return apart or is_marked(line.text) or (line.bold and not previous.bold)
    return _MARK.match(line.text) is not None and not _REFERS.search(previous.text)


def _is_bound(text: str, following: str) -> bool:
    """Whether a number is parted from its unit or its currency, whatever room the line had."""
    return bool(
        (re.search(r"\d$", text) and _UNIT.match(following)) or (_CURRENCY.search(text) and re.match(r"\d", following))
    )


def _same_size(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= _SIZE_CHANGE * max(one.size, other.size)


_CUT_NUMBER = re.compile(r"(?:^|[^\d,.])\d{1,3}(?:,\d{3})*,$")
_CUT_DECIMAL = re.compile(r"\d\.$")


def _joined(text: str, line: str, words: Words) -> str:
    last, first = text[-1], line[0]
    if last in "-\u00ad\u2010" and len(text) > 1 and text[-2].isalpha() and first.isalpha() and not is_han(text[-2]):
        return _unhyphened(text, line, words)
    if last == "_" and first == "_":
        return text + line
    if first.isdigit():
        if _CUT_NUMBER.search(text) and re.match(r"\d{3}(?!\d)", line):
            return text + line
        if _CUT_DECIMAL.search(text) and re.match(r"\d+(?![\d.])", line) and not re.match(r"\d{1,2}[.、)]", line):
            return text + line
        if last.isdigit() and (mostly_han(text) or re.fullmatch(r"[\d,.]+", line)):
            return text + line
    if last.isdigit() and re.match(r"[,.]\d", line):
        return text + line
    if is_han(last) or is_han(first) or last in "“‘" or first in "”’":
        return text + line
    if mostly_han(text) and not (last.isascii() and first.isascii() and (last.isalpha() or first.isalpha())):
        return text + line
    return f"{text} {line}"


def _unhyphened(text: str, line: str, words: Words) -> str:
    head = re.search(r"[A-Za-z]+(?=[-\u00ad\u2010]$)", text)
    tail = re.match(r"[A-Za-z]+", line)
    if head and tail and (text[-1] == "\u00ad" or (head[0] + tail[0]).lower() in words()):
        return text[:-1] + line
    return text + line
