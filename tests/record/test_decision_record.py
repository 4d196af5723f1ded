"""What a record holds, and that it judges the same again or says exactly what differs and why."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import presign
import pytest
from decided_case import DAY, RULES, SOURCES, decided, kept
from presign import __version__
from presign.checker.pack_choice import by_law
from presign.checker.record import replay as replay_module
from presign.checker.record.content import digest_of, program_json, sealed
from presign.checker.record.find import Found, find
from presign.checker.record.keep import keep
from presign.checker.record.replay import Difference, Replayed, replay
from presign.checker.record.store import RecordProblem, open_store
from presign.checker.report import Report
from presign.checker.run import Refusal, Request, judge, prepare
from presign.facts.as_json import book_from
from presign.parsers.document import Document
from presign.parsers.read import read_document
from presign.policylang.outcome import Verdict
from presign.reports.record import render_record, render_replayed

SAMPLES = Path(presign.__file__).with_name("samples")
SCHEMA = Path(presign.__file__).with_name("docs") / "schema" / "record.schema.json"


def again(folder: Path, report: Report | None = None) -> Replayed:
    store, found = kept(folder, report)
    replayed = replay(found, store)
    assert isinstance(replayed, Replayed), replayed
    return replayed


def rewritten(folder: Path, change: Mapping[str, Any]) -> Found:
    """The record with parts of it exchanged, sealed as if it had been written so."""
    store, found = kept(folder)
    content = {**found.record, **change}
    data = sealed({name: value for name, value in content.items() if name != "id"}, 1, None)
    (folder / "records" / "000001.json").write_bytes(data)
    made = find(store, "1")
    assert isinstance(made, Found), made
    return made


def test_the_record_holds_all_it_takes_to_judge_again(tmp_path: Path) -> None:
    _, found = kept(tmp_path)
    record = found.record
    assert record["time"] == "2026-03-02T09:30:00+00:00"
    assert record["contract"]["sha256"] == "ab" * 32
    assert record["run"] == {
        "as_of": "2026-03-02",
        "stage": "for_approval",
        "side": "seller",
        "policies": ["rules.policy"],
        "by_law": False,
    }
    assert record["policies"] == [{"path": name, "sha256": digest_of(text)} for name, text in SOURCES.items()]
    assert book_from(record["facts"]) == decided().documents[0].facts
    assert record["program"]["version"] == __version__
    assert record["customer"] == {"names": ["Halden Ltd"], "numbers": ["91340100MA00000001"]}
    verdicts = {each["rule"]: each for each in record["verdicts"]}
    assert verdicts["DAY-01"]["waived"]["approver"] == "Li Na"
    assert verdicts["DAY-01"]["evidence"][0]["quote"].startswith("The Buyer, Halden Ltd")
    assert verdicts["PEN-01"]["missing"] == ["penalty"]
    assert record["waivers"] == {"file": "presign-waivers.yaml", "day": "2026-03-02"}
    assert record["decision"]["recommendation"] == "do_not_sign", "a part of the document couldn't be read"


def test_a_record_is_as_its_schema_says(tmp_path: Path) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    _, found = kept(tmp_path)
    jsonschema.validate(found.record, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**found.record, "mask": True}, schema)


def test_the_case_file_and_the_ledger_are_named_by_their_digests(tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_text("customer: {grade: B}\n", encoding="utf-8")
    request = Request(("a",), (), str(case), ledger="postgresql://clerk:secret@db/ledger")
    ids = keep(str(tmp_path / "r"), decided(), request)
    assert isinstance(ids, tuple)
    text = (tmp_path / "r" / "records" / "000001.json").read_text(encoding="utf-8")
    assert "secret" not in text
    record = json.loads(text)
    assert record["inputs"]["case"] == {"path": str(case), "sha256": digest_of("customer: {grade: B}\n")}
    assert record["inputs"]["ledger"]["name"] == "postgresql://clerk:***@db/ledger"
    assert len(record["inputs"]["ledger"]["sha256"]) == 64


def test_the_same_comes_out_of_it(tmp_path: Path) -> None:
    replayed = again(tmp_path)
    assert replayed.same and replayed.program == () and replayed.judged == 3


def test_an_unknown_and_a_waived_finding_come_out_as_they_were(tmp_path: Path) -> None:
    assert again(tmp_path, decided(days=120)).same


def test_another_verdict_is_told_with_the_program_that_gave_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, found = kept(tmp_path)
    later = {**program_json(), "version": "9.9.9"}
    monkeypatch.setattr(replay_module, "program_json", lambda: later)
    judged = replay_module.check_document

    def otherwise(*arguments: Any) -> Any:
        report = judged(*arguments)
        first, *rest = report.findings
        return replace(
            report, findings=(first, replace(rest[0], outcome=replace(rest[0].outcome, missing=())), *rest[1:])
        )

    monkeypatch.setattr(replay_module, "check_document", otherwise)
    replayed = replay(found, store)
    assert isinstance(replayed, Replayed) and not replayed.same
    assert replayed.differences == (Difference("PEN-01", "missing", "penalty", ""),)
    assert replayed.program == (("version", __version__, "9.9.9"),)
    out = io.StringIO()
    render_replayed(replayed, "en", "text", out)
    assert "PEN-01: open facts was `penalty`, is `none`" in out.getvalue()
    assert f"the program: version {__version__} then, 9.9.9 now" in out.getvalue()
    assert "what differs comes from the program" in out.getvalue()


def test_a_record_that_no_program_wrote_so_is_told(tmp_path: Path) -> None:
    _, found = kept(tmp_path / "first")
    verdicts = [
        {**each, "verdict": "violated"} if each["rule"] == "BIG-01" else each for each in found.record["verdicts"]
    ]
    forged = rewritten(tmp_path / "second", {"verdicts": verdicts})
    store = open_store(str(tmp_path / "second"))
    assert not isinstance(store, RecordProblem)
    replayed = replay(forged, store)
    assert isinstance(replayed, Replayed)
    assert replayed.differences[0] == Difference("BIG-01", "verdict", "violated", "satisfied")
    out = io.StringIO()
    render_replayed(replayed, "en", "text", out)
    assert "the record wasn't written by it" in out.getvalue()


def test_rules_that_came_or_went_are_told(tmp_path: Path) -> None:
    _, found = kept(tmp_path / "first")
    fewer = [each for each in found.record["verdicts"] if each["rule"] != "PEN-01"]
    changed = rewritten(
        tmp_path / "second", {"verdicts": [*fewer, {"rule": "OLD-01", "severity": "low", "verdict": "satisfied"}]}
    )
    store = open_store(str(tmp_path / "second"))
    assert not isinstance(store, RecordProblem)
    replayed = replay(changed, store)
    assert isinstance(replayed, Replayed)
    assert set(replayed.differences) == {
        Difference("PEN-01", "verdict", "", "undecided"),
        Difference("OLD-01", "verdict", "satisfied", ""),
    }


def test_a_policy_text_that_is_missing_or_edited_stops_it(tmp_path: Path) -> None:
    store, found = kept(tmp_path)
    path = tmp_path / "sources" / f"{digest_of(RULES)}.policy"
    path.write_text(RULES.replace("60 days", "90 days"), encoding="utf-8")
    edited = replay(found, store)
    assert isinstance(edited, RecordProblem) and edited.key == "record.source_edited"
    path.unlink()
    missing = replay(found, store)
    assert isinstance(missing, RecordProblem) and missing.key == "record.source_missing"


def test_policies_that_do_not_load_any_more_are_told(tmp_path: Path) -> None:
    store, found = kept(tmp_path)
    text = RULES + "\nrule rule rule\n"
    (tmp_path / "sources" / f"{digest_of(text)}.policy").write_text(text, encoding="utf-8")
    policies = [found.record["policies"][0], {"path": "rules.policy", "sha256": digest_of(text)}]
    replayed = replay(Found(1, {**found.record, "policies": policies}), store)
    assert isinstance(replayed, Replayed) and not replayed.same and replayed.diagnostics
    out = io.StringIO()
    render_replayed(replayed, "en", "text", out)
    assert "can't be loaded" in out.getvalue() and "rules.policy:" in out.getvalue()


def test_facts_that_are_none_are_told(tmp_path: Path) -> None:
    changed = rewritten(tmp_path, {"facts": {"kind": "sale", "facts": [{"name": "net_days", "state": "perhaps"}]}})
    store = open_store(str(tmp_path))
    assert not isinstance(store, RecordProblem)
    problem = replay(changed, store)
    assert isinstance(problem, RecordProblem) and problem.key == "record.not_facts"


def test_nothing_is_masked_on_record_and_text_shows_the_rest(tmp_path: Path) -> None:
    _, found = kept(tmp_path)
    out = io.StringIO()
    render_record(found, "en", "json", out)
    assert json.loads(out.getvalue()) == found.record
    out = io.StringIO()
    render_record(found, "en", "text", out)
    assert "waived by Li Na until 2026-04-01: a guarantee" in out.getvalue()
    assert "judged as of: 2026-03-02" in out.getvalue()
    assert "91340100MA00000001" in out.getvalue(), "the command masks what it prints, not the record"


def test_packs_chosen_by_the_contracts_law_are_chosen_again(tmp_path: Path) -> None:
    run = decided()
    (document,) = run.documents
    british = replace(run.program.packs[0], jurisdiction="UK")
    program = replace(run.program, packs=(british,))
    idle = by_law(document, program)
    assert {each.outcome.verdict for each in idle.findings} == {Verdict.NOT_APPLICABLE}
    text = RULES.replace('version "4"', 'version "4"  jurisdiction "UK"')
    replayed = again(tmp_path, replace(run, documents=(idle,), sources={**SOURCES, "rules.policy": text}))
    assert replayed.same and replayed.found.record["run"]["by_law"] is True
    assert [each["ran"] for each in replayed.found.record["packs"]] == [False]


def test_a_sample_comes_out_the_same(tmp_path: Path) -> None:
    request = Request((), ("internal-control", "drafting"), as_of=DAY, stage="for_signing")
    prepared = prepare(request)
    assert not isinstance(prepared, Refusal)
    document = read_document(SAMPLES / "en-purchase-order.md", isolated=False)
    assert isinstance(document, Document)
    report = Report(DAY, prepared.program, (judge(document, prepared, request),), sources=prepared.sources)
    ids = keep(str(tmp_path / "r"), report, request)
    assert isinstance(ids, tuple)
    store = open_store(str(tmp_path / "r"))
    assert not isinstance(store, RecordProblem)
    found = find(store, ids[0])
    assert isinstance(found, Found)
    assert found.record["run"]["by_law"] is False
    jsonschema.validate(found.record, json.loads(SCHEMA.read_text(encoding="utf-8")))
    replayed = replay(found, store)
    assert isinstance(replayed, Replayed)
    assert replayed.differences == () and replayed.judged == len(prepared.program.rules)
