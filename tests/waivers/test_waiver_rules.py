"""Waivers applied: exactly one finding stops counting, and a waiver nobody may give is a finding of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from accepted_case import DAY, PROGRAM, contract, digest, found, report, waiver, waivers
from presign.checker.fingerprint import fingerprint
from presign.checker.report import Report
from presign.checker.summary import exit_code, violated, waived
from presign.checker.waivers.apply import apply_waivers
from presign.checker.waivers.limits import WaiverLimits, waiver_limits
from presign.checker.waivers.model import Fault, Waiver
from presign.policylang.core import Severity
from presign.policylang.outcome import Verdict

LIMITS = WaiverLimits(90, "general_manager")


def after(*entries: Waiver, run: Report | None = None, day: date = DAY, shipped: tuple[str, ...] = ()) -> Report:
    return apply_waivers(run or report(), waivers(*entries), LIMITS, day, shipped)


def faults(run: Report) -> list[Fault]:
    assert run.waivers is not None
    return [each.fault for each in run.waivers.findings]


def test_a_waived_finding_is_shown_as_waived_and_counts_no_more() -> None:
    plain = report(contract(charge=True))
    assert exit_code(plain, Severity.HIGH) == 1
    run = after(waiver(document=contract(charge=True)), run=plain)
    (finding,) = waived(run.documents[0])
    assert finding.waived is not None and finding.waived.waiver.approver == "Li Na"
    assert finding.waived.verdict is Verdict.VIOLATED
    assert violated(run.documents[0]) == ()
    assert exit_code(run, Severity.HIGH) == 0
    assert faults(run) == []


def test_it_keeps_its_fingerprint() -> None:
    before = digest("DAY-01", contract())
    run = after(waiver())
    assert fingerprint(found("DAY-01", run.documents[0])) == before


def test_other_words_are_another_finding() -> None:
    run = after(waiver(), run=report(contract(days=120)))
    assert found("DAY-01", run.documents[0]).outcome.verdict is Verdict.VIOLATED
    assert faults(run) == [Fault.UNUSED]


def test_the_same_words_in_another_file_are_not_waived_where_the_waiver_names_one() -> None:
    run = after(waiver(file="supply.docx"), run=report(contract("in/supply.docx"), contract("other.docx")))
    assert [found("DAY-01", each).outcome.verdict for each in run.documents] == [Verdict.WAIVED, Verdict.VIOLATED]
    anywhere = after(waiver(), run=report(contract("in/supply.docx"), contract("other.docx")))
    assert [found("DAY-01", each).outcome.verdict for each in anywhere.documents] == [Verdict.WAIVED] * 2


@pytest.mark.parametrize(
    ("entry", "fault", "severity"),
    [
        (waiver(until=date(2026, 3, 1)), Fault.EXPIRED, Severity.MEDIUM),
        (waiver("NON-09"), Fault.UNKNOWN_RULE, Severity.HIGH),
        (waiver(approver="wang  wei"), Fault.SELF_APPROVED, Severity.HIGH),
        (waiver(fingerprint=""), Fault.TOO_BROAD, Severity.HIGH),
        (waiver(rule="", fingerprint="0" * 16), Fault.TOO_BROAD, Severity.HIGH),
        (waiver(file="*"), Fault.TOO_BROAD, Severity.HIGH),
        (waiver(file="*.docx"), Fault.TOO_BROAD, Severity.HIGH),
        (waiver(file="contracts/**"), Fault.TOO_BROAD, Severity.HIGH),
        (waiver(until=date(2026, 5, 31)), Fault.TOO_LONG, Severity.HIGH),
        (waiver("PEN-01"), Fault.ROLE, Severity.HIGH),
        (waiver("PEN-01", role="credit_manager"), Fault.ROLE, Severity.HIGH),
        (waiver(created=date(2026, 3, 3)), Fault.NOT_YET, Severity.MEDIUM),
    ],
)  # fmt: skip
def test_a_waiver_that_does_not_hold_waives_nothing_and_is_told(
    entry: Waiver, fault: Fault, severity: Severity
) -> None:
    run = after(entry)
    assert faults(run) == [fault]
    assert run.waivers is not None and run.waivers.findings[0].severity is severity
    assert waived(run.documents[0]) == ()


def test_a_waiver_of_a_blocking_rule_holds_with_the_role() -> None:
    run = after(waiver("PEN-01", role="general_manager"))
    assert found("PEN-01", run.documents[0]).outcome.verdict is Verdict.WAIVED
    assert faults(run) == []


def test_the_last_day_still_counts() -> None:
    run = after(waiver(until=DAY))
    assert found("DAY-01", run.documents[0]).outcome.verdict is Verdict.WAIVED


def test_a_bad_waiver_alone_makes_the_run_fail() -> None:
    sound = report(contract(days=30, charge=True))
    assert exit_code(sound, Severity.HIGH) == 0
    run = after(waiver(approver="Wang Wei"), run=sound)
    assert exit_code(run, Severity.HIGH) == 1


def test_a_waiver_that_was_renewed_is_not_told_of() -> None:
    past = waiver(created=date(2026, 1, 1), until=date(2026, 2, 1))
    assert faults(after(past)) == [Fault.EXPIRED]
    assert faults(after(past, waiver())) == []


def test_what_is_for_a_contract_that_is_not_checked_is_not_told_of() -> None:
    assert faults(after(waiver(file="elsewhere.docx"))) == []
    assert faults(after(waiver(file="elsewhere.docx", until=date(2026, 3, 1)))) == []
    assert faults(after(waiver(file="elsewhere.docx", approver="Wang Wei"))) == [Fault.SELF_APPROVED]


def test_a_rule_of_a_pack_that_does_not_run_is_not_unknown() -> None:
    assert faults(after(waiver("NON-09"), shipped=("NON-09",))) == []


def test_what_was_accepted_as_undecided_is_not_accepted_once_it_is_violated() -> None:
    document = contract()
    open_ = found("GRD-01", document)
    assert open_.outcome.verdict is Verdict.UNDECIDED
    entry = waiver("GRD-01", document)
    assert found("GRD-01", after(entry).documents[0]).outcome.verdict is Verdict.WAIVED
    bad = replace(open_, outcome=replace(open_.outcome, verdict=Verdict.VIOLATED, missing=()))
    assert fingerprint(bad, document.blocks) != entry.fingerprint


def test_an_error_is_not_waived() -> None:
    document = contract()
    wrong = found("DAY-01", document)
    wrong = replace(wrong, outcome=replace(wrong.outcome, verdict=Verdict.ERROR))
    broken = replace(
        document, findings=tuple(wrong if each.rule.id == "DAY-01" else each for each in document.findings)
    )
    run = after(waiver(), run=report(broken))
    assert found("DAY-01", run.documents[0]).outcome.verdict is Verdict.ERROR


def test_the_limits_are_parameters_of_the_company() -> None:
    assert waiver_limits(PROGRAM, DAY) == LIMITS
    assert waiver_limits(PROGRAM, date(2019, 1, 1)) == WaiverLimits(None, "")
