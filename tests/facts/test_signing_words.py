from __future__ import annotations

import pytest
from one_clause import facts_of, shown
from presign.facts.contract.kind import read_kind
from presign.facts.contract.references import read_references
from presign.facts.fact import Fact
from presign.facts.parties import facts as party_facts
from presign.facts.parties.read import read_parties
from presign.facts.signing import signature
from presign.values import Reason, State
from written_contract import by_name, written


@pytest.mark.parametrize(
    ("name", "clause", "value"),
    [
        ("sign.poa_present", "甲方授权代表（签字）：王某（没有附授权委托书）", False),
        ("sign.poa_present", "授权委托书作为本合同附件。", True),
        ("sign.poa_present", "Signed for the Buyer by Ms Reed, without a power of attorney.", "absent"),
        ("sign.poa_present", "No power of attorney is attached for the Buyer's signatory.", False),
        ("sign.cross_page_seal", "本合同未盖骑缝章。", False),
        ("sign.cross_page_seal", "本合同正本骑缝处由双方盖章。", True),
        ("sign.cross_page_seal", "The contract has nine pages, each page initialled by both parties.", True),
        ("sign.formation_rule", "This Contract is effective upon signature/stamp by both parties.", "ambiguous"),
        ("sign.method", "双方以微信发送的盖章页照片与原件具有同等效力。", "scan"),
        ("sign.method", "A photograph of the signed page shall have the same effect as the original.", "scan"),
        ("sign.method", "The parties sign with digital certificates of a licensed authority.", "esign_reliable"),
        ("sign.method", "本合同以纸质形式签署。", "wet"),
        ("sign.buyer_seal_type", "（盖章）淮海建设集团有限公司财务专用章", "finance"),
        ("sign.buyer_seal_type", 'Stamped: "Hartwin Tools Inc. – Technical Papers Only".', "technical"),
        ("sign.buyer_seal_type", "（盖章）宜昌远卓轴承有限公司合同专用章", "absent"),
        ("sign.signatory_capacity", "For the Buyer: Ms Reed", "unclear"),
        ("sign.signatory_capacity", "For the Seller: Ms Reed", "absent"),
    ],
)
def test_words_of_signature(name: str, clause: str, value: object) -> None:
    assert shown(facts_of(signature.read, clause)[name]) == value


@pytest.mark.parametrize(
    ("clause", "value"),
    [
        ("乙方唯一收款账户：户名宜昌远卓轴承有限公司，开户行某行宜昌支行，账号4200 1111 2222 3333。", True),
        ("乙方收款账户：户名______，开户行______，账号______。", "blank"),
        ("Payment is made to the Seller's account no. ____________ with ____________ Bank.", "blank"),
        ("乙方账户按另行通知。", "absent"),
    ],
)
def test_the_account_in_a_sentence(clause: str, value: object) -> None:
    assert shown(facts_of(party_facts.read, clause)["party.payee_account_complete"]) == value


def references(lines: str, language: str = "en") -> dict[str, Fact]:
    return by_name(read_references(written(lines, language)))


def test_clauses_of_a_text_without_line_breaks_exist() -> None:
    run_on = " ".join(f"Section {n}. Matter {n} is agreed." for n in range(6, 19))
    clauses = "\n".join(f"{n}. Matter {n} is agreed." for n in range(1, 7))
    found = references(f"{clauses}\n{run_on} Payment follows Section 18.")
    assert found["contract.broken_refs"].state is State.ABSENT
    found = references(f"{clauses}\n{run_on} Payment follows Section 25.")
    assert found["contract.broken_refs"].value == ("Section 25",)


def test_an_annex_told_leaf_by_leaf_is_there() -> None:
    found = references(
        "1. Goods are tested as per Annex 2.\nAnnex 2, Test Plan (4 pages, initialled).\n2. See Annex 5."
    )
    assert found["contract.missing_annexes"].value == ("Annex 5",)
    chinese = references("一、验收按附件二执行。\n附件二《验收标准》（共3页）。\n二、价格见附件四。", "zh")
    assert chinese["contract.missing_annexes"].value == ("附件4",)


def test_a_project_department_whose_company_is_masked() -> None:
    text = written(
        "买卖合同\n甲方（买方）：XX建工集团滨江项目部\n乙方（卖方）：宜昌远卓轴承有限公司\n第一条 甲方付款。"
    )
    facts = by_name(party_facts.read(text, read_parties(text)))
    assert facts["party.buyer_kind"].value == "project_dept"
    assert facts["party.buyer_name"].reason is Reason.BLANK


@pytest.mark.parametrize(
    ("lines", "language", "kind"),
    [
        ("设备买卖合同\n本合同为年度框架合同，以订单为准。", "zh", "framework"),
        ("EQUIPMENT SALE CONTRACT\nThis is a framework agreement between the parties.", "en", "framework"),
        ("设备买卖合同\n双方另行签订框架协议。", "zh", "sale"),
    ],
)
def test_what_a_contract_says_it_is(lines: str, language: str, kind: str) -> None:
    assert read_kind(written(lines, language)) == kind
