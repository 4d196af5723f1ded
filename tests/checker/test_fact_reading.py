"""Facts are read apart, under limits: a text that makes their readers slow is told of, and the run goes on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from presign.checker.extract import extract
from presign.checker.fact_reading import facts_apart, read_all_facts
from presign.checker.reading import pattern_reader, reads_of
from presign.checker.run import Refusal, Request, load, run
from presign.checker.summary import FAILED, exit_code
from presign.facts.fact import FactBook
from presign.facts.read import read_facts
from presign.parsers.document import Block, Document, Kind, Limits, Location, Media, Unreadable
from presign.policylang.core import Program, Severity

SAMPLES = Path(__file__).parents[2] / "samples"
CLAUSE = "买方应于收到货物后三十日内以电汇方式支付本批货款人民币壹万元整（¥10,000.00），逾期每日按万分之五支付违约金。"
# Reading this takes minutes of processor time, so that no machine answers within the limits below.
SLOW = Document(
    "slow.txt",
    "0" * 64,
    Media.TEXT,
    tuple(Block(at, Kind.PARAGRAPH, f"{at}. {CLAUSE}", Location(paragraph=at + 1)) for at in range(8_000)),
)


@pytest.fixture(scope="module")
def program() -> Program:
    loaded = load(())
    assert not isinstance(loaded, Refusal) and loaded.program is not None
    return loaded.program


def test_facts_read_apart_are_those_read_here(program: Program) -> None:
    paths = [str(path) for path in (SAMPLES / "en-purchase-order.md", SAMPLES / "zh-sound-equipment-sale.docx")]
    for read in read_all_facts(paths, Limits(), program):
        assert not isinstance(read, Unreadable)
        document, book = read
        assert book == read_facts(document, pattern_reader(program))
        assert len(book) > 50


def test_a_text_that_keeps_the_readers_busy_is_given_up_and_the_next_one_is_read(program: Program) -> None:
    reads = reads_of(program)
    slow = facts_apart(SLOW, reads, Limits(seconds=0.3))
    assert slow == Unreadable("slow.txt", "doc.read_limit", (("seconds", "0.3"),), "0" * 64)
    short = Document("short.txt", "1" * 64, Media.TEXT, SLOW.blocks[:1])
    assert isinstance(facts_apart(short, reads, Limits()), FactBook)


def test_memory_is_limited_too(program: Program) -> None:
    # The child alone needs more than this; what matters is that the answer names the limit.
    starved = facts_apart(SLOW, reads_of(program), Limits(memory_bytes=40_000_000))
    assert isinstance(starved, Unreadable) and starved.key == "doc.read_memory"


def test_a_contract_whose_facts_take_too_long_is_unreadable_and_the_run_fails(tmp_path: Path) -> None:
    path = tmp_path / "slow.txt"
    path.write_text("\n".join(block.text for block in SLOW.blocks), encoding="utf-8")
    report = run(Request((str(path),), limits=Limits(seconds=1), as_of=date(2026, 3, 2)))
    assert not isinstance(report, Refusal)
    assert [(each.path, each.key) for each in report.unreadable] == [(str(path), "doc.read_limit")]
    assert exit_code(report, Severity.BLOCK) == FAILED


def test_what_cannot_be_read_stays_in_its_place(tmp_path: Path, program: Program) -> None:
    (tmp_path / "b.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "a.txt").write_text("采购合同\n" + CLAUSE, encoding="utf-8")
    found = extract([str(tmp_path)], program)
    assert [Path(document.path).name for document, _ in found.documents] == ["a.txt"]
    assert [each.key for each in found.unreadable] == ["doc.archive_damaged"]
