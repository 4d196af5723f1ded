"""Decisions on record: a chain verified, a list, one record, and one judged again; as text and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TextIO

from ..checker.record.find import Found, Listed
from ..checker.record.replay import Replayed
from ..checker.record.store import RecordProblem
from ..checker.record.verify import Verified
from ..messages import say
from ..policylang.core import Severity
from ..policylang.outcome import Verdict
from .diagnostics import render_all
from .json_text import write_json
from .quotes import one_line
from .values import Json
from .wrap import wrapped

_SHOWN = (Verdict.VIOLATED, Verdict.WAIVED, Verdict.UNDECIDED)


def render_verified(found: Verified, language: str, form: str, out: TextIO) -> None:
    """What is wrong with a chain, or that nothing is."""
    last = found.head
    if form == "json":
        whole: dict[str, Json] = {
            "sound": not found.problems,
            "count": found.count,
            "last": None if last is None else {"number": last.number, "sha256": last.sha256},
            "problems": [_problem_json(each, language) for each in found.problems],
        }
        _write(whole, out)
        return
    for problem in found.problems:
        out.write(f"{say(problem.key, language, problem.values)}\n")
    values = [("count", str(found.count)), ("problems", str(len(found.problems)))]
    if found.problems:
        out.write(f"{say('record.unsound', language, values)}\n")
    elif last is None:
        out.write(f"{say('record.empty', language)}\n")
    else:
        values += [("number", str(last.number)), ("sha256", last.sha256)]
        out.write(f"{say('record.sound', language, values)}\n")


def render_list(rows: Sequence[Listed | RecordProblem], language: str, form: str, out: TextIO) -> None:
    """One record a line; those that can't be read by what is wrong with them."""
    if form == "json":
        _write([_row_json(each, language) for each in rows], out)
        return
    for each in rows:
        if isinstance(each, RecordProblem):
            out.write(f"{say(each.key, language, each.values)}\n")
            continue
        values = {
            "number": str(each.number),
            "id": each.id,
            "time": each.time,
            "customer": each.customer or say("report.unknown", language),
            "contract": each.contract,
            "advice": say(f"decision.{each.recommendation}", language),
            "violated": str(each.violated),
            "undecided": str(each.undecided),
            "waived": str(each.waived),
        }
        out.write(f"{say('record.row', language, tuple(values.items()))}\n")
    if not rows:
        out.write(f"{say('record.nothing', language)}\n")


def render_record(found: Found, language: str, form: str, out: TextIO) -> None:
    """One record: as text what it says in short, as JSON the whole."""
    if form == "json":
        _write(dict(found.record), out)
        return
    for line in _record_lines(found, language):
        out.write(f"{line}\n")


def _record_lines(found: Found, language: str) -> Iterator[str]:
    record = found.record
    yield _head(found, language)
    for key, text in _parts(record, language):
        if text:
            yield from wrapped(f"{say(key, language)}: {text}", "  ", "    ")
    for verdict in sorted(record["verdicts"], key=_rank):
        if verdict["verdict"] not in _SHOWN:
            continue
        words = say(f"report.verdict_{verdict['verdict']}", language)
        severity = say(f"report.severity_{verdict['severity']}", language)
        yield f"  {severity}  {verdict['rule']}@{verdict.get('fingerprint', '')}  {words}"
        if "waived" in verdict:
            values = [(name, str(verdict["waived"][name])) for name in ("approver", "until", "reason")]
            yield from wrapped(say("record.waived", language, values), "    ", "      ")
        for evidence in verdict.get("evidence", ())[:1]:
            yield from wrapped(f"“{one_line(evidence['quote'])}”", "    ", "      ")


def _rank(verdict: Mapping[str, Any]) -> tuple[int, int]:
    """Violations first, the worst of them first."""
    place = _SHOWN.index(Verdict(verdict["verdict"])) if verdict["verdict"] in _SHOWN else len(_SHOWN)
    return place, list(Severity).index(Severity(verdict["severity"]))


def _parts(record: Mapping[str, Any], language: str) -> Iterator[tuple[str, str]]:
    contract, run, program = record["contract"], record["run"], record["program"]
    facts = record["facts"]["facts"]
    states = Counter(each["state"] for each in facts)
    verdicts = Counter(each["verdict"] for each in record["verdicts"])
    case, ledger = record["inputs"]["case"], record["inputs"]["ledger"]
    yield "record.contract", f"{contract['path']} (SHA-256 {contract['sha256']})"
    yield "record.customer", ", ".join((*record["customer"]["names"], *record["customer"]["numbers"]))
    yield "record.as_of", run["as_of"]
    yield "record.stage", str(run["stage"])
    yield "record.side", run["side"]
    yield "record.program", f"Presign {program['version']} ({program['code']}), Python {program['python']}"
    used = [f"{case['path']} (SHA-256 {case['sha256']})"] if case else []
    yield "record.inputs", ", ".join([*used, *([f"{ledger['name']} (SHA-256 {ledger['sha256']})"] if ledger else [])])
    yield "record.policies", say("record.policy_count", language, (("count", str(len(record["policies"]))),))
    values = (("stated", str(states["stated"])), ("count", str(len(facts))))
    yield "record.facts", say("record.fact_count", language, values)
    yield "record.advice", say(f"decision.{record['decision']['recommendation']}", language)
    counted = [f"{say(f'report.verdict_{each}', language)} {verdicts[each]}" for each in Verdict if verdicts[each]]
    yield "record.counts", ", ".join(counted)
    yield "record.previous", record["previous"] or ""


def render_replayed(found: Replayed, language: str, form: str, out: TextIO) -> None:
    """Whether a record's verdicts come out the same, and what differs and why."""
    if form == "json":
        _write(_replayed_json(found, language), out)
        return
    out.write(f"{_head(found.found, language)}\n")
    if found.diagnostics:
        out.write(f"{say('record.not_loaded', language)}\n")
        render_all(found.diagnostics, dict(found.sources), language, out)
    elif found.same:
        out.write(f"{say('record.same', language, (('count', str(found.judged)),))}\n")
    else:
        out.write(f"{say('record.differs', language, (('count', str(len(found.differences))),))}\n")
    for each in found.differences:
        none = say("record.none", language)
        values = {
            "rule": each.rule or say("record.whole", language),
            "part": say(f"record.part_{each.part}", language),
            "then": _said(each.part, each.then, language) or none,
            "now": _said(each.part, each.now, language) or none,
        }
        out.write(f"  {say('record.difference', language, tuple(values.items()))}\n")
    for part, then, now in found.program:
        values = {"part": say(f"record.program_{part}", language), "then": then, "now": now}
        out.write(f"  {say('record.program_then', language, tuple(values.items()))}\n")
    if not found.same:
        out.write(f"{say('record.why_program' if found.program else 'record.why_unknown', language)}\n")


def _said(part: str, value: str, language: str) -> str:
    if part == "verdict" and value:
        return say(f"report.verdict_{value}", language)
    return say(f"decision.{value}", language) if part == "recommendation" else value


def _head(found: Found, language: str) -> str:
    record = found.record
    values = (("number", str(found.number)), ("id", record["id"]), ("time", record["time"]))
    return say("record.head", language, values)


def _replayed_json(found: Replayed, language: str) -> dict[str, Json]:
    return {
        "id": found.found.record["id"],
        "number": found.found.number,
        "same": found.same,
        "judged": found.judged,
        "differences": [
            {"rule": each.rule or None, "part": each.part, "then": each.then, "now": each.now}
            for each in found.differences
        ],
        "program": [{"part": part, "then": then, "now": now} for part, then, now in found.program],
        "policies_load": not found.diagnostics,
        "why": "" if found.same else say("record.why_program" if found.program else "record.why_unknown", language),
    }


def _row_json(row: Listed | RecordProblem, language: str) -> Json:
    if isinstance(row, RecordProblem):
        return {"problem": _problem_json(row, language)}
    return {name: getattr(row, name) for name in Listed.__slots__}


def _problem_json(problem: RecordProblem, language: str) -> dict[str, Json]:
    return {
        "problem": problem.key.removeprefix("record."),
        "message": say(problem.key, language, problem.values),
        **dict(problem.values),
    }


def _write(whole: Any, out: TextIO) -> None:
    write_json(whole, out)
