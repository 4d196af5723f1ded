"""Numbers as Word's automatic numbering prints them (ECMA-376 part 1, 17.18.59 ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable

_SIMPLE = "〇一二三四五六七八九"
_LEGAL_SIMPLIFIED = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
             "twelve": "twelfth"}  # fmt: skip


def format_number(number: int, form: str) -> str:
    """A number in one of Word's formats; decimal for a format this list doesn't have, or a number out of its range."""
    if form == "none":
        return ""
    printer = _FORMATS.get(form)
    printed = printer(number) if printer is not None and 0 <= number < 10_000 else ""
    return printed or str(number)


def _letters(number: int) -> str:
    # After z comes aa, then bb: the letter is repeated, not counted in base 26.
    return chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= 780 else ""


def _roman(number: int) -> str:
    printed = ""
    for size, letters in _ROMAN:
        count, number = divmod(number, size)
        printed += letters * count
    return printed


def _digits(number: int, digits: str = _SIMPLE) -> str:
    return "".join(digits[int(digit)] for digit in str(number))


def _counting(number: int, digits: str, units: str, bare: bool, zero: str) -> str:
    """Chinese positional numerals below 10,000; `bare` leaves out the one of a leading ten (十一, not 一十一)."""
    if number == 0:
        return digits[0]
    printed, skipped = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit == 0:
            skipped = bool(printed)
            continue
        if skipped:
            printed += zero
        skipped = False
        silent = bare and digit == 1 and power == 1 and not printed
        printed += ("" if silent else digits[digit]) + (units[power - 1] if power else "")
    return printed


def _chinese(number: int) -> str:
    return _counting(number, _SIMPLE, "十百千", True, "零")


def _chinese_short(number: int) -> str:
    return _chinese(number) if number < 100 else _digits(number)


def _japanese(number: int) -> str:
    printed = _counting(number, _SIMPLE, "十百千", True, "")
    for unit in "十百千":
        printed = printed.replace(f"一{unit}", unit)
    return printed


def _run(first: str, start: int, last: int) -> Callable[[int], str]:
    return lambda number: chr(ord(first) + number - start) if start <= number <= last else ""


def _from(characters: str) -> Callable[[int], str]:
    return lambda number: characters[number - 1] if 0 < number <= len(characters) else ""


def _full_width(number: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


def _suffix(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _words(number: int) -> str:
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return "" if tens > 9 else _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")


def _ordinal_words(number: int) -> str:
    head, dash, last = _words(number).rpartition("-")
    if not last:
        return ""
    ordinal = _ORDINALS.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return head + dash + ordinal


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "ordinal": _suffix,
    "cardinalText": lambda number: _words(number).capitalize(),
    "ordinalText": lambda number: _ordinal_words(number).capitalize(),
    "numberInDash": lambda number: f"- {number} -",
    "chineseCounting": _chinese_short,
    "chineseCountingThousand": _chinese,
    "taiwaneseCounting": _chinese_short,
    "taiwaneseCountingThousand": _chinese,
    "taiwaneseDigital": _digits,
    "ideographDigital": _digits,
    "japaneseCounting": _japanese,
    "japaneseDigitalTenThousand": _digits,
    "japaneseLegal": lambda number: _counting(number, "零壱弐参四伍六七八九", "拾百阡", False, ""),
    "chineseLegalSimplified": lambda number: _counting(number, _LEGAL_SIMPLIFIED, "拾佰仟", False, "零"),
    "ideographLegalTraditional": lambda number: _counting(number, _LEGAL_TRADITIONAL, "拾佰仟", False, "零"),
    "ideographTraditional": _from(_STEMS),
    "ideographZodiac": _from(_BRANCHES),
    "ideographEnclosedCircle": _from("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "decimalEnclosedCircle": _run("①", 1, 20),
    "decimalEnclosedCircleChinese": _run("①", 1, 20),
    "decimalEnclosedParen": _run("⑴", 1, 20),
    "decimalEnclosedFullstop": _run("⒈", 1, 20),
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalHalfWidth": str,
}
