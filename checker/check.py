"""One document judged: outcomes become findings, with evidence where somebody will want to see it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ..facts.fact import Evidence, Fact, FactBook
from ..parsers.document import Document
from ..policylang.compiler import CompiledRules
from ..policylang.core import Program, Rule
from ..policylang.outcome import Outcome, Verdict
from ..policylang.parameter_values import parameter_value
from ..policylang.scope import in_force
from ..policylang.uses import RuleUse
from ..values import State, Value
from .report import DocumentReport, Finding

SIGN_DATE = "contract.sign_date"
PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
"""A fact or parameter shown in a rule's message."""

_OF_THE_WHOLE = frozenset(("contract.languages", "contract.type", "contract.title"))
_SILENT = frozenset({Verdict.SATISFIED, Verdict.NOT_APPLICABLE})


def as_of_date(book: FactBook, given: date | None, today: date | None = None) -> date:
    """The day a document is judged as of: the one given, else the day the contract was signed, else today."""
    if given is not None:
        return given
    fact = book[SIGN_DATE]
    signed = fact.value if fact.state is State.STATED and isinstance(fact.value, date) else None
    return signed or today or date.today()


def check_document(
    document: Document, book: FactBook, rules: CompiledRules, program: Program, as_of: date, side: str
) -> DocumentReport:
    """The report on a document whose facts are in `book`, with a finding for every rule of the program."""
    outcomes = rules.evaluate(book, as_of, side)
    findings = tuple(
        Finding(program.rules[index], outcome)
        if outcome.verdict in _SILENT
        else _finding(program.rules[index], outcome, rules.use(index), book, program, as_of)
        for index, outcome in enumerate(outcomes)
    )
    return DocumentReport(
        path=document.path,
        sha256=document.sha256,
        language=document.language,
        kind=book.kind,
        as_of=as_of,
        side=side,
        facts=book,
        findings=findings,
        gaps=document.gaps,
        rules_in_force=sum(in_force(rule, as_of, side) for rule in program.rules),
        nothing_read=not any(block.text.strip() for block in document.blocks),
        blocks=document.blocks,
        tables=document.tables,
    )


def _finding(rule: Rule, outcome: Outcome, use: RuleUse, book: FactBook, program: Program, as_of: date) -> Finding:
    shown: dict[str, Fact | Value] = {}
    for name in (*use.names, *_in_message(rule)):
        if name in program.parameters:
            value = _parameter(name, book, program, as_of)
            if value is not None:
                shown[name] = value
        elif name in program.facts:
            shown[name] = book[name]
    return Finding(rule, outcome, tuple(shown.items()), _evidence(use.deciding, book))


def _evidence(names: Sequence[str], book: FactBook) -> tuple[Evidence, ...]:
    """The words the facts were read from, each quoted once.

    What the contract is as a whole is read from its title, which proves nothing where other words are at hand.
    """
    own = [each for name in names if name not in _OF_THE_WHOLE for each in book[name].evidence]
    found: list[Evidence] = []
    for each in own or [each for name in names for each in book[name].evidence]:
        if not any(each.block == one.block and one.start <= each.start and each.end <= one.end for one in found):
            found.append(each)
    return tuple(found)


def _in_message(rule: Rule) -> tuple[str, ...]:
    return (*PLACEHOLDER.findall(rule.message.en), *PLACEHOLDER.findall(rule.message.zh))


def _parameter(name: str, book: FactBook, program: Program, as_of: date) -> Value | None:
    parameter = program.parameters[name]
    return parameter_value(parameter, [book[key.name].value for key in parameter.keys], as_of, program.members)
