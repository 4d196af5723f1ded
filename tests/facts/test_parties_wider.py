"""Parties as contracts of many kinds name them; every text is made up."""

from __future__ import annotations

import time

import pytest
from presign.facts.contract.kind import read_kind
from presign.facts.contract.sign_date import sign_date
from presign.facts.contract.term import read_end
from presign.facts.parties import facts as party_facts
from presign.facts.parties.read import read_parties
from presign.facts.roles import Role
from presign.facts.signing import signature
from presign.values import Reason, State
from written_contract import by_name, written


def names(lines: str, language: str) -> tuple[str | None, str | None]:
    parties = read_parties(written(lines, language))
    buyer, seller = parties.first(Role.BUYER), parties.first(Role.SELLER)
    return buyer.name if buyer else None, seller.name if seller else None


@pytest.mark.parametrize(
    ("lines", "buyer", "seller"),
    [
        ("购货单位：赣南脐橙有限公司，以下简称甲方；\n供货单位：信丰纸箱厂，以下简称乙方。", "赣南脐橙有限公司", "信丰纸箱厂"),
        ("企业名称（以下称“甲方”）：宜春软件有限公司\n企业名称（以下称“乙方”）：新余职业学校\n乙方向甲方付清货款后，甲方发货。", "新余职业学校", "宜春软件有限公司"),
        ("（1）萍乡物业有限公司，一家依中国法律设立的公司，注册地址为萍乡市（“采购人”）；及\n（2）上饶建材有限公司，一家依中国法律设立的公司（“供应商”）。", "萍乡物业有限公司", "上饶建材有限公司"),
        ("甲方（客户）：\n公司名称：抚州科技有限公司\n乙方（服务提供方）：\n公司名称：鹰潭云服务有限公司", "抚州科技有限公司", "鹰潭云服务有限公司"),
        ("买方（甲方）\t卖方（乙方）\n名称：景德镇瓷业有限公司\t名称：吉安窑炉有限公司", "景德镇瓷业有限公司", "吉安窑炉有限公司"),
        ("委托方：永修果业有限公司\n代销方：德安批发有限公司\n代销方每月结清已售货款。", "德安批发有限公司", "永修果业有限公司"),
        ("甲方：都昌酒业有限公司\n乙方：湖口县老张经营部\n甲方授权乙方为经销商，乙方先款后货。", "湖口县老张经营部", "都昌酒业有限公司"),
        ("甲方：彭泽港务有限公司及其附属公司\n乙方：瑞昌仓储有限公司、武宁仓储有限公司\n甲方委托乙方仓储，甲方按月支付仓储费。", "彭泽港务有限公司", "瑞昌仓储有限公司"),
        ("订货单\n致：星子模具有限公司\n我司订购模架2套。\n订货单位：庐山照明有限公司", "庐山照明有限公司", "星子模具有限公司"),
        ("买方：铜鼓光伏有限公司\n卖方一：靖安机电股份有限公司\n卖方二：奉新机械有限公司", "铜鼓光伏有限公司", "靖安机电股份有限公司"),
    ],
)  # fmt: skip
def test_chinese_headings(lines: str, buyer: str, seller: str) -> None:
    assert names(lines, "zh") == (buyer, seller)


@pytest.mark.parametrize(
    ("lines", "buyer", "seller"),
    [
        ("PARTIES\n(1) TARN FOODS LIMITED whose registered office is in Kendal (Customer); and\n(2) FELL DAIRIES LLP (Supplier).\nThe Supplier shall supply milk between us.", "TARN FOODS LIMITED", "FELL DAIRIES LLP"),
        ("Buyer:\nMeadow Catalogues\n[Address]\nSupplier:\nBirch Interiors\n[Address]", "Meadow Catalogues", "Birch Interiors"),
        ("PURCHASE ORDER\nBill To:\nElm Ridge Hospital\nVendor:\nOak Surgical, Inc.", "Elm Ridge Hospital", "Oak Surgical, Inc."),
        ("Customer Name:\tFirth Aviation Limited\nSupplier:\tVale Energy Limited", "Firth Aviation Limited", "Vale Energy Limited"),
        ('OOO "Zelyony Bor", hereinafter referred to as the "Seller", and Holm GmbH, hereinafter referred to as the "Buyer".', "Holm GmbH", 'OOO "Zelyony Bor"'),
        ('"the Buyer" means Crag Engineering plc and "the Supplier" means Beck Castings plc, Leeds.', "Crag Engineering plc", "Beck Castings plc"),
        ("This contract is made between Ash Stone GmbH, Graz (as Customer) and Yew Service GmbH, Linz (as Contractor).", "Ash Stone GmbH", "Yew Service GmbH"),
        ('made between Alder Data, Inc. (the "Buyer") and each of Rowan Chips Ltd. ("Rowan") and Hazel Boards Ltd. ("Hazel" and together with Rowan, the "Sellers").', "Alder Data, Inc.", "Rowan Chips Ltd."),
        ('between the CITY OF LARKSPUR, a municipal corporation ("CITY"), and Pine Group, Inc. ("CONSULTANT"). CITY shall pay CONSULTANT monthly.', "CITY OF LARKSPUR", "Pine Group, Inc."),
    ],
)  # fmt: skip
def test_english_openings(lines: str, buyer: str, seller: str) -> None:
    assert names(lines, "en") == (buyer, seller)


def test_general_conditions_name_nobody_but_know_both_sides() -> None:
    text = written("The Buyer pays on delivery. The Buyer inspects. The Buyer may not set off. The Seller delivers. "
                   "The Seller invoices. The Seller repairs.", "en")  # fmt: skip
    parties = read_parties(text)
    assert (parties.role_of("Buyer"), parties.role_of("Seller")) == (Role.BUYER, Role.SELLER)
    assert by_name(party_facts.read(text, parties))["party.buyer_name"].state is State.ABSENT


def test_names_left_open_are_blank_whoever_pays() -> None:
    text = written("甲方：____________\n乙方：____________\n双方应保守秘密。")
    fact = by_name(party_facts.read(text, read_parties(text)))["party.buyer_name"]
    assert (fact.state, fact.reason) == (State.UNKNOWN, Reason.BLANK)


@pytest.mark.parametrize(
    "ending",
    ["For the Seller            For the Buyer\nA. Blanc                  C. Noir", "Signed (Buyer) ________ Signed (Seller) ________",
     "BECK CASTINGS LTD\n________\nCRAG PLC\n________", "Signed: ....... on behalf of the Buyer\nSigned: ....... on behalf of the Seller"],
)  # fmt: skip
def test_places_to_sign_without_a_caption(ending: str) -> None:
    lines = 'between Crag plc (the "Buyer") and Beck Castings Ltd (the "Seller").\n' + "The Seller shall deliver. " * 12
    text = written(f"{lines}\n{ending}", "en")
    facts = by_name(signature.read(text, read_parties(text)))
    assert facts["sign.buyer_block"].value is True
    assert facts["sign.seller_block"].value is True


@pytest.mark.parametrize(
    ("lines", "language", "day"),
    [
        ("CONTRACT OF SALE\nRiga, 20 January 2020\n1. Goods: timber.", "en", "2020-01-20"),
        ("AGREEMENT\nThe parties agree.\nDone in two originals in Lyon, on 12 April 2018", "en", "2018-04-12"),
        ("DATED 14 June 2021\nPARTIES", "en", "2021-06-14"),
        ("设备买卖合同\n本合同于2023年11月3日由以下各方在吉安签订：", "zh", "2023-11-03"),
        ("买卖合同\n签订于：2020年7月15日", "zh", "2020-07-15"),
    ],
)
def test_days_of_signing(lines: str, language: str, day: str) -> None:
    assert str(sign_date(written(lines, language)).value) == day


def test_an_amendment_is_not_dated_by_what_it_amends() -> None:
    fact = sign_date(written("This Amendment amends that certain Supply Agreement dated as of May 4, 2016.", "en"))
    assert fact.value is None


def test_a_term_told_by_its_length_ends_on_no_known_day() -> None:
    text = written(
        "The term of this Agreement shall be three years from the first order. Payment is due on delivery.", "en"
    )
    fact = read_end(text)
    assert (fact.state, fact.reason) == (State.UNKNOWN, Reason.NOT_COMPUTABLE)
    assert "three years" in fact.evidence[0].quote
    assert str(read_end(written("This Agreement shall expire on December 31, 2027.", "en")).value) == "2027-12-31"


@pytest.mark.parametrize(
    ("lines", "language"),
    [
        ("关于催付货款的函\n宜丰贸易有限公司：\n请付清《购销合同》项下货款。", "zh"),
        ("商业发票\n卖方：修水茶厂\n买方：Tee GmbH", "zh"),
        ("PRO FORMA INVOICE\nSeller: Beck Ltd", "en"),
        ("Dear Sirs,\nWe refer to the Supply Agreement between us. Your invoice remains unpaid.", "en"),
        ("NOTICE OF TERMINATION\nWe terminate the Supply Agreement dated 4 May 2021.", "en"),
    ],
)
def test_papers_that_are_no_contract(lines: str, language: str) -> None:
    assert read_kind(written(lines, language)) == "not_a_contract"


def test_thousands_of_labels_stay_cheap() -> None:
    text = written("甲方：" * 20_000)
    start = time.perf_counter()
    read_parties(text)
    assert time.perf_counter() - start < 20, "a hang, not a slow machine"
