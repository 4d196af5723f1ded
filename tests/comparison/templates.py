"""A template in each language, and what is made of it by small edits."""

from __future__ import annotations

ZH = """\
设备销售合同
合同编号：【合同编号】
买方：【买方名称】
卖方：苏州恒远机械有限公司
第一条 合同总价为人民币【合同总价】元（含税，税率13%）。
第二条 买方应于收货之日起【付款天数】日内付清全部货款。
第三条 买方应于收货后10日内验收，逾期未提出书面异议的，视为验收合格。
第四条 买方逾期付款的，每逾期一日按未付金额的0.05%支付违约金。
第五条 因本合同发生的争议，由卖方所在地人民法院管辖。
第六条 本合同一式两份，双方各执一份。
买方（盖章）：________
"""
EN = """\
SUPPLY AGREEMENT
Agreement No. {{agreement_no}}
This Supply Agreement is made between {{buyer_name}} (the "Buyer") and Harbour Pumps Ltd (the "Seller").
1. Goods
The Seller sells to the Buyer {{quantity}} pumps.
2. Payment
The Buyer shall pay the price of USD {{price}} within {{net_days}} days of receipt of the invoice.
3. Late payment
Late sums bear interest at 8% per year.
4. Governing law
This Agreement is governed by the law of England.
"""
_FILLED_ZH = {
    "合同编号": "XS-2026-018",
    "买方名称": "宁波启明商贸有限公司",
    "合同总价": "1,200,000.00",
    "付款天数": "30",
}
_FILLED_EN = {
    "agreement_no": "HP-2026-7",
    "buyer_name": "Osprey Docks Inc.",
    "quantity": "12",
    "price": "48,000.00",
    "net_days": "30",
}


def filled_zh(**other: str) -> str:
    """The Chinese template with its blanks filled in."""
    text = ZH
    for name, words in {**_FILLED_ZH, **other}.items():
        text = text.replace(f"【{name}】", words)
    return text


def filled_en(**other: str) -> str:
    """The English template with its blanks filled in."""
    text = EN
    for name, words in {**_FILLED_EN, **other}.items():
        text = text.replace("{{" + name + "}}", words)
    return text


def edited(text: str, was: str, now: str) -> str:
    """A text with an edit that must have something to change."""
    assert was in text
    return text.replace(was, now)
