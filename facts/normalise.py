"""Characters made comparable (full-width, compatibility forms, radicals), with the index of each one's origin."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from . import regexes as re

# Punctuation that readers match in one form. NFKC already turns ，：；（）％￥０-９ and the ideographic space to ASCII.
_SAME = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "「": '"',
        "」": '"',
        "‘": "'",
        "’": "'",
        "–": "-",
        "—": "-",
        "―": "-",
        "−": "-",
        "〔": "[",
        "〕": "]",
        "【": "[",
        "】": "]",
        "￥": "¥",
        "\u00a0": " ",
        "\u200b": None,
        "\u200c": None,
        "\u200d": None,
        "\ufeff": None,
        "\u00ad": None,
    }
)

# The CJK radicals U+2E81 to U+2EF3 in their order, which stand for whole characters in badly made PDFs; NFKC leaves
# almost all of them alone (Unicode, EquivalentUnifiedIdeograph.txt; U+2E9A isn't assigned).
_FIRST_RADICAL = 0x2E81
_UNIFIED = (
    "厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑𫜹忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀"
    "聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)
_RADICALS = {chr(_FIRST_RADICAL + at): character for at, character in enumerate(_UNIFIED)}

# NFKC would glue these to a number beside them: ①30 is not 130, 2½ not 21/2, m² no 2 of its own.
_ENCLOSED = (
    {chr(0x2460 + at): f"({at + 1})" for at in range(20)}
    | {chr(0x3251 + at): f"({at + 21})" for at in range(15)}
    | {chr(0x32B1 + at): f"({at + 36})" for at in range(15)}
    | {chr(0x2488 + at): f"{at + 1}. " for at in range(20)}
    | {"⓪": "(0)"}
)
_RAISED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉")
_FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75", "⅛": ".125"}

# Chinese words set in bold by Markdown in a plain text; asterisks in brackets or behind a currency are redactions.
_BOLD = re.compile(r"(?<![*\[$])\*\*(?=[^*\n]{0,80}[\u3400-\u9fff])[^*\s\[][^*\n]{0,80}\*\*(?![*\]])")
# A tab is a column of the layout, one blank between Han characters isn't.
_BETWEEN_HAN = re.compile(r"(?<=[\u3400-\u9fff〇]) (?=[\u3400-\u9fff〇])")


@lru_cache(maxsize=8192)
def _one(character: str) -> str:
    if character in _ENCLOSED:
        return _ENCLOSED[character]
    if character in _RAISED:
        return character
    return unicodedata.normalize("NFKC", _RADICALS.get(character, character)).translate(_SAME)


def _fraction(character: str, before: str) -> str:
    """½ as decimals of the number it stands behind."""
    return _FRACTIONS[character] if before.isdecimal() else "0" + _FRACTIONS[character]


_MOST_KEPT = 20_000


class _Alone(dict[str, str]):
    """Each character in comparable form when that is one character, two blanks when it isn't or depends on others."""

    def __missing__(self, character: str) -> str:
        shown = character if character.isascii() else _one(character)
        alone = shown if len(shown) == 1 and character not in _FRACTIONS else "  "
        if len(self) < _MOST_KEPT:
            self[character] = alone
        return alone


_ALONE = _Alone()


def normalise(original: str) -> tuple[str, Sequence[int]]:
    """Normalised text, and for each of its characters the index of the original one it came from.

    The index list has one more entry, the length of `original`, so that an exclusive end maps too. A single
    blank between two Han characters is layout, not a word boundary, and is dropped.
    """
    text = "".join([_ALONE[character] for character in original])
    back: Sequence[int] = range(len(original) + 1)
    if len(text) != len(original):
        text, back = _one_by_one(original)
    drop = {match.start() for match in _BETWEEN_HAN.finditer(text)} if " " in text else set()
    if "**" in text:
        drop |= {
            at
            for bold in _BOLD.finditer(text)
            for at in (*range(bold.start(), bold.start() + 2), *range(bold.end() - 2, bold.end()))
        }
    if drop:
        back = [index for position, index in enumerate(back) if position not in drop]
        text = "".join(character for position, character in enumerate(text) if position not in drop)
    return text, back


def _one_by_one(original: str) -> tuple[str, list[int]]:
    characters: list[str] = []
    back: list[int] = []
    for index, character in enumerate(original):
        if character in _FRACTIONS:
            shown = _fraction(character, characters[-1] if characters else "")
        else:
            shown = character if character.isascii() else _one(character)
        for out in shown:
            characters.append(out)
            back.append(index)
    back.append(len(original))
    return "".join(characters), back
