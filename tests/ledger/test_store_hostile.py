"""Files made to harm: bombs, ten million columns, formulas, entities, two encodings in one file."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from presign.ledger.store.importing import Imported, Options, import_file
from presign.ledger.store.ledger import Ledger, init_ledger
from presign.ledger.store.problems import LedgerProblem
from presign.ledger.store.rejected import guarded
from presign.messages import catalogue

HEADING = "customer,number,issued on,due on,amount\n"
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'
PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
    'Target="worksheets/sheet1.xml"/></Relationships>',
}


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Ledger]:
    made = init_ledger(str(tmp_path / "ledger.db"))
    assert isinstance(made, Ledger)
    (tmp_path / "customers.csv").write_text("name\nAcme\n")
    import_file(made, "customers", str(tmp_path / "customers.csv"), Options())
    yield made
    made.close()


def refused(book: Ledger, path: Path) -> str:
    found = import_file(book, "invoices", str(path), Options())
    assert isinstance(found, LedgerProblem), found
    assert found.key in catalogue()
    return found.key


def workbook(path: Path, sheet: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**PARTS, "xl/worksheets/sheet1.xml": SHEET.format(sheet)}.items():
            archive.writestr(name, content)
    return path


def inline(reference: str, words: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{words}</t></is></c>'


def test_ten_million_columns(small: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    path.write_text("," * 10_000_000 + "\n")
    assert refused(small, path) == "ledger.too_wide"
    path.write_text(HEADING + "\n" * 50 + "," * 10_000_000 + "\n")
    assert refused(small, path) == "ledger.bad_csv"
    path.write_text(",".join(f"column{n}" for n in range(5_000)) + "\n")
    assert refused(small, path) == "ledger.too_wide"


def test_a_workbook_of_too_many_columns(small: Ledger, tmp_path: Path) -> None:
    cells = "".join(inline("", "x").replace(' r=""', "") for _ in range(20_000))
    path = workbook(tmp_path / "wide.xlsx", f'<sheetData><row r="1">{cells}</row></sheetData>')
    assert refused(small, path) == "ledger.too_wide"


def test_a_workbook_that_lies_about_its_size(small: Ledger, tmp_path: Path) -> None:
    names = ("customer", "number", "issued on", "due on", "amount")
    values = ("Acme", "F1", "2026-01-05", "2026-02-05", "100")
    rows = "".join(
        f'<row r="{at}">{"".join(inline(f"{letter}{at}", word) for letter, word in zip("ABCDE", words, strict=True))}</row>'
        for at, words in enumerate((names, values), 1)
    )
    for claim in ("A1:XFD1048576", "A1"):
        path = workbook(tmp_path / "lies.xlsx", f'<dimension ref="{claim}"/><sheetData>{rows}</sheetData>')
        found = import_file(small, "invoices", str(path), Options())
        assert isinstance(found, Imported) and found.added + found.unchanged == 1


@pytest.mark.parametrize(
    "sheet",
    [
        f'<sheetData><row r="1">{inline("ZZZZZZ1", "x")}</row></sheetData>',
        '<sheetData><row r="999999999999"><c r="A1"><v>1</v></c></row></sheetData>',
        '<sheetData><row r="1"><c r="A1" t="s"><v>99999999</v></c></row></sheetData>',
        "<sheetData><row",
        "",
    ],
    ids=["column beyond the last", "row beyond the last", "no such shared text", "broken", "no rows"],
)
def test_workbooks_that_are_wrong_inside(small: Ledger, tmp_path: Path, sheet: str) -> None:
    refused(small, workbook(tmp_path / "wrong.xlsx", sheet))


def test_a_bomb_isnt_unpacked(small: Ledger, tmp_path: Path) -> None:
    path = workbook(tmp_path / "bomb.xlsx", "<sheetData>" + " " * 60_000_000 + "</sheetData>")
    assert path.stat().st_size < 1_000_000
    refused(small, path)


def test_entities_arent_followed(small: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "entities.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in PARTS.items():
            archive.writestr(name, content)
        archive.writestr("xl/worksheets/sheet1.xml", '<!DOCTYPE x [<!ENTITY a "aaaa">]>' + SHEET.format("&a;"))
    assert refused(small, path) == "ledger.workbook_entities"


def test_what_is_no_workbook(small: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "old.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
    refused(small, path)
    path.write_bytes(b"PK\x03\x04 and no more")
    refused(small, path)


def test_two_encodings_in_one_file(small: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "mixed.csv"
    lines = ["客户名称,发票号码,开票日期,到期日,金额", "上海某某实业公司,F1,2026-01-05,2026-02-05,1"]
    for first, second in (("utf-8", "gb18030"), ("gb18030", "utf-8")):
        path.write_bytes(lines[0].encode(first) + b"\n" + lines[1].encode(second) + b"\n")
        assert refused(small, path) == "ledger.encoding"
    path.write_bytes(b"\xff\xfe" + lines[0].encode("utf-16-le") + b"\xff\xdf")
    assert refused(small, path) == "ledger.encoding"


def test_bytes_that_are_no_text(small: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "zero.csv"
    path.write_bytes(HEADING.encode() + b"Acme,\0,2026-01-05,2026-02-05,1\n")
    assert refused(small, path) == "ledger.not_text"


def test_a_quotation_mark_that_isnt_closed_takes_no_rows_with_it(small: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "quote.csv"
    row = "Acme,{},2026-01-05,2026-02-05,1\n"
    path.write_text(HEADING + row.format(1) + row.format('"2') + row.format(3) + row.format('"4'))
    assert refused(small, path) == "ledger.bad_csv"


def test_an_amount_that_fell_apart_is_rejected(small: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "commas.csv"
    path.write_text(HEADING + "Acme,F1,2026-01-05,2026-02-05,1,234.56\nAcme,F2,2026-01-05,2026-02-05,5,,\n")
    found = import_file(small, "invoices", str(path), Options())
    assert isinstance(found, Imported)
    assert (found.added, [row.line for row in found.rejected]) == (1, [2])
    assert found.rejected[0].why("en").startswith("the row has 6 cells, the heading 5")


def test_a_formula_as_a_name_stays_a_text_and_is_counted(small: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text('name,grade\n"=HYPERLINK(""http://x"",""A"")",A\n@SUM(A1),B\n"=""Acme GmbH""",C\n')
    found = import_file(small, "customers", str(path), Options())
    assert isinstance(found, Imported) and (found.added, found.formulas) == (3, 2)


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+86 21", "'+86 21"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("＝1+1", "'＝1+1"),
        (" =1", "' =1"),
        ("-12.50", "-12.50"),
        ("+1,000", "+1,000"),
        ("甲公司", "甲公司"),
        ("", ""),
    ],
)
def test_no_written_cell_is_a_formula(cell: str, written: str) -> None:
    assert guarded(cell) == written


def test_a_device_without_an_end_is_read_up_to_the_limit(
    small: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from presign.ledger.store import importing

    monkeypatch.setattr(importing, "MOST_BYTES", 1_000_000)
    assert refused(small, Path("/dev/zero")) == "ledger.too_big"
