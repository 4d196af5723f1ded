"""The signing procedure as a list: each step proven by a quote or a record, failed, or open.

For contracts that go to signature or are signed (企业内部控制应用指引第16号 articles 9 to 13: checks before the seal is
applied). A step fails when one of its rules is violated. It is open while one of its rules is undecided or nothing
shows that it was taken. It is proven when what shows it is there and no rule of it objects.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..facts.fact import Fact
from ..policylang.outcome import Verdict
from ..values import State
from .report import DocumentReport, Finding

STAGES = frozenset(("for_signing", "signed"))


class Status(StrEnum):
    """How far a step is."""

    PROVEN = "proven"
    FAILED = "failed"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the procedure: the facts that show it was taken, and the rules that judge it."""

    name: str
    facts: tuple[str, ...]
    rules: tuple[str, ...]


STEPS = (
    Step(
        "parties",
        ("party.buyer_name", "party.seller_name", "deal.party_approved"),
        ("PTY-01", "PTY-03", "PTY-04", "PTY-05"),
    ),
    Step("registration", ("party.buyer_uscc", "customer.uscc"), ("PTY-02",)),
    Step(
        "authority",
        ("sign.signatory_capacity", "sign.poa_present", "sign.poa_covers_deal"),
        ("SIG-03", "SIG-04", "SIG-05"),
    ),
    Step("signatures", ("sign.blocks_complete", "sign.buyer_signed", "sign.seller_signed"), ("SIG-01",)),
    Step("seal", ("sign.buyer_seal_type", "sign.method"), ("SIG-02", "SIG-10")),
    Step("dates", ("contract.sign_date",), ("SIG-07", "TRU-04")),
    Step("blanks", ("contract.has_blanks",), ("SIG-06",)),
    Step("annexes", ("contract.missing_annexes",), ("TRU-06", "TRU-07")),
    Step("pages", ("sign.cross_page_seal",), ("SIG-12",)),
    Step("effect", ("sign.formation_rule", "contract.effective_date"), ("SIG-08", "SIG-09")),
    Step(
        "approval",
        ("approval.records", "approval.final_limit_amount", "approval.final_limit_days"),
        ("APR-01", "APR-02", "APR-03", "APR-04", "APR-05", "APR-06", "APR-10", "APR-11", "APR-12"),
    ),
    Step("order", ("approval.latest_date", "approval.seal_date"), ("APR-07", "APR-08")),
    Step("shipment", ("deal.first_shipment_date",), ("SIG-11",)),
)
"""In the order in which they are taken."""


@dataclass(frozen=True, slots=True)
class Item:
    """A step with its status, the stated facts that show it, and the rules that fail it or leave it open."""

    step: Step
    status: Status
    shown_by: tuple[Fact, ...]
    failed: tuple[Finding, ...] = ()
    open: tuple[Finding, ...] = ()


def checklist(document: DocumentReport) -> tuple[Item, ...]:
    """The procedure for a contract at one of the last two stages; empty before them."""
    stage = document.facts["deal.stage"].value
    if stage not in STAGES or document.kind == "not_a_contract":
        return ()
    return tuple(_item(step, document) for step in STEPS)


def _item(step: Step, document: DocumentReport) -> Item:
    findings = [finding for finding in document.findings if finding.rule.id in step.rules]

    def of(*verdicts: Verdict) -> tuple[Finding, ...]:
        return tuple(finding for finding in findings if finding.outcome.verdict in verdicts)

    shown = tuple(fact for name in step.facts if (fact := document.facts[name]).state is State.STATED)
    failed, open_ = of(Verdict.VIOLATED), of(Verdict.UNDECIDED, Verdict.ERROR)
    if failed:
        status = Status.FAILED
    elif open_ or not (shown or of(Verdict.SATISFIED, Verdict.EXCEPTED)):
        status = Status.OPEN
    else:
        status = Status.PROVEN
    return Item(step, status, shown, failed, open_)
