"""The samples are contracts: they open, they add up, their numbers are real."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from presign.facts.parties.uscc import is_valid
from presign.ledger.case_file import read_case
from presign.parsers.document import Document
from presign.parsers.read import read_document
from presign.policylang.load import load_program
from presign.rules.packs import choose

SAMPLES = Path(__file__).parents[2] / "samples"
CONTRACTS = sorted(
    path for path in SAMPLES.iterdir() if path.suffix in {".docx", ".pdf", ".txt", ".md"} and path.name != "README.md"
)
SOURCES = sorted((SAMPLES / "sources").glob("*.src"))
CASES = sorted((SAMPLES / "cases").glob("*.yaml"))


def test_there_are_contracts_of_every_kind() -> None:
    assert len(CONTRACTS) >= 8
    assert {path.suffix for path in CONTRACTS} == {".docx", ".pdf", ".txt", ".md"}
    for language in ("zh", "en"):
        names = [path.name for path in CONTRACTS]
        assert any(name.startswith(f"{language}-sound") for name in names)
        assert any(name.startswith(f"{language}-dangerous") for name in names)


@pytest.mark.parametrize("path", CONTRACTS, ids=lambda path: path.name)
def test_a_sample_opens_whole(path: Path) -> None:
    document = read_document(path, isolated=False)
    assert isinstance(document, Document)
    assert document.gaps == ()
    assert sum(len(block.text) for block in document.blocks) > 600
    if path.suffix == ".pdf":
        assert (document.pages or 0) >= 3


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_price_tables_add_up(path: Path) -> None:
    """quantity × unit price = amount in each row, and the rows make the total, unless the sample is wrong on purpose."""
    rows = [
        line.strip("|").split("|") for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("| ")
    ]
    numbers = [[_number(cell) for cell in row] for row in rows]
    lines = [row for row in numbers if len(row) >= 4 and all(value is not None for value in row[-3:])]
    for quantity, price, amount in (row[-3:] for row in lines):
        assert quantity is not None and price is not None and quantity * price == amount
    if lines:
        total = sum((row[-1] or Decimal(0)) for row in lines)
        assert any(row[-1] == total for row in numbers if row not in lines), f"{path.name}: no total {total}"


def _number(cell: str) -> Decimal | None:
    match = re.fullmatch(r"\s*(?:[¥]|USD|GBP)?\s*([\d,]+(?:\.\d+)?)\s*(?:MT|/MT)?\s*", cell.replace("/MT", ""))
    return Decimal(match[1].replace(",", "")) if match else None


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_registration_numbers_have_their_check_digit(path: Path) -> None:
    for code in re.findall(r"\b9[0-9A-Z]{17}\b", path.read_text(encoding="utf-8")):
        assert is_valid(code), code


@pytest.fixture(scope="module")
def program() -> object:
    loaded = load_program(list(choose(()).paths))
    assert loaded.program is not None
    return loaded.program


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case_files_are_sound(path: Path, program: object) -> None:
    case = read_case(str(path), program)  # type: ignore[arg-type]
    assert case.problems == ()
    assert len(case.facts) > 10
