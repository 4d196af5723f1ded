"""`presign plan` as text, JSON and calendar."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from click.testing import Result
from icalendar import Calendar, Event
from papers import CASE, CONTRACT, write

Run = Callable[..., Result]


def planned(presign: Run, tmp_path: Path, *more: str, contract: str = CONTRACT, case: str = CASE) -> Result:
    paper, file = write(tmp_path, contract, case)
    return presign("plan", paper, "--case", file, *more)


def as_json(presign: Run, tmp_path: Path, **papers: str) -> Any:
    (document,) = json.loads(planned(presign, tmp_path, "--format", "json", **papers).stdout)["documents"]
    return document


def events(text: str) -> dict[str, Event]:
    calendar = Calendar.from_ical(text)
    found = {str(event["uid"]): event for event in calendar.walk("VEVENT")}
    assert len(found) == len(calendar.walk("VEVENT")), "no UID twice"
    return found


def test_the_plan_of_a_contract(presign: Run, tmp_path: Path) -> None:
    found = as_json(presign, tmp_path)
    (one,) = found["instalments"]
    assert (found["contract"], found["ladder_grade"], found["sound"]) == ("DH-2026-041", "B", True)
    assert (one["due"], one["amount"]) == ("2026-05-01", {"amount": "200000.00", "currency": "CNY"})
    days = {step["action"]: step["day"] for step in one["steps"]}
    assert days["reminder"] == "2026-04-24" and days["letter"] == "2026-05-18" and days["suit"] == "2026-07-15"
    assert days["stop_ship"] == "2026-05-18" and days["guarantor_claim"] == "2026-06-15"
    ends = {each["kind"]: (each["last"], each["basis"]) for each in one["deadlines"]}
    assert ends["guarantee_claim"] == ("2028-05-01", ["CC-692", "CC-693", "GI-34"])
    assert ends["limitation"] == ("2029-05-01", ["CC-188", "CC-189", "CC-195"])
    assert [each["action"] for each in one["left_out"]] == ["bill_recourse"]


def test_a_call_speaks_with_the_contracts_own_words(presign: Run, tmp_path: Path) -> None:
    (one,) = as_json(presign, tmp_path)["instalments"]
    phone = next(step for step in one["steps"] if step["action"] == "phone")
    quotes = {point["topic"]: point["evidence"][0]["quote"] for point in phone["points"]}
    assert "万分之五" in quotes["late_charge"] and "暂停供货" in quotes["suspension"]
    assert "连带责任保证" in quotes["guarantor"] and "律师费" in quotes["costs"]
    assert "acceleration" not in quotes and "title" not in quotes, "the contract has neither"


def test_text_masks_the_account_unless_asked(presign: Run, tmp_path: Path) -> None:
    masked = planned(presign, tmp_path, "--lang", "zh")
    assert masked.exit_code == 0 and "3925601040012345678" not in masked.stdout and "5678" in masked.stdout
    # Where a line breaks depends on how long the path of the file is.
    told = "".join(masked.stdout.split())
    assert "最迟2028-05-01" in told and "民法典第692、693条" in told
    assert "3925601040012345678" in planned(presign, tmp_path, "--full", "--lang", "zh").stdout


def test_a_plan_with_gaps_ends_with_one(presign: Run, tmp_path: Path) -> None:
    result = planned(presign, tmp_path, "--lang", "en", case="customer: {name: 天目机械有限公司}\n")
    assert result.exit_code == 1
    told = " ".join(result.stdout.split())
    assert "grade C is assumed, the strictest that buys on credit" in told
    assert "nobody answers for the collection" in told and "the plan has gaps" in told


def test_without_a_price_the_plan_says_what_is_missing(presign: Run, tmp_path: Path) -> None:
    contract = CONTRACT.replace("，合同总价为人民币200,000.00元（大写：人民币贰拾万元整）", "，价格以订单为准")
    result = planned(presign, tmp_path, "--lang", "en", contract=contract)
    assert result.exit_code == 1 and "nothing can be dated" in " ".join(result.stdout.split())


def test_an_agreed_arbitration_is_named(presign: Run, tmp_path: Path) -> None:
    contract = CONTRACT.replace("由甲方住所地人民法院管辖", "提交宁波仲裁委员会仲裁")
    assert "依约定为仲裁" in planned(presign, tmp_path, "--lang", "zh", contract=contract).stdout


def test_no_contract_is_a_mistake_of_use(presign: Run) -> None:
    assert presign("plan").exit_code == 2


def test_the_calendar_can_be_read_back(presign: Run, tmp_path: Path) -> None:
    text = planned(presign, tmp_path, "--format", "ics", "--lang", "zh").stdout
    found = events(text)
    days = {event["summary"].split("：")[0]: event.decoded("dtstart") for event in found.values()}
    assert days["到期提醒"] == date(2026, 4, 24) and days["催款函"] == date(2026, 5, 18)
    for event in found.values():
        assert type(event.decoded("dtstart")) is date, "whole days"
        assert (event.decoded("dtend") - event.decoded("dtstart")).days == 1
        assert event.decoded("dtstamp").replace(tzinfo=None) == datetime(2026, 3, 2), "the day judged, not the clock"
        assert "3925601040012345678" not in event["description"]
        assert "presign" in {str(each) for each in event["categories"].cats}
    assert all(len(line.encode()) <= 75 for line in text.replace("\r\n", "\n").split("\n")), "RFC 5545, 3.1"
    assert planned(presign, tmp_path, "--format", "ics", "--lang", "zh").stdout == text


def test_a_plan_made_again_moves_its_events(presign: Run, tmp_path: Path) -> None:
    before = events(planned(presign, tmp_path, "--format", "ics").stdout)
    later = CONTRACT.replace("收货后30日内", "收货后45日内")
    after = events(planned(presign, tmp_path, "--format", "ics", contract=later).stdout)
    assert set(before) == set(after)
    assert all(before[uid].decoded("dtstart") <= after[uid].decoded("dtstart") for uid in before)
    other = events(planned(presign, tmp_path, "--format", "ics", contract=CONTRACT.replace("041", "042")).stdout)
    assert not set(before) & set(other)


def test_the_bad_payer_of_the_samples(presign: Run, samples: Path) -> None:
    name = "zh-dangerous-construction-supply"
    case = samples / "cases" / f"{name}.yaml"
    result = presign("plan", samples / f"{name}.docx", "--case", case, "--as-of", "2026-03-02", "--format", "json")
    (found,) = json.loads(result.stdout)["documents"]
    assert result.exit_code == 1
    assert (found["grade"], found["ladder_grade"]) == ("C", "D")
    undated = [one for one in found["instalments"] if one["due"] is None]
    assert [one["first"]["event"] for one in undated] == ["third_party_payment", "audit"]
    assert all(one["steps"] for one in undated)
    assert "CRT-07" in found["blockers"]
