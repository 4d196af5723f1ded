"""Characters of Word's symbol fonts as the Unicode characters they show."""

from __future__ import annotations

from .styles import Look

_CIRCLED = {0x80 + number: chr(0x2460 + number - 1) for number in range(1, 11)}
_FONTS: dict[str, dict[int, str]] = {
    "wingdings": {
        0x6F: "☐", 0x70: "☐", 0x71: "☐", 0x72: "☐", 0x78: "☒", 0xA8: "☐", 0xFC: "✓", 0xFB: "✗", 0xFD: "☒", 0xFE: "☑",
        0x6C: "●", 0x6E: "■", 0x75: "◆", 0x9F: "•", 0xA7: "▪", 0xD8: "➢", 0xE0: "→", 0xDF: "←", 0x28: "☎",
        0x2A: "✉", **_CIRCLED,
    },
    "wingdings 2": {
        0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x53: "☒", 0x51: "☒", 0x54: "☒", 0xA3: "☐", 0xA2: "■", 0x2A: "☐", 0x30: "☐",
    },
    "wingdings 3": {},
    "webdings": {0x63: "☐", 0x61: "✓", 0x72: "✗", 0x67: "■", 0x6E: "●"},
    "symbol": {
        0xB7: "•", 0xB3: "≥", 0xA3: "≤", 0xB4: "×", 0xD7: "⋅", 0xB1: "±", 0xB9: "≠", 0xBB: "≈", 0xB8: "÷", 0xB0: "°",
        0xA5: "∞", 0x2D: "−", 0x53: "Σ", 0x61: "α", 0x62: "β", 0x6D: "μ", 0x57: "Ω", 0x44: "Δ", 0xD2: "®", 0xD3: "©",
        0xD4: "™",
    },
}  # fmt: skip


def symbol(code: str | None, font: str | None) -> str:
    """The character of a `w:sym`: its hexadecimal code in a font. An unknown one keeps its own code."""
    try:
        number = int(code or "", 16)
    except ValueError:
        return ""
    if not 0 < number < 0x110000 or 0xD800 <= number < 0xE000:
        return ""
    return _shown(number, font)


def is_symbol_font(name: str | None) -> bool:
    """Whether a font shows signs in place of letters."""
    return name is not None and name.lower() in _FONTS


def plain(text: str, look: Look) -> str:
    """Text of a run with the characters of symbol fonts made readable."""
    known = is_symbol_font(look.font)
    if not known and not any("\uf020" <= character <= "\uf0ff" for character in text):
        return text
    return "".join(_shown(ord(character), look.font if known else None) for character in text)


def _shown(number: int, font: str | None) -> str:
    # Word keeps symbol fonts in the private area from F000; a font left out there is Wingdings nearly always.
    private = 0xF000 <= number <= 0xF0FF
    if not private and number > 0xFF:
        return chr(number)
    name = (font or ("wingdings" if private else "")).lower()
    return _FONTS.get(name, {}).get(number & 0xFF, chr(number))
