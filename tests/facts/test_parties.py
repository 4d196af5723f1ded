from __future__ import annotations

import pytest
from presign.facts.parties import facts as party_facts
from presign.facts.parties.read import read_parties
from presign.facts.roles import Role
from presign.values import Reason, State
from written_contract import by_name, written


def name_of(lines: str, role: Role, language: str = "zh") -> str | None:
    party = read_parties(written(lines, language)).first(role)
    return party.name if party else None


@pytest.mark.parametrize(
    ("lines", "buyer", "seller"),
    [
        ("甲方（买方）：青岛榉木家居有限公司\n乙方（卖方）：烟台胶合板厂", "青岛榉木家居有限公司", "烟台胶合板厂"),
        ("出卖人（以下简称“甲方”）：烟台胶合板厂\n买受人（以下简称“乙方”）：青岛榉木家居有限公司", "青岛榉木家居有限公司", "烟台胶合板厂"),
        ("由烟台胶合板厂（以下简称供方）与青岛榉木家居有限公司（以下简称需方）订立本合同。", "青岛榉木家居有限公司", "烟台胶合板厂"),
        ("购货方\t青岛榉木家居有限公司\t销货方\t烟台胶合板厂", "青岛榉木家居有限公司", "烟台胶合板厂"),
        ("需    方：青岛榉木家居有限公司（地址：青岛）\n供    方：烟台胶合板厂", "青岛榉木家居有限公司", "烟台胶合板厂"),
        ("委托方：青岛榉木家居有限公司    受托方：烟台测绘院", "青岛榉木家居有限公司", "烟台测绘院"),
    ],
)  # fmt: skip
def test_role_words_in_headings_name_the_parties(lines: str, buyer: str, seller: str) -> None:
    assert name_of(lines, Role.BUYER) == buyer
    assert name_of(lines, Role.SELLER) == seller


def test_jia_fang_is_told_from_what_it_does() -> None:
    lines = """甲方：苏州云杉阀门有限公司
乙方：徐州启泰热力有限公司
乙方向甲方采购阀门一批，乙方应于验收后支付全部货款。
甲方逾期交货的，每日支付违约金。"""
    assert name_of(lines, Role.SELLER) == "苏州云杉阀门有限公司"
    assert name_of(lines, Role.BUYER) == "徐州启泰热力有限公司"


def test_parties_that_nothing_tells_apart_stay_uncertain() -> None:
    text = written("甲方：苏州云杉阀门有限公司\n乙方：徐州启泰热力有限公司\n双方应遵守保密义务。")
    parties = read_parties(text)
    assert not parties.certain
    assert len(parties.conflict) == 2
    fact = by_name(party_facts.read(text, parties))["party.buyer_name"]
    assert (fact.state, fact.reason) == (State.UNKNOWN, Reason.UNCLEAR)


def test_guarantor_and_owner_are_neither_side() -> None:
    lines = """甲方（采购方）：徐州启泰热力有限公司
乙方（供应方）：苏州云杉阀门有限公司
保证人（丙方）：徐州城投集团有限公司
建设单位：徐州新区管理有限公司"""
    text = written(lines)
    parties = read_parties(text)
    assert parties.role_of("丙方") is Role.GUARANTOR
    assert parties.role_of("建设单位") is Role.THIRD
    assert parties.role_of("甲方") is Role.BUYER
    assert parties.role_of("采购方") is Role.BUYER


def test_a_label_no_vocabulary_has_counts_when_duties_tell_its_role() -> None:
    lines = """运营方：合肥绿道运营有限公司
供车方：合肥江汽销售有限公司
供车方向运营方提供车辆，运营方逾期付款的，每日按万分之三支付。供车方逾期交付的，运营方可解除。"""
    assert name_of(lines, Role.BUYER) == "合肥绿道运营有限公司"


@pytest.mark.parametrize("blank", ["____________", "【】", "XX贸易有限公司", "×××", "", "{{买方}}"])
def test_an_open_name_is_blank(blank: str) -> None:
    text = written(f"买方：{blank}\n卖方：苏州云杉阀门有限公司")
    fact = by_name(party_facts.read(text, read_parties(text)))["party.buyer_name"]
    assert (fact.state, fact.reason) == (State.UNKNOWN, Reason.BLANK)
    assert fact.evidence


def test_two_names_for_the_buyer_are_both_found() -> None:
    text = written(
        "买方：洛阳轴研科技有限公司\n卖方：苏州云杉阀门有限公司\n本合同自盖章后生效。\n买方（盖章）：洛阳轴承科技有限公司"
    )
    facts = by_name(party_facts.read(text, read_parties(text)))
    assert facts["party.buyer_names_found"].value == ("洛阳轴研科技有限公司", "洛阳轴承科技有限公司")
    assert facts["party.buyer_name"].value == "洛阳轴研科技有限公司"


def test_english_preamble_with_defined_terms() -> None:
    lines = """This Agreement is entered into as of 2 May 2024 by and between Marlpit Foods, Inc., a Nevada corporation with offices
at 1 Elm Road ("Marlpit" or "Buyer"), and Orrin & Sons (Canada) Ltd., a company organized under the laws of Ontario ("Orrin").
WHEREAS Orrin supplies grain."""
    text = written(lines, "en")
    parties = read_parties(text)
    assert name_of(lines, Role.BUYER, "en") == "Marlpit Foods, Inc."
    assert name_of(lines, Role.SELLER, "en") == "Orrin & Sons (Canada) Ltd."
    assert parties.role_of("Marlpit") is Role.BUYER


def test_english_terms_that_are_only_names_take_their_role_from_duties() -> None:
    lines = """AGREEMENT between
Tessel GmbH & Co. KG, Hafenweg 3, Kiel
- hereinafter referred to as Tessel -
and
Quarrier Labs plc, 9 Dock Lane, Hull
- hereinafter referred to as Quarrier -
Tessel shall supply the resin to Quarrier. Quarrier shall purchase the resin from Tessel and shall pay Tessel within 30 days."""
    assert name_of(lines, Role.SELLER, "en") == "Tessel GmbH & Co. KG"
    assert name_of(lines, Role.BUYER, "en") == "Quarrier Labs plc"


def test_english_labels_on_one_line() -> None:
    lines = "Seller: Pomfret Oils Pte. Ltd. Buyer: Galen Mills Sdn. Bhd.\nQuantity 40 tons"
    assert name_of(lines, Role.SELLER, "en") == "Pomfret Oils Pte. Ltd."
    assert name_of(lines, Role.BUYER, "en") == "Galen Mills Sdn. Bhd."


def test_a_reseller_buys_and_lower_case_words_are_not_its_words() -> None:
    lines = 'This Agreement is made between Nettle Ltd ("Supplier") and Bram Inc. ("Reseller"). Any other reseller may apply.'
    parties = read_parties(written(lines, "en"))
    assert parties.role_of("Reseller") is Role.BUYER
    assert "reseller" not in parties.words(Role.BUYER)


def test_a_paper_without_a_buyer_has_none() -> None:
    text = written("Minutes of the meeting. The undersigned agrees to keep the shares.", "en")
    facts = by_name(party_facts.read(text, read_parties(text)))
    assert facts["party.buyer_name"].state is State.ABSENT
