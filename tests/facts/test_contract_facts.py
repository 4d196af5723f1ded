from __future__ import annotations

from datetime import date

import pytest
from presign.facts.contract import facts as contract_facts
from presign.facts.contract.kind import read_kind
from presign.facts.contradictions import with_contradictions
from presign.facts.fact import Fact
from presign.facts.parties.read import read_parties
from presign.facts.vocabulary import alternatives, words
from presign.values import Reason, State
from written_contract import by_name, written

HEADING = "甲方（买方）：九江远帆电子有限公司\n乙方（卖方）：赣州晶科材料有限公司\n"


def facts_of(lines: str, language: str = "zh") -> dict[str, Fact]:
    text = written(lines, language)
    return with_contradictions(by_name(contract_facts.read(text, read_parties(text))))


@pytest.mark.parametrize(
    ("lines", "language", "kind"),
    [
        ("铜箔采购合同\n" + HEADING, "zh", "sale"),
        ("2026年度采购框架协议\n" + HEADING, "zh", "framework"),
        ("化妆品经销合同\n" + HEADING, "zh", "framework"),
        ("软件开发服务合同\n" + HEADING, "zh", "service"),
        ("厂房施工合同\n" + HEADING, "zh", "works"),
        ("设备租赁合同\n" + HEADING, "zh", "lease"),
        ("借款合同\n" + HEADING, "zh", "loan"),
        ("委托加工合同\n" + HEADING, "zh", "processing"),
        ("COMMERCIAL INVOICE\nSeller: Nettle Ltd\nBuyer: Bram Inc.", "en", "not_a_contract"),
        ("装箱单\n件数：5", "zh", "not_a_contract"),
        ("MASTER SUPPLY AGREEMENT\nSeller: Nettle Ltd\nBuyer: Bram Inc.", "en", "framework"),
        ("PURCHASE ORDER\nSeller: Nettle Ltd\nBuyer: Bram Inc.", "en", "sale"),
    ],
)
def test_kinds(lines: str, language: str, kind: str) -> None:
    assert read_kind(written(lines, language)) == kind


def test_a_supply_agreement_that_runs_by_orders_is_a_framework() -> None:
    lines = """SUPPLY AGREEMENT
Seller: Nettle Ltd
Buyer: Bram Inc.
During the term Buyer places purchase orders. Each purchase order states the quantity."""
    assert read_kind(written(lines, "en")) == "framework"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("签订日期：2026年3月9日", date(2026, 3, 9)),
        ("双方于2026年3月9日在九江签订本合同。", date(2026, 3, 9)),
        ("签约时间\t2026.3.9", date(2026, 3, 9)),
        ("甲方（盖章）：    乙方（盖章）：\n日期：2026年3月8日    日期：2026年3月9日", date(2026, 3, 9)),
    ],
)
def test_sign_dates(line: str, day: date) -> None:
    assert facts_of(HEADING + line)["contract.sign_date"].value == day


def test_open_and_contradicting_sign_dates() -> None:
    open_date = facts_of(HEADING + "签订日期：    年   月   日")["contract.sign_date"]
    assert (open_date.state, open_date.reason) == (State.UNKNOWN, Reason.BLANK)
    differing = facts_of(
        HEADING + "签订日期：2026年3月9日\n甲方（盖章）：    乙方（盖章）：\n日期：2026年4月1日    日期：2026年4月1日"
    )
    assert differing["contract.sign_date"].reason is Reason.CONTRADICTION
    assert "contract.sign_date/contract.sign_date" in (differing["contract.conflicts"].value or ())


def test_english_agreement_date_is_the_first_one() -> None:
    lines = """This Agreement is made as of 2 May 2024 between Nettle Ltd ("Supplier") and Bram Inc. ("Buyer").
It replaces the agreement dated as of 4 June 2020."""
    assert facts_of(lines, "en")["contract.sign_date"].value == date(2024, 5, 2)


def test_a_date_after_the_parties_and_an_ordinal_cut_in_two() -> None:
    lines = 'This Agreement is made by and between Nettle Ltd ("Supplier") and Bram Inc. ("Buyer") this 7t h day of May, 2021.'
    assert facts_of(lines, "en")["contract.sign_date"].value == date(2021, 5, 7)


def test_term_and_effect() -> None:
    facts = facts_of(HEADING + "签订日期：2026年3月9日\n本合同有效期自2026年4月1日起至2027年3月31日止。")
    assert facts["contract.effective_date"].value == date(2026, 4, 1)
    assert facts["contract.end_date"].value == date(2027, 3, 31)
    on_signing = facts_of(HEADING + "签订日期：2026年3月9日\n本合同自双方盖章之日起生效。")
    assert on_signing["contract.effective_date"].value == date(2026, 3, 9)


def test_number_place_and_title() -> None:
    facts = facts_of("铜箔采购合同\n合同编号：JJ-2026(03)号    签订地点：九江市\n" + HEADING)
    assert facts["contract.number"].value == "JJ-2026(03)号"
    assert facts["contract.sign_place"].value == "九江市"
    assert facts["contract.title"].value == "铜箔采购合同"
    assert facts_of("合同编号：______\n" + HEADING)["contract.number"].reason is Reason.BLANK


def test_prevailing_language() -> None:
    facts = facts_of(HEADING + "本合同以中英文书就，如有歧义以英文为准。", "mixed")
    assert facts["contract.prevailing_language"].value == "en"
    assert facts["contract.languages"].value == ("zh", "en")


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("contract.precedence_clause", "附件与正文不一致的，以正文为准。"),
        ("contract.entire_agreement", "本合同构成双方的完整协议。"),
        ("contract.amendment_in_writing", "对本合同的修改须经双方签订书面补充协议。"),
        ("contract.effective_condition_external", "本合同经甲方董事会批准之日起生效。"),
        ("contract.counterparty_terms_incorporated", "甲方采购通则为本合同组成部分。"),
    ],
)
def test_general_clauses(name: str, line: str) -> None:
    assert facts_of(HEADING + line)[name].value is True
    assert facts_of(HEADING + "双方友好协商。地址变更的，应书面通知对方。")[name].state is State.ABSENT


def test_vague_terms_are_listed_as_printed() -> None:
    assert facts_of(HEADING + "甲方应尽快付款，余款资金到位后付清。")["contract.vague_terms"].value == (
        "尽快",
        "资金到位后",
    )


def test_annexes_missing_and_present() -> None:
    lines = HEADING + "规格见附件一《技术协议》，价格见附件二。\n附件一：技术协议\n厚度6微米。"
    assert facts_of(lines)["contract.missing_annexes"].value == ("附件2",)
    assert facts_of(HEADING + "规格见附件1。\n附件1 技术协议")["contract.missing_annexes"].state is State.ABSENT


def test_references_to_clauses_that_do_not_exist() -> None:
    clauses = "".join(f"第{n}条 内容{n}。\n" for n in "一二三四五六")
    assert facts_of(HEADING + clauses + "违反本合同第九条的，赔偿损失。")["contract.broken_refs"].value == (
        "本合同第九条",
    )
    assert facts_of(HEADING + clauses + "违反本合同第五条的，赔偿损失。")["contract.broken_refs"].state is State.ABSENT
    law = facts_of(HEADING + clauses + "依据《民法典》第五百八十五条规定。")
    assert law["contract.broken_refs"].state is State.ABSENT


@pytest.mark.parametrize(
    ("line", "language", "code", "place", "edition"),
    [
        ("Delivery: FCA Graz (Incoterms 2020).", "en", "FCA", "Graz", "2020"),
        ("价格条件：CIF Rotterdam，按《2010年国际贸易术语解释通则》。", "mixed", "CIF", "Rotterdam", "2010"),
        ("records under 21 CFR Part 11", "en", None, None, None),
        ("交货地点为买方仓库。", "zh", None, None, None),
    ],
)
def test_incoterms(line: str, language: str, code: str | None, place: str | None, edition: str | None) -> None:
    facts = facts_of(line, language)
    assert facts["contract.incoterm_code"].value == code
    assert facts["contract.incoterm_place"].value == place
    assert facts["contract.incoterm_version"].value == edition


def test_last_delivery_at_the_end_of_a_range() -> None:
    facts = facts_of(HEADING + "乙方于2026年5月6日至6月20日期间分批交货。")
    assert facts["contract.last_delivery_date"].value == date(2026, 6, 20)


def test_cross_border() -> None:
    assert facts_of(HEADING)["contract.cross_border"].value is False
    foreign = "卖方：赣州晶科材料有限公司\n买方：Ferrobel Handels AG"
    assert facts_of(foreign, "mixed")["contract.cross_border"].value is True


def test_consignment_by_title() -> None:
    assert facts_of("服装代销合同\n" + HEADING)["contract.type"].value == "consignment"


def test_vocabulary_access() -> None:
    assert "买受人" in words("roles", "buyer")
    with pytest.raises(KeyError):
        words("roles", "nobody")
    assert alternatives("roles", "strict_buyer_en").startswith("(?:")
