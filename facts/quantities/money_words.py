"""Amounts of money in words: 人民币壹拾万元整, Say US Dollars twelve thousand only."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from ...values import Money
from .. import regexes as re
from .currencies import WORDS
from .dollars import code_in
from .found import Found, in_order
from .number_words import NUMBER_WORDS, read_english_number, write_english_number
from .numerals import HAN_DIGITS, HAN_UNITS, NUMERAL, read_chinese_number, write_chinese_number

_CURRENCY = r"人民币|RMB|CNY|¥|USD|EUR|HKD|GBP|JPY|美元|美金|港币|港元|欧元|英镑|日元|新台币|澳元|加元|新加坡元"
_LEAD = rf"(?P<currency>{_CURRENCY})(?:\s?[(\[]?\s?大写\s?[)\]]?)?(?:金额)?\s?[:]?\s?"
# A grid leaves blanks between the numerals; a sum may mix digits in (35万9仟元 is read from the figures instead).
_NUMERALS = rf"(?<!{NUMERAL})(?P<number>{NUMERAL}(?:[ \t]?(?:{NUMERAL}|\d(?=[ \t]?[{HAN_UNITS}])))*+)"
_CHINESE = re.compile(
    rf"(?:{_LEAD})?{_NUMERALS}[ \t]?"
    r"(?P<unit>元人民币|美元|港元|欧元|日元|英镑|[元圆圓](?![件素旦宵器组钢形柱管满桶盘化]))?"
    rf"(?:[ \t]?(?:零|〇)?[ \t]?(?P<jiao>[{HAN_DIGITS}])[ \t]?角)?"
    rf"(?:[ \t]?(?:零|〇)?[ \t]?(?P<fen>[{HAN_DIGITS}])[ \t]?分(?!之))?[ \t]?(?P<whole>[整正])?"
)
_CENTS_ONLY = re.compile(
    rf"(?P<currency>人民币)?(?<!{NUMERAL})(?P<jiao>[{HAN_DIGITS}])角(?![形度尺色])(?:(?P<fen>[{HAN_DIGITS}])分)?[整正]?"
    rf"|人民币(?P<only>[{HAN_DIGITS}])分"
)
_CODES = {
    "人民币": "CNY", "RMB": "CNY", "CNY": "CNY", "¥": "CNY", "美元": "USD", "美金": "USD", "港币": "HKD", "港元": "HKD",
    "欧元": "EUR", "英镑": "GBP", "日元": "JPY", "新台币": "TWD", "澳元": "AUD", "加元": "CAD", "新加坡元": "SGD",
    "元人民币": "CNY", "USD": "USD", "EUR": "EUR", "HKD": "HKD", "GBP": "GBP", "JPY": "JPY",
}  # fmt: skip

_CENT_WORDS = (
    rf"(?:\s{{1,2}}(?:and\s)?(?:(?:cents\s)(?P<cents_after>{NUMBER_WORDS})|(?P<cents>{NUMBER_WORDS})\scents?"
    r"|(?P<hundredths>\d\d)/100))"
)
_ENGLISH = re.compile(
    rf"(?:(?P<before>{WORDS})[\s:]{{1,3}})?(?P<number>{NUMBER_WORDS})"
    rf"(?:{_CENT_WORDS})?(?:\s{{1,3}}(?P<after>{WORDS}))?(?(after)(?:\s(?:and\s)?(?P<tail>{NUMBER_WORDS})\scents?)?|)"
)


def find_money_words(text: str, start: int = 0, end: int | None = None) -> list[Found[Money]]:
    """Amounts in Chinese capitals or small numerals, and in English words, with their currency.

    元 alone is the renminbi. Words that are no well-formed number, or could be two, are left out.
    """
    end = len(text) if end is None else end
    return in_order([*_chinese(text, start, end), *_english(text, start, end)])


def _chinese(text: str, start: int, end: int) -> Iterator[Found[Money]]:
    for match in _CHINESE.finditer(text, start, end):
        mark = match["unit"] if match["unit"] not in (None, "元", "圆", "圓") else match["currency"]
        if not match["unit"] and not (match["currency"] and match["whole"]):
            continue
        number = read_chinese_number(re.sub(r"\s", "", match["number"]))
        if number is None:
            continue
        amount = number + _digit(match["jiao"]) / 10 + _digit(match["fen"]) / 100
        yield Found(match.start(), match.end(), Money(amount, _CODES[mark] if mark else "CNY"))
    for match in _CENTS_ONLY.finditer(text, start, end):
        amount = _digit(match["jiao"]) / 10 + _digit(match["fen"] or match["only"]) / 100
        yield Found(match.start(), match.end(), Money(amount, "CNY"))


def _digit(numeral: str | None) -> Decimal:
    return (read_chinese_number(numeral) or Decimal(0)) if numeral else Decimal(0)


def _english(text: str, start: int, end: int) -> Iterator[Found[Money]]:
    for match in _ENGLISH.finditer(text, start, end):
        mark = match["after"] or match["before"]
        number = read_english_number(match["number"]) if mark else None
        if mark is None or number is None:
            continue
        codes = {code_in(each, text) for each in (match["before"], match["after"]) if each}
        cents = match["cents"] or match["cents_after"] or match["tail"]
        part = read_english_number(cents) if cents else Decimal(match["hundredths"] or 0)
        if len(codes) > 1 or part is None or part >= 100:
            continue
        yield Found(match.start(), match.end(), Money(number + part / 100, code_in(mark, text)))


def write_chinese_money(amount: Decimal, currency_name: str = "人民币") -> str:
    """An amount in capitals as the rules for bills and vouchers ask (正确填写票据和结算凭证的基本规定).

    107000.53 is 人民币壹拾万柒仟元零伍角叁分. Rounded to fen, halves up. Raises ValueError for a negative amount or one
    of 10^16 and more.
    """
    fen = int((amount * 100).to_integral_value(ROUND_HALF_UP))
    yuan, rest = divmod(fen, 100)
    jiao, fen = divmod(rest, 10)
    words = write_chinese_number(yuan, capital=True) + "元" if yuan or not rest else ""
    if not rest:
        return f"{currency_name}{words}整"
    if words and (jiao == 0 or yuan % 10 == 0):
        words += "零"
    if jiao:
        words += write_chinese_number(jiao, capital=True) + "角"
    words += write_chinese_number(fen, capital=True) + "分" if fen else "整"
    return currency_name + words


def write_english_money(amount: Decimal, currency_name: str = "US Dollars") -> str:
    """An amount in English words: `US Dollars twelve thousand three hundred and forty and cents fifty only`.

    Raises ValueError as `write_english_number` does.
    """
    cents = int((amount * 100).to_integral_value(ROUND_HALF_UP))
    whole, rest = divmod(cents, 100)
    words = f"{currency_name} {write_english_number(whole)}"
    return f"{words} and cents {write_english_number(rest)} only" if rest else f"{words} only"
