from __future__ import annotations

import pytest
from one_clause import facts_of, shown
from presign.facts.disputes import notices
from presign.facts.disputes import resolution as disputes


@pytest.mark.parametrize(
    ("clause", "mode", "forum"),
    [
        ("协商不成的，任何一方可依法向卖方住所地人民法院提起诉讼。", "court", "卖方住所地人民法院"),
        ("如发生纠纷，双方可向有管辖权的人民法院起诉。", "court", "unclear"),
        ("争议由____人民法院管辖。", "court", "blank"),
        ("争议提交武汉仲裁委员会仲裁，裁决终局。一方不履行裁决的，另一方可向人民法院申请强制执行。", "arbitration", "武汉仲裁委员会"),
        ("争议提交仲裁机构仲裁解决。", "arbitration", "unclear"),
        ("应提交中国国际贸易促进委员会对外贸易仲裁委员会，根据该仲裁委员会的规则进行仲裁。", "arbitration",
         "中国国际贸易促进委员会对外贸易仲裁委员会"),
        ("协商不成，任何一方均可向经济合同仲裁委员会申请仲裁，也可直接向人民法院起诉。", "both", "unclear"),
        ("争议可提交武汉仲裁委员会仲裁，也可向乙方所在地人民法院起诉。", "both", "unclear"),
        ("争议按下列第____种方式解决：\n（1）提交____仲裁委员会仲裁；\n（2）依法向人民法院起诉。", "blank", "blank"),
        ("争议按下列第2种方式解决：\n（1）提交武汉仲裁委员会仲裁；\n（2）向甲方所在地人民法院起诉。", "court", "甲方所在地人民法院"),
        ("双方可申请仲裁机构仲裁或向人民法院起诉。（两者选一）", "unclear", "unclear"),
        ("发生争议的，可通过法律途径解决。", "unclear", "absent"),
        ("第九条 解决争议的方式\n______________", "blank", "blank"),
        ("本合同一式两份，双方各执一份。", "absent", "absent"),
        ("Any dispute shall be finally settled by arbitration under the rules of the London Court of International Arbitration. "
         "Judgment on the award may be entered in any court having jurisdiction.", "arbitration", "London Court of International Arbitration"),
        ("All disputes shall be finally settled by CIETAC in Beijing.", "arbitration", "CIETAC"),
        ("The parties submit to the exclusive jurisdiction of the courts of New South Wales.", "court", "courts of New South Wales"),
        ("The English courts shall have exclusive jurisdiction over any dispute.", "court", "English courts"),
        ("Venue for any action shall be in Harris County, Texas.", "court", "Harris County, Texas"),
        ("If any provision is held by a court of competent jurisdiction to be invalid, the rest stays in force.", "absent", "absent"),
    ],
)  # fmt: skip
def test_mode_and_forum(clause: str, mode: str, forum: str) -> None:
    facts = facts_of(disputes.read, clause)
    assert shown(facts["dispute.mode"]) == mode
    assert shown(facts["dispute.forum"]) == forum


@pytest.mark.parametrize(
    ("clause", "place"),
    [
        ("争议由卖方所在地人民法院管辖。", "seller"),
        ("争议由甲方住所地人民法院管辖。", "buyer"),
        ("争议由合同签订地人民法院管辖。", "signing_place"),
        ("争议由工程所在地人民法院管辖。", "performance_place"),
        ("争议由人民法院管辖。", "unnamed"),
        ("争议由原告所在地人民法院管辖。", "unclear"),
        ("争议由武昌区人民法院管辖。", "not_computable"),
        ("争议提交武汉仲裁委员会仲裁。", "not_applicable"),
        ("Any dispute shall be brought before the courts of the Seller's principal place of business.", "seller"),
    ],
)
def test_court_place(clause: str, place: str) -> None:
    assert shown(facts_of(disputes.read, clause)["dispute.court_place"]) == place


def test_arbitral_institutions_are_counted() -> None:
    none = facts_of(disputes.read, "争议提交仲裁机构仲裁解决。")
    assert shown(none["dispute.arb_institution_count"]) == "0"
    two = facts_of(disputes.read, "争议提交武汉仲裁委员会或宜昌仲裁委员会仲裁。")
    assert shown(two["dispute.arb_institution_count"]) == "2"


@pytest.mark.parametrize(
    ("clause", "law"),
    [
        ("本合同的订立、效力、解释和履行均适用中华人民共和国法律。", "中华人民共和国法律"),
        ("本合同受香港特别行政区法律管辖。", "香港特别行政区法律"),
        ("根据《中华人民共和国民法典》及有关法律规定，双方订立本合同。", "absent"),
        ("This contract shall be governed by English law.", "English law"),
        ("THIS AGREEMENT SHALL BE GOVERNED BY THE LAWS OF THE STATE OF GEORGIA.", "LAWS OF THE STATE OF GEORGIA"),
        ("This contract is subject to Swiss law.", "Swiss law"),
        ("Each kiosk is subject to the Food Safety Law.", "absent"),
        ("The law of England shall govern this contract.", "law of England"),
        ("This Agreement shall be governed by, and construed in accordance with, the laws of the State of Texas, without regard to conflicts.",
         "laws of the State of Texas"),
        ("This Agreement is governed by the laws of the State of Israel.", "laws of the State of Israel"),
        ("Governing law: Singapore.", "Singapore"),
        ("This Agreement is governed by the laws of [_______].", "blank"),
        ("Seller shall comply with the laws of the State of Texas and all applicable laws.", "absent"),
        ("This Agreement is governed by the laws of Japan. This Agreement is construed in accordance with the laws of Norway.",
         "contradiction"),
    ],
)  # fmt: skip
def test_governing_law(clause: str, law: str) -> None:
    assert shown(facts_of(disputes.read, clause)["dispute.governing_law"]) == law


def test_sales_convention() -> None:
    facts = facts_of(disputes.read, "本合同不适用《联合国国际货物销售合同公约》。")
    assert facts["dispute.cisg_addressed"].value is True


@pytest.mark.parametrize(
    ("name", "clause", "value"),
    [
        ("notice_clause", "任何通知应以书面形式送达合同首部所列地址。", True),
        ("notice_clause", "本合同载明的地址为双方有效的送达地址。", True),
        ("notice_clause", "乙方应提前三日书面通知甲方发货时间。", "absent"),
        ("notice_clause", "遭受不可抗力的一方应及时通知对方。", "absent"),
        ("notice_clause", "All notices under this Agreement shall be in writing and sent by courier.", True),
        ("notice_clause", "Buyer shall give Seller prompt written notice of any claim.", "absent"),
        ("e_channels_named", "双方指定微信号：norvale88为文件往来账号。", True),
        ("e_channels_named", "E-mail of the Buyer: orders@hartwin.example", True),
        ("e_channels_named", "甲方电子邮箱：________", "blank"),
        ("delivery_docs_list", "甲方收货人员应在送货单上签字确认。", True),
        ("delivery_docs_list", "Seller shall furnish a signed packing list.", True),
    ],
)
def test_evidence(name: str, clause: str, value: object) -> None:
    assert shown(facts_of(notices.read, clause)[f"evidence.{name}"]) == value
