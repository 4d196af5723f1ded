from __future__ import annotations

import time

import pytest
from one_clause import facts_of
from presign.facts.disputes import notices
from presign.facts.disputes import resolution as disputes
from presign.facts.performance import acceptance, aftersales
from presign.facts.remedies import default as default_remedies
from presign.facts.remedies import late_payment
from presign.facts.roles import Parties, Party, Role
from presign.facts.security import deposit, guarantee, title_and_credit
from presign.facts.sentence_tools import passages, subject
from written_contract import written

PARTIES = Parties((Party(Role.BUYER, ("甲方", "Buyer")), Party(Role.SELLER, ("乙方", "Seller"))))
FAMILIES = (
    late_payment, default_remedies, deposit, guarantee, title_and_credit, acceptance, aftersales, disputes, notices,
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "at", "role"),
    [
        ("甲方向乙方支付货款", "支付", Role.BUYER),
        ("因甲方原因，乙方有权停止供货", "停止", Role.SELLER),
        ("The Buyer shall notify the Seller within 5 days", "within", Role.BUYER),
        ("验收合格后支付", "支付", None),
    ],
)
def test_the_party_that_is_bound(words: str, at: str, role: Role | None) -> None:
    assert subject(PARTIES, words, words.index(at)) is role


def test_nobody_is_bound_where_sides_are_uncertain() -> None:
    assert subject(Parties(PARTIES.parties, certain=False), "甲方支付", 2) is None


def test_a_broken_chinese_line_is_one_passage_with_its_origin() -> None:
    text = written("甲方逾期付款的，应当按照合同约定向乙方支付逾期付款的违\n约金，直至付清之日。")
    (passage,) = passages(text)
    assert "违约金" in passage.text
    at = passage.text.index("约金")
    assert text.text[passage.origin(at)] == "约"


def test_lines_that_are_items_stay_apart() -> None:
    text = written("甲方应当履行的各项义务包括但不限于以下所列举的全部内容\n1．按时付款\n2．按时收货")
    assert len(passages(text)) == 3


def test_padding_between_words_is_taken_out() -> None:
    text = written("governed by the    laws of     Norway", "en")
    assert passages(text)[0].text == "governed by the laws of Norway"


@pytest.mark.parametrize(
    "unit",
    ["甲方逾期", "付款，", "the Seller may ", "court of ", "仲裁委员会", "定金", "laws of the A", "验收 ", "(1)"],
)
def test_long_runs_stay_cheap(unit: str) -> None:
    clause = unit * (20_000 // len(unit))
    start = time.perf_counter()
    for family in FAMILIES:
        facts_of(family.read, clause)
    assert time.perf_counter() - start < 20.0
