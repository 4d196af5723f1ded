"""A small decision to keep: one contract judged by a small policy, with a waiver."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from presign.checker.check import check_document
from presign.checker.fingerprint import fingerprint
from presign.checker.record.find import Found, find
from presign.checker.record.keep import keep
from presign.checker.record.store import RecordProblem, Store, open_store
from presign.checker.report import Report
from presign.checker.run import Request
from presign.checker.waivers.apply import apply_waivers
from presign.checker.waivers.limits import WaiverLimits
from presign.checker.waivers.model import Waiver, WaiverFile
from presign.facts.fact import Evidence, Fact, FactBook, stated, unknown
from presign.parsers.document import Block, Document, Gap, Kind, Location, Media
from presign.policylang.compiler import compile_program
from presign.policylang.load import load_texts
from presign.values import Money, Quantity, Reason, State, Unit

DAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
FACTS = """
kinds stage: for_approval, signed
fact deal.stage: stage
  label en "stage" zh "阶段"
  from case
fact party.buyer_name: text
  label en "buyer" zh "买方"
  from contract
fact party.buyer_uscc: text
  label en "number" zh "代码"
  from contract
fact contract.amount: money
  label en "price" zh "价款"
  from contract
fact net_days: days
  label en "credit days" zh "账期"
  from contract
fact penalty: yes/no
  label en "late charge" zh "逾期违约金"
  from contract
"""
RULES = """policy "Small rules" version "4"

parameter max_days: days
  label en "longest credit" zh "最长账期"
  in force from 2020-01-01
  | 60 days |

rule DAY-01 en "Credit is too long" zh "账期过长"
  severity high  blocker arbitrary_credit
  requires net_days <= max_days
  message en "{net_days} are agreed, {max_days} allowed." zh "约定{net_days}，上限{max_days}。"

rule PEN-01 en "No late charge" zh "无逾期违约金"
  severity medium  blocker weak_control
  requires penalty is yes

rule BIG-01 en "A large deal" zh "大额交易"
  severity block  blocker arbitrary_credit
  requires contract.amount <= CNY 1,000,000
  unless "small customer": net_days <= 10 days
"""
SOURCES = {"facts.policy": FACTS, "rules.policy": RULES}
WORDS = ("The Buyer, Halden Ltd, pays CNY 800,000 within 90 days.", "Account 6222 0212 3456 7890.")


def decided(days: int = 90, path: str = "supply.docx") -> Report:
    """The run: the credit is too long and waived, whether late payment costs anything can't be told."""
    loaded = load_texts(list(SOURCES.items()))
    assert loaded.program is not None, loaded.diagnostics
    blocks = tuple(Block(at, Kind.PARAGRAPH, text, Location(paragraph=at + 1)) for at, text in enumerate(WORDS))
    gaps = (Gap("doc.read_garbled", 2, (("count", "3"),)),)
    document = Document(path, "ab" * 32, Media.DOCX, blocks, language="en", gaps=gaps)
    quote = Evidence(0, 0, len(WORDS[0]), WORDS[0], blocks[0].location)
    facts = (
        stated("party.buyer_name", "Halden Ltd", quote),
        stated("party.buyer_uscc", "91340100MA00000001", quote),
        stated("contract.amount", Money(Decimal("800000.00"), "CNY"), quote),
        stated("net_days", Quantity(Decimal(days), Unit.DAYS), quote),
        unknown("penalty", Reason.UNREADABLE),
        Fact("deal.stage", State.STATED, "for_approval"),
    )
    book = FactBook({fact.name: fact for fact in facts}, "sale")
    report = check_document(document, book, compile_program(loaded.program), loaded.program, DAY, "seller")
    run = Report(DAY, loaded.program, (report,), sources=SOURCES)
    credit = next(each for each in report.findings if each.rule.id == "DAY-01")
    digest = fingerprint(credit, report.blocks)
    waiver = Waiver("DAY-01", digest, "a guarantee", "Li Na", "Wang Wei", DAY, date(2026, 4, 1), "supply.docx")
    return apply_waivers(run, WaiverFile("presign-waivers.yaml", (waiver,)), WaiverLimits(90), DAY)


def kept(folder: Path, report: Report | None = None) -> tuple[Store, Found]:
    """A decision put on record, and found there."""
    ids = keep(str(folder), report or decided(), Request(("supply.docx",), ("rules.policy",)), lambda: NOW)
    assert isinstance(ids, tuple), ids
    store = open_store(str(folder))
    assert not isinstance(store, RecordProblem)
    found = find(store, ids[-1])
    assert isinstance(found, Found), found
    return store, found
