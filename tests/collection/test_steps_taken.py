"""Steps of collection on record: what was done, what is overdue, what comes next, and promises not kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from papers import write
from presign.collection.progress import Standing, stands
from presign.ledger.store.steps import Taken

Run = Callable[..., Result]
LADDER = [
    (date(2026, 4, 24), "reminder"),
    (date(2026, 5, 6), "phone"),
    (date(2026, 5, 11), "statement"),
    (date(2026, 5, 18), "letter"),
    (date(2026, 6, 1), "visit"),
]


def standing(day: date, *done: str) -> list[str]:
    taken = [Taken(action, day) for action in done]
    return [stand.standing.value for stand in stands(LADDER, taken, day)]


@pytest.mark.parametrize(
    ("day", "done", "wanted"),
    [
        (date(2026, 4, 1), (), "next later later later later"),
        (date(2026, 5, 11), (), "overdue overdue today next later"),
        (date(2026, 5, 12), ("reminder", "phone"), "done done overdue next later"),
        (date(2026, 5, 12), ("statement",), "passed_over passed_over done next later"),
        (date(2026, 5, 12), ("letter",), "passed_over passed_over passed_over done next"),
        (date(2026, 6, 2), ("reminder", "phone", "statement", "letter", "visit"), "done done done done done"),
    ],
)
def test_how_each_step_stands(day: date, done: tuple[str, ...], wanted: str) -> None:
    assert standing(day, *done) == wanted.split()
    assert all(each in set(Standing) for each in standing(day, *done))


@pytest.fixture
def ledger(presign: Run, tmp_path: Path) -> Path:
    """A ledger with the customer of the contract and the invoice of its instalment."""
    path = tmp_path / "ledger.db"
    assert presign("ledger", "init", "--db", path).exit_code == 0
    files = {
        "customers": "name,grade\n天目机械有限公司,B\nAsh Tools Co.,A\n",
        "invoices": "customer,number,issued_on,due_on,amount,currency\n"
        '天目机械有限公司,T-1,2026-04-01,2026-05-01,"200,000.00",CNY\n'
        'Ash Tools Co.,A-1,2026-03-01,2026-05-01,"90,000.00",CNY\n',
        "payments": 'customer,reference,paid_on,amount,currency\nAsh Tools Co.,P-0,2025-01-01,"1.00",CNY\n',
    }
    for kind, text in files.items():
        load(presign, path, kind, text)
    return path


def load(presign: Run, ledger: Path, kind: str, text: str) -> Result:
    path = ledger.parent / f"{kind}.csv"
    path.write_text(text, encoding="utf-8")
    result = presign("ledger", "import", kind, path, "--db", ledger)
    assert result.exit_code == 0, result.output
    return result


def planned(presign: Run, tmp_path: Path, ledger: Path, day: str, *more: object) -> Any:
    paper, case = write(tmp_path)
    result = presign("plan", paper, "--case", case, "--ledger", ledger, "--as-of", day, "--format", "json", *more)
    assert result.exit_code in (0, 1), result.output
    return {step["action"]: step for step in json.loads(result.stdout)["documents"][0]["instalments"][0]["steps"]}


def listed(presign: Run, tmp_path: Path, ledger: Path, day: str) -> dict[str, Any]:
    paper, _ = write(tmp_path)
    result = presign("worklist", paper, "--case-dir", tmp_path, "--ledger", ledger, "--as-of", day, "--format", "json")
    assert result.exit_code == 0, result.output
    return {group["customer"]: group for group in json.loads(result.stdout)["customers"]}


def test_a_step_put_on_record_shows_in_plan_and_worklist(presign: Run, tmp_path: Path, ledger: Path) -> None:
    for step, on in (("reminder", "2026-04-24"), ("电话催款", "2026-05-07")):
        planned(presign, tmp_path, ledger, on, "--done", step, "--on", on, "--by", "林晓", "--note", "下周付")
    steps = planned(presign, tmp_path, ledger, "2026-05-12")
    assert [steps[name]["standing"] for name in ("reminder", "phone", "statement", "letter")] == [
        "done",
        "done",
        "overdue",
        "next",
    ]
    assert steps["phone"]["done"] == {"on": "2026-05-07", "by": "林晓", "note": "下周付"}
    group = listed(presign, tmp_path, ledger, "2026-05-12")["天目机械有限公司"]
    (work,) = group["work"]
    assert (work["action"], work["state"], work["earlier"]) == ("statement", "overdue", [])
    assert [each["action"] for each in work["done"]] == ["reminder", "phone"]


def test_when_all_that_has_come_is_done_the_next_step_is_named(presign: Run, tmp_path: Path, ledger: Path) -> None:
    planned(presign, tmp_path, ledger, "2026-05-11", "--done", "statement")
    (work,) = listed(presign, tmp_path, ledger, "2026-05-12")["天目机械有限公司"]["work"]
    assert (work["action"], work["day"], work["state"]) == ("letter", "2026-05-18", "next")
    # A step of a later day isn't known before it.
    early = listed(presign, tmp_path, ledger, "2026-05-10")["天目机械有限公司"]["work"]
    assert [(each["action"], each["state"]) for each in early] == [("phone", "overdue")]


def test_steps_are_imported_for_contracts_and_invoices(presign: Run, tmp_path: Path, ledger: Path) -> None:
    text = (
        "客户名称,合同编号,期次,发票号码,催收动作,催收日期,经办人,备注\n"
        "天目机械有限公司,DH-2026-041,1,,催款函,2026-05-18,沈维,EMS 签收\n"
        "Ash Tools Co.,,,A-1,电话,2026-05-07,Xu,\n"
    )
    load(presign, ledger, "steps", text)
    assert "0 rows added" in load(presign, ledger, "steps", text).output
    groups = listed(presign, tmp_path, ledger, "2026-05-19")
    tianmu, ash = groups["天目机械有限公司"]["work"], groups["Ash Tools Co."]["work"]
    assert [(work["action"], work["state"]) for work in tianmu] == [("stop_ship", "overdue")]
    # Grade A sends the statement after 20 days, on 21 May.
    assert [(work["action"], work["day"], work["state"]) for work in ash] == [("statement", "2026-05-21", "next")]


def test_a_step_about_the_invoice_of_an_instalment_is_about_both(presign: Run, tmp_path: Path, ledger: Path) -> None:
    load(presign, ledger, "steps", "customer,invoice,step,date\n天目机械有限公司,T-1,statement,2026-05-11\n")
    assert planned(presign, tmp_path, ledger, "2026-05-12")["statement"]["standing"] == "done"


def test_rows_that_name_nothing_or_no_invoice_of_ours_are_rejected(presign: Run, tmp_path: Path, ledger: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(
        "customer,contract,invoice,step,date\nAsh Tools Co.,,,phone,2026-05-07\nAsh Tools Co.,,A-9,phone,2026-05-07\n"
        "Ash Tools Co.,,A-1,shout,2026-05-07\n",
        encoding="utf-8",
    )
    result = presign("ledger", "import", "steps", path, "--db", ledger, "--lang", "en")
    assert result.exit_code == 1
    assert "neither a contract nor an invoice" in result.output and "no invoice `A-9`" in result.output
    assert "`shout` isn't a word this column knows" in result.output


def test_a_promise_made_on_the_telephone_and_broken_counts(presign: Run, tmp_path: Path, ledger: Path) -> None:
    planned(presign, tmp_path, ledger, "2026-05-06", "--done", "phone", "--promised", "2026-05-13")
    assert listed(presign, tmp_path, ledger, "2026-05-13")["天目机械有限公司"]["broken_promises"] == 0
    assert listed(presign, tmp_path, ledger, "2026-05-14")["天目机械有限公司"]["broken_promises"] == 1
    shown = presign(
        "ledger", "show", "天目机械有限公司", "--db", ledger, "--as-of", "2026-05-14", "--lang", "en"
    ).output
    assert "broken promises, 12 months: 1" in shown
    text = presign("worklist", "--ledger", ledger, "--as-of", "2026-05-14", "--lang", "en").stdout
    assert "promises broken in 12 months: 1" in text


def test_the_end_of_the_ladder_is_told_while_the_money_is_open(presign: Run, tmp_path: Path, ledger: Path) -> None:
    load(
        presign,
        ledger,
        "steps",
        "customer,invoice,step,date\nAsh Tools Co.,A-1,suit,2026-08-20\nAsh Tools Co.,A-1,preservation,2026-08-20\n",
    )
    (work,) = listed(presign, tmp_path, ledger, "2026-09-01")["Ash Tools Co."]["work"]
    assert work["state"] == "end"


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--done", "shout"), "is no step"),
        (("--done", "phone", "--instalment", "7"), "--instalment"),
        (("--note", "x"), "go with `--done`"),
        (("--done", "phone", "--customer", "Nobody Ltd"), "no customer `Nobody Ltd`"),
    ],
)
def test_what_cannot_be_put_on_record_is_told(
    presign: Run, tmp_path: Path, ledger: Path, more: tuple[str, ...], told: str
) -> None:
    paper, case = write(tmp_path)
    result = presign("plan", paper, "--case", case, "--ledger", ledger, "--as-of", "2026-05-06", "--lang", "en", *more)
    assert result.exit_code == 2 and told in result.output


def test_the_same_step_twice_is_one_and_the_text_says_how_things_stand(
    presign: Run, tmp_path: Path, ledger: Path
) -> None:
    paper, case = write(tmp_path)
    run = ("plan", paper, "--case", case, "--ledger", ledger, "--as-of", "2026-05-12", "--lang", "en")
    first = presign(*run, "--done", "phone", "--on", "2026-05-07", "--note", "pays next week")
    assert "on record: phone call, 2026-05-07, DH-2026-041 instalment 1" in first.stderr
    assert "nothing was added" in presign(*run, "--done", "phone", "--on", "2026-05-07").stderr
    told = presign(*run).stdout
    assert "✓ 2026-05-06  phone call" in told and "done 2026-05-07: pays next week" in told
    assert "– 2026-04-24  reminder" in told and "✗ 2026-05-11  statement" in told and "→ 2026-05-18" in told
