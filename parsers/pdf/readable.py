"""Character codes of a PDF as the signs a reader sees, and which of them mean nothing."""

from __future__ import annotations

import re
import unicodedata

from ..docx.symbols import symbol

_PDFIUM_HYPHEN = "\x02"
_SYMBOL_FONTS = ("wingdings 3", "wingdings 2", "wingdings", "webdings", "symbol")
_UNMAPPED = re.compile(r"\(cid:\d{1,5}\)")
"""How other programs write a character whose meaning they don't know; then it stands in the text as such."""


_ODD = re.compile(r"[^ -~\u00a1-\u2027\u202a-\u2eff\u2fd6-\ud7ff\uf900-\ufffc\U00010000-\U000effff]")


def is_odd(text: str) -> bool:
    """Whether some sign of a text isn't what `readable` makes of it, or has no meaning."""
    return _ODD.search(text) is not None


def readable(code: int, font: str) -> str:
    """The sign of a code in a font; U+FFFD when there is none.

    Kangxi radicals, which bad fonts give for whole characters, become these.
    """
    text = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    if text in (_PDFIUM_HYPHEN, "\ufffe"):
        return "-"
    if text in "\r\n\t\u00a0\u2028\u2029":
        return " "
    if text < " " or "\x7f" <= text <= "\x9f":
        return "\ufffd"
    if 0x2F00 <= code <= 0x2FD5:
        return unicodedata.normalize("NFKC", text)
    if 0xF000 <= code <= 0xF0FF:
        return symbol(f"{code:X}", next((name for name in _SYMBOL_FONTS if name in font), None))
    return text


def is_garbled(text: str) -> bool:
    """Whether a sign has no meaning known outside its font."""
    # The private area below F000 holds no symbol font's characters: a font of its own, with a secret code.
    return text == "\ufffd" or "\ue000" <= text < "\uf000" or "\uf100" <= text <= "\uf8ff" or text >= "\U000f0000"


def unmapped(text: str) -> int:
    """How many characters of a text are the words `(cid:…)` in the place of unknown ones."""
    return sum(len(found) for found in _UNMAPPED.findall(text))
