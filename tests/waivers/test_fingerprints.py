"""A finding keeps its fingerprint through edits of form, and loses it when the words it rests on change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import presign
import pytest
from contract_edits import EDITS, Edit, is_chinese
from presign.checker.fingerprint import fingerprint, sentences_of
from presign.checker.report import DocumentReport
from presign.checker.run import Prepared, Refusal, Request, judge, prepare
from presign.parsers.document import Document
from presign.parsers.read import read_document
from presign.policylang.outcome import Verdict

PARITY = Path(presign.__file__).with_name("samples") / "parity"
SAMPLES = ("zh-dangerous-construction-supply", "en-dangerous-master-supply")
REQUEST = Request((), as_of=date(2026, 3, 2))
Look = Callable[[str | bytes], dict[str, str]]


@cache
def prepared() -> Prepared:
    found = prepare(REQUEST)
    assert not isinstance(found, Refusal)
    return found


def sample(name: str) -> str:
    return (PARITY / f"{name}.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def look(tmp_path_factory: pytest.TempPathFactory) -> Look:
    """Rule by fingerprint of what is violated or undecided in a contract."""
    folder = tmp_path_factory.mktemp("edited")

    def judged(content: str | bytes) -> DocumentReport:
        path = folder / ("contract.txt" if isinstance(content, str) else "contract.docx")
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        document = read_document(path, isolated=False)
        assert isinstance(document, Document)
        return judge(document, prepared(), REQUEST)

    @cache
    def found(content: str | bytes) -> dict[str, str]:
        report = judged(content)
        shown = (each for each in report.findings if each.outcome.verdict in (Verdict.VIOLATED, Verdict.UNDECIDED))
        return {fingerprint(each, report.blocks): each.rule.id for each in shown}

    return found


@pytest.fixture(scope="module")
def kept(look: Look) -> dict[tuple[str, str], tuple[int, int]]:
    """For each sample and edit: how many findings there were, and how many kept their fingerprint."""
    counts: dict[tuple[str, str], tuple[int, int]] = {}
    for name in SAMPLES:
        before = look(sample(name))
        for edit in EDITS:
            after = look(edit(sample(name)))
            counts[name, edit.__name__] = (len(before), len(before.keys() & after.keys()))
    return counts


def test_there_are_twenty_edits_and_each_of_them_changes_a_sample() -> None:
    assert len({edit.__name__ for edit in EDITS}) == 20
    texts = [sample(name) for name in SAMPLES]
    for edit in EDITS:
        assert any(edit(text) != text for text in texts), edit.__name__


def test_ninety_five_in_a_hundred_findings_keep_their_fingerprint_over_all_edits(
    kept: dict[tuple[str, str], tuple[int, int]],
) -> None:
    there = sum(count for count, _ in kept.values())
    assert there > 3000, "many findings, or the share says little"
    assert sum(count for _, count in kept.values()) / there >= 0.95


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_no_single_edit_loses_many(edit: Edit, kept: dict[tuple[str, str], tuple[int, int]]) -> None:
    for name in SAMPLES:
        there, same = kept[name, edit.__name__]
        assert same / there >= 0.9, name


@pytest.mark.parametrize(
    ("name", "old", "new", "rules"),
    [
        (SAMPLES[0], "不得停止供货，否则", "不得减少供货，否则", {"REM-08"}),
        (SAMPLES[0], "可提交武汉仲裁委员会仲裁", "可提交北京仲裁委员会仲裁", {"DIS-02"}),
        (SAMPLES[0], "剩余10%作为质保金，在工程竣工满三年", "剩余10%作为质保金，在工程竣工满两年", {"CRT-15", "CRT-16"}),
        (SAMPLES[1], "one hundred twenty (120) days", "one hundred fifty (150) days", {"CRT-02", "CRT-07"}),
        (SAMPLES[1], "any reason for full credit", "any reason for half credit", {"ACC-08"}),
    ],
)  # fmt: skip
def test_the_fingerprint_changes_with_the_words(look: Look, name: str, old: str, new: str, rules: set[str]) -> None:
    text = sample(name)
    assert text.count(old) == 1
    before, after = look(text), look(text.replace(old, new))
    assert rules & set(before.values()), "the sample has findings on these words"
    for digest, rule in before.items():
        if rule in rules:
            assert digest not in after, rule
    assert len(before.keys() & after.keys()) > len(before) / 2, "the other findings stay"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("第七条 甲方在30日内付款。", "第十二条　甲方在30日内付款。"),
        ("5.1 Buyer pays late charges.", "12.3 Buyer pays late charges."),
        ("按第五条第二款付款", "按第九条第一款付款"),
        ("as set out in clause 4.2(b) above", "as set out in Clause 7.1(a) above"),
        ("（一）货到付款；（二）验收付款", "1）货到付款;(2)验收付款"),
        ("“Net 30 days”", '"net  30 days."'),
        ("总价１，０００，０００元", "总价1000000元"),
        ("• payable on demand", "– payable on demand"),
    ],
)
def test_form_does_not_count(one: str, other: str) -> None:
    assert list(sentences_of(one)) == list(sentences_of(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("within (30) days of receipt", "within (60) days of receipt"),
        ("1.5% a day", "15% a day"),
        ("1.5 percent a month", "2.5 percent a month"),
        ("3.5 倍LPR", "4.5 倍LPR"),
        ("412.00", "500.00"),
        ("逾期超过30日", "逾期超过30个工作日"),
        ("不计违约金", "计违约金"),
        ("≤ 5%", "≥ 5%"),
        ("USD 100", "EUR 100"),
        ("$100", "€100"),
        ("付第一期款", "付第二期款"),
    ],
)
def test_words_and_figures_count(one: str, other: str) -> None:
    assert list(sentences_of(one)) != list(sentences_of(other))


def test_the_samples_are_in_two_languages() -> None:
    assert [is_chinese(sample(name)) for name in SAMPLES] == [True, False]
