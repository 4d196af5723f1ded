"""Goods sold by the lot, with no number of them anywhere, are not described in full."""

from __future__ import annotations

import pytest
from presign.facts.contract.goods import read_goods
from presign.facts.parties.read import read_parties
from presign.facts.text import Text
from presign.parsers.document import Document, Limits, Media
from presign.parsers.plain.read import read_plain
from presign.values import State


def complete(body: str) -> bool | State:
    """The value of `contract.goods_spec_complete`, or its state."""
    document = read_plain("contract.txt", body.encode(), "", Limits(), Media.TEXT)
    assert isinstance(document, Document)
    text = Text(document)
    fact = next(each for each in read_goods(text, read_parties(text)) if each.name == "contract.goods_spec_complete")
    return fact.value if isinstance(fact.value, bool) else fact.state


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            "买卖合同\n甲方（买方）：海西泵业有限公司\n乙方（卖方）：北岭阀门有限公司\n甲方向乙方采购阀门一批，总价80,000元。",
            False,
        ),
        ("SALE CONTRACT\nThe Buyer purchases a batch of valves from the Seller for USD 8,000.", False),
        ("买卖合同\n甲方向乙方采购阀门一批，品种见附件一。", State.ABSENT),
        ("买卖合同\n甲方向乙方采购阀门一批，数量400只。", State.ABSENT),
        ("SALE CONTRACT\nThe Buyer buys a batch of valves as listed in Schedule 2.", State.ABSENT),
        ("SALE CONTRACT\nThe Buyer buys 400 valves, model TV-8.", State.ABSENT),
    ],
)
def test_a_lot_without_a_quantity(body: str, found: bool | State) -> None:
    assert complete(body) == found
