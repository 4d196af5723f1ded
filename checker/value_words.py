"""Values in the words of a language."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ..messages import catalogue, say
from ..policylang.core import Program, RecordType, Type
from ..values import Money, Per, Quantity, Rate, Record, Unit, Value

_CURRENCIES_ZH = {"USD": "美元", "EUR": "欧元", "HKD": "港元", "JPY": "日元", "GBP": "英镑"}
_UNITS_ZH = {
    Unit.NUMBER: "",
    Unit.PERCENT: "%",
    Unit.HOURS: "小时",
    Unit.DAYS: "日",
    Unit.WORKING_DAYS: "个工作日",
    Unit.MONTHS: "个月",
    Unit.YEARS: "年",
}
_PER_ZH = {Per.DAY: "每日", Per.MONTH: "每月", Per.YEAR: "每年", Per.ONCE: "一次性"}


def value_words(value: Value, type: Type | None, program: Program, language: str) -> str:
    """A value as a reader would write it; `type` names the kinds or record whose labels are used."""
    match value:
        case bool():
            return say("report.yes" if value else "report.no", language)
        case str():
            return _text(value, type, program, language)
        case Money(amount, currency):
            return _money(amount, currency, language)
        case Rate(percent, per):
            if language == "zh":
                return f"{_PER_ZH[per]}{number_words(percent)}%"
            return f"{number_words(percent)}% once" if per is Per.ONCE else f"{number_words(percent)}% per {per.value}"
        case Quantity(amount, unit):
            return _quantity(amount, unit, language)
        case date():
            return f"{value.year}年{value.month}月{value.day}日" if language == "zh" else value.isoformat()
        case Record(fields):
            record = program.records.get(type.name) if type is not None else None
            told = (_field_words(name, item, _field(record, name), program, language) for name, item in fields)
            return " ".join(words for words in told if words)
        case tuple():
            of = type.of if type is not None else None
            return ("、" if language == "zh" else ", ").join(value_words(each, of, program, language) for each in value)


def number_words(number: Decimal) -> str:
    """A number without an exponent or idle zeros, with four decimals at most."""
    shown = number if number == number.to_integral_value() else round(number, 4)
    text = f"{shown:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _text(value: str, type: Type | None, program: Program, language: str) -> str:
    members = program.members.get(type.name) if type is not None and type.name else None
    if members is None:
        return value
    label = members.labels.get(value)
    return (label.get(language) if label else "") or value.replace("_", " ")


def _field_words(name: str, item: Value, type: Type | None, program: Program, language: str) -> str:
    """A field of a record; a yes is told by the field's own word ("retention"), a no not at all."""
    if item is False:
        return ""
    if item is True:
        key = f"report.field_{name}"
        return say(key, language) if key in catalogue() else name.replace("_", " ")
    return value_words(item, type, program, language)


def _field(record: RecordType | None, name: str) -> Type | None:
    return dict(record.fields).get(name) if record is not None else None


def _money(amount: Decimal, currency: str, language: str) -> str:
    exponent = amount.as_tuple().exponent
    shown = f"{amount:,.2f}" if isinstance(exponent, int) and exponent >= -2 else f"{round(amount, 4):,f}"
    if language != "zh":
        return f"{currency} {shown}"
    if currency == "CNY":
        return f"人民币{shown}元"
    name = _CURRENCIES_ZH.get(currency)
    return f"{shown}{name}" if name else f"{currency} {shown}"


def _quantity(amount: Decimal, unit: Unit, language: str) -> str:
    number = number_words(amount)
    if language == "zh":
        return f"{number}{_UNITS_ZH[unit]}"
    match unit:
        case Unit.NUMBER:
            return number
        case Unit.PERCENT:
            return f"{number}%"
        case _:
            return f"{number} {unit.value[:-1] if amount == 1 else unit.value}"
