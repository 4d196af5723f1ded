"""A run compared with an earlier one: what is new counts, what was there doesn't, what is gone is listed."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from accepted_case import DAY, contract, digest, found, report, waiver, waivers
from presign.checker.baseline import Baseline, BaselineProblem, baseline_text, compare, read_baseline
from presign.checker.report import Report, Since
from presign.checker.summary import exit_code
from presign.checker.waivers.apply import apply_waivers
from presign.checker.waivers.limits import WaiverLimits
from presign.policylang.core import Severity
from presign.reports.json import render


def kept(run: Report, folder: Path, form: str = "compact") -> Baseline:
    path = folder / "baseline.json"
    if form == "compact":
        path.write_text(baseline_text(run, "en"), encoding="utf-8")
    else:
        with path.open("w", encoding="utf-8") as file:
            render(run, "en", file)
    found = read_baseline(str(path))
    assert isinstance(found, Baseline), found
    return found


def since(run: Report, at: int = 0) -> dict[str, Since | None]:
    return {each.rule.id: each.since for each in run.documents[at].findings}


def gone(run: Report) -> list[tuple[str, str]]:
    assert run.baseline is not None
    return [(each.path, each.known.rule) for each in run.baseline.gone]


@pytest.mark.parametrize("form", ["compact", "json"])
def test_the_same_run_has_nothing_new(tmp_path: Path, form: str) -> None:
    run = report()
    assert exit_code(run, Severity.LOW) == 1
    compared = compare(run, kept(run, tmp_path, form))
    assert since(compared) == {"DAY-01": Since.UNCHANGED, "PEN-01": Since.UNCHANGED, "GRD-01": Since.UNCHANGED}
    assert exit_code(compared, Severity.LOW) == 0
    assert gone(compared) == []


def test_other_words_are_new_and_the_old_ones_gone(tmp_path: Path) -> None:
    compared = compare(report(contract(days=120)), kept(report(contract(days=90)), tmp_path))
    assert since(compared)["DAY-01"] is Since.NEW
    assert since(compared)["PEN-01"] is Since.UNCHANGED
    assert gone(compared) == [("supply.docx", "DAY-01")]
    assert exit_code(compared, Severity.HIGH) == 1


def test_what_was_mended_is_gone_and_satisfied_rules_are_neither(tmp_path: Path) -> None:
    compared = compare(report(contract(days=30)), kept(report(), tmp_path))
    assert since(compared)["DAY-01"] is None
    assert gone(compared) == [("supply.docx", "DAY-01")]
    assert exit_code(compared, Severity.LOW) == 0


def test_documents_are_told_apart(tmp_path: Path) -> None:
    before = kept(report(contract("a/x.docx", days=90), contract("a/y.docx", days=30)), tmp_path)
    compared = compare(report(contract("a/x.docx", days=90), contract("a/y.docx", days=90)), before)
    assert since(compared, 0)["DAY-01"] is Since.UNCHANGED
    assert since(compared, 1)["DAY-01"] is Since.NEW


def test_a_document_in_another_folder_is_the_same_by_its_name(tmp_path: Path) -> None:
    before = kept(report(contract("old/x.docx"), contract("old/y.docx")), tmp_path)
    compared = compare(report(contract("new/y.docx"), contract("new/x.docx")), before)
    assert since(compared, 0)["DAY-01"] is Since.UNCHANGED


def test_two_documents_of_one_name_are_not_mixed_up(tmp_path: Path) -> None:
    before = kept(report(contract("old/x.docx"), contract("older/x.docx")), tmp_path)
    compared = compare(report(contract("new/x.docx"), contract("new/z.docx")), before)
    assert since(compared, 0)["DAY-01"] is Since.NEW


def test_a_new_document_among_others_is_new_even_where_it_says_the_same(tmp_path: Path) -> None:
    before = kept(report(contract("a.docx"), contract("b.docx")), tmp_path)
    compared = compare(report(contract("a.docx"), contract("c.docx")), before)
    assert since(compared, 1)["DAY-01"] is Since.NEW


def test_two_versions_of_one_contract_are_compared_whatever_they_are_called(tmp_path: Path) -> None:
    compared = compare(report(contract("supply-v2.docx")), kept(report(contract("supply-v1.docx")), tmp_path))
    assert since(compared)["DAY-01"] is Since.UNCHANGED


def test_what_was_waived_counts_when_the_waiver_is_over_and_is_not_gone_before(tmp_path: Path) -> None:
    limits = WaiverLimits(90)
    accepted = apply_waivers(report(), waivers(waiver()), limits, DAY)
    later = compare(report(), kept(accepted, tmp_path))
    assert since(later)["DAY-01"] is Since.NEW
    still = compare(apply_waivers(report(), waivers(waiver()), limits, DAY), kept(report(), tmp_path))
    assert since(still)["DAY-01"] is None
    assert gone(still) == []


def test_a_fault_of_a_waiver_counts_with_a_baseline_too(tmp_path: Path) -> None:
    run = compare(report(), kept(report(), tmp_path))
    run = apply_waivers(run, waivers(waiver(approver="Wang Wei")), WaiverLimits(90), DAY)
    assert exit_code(run, Severity.HIGH) == 1


def test_what_could_not_be_checked_is_never_known(tmp_path: Path) -> None:
    empty = replace(contract(), nothing_read=True)
    assert exit_code(compare(report(empty), kept(report(empty), tmp_path)), Severity.LOW) == 2


def test_the_compact_file_is_the_same_for_the_same_run_and_has_a_line_for_each_finding(tmp_path: Path) -> None:
    text = baseline_text(report(), "en")
    assert text == baseline_text(report(), "en")
    whole = json.loads(text)
    (document,) = whole["documents"]
    assert document["path"] == "supply.docx"
    assert {each["rule"]: each["fingerprint"] for each in document["findings"]} == {
        rule: digest(rule, contract()) for rule in ("DAY-01", "PEN-01", "GRD-01")
    }
    assert len(text.splitlines()) == 1 + 1 + 3 + 1
    assert "Credit is too long" in text and "90 days" not in text, "titles, no words of the contract"


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ("", "baseline.not_one"),
        ("[]", "baseline.not_one"),
        ("{}", "baseline.not_one"),
        ('{"schema_version": "1.0", "documents": []}', "baseline.other_version"),
        ('{"presign_baseline": 1, "fingerprint_version": 1, "documents": []}', "baseline.other_version"),
        ('{"presign_baseline": 1, "fingerprint_version": 2}', "baseline.not_one"),
        ('{"presign_baseline": 1, "fingerprint_version": 2, "documents": [{"path": "a", "findings": [{}]}]}', "baseline.not_one"),
        ("[" * 100_000, "baseline.not_one"),
    ],
)  # fmt: skip
def test_what_is_no_baseline_is_told(tmp_path: Path, content: str, key: str) -> None:
    path = tmp_path / "b.json"
    path.write_text(content, encoding="utf-8")
    found = read_baseline(str(path))
    assert isinstance(found, BaselineProblem) and found.key == key


def test_a_baseline_that_is_not_there_is_told(tmp_path: Path) -> None:
    missing = read_baseline(str(tmp_path / "none.json"))
    assert isinstance(missing, BaselineProblem) and missing.key == "baseline.unreadable"


def test_the_report_says_it_as_json(tmp_path: Path) -> None:
    compared = compare(report(contract(days=120)), kept(report(), tmp_path))
    out = io.StringIO()
    render(compared, "en", out)
    whole = json.loads(out.getvalue())
    states = {each["rule"]: each.get("since") for each in whole["documents"][0]["verdicts"]}
    assert states == {"DAY-01": "new", "PEN-01": "unchanged", "GRD-01": "unchanged"}
    (entry,) = whole["baseline"]["gone"]
    assert (entry["rule"], entry["fingerprint"]) == ("DAY-01", digest("DAY-01", contract()))
    assert found("DAY-01", compared.documents[0]).since is Since.NEW
    assert date.fromisoformat(whole["as_of"]) == DAY
