"""Parts of a whole in percent, cut and not rounded: what isn't reached doesn't look reached."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal

_TENTH = Decimal("0.1")


def share(part: int, whole: int) -> Decimal:
    """`part` of `whole` in percent; of nothing, all of it."""
    return Decimal(100) * part / whole if whole else Decimal(100)


def share_text(part: int, whole: int) -> str:
    """The share with one decimal."""
    found = share(part, whole).quantize(_TENTH, ROUND_DOWN)
    return f"{found:f}".removesuffix(".0")


def cut(text: str, most: int = 60) -> str:
    """A text short enough for a title."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
