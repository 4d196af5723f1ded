"""Parties named in running text, and clauses in plainer words than the usual form."""

from __future__ import annotations

import pytest
from presign.facts.disputes import resolution
from presign.facts.parties.read import read_parties
from presign.facts.roles import Role
from presign.facts.security import guarantee
from written_contract import by_name, written


def test_a_quoted_word_of_no_vocabulary_names_the_other_side() -> None:
    text = written(
        "本协议由海安县青桐木业有限公司（“青桐”）与苏北顺风家具有限公司（“经销商”，注册地盐城）签订。\n"
        "经销商应于每月底前向青桐支付货款。",
        "zh",
    )
    parties = read_parties(text)
    buyer, seller = parties.first(Role.BUYER), parties.first(Role.SELLER)
    assert buyer is not None and buyer.name == "苏北顺风家具有限公司"
    assert seller is not None and seller.name == "海安县青桐木业有限公司"


@pytest.mark.parametrize(("first", "second"), [("(A)", "(B)"), ("(1)", "(2)")])
def test_parties_listed_under_their_heading(first: str, second: str) -> None:
    text = written(
        "Parties\n"
        f"{first} Oakmoor Valves Limited, a company incorporated in Scotland (the Supplier); and\n"
        f"{second} Tidewell Pumps Limited, of 3 Quay Road, Leith (the Buyer).\n"
        "The Supplier shall deliver the valves and the Buyer shall pay for them.",
        "en",
    )
    parties = read_parties(text)
    buyer, seller = parties.first(Role.BUYER), parties.first(Role.SELLER)
    assert seller is not None and seller.name == "Oakmoor Valves Limited"
    assert buyer is not None and buyer.name == "Tidewell Pumps Limited"


@pytest.mark.parametrize(
    ("words", "mode"),
    [
        ("争议提交青岛仲裁委员会仲裁，但当事人可向法院申请财产保全。", "arbitration"),
        ("争议提交青岛仲裁委员会仲裁，财产保全可以向法院申请。", "arbitration"),
        ("发生争议的，到供方所在地法院打官司。", "court"),
    ],
)
def test_where_a_dispute_goes(words: str, mode: str) -> None:
    text = written(words, "zh")
    assert by_name(resolution.read(text, read_parties(text)))["dispute.mode"].value == mode


def test_a_guarantor_bound_as_a_principal() -> None:
    text = written(
        "The Guarantor, as primary obligor and jointly and severally with the Buyer, irrevocably guarantees to the "
        "Seller the due payment of every invoice.",
        "en",
    )
    facts = by_name(guarantee.read(text, read_parties(text)))
    assert facts["security.guarantee_present"].value is True
    assert facts["security.guarantee_mode"].value == "joint"
