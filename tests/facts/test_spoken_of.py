"""What a text plainly speaks of is unclear where no reader understood it, and absent only where it is silent."""

from __future__ import annotations

import pytest
from presign.facts.fact import Fact, absent, not_applicable, stated
from presign.facts.read import read_facts
from presign.facts.spoken_of import spoken_of, unclear_where_spoken_of
from presign.facts.vocabulary import keys, words
from presign.values import Reason, State
from written_contract import written


def _told(name: str, clause: str, language: str) -> Fact:
    return unclear_where_spoken_of(written(clause, language), {name: absent(name)})[name]


@pytest.mark.parametrize(
    ("name", "clause", "language"),
    [
        ("payment.retention_pct", "留一部分质保金,用得好再给。", "zh"),
        ("payment.net_days", "双方做生意多年,压一批付一批。", "zh"),
        ("remedy.late_fee_present", "欠款拖久了,按月息一分五算给卖方,款到为止。", "zh"),
        ("remedy.suspend_right", "前账未清、货款拖欠的,后面的单子卖方可暂停供货。", "zh"),
        ("dispute.mode", "谈不拢就到卖方那边打官司。", "zh"),
        ("security.guarantee_present", "买方老板个人担保,买方不还由他清偿货款。", "zh"),
        ("payment.retention_months", "Retention is released once everybody is content.", "en"),
        ("remedy.cost_recovery", "The Buyer bears the costs of collection.", "en"),
        ("dispute.forum", "Disputes: London Court of International Arbitration.", "en"),
        ("acceptance.deemed", "Goods kept for ten days are taken to conform to the contract.", "en"),
        ("remedy.suspend_right", "While an invoice is unpaid the Supplier may stop work.", "en"),
    ],
)
def test_words_nobody_read_make_the_fact_unclear(name: str, clause: str, language: str) -> None:
    fact = _told(name, f"Heading\n{clause}", language)
    assert (fact.state, fact.reason) == (State.UNKNOWN, Reason.UNCLEAR)
    assert "".join(item.quote for item in fact.evidence) in clause


@pytest.mark.parametrize(
    ("name", "clause", "language"),
    [
        ("payment.retention_pct", "本合同不设质保金。", "zh"),
        ("security.deposit_word", "暂定金额为12万元,规定金额以清单为准。", "zh"),
        ("security.rot_clause", "需方付款不影响其所有权利要求。", "zh"),
        ("remedy.late_fee_present", "供方逾期交货的,每日按万分之五支付违约金。", "zh"),
        ("remedy.suspend_right", "买方逾期付款的,卖方不得停止供货。", "zh"),
        ("payment.retention_pct", "There is no retention.", "en"),
        ("acceptance.deemed", "Notices are deemed received two days after posting.", "en"),
        ("remedy.suspend_right", "Force majeure suspends deliveries.", "en"),
        ("payment.setoff_by_buyer", "The Buyer may not set off any sum.", "en"),
        ("security.guarantee_present", "The Seller guarantees that the goods are new.", "en"),
    ],
)
def test_a_silent_or_denying_text_stays_absent(name: str, clause: str, language: str) -> None:
    assert _told(name, clause, language) == absent(name)


def test_words_of_one_sign_must_stand_near_each_other() -> None:
    far = "货物的所有权按下列约定," + "双方按约定处理有关事项," * 30 + "货款按月付清。"
    assert spoken_of(written(far), "security.rot_clause") is None
    assert spoken_of(written("货物的所有权在货款付清时转移。"), "security.rot_clause") is not None


def test_a_fact_without_meaning_follows_the_one_it_hangs_on() -> None:
    mode, present = "security.guarantee_mode", "security.guarantee_present"
    text = written("买方股东为买方担保,承担连带清偿货款之责。")
    told = unclear_where_spoken_of(text, {present: absent(present), mode: not_applicable(mode)})
    assert told[mode].reason is Reason.UNCLEAR
    assert told[mode].evidence == told[present].evidence


def test_what_was_read_is_left_alone() -> None:
    read = stated("security.guarantee_present", False)
    text = written("买方股东为买方担保,承担连带清偿货款之责。")
    assert unclear_where_spoken_of(text, {read.name: read}) == {read.name: read}


def test_every_name_in_the_vocabulary_is_a_fact_some_reader_states() -> None:
    text = written("购销合同\n甲方（买方）：东阳木业有限公司\n乙方（卖方）：宁海五金有限公司")
    named = {key for key in keys("spoken_of") if key != "follows"}
    followers = {word for entry in words("spoken_of", "follows") for word in entry.split(" of ")}
    assert named | followers <= set(read_facts(text.document))
