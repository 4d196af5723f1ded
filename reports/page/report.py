"""`--format html`: the report of a check as one page. Decision first, then the findings beside the contract's words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from ... import __version__
from ...checker.report import DocumentReport, Report
from ...checker.summary import blocker_lines, excepted, switched_off_rules, violated, waived
from ...exposure.curve import exposure
from ...messages import say
from ...policylang.core import Pack, Program
from ...policylang.traversal import parameters_of
from ...values import Money
from ..checklist import ItemWords, item_words
from ..checklist import title as procedure_title
from ..decision import DecisionWords, decision_words
from ..exposure import ExposureWords, exposure_words
from ..names import waiting_words
from ..packs import pack_lines
from ..parameter_page import ParameterPage, parameter_page
from ..unreadable import gap_line, unreadable_lines
from ..waivers import baseline_line, fault_lines, gone_of, gone_title, waived_words
from .contract import Contract, contract
from .environment import environment, style
from .findings import FindingEntry, OpenEntry, finding_entries, notes, open_entries
from .plot import Plot, plot


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """What the page says of one document."""

    title: str
    sha256: str
    kind: str
    is_contract: bool
    buyer: str
    seller: str
    as_of: str
    language: str
    gaps: tuple[str, ...]
    decision: DecisionWords
    findings: tuple[FindingEntry, ...]
    open: tuple[OpenEntry, ...]
    exposure: ExposureWords | None
    plot: Plot | None
    procedure: str
    steps: tuple[ItemWords, ...]
    causes: tuple[str, ...]
    excused: tuple[tuple[str, str, str], ...]
    """Rule, title, exception."""
    waived: tuple[tuple[str, str, str], ...]
    """Rule, title, who accepted it until when and why."""
    gone: tuple[tuple[str, str], ...]
    """Rule and title of what the baseline had."""
    off: tuple[tuple[str, str, str], ...]
    """Rule, title, reason."""
    packs: tuple[str, ...]
    contract: Contract
    parameters: tuple[ParameterPage, ...]


def render(report: Report, language: str, out: TextIO) -> None:
    """Write the page."""
    pages: list[DocumentPage] = []
    number = 1
    for document in report.documents:
        page = document_page(document, report, language, number)
        number += len(page.findings) + len(page.open)
        pages.append(page)
    css, digest = style("layout.css")
    out.write(
        environment()
        .get_template("check.html")
        .render(
            pages=pages,
            unreadable=[" ".join(unreadable_lines(each, language)) for each in report.unreadable],
            packs=_packs(report.packs),
            faults=fault_lines(report, language),
            baseline=baseline_line(report, language),
            language=language,
            version=__version__,
            css=css,
            digest=digest,
        )
        + "\n"
    )


def document_page(document: DocumentReport, report: Report, language: str, first: int) -> DocumentPage:
    """The page's data of one document of a report, its notes numbered from `first`."""
    program = report.program

    def name(fact: str) -> str:
        value = document.facts[fact].value
        return value if isinstance(value, str) else say("report.unknown", language)

    bad = violated(document)
    findings = tuple(finding_entries(bad, document, program, language, first))
    waiting = tuple(open_entries(document, program, language, first + len(findings)))
    steps = item_words(document, program, language)
    deal = exposure(document.facts, program, document.as_of)
    limit = document.facts["credit.limit"].value
    marked = notes(zip(findings, bad, strict=True), waiting, document)
    return DocumentPage(
        Path(document.path).name,
        document.sha256,
        say(f"report.kind_{document.kind}", language),
        document.kind != "not_a_contract",
        name("party.buyer_name"),
        name("party.seller_name"),
        document.as_of.isoformat(),
        document.language,
        tuple(gap_line(gap, language) for gap in document.gaps),
        decision_words(document, program, language),
        findings,
        waiting,
        exposure_words(deal, program, language) if deal is not None else None,
        plot(deal, limit if isinstance(limit, Money) else None, program, language) if deal is not None else None,
        procedure_title(steps, language) if steps else "",
        steps,
        blocker_lines(document, language),
        tuple((each.rule.id, each.rule.title.get(language), each.outcome.exception) for each in excepted(document)),
        tuple(
            (each.rule.id, each.rule.title.get(language), waived_words(each.waived, program, language))
            for each in waived(document)
            if each.waived is not None
        ),
        tuple((each.known.rule, gone_title(each, program, language)) for each in gone_of(document, report)),
        tuple((rule.id, rule.title.get(language), off.reason) for rule, off in switched_off_rules(document)),
        (*pack_lines(document, language), *((waiting_words(document, language),) if document.waiting else ())),
        contract(document.blocks, document.tables, marked),
        tuple(_parameters(document, program, language)),
    )


def _parameters(document: DocumentReport, program: Program, language: str) -> Iterator[ParameterPage]:
    """The parameters the violated rules use, as they stand on the day."""
    used = {each.name: None for finding in violated(document) for each in parameters_of(finding.rule, program)}
    for name in used:
        yield parameter_page(program.parameters[name], program, document.as_of, language)


def _packs(packs: tuple[Pack, ...]) -> tuple[Pack, ...]:
    """The files with rules: those of the vocabulary have no title."""
    return tuple(pack for pack in packs if pack.title)
