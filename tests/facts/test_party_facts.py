from __future__ import annotations

import pytest
from presign.facts.fact import Fact
from presign.facts.parties import facts as party_facts
from presign.facts.parties.kind import kind_of
from presign.facts.parties.read import read_parties
from presign.facts.parties.uscc import check_character, is_valid
from presign.values import Reason, State
from written_contract import by_name, written


def facts_of(lines: str, language: str = "zh") -> dict[str, Fact]:
    text = written(lines, language)
    return by_name(party_facts.read(text, read_parties(text)))


def test_check_character_by_hand() -> None:
    # 9 and 1 in the first two places, 8 in the fourteenth, zeros elsewhere; GB 32100 weights 1, 3 and 24.
    # 9*1 + 1*3 + 8*24 = 204 = 6*31 + 18, and 31 - 18 = 13, which the standard writes D.
    assert check_character("91" + "0" * 11 + "8" + "0" * 3) == "D"


def test_published_codes_are_valid_and_a_changed_digit_is_not() -> None:
    # From the public register: Huawei Technologies and Tencent Computer Systems.
    assert is_valid("914403001922038216")
    assert is_valid("9144030071526726XG")
    assert not is_valid("914403001922038217")
    assert not is_valid("9144030019220382")
    assert not is_valid("91440300I92203821S")


def test_the_code_under_the_buyers_name_is_the_buyers() -> None:
    facts = facts_of(
        "卖方：赣州晶科材料有限公司\n统一社会信用代码：9144030071526726XG\n买方：九江远帆电子有限公司\n统一社会信用代码：914403001922038216"
    )
    assert facts["party.buyer_uscc"].value == "914403001922038216"
    assert facts["party.buyer_uscc_valid"].value is True


def test_codes_side_by_side_belong_to_the_column() -> None:
    facts = facts_of(
        "卖方\t赣州晶科材料有限公司\t买方\t九江远帆电子有限公司\n税号\t9144030071526726XG\t税号\t914403001922038217"
    )
    assert facts["party.buyer_uscc"].value == "914403001922038217"
    assert facts["party.buyer_uscc_valid"].value is False


@pytest.mark.parametrize("code", ["__________________", "91440300XXXXXXXX16", ""])
def test_an_open_code_is_blank(code: str) -> None:
    facts = facts_of(f"买方：九江远帆电子有限公司\n统一社会信用代码：{code}\n卖方：赣州晶科材料有限公司")
    assert (facts["party.buyer_uscc"].state, facts["party.buyer_uscc"].reason) == (State.UNKNOWN, Reason.BLANK)
    assert facts["party.buyer_uscc_valid"].reason is Reason.NOT_COMPUTABLE


@pytest.mark.parametrize(
    ("name", "language", "kind"),
    [
        ("九江远帆电子有限公司", "zh", "company"),
        ("九江远帆电子有限公司南昌分公司", "zh", "branch"),
        ("中宏建工集团有限公司滨江工程项目部", "zh", "project_dept"),
        ("南昌市第三医院", "zh", "public_institution"),
        ("南昌市西湖区人民政府", "zh", "gov"),
        ("红谷滩老周建材经营部", "zh", "sole_prop"),
        ("周大同", "zh", "individual"),
        ("Ferrobel Handels AG", "zh", "foreign"),
        ("Ferrobel Handels AG", "en", "company"),
        ("Plain Words", "en", "unknown"),
    ],
)
def test_kinds_of_buyers(name: str, language: str, kind: str) -> None:
    assert kind_of(name, language) == kind


def test_address_and_account_of_the_right_party() -> None:
    facts = facts_of(
        """买方：九江远帆电子有限公司
地址：九江市濂溪区长虹大道8号
卖方：赣州晶科材料有限公司
地址：赣州市章贡区红旗路2号
货款付至卖方账户：户名：赣州晶科材料有限公司；开户行：赣州银行章贡支行；账号：2890 0001 2233 4455。"""
    )
    assert facts["party.buyer_address"].value == "九江市濂溪区长虹大道8号"
    assert facts["party.payee_account_complete"].value is True
    assert facts["party.payee_is_seller"].value is True


def test_an_account_of_somebody_else_is_not_the_sellers() -> None:
    facts = facts_of(
        "买方：九江远帆电子有限公司\n卖方：赣州晶科材料有限公司\n卖方收款信息：户名：李思远；开户行：赣州银行；账号：6222 0000 1111 2222。"
    )
    assert facts["party.payee_is_seller"].value is False


def test_transfer_of_debt_allowed_and_forbidden() -> None:
    heading = "甲方（买方）：九江远帆电子有限公司\n乙方（卖方）：赣州晶科材料有限公司\n"
    allowed = facts_of(heading + "甲方有权将本合同项下债务转让给其关联公司。")
    forbidden = facts_of(heading + "未经乙方书面同意，甲方不得将本合同转让给第三方。")
    silent = facts_of(heading + "双方友好协商。")
    assert allowed["party.buyer_may_transfer_debt"].value is True
    assert forbidden["party.buyer_may_transfer_debt"].value is False
    assert silent["party.buyer_may_transfer_debt"].state is State.ABSENT


def test_sme_declaration_and_third_party_payer() -> None:
    facts = facts_of(
        "甲方（买方）：九江远帆电子有限公司\n乙方（卖方）：赣州晶科材料有限公司\n乙方声明其为小型企业。\n甲方可委托第三方代为支付货款。"
    )
    assert facts["party.seller_sme_declared"].value is True
    assert facts["party.third_party_payer"].value is True
