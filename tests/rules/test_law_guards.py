"""Rules of Chinese law judge contracts under Chinese law, and say so where the law isn't known."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from presign.checker.examples import text_reader
from presign.checker.reading import pattern_reader
from presign.checker.report import DocumentReport, Report
from presign.checker.run import Refusal, Request, load, run
from presign.policylang.outcome import Verdict
from presign.values import Reading, State

_ENGLISH = """GUARANTEED SUPPLY AGREEMENT

This Agreement is made on 2 March 2026 between Tarn Valves Limited (the "Seller") and Brook Fittings Inc. (the "Buyer").

1. Goods. The Seller sells and the Buyer buys 400 brass valves, model TV-8, at USD 52.00 each, in total USD 20,800.00.

2. Payment. The Buyer shall pay the price by bank transfer within 90 days after the date of the invoice.

3. Guarantee. Brook Holdings Inc. guarantees the payment obligations of the Buyer under this Agreement.

4. Disputes. Disputes shall be finally settled by arbitration or, at the choice of either party, by the courts.

5. Law. {law}

Signed for the Seller:            Signed for the Buyer:
"""
_PRC = "This Agreement is governed by and construed in accordance with the laws of the People's Republic of China."
_DELAWARE = "This Agreement is governed by the laws of the State of Delaware."
_ENGLAND = "This Agreement, made by a Seller organised under the laws of the PRC, is governed by the laws of England."
_SILENT = "Headings are for convenience only."


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> dict[str, DocumentReport]:
    folder = tmp_path_factory.mktemp("laws")
    laws = {"prc": _PRC, "delaware": _DELAWARE, "england": _ENGLAND, "silent": _SILENT}
    return {name: _judge(folder / f"{name}.txt", _ENGLISH.format(law=law)) for name, law in laws.items()}


def _judge(path: Path, text: str, policies: tuple[str, ...] = ()) -> DocumentReport:
    path.write_text(text, encoding="utf-8")
    report = run(Request((str(path),), policies, as_of=date(2026, 3, 2), stage="draft"))
    assert isinstance(report, Report)
    return report.documents[0]


def _verdict(report: DocumentReport, rule: str) -> Verdict:
    return next(finding.outcome.verdict for finding in report.findings if finding.rule.id == rule)


def test_which_law_is_read(judged: dict[str, DocumentReport]) -> None:
    states = {name: report.facts["dispute.law_is_prc"].state for name, report in judged.items()}
    assert states == {
        "prc": State.STATED,
        "delaware": State.ABSENT,
        "england": State.ABSENT,
        "silent": State.ABSENT,
    }
    assert judged["prc"].facts["dispute.law_is_prc"].value is True
    assert judged["england"].facts["dispute.law_is_uk_eu"].value is True
    assert judged["delaware"].facts["dispute.law_is_uk_eu"].state is State.ABSENT


@pytest.mark.parametrize("rule", ["SEC-08", "SEC-06", "PTY-09", "CRT-03"])
def test_a_chinese_rule_is_no_law_in_delaware_or_england(judged: dict[str, DocumentReport], rule: str) -> None:
    assert _verdict(judged["delaware"], rule) is Verdict.NOT_APPLICABLE
    assert _verdict(judged["england"], rule) is Verdict.NOT_APPLICABLE


def test_a_chinese_rule_judges_where_chinese_law_is_chosen(judged: dict[str, DocumentReport]) -> None:
    assert _verdict(judged["prc"], "SEC-08") is Verdict.VIOLATED


def test_where_no_law_is_named_the_rule_stays_undecided(judged: dict[str, DocumentReport], tmp_path: Path) -> None:
    # Its pack doesn't run for an English text that names no law; named, it has to judge, and can't.
    assert _verdict(judged["silent"], "SEC-08") is Verdict.NOT_APPLICABLE
    named = _judge(tmp_path / "silent.txt", _ENGLISH.format(law=_SILENT), ("cn-civil",))
    assert _verdict(named, "SEC-08") is Verdict.UNDECIDED


def test_ninety_days_are_too_long_in_england_only(judged: dict[str, DocumentReport]) -> None:
    assert _verdict(judged["england"], "CRT-04") is Verdict.VIOLATED
    assert _verdict(judged["delaware"], "CRT-04") is Verdict.NOT_APPLICABLE


def test_a_foreign_text_needs_no_chinese_registration_number(judged: dict[str, DocumentReport]) -> None:
    assert _verdict(judged["delaware"], "PTY-02") is Verdict.NOT_APPLICABLE


@cache
def _read() -> Callable[[str, str], Mapping[str, Reading]]:
    loaded = load(())
    assert not isinstance(loaded, Refusal) and loaded.program is not None
    return text_reader(pattern_reader(loaded.program))


@pytest.mark.parametrize(
    ("law", "prc", "uk_eu"),
    [
        ("本合同的订立、效力和解释均适用中华人民共和国法律。", State.STATED, State.ABSENT),
        ("本合同适用中国法律，不适用其冲突法规则。", State.STATED, State.ABSENT),
        ("本合同适用中华人民共和国香港特别行政区法律。", State.ABSENT, State.ABSENT),
        ("本合同适用中华人民共和国(不包括香港、澳门和台湾地区)法律。", State.STATED, State.ABSENT),
        ("本合同适用英国法律。", State.ABSENT, State.STATED),
        ("本合同受德国实体法管辖。", State.ABSENT, State.STATED),
    ],
)
def test_the_law_of_a_chinese_text(law: str, prc: State, uk_eu: State) -> None:
    text = f"设备买卖合同\n甲方（卖方）：某某设备有限公司\n乙方（买方）：某某包装有限公司\n一、{law}\n"
    facts = _read()("zh", text)
    assert (facts["dispute.law_is_prc"].state, facts["dispute.law_is_uk_eu"].state) == (prc, uk_eu)


@pytest.mark.parametrize(
    ("law", "uk_eu"),
    [
        ("This Agreement is governed by the laws of the Federal Republic of Germany.", True),
        ("The laws of the Republic of Ireland apply to this Agreement.", True),
        ("This Agreement is governed by and construed under Dutch law.", True),
        ("This Agreement is governed by the laws of the State of New York.", None),
        ("The Seller is a company organised under the laws of England.", None),
    ],
)
def test_the_law_of_an_english_text(law: str, uk_eu: bool | None) -> None:
    text = (
        f'SUPPLY AGREEMENT\nbetween Tarn Valves Limited (the "Seller") and Brook Fittings Inc. (the "Buyer")\n{law}\n'
    )
    assert _read()("en", text)["dispute.law_is_uk_eu"].value is uk_eu


def test_a_law_that_is_refused_is_not_chosen() -> None:
    text = "SUPPLY AGREEMENT\nThis Agreement shall not be governed by the laws of China.\n"
    assert _read()("en", text)["dispute.law_is_prc"].value is not True
