"""A small policy and two short contracts, judged: what the tests of waivers and baselines accept findings of."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from presign.checker.check import check_document
from presign.checker.fingerprint import fingerprint
from presign.checker.report import DocumentReport, Finding, Report
from presign.checker.waivers.model import Waiver, WaiverFile
from presign.facts.fact import Evidence, Fact, FactBook, stated
from presign.parsers.document import Block, Document, Kind, Location, Media
from presign.policylang.compiler import compile_program
from presign.policylang.core import Program
from presign.policylang.load import load_texts
from presign.values import Quantity, Unit

DAY = date(2026, 3, 2)
POLICY = """policy "Small rules" version "1"

kinds approval_role: credit_manager zh "信用经理" en "credit manager", general_manager zh "总经理" en "general manager"

fact net_days: days
  label en "credit days" zh "账期"
  from contract
fact penalty: yes/no
  label en "late charge" zh "逾期违约金"
  from contract
fact grade_known: yes/no
  label en "grade known" zh "已评级"
  from case

parameter waiver_max_days: days
  label en "longest waiver" zh "豁免最长期限"
  in force from 2020-01-01
  | 90 days |

parameter waiver_role: approval_role
  label en "who waives" zh "豁免权限"
  in force from 2020-01-01
  | general_manager |

rule DAY-01 en "Credit is too long" zh "账期过长"
  severity high  blocker arbitrary_credit
  requires net_days <= 60 days
  message en "{net_days} are agreed." zh "约定{net_days}。"

rule PEN-01 en "No late charge" zh "无逾期违约金"
  severity block  blocker weak_control
  requires penalty is yes
  message en "Late payment costs nothing." zh "逾期付款无成本。"

rule GRD-01 en "The customer isn't graded" zh "客户未评级"
  severity low  blocker arbitrary_credit
  requires grade_known is yes
  message en "No grade." zh "未评级。"
"""


def program() -> Program:
    """The three rules and the limits of waivers."""
    loaded = load_texts([("small.policy", POLICY)])
    assert loaded.program is not None, loaded.diagnostics
    return loaded.program


PROGRAM = program()
_RULES = compile_program(PROGRAM)


def contract(path: str = "supply.docx", days: int = 90, words: str = "", charge: bool = False) -> DocumentReport:
    """A contract with a credit of some days; its second paragraph speaks of a late charge."""
    texts = (words or f"The Buyer pays within {days} days.", "No charge is due on late payment.")
    blocks = tuple(Block(at, Kind.PARAGRAPH, text, Location(paragraph=at + 1)) for at, text in enumerate(texts))
    document = Document(path, f"{days:064d}", Media.DOCX, blocks, language="en")
    facts = (
        stated("net_days", Quantity(Decimal(days), Unit.DAYS), _quote(blocks[0])),
        stated("penalty", charge, _quote(blocks[1])),
    )
    return check_document(document, _book(*facts), _RULES, PROGRAM, DAY, "seller")


def _quote(block: Block) -> Evidence:
    return Evidence(block.index, 0, len(block.text), block.text, block.location)


def _book(*facts: Fact) -> FactBook:
    return FactBook({fact.name: fact for fact in facts}, "sale")


def report(*documents: DocumentReport) -> Report:
    """A run over contracts."""
    return Report(DAY, PROGRAM, documents or (contract(),), sources={"small.policy": POLICY})


def found(rule: str, document: DocumentReport) -> Finding:
    """The finding of a rule."""
    return next(each for each in document.findings if each.rule.id == rule)


def digest(rule: str, document: DocumentReport) -> str:
    """The fingerprint of a rule's finding."""
    return fingerprint(found(rule, document), document.blocks)


def waiver(rule: str = "DAY-01", document: DocumentReport | None = None, **others: object) -> Waiver:
    """A waiver nothing is wrong with, but for what `others` say."""
    values: dict[str, object] = {
        "rule": rule,
        "fingerprint": digest(rule, document or contract()) if rule in ("DAY-01", "PEN-01", "GRD-01") else "0" * 16,
        "reason": "paid in advance by the parent",
        "approver": "Li Na",
        "requested_by": "Wang Wei",
        "created": date(2026, 3, 1),
        "until": date(2026, 5, 30),
        "line": 7,
    }
    return Waiver(**(values | others))  # type: ignore[arg-type]


def waivers(*entries: Waiver) -> WaiverFile:
    """A file of waivers."""
    return WaiverFile("presign-waivers.yaml", entries)
