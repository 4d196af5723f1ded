"""Clauses of forms that were never written: a heading, and then nothing but a line to write on or an empty cell."""

from __future__ import annotations

from functools import lru_cache

from ...parsers.document import Kind
from .. import regexes as re
from ..sentence_tools import Hit, Passage, passages, passages_with
from ..text import Text
from .blank_forms import FORMS

_LEAD = re.compile(
    r"^[\s│|(]*(?:第?[ ]?[一二三四五六七八九十百\d]{1,4}[ ]?[条章节、.,)]|\([一二三四五六七八九十\d]{1,3}\)"
    r"|[①-⑳]|\d(?=[\u3400-\u9fff]))?[ \t]*"
)
_TAIL = re.compile(r"(?:[\s:：_│|\u2500\u2501\u2014.…-]|(?<=[\s_]{3})。)+$")
_IN_TAIL = re.compile(r"[\s:：_│|\u2500\u2501\u2014.…。-]")
# "六、结算方式及期限:" and then only spaces up to a full stop; or nothing but a field of the template.
_GAP = re.compile(r":[ ]{4,}。?\s*$")
_LABEL = re.compile(r":\s*$|\((?:章|盖章|签章)\)|经办人|(?:金额|单价|备注|日期)\s*$")
_RULE = re.compile(r"^[\s_\u2500\u2501\u2014-]{4,}$")


def heading_of(words: str) -> str:
    """The words of a line without its number, its colon and the line to write on behind it."""
    lead = _LEAD.match(words)
    plain = words[lead.end() :] if lead is not None else words
    return _TAIL.sub("", plain) if _IN_TAIL.match(plain[-1:]) is not None else plain


def empty_clause(text: Text, heading: re.Pattern[str]) -> Hit | None:
    """The heading of a clause whose content is still a blank, if a clause with such a heading is."""
    lines = _lines(text)
    likely = {passage.index for passage in passages_with(text, heading)}
    for at, (passage, start, words) in enumerate(lines):
        if passage.index not in likely:
            continue
        field = _field_behind(words)
        if not heading.search(heading_of(words if field is None else words[:field])):
            continue
        if field is not None or _GAP.search(words) is not None:
            return Hit(passage, start, start + len(words))
        ruled = _TAIL.search(words)
        if ruled is not None and re.search(r"_{2,}|[\u2500\u2501]{2,}", ruled[0]):
            return Hit(passage, start, start + len(words))
        if words.rstrip().endswith(":") and text.block_at(passage.start).kind is Kind.CELL:
            return Hit(passage, start, start + len(words))
        if at + 1 < len(lines) and (
            _RULE.match(lines[at + 1][2]) or _is_field(lines[at + 1][2]) or _is_empty_cell(lines, at)
        ):
            return Hit(passage, start, start + len(words))
    return None


@lru_cache(maxsize=4)
def _lines(text: Text) -> list[tuple[Passage, int, str]]:
    return [line for passage in passages(text) for line in _cells(passage)]


def _is_field(words: str) -> bool:
    """Whether a line holds nothing but one blank."""
    return FORMS.fullmatch(words.strip().rstrip("。;,")) is not None


def _field_behind(words: str) -> int | None:
    """Where the field begins that fills the whole place behind a heading's colon; None without one."""
    colon = words.find(":")
    return colon + 1 if colon >= 0 and _is_field(words[colon + 1 :]) else None


def _cells(passage: Passage) -> list[tuple[Passage, int, str]]:
    """The cells of a table row, or the passage as one."""
    found: list[tuple[Passage, int, str]] = []
    start = 0
    for words in passage.text.split("\t"):
        found.append((passage, start, words))
        start += len(words) + 1
    return found


def _is_empty_cell(lines: list[tuple[Passage, int, str]], at: int) -> bool:
    passage, _, words = lines[at]
    in_row = "\t" in passage.text
    following = lines[at + 1]
    if not in_row:
        return False
    # A label beside a label: the place between them was never filled.
    return not heading_of(following[2]) or words.rstrip().endswith(":") or _LABEL.search(following[2]) is not None
