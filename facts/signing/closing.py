"""Where each party signs: lines at the end of a contract that hold a party's word or name and nothing else to say."""

from __future__ import annotations

from collections.abc import Sequence

from .. import regexes as re
from ..text import Text

_TAIL_SHARE = 0.5
_LONGEST_TAIL = 9000
# A column, a cell or what stands between two lines to write on.
_SEGMENT = re.compile(r"(?:(?!_{3}|\.{4}|…|[ ]{3,}\S)[^\n\t│|])+")
_SIGNED = r"(?i:order accepted|ordered|signed|executed|agreed|accepted|confirmed|acknowledged|approved|witnessed)"
_HOW = r"(?i:and|as a deed|as an agreement|agreed|accepted|delivered|sealed|this day|by affixing the common seal of)"
_LEAD = (
    rf"[ _.\-*]{{0,40}}(?:{_SIGNED}[ ,:]*(?:{_HOW}[ ,]*){{0,4}})?(?:(?i:for|by|on behalf of|for and on behalf of"
    rf"|and|per|the said)[ ]+)"
    r"{0,4}(?:(?i:the)[ ]+)?(?:代表|由|兹由|签约方)?[ ]*(?:\((?:[\dA-Da-d]|[一二三])\)[ ]*|[\d一二三][、.][ ]*)?"
)
_HOW_AFTER = (
    r"(?i:(?:company )?(?:stamp|seal|signature)(?: (?:and|&|/) (?:company )?(?:stamp|seal|signature|date))"
    r"|in accordance with section[^\n]*|acting by[^\n]*|by its[^\n]*|in the presence of[^\n]*"
    r"|signature|signed|sign here|representative|authori[sz]ed[^\n]{0,30}|by|per|name|date)"
)
_OPEN = r"(?:\$?\{{1,2}[^{}\n]{1,70}\}{1,2}|\[[^\[\]\n]{0,40}\]|【[^】\n]{0,30}】)?"
_SEALED = r"签字|签章|盖章|签名|公章|确认|回签|签署|代表|章|落款"
_AFTER = (
    rf"(?:'s?)?[ ]*(?:\([^()\n]{{0,24}}\)[ ]*){{0,2}}(?:/[ ]*)?(?:{_HOW_AFTER}"
    rf"|{_SEALED})?(?:[\u3400-\u9fff/、()]{{0,12}})?[ ]*[:.,)]?"
    rf"(?:[ ]*\((?i:sign|seal|stamp|name)[^()\n]{{0,24}}\))?[ _.\-/—]*{_OPEN}"
    r"(?:(?i:by|date|name|per|signature)[ ]*[:.]?[ _.]*(?:\S{0,30}[ ]?){0,4})?"
)


_LINE = re.Template(
    re.doubled(_LEAD) + r"\(?{own}\)?(?:[ ]*(?:\([^()\n]{{0,16}}\))?[ ]*[:,]?[ ]*{own}){{0,2}}" + re.doubled(_AFTER)
)
_CUE = re.compile(
    r"\b(?:By|BY|Per|PER|Name|NAME|Title|TITLE|Its|Signature|SIGNATURE|Signed|SIGNED|Date|DATE|Director"
    r"|Secretary|Executed|EXECUTED)\b"
    r"|/s/|_{4,}|\.{6,}|…{2,}|签|章|日期|法定代表人|授权代表|委托代理人|年[ ]*月[ ]*日|本页无正文"
    r"|\b(?i:witness whereof|authori[sz]ed|stamp and signature|signature and stamp)\b|\((?i:signature)"
)
_NEAR = 260
_PAIR_REACH = 420
_FULL_NAME = 6


def signing_lines(text: Text, words: Sequence[str]) -> list[tuple[int, int]]:
    """The segments of the last part of a text that hold nothing but one of the words and what asks for a signature.

    Where a text names a party for the first time it introduces it; that is no place to sign.
    """
    if not words:
        return []
    own = "(?:" + "|".join(_loosely(word) for word in sorted(words, key=len, reverse=True)) + ")"
    first = re.search(own, text.text)
    if first is None:
        return []
    late = max(int(len(text.text) * (1 - _TAIL_SHARE)), len(text.text) - _LONGEST_TAIL)
    start = max(text.text.rfind("\n", 0, late) + 1, text.line_at(first.end()).end)
    line = _LINE.filled(own=own)
    found = []
    for segment in _SEGMENT.finditer(text.text, start):
        if len(segment.group()) <= 160 and line.fullmatch(segment.group().rstrip()):
            found.append(segment.span())
    return found


def lines_to_write_on(text: Text) -> list[tuple[int, int]]:
    """The bare rules at the end of a text, each alone on its line, under which somebody is named."""
    late = max(int(len(text.text) * (1 - _TAIL_SHARE)), len(text.text) - _LONGEST_TAIL)
    return [match.span() for match in _BARE_RULE.finditer(text.text, late)]


_BARE_RULE = re.compile(r"^[ ]*(?:_{8,}|\.{12,}|…{4,})[ ]*(?=\n[^\n_]*\S)", re.MULTILINE)


def both_places(
    text: Text, first: Sequence[str], second: Sequence[str]
) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Where two parties sign at the end; None for a party without such a place.

    A bare name needs something beside it that asks for a signature, or the other party's bare name.
    """
    ones, others = signing_lines(text, first), signing_lines(text, second)
    for one in reversed(ones):
        for other in reversed(others):
            if one != other and abs(one[0] - other[0]) <= _PAIR_REACH:
                return one, other
    return _cued(text, ones), _cued(text, others)


def _cued(text: Text, places: list[tuple[int, int]]) -> tuple[int, int] | None:
    for start, end in reversed(places):
        if _CUE.search(text.text, max(0, start - _NEAR // 4), min(len(text.text), end + _NEAR)) is not None:
            return start, end
    return None


def _loosely(word: str) -> str:
    """A word with any blanks between its letters; longer names without regard to case."""
    letters = [re.escape(character) for character in word if not character.isspace()]
    if not word.isascii():
        return r"[ ]*".join(letters).replace("乙", "[乙已己]")
    pattern = r"[ ]?".join(letters)
    return f"(?i:{pattern})" if len(letters) >= _FULL_NAME else pattern
