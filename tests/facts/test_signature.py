from __future__ import annotations

import pytest
from presign.facts.fact import Fact
from presign.facts.parties.read import read_parties
from presign.facts.signing import signature
from presign.values import Reason, State
from written_contract import by_name, written

HEADING = (
    "甲方（买方）：九江远帆电子有限公司\n乙方（卖方）：赣州晶科材料有限公司\n第一条 货物为铜箔。\n第二条 价格另定。\n"
)


def facts_of(lines: str, language: str = "zh") -> dict[str, Fact]:
    text = written(lines, language)
    return by_name(signature.read(text, read_parties(text)))


def test_both_blocks_with_seal_and_date() -> None:
    facts = facts_of(HEADING + "甲方（公章）：\n法定代表人：\n日期：\n乙方（公章）：\n法定代表人：\n日期：")
    assert facts["sign.buyer_block"].value is True
    assert facts["sign.seller_block"].value is True
    assert facts["sign.blocks_complete"].value is True
    assert facts["sign.buyer_seal_type"].value == "company"
    assert facts["sign.signatory_capacity"].value == "legal_rep"


def test_blocks_without_a_date_line_are_incomplete() -> None:
    facts = facts_of(HEADING + "甲方（盖章）：            乙方（盖章）：")
    assert facts["sign.blocks_complete"].value is False


def test_no_block_at_all() -> None:
    facts = facts_of(HEADING + "本合同自签字之日起生效。")
    for name in ("sign.buyer_block", "sign.seller_block", "sign.blocks_complete"):
        assert facts[name].state is State.ABSENT


def test_both_sign_whoever_of_them_pays() -> None:
    heading = "甲方：九江远帆电子有限公司\n乙方：赣州晶科材料有限公司\n双方应保守秘密。\n"
    facts = facts_of(heading + "甲方（盖章）：    乙方（盖章）：\n日期：")
    assert facts["sign.buyer_block"].value is True
    assert facts["sign.seller_block"].value is True


def test_one_block_of_two_parties_nothing_tells_apart_is_unclear() -> None:
    heading = "甲方：九江远帆电子有限公司\n乙方：赣州晶科材料有限公司\n双方应保守秘密。\n"
    facts = facts_of(heading + "甲方（盖章）：\n日期：")
    assert (facts["sign.buyer_block"].state, facts["sign.buyer_block"].reason) == (State.UNKNOWN, Reason.UNCLEAR)


@pytest.mark.parametrize(
    ("clause", "rule"),
    [
        ("本合同自双方签字并加盖公章之日起生效。", "sign_and_seal"),
        ("本合同经双方签字或盖章后生效。", "sign_or_seal"),
        ("本协议自双方盖章之日起生效。", "sign_or_seal"),
        ("本合同自双方签字、盖章之日起生效。", "ambiguous"),
        ("本合同自双方签字盖章之日起生效。", "ambiguous"),
    ],
)
def test_formation_rules(clause: str, rule: str) -> None:
    assert facts_of(HEADING + clause)["sign.formation_rule"].value == rule


def test_no_word_on_formation() -> None:
    assert facts_of(HEADING + "甲方签收货物后付款。")["sign.formation_rule"].state is State.ABSENT


def test_english_blocks_in_two_columns() -> None:
    facts = facts_of(
        'This Agreement is made on 2 May 2024 between Nettle Ltd ("Supplier") and Bram Inc. ("Buyer").\n'
        "IN WITNESS WHEREOF the parties have signed.\nNETTLE LTD\tBRAM INC.\nBy: ________\tBy: ________\nDate: ______\tDate: ______",
        "en",
    )
    assert facts["sign.buyer_block"].value is True
    assert facts["sign.seller_block"].value is True
    assert facts["sign.blocks_complete"].value is True


def test_power_of_attorney_cross_page_seal_and_method() -> None:
    facts = facts_of(
        HEADING + "委托代理人签署的，应附授权委托书。\n本合同加盖骑缝章。\n双方同意以可靠的电子签名签署本合同。"
    )
    assert facts["sign.poa_present"].value is True
    assert facts["sign.cross_page_seal"].value is True
    assert facts["sign.method"].value == "esign_reliable"
