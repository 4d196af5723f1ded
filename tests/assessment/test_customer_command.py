"""`presign customer`: whom it finds, what it says, and in which form."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from lxml import html

Run = Callable[..., Result]
DAY = ("--as-of", "2026-03-02", "--lang", "en")
NAME, NUMBER, ACCOUNT = "青岛澜汐冷链有限公司", "91370200MA3X7Q2L5K", "3700 1986 5501 4402 913"

FILES = {
    "customers": (
        "name,uscc,grade,credit_limit,currency,limit_expiry,max_days,on_hold,established_on,bank_account",
        f"{NAME},{NUMBER},A,800000,CNY,2026-02-01,60 days,yes,2019-03-05,{ACCOUNT}",
        "青岛澜汐冷链物流有限公司,91370200MA3X7Q2L6J,,,,,,,,",
    ),
    "invoices": (
        "customer,number,issued_on,due_on,amount,disputed",
        f"{NAME},24372000000123456781,2025-09-01,2025-10-01,600000,no",
        f"{NAME},LX-2,2025-11-01,2025-12-01,600000,no",
        f"{NAME},LX-3,2026-01-15,2026-02-14,300000,yes",
    ),
    "payments": (
        "customer,reference,invoice_number,paid_on,amount",
        f"{NAME},P-1,24372000000123456781,2025-09-28,600000",
        f"{NAME},P-2,LX-2,2025-12-11,600000",
    ),
    "promises": ("customer,made_on,promised_on,amount", f"{NAME},2026-02-15,2026-02-20,300000"),
    "returned-bills": ("customer,number,returned_on,amount", f"{NAME},B-77,2025-08-08,10000"),
}
CASE = f"""\
customer:
  name: {NAME}
  paid_in_capital: CNY 12,000,000
  dishonest_list: no
  consumption_restricted: no
  bankruptcy: no
  severe_illegal_list: no
  bill_default_list: no
  is_new: no
  enforcement_amount: CNY 0
  abnormal_list: no
  payment_suits_12m: 0
fin:
  total_assets: CNY 1,000
  total_liabilities: CNY 400
  current_assets: CNY 500
  current_liabilities: CNY 300
  retained_earnings: CNY 300
  ebit: CNY 150
  sales: CNY 1,500
security: {{coverage_ratio: 0%}}
"""


@pytest.fixture
def ledger(presign: Run, tmp_path: Path) -> Path:
    book = tmp_path / "ledger.db"
    assert presign("ledger", "init", "--db", book).exit_code == 0
    for kind, lines in FILES.items():
        path = tmp_path / f"{kind}.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        done = presign("ledger", "import", kind, path, "--db", book)
        assert done.exit_code == 0, done.output
    return book


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "lanxi.yaml"
    path.write_text(CASE, encoding="utf-8")
    return path


def as_json(presign: Run, *arguments: object) -> Any:
    result = presign("customer", *arguments, *DAY, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_ledger_and_case_make_one_file(presign: Run, ledger: Path, case: Path) -> None:
    found = as_json(presign, NUMBER, "--ledger", ledger, "--case", case)
    points = {each["table"]: each["low"] for each in found["score"]["criteria"]}
    # 1,500,000 count: 600,000 paid early, 600,000 paid 10 days late, 300,000 open for 16 days: 10.8M ÷ 1.5M = 7.2 days.
    assert found["facts"]["history.avg_days_late"]["value"] == 7.2
    expected = {
        "score_days_late": 7.2,
        "score_on_time": 0,  # 40%
        "score_overdue": 2.4,  # 16 days
        "score_promises": 3.6,  # the promise of 20 February
        "score_returned_bills": 2.1,
        "score_z": 12,  # 2.99, computed
        "score_debt_ratio": 6,  # 40%
        "score_current_ratio": 3.5,  # 1.67
        "score_age": 4.8,  # 83 months
        "score_capital": 6,
        "score_enforcement": 5,
        "score_abnormal": 4,
        "score_suits": 3,
        "score_disputes": 1.5,
        "score_security": 0,
    }
    assert points == expected
    # 61.1 of 100
    assert (found["score"]["low"], found["score"]["high"]) == (61.1, 61.1)
    assert found["grade"]["final"] == {"worst": "C", "best": "C"} and found["grade"]["settled"]
    # 125,000 a month × 15 ÷ 30 × 60%
    assert found["proposed"]["best"]["limit"] == {"amount": "37500.00", "currency": "CNY"}
    assert found["recorded"]["limit_expired"] and found["recorded"]["on_hold"]
    assert found["facts"]["fin.z_score"] == {"value": 2.99, "origin": f"{case}:14", "computed": True}


def test_a_ledger_alone_leaves_the_registers_open(presign: Run, ledger: Path) -> None:
    found = as_json(presign, NAME, "--ledger", ledger)
    # 7.2 + 0 + 2.4 + 3.6 + 2.1 + 4.8 + 1.5 is certain; 12 + 6 + 5 + 6 + 5 + 4 + 3 + 5 isn't known.
    assert (found["score"]["low"], found["score"]["high"]) == (21.6, 67.6)
    assert found["grade"]["final"] == {"worst": "D", "best": "B"}
    settle = found["grade"]["settle"]
    assert settle[:3] == ["customer.dishonest_list", "customer.consumption_restricted", "customer.bankruptcy"]
    assert settle[5] == "fin.z_score", "the heaviest criterion comes first"


def test_a_case_alone_needs_no_name_and_no_ledger(presign: Run, case: Path, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PRESIGN_LEDGER", raising=False)
    found = as_json(presign, "--case", case)
    assert found["name"] == NAME and found["ledger"] is None
    text = presign("customer", NAME, "--case", case, *DAY)
    assert text.exit_code == 0 and "payments and ageing stand in the ledger" in text.output


def test_the_ledger_is_used_when_no_case_is_given(presign: Run, ledger: Path, monkeypatch: Any) -> None:
    monkeypatch.setenv("PRESIGN_LEDGER", str(ledger))
    assert as_json(presign, NUMBER)["name"] == NAME


def test_a_name_that_is_not_exact_gets_candidates(presign: Run, ledger: Path) -> None:
    result = presign("customer", "青岛澜汐冷链", "--ledger", ledger, *DAY)
    assert result.exit_code == 2 and result.stdout == ""
    assert f"`{NAME}` (**************2L5K)" in result.stderr and "青岛澜汐冷链物流有限公司" in result.stderr
    nobody = presign("customer", "宁波望潮", "--ledger", ledger, *DAY)
    assert nobody.exit_code == 2 and "宁波望潮" in nobody.stderr


def test_a_case_of_somebody_else_is_refused(presign: Run, ledger: Path, case: Path) -> None:
    for words in ("青岛澜汐冷链物流有限公司", "91370200MA3X7Q2L6J"):
        result = presign("customer", words, "--ledger", ledger, "--case", case, *DAY)
        assert result.exit_code == 2 and f"the case file is about `{NAME}`" in result.stderr
    alone = presign("customer", "宁波望潮商贸有限公司", "--case", case, *DAY)
    assert alone.exit_code == 2 and "not `宁波望潮商贸有限公司`" in alone.stderr


def test_nobody_is_no_customer(presign: Run, tmp_path: Path, ledger: Path) -> None:
    path = tmp_path / "nobody.yaml"
    path.write_text("fin: {current_ratio: 1.2}\n", encoding="utf-8")
    result = presign("customer", "--case", path, "--ledger", ledger, *DAY)
    assert result.exit_code == 2 and "no customer is named" in result.stderr


def test_a_customer_the_ledger_lacks_is_judged_by_its_case(presign: Run, ledger: Path, tmp_path: Path) -> None:
    path = tmp_path / "new.yaml"
    path.write_text("customer: {name: 宁波望潮商贸有限公司, bankruptcy: yes}\n", encoding="utf-8")
    result = presign("customer", "--case", path, "--ledger", ledger, *DAY)
    assert result.exit_code == 0 and "grade D (as of 2026-03-02)" in result.stdout
    assert "宁波望潮商贸有限公司" in result.stderr, "that the ledger doesn't know it is said"


def test_where_case_and_ledger_differ_the_case_stands_and_it_is_told(presign: Run, ledger: Path, case: Path) -> None:
    case.write_text(CASE + "history: {overdue_max_days: 3 days}\n", encoding="utf-8")
    result = presign("customer", NAME, "--ledger", ledger, "--case", case, *DAY)
    assert "`history.overdue_max_days` is `3 days`" in result.stderr and "`16 days` in the ledger" in result.stderr
    assert re.search(r"oldest overdue +3 days +\S+ +8.4 of 12 +lanxi.yaml:22", result.stdout)


def test_the_text_says_it_all(presign: Run, ledger: Path, case: Path) -> None:
    out = presign("customer", NAME, "--ledger", ledger, "--case", case, *DAY).stdout
    assert "grade C (as of 2026-03-02)\n  61.1 of 100 points" in out
    assert re.search(r"grade +C +A +higher than proposed", out)
    assert re.search(
        r"credit limit +CNY 37,500.00 +CNY 800,000.00 +higher than proposed, expired on 2026-02-01, on cr", out
    )
    assert "limit of grade C: CNY 125,000.00 a month × 15 days ÷ 30 × 60% = CNY 37,500.00" in out
    assert re.search(r"Altman Z' +2.99 +█{20} +12 of 12 +lanxi.yaml:14 \(computed\)", out)
    assert re.search(r"1–30 +CNY 300,000.00 +█{20}", out)
    assert "payments: 3 invoices, 2 of them late" in out
    assert re.search(r"24372000000123456781 +2025-10-01 +CNY 600,000.00 +│ +3 days early", out)
    assert re.search(r"LX-2 +2025-12-01 +CNY 600,000.00 +│█{10} +10 days late", out)
    assert re.search(r"LX-3 +2026-02-14 +CNY 300,000.00 +│░{16} +CNY 300,000.00 open, 16 days overdue, in dispute", out)
    assert "promised on 2026-02-15: CNY 300,000.00 by 2026-02-20" in out
    assert "a bill came back on 2025-08-08" in out


def test_numbers_are_masked_unless_asked_for(presign: Run, ledger: Path, case: Path) -> None:
    for form in ("text", "html"):
        arguments = ("customer", NUMBER, "--ledger", ledger, *DAY, "--format", form)
        short, full = presign(*arguments).stdout, presign(*arguments, "--full").stdout
        assert NUMBER not in short and ACCOUNT not in short and "**************2L5K" in short
        assert NUMBER in full and ACCOUNT in full
        # The number of an invoice isn't an account.
        assert "24372000000123456781" in short


def test_the_page_is_complete_and_runs_nothing(presign: Run, ledger: Path, case: Path) -> None:
    page = presign("customer", NAME, "--ledger", ledger, "--case", case, *DAY, "--format", "html").stdout
    tree = html.fromstring(page)
    css = tree.xpath("string(//style)")
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    policy = tree.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert f"style-src 'sha256-{digest}'" in policy and "default-src 'none'" in policy
    assert not tree.xpath("//script | //link | //img | //@style | //@src | //@*[starts-with(name(), 'on')]")
    assert tree.xpath("string(//p[@class='word'])") == "Grade C"
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids)) and set(tree.xpath("//@aria-labelledby")) <= set(ids)
    # An invoice paid early, one late, one open; the open one the highest.
    stems = {each.xpath("string(title)"): each for each in tree.xpath("//figure//g[title]")}
    assert {name: each.get("class") for name, each in stems.items()} == {
        "24372000000123456781": "early",
        "LX-2": "late",
        "LX-3": "open",
    }
    heights = [float(stems[name].xpath("circle/@cy")[0]) for name in ("LX-3", "LX-2", "24372000000123456781")]
    assert heights == sorted(heights)
    assert tree.xpath("//svg[contains(@class, 'gauge')]/@aria-label") == []
    assert len(tree.xpath("//polyline[@class='curve']")) == 1


def test_the_exposure_stands_beside_the_limit(presign: Run, tmp_path: Path) -> None:
    path = tmp_path / "over.yaml"
    path.write_text(
        "customer: {name: Corrib Tiles Ltd}\ncredit: {exposure: CNY 500,000, limit: CNY 400,000}\n".replace(
            "CNY 500,000, limit: CNY 400,000", '"CNY 500,000", limit: "CNY 400,000"'
        ),
        encoding="utf-8",
    )
    out = presign("customer", "--case", path, *DAY).stdout
    assert "[████████████████████]▶" in out and "125% of the limit of CNY 400,000.00" in out
    assert "over the limit of CNY 400,000.00 by CNY 100,000.00" in out
    tree = html.fromstring(presign("customer", "--case", path, *DAY, "--format", "html").stdout)
    (gauge,) = tree.xpath("//svg[contains(@class, 'gauge')]")
    assert gauge.xpath("rect[@class='past']/@width") == ["100.0"] and gauge.xpath("line/@x1") == ["80.0"]


def test_markup_in_a_name_stays_text(presign: Run, tmp_path: Path) -> None:
    path = tmp_path / "odd.yaml"
    path.write_text('customer: {name: "<b>Bold</b> & Sons"}\n', encoding="utf-8")
    page = presign("customer", "--case", path, *DAY, "--format", "html").stdout
    assert html.fromstring(page).xpath("string(//h1)") == "<b>Bold</b> & Sons"


def test_a_company_policy_counts(presign: Run, ledger: Path, case: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.policy"
    assert presign("init", own, "--lang", "en").exit_code == 0
    text = re.sub(r"in force from \S+", "in force from 2020-01-01", own.read_text("utf-8"))
    # All that counts is the payment behaviour.
    text = re.sub(
        r"(amend parameter weight_(\w+)\n.*\n.*\n  \| )\S+ \|",
        lambda m: m[1] + ("60 |" if m[2] in ("on_time", "overdue") else "1 |"),
        text,
    )
    own.write_text(text, encoding="utf-8")
    found = as_json(presign, NAME, "--ledger", ledger, "--case", case, "--policy", own)
    assert found["score"]["maximum"] == 133 and found["grade"]["final"]["best"] == "D"


def test_the_case_file_is_checked(presign: Run, tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text("customer: {nam: X}\n", encoding="utf-8")
    result = presign("customer", "--case", path, *DAY)
    assert result.exit_code == 2 and "bad.yaml:1:12" in result.stderr


def test_a_check_takes_the_ratios_of_the_accounts_too(presign: Run, tmp_path: Path) -> None:
    contract, case = tmp_path / "deal.txt", tmp_path / "weak.yaml"
    contract.write_text(
        "SALES CONTRACT\n\nSeller: Lough Castings Ltd.\nBuyer: Corrib Tiles Ltd.\n\n"
        "1. The Seller sells 40 kilns to the Buyer at a total price of CNY 900,000.\n"
        "2. The Buyer shall pay the whole price within 30 days after delivery.\n",
        encoding="utf-8",
    )
    # Z′: 0.717 × -0.1 + 0.847 × 0 + 3.107 × 0.01 + 0.420 × 100/900 + 0.998 × 0.5 = 0.505, in distress.
    case.write_text(
        'fin: {total_assets: "CNY 1,000", total_liabilities: "CNY 900", current_assets: "CNY 300",'
        ' current_liabilities: "CNY 400", retained_earnings: CNY 0, ebit: CNY 10, sales: CNY 500}\n',
        encoding="utf-8",
    )
    result = presign("check", contract, "--case", case, *DAY)
    assert "CCA-09" in result.stdout and "0.51" in result.stdout


@pytest.mark.parametrize("form", ["text", "html"])
def test_it_speaks_chinese(presign: Run, ledger: Path, form: str) -> None:
    out = presign(
        "customer", NUMBER, "--ledger", ledger, "--as-of", "2026-03-02", "--lang", "zh", "--format", form
    ).stdout
    assert "D 至 B 级，尚未确定" in out and "付款记录：发票 3 张，逾期 2 张" in out and "逾期 10日" in out
    assert "days" not in re.sub(r"(?s)<style>.*?</style>|<[^>]*>", "", out)
