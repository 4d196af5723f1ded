"""A price that a template leaves open without naming it as the total: by its field's name, or under a bare label."""

from __future__ import annotations

from bisect import bisect_left

from .. import regexes as re
from ..text import Stretch, Text
from .blanks import find_blanks
from .placeholder_names import name_of, words_of

_WHOSE = {"purchase", "contract", "total", "order", "agreed", "sale", "sales", "grand", "deal", "gross", "overall"}
_WHAT = {"price", "amount", "value", "sum", "fee", "fees", "total", "consideration", "cost"}
_NAME_ZH = re.compile(r"^(?:合同|订单|协议|项目)?(?:含税)?(?:总价款?|总金额|总额|总款|总费用|合计金额|金额合计)$")
_OF_A_LINE = {"unit", "qty", "quantity", "count", "number", "index"}
_BARE_LABEL = re.compile(
    r"^[ ]*(?i:(?:total |contract |order |purchase |invoice )?(?:amount|price|fee|value))[ ]*:?[ ]*\n"
    r"[ ]*(?P<blank>_{4,})",
    re.MULTILINE,
)
_IN_WORDS = {"upper", "uppercase", "words", "chinese", "capital", "capitals", "daxie", "cn", "zh", "spelled"}
# Figures end in 元, a sum in words in 元整.
_WHOLE_YUAN = re.compile(r"[ ]*[元圆]整")
_REACH = 40


def open_price(text: Text) -> Stretch | None:
    """The field or the rule to write on where the price belongs; None where the text has none."""
    fields: dict[int, list[tuple[Stretch, str]]] = {}
    for blank in find_blanks(text):
        fields.setdefault(text.line_at(blank.start).start, []).append((blank, name_of(blank.text)))
    for line in fields.values():
        if any(_OF_A_LINE & set(words_of(name)) for _, name in line):
            continue
        for blank, name in line:
            if name and (_NAME_ZH.match(name) or _names_a_total(words_of(name))):
                return blank
    bare = _BARE_LABEL.search(text.text)
    return Stretch(*bare.span("blank"), bare["blank"]) if bare is not None else None


def _names_a_total(words: tuple[str, ...]) -> bool:
    return 2 <= len(words) <= 3 and words[0] in _WHOSE and words[-1] in _WHAT


def open_in_words(text: Text, start: int, end: int) -> Stretch | None:
    """The field for a sum in words that stands between two positions or close behind: {{amountUpper}}, {{金额大写}}."""
    blanks = find_blanks(text)
    for blank in blanks[bisect_left(blanks, start, key=lambda one: one.start) :]:
        if blank.start >= end + _REACH:
            return None
        name = name_of(blank.text)
        if "大写" in name or set(words_of(name)) & _IN_WORDS or _WHOLE_YUAN.match(text.text, blank.end):
            return blank
    return None
