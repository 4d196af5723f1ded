"""Imports: what is taken, what is rejected and why, and that the same file twice changes nothing."""

from __future__ import annotations

import csv
import stat
from pathlib import Path

import pytest
from presign.ledger.store.importing import Imported, Options, import_file
from presign.ledger.store.ledger import Ledger
from presign.ledger.store.problems import LedgerProblem
from presign.messages import say
from sqlalchemy import text

CUSTOMERS = ("客户名称,统一社会信用代码,信用额度", "甲公司,91340100MA00000001,200万元", "乙公司,,")


def rows(book: Ledger, query: str) -> list[tuple[object, ...]]:
    with book.reading() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def whys(done: Imported, language: str = "en") -> list[tuple[int, str]]:
    return [(row.line, row.why(language)) for row in done.rejected]


def test_a_chinese_and_an_english_file_say_the_same(book: Ledger, load) -> None:
    assert load("customers", *CUSTOMERS).added == 2
    load("invoices", "客户名称,发票号码,开票日期,到期日,价税合计(万元)", "甲公司,F1,2026年3月2日,2026.4.16,1.5")
    load(
        "invoices", "Customer,Invoice No.,Invoice Date,Due Date,Amount", '甲公司,F2,2 March 2026,2026/4/16,"15,000.00"'
    )
    found = rows(book, "SELECT issued_on, due_on, amount_e4, currency FROM invoices ORDER BY number")
    assert found[0] == found[1]
    assert tuple(map(str, found[0])) == ("2026-03-02", "2026-04-16", "150000000", "CNY")


def test_the_same_file_twice_changes_nothing(book: Ledger, load) -> None:
    load("customers", *CUSTOMERS)
    lines = (
        "customer,number,issued on,due on,amount",
        *(f"甲公司,F{n},2026-01-05,2026-02-05,{n}.10" for n in range(1, 8)),
    )
    assert load("invoices", *lines).added == 7
    before = rows(book, "SELECT * FROM invoices ORDER BY id") + rows(book, "SELECT * FROM day_totals")
    again = load("invoices", *lines)
    assert (again.added, again.changed, again.unchanged, again.rejected) == (0, 0, 7, [])
    assert rows(book, "SELECT * FROM invoices ORDER BY id") + rows(book, "SELECT * FROM day_totals") == before
    # What changed nothing isn't an import to remember.
    assert rows(book, "SELECT count(*) FROM imports WHERE kind = 'invoices'") == [(1,)]


def test_every_wrong_row_is_told_with_all_its_reasons_and_the_sound_ones_stay(
    book: Ledger, load, tmp_path: Path
) -> None:
    load("customers", *CUSTOMERS)
    done = load(
        "invoices",
        "customer,number,issued on,due on,amount,currency",
        "甲公司,F1,2026-01-05,2026-02-05,100,CNY",
        "丙公司,F2,2026-01-05,2026-02-05,100,CNY",
        "甲公司,,2026-13-05,2026-02-05,abc,CNY",
        "甲公司,F4,2026-02-05,2026-01-05,100,CNY",
        "甲公司,F5,02/03/2026,2026-04-05,1.234,CNY",
        "甲公司,F6,2026-01-05,2026-02-05,USD 5,CNY",
        "甲公司,F7,2026-01-05,2026-02-05,=1+1,CNY",
        "甲公司,F1,2026-01-05,2026-02-05,101,CNY",
        ",F9,2026-01-05,2026-02-05,100,CNY",
        "甲公司,F10,2026-01-05,2026-02-05,1,Taler",
    )
    assert done.added == 1
    assert whys(done) == [
        (3, "`丙公司` isn't a customer of the ledger: import the customers first"),
        (4, "`number` is empty; `2026-13-05` isn't a date such as 2026-03-02; `abc` isn't an amount such as 1,234.56"),
        (5, "due on 2026-01-05, before it was issued on 2026-02-05"),
        (
            6,
            "`02/03/2026` may be 2026-03-02 or 2026-02-03: write the year first; "
            "`1.234` may be 1,234 or 1.2340: write it with two decimals",
        ),
        (7, "`USD 5` is marked with another currency than CNY"),
        (8, "`=1+1` is a formula: save the file with its values"),
        (9, "`amount` is CNY 101.00 here and CNY 100.00 in the ledger"),
        (10, "the row names no customer"),
        (11, "`Taler` isn't a currency such as CNY"),
    ]
    assert done.rejected_file == tmp_path / "invoices.rejected.csv"
    assert stat.S_IMODE(done.rejected_file.stat().st_mode) == 0o600
    with done.rejected_file.open(encoding="utf-8-sig", newline="") as file:
        kept = list(csv.reader(file))
    assert kept[0][:3] == ["line", "reason", "customer"]
    assert [row[0] for row in kept[1:]] == ["3", "4", "5", "6", "7", "8", "9", "10", "11"]
    # A spreadsheet would compute the cell.
    assert kept[6][6] == "'=1+1"
    assert rows(book, "SELECT number, amount_e4 FROM invoices") == [("F1", 1_000_000)]


def test_rejected_rows_can_be_corrected_and_imported_from_their_file(book: Ledger, load, tmp_path: Path) -> None:
    load("customers", *CUSTOMERS)
    done = load("invoices", "customer,number,issued on,due on,amount", "甲公司,F1,2026-01-05,2026-02-05,x")
    assert done.rejected_file is not None
    text_ = done.rejected_file.read_text(encoding="utf-8-sig")
    done.rejected_file.write_text(text_.replace(",x", ",12.00"), encoding="utf-8-sig")
    again = import_file(book, "invoices", str(done.rejected_file), Options())
    assert isinstance(again, Imported) and (again.added, again.rejected) == (1, [])
    # The first file, corrected, leaves no rejected rows behind.
    load("invoices", "customer,number,issued on,due on,amount", "甲公司,F1,2026-01-05,2026-02-05,12")
    assert not (tmp_path / "invoices.rejected.csv").exists()


def test_a_file_of_the_users_own_is_never_written_over(book: Ledger, load, tmp_path: Path) -> None:
    own = tmp_path / "invoices.rejected.csv"
    own.write_text("my notes\n", encoding="utf-8")
    load("customers", *CUSTOMERS)
    path = tmp_path / "invoices.csv"
    path.write_text("customer,number,issued on,due on,amount\n甲公司,F1,2026-01-05,2026-02-05,x\n", encoding="utf-8")
    found = import_file(book, "invoices", str(path), Options())
    assert isinstance(found, LedgerProblem) and found.key == "ledger.not_written"
    assert own.read_text(encoding="utf-8") == "my notes\n"


def test_a_mapping_file_names_the_columns_of_a_foreign_file(book: Ledger, load, tmp_path: Path) -> None:
    load("customers", *CUSTOMERS)
    lines = ("KUNNR,BELNR,BUDAT,ZFBDT,DMBTR", "甲公司,F1,20260105,20260205,100.00-")
    path = tmp_path / "sap.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    refused = import_file(book, "invoices", str(path), Options())
    assert isinstance(refused, LedgerProblem) and refused.key == "ledger.no_column"
    assert "customer, number, issued_on, due_on, amount" in say(refused.key, "en", refused.values)
    mapping = tmp_path / "map.yaml"
    mapping.write_text("customer: KUNNR\nnumber: BELNR\nissued_on: BUDAT\ndue_on: ZFBDT\namount: DMBTR\n")
    found = import_file(book, "invoices", str(path), Options(map=str(mapping)))
    assert isinstance(found, Imported) and found.added == 1
    # SAP prints the minus of a credit note behind the number.
    assert rows(book, "SELECT amount_e4 FROM invoices") == [(-1_000_000,)]


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("customer: Kunde\n", "ledger.map_no_column"),
        ("customr: customer\n", "ledger.map_no_field"),
        ("- customer\n", "ledger.bad_map"),
        ("a: [\n", "ledger.bad_map"),
    ],
)
def test_a_wrong_mapping_file_is_told(written: str, key: str, tmp_path: Path) -> None:
    from presign.ledger.store.headings import find_columns, read_map
    from presign.ledger.store.kinds import KINDS

    mapping = tmp_path / "map.yaml"
    mapping.write_text(written)
    given = read_map(str(mapping), KINDS["invoices"])
    found = given if isinstance(given, LedgerProblem) else find_columns(["customer"], KINDS["invoices"], given)
    assert isinstance(found, LedgerProblem) and found.key == key


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings(book: Ledger, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "customers.csv"
    path.write_bytes("客户名称,等级\r\n珠海某某（集团）有限公司,A\r\n".encode(encoding))
    found = import_file(book, "customers", str(path), Options())
    assert isinstance(found, Imported) and found.added == 1
    assert rows(book, "SELECT name, grade FROM customers") == [("珠海某某（集团）有限公司", "A")]


def test_delimiters_titles_above_the_heading_and_cells_of_two_lines(book: Ledger, load) -> None:
    done = load("customers", "客户清单;;", "制表人：张三;;", ";;", "客户名称;等级;开户账号", '"甲\n公司";B;6222 0000')
    assert done.added == 1
    assert rows(book, "SELECT name, grade FROM customers") == [("甲 公司", "B")]


def test_customers_are_changed_only_when_asked(book: Ledger, load) -> None:
    load("customers", "name,grade,credit limit", "Acme Ltd,A,100", "Beta Ltd,B,")
    changed = ("name,grade,credit limit", "Acme Ltd,C,100", "Beta Ltd,B,")
    refused = load("customers", *changed)
    assert whys(refused) == [(2, "`grade` is C here and A in the ledger")]
    done = load("customers", *changed, options=Options(update=True))
    assert (done.added, done.changed, done.unchanged, done.rejected) == (0, 1, 1, [])
    again = load("customers", *changed, options=Options(update=True))
    assert (again.changed, again.unchanged) == (0, 2)
    # An empty cell says nothing: the limit stays.
    load("customers", "name,grade,credit limit", "Acme Ltd,B,", options=Options(update=True))
    assert rows(book, "SELECT grade, credit_limit_e4 FROM customers WHERE name = 'Acme Ltd'") == [("B", 1_000_000)]


def test_a_file_that_says_two_things_of_one_customer_is_told_even_when_it_may_change_it(book: Ledger, load) -> None:
    lines = ("name,grade", "Acme Ltd,A", "Acme Ltd,B")
    first = load("customers", *lines, options=Options(update=True))
    assert (first.added, whys(first)) == (1, [(3, "`grade` is B here and A in the ledger")])
    again = load("customers", *lines, options=Options(update=True))
    assert (again.changed, again.unchanged, len(again.rejected)) == (0, 1, 1)


def test_invoices_are_never_changed(book: Ledger, load) -> None:
    load("customers", "name", "Acme Ltd")
    load("invoices", "customer,number,issued on,due on,amount", "Acme Ltd,F1,2026-01-05,2026-02-05,100")
    lines = ("customer,number,issued on,due on,amount", "Acme Ltd,F1,2026-01-05,2026-03-05,100")
    done = load("invoices", *lines, options=Options(update=True))
    assert whys(done) == [(2, "`due_on` is 2026-03-05 here and 2026-02-05 in the ledger")]


def test_one_number_under_two_names_is_told(book: Ledger, load) -> None:
    load("customers", "name,tax id", "Acme Ltd,91340100MA00000001")
    done = load("customers", "name,tax id", "Acme Limited,91340100ma-00000001", options=Options(update=True))
    assert whys(done) == [(2, "`name` is Acme Limited here and Acme Ltd in the ledger")]


def test_a_row_finds_its_customer_by_number_then_by_exact_name_never_by_likeness(book: Ledger, load) -> None:
    load("customers", "name,tax id", "甲公司,91340100MA00000001", "乙公司,91340100MA00000002", "丙公司,")
    done = load(
        "orders",
        "customer,tax id,number,order date,amount",
        "甲公司 （旧名）,91340100MA00000001,D1,2026-01-01,1",
        "丙 公司,,D2,2026-01-01,1",
        "丙公司,91340100MA00000009,D3,2026-01-01,1",
        "甲公司,91340100MA00000002,D4,2026-01-01,1",
        "甲公司,91340100MA00000009,D5,2026-01-01,1",
        "甲公司总部,,D6,2026-01-01,1",
    )
    found = rows(book, "SELECT o.number, c.name FROM orders o JOIN customers c ON c.id = o.customer_id ORDER BY 1")
    assert found == [("D1", "甲公司"), ("D2", "丙公司"), ("D3", "丙公司")]
    assert [line for line, _ in whys(done)] == [5, 6, 7]
    # On a screen the numbers are masked, in the file of the rejected rows they aren't.
    shown = [row.why("en", full=False) for row in done.rejected]
    assert "**************0002" in shown[0] and "91340100MA00000002" in done.rejected[0].why("en")


def test_payments_name_invoices_of_their_own_customer(book: Ledger, load) -> None:
    load("customers", "name", "Acme Ltd", "Beta Ltd")
    load("invoices", "customer,number,issued on,due on,amount", "Acme Ltd,F1,2026-01-05,2026-02-05,100")
    done = load(
        "payments",
        "customer,reference,invoice,paid on,amount",
        "Acme Ltd,P1,F1,2026-02-01,60",
        "Beta Ltd,P2,F1,2026-02-01,40",
        "Acme Ltd,P3,,2026-02-01,40",
    )
    assert (done.added, whys(done)) == (2, [(3, "the customer has no invoice `F1`: import the invoices first")])
    assert rows(book, "SELECT reference, invoice_number FROM payments ORDER BY reference") == [("P1", "F1"), ("P3", "")]


def test_amounts_without_a_currency_are_in_the_customers_own(book: Ledger, load) -> None:
    load("customers", "name,currency", "Acme Ltd,GBP", "Beta Ltd,")
    load(
        "invoices",
        "customer,number,issued on,due on,amount",
        "Acme Ltd,F1,2026-01-05,2026-02-05,100",
        "Beta Ltd,F2,2026-01-05,2026-02-05,100",
        "Beta Ltd,F3,2026-01-05,2026-02-05,$100",
        options=Options(currency="EUR"),
    )
    assert rows(book, "SELECT number, currency FROM invoices ORDER BY number") == [
        ("F1", "GBP"),
        ("F2", "EUR"),
        ("F3", "USD"),
    ]


def test_approvals_can_be_added_and_nothing_else(book: Ledger, load) -> None:
    from sqlalchemy.exc import DBAPIError

    done = load(
        "approvals", "合同号,岗位,审批人,结论,审批日期,批准金额", "HT-1,credit_manager,李某,同意,2026-02-27,300万元"
    )
    assert done.added == 1
    for statement in ("UPDATE approvals SET decision = 'reject'", "DELETE FROM approvals"):
        with book.engine.connect() as connection, pytest.raises(DBAPIError, match="append-only"):
            connection.execute(text(statement))
    assert rows(book, "SELECT decision, amount_limit_e4 FROM approvals") == [("approve", 30_000_000_000)]


def test_a_workbook_is_read_like_a_csv_file(book: Ledger, tmp_path: Path) -> None:
    from datetime import date, datetime

    from openpyxl import Workbook

    workbook = Workbook()
    sheet = workbook.active
    sheet.append(["应收账款明细"])
    sheet.append(["客户名称", "发票号码", "开票日期", "到期日", "金额（元）"])
    sheet.append(["Acme Ltd", "F1", datetime(2026, 1, 5), date(2026, 2, 5), 0.1 + 0.2])
    sheet.append(["Acme Ltd", "F2", "2026年1月5日", "2026-02-05", 1.125])
    sheet.append(["Acme Ltd", 44012, "2026-01-05", "2026-02-05", "=SUM(E3:E4)"])
    path = tmp_path / "应收.xlsx"
    workbook.save(path)
    (tmp_path / "c.csv").write_text("name\nAcme Ltd\n")
    import_file(book, "customers", str(tmp_path / "c.csv"), Options())
    done = import_file(book, "invoices", str(path), Options())
    assert isinstance(done, Imported)
    assert whys(done) == [(5, "`=SUM(E3:E4)` is a formula: save the file with its values")]
    assert rows(book, "SELECT number, amount_e4 FROM invoices ORDER BY number") == [("F1", 3000), ("F2", 11250)]
    assert done.rejected_file == tmp_path / "应收.xlsx.rejected.csv"


def test_files_without_rows_or_headings_are_told(book: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "invoices.csv"
    for content, key in (
        ("", "ledger.empty"),
        ("customer,number,issued on,due on,amount\n", "ledger.no_rows"),
        ("no table here\n", "ledger.no_heading"),
        ("customer,客户名称,number,issued on,due on,amount\na,b,c,d,e,f\n", "ledger.column_twice"),
    ):
        path.write_text(content, encoding="utf-8")
        found = import_file(book, "invoices", str(path), Options())
        assert isinstance(found, LedgerProblem) and found.key == key
    missing = import_file(book, "invoices", str(tmp_path / "none.csv"), Options())
    assert isinstance(missing, LedgerProblem) and missing.key == "ledger.unreadable"
