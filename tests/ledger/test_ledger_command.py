"""`presign ledger`, and a check that takes a ledger."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from presign.cli import main

ROOT = Path(__file__).parents[2]
CUSTOMERS = "客户名称,统一社会信用代码,信用额度,等级,开户账号\n合肥启岳包装机械有限公司,91340100MA8N4T6W2T,250万元,B,6222021001001234567\n"
INVOICES = "客户名称,发票号码,开票日期,到期日,金额\n合肥启岳包装机械有限公司,F1,2025-11-01,2025-12-16,640000\n"
PAYMENTS = "客户名称,流水号,发票号码,收款日期,金额\n合肥启岳包装机械有限公司,P1,F1,2026-01-15,140000\n"
CONTRACT = str(ROOT / "samples" / "zh-sound-equipment-sale.docx")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments])


@pytest.fixture
def db(tmp_path: Path) -> str:
    path = str(tmp_path / "books.db")
    assert run("ledger", "init", "--db", path, "--lang", "en").output == f"the ledger is ready: `{path}`\n"
    for kind, content in (("customers", CUSTOMERS), ("invoices", INVOICES), ("payments", PAYMENTS)):
        (tmp_path / f"{kind}.csv").write_text(content, encoding="gb18030")
        done = run("ledger", "import", kind, str(tmp_path / f"{kind}.csv"), "--db", path, "--lang", "en")
        assert (done.exit_code, done.output) == (0, "1 rows added, 0 changed, 0 known already, 0 rejected\n")
    return path


def test_the_overview(db: str) -> None:
    done = run("ledger", "show", "--db", db, "--lang", "en")
    assert done.exit_code == 0
    assert "  invoices: 1  2025-11-01 – 2025-11-01\n" in done.output
    assert "customers from `customers.csv`: 1 added" in done.output
    held = json.loads(run("ledger", "show", "--db", db, "--format", "json").output)["held"]
    assert held[2] == {"kind": "payments", "count": 1, "first": "2026-01-15", "last": "2026-01-15"}


def test_a_customers_figures_with_numbers_masked(db: str) -> None:
    arguments = ("ledger", "show", "91340100MA8N4T6W2T", "--db", db, "--as-of", "2026-03-02")
    done = run(*arguments, "--lang", "en")
    assert done.exit_code == 0
    assert "registration number: **************6W2T" in done.output
    assert "bank account: ***************4567" in done.output
    # 500,000 open since 16 December: 76 days; paid 140,000, 30 days late: (140×30 + 500×76) / 640.
    assert "overdue: CNY 500,000.00" in done.output and "oldest overdue: 76 days" in done.output
    assert "average days late, 12 months: 65.94 days" in done.output
    assert "ageing by days past due: 61–90: CNY 500,000.00" in done.output
    assert "can't be told" in done.output and "exposure" in done.output.rpartition("can't be told")[2]
    full = run(*arguments, "--lang", "zh", "--full")
    assert "统一社会信用代码：91340100MA8N4T6W2T" in full.output and "逾期金额：人民币500,000.00元" in full.output
    told = json.loads(run(*arguments, "--format", "json").output)
    assert told["figures"]["overdue"] == {"amount": "500000.00", "currency": "CNY"}
    assert told["figures"]["exposure"] is None


def test_rejected_rows_are_shown_masked_and_end_with_1(db: str, tmp_path: Path) -> None:
    path = tmp_path / "more.csv"
    path.write_text("name,tax id\n合肥启岳包装机械有限公司,91340100MA8N4T6W99\n", encoding="utf-8")
    done = run("ledger", "import", "customers", str(path), "--db", db, "--lang", "en")
    assert done.exit_code == 1
    assert "`uscc` is **************6W99 here and **************6W2T in the ledger" in done.output
    assert "rejected rows, each with its reason" in done.output
    assert "91340100MA8N4T6W99" in (tmp_path / "more.rejected.csv").read_text(encoding="utf-8-sig")
    full = run("ledger", "import", "customers", str(path), "--db", db, "--lang", "en", "--full")
    assert "91340100MA8N4T6W99" in full.output


def test_problems_end_with_2(tmp_path: Path) -> None:
    missing = run("ledger", "show", "--db", str(tmp_path / "none.db"), "--lang", "en")
    assert missing.exit_code == 2
    assert "presign ledger init" in missing.output
    refused = run("ledger", "import", "invoices", "none.csv", "--db", str(tmp_path / "none.db"), "--lang", "zh")
    assert refused.exit_code == 2 and "没有台账" in refused.output


def test_nobody_of_that_name(db: str) -> None:
    done = run("ledger", "show", "合肥启岳包装机械公司", "--db", db, "--lang", "en")
    assert done.exit_code == 2
    assert "but has `合肥启岳包装机械有限公司` (**************6W2T)" in done.output


def test_no_progress_bar_where_there_is_no_terminal(db: str, tmp_path: Path) -> None:
    done = run("ledger", "import", "invoices", str(tmp_path / "invoices.csv"), "--db", db, "--lang", "en")
    assert done.stderr == "" and done.stdout == "0 rows added, 0 changed, 1 known already, 0 rejected\n"


def test_a_check_judges_by_the_ledger(db: str) -> None:
    arguments = ("check", CONTRACT, "--as-of", "2026-03-02", "--format", "json")

    def judged(*more: str) -> list[dict[str, Any]]:
        documents = json.loads(run(*arguments, *more).stdout)["documents"]
        return [each for each in documents[0]["verdicts"] if "history.overdue_max_days" in each["facts"]]

    (found,) = judged("--ledger", db)
    # Overdue for 76 days; a grade B customer may be 15.
    assert (found["rule"], found["verdict"]) == ("CCA-01", "violated")
    fact = found["facts"]["history.overdue_max_days"]
    assert (fact["state"], fact["origin"]) == ("stated", "ledger")


def test_a_check_tells_why_the_ledger_knows_nothing(db: str) -> None:
    contract = str(ROOT / "samples" / "en-sound-supply.docx")
    done = run("check", contract, "--ledger", db, "--lang", "en")
    assert "has no customer `Halden Retail Fit-out Limited`" in done.stderr
    assert run("check", CONTRACT, "--ledger", f"{db}.none", "--lang", "en").exit_code == 2


def test_a_check_masks_numbers_unless_full() -> None:
    done = run("facts", CONTRACT, "--lang", "en")
    assert "91340100MA8N4T6W2T" not in done.output and "**************6W2T" in done.output
    assert "91340100MA8N4T6W2T" in run("facts", CONTRACT, "--lang", "en", "--full").output


def test_a_progress_bar_on_a_terminal_leaves_the_output_clean(db: str, tmp_path: Path) -> None:
    pty = pytest.importorskip("pty", reason="no terminals here")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "presign", "ledger", "import", "invoices", str(tmp_path / "invoices.csv")]
    done = subprocess.run([*command, "--db", db, "--lang", "en"], stdout=subprocess.PIPE, stderr=theirs, check=True)
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert "importing" in shown
    assert done.stdout == b"0 rows added, 0 changed, 1 known already, 0 rejected\n"
