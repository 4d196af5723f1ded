"""A small program, a two-block contract and its facts, for the tests of the checker."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from presign.checker.check import check_document
from presign.checker.report import DocumentReport, Finding
from presign.facts.fact import Evidence, Fact, FactBook, stated
from presign.parsers.document import Block, Document, Kind, Location, Media
from presign.policylang import core
from presign.policylang.compiler import compile_program
from presign.policylang.core import Blocker, Comparison, Severity, Sort, Texts, Type
from presign.values import Money, Quantity, State, Unit

AS_OF = date(2026, 3, 2)
DAYS, GRADE, YES_NO, MONEY, TEXT, DATE = (
    Type(Sort.DAYS),
    Type(Sort.SCALE, "grade"),
    Type(Sort.YES_NO),
    Type(Sort.MONEY),
    Type(Sort.TEXT),
    Type(Sort.DATE),
)
ANCHOR = Type(Sort.KINDS, "anchor")
TYPES = {
    "payment.net_days": DAYS,
    "payment.anchor": ANCHOR,
    "customer.grade": GRADE,
    "security.present": YES_NO,
    "contract.amount": MONEY,
    "contract.sign_date": DATE,
    "late.present": YES_NO,
}


def days(amount: int) -> Quantity:
    return Quantity(Decimal(amount), Unit.DAYS)


def fact(name: str) -> core.FactValue:
    return core.FactValue(name, TYPES[name])


MAX_DAYS = core.Parameter(
    "max_days",
    DAYS,
    (fact("customer.grade"),),
    (core.ParameterVersion(core.Period(date(2026, 1, 1)), None, ((("A",), days(60)), (("B",), days(45)))),),
)
CREDIT = core.Rule(
    "CRT-01",
    Texts("credit too long", "账期过长"),
    Severity.HIGH,
    core.HasState(fact("payment.anchor"), State.STATED),
    (core.Compare(Comparison.LE, fact("payment.net_days"), core.ParameterValue("max_days", DAYS)),),
    (),
    (core.Excuse("secured", core.SaysYes(fact("security.present"), True)),),
    blockers=(Blocker.ARBITRARY_CREDIT, Blocker.WEAK_CONTROL),
    message=Texts(
        "{payment.net_days} from {payment.anchor} for {contract.amount}; grade {customer.grade} allows {max_days}",
        "{payment.anchor}后{payment.net_days}付{contract.amount}；{customer.grade}级上限{max_days}",
    ),
)
LATE = core.Rule(
    "DEF-01",
    Texts("no late charge", "无逾期责任"),
    Severity.BLOCK,
    core.All(()),
    (core.SaysYes(fact("late.present"), True),),
    (),
    blockers=(Blocker.WEAK_CONTROL,),
)
GRADED = core.Rule(
    "CUS-01",
    Texts("no grade", "未分级"),
    Severity.LOW,
    core.All(()),
    (core.Present(fact("customer.grade")),),
    (),
    undecided_is_violated=True,
    blockers=(Blocker.ARBITRARY_CREDIT,),
)
PROGRAM = core.Program(
    packs=(core.Pack("Credit", "1"),),
    members={
        "grade": core.Members("grade", True, ("B", "A")),
        "anchor": core.Members(
            "anchor",
            False,
            ("delivery", "final_test"),
            {"delivery": Texts("delivery", "交货"), "final_test": Texts("", "终验")},
        ),
    },
    facts={name: core.FactDeclaration(name, type, Texts(name), core.Source.CONTRACT) for name, type in TYPES.items()},
    parameters={"max_days": MAX_DAYS},
    rules=(GRADED, CREDIT, LATE),
)

TEXTS = ("Payment is due 90 days after delivery.", "The price is CNY 1,665,600.00.")
DOCUMENT = Document(
    "deal.txt",
    "0" * 64,
    Media.TEXT,
    tuple(Block(index, Kind.PARAGRAPH, text, Location(line=index + 1)) for index, text in enumerate(TEXTS)),
    language="en",
)


def quoted(block: int, words: str) -> Evidence:
    """The evidence of some words of a block."""
    start = TEXTS[block].index(words)
    return Evidence(block, start, start + len(words), words, Location(line=block + 1))


CREDIT_DAYS = stated("payment.net_days", days(90), quoted(0, "90 days"))
ANCHORED = stated("payment.anchor", "delivery", quoted(0, "delivery"))
PRICE = stated("contract.amount", Money(Decimal("1665600"), "CNY"), quoted(1, "CNY 1,665,600.00"))
BOOK = FactBook({fact.name: fact for fact in (CREDIT_DAYS, ANCHORED, PRICE)}, "sale")


def check(*facts: Fact, program: core.Program = PROGRAM, document: Document = DOCUMENT) -> DocumentReport:
    """The report on the contract with more facts known."""
    return check_document(document, BOOK.with_facts(*facts), compile_program(program), program, AS_OF, "seller")


def finding(report: DocumentReport, rule: str) -> Finding:
    """The finding of a rule."""
    return next(each for each in report.findings if each.rule.id == rule)


def only(*rules: core.Rule) -> core.Program:
    """The program with some rules only."""
    return replace(PROGRAM, rules=rules)
