"""Characters that don't belong in a policy, named for what they are."""

from __future__ import annotations

import unicodedata

from .places import Mistake
from .tree import Place

_BIDI = {chr(code) for code in (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))}
_INVISIBLE = {chr(code) for code in (0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x180E)}
_CURRENCY = {"$": "USD", "¥": "CNY", "￥": "CNY", "€": "EUR", "£": "GBP"}
# Letters of other scripts that look like a Latin one (Unicode TR39, the ones found in practice).
_LOOKALIKE = dict(
    zip(
        "АВЕКМНОРСТХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧοѵԁɡ",
        "ABEKMHOPCTXaeopcyxijsABEZHIKMNOPTYXovdg",
        strict=True,
    )
)


def describe(character: str, place: Place, word: str = "") -> Mistake:
    """The diagnostic of a character that can't stand where it does; `word` is the name it stands in."""
    code = f"U+{ord(character[0]):04X}"
    name = unicodedata.name(character[0], "unnamed").lower()
    values = (("code", code), ("name", name))
    if character in _BIDI:
        return Mistake("E120", place, values)
    if character in _INVISIBLE or unicodedata.category(character[0]) in ("Cf", "Cc", "Co", "Cs"):
        return Mistake("E121", place, values)
    if character in _CURRENCY:
        return Mistake("E122", place, (("found", character), ("currency", _CURRENCY[character])))
    plain = unicodedata.normalize("NFKC", character)
    if plain != character and plain.isascii() and plain.isalnum():
        return Mistake("E123", place, (("found", character), ("right", plain), *values))
    if character in _LOOKALIKE:
        return Mistake("E124", place, (("found", character), ("right", _LOOKALIKE[character]), *values))
    if character in "'‘’`":
        return Mistake("E125", place, (("found", character),))
    return Mistake("E116", place, (("found", word or character), *values))
