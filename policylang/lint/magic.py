"""Numbers with a unit that stand in a rule, where a parameter would say what they are and until when they hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ...policylang import tree
from ...values import Money, Quantity, Rate, Unit, Value
from ..core import Parameter, Texts
from ..keywords import KEYWORDS
from ..literals import write_literal
from .model import Check, Finding, Snippet, Subject
from .walk import atoms, conditions, expressions

_CONVERSIONS = frozenset(
    (unit, Decimal(amount))
    for unit, amounts in ((Unit.DAYS, (7, 30, 31, 360, 365, 366)), (Unit.MONTHS, (3, 12)), (Unit.HOURS, (24,)))
    for amount in amounts
)
"""The measures of weeks, months, quarters, years and days: what is multiplied or divided by them isn't limited."""
_UPPER, _LOWER = ("<", "<="), (">", ">=")


@dataclass(frozen=True, slots=True)
class _Found:
    literal: tree.Literal
    name: str
    """A name for the parameter it should be."""


def magic_numbers(subject: Subject) -> Iterator[Finding]:
    """L202: an amount, share, rate or period written into a rule."""
    file, language = subject.file, subject.file.module.language
    for node in file.conditional:
        for keyword, condition in conditions(node):
            for atom in atoms(condition):
                for found in _in(atom, keyword):
                    value = found.literal.value
                    if value is None or not _magic(value):
                        continue
                    written = write_literal(value, language)
                    same = _same(value, subject)
                    if same:
                        yield file.finding("L202n", found.literal.place, ("written", written), ("near", same))
                        continue
                    kinds = (("type_en", _type(value, "en")), ("type_zh", _type(value, "zh")))
                    yield file.finding("L202", found.literal.place, ("written", written), ("name", found.name), *kinds)


def _in(atom: tree.Condition, keyword: str) -> Iterator[_Found]:
    match atom:
        case tree.Comparison(operator, left, right):
            for side, other, sign in ((right, left, operator), (left, right, _turned(operator))):
                subject = next((each.text for each in expressions(other) if isinstance(each, tree.Name)), "")
                for literal in _thresholds(side):
                    yield _Found(literal, _name(subject, sign, keyword))
        case tree.Membership(subject, members):
            for each in members:
                if isinstance(each, tree.Literal):
                    yield _Found(each, _name(subject.text, "=", keyword))
        case _:
            pass


def _thresholds(node: tree.Expression) -> Iterator[tree.Literal]:
    """The literals of an expression, without those that turn one measure into another: `… / 30 days`."""
    for each in expressions(node):
        match each:
            case tree.Chain(operands, operators) if operators[0] in "*/":
                yield from (one for one in operands if isinstance(one, tree.Literal) and not _converts(one.value))
            case tree.Chain(operands):
                yield from (one for one in operands if isinstance(one, tree.Literal))
            case _:
                pass
    if isinstance(node, tree.Literal):
        yield node


def _converts(value: Value | None) -> bool:
    return isinstance(value, Quantity) and (value.unit, value.amount) in _CONVERSIONS


def _turned(operator: str) -> str:
    return operator.translate(str.maketrans("<>", "><"))


def _name(subject: str, operator: str, keyword: str) -> str:
    """`max_net_days` for `requires payment.net_days <= …`; a prohibition's sign reads the other way round."""
    last = subject.rsplit(".", 1)[-1] or "limit"
    last = last if last.isascii() else "limit"
    demanded = keyword in ("REQUIRES", "UNLESS", "WHEN")
    if keyword in ("REQUIRES", "FORBIDS", "UNLESS", "WHEN") and operator in _UPPER + _LOWER:
        return f"{'max' if (operator in _UPPER) is demanded else 'min'}_{last}"
    return f"{last}_threshold"


def _magic(value: Value) -> bool:
    """Nothing, one and everything aren't thresholds; plain numbers count things."""
    match value:
        case Money(amount) | Rate(amount):
            return abs(amount) not in (Decimal(0), Decimal(1))
        case Quantity(amount, unit):
            whole = unit is Unit.PERCENT and amount == 100
            return unit is not Unit.NUMBER and not whole and abs(amount) not in (Decimal(0), Decimal(1))
        case _:
            return False


def _same(value: Value, subject: Subject) -> str:
    """A parameter that has just this value: the author may have meant it."""
    return next((name for name, each in subject.program.parameters.items() if _only(each) == value), "")


def _only(parameter: Parameter) -> Value | None:
    if parameter.keys or len(parameter.versions) != 1:
        return None
    return parameter.versions[0].rows[0][1]


def _type(value: Value, language: str) -> str:
    match value:
        case Money():
            name = "money"
        case Rate():
            name = "rate"
        case Quantity(_, unit):
            name = unit.value
        case _:
            name = ""
    return next((word.spelled(language) for word in KEYWORDS if word.terminal == "TYPE" and word.value == name), name)


CHECKS = (
    Check(
        "L202",
        "magic-number",
        Texts(
            "Money, a percent, a rate or a period written into a condition of a rule. 0, 1 and 100% are left alone, "
            "and so are plain numbers, and `… / 30 days` that turns one measure into another.",
            "规则条件中直接写出金额、百分比、费率或期限。0、1、100%、不带单位的数以及换算用的 `… / 30 天` 除外。",
        ),
        Texts(
            "A parameter has a name, a source, a period in force and a day of review, and a company can set its own "
            "without touching the rule. No automatic fix: only the author knows what the number stands for.",
            "参数有名称、出处、施行期间和复核期限，公司可以另行设定而不改动规则。不自动修复：只有作者知道这个数代表什么。",
        ),
        magic_numbers,
        Snippet("  requires payment.net_days <= 45 days", "  requires payment.net_days <= max_days"),
    ),
)
