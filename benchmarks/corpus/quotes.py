"""Whether each stated fact's quote stands in the document at its place, and holds the value it proves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from presign.facts.fact import Fact, FactBook
from presign.facts.normalise import normalise
from presign.facts.quantities.dates import find_dates
from presign.facts.quantities.money import find_money
from presign.facts.quantities.money_words import find_money_words
from presign.facts.quantities.number_words import NUMBER_WORDS, read_english_number
from presign.facts.quantities.numerals import NUMERAL, read_chinese_number
from presign.parsers.document import Document
from presign.values import Money, Quantity, Rate, State, Unit, Value

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_HAN = re.compile(rf"(?:{NUMERAL}){{1,24}}")
_FRACTION = re.compile(rf"((?:{NUMERAL}){{1,4}})分之((?:{NUMERAL}){{1,4}})")
_WORDS = re.compile(NUMBER_WORDS, re.IGNORECASE)
_SUMS = frozenset(("contract.line_total",))
"""Added up from all that is quoted."""
NAMES = frozenset(("party.buyer_name", "party.seller_name", "contract.number", "contract.title"))


def misplaced(document: Document, book: FactBook) -> Iterator[str]:
    """The stated facts with a quote that doesn't stand where it says."""
    blocks = {block.index: block.text for block in document.blocks}
    for fact in book.facts.values():
        for each in fact.evidence:
            if blocks.get(each.block, "")[each.start : each.end] != each.quote:
                yield fact.name
                break


def unproven(book: FactBook, derived: frozenset[str]) -> Iterator[str]:
    """The stated facts whose quotes don't hold their value; those that are worked out from others aren't asked."""
    for fact in book.facts.values():
        if fact.state is State.STATED and fact.evidence and fact.name not in derived and not _holds(fact):
            yield fact.name


def _holds(fact: Fact) -> bool:
    said = normalise(" ".join(each.quote for each in fact.evidence))[0]
    value = fact.value
    counted = isinstance(value, Quantity) and value.unit is Unit.NUMBER
    if counted or fact.name in _SUMS:
        return True
    if isinstance(value, str) and fact.name in NAMES:
        return _bare(value) in _bare(said)
    if isinstance(value, Money | Quantity | Rate | date):
        return _said(value, said)
    return True


def _said(value: Value, said: str) -> bool:
    match value:
        case date():
            return any(found.value == value for found in find_dates(said))
        case Money(amount, _):
            money = (*find_money(said), *find_money_words(said))
            return any(found.value.amount == amount for found in money) or _among(amount, said, 1, 1000, 10_000)
        case Quantity(amount, _):
            # Two years are 24 months, three weeks 21 days, twelve months of credit 360 days.
            return not amount or _among(amount, said, 1, 7, 12, *((30,) if amount >= 60 else ()))
        case Rate(percent, _):
            # 5‰ and 万分之五 are said as 5.
            return _among(percent, said, 1, 10, 100)
        case _:
            return True


def _among(amount: Decimal, said: str, *multiples: int) -> bool:
    numbers = set(_numbers(said))
    return any(amount * factor in numbers or amount / factor in numbers for factor in multiples)


def _numbers(said: str) -> Iterator[Decimal]:
    for digits in _DIGITS.findall(said):
        yield Decimal(digits.replace(",", ""))
    for match in _FRACTION.finditer(said):
        whole, part = (read_chinese_number(each) for each in match.groups())
        if whole and part:
            yield part * 100 / whole
    for read, pattern in ((read_chinese_number, _HAN), (read_english_number, _WORDS)):
        for match in pattern.finditer(said):
            number = read(match[0])
            if number is not None:
                yield number


def _bare(text: str) -> str:
    return re.sub(r"\W", "", normalise(text)[0]).lower()
