"""Mistakes of writing, each recognised by where the parser stood and what stands there."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from .characters import describe
from .keywords import CLAUSES, DECLARATIONS, KEYWORDS, OPERATORS, PUNCTUATION
from .lexer import Token
from .places import Mistake, Values
from .synonyms import meant

_CLAUSES = {word.terminal for word in CLAUSES} - {"EN", "ZH", "UNTIL"}
_WORDS = {word.terminal: word for word in reversed(KEYWORDS)}
_SIGNS = {terminal: sign for sign, terminal in reversed(PUNCTUATION.items())}
_COMPARES = {"EQ", "NE", "LT", "LE", "GT", "GE"}
_NAMED = {"FACT", "PARAMETER", "SCALE", "KINDS", "RECORD", "BY", "ALIAS", "ANY", "ALL", "FOLD"}
_SOFT = {
    "TYPE",
    "STAGE",
    "OWNER",
    "SOURCE",
    "LABEL",
    "SIDE",
    "CALENDAR",
    "TEXT",
    "VERSION",
    "MESSAGE",
    "BASIS",
    "SEVERITY",
}
"""Words that may stand for a name (`word` in the grammar)."""
_ENDS = _CLAUSES | {"AND", "OR", "$END", "RPAR"}
_SIGNED = _COMPARES | {
    "PLUS",
    "MINUS",
    "TIMES",
    "OVER",
    "AND",
    "OR",
    "NOT",
    "APPLIES",
    "REQUIRES",
    "FORBIDS",
    "CONTAINS",
}
_CELLS = {"NAME", "LITERAL", "DATE", "STRING", "YES_NO", "ANY", "UP_TO", "ABOVE", "BELOW", "AT_LEAST"} | _COMPARES
_STATES = {word.en.removeprefix("is "): word for word in OPERATORS if word.en.startswith("is ")}
_STATES_ZH = {word.zh: word for word in _STATES.values()}
_GLUED = sorted((word for word in KEYWORDS if len(word.zh) > 1), key=lambda word: -len(word.zh))
_SYNONYMS = {"true": "is yes", "false": "is no", "missing": "is absent", "empty": "is absent", "known": "is stated"}
_MEANT = {"==": "=", "<>": "!=", "=<": "<=", "=>": ">=", "<=": "<=", ">=": ">="}
_UNITS = ("days", "working days", "months", "years", "hours", "天", "个工作日", "个月", "年", "小时", "元", "万元")
_CLASSES: dict[str, Values] = {
    "NAME": (("en", "a name"), ("zh", "名称")),
    "ID": (("en", "a rule's number"), ("zh", "规则编号")),
    "STRING": (("en", "a text in quotes"), ("zh", "带引号的文本")),
    "LITERAL": (("en", "a value"), ("zh", "数值")),
    "DATE": (("en", "a date"), ("zh", "日期")),
    "YES_NO": (("en", "`yes` or `no`"), ("zh", "`是` 或 `否`")),
    "STATE": (("en", "`is stated`"), ("zh", "`已载明`")),
    "TYPE": (("en", "a type"), ("zh", "类型")),
    "$END": (("en", "the next declaration"), ("zh", "下一个声明")),
}


def of_characters(chunk: Sequence[Token]) -> Mistake | None:
    """A character that can't stand where it does, or a text without its end."""
    for token in chunk:
        if token.type == "OPEN":
            start = token.place[0]
            return Mistake("E115", (start, start + 1), (("quote", "」" if token.text[0] == "「" else token.text[0]),))
        if token.type == "OTHER":
            return describe(token.text, token.place)
        if token.type in ("NAME", "ID") and not token.text.isascii():
            for at, character in enumerate(token.text):
                if not character.isascii() and not _is_han(character):
                    start = token.place[0] + at
                    return describe(character, (start, start + 1), token.text)
    return None


def _is_han(character: str) -> bool:
    return unicodedata.name(character, "").startswith("CJK UNIFIED") or character == "〇"


def before_any(token: Token) -> Mistake:
    """Something stands before the first declaration."""
    near = meant(token.text, DECLARATIONS)
    if near:
        return Mistake("E112", token.place, (("found", token.text), ("near", near)))
    return Mistake("E109", token.place, (("found", token.text),))


def of_syntax(chunk: Sequence[Token], at: int, accepts: set[str]) -> Mistake:
    """What is wrong with the token at which the parser stopped, given the terminals that could stand there."""
    token = chunk[at]
    before = chunk[at - 1] if at else token
    place = before.place if token.type == "$END" else token.place
    known = (
        _of_misspelling(chunk, at, accepts)
        or _of_operators(chunk, at, accepts)
        or _of_blanks(chunk, at)
        or _of_brackets(chunk, at, accepts)
        or _of_conditions(chunk, at, accepts)
        or _of_names(chunk, at, accepts)
        or _of_rows(chunk, at, accepts)
        or _of_clauses(chunk, at, accepts)
    )
    if known:
        return known
    values = (*_expected(accepts), ("found", token.text))
    return Mistake("E102" if token.type == "$END" else "E101", place, values)


def _of_misspelling(chunk: Sequence[Token], at: int, accepts: set[str]) -> Mistake | None:
    token = chunk[at]
    if token.type != "NAME" or (token.text == "is" and "STATE" in accepts):
        return None
    choices = [_WORDS[each] for each in sorted(accepts) if each in _WORDS]
    near = meant(token.text, (*choices, *DECLARATIONS) if "$END" in accepts else choices)
    return Mistake("E112", token.place, (("found", token.text), ("near", near))) if near else None


def _of_operators(chunk: Sequence[Token], at: int, accepts: set[str]) -> Mistake | None:
    token, before = chunk[at], chunk[at - 1]
    if token.type == "ARROW" and "GE" in accepts and "ARROW" not in accepts:
        return Mistake("E111", token.place, (("found", token.text), ("right", ">=")))
    if token.type in _COMPARES and before.type in _COMPARES:
        right = _MEANT.get(before.text + token.text, "")
        between = " " * (before.place[1] < token.place[0])
        if right:
            found = ("found", before.text + between + token.text)
            return Mistake("E111", (before.place[0], token.place[1]), (found, ("right", right)))
    if token.type == "IN" and "ONE_OF" in accepts:
        return Mistake("E129", token.place)
    if token.type == "COLON" and "COLON" not in accepts:
        return Mistake("E131", token.place)
    if token.type in _COMPARES and not accepts & _COMPARES and accepts & {"AND", "$END"}:
        return Mistake("E106", token.place, (("found", token.text),))
    return None


def _of_brackets(chunk: Sequence[Token], at: int, accepts: set[str]) -> Mistake | None:
    token = chunk[at]
    opened = [each for each in chunk[:at] if each.type in ("LPAR", "RPAR")]
    depth = sum(1 if each.type == "LPAR" else -1 for each in opened)
    if token.type == "RPAR" and depth <= 0:
        return Mistake("E114", token.place)
    if "RPAR" in accepts and depth > 0 and token.type in _CLAUSES | {"$END"}:
        unmatched: list[Token] = []
        for each in opened:
            if each.type == "LPAR":
                unmatched.append(each)
            elif unmatched:
                unmatched.pop()
        return Mistake("E113", unmatched[-1].place)
    return None


def _of_conditions(chunk: Sequence[Token], at: int, accepts: set[str]) -> Mistake | None:
    token, before = chunk[at], chunk[at - 1]
    after = chunk[at + 1] if at + 1 < len(chunk) else token
    if token.text in ("is", "是") and token.type in ("NAME", "YES_NO") and "STATE" in accepts:
        words = " ".join(each.text for each in chunk[at + 1 : at + 3] if each.type in ("NAME", "NOT", "YES_NO"))
        near = get_close_matches(words, _STATES, n=1) or get_close_matches(after.text, _STATES, n=1)
        # sorted by table order: `载明` is as near to `未载明` as to `已载明`, and the plain word comes first
        near = [_SYNONYMS[after.text]] if after.text in _SYNONYMS else [_STATES[each].en for each in near]
        near = near or sorted(get_close_matches(after.text, _STATES_ZH, n=3), key=[*_STATES_ZH].index)
        place = (token.place[0], after.place[1]) if after.type != "$END" else token.place
        if near:
            return Mistake("E105", place, (("found", after.text), ("near", near[0])))
        return Mistake("E104", place, (("found", after.text),))
    soft = before.type in _SOFT and at > 1 and chunk[at - 2].type in _SIGNED
    if (token.type in _ENDS and before.type in _SIGNED) or soft:
        sign = chunk[at - 2] if soft else before
        return Mistake("E127", sign.place, (("found", sign.text),))
    if before.type == "LITERAL" and token.type == "NAME" and before.text[-1:].isdigit():
        near = get_close_matches(token.text, _UNITS, n=1)
        values = (("found", token.text), ("number", before.text), ("near", near[0] if near else "days"))
        return Mistake("E108", token.place, values)
    if accepts & _COMPARES and "STATE" in accepts and token.type == "NAME":
        return Mistake("E134", token.place, (("found", token.text),))
    if accepts & _COMPARES and at > 3 and chunk[at - 2].type == "OR" and chunk[at - 4].type == "EQ":
        either = (("one", chunk[at - 3].text), ("other", before.text))
        return Mistake("E135", (chunk[at - 2].place[0], before.place[1]), either)
    if accepts & _COMPARES and "STATE" in accepts and token.type in _ENDS:
        return Mistake("E107", before.place, (("found", before.text),))
    return None


def _of_blanks(chunk: Sequence[Token], at: int) -> Mistake | None:
    """A Chinese keyword written without a blank between it and a name."""
    for token in chunk[max(0, at - 1) : at + 1]:
        if token.type != "NAME" or token.text.isascii():
            continue
        for word in _GLUED:
            text = word.zh.replace(" ", "")
            rest = token.text.removeprefix(text) if token is chunk[at] else token.text.removesuffix(text)
            if rest != token.text:
                right = f"{text} {rest}" if token is chunk[at] else f"{rest} {text}"
                return Mistake("E128", token.place, (("found", token.text), ("keyword", text), ("right", right)))
    return None


def _of_names(chunk: Sequence[Token], at: int, accepts: set[str]) -> Mistake | None:
    token, before = chunk[at], chunk[at - 1]
    if before.type in ("RULE", "EXAMPLE") and token.type != "ID":
        return Mistake("E110", token.place, (("found", token.text or before.text),))
    if before.type == "ID" and chunk[at - 2].type == "RULE":
        return Mistake("E133", before.place, (("rule", before.text),))
    if before.type == "UNLESS":
        return Mistake("E132", before.place, (("found", before.text),))
    if "COMMA" in accepts and before.type == token.type == "NAME":
        return Mistake("E130", token.place, (("found", token.text),))
    reserved = token.value if token.type == "$END" else token.type
    if "NAME" in accepts and before.type in _NAMED and reserved in _WORDS:
        return Mistake("E103", token.place, (("found", token.text),))
    return None


def _of_rows(chunk: Sequence[Token], at: int, accepts: set[str]) -> Mistake | None:
    """A row without its end, a cell that is meant to take anything, a file's name that isn't in quotes."""
    token, before = chunk[at], chunk[at - 1]
    if chunk[0].type == "USE" and at == 1:
        return Mistake("E137", token.place)
    if token.type == "TIMES" and "ANY" in accepts:
        return Mistake("E136", token.place, (("found", token.text),))
    if before.type == "MINUS" and chunk[at - 2].type == "BAR":
        return Mistake("E136", before.place, (("found", before.text),))
    if before.type == "BAR" and "$END" in accepts and token.type in _CELLS:
        return Mistake("E138", before.place)
    return None


def _of_clauses(chunk: Sequence[Token], at: int, accepts: set[str]) -> Mistake | None:
    token = chunk[at]
    if token.type == "IN" and "IN_FORCE_FROM" in accepts:
        return Mistake("E112", token.place, (("found", token.text), ("near", "in force from")))
    if token.type in _CLAUSES and "$END" in accepts:
        own = [word for word in CLAUSES if word.terminal in accepts and word.terminal in _CLAUSES]
        values = (
            ("found", token.text),
            ("declaration", chunk[0].text),
            ("clauses_en", _list(word.en for word in own)),
            ("clauses_zh", "、".join(f"`{word.zh}`" for word in own)),
        )
        return Mistake("E118", token.place, values)
    return None


def _expected(accepts: set[str]) -> Values:
    english: list[str] = []
    chinese: list[str] = []
    for terminal in sorted(accepts, key=lambda each: (each not in _CLASSES, each)):
        if terminal in _CLASSES:
            words = dict(_CLASSES[terminal])
            english.append(words["en"])
            chinese.append(words["zh"])
        elif terminal in _SIGNS:
            english.append(f"`{_SIGNS[terminal]}`")
            chinese.append(f"`{_SIGNS[terminal]}`")
        elif not ("NAME" in accepts and terminal in _SOFT):
            english.append(f"`{_WORDS[terminal].en}`")
            chinese.append(f"`{_WORDS[terminal].zh}`")
    return (("expected_en", _some(english, ", ", " or ")), ("expected_zh", _some(chinese, "、", "或")))


def _some(words: list[str], comma: str, last: str) -> str:
    shown = words[:6] + (["…"] if len(words) > 6 else [])
    return shown[0] if len(shown) == 1 else comma.join(shown[:-1]) + last + shown[-1] if shown else "…"


def _list(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)
