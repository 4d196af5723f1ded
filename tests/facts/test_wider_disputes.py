"""Courts, arbitral institutions, chosen law and notices in wordings the first tests don't have."""

from __future__ import annotations

import pytest
from one_clause import facts_of, shown
from presign.facts.disputes import notices
from presign.facts.disputes import resolution as disputes


@pytest.mark.parametrize(
    ("clause", "forum"),
    [
        # Full name and short form are one institution.
        (
            "Any dispute shall be resolved by arbitration at the Singapore International Arbitration Centre (SIAC).",
            "Singapore International Arbitration Centre",
        ),
        (
            "If the dispute goes on it shall be submitted to arbitration administered by the Australian Centre for "
            "International Commercial Arbitration.",
            "Australian Centre for International Commercial Arbitration",
        ),
        ("Disputes are to be arbitrated under the ACICA Rules.", "ACICA"),
        (
            "Disputes shall be arbitrated by the Korean Commercial Arbitration Board.",
            "Korean Commercial Arbitration Board",
        ),
        ("All disputes shall be settled by the Chamber of Arbitration of Milan.", "Chamber of Arbitration of Milan"),
        ("7. Arbitration: LCIA, one arbitrator.", "LCIA"),
        # Without an institution the seat says where.
        ("Disputes shall be settled by arbitration; the seat of arbitration shall be Geneva.", "Geneva"),
        ("争议提交上海国际经济贸易仲裁委员会（上海国际仲裁中心）仲裁。", "上海国际经济贸易仲裁委员会"),
        ("争议由仲裁解决，仲裁机构为荆州仲裁委员会。", "荆州仲裁委员会"),
    ],
)
def test_arbitration(clause: str, forum: str) -> None:
    facts = facts_of(disputes.read, clause)
    assert shown(facts["dispute.mode"]) == "arbitration"
    assert shown(facts["dispute.forum"]) == forum


def test_two_names_of_one_institution_count_once() -> None:
    facts = facts_of(disputes.read, "争议提交北京仲裁委员会/北京国际仲裁中心仲裁。")
    assert shown(facts["dispute.arb_institution_count"]) == "1"


@pytest.mark.parametrize(
    ("clause", "forum"),
    [
        ("Any dispute shall be decided by the Commercial Court of Lyon.", "Commercial Court of Lyon"),
        ("The District Court of Rotterdam has sole jurisdiction.", "District Court of Rotterdam"),
        ("The parties submit to the courts of Queensland in respect of any dispute.", "courts of Queensland"),
        ("Claims are subject to the jurisdiction of the Osaka District Court.", "Osaka District Court"),
        ("The Tribunal de Commerce de Lille shall have exclusive jurisdiction.", "Tribunal de Commerce de Lille"),
        (
            "The Seller may sue in any other court of competent jurisdiction, the Buyer only in the courts of Malta.",
            "courts of Malta",
        ),
        ("The parties exclude arbitration and submit to the courts of Norway.", "courts of Norway"),
        ("香港法院对本合同享有非排他性管辖权。", "香港法院"),
        ("协商不成，到乙方所在地法院打官司。", "乙方所在地法院"),
        ("双方约定的管辖法院为宜昌市西陵区人民法院。", "宜昌市西陵区人民法院"),
    ],
)
def test_courts(clause: str, forum: str) -> None:
    facts = facts_of(disputes.read, clause)
    assert shown(facts["dispute.mode"]) == "court"
    assert shown(facts["dispute.forum"]) == forum


def test_relief_in_aid_of_arbitration_is_no_second_forum() -> None:
    facts = facts_of(
        disputes.read,
        "Any dispute shall be finally settled by SIAC arbitration. Either party may apply to the courts of Singapore "
        "for interim relief in aid of arbitration.",
    )
    assert shown(facts["dispute.mode"]) == "arbitration"


@pytest.mark.parametrize(
    ("clause", "law"),
    [
        ("适用法律为中华人民共和国法律。", "中华人民共和国法律"),
        ("准据法：英国法。", "英国法"),
        ("本合同的履行适用《中华人民共和国民法典》。", "中华人民共和国民法典"),
        ("未尽事宜按《中华人民共和国民法典》执行。", "absent"),
        ("The law applicable to these terms is the law of Tasmania.", "law of Tasmania"),
        (
            "The laws of the State of Iowa, without regard to conflicts of law, shall govern.",
            "laws of the State of Iowa",
        ),
        ("This contract is governed by the law in force in Victoria.", "law in force in Victoria"),
        ("THIS AGREEMENT IS GOVERNED BY OHIO LAW.", "OHIO LAW"),
        ("The laws of Kenya are applicable to this contract.", "laws of Kenya"),
        ("The Seller is a company organised under the laws of Ireland.", "absent"),
    ],
)
def test_law(clause: str, law: str) -> None:
    assert shown(facts_of(disputes.read, clause)["dispute.governing_law"]) == law


@pytest.mark.parametrize(
    "clause", ["The Vienna Sales Convention is excluded.", "排除联合国国际货物买卖合同公约的适用。"]
)
def test_the_sales_convention(clause: str) -> None:
    assert facts_of(disputes.read, clause)["dispute.cisg_addressed"].value is True


@pytest.mark.parametrize(
    ("clause", "present"),
    [
        ("Notices are deemed received three days after posting.", True),
        ("9. Notices: by e-mail to office@hartwin.example.", True),
        ("Every notice must be in English and in writing.", True),
        ("A party giving notice shall do so by registered post.", True),
        ("If notice is given to one guarantor it is given to all.", "absent"),
        ("The Seller gives the Buyer five days' notice of shipment.", "absent"),
        ("通知：以电子邮件发出。", True),
    ],
)
def test_notices(clause: str, present: object) -> None:
    assert shown(facts_of(notices.read, clause)["evidence.notice_clause"]) == present
