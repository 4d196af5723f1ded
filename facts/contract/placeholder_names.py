"""What a placeholder is called, and in which notation it is written."""

from __future__ import annotations

import unicodedata

from .. import regexes as re

_NOTATIONS = (
    ("double_braces", re.compile(r"\{\{(?P<name>[^{}]+)\}\}")),
    ("dollar", re.compile(r"\$\{(?P<name>[^{}]+)\}")),
    ("braces", re.compile(r"\{(?P<name>[^{}]+)\}")),
    ("percent", re.compile(r"<%=?(?P<name>[^%]+)%>")),
    ("double_brackets", re.compile(r"\[\[(?P<name>[^\[\]]+)\]\]")),
    ("angle", re.compile(r"<<(?P<name>[^<>]+)>>")),
    ("guillemets", re.compile(r"«(?P<name>[^»]+)»")),
    ("brackets", re.compile(r"\[(?P<name>[^\[\]]*)\]?")),
    ("parentheses", re.compile(r"\((?P<name>[^()]*)\)")),
)
_ORDER = re.compile(
    r"(?i:^(?:please )?(?:insert|fill in|fill|describe|enter|specify|add below|select"
    r"|to be (?:inserted|filled in|confirmed|agreed|specified)|drafting note|tbd|tba|redacted|omitted)\b[: ]*(?:the )?)"
    r"|^(?:请|此处)?(?:填写|填入|插入)[: ]*"
    r"|^(?:待填写?|待定|此处)[: ]*"
)
_MASK = re.compile(r"[●•■·.…*_#?×/\-–—\s]+")
_SAME = re.compile(r"[\s_\-./·的之]+")


def name_of(written: str) -> str:
    """The name in a placeholder as it is written; empty for `[●]`, `____` and what only orders to fill something in."""
    for _, pattern in _NOTATIONS:
        match = pattern.fullmatch(written.strip())
        if match is not None:
            name = _ORDER.sub("", match["name"].strip(" _")).strip(" _")
            return "" if not _MASK.sub("", name) or re.fullmatch(r"[Xx]+", name) else name
    return ""


def notation_of(written: str) -> str:
    """The notation of a placeholder that has a name; `blank` for rules, dots, empty brackets and gaps."""
    if name_of(written):
        return next(kind for kind, pattern in _NOTATIONS if pattern.fullmatch(written.strip()))
    return "blank"


def name_key(name: str) -> str:
    """What makes two spellings one name: widths, letter case, separators and Chinese particles don't count."""
    return _SAME.sub("", unicodedata.normalize("NFKC", name)).casefold()


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in Latin letters: `buyerName`, `buyer_name` and `Buyer Name` have two."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return tuple(word.casefold() for word in re.findall(r"[A-Za-z]+|\d+", apart))


def one_slip(one: str, other: str) -> bool:
    """Whether two names differ by one slip of the pen: in one word of four letters or more, which begins alike.

    A slip is a letter too many, too few or wrong, or two that changed places. Numbers and Chinese signs carry meaning.
    """
    left, right = words_of(one), words_of(other)
    if len(left) != len(right) or not (one + other).isascii():
        return False
    apart = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    if len(apart) != 1:
        return False
    a, b = apart[0]
    return min(len(a), len(b)) >= 4 and a.isalpha() and b.isalpha() and a[0] == b[0] and _distance_one(a, b)


def _distance_one(one: str, other: str) -> bool:
    if len(one) == len(other):
        apart = [at for at in range(len(one)) if one[at] != other[at]]
        swapped = len(apart) == 2 and apart[1] == apart[0] + 1
        return len(apart) == 1 or (swapped and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]])
    shorter, longer = sorted((one, other), key=len)
    return len(longer) == len(shorter) + 1 and any(
        longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))
    )
