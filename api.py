"""Presign as a library: what a program calls to read contracts, load policies and judge.

What is named in `__all__` is stable: it changes only with a major version, after a release that warns. Everything else
in the package may change with any version.

Problems of a policy, a case or a document are values that carry their place, never exceptions: `load_policy` and
`check` give a `Refusal`, `read_document` an `Unreadable`, and `told` says either in English or Chinese. A file that
can't be read doesn't stop the others; it stands in `Report.unreadable`.

>>> policy = load_policy("credit-policy", "cn-civil")
>>> [pack.title for pack in policy.packs]
['Credit policy', 'Chinese civil law']
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from datetime import date
from os import PathLike
from typing import Literal, get_args

from .checker.report import DocumentReport, Finding, Report
from .checker.run import Refusal, Request, check_all, load_rules, prepare, prepare_with
from .checker.stages import STAGES, Stage
from .facts.fact import Evidence, Fact, FactBook
from .parsers.document import Document, Unreadable
from .policylang.compiler import CompiledRules
from .policylang.core import Pack, Program
from .policylang.load import Loaded
from .policylang.outcome import Verdict

__all__ = [
    "Document",
    "DocumentReport",
    "Evidence",
    "Fact",
    "FactBook",
    "Finding",
    "Policy",
    "Refusal",
    "Report",
    "Side",
    "Stage",
    "Unreadable",
    "Verdict",
    "check",
    "load_policy",
    "read_document",
    "read_facts",
    "render",
    "told",
]

File = str | PathLike[str]
Side = Literal["seller", "buyer"]
"""Whose risk is looked for."""


@dataclass(frozen=True, slots=True)
class Policy:
    """Rules, parameters and vocabulary, checked and made to run."""

    sources: tuple[str, ...]
    """What was asked for: names of shipped packs and files; empty: all shipped packs."""
    loaded: tuple[Loaded, CompiledRules] = field(repr=False)

    @property
    def program(self) -> Program:
        """Every declaration of the policy, checked."""
        return self.loaded[1].program

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The policies that bring rules, as their heads describe them: title, version, source, dates."""
        with_rules = {rule.span.path for rule in self.program.rules}
        return tuple(pack for pack in self.program.packs if pack.path in with_rules)


def load_policy(*sources: File) -> Policy | Refusal:
    """The policy of shipped packs by name and of files or folders by path; without arguments, all shipped packs.

    A `Refusal` carries the diagnostics of a policy with errors, each with its file, line and column.

    >>> told(load_policy("credit-polcy"))
    'there is no file or pack `credit-polcy`\\n  = did you mean the pack `credit-policy`?'
    """
    names = tuple(str(each) for each in sources)
    found = load_rules(names)
    return found if isinstance(found, Refusal) else Policy(names, found)


def read_document(path: File) -> Document | Unreadable:
    """What a file says: DOCX, PDF, text, Markdown, HTML, archives and mails with a contract.

    It is parsed in a child process under limits of memory and time, and never raises for what the file holds.
    """
    from .parsers.read import read_document as read

    return read(str(path))


def read_facts(document: Document, policy: Policy | None = None) -> FactBook:
    """The facts of a document, each stated, absent, unknown with a reason, or not applicable, with its evidence.

    `policy` adds the `read` patterns of its facts; without one those of the shipped packs are used. Raises `ValueError`
    where the shipped packs can't be loaded, which is a broken installation.
    """
    from .checker.reading import pattern_reader
    from .facts.read import read_facts as read

    chosen = policy or load_policy()
    if isinstance(chosen, Refusal):
        raise ValueError(told(chosen))
    return read(document, pattern_reader(chosen.program))


def check(
    *paths: File,
    policy: Policy | None = None,
    case: File | None = None,
    ledger: str | None = None,
    customer: str | None = None,
    as_of: date | None = None,
    stage: Stage | None = None,
    side: Side = "seller",
) -> Report | Refusal:
    """Judge contracts: files, folders or globs, each with a finding for every rule.

    `policy` None: the shipped packs that fit each contract's law. `case` is a case file with what the contract can't
    say, `ledger` the file or URL of a ledger, `customer` whom to look for in it. `as_of` None: the day each contract
    was signed, else today. `stage` None: as the case says, else for_approval. Raises `ValueError` for a stage or a
    side that isn't one.

    >>> report = check("en-sound-supply.docx", case="cases/en-sound-supply.yaml", as_of=date(2026, 3, 2))
    >>> [finding.rule.id for finding in report.documents[0].findings if finding.outcome.verdict is Verdict.VIOLATED]
    []
    """
    for value, choices in ((stage, (None, *STAGES)), (side, get_args(Side))):
        if value not in choices:
            raise ValueError(f"{value!r} is not one of {', '.join(filter(None, choices))}")
    request = Request(
        paths=tuple(str(path) for path in paths),
        policies=policy.sources if policy is not None else (),
        case=None if case is None else str(case),
        as_of=as_of,
        stage=stage,
        side=side,
        ledger=ledger,
        customer=customer,
    )
    prepared = prepare(request) if policy is None else prepare_with(policy.loaded, request)
    return prepared if isinstance(prepared, Refusal) else check_all(prepared, request)


def render(report: Report, form: str = "text", language: str = "en") -> str:
    """A report in one of the formats that are text: text, json, html, sarif, junit, markdown, csv and the like.

    Raises `ValueError` for a format that isn't one of them.
    """
    from .reports.formats import PRINTED, write

    if form not in PRINTED:
        raise ValueError(f"{form!r} is not one of {', '.join(PRINTED)}")
    out = io.StringIO()
    write(form, report, language, out)
    return out.getvalue()


def told(problem: Refusal | Unreadable, language: str = "en") -> str:
    """A problem in words, with help where there is any, in English (`en`) or Chinese (`zh`)."""
    if isinstance(problem, Unreadable):
        from .messages import advise, say

        lines = [say(problem.key, language, problem.values), advise(problem.key, language, problem.values)]
        return "\n  = ".join(line for line in lines if line)
    from .reports.refusal import render as render_refusal

    out = io.StringIO()
    render_refusal(problem, language, language, out)
    return out.getvalue().rstrip("\n")
