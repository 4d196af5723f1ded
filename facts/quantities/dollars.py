"""Whose money a mark means that several countries use: a bare $ in an English text, FCFA, the letters R, P and N.

The dollars are those of the one country that the text names them after, else the US ones.
"""

from __future__ import annotations

from functools import lru_cache

from .. import regexes as re
from .currencies import code_of

# $ means the dollars the text says it means.
_SAID = re.compile(
    r"(?i:\bdollar amounts?|\breferences? to (?:currency|dollars?|money|[\"']?\$)|[\"']\$[\"']"
    r"|\b(?:amounts?|sums?|prices?|fees|payments?|currency|rates?))(?:(?!\bU\.?S\b|United States)[^.;\n]){0,120}?"
    r"\b(?P<whose>Canadian|Australian|Singapore|New Zealand|Hong Kong)\s(?i:dollars?|currency|funds)"
)
_AMERICAN = re.compile(
    r"\bUSD?\$?\b|\bU\.\s?S\.|\bUS\$|United States|\bAmerican?\b|\bInc\.|\bL\.?L\.?C\b|\bDelaware\b|\bCalifornia\b"
    r"|\bNew York\b"
)
_HOMES = re.compile(
    r"(?P<AUD>\bA\.?B\.?N\.?[ :]{1,2}\d|\bA\.?C\.?N\.?[ :]{1,2}\d|\bP(?:ty|TY)\.?\s(?:Ltd|LTD|Limited)|\bAustralian?\b"
    r"|\bNew South Wales\b|\bQueensland\b|\bNSW\b)"
    r"|(?P<CAD>\bCanadian?\b|\bCanada\b|\bOntario\b|\bBritish Columbia\b|\bAlberta\b|\bQu[eé]bec\b|\bSaskatchewan\b"
    r"|\bCDN\b)"
    r"|(?P<NZD>\bNew Zealand\b|\bNZBN\b)"
    r"|(?P<SGD>\bSingapore\b|\bPte\.?\s(?:Ltd|LTD|Limited))"
    r"|(?P<HKD>\bHong Kong\b)"
)
_CODES = {"Canadian": "CAD", "Australian": "AUD", "Singapore": "SGD", "New Zealand": "NZD", "Hong Kong": "HKD"}
OTHER_DOLLARS = tuple(_CODES.values())
"""The codes of dollars that aren't American."""
# $55 CAD: in one text all $ are the same.
_BESIDE = re.compile(rf"\$\s?\d[\d,.]*\s?(?P<code>{'|'.join(OTHER_DOLLARS)})(?![A-Za-z])")
_HAN = re.compile(r"[\u3400-\u9fff]")
_FEWEST = 2


@lru_cache(maxsize=16)
def dollars_of(text: str) -> str:
    """The ISO 4217 code of a bare $ in a text. USD unless the text says otherwise, or all of it plays in one country.

    Singapore and Hong Kong trade in US dollars as often as in their own: there it must be said.
    """
    if _HAN.search(text) is not None:
        return "USD"
    if (said := _SAID.search(text)) is not None:
        return _CODES[said["whose"]]
    if (beside := _BESIDE.search(text)) is not None:
        return beside["code"]
    if _AMERICAN.search(text) is not None:
        return "USD"
    homes = [match.lastgroup for match in _HOMES.finditer(text)]
    if len(homes) >= _FEWEST and len(set(homes)) == 1 and homes[0] in ("AUD", "CAD", "NZD"):
        return str(homes[0])
    return "USD"


_AT_HOME = {
    "R": re.compile(r"South Africa|\(P(?:ty|TY)\)|\bRands?\b|\bZAR\b"),
    "N": re.compile(r"Nigeria|(?i:\bnaira\b)|\bNGN\b|\bLagos\b|\bAbuja\b"),
    "P": re.compile(r"Philippine|\b(?:Pesos?|PESOS?|PHP|Php)\b"),
}
_CENTRAL_AFRICA = re.compile(
    r"(?i)\b(?:cameroo?u?n|douala|yaound[eé]|gabon|libreville|congo|brazzaville|chad|tchad|xaf)\b"
)


@lru_cache(maxsize=16)
def is_money_letter(letter: str, text: str) -> bool:
    """Whether R, P or N before an amount is rand, peso or naira: the text names the country or its money."""
    return _AT_HOME[letter].search(text) is not None


def code_in(mark: str, text: str) -> str:
    """The ISO 4217 code of a mark of money in a text: of one that several countries use, the one the text means."""
    plain = " ".join(mark.lower().split())
    if plain in ("$", "dollars", "dollar"):
        return dollars_of(text)
    return francs_of(text) if plain in ("fcfa", "f cfa") else code_of(mark)


@lru_cache(maxsize=16)
def francs_of(text: str) -> str:
    """The ISO 4217 code of FCFA: the franc of Central Africa where the text plays there, else that of West Africa."""
    return "XAF" if _CENTRAL_AFRICA.search(text) is not None else "XOF"
