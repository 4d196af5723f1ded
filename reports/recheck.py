"""`presign recheck` in words, as JSON and as CSV: the contracts whose verdicts a new policy changes."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

from ..messages import say
from ..policylang.core import Program
from .sheets import guarded
from .wrap import wrapped

if TYPE_CHECKING:
    from ..portfolio.recheck import Contract, Recheck, RuleChange, Summary

SCHEMA_VERSION = "1.1"
_SHOWN = 20
"""Contracts and rules that text names; the other formats name all."""


def render_text(found: Recheck, language: str, out: TextIO) -> None:
    """The count, the contracts that turn, the rules that change most."""
    turned = list(_first(found))
    for line in wrapped(_counts(found.summary, language)):
        out.write(line + "\n")
    out.writelines(f"{line}\n" for line in wrapped(_policy(found, language)))
    for contract in turned:
        out.write(f"\n{contract.path}  {_turn(contract, language)}\n")
        for change in contract.changes:
            out.writelines(f"{line}\n" for line in wrapped(_change(change, found.program, language), "  ", "    "))
    left = found.summary.newly_refused + found.summary.newly_passed - len(turned)
    if left > 0:
        out.write("\n" + say("recheck.more", language, (("count", f"{left:,}"),)) + "\n")
    _rules(found, language, out)
    _fallbacks(found.summary, language, out)


def _first(found: Recheck) -> Iterator[Contract]:
    """The first contracts that turn; the others are gone through, and counted."""
    shown = 0
    for contract in found.contracts():
        if contract.turns and shown < _SHOWN:
            shown += 1
            yield contract


def _counts(summary: Summary, language: str) -> str:
    names = ("contracts", "refused_before", "refused_after", "newly_refused", "newly_passed", "changed")
    return say("recheck.counts", language, tuple((name, f"{getattr(summary, name):,}") for name in names))


def _policy(found: Recheck, language: str) -> str:
    if found.by_law is not None:
        return say("recheck.policy_by_law", language)
    return say("recheck.policy", language, (("packs", say("report.comma", language).join(found.titles())),))


def _turn(contract: Contract, language: str) -> str:
    return say("recheck.refused" if contract.refused_after else "recheck.passed", language)


def _change(change: RuleChange, program: Program, language: str) -> str:
    title = next((rule.title.get(language) for rule in program.rules if rule.id == change.rule), "")
    states = (change.before, change.after)
    before, after = (say("recheck.no_rule" if each is None else f"report.verdict_{each}", language) for each in states)
    return f"{change.rule}  {title}: {before} → {after}"


def _rules(found: Recheck, language: str, out: TextIO) -> None:
    changed = [(rule, count) for rule, count in found.summary.rules.most_common(_SHOWN) if count]
    if changed:
        out.write("\n" + say("recheck.rules", language) + "\n")
        out.writelines(f"  {count:>9,}  {rule}\n" for rule, count in changed)


def _fallbacks(summary: Summary, language: str, out: TextIO) -> None:
    out.write("\n")
    if summary.new_facts:
        names = say("report.comma", language).join(summary.new_facts)
        out.writelines(f"{line}\n" for line in wrapped(say("recheck.new_facts", language, (("facts", names),))))
    values = (("asked", f"{summary.counts.asked:,}"), ("odd", f"{summary.counts.odd:,}"))
    out.writelines(f"{line}\n" for line in wrapped(say("recheck.how", language, values)))


def render_json(found: Recheck, language: str, out: TextIO) -> None:
    """All contracts with a changed verdict, then the counts."""
    policy = {"packs": list(found.titles()), "by_law": found.by_law is not None}
    out.write(f'{{\n  "schema_version": "{SCHEMA_VERSION}",\n  "policy": {json.dumps(policy, ensure_ascii=False)},\n')
    out.write('  "contracts": [')
    comma = ""
    for contract in found.contracts():
        out.write(f"{comma}\n    {json.dumps(_contract(contract), ensure_ascii=False)}")
        comma = ","
    summary = found.summary
    counts = {
        "contracts": summary.contracts,
        "changed": summary.changed,
        "refused_before": summary.refused_before,
        "refused_after": summary.refused_after,
        "newly_refused": summary.newly_refused,
        "newly_passed": summary.newly_passed,
        "rules": {rule: count for rule, count in summary.rules.most_common() if count},
        "facts_never_read": list(summary.new_facts),
        "judged_one_by_one": summary.counts.odd,
        "cases_asked": summary.counts.asked,
    }
    out.write(f'\n  ],\n  "counts": {json.dumps(counts, ensure_ascii=False)}\n}}\n')


def _contract(contract: Contract) -> dict[str, object]:
    return {
        "path": contract.path,
        "as_of": contract.as_of.isoformat(),
        "refused_before": contract.refused_before,
        "refused_after": contract.refused_after,
        "changes": [{"rule": each.rule, "before": each.before, "after": each.after} for each in contract.changes],
    }


def render_csv(found: Recheck, language: str, out: TextIO) -> None:
    """A line for each changed verdict; UTF-8 with a mark, so that spreadsheets read Chinese."""
    out.write("\ufeff")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(("path", "as_of", "refused_before", "refused_after", "rule", "before", "after"))
    for contract in found.contracts():
        head = (guarded(contract.path), contract.as_of, contract.refused_before, contract.refused_after)
        for change in contract.changes:
            writer.writerow((*head, guarded(change.rule), change.before or "", change.after or ""))
