"""Chinese numerals, capital (壹贰叁) and small (一二三), simplified and traditional, mixed as people mix them."""

from __future__ import annotations

from decimal import Decimal

from .. import regexes as re

_VARIANTS = str.maketrans(
    "壹弌贰貳弍两兩叁叄參参弎肆伍陆陸柒漆捌玖〇○拾佰仟萬億點廿卅幺",
    "一一二二二二二三三三三三四五六六七七八九零零十百千万亿点念丗一",
)
_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")}
_SMALL_UNITS = {"十": 10, "百": 100, "千": 1000}
_TOKEN = re.compile(r"\d+(?:\.\d+)?|.", re.DOTALL)

HAN_DIGITS = "零〇○一二三四五六七八九壹贰叁肆伍陆柒捌玖两貳參叄参陸兩弍漆"
HAN_UNITS = "十百千万亿拾佰仟萬億"
NUMERAL = rf"[{HAN_DIGITS}{HAN_UNITS}廿卅]"
"""One character of a Chinese numeral."""

_LIMIT = 40


def read_chinese_number(words: str) -> Decimal | None:
    """The number Chinese numerals stand for, or None when they are malformed or could mean two numbers.

    Arabic digits may take the place of numerals (3万5千). Digits without units are read one by one (二〇二六); two of
    them (三五天) are an approximation, and `一百五` may be 105 or 150: both give None.
    """
    words = words.translate(_VARIANTS).replace("念", "二十").replace("丗", "三十")
    if not words or len(words) > _LIMIT:
        return None
    if "点" in words:
        return _with_point(words)
    if all(character in _DIGITS for character in words):
        return _digit_by_digit(words)
    return _Sum(form=re.search(r"零[百千万]", words) is not None).read(_TOKEN.findall(words))


def _digit_by_digit(words: str) -> Decimal | None:
    if len(words) == 2 and "零" not in words:
        return None
    return Decimal("".join(str(_DIGITS[character]) for character in words))


def _with_point(words: str) -> Decimal | None:
    whole, _, fraction = words.partition("点")
    unit = Decimal(1)
    if fraction and fraction[-1] in "百千万亿":
        unit = Decimal({"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}[fraction[-1]])
        fraction = fraction[:-1]
    left = read_chinese_number(whole)
    if left is None or not fraction or any(character not in _DIGITS for character in fraction):
        return None
    return (left + Decimal("0." + "".join(str(_DIGITS[character]) for character in fraction))) * unit


class _Sum:
    """Adds up numerals from left to right. `form` says that every unit is written, as on a printed form (零佰零拾)."""

    def __init__(self, form: bool) -> None:
        self._form = form
        self._total = Decimal(0)
        self._myriads = Decimal(0)
        self._section = Decimal(0)
        self._digit: Decimal | None = None
        self._last_unit = 10_000
        self._zero = False
        self._big_seen = ""

    def read(self, tokens: list[str]) -> Decimal | None:
        """The sum, or None."""
        for token in tokens:
            if not self._take(token):
                return None
        if self._digit is not None and not self._may_end():
            return None
        return self._total + self._myriads + self._section + (self._digit or 0)

    def _take(self, token: str) -> bool:
        if token == "零":
            self._zero = True
            return self._digit is None
        if token in _SMALL_UNITS:
            return self._small_unit(_SMALL_UNITS[token])
        if token in "万亿":
            return self._big_unit(token)
        value = Decimal(token) if token[0].isdecimal() else _digit(token)
        if value is None or self._digit is not None:
            return False
        self._digit = value
        return True

    def _small_unit(self, unit: int) -> bool:
        digit = self._digit
        if digit is None:
            if self._zero:
                # 一千零十五 is sloppy for 1015, a form's 零拾伍 is 5.
                if unit == 10 and not self._form:
                    return False
                digit = Decimal(0)
            elif unit == 10:
                digit = Decimal(1)
            else:
                return False
        if unit >= self._last_unit:
            return False
        self._section += digit * unit
        self._last_unit, self._digit, self._zero = unit, None, False
        return True

    def _big_unit(self, unit: str) -> bool:
        if self._digit is not None:
            if not (self._zero or self._last_unit == 10 or self._section == 0):
                return False
            self._section += self._digit
        if self._section == 0 and not self._zero and not (unit == "亿" and self._myriads):
            return False
        if unit in self._big_seen or (unit == "亿" and self._total):
            return False
        if unit == "万":
            self._myriads = self._section * 10_000
            self._big_seen += unit
        else:
            self._total = (self._myriads + self._section) * 100_000_000
            self._myriads, self._big_seen = Decimal(0), unit
        self._section, self._digit, self._last_unit, self._zero = Decimal(0), None, 10_000, False
        return True

    def _may_end(self) -> bool:
        started = self._section != 0 or self._big_seen
        whole_section = self._digit is not None and self._section == 0 and self._digit >= 1000
        return not started or self._zero or self._last_unit == 10 or whole_section


def _digit(token: str) -> Decimal | None:
    return Decimal(_DIGITS[token]) if token in _DIGITS else None


_CAPITAL = "零壹贰叁肆伍陆柒捌玖"
_LOWER = "零一二三四五六七八九"


def write_chinese_number(number: int, capital: bool = False) -> str:
    """A whole number below 10^16 in numerals: 107000 is 十万七千, with `capital` 壹拾万柒仟.

    Raises ValueError for a negative or larger number.
    """
    if not 0 <= number < 10**16:
        raise ValueError("only whole numbers from 0 up to 10^16 have numerals")
    if number == 0:
        return "零"
    sections: list[tuple[int, str]] = []
    for unit in ("", "万", "亿", "万亿"):
        sections.append((number % 10_000, unit))
        number //= 10_000
    low = sections[2][0]
    words, gap = "", False
    for value, unit in reversed(sections):
        if value == 0:
            gap = bool(words)
            continue
        name = "万" if unit == "万亿" and low else unit
        words += ("零" if words and (gap or value < 1000) else "") + _section(value, capital) + name
        gap = False
    if not capital and words.startswith("一十"):
        words = words[1:]
    return words


def _section(value: int, capital: bool) -> str:
    digits = _CAPITAL if capital else _LOWER
    words, gap = "", False
    for power, unit in (
        (1000, "仟" if capital else "千"),
        (100, "佰" if capital else "百"),
        (10, "拾" if capital else "十"),
        (1, ""),
    ):
        digit = value // power % 10
        if digit == 0:
            gap = bool(words)
            continue
        words += ("零" if gap else "") + digits[digit] + unit
        gap = False
    return words
