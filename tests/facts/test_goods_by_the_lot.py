"""Goods sold by the lot, with no number of them anywhere, are not described in full."""

from __future__ import annotations

import pytest
from one_clause import facts_of, shown
from presign.facts.contract.goods import read_goods


@pytest.mark.parametrize(
    ("clause", "found"),
    [
        (
            "买卖合同\n甲方（买方）：海西泵业有限公司\n乙方（卖方）：北岭阀门有限公司\n甲方向乙方采购阀门一批，总价80,000元。",
            False,
        ),
        ("SALE CONTRACT\nThe Buyer purchases a batch of valves from the Seller for USD 8,000.", False),
        ("买卖合同\n甲方向乙方采购阀门一批，品种见附件一。", "absent"),
        ("买卖合同\n甲方向乙方采购阀门一批，数量400只。", "absent"),
        ("SALE CONTRACT\nThe Buyer buys a batch of valves as listed in Schedule 2.", "absent"),
        ("SALE CONTRACT\nThe Buyer buys 400 valves, model TV-8.", "absent"),
    ],
)
def test_a_lot_without_a_quantity(clause: str, found: object) -> None:
    assert shown(facts_of(read_goods, clause)["contract.goods_spec_complete"]) == found
