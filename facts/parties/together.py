"""Where a paper says who its parties are together: A and B may each be referred to as a "Party", jointly "Parties"."""

from __future__ import annotations

from functools import lru_cache

from .. import regexes as re
from ..text import Stretch, Text

_QUOTE = r"(?:[\"'?]|``|'')"
_NAMED = (
    rf"(?:{_QUOTE}(?:an?|the)?[ ]?|(?<=as )(?:an? |the )?{_QUOTE}?(?:the )?)"
    rf"(?i:Part(?:y|ies)){_QUOTE}?[.,]?{_QUOTE}"
)
_TOGETHER = re.compile(
    rf"{_NAMED}(?:[^.;()\n]{{0,60}}?{_NAMED})?|{_QUOTE}(?:[A-Z][\w&-]*[ ])Parties[.,]?{_QUOTE}"
    r"|(?<=\()[a-z ]{0,40}referred to (?:[a-z]+ ){0,3}as (?:the )?Parties(?=\))"
)
_ABBREVIATED = re.compile(r"(?:\b(?:Inc|Ltd|Co|Corp|No|S\.A|B\.V|L\.P|L\.L\.C)|\b[A-Z])$")
_IS_DEFINED = re.compile(r"\s*(?:shall |will )?(?:means?|refers?|has|have)\b")
_WITHIN = 6000
_REACH = 220
_CUT = re.compile(r"[.;:()\n]")


@lru_cache(maxsize=8)
def together(text: Text) -> Stretch | None:
    """The words that give the parties their common name, the sentence they stand in cut at a bracket; None without."""
    found = _TOGETHER.finditer(text.text, 0, _WITHIN)
    # "Party" means either party: a list of definitions names nobody.
    match = next((one for one in found if _IS_DEFINED.match(text.text, one.end()) is None), None)
    if match is None:
        return None
    low = max(0, match.start() - _REACH)
    start = low
    for cut in _CUT.finditer(text.text, low, match.start()):
        if cut.group() != "." or _ABBREVIATED.search(text.text, low, cut.start()) is None:
            start = cut.end()
    while start < match.start() and text.text[start] in " \t,-\u00ad":
        start += 1
    return Stretch(start, match.end(), text.text[start : match.end()])
