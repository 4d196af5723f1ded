"""What fills the placeholders of a letter, from contract, case and plan; what they don't say stays blank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from ...checker.fill import type_of
from ...checker.value_words import value_words
from ...collection.charge import Charge, NoCharge, charge
from ...collection.deadlines import Kind
from ...collection.guarantor import guarantor_name
from ...collection.law import working_day_before
from ...collection.plan import Instalment, Plan, Step
from ...facts.fact import Evidence, Fact
from ...messages import say
from ...policylang.core import Program
from ...values import Money, State
from ..plan_words import buyer_name, statutes
from ..quotes import one_line
from .consequence import consequences
from .equation import equation
from .fill import Blank, Filling, Values

_CLAUSE_NUMBER = re.compile(r"^\s*(?:第[\d一二三四五六七八九十百]+条|\d+(?:\.\d+)*[.、]?)\s*")


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the debt: what for, the day it was agreed for, the last day it could be paid on, the amount."""

    what: str
    due: date
    payable: date
    amount: Money
    of_contract: bool = True
    """Whether it is owed under the letter's contract, whose charge it then bears."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter to be filled: its kind and day, the instalment and the step that calls for it."""

    kind: str
    day: date
    one: Instalment
    step: Step
    plan: Plan
    program: Program
    language: str
    items: tuple[Item, ...]

    def blank(self, what: str) -> Blank:
        """The mark of a value nobody gave."""
        named = say(f"letters.what_{what}", self.language)
        return Blank(say("letters.blank", self.language, (("what", named),)))

    def words(self, value: Money | date) -> str:
        """A value in the letter's language."""
        return value_words(value, None, self.program, self.language)


def letter_values(letter: Letter) -> Values:
    """The values of all placeholders outside the table."""
    return dict((*_parties(letter), *_debt(letter), *_law(letter)))


def letter_rows(letter: Letter) -> tuple[Values, ...]:
    """The values of the table, a line for each item."""
    return tuple(dict(_row(letter, item)) for item in letter.items)


def _parties(letter: Letter) -> Iterator[tuple[str, Filling]]:
    book = letter.plan.document.facts
    yield "seller", _fact(letter, "party.seller_name", "seller")
    yield "buyer", buyer_name(book) or letter.blank("buyer")
    yield "buyer_address", _fact(letter, "party.buyer_address", "buyer_address")
    yield "guarantor", guarantor_name(book) or letter.blank("guarantor")
    yield "contract_title", _fact(letter, "contract.title", "contract_title")
    yield "contract_number", _fact(letter, "contract.number", "contract_number")
    yield "contract_date", _fact(letter, "contract.sign_date", "contract_date")
    yield "price", _fact(letter, "contract.amount", "price")
    account = book["party.payee_account_complete"]
    whole = account.state is State.STATED and account.value is True
    yield "account", _quotes(account.evidence, "\n") if whole and account.evidence else letter.blank("account")
    yield "owner", letter.step.owner or letter.plan.owner or letter.blank("owner")
    yield "date", letter.words(letter.day)


def _debt(letter: Letter) -> Iterator[tuple[str, Filling]]:
    found = _charges(letter)
    debt = _sum([item.amount for item in letter.items])
    yield "debt", letter.words(debt)
    told = [equation(each, letter.program, letter.language) for each in found]
    yield "charge_equation", "；".join(told) if letter.language == "zh" else "; ".join(told)
    if all(isinstance(each, Charge) for each in found):
        charged = _sum([each.amount for each in found if isinstance(each, Charge)])
        yield "charge", letter.words(charged)
        yield "total", letter.words(Money(debt.amount + charged.amount, debt.currency))
    elif all(each is NoCharge.WAIVED for each in found):
        yield "charge", say("letters.uncharged_waived", letter.language)
        yield "total", letter.words(debt)
    else:
        yield "charge", letter.blank("charge")
        yield "total", letter.blank("total")
    clause = letter.plan.document.facts["remedy.late_fee_present"]
    if clause.state is State.ABSENT:
        yield "charge_clause", say("letters.no_clause", letter.language)
    else:
        stated = clause.value is True and clause.evidence
        yield "charge_clause", _quotes(clause.evidence) if stated else letter.blank("charge_clause")
    deadline = _deadline(letter)
    yield "deadline", letter.words(deadline) if deadline is not None else letter.blank("deadline")


def _law(letter: Letter) -> Iterator[tuple[str, Filling]]:
    plan, one, language = letter.plan, letter.one, letter.language
    book, prc = plan.document.facts, plan.law.prc
    yield "consequence", consequences(plan, one, language)
    basis = statutes(letter.step.basis, language) if letter.step.basis else say("letters.other_law", language)
    yield "legal_basis", basis
    demanded = (("basis", statutes(("CC-195",), language)),)
    yield "limitation_note", _sentence(say("letters.limitation_note", language, demanded), language) if prc else ""
    deemed = book["payment.reconciliation_deemed"]
    quote = _quotes(deemed.evidence) if deemed.value is True else ""
    told = _sentence(say("letters.deemed_note", language, (("quote", quote),)), language)
    yield "deemed_note", told if quote else ""
    yield "forum", _fact(letter, "dispute.forum", "forum")
    guarantee = book["security.guarantee_present"]
    given = guarantee.value is True and guarantee.evidence
    yield "guarantee_clause", _quotes(guarantee.evidence) if given else letter.blank("guarantee_clause")
    ends = {each.kind: each.last for each in one.deadlines}
    last = ends.get(Kind.GUARANTEE_CLAIM) or ends.get(Kind.GUARANTEE_SUIT)
    yield "guarantee_deadline", letter.words(last) if last else letter.blank("guarantee_deadline")
    limit = ends.get(Kind.LIMITATION)
    yield "limitation", letter.words(limit) if limit else letter.blank("limitation")
    yield "evidence", _sentence(say("letters.evidence", language), language)


def _row(letter: Letter, item: Item) -> Iterator[tuple[str, Filling]]:
    found = _charge(letter, item)
    yield "what", item.what
    yield "due", letter.words(item.due)
    yield "amount", letter.words(item.amount)
    yield "days_late", str(max(0, (letter.day - item.payable).days))
    if isinstance(found, Charge):
        yield "charge", letter.words(found.amount)
    else:
        yield "charge", "–" if found is NoCharge.WAIVED else letter.blank("charge")


def _charges(letter: Letter) -> list[Charge | NoCharge]:
    return [_charge(letter, item) for item in letter.items if item.of_contract]


def _charge(letter: Letter, item: Item) -> Charge | NoCharge:
    if not item.of_contract:
        return NoCharge.WAIVED
    return charge(letter.plan.document.facts, item.amount, item.payable, letter.day)


def _deadline(letter: Letter) -> date | None:
    """The day to pay by: before due the due day itself, afterwards the last working day before the next step."""
    if letter.kind == "reminder":
        return letter.one.flow.due
    later = [step.day for step in letter.one.steps if step.day > letter.day]
    if not later:
        return None
    day = working_day_before(min(later) - timedelta(days=1), letter.plan.law.calendar)
    return day if day > letter.day else None


def _fact(letter: Letter, name: str, what: str) -> Filling:
    fact: Fact = letter.plan.document.facts[name]
    if fact.state is not State.STATED or fact.value is None:
        return letter.blank(what)
    return value_words(fact.value, type_of(name, letter.program), letter.program, letter.language)


def _quotes(evidence: tuple[Evidence, ...], between: str = " ") -> str:
    """The contract's own words, each once, without the number of the clause they begin with."""
    words = (_CLAUSE_NUMBER.sub("", one_line(each.quote)) for each in evidence)
    return between.join(dict.fromkeys(word for word in words if word))


def _sentence(text: str, language: str) -> str:
    """A message of the catalogue as a sentence of a letter."""
    if text.endswith(("。", ".", "；", ";")):
        text = text[:-1]
    return f"{text}。" if language == "zh" else f"{text[:1].upper()}{text[1:]}."


def _sum(amounts: list[Money]) -> Money:
    """The sum of amounts in one currency, which the items of a letter are in."""
    return Money(sum((each.amount for each in amounts), Decimal(0)), amounts[0].currency)
