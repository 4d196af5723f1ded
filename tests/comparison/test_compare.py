"""A contract beside its template: what became of each paragraph, and which verdicts that turned."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import presign
import pytest
from presign.comparison.model import Comparison, Effect, Row, Status
from presign.policylang.core import Severity
from templates import EN, ZH, edited, filled_en, filled_zh

Compare = Callable[[str | Path, str | Path], Comparison]
SAMPLES = Path(presign.__file__).with_name("samples")


def statuses(found: Comparison) -> list[str]:
    return [row.status.value + ("+" if row.moved else "") for row in found.rows if row.differs]


def only(found: Comparison) -> tuple[int, Row]:
    (one,) = [(at, row) for at, row in enumerate(found.rows) if row.deviates]
    return one


def turned(found: Comparison, row: int) -> dict[str, str]:
    return {turn.after.rule.id: turn.after.outcome.verdict.value for turn in found.turns_at(row)}


def test_a_filled_template_deviates_nowhere(beside: Compare) -> None:
    found = beside(ZH, filled_zh())
    assert found.deviations == ()
    fills = {fill.name: fill.words for row in found.rows for fill in row.fills}
    assert fills == {
        "合同编号": "XS-2026-018",
        "买方名称": "宁波启明商贸有限公司",
        "合同总价": "1,200,000.00",
        "付款天数": "30",
    }
    found = beside(EN, filled_en())
    assert found.deviations == ()
    fills = {fill.name: fill.words for row in found.rows for fill in row.fills}
    assert fills["buyer_name"] == "Osprey Docks Inc."
    assert fills["net_days"] == "30"
    assert len(fills) == 5


@pytest.mark.parametrize("name", ["zh-sound-equipment-sale.docx", "en-sound-supply.docx", "en-purchase-order.md"])
def test_a_document_beside_itself_is_unchanged(beside: Compare, name: str) -> None:
    found = beside(SAMPLES / name, SAMPLES / name)
    assert {row.status for row in found.rows} == {Status.UNCHANGED}
    assert found.turns == ()


@pytest.mark.parametrize("name", ["zh-sound-equipment-sale", "en-sound-supply"])
def test_another_format_of_the_same_contract_is_no_deviation(beside: Compare, name: str) -> None:
    found = beside(SAMPLES / f"{name}.docx", SAMPLES / f"{name}.pdf")
    assert found.deviations == ()
    assert found.turns == ()


def test_a_changed_clause_shows_its_words_and_turns_its_verdict(beside: Compare) -> None:
    contract = edited(filled_zh(), "由卖方所在地人民法院", "由买方所在地人民法院")
    at, row = only(found := beside(ZH, contract))
    assert row.status is Status.CHANGED
    assert row.clause == "第五条"
    assert [(piece.before, piece.after) for piece in row.pieces if piece.op.value == "changed"] == [("卖", "买")]
    assert "".join(piece.before for piece in row.pieces) == "第五条 因本合同发生的争议，由卖方所在地人民法院管辖。"
    assert "".join(piece.after for piece in row.pieces) == "第五条 因本合同发生的争议，由买方所在地人民法院管辖。"
    assert turned(found, at) == {"DIS-01": "violated"}


def test_a_removed_clause_takes_its_remedy_with_it(beside: Compare) -> None:
    contract = edited(filled_zh(), "第四条 买方逾期付款的，每逾期一日按未付金额的0.05%支付违约金。\n", "")
    at, row = only(found := beside(ZH, contract))
    assert row.status is Status.REMOVED
    assert turned(found, at)["REM-01"] == "violated"
    assert "REM-01" in {turn.after.rule.id for turn in found.worse(Severity.HIGH)}


def test_an_added_clause_answers_for_what_it_brings(beside: Compare) -> None:
    contract = edited(filled_zh(), "第六条", "第六条 买方可以以商业承兑汇票支付全部货款。\n第七条")
    at, row = only(found := beside(ZH, contract))
    assert row.status is Status.ADDED
    assert turned(found, at)["CRT-17"] == "violated"


def test_a_clause_in_another_place_is_moved_and_a_new_number_alone_is_nothing(beside: Compare) -> None:
    lines = filled_zh().splitlines()
    third, fourth = (next(line for line in lines if line.startswith(number)) for number in ("第三条", "第五条"))
    lines.remove(fourth)
    lines.insert(lines.index(third), fourth)
    found = beside(ZH, "\n".join(lines))
    _, row = only(found)
    assert (row.status, row.moved) == (Status.MOVED, True)
    assert found.turns_at(found.rows.index(row)) == ()
    renumbered = edited(filled_zh(), "第五条 因", "第八条 因")
    assert beside(ZH, renumbered).deviations == ()


def test_a_clause_that_is_filled_and_changed_tells_both(beside: Compare) -> None:
    contract = edited(filled_zh(付款天数="90"), "收货之日起90日", "收到业主付款之日起90日")
    at, row = only(found := beside(ZH, contract))
    assert row.status is Status.CHANGED
    assert [(fill.name, fill.words) for fill in row.fills] == [("付款天数", "90")]
    assert turned(found, at)["CRT-07"] == "violated"


def test_a_filling_is_no_deviation_even_where_it_violates_a_rule(beside: Compare) -> None:
    days = beside(EN, filled_en(net_days="400"))
    assert days.deviations == ()
    worse = [turn for turn in days.turns if turn.effect is Effect.WORSE]
    assert worse
    rows = {at for turn in worse for at in turn.rows}
    assert [found.status for at, found in enumerate(days.rows) if at in rows] == [Status.FILLED] * len(rows)


def test_a_blank_left_open_is_the_template_unchanged(beside: Compare) -> None:
    found = beside(ZH, edited(filled_zh(), "合同编号：XS-2026-018", "合同编号：【合同编号】"))
    assert found.deviations == ()
    assert [row.status for row in found.rows][1] is Status.UNCHANGED


def test_widths_blanks_and_quotes_are_no_deviation(beside: Compare) -> None:
    contract = filled_zh().replace("（", "(").replace("）", ")").replace("，", ", ").replace("合同总价", "合同 总价")
    assert beside(ZH, contract).deviations == ()


def test_a_paragraph_that_was_split_or_joined_is_unchanged(beside: Compare) -> None:
    whole = "第三条 买方应于收货后10日内验收，逾期未提出书面异议的，视为验收合格。"
    split = whole.replace("验收，逾期", "验收，\n\n逾期")
    found = beside(edited(ZH, whole, split), filled_zh())
    assert found.deviations == ()
    found = beside(ZH, edited(filled_zh(), whole, split))
    assert found.deviations == ()
    # Filled and split at once.
    contract = edited(filled_zh(), "内付清全部货款。", "内付清\n\n全部货款。")
    found = beside(ZH, contract)
    assert found.deviations == ()
    assert "付款天数" in {fill.name for row in found.rows for fill in row.fills}


def test_a_split_hides_no_change(beside: Compare) -> None:
    whole = "视为验收合格。"
    found = beside(ZH, edited(filled_zh(), whole, "\n\n不视为验收合格。"))
    assert "不" in "".join(row.after.text for row in found.deviations if row.after is not None)
    new = edited(filled_zh(), "第四条", "买方可以抵销任何款项。\n第四条")
    assert [row.status for row in beside(ZH, new).deviations] == [Status.ADDED]


def test_nothing_in_common(beside: Compare) -> None:
    found = beside(ZH, "Lease of a shed\nThe shed stands by the river.\nIt is let for one year.\n")
    assert set(statuses(found)) == {"removed", "added"}
    assert len(found.rows) == len(ZH.splitlines()) + 3
