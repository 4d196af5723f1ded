"""`presign worklist`: contracts and open invoices of a day."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from click.testing import Result
from papers import CASE, CONTRACT, write

Run = Callable[..., Result]


def listed(presign: Run, day: str, *more: object) -> Any:
    result = presign("worklist", "--as-of", day, "--format", "json", *more)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)["customers"]


def contract(presign: Run, tmp_path: Path, day: str) -> list[tuple[str, str, str]]:
    paper, _ = write(tmp_path)
    groups = listed(presign, day, paper, "--case-dir", tmp_path)
    return [(work["state"], work["action"], work["day"]) for group in groups for work in group["work"]]


def test_before_the_first_step_only_the_paper_is_asked_for(presign: Run, tmp_path: Path) -> None:
    assert contract(presign, tmp_path, "2026-03-31") == []
    assert contract(presign, tmp_path, "2026-04-01") == [("today", "first", "2026-04-01")]
    assert contract(presign, tmp_path, "2026-04-10") == [("overdue", "first", "2026-04-01")]


def test_the_step_of_the_day_and_the_one_left_over(presign: Run, tmp_path: Path) -> None:
    assert ("today", "reminder", "2026-04-24") in contract(presign, tmp_path, "2026-04-24")
    assert contract(presign, tmp_path, "2026-05-12") == [("overdue", "statement", "2026-05-11")]
    today = contract(presign, tmp_path, "2026-05-18")
    assert today == [("today", "letter", "2026-05-18"), ("today", "stop_ship", "2026-05-18")]


def test_steps_left_behind_are_named(presign: Run, tmp_path: Path) -> None:
    paper, case = write(tmp_path)
    (group,) = listed(presign, "2026-05-18", paper, "--case", case)
    assert group["customer"] == "天目机械有限公司" and group["days_late"] == 12
    assert group["work"][0]["earlier"] == ["reminder", "phone", "statement"]
    assert group["work"][0]["owner"] == "林晓"


def test_a_deadline_comes_up_in_time_and_is_missed_loudly(presign: Run, tmp_path: Path) -> None:
    # Reminded of the guarantee's end on 1 May 2028 thirty days before, on Saturday 1 April: so on Friday 31 March.
    assert ("deadline", "guarantee_claim", "2028-05-01") not in contract(presign, tmp_path, "2028-03-30")
    assert ("deadline", "guarantee_claim", "2028-05-01") in contract(presign, tmp_path, "2028-03-31")
    assert ("gone", "guarantee_claim", "2028-05-01") in contract(presign, tmp_path, "2028-05-02")


INVOICES = """\
customer,number,issued_on,due_on,amount,currency,disputed
Ash Tools Co.,A-1,2026-03-01,2026-05-01,"90,000.00",CNY,no
Ash Tools Co.,A-2,2026-04-01,2026-06-30,"10,000.00",CNY,no
Birch Pumps Co.,B-1,2026-03-01,2026-05-01,"300,000.00",CNY,yes
Cedar Valves Co.,C-1,2026-03-01,2026-05-01,"800,000.00",CNY,no
天目机械有限公司,T-1,2026-04-01,2026-05-01,"200,000.00",CNY,no
=HYPERLINK(1),X-1,2026-03-01,2026-05-01,"1,000.00",CNY,no
"""
CUSTOMERS = """\
name,grade
Ash Tools Co.,A
Birch Pumps Co.,C
Cedar Valves Co.,B
天目机械有限公司,B
=HYPERLINK(1),B
"""
PAYMENTS = """\
customer,reference,invoice_number,paid_on,amount,currency
Cedar Valves Co.,P-1,C-1,2026-04-30,"800,000.00",CNY
Birch Pumps Co.,P-2,B-1,2026-04-30,"50,000.00",CNY
"""


def kept(presign: Run, tmp_path: Path) -> Path:
    ledger = tmp_path / "ledger.db"
    assert presign("ledger", "init", "--db", ledger).exit_code == 0
    for kind, text in (("customers", CUSTOMERS), ("invoices", INVOICES), ("payments", PAYMENTS)):
        path = tmp_path / f"{kind}.csv"
        path.write_text(text, encoding="utf-8")
        result = presign("ledger", "import", kind, path, "--db", ledger)
        assert result.exit_code == 0, result.output
    return ledger


def test_open_invoices_by_amount(presign: Run, tmp_path: Path) -> None:
    groups = listed(presign, "2026-05-20", "--ledger", kept(presign, tmp_path))
    assert [(group["customer"], group["amount"]["amount"], group["days_late"]) for group in groups] == [
        ("Birch Pumps Co.", "250000.00", 19),
        ("天目机械有限公司", "200000.00", 19),
        ("Ash Tools Co.", "90000.00", 19),
        ("=HYPERLINK(1)", "1000.00", 19),
    ]
    birch, tianmu, ash, _ = (group["work"] for group in groups)
    # Grade C visits after 15 days, on Saturday 16 May, so on the 18th; B writes then; A has only telephoned, on the 6th.
    assert [(work["action"], work["day"], work["disputed"]) for work in birch] == [("visit", "2026-05-18", True)]
    assert [(work["action"], work["day"]) for work in tianmu] == [("letter", "2026-05-18")]
    assert [(work["action"], work["day"]) for work in ash] == [("phone", "2026-05-06")]


def test_an_invoice_of_a_contracts_instalment_is_one_thing(presign: Run, tmp_path: Path) -> None:
    ledger = kept(presign, tmp_path)
    paper, _ = write(tmp_path)
    groups = listed(presign, "2026-05-18", paper, "--case-dir", tmp_path, "--ledger", ledger)
    (own,) = (group for group in groups if group["customer"] == "天目机械有限公司")
    assert own["amount"]["amount"] == "200000.00"
    assert [(work["action"], work["instalment"], work["invoice"]) for work in own["work"]] == [
        ("letter", 1, "T-1"),
        ("stop_ship", 1, "T-1"),
    ]


def test_an_instalment_of_which_the_ledger_has_nothing_open_says_so(presign: Run, tmp_path: Path) -> None:
    ledger = kept(presign, tmp_path)
    contract_text = CONTRACT.replace("天目机械有限公司", "Cedar Valves Co.")
    paper, case = write(tmp_path, contract_text, CASE.replace("天目机械有限公司", "Cedar Valves Co."))
    groups = listed(presign, "2026-05-18", paper, "--case", case, "--ledger", ledger)
    (own,) = (group for group in groups if group["customer"] == "Cedar Valves Co.")
    assert all(work["nothing_open"] for work in own["work"])


def test_a_habit_needs_more_than_one_invoice(presign: Run, tmp_path: Path) -> None:
    ledger = kept(presign, tmp_path)
    path = tmp_path / "more.csv"
    rows = 'Ash Tools Co.,A-{},2025-0{}-01,2025-0{}-15,"90,000.00",CNY,no\n'
    head, *_ = INVOICES.splitlines(keepends=True)
    path.write_text(head + rows.format(3, 6, 6) + rows.format(4, 7, 7), encoding="utf-8")
    paid = tmp_path / "paid.csv"
    head, *_ = PAYMENTS.splitlines(keepends=True)
    paid.write_text(
        f'{head}Ash Tools Co.,P-3,A-3,2025-09-15,"90,000.00",CNY\nAsh Tools Co.,P-4,A-4,2025-10-15,"90,000.00",CNY\n',
        encoding="utf-8",
    )
    for kind, file in (("invoices", path), ("payments", paid)):
        assert presign("ledger", "import", kind, file, "--db", ledger).exit_code == 0
    (ash,) = (each for each in listed(presign, "2026-05-20", "--ledger", ledger) if each["customer"] == "Ash Tools Co.")
    # Three invoices late: grade A is dunned like B, which writes after 15 days, on Saturday 16 May, so on the 18th.
    assert [(work["action"], work["day"]) for work in ash["work"]] == [("letter", "2026-05-18")]


def test_csv_runs_nothing(presign: Run, tmp_path: Path) -> None:
    ledger = kept(presign, tmp_path)
    result = presign("worklist", "--as-of", "2026-05-20", "--ledger", ledger, "--format", "csv", "--lang", "en")
    rows = list(csv.DictReader(io.StringIO(result.stdout.removeprefix("\ufeff"))))
    assert rows[0]["customer"] == "Birch Pumps Co." and rows[0]["amount"] == "250000.00"
    assert rows[-1]["customer"] == "'=HYPERLINK(1)"


def test_text_says_what_to_do(presign: Run, tmp_path: Path) -> None:
    ledger = kept(presign, tmp_path)
    result = presign("worklist", "--as-of", "2026-05-20", "--ledger", ledger, "--lang", "en")
    told = " ".join(result.stdout.split())
    assert "Birch Pumps Co.: CNY 250,000.00, 19 days late at most" in told
    assert "visit 2026-05-18 (overdue): invoice B-1" in told and "in dispute: settle that first" in told
    nothing = presign("worklist", "--as-of", "2025-01-01", "--ledger", ledger, "--lang", "en")
    assert nothing.exit_code == 0 and "nothing is to be done" in nothing.stdout


def test_one_bad_case_does_not_hide_the_rest(presign: Run, tmp_path: Path) -> None:
    paper, _ = write(tmp_path)
    other = tmp_path / "other.txt"
    other.write_text(CONTRACT.replace("041", "042"), encoding="utf-8")
    (tmp_path / "other.yaml").write_text("customer: {grade: Z}\n", encoding="utf-8")
    result = presign("worklist", "--as-of", "2026-05-18", paper, other, "--case-dir", tmp_path, "--lang", "en")
    assert result.exit_code == 2 and "other.yaml" in result.stderr
    assert "DH-2026-041" in result.stdout and "DH-2026-042" not in result.stdout


def test_a_contract_without_a_case_is_judged_without(presign: Run, tmp_path: Path) -> None:
    paper, case = write(tmp_path)
    case.unlink()
    result = presign("worklist", "--as-of", "2026-05-18", paper, "--case-dir", tmp_path, "--lang", "en")
    assert result.exit_code == 0 and "has no case file" in result.stderr and "nobody named" in result.stdout


def test_nothing_to_list_from_is_a_mistake_of_use(presign: Run) -> None:
    assert presign("worklist", "--as-of", "2026-05-18").exit_code == 2
