"""How the cells of each field are read. Cells that come again and again are read once."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from ...facts.quantities.currencies import AFTER, BEFORE, code_of
from .cells import Wrong, plain_text, read_amount, read_day, read_whole, read_yes_no, wrong
from .kinds import Field, Form
from .names import number_key

_PLAIN_DIGITS = 15
_CUT = re.compile(r"[0-9](?:\.[0-9]+)?E\+[0-9]{2}")
Stored = int | str | date | bool | None
Reader = Callable[[str], Stored | Wrong]
"""Reads a cell; an empty one is None."""
Amount = tuple[int, str | None]
"""Ten-thousandths, and the currency written beside them."""


def reader_of(each: Field) -> Reader:
    """What reads the cells of a field; amounts are read by `amount_reader`."""
    match each.form:
        case Form.DAY:
            return _once(read_day)
        case Form.WHOLE:
            return _once(read_whole)
        case Form.YES_NO:
            return _once(read_yes_no)
        case Form.CURRENCY:
            return _once(_currency)
        case Form.NUMBER:
            return _once(lambda cell: _short(number_key(cell), each.longest, ("text",)))
        case Form.WORD:
            words = each.words or {}
            return _once(lambda cell: words.get(cell.casefold().replace(" ", "_")) or wrong("ledger.bad_word", cell))
        case _:
            return text_reader(each.longest)


def amount_reader(scale: int) -> Callable[[str], Amount | Wrong | None]:
    """What reads the cells of a column of amounts in units of `scale`."""

    def read(cell: str) -> Amount | Wrong | None:
        text = plain_text(cell)
        return read_amount(text, scale) if text else None

    def read_plain(cell: str) -> Amount | Wrong | None:
        # Most amounts are figures with two decimals and nothing else.
        digits = cell[:-3] + cell[-2:]
        if cell[-3:-2] == "." and 2 < len(digits) <= _PLAIN_DIGITS and digits.isdecimal() and digits.isascii():
            return int(digits) * 100, None
        return read(cell)

    return read_plain if scale == 1 else read


def text_reader(longest: int) -> Reader:
    """What reads texts of at most `longest` characters."""

    def read(cell: str) -> str | Wrong | None:
        text = plain_text(cell)
        return text or None if len(text) <= longest and text[-4:-2] != "E+" else _short(text, longest)

    return read


def _once(reader: Callable[[str], Stored | Wrong]) -> Reader:
    @lru_cache(maxsize=20_000)
    def read(cell: str) -> Stored | Wrong:
        text = plain_text(cell)
        return reader(text) if text else None

    return read


def _short(text: str, longest: int, private: tuple[str, ...] = ()) -> str | Wrong | None:
    if len(text) > longest:
        return wrong("ledger.too_long_text", text, limit=str(longest), private=private)
    # A spreadsheet keeps 15 digits of a number: the others of an account or a document are lost.
    return wrong("ledger.cut_number", text) if _CUT.fullmatch(text) else text or None


def _currency(cell: str) -> str | Wrong:
    if re.fullmatch(r"[A-Z]{3}", cell):
        return "CNY" if cell == "RMB" else cell
    match = re.fullmatch(rf"{BEFORE}|{AFTER}", cell.replace("￥", "¥"))
    return code_of(match[0]) if match else wrong("ledger.bad_currency", cell)
