"""Every format shows what is waived with its reason, what is wrong with waivers, and what is new since the baseline."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import jsonschema
import presign
import pytest
from accepted_case import DAY, contract, digest, report, waiver, waivers
from presign.checker.baseline import Baseline, baseline_text, compare, read_baseline
from presign.checker.report import Report
from presign.checker.waivers.apply import apply_waivers
from presign.checker.waivers.limits import WaiverLimits
from presign.reports import formats

SCHEMA = Path(presign.__file__).with_name("docs") / "schema" / "check.schema.json"
PRINTED = ("text", "json", "html", "sarif", "junit", "github", "gitlab", "rdjson", "markdown", "csv")


@pytest.fixture(scope="module")
def accepted() -> Report:
    """Two contracts: the credit of one is waived; a second waiver was approved by who asked for it."""
    run = report(contract(), contract("other.docx", words="Paid in 90 days & <more>."))
    entries = waivers(
        waiver(file="supply.docx"), waiver("PEN-01", approver="Wang Wei", role="general_manager", line=17)
    )
    return apply_waivers(run, entries, WaiverLimits(90, "general_manager"), DAY)


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Report:
    path = tmp_path_factory.mktemp("baseline") / "before.json"
    path.write_text(baseline_text(report(contract(days=90)), "en"), encoding="utf-8")
    before = read_baseline(str(path))
    assert isinstance(before, Baseline)
    return compare(report(contract(days=120)), Baseline("before.json", before.documents))


def text(name: str, run: Report, language: str = "en") -> str:
    out = io.StringIO()
    formats.write(name, run, language, out)
    return out.getvalue()


@pytest.mark.parametrize("name", PRINTED)
def test_who_waived_until_when_and_why_stands_in_every_format(name: str, accepted: Report) -> None:
    shown = " ".join(text(name, accepted).split())
    for words in ("Li Na", "2026-05-30", "paid in advance by the parent"):
        assert words in shown, words


@pytest.mark.parametrize("name", PRINTED)
def test_a_waiver_that_does_not_hold_stands_in_every_format(name: str, accepted: Report) -> None:
    shown = text(name, accepted)
    assert "WVR-04" in shown
    assert "presign-waivers.yaml" in shown
    assert "who asked for it" in " ".join(shown.split())


@pytest.mark.parametrize("name", PRINTED)
def test_both_languages_say_it(name: str, accepted: Report) -> None:
    shown = text(name, accepted, "zh")
    assert "由申请人" in shown.replace("\n", "").replace(" ", "")


def test_json_is_as_its_schema_says(accepted: Report, compared: Report) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    for run in (accepted, compared):
        jsonschema.validate(json.loads(text("json", run)), schema)
    whole = json.loads(text("json", accepted))
    (finding,) = whole["waivers"]["findings"]
    assert (finding["rule"], finding["severity"], finding["waiver"]["line"]) == ("WVR-04", "high", 17)
    verdicts = {each["rule"]: each for each in whole["documents"][0]["verdicts"]}
    assert verdicts["DAY-01"]["verdict"] == "waived"
    assert verdicts["DAY-01"]["waived"]["verdict"] == "violated"
    assert verdicts["DAY-01"]["fingerprint"] == digest("DAY-01", contract())


def test_sarif_suppresses_and_compares(accepted: Report, compared: Report) -> None:
    (run,) = json.loads(text("sarif", accepted))["runs"]
    waived = [each for each in run["results"] if each["properties"]["verdict"] == "waived"]
    assert [each["level"] for each in waived] == ["note"]
    (suppression,) = waived[0]["suppressions"]
    assert (suppression["kind"], suppression["status"]) == ("external", "accepted")
    assert "paid in advance" in suppression["justification"]
    (fault,) = [each for each in run["results"] if each["ruleId"] == "WVR-04"]
    assert fault["locations"][0]["physicalLocation"]["region"]["startLine"] == 17
    assert run["tool"]["driver"]["rules"][fault["ruleIndex"]]["id"] == "WVR-04"
    (run,) = json.loads(text("sarif", compared))["runs"]
    states = sorted((each["ruleId"], each["baselineState"]) for each in run["results"])
    assert states == [("DAY-01", "absent"), ("DAY-01", "new"), ("GRD-01", "unchanged"), ("PEN-01", "unchanged")]


def test_sarif_has_no_baseline_state_without_a_baseline(accepted: Report) -> None:
    assert "baselineState" not in text("sarif", accepted)
    assert "WVR" not in text("sarif", report())


def test_junit_fails_for_what_counts_only(accepted: Report, compared: Report) -> None:
    def failures(run: Report) -> list[str]:
        root = ElementTree.fromstring(text("junit", run))
        for suite in root:
            counted = len(suite.findall("testcase/failure")), len(suite.findall("testcase/skipped"))
            assert counted == (int(suite.attrib["failures"]), int(suite.attrib["skipped"]))
        return [case.attrib["name"].split()[0] for case in root.iter("testcase") if case.find("failure") is not None]

    assert sorted(failures(accepted)) == ["DAY-01", "PEN-01", "PEN-01", "WVR-04"]
    assert failures(compared) == ["DAY-01"]


def test_what_is_waived_or_known_is_a_notice_on_github(accepted: Report, compared: Report) -> None:
    lines = text("github", accepted).splitlines()
    assert [line.split()[0] for line in lines if "Li Na until" in line] == ["::notice"]
    lines = text("github", compared).splitlines()
    commands = {line.split("title=")[1][:6]: line.split()[0] for line in lines}
    assert commands == {"DAY-01": "::error", "PEN-01": "::notice", "GRD-01": "::notice"}
    assert lines[0].startswith("::error"), "what counts comes first"


def test_other_machines_take_it_as_information(accepted: Report, compared: Report) -> None:
    issues = json.loads(text("gitlab", compared))
    assert {each["check_name"]: each["severity"] for each in issues} == {
        "DAY-01": "critical",
        "PEN-01": "info",
        "GRD-01": "info",
    }
    found = json.loads(text("rdjson", accepted))["diagnostics"]
    waived = [each for each in found if "Li Na until" in each["message"]]
    assert [each["severity"] for each in waived] == ["INFO"]


def test_a_table_has_columns_for_it(accepted: Report, compared: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(text("csv", accepted).removeprefix("\ufeff"))))
    waived = [row for row in rows if row["verdict"] == "waived"]
    assert [row["waiver"][:15] for row in waived] == ["waived by Li Na"]
    rows = list(csv.DictReader(io.StringIO(text("csv", compared).removeprefix("\ufeff"))))
    assert sorted(row["since the baseline"] for row in rows) == ["gone", "new", "unchanged", "unchanged"]


def test_the_text_report_gives_what_waive_takes(accepted: Report, compared: Report) -> None:
    shown = text("text", accepted)
    assert f"fingerprint: PEN-01@{digest('PEN-01', contract())}" in shown
    assert "waived: 1" in shown
    assert "waived: DAY-01" in shown.splitlines()[3], "the recommendation says that it rests on a waiver"
    counts = " ".join(text("text", compared).split())
    assert "1 new, 2 unchanged, 1 gone; only new ones count" in counts
    assert "Credit is too long [new]" in counts


def test_the_page_escapes_what_people_wrote(accepted: Report) -> None:
    nasty = waiver(reason="<script>alert(1)</script>")
    page = text("html", apply_waivers(report(), waivers(nasty), WaiverLimits(90), DAY))
    assert "<script>alert" not in page and "&lt;script&gt;alert(1)" in page
    assert 'id="waived-1"' in text("html", accepted)
