"""Dates and amounts in the forms people write them, and what is refused rather than guessed."""

from __future__ import annotations

from datetime import date

import pytest
from presign.ledger.store.amounts import money, to_e4
from presign.ledger.store.cells import Wrong, plain_text, read_amount, read_day, read_whole, read_yes_no
from presign.ledger.store.headings import comparable, find_columns
from presign.ledger.store.kinds import KINDS, headings
from presign.ledger.store.problems import LedgerProblem
from presign.ledger.store.readers import amount_reader, reader_of, text_reader
from presign.ledger.store.workbook import sheet_text

MARCH_2 = date(2026, 3, 2)


@pytest.mark.parametrize(
    "cell",
    [
        "2026-03-02",
        "2026-3-2",
        "2026/3/2",
        "2026.3.2",
        "20260302",
        "2026年3月2日",
        "二〇二六年三月二日",
        "贰零贰陆年叁月零贰日",
        "２０２６-３-２",
        "2 March 2026",
        "March 2, 2026",
        "2026-03-02 00:00:00",
        "2026/3/2 8:30",
        "2026-03-02T10:11",
    ],
)
def test_a_day_in_every_form(cell: str) -> None:
    assert read_day(cell) == MARCH_2


@pytest.mark.parametrize(
    ("cell", "key"),
    [
        ("2026-02-30", "ledger.bad_day"),
        ("2026年3月", "ledger.bad_day"),
        ("3月2日", "ledger.bad_day"),
        # A day as Excel counts it: the column has lost its format.
        ("46083", "ledger.bad_day"),
        ("2-Mar-26", "ledger.bad_day"),
        ("before 2026-03-02", "ledger.bad_day"),
    ],
)
def test_a_day_that_isnt_certain_is_refused(cell: str, key: str) -> None:
    found = read_day(cell)
    assert isinstance(found, Wrong) and found.key == key


def test_a_day_that_can_be_only_one() -> None:
    assert read_day("13/03/2026") == date(2026, 3, 13)


@pytest.mark.parametrize(
    ("cell", "e4", "currency"),
    [
        ("0", 0, None),
        ("1234.56", 12_345_600, None),
        ("1,234,567", 12_345_670_000, None),
        ("1,2345", 123_450_000, None),
        ("1.234.567,89", 12_345_678_900, None),
        ("12 345.00", 123_450_000, None),
        ("１２３", 1_230_000, None),
        ("3，000.50", 30_005_000, None),
        ("1234.5678", 12_345_678, None),
        ("0.125", 1_250, None),
        ("1234.500", 12_345_000, None),
        ("￥1,234.56", 12_345_600, "CNY"),
        ("1234.5元", 12_345_000, "CNY"),
        ("12.5万元", 1_250_000_000, "CNY"),
        ("1.2亿元", 1_200_000_000_000, "CNY"),
        ("壹拾贰万叁仟肆佰元整", 1_234_000_000, "CNY"),
        ("USD 1,200", 12_000_000, "USD"),
        ("HK$5", 50_000, "HKD"),
        ("(1,234.00)", -12_340_000, None),
        ("-5", -50_000, None),
        ("−3", -30_000, None),
        ("￥-5", -50_000, "CNY"),
        ("1,200.00-", -12_000_000, None),
    ],
)
def test_an_amount_in_every_form(cell: str, e4: int, currency: str | None) -> None:
    assert read_amount(cell) == (e4, currency)
    # The quicker reading of plain figures says the same.
    assert amount_reader(1)(cell) == (e4, currency)


@pytest.mark.parametrize(
    ("cell", "key"),
    [
        ("1.234", "ledger.two_amounts"),
        ("12.500", "ledger.two_amounts"),
        ("1.5E+06", "ledger.bad_amount"),
        ("1e5", "ledger.bad_amount"),
        ("nan", "ledger.bad_amount"),
        ("1_000", "ledger.bad_amount"),
        ("--5", "ledger.bad_amount"),
        ("-5-", "ledger.bad_amount"),
        ("5%", "ledger.bad_amount"),
        ("about 5", "ledger.bad_amount"),
        (".50", "ledger.bad_amount"),
        ("=1+1", "ledger.formula"),
        ("0.12345", "ledger.too_fine"),
        ("999999999999999999", "ledger.too_fine"),
        ("200000000000000", "ledger.too_large"),
    ],
)
def test_an_amount_that_isnt_certain_is_refused(cell: str, key: str) -> None:
    for found in (read_amount(cell), amount_reader(1)(cell)):
        assert isinstance(found, Wrong) and found.key == key


def test_a_column_in_ten_thousands() -> None:
    assert amount_reader(10_000)("1.50") == (150_000_000, None)
    assert amount_reader(10_000)("") is None


def test_money_goes_in_and_comes_out_exactly() -> None:
    for e4 in (1, 100, 12_345_600, -50_000, 10**18):
        found = money(e4, "CNY")
        assert to_e4(found.amount) == e4
    assert str(money(12_345_600, "CNY").amount) == "1234.56" and str(money(1, "CNY").amount) == "0.0001"


def test_days_and_answers() -> None:
    assert [read_whole(cell) for cell in ("45", "45 days", "４５天", "45.0")] == [45] * 4
    assert isinstance(read_whole("45.5"), Wrong) and isinstance(read_whole("-1"), Wrong)
    assert [read_yes_no(cell) for cell in ("是", "Y", "0", "否", "√")] == [True, True, False, False, True]
    assert isinstance(read_yes_no("maybe"), Wrong)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.1 + 0.2, "0.3"),
        (1.125, "1.1250"),
        (1e14, "100000000000000"),
        (6222021001001234567.0, "6.22202100100123E+18"),
        (44012, "44012"),
        (True, "yes"),
    ],
)
def test_cells_of_a_sheet_as_text(value: object, text: str) -> None:
    assert sheet_text(value) == text


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  甲公司 ", "甲公司"),
        ("6222021001001234567\t", "6222021001001234567"),
        ('="00012345"', "00012345"),
        ("'=1+1", "=1+1"),
        ("'-5", "-5"),
        ("'t Hooft BV", "'t Hooft BV"),
        ('="A"&"B"', '="A"&"B"'),
        ("two\nlines", "two lines"),
        ("a\u200bb", "a b"),
        ("=1+1", "=1+1"),
    ],
)
def test_texts_come_out_of_their_guards(cell: str, text: str) -> None:
    assert plain_text(cell) == text
    assert text_reader(50)(cell) == text


def test_a_number_a_spreadsheet_has_cut_is_refused() -> None:
    for cell in ("6.22202E+18", "6.22202100100123E+18", "9E+17"):
        found = text_reader(50)(cell)
        assert isinstance(found, Wrong) and found.key == "ledger.cut_number"
    uscc = next(field for field in KINDS["customers"].fields if field.name == "uscc")
    assert isinstance(reader_of(uscc)("9.1340E+17"), Wrong)
    assert text_reader(50)("1E5") == "1E5"


def test_headings_say_the_unit_and_the_currency() -> None:
    cells = ["客户 名称", "发票号码", "开票日期：", "到 期 日", "价税合计（万元）"]
    found = find_columns(cells, KINDS["invoices"], {})
    assert not isinstance(found, LedgerProblem)
    assert {name: column.at for name, column in found.items()} == {
        "customer": 0,
        "number": 1,
        "issued_on": 2,
        "due_on": 3,
        "amount": 4,
    }
    assert (found["amount"].scale, found["amount"].currency) == (10_000, "CNY")


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_heading_stands_for_one_field(kind: str) -> None:
    words = [comparable(word) for words in headings(kind).values() for word in words]
    assert len(words) == len(set(words))
    assert set(headings(kind)) == {field.name for field in KINDS[kind].fields}
